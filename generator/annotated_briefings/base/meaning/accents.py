"""Words that differ by accents alone: which of them are one word written in two ways.

An accent often makes another word (`schon` and `schön`, `papa` and `papá`), and tells a plural (`Vater` and `Väter`) or
a tense (`hablo` and `habló`). The word lists lack many such forms. So two spellings are one word only where an accent
can tell nothing: written out in letters (`Zuerich`), in an ending (`comision`), and in a foreign name in an English
text.
"""

import re
import unicodedata
from collections.abc import Sequence

from annotated_briefings.base.meaning.lexicon import LANGUAGES, is_word

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
_ION = re.compile(r"ión$")
"""An ending whose accent tells nothing."""


def same_but_for_accents(word: str, other: str, languages: Sequence[str], text: str = "") -> bool:
    """Whether two words are one, with its accents in one text and without them in the other.

    ``languages`` are those of the passage, ``text`` is what surrounds it: a spelling that stands there too is a word of
    its own.
    """
    a, b = word.lower(), other.lower()
    if not languages or word[:1].isupper() != other[:1].isupper() or _stands_in(a, text) or _stands_in(b, text):
        return False
    if all(any(is_word(one, language) for language in LANGUAGES) for one in (a, b)):
        return False
    if a.translate(_WRITTEN_OUT) == b.translate(_WRITTEN_OUT):
        return True
    bare = _bare(a)
    if bare != _bare(b):
        return False
    if word[:1].isupper() and languages == ("en",):
        return len(bare) >= 4 and not is_word(bare, "en")
    return {bare} == {_ION.sub("ion", one) for one in (a, b)}


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.lower()) is not None
