"""Comments and proposed changes of writing tools come in from no Markdown, text, letter or record, and are named."""

import json

import pytest

from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.formats.unseen.apart import unseen_apart
from annotated_briefings.intake.model import RawDocument

FIRST = "The town of Lund has sold the old mill to its own bakers after a long evening in the town hall"
SECOND = "They pay one crown and promise to keep the wheel turning for at least another thirty years."
SECRET = "rolf t asked us to keep this"
INLINE = {
    "percent signs": f"%%{SECRET}%%",
    "note on a change": f"{{>>{SECRET}<<}}",
    "deletion": f"{{--{SECRET}--}}",
    "liquid": f"{{% comment %}}{SECRET}{{% endcomment %}}",
    "liquid without blanks": f"{{%- comment 'desk' -%}}{SECRET}{{%- endcomment -%}}",
    "jinja": f"{{# {SECRET} #}}",
    "shortcode": f"{{{{< comment >}}}}{SECRET}{{{{< /comment >}}}}",
    "shortcode of markdown": f"{{{{% comment %}}}}{SECRET}{{{{% /comment %}}}}",
    "template": f"{{{{/* {SECRET} */}}}}",
    "component": f"{{/* {SECRET} */}}",
    "handlebars": f"{{{{!-- {SECRET} --}}}}",
    "html": f"<!-- {SECRET} -->",
    "words of a hidden span": f"[{SECRET}]{{.hidden}}",
    "liquid in one tag": f"{{%- # {SECRET} -%}}",
    "code inside": f"%%see `{SECRET}` there%%",
    "a note inside an addition": f"{{++{{>>{SECRET}<<}}++}}",
}
BLOCKS = {
    "hidden part": f"::: {{.hidden}}\n{SECRET}\n:::",
    "hidden part by its name": f"::: hidden\n{SECRET}\n:::",
    "hidden part with another in it": f":::: {{#x .notes .content-hidden}}\n::: a\n{SECRET}\n:::\n\n{SECRET}\n::::",
    "part for some readers": f'::: {{.content-visible when-profile="staff"}}\n{SECRET}\n:::',
    "lines of percent signs": f"% {SECRET}\n% {SECRET}",
    "link to nowhere": f"[//]: # ({SECRET})",
    "link to nowhere with a name": f'[comment]: <> "{SECRET}"',
    "restructured text": f".. {SECRET}",
    "restructured text of several lines": f".. desk\n   {SECRET}\n   {SECRET}",
    "restructured text below its mark": f"..\n   {SECRET}",
}
OF_MARKUPS = {
    "org": f"#+BEGIN_COMMENT\n{SECRET}\n\n{SECRET}\n#+END_COMMENT",
    "latex": f"\\begin{{comment}}\n{SECRET}\n\\end{{comment}}",
    "percent signs": f"%%\n{SECRET}\n\nand more\n%%",
    "liquid": f"{{% comment %}}\n{SECRET}\n{{% endcomment %}}",
}
"""Comments of markups that a text file is known by: there such a file is read in another way."""
HEAD = "From: Quay <q@quay.example>\nSubject: Mill\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n\n"


def carried(kind: str, text: str) -> tuple[str, str]:
    return {
        "markdown": ("a.md", f"# Mill\n\n{text}"),
        "text": ("a.txt", text),
        "letter": ("a.eml", HEAD + text),
        "json": ("a.json", json.dumps({"title": "Mill", "text": text})),
    }[kind]


def read(name: str, data: str) -> tuple[RawDocument, list[str]]:
    """The document of a file, and the words of comments and deletions that were left out."""
    documents, _ = read_any(name, data.encode())
    document = unseen_apart(documents[0])
    return document, [one.text for one in document.around if one.aside in ("a comment", "words that were deleted")]


@pytest.mark.parametrize("kind", ["markdown", "text", "letter", "json"])
@pytest.mark.parametrize(
    "mark", [*INLINE.values(), *BLOCKS.values()], ids=[*INLINE, *(f"block of {n}" for n in BLOCKS)]
)
def test_comments_of_tools_come_in_nowhere_and_no_word_beside_them_is_lost(kind: str, mark: str) -> None:
    inline = mark in INLINE.values()
    text = f"{FIRST} {mark}.\n\n{SECOND}\n" if inline else f"{FIRST}.\n\n{mark}\n\n{SECOND}\n"
    name, data = carried(kind, text)
    document, left = read(name, data)
    assert SECRET not in repr(replace(document, around=()))
    assert [p.text for p in document.paragraphs] == [f"{FIRST}.", SECOND]
    assert [SECRET in one for one in left] == [True]


@pytest.mark.parametrize("mark", OF_MARKUPS)
@pytest.mark.parametrize("kind", ["markdown", "letter", "json"])
def test_comments_of_other_markups_come_in_nowhere(kind: str, mark: str) -> None:
    name, data = carried(kind, f"{FIRST}.\n\n{OF_MARKUPS[mark]}\n\n{SECOND}\n")
    document, left = read(name, data)
    assert [p.text for p in document.paragraphs] == [f"{FIRST}.", SECOND]
    assert [SECRET in one for one in left] == [True]


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_comments_in_front_matter_are_named_and_lines_of_a_value_are_none(fence: str) -> None:
    mark = ":" if fence == "---" else " ="
    value = f"summary: |\n  # {SECOND}\n" if fence == "---" else f'summary = """\n# {SECOND}\n"""\n'
    head = f'title{mark} "Mill" # {SECRET[:4]}\n# {SECRET}\n{value}'
    document, left = read("a.md", f"{fence}\n{head}{fence}\n{FIRST}.\n")
    assert left == [SECRET]
    assert [p.text for p in document.paragraphs] == [f"{FIRST}."]


@pytest.mark.parametrize("kind", ["markdown", "text", "letter", "json"])
def test_instructions_to_programs_are_not_named(kind: str) -> None:
    for comment in ('wp:paragraph {"align":"left"}', "/wp:paragraph", "more", "prettier-ignore", " toc ", "[if mso]"):
        name, data = carried(kind, f"{FIRST}.\n\n<!--{comment}-->\n\n{SECOND}\n")
        assert read(name, data)[1] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It opens {--in May--}{++in June++}.", "It opens in June."),
        ("It opens in {~~May~>June~~}.", "It opens in June."),
        ("It {==opens==}{>>when?<<} in June.", "It opens in June."),
        ("It opens {++in {~~May~>June~~}++}.", "It opens in June."),
        ("%%a%% It opens %%b%% in June %%c%%", " It opens in June"),
    ],
)
def test_proposed_changes_are_their_new_words(written: str, read: str) -> None:
    assert without_tool_comments(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "```\n%%a%% {>>b<<} {# c #}\n```",
        "~~~\n{% comment %}a{% endcomment %}\n~~~",
        "Write `%%a%%`, `` {>>b`<<} `` and `{# c #}`.",
        "It grew by 50%% and then by 60%% more.",
        "An open %%mark\n\nends with its paragraph%% here.",
        "An open {>>mark, {% comment %} and {# another stay.",
        "# A title {#its-name}",
        ".. image:: crane.png\n   :alt: A crane",
        ".. _target: https://bank.example\n.. [1] A footnote\n... and so on",
        '[1]: https://bank.example "The bank"\n[2]: #part',
        "About ~~~ and ~ 5 ~ 6.",
        "~~~~~\nA line of signs\n~~~~~",
        "::: {.note}\nA note\n:::",
        "::: {.content-visible when-format=html}\nA note\n:::",
        "It grew by 100\n% of its width.",
        "Two [words]{.smallcaps}.",
        "```\n\\begin{comment}\na\n\\end{comment}\n```",
    ],
)
def test_code_and_what_is_no_comment_stay_as_they_are(text: str) -> None:
    assert without_tool_comments(text) == (text, ())


@pytest.mark.parametrize(("kind", "shown"), [("markdown", False), ("text", True), ("letter", True), ("json", True)])
def test_words_between_tildes_are_struck_out_in_markdown_and_words_like_others_elsewhere(
    kind: str, shown: bool
) -> None:
    name, data = carried(kind, f"{FIRST} ~~{SECRET}~~.\n\n{SECOND}\n")
    documents, _ = read_any(name, data.encode())
    struck = f"{FIRST} ~~{SECRET}~~." if shown else f"{FIRST}."
    assert [p.text for p in documents[0].paragraphs] == [struck, SECOND]


def test_lines_below_a_comment_keep_their_numbers() -> None:
    documents, _ = read_any("a.md", f"# Mill\n\n{FIRST}.\n\n%%\nfor us\n\nalone\n%%\n\n{SECOND}\n".encode())
    assert [p.line for p in documents[0].paragraphs] == [3, 11]
