"""The tables of words that take a statement back (``words.txt``), govern it (``governing.txt``) or call it false
(``called_false.txt``), and the language of a text that is read with them.

Short words and letters tell which words a text is read with; a script of one language tells alone.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.base.regex import regex

MEANINGS = (
    "markers letters that denied rejected withdrawn false true not rumour this none claim untrue if unless given behind"
    " and drill play in myth"
).split()
"""The lines of each language in the table; see its head for what they hold."""
GOVERNING = (
    "ceased cleared except all few some imagine neither whether satire regrets nearly deputy of kin article who".split()
)
"""Those of the table of words that govern a passage (``governing.txt``)."""
CALLING_FALSE = "reports clause stems be lied invented joins speech".split()
"""Those of the table of words by which a sentence calls a clause of it false (``called_false.txt``)."""
UNSPACED = frozenset(("ja", "zh", "th", "ko"))
"""Languages that write no blanks between words, or endings at them."""
VERB_LAST = frozenset(("hi", "ur", "fa", "tr", "hu"))
"""Languages in which a verb may follow the word that says what is not so."""
NO_CONDITION = (
    r"(?!\s+(?:bien|ne|auch|überhaupt|sogar|an?|any|anything|only|not|slightly|somewhat|at all|ever|necessary|possible"
    r"|need be|so|possibile|possible|nötig|möglich|nodig|mogelijk|nécessaire|necesario|acaso)(?!\w))"
)
"""Behind words for a condition that are none: `if only`, `si bien`, `if possible`."""
_SCRIPTS = (
    (regex(r"[ぁ-んァ-ヶ]"), ("ja",)),
    (regex(r"[가-힣]"), ("ko",)),
    (regex(r"[㐀-鿿]"), ("zh",)),
    (regex(r"[\u0e00-\u0e7f]"), ("th",)),
    (regex(r"[\u0590-\u05ff]"), ("he",)),
    (regex(r"[\u0900-\u097f]"), ("hi",)),
    (regex(r"[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    (regex(r"[ٹڈڑںے]"), ("ur",)),
    (regex(r"[پچژگکی]"), ("fa",)),
    (regex(r"[\u0600-\u06ff]"), ("ar",)),
    (regex(r"[ђћџљњј]"), ("sr",)),
    (regex(r"[іїєґ]"), ("uk",)),
    (regex(r"[ыэё]"), ("ru",)),
    (regex(r"[\u0400-\u04ff]"), ("ru", "bg", "uk", "sr")),
)
"""Letters of one language, or of a few; those of many languages are below."""
_LATIN = "en de fr es it pt nl sv da no pl cs sk hr sl ro hu fi et lv lt tr vi id ca".split()
_WORD = regex(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SHARE = 0.8
"""The share of the short words of the likeliest language that others need."""
_ATTACHED = {"he": "(?:[והשבלכמ]{1,2})?", "ar": "(?:[وفبلك]{1,2})?"}
"""Letters that a language writes to the next word."""
_GAP = r"(?:\s+[^\s.,;:!?]+){0,4}?\s+"


@cache
def table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The words by language and meaning."""
    every, *others = (
        words_by_language("base.meaning.verdicts", name, "|")
        for name in ("words.txt", "governing.txt", "called_false.txt")
    )
    return {language: {**own, **others[0][language], **others[1][language]} for language, own in every.items()}


def _one(word: str) -> str:
    pattern = _GAP.join(
        r"\s+".join(re.escape(part).replace(r"\*", r"\w*").replace(r"\+", r"\w{2,}") for part in half.split())
        for half in word.split("..")
    )
    return pattern if word.endswith("'") else rf"{pattern}(?!\w)"


@lru_cache(maxsize=1024)
def words(language: str, *meanings: str) -> str:
    """A pattern of the words of a language that have some meanings, without groups that count; one that matches
    nothing where it has none."""
    every = [word for meaning in meanings for word in table()[language].get(meaning, ())]
    if not every:
        return "(?!)"
    every.sort(key=len, reverse=True)
    if language in UNSPACED:
        return f"(?:{'|'.join(map(re.escape, every))})"
    return rf"(?<!\w){_ATTACHED.get(language, '')}(?:{'|'.join(map(_one, every))})"


@cache
def _languages_of_markers() -> Mapping[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for language, meanings in table().items():
        for word in (*meanings["markers"], *(f"{letter}*" for letter in meanings.get("letters", ()))):
            out[word] = (*out.get(word, ()), language)
    return out


@lru_cache(maxsize=64)
def languages_near(sentence: str, around: str) -> tuple[str, ...]:
    """The languages of a sentence in small letters, by the short words and the letters of it and of the text around it;
    all that have its script where nothing tells."""
    letters = next((names for pattern, names in _SCRIPTS if pattern.search(sentence)), None)
    if letters and len(letters) == 1:
        return letters
    known = _languages_of_markers()
    every = [word for text in (sentence, around) for word in _WORD.findall(text)]
    special = [f"{letter}*" for word in every if not word.isascii() for letter in set(word)]
    found = Counter(one for word in (*every, *special) for one in known.get(word, ()))
    possible = letters or _LATIN
    most = max((found[one] for one in possible), default=0)
    return tuple(one for one in possible if found[one] >= _SHARE * most)
