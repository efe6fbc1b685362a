"""Whether a text tells of a rise or of a fall, as far as its words are known."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotated_briefings.base.meaning.guard import negations
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex

RISE, FALL = 1, -1
"""The two directions; they are signs too."""
_WORD = regex(r"[^\W\d_]+")
_RISES = (
    "rose risen rise rises rising increas* grew grown grow grows growth growing climb* gained surg* soar* jump jumped"
    " jumps expanded expansion"
    " stieg* gestiegen* steigt steigen anstieg* zuwachs* wuchs wuchsen wächst gewachsen wachstum* zunahme* zugenommen"
    " erhöht* erhöhung* zugelegt kletter* hausse"
    " augment* hausses progressé progressent progression croissance grimp* accroiss* accru"
    " subió subieron subida* aumentó aumento* aumentaron aumentado creció crecieron crecimiento* alza"
    " alzas incremento*"
    " aumentat* aumentano cresce crescono crescita cresciut* rialzo rialzi salito saliti salita salite"
    " aumentou aumentaram subiu subiram cresceu cresceram crescimento acréscimo alta@pt"
    " steeg stegen stijg* gestegen groei groeide* gegroeid toename* toegenomen"
    " steg stigit stiger steget stigning* ökade ökat ökar ökning* växte tillväxt* uppgång*"
    " øgede øgedes øget vækst* voksede fremgang* økte økt økende økning* vekst vokste oppgang*"
    " nousi nousivat nousu nousua nousun noussut nousseet nousee kasv* lisään*"
    " wzrost* wzrós* wzrosł* wzrast* zwiększ* rośnie podnios* podniós*"
    " vzrost* vzrůst* nárůst* růst růstu rostl* zvýš* stoup*"
    " artış* arttı arttılar artıyor artırd* arttırd* yüksel* büyüdü büyüme*"
    " рост роста росту ростом растёт растет растут вырос выросл* выраст* возрос* увелич* повыс* повыш* подорож*"
    " зріс зросл* зростан* зростає збільш* підвищ* приріст* приросту"
    " ارتفع* ارتفاع* زاد زادت زياده ازداد* نمو صعد* صعود"
)
_FALLS = (
    "fell fallen fall falls falling drop dropped drops dropping declin* decreas* shrank shrunk shrink*"
    " slump* plung* sank"
    " slid tumbl* contraction contracted"
    " fiel fielen gefallen fällt fallen rückgang* gesunken* sinkt sinken sanken schrumpf* abnahme*"
    " abgenommen verringer*"
    " minderung* einbruch* reduzier*"
    " baiss* chute chuté chutent chutes recul recule reculé reculent diminu* repli réduction* réduit*"
    " cayó cayeron caída* bajó bajaron bajada* descenso* descend* disminu* redujo reducción retroce*"
    " calo cali calat* calano riduzion* ridott* scesa scese sceso scesi flession* ribass* crollo crollat*"
    " queda quedas caiu caíram redução reduziu recuo recuou recuaram encolheu baixou baixa@pt"
    " daalde* gedaald daalt dalen daling* krimp* kromp afname* afgenomen zakte* gezakt"
    " minskade minskat minskar minskning* föll fallit faller nedgång* sjönk* sjunkit sänkt*"
    " faldt fald faldet falder faldende mindske* nedgang* falt minket minsket reduksjon*"
    " lasku laskua laskun laski laskivat laskee laskenut laskeneet putos* pudot* vähen* romaht*"
    " spadek* spadk* spadł* spadaj* zmniejsz* obniż* zmala*"
    " pokles* klesl* klesaj* sníž* snižov* propad*"
    " düşüş* düştü düşer düşüyor düşerek azald* azalış* azalma* azaltt* gerile*"
    " паден* упал* упад* падает падают снизил* снижен* снижа* сокра* уменьш* спад спада спаду спадом подешев*"
    " падінн* падає впав впала впали впало знизи* зниж* скороч* скорот* зменш*"
    " انخفض* انخفاض* تراجع* هبط* هبوط تقلص* تقليص"
)
"""Words that tell of one direction in any language, beginnings of such words, and words that do so in one alone."""


def _read_words(rises: str, falls: str) -> tuple[dict[str, int], dict[str, int], dict[tuple[str, str], int]]:
    whole: dict[str, int] = {}
    begun: dict[str, int] = {}
    of_language: dict[tuple[str, str], int] = {}
    for direction, words in ((RISE, rises), (FALL, falls)):
        for written in words.split():
            bare, _, language = written.partition("@")
            word = plain_number_text(bare.removesuffix("*"))
            if language:
                of_language[word, language] = direction
            elif written.endswith("*"):
                begun[word] = direction
            else:
                whole[word] = direction
    return whole, begun, of_language


_WHOLE, _BEGUN, _OF_LANGUAGE = _read_words(_RISES, _FALLS)
_LENGTHS = sorted({len(word) for word in _BEGUN}, reverse=True)
_ARABIC_PREFIX = regex(r"^[وفبل]?(?:ال|لل)?(?=[\u0600-\u06ff]{3})")
_SIGNS = {
    RISE: tuple("增长 增加 上升 上涨 提高 攀升 上調 增長 上漲 増加 上昇 増え 増 伸び 上がっ 上げ 急騰".split()),
    FALL: tuple("下降 下跌 减少 降低 缩减 下滑 回落 減少 縮減 低下 下落 減っ 減 下がっ 下げ 落ち込 急落 縮小".split()),
}
"""Chinese and Japanese words, which nothing parts from others."""
_DENIED = frozenset("inte icke ikke ej ei eivät eikä değil nie".split())
_DENIED_SIGNS = regex(r"没|沒|未|不|ない|なかった|ません")
_TO_NUMBER = regex(
    r"\b(up|down)(?: by| about| some| nearly| almost)? ?(?=[\d$€£])|(?<=\d)(?: ?%| per ?cent) (up|down)\b"
)
"""English words that tell a direction only beside a number."""
_CLAUSE = regex(
    r"[;:()]|[.,](?!\d)|\b(?:and|but|while|und|aber|während|et|mais|tandis|y|pero|mientras|e|ma|mentre|mas|en|maar|terwijl"
    r"|och|men|medan|og|mens|ja|mutta|i|a|ale|ve|ama|и|но|а|і|й|але)\b|[，；。、،]"
)
"""What is between the clauses of a sentence."""
_ARTICLE = regex(
    r"(?:the|an?|der|die|das|eine?|le|la|les|l'|une?|el|los|las|una|il|lo|gli|i|os?|as|um|uma|het|de|een|ett|et)\s*\b"
)


@lru_cache(maxsize=64)
def directions(text: str, language: str = "") -> frozenset[int]:
    """The directions of which a text tells; none where something is denied.

    The last texts are remembered, since each number of a text asks for the whole of it.
    """
    plain = plain_number_text(text)
    words = _WORD.findall(plain)
    if negations(words) or not _DENIED.isdisjoint(words) or _DENIED_SIGNS.search(text):
        return frozenset()
    beside = (RISE if "up" in (found[1], found[2]) else FALL for found in _TO_NUMBER.finditer(plain))
    return frozenset((*_of_words(words, language), *_of_signs(text), *beside))


def direction_at(text: str, start: int, end: int, language: str) -> frozenset[int]:
    """The directions of which the clause tells that holds a number of a text, or else the text; the text is as
    ``plain_number_text`` gives it."""
    left = max((found.end() for found in _CLAUSE.finditer(text, 0, start)), default=0)
    right = next((found.start() for found in _CLAUSE.finditer(text, end)), len(text))
    return directions(text[left:right], language) or directions(text, language)


def direction_of_measure(what: str, language: str = "") -> frozenset[int]:
    """The direction of what a figure measures: `fall in shipments`, and not `shipments since the fall`."""
    plain = plain_number_text(what).strip()
    article = _ARTICLE.match(plain)
    first = _WORD.findall(plain[article.end() :] if article else plain)[:1]
    return frozenset((*_of_words(first, language), *_of_signs(what)))


def _of_words(words: Iterable[str], language: str) -> Iterator[int]:
    for word in set(words):
        bare = _ARABIC_PREFIX.sub("", word)
        found = _WHOLE.get(word) or _WHOLE.get(bare) or _OF_LANGUAGE.get((word, language))
        if not found and (length := next((one for one in _LENGTHS if bare[:one] in _BEGUN), 0)):
            found = _BEGUN[bare[:length]]
        if found:
            yield found


def _of_signs(text: str) -> Iterator[int]:
    return (direction for direction, signs in _SIGNS.items() if any(sign in text for sign in signs))
