"""A text that is marked as not public is held back in any layout: by the properties of note programs, tags below a
headline, comments, rows of tables, headings of outlines, cells, and objects around a record."""

import json

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.reading import split_all

TITLE = "Crane lifts last load"
BODY = (
    "The old crane on the north quay lifted its last load on Monday, said Britta Karlsdotter of the port. "
    "Nobody was hurt when the cable gave way at noon."
)


def above(line: str) -> str:
    return f"{line}\n\n# {TITLE}\n\n{BODY}\n"


def below(line: str) -> str:
    return f"# {TITLE}\n{line}\n\n{BODY}\n"


def plain(line: str) -> str:
    return f"{line}\n\n{TITLE}\n\n{BODY}\n"


def row(*cells: str) -> str:
    """A table with an own column, the name of it first."""
    names, own = cells[:-1], cells[-1]
    return f'{",".join(names)}\n{TITLE},"{BODY}",{own}\n'


def table(*rows: str) -> str:
    head, *others = rows
    return above("\n".join((head, "|---|---|", *others)))


def record(**fields: object) -> str:
    return json.dumps([{"title": TITLE, "text": BODY, **fields}])


def wrapped(**fields: object) -> str:
    return json.dumps({"items": [{**fields, "entry": {"title": TITLE, "text": BODY}}]})


HELD = {
    "share:: false": ("a.md", f"share:: false\n{below('')}"),
    "public:: ❌": ("a.md", above("public:: ❌")),
    "öffentlich:: 🚫": ("a.md", above("öffentlich:: 🚫")),
    "visible:: ✗": ("a.md", above("visible:: ✗")),
    "publish:: ☐": ("a.md", above("publish:: ☐")),
    "a list of properties": ("a.md", above("- share:: no\n- area:: port")),
    "public: ❌ in front matter": ("a.md", f"---\ntitle: {TITLE}\npublic: ❌\n---\n{BODY}\n"),
    "Tags: private": ("a.md", below("Tags: private")),
    "Tags : brouillon": ("a.md", below("Tags : brouillon")),
    "Keywords: port, confidential": ("a.txt", plain("Keywords: port, confidential")),
    "Kategorie: Entwurf": ("a.txt", plain("Kategorie: Entwurf")),
    "标签:草稿": ("a.txt", plain("标签:草稿")),
    "%%private%%": ("a.md", above("%%private%%")),
    "%% draft %%": ("a.md", above("%% draft %%")),
    "<!-- hidden -->": ("a.md", above("<!-- hidden -->")),
    "<!-- intern -->": ("a.md", above("<!-- intern -->")),
    "Onay: bekliyor": ("a.md", above("Onay: bekliyor")),
    "Согласование: ожидается": ("a.md", above("Согласование: ожидается")),
    "Akceptacja: oczekuje": ("a.md", above("Akceptacja: oczekuje")),
    "Approvazione: in attesa": ("a.txt", plain("Approvazione: in attesa")),
    "Aprobación: pendiente": ("a.txt", plain("Aprobación: pendiente")),
    "Akkoord: nog niet": ("a.txt", plain("Akkoord: nog niet")),
    "承認待ち": ("a.txt", plain("承認待ち")),
    "校閲待ち": ("a.txt", plain("校閲待ち")),
    "待审核": ("a.txt", plain("待审核")),
    "승인 대기": ("a.txt", plain("승인 대기")),
    "Approved by:": ("a.txt", plain("Approved by:")),
    "Freigegeben von: ____": ("a.md", above("Freigegeben von: ____")),
    "**Validé par :**": ("a.md", above("**Validé par :**")),
    "承認者:": ("a.txt", plain("承認者:")),
    "不得早于": ("a.txt", plain("不得早于2031年3月5日发布")),
    "最早于": ("a.txt", plain("最早于2031年3月5日发布")),
    "より前": ("a.txt", plain("2031年3月5日より前に掲載しないでください")),
    "しないこと": ("a.txt", plain("2031年3月5日以前は公開しないこと")),
    "a cell approved by": ("a.csv", row("title", "text", "Approved by", "")),
    "a cell Freigegeben von": ("a.csv", row("Titel", "Text", "Freigegeben von", "")),
    "a cell Zatwierdzone przez": ("a.csv", row("tytuł", "tekst", "Zatwierdzone przez", "")),
    "a cell Утвердил": ("a.csv", row("заголовок", "текст", "Утвердил", "")),
    "a cell of a workflow": ("a.csv", row("title", "text", "Workflow step", "Draft")),
    "a row approved by": ("a.md", table("| Title | Approved by |", f"| {TITLE} |  |")),
    "a row of a state": ("a.md", table("| Status | Entwurf |", "| Ressort | Hafen |")),
    "a row of a name": ("a.md", table("| Feld | Wert |", "| Freigegeben von |  |")),
    "a row of an embargo": ("a.md", table("| Author | Embargo until |", "| B. Holm | 2031-03-05 |")),
    "a row of three": ("a.md", above("| Autor | Stand | Tag |\n|:--|:-:|--:|\n| B. Holm | in Prüfung | 2026-03-01 |")),
    "compartido:: no": ("a.md", above("compartido:: no")),
    "之前勿发": ("a.txt", plain("请于2031年3月5日之前勿发")),
    "* DRAFT": ("a.txt", f"* DRAFT {TITLE}\n\n{BODY}\n"),
    "** WIP": ("a.txt", f"** WIP {TITLE}\n\n{BODY}\n"),
    ":noexport:": ("a.txt", f"* {TITLE}   :port:noexport:\n\n{BODY}\n"),
    ":private:": ("a.txt", f"* {TITLE} :private:\n\n{BODY}\n"),
    "_publish_later": ("a.json", record(_publish_later=True)),
    "release_pending": ("a.json", record(release_pending="yes")),
    "published: ✗": ("a.json", record(published="✗")),
    "a state by language": ("a.json", record(fieldStatus={"*": {"en-US": "published", "de": "draft"}})),
    "a state within": ("a.json", record(sys={"fieldStatus": {"*": {"de": "draft"}}})),
    "first_publication_date": ("a.json", record(first_publication_date=None)),
    "firstPublishedAt": ("a.json", record(firstPublishedAt=None)),
    "a wrapper's visibility": ("a.json", wrapped(visibility="private")),
    "a wrapper's system": ("a.json", wrapped(system={"name": "crane", "workflow_step": "draft"})),
    "a wrapper's moderation": ("a.json", wrapped(moderation={"state": "rejected"})),
    "a wrapper's draft": ("a.json", json.dumps({"draft": True, "article": {"title": TITLE, "body": BODY}})),
}
PUBLIC = {
    "share:: ✅": ("a.md", above("share:: ✅")),
    "share: false is about buttons": ("a.md", f"---\ntitle: {TITLE}\nshare: false\n---\n{BODY}\n"),
    "Keywords: privacy": ("a.txt", plain("Keywords: privacy, port")),
    "Category: Private equity": ("a.md", below("Category: Private equity")),
    "Kategorie: Innere Medizin": ("a.md", below("Kategorie: Innere Medizin")),
    "<!-- more -->": ("a.md", above("<!-- more -->")),
    "a comment about a picture": ("a.md", above("<!-- photo: private collection of the port -->")),
    "Approval: done": ("a.md", above("Approval: done")),
    "Approved by: the board": ("a.txt", plain("Approved by: the harbour board")),
    "Release: soon": ("a.txt", plain("Release: soon")),
    "Status: a sentence": ("a.md", below("Status: 40 of 60 cranes are checked")),
    "a day of news": ("a.txt", plain("最早2031年3月5日,起重机将被拆除。")),
    "a cell with a name": ("a.csv", row("title", "text", "Approved by", "B. Holm")),
    "a cell without a day": ("a.csv", row("title", "text", "published_at", "")),
    "a row with a name": ("a.md", table("| Title | Approved by |", f"| {TITLE} | B. Holm |")),
    "a row of weather": ("a.md", table("| Wind | Visibility |", "| 12 knots | 10 km |")),
    "a row of votes": ("a.md", table("| Party | Vote |", "| Greens | no |")),
    "a row of releases": ("a.md", table("| Team | Status |", "| Oslo | released |")),
    "rows of bills": ("a.md", above("| Bill | Status |\n|---|---|\n| Ports | pending |\n| Quays | passed |")),
    "* NASA": ("a.txt", f"* NASA {TITLE}\n\n{BODY}\n"),
    "* a list": ("a.md", f"# {TITLE}\n\n* BBC reports on it\n* NATO wants a new one\n\n{BODY}\n"),
    "a state by language": ("a.json", record(fieldStatus={"*": {"en-US": "published", "de": "changed"}})),
    "what was before": ("a.json", record(history=[{"state": "draft"}, {"state": "published"}])),
    "first_publication_date": ("a.json", record(first_publication_date="2026-03-01T10:00:00Z")),
    "publish_later: false": ("a.json", record(publish_later=False)),
    "a wrapper": ("a.json", wrapped(status="ok", private=False)),
    "a wrapper's system": ("a.json", wrapped(system={"workflow_step": "published"})),
}


def given(name: str, text: str) -> Given:
    documents, _ = read_any(name, text.encode())
    [article] = split_all(name, documents, (), Decisions()).articles
    assert BODY in article.text
    return article.given


@pytest.mark.parametrize("form", HELD)
def test_it_is_held_back(form: str) -> None:
    found = given(*HELD[form])
    assert found.held or found.embargo[:10] == "2031-03-05"


@pytest.mark.parametrize("form", PUBLIC)
def test_ordinary_texts_are_not(form: str) -> None:
    found = given(*PUBLIC[form])
    assert (found.held, found.embargo) == ("", "")


def test_the_reason_is_what_the_text_says() -> None:
    reasons = {
        form: given(*HELD[form]).held for form in ("Tags: private", "a row approved by", "* DRAFT", "a cell Утвердил")
    }
    assert reasons == {
        "Tags: private": "Tags: private",
        "a row approved by": "Approved by: (empty)",
        "* DRAFT": "status: DRAFT",
        "a cell Утвердил": "Утвердил: (empty)",
    }
