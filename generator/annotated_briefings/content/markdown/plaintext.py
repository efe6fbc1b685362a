"""Texts made plain for comparing, with the way back to their own offsets."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.east_asian import has_gaps, is_gap
from annotated_briefings.content.markdown.note_marks import note_marks, without_listed_marks

_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‚": "'",
        "‛": "'",
        "ʼ": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u3000": " ",
        "\n": " ",
        "\t": " ",
        "\r": " ",
        "‑": "-",
        "‐": "-",
        "\u2212": "-",
    }
    | dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u205f\u0085\u2028\u2029", " ")
    | dict.fromkeys("〝〞〟❝❞״＂「」『』﹁﹂﹃﹄", '"')
    | {"〈": "《", "〉": "》"}
    | {
        chr(code): chr(code - 0xFEE0)
        for first, last in ("０９", "ＡＺ", "ａｚ")
        for code in range(ord(first), ord(last) + 1)
    }
)
"""Characters that people and programs swap without changing the words; one for one, so offsets stay true."""
_DASHES = str.maketrans(dict.fromkeys("\u2012\u2013\u2014\u2015\ufe58\ufe63\uff0d", "-"))
"""Dashes, which people and programs swap for hyphens; names are compared with them as they are."""
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
    "…": "...",
}
"""Letters, and dots, that are set as one character, as in texts from PDF files."""
_UNSEEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters that readers do not see: soft hyphens, joiners and marks of direction."""
_DOTS = regex(r"\. \. \.")
_BROKEN = regex(r"(?<![^\W_])([^\W\d_]+)([-\u2010])[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
"""A word that was cut at the end of a line."""
_HYPHEN_LAST = regex(r"[-\u2010][ \t]*\r?\n")
"""What every such word has, and hardly any text."""
_PREFIXES = frozenset("re co un non ex pre post anti self in dis mis über anti vice".split())
"""What may have a hyphen of its own, and makes another word without it: `re-signed` and `resigned`."""
_RUN = regex(r" {2,}")
_ENDS = (".", ",", ";")
_VERSE = regex(r"(?<=[^\W\d_]|[.,;:!?)'\"-]) //? (?=[\"'(]?[^\W\d_])")
"""The stroke between two lines of verse that are quoted as one: `the quay is bare, / and nobody is there`."""
_APART = _UNSEEN | _LIGATURES.keys()


def normal(text: str) -> str:
    """Text for comparing: quotes, spaces and hyphens made plain; same length."""
    return text.translate(_SAME)


class Plain(Value):
    """A text in its normal form (NFC, single spaces, plain quotes and dashes), and where its characters come from."""

    text: str
    """The plain text."""
    source: str
    """The text it was made from."""
    starts: Sequence[int]
    """For every character of the plain text its offset in the text it was made from, and one more for its end."""

    dashed: str
    """The plain text with its dashes, as long as the plain text itself."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a passage that is not empty, without unseen characters after it."""
        last = self.starts[end - 1]
        after = self.starts[end]
        tail = self.source[last + 1 : after]
        return self.starts[start], last + 1 + sum(1 for c in tail if unicodedata.combining(c))


@lru_cache(maxsize=128)
def plain(text: str, joined: bool = False, marked: bool = False) -> Plain:
    """A text in normal form. Nothing is done, and nothing costs, where it is already in it.

    A word that was cut at the end of a line keeps its hyphen, or loses it where it is to be ``joined``. Marks of notes
    are left out unless the text is to stay ``marked``.
    """
    own = normal(text)
    swapped = own.translate(_DASHES)
    marks = () if marked else note_marks(swapped)
    left_out = frozenset((*_ends_of_lines(text, joined), *_between_dots(swapped), *marks))
    tidy = unicodedata.is_normalized("NFC", swapped) and not _RUN.search(swapped) and not has_gaps(swapped)
    if tidy and not left_out and _APART.isdisjoint(swapped):
        return Plain(swapped, text, range(len(swapped) + 1), own)
    out: list[str] = []
    dashed: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(swapped):
        end = at + 1
        while end < len(swapped) and unicodedata.combining(swapped[end]):
            end += 1
        group = unicodedata.normalize("NFC", swapped[at:end])
        if swapped[at] in _LIGATURES:
            group = _LIGATURES[swapped[at]] + group[1:]
        elif swapped[at] in _UNSEEN or at in left_out or (group == " " and out and _is_no_space(out[-1], swapped, at)):
            group = group[1:]
        out += group
        dashed += own[at] + group[1:] if group[:1] == "-" else group
        starts += [at] * len(group)
        at = end
    return Plain("".join(out), text, (*starts, len(swapped)), "".join(dashed))


def _ends_of_lines(text: str, joined: bool) -> Iterator[int]:
    """Offsets of what parts a word that was cut at the end of a line, with its hyphen where it is to be joined."""
    for broken in _BROKEN.finditer(text) if _HYPHEN_LAST.search(text) else ():
        if text[broken.end()].islower():
            keeps = not joined or broken[1].lower() in _PREFIXES
            yield from range(broken.end(2) if keeps else broken.start(2), broken.end())


def _between_dots(text: str) -> Iterator[int]:
    """Offsets of the spaces between three dots."""
    return (found.start() + at for found in _DOTS.finditer(text) for at in (1, 3))


def _is_no_space(before: str, text: str, at: int) -> bool:
    """Whether a space adds nothing: after another one, and between two Chinese or Japanese letters."""
    if before == " ":
        return True
    while at < len(text) and text[at] == " ":
        at += 1
    return at < len(text) and is_gap(before, text[at])


@lru_cache(maxsize=4)
def plain_whole(text: str, joined: bool = False) -> Plain:
    """The same, remembered: a brief is made plain once for all its notes and receipts."""
    return plain(text, joined)


def plain_forms(text: str) -> Iterator[Plain]:
    """The forms of a text in which words are looked up: with the hyphens at its line ends, without them, and without
    the marks of the notes that are listed below it."""
    yield plain_whole(text)
    if _HYPHEN_LAST.search(text) and _BROKEN.search(text):
        yield plain_whole(text, joined=True)
    bare = without_listed_marks(text) if "\n" in text else text
    if bare != text:
        yield plain_whole(bare)


def plain_quote(quote: str) -> str:
    """A quote in the same normal form, without space around it."""
    return plain(quote).text.strip()


def plain_sentence(text: str) -> str:
    """A text in the same form with the marks of notes in it: all that its readers see."""
    return plain(text, marked=True).text.strip()


def quote_forms(quote: str) -> tuple[str, ...]:
    """The forms of a quote that are looked for: as it is, without the strokes that people put for the ends of lines of
    verse, and without the mark that ends it, which the text may have another one for."""
    own = plain_quote(quote)
    one_line = _VERSE.sub(" ", own) if " /" in own else own
    bare = one_line[:-1] if one_line[-1:] in _ENDS and one_line[-2:-1].isalnum() else one_line
    return tuple(dict.fromkeys((own, one_line, bare)))
