"""What people draw with signs and blanks in plain text: lists, quotations, tables and code, as blocks of Markdown."""

from annotated_briefings.intake.formats.plain.blocks import find_blocks, line_blocks, unquoted_file
from annotated_briefings.intake.formats.plain.lines import RULE, TextBlock, clean_line
from annotated_briefings.intake.formats.plain.pages import RUNNING_HEAD, across_pages, running_heads
from annotated_briefings.intake.formats.plain.verse import find_stanzas

__all__ = [
    "RULE",
    "RUNNING_HEAD",
    "TextBlock",
    "across_pages",
    "clean_line",
    "find_blocks",
    "find_stanzas",
    "line_blocks",
    "running_heads",
    "unquoted_file",
]
