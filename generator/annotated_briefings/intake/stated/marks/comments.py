"""What comments in a text say of who may read it: `<!-- NOT FOR PUBLICATION -->`. Nobody reads them but its editors."""

import re
from collections.abc import Iterable, Iterator

from annotated_briefings.base.meant.states import is_closing_word
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.banners import LONGEST, closes
from annotated_briefings.intake.stated.closed.statements import states_closed
from annotated_briefings.intake.stated.marks.held import NO_MARK, Mark

_COMMENT = regex(
    rf"<!--(.{{1,{LONGEST}}}?)-->|%%(.{{1,{LONGEST}}}?)%%|\{{>>(.{{1,{LONGEST}}}?)<<\}}|\{{#(.{{1,{LONGEST}}}?)#\}}"
    rf"|\[//\]:\s?#\s?[\"'(](.{{1,{LONGEST}}}?)[\"')]",
    re.DOTALL,
)


def short_comments(text: str) -> Iterator[str]:
    """The comments of HTML and of writing tools in a Markdown text, those that are no longer than a banner."""
    return (next(filter(None, found.groups())) for found in _COMMENT.finditer(text))


def comments_mark(comments: Iterable[str]) -> Mark:
    """The mark of a text with some comments: one that says nothing else than that the text is not for everybody."""
    for comment in comments:
        words = " ".join(comment.split())
        label = is_closing_word(words)
        if len(words) <= LONGEST and (label or closes(words, near_top=False) or states_closed(words)):
            return Mark(f"comment: {words}")
    return NO_MARK
