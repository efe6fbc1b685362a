"""Input that is nested or repeated thousands of times over: it is read or reported, and in little time.

A text that takes ages ends at the time limit of the suite.
"""

import re

import pytest
from many import LONG

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.intake.figures import figures
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.ledger import read_ledger, read_lines

MANY, NESTED, SOME = (20_000, 20_000, 2000) if LONG else (4000, 2500, 800)
"""How often something is repeated, how deep elements of HTML are nested, and how many lines of a table there are: more
than Python calls functions within functions."""
FRONT = {
    "open lists": "a: " + "[" * MANY,
    "closed lists": "a: " + "[" * MANY + "]" * MANY,
    "open maps": "a: " + "{a: " * MANY,
    "dashes": "a:\n " + "- " * MANY,
    "question marks": "? " * MANY,
    "aliases of aliases": "a0: &a0 [x, x]\n" + "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)),
}
BODY = {
    "block quotes": "> " * MANY + "x",
    "lists in lists": "- " * MANY + "x",
    "stars": "*a " * MANY,
    "both kinds of emphasis": "*_" * 5000 + "a" + "_*" * 5000,
    "struck words": "~~a " * MANY,
    "backslashes": "\\" * MANY,
    "runs of backticks": " ".join("`" * n for n in range(1, 700 if LONG else 350)),
    "comments": "<!-- -->" * MANY,
    "comments over lines": "<!--\n\n-->x\n" * 2000,
    "comments in a cell": "| a |\n| - |\n| " + "<!-- -->" * MANY + " |",
    "wikilinks": "[[" * 3000,
    "wikilinks that are closed": "[[a]]" * 10_000,
    "wikilinks in a cell": "| a |\n| - |\n| " + "[[a\\|b]]" * 10_000 + " |",
    "brackets": "[" * 3000 + "]" * 3000,
    "footnotes of footnotes": "\n".join(f"[^{n}]: [^{n + 1}]" for n in range(3000)),
    "signs without blanks": "\u4e2d" * 100_000,
    "one line of a megabyte": "word " * 200_000,
}
FILES = {
    "a.html": ["<!-- -->" * MANY, "<!--" * MANY, "<html><body>" + "<div>" * NESTED + "x", "<html><p>" + "<b>" * NESTED],
    "a.xml": ["<rss><channel><item>" + "<a>" * MANY],
    "a.eml": [
        "From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
        + "--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 2000,
        "From: a\nSubject: " + "=?utf-8?q?a?= " * 5000 + "\n\nx",
    ],
    "a.txt": [
        "word " * 200_000,
        "\n" * MANY,
        "---\n" * MANY,
        '"' * MANY,
        "| a | b |\n| a |\n" * SOME,
        "a    b\n" * SOME,
        "words that go on and-    words beside these go on\n" * SOME,
    ],
    "a.md": ["---\ntitle: a\nb: " + "[" * MANY + "\n---\nx"],
}


def reported(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.message) for diagnostic in found]


@pytest.mark.parametrize("name", FRONT)
def test_a_brief_with_bottomless_front_matter_is_left_out_with_a_reason_or_read(name: str) -> None:
    brief, found = parse_brief(Source("briefings/a.md", f"---\ntitle: A\n{FRONT[name]}\n---\nText.\n"))
    assert brief is not None or found


@pytest.mark.parametrize("name", BODY)
def test_a_brief_with_a_bottomless_text_is_read(name: str) -> None:
    brief, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: A\n---\n{BODY[name]}\n"))
    assert brief is not None


def test_a_text_of_comments_without_an_end_is_left_out_with_a_reason() -> None:
    brief, found = parse_brief(Source("briefings/a.md", f"---\ntitle: {'<!--' * MANY}\n---\n{'<!-- `' * MANY}\n"))
    assert brief is None
    assert {code for code, _ in reported(found)} >= {"open-comment"}


def test_headings_that_are_all_the_same_have_ids_of_their_own() -> None:
    body = read_markdown(Source("a.md", ""), "a\n=\n" * MANY + "a-2\n=\n")
    ids = re.findall(r'<h2 id="([^"]*)"', body.html)
    assert ids[:3] == ["a", "a-1", "a-2"]
    assert ids[-1] == "a-2-1"
    assert len(set(ids)) == len(ids) == MANY + 1


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in FILES.items() for text in texts], ids=lambda value: value[:12]
)
def test_a_bottomless_file_is_read_or_named(name: str, text: str) -> None:
    documents, found = read_any(name, text.encode())
    assert documents or found


def test_a_message_in_a_message_two_thousand_times_over_is_said() -> None:
    inside = "From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    documents, found = read_any("a.eml", (inside * 2000 + "x").encode())
    assert found == ()
    assert {document.left_out for document in documents} == {
        "it has no text of its own",
        "it lies too deep in other messages",
    }


@pytest.mark.parametrize("text", ["[" * MANY, "[" * MANY + "]" * MANY, '{"a":' * MANY])
def test_json_that_is_nested_too_deep_is_a_broken_record(text: str) -> None:
    documents, found = read_any("a.json", text.encode())
    assert not documents
    assert reported(found) == [("broken-record", "the file is not JSON: its brackets are nested too deep")]


@pytest.mark.parametrize("rest", ["", "[1, null, {}]", '{"items": 7}', '{"items": [7, {"authors": 7}]}', "[" * MANY])
def test_a_broken_json_feed_is_said_and_raises_nothing(rest: str) -> None:
    text = f'{{"version": "https://jsonfeed.org/version/1.1", "items": {rest}'
    documents, found = read_any("a.json", text.encode())
    assert not documents
    assert [code for code, _ in reported(found)] == ["broken-record"]
    assert found[0].message.startswith("the file is not JSON: ")


@pytest.mark.parametrize("items", ["7", "[7, null]", '[{"authors": 7, "content_html": 7}]', '[{"authors": [null]}]'])
def test_a_json_feed_whose_items_are_something_else_raises_nothing(items: str) -> None:
    documents, found = read_any("a.json", f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}'.encode())
    assert documents or reported(found)


def test_the_items_of_a_json_feed_that_can_be_read_are_read() -> None:
    text = (
        b'{"version": "https://jsonfeed.org/version/1", "items": [7, {"title": "Rain", '
        b'"authors": [null, {"name": "Mara"}], "content_text": "It rained."}]}'
    )
    documents, found = read_any("a.json", text)
    assert not found
    assert [(d.given.title, d.given.author, d.left_out) for d in documents] == [
        ("", "", "it is no object with a text"),
        ("Rain", "Mara", ""),
    ]


@pytest.mark.parametrize("text", ["[" * MANY, '{"a":' * MANY, "a:\n " + "- " * MANY])
def test_bottomless_decisions_and_ledgers_are_said(text: str) -> None:
    assert read_decisions(Source("briefings/decisions.yaml", text))[1]
    assert read_ledger(read_lines("briefings/imports.jsonl", [f"{text}\n".encode()]))[1]


@pytest.mark.parametrize(
    "text",
    ["1" * MANY, "1,111" * MANY, "$" + "9" * MANY, "[a](" * MANY, " " * MANY + "|", " \n" * MANY],
    ids=lambda text: text[:5],
)
def test_a_bottomless_article_is_searched_for_figures_and_read_as_markdown(text: str) -> None:
    assert figures([text]) is not None
    documents, found = read_any("a.md", f"---\ntitle: A\n---\n{text}\n\nA line.\n".encode())
    assert documents or found
