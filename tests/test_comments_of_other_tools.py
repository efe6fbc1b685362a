"""Comments of writing tools other than Markdown and HTML reach no reader, wherever they are written."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from small_site import Case

from annotated_briefings.base.comments.foreign import foreign_comments, without_code
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field, Table, TextUse
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags

S = "SECRET words"
LONG = "word " * 300
BODIES = {
    "in a line": f"It rained. %%{S}%% Then not.",
    "a definition below a list": f"- It rained.\n[//]: # ({S})\n\nDry.",
    "a definition below a quotation": f"> It rained.\n[comment]: <> ({S})\n\nDry.",
    "a definition below a paragraph": f"It rained.\n[//]: # ({S})\n\nDry.",
    "with spaces": f"It rained. %% {S} %% Then not.",
    "before all": f"%%{S}%% It rained.",
    "as a block": f"It rained.\n\n%%\n{S}\n%%\n\nDry.",
    "over paragraphs": f"It rained.\n\n%%\nA.\n\n{S}\n\nB.\n%%\n\nDry.",
    "a long one": f"It rained. %%{LONG}{S}%% Dry.",
    "a long block": "It rained.\n\n%%\n" + "word word word.\n\n" * 100 + f"{S}\n%%\n\nDry.",
    "never closed": f"It rained.\n\n%%\n{S}\n\nDry.",
    "never closed in a line": f"It rained. %%{S}",
    "with a figure": f"It rained. %%{S} by 5% or so%% Dry.",
    "a figure first": f"It rained. %%5 {S}%% Dry.",
    "a figure glued": f"It rained. %%3{S}%% Dry.",
    "behind a figure": f"It rained 12 mm %%{S}%% Dry, and 4%%{S}%%.",
    "behind a word": f"It rained%%{S}%% Dry.",
    "before a word": f"It %%{S}%%rained.",
    "in a heading": f"## Rain %%{S}%%\n\nDry.",
    "in a list": f"- Rain %%{S}%%\n- Dry",
    "across a list": f"- Rain %%{S}\n- more%%\n- Dry",
    "in a quotation": f"> Rain %%{S}%%\n\nDry.",
    "in a table": f"| a | b |\n| --- | --- |\n| %%{S}%% | x |",
    "with code": f"Rain. %%see `x` {S}%% Dry.",
    "with marks": "Rain. %%**SECRET** *words*%% Dry.",
    "with a block of code": f"Rain.\n\n%%\n```\ncode\n```\n{S}\n%%\n\nDry.",
    "with a link": f"Rain. %%[{S}](https://a.example)%% Dry.",
    "in bold": f"**Rain %%{S}%%** Dry.",
    "in a footnote": f"Rain[^1].\n\n[^1]: Note %%{S}%%",
    "in Chinese": "下雨了%%SECRET秘密%%然后停了。",
    "the second": f"A %%x%% b %%{S}%% c.",
    "in words of a picture": f"![Rain %%{S}%%](/img/rain.png)",
    "in the title of a link": f'[Rain](https://a.example "It %%{S}%% rained")',
    "CriticMarkup": f"It {{>>{S}<<}} rained.",
    "CriticMarkup, long": f"It {{>>{LONG}{S}<<}} rained.",
    "CriticMarkup, over paragraphs": f"It {{>>A.\n\n{S}<<}} rained.",
    "a proposed deletion": f"It {{--{S}--}} rained.",
    "MDX": f"It {{/* {S} */}} rained.",
    "MDX, never closed": f"It {{/* {S} rained.",
    "Handlebars": f"It {{{{!-- {S} --}}}} rained.",
    "Go templates": f"It {{{{/* {S} */}}}} rained.",
    "Jinja": f"It {{# {S} #}} rained.",
    "a hidden element": f"It rained. <details hidden>{S}</details> Dry.",
    "hidden by a style": f'It rained. <div style="display: none">{S}</div> Dry.',
    "hidden over paragraphs": f"It rained.\n\n<div class=a hidden>\n\n{S}\n\n</div>\n\nDry.",
    "hidden until it is found": f'It <p hidden="until-found">{S}</p> rained.',
    "a template": f"It <template>{S}</template> rained.",
    "a template over paragraphs": f"<TEMPLATE id=a>\n\n- one\n- {S}\n\n</TEMPLATE>\n\nDry.",
    "not visible": f"It <span style='visibility:hidden;color:red'>{S}</span> rained.",
    "without size": f'It <span style="font-size: 0">{S}</span> rained.',
    "white on white": f'It <font style="color:#FFFFFF">{S}</font> rained.',
    "white on its own white": f'It <b style="background:white; color:#fff">{S}</b> rained.',
    "hidden and never closed": f"It <div hidden>{S} rained.",
    "hidden around another of its kind": f"It <div hidden><div>a</div> {S}</div> rained.",
    "a hidden field": f'It <input type="hidden" value="{S}"> rained.',
    "hidden in bold": f"It **rained <i hidden>{S}</i>** here.",
    "Jinja, long": f"It {{# {LONG}{S} #}} rained.",
    "Liquid": f"It {{% comment %}}{S}{{% endcomment %}} rained.",
    "ERB": f"It <%# {S} %> rained.",
}
NONE = [
    "It grew 5%% and 10%% more.",
    "It did not rain, 100%% sure.",
    "Write `%%x%%` and `` {>>b`<<} `` so.",
    "```\n%%x%% {# y #}\n```",
    "5%%.",
    "%%%%%%%%\n\nA rule.",
    "The set {#ids} and {--} and {{x}}.",
    "{# is never closed, {-- neither, <%# nor this.",
    "Use the <template> element of the page.",
    "`<div hidden>a</div>` is written so.",
    '<span aria-hidden="true">A sign</span> of rain.',
    '<p style="color:#333; font-size:1.2em">Rain</p> fell.',
    '<p style="color:white; background:#003">Rain</p> fell.',
    '<p style="text-decoration:line-through">Rain</p> fell.',
    '<a title="the hidden harbour" href="https://a.example">Rain</a> fell.',
    "The <hidden> harbour, x < y hidden > z.",
    '<img alt="hidden" src="a.png"> shows rain.',
    "<details><summary>Rain</summary>More</details>",
    '<p class="hidden-gem">Rain</p> fell.',
    "",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Case:
    case = Case(tmp_path_factory.mktemp("comments") / "site")
    for number, text in enumerate([*BODIES.values(), *NONE]):
        case.brief(f"b{number}", f"title: Case {number}", f"Plain words about the day.\n\n{text}\n")
    return case.build()


def test_no_reader_sees_a_comment_in_a_text_and_its_brief_says_so(site: Case) -> None:
    assert site.report
    text = {one.place.path for one in site.report.diagnostics if one.code == "foreign-comment"}
    assert text == {f"briefings/b{number}.md" for number in range(len(BODIES))}
    assert [path for path, content in site.files().items() if b"SECRET" in content] == []


def test_percent_signs_code_and_marks_that_are_no_comments_stay(site: Case) -> None:
    for number in range(len(NONE)):
        assert f"briefs/b{number + len(BODIES)}/index.html" in site.files()


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_comment_is_left_alone(text: str) -> None:
    assert list(foreign_comments(without_code(text))) == []


def fields_with_text(table: Table, before: str = "") -> Iterator[tuple[str, Field]]:
    """Each field whose text readers see, with the lines above it that lead to it."""
    for field in table:
        column = " " * len(before.rpartition("\n")[2])
        if field.kind.widget == "hidden":
            continue
        if field.inner:
            sign = "- " if field.kind.widget == "groups" else ""
            yield from fields_with_text(field.inner, f"{before}{field.name}:\n{column}  {sign}")
        elif field.shown is not TextUse.NO and field.kind.widget in ("line", "text", "lines"):
            yield before, field


WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": lambda words: words,
    "quoted": json.dumps,
    "as a list": lambda words: f"[{json.dumps(words)}]",
}
FILES: dict[str, tuple[Table, str, Any]] = {
    "brief": (BRIEF, "title: A\n", parse_brief),
    "entities": (ENTITY, "an-id:\n  ", parse_entities),
    "tags": (TAG, "an-id:\n  ", parse_tags),
    "stories": (STORY, "an-id:\n  ", parse_stories),
    "people": (PERSON, "an-id:\n  ", parse_people),
}


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("name", FILES)
def test_a_comment_in_a_field_is_an_error(name: str, way: str) -> None:
    table, start, read = FILES[name]
    for before, field in fields_with_text(table, start):
        if way == "as a list" and field.kind.widget != "lines":
            continue
        above = before.removeprefix("title: A\n") if field.name == "title" and before == "title: A\n" else before
        text = f"{above}{field.name}: {WRITTEN[way](f'It rained {{>>{S}<<}} and %%{S}%% here')}\n"
        written = f"---\n{text}---\nA text.\n" if name == "brief" else text
        _, found = read(Source("briefings/a", written))
        assert len([one for one in found if one.code == "foreign-comment"]) == 2, written


@pytest.mark.parametrize(
    "head",
    [
        f"key_points: ['It %%{S}%% rained.']",
        f"key_points: [{{text: It rained. %%{S}%%, quote: Plain words}}]",
        f"annotations:\n  - quote: Plain words\n    note: |\n      It rained.\n\n      %%\n      {S}\n      %%",
        f"figures: [{{value: 5, what: 'rain %%{S}%%'}}]",
        f"image: {{src: /img/a.png, alt: 'rain %%{S}%%'}}",
        f"sources: [{{outlet: 'Courier %%{S}%%'}}]",
        f"corrections: [{{date: 2026-01-01, was: 'a %%{S}%%', now: b}}]",
        f"unknowns: ['Who? %%{S}%%']",
        f"what_next: 'It %%{S}%% rains.'",
        f"entities: ['Harbour %%{S}%%']",
        f"author: 'Ann Reed %%{S}%%'",
    ],
)
def test_no_reader_sees_a_comment_in_front_matter(tmp_path: Path, head: str) -> None:
    case = Case(tmp_path)
    case.brief("a", f"title: A\n{head}", "Plain words about the day.\n")
    case.brief("b", "title: B")
    case.build()
    assert [path for path, content in case.files().items() if b"SECRET" in content] == []
    assert case.reported("foreign-comment") != []


def test_no_reader_sees_a_comment_in_a_registry(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.write("briefings/entities.yaml", f"port:\n  name: Port\n  description: A port. %%{S}%%\n")
    case.write("briefings/tags.yaml", f"rain:\n  label: Rain\n  description: Rain. %%{S}%%\n")
    case.write("briefings/stories.yaml", f"s:\n  title: Storms\n  description: Storms. %%{S}%%\n")
    case.write("briefings/people.yaml", f"ann:\n  name: Ann Reed\n  description: Ann. %%{S}%%\n")
    case.brief("a", "title: A\nentities: [port]\ntags: [rain]\nstory: s\nauthor: Ann Reed")
    case.build()
    assert [path for path, content in case.files().items() if b"SECRET" in content] == []
    assert len(case.reported("foreign-comment")) == 4


def test_the_message_names_the_place_and_a_remedy_that_works(tmp_path: Path) -> None:
    text = f"Write `%%x%%` so.\n\nIt rained.%%{S}%% Dry. ![Rain {{>>{S}<<}}](https://a.example/a.png)"
    case = Case(tmp_path)
    case.brief("a", "title: A\ndate: 2026-01-01", text + "\n")
    assert case.build().reported("foreign-comment") == [
        "briefings/a.md:9:11: error[foreign-comment]: readers would see what is between `%%` and `%%`",
        "briefings/a.md:9:40: error[foreign-comment]: readers would see what is between `{>>` and `<<}`",
    ]
    case.brief("a", "title: A\ndate: 2026-01-01", text.replace(f"%%{S}%%", f"<!-- {S} -->").replace("{>>", "(") + "\n")
    assert case.build().reported("foreign-comment") == []


def test_many_signs_take_linear_time() -> None:
    for text in ("{>>" * 50_000, "%% 5%% " * 30_000, "{#" * 50_000, "{# #}" * 30_000, "%%" * 50_000, "`" * 50_000):
        start = time.process_time()
        list(foreign_comments(without_code(text)))
        assert time.process_time() - start < 2
