"""Messages of news agencies as their services send them: headline, agency and day are read, codes left out by name."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

LEAD = (
    "Lund (dpa) - Das Wehr an der alten Mühle ist am Sonntag mit der Hand",
    "geöffnet worden, weil sein Motor durchgebrannt war. Zwei Feuerwehrleute",
    "drehten eine Stunde lang an der Kurbel.",
)
MORE = ("   Ein neuer Motor soll in zwei Wochen kommen. Bis dahin bleibt das", "Wehr offen.")
JOINED = [
    "Lund (dpa) - Das Wehr an der alten Mühle ist am Sonntag mit der Hand geöffnet worden, weil sein Motor "
    "durchgebrannt war. Zwei Feuerwehrleute drehten eine Stunde lang an der Kurbel.",
    "Ein neuer Motor soll in zwei Wochen kommen. Bis dahin bleibt das Wehr offen.",
]
TITLE = "Wehr in Lund mit der Hand geöffnet"
SIGN = ("dpa ab yyzz n1 kl", "231022 Nov 26")


def read(*lines: str) -> FileRead:
    documents, found = read_any("a.txt", "\n".join(lines).encode())
    return split_all("a.txt", documents, found, Decisions())


def shown(found: FileRead) -> list[list[str]]:
    return [[p.text for p in article.paragraphs if not p.aside] for article in found.articles]


HEADS = {
    "plain": ("bdt0231 4 vm 187 dpa 0611", "Umwelt/Wasser/", f"{TITLE} ="),
    "two lines of sections": ("rsd0012 3 vm 90 dpa 0002", "Umwelt/", "Wasser/Flüsse/Feuerwehr/", f"{TITLE} ="),
    "a note": ("bdt0231 4 vm 187 dpa 0611", "Umwelt/", "(Zusammenfassung 0930 - neu: Verband)", f"{TITLE} ="),
    "two notes": ("bdt0231 4 vm 187 dpa 0611", "Umwelt/", "(neu: Verband)", "(Foto - Archiv)", f"{TITLE} ="),
    "news at once": ("bdt0231 2 vm 18 dpa 0611", "Umwelt/", f"EILMELDUNG: {TITLE} ="),
    "a wrapped headline": ("bdt0231 4 vm 187 dpa 0611", "Umwelt/", "Wehr in Lund", "mit der Hand geöffnet ="),
    "blank lines": ("", "bdt0231 4 vm 187 dpa 0611", "", "Umwelt/Wasser/", "", f"{TITLE} =", ""),
    "no sections": ("lno0231 4 vm 187 dpa 0611", f"{TITLE} ="),
    "a writer": ("bdt0231 4 vm 187 dpa 0611", "Umwelt/", f"{TITLE} =", "Von Jana Pohl, dpa"),
    "a writer at the end": ("bdt0231 4 vm 187 dpa 0611", "Umwelt/", TITLE, "Von Jana Pohl, dpa ="),
}


@pytest.mark.parametrize("head", HEADS)
def test_a_message_has_its_headline_agency_and_day_and_none_of_its_codes(head: str) -> None:
    found = read(*HEADS[head], " ", *LEAD, *MORE, *SIGN)
    (meta,) = found.metas
    facts = (meta.headline.value, meta.outlet.value, meta.date.value)
    assert facts == (TITLE, "dpa", "2026-11-23")
    assert meta.author.value == ("Jana Pohl" if "writer" in head else "")
    assert shown(found) == [JOINED]
    named = {line.text for line in found.left_out}
    assert {*SIGN, next(line for line in HEADS[head] if line)} <= named
    assert {line for line in HEADS[head] if line.endswith(("/", ")"))} <= named


@pytest.mark.parametrize(
    ("codes", "sign", "outlet", "day"),
    [
        ("bdt0231 4 vm 187 dpa 0611", ("dpa ab yyzz n1 kl mi", "050710 Mär 26"), "dpa", "2026-03-05"),
        ("lby0007 4 pl 61 dpa 0011", ("dpa/lby ab xx z2 kl", "310001 Dez 25"), "dpa", "2025-12-31"),
        ("afp0007 4 pl 61 AFP 0011", ("afp ab xx", "011530 Okt 26"), "AFP", "2026-10-01"),
        ("apa0123 5 ci 110 APA 0321", ("APA kl ab", "170900 Mai 26"), "APA", "2026-05-17"),
        ("bdt0231 4 vm 187 dpa 0611", (), "dpa", ""),
    ],
)
def test_the_day_is_that_of_the_sign_off(codes: str, sign: tuple[str, ...], outlet: str, day: str) -> None:
    found = read(codes, "Umwelt/", f"{TITLE} =", "", *LEAD, *MORE, *sign)
    (meta,) = found.metas
    assert (meta.headline.value, meta.outlet.value, meta.date.value) == (TITLE, outlet, day)
    assert shown(found) == [JOINED]


def test_each_message_of_a_file_is_an_article_and_what_is_for_newsrooms_alone_stays_out() -> None:
    closed = (
        "# Notizblock",
        "## Orte",
        "- [Mühle](Am Wehr 1, Lund)",
        "* * * *",
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
        "- Autor: Jana Pohl, +49 40 555 0199, <pohl@agentur.example>",
    )
    first = (*HEADS["plain"], "", *LEAD, *MORE, "", *closed, *SIGN, "")
    second = (
        "bdt0232 4 vm 12 dpa 0612",
        "Tiere/",
        "Eule brütet =",
        "",
        "Arne (dpa) - Eine Eule brütet in Arne.",
        *SIGN,
    )
    found = read(*first, *second)
    assert [meta.headline.value for meta in found.metas] == [TITLE, "Eule brütet"]
    assert shown(found) == [JOINED, ["Arne (dpa) - Eine Eule brütet in Arne."]]
    assert [meta.author.value for meta in found.metas] == ["", ""]
    assert {line.text for line in found.left_out if line.why == "not for publication"} == set(closed)


def test_a_message_with_an_embargo_is_held_back() -> None:
    codes, sections, headline = HEADS["plain"]
    found = read(codes, sections, "Sperrfrist: 24. November 2026, 10.00 Uhr", headline, "", *LEAD, *MORE, *SIGN)
    (article,), (meta,) = found.articles, found.metas
    assert article.given.embargo.startswith("2026-11-24T10:00")
    assert meta.headline.value == TITLE


def test_a_text_that_does_not_begin_with_codes_is_no_file_of_messages() -> None:
    found = read(TITLE, "", *LEAD, "", "bdt0231 4 vm 187 dpa 0611")
    assert [meta.headline.value for meta in found.metas] == [TITLE]
