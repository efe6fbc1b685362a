"""Whether a text calls a point of a list untrue by its letter or number: `a) est faux`, `Answer b is false`, `Only c is
true`."""

import re
from collections.abc import Sequence

from annotated_briefings.base.meaning.turned.around import FALSE, NOT, TRUE
from annotated_briefings.base.regex import regex

_NAMES = (
    r"(?:answers?|statements?|claims?|points?|items?|options?|numbers?|antwort(?:en)?|aussagen?|behauptung(?:en)?|punkte?"
    r"|réponses?|affirmations?|respuestas?|afirmaci[oó]n(?:es)?|enunciados?|risposta|risposte|affermazion[ei]|respostas?"
    r"|afirmaç(?:ão|ões)|antwoord(?:en)?|stelling(?:en)?|påståe?nde[nt]?|påstand(?:en)?|svar|udsagn|odpowied\w+|zdani[ea]"
    r"|ответ\w?|утверждени[ея]|пункт\w?|відповід\w+|твердження)"
)
_MARK = r"(?:[a-zа-яα-ω]|[ivx]{1,5}|\d{1,2}|[①-⑳])"
_POINT = regex(rf"(?:(?<!\S)|(?<=[(（])|\A)(?:{_NAMES}\s)?({_MARK})(?:[.):：）]+\s?|(?<=[①-⑳])\s?)", re.IGNORECASE)
"""The letter or number before a point of a list."""
_MARKED = rf"(?:[(（]?{_MARK}(?![^\W_])[.)）]?|[①-⑳])"
_AND = r"(?:\s?[,，、]\s?|\s?(?:and|und|et|y|e|en|och|og|i|и|та|і|&|和)\s)"
_MARKS = rf"(?P<marks>{_MARKED}(?:{_AND}+{_MARKED}){{0,8}})"
_IS = (
    r"(?:\s(?:is|are|was|were|ist|sind|est|sont|es|son|è|sono|é|são|zijn|är|er|to|jest|są|это)(?:\s(?:also|both|all"
    r"|simply))?(?=\s)|是|\s?[:：=–—-])"
)
_LIKE = r"(?:的|了)?(?=\s*(?:[.,;:!。；，)）\n]|\Z|\s(?:and|und|et|y|e|en|och|og|i|и|та)\s))"
_VERDICT = regex(
    rf"(?:(?<=[\s(,;:：。（])|\A)(?P<name>{_NAMES}\s)?(?P<bare>(?:la|el|le|il|die|de|the)\s)?{_MARKS}"
    rf"(?P<is>{_IS})?\s?(?:(?P<not>{NOT})\s)?(?:(?P<false>{FALSE})|(?P<true>{TRUE})){_LIKE}",
    re.IGNORECASE,
)
_RIGHT, _LAST = (_MARKS.replace("marks", name) for name in ("right", "last"))
_STANDS = regex(
    rf"(?<!\w)(?:only|nur|seule?s?|sólo|solo|somente|só|alleen|bara|endast|kun|tylko|только|лише|只有)\s"
    rf"(?:(?:the|die|la|le|el|l['’]|il|a|de)\s?)?(?:{_NAMES}\s)?{_MARKS}(?:{_IS}|\s)\s?{TRUE}(?!\w)"
    rf"|(?<!\w){TRUE}\s(?:answers?|antwort(?:en)?|risposta|antwoord|svar)\s?(?:is|ist|:|：)\s*{_RIGHT}\s*(?:[.\n]|\Z)"
    r"|(?:réponse (?:exacte|correcte)|respuesta correcta|resposta (?:certa|correta)|правильный ответ)\s?[:：]?\s*"
    rf"{_LAST}\s*(?:[.\n]|\Z)",
    re.IGNORECASE,
)
_ONE = regex(rf"(?<![^\W_]){_MARK}(?![^\W_])|[①-⑳]", re.IGNORECASE)
_FAR = 2000
"""Characters behind a point in which its verdict is looked for."""


def is_called_untrue(text: str, start: int, end: int) -> bool:
    """Whether the point of a list in which a passage is has a letter or number that the text behind it calls untrue."""
    low = text.rfind("\n", 0, start) + 1
    mark = _mark_of(text[low:start])
    if not mark:
        return False
    behind = text[end : end + _FAR]
    if not re.search(_MARK, behind, re.IGNORECASE):
        return False
    for found in _VERDICT.finditer(behind):
        if mark in _marks(found["marks"]) and _is_certain(found):
            return bool(found["false"]) != bool(found["not"])
    rights = [_marks(found["marks"] or found["right"] or found["last"]) for found in _STANDS.finditer(behind)]
    return bool(rights) and all(mark not in one for one in rights)


def _mark_of(before: str) -> str:
    """The mark of the point that begins last before a passage in its line."""
    points = [found[1].lower() for found in _POINT.finditer(before) if _begins(before[: found.start()])]
    return points[-1] if points else ""


def _begins(before: str) -> bool:
    """Whether a point may begin behind a text: at the beginning of a line, of a sentence or of an aside."""
    rest = before.rstrip()
    return not rest or rest[-1] in ".!?;:,(（。！？；：-–—•*·" or before.endswith("\t")


def _marks(text: str) -> Sequence[str]:
    return [found[0].lower() for found in _ONE.finditer(text)]


def _is_certain(found: re.Match[str]) -> bool:
    """Whether a letter or number before a verdict is that of a point: `a) false`, `a is false`; not `a false`."""
    if found["name"] or found["bare"] or found["marks"][-1] in ")）":
        return True
    return bool(found["is"]) and _begins(found.string[: found.start()])
