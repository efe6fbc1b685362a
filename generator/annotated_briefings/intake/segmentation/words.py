"""Words of any script: with blanks between them or without, and those by which a paragraph goes on from another."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.segmentation.cues import LIKE_ENGLISH, language_changes, tongue

Language = Literal["english", "foreign", "unspaced"]
"""What a dump is read as: English, another language with blanks between its words, or a script without blanks."""
LANGUAGES: tuple[Language, ...] = ("english", "foreign", "unspaced")

STOP_WORDS = frozenset(
    """a an the and or but if of in on at to from by for with as is are was were be been being it its he she they
    him his her their them this that these those has have had do does did not no so than then there here when where
    which who whom what how why will would can could should may might must i you we us our your my me also more most
    other some such only own same very just about into over after before between out up down off again further once
    said says say one two new year years last first mr mrs ms dr""".split()
)
FOLLOW_UP_WORDS = frozenset(
    """he she it they this that these those his her their its but however and yet still also meanwhile though
    although instead despite another others such so then or there both nor furthermore moreover additionally lastly
    finally thus therefore nevertheless nonetheless similarly likewise consequently afterwards otherwise""".split()
)
"""English words that open a paragraph which goes on from the one before."""
_FOREIGN_FOLLOW_UP = frozenset(
    """er sie es dieser diese dieses ihm ihr ihre sein seine dabei dazu damit daher deshalb außerdem zudem auch aber
    doch jedoch dennoch trotzdem allerdings hingegen dagegen stattdessen inzwischen unterdessen danach daraufhin
    il elle ils elles ce cette ces cet celui celle mais cependant toutefois pourtant aussi ainsi enfin ensuite puis
    él ella ello ellos ellas esto este estos estas esa ese eso pero además también asimismo sin embargo aunque
    lui lei loro questo questa questi queste ma però inoltre anche tuttavia infine poi quindi dunque
    ele ela eles elas isso isto esse essa mas porém além também entretanto contudo ainda assim
    hij zij ze het dit dat deze maar echter ook bovendien daarnaast toch daarom vervolgens
    он она оно они это этот эта эти но однако также кроме при поэтому затем
    هو هي هم هذا هذه لكن كما أيضا وقال وأضاف وأضافت""".split()
)
FUNCTION_WORDS = frozenset(
    """aber alle allem allen aller alles also auch auf aus bei beim bereits bis bisher dabei dafür damit dann daran
    darauf daraus darin darüber das dass davon dazu dem den denen der deren des deshalb dessen die dies diese diesem
    diesen dieser dieses doch dort durch eben eine einem einen einer eines einige etwa etwas für gegen gegenüber habe
    haben hat hatte hatten hätte ihm ihn ihnen ihre ihrem ihren ihrer immer ist jede jedem jeden jeder jedoch jetzt kann
    kein keine keinen könne können könnte konnte mehr mit nach nicht noch nun nur oder ohne schon sehr sei seien sein
    seine seinem seinen seiner seit sich sie sind soll sollen sollte sowie statt über und uns unter viele vom von vor
    war waren warum wegen weil weiter weitere weiteren welche wenn werde werden wie wieder will wird wollen worden wurde
    wurden würde würden zum zur zwar zwei zwischen sagte sagten teilte
    alors après aucun aucune aussi autre autres aux avait avaient avant avec avoir ceci cela celle celles celui cette
    ceux chaque chez comme comment contre dans depuis des deux donc dont elle elles encore entre est étaient était
    étant être eux fait faire font fois ils jamais jusque leur leurs lors mais même mêmes moins non nos notre nous ont
    par parce parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi puis quand que quel quelle quelques qui
    quoi sans selon sera seront serait ses son sont sous sur tous tout toute toutes très trop une vers voici vont votre
    vous déclaré affirmé indiqué
    ahora algo algunas algunos ante antes apenas aquel así aún aunque bajo bien cada casi como con contra cual cuales
    cuando cuanto desde después donde dos durante ella ellas ellos entonces entre era eran esa esas ese eso esos esta
    está están estaba estas este esto estos estuvo fue fueron fuera gran había habían haber habrá hace hacer hacia han
    hasta hay incluso junto las les los luego más mayor mediante menos mientras mismo misma mucho muchos muy nada nos
    nosotros otra otras otro otros para pero poco por porque puede pueden pues quien quienes ser será serán sería según
    sin sino sobre son sus también tan tanto tener tenía tiene tienen toda todas todo todos tras tres una unas uno unos
    varios ya dijo afirmó señaló
    alla alle allo anche ancora avere aveva avevano che chi ciò come con contro così cui dagli dai dal dalla dalle dallo
    degli dei del della delle dello dentro dopo dove due dunque ecco era erano essere fino fra gli hanno invece loro ma
    mentre molto negli nei nel nella nelle nello nessuno non ogni oltre ora per perché però più poi prima può possono
    quale quali quando quanto quasi quella quelle quelli quello questa queste questi questo sarà saranno sarebbe
    secondo sempre senza sia siano sono sopra sotto stata state stati stato sua sue sugli sui sul sulla sulle suo suoi
    tra tre tutta tutte tutti tutto una verso viene detto disse
    agora ainda algum alguns antes ao aos após aquele até cada com como da das de depois desde deste disse dois dos
    durante ela elas ele eles em enquanto então entre era eram essa esse esta está estão estava este foi foram fosse
    havia isso isto já lhe mais mas mesmo muito na nas nem nos num numa onde ou outra outras outro outros para pela
    pelas pelo pelos pode podem por porque quando que quem sem ser será serão seria seu seus sob sobre sua suas também
    tem têm tinha todas todo todos tudo uma umas uns
    aan achter al alle alleen als andere bij daar daarmee dan dat deze die dit door een eens er geen had hadden heb
    hebben heeft hem het hier hoe hun ik in is kan konden kunnen maar meer men met mijn moet moeten na naar niet nog nu
    of om omdat onder ook op over sinds te tegen ten toch toen tot twee uit van veel voor waar waarbij waarin waren
    was wat weer wel werd werden wie wil worden wordt zal ze zei zelf zich zijn zo zonder zou zouden zullen
    без более бы был была были было быть вам вас весь во вот все всего всех всё вы где да даже для его ему если есть
    ещё еще же за из или им ими их как какой когда который которая которое которого которой которые которых кто ли
    между меня много может можно мы на над надо нас не него нее неё нет ни них но ну об один одна от перед по под
    после потому почти при про раз сам свой свои своей своего себя сейчас со так также такой там те тем то того тоже
    только том тот три тут ты уже хотя чем через что чтобы эта эти это этого этой этом этот был сказал заявил сообщил
    أن إن كان كانت هذا هذه ذلك تلك التي الذي الذين على إلى من عن في مع بعد قبل حتى عند كل بين لم لن لا ما هو هي هم قد
    كما أو ثم لكن غير منذ حول خلال أي بعض وقد وكان وقال وقالت قال قالت أنه أنها وهو وهي عام""".split()
)
"""Words without a subject of their own, of other languages: they tell nothing of what a paragraph is about."""
_ARTICLE_PREFIX = regex("[وفبك]?ال(?=\\w{3})|لل(?=\\w{3})|[وف](?=\\w{4})")
"""What is written together with an Arabic word before it: `and`, `the`, `for the`."""
_SHORTEST, _STEM = 4, 6
"""Fewest letters of a word with a meaning in alphabets with vowels, and letters by which such words are compared."""
_UNSPACED_FOLLOW_UP = regex(
    r"[「『“]?(?:他|她|它|该|該|此|这|這|其|但|然而|不过|不過|同时|同時|另外|并且|而且|因此|所以|于是|也"
    r"|この|その|これ|それ|彼|また|しかし|だが|ただ|なお|さらに|一方|そして|同|เขา|เธอ|แต่|และ|นอกจากนี้|อย่างไรก็ตาม)"
)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han characters, for a class of a pattern."""
_DENSE = regex("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
"""Signs of vowels that belong to the letter before them."""
_WORD = regex(r"[^\W\d_](?:[\w'’\-]*[^\W_])?")
_ANY_WORD = regex(
    rf"[{_UNSPACED}]+|[^\W\d_{_UNSPACED}](?:(?:(?![{_UNSPACED}])[\w'’\-{_MARKS}])*(?![{_UNSPACED}_])[\w{_MARKS}])?"
)
_OTHER_SCRIPT = regex(f"[{_UNSPACED}{_MARKS}]")
_HAS_UNSPACED = regex(f"[{_UNSPACED}]")
_CONTENT = regex("[\u30a0-\u30ff\u31f0-\u31ff]+|[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff]+|[\u0e00-\u17ff]+")
"""Runs that carry meaning: Japanese endings and particles are in hiragana."""
_PIECE = 4
"""Characters of Thai, Lao, Burmese and Khmer that are compared as one word: consonants and the vowels around them."""
_PARTICLE = regex("[的了在是和有这那不也就都而及与或被把将对于为以从到個们這與將對於為從個們]")
_HEADLESS = 0.1
"""Share of paragraphs in the form of headlines up to which a dump has none."""
_HEADLINE = 130
"""Letters of a headline at most."""
_LOOKED_AT = 400
"""Paragraphs by which the language of a dump is told."""
_ENGLISH, _WITHOUT_BLANKS = 0.2, 0.3
"""Share of English function words from which a dump is English, and of characters from which it has no blanks."""


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; of scripts without blanks, pairs of neighbouring characters (of
    Thai and its like, four)."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return [w.lower() for w in _WORD.findall(text)]
    out: list[str] = []
    for word in _ANY_WORD.findall(text):
        if _HAS_UNSPACED.match(word):
            out += _pairs(word)
        else:
            out.append(word.lower())
    return out


def _pairs(run: str) -> Iterable[str]:
    for found in _CONTENT.findall(run):
        if "\u30a0" <= found[0] <= "\u31ff":
            yield found
            continue
        size = _PIECE if found[0] < "\u3000" else 2
        for piece in _PARTICLE.split(found):
            if len(piece) >= size:
                yield from (piece[n : n + size] for n in range(len(piece) - size + 1))
            elif piece:
                yield piece


def subjects(words: Iterable[str], language: Language) -> Iterable[str]:
    """What the words of a paragraph say of its subject, other than in English: words with a meaning, by their stems."""
    for word in words:
        if language == "unspaced":
            if word not in STOP_WORDS and (len(word) > 1 or word > "\u2fff"):
                yield word
        elif "\u0590" <= word[0] <= "\u08ff":
            bare = _ARTICLE_PREFIX.sub("", word, count=1) if _ARTICLE_PREFIX.match(word) else word
            if len(bare) > 2 and word not in FUNCTION_WORDS:
                yield bare[:_STEM]
        elif len(word) >= _SHORTEST and word not in FUNCTION_WORDS and word not in STOP_WORDS:
            yield word[:_STEM]


def word_count(text: str) -> int:
    """How many words a text has; of scripts without blanks, one for two characters, of Thai and its like for four."""
    if text.isascii() or not _HAS_UNSPACED.search(text):
        return len(text.split())
    dense = len(_DENSE.findall(text))
    others = len(_HAS_UNSPACED.findall(text)) - dense
    return len(re.sub(f"[{_UNSPACED}]+", " ", text).split()) + dense // 2 + others // 4


def extent(text: str) -> int:
    """How long a text is, in letters of an alphabet: one character of Chinese or Japanese says as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def units(text: str) -> list[str]:
    """The words between blanks; of Chinese and Japanese, the single characters."""
    return text.split() if text.isascii() or not _DENSE.search(text) else [c for c in text if not c.isspace()]


def goes_on(text: str, words: Sequence[str]) -> bool:
    """Whether a paragraph opens with a word that points back, in one of the languages that we know."""
    if words and (words[0] in FOLLOW_UP_WORDS or words[0] in _FOREIGN_FOLLOW_UP):
        return True
    return not text.isascii() and _UNSPACED_FOLLOW_UP.match(text) is not None


def weighed_as(texts: Sequence[str], language: Language, titles: Sequence[bool]) -> Language:
    """The kind of text whose weights fit a dump; ``titles`` are which of its paragraphs have the form of a headline.

    Without headlines those of English fit languages whose own cues are known, and whose nouns have no capitals: they
    were learned from reports, and those of other languages from imitated ones, whose headlines tell enough.
    """
    if language != "foreign" or sum(titles) > _HEADLESS * len(titles):
        return language
    return "english" if tongue(words_in(" ".join(texts[:_LOOKED_AT]))) in LIKE_ENGLISH else language


def changes_of_language(texts: Sequence[str]) -> frozenset[int]:
    """The places of paragraphs at which the language of a dump changes, with their headlines."""
    short = {n for n, text in enumerate(texts) if extent(text) <= _HEADLINE}
    return language_changes([words_in(text) for text in texts], texts, short) - {0}


def language_of(texts: Sequence[str]) -> Language:
    """What the paragraphs of a dump are read as."""
    joined = " ".join(texts[:_LOOKED_AT])
    letters = sum(map(str.isalpha, joined))
    if letters and len(_HAS_UNSPACED.findall(joined)) > _WITHOUT_BLANKS * letters:
        return "unspaced"
    words = _WORD.findall(joined)
    known = sum(w.lower() in STOP_WORDS for w in words)
    return "english" if known >= _ENGLISH * len(words) else "foreign"
