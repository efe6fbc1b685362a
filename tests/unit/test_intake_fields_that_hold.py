"""Fields that name a way or a time of publication, readers or a state hold back in every format that has fields; the
same words about something else hold nothing back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from many import LONG

from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch
from annotated_briefings.intake.stated.release import not_yet

NOW = "2026-12-01T00:00:00Z"
TITLE = "New crane for Lund"
BODY = (
    "The harbour of Lund will get a second crane in May, its master said on Monday in the hall.\n\n"
    "It costs four million and comes from a yard in the north of the country."
)
DATA = Path(__file__).parents[1] / "data" / "stated"


def carriers(phrase: dict[str, object]) -> Iterator[tuple[str, str]]:
    facts = {"title": TITLE, "body": BODY, "publishedAt": "2026-03-16T08:00:00Z", "url": "https://a.example/b"}
    yield "a.json", json.dumps([facts | phrase])
    item = {"id": "1", "title": TITLE, "content_text": BODY, "date_published": "2026-03-16T08:00:00Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [item | phrase]}
    yield "feed.json", json.dumps(feed)
    lines = "".join(
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in phrase.items()
    )
    yield "a.md", f"---\ntitle: {TITLE}\ndate: 2026-03-16\n{lines}---\n{BODY}\n"
    if all(isinstance(one, (str, bool)) and "," not in str(one) for one in phrase.values()):
        keys, values = ",".join(phrase), ",".join(map(str, phrase.values()))
        yield "a.csv", f'title,text,date,{keys}\n{TITLE},"{BODY}",2026-03-03,{values}\n'


def is_held(name: str, text: str) -> bool:
    found = read_batch(((Piece(name=name, data=text.encode()),), Decisions(), (), DayReading()))[0]
    given = [not_yet(one, NOW, "UTC").given for one in found.articles]
    assert given, (name, text)
    return any(one.held or one.embargo for one in given)


@pytest.mark.slow
@pytest.mark.parametrize("table", ["channels.tsv", "live_times.tsv", "answers.tsv"])
def test_fields_hold_back_in_all_formats_where_they_say_so_and_nowhere_else(table: str) -> None:
    rows = [line.split("\t") for line in (DATA / table).read_text(encoding="utf-8").splitlines()]
    # Each row in half of the formats, in turn; in the long run in all.
    wrong = [
        (part, want, name, phrase)
        for number, (part, want, phrase) in enumerate(rows)
        for name, text in list(carriers(json.loads(phrase)))[0 if LONG else number % 2 :: 1 if LONG else 2]
        if is_held(name, text) is not (want == "held")
    ]
    assert wrong == []


@pytest.mark.parametrize("key", ["प्रकाशित_स्थान", "ชื่อเรื่อง", "தலைப்பு", "ចំណងជើង", "عُنوان", "שֵׁם"])
def test_front_matter_is_read_in_whatever_script_its_keys_are(key: str) -> None:
    text = f"---\n{key}: X\ntitle: {TITLE}\ndate: 2026-03-16\n---\n{BODY}\n"
    [article] = read_batch(((Piece(name="a.md", data=text.encode()),), Decisions(), (), DayReading()))[0].articles
    assert article.given.title == TITLE
    assert [one.text for one in article.paragraphs if not one.aside] == BODY.split("\n\n")


def ris(more: str, kind: str = "NEWS") -> tuple[str, str]:
    return "a.txt", f"TY  - {kind}\nTI  - {TITLE}\nAU  - Holm, Bo\nAB  - {BODY}\nPY  - 2026\n{more}\nER  - \n"


def bibtex(more: str, kind: str = "article") -> tuple[str, str]:
    facts = f"title={{{TITLE}}},\n author={{Bo Holm}},\n year={{2026}},\n abstract={{{BODY}}}"
    return "a.bib.txt", f"@{kind}{{x1,\n {facts},\n {more}\n}}\n"


def endnote(more: str, kind: str = "Web Page") -> tuple[str, str]:
    facts = f"<titles><title>{TITLE}</title></titles><dates><year>2026</year></dates><abstract>{BODY}</abstract>"
    return "a.xml", f'<xml><records><record><ref-type name="{kind}">12</ref-type>{facts}{more}</record></records></xml>'


def test_references_hold_back_by_their_kind_notes_and_keywords() -> None:
    held = (
        ris("N1  - Unpublished. Do not circulate."),
        ris("KW  - internal use only"),
        ris("PB  - Quay", "UNPB"),
        ris("C1  - Embargo until 5 March 2031"),
        bibtex("note={In confidence}"),
        bibtex("publisher={Quay}", "unpublished"),
        bibtex("note={Not before 5 March 2031}"),
        bibtex("pubstate={inpreparation}"),
        bibtex("keywords={harbour, not for publication}"),
        endnote("<notes>Not for publication</notes>"),
        endnote("", "Unpublished Work"),
        endnote("<keywords><keyword><style>internal use only</style></keyword></keywords>"),
    )
    public = (
        ris("N1  - Printed on page 3."),
        ris("KW  - embargo"),
        ris("C1  - 2031"),
        bibtex("note={Accessed 5 March 2026}"),
        bibtex("keywords={embargo, oil}"),
        bibtex("pubstate={published}"),
        endnote("<notes>Read twice</notes>"),
        endnote("<keywords><keyword>embargo</keyword></keywords>"),
    )
    assert [one for one in held if not is_held(*one)] == []
    assert [one for one in public if is_held(*one)] == []


def test_an_answer_is_no_outlet() -> None:
    for name, text in carriers({"website": "no"}):
        found = read_batch(((Piece(name=name, data=text.encode()),), Decisions(), (), DayReading()))[0]
        assert [one.given.outlet.casefold() for one in found.articles] == ["quay" if name == "feed.json" else ""]
