"""Words of a text that its readers do not see, as they are named."""

import re
from collections.abc import Iterable, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.unseen.apart import COMMENT
from annotated_briefings.intake.model import Paragraph

_MOST, _FIRST = 50, 25
"""Words that are named whole, and the first words of what has more; a word of a script without blanks has many."""
LONGEST = 300
"""Characters of such words at most."""
_INSTRUCTION = regex(
    r"\s*(?:/?wp:\S.*|(?:markdownlint|prettier|eslint|remark|textlint|vale|cspell|toc)[-:\s]\S+.*"
    r"|/?\s*(?:more|nextpage|noteaser|toc|truncate|excerpt|break|read-?more|endif|\[if\b[^\]]*\].*|!\[endif\]))?\s*",
    re.DOTALL | re.IGNORECASE,
)
"""A comment that is an instruction to a program."""


def unseen_words(left: Iterable[tuple[str, str]]) -> tuple[Paragraph, ...]:
    """Words of a text that nobody sees, each with its reason; those of a comment if it is no instruction to a
    program."""
    named = [(text, why) for text, why in left if why != COMMENT or not _INSTRUCTION.fullmatch(text)]
    found = {(first_words(text.split()), why): None for text, why in named}
    return tuple(Paragraph(words[:LONGEST], 0, 0, aside=why) for words, why in found if words)


def first_words(words: Sequence[str]) -> str:
    """Words as they are named; empty where they hold no letter and no digit."""
    if not any(map(str.isalnum, "".join(words))):
        return ""
    return " ".join(words if len(words) <= _MOST else (*words[:_FIRST], "…"))
