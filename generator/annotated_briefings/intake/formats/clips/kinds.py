"""Lines of a list of clippings: addresses, outlets with days, headlines and excerpts, and what services add."""

import re
from urllib.parse import unquote

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.formats.press.marks import is_row
from annotated_briefings.intake.labels import part_measures
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.segmentation.credits import read_credit
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.people import people

ADDRESS, CREDIT, WORDS, OTHER = "address", "credit", "words", "other"
_LINK = r"<?(?P<url>(?:https?://|www\.)[^\s<>]+?)>?"
_ADDRESS = regex(
    rf"(?:(?:link|url|web|online|quelle|source|read (?:more|on)|mehr|more|lien|enlace|lire|leer|zum artikel|article"
    rf"|artikel|full (?:story|text|article)|adresse|address)?\s?[:：–—>→-]*\s*)?[(\[<]?{_LINK}[)\]>]?[.,;]?",
    re.IGNORECASE,
)
_ITEM = regex(
    r"(?:(?P<number>\d{1,3})\s?[.)]|[-*•·▪●■►▶–—>+]|\(\d{1,3}\)|\[\d{1,3}\])\s+(?=\S)|(?:\d{1,3}\s?[．）、]|[①-⑳])\s*(?=\S)"
)
_MARKDOWN = regex(
    r"(?P<before>[^\[\]]{0,80}?)\*{0,2}\[(?P<title>[^\[\]]{8,240})\]\((?P<url>https?://[^()\s]+)\)\*{0,2}(?P<rest>.*)"
)
_INLINE = regex(r"(?P<words>\S.{12,}?)[\s,:;–—-]+[(\[<]?(?P<url>https?://[^\s<>()\[\]]+)[>)\]]?[.,;]?")
_BEHIND = regex(
    r"\s*[-–—:,|·]*\s*(?:[(\[](?P<inside>[^()\[\]]{6,100})[)\]]|(?P<bare>[^.!?:]{6,90}?))\s*(?:[:：–—-]\s+|\.\s+"
    r"|$)(?P<text>.*)"
)
_METRIC = regex(
    r"(?:potential )?(?:reach|audience|circulation|sentiment|tonality|ave|ad(?:vertising)? value|media value|engagement"
    r"|visits|impressions|views|social echo|relevance|score|country|language|media ?type|type|topics?|keywords?"
    r"|tags?|section|page|word count|reichweite|auflage|tonalität|werbewert|äquivalenzwert|medientyp|land|sprache"
    r"|portée|tonalité|équivalent publicitaire|pays|langue|type de média|alcance|tono|valor publicitario|país|idioma"
    r"|portata|bereik|toon|mediawaarde)\s?[:：].*",
    re.IGNORECASE,
)
_SERVICE = regex(
    r"see (?:all stories|more results).*|edit this alert.*|flag as irrelevant.*|create another google alert.*"
    r"|unsubscribe from this google alert.*|\W*facebook\W+(?:x|twitter)\W*.*|full coverage.*|view (?:online|article).*"
    r"|google alerts?|(?:daily|weekly|as-it-happens) update.*|news(?:\s*-\s*\d+ new results?.*)?|web|blogs?"
    r"|=+ .* =+|als irrelevant (?:melden|markieren).*|alle meldungen zu diesem thema.*|weitere ergebnisse.*"
    r"|tägliche aktualisierung.*|afficher (?:plus de résultats|tous les articles).*|signaler comme non pertinent.*"
    r"|mise à jour quotidienne.*|ver más resultados.*|marcar como irrelevante.*|read more|mehr lesen|weiterlesen"
    r"|lire la suite|leer más|back to top|zurück (?:zur übersicht|nach oben)|retour au sommaire|(?:mehr"
    r"|more)\s?[»›>→]*",
    re.IGNORECASE,
)
_AGO = regex(
    r"(?P<name>.{2,60}?)\s*(?:[-–—|·•,⋅]\s*|\s)(?:vor )?(?:il y a )?(?:hace )?\d{1,3}\s?(?:min(?:s|utes?|uten)?"
    r"|h(?:ours?|rs?)?"
    r"|stunden?|heures?|horas?|days?|tage?n?|jours?|días?|weeks?|wochen?)(?: ago)?",
    re.IGNORECASE,
)
_CLOCK = regex(
    r",?\s*\b\d{1,2}(?::\d\d(?::\d\d)?(?:\s?(?:uhr|h|[ap]\.?m\.?|[A-Z]{3,4}\b))?|[.h]\d\d(?=\s?(?:uhr|h)\b)\s?\w+)",
    re.IGNORECASE,
)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_REDIRECT = regex(r"https?://(?:www\.)?google\.[a-z.]+/url\?(?:.*&)?(?:url|q)=(?P<url>https?[^&]+)")
_ENDED = regex(rf"(?:[{STOPS}]|\.\.\.|…|\[…\]|\[\.\.\.\])[\"'”’»)\]]*$")
_UNSPACED = regex(r"[\u3040-\u30ff\u3400-\u9fff\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of scripts that have signs at the ends of sentences and no blanks between words."""
_LONGEST_TITLE = 180
_LONG = 300
"""Characters of a line that is text."""
_NAME_WORDS = 6
_LONGEST_CREDIT = 120


class ClipLine(Value):
    """A line of a list of clippings."""

    place: int
    """Its place."""
    kind: str
    """``address``, ``credit``, ``words`` or ``other``."""
    words: str = ""
    """Its words, without the sign of an item before them."""
    url: str = ""
    """The address that it names."""
    outlet: str = ""
    """The outlet that it names."""
    day: str = ""
    """The day that it names."""
    author: str = ""
    """The writer that it names."""
    text: str = ""
    """The excerpt that is behind a headline on the same line."""
    item: bool = False
    """Whether it begins with the number or the sign of an item."""
    role: str = ""
    """``title`` where the line shows by its form that it is a headline."""


def read_clip_line(place: int, line: str) -> ClipLine:
    """What a line of a list of clippings is; it is not empty."""
    mark = None if _is_day(line) else _ITEM.match(line)
    if len(line) > _LONG and "://" not in line:
        return ClipLine(place=place, kind=WORDS, words=line[mark.end() :] if mark else line, item=mark is not None)
    words = line[mark.end() :] if mark else line
    item = mark is not None
    if is_row(line) or (set(line) <= set("-_=*~#•. —–") and len(line) > 2):
        return ClipLine(place=place, kind=OTHER, words=line)
    linked = _MARKDOWN.fullmatch(words)
    if linked:
        return _linked(place, linked["title"], linked["url"], linked["before"], linked["rest"], item)
    found = _ADDRESS.fullmatch(words)
    if found:
        return ClipLine(place=place, kind=ADDRESS, words=words, url=plain_link(found["url"]), item=item)
    if _METRIC.fullmatch(words) or not part_measures(words).rest or _SERVICE.fullmatch(words):
        return ClipLine(place=place, kind=OTHER, words=words)
    credit = read_clip_credit(words)
    if credit is not None:
        return ClipLine(
            place=place, kind=CREDIT, words=words, outlet=credit[0], day=credit[1], author=credit[2], item=item
        )
    tailed = _INLINE.fullmatch(words)
    if tailed and not re.search(r"[.!?]\s", tailed["words"]):
        return _linked(place, tailed["words"], tailed["url"], "", "", item)
    if why_aside(words):
        return ClipLine(place=place, kind=OTHER, words=words)
    return ClipLine(place=place, kind=WORDS, words=words, item=item)


def _is_day(line: str) -> bool:
    """Whether the number at the start of a line is that of a day: `2. März 2027, Talbote`."""
    return len(line) <= _LONGEST_CREDIT and line[:1].isdigit() and read_clip_credit(line) is not None


def _linked(place: int, title: str, url: str, before: str, rest: str, item: bool) -> ClipLine:
    """A line that is a linked headline, with outlet and day before or behind it, and perhaps an excerpt."""
    behind = _BEHIND.fullmatch(rest)
    shown = (behind["inside"] or behind["bare"] or "") if behind else ""
    credit = read_clip_credit(shown) or read_clip_credit(before.strip(" :–—-|·"))
    text = (behind["text"] if behind and (read_clip_credit(shown) or not shown) else rest).strip(" :–—-|·")
    outlet, day, author = credit or ("", "", "")
    return ClipLine(
        place=place,
        kind=WORDS,
        words=title.strip("* "),
        url=plain_link(url),
        outlet=outlet,
        day=day,
        author=author,
        text=text,
        item=item,
        role="title",
    )


def read_clip_credit(text: str) -> tuple[str, str, str] | None:
    """Outlet, day and writer of a line that states nothing else, such as `The Courier | 28 Nov 2026 07:10 | Online`."""
    text = part_measures(text).rest
    if not text or len(text) > _LONGEST_CREDIT:
        return None
    ago = _AGO.fullmatch(text)
    if ago and is_name(ago["name"]):
        return ago["name"].strip(" |·•,⋅"), "", ""
    if not find_day(text):
        return None
    parts = [part.strip() for part in re.split(r"\s+[|·•⋅]\s+|\s*\|\s*|\t+", text) if part.strip()]
    parts = parts if len(parts) > 1 else [part for part in re.split(r"\s+[-–—]\s+", text) if part]
    dated = [part for part in parts if find_day(part)]
    names = [part for part in parts if part not in dated]
    credit = read_credit(_CLOCK.sub("", dated[0])) if len(dated) == 1 else None
    if credit is None or len(_YEAR.findall(dated[0])) > 1 or len(names) > 3 or not all(map(is_name, names)):
        return None
    outlet = credit.outlet or (names.pop(0) if names else "")
    writer = next((byline_names(name) or name for name in names if _is_writer(name)), credit.author)
    return outlet, credit.day, writer


def is_name(text: str) -> bool:
    """Whether some words may be the name of an outlet."""
    words = text.split()
    return bool(words) and len(words) <= _NAME_WORDS and not _ENDED.search(text) and words[0][:1].isupper() is not False


def _is_writer(text: str) -> bool:
    words = text.split()
    return bool(byline_names(text)) or (
        2 <= len(words) <= 4 and all(w[:1].isupper() for w in words) and bool(people(text))
    )


def is_excerpt(words: str) -> bool:
    """Whether some words are those of an excerpt rather than a headline."""
    return len(words) > _LONGEST_TITLE or (
        bool(_ENDED.search(words))
        and (len(words.split()) > 5 or len(_UNSPACED.findall(words)) > 5)
        and words[-1] not in "?!？！"
    )


def plain_link(url: str) -> str:
    """An address without the alert service that leads to it."""
    found = _REDIRECT.match(url)
    return unquote(found["url"]) if found else url.rstrip(".,;)")
