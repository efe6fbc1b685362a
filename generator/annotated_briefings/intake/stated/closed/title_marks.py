"""Marks before and behind a headline or a file name that close what it names: `[DRAFT] Ports merge`, `Ports merge (not
for publication)`, `TEST - please ignore`.

A mark is set apart: by brackets, by rows of signs, by a dash or colon, or by capitals. `Draft treaty agreed` has none.
"""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.stated.closed.banners import closes, is_label, is_mark_word
from annotated_briefings.intake.stated.closed.pleas import pleads

_SIGNS = r"(?:\*{2,}|#{2,}|={2,}|!{2,}|~{2,}|\+{2,}|<{2,}|>{2,}|-{3,})"
_OPEN, _CLOSE = r"[\[(【<{〔（［]", r"[\])】>}〕）］]"
_INSIDE = r"[^\[\](){}<>【】〔〕（）［］*#=~+]{2,80}?"
_FRAMED_FIRST = regex(
    rf"\s*(?:{_OPEN}\s*(?P<inside>{_INSIDE})\s*{_CLOSE}|{_SIGNS}\s*(?P<loud>{_INSIDE})\s*{_SIGNS})[\s:：|–—-]*"
)
_FRAMED_LAST = regex(
    rf"[\s|–—-]*(?:{_OPEN}\s*(?P<inside>{_INSIDE})\s*{_CLOSE}|{_SIGNS}\s*(?P<loud>{_INSIDE})\s*{_SIGNS})\s*$"
)
_PARTED = regex(r"\s*[:|]\s+|\s*[：｜]\s*|\s+[–—-]+\s+|(?<=[^\x00-\u2fff])[–—-]+(?=[^\x00-\u2fff])")
_COLONS = ":：|｜"
_TEST = regex(r"tests?|prueba|prova|teste|тест|测试|測試|テスト|시험|تجربة", re.IGNORECASE)
_MOST_PARTS = 3
_NO_HEADLINE = regex(r"[\W\d_]*")


class Parted(Value):
    """A headline and what is set apart from it."""

    rest: str
    """The headline without its marks; empty where it is nothing else."""
    marks: tuple[str, ...] = ()
    """The marks, as they are written, in order."""


def parted_title(title: str) -> Parted:
    """A headline without the marks that close what it names, and these."""
    if len(title) > _LONGEST_TITLE:
        return Parted(title)
    if closes(title, near_top=False):
        return Parted("", (title.strip(),))
    before: list[str] = []
    behind: list[str] = []
    rest = title.strip()
    while mark := _first(rest) or _first_words(rest):
        before.append(mark.strip())
        rest = rest[len(mark) :].strip()
    while mark := _last(rest) or _last_words(rest):
        behind.insert(0, mark.strip())
        rest = rest[: len(rest) - len(mark)].strip()
    if not before and not behind:
        return Parted(title)
    return Parted(rest.lstrip(":：|–—- "), (*before, *behind))


_LONGEST_TITLE = 300


def _first(title: str) -> str:
    found = _FRAMED_FIRST.match(title)
    return found[0] if found and _closes_framed(found) and not _NO_HEADLINE.fullmatch(title[found.end() :]) else ""


def _last(title: str) -> str:
    found = _FRAMED_LAST.search(title)
    shut = found and found.start() and _closes_framed(found)
    # A bracket behind a headline is often a word about it: `Papers (private)`.
    return found[0] if found and shut and (found["loud"] or _is_sure(found["inside"])) else ""


def _closes_framed(found: re.Match[str]) -> bool:
    loud = found["loud"]
    mark = found["inside"] or loud
    return closes(mark) or pleads(mark) or bool(loud and _TEST.fullmatch(loud))


def _first_words(title: str) -> str:
    """The words before a colon or a dash that close what is behind it."""
    for found in reversed([*_PARTED.finditer(title)][:_MOST_PARTS]):
        mark, rest = title[: found.start()], title[found.end() :]
        colon = found[0].strip() in (":", "：")
        if mark and not _NO_HEADLINE.fullmatch(rest) and (_is_sure(mark) or (colon and is_label(mark))):
            return title[: found.end()]
    return ""


def _last_words(title: str) -> str:
    """The words behind a dash or a bar that close what is before it."""
    for found in [*_PARTED.finditer(title)][-_MOST_PARTS:]:
        if found.start() and found[0].strip() not in (":", "：") and _is_sure(title[found.end() :]):
            return title[found.start() :]
    return ""


def _is_sure(mark: str) -> bool:
    """Whether words are a mark and no headline: those that close for certain, in capitals too, or that people write
    before a colon."""
    return closes(mark, near_top=False) or pleads(mark) or is_mark_word(mark)
