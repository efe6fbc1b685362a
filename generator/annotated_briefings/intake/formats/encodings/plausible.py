"""Whether the letters that an encoding makes of some bytes are a text that somebody may have written.

Bytes of one encoding are letters in nearly every other one. That they are the wrong ones shows itself in three ways:
words mix scripts (`дйjа`), capitals follow small letters or accents follow each other (`ÑÕÏ`), and the letters that a
language has most often are rare.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from annotated_briefings.base.regex import regex

_WORD = regex(r"(?:[^\W\d_]|[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0e31-\u0e4e\u200e\u200f])+")
"""Words with the marks on their letters."""
_MARKED = regex(r"[^\x00-\x7f]")
_GARBAGE = regex(r"[\x80-\x9f\ufffd\ue000-\uf8ff\uff61-\uff9f\u2500-\u259f¤¦¬¨¸¯¶]")
"""Characters that texts hardly have: control characters, private letters, katakana of half width, parts of frames."""
_INSIDE = regex(r"(?<=[^\W\d_])[¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶¸¹º»¼½¾¿×÷‡†‰¡](?=[^\W\d_])")
"""Signs between two letters: in another encoding they are letters."""
_SCRIPTS = (
    (0x02B0, "Latin"),
    (0x0370, ""),
    (0x0400, "Greek"),
    (0x0530, "Cyrillic"),
    (0x0590, ""),
    (0x0600, "Hebrew"),
    (0x0700, "Arabic"),
    (0x0E00, ""),
    (0x0E80, "Thai"),
    (0x1E00, ""),
    (0x1F00, "Latin"),
    (0x2000, "Greek"),
    (0x3040, ""),
    (0x3100, "Kana"),
    (0x3400, ""),
    (0xA000, "Han"),
    (0xAC00, ""),
    (0xD7B0, "Hangul"),
    (0xF900, ""),
    (0xFB00, "Han"),
    (0x110000, ""),
)
"""The first place behind each range of letters, and its script."""
_COMMON = {
    "Cyrillic": (frozenset("оеаинтсрвлкмпуіяы"), 0.80),
    "Greek": (frozenset("αιοετνσηρπκυςμλά"), 0.78),
    "Arabic": (frozenset("اليمونرتبةعدسفأحكق"), 0.88),
    "Hebrew": (frozenset("יוהלאמרתבשנםדח"), 0.84),
    "Thai": (frozenset("านรกอเงมยลวดทสตะปบคพไจหขแใโ"), 0.86),
    "Kana": (frozenset("のにはをたがとでしてなるれらいこもかっりんまさすアインスルトラリーク"), 0.78),
    "Hangul": (
        frozenset(
            "이다는의에을가한고하로지를사은대기인시도어서해자정일들과년그수부전원나보아라리구제장스공조상동있것었했여으만"
            "고안게중성연국주비선유신명말며생위경회면적발세화된소미개모무방계우할교관민강당출오물"
        ),
        0.62,
    ),
    "Han": (
        frozenset(
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
            "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
            "其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意"
            "建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统"
            "接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
            "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
            "声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复"
            "容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
            "写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞说镇村桥"
            "這個國來時們為說對會發動產種後學經進點從業開還實機體電將關線長頭數總設處與過內應見問間當無兩義樣質氣變條結單風東"
            "車場門務報區議組運計較統級資邊導據費縣鎮橋聞記討論處選舉黨總統長員總額億萬圓円県駅発売対応気会社東京都市町村新聞"
        ),
        0.70,
    ),
}
"""The letters of a script that are most frequent, and which share of a text they usually are."""


_JAPANESE = 0.4
"""Which share of the Chinese characters of a Japanese text is frequent at least."""


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    place = ord(letter)
    return next(name for end, name in _SCRIPTS if place < end)


def plausibility(text: str) -> float:
    """From 0 to 1: how much the letters of a text beyond ASCII look like those of a language."""
    marked = len(_MARKED.findall(text))
    if not marked:
        return 1.0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    garbage = (len(_GARBAGE.findall(text)) + len(_INSIDE.findall(text))) / marked
    if not words:
        return max(0.0, 1 - 2 * garbage)
    wrong = sum(len(word) for word in words if not _is_well_formed(word)) / sum(map(len, words))
    return max(0.0, (1 - wrong) * min(1.0, _frequent(words)) - 2 * garbage)


def _is_well_formed(word: str) -> bool:
    """Whether a word is of one script, with capitals where words have them, and Latin ones with few accents."""
    if unicodedata.category(word[0]) == "Mn":
        return False
    scripts = set(_scripts(word))
    if len(scripts - {"Han", "Kana"}) + bool(scripts & {"Han", "Kana"}) != 1:
        return False
    if "Latin" in scripts and len(word) > 2:
        accented = sum(letter > "\x7f" for letter in word)
        if accented > len(word) / 2 or (accented > 2 and not _VOWELS.intersection(_plain(word))):
            return False
    if scripts & {"Latin", "Greek", "Cyrillic"}:
        return word.islower() or word.isupper() or word[1:].islower()
    return True


_VOWELS = frozenset("aeiouy")


def _plain(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter <= "\x7f")


def _scripts(word: str) -> Iterator[str]:
    return (_script(letter) for letter in word)


def _frequent(words: list[str]) -> float:
    """How frequent the letters of some words are in their script, beside what is usual; 1 for Latin ones."""
    counts: dict[str, int] = {}
    common: dict[str, int] = {}
    for word in words:
        for letter in word.lower():
            script = _script(letter)
            counts[script] = counts.get(script, 0) + 1
            if script in _COMMON:
                common[script] = common.get(script, 0) + (letter in _COMMON[script][0])
    known = {script: count for script, count in counts.items() if script}
    total = sum(counts.values())
    out = 0.0
    for script, count in known.items():
        share = common[script] / count / _COMMON[script][1] if script in _COMMON else 1.0
        out += count / total * min(1.0, share)
    kana, han = counts.get("Kana", 0), counts.get("Han", 0)
    if 3 * kana >= han and 2 * common.get("Kana", 0) >= kana > 0:
        # Many Chinese characters of Japanese texts are rare in Chinese ones.
        shares = min(1.0, common.get("Han", 0) / max(1, han) / _JAPANESE)
        out = max(out, (kana + han * shares) / total)
    return out
