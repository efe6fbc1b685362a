"""Lines whose letters are spaced out, set in letters of signs, or mixed with look-alikes: `N O T  F O R  P R I N T`."""

from functools import lru_cache
from unicodedata import normalize

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.misspelt import CLOSING

_LONGEST = 320
_APART = r"[ \t\u00a0\u2000-\u200a\u3000*_.·•:/|~+=–—-]{1,6}"
_RUN = regex(rf"(?<![^\W_])[^\W_](?:(?:{_APART})[^\W_]){{3,}}(?!\w)")
"""Single letters, each apart from the next."""
_RUN_OF_SIGNS = regex(
    "(?<![^\\W_])[\u3400-\u9fff\uac00-\ud7af](?:[ \u3000]{1,3}[\u3400-\u9fff\uac00-\ud7af]){1,9}(?![^\\W_])"
)
"""The same in scripts in which two letters may be a word."""
_LETTER = regex(r"[^\W_]")
_STROKES = regex("[\u0305\u0332-\u0338\u20d0-\u20f0\u00ad\u200b-\u200d\u2060\ufeff]")
"""Lines through and around letters, and signs that nobody sees."""
_SMALL = str.maketrans("ᴀʙᴄᴅᴇꜰғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdeffghijklmnoprstuvwyz")
_FRAMED = str.maketrans({chr(first + n): chr(ord("A") + n) for first in (0x1F150, 0x1F170) for n in range(26)})
"""White letters on black signs, which have no plain form in Unicode."""
_LIKE_LATIN = str.maketrans(
    "АВЕКМНОРСТУХЅІЈавеікмнорсстухѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXSIJabeikmhopcctyxsjABEZHIKMNOPTYXo"
)
_FIGURES = str.maketrans("01345", "OIEAS")
_MIXED = regex(r"(?=\w*[A-Za-z])(?=\w*[\u0370-\u04ff])[^\W\d_]{4,}")
_WITH_FIGURES = regex(r"(?<!\w)[A-Z][A-Z013457]{5,}(?!\w)")
_PARTED = regex(r"(?<!\w)[^\W\d_]{3,}-[^\W\d_]{3,}(?!\w)")
_GLUED = regex(r"(?<!\w)[^\W\d_]{10,60}(?!\w)")
_SHORT = frozenset(
    "not for to be do ne pas nicht zur zum para no non per niet voor nie not release use until bis internal "
    "only strictly off "
    "the record draft private secret noch yet please bitte não не для do and und et y streng strictement".split()
)
_LONG = frozenset(CLOSING)


@lru_cache(maxsize=4096)
def in_plain_letters(line: str) -> str:
    """A short line with its words as people read them; as it is where they are written so."""
    if len(line) > _LONGEST:
        return line
    plain = line
    if not line.isascii():
        plain = normalize("NFKC", _STROKES.sub("", line).translate(_SMALL).translate(_FRAMED))
        plain = _MIXED.sub(lambda found: found[0].translate(_LIKE_LATIN), plain)
        plain = _RUN_OF_SIGNS.sub(lambda found: "".join(found[0].split()), plain)
    plain = _RUN.sub(lambda found: _joined(found[0]), plain)
    plain = _WITH_FIGURES.sub(lambda found: _closing(found[0].translate(_FIGURES), found[0]), plain)
    plain = _PARTED.sub(lambda found: _closing(found[0].replace("-", ""), found[0]), plain)
    return _GLUED.sub(lambda found: _apart(found[0]), plain)


def _joined(run: str) -> str:
    """Single letters as words: what is between two words is longer than what is between two letters."""
    letters: list[str] = _LETTER.findall(run)
    gaps = _LETTER.split(run)[1:-1]
    least = min(map(_width, gaps))
    between = ("" if _width(gap) == least else f"{gap.strip(' *_.-/·')} " for gap in gaps)
    return letters[0] + "".join(gap + letter for gap, letter in zip(between, letters[1:], strict=True))


def _width(gap: str) -> tuple[int, int]:
    return sum(map(str.isspace, gap)), len(gap)


def _closing(word: str, written: str) -> str:
    return word if word.casefold() in _LONG else written


def _apart(word: str) -> str:
    """Words that are written as one, where each is one that closes a text or is beside such; as it is otherwise."""
    text = word.casefold()
    if text in _LONG or len(text) != len(word):
        return word
    # How the letters up to each place may be parted.
    ways: list[tuple[str, ...] | None] = [(), *([None] * len(text))]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - 20), end):
            before, part = ways[start], text[start:end]
            if before is not None and (part in _LONG or part in _SHORT):
                ways[end] = (*before, part)
                break
    found = ways[-1]
    if found is None or _LONG.isdisjoint(found):
        return word
    return " ".join(found).upper() if word.isupper() else " ".join(found)
