"""Names of months of our calendar, in every language of the CLDR, are not taken for those of another calendar."""

import pytest
from babel import Locale, localedata

from annotated_briefings.intake.stated.closed.era_days import in_our_days

UNREAD = "UNREAD"


@pytest.fixture(scope="module")
def months() -> list[str]:
    """Names in scripts other than the Ethiopic: in Amharic a day with a year of four digits is an Ethiopian one."""
    names = {
        name
        for identifier in localedata.locale_identifiers()
        if not identifier.split("_")[-1].isupper()
        for context in Locale.parse(identifier).months.values()
        for width, names in context.items()
        if width != "narrow"
        for name in names.values()
    }
    return sorted(name for name in names if not any("\u1200" <= letter <= "\u139f" for letter in name))


@pytest.mark.slow
@pytest.mark.parametrize("form", ["12 {} 2031", "{} 12, 2031", "12. {} 2031, 10:00"])
def test_a_day_of_our_calendar_stays_a_day_in_every_language(form: str, months: list[str]) -> None:
    assert len(months) > 2000
    assert [name for name in months if UNREAD in in_our_days(form.format(name), UNREAD)] == []


@pytest.mark.parametrize(
    "line", ["12 Nisan 5791", "Nisan 12, 5791", "3 Adar 5791", "12 Tevet 5791", "5 Farvardin 1410"]
)
def test_a_day_of_another_calendar_is_not_read_as_one_of_ours(line: str) -> None:
    assert in_our_days(line, UNREAD) == UNREAD


@pytest.mark.parametrize("line", ["12 Nisan 2031", "Nisan 12, 2031", "12 Adar 2031", "12 nisan 2031'de"])
def test_the_year_tells_whose_a_month_is_that_two_calendars_have(line: str) -> None:
    assert in_our_days(line, UNREAD) == line
