"""How deep blocks may be in one another."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from annotated_briefings.content.markdown.footnotes import recorded_definition

DEEPEST = 97
"""Levels of lists, quotations and definitions; a list counts twice. Marks that lead deeper are shown as typed."""
BlockRule = Callable[[StateBlock, int, int, bool], bool]
_ENDS = {
    "blockquote": ["paragraph", "reference", "blockquote", "list"],
    "list": ["paragraph", "reference", "blockquote"],
    "deflist": ["paragraph", "reference", "blockquote"],
    "footnote_def": ["paragraph", "reference"],
}
"""Blocks that hold others, and those that they end."""


def keep_deep_words(parser: MarkdownIt) -> None:
    """Make a parser keep the words of blocks that are too deep: markdown-it leaves them out."""
    rules = parser.block.ruler
    parser.options["maxNesting"] = DEEPEST + 3
    known = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))
    for name, ends in _ENDS.items():
        rule = recorded_definition(known[name]) if name == "footnote_def" else known[name]
        rules.at(name, _guarded(rule), {"alt": ends})


def _guarded(rule: BlockRule) -> BlockRule:
    def guarded(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        return state.level < DEEPEST and rule(state, line, end, silent)

    return guarded
