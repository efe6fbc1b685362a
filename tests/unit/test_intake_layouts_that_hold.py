"""What holds a text back as a line of its own does so whatever it is laid out as; news laid out like it is public."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from sampled import met

from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch

TITLE = "Crane for Lund"
FIRST = "The harbour of Lund will get a second crane in May, its master said on Monday in the hall of the port."
SECOND = "It costs four million and comes from a yard in the north, where it has stood idle for nine years."
File = tuple[str, str]
Layout = Callable[[str], File]
PHRASES = [
    "NOT FOR PUBLICATION",
    "Confidential draft",
    "Nur für den internen Gebrauch",
    "内部资料",
    "Not for publication before 5 March 2031",
    "Sperrfrist: 5. März 2031, 9 Uhr",
    "Please do not publish yet",
    "Awaiting sign-off from the legal desk",
    "Not public yet",
    "Embargo until the speech begins",
    "Vain sisäiseen käyttöön",
]
NEWS = [
    "Members only club opens in Oslo",
    "Status of the talks unclear",
    "Wait for the board",
    "Interne Untersuchung der Bank beendet",
    "“Please do not publish yet.”",
]


def marked(block: str) -> File:
    return "a.md", f"# {TITLE}\n\n{block}\n\n{FIRST}\n\n{SECOND}\n"


def plain(block: str) -> File:
    return "a.txt", f"{TITLE}\n\n{block}\n\n{FIRST}\n\n{SECOND}\n"


def page(inner: str, above: str = "", more: str = "") -> File:
    head = f"<!doctype html><html><head><meta charset=utf-8><title>{TITLE}</title></head>"
    text = f"<article><h1>{TITLE}</h1>{inner}<p>{FIRST}</p><p>{SECOND}</p></article>"
    return "a.html", f"{head}<body>{above}<main>{text}</main>{more}</body></html>"


def record(**more: object) -> File:
    return "a.json", json.dumps([{"title": TITLE, "body": f"{FIRST}\n\n{SECOND}", **more}], ensure_ascii=False)


def feed(more: str, above: str = "") -> File:
    item = f"<title>{TITLE}</title><link>https://quay.example/a</link>{more}<description>{above}{FIRST}</description>"
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return "a.xml", f'<rss version="2.0" {names}><channel><title>Quay</title><item>{item}</item></channel></rss>'


def letter(subject: str, line: str) -> File:
    head = f"From: Port <port@quay.example>\nTo: desk@quay.example\nSubject: {subject}\n"
    return "a.eml", f"{head}Content-Type: text/plain; charset=utf-8\n\n{line}\n\n{FIRST}\n\n{SECOND}\n"


MARKED: Mapping[str, Layout] = {
    pattern: lambda phrase, pattern=pattern: marked(pattern.replace("X", phrase))  # type: ignore[misc]
    for pattern in (
        "X", "**X**", "*X*", "__X__", "***X***", "`X`", "==X==", "[X]", "(X)", "> X", "> **X**", ">> X",
        "> [!warning] X", "> [!danger]- X", "> [!note]\n> X", "> [!warning] X\n> Wait for the board.",
        "> **Warning:** X", "## X", "X\n-----", "- X", "* **X**", "1. X", "- [ ] X", "| X |\n|---|",
        "| **X** |\n|---|\n| a |", "| Note | X |\n|---|---|", "| Field | Value |\n|---|---|\n| Note | X |",
        "Note\n: X", "**Note:** X", "- Desk: port\n- Note: X\n- Length: 200", "!!! note\n    X",
        "!!! warning \"X\"\n    Wait for the board.", ":::warning\nX\n:::", "::: warning X\nWait.\n:::",
        ".. warning:: X", "⚠️ X", "🔒 **X** 🔒", "```\nX\n```", '<div class="note">X</div>', "<p><b>X</b></p>",
    )
}  # fmt: skip
PLAIN: Mapping[str, Layout] = {
    pattern: lambda phrase, pattern=pattern: plain(pattern.replace("X", phrase))  # type: ignore[misc]
    for pattern in (
        "X", "(X)", "*** X ***", "--- X ---", "+------+\n| X |\n+------+", "WARNING: X", "[NOTE]\n====\nX\n====",
    )
}  # fmt: skip
TAGS = '<ul class="tags"><li><a href="/t/b">X</a></li></ul>'
PAGES: Mapping[str, Layout] = {
    pattern: lambda phrase, pattern=pattern: page(pattern.replace("X", phrase))  # type: ignore[misc]
    for pattern in (
        "<p>X</p>", "<p><strong>X</strong></p>", "<p><mark>X</mark></p>", "<small>X</small>", "<h2>X</h2>",
        "<blockquote>X</blockquote>", "<ul><li>X</li></ul>", "<table><tr><td>X</td></tr></table>",
        "<table><tr><th>X</th></tr><tr><td>a</td></tr></table>", "<table><tr><th>Note</th><td>X</td></tr></table>",
        "<table><caption>X</caption><tr><td>a</td><td>b</td></tr></table>", "<dl><dt>Note</dt><dd>X</dd></dl>",
        '<div class="banner">X</div>', '<aside role="note">X</aside>', "<details open><summary>X</summary></details>",
        '<span class="badge">X</span>', TAGS,
    )
}  # fmt: skip
OTHERS: Mapping[str, Layout] = {
    "bar of a page": lambda phrase: page("", f'<div class="notice">{phrase}</div>'),
    "category of a feed": lambda phrase: feed(f"<category>{phrase}</category>"),
    "subject of a feed": lambda phrase: feed(f"<dc:subject>{phrase}</dc:subject>"),
    "rights of a feed": lambda phrase: feed(f"<dc:rights>{phrase}</dc:rights>"),
    "text of a feed": lambda phrase: feed("", f"&lt;p&gt;&lt;b&gt;{phrase}&lt;/b&gt;&lt;/p&gt;"),
    "tags": lambda phrase: record(tags=["harbour", phrase]),
    "labels": lambda phrase: record(labels=[{"name": phrase}]),
    "category": lambda phrase: record(category=phrase),
    "note": lambda phrase: record(note=phrase),
    "any field": lambda phrase: record(hint=phrase),
    "field below another": lambda phrase: record(info={"hint": phrase}),
    "cell": lambda phrase: ("a.csv", f'title,text,remark\n{TITLE},"{FIRST}","{phrase}"\n'),
    "front matter": lambda phrase: (
        "a.md",
        f"---\ntitle: {TITLE}\nhint: {json.dumps(phrase)}\n---\n{FIRST}\n\n{SECOND}\n",
    ),
    "subject of a letter": lambda phrase: letter(f"[{phrase}] {TITLE}", "Hello,"),
    "line of a letter": lambda phrase: letter(TITLE, phrase),
}


def is_held(file: File) -> tuple[bool, bool]:
    """Whether each article of a file is held back, and whether one is."""
    name, text = file
    found = read_batch(((Piece(name=name, data=text.encode()),), Decisions(), (), DayReading()))[0].articles
    held = [bool(one.given.held or one.given.embargo) for one in found]
    assert held, file
    return all(held), any(held)


def wrong(layouts: Mapping[str, Layout]) -> list[tuple[str, str]]:
    """The layouts and phrases that are not held back, and the layouts and news that are."""
    shown = [(name, phrase) for name, phrase in met(layouts, PHRASES, 4) if not is_held(layouts[name](phrase))[0]]
    return shown + [(name, phrase) for name, phrase in met(layouts, NEWS) if is_held(layouts[name](phrase))[1]]


@pytest.mark.slow
def test_a_phrase_that_holds_as_a_line_holds_in_every_layout_of_markdown() -> None:
    assert wrong(MARKED) == []


def test_a_phrase_that_holds_as_a_line_holds_in_every_layout_of_plain_text() -> None:
    assert wrong(PLAIN) == []


@pytest.mark.slow
def test_a_phrase_that_holds_as_a_line_holds_in_every_layout_of_a_page() -> None:
    assert wrong(PAGES) == []


def test_a_phrase_that_holds_as_a_line_holds_in_every_field_of_feeds_records_and_letters() -> None:
    assert wrong(OTHERS) == []


def test_subjects_of_one_word_are_news_about_it() -> None:
    labels = [OTHERS["category of a feed"], OTHERS["category"], PAGES[TAGS]]
    words = ("Embargo", "Secret", "Restricted", "禁运")
    assert [phrase for made in labels for phrase in words if is_held(made(phrase))[1]] == []


def test_notices_in_links_menus_and_long_boxes_of_a_page_hold_nothing_back() -> None:
    text = "Not for publication"
    others = (
        f"<nav>{text}</nav>",
        f"<aside><h3>More</h3><p>{text}</p><p>{FIRST} {SECOND} {FIRST}</p></aside>",
        f'<p><a href="/help">{text}</a></p>',
        f"<footer><p>{text}</p></footer>",
    )
    assert [one for one in others if is_held(page("", one, one))[1]] == []


PREVIEWS = Path(__file__).parents[1] / "data" / "stated" / "previews.tsv"


@pytest.mark.slow
def test_a_notice_that_a_page_is_not_public_yet_holds_back_in_every_language() -> None:
    rows = [row.split("\t") for row in PREVIEWS.read_text(encoding="utf-8").splitlines()]
    files = [(want, made(phrase)) for _, want, phrase in rows for made in (OTHERS["bar of a page"], PLAIN["X"])]
    assert [file for want, file in files if is_held(file) != ((want == "held"),) * 2] == []
