"""What Chinese, Japanese and Korean papers write before the first sentence, such as `【東京＝山田太郎】`."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_SIGN, _HANGUL = "[一-鿿々〇]", "[가-힣]"
_OPEN, _CLOSE = r"[【〔（(\[［]", r"[】〕）)\]］]"
_DAY = r"(?:(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
_WRITER = (
    r"(?:(?:特派|特約|特约|資深|资深|實習|实习|首席|見習|见习|駐\S{2,3}?|驻\S{2,3}?)*"
    r"(?:記者|记者|特派員|特派员|編譯|编译|通訊員|通讯员))"
)
_REPORT = (
    r"(?:綜合|综合|專題|专题|連線|连线|聯合|联合|即時|即时|獨家|独家)*"
    r"(?:報導|報道|报道|電|电|專電|专电|訊|讯|攝影報導|摄影报道)"
)
_HOUSE = r"本(?:報|报|刊|台|網|网|社|站|報訊)"
_AGENCY = rf"(?:{_HOUSE}|{_SIGN}{{1,4}}?(?:社|報|报|網|网|通訊|通讯|紀元|纪元|時報|时报|新聞|新闻|財經|财经))"
_INSIDE = regex(
    rf"{_OPEN}\s?(?P<agency>{_AGENCY})?(?:{_DAY})?\s?(?:{_WRITER}\s?(?P<names>[^【】〔〕（）()\[\]\d]{{2,24}}?))?"
    rf"(?P<behind>\d{{1,2}}日)?\s?(?P<report>{_REPORT})?\s?{_CLOSE}\s*"
)
"""A credit in brackets; the names may have a place behind them."""
_AGENCY_FIRST = regex(
    rf"(?P<agency>{_AGENCY})(?P<place>{_SIGN}{{2,8}}?)?{_DAY}(?:電|电|訊|讯|消息)\s*"
    rf"(?:{_OPEN}?\s?{_WRITER}\s?(?P<names>{_SIGN}{{2,4}}(?:[ 、　]{_WRITER}?{_SIGN}{{2,4}}(?=[ 、　）)]))*)"
    rf"{_CLOSE}?[ 　]*)?"
)
_WRITER_FIRST = regex(
    rf"{_WRITER}\s?(?P<names>{_SIGN}{{2,4}}(?:、{_SIGN}{{2,4}})*)\s?[／/╱]\s?{_SIGN}{{2,8}}?{_REPORT}[ 　]*"
)
_JAPANESE = regex(
    r"[【［](?P<place>[^【】［］＝=\d]{1,12}?)(?:[＝=]?(?P<agency>共同|時事|AFP[＝=]?時事|AFP|ロイター|AP|新華社|聯合ニュース|CNN"
    r"|タス)|[＝=](?P<names>[一-鿿々ぁ-んァ-ヶー・ 　]{2,14}))[】］]\s*"
)
_KOREAN_NAMES = (
    rf"(?P<names>{_HANGUL}{{2,4}}(?:\s?[,·ㆍ]\s?{_HANGUL}{{2,4}}| {_HANGUL}{{2,4}})*)"
    rf"\s?(?:{_HANGUL}{{0,4}}기자|특파원|통신원)"
)
_KOREAN = regex(
    rf"[\[(【]{_HANGUL}{{2,8}}(?:[/·ㆍ]{_HANGUL}{{2,8}})*\s?=\s?(?P<agency>[^\])】=]{{2,12}}(?<!기자))[\])】]\s*"
    rf"(?:{_KOREAN_NAMES}\s?(?:=|$)\s*)?"
)
_KOREAN_INSIDE = regex(
    rf"[\[(【](?P<agency>[가-힣A-Za-z0-9]{{2,12}}(?:\s?=\s?{_HANGUL}{{2,8}})?)\s(?:=\s)?{_KOREAN_NAMES}\s?[\])】]\s*"
)
_KOREAN_ALONE = regex(rf"{_KOREAN_NAMES}\s?=\s*")
_PLACES = (
    "台灣|臺灣|台湾|台北|臺北|新北|桃園|新竹|苗栗|台中|臺中|彰化|南投|雲林|嘉義|台南|臺南|高雄|屏東|宜蘭|花蓮|台東|澎湖|金門|基隆"
    "|香港|澳門|澳门|北京|上海|天津|重庆|重慶|广州|廣州|深圳|南京|杭州|武汉|武漢|成都|西安|沈阳|瀋陽|东京|東京|首尔|首爾|華盛頓|华盛顿"
    "|紐約|纽约|倫敦|伦敦|巴黎|柏林|莫斯科|曼谷|新加坡|吉隆坡|洛杉磯|洛杉矶|舊金山|日內瓦|日内瓦|布魯塞爾|布鲁塞尔|綜合|综合|專題|专题|外電|连线|連線|聯合|即時"
)
_BEHIND_NAME = regex(rf"(?P<name>{_SIGN}{{2,4}}?)(?:{_PLACES}).*")
_NAMES = regex(rf"{_SIGN}{{2,4}}(?:[、 　]\s?{_SIGN}{{2,4}})*")
_FURTHEST = 60
_MOST_PIECES = 3


class EasternDateline(Value):
    """A credit before a sentence."""

    end: int
    """Offset at which the news begins."""
    author: str = ""
    """Who wrote it, parted by semicolons; empty where it names nobody."""
    agency: str = ""
    """The agency or paper that it names; empty for the paper's own."""
    day: str = ""
    """Its day (``2026-03-14``, or ``03-14`` where it names no year); empty where it names none."""


def read_eastern_dateline(text: str) -> EasternDateline | None:
    """The credit with which a text begins; None for any other text."""
    at, author, agency, day = 0, "", "", ""
    head = text[: _FURTHEST * _MOST_PIECES]
    for _ in range(_MOST_PIECES):
        piece = _piece(head[at:])
        if piece is None:
            break
        at += piece.end
        author, agency, day = author or piece.author, agency or piece.agency, day or piece.day
    return EasternDateline(at, author, agency, day) if at else None


def eastern_writers(line: str) -> str:
    """The writers of a line that is nothing but such a credit; empty for any other."""
    found = read_eastern_dateline(line.strip())
    return found.author if found and found.end == len(line.strip()) else ""


def _piece(text: str) -> EasternDateline | None:
    for pattern in (_AGENCY_FIRST, _WRITER_FIRST, _JAPANESE, _KOREAN, _KOREAN_INSIDE, _KOREAN_ALONE):
        if found := pattern.match(text):
            return _read(found)
    found = _INSIDE.match(text)
    # `（北京）` and `【本報訊】` say nothing of a writer: the latter is a credit all the same.
    if found and (found["names"] or (found["report"] and (found["agency"] or found["day"]))):
        return _read(found)
    return None


def _read(found: re.Match[str]) -> EasternDateline | None:
    groups = found.groupdict()
    names = re.sub(rf"(?<=[ 、　]){_WRITER}\s?", "", (groups.get("names") or "").strip())
    agency = (groups.get("agency") or "").strip()
    author = _writers(names)
    if names and not author:
        return EasternDateline(found.end())
    day = groups.get("day") or ""
    if day and groups.get("month"):
        day = f"{int(groups['month'] or 0):02}-{int(day):02}"
        day = f"{groups['year']}-{day}" if groups.get("year") else day
    else:
        day = ""
    agency = re.sub(r"\s?=.*", "", agency)
    return EasternDateline(found.end(), author, "" if re.fullmatch(_HOUSE, agency) else agency, day)


def _writers(names: str) -> str:
    """Names with nothing around them; empty where it is not plain which part is the place."""
    bare = re.split(r"\s?[／/╱]\s?", names)[0].strip() if re.search(r"[／/╱]", names) else names
    if bare == names and (behind := _BEHIND_NAME.fullmatch(names)):
        bare = behind["name"]
    if not re.search(_SIGN, bare) or re.search("[ぁ-んァ-ヶ]", bare):
        return re.sub(r"\s?[,·ㆍ]\s?|(?<=[가-힣]) (?=[가-힣])", "; ", bare)
    return re.sub(r"[、 　]\s?", "; ", bare) if _NAMES.fullmatch(bare) else bare if len(bare) <= 4 else ""
