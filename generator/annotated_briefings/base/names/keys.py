"""The key by which names are compared: case, blanks, and characters that nobody tells apart do not count."""

import unicodedata
from functools import lru_cache

from annotated_briefings.base.regex import regex

_TURKIC = frozenset({"tr", "az"})
"""Languages in which I is the capital of ı, and İ that of i."""
_FROM_TURKIC = str.maketrans({"I": "ı", "İ": "i"})
_SAME = str.maketrans(dict.fromkeys("’‘‚‛ʼ´`", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
"""Marks that people and programs swap without meaning another name."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
"""Characters that leave a blank or nothing, although they count as letters or signs."""
_WHOLE = regex("([\u0e33\u0eb3])")
"""Vowels of Thai and Lao that must not be taken apart: their halves would come in another order."""
_HYPHENS = regex(r"(?<!\A)(?<!\s)[-_]+|[-_]+(?![-_\d])")
"""Hyphens and underscores between words; one before a number is a minus."""


def is_turkic(language: str) -> bool:
    """Whether a language (BCP 47) has a dotted and a dotless i."""
    return language.partition("-")[0].lower() in _TURKIC


def plain_name(name: str, language: str = "") -> str:
    """A name as it is read, in its own case but for Turkic capitals: NFKC, single blanks, without characters that
    nobody sees. ``language`` (BCP 47) decides what the small letter of I is."""
    if name.isascii():
        seen = name.translate(_SAME)
    else:
        whole = "".join(part if _WHOLE.match(part) else _composed(part) for part in _WHOLE.split(name))
        seen = unicodedata.normalize("NFC", "".join(c for c in whole if not _is_unseen(c))).translate(_SAME)
    if is_turkic(language):
        seen = seen.translate(_FROM_TURKIC)
    return " ".join(seen.split())


def _composed(text: str) -> str:
    # Marks of the Turkic capital must be whole before its case is folded.
    return unicodedata.normalize("NFKC", text.translate(_SAME))


def _is_unseen(char: str) -> bool:
    # Tags spell the flags of regions out; they are what tells such flags apart.
    if "\U000e0020" <= char <= "\U000e007e":
        return False
    return char in _FILLERS or (unicodedata.category(char) in ("Cf", "Cc") and not char.isspace()) or _is_selector(char)


def _is_selector(char: str) -> bool:
    """Whether a character only chooses how the one before it looks."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


@lru_cache(maxsize=100_000)
def name_key(name: str, language: str = "") -> str:
    """What two spellings of one name share: they differ in case, blanks and characters that nobody tells apart."""
    seen = plain_name(name, language)
    # Folded, `ß` would be `ss`, and words that differ would be one.
    folded = "ß".join(part.casefold() for part in seen.replace("ẞ", "ß").split("ß"))
    if not folded.isascii():
        # Folding may take letters apart.
        folded = "".join(part if _WHOLE.match(part) else _composed(part) for part in _WHOLE.split(folded))
    return folded.strip()


@lru_cache(maxsize=100_000)
def label_key(name: str, language: str = "") -> str:
    """The same for labels, where hyphens and underscores between words are blanks too, and a list's commas at the ends
    do not count."""
    return " ".join(_HYPHENS.sub(" ", name_key(name, language)).strip(" ,;").split())


def is_blank(name: str) -> bool:
    """Whether nobody would see anything of a name."""
    return not plain_name(name)
