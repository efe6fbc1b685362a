"""Light markup of other programs: how its files end and which marks they have, where no reader knows it."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.unread import Unread

_ENOUGH = 2
"""Marks of different kinds that show a markup; one that nothing else has counts as two."""
_READ = 20_000
"""Characters in which a markup shows itself."""
_REMEDY = "save it as HTML or plain text with the program that shows it, and import that"
_FENCED = regex(r"^(```|~~~).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)


class _Markup(Value):
    unread: Unread
    endings: tuple[str, ...]
    sure: re.Pattern[str] | None
    """A mark that no plain text has."""
    marks: tuple[re.Pattern[str], ...] = ()
    """Marks of which plain texts have one by chance."""


def _markup(what: str, endings: str, sure: Sequence[str], marks: Sequence[str] = ()) -> _Markup:
    some = re.compile("|".join(sure), re.MULTILINE) if sure else None
    rest = tuple(re.compile(one, re.MULTILINE) for one in marks)
    return _Markup(unread=Unread(what, _REMEDY), endings=tuple(endings.split()), sure=some, marks=rest)


_TITLE = r"\A= [^\s=][^\n]*[^\s=]$(?![\s\S]*^= )"
_RULED = r"^[^\W_][^\n]*\n([=~^\"-])\1{3,}[ \t]*$|^([=~\"-])\2{3,}\n *[^\W_][^\n]*\n\2{4,}$"
_TABLE = (
    _markup(
        "AsciiDoc files",
        ".adoc .asciidoc",
        (r"^(?:image|include|video)::\S*\[[^\]\n]*\]$", r"^\|={3,}$", r"\bfootnote:\[", r"^if(?:n?def|eval)::"),
        (
            _TITLE,
            r"\A(?:[^\n]+\n){0,3}:!?[a-z][\w-]*!?:(?: [^\n]*)?$",
            r"^={2,6} [^\s=][^\n]*[^\s=]$",
            r"^/{4,}$[\s\S]{1,2000}?^/{4,}$",
            r"^//(?: \S|[^\W\d_])",
            r"^\[(?:\.\w|source\b|quote\b|NOTE\b|TIP\b|cols=)[^\]\n]*\]$",
            r"https?://[^\s\[\]]{1,300}\[[^\]\n]{1,300}\]",
        ),
    ),
    _markup(
        "Org mode files",
        ".org .org_archive",
        (
            r"^[ \t]*#\+[A-Za-z_]+:",
            r"^[ \t]*#\+(?:begin|BEGIN)_\w+",
            r"^[ \t]*:PROPERTIES:[ \t]*$",
            r"\[\[[^\[\]\n]+\]\[[^\[\]\n]+\]\]",
        ),
        (
            r"^\*+ (?:TO[D]O|DONE|COMMENT|WAITING)\b",
            r"^\*+ \S[^\n]* +:(?:\w+:)+[ \t]*$",
            r"^[ \t]*(?:SCHEDULED|CLOSED|DEADLINE): *[<\[]\d{4}-",
            r"[<\[]\d{4}-\d\d-\d\d [^\W\d_]{2,4}\.?[^>\]\n]{0,12}[>\]]",
        ),
    ),
    _markup(
        "reStructuredText files",
        ".rst .rest",
        (
            r"^[ \t]*\.\. (?:\|[^|\n]+\| )?[a-z][\w-]*::",
            r"^\.\. _[^:\n]+:",
            r"^\.\. \[[#\w*]+\] ",
            r"`[^`\n]+ <[^<>\n]+>`_",
            r":[a-z]+(?::[a-z]+)?:`[^`\n]+`",
        ),
        (
            _RULED,
            r"^\.\. \S[^\n]*\n(?:\s*\n|[ \t]+\S|\Z)",
            r"^:[A-Za-z][\w -]*: \S",
            r"\w`_\b|\|\w+\|_?\b",
        ),
    ),
    _markup(
        "texts of wikis",
        ".wiki .mediawiki .wikitext .mw .creole .dokuwiki",
        (
            r"<ref(?: name=[^>\n]+)?>|<ref name=[^>\n]+/>|<nowiki>",
            r"^\{\|[^\n]*$[\s\S]{1,2000}?^\|\}",
            r"^(?:#REDIRECT|__NOTOC__|__TOC__|__FORCETOC__)",
        ),
        (
            r"(?<!')'''(?!')[^'\n]+'''(?!')",
            r"^(={2,6}) ?[^\s=][^\n]*[^\s=] ?\1[ \t]*$",
            r"\{\{[^{}\n|]+\|[^{}]*\}\}|^\{\{[^{}\n]+\}\}$",
            r"(?<!!)\[\[[^\[\]\n|:]{2,}(?:\|[^\[\]\n]+)?\]\]",
            r"^\[\[[^\W\d_]{2,20}:[^\[\]\n]+(?:\|[^\n]*)?\]\]$",
            r"(?<!\[)\[https?://[^\s\]]+ [^\]\n]+\]",
            r"^\{\{[^{}]+\}\}$|\{\{:?[\w:/.-]+\?\d+[^}\n]*\}\}",
        ),
    ),
    _markup(
        "Textile files",
        ".textile",
        (),
        (r"^h[1-6](?:\([^)\n]*\))?\. \S", r"^(?:bq|bc|p)(?:\([^)\n]*\))?\. \S", r"\"[^\"\n]+\":https?://", r"^###\. "),
    ),
    _markup(
        "posts of forums (BBCode)",
        ".bbcode",
        (r"\[url=[^\]\s]+\][^\[\]\n]*\[/url\]",),
        tuple(
            rf"\[{tag}(?:=[^\]\n]*)?\][\s\S]{{0,400}}?\[/{tag}\]" for tag in "b i u quote img url size list".split()
        ),
    ),
    _markup(
        "LaTeX files",
        ".ltx .latex",
        (r"^\\(?:documentclass|usepackage|begin|section|subsection|chapter|title|maketitle)\b[*\[{]?",),
    ),
    _markup("Typst files", ".typ", (r"^#(?:set|show|import) (?:[a-z.]+[(:]|\"@)",)),
    _markup("Texinfo files", ".texi .texinfo", (r"\A\\input texinfo", r"^@setfilename ")),
    _markup("manual pages", ".roff .troff .mdoc", (r"^\.(?:TH|SH|Dd|Dt) \S", r"^\.\\\" ")),
    _markup("manuals of Perl (POD)", ".pod", (r"^=(?:head[1-4]|over|begin|encoding|cut)\b(?! *=)",)),
)  # fmt: skip
"""The markups that no reader knows, in the order in which they are tried."""


def unread_markup(name: str, text: str) -> Unread | None:
    """What a text is by its ending and its marks, where it is written in a markup that no reader knows.

    Markdown, plain text with lines of signs, and code between fences show none.
    """
    base = name.lower().rpartition("/")[2]
    ended = next((one for one in _TABLE if base.endswith(one.endings)), None)
    if ended is not None:
        return ended.unread
    start = _FENCED.sub("", text[:_READ].replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n"))
    return next((one.unread for one in _TABLE if _shows(one, start)), None)


def _shows(markup: _Markup, text: str) -> bool:
    """Whether a text has enough marks of a markup."""
    if markup.sure is not None and markup.sure.search(text):
        return True
    return sum(bool(one.search(text)) for one in markup.marks) >= _ENOUGH
