"""The standfirst (dek, Vorspann, chapô) that a format states, as the summary of a brief; or why it is none."""

import re
from collections.abc import Sequence

from annotated_briefings.base.compared import letters
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.stated.asides import why_aside

_CUT = regex(
    r"(?:…|\.{3}|\[[^\[\]]{0,20}\]|→|(?:read|see) more|continue reading|weiterlesen|lire la suite|leer más)\s*$",
    re.IGNORECASE,
)
"""How a text ends that its source has cut."""
_ENDED = regex(rf"[{STOPS}][\"'”’»)\]]*$")
_SENTENCE = regex(rf"(?<=[{STOPS}\]])\s+")
_CUT_INSIDE = regex(r"\[\s*(?:…|\.{3})\s*\]")
"""What feeds put where they have cut an excerpt."""
_WORD = regex(r"[^\W\d_]{4,}|\d+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""What is compared of a text: longer words, figures, and letters of scripts without blanks."""
_STEM = 5
"""Letters of a word that are compared, so that its endings do not count."""
_SHARED = 0.34
"""Share of its words that are in the article too; of the motto of a site nearly none is."""
_FEWEST, _SHORTEST = 3, 20
"""Words compared, and characters, that a standfirst has at least."""
_OWN_WORDS, _OWN_LETTERS, _OWN_UNSPACED = 2, 8, 6
"""Words, letters, and letters of a script without blanks, that one has at least which was written for its article."""
_UNSPACED = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
LONGEST = 600
"""Characters of a summary at most; what is longer is a paragraph."""


def standfirst_of(stated: Sequence[str], headline: str, paragraphs: Sequence[str], *, own: bool = False) -> str:
    """The first of some texts, likeliest first, that is the standfirst of an article; empty where none is.

    None is what its source has cut, what repeats the headline or the whole article, what leads elsewhere (`The post
    appeared first on ...`), and the motto of a site, of which an article knows nothing. A text that was written for
    the article (``own``) may tell what the article does not; of its sentences those that lead elsewhere are left out.
    """
    if not stated:
        return ""
    article = [letters(one) for one in paragraphs]
    known = _stems(" ".join((headline, *paragraphs)))
    for whole in stated:
        text = _without_asides(whole) if own else whole
        stems = _stems(text)
        short = _is_short(text) if own else len(text) < _SHORTEST or len(stems) < _FEWEST
        if short or letters(text) == letters(headline):
            continue
        if _CUT.search(text) or _CUT_INSIDE.search(text):
            continue
        if all(one in letters(text) for one in article) or any(map(why_aside, _SENTENCE.split(text))):
            continue
        shared = own or len(stems & known) >= _SHARED * len(stems)
        if shared and not any(_is_cut_out(text, one) for one in paragraphs):
            return text
    return ""


def _without_asides(text: str) -> str:
    return " ".join(one for one in _SENTENCE.split(text) if not why_aside(one)).strip()


def _is_short(text: str) -> bool:
    """Whether a text is no more than a word or a code."""
    size = len(letters(text))
    return (
        size < _OWN_LETTERS if len(text.split()) >= _OWN_WORDS else not _UNSPACED.search(text) or size < _OWN_UNSPACED
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


def _is_cut_out(text: str, paragraph: str) -> bool:
    """Whether a text is the beginning of a paragraph up to the middle of a sentence."""
    at = paragraph.find(text)
    rest = paragraph[at + len(text) :].strip() if at >= 0 else ""
    return bool(rest) and not _ENDED.search(text)
