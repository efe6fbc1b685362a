"""The tables of fields: nothing that a brief, a registry file or the settings may hold is forgotten anywhere."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.config import SETTINGS, Config
from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, field_names
from annotated_briefings.base.yaml.field_kinds import TEXT, TEXTS
from annotated_briefings.base.yaml.field_table import (
    Copy,
    Field,
    FormField,
    Part,
    Table,
    TextUse,
    form_of,
    write_table,
)
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content.entry_fields import ANNOTATION, ANSWER, CORRECTION, FIGURE, IMAGE, KEY_POINT, SOURCE
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.from_fields import example_of, new_brief, parts_of, write_brief
from annotated_briefings.content.model import (
    Annotation,
    Answer,
    Brief,
    Correction,
    Entity,
    Figure,
    Image,
    KeyPoint,
    SourceRef,
    Story,
    Tag,
)
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import Person, parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.content.schema import all_schemas
from annotated_briefings.editing.field_labels import LANGUAGES, field_label, label_language
from annotated_briefings.project.settings import read_settings
from annotated_briefings.site.exports import feeds, json_ld, markdown_twins, search_records
from annotated_briefings.site.views.pages import BriefView

MODELS: tuple[tuple[type[Value], Table, set[str]], ...] = (
    (Brief, BRIEF, {"path", "place", "body", "quotations"}),
    (KeyPoint, KEY_POINT, {"passage", "place", "turned"}),
    (Figure, FIGURE, {"passage", "place", "statement", "turned"}),
    (SourceRef, SOURCE, {"place"}),
    (Annotation, ANNOTATION, {"anchor", "place", "entry", "former"}),
    (Correction, CORRECTION, set()),
    (Answer, ANSWER, {"place"}),
    (Image, IMAGE, {"place"}),
    (Entity, ENTITY, {"id", "place"}),
    (Tag, TAG, {"slug", "place"}),
    (Story, STORY, {"id", "place"}),
    (Person, PERSON, {"id", "place"}),
    (Config, SETTINGS, set()),
    *((field.kind.entry, field.inner, set()) for field in BRIEF if field.kind.entry),
)
"""Each class of the model, its table, and those of its attributes that no field fills."""
TABLES = {kind.__name__: table for kind, table, _ in MODELS}
BODY = "Shipments dropped 8%, and over 2,000 employees must go.\n"
EXAMPLE = "---\n" + "".join(f"{field.name}: {example_of(field)}\n" for field in BRIEF) + f"---\n\n{BODY}"


class OtherTools(yaml.SafeLoader):
    """YAML as the editors of other tools read it, but with dates as texts."""


OtherTools.yaml_implicit_resolvers = {
    key: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def every(table: Table) -> Iterator[Field]:
    for field in table:
        yield field
        yield from every(field.inner)


def entry(table: Table) -> str:
    return "".join(f"{field.name}: {example_of(field)}\n" for field in table)


def registry(table: Table) -> Source:
    return Source("briefings/x.yaml", "oppo:\n" + "".join(f"  {line}\n" for line in entry(table).splitlines()))


def of_examples() -> dict[str, Any]:
    """A value of each class of the model, read from the examples of its table."""
    brief, found = parse_brief(Source("briefings/other-name.md", EXAMPLE))
    assert brief is not None, [show(one) for one in found]
    values = (
        brief,
        brief.key_points[0],
        brief.figures[0],
        brief.sources[0],
        brief.annotations[0],
        brief.corrections[0],
        brief.answers[0],
        brief.image,
        parse_entities(registry(ENTITY))[0][0],
        parse_tags(registry(TAG))[0][0],
        parse_stories(registry(STORY))[0][0],
        parse_people(registry(PERSON))[0][0],
        read_settings(Source("site.yaml", entry(SETTINGS)))[0],
        *(getattr(brief, field.name)[0] for field in BRIEF if field.kind.entry),
    )
    return {kind.__name__: value for (kind, _, _), value in zip(MODELS, values, strict=True)}


def has_type(value: object, hint: Any) -> bool:
    if get_origin(hint) is UnionType:
        return any(has_type(value, one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        return isinstance(value, tuple) and all(has_type(one, inner[0]) for one in value if inner[-1] is ...)
    return isinstance(value, hint) and (hint is not int or not isinstance(value, bool))


def nothing(hint: Any) -> object:
    return None if get_origin(hint) is UnionType else (get_origin(hint) or hint)()


@pytest.mark.parametrize(("kind", "table", "made"), MODELS, ids=TABLES)
def test_every_attribute_of_the_model_is_filled_by_one_field_or_made_from_the_rest(
    kind: type[Value], table: Table, made: set[str]
) -> None:
    filled = [name for field in table for name in field.attributes]
    assert len(filled) == len(set(filled))
    assert set(filled) | made == set(field_names(kind))
    assert not set(filled) & made


@pytest.mark.parametrize("name", TABLES)
def test_every_field_arrives_in_the_model_with_the_declared_type(name: str) -> None:
    value, table = of_examples()[name], TABLES[name]
    hints = get_type_hints(type(value))
    brief, _ = parse_brief(Source("briefings/b.md", f"---\ntitle: T\n---\n{BODY}"))
    empty = {"Brief": brief, "Config": Config()}.get(name)
    for field in table:
        for attribute in field.attributes:
            found = getattr(value, attribute)
            assert has_type(found, hints[attribute]), (attribute, found)
            if field.kind.widget != "switch" or name == "Config":
                unset = getattr(empty, attribute) if empty else nothing(hints[attribute])
                given = field.name in ("kind", "role", "source") or attribute in ("wikilinks", "public")
                assert found != unset or given, f"`{field.name}` fills nothing"


def test_no_field_of_a_table_is_left_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[set[str]] = []
    finish = Fields.finish

    def noted(fields: Fields) -> None:
        asked.append(set(fields._asked))
        finish(fields)

    monkeypatch.setattr(Fields, "finish", noted)
    of_examples()
    for name, table in TABLES.items():
        assert {field.name for field in table} in asked, name


def test_the_examples_of_all_fields_are_right() -> None:
    _, found = parse_brief(Source("briefings/a.md", EXAMPLE))
    # The example of `derived` is a list of fields that nobody has confirmed, that of `reply_to` names another note.
    assert [show(one) for one in found if one.code not in ("derived-field", "unknown-note")] == []
    for read, table in ((parse_entities, ENTITY), (parse_tags, TAG), (parse_stories, STORY), (parse_people, PERSON)):
        messages = [one.message for one in read(registry(table))[1]]
        assert [text for text in messages if "names no" not in text] == []
    assert read_settings(Source("site.yaml", entry(SETTINGS)))[1] == ()
    schemas = {name: json.loads(text) for name, text in all_schemas().items()}
    for name, table in (("brief", BRIEF), ("site", SETTINGS)):
        value = yaml.load(entry(table), OtherTools)
        errors = jsonschema.Draft202012Validator(schemas[name]).iter_errors(value)
        assert [e.message for e in errors] == []


def test_a_misspelt_key_is_recognised_in_every_mapping() -> None:
    for table in (BRIEF, *(field.inner for field in BRIEF if field.inner and field.kind.widget != "hidden")):
        for field in table:
            if len(field.name) > 4:
                wrong = field.name[:-1] + "x" + field.name[-1]
                outer = next((one for one in BRIEF if one.inner is table), None)
                line = f"{outer.name}: [{{{wrong}: x}}]" if outer else f"{wrong}: x"
                if outer and outer.kind.widget == "group":
                    line = f"{outer.name}: {{{wrong}: x}}"
                _, found = parse_brief(Source("briefings/a.md", f"---\ntitle: T\n{line}\n---\n{BODY}"))
                # The message that a field is missing carries the hint where the misspelt one is required.
                asked = (f"did you mean `{field.name}`?", f"`{field.name}` is there already; keep one of them")
                hints = [one.help for one in found if one.help in asked]
                # A misspelt key that could hold something back is an error of its own.
                hints += [one.help for one in found if one.code == "hold-back" and f"`{field.name}" in one.help]
                assert len(hints) == 1, line


def test_every_copy_of_a_brief_can_write_every_field_that_it_is_to_hold() -> None:
    writers: dict[Copy, Any] = {
        Copy.TWIN: markdown_twins.ENTRIES,
        Copy.FEED: feeds.ENTRIES,
        Copy.SEARCH: search_records.ENTRIES,
    }
    for copy, known in writers.items():
        fields = (f for part in (Part.BEFORE, Part.AFTER) for f in parts_of(part, copy))
        held = {f.name for f in fields if f.inner and not f.kind.entry}
        assert held == set(known), copy
    assert {field.name for field in BRIEF if field.json_ld and field.inner} == set(json_ld.ENTRIES)


def test_every_text_of_a_brief_is_shown_on_its_page() -> None:
    special = set(field_names(BriefView)) | {"annotations"}
    for field in BRIEF:
        if field.shown is not TextUse.NO:
            assert bool(field.section) != bool(set(field.attributes) & special), field.name
            assert not field.section or field.part is Part.AFTER, field.name


TEXTS_IN_YAML = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.dictionaries(st.sampled_from([f.name for f in every(BRIEF) if f.kind is TEXT]), TEXTS_IN_YAML), st.data())
def test_what_is_written_by_a_table_is_read_back(values: dict[str, str], data: st.DataObject) -> None:
    table = tuple({f.name: f for f in every(BRIEF) if f.kind is TEXT}.values())
    lists = (Field("list", TEXTS, TextUse.NO, ""), Field("entries", TEXT, TextUse.NO, "", inner=table))
    whole: dict[str, Any] = values | {"list": data.draw(st.lists(TEXTS_IN_YAML, max_size=3))}
    whole |= {"entries": [values, values]} if values else {}
    lines = write_table((*table, *lists), whole)
    assert yaml.load("\n".join(lines), yaml.BaseLoader) == whole
    order = [field.name for field in (*table, *lists)]
    top = [line.partition(":")[0] for line in lines if not line.startswith(" ")]
    assert top == [name for name in order if name in whole]


def test_a_key_that_the_table_lacks_is_never_written() -> None:
    with pytest.raises(KeyError, match="titel"):
        write_brief({"titel": "A"})


def test_a_new_brief_offers_what_the_table_says() -> None:
    assert new_brief({"title": "Fog: a warning", "date": "2026-01-01"}) == [
        'title: "Fog: a warning"',
        "date: 2026-01-01",
        "summary:",
        "key_points: []",
        "entities: {about: [], mentions: []}",
        "tags: []",
        "sources: []",
        "annotations: []",
        "draft: true",
    ]


def test_a_form_has_every_field_that_editors_fill_in() -> None:
    widgets = {"line", "text", "lines", "date", "moment", "number", "switch", "choice", "group", "groups"}

    def check(form: tuple[FormField, ...], table: Table) -> None:
        assert [one.name for one in form] == [field.name for field in table if field.kind.widget != "hidden"]
        for one in form:
            field = next(field for field in table if field.name == one.name)
            assert one.widget in widgets
            assert one.help == field.doc
            assert (one.widget == "choice") <= bool(one.choices)
            assert bool(one.inner) == (one.widget in ("group", "groups"))
            check(one.inner, field.inner)

    for table in (BRIEF, ENTITY, TAG, STORY, PERSON, SETTINGS):
        check(form_of(table), table)
    kind = next(one for one in form_of(ANNOTATION) if one.name == "kind")
    assert (kind.widget, kind.choices[0]) == ("choice", "context")


def names_of(form: tuple[FormField, ...], above: str = "") -> list[str]:
    return [name for one in form for name in (above + one.name, *names_of(one.inner, f"{above}{one.name}."))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_brief_has_a_label_in_words_for_people_in_every_language(language: str) -> None:
    names = names_of(form_of(BRIEF))
    known = {row.partition(" | ")[0] for row in package_text("editing", "field_labels.txt").splitlines()}
    known |= {one.name for one in BRIEF if one.part is not Part.NONE or one.section}
    # Their labels are in words.yaml, since pages show them.
    known |= {f"{one.name}.{inner.name}" for one in BRIEF if one.kind.entry for inner in one.inner}
    lacking = [name for name in names if name not in known]
    assert lacking == [], "add a line to generator/annotated_briefings/editing/field_labels.txt for each of these"
    labels = {name: field_label(name, language) for name in names}
    # Keys are no words, and letters of another script are no translation.
    script = {"zh": "[一-鿿]", "ar": "[\u0600-ۿ]"}.get(language, "[A-Za-zÀ-ÿ]")
    for name, label in labels.items():
        assert re.search(script, label), name
        assert not re.search(r"_|\b(?:Src|Alt|Url|Lang|Id)\b", label), name
        assert label[0] == label[0].upper(), name
    # Two fields beside one another are never called the same.
    for above in {name.rpartition(".")[0] for name in names}:
        beside = [label for name, label in labels.items() if name.rpartition(".")[0] == above]
        assert len(set(beside)) == len(beside), above
    assert field_label("image.src", label_language("de-AT")) == "Datei oder Webadresse"
    assert field_label("image.src", label_language("pl")) == "File or web address"


SAME = {
    "key_points": "key_points",
    "why_it_matters": "why_it_matters",
    "figures": "figures",
    "figures.what": "measures",
    "what_next": "what_next",
    "unknowns": "questions",
    "answers": "answers",
    "entities": "entities",
    "tags": "tags",
    "story": "story",
    "author": "author",
    "corrections": "corrections",
    "sources": "sources",
    "annotations": "notes",
    "lang": "language",
}
"""Fields that pages have a heading for."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_read_the_words_that_readers_see(language: str) -> None:
    text = (Path(__file__).resolve().parents[1] / "templates" / "words.yaml").read_text(encoding="utf-8")
    words = yaml.safe_load(text)[language]
    shown = {name: words[key] for name, key in SAME.items() if words[key] != field_label(name, language)}
    assert not shown, f"put these labels of `{language}` into editing/field_labels.txt: they are those of words.yaml"


def test_the_languages_of_labels_are_those_of_the_interface() -> None:
    words = (Path(__file__).resolve().parents[1] / "templates" / "words.yaml").read_text(encoding="utf-8")
    shown = set(re.findall(r"^(\w+):$", words, re.MULTILINE))
    assert set(LANGUAGES) == shown, "give each row of editing/field_labels.txt a label in every one of these"


def test_entries_hold_text_for_readers_where_one_of_their_fields_does() -> None:
    for table in (BRIEF, ENTITY, TAG, STORY, PERSON, SETTINGS):
        for field in every(table):
            if field.inner:
                inner = {one.shown for one in every(field.inner)}
                assert (field.shown is TextUse.TEXT) == (TextUse.TEXT in inner), field.name
                assert (field.shown is TextUse.NO) == (inner == {TextUse.NO}), field.name


def test_each_field_is_documented_in_one_line() -> None:
    for table in (BRIEF, ENTITY, TAG, STORY, PERSON, SETTINGS):
        for field in every(table):
            assert field.doc, field.name
            assert "\n" not in field.doc
            assert not field.doc.endswith("."), field.name
            assert example_of(field), field.name
    assert NoneType not in map(type, (field.shown for field in every(BRIEF)))
