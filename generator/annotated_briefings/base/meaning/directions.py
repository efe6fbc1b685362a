"""Whether a text tells of a rise or of a fall, as far as its words are known."""

import re
from collections.abc import Iterable, Iterator

from annotated_briefings.base.meaning.guard import negations
from annotated_briefings.base.meaning.numerals import plain_number_text

RISE, FALL = 1, -1
"""The two directions; they are signs too."""
_WORD = re.compile(r"[^\W\d_]+")
_RISES = (
    "rose risen rise rises rising increase increased increases increasing grew grown grow grows growth growing climbed"
    " climb climbs gained surged surge soared jumped jump stieg stiegen gestiegen steigt steigen anstieg zuwachs wuchs"
    " wuchsen gewachsen wachstum zunahme erhöhte erhöht erhöhung hausse augmenté augmentation augmente progressé"
    " progression croissance subió subida aumentó aumento aumentaron creció crecieron crecimiento alza"
    " ارتفع ارتفعت ارتفاع زاد زادت زيادة نمو"
)
_FALLS = (
    "fell fallen fall falls falling drop dropped drops dropping decline declined declines declining decrease decreased"
    " decreases decreasing shrank shrunk shrink shrinks slump slumped plunged plunge sank slid tumbled fiel fielen"
    " gefallen fällt fallen rückgang sank sanken gesunken sinkt sinken schrumpfte schrumpften abnahme verringerte"
    " verringert baisse baissé chute chuté recul reculé diminution diminué cayó cayeron caída bajó bajaron bajada"
    " descenso descendió disminuyó disminución انخفض انخفضت انخفاض تراجع تراجعت هبط هبوط"
)
_OF_WORD = dict.fromkeys(plain_number_text(_RISES).split(), RISE) | dict.fromkeys(
    plain_number_text(_FALLS).split(), FALL
)
_SIGNS = {RISE: ("增长", "增加", "上升", "上涨", "提高"), FALL: ("下降", "下跌", "减少", "降低", "缩减")}
"""Chinese words, which nothing parts from others."""
_ARTICLE = re.compile(r"(?:the|a|an|der|die|das|ein|eine|le|la|les|l'|un|une|el|los|las|una)\s*\b")


def directions(text: str) -> frozenset[int]:
    """The directions of which a text tells; none where something is denied."""
    words = _WORD.findall(plain_number_text(text))
    return frozenset() if negations(words) else frozenset((*_of_words(words), *_of_signs(text)))


def direction_of_measure(what: str) -> frozenset[int]:
    """The direction of what a figure measures: `fall in shipments`, and not `shipments since the fall`."""
    plain = plain_number_text(what).strip()
    article = _ARTICLE.match(plain)
    first = _WORD.findall(plain[article.end() :] if article else plain)[:1]
    return frozenset((*_of_words(first), *_of_signs(what)))


def _of_words(words: Iterable[str]) -> Iterator[int]:
    return (_OF_WORD[word] for word in words if word in _OF_WORD)


def _of_signs(text: str) -> Iterator[int]:
    return (direction for direction, signs in _SIGNS.items() if any(sign in text for sign in signs))
