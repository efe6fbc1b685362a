"""The id of a brief, which stays when its article gets a new text: feeds would show it as another brief."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

_LINE = regex(r"^id:.*\n", re.MULTILINE)
_END = "\n---\n"


def id_line(text: str) -> str:
    """The line of a brief that names its id; empty where there is none."""
    found = _LINE.search(text, 0, _head(text))
    return found[0] if found else ""


def named_by(text: str) -> str:
    """The line with the id by which feeds know a brief that was written before briefs had such a line: that of its
    article. Empty where it has neither."""
    brief, _ = parse_brief(Source("", text))
    return f"id: {brief.articles[0]}\n" if brief and brief.articles else ""


def with_id(text: str, line: str) -> str:
    """A brief as import composed it with another line for its id."""
    end = _head(text)
    return _LINE.sub(lambda _: line, text[:end], count=1) + text[end:]


def same_ids(base: str, edited: str, incoming: str) -> tuple[str, str]:
    """What import wrote and what it would write now, with the id of the brief as it is: merging leaves it alone."""
    own = id_line(edited)
    if not own:
        return with_id(base, ""), with_id(incoming, named_by(edited))
    return with_id(base, own), with_id(incoming, own if id_line(base) else "")


def _head(text: str) -> int:
    end = text.find(_END)
    return end + 1 if end >= 0 else 0
