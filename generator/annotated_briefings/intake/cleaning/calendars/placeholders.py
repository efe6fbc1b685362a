"""Days that programs write where they know none: the first and the last ones that they can count."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.months import MONTH_WORDS, month_of

_FIRST = r"(?:1601|1753|1900|1970)"
"""Years whose first day is the first one of a clock, a database or a spreadsheet."""
_NEVER = r"(?:-?0\d{3}|3000|9\d{3})"
"""Years in which nothing is published: those before 1000, and the last ones of four digits."""
_JANUARY = "|".join(sorted((re.escape(word) for word in MONTH_WORDS if month_of(word) == 1), key=len, reverse=True))
_YEAR_FIRST = regex(
    rf"{_NEVER}(?:[./-]\d|\d{{4}}(?!\d))|{_FIRST}(?P<sign>[./-]?)0?1(?P=sign)0?1(?!\d)|1969-12-31(?:T|$)|1899-12-3[01]"
    # A year of other calendars may be from 2400 to 2699.
    r"|2[1-37-9]\d\d-\d\d|2099-12-31|2038-01-19T03:14:0[78]"
)
_DAY_FIRST = regex(
    r"(?<![\d./-])(?:(?:\d{1,2}[./ -]+(?:\d{1,2}|[^\W\d_]{3,12})\.?[./ ,-]+|[^\W\d_]{3,12}\.? \d{1,2},? )"
    rf"{_NEVER}"
    rf"|0?1(?:st|\.|er|º)?[./ -]+(?:de )?(?:0?1|{_JANUARY})\.?[./ ,-]+(?:de )?{_FIRST}"
    rf"|(?:{_JANUARY})\.? 0?1(?:st)?,? {_FIRST})(?!\d)",
    re.IGNORECASE,
)
_COUNTED = regex(r"[-+]?0[0\s:./TZ+-]*|-1|-62135596800(?:0{3})*|253402(?:214400|300799)(?:\d{3})*")
"""Nothing but zeros, and the first and last day of four digits as seconds or parts of them since 1970."""


def is_placeholder_day(text: str) -> bool:
    """Whether a date, as it is written or as briefs write it, is one that programs write where they know none."""
    text = text.strip()
    return bool(_YEAR_FIRST.match(text) or _DAY_FIRST.search(text) or _COUNTED.fullmatch(text))
