"""What an editor has rejected or deleted comes again by itself in no form, among however many texts like it."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotated_briefings.base.values import replace
from annotated_briefings.cli.main import main
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.pipeline import ImportPlan, plan_import
from annotated_briefings.intake.reading import FileRead, split_all

pytestmark = pytest.mark.slow

SAYS = (
    "The harbour office of {0} will rent out {1} berths for small boats from the first of May on.",
    "A berth costs {2} crowns a season, and boats of the volunteer rescue service pay nothing.",
    "The office draws lots where more boats apply than there is room for, as it did in the last three years.",
    "Owners must show that their boat is insured and that its engine was checked within the last two years.",
    "Last year the harbour counted {3} guests, most of them from the other side of the sound.",
)
PLACES = [f"{one} {other}".strip() for other in ("", "North", "South") for one in ("Lund", "Vess", "Ostmark", "Halden")]


def filled_in(*what: object) -> list[str]:
    return [sentence.format(*what) for sentence in SAYS]


TEXT = filled_in("Torvik", 84, "2,300", 640)
CROWD = tuple(
    (f"Berths in {place}", filled_in(place, 20 + n, f"1,{500 + n}", 200 + 7 * n)) for n, place in enumerate(PLACES * 2)
)
TITLE = "Berths in Torvik"


def plain(title: str, paragraphs: list[str], above: str = "") -> str:
    return above + "\n\n".join([title, *paragraphs]) + "\n"


def record(title: str, paragraphs: list[str], **more: str) -> str:
    return json.dumps([{"title": title, "content": "\n\n".join(paragraphs), **more}])


def page(title: str, body: str) -> str:
    head = '<link rel="canonical" href="https://gazette.example/berths">'
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


IN_PARAGRAPHS = "".join(f"<p>{one}</p>" for one in TEXT)
OTHER = (
    "TITLE: School gets a roof\n\nThe school of the island gets a new roof in May, and its pupils move out for a year."
)
FORMS = {
    "a record under another headline": ("b.json", record("Room for 84 boats", TEXT)),
    "a headline that denies it": ("b.json", record("No room for boats in Torvik", TEXT)),
    "another outlet and day": ("b.json", record(TITLE, TEXT, outlet="Gazette", date="2026-05-09")),
    "a page": ("b.html", page(TITLE, IN_PARAGRAPHS)),
    "another byline": ("b.txt", plain(TITLE, TEXT, "By Nora Quay\n\n")),
    "a credit below": ("b.txt", plain(TITLE, [*TEXT, "(Ostwire/nq)"])),
    "a notice of rights below": ("b.txt", plain(TITLE, [*TEXT, "© 2026 Gazette. All rights reserved."])),
    "a short standfirst": ("b.json", record(TITLE, ["Eighty-four places are to be had.", *TEXT])),
    "points above it": ("b.html", page(TITLE, f"<ul><li>84 berths</li><li>Lots are drawn</li></ul>{IN_PARAGRAPHS}")),
    "in one paragraph": ("b.json", record(TITLE, [" ".join(TEXT)])),
    "other signs": ("b.txt", plain(TITLE, [one.replace(" a ", "\u00a0a ").replace("-", "–") for one in TEXT])),
    "as a list": ("b.md", f"# {TITLE}\n\n" + "".join(f"- {one}\n" for one in TEXT)),
    "in a dump": ("b.txt", plain(f"TITLE: {TITLE}", TEXT) + f"\n-----\n\n{OTHER}\n"),
    "with headings": ("b.html", page("Boats", "".join(f"<h2>Point {n}</h2><p>{p}</p>" for n, p in enumerate(TEXT, 1)))),
}
OTHERS = {
    "another figure": ("b.json", record(TITLE, [one.replace("84", "48") for one in TEXT])),
    "a denial": ("b.json", record(TITLE, [TEXT[0].replace("will", "will not"), *TEXT[1:]])),
    "a figure in its last sentence": ("b.md", plain(f"# {TITLE}", [one.replace("640", "460") for one in TEXT])),
    "a place": ("b.txt", plain(TITLE, [one.replace("Torvik will", "Torvik, not Lund, will") for one in TEXT])),
    "a word in place of another": ("b.json", record(TITLE, [one.replace("nothing", "double") for one in TEXT])),
    "a unit": ("b.json", record("Room in Torvik", [one.replace("crowns", "pounds") for one in TEXT])),
    "a correction": ("b.json", record(TITLE, ["Correction: this report is wrong.", *TEXT])),
    "a label": ("b.json", record("Checked", ["HOAX", *TEXT])),
    "much more": (
        "b.json",
        record("The town grows", [*(f"It built {n} houses in {n}." for n in range(9)), TEXT[0]]),
    ),
}


@cache
def read(name: str, text: str) -> FileRead:
    return split_all(name, tuple(read_any(name, text.encode())[0]), (), Decisions())


def plan(files: list[tuple[str, str]], known: Known) -> ImportPlan:
    return plan_import(tuple(read(*file) for file in files), known)


def of_crowd(places: list[int]) -> list[tuple[str, str]]:
    return [(f"c{n}.json", record(*CROWD[n], url=f"https://courier.example/{n}")) for n in places]


@cache
def decided(how: str, first: str, crowd: int, here: bool) -> Known:
    """A site with some articles of a crowd, and one like them that an editor has rejected or deleted."""
    files = {"text": ("a.txt", plain(TITLE, TEXT)), "page": ("a.html", page(TITLE, IN_PARAGRAPHS))}
    found = plan([files[first], *of_crowd(list(range(crowd)))], Known(Decisions()))
    [gone] = [article.id for article in found.articles if "Torvik" in article.text]
    texts = {a.id: a.text for a in found.articles if here or a.id != gone}
    there = frozenset(entry.id for entry in found.entries) - {gone}
    rejected = replace(next(e for e in found.entries if e.id == gone), verdict="rejected", brief="")
    ledger = tuple(rejected if e.id == gone and how == "rejected" else e for e in found.entries)
    decisions = Decisions(rejected=frozenset({gone} if how == "rejected" else ()))
    return Known(
        decisions, ledger=ledger, present=there, unedited=there, collected=lambda identity: texts.get(identity, "")
    )


STATES = {
    "how": st.sampled_from(["rejected", "deleted"]),
    "first": st.sampled_from(["text", "page"]),
    "crowd": st.sampled_from([0, 3, 13]),
    "beside": st.lists(st.integers(0, len(CROWD) - 1), max_size=18, unique=True),
    "at": st.integers(0, 18),
}
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def torvik(found: ImportPlan) -> list[str]:
    return [task.meta.headline.value for task in found.tasks if "Torvik" in task.article.text]


@FEW
@given(form=st.sampled_from(sorted(FORMS)), here=st.booleans(), **STATES)
def test_no_form_comes_again(
    form: str, here: bool, how: str, first: str, crowd: int, beside: list[int], at: int
) -> None:
    files = of_crowd(beside)
    files.insert(at, FORMS[form])
    assert torvik(plan(files, decided(how, first, crowd, here))) == []


@FEW
@given(other=st.sampled_from(sorted(OTHERS)), here=st.booleans(), **STATES)
def test_what_says_something_else_comes_in(
    other: str, here: bool, how: str, first: str, crowd: int, beside: list[int], at: int
) -> None:
    files = of_crowd(beside)
    files.insert(at, OTHERS[other])
    assert len(torvik(plan(files, decided(how, first, crowd, here)))) == 1


@pytest.mark.parametrize("here", [True, False])
@pytest.mark.parametrize("how", ["rejected", "deleted"])
@pytest.mark.parametrize("other", OTHERS)
def test_each_comes_in_whether_or_not_the_text_is_here(other: str, how: str, here: bool) -> None:
    assert len(torvik(plan([OTHERS[other]], decided(how, "page", 0, here)))) == 1


@pytest.mark.parametrize("form", FORMS)
def test_each_form_stays_away_behind_a_crowd_and_is_named(form: str) -> None:
    how = "deleted" if sorted(FORMS).index(form) % 2 else "rejected"
    found = plan([*of_crowd(list(range(14))), FORMS[form]], decided(how, "text", 0, True))
    assert torvik(found) == []
    result = [why for _, why in found.refused if "an editor rejected" in why or "was deleted" in why]
    assert result or [known.verdict for known in found.known] == ["deleted"]


def test_undoing_the_import_of_a_rejected_article_does_not_bring_its_copies(tmp_path: Path) -> None:
    def run(*words: str) -> int:
        return main(["--site", str(tmp_path), *words])

    def file(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    def briefs() -> list[str]:
        return sorted(path.relative_to(tmp_path).as_posix() for path in (tmp_path / "briefings").rglob("*.md"))

    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    run("import", file("a.txt", plain(TITLE, TEXT)), file("c.json", record(*CROWD[0])))
    run("imports", "list")
    [brief] = [one for one in briefs() if "torvik" in one]
    assert run("imports", "reject", brief) == 0
    left = briefs()
    run("import", file("b.json", FORMS["a record under another headline"][1]))
    assert briefs() == left
    run("import", file("d.json", record(*CROWD[1])))
    assert run("imports", "undo") == 0
    run("import", file("b2.json", FORMS["a short standfirst"][1]))
    assert briefs() == left
    assert run("imports", "redo") == 0
    more = briefs()
    run("import", file("b3.txt", FORMS["another byline"][1]))
    assert briefs() == more
    gone = next(one for one in more if "lund" in one)
    (tmp_path / gone).unlink()
    copy = file("e.json", record("Boats of Lund", CROWD[0][1]))
    run("import", copy)
    assert len(briefs()) == len(more) - 1
    run("import", "--again", copy)
    assert len(briefs()) == len(more)


def test_a_decision_holds_for_an_article_whose_import_was_taken_back() -> None:
    known = decided("rejected", "text", 0, True)
    undone = replace(known, ledger=tuple(replace(entry, verdict="undone", sketch=b"") for entry in known.ledger))
    assert torvik(plan([FORMS["a record under another headline"]], undone)) == []


def test_another_byline_in_the_same_file_brings_no_deleted_article_back() -> None:
    known = decided("deleted", "text", 0, True)
    assert torvik(plan([("a.txt", FORMS["another byline"][1])], known)) == []
