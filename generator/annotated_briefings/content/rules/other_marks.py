"""Rules about marks that do not do what they seem to: those of other tools, and slips in those of Markdown.

What readers see decides: a mark is looked for in the text that the parser has made, outside of code, and then where it
is written. HTML and links that are none are found in ``shown_as_typed``.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from annotated_briefings.base.comments.foreign import foreign_comments, without_code
from annotated_briefings.base.diagnostics import Finding, Rule, Severity, rule, rule_for
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source, line_start, place_at
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import markdown_html
from annotated_briefings.content.markdown.text import Block, Body
from annotated_briefings.content.rules.one_brief import ReadBrief

_CODE = regex(r"<pre\b.*?</pre>|<code\b.*?</code>", re.DOTALL)
_TAG = regex(r"<[^>]+>")
_ATTRIBUTE = regex(r' (?:alt|title)="([^"]*)"')
_SHORTEST = 12
"""Words of an indented block from which it is a text and no code."""


class TypedMark(NamedTuple):
    """A mark that does not do what it seems to."""

    message: str
    """The fact."""
    place: Place
    """Where it is written."""
    help: str
    """What to do about it."""


class _Lookalike(NamedTuple):
    sign: str
    pattern: re.Pattern[str]
    message: Callable[[re.Match[str]], str]
    remedy: Callable[[re.Match[str]], str]


def _constant(text: str) -> Callable[[re.Match[str]], str]:
    return lambda _: text


def _typed(match: re.Match[str]) -> str:
    return f"readers see `{_short(match[0])}` as it is typed"


_Words = str | Callable[[re.Match[str]], str]


def _form(sign: str, pattern: str, remedy: _Words, message: _Words = "") -> _Lookalike:
    """``sign`` is in every text that the pattern matches: looking for it takes a hundredth of the time."""
    return _Lookalike(
        sign,
        re.compile(pattern, re.MULTILINE),
        (_constant(message) if message else _typed) if isinstance(message, str) else message,
        _constant(remedy) if isinstance(remedy, str) else remedy,
    )


def _whole_line_of_dashes(found: re.Match[str]) -> str:
    columns = len(re.findall(r"(?<!\\)\|", found["head"])) + 1
    return f"write `|{' --- |' * columns}` below its first line, in place of the line of dashes"


_FORMS = (
    _form("{{", r"\{\{[<%].*?[%>]\}\}", "it is a short code of Hugo; write what it stands for, or link to it"),
    _form("{%", r"\{%.*?%\}", "it is code of a template; write what it stands for, or take it out"),
    _form("{{", r"\{\{.*?\}\}", "it is code of a template; write what it stands for, or take it out"),
    _form("[", r"\[(?P<n>caption|gallery|embed|video|audio|youtube)\b[^\]\n]*\](?!\()",
          "it is a short code of WordPress; write what it stands for, or link to it"),
    _form(":::", r"^:::[ \t]*\w.*$", "take the lines of `:::` out; a quotation begins with `> `"),
    _form("{", r"\{:?\s*[.#][\w-][^{}\n]*\}\s*$", "take it out; headings have ids of their own"),
    _form("[", r"^\[(?:TOC|toc)\]$|^\[\[toc\]\]$", "take it out"),
    _form("==", r"==(?=\S)([^=\n]+?)(?<=\S)==",
          lambda m: f"write `**{m[1]}**`; there is no mark for highlighted words"),
    # With other marks between them, the words are written in another way than they are seen.
    _form("==", r"==(?=[^\s=][^=\n]*?(?<=\S)==)", "take `==` out; there is no mark for highlighted words"),
    _form("[!", r"^\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?",
          lambda m: f"it is a call-out of another tool; write `**{m[1].capitalize()}.**`"),
    _form("#", r"^#[^\W\d_][\w/-]*(?:[ \t]+#[^\W\d_][\w/-]*)*$",
          lambda m: f"write `tags: [{', '.join(m[0].replace('#', '').split())}]` at the top of the brief"),
    _form("^", r"(?:^|(?<=\s))\^[\w-]+$", "it is the name of a block in Obsidian; take it out"),
    _form("[[", r"\[\[(?![^\[\]]*\]\])", "close it with `]]`", "`[[` is never closed"),
    _form("]", r"\[([^\[\]\n]+)\][ \t]+\(((?:https?://|www\.|/)[^()\s]+)\)",
          lambda m: f"take the space out: `[{m[1]}]({m[2]})`", "a space parts the words of a link from its address"),
    _form(")[", r"\(([^()\n]+)\)\[((?:https?://|www\.|/)[^\[\]\s]+)\]", lambda m: f"write `[{m[1]}]({m[2]})`",
          "the brackets of a link are the wrong way round"),
    _form("##", r"^(#{2,6})(?=[^\W\d_])(.*)$", lambda m: f"write `{m[1]} {_short(m[2])}`",
          "a space is missing after the signs of a heading"),
    _form("**", r"\*\*[ \t]+[^*\n]+?\*\*|\*\*[^*\n]+?[ \t]+\*\*", lambda m: f"write `**{m[0].strip('* ')}**`",
          "the stars make nothing bold, since a space is inside of them"),
    _form("**", r"(?<![\w*/\\])\*\*(?=[\w\"“„«(])|(?<=[\w.,!?\"”])\*\*(?![\w*/])",
          "write it at the other end of the words too, or take it out",
          "`**` makes nothing bold, since it is there once"),
    # `O`Neil` and `Hawai`i` have a letter on both sides.
    _form("`", r"(?<![\w`\\])`+(?=[\w\"“„«(*\[<$-])|(?<=[\w.,!?)\"”*\]>$-])`+(?![\w`])|(?<!\S)`+(?!\S)",
          "write it at the other end of the words too, or take it out",
          lambda m: f"{in_code(m[0])} makes no code, since it is there once"),
    _form("|", r"\A\|(?P<head>.*)\|[ \t]*\n\|(?P<dashes>[-: |\t]*-[-: |\t]*)\|[ \t]*(?:\n|\Z)", _whole_line_of_dashes,
          "the line of dashes of a table has not as many parts as the line above it"),
    _form("|", r"\A\|.*\|[ \t]*\n\|.*\|", "write `| --- | --- |` below its first line, a part for each column",
          "a table has no line of dashes below its first one"),
    _form("\n", r"^[•▪‣◦●∙·][ \t]*\S.*\n[•▪‣◦●∙·]", "begin each line with `- `",
          "the lines of a list run into one another"),
)  # fmt: skip
_SIGNS = regex(r"[{\[#^\]*`|]|:::|==")
"""What every form within one line has."""


def _marks(source: Source, body: Body) -> Iterator[TypedMark]:
    """Marks that readers see as they are typed, or that do not do what they seem to."""
    for block in body.blocks:
        yield from _code_by_chance(source, block)
        if not _SIGNS.search(block.text) and "\n" not in block.html:
            continue
        yield from _in_html(source, block.html, line_start(source, block.line))


def _comments(source: Source, body: Body) -> Iterator[TypedMark]:
    """Comments of Obsidian, of templates and of MDX: words that nobody was to read, and everybody would."""
    html = "\n".join(_CODE.sub("", block.html) for block in body.blocks)
    shown = (_TAG.sub("", html), *(match[1] for match in _ATTRIBUTE.finditer(html)))
    found = [comment for text in shown for comment in foreign_comments(unescape(text))]
    if not found:
        return
    written = without_code(source.text)
    after = line_start(source, body.blocks[0].line)
    for comment in found:
        # In the file it may hold other marks, which readers do not see.
        begins = next((one for one in foreign_comments(written[after:]) if one.opens == comment.opens), None)
        place = place_at(source, after + begins.start, len(comment.opens)) if begins else Place(source.path)
        after += begins.start + len(comment.opens) + len(comment.words) if begins else 0
        yield TypedMark(comment.message, place, comment.remedy)


def _in_html(source: Source, html: str, start: int) -> Iterator[TypedMark]:
    """The same in HTML of a text that is written after an offset of its file."""
    seen = unescape(_TAG.sub("", _CODE.sub("", html)))
    taken: set[int] = set()
    reported: set[str] = set()
    for form in _FORMS:
        for match in form.pattern.finditer(seen) if form.sign in seen else ():
            message = form.message(match)
            if message in reported or taken & set(range(*match.span())):
                continue
            if place := _written(source, start, match):
                reported.add(message)
                taken |= set(range(*match.span()))
                yield TypedMark(message, place, form.remedy(match))


def _code_by_chance(source: Source, block: Block) -> Iterator[TypedMark]:
    """A text shown as code because it is indented, or because a block of code has no end."""
    if not block.html.startswith("<pre><code"):
        return
    start = line_start(source, block.line)
    lines = source.text[start:].split("\n")
    first = lines[0].lstrip()
    if first[:3] in ("```", "~~~"):
        fence = first[: len(first) - len(first.lstrip(first[0]))]
        ends = re.compile(rf"[ \t]*{re.escape(fence)}{re.escape(fence[0])}*[ \t]*")
        if not any(ends.fullmatch(line) for line in lines[1:]):
            place = Place(source.path, block.line, lines[0].index(fence) + 1, len(fence))
            yield TypedMark("a block of code is never closed", place, f"write {in_code(fence)} below its last line")
    elif len(block.text.split()) >= _SHORTEST and re.search(r"[.!?]\s*$", block.text):
        place = Place(source.path, block.line, 1, len(lines[0]))
        yield TypedMark("a text is shown as code, since its lines are indented", place, "take the spaces before it out")


def _written(source: Source, start: int, match: re.Match[str]) -> Place | None:
    """Where words of a text are written after an offset; None where they are written in another way.

    The same mark may be right elsewhere: where the letters beside it are written too, they tell which one it is.
    """
    text, seen = match[0].split("\n")[0], match.string
    before = re.search(r"[^\s*_`\[\]()<>]*\Z", seen[: match.start()])
    after = re.match(r"[^\s*_`\[\]()<>]*", seen[match.start() + len(text) :])
    beside = (before[0] if before else "", after[0] if after else "")
    at = source.text.find(text.join(beside), start)
    at = at + len(beside[0]) if at >= 0 else source.text.find(text, start)
    return place_at(source, at, len(text)) if at >= 0 and source.text[max(at - 1, 0) : at] != "\\" else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


@rule("markup", Severity.WARNING, "a mark in the text does not do what it seems to")
def marks(read: ReadBrief) -> Iterator[Finding]:
    """Texts are Markdown: CommonMark with tables, footnotes, definition lists and wikilinks. Marks of other tools and
    slips in those of Markdown are shown to readers as they are typed, or make of a text what nobody meant.

    ```
    briefings/a.md:6:11: warning[markup]: readers see `==cut==` as it is typed
        6 | The storm ==cut== the road.
          |           ^^^^^^^
      help: write `**cut**`; there is no mark for highlighted words
    ```
    """
    source = read.fields.source
    in_fields = (mark for html in markdown_html(BRIEF, read.brief) for mark in _in_html(source, html, 0))
    for mark in (*in_fields, *_marks(source, read.brief.body)):
        yield Finding(mark.message, mark.place, mark.help)


@rule("repeated-title", Severity.HINT, "the text begins with the headline again")
def repeated_title(read: ReadBrief) -> Iterator[Finding]:
    """The page of a brief shows its title above the text.

    ```
    briefings/a.md:5:1: hint[repeated-title]: the text begins with the headline again
        5 | # Storm over the harbour
          | ^
      help: take the line out; the page shows the title above the text
    ```
    """
    first = next(iter(read.brief.body.blocks), None)
    if first and first.heading and first.text.strip().casefold() == read.brief.title.strip().casefold():
        yield Finding(
            "the text begins with the headline again",
            Place(read.brief.path, first.line, 1),
            "take the line out; the page shows the title above the text",
        )


@rule_for("foreign-comment")
def comments(read: ReadBrief) -> Iterator[Finding]:
    """Comments in the text of a brief; those in its front matter are found when that is read."""
    for mark in _comments(read.fields.source, read.brief.body):
        yield Finding(mark.message, mark.place, mark.help)


RULES: tuple[Rule[ReadBrief], ...] = (comments, marks, repeated_title)
"""All rules about such marks."""
