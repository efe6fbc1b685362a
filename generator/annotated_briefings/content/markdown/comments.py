"""HTML comments in Markdown: read as in CommonMark (4.6, 6.6), they reach no output; in code they stay as typed."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from annotated_briefings.base.comments.html import CLOSES, OPENS, without_comments
from annotated_briefings.content.markdown.wikilinks import placed_span, source_map

UNCLOSED = "unclosed_comment"
"""Key of the parser's environment: set where a comment has no end, and hides the rest of its block or text."""
SPANS = "comments"
"""Key of the set of the comments that were read: start and end of each in the text, or None where it is not known."""


def comment_rule(state: StateInline, silent: bool) -> bool:
    """A comment within a line of text is passed over."""
    if not state.src.startswith(OPENS, state.pos):
        return False
    start, end = state.pos, state.src.find(CLOSES, state.pos + len(OPENS))
    if end < 0 or end + len(CLOSES) > state.posMax:
        state.env[UNCLOSED] = True
        state.pos = state.posMax
    else:
        state.pos = end + len(CLOSES)
        if not silent:
            state.env.setdefault(SPANS, set()).add(placed_span(start, state.pos, state.env))
    return True


def comment_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that begins a line may hold empty lines; what is behind its end is read on."""
    if state.is_code_block(start):
        return False
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(OPENS, at):
        return False
    close = state.src.find(CLOSES, at + len(OPENS), state.eMarks[end - 1])
    if close < 0:
        if not silent:
            state.env[UNCLOSED] = True
            state.line = end
        return True
    after = close + len(CLOSES)
    line = next(number for number in range(start, end) if after <= state.eMarks[number])
    tail = state.src[after : state.eMarks[line]].strip()
    if tail and line == start:
        # The rule for comments within a line reads it.
        return False
    if not silent:
        state.env.setdefault(SPANS, set()).add(_span(state, at, after))
    if not silent and tail:
        state.bMarks[line], state.tShift[line], state.sCount[line] = after, 0, state.blkIndent
        state.line = line
    elif not silent:
        state.line = line + 1
    return True


def _span(state: StateBlock, start: int, end: int) -> tuple[int, int] | None:
    """Where a comment of several lines is written; the parser's own text has other line ends."""
    places = source_map(state.env)
    if places is None:
        return None

    def place(at: int) -> int:
        before = state.src.rfind("\n", 0, at) + 1
        return places.place(state.src.count("\n", 0, before), at - before)

    return place(start), place(end)


def comment_titles_rule(state: StateCore) -> None:
    """Titles of links and pictures are texts without Markdown: their comments go, and where is not recorded."""
    for token in state.tokens:
        for child in token.children or ():
            title = str(child.attrGet("title") or "")
            if OPENS in title:
                child.attrSet("title", without_comments(title).partition(OPENS)[0])
                state.env.setdefault(SPANS, set()).add(None)
