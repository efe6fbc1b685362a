"""Gemtext, the light markup of the Gemini network, in which each line is of one kind, as Markdown."""

import re
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.compose import escape_markdown

_LINK = regex(r"=>[ \t]*(?P<address>\S+)(?:[ \t]+(?P<words>\S.*))?")
_KEPT = regex(r"#{1,3}[ \t]*\S|\* |>")
_FENCE = "```"
_MARK = regex(r"^=>[ \t]*(?:[a-z]+://\S+|\.{0,2}/\S*|[\w./-]+\.gmi)(?:[ \t].*)?$", re.MULTILINE)


def is_gemtext(text: str) -> bool:
    """Whether a text has a link as only Gemtext writes it."""
    return bool(_MARK.search(text))


def gemtext_as_markdown(text: str) -> str:
    """A Gemtext file as Markdown: a line of text is a paragraph, and its signs are no marks."""
    return "\n".join(_lines(text)) + "\n"


def _lines(text: str) -> Iterator[str]:
    fenced, before = False, ""
    for line in text.split("\n"):
        if line.startswith(_FENCE):
            # What is behind the mark describes the block and is not shown as text.
            yield from (_FENCE,) if fenced else ("", _FENCE)
            fenced, before = not fenced, _FENCE
            continue
        if fenced:
            yield line
            continue
        kept = _KEPT.match(line)
        kind = kept[0][0] if kept else ""
        if not kind or kind == "#" or kind != before:
            yield ""
        yield re.sub(r"^(#{1,3})[ \t]*", r"\1 ", line) if kept else _linked(line.strip())
        before = kind


def _linked(line: str) -> str:
    found = _LINK.fullmatch(line)
    if found is None:
        return escape_markdown(line)
    words = escape_markdown(found["words"] or found["address"])
    return f"[{words}](<{found['address']}>)"
