"""Texts of editing programs in JSON: one text in every form of tree gives the same Markdown."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.records.trees.rich_text import rich_html

WANTED = [
    "The dam is **sound**, divers [said](https://harbour.example/dam) on Tuesday.",
    "What the divers saw",
    "- Nine cracks were old.",
    "- One of them grew.",
    "> Nobody needs to leave the valley",
    "1. Pumps come first.",
    "2. Sluices come second.",
]


def block(style: str, children: list[Any], **more: Any) -> dict[str, Any]:
    return {"_type": "block", "style": style, "children": children, **more}


def span(text: str, *marks: str) -> dict[str, Any]:
    return {"_type": "span", "text": text, "marks": list(marks)}


def pm(kind: str, *content: Any, **attrs: Any) -> dict[str, Any]:
    return {"type": kind, "content": list(content), **({"attrs": attrs} if attrs else {})}


def word(text: str, *marks: Any) -> dict[str, Any]:
    return {"type": "text", "text": text, **({"marks": list(marks)} if marks else {})}


def slate(kind: str, *children: Any, **more: Any) -> dict[str, Any]:
    return {"type": kind, "children": list(children), **more}


def lexical(kind: str, *children: Any, **more: Any) -> dict[str, Any]:
    return {"type": kind, "version": 1, "children": list(children), **more}


def leaf(text: str, bits: int = 0) -> dict[str, Any]:
    return {"type": "text", "text": text, "format": bits, "mode": "normal", "version": 1}


def cf(kind: str, *content: Any, **data: Any) -> dict[str, Any]:
    return {"nodeType": kind, "data": data, "content": list(content)}


def run(text: str, *marks: str) -> dict[str, Any]:
    return {"nodeType": "text", "value": text, "marks": [{"type": one} for one in marks], "data": {}}


def draft(text: str, kind: str = "unstyled", **more: Any) -> dict[str, Any]:
    return {"key": "k", "text": text, "type": kind, "depth": 0, "inlineStyleRanges": [], "entityRanges": [], **more}


def core(name: str, html: str, *inner: Any, **attrs: Any) -> dict[str, Any]:
    return {"blockName": f"core/{name}", "attrs": attrs, "innerBlocks": list(inner), "innerHTML": html}


LINK = "https://harbour.example/dam"
FIRST = "The dam is sound, divers said on Tuesday."
TREES: dict[str, Any] = {
    "Portable Text": [
        block(
            "normal",
            [span("The dam is "), span("sound", "strong"), span(", divers "), span("said", "m"), span(" on Tuesday.")],
            markDefs=[{"_key": "m", "_type": "link", "href": LINK}],
        ),
        block("h2", [span("What the divers saw")]),
        block("normal", [span("Nine cracks were old.")], listItem="bullet", level=1),
        block("normal", [span("One of them grew.")], listItem="bullet", level=1),
        block("blockquote", [span("Nobody needs to leave the valley")]),
        block("normal", [span("Pumps come first.")], listItem="number", level=1),
        block("normal", [span("Sluices come second.")], listItem="number", level=1),
    ],
    "Editor.js": {
        "time": 1,
        "version": "2.28",
        "blocks": [
            {
                "type": "paragraph",
                "data": {"text": f'The dam is <b>sound</b>, divers <a href="{LINK}">said</a> on Tuesday.'},
            },
            {"type": "header", "data": {"text": "What the divers saw", "level": 2}},
            {"type": "list", "data": {"style": "unordered", "items": ["Nine cracks were old.", "One of them grew."]}},
            {"type": "quote", "data": {"text": "Nobody needs to leave the valley", "caption": ""}},
            {
                "type": "list",
                "data": {
                    "style": "ordered",
                    "items": [{"content": "Pumps come first.", "items": []}, {"content": "Sluices come second."}],
                },
            },
        ],
    },
    "ProseMirror": pm(
        "doc",
        pm(
            "paragraph",
            word("The dam is "),
            word("sound", {"type": "bold"}),
            word(", divers "),
            word("said", {"type": "link", "attrs": {"href": LINK}}),
            word(" on Tuesday."),
        ),
        pm("heading", word("What the divers saw"), level=2),
        pm(
            "bulletList",
            pm("listItem", pm("paragraph", word("Nine cracks were old."))),
            pm("listItem", pm("paragraph", word("One of them grew."))),
        ),
        pm("blockquote", pm("paragraph", word("Nobody needs to leave the valley"))),
        pm(
            "ordered_list",
            pm("list_item", pm("paragraph", word("Pumps come first."))),
            pm("list_item", pm("paragraph", word("Sluices come second."))),
        ),
    ),
    "Slate": [
        slate(
            "paragraph",
            {"text": "The dam is "},
            {"text": "sound", "bold": True},
            {"text": ", divers "},
            slate("link", {"text": "said"}, url=LINK),
            {"text": " on Tuesday."},
        ),
        slate("heading-two", {"text": "What the divers saw"}),
        slate(
            "bulleted-list",
            slate("list-item", {"text": "Nine cracks were old."}),
            slate("list-item", {"text": "One of them grew."}),
        ),
        slate("block-quote", {"text": "Nobody needs to leave the valley"}),
        slate(
            "numbered-list",
            slate("list-item", {"text": "Pumps come first."}),
            slate("list-item", {"text": "Sluices come second."}),
        ),
    ],
    "Lexical": {
        "root": lexical(
            "root",
            lexical(
                "paragraph",
                leaf("The dam is "),
                leaf("sound", 1),
                leaf(", divers "),
                lexical("link", leaf("said"), url=LINK),
                leaf(" on Tuesday."),
            ),
            lexical("heading", leaf("What the divers saw"), tag="h2"),
            lexical(
                "list",
                lexical("listitem", leaf("Nine cracks were old.")),
                lexical("listitem", leaf("One of them grew.")),
                listType="bullet",
                tag="ul",
            ),
            lexical("quote", leaf("Nobody needs to leave the valley")),
            lexical(
                "list",
                lexical("listitem", leaf("Pumps come first.")),
                lexical("listitem", leaf("Sluices come second.")),
                listType="number",
                tag="ol",
            ),
        )
    },
    "Draft.js": {
        "blocks": [
            draft(
                FIRST,
                inlineStyleRanges=[{"offset": 11, "length": 5, "style": "BOLD"}],
                entityRanges=[{"offset": 25, "length": 4, "key": 0}],
            ),
            draft("What the divers saw", "header-two"),
            draft("Nine cracks were old.", "unordered-list-item"),
            draft("One of them grew.", "unordered-list-item"),
            draft("Nobody needs to leave the valley", "blockquote"),
            draft("Pumps come first.", "ordered-list-item"),
            draft("Sluices come second.", "ordered-list-item"),
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": LINK}}},
    },
    "Contentful": cf(
        "document",
        cf(
            "paragraph",
            run("The dam is "),
            run("sound", "bold"),
            run(", divers "),
            cf("hyperlink", run("said"), uri=LINK),
            run(" on Tuesday."),
        ),
        cf("heading-2", run("What the divers saw")),
        cf(
            "unordered-list",
            cf("list-item", cf("paragraph", run("Nine cracks were old."))),
            cf("list-item", cf("paragraph", run("One of them grew."))),
        ),
        cf("blockquote", cf("paragraph", run("Nobody needs to leave the valley"))),
        cf(
            "ordered-list",
            cf("list-item", cf("paragraph", run("Pumps come first."))),
            cf("list-item", cf("paragraph", run("Sluices come second."))),
        ),
    ),
    "Gutenberg": [
        core("paragraph", f'<p>The dam is <strong>sound</strong>, divers <a href="{LINK}">said</a> on Tuesday.</p>'),
        core("heading", "<h2>What the divers saw</h2>", level=2),
        core(
            "list",
            "<ul></ul>",
            core("list-item", "<li>Nine cracks were old.</li>"),
            core("list-item", "<li>One of them grew.</li>"),
        ),
        core("quote", "<blockquote></blockquote>", core("paragraph", "<p>Nobody needs to leave the valley</p>")),
        core("list", "<ol><li>Pumps come first.</li><li>Sluices come second.</li></ol>", ordered=True),
    ],
}


def read(record: Any) -> list[str]:
    documents, found = read_any("a.json", json.dumps([record]).encode())
    assert not found
    (document,) = documents
    return [line for one in document.paragraphs for line in (one.markdown or one.text).split("\n") if line]


def bare(lines: list[str]) -> list[str]:
    return [line.removeprefix("## ") for line in lines]


@pytest.mark.parametrize("field", ["body", "text", "content", "gövde", "html"])
@pytest.mark.parametrize("program", TREES)
def test_a_text_is_the_same_whichever_program_has_written_it(program: str, field: str) -> None:
    assert bare(read({"title": "Dam is sound", field: TREES[program]})) == WANTED


@pytest.mark.parametrize("program", TREES)
def test_a_tree_inside_a_text_is_read_as_one(program: str) -> None:
    assert bare(read({"title": "Dam is sound", "body": json.dumps(TREES[program])})) == WANTED


@pytest.mark.parametrize("program", TREES)
def test_a_heading_is_known_as_one(program: str) -> None:
    documents, _ = read_any("a.json", json.dumps([{"title": "Dam is sound", "body": TREES[program]}]).encode())
    assert [one.text for one in documents[0].paragraphs if one.heading] == ["What the divers saw"]


def test_tables_and_nested_lists_of_editor_js_are_kept() -> None:
    table = {"type": "table", "data": {"withHeadings": True, "content": [["Part", "Cost"], ["Roof", "31"]]}}
    items = [{"content": "Pumps come first.", "items": [{"content": "Old ones too.", "items": []}]}]
    blocks = [
        {"type": "paragraph", "data": {"text": "The dam is sound, divers said."}},
        table,
        {"type": "list", "data": {"style": "unordered", "items": items}},
    ]
    lines = read({"title": "Dam is sound", "body": {"blocks": blocks}})
    assert lines[0] == "The dam is sound, divers said."
    assert any("Part" in line and "Cost" in line for line in lines)
    assert any("Roof" in line and "31" in line for line in lines)
    assert lines[-2:] == ["- Pumps come first.", "  - Old ones too."]


def test_tables_of_trees_are_kept() -> None:
    row = pm(
        "tableRow", pm("tableHeader", pm("paragraph", word("Part"))), pm("tableHeader", pm("paragraph", word("Cost")))
    )
    cells = pm("tableRow", pm("tableCell", pm("paragraph", word("Roof"))), pm("tableCell", pm("paragraph", word("31"))))
    lines = read(
        {"title": "Dam", "body": pm("doc", pm("paragraph", word("The dam is sound.")), pm("table", row, cells))}
    )
    assert any("Roof" in line and "31" in line for line in lines)


@pytest.mark.parametrize("program", TREES)
def test_words_of_unknown_nodes_are_kept(program: str) -> None:
    tree = TREES[program]
    nodes = (
        tree if isinstance(tree, list) else next(iter(v for v in (tree.get("content"), tree.get("blocks")) if v), None)
    )
    if nodes is None:
        nodes = tree["root"]["children"]
    odd = {"type": "factBox", "_type": "factBox", "data": {"text": "Facts about the dam."}}
    html = rich_html([*nodes, odd])
    assert "Facts about the dam." in html


@settings(max_examples=50, deadline=None)
@given(
    st.recursive(
        st.none() | st.text(max_size=5) | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["type", "children", "content", "text", "data", "blocks", "marks"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_any_value_is_read_or_is_no_tree(value: Any) -> None:
    assert isinstance(rich_html(value), str)
