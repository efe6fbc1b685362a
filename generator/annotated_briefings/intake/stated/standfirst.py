"""The standfirst (dek, Vorspann, chapô) that a format states, as the summary of a brief; or why it is none."""

import re
from collections.abc import Sequence

from annotated_briefings.base.compared import letters
from annotated_briefings.intake.stated.asides import why_aside

_CUT = re.compile(
    r"(?:…|\.{3}|\[[^\[\]]{0,20}\]|→|(?:read|see) more|continue reading|weiterlesen|lire la suite|leer más)\s*$",
    re.IGNORECASE,
)
"""How a text ends that its source has cut."""
_ENDED = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
_SENTENCE = re.compile(r"(?<=[.!?。！？…])\s+")
_WORD = re.compile(r"[^\W\d_]{4,}|\d+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""What is compared of a text: longer words, figures, and letters of scripts without blanks."""
_STEM = 5
"""Letters of a word that are compared, so that its endings do not count."""
_SHARED = 0.34
"""Share of its words that are in the article too; of the motto of a site nearly none is."""
_FEWEST, _SHORTEST = 3, 20
"""Words compared, and characters, that a standfirst has at least."""


def standfirst_of(stated: Sequence[str], headline: str, paragraphs: Sequence[str]) -> str:
    """The first of some texts, likeliest first, that is the standfirst of an article; empty where none is.

    None is what its source has cut, what repeats the headline or the whole article, what leads elsewhere (`The post
    appeared first on ...`), and the motto of a site, of which an article knows nothing.
    """
    article = [letters(one) for one in paragraphs]
    known = _stems(" ".join((headline, *paragraphs)))
    for text in stated:
        own = _stems(text)
        if len(text) < _SHORTEST or len(own) < _FEWEST or _CUT.search(text) or letters(text) == letters(headline):
            continue
        if all(one in letters(text) for one in article) or any(map(why_aside, _SENTENCE.split(text))):
            continue
        if len(own & known) >= _SHARED * len(own) and not any(_is_cut_out(text, one) for one in paragraphs):
            return text
    return ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


def _is_cut_out(text: str, paragraph: str) -> bool:
    """Whether a text is the beginning of a paragraph up to the middle of a sentence."""
    at = paragraph.find(text)
    rest = paragraph[at + len(text) :].strip() if at >= 0 else ""
    return bool(rest) and not _ENDED.search(text)
