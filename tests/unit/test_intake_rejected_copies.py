"""A rejected article stays away in every form in which it would be folded if it were there; others come in."""

import json
from functools import cache

import pytest

from annotated_briefings.base.values import replace
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.pipeline import ImportPlan, plan_import
from annotated_briefings.intake.reading import split_all

SAYS = [
    "The council of Torvik voted on Monday to close the old swing bridge for the whole winter.",
    "Its bearings had been worn down by eleven years of traffic, the harbour engineer told the meeting.",
    "Ferries will carry 340 cars a day to the south bank until the new span is in place in April.",
    "The work will cost nine million crowns, of which the county pays a third.",
    "Shopkeepers on the south bank fear for their trade before Christmas and ask for free crossings.",
]
TEXT = "\n\n".join(SAYS)
OTHER = (
    "The school of the island gets a new roof in May, and its pupils move into the town hall until the summer.\n\n"
    "Parents have asked for a bus, and the council will decide about it next week in the old customs house."
)
HEAD = (
    '<link rel="canonical" href="https://courier.example/bridge"><meta property="og:site_name" content="Courier">'
    '<meta property="article:published_time" content="2026-03-01T08:00:00Z">'
)


def page(title: str, text: str, head: str = HEAD) -> str:
    body = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


COPIES = {
    "a text with the headline above it": ("b.txt", f"Bridge shut\n\n{TEXT}\n"),
    "its headline in capitals": ("b.txt", f"BRIDGE SHUT\n\n{TEXT}\n"),
    "another headline": ("b.md", f"# Old bridge closed until April\n\n{TEXT}\n"),
    "one of two": (
        "b.txt",
        f"TITLE: Bridge shut\nDATE: 2026-03-02\n\n{TEXT}\n\n-----\n\n"
        f"TITLE: School gets a roof\nDATE: 2026-03-02\n\n{OTHER}\n",
    ),
    "labelled lines": ("b.txt", f"TITLE: Bridge shut\nDATE: 2026-03-02\n\n{TEXT}\n"),
    "an agency sent it": (
        "b.html",
        page("Bridge shut", f"TORVIK (Ostwire) - {TEXT}", '<link rel="canonical" href="https://gazette.example/y">'),
    ),
    "records": ("b.json", json.dumps([{"title": "No cars over the bridge", "content": TEXT.replace("-", "‑")}])),
    "its end alone": ("b.txt", f"Shops fear for Christmas\n\n{SAYS[2]}\n\n{SAYS[3]}\n\n{SAYS[4]}\n"),
    "a letter": ("b.eml", f"From: n@courier.example\nSubject: Bridge shut\nContent-Type: text/plain\n\n{TEXT}\n"),
    "its next version": ("b.html", page("Bridge shut", TEXT.replace("340", "360"))),
}
OTHERS = {
    "another figure elsewhere": ("b.txt", "Bridge shut\n\n" + TEXT.replace("340", "430").replace("nine", "seven")),
    "a denial": ("b.txt", "Bridge shut\n\n" + TEXT.replace("voted", "did not vote")),
    "the same headline": ("b.txt", f"Bridge shut\n\n{OTHER}\n"),
    "two sentences in another text": ("b.txt", f"School gets a roof\n\n{OTHER}\n\n{SAYS[0]} {SAYS[1]}\n"),
    "an answer to it": ("b.txt", f"Bridge: the answer\n\nThe report that {SAYS[0].lower()[:-1]} is wrong, it says.\n"),
    "another page of its outlet": ("b.html", page("School gets a roof", OTHER, HEAD.replace("/bridge", "/school"))),
}


def plan(name: str, text: str, known: Known) -> ImportPlan:
    documents, _ = read_any(name, text.encode())
    return plan_import((split_all("", documents, (), known.decisions),), known)


@cache
def rejected() -> Known:
    first = plan("a.html", page("Bridge shut", TEXT), Known(Decisions()))
    [entry] = first.entries
    return Known(
        Decisions(rejected=frozenset({entry.id})),
        ledger=(replace(entry, verdict="rejected", brief=""),),
        collected={entry.id: first.articles[0].text}.get,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("form", COPIES)
def test_no_form_of_a_rejected_article_becomes_a_brief(form: str) -> None:
    found = plan(*COPIES[form], rejected())
    beside = ["School gets a roof"] if form == "one of two" else []
    assert [task.meta.headline.value for task in found.tasks] == beside
    assert "an editor rejected" in found.refused[0][1]


@pytest.mark.parametrize("other", OTHERS)
def test_what_says_something_else_comes_in(other: str) -> None:
    assert len(plan(*OTHERS[other], rejected()).tasks) == 1


def test_a_copy_of_a_brief_that_is_there_is_folded_into_it() -> None:
    known = rejected()
    [entry] = known.ledger
    twin = replace(entry, id="other", verdict="brief", brief="briefings/other.md", url="https://gazette.example/z")
    text = known.collected(entry.id)
    there = replace(known, ledger=(entry, twin), present=frozenset({twin.id}), collected=lambda _: text)
    found = plan(*COPIES["its headline in capitals"], there)
    assert [one.into for one in found.folded] == [twin.id]
    assert found.refused == ()
