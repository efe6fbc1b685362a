"""Rules about Markdown that readers would see as it is typed, or not at all: HTML, links that are none, footnotes."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, Finding, Rule, Severity, rule
from annotated_briefings.base.diagnostics.model import diagnostic_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.base.yaml.field_table import Table
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import markdown_html, plain_texts
from annotated_briefings.content.markdown.addresses import is_known_scheme, scheme_of
from annotated_briefings.content.markdown.wikilinks import SCHEME, is_picture
from annotated_briefings.content.rules.one_brief import ReadBrief

_CODE = regex(r"<pre>.*?</pre>|<code>.*?</code>", re.DOTALL)
_EMBED = regex(rf'!(?=<a href="{SCHEME}([^"]*)")')
_Forms = tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...]
_TAGS = regex(r"<[^>]*>")
_ENDS = regex(r"</(?:p|li|h[1-6]|td|th|dt|dd)>")
_CURLY = "“”„‘’‚«»"
_HTML = regex(
    r"<(a|abbr|audio|b|big|blockquote|br|center|cite|code|del|details|div|em|embed|figure|font|h[1-6]|hr|i|iframe|img|ins"
    r"|kbd|li|mark|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|video"
    # What word processors write, and the frame of whole pages.
    r"|(?:o|w|v|m|x|wp|st\d):[a-z]+|\?xml(?::namespace)?|!\[(?:if|endif)|html|head|body|meta|link|tbody|thead|tfoot|col|colgroup"
    r"|section|article|nav|header|footer|main|aside)"
    r"(?:[\s\]][^<>]*)?/?>",
    re.IGNORECASE,
)
_LINK = regex(r"!?\[[^\[\]\n]*\]\((?:((?:[^()\n]|\([^()\n]*\))*)\)|([^()\s]*))")
_AUTOLINK = regex(r"<(?!st\d:)((?:[a-z][a-z0-9+.-]{1,31}:|www\.)[^<>\s]*)>", re.IGNORECASE)
_WIKILINK = regex(r"!?\[\[[^\[\]\n]+\]\]")
_EMPHASIS = regex(
    r"(?<![\w*])(\*{1,3})(?![\s*])[^*\n]+?(?<![\s*])\1(?![\w*])|(?<!\w)(_{2})(?![\s_])[^_\n]+?(?<![\s_])\2(?!\w)"
)
_CODED = regex(r"(?<!`)`[^`\n]+`(?!`)")
_QUOTED = ("quote", "prefix", "suffix")
"""Fields with words of the text or of a source, which other rules look for."""
_FOOTNOTE = regex(r"\[\^[^\[\]\s]+\]")
_CHARACTER = regex(
    r"&(?:nbsp|amp|lt|gt|quot|apos|shy|thinsp|ensp|emsp|zwnj|zwj|[mn]dash|hellip|middot|bull|euro|pound|yen|copy|reg|trade"
    r"|deg|[lr][sd]quo|[sb]dquo|[lr]aquo|[aeiouAEIOU](?:uml|acute|grave|circ)|[nao]tilde|ccedil|szlig|#\d{2,6}|#x[0-9a-f]{2,5})"
    r"(?![A-Za-z0-9]);?",
    re.IGNORECASE,
)
_REMEDIES = {
    "b": "write `**words**` for bold",
    "strong": "write `**words**` for bold",
    "i": "write `*words*` for italics",
    "em": "write `*words*` for italics",
    "a": "write `[words](address)` for a link",
    "img": "write `![what it shows](address)` for a picture",
    "br": "end the line with a backslash for a line break",
    "hr": "write `***` on a line of its own for a rule",
    "code": "write it between back ticks for code",
    "li": "begin the line with `- ` for a list",
    "ul": "begin each line with `- ` for a list",
    "ol": "begin each line with `1. ` for a list",
    "blockquote": "begin the line with `> ` for a quotation",
    "s": "write `~~words~~` for struck words",
    "del": "write `~~words~~` for struck words",
    "strike": "write `~~words~~` for struck words",
    "p": "leave an empty line between paragraphs",
} | {f"h{level}": f"begin the line with `{'#' * level} ` for a heading" for level in range(1, 7)}
_OTHER = "take it out: texts are Markdown, and HTML is not read"
_EMBEDDED = frozenset({"iframe", "video", "audio", "embed", "object"})


@rule("shown-as-typed", Severity.WARNING, "readers would see marks of HTML or Markdown as they are typed")
def shown_as_typed(read: ReadBrief) -> Iterator[Finding]:
    """HTML in a text is not read, and a link with a slip in it is none, so that readers see what was typed. In code all
    of this is allowed. Headlines, summaries and other fields that are no Markdown show its marks too.

    ```
    briefings/a.md:5:21: warning[shown-as-typed]: readers would see `<b>` as it is typed
        5 | why_it_matters: The <b>quay</b> was shut.
          |                     ^^^
      help: write `**words**` for bold
    ```
    """
    source = read.fields.source
    plain = ((text, _in_plain(name)) for name, text in plain_texts(BRIEF, read.brief) if name not in _QUOTED)
    for text, forms in (*plain, *((text, _TYPED) for text in _texts(read))):
        for snippet, message, remedy in _marks(text, forms, source):
            yield Finding(message, _place(read, snippet), remedy)
    for html in (read.brief.body.html, *markdown_html(BRIEF, read.brief)):
        for name in dict.fromkeys(_EMBED.findall(_CODE.sub("", html))):
            if is_picture(unescape(name)):
                # A broken link says how a picture is shown.
                continue
            snippet = f"![[{unescape(name)}"
            yield Finding(
                f"readers would see `!` before `[[{unescape(name)}]]`",
                _place(read, snippet),
                "take the `!` out; a brief is linked, and no part of it is shown in another",
            )


@rule("lost-cell", Severity.WARNING, "a row of a table has more cells than its head")
def lost_cells(read: ReadBrief) -> Iterator[Finding]:
    """The head of a table says how many columns it has; what a row has behind them is shown nowhere. Often a bar in a
    link or in a word has cut a cell in two.

    ```
    briefings/a.md:11:1: warning[lost-cell]: no page shows `at noon`: the head of the table has 2 columns
       11 | | Tuesday | two boats | at noon |
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: give the head one more, or write a bar that belongs to the words with a backslash, `\\|`
    ```
    """
    source, first = read.fields.source, _first_line(read)
    lines = source.text.split("\n")
    for lost in read.brief.body.lost_cells:
        number = first + lost.line
        line = lines[number - 1] if number <= len(lines) else ""
        place = Place(source.path, number, 1 + len(line) - len(line.lstrip()), len(line.strip()))
        count = "1 column" if lost.columns == 1 else f"{lost.columns} columns"
        yield Finding(
            f"no page shows `{shortened(lost.words)}`: the head of the table has {count}",
            place,
            "give the head one more, or write a bar that belongs to the words with a backslash, `\\|`",
        )


@rule("lost-footnote", Severity.WARNING, "a footnote is not shown, or a reference has no footnote")
def lost_footnotes(read: ReadBrief) -> Iterator[Finding]:
    """A footnote is shown where the text refers to it. One that nothing refers to, and the first of two with one name,
    are shown nowhere; a reference without a footnote is shown as it is typed.

    ```
    briefings/a.md:12:1: warning[lost-footnote]: nothing refers to the footnote `[^unused]`, so no page shows it
       12 | [^unused]: The purser confirmed it.
          | ^^^^^^^^^
      help: write `[^unused]` where it belongs, or take it out
    ```
    """
    source, first = read.fields.source, _first_line(read)
    for lost in read.brief.body.lost_footnotes:
        mark = f"[^{lost.label}]"
        place = Place(source.path, first + lost.line, 1, len(mark))
        if lost.again < 0:
            message = f"nothing refers to the footnote `{mark}`, so no page shows it"
            yield Finding(message, place, f"write `{mark}` where it belongs, or take it out")
        else:
            message = f"line {first + lost.again} has another footnote `{mark}`, so no page shows this one"
            yield Finding(message, place, "give one of them another name, and refer to it")
    for number, text in enumerate(_texts(read)):
        for mark in dict.fromkeys(_FOOTNOTE.findall(text)):
            if snippet := _written(source, mark):
                remedy = f"add a line `{mark}: ...` below the text, or correct the name"
                if number:
                    remedy = "take it out; footnotes belong to the text of the brief"
                if snippet != mark:
                    remedy = f"take the backslashes out, `{mark}`, or write it as code"
                yield Finding(
                    f"`{mark}` refers to no footnote, and is shown as it is typed", _place(read, snippet), remedy
                )


def marks_of_entry(table: Table, entry: Any, fields: Fields) -> Iterator[Diagnostic]:
    """The same in an entry of a registry file, whose texts are no Markdown."""
    source = fields.source
    for name, text in plain_texts(table, entry):
        for _, message, remedy in _marks(text, _in_plain(name), source):
            yield diagnostic_of(shown_as_typed.code, message, fields.place(name), remedy, source)


_LONG = 60


def _marks(text: str, forms: _Forms, source: Source) -> Iterator[tuple[str, str, str]]:
    """Marks in a text as readers see it, each once: how they are written in the file, the message and the remedy."""
    for pattern, remedy in forms:
        seen: set[str] = set()
        for found in pattern.finditer(text):
            kind = (found[1] or "").lower() if pattern is _HTML else found[0]
            if kind in seen or not (snippet := _written(source, found[0])):
                continue
            seen.add(kind)
            words = " ".join(found[0].split())
            shown = words if len(words) <= _LONG else f"{words[:_LONG].rstrip()}…"
            yield snippet, f"readers would see {in_code(shown)} as it is typed", remedy(found, snippet)


def _texts(read: ReadBrief) -> Iterator[str]:
    """The Markdown texts of a brief as readers see them, without code; the first is that of the brief itself."""
    for html in (read.brief.body.html, *markdown_html(BRIEF, read.brief)):
        if "&" not in html and "[" not in html:
            yield ""
        else:
            yield unescape(_TAGS.sub("", _ENDS.sub("\n", _CODE.sub(" ", html))))


def _written(source: Source, shown: str) -> str:
    """How what readers see is written in a file: the same, over several lines, or brackets with backslashes, as
    programs that format Markdown write them. Empty where it is written in another way: then it is meant."""
    escaped = re.sub(r"[\[\]]", r"\\\g<0>", shown)
    if shown[:2] in ("[[", "[^") and escaped in source.text:
        return escaped
    if shown in source.text or " " not in shown:
        return shown if shown in source.text else ""
    found = re.search(r"\s+".join(map(re.escape, shown.split())), source.text)
    return found[0] if found else ""


def _place(read: ReadBrief, snippet: str) -> Place:
    source = read.fields.source
    at = source.text.find(snippet)
    while at > 0 and source.text[at - 1] == "\\" and (later := source.text.find(snippet, at + 1)) > 0:
        at = later
    return place_at(source, at, len(snippet.split("\n")[0])) if at >= 0 else read.top


def _first_line(read: ReadBrief) -> int:
    """The line of the file in which the text of a brief starts, from 1."""
    source = read.fields.source
    return place_at(source, len(source.text) - len(read.brief.body.source)).line


def _as_markdown(found: re.Match[str], _: str) -> str:
    name = found[1].lower()
    return "write a link to it: `[words](address)`" if name in _EMBEDDED else _REMEDIES.get(name, _OTHER)


def _as_link(found: re.Match[str], _: str) -> str:
    target = (found[1] or found[2] or "").strip()
    if any(mark in target for mark in _CURLY):
        return "take the quotation marks around the address out"
    if found[1] is None:
        return "close the bracket after the address with `)`"
    if (scheme := scheme_of(target)) and not is_known_scheme(scheme):
        return f"links begin with `https:`, `http:`, `mailto:` or `tel:`, not with `{scheme}:`"
    if " " in target:
        return f"write the address in angle brackets, `(<{target}>)`: it has spaces in it"
    return "correct the address, or write the brackets as code"


def _as_address(found: re.Match[str], _: str) -> str:
    if any(mark in found[1] for mark in _CURLY):
        return "take the quotation marks around the address out"
    if found[1].lower().startswith("www."):
        return f"write `<https://{found[1]}>`"
    return f"links begin with `https:`, `http:`, `mailto:` or `tel:`, not with `{scheme_of(found[1])}:`"


def _as_wikilink(found: re.Match[str], snippet: str) -> str:
    if snippet != found[0]:
        return f"take the backslashes out, `{found[0]}`, or write it as code"
    return "write the name of a brief, an entity, a tag or a story between the brackets"


def _as_character(found: re.Match[str], _: str) -> str:
    if not unescape(f"{found[0].rstrip(';')};").strip():
        # One that is written rightly would make an empty place, which is another fault.
        return "write a space in its place"
    return "write the character itself" if found[0].endswith(";") else f"write `{found[0]};`, or the character itself"


def _in_plain(name: str) -> _Forms:
    """The marks that readers would see in a field that is no Markdown, and their remedies."""

    def out(*_: object) -> str:
        return f"take the marks out: `{name}` is plain text"

    return (*((pattern, out) for pattern in _MARKS), (_CHARACTER, _as_character))


_MARKS = (_HTML, _LINK, _WIKILINK, _EMPHASIS, _CODED)
_TYPED: _Forms = (
    (_HTML, _as_markdown),
    (_LINK, _as_link),
    (_AUTOLINK, _as_address),
    (_WIKILINK, _as_wikilink),
    (_CHARACTER, _as_character),
)
RULES: tuple[Rule[ReadBrief], ...] = (shown_as_typed, lost_footnotes, lost_cells)
"""All rules about Markdown that is not read."""
