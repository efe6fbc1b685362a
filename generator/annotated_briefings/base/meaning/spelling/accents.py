"""Words that differ by accents alone: which of them are one word written in two ways.

An accent often makes another word (`schon` and `schön`, `papa` and `papá`), and tells a plural (`Vater` and `Väter`) or
a tense (`hablo` and `habló`). The word lists lack many such forms. So two spellings are one word only where an accent
can tell nothing: written out in letters (`Zuerich`), in an ending (`comision`), and in a foreign name whose letter the
language of the text does not have.
"""

import re
import unicodedata
from collections.abc import Sequence

from annotated_briefings.base.meaning.lexicon import LANGUAGES, is_word
from annotated_briefings.base.meaning.spelling.umlauts import written_out
from annotated_briefings.base.regex import regex

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
_STROKES = str.maketrans("łđøıħŧ", "ldoiht")
"""Letters whose mark is a part of them."""
_OWN = {
    "en": "",
    "de": "äöüß",
    "es": "áéíñóúü",
    "fr": "àâæçèéêëîïôùûüÿœ",
    "it": "àèéìîòóù",
    "nl": "áéëèíïóöúü",
    "pt": "àáâãçéêíóôõúü",
}
"""Letters with marks that a language has itself; any others are those of a foreign name."""
_OTHER_WORD = regex(r"(?:maß|buß|muß|floß|flöß|schoß|schöß|ruß)(?:e|em|en|er|es)?$")
"""German words that are others with `ss`; in all the rest `ss` is how Switzerland writes `ß`."""
_SHORT, _LONG = 4, 8
"""Letters of a name that is hardly another one without its marks, and of one that is none even where lists have it."""
_ION = regex(r"ión$")
"""An ending whose accent tells nothing."""


def same_but_for_accents(word: str, other: str, languages: Sequence[str], text: str = "") -> bool:
    """Whether two words are one, with its accents in one text and without them in the other.

    ``languages`` are those of the passage, ``text`` is what surrounds it: a spelling that is there too is a word of
    its own.
    """
    a, b = word.lower(), other.lower()
    if not languages or word[:1].isupper() != other[:1].isupper() or _stands_in(a, text) or _stands_in(b, text):
        return False
    if a.replace("ß", "ss") == b.replace("ß", "ss"):
        return not any(_OTHER_WORD.search(one) for one in (a, b))
    if "de" in languages and written_out(a) == written_out(b):
        return True
    if a.translate(_WRITTEN_OUT) == b.translate(_WRITTEN_OUT):
        return not any(is_word(a, language) and is_word(b, language) for language in languages)
    if all(any(is_word(one, language) for language in LANGUAGES) for one in (a, b)):
        return False
    bare = _bare(a)
    if bare != _bare(b):
        return False
    if word[:1].isupper() and len(languages) == 1 and not any(c in _OWN[languages[0]] for c in a + b):
        return len(bare) >= _LONG or (len(bare) >= _SHORT and not is_word(bare, languages[0]))
    return {bare} == {_ION.sub("ion", one) for one in (a, b)}


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word).translate(_STROKES)
    return "".join(c for c in letters if not unicodedata.combining(c))


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.lower()) is not None
