"""Ids of headings: those that GitHub gives them, so that links work where editors preview their texts."""

import unicodedata
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.text import Body

_KEPT = ("L", "M", "Nd", "Nl", "Pc")
_HEADING = regex(r'<h[1-6] id="([^"]*)">')
_OURS = regex(
    r"(?:about|answers|backlinks|corrected|corrections|figures|loose|main|mentions|points|q|related|sources|story|subjects"
    r"|take-along|unknowns|why|(?:fn|fnref)\d.*|(?:correction|figure|note|receipt|source)-.*)"
)
"""Ids that the page of a brief uses itself."""
PREFIX = "h-"
"""Before the id of a heading that is called as a part of the page is."""


def github_id(text: str) -> str:
    """The id of a heading with a text: its letters and digits in lower case, its spaces as hyphens.

    As GitHub makes it (``github-slugger``), without the number that tells equal ones apart.
    """
    lower = text.strip().lower().replace("\n", " ")
    return "".join(
        "-" if char == " " else char for char in lower if char in " -" or unicodedata.category(char).startswith(_KEPT)
    )


class HeadingIds:
    """Gives the headings of one text their ids, in order."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def next(self, text: str) -> str:
        """The id of the next heading."""
        name = free = github_id(text) or "section"
        while free in self._counts:
            self._counts[name] += 1
            free = f"{name}-{self._counts[name]}"
        self._counts[free] = 0
        return PREFIX + free if _OURS.fullmatch(free) else free


def heading_ids(body: Body) -> Iterator[tuple[str, str]]:
    """The id and the words of each heading of a text."""
    for block in body.blocks:
        if block.heading and (found := _HEADING.match(block.html)):
            yield found[1], block.text


def heading_id(body: Body, fragment: str) -> str:
    """The id of the heading that a link means by what it has after ``#``: its id, its words, or the id that earlier
    versions gave it; empty where it means none."""
    plain = github_id(fragment)
    old = plain.removeprefix(PREFIX)
    ids = list(heading_ids(body))
    known = dict(reversed([(name.casefold(), name) for name, _ in ids])) | {name: name for name, _ in ids}
    named = {github_id(words): name for name, words in reversed(ids)} | {
        name.removeprefix(PREFIX): name for name, _ in ids
    }
    return known.get(fragment) or known.get(fragment.casefold()) or named.get(plain) or named.get(old) or ""
