"""Words of any script: with blanks between them or without, and those by which a paragraph goes on from another."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

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
_UNSPACED_FOLLOW_UP = re.compile(
    r"[「『“]?(?:他|她|它|该|該|此|这|這|其|但|然而|不过|不過|同时|同時|另外|并且|而且|因此|所以|于是|也"
    r"|この|その|これ|それ|彼|また|しかし|だが|ただ|なお|さらに|一方|そして|同|เขา|เธอ|แต่|และ|นอกจากนี้|อย่างไรก็ตาม)"
)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han characters, for a class of a pattern."""
_DENSE = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
"""Signs of vowels that belong to the letter before them."""
_WORD = re.compile(r"[^\W\d_](?:[\w'’\-]*[^\W_])?")
_ANY_WORD = re.compile(
    rf"[{_UNSPACED}]+|[^\W\d_{_UNSPACED}](?:(?:(?![{_UNSPACED}])[\w'’\-{_MARKS}])*(?![{_UNSPACED}_])[\w{_MARKS}])?"
)
_OTHER_SCRIPT = re.compile(f"[{_UNSPACED}{_MARKS}]")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_CONTENT = re.compile("[\u30a0-\u30ff\u31f0-\u31ff]+|[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff]+|[\u0e00-\u17ff]+")
"""Runs that carry meaning: Japanese endings and particles are in hiragana."""
_PARTICLE = re.compile("[的了在是和有这那不也就都而及与或被把将对于为以从到個们這與將對於為從個們]")
_ENGLISH, _WITHOUT_BLANKS = 0.2, 0.3
"""Share of English function words from which a dump is English, and of characters from which it has no blanks."""


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; of scripts without blanks, pairs of neighbouring characters."""
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
        for piece in _PARTICLE.split(found):
            yield from ((piece[n : n + 2] for n in range(len(piece) - 1)) if len(piece) > 1 else filter(None, (piece,)))


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


def language_of(texts: Sequence[str]) -> Language:
    """What the paragraphs of a dump are read as."""
    joined = " ".join(texts[:400])
    letters = sum(map(str.isalpha, joined))
    if letters and len(_HAS_UNSPACED.findall(joined)) > _WITHOUT_BLANKS * letters:
        return "unspaced"
    words = _WORD.findall(joined)
    known = sum(w.lower() in STOP_WORDS for w in words)
    return "english" if known >= _ENGLISH * len(words) else "foreign"
