"""Punctuation that turns a sentence: where sentences end, what is quoted or asked, and which words a comma parts.

One comma may turn a sentence (`no repair, needed at once`), and most that come and go turn nothing. Grammar that tells
them apart in every language does not exist, so the rule is the other way round: marks of one kind are the same at the
same place, and one that comes or goes is harmless only in the places that are listed here.
"""

from collections.abc import Mapping, Sequence

from annotated_briefings.base.meaning.passage import ENDS, QUOTATION, SILENT, MeaningToken

_BESIDE_SILENT = frozenset(
    "no not non nor yes nein nicht kein keine ja doch ne pas oui sí não sim niet geen nej nie ни не нет да".split()
)
"""Words whose meaning hangs on the comma beside them, as in `no, one more` and `no one more`."""
_ENDS_ELSEWHERE = "a sentence ends elsewhere, or a question has come or gone"
_NEGATION = "the punctuation beside a negation has changed"
_QUOTED = "quotation marks have come or gone"
_TURNED = "a mark has come or gone that may turn the sense"
_MOVED = "a comma has moved, or words are now between commas"
_STOPS = ".。!?！？؟۔"
_BREAKS = ",،，、;；–—―()[]{}（）"
_COLONS = ":："
_DASHES = "–—―"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BUT = _words("but yet aber sondern jedoch mais pero sino ma però bensì maar echter но однако однак але")
_AND = _words("and or nor und oder sowie et ou y e u o ed od en of и или")
_SUBJECTS = _words(
    "he she it they we you i there er sie es wir ihr man dies il elle ils elles on nous vous je él ella ellos ellas "
    "nosotros egli lei loro noi hij zij ze het wij we men он она оно они мы вы"
)
_ARTICLES = _words("a an ein eine einen un une una uno een my his her their our mein sein seine mon ma son sa mi su")
_DETERMINERS = _words(
    "the its his her their our this that these those der die das den dem des sein seine ihr ihre unser le la les l "
    "son sa ses leur leurs notre el los las su sus nuestro il lo i gli suo sua loro de het zijn haar hun ons een a an"
)
_SUBORDINATE = _words(
    "when while whereas after before although though because weil wenn als nachdem bevor obwohl dass um ohne statt "
    "anstatt zu car parce quand lorsque puisque alors porque cuando aunque mientras perché quando mentre benché omdat "
    "toen terwijl hoewel"
)
_NEGATED = _words(
    "no not never none nobody nothing nicht nie kein keine keinen ne pas jamais sin non mai niet geen nooit"
)
_INTRODUCTIONS = frozenset(
    (
        "however meanwhile moreover furthermore nevertheless nonetheless therefore consequently instead additionally "
        "yesterday today tomorrow toutefois cependant pourtant néanmoins hier aujourd'hui demain ayer hoy mañana "
        "además tuttavia inoltre invece ieri oggi domani однако вчера сегодня"
    ).split()
) | {
    "sin embargo",
    "no obstante",
    "en outre",
    "in addition",
    "as a result",
    "for example",
    "par exemple",
    "por ejemplo",
}
"""Words at the start of a sentence behind which a comma is a matter of style."""
_TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
    "märz mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars "
    "avril juin juillet août septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado domingo "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunedì martedì mercoledì "
    "giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre maandag "
    "dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei augustus week month year night "
    "semaine mois semana mes settimana mese anno año jaar"
)
_PREPOSITIONS = _words("in on since by until im am seit bis en depuis desde nel dal sinds")
_FORMS = _words("inc ltd llc plc corp co jr sr gmbh ag sa spa bv nv kg")
_SPEECH_VERBS = _words(
    "said says say told tells added asked wrote sagte sagt sagten erklärte dit disait déclare dijo dice disse ha zei "
    "zegt сказал сказала сообщил"
)
_INTRODUCTION = 4
"""Words that a phrase at the start of a sentence has at most."""
_JAPANESE = "はもがでにをとてばし"
"""Letters behind which a comma in Japanese is a matter of style."""
_CHINESE = "年月日天时後后前中"
"""Letters that end a time at the start of a sentence in Chinese."""
_CHINESE_START = 8


def punctuation_change(before: Sequence[MeaningToken], after: Sequence[MeaningToken]) -> str:
    """What the punctuation of two passages with the same words says otherwise; empty where all of it is harmless."""
    if _ends(before) != _ends(after):
        return _ENDS_ELSEWHERE
    if _beside_negations(before) != _beside_negations(after):
        return _NEGATION
    one, other = _Marked(before), _Marked(after)
    if one.quotations() != other.quotations():
        return _QUOTED
    places = [place for place in range(1, len(one.words)) if one.kind(place) != other.kind(place)]
    if len(one.words) != len(other.words) or all(_is_harmless(place, one, other, places) for place in places):
        return ""
    if len(places) == 1:
        return _TURNED
    return _MOVED


def _ends(found: Sequence[MeaningToken]) -> list[str]:
    # The stop at the very end of a passage belongs to the sentence around it.
    inner = list(found)
    while inner and inner[-1].kind == "other" and inner[-1].text not in "?!？！؟":
        inner.pop()
    return [t.text for t in inner if t.kind == "other" and t.text in _STOPS]


def _beside_negations(found: Sequence[MeaningToken]) -> list[tuple[str, bool, bool]]:
    out = []
    for at, token in enumerate(found):
        if token.kind == "word" and token.text.lower() in _BESIDE_SILENT:
            sides = [
                found[n].text in SILENT or found[n].text in ENDS if 0 <= n < len(found) else False
                for n in (at - 1, at + 1)
            ]
            out.append((token.text.lower(), sides[0], sides[1]))
    return out


class _Marked:
    """The words of a passage, and the marks before each."""

    def __init__(self, found: Sequence[MeaningToken]) -> None:
        self.words = [token for token in found if token.kind != "other"]
        self.low = [token.text.lower().strip("'") for token in self.words]
        self.marks: Mapping[int, str] = self._marks(found)

    def _marks(self, found: Sequence[MeaningToken]) -> dict[int, str]:
        out: dict[int, str] = {}
        count = 0
        for token in found:
            if token.kind != "other":
                count += 1
            else:
                out[count] = out.get(count, "") + token.text
        return out

    def quotations(self) -> list[tuple[int, int]]:
        """Where quotation marks are, and how many."""
        counts = ((place, sum(mark in QUOTATION for mark in marks)) for place, marks in sorted(self.marks.items()))
        return [(place, count) for place, count in counts if count]

    def kind(self, place: int) -> str:
        """What parts two words: a stop, a colon, another break, or nothing; an ellipsis and hyphens part nothing."""
        marks = self.marks.get(place, "")
        for name, kinds in (("stop", _STOPS), ("colon", _COLONS), ("break", _BREAKS)):
            if any(mark in kinds for mark in marks):
                return name
        return ""

    def start(self, place: int) -> int:
        """Where the sentence begins that a place is in."""
        return max((at for at in range(place) if self.kind(at) == "stop"), default=0)

    def breaks(self, place: int) -> list[int]:
        """The breaks of the same sentence before a place."""
        return [at for at in range(self.start(place) + 1, place) if self.kind(at)]

    def word(self, at: int) -> str:
        """A word in small letters; empty outside of the passage."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def is_name(self, at: int) -> bool:
        """Whether a word has a capital."""
        return 0 <= at < len(self.words) and self.words[at].text[:1].isupper()


def _is_harmless(place: int, one: _Marked, other: _Marked, places: Sequence[int]) -> bool:
    """Whether it turns no sense that words are parted in one of two passages and not, or otherwise, in the other."""
    marked = one if one.kind(place) else other
    if any(mark in QUOTATION for mark in one.marks.get(place, "")):
        return True
    kinds = {one.kind(place), other.kind(place)}
    if kinds == {"break", "colon"}:
        return any(mark in _DASHES for text in (one, other) for mark in text.marks.get(place, ""))
    if kinds != {"break", ""}:
        return False
    word, last = marked.word(place), marked.word(place - 1)
    if word in _BUT or "too" in (word, last) or word in _FORMS or last in _FORMS or _in_date(place, marked):
        return True
    if word in _AND and (marked.word(place + 1) in _SUBJECTS or _is_serial(place, marked, places)):
        return True
    sentence = marked.low[marked.start(place) : place + 12]
    denies = any(one in _NEGATED or one.endswith("n't") for one in sentence)
    if not denies and (word in _SUBORDINATE or _is_time(place, marked)):
        return True
    return (
        _is_introduction(place, marked)
        or _is_apposition(place, marked, places)
        or (len(places) == 1 and _is_free_east_asian(place, marked))
    )


def _in_date(place: int, marked: _Marked) -> bool:
    """Whether a place is inside or behind `March 2, 2026`."""
    for at in (place, place - 1):
        year, day, month = marked.word(at), marked.word(at - 1), marked.word(at - 2)
        if len(year) == 4 and (year + day).isdigit() and len(day) <= 2 and month in _TIMES:
            return True
    return False


def _is_serial(place: int, marked: _Marked, places: Sequence[int]) -> bool:
    """Whether a comma is the last of a list; behind one comma alone, two names may tell who was named before it."""
    before = [at for at in marked.breaks(place) if at not in places]
    if len(before) != 1:
        return len(before) > 1
    return not marked.is_name(before[0]) and marked.word(before[0]) not in _ARTICLES


def _is_time(place: int, marked: _Marked) -> bool:
    """Whether a time follows a place: `in May`, `on the first Monday`."""
    near = (marked.word(at) for at in range(place + 1, place + 4))
    return marked.word(place) in _PREPOSITIONS and any(word in _TIMES for word in near)


def _is_introduction(place: int, marked: _Marked) -> bool:
    """Whether a comma ends a time, or a word such as `however`, at the start of a sentence."""
    start = marked.start(place)
    phrase = marked.low[start:place]
    if not marked.is_name(start) or len(phrase) > _INTRODUCTION or marked.words[place].kind != "word":
        return False
    if " ".join(phrase) in _INTRODUCTIONS:
        return marked.is_name(place) or marked.word(place) in _DETERMINERS | _SUBJECTS | _ARTICLES
    return any(word in _TIMES or (word.isdigit() and len(word) == 4) for word in phrase)


def _is_apposition(place: int, marked: _Marked, places: Sequence[int]) -> bool:
    """Whether commas are around the name of somebody whose office is told: `its chair, Ines Moss, said`."""
    opening = max((at for at in places if at < place and place - at <= 3), default=0)
    if opening and all(marked.is_name(at) for at in range(opening, place)):
        return _names_office(opening, marked)
    end = place
    while marked.is_name(end):
        end += 1
    return end > place and marked.word(end) not in _SPEECH_VERBS and _names_office(place, marked)


def _names_office(place: int, marked: _Marked) -> bool:
    near = {marked.word(place - 2), marked.word(place - 3)}
    return marked.is_name(place) and not marked.is_name(place - 1) and bool(near & _DETERMINERS)


def _is_free_east_asian(place: int, marked: _Marked) -> bool:
    """Whether a comma is a matter of style in Chinese, Japanese or Arabic."""
    letter = marked.words[place - 1].text
    if any("\u3041" <= token.text <= "\u30ff" for token in marked.words):
        return letter in _JAPANESE
    if marked.words[place].text == "و":
        return True
    return letter in _CHINESE and place - marked.start(place) <= _CHINESE_START
