"""Articles that want one address get the same addresses in whatever order and portions they are imported, and whatever
an editor does with other drafts in between."""

import json
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from import_states import bring, brought, empty_site, portions_of, record, state
from many import examples

from annotated_briefings.importer.operations.undo import undo_import
from annotated_briefings.importer.run import ImportRequest, run_import

pytestmark = pytest.mark.slow

LONG = "The harbour board of the old town and the crews of all its tugs agree on new rules for the night shift, part "
FERRY = "The ferry to {0} lay still for {1} days because its rudder had jammed, the shipping office announced."
MONEY = "Passengers get their money back at counter {0}, and {1} buses run along the coast until it sails again."


def news(outlet: str, title: str, day: str, number: int, *more: str) -> dict[str, Any]:
    places = ("Lund", "Vess", "Ostmark", "Hamm", "Tarn", "Sund", "Bell", "Oder", "Fjell", "Kirn", "Rode", "Alm", "Wiek")
    texts = (FERRY.format(places[number], number + 2), MONEY.format(number + 40, number * 7 + 3), *more)
    return record(outlet, title, day, *texts, address=f"{outlet.lower()}.example/{number}")


ARTICLES = (
    news("Quay", "Ferry", "2026-05-02", 0),
    news("Quay", "Ferry", "2026-05-01", 1),
    news("Wire", "Ferry", "2026-05-02", 2),
    news("Post", "Ferry", "2026-05-02", 2),
    news("Echo", "Ferry", "2026-05-03", 2, "Nobody on board was hurt, said its master, and the crew stayed."),
    news("Post", "Férry!", "2026-05-04", 3),
    news("Post", "FERRY", "", 4),
    news("Post", "Ferry 2026-05-02", "2026-05-06", 5),
    news("Amt", "Stadt zahlt", "2026-05-01", 6),
    news("Amt", "Staat zahlt", "2026-05-01", 7),
    news("Blatt", "Straße zu", "2026-05-01", 8),
    news("Blatt", "Strasse zu", "2026-05-02", 9),
    news("Blatt", "", "2026-05-02", 10),
    news("Long", LONG * 2 + "one", "2026-05-03", 11),
    news("Long", LONG * 2 + "two", "2026-05-02", 12),
)
"""One headline on several days and on one, copies of which a later one is fuller, headlines that differ in case,
accents and signs alone, one without a day, one that looks like an address with a day, one letter apart, one file on
some computers, none at all, and two that differ where an address ends."""
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A smaller example of many imports takes minutes to find."""
EVERY = range(len(ARTICLES))


@settings(max_examples=examples(2), deadline=None, phases=UNSHRUNK, suppress_health_check=[HealthCheck.too_slow])
@given(portions=portions_of(len(ARTICLES)))
def test_articles_that_want_one_address_get_the_same_in_any_order_and_portions(portions: list[list[int]]) -> None:
    with TemporaryDirectory() as folder:
        together = brought(Path(folder) / "together", ARTICLES, [EVERY])
        assert brought(Path(folder) / "portions", ARTICLES, portions) == together


def test_the_first_publication_has_the_headline_alone_and_others_their_day_or_letters(tmp_path: Path) -> None:
    _, facts = brought(tmp_path, ARTICLES, [EVERY])
    by_place = {fact[4]: Path(fact[1]).stem for fact in facts.values()}
    named = [by_place[article["url"]] for article in ARTICLES]
    ids = {fact[4]: identity for identity, fact in facts.items()}
    assert named == [
        f"ferry-2026-05-02-{ids['https://quay.example/0'][:6]}",
        "ferry",
        f"ferry-2026-05-02-{ids['https://post.example/2'][:6]}",
        f"ferry-2026-05-02-{ids['https://post.example/2'][:6]}",
        f"ferry-2026-05-02-{ids['https://post.example/2'][:6]}",
        "ferry-2026-05-04",
        f"ferry-{ids['https://post.example/4'][:6]}",
        "ferry-2026-05-02",
        "stadt-zahlt",
        "staat-zahlt",
        "straße-zu",
        "strasse-zu-2026-05-02",
        "the-ferry-to-rode-lay-still-for-12-days-because-its-rudder",
        "the-harbour-board-of-the-old-town-and-the-crews-of-all-its-2026-05-03",
        "the-harbour-board-of-the-old-town-and-the-crews-of-all-its",
    ]


def delete_one(site: Path) -> str:
    """Delete the draft of the second article, which has the address that others want too."""
    (site / "briefings" / "2026" / "ferry.md").unlink()
    return ""


def decide(what: str) -> Callable[[Path], str]:
    """Decide something about the second article."""

    def decided(site: Path) -> str:
        rows = [json.loads(line) for line in (site / "briefings" / "imports.jsonl").read_text("utf-8").splitlines()]
        (identity,) = {row["id"] for row in rows if row.get("url") == "https://quay.example/1"}
        (site / "briefings" / "decisions.yaml").write_text(f"- {{{what}: {identity}}}\n", "utf-8")
        return "decided"

    return decided


def undo_it(site: Path) -> str:
    """Take the import of the second article back, and bring it again at the end."""
    undo_import(site)
    return "again"


TUG = "The crew of the tug at Hull"
DUMP = "\n\n".join(("Ferry", FERRY.format("Hull", 20), MONEY.format(60, 30), f"{TUG} wants to be paid for 12 nights."))


def bring_dump(site: Path) -> None:
    """Import a file that holds two articles with nothing between them."""
    (site / "dump.txt").write_text(DUMP, "utf-8")
    run_import(ImportRequest(site, (site / "dump.txt",), date="2026-05-01"))


def split_one(site: Path) -> str:
    """Decide that what came as one article is two, and bring its file again at the end."""
    bring_dump(site)
    (site / "briefings" / "decisions.yaml").write_text(f"- {{split: dump.txt, text: {TUG}}}\n", "utf-8")
    return "split"


BETWEEN = {
    "delete": delete_one,
    "reject": decide("reject"),
    "keep": decide("keep"),
    "undo": undo_it,
    "split": split_one,
}


@pytest.mark.parametrize("what", BETWEEN)
@settings(max_examples=examples(1), deadline=None, phases=UNSHRUNK, suppress_health_check=[HealthCheck.too_slow])
@given(portions=portions_of(len(ARTICLES)))
def test_what_an_editor_does_between_the_portions_does_not_change_the_rest(
    what: str, portions: list[list[int]]
) -> None:
    """The second article comes first; then an editor acts; then the others come at once, or in portions."""
    rest = [[n for n in portion if n != 1] for portion in portions]
    with TemporaryDirectory() as folder:
        states = [acted(Path(folder) / str(n), what, some) for n, some in enumerate(([[*chain(*rest)]], rest))]
    assert states[0] == states[1]
    if what in ("keep", "undo"):
        with TemporaryDirectory() as folder:
            assert states[0] == brought(Path(folder) / "all", ARTICLES, [EVERY])
    else:
        with TemporaryDirectory() as folder:
            site = empty_site(Path(folder) / "after", ARTICLES)
            bring(site, EVERY)
            BETWEEN[what](site)
            bring(site, EVERY)
            if what == "split":
                bring_dump(site)
                assert sum("Hull" in text for text in state(site)[0].values()) == 2
            assert addresses(state(site)) == addresses(states[0])


def acted(folder: Path, what: str, portions: Sequence[Sequence[int]]) -> Any:
    site = empty_site(folder, ARTICLES)
    bring(site, [1])
    then = BETWEEN[what](site)
    for portion in portions:
        bring(site, portion)
    if then == "again":
        bring(site, [1], again=True)
    elif then == "split":
        bring_dump(site)
    elif then:
        bring(site, [1])
    return state(site)


def addresses(found: tuple[dict[str, str], Any]) -> set[str]:
    return set(found[0])


def test_a_draft_that_an_editor_touched_published_or_linked_keeps_its_address(tmp_path: Path) -> None:
    for n, (before, after) in enumerate((("The ferry", "A ferry"), ("draft: true\n", ""))):
        site = empty_site(tmp_path / str(n), ARTICLES)
        bring(site, [0])
        brief = site / "briefings" / "2026" / "ferry.md"
        brief.write_text(brief.read_text("utf-8").replace(before, after), "utf-8")
        bring(site, [1])
        assert set(state(site)[0]) == {"briefings/2026/ferry.md", "briefings/2026/ferry-2026-05-01.md"}
        assert "Lund" in brief.read_text("utf-8")
    links = ("[[ferry]]", "[[Ferry|it]]", "[[ferry#when|it]]", "[[\n  ferry ]]", "| [[ferry\\|it]] |")
    for n, link in enumerate((*links, "[it](2026/ferry.md)", "[it](/briefs/ferry/)")):
        site = empty_site(tmp_path / f"linked{n}", ARTICLES)
        bring(site, [0])
        (site / "briefings" / "own.md").write_text(f"---\ntitle: Own\n---\nSee {link}.\n", "utf-8")
        bring(site, [1])
        assert "Lund" in (site / "briefings" / "2026" / "ferry.md").read_text("utf-8")
