"""The same articles end in the same state, in whatever order and portions they are imported."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from import_states import FACTS, brought, portions_of, record
from many import examples

from annotated_briefings.importer.run import ImportRequest, run_import

pytestmark = pytest.mark.slow

DAM = (
    "Divers found the old dam at Ostmark sound on Tuesday, eleven days after a barge had struck its northern pier.",
    "The water board will open both lanes again on Friday morning, its engineer Hanne Falk said.",
    "Some 9,400 cars a day use the road across the dam, and the school buses of two villages had to leave early.",
)
COURT = (
    "The regional court in Ostmark found the former mayor guilty of taking bribes from a builder on Monday.",
    "The judge, Helen Corrie, said that the evidence left little doubt after a trial of eleven weeks.",
    "The prosecutor had asked for four years in prison, and the town wants to have its money back.",
)
FEES = "The harbour board of {0} met on Monday and agreed to raise the mooring fees from spring on by {1} crowns."
STORM = "{0} people had to be led to safety when the storm closed the bridge to Lund, the rescue service said."


ARTICLES = (
    record("Courier", "Dam is sound", "2026-02-03", *DAM),
    record("Gazette", "Divers clear the dam", "2026-02-03", *DAM),
    record(
        "Mirror",
        "Dam open on Friday",
        "2026-02-04",
        *DAM,
        "Lorries must wait until the pier's last cables are checked.",
    ),
    record("Bulletin", "Old dam safe", "2026-02-04", *DAM[:2]),
    record("Herald", "Dam to open", "2026-02-02", *(line.replace("barge", "brage") for line in DAM)),
    record("Courier", "Mayor guilty", "2026-03-02", *COURT),
    record("Gazette", "Mayor not guilty", "2026-03-03", COURT[0].replace("guilty", "not guilty"), *COURT[1:]),
    record("Mirror", "Court speaks", "2026-03-02", *COURT[:2]),
    record("Quay", "Fees in Lund", "2026-03-02", FEES.format("Lund", 40), "Boats of the fishery pay as before."),
    record("Quay", "Fees in Vess", "2026-03-02", FEES.format("Vess", 60), "Boats of the fishery pay as before."),
    record("Wire", "Storm", "2026-04-01T09:00:00Z", STORM.format("Twelve"), address="wire.example/storm"),
    record(
        "Wire", "Storm closes bridge", "2026-04-01T15:00:00Z", STORM.format("Fourteen"), address="wire.example/storm"
    ),
    record("Wire", "Storm over", "2026-04-02T08:00:00Z", STORM.format("Fifteen"), address="wire.example/storm/"),
    record("Post", "Storm closes the bridge", "2026-04-01", STORM.format("Twelve")),
    record("Round", "The week", "2026-03-04", *DAM, *COURT, "More in our next letter to the readers of the coast."),
)
"""Exact copies, excerpts, slips of typing, a fuller text, another meaning, one form, three versions of one address, a
copy of the oldest of them, and a round-up."""


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(portions=portions_of(len(ARTICLES)))
def test_any_order_and_any_portions_end_in_the_same_state(portions: list[list[int]]) -> None:
    with TemporaryDirectory() as folder:
        together = brought(Path(folder) / "together", ARTICLES, [range(len(ARTICLES))])
        assert brought(Path(folder) / "portions", ARTICLES, portions) == together


def test_one_after_the_other_in_either_direction_is_the_same_as_all_at_once(tmp_path: Path) -> None:
    every = list(range(len(ARTICLES)))
    together = brought(tmp_path / "together", ARTICLES, [every])
    assert brought(tmp_path / "forth", ARTICLES, [[n] for n in every]) == together
    assert brought(tmp_path / "back", ARTICLES, [[n] for n in reversed(every)]) == together


def test_the_same_once_more_changes_no_byte(tmp_path: Path) -> None:
    brought(tmp_path / "site", ARTICLES, [range(len(ARTICLES))])
    before = {path: path.read_bytes() for path in (tmp_path / "site" / "briefings").rglob("*") if path.is_file()}
    site = tmp_path / "site"
    for portion in ([*range(len(ARTICLES))], [10], [3, 1]):
        done = run_import(ImportRequest(site, tuple(site / f"{n:02}.jsonl" for n in portion)))
        assert (done.created, done.updated, done.amended, done.folded) == ((), (), (), ())
        assert len(done.known) == len(portion)
    assert {path: path.read_bytes() for path in (site / "briefings").rglob("*") if path.is_file()} == before


def test_what_stands_for_what(tmp_path: Path) -> None:
    briefs, facts = brought(tmp_path / "site", ARTICLES, [range(len(ARTICLES))])
    by_title = {fact[FACTS.index("title")]: fact for fact in facts.values()}
    verdicts = {title: (fact[0], fact[1]) for title, fact in by_title.items()}
    dam, guilty = "briefings/2026/dam-to-open.md", "briefings/2026/mayor-guilty.md"
    storm, post = "briefings/2026/storm.md", "briefings/2026/storm-closes-the-bridge.md"
    assert verdicts == {
        "Dam open on Friday": ("brief", dam),
        "Dam is sound": ("contained", dam),
        "Divers clear the dam": ("contained", dam),
        "Old dam safe": ("contained", dam),
        "Dam to open": ("contained", dam),
        "Mayor guilty": ("brief", guilty),
        "Court speaks": ("contained", guilty),
        "Mayor not guilty": ("brief", "briefings/2026/mayor-not-guilty.md"),
        "Fees in Lund": ("brief", "briefings/2026/fees-in-lund.md"),
        "Fees in Vess": ("brief", "briefings/2026/fees-in-vess.md"),
        "Storm over": ("brief", storm),
        "Storm closes bridge": ("superseded", storm),
        "Storm": ("superseded", storm),
        "Storm closes the bridge": ("brief", post),
        "The week": ("brief", "briefings/2026/the-week.md"),
    }
    assert set(briefs) == {brief for _, brief in verdicts.values()}


MILL = (
    "The council of Vess sold the old mill by the weir to a cooperative of nine bakers on Monday evening.",
    "They will grind rye and oats from spring on, and open the upper floor to visitors on Sundays.",
    "The price was not told, though two members said that the roof alone had cost the town dear.",
)
HELD = (
    record("Courier", "Dam is sound", "2026-02-03", *DAM),
    record("Gazette", "Divers clear the dam", "2026-02-03", *DAM),
    record("Mirror", "Dam open on Friday", "2026-02-04", *DAM) | {"status": "draft"},
    record("Bulletin", "Old dam safe", "2026-02-04", *DAM[:2]) | {"private": True},
    record("Quay", "Mill sold", "2026-03-02", *MILL) | {"embargo": "2031-01-01"},
    record("Quay Letter", "Mill goes to bakers", "2026-03-03", *MILL) | {"embargo": "2032-05-01"},
    record("Herald", "Bakers buy the mill", "2026-03-03", *MILL[:2]) | {"status": "draft"},
    record("Wire", "Storm", "2026-04-01T09:00:00Z", STORM.format("Twelve"), address="wire.example/storm"),
    record(
        "Wire", "Storm shuts bridge", "2026-04-02T09:00:00Z", STORM.format("Fourteen"), address="wire.example/storm"
    ),
    record("Wire", "Storm", "2026-04-03T09:00:00Z", STORM.format("Twelve"), address="wire.example/storm"),
)
"""Copies that are held back beside public ones and alone, and a version that comes back after another one."""


def with_files(site: Path) -> dict[str, str]:
    """The drafts of a site with the file that each article came from."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((site / "briefings").glob("2*/*.md"))}


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(portions=portions_of(len(HELD)), left=st.sets(st.sampled_from(range(len(HELD))), max_size=5))
@example(portions=[[7], [8], [9]], left=set(range(7)))
@example(portions=[[4, 0], [5], [6]], left={1, 2, 3, 7, 8, 9})
@example(portions=[[2, 0], [1], [3]], left=set(range(4, 10)))
def test_held_copies_and_versions_that_come_back_end_in_the_same_state(
    portions: list[list[int]], left: set[int]
) -> None:
    """Any of them, also the files that they came from; held copies have their own drafts, and share paragraphs."""
    some = [[n for n in portion if n not in left] for portion in portions]
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "together", Path(folder) / "portions"
        together = brought(one, HELD, [sorted(n for portion in some for n in portion)])
        assert brought(other, HELD, some) == together
        assert with_files(other) == with_files(one)
