"""Days in the lines of an article: a line that is a day, a credit with a day, a dateline before the first sentence."""

import re
from functools import cache, lru_cache

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.calendars import calendar_day
from annotated_briefings.intake.cleaning.dateline_forms import read_formed_dateline
from annotated_briefings.intake.cleaning.days import date_span, find_day, order_of_texts, stated_day, unread_calendar
from annotated_briefings.intake.cleaning.eastern_datelines import read_eastern_dateline
from annotated_briefings.intake.cleaning.months import MONTH_WORDS, WEEKDAYS, month_of
from annotated_briefings.intake.cleaning.world_days import is_weekday
from annotated_briefings.intake.labels import LabelRole, labels_of

_LABELS = frozenset(
    "published publish posted updated update first date on at le den am el il la op du the um uhr h gmt "
    "utc est edt cet cest mez mesz am pm veröffentlicht erschienen stand datum publié mis à jour "
    "a las los om aggiornamento aktualisierung "
    "modified edited amended last first geändert bearbeitet zuletzt mise publiée modifié "
    "modifiée actualisé actualisée modificado última actualización ultimo aggiornamento modificato atualizada "
    "modificado atualização gewijzigd laatst publicerad uppdaterad ändrad senast publiceret opdateret sidst "
    "publisert oppdatert sist den kl opublikowano zaktualizowano aktualizacja ostatnia godz обновлено "
    "изменено в yayınlanma güncelleme güncellendi son saat 修改 最終更新 修正 수정 입력 تحديث آخر تم "
    "aktualisiert publicado actualizado fecha data pubblicato aggiornato gepubliceerd bijgewerkt "
    "atualizado às em alle ore de del to by издано опубликовано дата г года "
    "发布 发布时间 更新 时间 公開 更新日 日付 نشر تاريخ الموافق هـ ه م تاریخ مطابق برابر با "
    "ที่ วันที่ เวลา น พ ศ ค พ.ศ ค.ศ ທີ ວັນທີ ថ្ងៃ ទី ថ្ងៃទី នៅ ရက် ရက်နေ့ နေ့ ቀን ዓ ም ዓም እ ኤ አ गते वि सं विसं बजे প্রকাশ বঙ্গাব্দ "
    "r roku rok "
    "송고 송고시간 전송시간 기사입력 発信 発信日時 配信 配信日時 发稿 发稿时间 發稿 發稿時間 发布于 "
    "प्रकाशित मिति दिनांक р m d e thứ ngày tháng hai ba tư năm sáu bảy chủ nhật".split()
)
_LETTERS = r"[^\W\d_][^\s\d!-/:-@\[-`{-~،؛፣።፡፤၊။।·•–—]*"
"""A letter, and what is up to the next blank, figure or stop: signs above and below letters count as well."""
_WORD = regex(rf"{_LETTERS}(?:-{_LETTERS})?")
_OF_DAYS = (LabelRole.PUBLISHED, LabelRole.ENTERED, LabelRole.UPDATED)
_BAR = regex(r"\s+[|·•/]\s+")
_LONGEST, _SHORT = 12, 120
"""Words and characters of a line that is a day."""
_CLOCK = regex(
    r"(?<![\d:.,])(?:[01]?\d|2[0-4])\s?(?:[:.h]|uhr)\s?[0-5]\d(?:[:.][0-5]\d)?(?![\d%])(?:\s*[ap]\.?m\b\.?)?"
    r"|(?<![\d:.,])\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b)|\d{1,2}\s?[時时]\s?\d{1,2}\s?分",
    re.IGNORECASE,
)
_DAY_ALONE = regex(r"\b\d{1,2}(?:st|nd|rd|th|\.)?\b")
_DASH = r"\s*(?:—|–|--|-|:|\.\s*[-–—])\s+"
_AGENCY = r"[(/\[]\s?(?P<agency>[^()/\[\]]{2,40})[)/\]]"
_PLACE = regex(r"[^\W\d_](?:[^\d:;.!?()\[\]—–\"“”„«»]|(?<=\b[A-Z])\.){1,44}")
_AFTER = regex(rf"[.,]?\s*(?:{_AGENCY})?{_DASH}")
_BARE = regex(rf"(?P<place>[^\W\d_a-zß-ÿ][\w .,'’-]{{1,44}}?)\s{_AGENCY}{_DASH}")
_MONTH = "|".join(map(re.escape, MONTH_WORDS))
_YEARLESS = regex(
    rf"(?:{_AGENCY}{_DASH})?(?P<place>[^\W\d_][^\d:;!?().]{{1,44}}?)(?P<comma>,?) (?:(?P<m1>{_MONTH})\.? "
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?:le |den )?(?P<d2>\d{{1,2}})(?:\.|er)? (?:de )?(?P<m2>{_MONTH})\.?)"
    rf",?\s?(?:{_AGENCY.replace('agency', 'by')})?{_DASH}",
    re.IGNORECASE,
)
_WEEK = regex(
    r"(?<!\w)(?:\d{4}-?W\d\d(?:-?[1-7])?|(?:\d{1,2}(?:st|nd|rd|th|\.|ª|ème|e)?\s)?(?:week|kw|woche|kalenderwoche|semaine"
    r"|semana|settimana|vecka|uge|uke|viikko|tydzień|týden|неделя|тиждень|hafta)(?:\s(?:no\.?|nr\.?))?[\s.]{0,2}\d{0,2})(?!\w)"
    r"|第?\d{1,2}[周週]",
    re.IGNORECASE,
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURES = regex(r"(?<![\d.,/-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_FURTHEST = 90
"""Characters into which a dateline reaches."""
_NO_AGENCY = regex(r"\b(?:he|she|it|they|who|which|formerly|see|born|aged?|the)\b|\d", re.IGNORECASE)


class Dateline(Value):
    """What is before the first sentence of a report."""

    end: int
    """Offset at which the news begins."""
    day: str
    """The day, or empty."""
    agency: str
    """The agency in brackets, or empty."""
    yearless: str = ""
    """Month and day (``03-14``) of a dateline that names no year; empty for any other."""
    author: str = ""
    """Who wrote the text; empty where the dateline does not say."""


def day_line(text: str, order: str = "") -> str:
    """The day of a line that says nothing else, such as `Updated on Friday, 3 March 2026, 19:30 Uhr`; else empty.
    ``order`` is that of day and month in dates such as `02/03/2026`, where it is known."""
    order = order or (order_of_texts((text,)) if "/" in text and len(text) < _SHORT else "")
    words, day = _around(text, order)
    if not day or len(words) > 2 * _LONGEST:
        return ""
    if len(words) <= _LONGEST and all(map(is_beside_day, words)):
        return day
    # `Published on 3 March 2026, updated on 4 March 2026`: two days, and the first is that of the text.
    parts = [part for part in (_two_days() if _two_days().search(text) else _BAR).split(text) if part.strip()]
    days = [day_line(part, order) for part in parts] if len(parts) == 2 else [""]
    return min(days) if all(days) else ""


def is_moment_line(text: str) -> bool:
    """Whether a line says the time of a day and nothing else, such as `14:32`, `Posted 3 March at 2.05 pm`."""
    clock = _CLOCK.search(text) if len(text) < 80 else None
    if clock is None:
        return False
    rest = text[: clock.start()] + " " + text[clock.end() :]
    start, end = date_span(rest)
    rest = _DAY_ALONE.sub(" ", rest[:start] + " " + rest[end:])
    words = [word.casefold() for word in _WORD.findall(rest)]
    known = all(word in WEEKDAYS or word in _LABELS or word.rstrip(".") in MONTH_WORDS for word in words)
    return known and len(words) <= _LONGEST and not re.search(r"\d", rest)


def unread_day_line(text: str) -> str:
    """What a line is that says nothing but a day of which none can be made: the name of its calendar, a week, or a day
    that no month has; empty for any other line."""
    if len(text) >= _SHORT:
        return ""
    if calendar := unread_calendar(text):
        return calendar if all(map(is_beside_day, _beside_other_day(text))) else ""
    rest = _WEEK.sub(" ", text)
    words = [word.casefold() for word in _WORD.findall(rest)]
    if len(words) > _LONGEST or not all(is_beside_day(word) or word in MONTH_WORDS for word in words):
        return ""
    if rest != text and _YEAR.search(text):
        return "week"
    in_words = bool(_YEAR.search(text)) and any(word in MONTH_WORDS and len(word) > 1 for word in words)
    # A day in figures that some order of day and month makes a day is one, though it is not known which.
    read = any(find_day(text, order) for order in ("", "dmy", "mdy"))
    return "no day" if (in_words or _FIGURES.search(text)) and not read else ""


def is_day_line(text: str) -> bool:
    """Whether a line says nothing but a day, in any calendar."""
    return bool(day_line(text) or unread_day_line(text))


def _beside_other_day(text: str) -> list[str]:
    """The words of a line beside a day in another calendar, folded to lower case."""
    other = calendar_day(text)
    rest = f"{text[: other.start]} {text[other.end :]}" if other else text
    return [word.casefold() for word in _WORD.findall(rest)]


def is_beside_day(word: str) -> bool:
    """Whether a word is one that lines with a day have: a label, or a day of the week in any language."""
    return word in WEEKDAYS or word in _LABELS or word in _label_words() or is_weekday(word)


def is_label_of_day(text: str) -> bool:
    """Whether words are nothing but the label of a day, such as `Last updated on`: they name nobody."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return bool(words) and all(map(is_beside_day, words))


def labelled_day(text: str) -> str:
    """The day of a line that says with a label whose day it is, such as `Published on 3 March 2026, 2 pm`; else
    empty."""
    labelled = _labels_first().match(text.strip().casefold())
    return day_line(text) if labelled else ""


@cache
def _label_words() -> frozenset[str]:
    return frozenset(word.casefold() for label in labels_of(*_OF_DAYS) for word in _WORD.findall(label))


@cache
def _labels_first() -> re.Pattern[str]:
    longest = sorted({label.casefold() for label in labels_of(*_OF_DAYS)}, key=lambda label: -len(label))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def _two_days() -> re.Pattern[str]:
    """What is between the day of a text and that of its last change."""
    before = r"\s*(?:[,;|·•(/–—-]|\b(?:and|und|et|y|e)\b)\s*"
    changes = r"(?:last |first )?(?:published|posted|updated|modified|edited|amended|update)"
    return re.compile(rf"{before}(?=(?:{changes}|{_labels_first().pattern})(?!\w))", re.IGNORECASE)


def _around(text: str, order: str) -> tuple[list[str], str]:
    """The words of a line beside the day in it, folded to lower case, and that day."""
    day = find_day(text, order) if len(text) < _SHORT else ""
    if not day:
        return [], ""
    start, end = date_span(text)
    return _beside_other_day(text[:start] + " " + text[end:]), day


def credit_line(text: str) -> tuple[str, str]:
    """The name before the day of a line such as `Port Gazette, 12 May 2024`, and that day; else nothing."""
    day = find_day(text) if len(text) < 120 else ""
    if not day:
        return "", ""
    start, end = date_span(text)
    name = re.sub(r"\s*(?:,|[|·–—-])\s*$", "", text[:start].rstrip())
    last = name.rpartition(",")[2].strip().casefold()
    if last in WEEKDAYS or last in _LABELS:
        name = name.rpartition(",")[0].strip()
    if is_label_of_day(name):
        return "", ""
    plain = name[:1].lower() != name[:1] or name[:1].upper() == name[:1].lower()
    plain = plain and len(name.split()) <= 6 and "." not in name[:-1]
    rest = all(word in _LABELS and not word.isascii() for word in _WORD.findall(text[end:]))
    return (name, day) if plain and rest and name != text[:start].rstrip() else ("", "")


@lru_cache(maxsize=256)
def read_dateline(text: str) -> Dateline | None:
    """Place, day and agency before the first sentence of a text, in any of the languages of news; None without a day
    and without an agency: then it may be a sentence, such as `NASA - the agency for space - said`."""
    if eastern := read_eastern_dateline(text):
        whole = len(eastern.day) > len("03-14")
        day = eastern.day if whole else ""
        return Dateline(eastern.end, day, eastern.agency, "" if whole else eastern.day, eastern.author)
    head = text[:_FURTHEST]
    day = find_day(head)
    if day:
        start, end = date_span(head)
        after = _AFTER.match(text, end)
        before = [word.casefold() for word in _WORD.findall(head[:start])]
        kept = [word for word in before if word not in WEEKDAYS and word not in _LABELS]
        if after and len(kept) <= 5 and (not head[:start].strip() or _PLACE.fullmatch(head[:start].strip(" ,.("))):
            agency = (after["agency"] or "").strip()
            named = WEEKDAYS.isdisjoint(agency.casefold().split())
            return Dateline(after.end(), day, agency if named else "")
    bare, undated = _BARE.match(text), _YEARLESS.match(head)
    if undated and undated["place"][0].isupper() and (undated["comma"] or undated["place"].isupper()):
        month, named_day = undated["m1"] or undated["m2"], undated["d1"] or undated["d2"]
        written = f"{month_of(month):02}-{int(named_day):02}"
        agency = (undated["agency"] or undated["by"] or "").strip()
        agency = agency if WEEKDAYS.isdisjoint(agency.casefold().split()) else ""
        if day_before(written, "2024-12-31") and not _NO_AGENCY.search(agency):
            return Dateline(undated.end(), "", agency, written)
    if bare and not _NO_AGENCY.search(bare["agency"]) and WEEKDAYS.isdisjoint(bare["agency"].casefold().split()):
        return Dateline(bare.end(), "", bare["agency"].strip())
    formed = read_formed_dateline(text)
    if formed is None:
        return None
    whole = len(formed.day) > len("03-14")
    return Dateline(formed.end, formed.day if whole else "", formed.agency, "" if whole else formed.day)


def day_before(written: str, latest: str) -> str:
    """The last day with a month and day (``03-14``) that is not after another day; empty for one that no year has."""
    if not latest:
        return ""
    years = range(int(latest[:4]), int(latest[:4]) - 9, -1)
    days = (f"{year}-{written}" for year in years if f"{year}-{written}" <= latest[:10])
    return next((day for day in days if stated_day(day)), "")
