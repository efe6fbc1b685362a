"""Lines of a pasted page that are sentences of a text, whatever their script."""

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS

ENDED = regex(rf"[{STOPS}:][\"'”’»」』)\]]*$")
"""How a sentence ends, and a line that leads to one."""
_FULL = regex(r"[。！？][」』”）]*$")
SENTENCE, _DENSE, _LONG = 7, 8, 90
"""Words of a sentence, signs of one in scripts without blanks, and characters of a line that is text anyhow."""
PHRASE = 3
"""Words of a headline."""


def is_prose(text: str) -> bool:
    """Whether a line is a sentence of a text."""
    if len(text) >= _LONG and " " in text:
        return True
    if _FULL.search(text):
        return len(text) >= _DENSE
    return bool(ENDED.search(text)) and len(text.split()) >= SENTENCE


def is_sentence(text: str) -> bool:
    """Whether a short line is a sentence: it has more words than a name, and ends as one."""
    return bool(ENDED.search(text)) and len(text.split()) >= PHRASE + 1
