"""Values of YAML as people type them: comments, tags, empty texts, unseen characters, escapes and keys given twice."""

from collections.abc import Iterator

import pytest

from annotated_briefings.base.config import SETTINGS
from annotated_briefings.base.diagnostics import Diagnostic, show
from annotated_briefings.base.i18n import read_words
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.content.fields import BRIEF, ENTITY, STORY, TAG
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.intake.formats.marked import read_markdown_file
from annotated_briefings.project.settings import read_settings

FREE_TEXT = {
    "a text",
    "a line of Markdown",
    "a line of Markdown, or a list of them",
    "Markdown",
    "a text or a list of texts",
    "a list of names",
}
"""Kinds of fields in which a ` #` may be meant as text."""
WORDS = {"slug", "lang", "id", "brief", "parent", "merged_into", "same_as", "redirect_from"}
"""Fields that can hold no ` #`."""
OWN_WORDS = {"story", "role", "translation_of"}
"""Words that are free texts after all."""
EMPTY = ("", " ''", ' ""', " ~", ' " "', ' "\u200b"', ' "\u3164\u00ad"', " null")
UNSEEN = ("\u200b", "\ufeff", "\u00ad\u2060", "\u3164", "\u115f\u1160", "\u2800", "\u00a0", "\u202e\u202c", "\ufe0f")


def brief(head: str) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    found, diagnostics = parse_brief(Source("briefings/a.md", f"---\n{head}\n---\nThe ferry sails at nine.\n"))
    return found, tuple(d for d in diagnostics if d.severity != "hint")


def of(code: str, diagnostics: tuple[Diagnostic, ...]) -> list[tuple[int, int]]:
    return [(d.place.line, d.place.column) for d in diagnostics if d.code == code]


def holders(table: Table, before: str = "", indent: str = "") -> Iterator[tuple[Field, str]]:
    """Every field, with the lines in which it stands but for its value."""
    for field in table:
        key = f"{before}{indent}{field.name}:"
        if field.inner and field.kind.widget == "groups":
            for inner in field.inner:
                yield inner, f"{key}\n{indent}  - {inner.name}:"
        elif field.inner:
            yield from holders(field.inner, f"{key}\n", f"{indent}  ")
        elif field.kind.widget != "hidden":
            yield field, key


@pytest.mark.parametrize(("field", "lines"), list(holders(BRIEF)), ids=lambda value: getattr(value, "name", ""))
def test_a_comment_cuts_no_text_of_a_brief_in_silence(field: Field, lines: str) -> None:
    title = "" if field.name == "title" and "\n" not in lines else "title: T\n"
    free = field.name in OWN_WORDS or (field.kind.name in FREE_TEXT and field.name not in WORDS)
    for value in ("Dock #1 leads", "#DockOne", "Dock # one"):
        _, diagnostics = brief(f"{title}{lines} {value}")
        line = 2 + title.count("\n") + lines.count("\n")
        column = len(lines.rpartition("\n")[2]) + 2 + value.index("#")
        assert of("cut-text", diagnostics) == ([(line, column)] if free else [])
        if not free:
            continue
        last = f"{lines} {value}".rpartition("\n")[2].strip()
        corrected = last.replace(value, f'"{value}"')
        [cut] = [d for d in diagnostics if d.code == "cut-text"]
        assert cut.help == f"put the whole value in quotes: `{corrected}`; a comment goes on a line of its own"
        _, diagnostics = brief(f"{title}{lines} {value}".replace(last, corrected))
        assert of("cut-text", diagnostics) == []


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("title: T\ntags:\n  - port #1\n  - #sea", [(4, 10), (5, 5)]),
        ("title: T\nkey_points:\n  - Turbine #2 is planned.\n  - #3 too", [(4, 13), (5, 5)]),
        ("title: T\nannotations:\n  - quote: ferry\n    note: See item #4.", [(5, 20)]),
        ("title: T\nsummary: One\n  and pier #2", [(4, 12)]),
        ("title: T\nsummary: One\t#2", [(3, 14)]),
        ("title: T\nsummary:\n  # what readers see\n  One", []),
        ("title: T # 'and more'\nfoo: bar #1", [(2, 10)]),
        ("title: 'T' # fine\nsummary: >  # fine\n  One #2", []),
        ("title: T#1\nsummary: a#b c#", []),
    ],
)
def test_texts_in_lists_entries_and_lines_are_cut_no_more_than_others(head: str, places: list[tuple[int, int]]) -> None:
    assert of("cut-text", brief(head)[1]) == places


def test_comments_after_lists_dates_flags_numbers_ids_and_addresses_change_nothing() -> None:
    lines = [
        "title: 'T'",
        "slug: t",
        "date: 2026-03-03",
        "tags: [a, b]",
        "lang: en",
        "draft: false",
        "publish_at: 2026-03-03T10:00:00Z",
        "redirect_from: /old/",
        "sources:",
        "  - url: https://quay.example/a",
        "    published: 2026-03",
        "annotations:",
        "  - quote: 'ferry'",
        "    kind: check",
        "    status: draft",
        "    note: |",
    ]
    plain = brief("\n".join([*lines, "      Fine."]))
    commented = brief("\n".join([*(f"{line} # a remark" for line in lines), "      Fine."]))
    assert plain[1] == commented[1] == ()
    assert plain[0] == commented[0]


def test_no_other_file_cuts_texts_in_silence() -> None:
    entities = "a:\n  name: Dock #1\n  type: company # fine\n  aliases: [x] # fine\n  parent: a # fine\n"
    assert of("cut-text", parse_entities(Source("e.yaml", entities))[1]) == [(2, 14)]
    assert of(
        "cut-text", parse_entities(Source("e.yaml", "a:\n  was:\n    - Dock #1\n  same_as: https://a.example # x\n"))[1]
    ) == [(3, 12)]
    assert of("cut-text", parse_tags(Source("t.yaml", "a: {label: b}\nc:\n  label: d #1\n"))[1]) == [(3, 12)]
    assert of("cut-text", parse_stories(Source("s.yaml", "a:\n  description: d #1\n"))[1]) == [(2, 18)]
    site = "title: Dock #1\nbase_url: https://dock.example # where\nlanguage: en # fine\nfooter: #Dock\n"
    assert of("cut-text", read_settings(Source("site.yaml", site))[1]) == [(1, 13), (4, 9)]
    decisions = "- split: dump #2.txt\n  line: 4 # fine\n- reject: 3f2a1b9c0d1e # fine\n"
    assert of("cut-text", read_decisions(Source("d.yaml", decisions))[1]) == [(1, 15)]
    words = Source("w.yaml", "en:\n  briefs:\n    one: Brief #1\n    other: Briefs # many\n")
    assert of("cut-text", read_words(words, None)[1]) == [(3, 16), (4, 19)]


@pytest.mark.parametrize("tag", ["!secret", "!!python/tuple", "!!python/object/apply:os.getcwd", "!!str", "!", "!a!b"])
@pytest.mark.parametrize("value", ["Harbour", "[a]", "{a: b}", "'x'", "|\n        x"])
def test_a_tag_of_yaml_is_one_error_that_names_it(tag: str, value: str) -> None:
    for head, line in ((f"title: {tag} {value}", 2), (f"title: T\nfoo:\n  - a: {tag} {value}", 4)):
        found, diagnostics = brief(head)
        assert found is None
        [error] = [d for d in diagnostics if d.severity == "error"]
        assert error.message == f"`{tag}` is a tag of YAML, and no file of a site has one"
        assert error.place.line == line
        assert show(error).splitlines()[1].endswith(head.splitlines()[line - 2])
        assert error.excerpt[error.place.column - 1 :].startswith(tag)


def test_a_tag_on_what_holds_back_or_is_required_has_no_second_error() -> None:
    diagnostics = brief("title: !x T\ndraft: !x true\nkey_points:\n  - {text: !x a}\ntags: [!x a, b]")[1]
    assert [(d.code, d.place.line) for d in diagnostics] == [("yaml", 2), ("yaml", 3), ("yaml", 5), ("yaml", 6)]


def test_tags_are_errors_in_every_file() -> None:
    files = [
        parse_entities(Source("e.yaml", "a: !x {name: b}\n")),
        parse_tags(Source("t.yaml", "a:\n  label: !!str b\n")),
        read_settings(Source("site.yaml", "editor: !!python/name:os.sep\n")),
        read_decisions(Source("d.yaml", "- {reject: !x a}\n")),
        read_words(Source("w.yaml", "en: {briefs: !x b}\n"), None),
    ]
    assert [[d.severity for d in phrase] for _, phrase in files] == [["error"]] * 5


@pytest.mark.parametrize(("field", "lines"), list(holders(BRIEF)), ids=lambda value: getattr(value, "name", ""))
def test_an_empty_text_is_no_value_in_every_optional_field(field: Field, lines: str) -> None:
    if field.name == "title" and "\n" not in lines:
        return
    absent = brief("title: T" + "\n#" * (1 + lines.count("\n")))
    for value in EMPTY:
        found = brief(f"title: T\n{lines}{value}")
        holds = field.holds_back and "\n" not in lines
        assert [d.code for d in found[1]] == (["hold-back"] if holds else [])
        if not holds:
            assert found[0] == absent[0]


@pytest.mark.parametrize(("table", "parse"), [(ENTITY, parse_entities), (TAG, parse_tags), (STORY, parse_stories)])
def test_an_empty_text_is_no_value_in_the_registry(table: Table, parse: object) -> None:
    assert callable(parse)
    for field in table:
        for value in EMPTY:
            assert parse(Source("r.yaml", f"a:\n  {field.name}:{value}\n")) == parse(Source("r.yaml", "a:\n")), (
                field.name
            )


def test_an_empty_text_is_no_value_in_the_settings() -> None:
    for field in SETTINGS:
        for value in EMPTY:
            assert read_settings(Source("site.yaml", f"{field.name}:{value}\n")) == read_settings(
                Source("site.yaml", "")
            )


def test_empty_entries_are_left_out_and_sources_keep_their_numbers() -> None:
    found, diagnostics = brief(
        'title: T\nentities: {about: [~, ""], mentions: [~]}\ntags: ["", a]\nimage: {src: "", alt: ""}\n'
        'annotations:\n  - {quote: "", note: ""}\n  -\nsources:\n  - {outlet: ""}\n  - {outlet: Quay}\n  - {url: ""}\n'
    )
    assert diagnostics == ()
    assert found is not None
    assert (found.about, found.mentions, found.image, found.annotations) == ((), (), None, ())
    assert [source.outlet for source in found.sources] == ["", "Quay"]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_text_that_nobody_can_see_is_none(unseen: str) -> None:
    for text in (unseen, unseen * 3, f" {unseen} {unseen}"):
        found, diagnostics = brief(f'title: "{text}"')
        assert found is None
        assert [(d.code, d.message) for d in diagnostics] == [("missing-title", "the brief has no title")]
        found, diagnostics = brief(f'title: T\ntags: ["{text}"]\nsources:\n  - {{outlet: "{text}", title: A}}')
        assert diagnostics == ()
        assert found is not None
        assert found.tags == ()
        assert found.sources[0].outlet == ""


def test_characters_that_show_something_are_kept() -> None:
    for text in ("\u5929", "\U0001f525", "\u0627\u200c", "\u2014", "\u200bA", "\u0301"):
        found, _ = brief(f'title: "{text}"')
        assert found is not None
        assert found.title == text.strip()


def value(text: str) -> Node:
    node, diagnostics = read_yaml(Source("a.yaml", text), text)
    assert diagnostics == ()
    assert isinstance(node, Mapping)
    return node.pairs[0][1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"Fire \ud83d\udd25 in"', "Fire \U0001f525 in"),
        (r'"\uD83D\uDD25\ud83d\udd25"', "\U0001f525\U0001f525"),
        (r'"\\ud83d\\udd25"', r"\ud83d\udd25"),
        (r'"\\\ud83d\udd25"', "\\\U0001f525"),
        (r"Fire \ud83d\udd25", r"Fire \ud83d\udd25"),
        (r"'\uD83D\uDD25'", r"\uD83D\uDD25"),
        (r'"\u00e9\ud83d\udd25\n"', "\u00e9\U0001f525\n"),
    ],
)
def test_two_halves_as_json_writes_them_are_one_character(written: str, read: str) -> None:
    node = value(f"a: {written}\nb: c\n")
    assert isinstance(node, Scalar)
    assert node.text == read
    assert f"a: {written}\nb: c\n"[node.start : node.end] == written


def test_what_stands_below_a_key_that_nobody_reads_holds_no_brief_back() -> None:
    for head in ("extra: {a: 1, a: 2}", "extra:\n  - b:\n      a: 1\n      a: 2", "extra: {a: 2,000}"):
        found, diagnostics = brief(f"title: T\n{head}")
        assert [d.code for d in diagnostics] == ["unknown-key"]
        assert found is not None
    found, diagnostics = brief("title: T\nimported: {id: a, x: {a: 1, a: 2}}")
    assert diagnostics == ()
    assert found is not None
    found, diagnostics = brief("title: T\nimage: {src: a.png, alt: b, alt: c}")
    assert [d.code for d in diagnostics] == ["duplicate-key"]
    assert found is None


def test_a_headline_of_collected_markdown_is_not_cut_in_silence() -> None:
    text = "---\ntitle: Dock #1 leads\ndate: 2026-03-14 # fine\ntags: [a] # fine\n---\n\nThe dock leads.\n"
    _, diagnostics = read_markdown_file("a.md", text)
    assert of("cut-text", diagnostics) == [(2, 13)]
    assert diagnostics[0].excerpt == "title: Dock #1 leads"
