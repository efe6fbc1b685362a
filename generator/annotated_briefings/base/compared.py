"""The form in which texts are looked for however they are written: letters and digits alone, without case, marks that
nobody sees, and what is between words."""

from unicodedata import is_normalized, normalize

from annotated_briefings.base.regex import regex

_UNSEEN = regex(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e01ef]"
)
"""Soft hyphens, joiners, marks of direction, fillers and selectors of variants: some of them count as letters."""
_UPON = regex("[\u0300-\u036f]")
_APOSTROPHE = regex("[\u02b9-\u02bf\u02c8\ua78b\ua78c]")
"""Apostrophes that count as letters."""
_LETTERS = regex(r"[^\W_]+")
_OTHERS = bytes(b for b in range(128) if not chr(b).isalnum())
_UNSPACED = regex(
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_WEIGHT = 3
"""Letters that a sign of Chinese or Japanese stands for."""


def folded(text: str) -> str:
    """A text in compatible form (NFKC) and without case and marks that nobody sees; words stay apart."""
    if text.isascii():
        return text.lower()
    text = _UNSEEN.sub("", text)
    text = text if is_normalized("NFKC", text) else _UNSEEN.sub("", normalize("NFKC", text))
    text = text.casefold()
    text = text if is_normalized("NFC", text) else normalize("NFC", text)
    # What is set upon a letter and is no part of it, as the dot of a small letter that was the Turkish capital.
    return _APOSTROPHE.sub("'", _UPON.sub("", text))


def small(text: str) -> str:
    """A text in small letters, with one letter for those that ``re.IGNORECASE`` takes for the same.

    A pattern of many words finds them here in a quarter of the time that it takes without case: Python then compares
    each place of a text only with those of its alternatives that begin with the letter there.
    """
    low = text.lower()
    return low if low.isascii() else low.replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def letters(text: str) -> str:
    """The letters and digits of a text one after the other, so that nothing between them hides it."""
    plain = folded(text)
    if plain.isascii():
        return plain.encode().translate(None, _OTHERS).decode()
    for sign in set(plain):
        if not sign.isalnum():
            plain = plain.replace(sign, "")
    return plain


def words(text: str) -> list[str]:
    """The runs of letters and digits of a folded text."""
    return _LETTERS.findall(text)


def unspaced(text: str) -> str:
    """The signs of scripts without blanks between words (Chinese, Japanese), one after the other."""
    return "".join(_UNSPACED.findall(text))


def weight(text: str) -> int:
    """How long a text is in letters of scripts with blanks: a sign of Chinese or Japanese says as much as a few."""
    return len(text) if text.isascii() else len(text) + (_WEIGHT - 1) * len(unspaced(text))
