"""What surrounds the text of a pasted page, told by its form: for pages in languages without listed labels.

A menu is a run of short lines above everything else, with nothing in them that states something. Where one is, a line
such as `Label: Headline` between two paragraphs leads to another article.
"""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.cleaning.datelines import is_day_line
from annotated_briefings.intake.formats.pasted.furniture import MENU, RELATED

_ITEM = regex(rf"[^\W\d_][^\d:：,;.{re.escape(STOPS)}\"“”«»()\[\]]{{1,27}}")
_FEWEST_ITEMS, _MOST_ITEMS, _ITEM_WORDS = 3, 30, 3
_LINK = regex(rf"[^\W\d_][^:：{re.escape(STOPS)}]{{2,38}}\s?[:：]\s?(?P<title>[^{re.escape(STOPS)}]{{8,110}})")
_LABEL_WORDS, _SENTENCE = 5, 60
"""Words of a label, and signs of a line that is a paragraph."""
_NEAR = 10
"""Lines below a menu among which the day of the article is."""


def page_frame(lines: Sequence[str]) -> Mapping[int, str]:
    """Why lines are no text, by their places; empty where no menu is above the text, or no day below its headline."""
    menu = _menu(lines)
    below = [line for line in lines[len(menu) :] if line][:_NEAR] if menu else []
    if not any(len(line) <= _SENTENCE and _has_day(line) for line in below[1:]):
        return {}
    first = max(menu)
    links = {n for n in range(first + 1, len(lines)) if _is_link(lines, n)}
    return {**dict.fromkeys(menu, MENU), **dict.fromkeys(links, RELATED)}


def _menu(lines: Sequence[str]) -> list[int]:
    """The places of the run of short lines at the top, which a blank line ends."""
    top = next((n for n, line in enumerate(lines) if line), len(lines))
    end = next((n for n in range(top, len(lines)) if not lines[n]), len(lines))
    run = list(range(top, end))
    items = [_ITEM.fullmatch(lines[n]) and len(lines[n].split()) <= _ITEM_WORDS for n in run]
    return run if _FEWEST_ITEMS <= len(run) <= _MOST_ITEMS and all(items) else []


def _has_day(line: str) -> bool:
    """Whether a line is a day, or a day and what is beside it."""
    parts = [line, *re.split(r"\s*[|·•,]\s*|\s+[-–—]\s+|\s+(?=\d{1,2}[:.]\d\d\b)", line)]
    return any(is_day_line(part) for part in parts) or is_day_line(re.sub(r",?\s*\d{1,2}[:.]\d\d$", "", line))


def _is_link(lines: Sequence[str], n: int) -> bool:
    found = _LINK.fullmatch(lines[n])
    if found is None or len(lines[n][: found.start("title")].split()) > _LABEL_WORDS or lines[n - 1]:
        return False
    above = next((lines[m] for m in range(n - 1, -1, -1) if lines[m]), "")
    below = next((lines[m] for m in range(n + 1, len(lines)) if lines[m]), "")
    return n + 1 < len(lines) and not lines[n + 1] and min(len(above), len(below)) >= _SENTENCE
