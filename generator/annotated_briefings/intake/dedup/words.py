"""Texts as they are compared, without what their writers may choose: lower case, one spelling."""

from annotated_briefings.base.meaning.spelling.optional import spelled
from annotated_briefings.base.regex import regex

_WORD = regex(r"\w+")


def compared(text: str) -> str:
    """A text in lower case and one spelling, without apostrophes."""
    return spelled(text).lower().replace("’", "").replace("'", "")


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, one spelling, no punctuation."""
    return _WORD.findall(compared(text))
