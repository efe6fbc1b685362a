"""Lines below a story that lead to all of it, and what they say of its source."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.labels import LabelRole, role_of
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.asides import why_aside

_LINK = regex(r"\]\((https?://[^\s()]+)\)|<?(https?://[^\s<>()]+)>?")
_ALONE = regex(r"[*_\s]*(?:\[(?:[^\[\]\\]|\\.)*\]\(\S+\)|<?https?://\S+>?)[*_\s.»›→]*")
_AT_END = regex(r"([.!?…][\"'”’»)]*)\s+[^.!?…]{0,50}<?https?://\S+$")
_MOST_WORDS = 9
_SOURCE = regex(r"[\[(]?(?P<label>[^:：\[\]()]{2,30}?)\s?[:：]\s*(?P<name>[^.:]{2,50})[\])]?")
_MORE_AT = regex(
    r"(?:read|continue|more|full story|the full story|weiter(?:lesen)?|mehr|lire(?: la suite)?|seguir leyendo|leer más)"
    r"(?: (?:more|it|on|all|reading|the (?:rest|story|full story)))? (?:at|on|in|bei|auf|sur|dans|en)\s+"
    r"(?P<name>[^\W\d_].{1,40}?)\W*",
    re.IGNORECASE,
)


def link_of(paragraph: Paragraph) -> str:
    """The first address in a paragraph; empty for none."""
    found = _LINK.search(paragraph.markdown) or _LINK.search(paragraph.text)
    return (found[1] or found[2]) if found else ""


def is_more(paragraph: Paragraph) -> bool:
    """Whether a paragraph does nothing but lead to all of a story."""
    text = paragraph.text
    if len(text.split()) > _MOST_WORDS or not link_of(paragraph):
        return False
    alone = bool(_ALONE.fullmatch(paragraph.markdown) or _ALONE.fullmatch(text))
    return alone or why_aside(re.sub(r"[:\s]*<?https?://\S+", "", text).strip()) == "a link to more"


def without_more(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """A plain paragraph, and the words at its end that lead to all of a story as one of their own."""
    found = None if paragraph.markdown else _AT_END.search(paragraph.text)
    if not found:
        return (paragraph,)
    tail = replace(paragraph, text=paragraph.text[found.end(1) :].strip())
    return (replace(paragraph, text=paragraph.text[: found.end(1)]), tail) if is_more(tail) else (paragraph,)


def source_of(text: str) -> str:
    """Who published a story, where a line says nothing else; empty for other lines."""
    if len(text.split()) > _MOST_WORDS:
        return ""
    found = _SOURCE.fullmatch(text)
    if found and found["label"].casefold() != "via" and role_of(found["label"]) != LabelRole.OUTLET:
        found = None
    found = found or _MORE_AT.fullmatch(re.sub(r"[:\s]*<?https?://\S+", "", text).strip())
    return found["name"].strip() if found else ""
