"""The one table of labels: each label is understood in every place that reads labels."""

import json
from itertools import cycle

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.html.labelled_lines import facts_in_line, labelled_names
from annotated_briefings.intake.formats.press.labels import OTHER, named_label
from annotated_briefings.intake.formats.records.keys import LANGUAGES, MODIFIED, key_of, names_with
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.labels import LabelRole, labels_of, role_of, table
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Article, Given, Paragraph
from annotated_briefings.intake.stated.head_labels import read_label

SEVERAL = {"rubrik": "section"}
"""Labels that name one thing in one language and another in the next, with what they name here."""
LINES = {
    LabelRole.TITLE: "title",
    LabelRole.AUTHOR: "author",
    LabelRole.PUBLISHED: "published",
    LabelRole.UPDATED: "updated",
    LabelRole.OUTLET: "outlet",
    LabelRole.PUBLISHER: "outlet",
    LabelRole.URL: "url",
    **dict.fromkeys(
        (
            LabelRole.TRANSLATOR,
            LabelRole.EDITOR,
            LabelRole.PHOTOGRAPHER,
            LabelRole.PLACE,
            LabelRole.SECTION,
            LabelRole.LANGUAGE,
            LabelRole.RIGHTS,
            LabelRole.LENGTH,
        ),
        "",
    ),
}
COLUMNS = {
    LabelRole.TITLE: "title",
    LabelRole.TEXT: "text",
    LabelRole.SUMMARY: "teaser",
    LabelRole.AUTHOR: "author",
    LabelRole.BY: "author",
    LabelRole.OUTLET: "outlet",
    LabelRole.PUBLISHER: "outlet",
    LabelRole.PUBLISHED: "published",
    LabelRole.URL: "url",
}
DATABASE = {
    LabelRole.TITLE: "title",
    LabelRole.TEXT: "text",
    LabelRole.SUMMARY: "summary",
    LabelRole.AUTHOR: "author",
    LabelRole.BY: "author",
    LabelRole.OUTLET: "outlet",
    LabelRole.PUBLISHED: "published",
    LabelRole.URL: "url",
    LabelRole.LANGUAGE: "language",
}
NAME = "Ida Varro"


def each() -> list[tuple[str, str]]:
    """All labels with what they name."""
    found = [(role, label) for own in table().values() for role, labels in own.items() for label in labels]
    return [(role, label) for role, label in found if SEVERAL.get(label, role) == role]


def test_a_label_names_one_thing_wherever_it_is_read() -> None:
    found: dict[str, set[str]] = {}
    for own in table().values():
        for role, labels in own.items():
            for label in labels:
                found.setdefault(label, set()).add(role)
    assert {label for label, roles in found.items() if len(roles) > 1} == SEVERAL.keys()
    assert [label for role, label in each() if role_of(label) != role] == []
    assert [label for role, label in each() if role_of(label.upper().replace(" ", "_")) != role] == []
    rich = [language for language, own in table().items() if len(own) > 12]
    assert len(rich) >= 20


def test_each_label_is_understood_before_a_colon_above_a_text() -> None:
    for sign in (": ", "：", " : "):
        lines = [(role, label, read_header(f"{label}{sign}{NAME}")) for role, label in each() if role in LINES]
        assert [label for role, label, found in lines if found is None or found.field != LINES[role]] == []
    writers = [
        label
        for label in labels_of(LabelRole.AUTHOR, LabelRole.BY)
        if getattr(read_label(f"{label}: {NAME}"), "kind", "") != "author"
    ]
    outlets = [
        label
        for label in labels_of(LabelRole.OUTLET)
        if getattr(read_label(f"{label}: The Courier"), "kind", "") != "outlet"
    ]
    assert writers == outlets == []


def test_each_label_is_understood_as_a_field_of_a_database_a_column_and_a_key() -> None:
    fields = [(role, label, named_label(f"{label}: {NAME}")) for role, label in each()]
    assert [label for role, label, found in fields if found is None or found.role != DATABASE.get(role, OTHER)] == []
    keys = {field: {*map(key_of, names)} for field, names in names_with(()).items()}
    keys |= {"language": {*map(key_of, LANGUAGES)}, "updated": {*map(key_of, MODIFIED)}}
    fields_of = COLUMNS | {LabelRole.LANGUAGE: "language", LabelRole.UPDATED: "updated"}
    missing = {label for role, label in each() if role in fields_of and key_of(label) not in keys[fields_of[role]]}
    # Programs use this word for the look of a text.
    assert missing == {"font"}


def test_each_label_of_a_fact_is_understood_on_a_page() -> None:
    wanted = {
        LabelRole.AUTHOR: "author",
        LabelRole.BY: "author",
        LabelRole.OUTLET: "outlet",
        LabelRole.PUBLISHED: "published",
    }
    assert [
        label for role, label in each() if role in wanted and facts_in_line(f"{label}: {NAME}") != {wanted[role]: NAME}
    ] == []


def block(language: str) -> dict[str, str]:
    """One label of each kind in a language; English ones where it has none."""
    roles = (LabelRole.TITLE, LabelRole.AUTHOR, LabelRole.OUTLET, LabelRole.PUBLISHED, LabelRole.TEXT)
    return {role: (table()[language].get(role) or table()["en"][role])[0] for role in roles}


TEXT = "Divers found the old dam sound on Tuesday, eleven days after a barge had struck its northern pier, they said."
VALUES = {
    LabelRole.TITLE: "Dam is sound",
    LabelRole.AUTHOR: NAME,
    LabelRole.OUTLET: "The Courier",
    LabelRole.PUBLISHED: "2026-03-02",
    LabelRole.TEXT: TEXT,
}
RICH = [language for language, own in table().items() if len(own) > 12]


def test_a_whole_record_is_read_with_the_labels_of_one_language() -> None:
    for language, form in zip(RICH, cycle(("columns", "keys")), strict=False):
        names = block(language)
        row = {names[role]: value for role, value in VALUES.items()}
        data = json.dumps([row]) if form == "keys" else "\t".join(row) + "\n" + "\t".join(row.values())
        (document,), found = read_any("a.json" if form == "keys" else "a.tsv", data.encode())
        given = document.given
        assert (given.title, given.author, given.outlet, given.published) == tuple(VALUES.values())[:4], language
        assert ([one.text for one in document.paragraphs], found, document.around) == ([TEXT], (), ())


@pytest.mark.parametrize("form", ["dl", "table", "lines"])
def test_a_list_of_facts_on_a_page_is_read_with_the_labels_of_one_language(form: str) -> None:
    for language in RICH:
        names = {
            role: label for role, label in block(language).items() if role not in (LabelRole.TITLE, LabelRole.TEXT)
        }
        pairs = [(label, VALUES[role]) for role, label in names.items()]
        rows = {
            "dl": "<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs) + "</dl>",
            "table": "<table>" + "".join(f"<tr><th>{a}:</th><td>{b}</td></tr>" for a, b in pairs) + "</table>",
            "lines": "<p>" + " | ".join(f"{a}: {b}" for a, b in pairs) + "</p>",
        }[form]
        page = BeautifulSoup(f"<h1>Dam is sound</h1><p>{TEXT * 3}</p>{rows}", "lxml")
        assert labelled_names(page) == {"author": NAME, "outlet": "The Courier", "published": "2026-03-02"}, language


def test_lines_at_the_head_for_which_briefs_have_no_field_are_named() -> None:
    for language in RICH:
        unused = [
            f"{table()[language][role][0]}: {NAME}"
            for role, field in LINES.items()
            if not field and role in table()[language]
        ]
        names = block(language)
        facts = [f"{names[role]}: {VALUES[role]}" for role in (LabelRole.TITLE, LabelRole.AUTHOR, LabelRole.OUTLET)]
        texts = (*facts, *unused, TEXT, TEXT)
        meta = read_metadata(Article("", "a.txt", tuple(Paragraph(t, 0, 0) for t in texts), (), 1.0, "", Given()))
        assert (meta.no_field, meta.author.value, meta.outlet.value) == (tuple(unused), NAME, "The Courier"), language
