"""Words that close a text, where somebody has misspelt them: `NOT FOR PUBLCATION`, `Vertraulcih`, `Sperrfirst`.

A slip of the finger must not publish. A misspelt word alone closes nothing: the line with the word as it was meant must
be one that does.
"""

from functools import cache

from annotated_briefings.base.diagnostics.similar import is_misspelt
from annotated_briefings.base.regex import regex

CLOSING = (
    "embargo embargoed confidential publication published publish distribution circulation restricted classified "
    "preliminary unpublished "
    "sperrfrist vertraulich veröffentlichung veröffentlichen veröffentlicht weitergabe dienstgebrauch entwurf "
    "confidentiel confidentielle diffusion publier diffuser brouillon "
    "confidencial publicación publicar embargado borrador difusión difundir "
    "confidenziale riservato pubblicazione pubblicare diffondere "
    "publicação divulgação divulgar rascunho sigiloso "
    "vertrouwelijk publicatie publiceren "
    "publikacji publikować rozpowszechniać "
    "konfidentiellt publicering publiceras fortroligt offentliggørelse "
    "luottamuksellinen julkaistavaksi julkaisuvapaa bizalmas nyilvánosságra közlésre "
    "yayınlamayın yayımlanmamalıdır "
    "конфиденциально публикации публиковать эмбарго черновик конфіденційно публікації публікувати "
    "εμπιστευτικό δημοσίευση δημοσίευσης"
).split()
"""Words of all languages that close a text."""
_LEAST = 7
"""Letters of a word from which a slip of the finger does not make another word of it."""
_LONG = 11
"""Letters of a word in which two slips are seen."""
_LONGEST_LINE = 160
_MOST_WORDS = 14
_WORD = regex(r"[^\W\d_]+")


def respelled(line: str) -> str:
    """A short line with the words that close a text as they were meant; as it is where none is misspelt."""
    if len(line) > _LONGEST_LINE or len(words := _WORD.findall(line)) > _MOST_WORDS:
        return line
    meant = {word: found for word in words if len(word) >= _LEAST - 1 and (found := _meant(word.lower()))}
    return _WORD.sub(lambda found: _in_case(meant.get(found[0], found[0]), found[0]), line) if meant else line


def _meant(word: str) -> str:
    """The closing word that a word is with a letter left out, added, replaced or swapped; empty where it is none."""
    known = _by_letter().get(word[0], ())
    if word in known:
        return ""
    near = (one for one in known if abs(len(one) - len(word)) <= 1)
    return next((one for one in near if is_misspelt(word, one, 2 if len(one) >= _LONG else 1)), "")


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    """The closing words by the letter that they begin with, which is seldom misspelt."""
    out: dict[str, list[str]] = {}
    for word in CLOSING:
        if len(word) >= _LEAST:
            out.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in out.items()}


def _in_case(word: str, written: str) -> str:
    return word.upper() if written.isupper() else word.capitalize() if written[0].isupper() else word
