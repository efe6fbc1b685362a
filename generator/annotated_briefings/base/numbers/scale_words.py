"""Words for a thousand, a million and so on in any language, in the forms that their endings give them.

The words are those of the Unicode CLDR, which writes short numbers with them: `34 milionów`, `46 bin`, `2,4 mld`.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from annotated_briefings.base.meant.locales import Locale, UnknownLocaleError
from annotated_briefings.base.regex import regex

_LEAST_FORM = 4
"""Letters of a word to which endings may be added; a shorter one, such as Turkish `bin`, only has the forms of CLDR."""
_LEAST_STEM = 5
"""Letters of a word without its last vowel that take its endings."""
_LONGEST_ENDING = 4
_VOWELS = "aeiouyаеиоуыяюєіαεηιουω"
_PEOPLE = regex(r"a?ar|ae?r|er|iar|o?mos|ар|ер")
"""What makes of a million those who own one: Polish `milionerzy`, Finnish `miljonääri`, Russian `миллионеры`."""
_SCANDINAVIAN = regex(r"(?:er)?(?:e?ne|na|en|et|a)?s?")
"""Endings of the languages that put words together, where what follows may be another word: Danish `tusindben`."""
_WORD = regex(r"[^\W\d_]+")


@lru_cache(maxsize=16384)
def scale_of(word: str, language: str) -> int:
    """The power of ten that a word in small letters multiplies a number by in a language; 0 for all other words.

    ``language`` is the main part of the tag of a language; one that CLDR does not know has no such words.
    """
    plain = _without_accents(word)
    forms, stems = _forms(language)
    if plain in forms:
        return forms[plain]
    for size in range(len(plain) - 1, max(_LEAST_FORM, len(plain) - _LONGEST_ENDING) - 1, -1):
        power = stems.get(plain[:size])
        if power:
            ending = plain[size:]
            if language in ("da", "nb", "nn", "no", "sv"):
                return power if _SCANDINAVIAN.fullmatch(ending) else 0
            return 0 if _PEOPLE.match(ending) else power
    return 0


@lru_cache(maxsize=64)
def _forms(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """The words of a language and their beginnings, each with its power of ten."""
    forms = dict(_listed(language))
    stems = {
        stem: power
        for form, power in forms.items()
        for stem, least in ((form, _LEAST_FORM), (form.rstrip(_VOWELS), _LEAST_STEM))
        if len(stem) >= least
    }
    return forms, stems


def _listed(language: str) -> Iterator[tuple[str, int]]:
    try:
        formats = Locale.parse(language).compact_decimal_formats
    except (UnknownLocaleError, ValueError):
        return
    for style in ("short", "long"):
        for patterns in formats.get(style, {}).values():
            for number, pattern in patterns.items():
                shown = str(pattern.pattern)
                words = _WORD.findall(_without_accents(shown.casefold()))
                # `00 लाख` stands for ten of them; of two words, `nghìn tỷ`, each is listed by itself.
                power = len(number) - max(1, shown.count("0"))
                if len(words) == 2 and words[0] == "de":
                    words = words[1:]
                if len(words) == 1 and len(words[0]) > 1 and power > 0:
                    yield words[0], power


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in letters if unicodedata.category(c) != "Mn"))
