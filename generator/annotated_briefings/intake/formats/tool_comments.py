"""Comments and proposed changes as writing tools mark them in Markdown and plain text: nothing that readers see."""

import re
from typing import NamedTuple

from annotated_briefings.base.comments.html import CLOSES, OPENS
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.unseen.apart import COMMENT, DELETED

_CODE = r"^(?P<fence>```|~~~)(?!~).*?^(?P=fence)[ \t]*$|(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
_NAMED = (
    # Name, what opens it, what closes it.
    ("note", r"\{>>", r"<<\}"),
    ("deletion", r"\{--", r"--\}"),
    ("addition", r"\{\+\+", r"\+\+\}"),
    ("change", r"\{~~", r"~~\}"),
    ("mark", r"\{==", r"==\}"),
    ("shortcode", r"\{\{[<%]-?\s*comment\b[^{}]*[>%]\}\}", r"\{\{[<%]\s*/\s*comment\s*[>%]\}\}"),
    ("liquid", r"\{%-?\s*comment\b[^%]*%\}", r"\{%-?\s*endcomment\s*-?%\}"),
    ("template", r"\{\{-?\s*/\*", r"\*/\s*-?\}\}"),
    ("jsx", r"\{\s?/\*", r"\*/\s?\}"),
    ("bars", r"\{\{~?!--", r"--~?\}\}"),
    ("jinja", r"\{#(?!\w*\})", r"#\}"),
    ("erb", r"<%#", r"%>"),
    ("tag", r"\{%-?\s*#", r"-?%\}"),
    ("org", r"^[ \t]*#\+(?i:begin_comment)\b[^\n]*", r"\n[ \t]*#\+(?i:end_comment)\b[^\n]*"),
    ("latex", r"\\begin\{comment\}", r"\\end\{comment\}"),
    ("html", re.escape(OPENS), re.escape(CLOSES)),
    ("block", r"^[ \t]*%%(?!%)", r"%%(?!%)"),
    ("inline", r"(?<![\w%])%%(?!%)", r"%%(?!%)|(?P<gap>\n[ \t]*\n)"),
    ("struck", r"(?<!~)~~(?=[^~\s])", r"(?<=[^~\s])~~(?!~)|(?P<gap>\n[ \t]*\n)"),
)
_HIDDEN = r"(?:(?:content-)?hidden|comment|d-none|display-none)"
_NOT_FOR_ALL = (
    rf"(?:[^}}\n]*\.{_HIDDEN}\b|[^}}\n]*\.content-visible\b[^}}\n]*\bwhen-(?:profile|meta)|\s*{_HIDDEN}\s*\}})"
)
"""Attributes of Pandoc, Quarto and MyST by which readers see nothing of a part, or only some readers do."""
_LINES = (
    # A part that is not shown, up to the row of colons that closes it, or to the end.
    rf"^(?P<colons>:{{3,}})[ \t]*(?:\{{{_NOT_FOR_ALL}[^\n]*|{_HIDDEN}[ \t]*)\n.*?(?:^(?P=colons)[ \t]*$|\Z)",
    # Words that are not shown.
    rf"\[[^\]\n]*\]\{{{_NOT_FOR_ALL}[^}}\n]*\}}",
    # Lines of a comment of MyST and LaTeX, as a paragraph.
    r"(?<=\n\n)%(?![^ \t\n])[^\n]*(?:\n%(?![^ \t\n])[^\n]*)*(?=\n[ \t]*\n|\n?\Z)",
    # A definition of a link without an address.
    r"""^[ ]{0,3}\[[^\]\n]{1,80}\]:[ \t]*(?:\#|<\#?>|/{1,2})[ \t]+(?:\(.*\)|".*"|'.*')[ \t]*$""",
    # An explicit block of reStructuredText that is no directive, footnote, target or substitution.
    r"^\.\.(?:[ \t]+(?![\[_|]|[\w:.+-]+::)\S[^\n]*|[ \t]*(?=\n[ \t]+\S))(?:\n[ \t]+\S[^\n]*)*",
)
_OPENING = regex(
    "|".join(
        (
            f"(?P<code>{_CODE})",
            f"(?P<line>{'|'.join(_LINES)})",
            *(f"(?P<{name}>{opening})" for name, opening, _ in _NAMED),
        )
    ),
    re.MULTILINE | re.DOTALL,
)
_CLOSING = {name: regex(closing) for name, _, closing in _NAMED}
_HINT = regex(
    r":::|\]\{|^%|\\begin\{|#\+|\{[>\-+~={%#!/]|\{ /\*|%%|~~|<%#|<!--|^\.\.\s|^[ ]{0,3}\[[^\]\n]{1,80}\]:", re.MULTILINE
)
_AFTER_GAP = regex(r"[\s.,;:!?)]|\Z")
"""What needs no blank before it."""
_DEPTH = 3
"""Marks inside marks."""
_DELETIONS = ("deletion", "change", "struck")
_MARKS = regex(r"^:+[^\n]*|^%|^\.\.|\{[^{}\n]*\}$", re.MULTILINE)
"""Signs of a part that is not shown, which are none of its words."""


class Commented(NamedTuple):
    """A text and what nobody sees of it."""

    text: str
    """What readers see."""
    left: tuple[tuple[str, str], ...]
    """Words that were taken out, each with its reason."""


def without_tool_comments(text: str, *, markdown: bool = False) -> Commented:
    """A text without comments and deletions, and with the new words of proposed changes; with ``markdown`` without
    struck-out words too: in plain text two tildes are signs like others.

    Code stays as it is, and so does a mark that is not closed. Lines keep their numbers. In linear time.
    """
    left: list[tuple[str, str]] = []
    return Commented(_without(text, left, _DEPTH, markdown), tuple(left))


def _without(text: str, left: list[tuple[str, str]], depth: int, markdown: bool) -> str:
    if not _HINT.search(text):
        return text
    out: list[str] = []
    unclosed: set[str] = set() if markdown else {"struck"}
    at = 0
    while found := _OPENING.search(text, at):
        name = next(name for name in (*_CLOSING, "line", "code") if found[name] is not None)
        out.append(text[at : found.start()])
        at = found.end()
        closing = _CLOSING[name].search(text, at) if name in _CLOSING and name not in unclosed else None
        if name == "line":
            left.append((_MARKS.sub(" ", found[0]), COMMENT))
            out.append(_lines(found[0]))
        elif closing is None:
            unclosed.add(name)
            out.append(found[0])
        elif closing.groupdict().get("gap") is not None:
            out.append(found[0])
        else:
            inner = text[at : closing.start()]
            kept, gone = _parted(name, inner)
            left += [(gone, DELETED if name in _DELETIONS else COMMENT)] if gone else []
            out.append(_without(kept, left, depth - 1, markdown) if kept and depth else kept or _lines(inner))
            at = closing.end()
        if name != "code" and not out[-1] and out[-2].endswith(" ") and _AFTER_GAP.match(text, at):
            out[-2] = out[-2][:-1]
    out.append(text[at:])
    return "".join(out)


def _parted(name: str, inner: str) -> tuple[str, str]:
    """The words of a mark that readers see, and those that they do not see."""
    if name in ("addition", "mark"):
        return inner, ""
    old, _, new = inner.partition("~>")
    return (new, old) if name == "change" else ("", inner)


def _lines(text: str) -> str:
    return "\n" * text.count("\n")
