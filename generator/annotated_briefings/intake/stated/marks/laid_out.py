"""Who may read a text, as one of its blocks states it in any layout."""

from annotated_briefings.intake.stated.closed.pleas import pleads
from annotated_briefings.intake.stated.embargoes import is_embargo, release_terms
from annotated_briefings.intake.stated.marks.held import NO_MARK, Mark, joined
from annotated_briefings.intake.stated.marks.layouts import unmarked_lines
from annotated_briefings.intake.stated.marks.state_lines import read_state_line


def block_mark(block: str, near_top: bool = True) -> Mark:
    """Who may read a text by all lines of a block, which may have signs of Markdown.

    ``near_top``: whether one word alone counts that may be a headline too, where the block has no other words.
    """
    return joined(mark for _, mark in line_marks(block, near_top))


def line_marks(block: str, near_top: bool = True) -> list[tuple[str, Mark]]:
    """The lines of a block, with what each says."""
    lines = list(unmarked_lines(block))
    return [(line, _mark_of(line, near_top and len(lines) == 1)) for line in lines]


def _mark_of(line: str, near_top: bool) -> Mark:
    if is_embargo(line, near_top) or pleads(line):
        held, moment = release_terms(line)
        return Mark(held if held or moment else line, moment)
    return read_state_line(line) or NO_MARK
