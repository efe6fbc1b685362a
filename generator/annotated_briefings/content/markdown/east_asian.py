"""Markdown in Chinese and Japanese: bold beside letters without spaces around them, and line ends within sentences.

Bold and emphasis follow the amendment for Chinese, Japanese and Korean that other renderers have too
("markdown-cjk-friendly").
"""

import re
import unicodedata
from functools import lru_cache

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned

from annotated_briefings.base.regex import regex

_LETTERS = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffe6"
    "\U00020000-\U0003ffff"
)
_MARKS = "“”‘’…—·"
"""Marks that Chinese and Japanese texts share with others."""
_INLINE = "(?:a|code|del|em|s|strong)"
_BREAK = regex(
    rf"(?:(?<=[{_LETTERS}])(?P<a>(?:</{_INLINE}>)*)\n(?P<b>(?:<{_INLINE}(?: [^>]*)?>)*)(?=[{_LETTERS}{_MARKS}])"
    rf"|(?<=[{_MARKS}])(?P<c>(?:</{_INLINE}>)*)\n(?P<d>(?:<{_INLINE}(?: [^>]*)?>)*)(?=[{_LETTERS}]))"
)
_PRE = regex(r"(<pre>.*?</pre>)", re.DOTALL)
_SPACES = regex(r"\s+")
_GAP = regex(rf"(?<=[{_LETTERS}])\s+(?=[{_LETTERS}])")


def without_breaks(html: str) -> str:
    """HTML of a block without the line ends between two Chinese or Japanese letters: they part no words there, and
    browsers show a space for them. Those of code stay."""
    if html.isascii() or "\n" not in html:
        return html
    parts = _PRE.split(html) if "<pre>" in html else [html]
    parts[::2] = (_BREAK.sub(_joined, part) for part in parts[::2])
    return "".join(parts)


def _joined(match: re.Match[str]) -> str:
    return "".join(part for part in match.groups() if part)


def one_line(text: str) -> str:
    """A text on one line: white space becomes one space, and a line end between Chinese or Japanese letters nothing."""
    if text.isascii() or "\n" not in text:
        return " ".join(text.split())
    return _SPACES.sub(" ", re.sub(rf"(?<=[{_LETTERS}])[ \t]*\n[ \t]*(?=[{_LETTERS}])", "", text)).strip()


def is_gap(before: str, after: str) -> bool:
    """Whether white space between two characters parts no words."""
    return _is_letter(before) and _is_letter(after)


def has_gaps(text: str) -> bool:
    """Whether a text has white space between Chinese or Japanese letters."""
    return not text.isascii() and _GAP.search(text) is not None


@lru_cache(maxsize=4096)
def _is_letter(char: str) -> bool:
    return re.fullmatch(f"[{_LETTERS}]", char) is not None


@lru_cache(maxsize=4096)
def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFH" and unicodedata.category(char) != "So"


@lru_cache(maxsize=4096)
def _is_punctuation(char: str) -> bool:
    return bool(isMdAsciiPunct(ord(char)) or isPunctChar(char))


class Inline(StateInline):
    """The state of the inline parser, with the rule for emphasis of the module."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        """Whether a run of marks may open and close emphasis, and how long it is."""
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        if before.isascii() and after.isascii():
            return super().scanDelims(start, canSplitWord)
        wide = _is_wide(before), _is_wide(after)
        marks = _is_punctuation(before), _is_punctuation(after)
        spaces = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        left = not (spaces[1] or (marks[1] and not wide[1] and not (spaces[0] or marks[0] or wide[0])))
        right = not (spaces[0] or (marks[0] and not wide[0] and not (spaces[1] or marks[1] or wide[1])))
        can_open = left and (canSplitWord or not right or marks[0])
        can_close = right and (canSplitWord or not left or marks[1])
        return Scanned(can_open, can_close, end - start)
