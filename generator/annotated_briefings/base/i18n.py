"""The words of the interface, dates and numbers in the languages of readers.

Texts come from one catalogue, ``templates/words.yaml``; plural categories, dates, numbers and lists follow the Unicode
Common Locale Data Repository.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from babel.lists import format_list
from babel.numbers import format_decimal

from annotated_briefings.base.dates import When, in_zone
from annotated_briefings.base.diagnostics import Diagnostic, closest, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.meant.languages import is_language
from annotated_briefings.base.meant.locales import Locale, UnknownLocaleError
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.nodes import Mapping as YamlMapping
from annotated_briefings.base.yaml.nodes import Scalar
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.texts import cut_text

FIRST = "en"
"""The language that has every text and stands in where another lacks one."""
_SCRIPT, _REGION = 4, 2
"""Letters of a script and of a region in a tag."""
_LEFTWARDS = frozenset("Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa".split())
"""Scripts that people write from right to left today (ISO 15924)."""
PLACEHOLDER = regex(r"\{(\w+)\}")
"""The placeholder of a value in a text."""
_COUNTED = regex(r"(?P<before>(?<=\w) )?(?P<number>\{(?:n|number|count)\})(?P<after> (?=\w))?")
"""A number in a text, with the spaces between it and its words."""
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_SPANS = (("n_days", 1, 14), ("n_weeks", 7, 61), ("n_months", 30.44, 730))
"""Units of time as people use them: the unit, its days, and the days from which the next one is used."""
Forms = tuple[tuple[str, str], ...]
"""Plural category and text; a text without forms has ``other`` alone."""


_SHORT_DAY = 4
"""Letters of a short name of a weekday at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the interface says in one language."""

    language: str
    """BCP 47 language tag."""
    ident: str
    """Digest of the texts; values are told apart by it, since a page asks for dozens of texts."""
    texts: tuple[tuple[str, Forms], ...] = field(compare=False, repr=False)
    """Key and forms, by key."""

    @property
    def direction(self) -> str:
        """``rtl`` for scripts that run from right to left, else ``ltr``."""
        return direction_of(self.language)

    def text(self, key: str, **values: object) -> str:
        """A text with its values; ``n`` chooses the plural form. KeyError for a key that the catalogue lacks."""
        return self.form(key, values).format(**{name: self.shown(value) for name, value in values.items()})

    def has(self, key: str) -> bool:
        """Whether the catalogue knows a key."""
        return key in _table(self)

    def form(self, key: str, values: Mapping[str, object]) -> str:
        """The text of a key before its values are put in: the plural form that ``n`` asks for."""
        forms = _table(self)[key]
        number = values.get("n")
        if number == 0 and "zero" in forms:
            # Many languages have no plural form for none, but people like to say "no sources".
            return forms["zero"]
        category = _locale(self.language).plural_form(number) if isinstance(number, int) else "other"
        return forms.get(category) or forms["other"]

    def shown(self, value: object) -> object:
        """A value as a reader sees it: whole numbers with separators, anything else as it is."""
        return self.number(value) if isinstance(value, int) else value

    def number(self, value: int) -> str:
        """A whole number with the separators of the language."""
        return _number(self.language, value)

    def date(self, when: When, short: bool = False) -> str:
        """A date as people write it, as precise as it is known; ``short`` names its month by a few letters."""
        return _date(self.language, when.year, when.month, when.day, short)

    def moment(self, moment: datetime, zone: str) -> str:
        """A moment as clocks of a time zone show it, with the name of the zone; seconds where it has some."""
        locale = _locale(self.language)
        local = in_zone(moment, zone)
        clock = format_time(local, "medium" if local.second else "short", locale=locale)
        day = format_date(local.date(), "medium", locale)
        pattern = str(get_datetime_format("medium", locale=locale))
        shown = pattern.replace("'", "").replace("{0}", clock).replace("{1}", day)
        return f"{shown} ({zone})"

    def span(self, days: int) -> str:
        """A length of time in days, weeks, months or years; empty for less than a day."""
        key, size = next(((key, size) for key, size, most in _SPANS if days < most), ("n_years", 365.25))
        return self.text(key, n=int(days / size)) if days > 0 else ""

    def month(self, month: int, short: bool = False) -> str:
        """The name of a month standing alone."""
        width = "abbreviated" if short else "wide"
        return str(_locale(self.language).months["stand-alone"][width][month])

    def weekdays(self) -> tuple[tuple[int, str, str], ...]:
        """The days of a week as people count them: number (0 for Monday), short name and full name."""
        locale = _locale(self.language)
        names = locale.days["stand-alone"]
        order = [(locale.first_week_day + n) % 7 for n in range(7)]
        # Arabic and others have no short names but single letters: seven full ones do not fit into a small window.
        short = "narrow" if max(map(len, map(str, names["abbreviated"].values()))) > _SHORT_DAY else "abbreviated"
        return tuple((day, str(names[short][day]), str(names["wide"][day])) for day in order)

    def join(self, items: Iterable[str]) -> str:
        """Several things as one list with its last ``and``."""
        return str(format_list(list(items), locale=_locale(self.language)))


Catalogue = Mapping[str, Words]
"""Language tag in lower case to its words."""


def main_part(language: str) -> str:
    """A language without its region and script."""
    return language.split("-")[0].lower()


@lru_cache(maxsize=256)
def direction_of(language: str) -> str:
    """``rtl`` or ``ltr``: by the script that a tag names, else by the one in which most people write the language."""
    first, *parts = language.split("-")
    script = next((part for part in parts if len(part) == _SCRIPT), "")
    likely = get_global("likely_subtags")
    regions = [part.upper() for part in parts if len(part) == _REGION]
    tags = [*(f"{first.lower()}_{region}" for region in regions), first.lower()]
    script = script or next((_script_in(likely[tag]) for tag in tags if tag in likely), "")
    if script:
        return "rtl" if script.title() in _LEFTWARDS else "ltr"
    return "rtl" if _locale(language).text_direction == "rtl" else "ltr"


def _script_in(tag: str) -> str:
    return next((part for part in tag.split("_")[1:] if len(part) == _SCRIPT), "")


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse(FIRST)


@lru_cache(maxsize=16)
def _table(words: Words) -> dict[str, dict[str, str]]:
    return {key: dict(forms) for key, forms in words.texts}


@lru_cache(maxsize=4096)
def _number(language: str, value: int) -> str:
    return str(format_decimal(value, locale=_locale(language)))


@lru_cache(maxsize=20_000)
def _date(language: str, year: int, month: int, day: int, short: bool) -> str:
    if not month:
        return str(year)
    if day:
        return str(format_date(date(year, month, day), "medium" if short else "long", locale=_locale(language)))
    return str(format_skeleton("yMMM" if short else "yMMMM", date(year, month, 1), locale=_locale(language)))


def words_for(catalogue: Catalogue, language: str) -> Words | None:
    """The words of a language, or of the language without its region."""
    tag = language.lower()
    while tag:
        if tag in catalogue:
            found = catalogue[tag]
            # Region and script decide dates and numbers even where the texts are those of the whole language.
            return found if tag == language.lower() else Words(language, found.ident, found.texts)
        tag = tag.rpartition("-")[0]
    return None


def words_of(catalogue: Catalogue, language: str) -> Words:
    """The words of a language; the texts of the first one where the catalogue lacks it, with its own dates, numbers
    and direction."""
    found = words_for(catalogue, language)
    first = catalogue[FIRST]
    return found or (Words(language, first.ident, first.texts) if is_language(language) else first)


@lru_cache(maxsize=4)
def read_words(shipped: Source, own: Source | None) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """The catalogue: shipped texts, with the changes and additions of a site; unusable ones are reported.

    A process reads the same files again with each change of a site: the last results are kept.
    """
    base, found = _read(shipped)
    more, own_found = _read(own) if own else ({}, ())
    problems = [*found, *own_found]
    first = base.get(FIRST, {})
    for language, texts in more.items():
        into = base.setdefault(language, {})
        for key, (forms, place) in texts.items():
            fault = _fault(key, forms, first, texts)
            if fault:
                problems.append(report("words", fault[0], place, help=fault[1], source=own))
            else:
                into[key] = (forms, place)
    out: dict[str, Words] = {}
    for language, texts in base.items():
        whole = {key: forms for key, (forms, _) in (first | texts).items()}
        table = tuple(sorted((key, tuple(sorted(forms.items()))) for key, forms in whole.items()))
        out[language.lower()] = Words(language, digest(table), table)
    return out, tuple(problems)


_Texts = dict[str, tuple[dict[str, str], Place]]


def _fault(key: str, forms: Mapping[str, str], first: _Texts, own: _Texts) -> tuple[str, str] | None:
    """Why a text cannot be used, and the remedy."""
    if key not in first:
        meant = closest(key, first)
        given = f"`{meant}` is there already; keep one of them" if meant in own else f"did you mean `{meant}`?"
        return f"no page says `{key}`", given if meant else "the documentation lists all keys (words.md)"
    allowed = {name for text in first[key][0].values() for name in PLACEHOLDER.findall(text)}
    for text in forms.values():
        strange = [name for name in PLACEHOLDER.findall(text) if name not in allowed]
        if strange or PLACEHOLDER.sub("", text).count("{") or PLACEHOLDER.sub("", text).count("}"):
            known = ", ".join(f"`{{{name}}}`" for name in sorted(allowed)) or "no placeholder"
            return f"`{key}` has a placeholder that its page does not fill", f"this text may hold {known}"
    return None


def _read(source: Source) -> tuple[dict[str, _Texts], tuple[Diagnostic, ...]]:
    node, found = read_yaml(source, source.text)
    if node is None:
        return {}, found
    problems = list(found)
    out: dict[str, _Texts] = {}
    for language, texts in node.pairs if isinstance(node, YamlMapping) else ():
        for key, value in texts.pairs if isinstance(texts, YamlMapping) else ():
            place = Place(source.path, key.line, key.column, len(key.text))
            forms = _forms(value)
            problems += _cut_texts(source, value)
            if "other" not in forms:
                message, remedy = _formless(key.text, value)
                problems.append(report("words", message, place, help=remedy, source=source))
                continue
            out.setdefault(language.text, {})[key.text] = (forms, place)
    return out, tuple(problems)


def _cut_texts(source: Source, value: object) -> tuple[Diagnostic, ...]:
    """The texts of which a comment has cut something off."""
    written = [text for _, text in value.pairs] if isinstance(value, YamlMapping) else [value]
    found = (cut_text(source, text) for text in written if isinstance(text, Scalar) and text.comment)
    return tuple(filter(None, found))


def _formless(key: str, value: object) -> tuple[str, str]:
    """The message for a text that lacks a form for some numbers, and the remedy."""
    if isinstance(value, YamlMapping) and any(name.text in _CATEGORIES for name, _ in value.pairs):
        return f"`{key}` has no form `other`", "write what stands for all numbers that have no form of their own"
    return (
        f"`{key}` must be a text, or texts by plural form",
        "write `one:` and `other:`, in quotes where they hold braces",
    )


def _forms(value: object) -> dict[str, str]:
    if isinstance(value, Scalar):
        return {"other": _bound(value.text)}
    if isinstance(value, YamlMapping):
        return {k.text: _bound(v.text) for k, v in value.pairs if k.text in _CATEGORIES and isinstance(v, Scalar)}
    return {}


def _bound(text: str) -> str:
    """A text in which no line ends between a number and the word that it counts: the next one, else the one before."""
    return _COUNTED.sub(_unbroken, text) if "{" in text else text


def _unbroken(match: re.Match[str]) -> str:
    before = match["before"] or ""
    if match["after"]:
        return f"{before}{match['number']}\u00a0"
    return before.replace(" ", "\u00a0") + match["number"]
