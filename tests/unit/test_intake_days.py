"""Dates that sources state are read in one way in every format and language; what cannot be read is reported."""

import json
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.cleaning.datelines import (
    credit_line,
    day_before,
    day_line,
    is_moment_line,
    read_dateline,
)
from annotated_briefings.intake.cleaning.days import OPEN, DayReading, both_readings, find_day, stated_day
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Stated
from annotated_briefings.intake.reading import Piece, read_batch

BERLIN = DayReading("Europe/Berlin")
DAYS = (
    "19.04.2026", "April 19, 2026", "19 April 2026", "2026/04/19", "Sun, 19 Apr 2026", "20260419", "19-Apr-2026",
    "19. April 2026", "So, den 19. April 2026", "dimanche 19 avril 2026", "19 de abril de 2026", "19 aprile 2026",
    "zondag 19 april 2026", "19 апреля 2026 г.", "19 أبريل 2026", "١٩ أبريل ٢٠٢٦", "2026年4月19日",
    "2026년 4월 19일", "19 kwietnia 2026", "04/19/2026", "19/4/2026", "19.4.26", "2026. 4. 19.", "2026-4-19",
    "April 19th, 2026", "the 19th of April 2026", "Apr. 19 2026", "2026, April 19",
)  # fmt: skip
MOMENTS = {
    "Sun, 19 Apr 2026 21:30:00 -0500": "2026-04-19T21:30:00-05:00",
    "Sun, 19 Apr 2026 21:30:00 -0000": "2026-04-19T21:30:00+00:00",
    "Sun, 19 Apr 2026 21:30:00 EST": "2026-04-19T21:30:00-05:00",
    "19 Apr 2026 21.30 GMT": "2026-04-19T21:30:00+00:00",
    "2026-04-19T21:30:00Z": "2026-04-19T21:30:00+00:00",
    "20260419T213000Z": "2026-04-19T21:30:00+00:00",
    "2026-04-19 21:30:00": "2026-04-19T21:30:00+02:00",
    "19. April 2026, 21:30 Uhr": "2026-04-19T21:30:00+02:00",
    "19. April 2026, 21 Uhr MESZ": "2026-04-19T21:00:00+02:00",
    "19 avril 2026 à 21h30": "2026-04-19T21:30:00+02:00",
    "April 19, 2026 at 9:30 pm": "2026-04-19T21:30:00+02:00",
    "April 19, 2026, 12:05 a.m.": "2026-04-19T00:05:00+02:00",
    "2026年4月19日 下午9:30": "2026-04-19T21:30:00+02:00",
    "2026年4月19日（日）午前9時5分": "2026-04-19T09:05:00+02:00",
    "2026년 4월 19일 일요일 오후 9:30": "2026-04-19T21:30:00+02:00",
    "19 de abril de 2026 9:30 p. m.": "2026-04-19T21:30:00+02:00",
    "19 أبريل 2026 9:30 م": "2026-04-19T21:30:00+02:00",
    "19 أبريل 2026 12:30 صباحا": "2026-04-19T00:30:00+02:00",
    "19 Απριλίου 2026 9:30 μ.μ.": "2026-04-19T21:30:00+02:00",
    1776634200: "2026-04-19T21:30:00+00:00",
    "1776634200000": "2026-04-19T21:30:00+00:00",
}
NO_DAYS = (
    "soon", "", "2026-02-30", "31.04.2026", "Monday", "may", "555-2023", "room 2024", "9/3", "12:30", "v1.2.2026a",
    "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000", "0000-00-00", "0001-01-01", True, None,
)  # fmt: skip


@pytest.mark.parametrize("written", DAYS)
def test_a_day_is_read_however_people_write_it(written: str) -> None:
    assert stated_day(written) == "2026-04-19"
    assert stated_day(written, reading=BERLIN) == "2026-04-19"


@pytest.mark.parametrize(("written", "moment"), MOMENTS.items())
def test_a_time_keeps_its_zone_or_is_in_that_of_the_site(written: object, moment: str) -> None:
    assert stated_day(written, reading=BERLIN) == moment
    # Without a zone of the site, a time without one counts as its day: a day never moves by a guess.
    assert stated_day(written)[:10] == moment[:10]


@pytest.mark.parametrize("written", NO_DAYS)
def test_what_is_no_day_gives_none(written: object) -> None:
    assert stated_day(written) == ""


@pytest.mark.parametrize(
    ("written", "both"),
    [
        ("05/04/2026", ("2026-04-05", "2026-05-04")),
        ("5/4/26", ("2026-04-05", "2026-05-04")),
        ("5-4-2026", ("2026-04-05", "2026-05-04")),
        ("04/04/2026", ()),
        ("05.04.2026", ()),
        ("13/04/2026", ()),
    ],
)
def test_figures_that_may_be_two_days_are_neither_until_an_order_is_known(written: str, both: tuple[str, ...]) -> None:
    assert both_readings(written) == both
    if both:
        assert stated_day(written) == ""
        assert (stated_day(written, "dmy"), stated_day(written, "mdy")) == both
        assert stated_day(written, reading=DayReading("", "mdy")) == both[1]


@given(
    st.dates(date(1980, 1, 1), date(2060, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y/%m/%d", "%d.%m.%Y"])
)
def test_every_day_is_read_as_itself(day: date, form: str) -> None:
    assert stated_day(day.strftime(form)) == day.isoformat()
    assert find_day(f"By Ada Quill, {day.strftime(form)} in Lund") == day.isoformat()


@given(st.text(max_size=60))
def test_nothing_that_is_written_breaks_the_reading_of_dates(text: str) -> None:
    for found in (stated_day(text, reading=BERLIN), find_day(text), day_line(text)):
        assert not found or found[:4].isdigit()
    read_dateline(text), credit_line(text), both_readings(text)


WORDS = "The harbour board has granted a licence for the second crane on Tuesday evening, after two years of talks."


def in_format(name: str, written: str, language: str = "") -> bytes:
    if name == "a.eml":
        message = EmailMessage()
        message["From"], message["Subject"] = "Quay <q@quay.example>", "Crane"
        message["Date"] = written
        message.set_content(WORDS)
        return message.as_bytes()
    rss = f"<rss version='2.0'><channel><title>Q</title><language>{language}</language><item><title>Crane</title>"
    return {
        "a.xml": f"{rss}<pubDate>{written}</pubDate><description>{WORDS}</description></item></channel></rss>",
        "a.jsonl": json.dumps({"title": "Crane", "date": written, "text": WORDS, "language": language}),
        "a.json": json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Q",
                "language": language,
                "items": [{"id": "1", "title": "Crane", "date_published": written, "content_text": WORDS}],
            }
        ),
        "a.md": f'---\ntitle: Crane\ndate: "{written}"\nlang: {language or "en"}\n---\n\n{WORDS}\n',
        "a.html": f'<html lang="{language}"><head><meta property="article:published_time" content="{written}">'
        f"<title>Crane</title></head><body><article><p>{WORDS}</p><p>{WORDS[::-1]}.</p></article></body></html>",
    }[name].encode()


FORMATS = ("a.xml", "a.jsonl", "a.json", "a.md", "a.html")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("written", ["19.04.2026", "April 19, 2026", "3. März 2026", "Sun, 19 Apr 2026 21:30:00 -0500"])
def test_every_format_reads_dates_in_the_same_way(name: str, written: str) -> None:
    documents, found = read_any(name, in_format(name, written), days=BERLIN)
    assert documents[0].given.published == stated_day(written, reading=BERLIN)
    assert [one.code for one in found] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_date_that_cannot_be_read_is_reported_in_every_format(name: str) -> None:
    documents, found = read_any(name, in_format(name, "soon"))
    assert documents[0].given.published == ""
    assert [show(one) for one in found] == [
        f"{documents[0].name}: warning[unread-date]: the date `soon` cannot be read\n"
        "  help: add `date:` to the draft, such as `date: 2026-03-14`"
    ]


SETTLE = "write `day_order: dmy` (or `mdy`) under `import:` in site.yaml and import again, or add `date:` to the draft"


@pytest.mark.parametrize("name", FORMATS)
def test_a_date_that_may_be_two_is_reported_with_both(name: str) -> None:
    documents, found = read_any(name, in_format(name, "05/04/2026"))
    assert [show(one) for one in found] == [
        f"{documents[0].name}: warning[unread-date]: the date `05/04/2026` may be 2026-04-05 or 2026-05-04\n"
        f"  help: {SETTLE}"
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("language", "day"), [("de", "2026-04-05"), ("en-US", "2026-05-04"), ("en-GB", "2026-04-05")])
def test_the_language_of_an_article_tells_the_order_of_its_day(name: str, language: str, day: str) -> None:
    documents, found = read_any(name, in_format(name, "05/04/2026", language))
    assert (documents[0].given.published, found) == (day, ())


@pytest.mark.parametrize(("order", "day"), [("dmy", "2026-04-05"), ("mdy", "2026-05-04")])
def test_a_setting_tells_the_order_of_days_in_figures(case: Case, order: str, day: str) -> None:
    case.write("site.yaml", f"title: Case\nbase_url: https://pages.example\nimport: {{day_order: {order}}}\n")
    report = case.take_in("a.jsonl", in_format("a.jsonl", "05/04/2026"))
    assert [one.code for one in report.diagnostics] == []
    assert f"date: {day}" in (case.root / report.created[0]).read_text()


def test_a_time_without_a_zone_is_in_the_zone_of_the_site(case: Case) -> None:
    case.write("site.yaml", "title: Case\nbase_url: https://pages.example\ntime_zone: Europe/Berlin\n")
    report = case.take_in("a.jsonl", in_format("a.jsonl", "2026-01-08 10:00:00"))
    assert "date: 2026-01-08T10:00:00+01:00\n" in (case.root / report.created[0]).read_text()


PAGE = (
    "<html><head><title>Crane</title>{head}</head><body>{above}<article><h1>Crane</h1>{byline}<p>{text}</p>"
    "<p>{back}.</p></article>{below}</body></html>"
)


def page(**parts: str) -> str:
    filled = {"head": "", "above": "", "byline": "", "below": "", "text": WORDS, "back": WORDS[::-1]} | parts
    documents, _ = read_any("a.html", PAGE.format(**filled).encode())
    return documents[0].given.published


@pytest.mark.parametrize(
    "parts",
    [
        {"below": "<footer>© 2019 Port of Ostmark</footer>"},
        {"below": "<p>Copyright 2010-2026, all rights reserved</p>"},
        {"text": f"Call 555-2023 or see room 2024. {WORDS}"},
        {"text": f"It opened on 3 May 1998. {WORDS}"},
        {"below": "<aside><p>Most read: 12 March 2022</p></aside>"},
        {"below": "<div><a href=/1>Ferry fares rise, 12 March 2022</a></div>"},
        {"above": "<nav>12 March 2022</nav>"},
        {"below": "<table><tr><td>2014</td><td>1 May 2014</td></tr><tr><td>3</td><td>4</td></tr></table>"},
        {"above": "<div>Thursday 23 April 2026 | The Quay</div>"},
        {"byline": "<time>11:10 PM</time>"},
        {"head": '<script>var id = "c-20140307"</script>'},
        {"head": '<meta name="viewport" content="width=20140307">'},
        {"below": "<div class=comments><p>Ada, <time>3 March 2026</time>: I saw it too.</p></div>"},
    ],
)
def test_a_page_has_no_day_that_nobody_states(parts: dict[str, str]) -> None:
    assert page(**parts) == ""


@pytest.mark.parametrize(
    "parts",
    [
        {"head": '<meta name="date" content="19.04.2026">'},
        {"head": '<meta itemprop="datePublished" content="2026-04-19">'},
        {"byline": '<time datetime="2026-04-19">two days ago</time>'},
        {"byline": "<p class=date>19. April 2026</p>"},
        {"byline": "<p>By Ada Quill, 19 April 2026</p>"},
        {"byline": "<div>Published: April 19, 2026 at 9:30 am</div><div>Updated: April 21, 2026</div>"},
        {"byline": "<span>Updated 0339 GMT April 19, 2026</span>"},
        {"byline": "<p>Lund, 19 April 2026</p>"},
        {"byline": "<p>١٩ نيسان/أبريل ٢٠٢٦</p>"},
        {"byline": "<p class=author>山岸里奈　2026年4月19日 23時45分</p>"},
        {"above": "<div>Thursday 23 April 2026</div>", "byline": "<p>First posted 19 April 2026</p>"},
        # A moment in UTC is the day of the publisher, whose page shows it.
        {"byline": '<time datetime="2026-04-18T23:01:00Z">19 April 2026</time>'},
        {"head": '<meta name="date" content="2026-04-20T02:00:00Z">', "byline": "<p>19 April 2026, 7 pm</p>"},
        {"head": '<link rel="canonical" href="https://news.example/2026/04/19/crane">'},
    ],
)
def test_a_page_has_the_day_that_it_states_in_its_data_beside_its_headline_or_in_its_address(
    parts: dict[str, str],
) -> None:
    assert page(**parts)[:10] == "2026-04-19"


@pytest.mark.parametrize(
    ("text", "day", "agency"),
    [
        ("Aldra, 27 November 2026 (owp) - Three valleys", "2026-11-27", "owp"),
        ("Hafenstadt, 28. November 2026 – Die Brücke", "2026-11-28", ""),
        ("Lund, le 3 mars 2026 – Le pont", "2026-03-03", ""),
        ("MADRID, 3 de marzo de 2026 (EFE).- El puente", "2026-03-03", "EFE"),
        ("ROMA, 3 marzo 2026 (ANSA) - Il ponte", "2026-03-03", "ANSA"),
        ("東京 2026年3月3日 (共同) - 港", "2026-03-03", "共同"),
        ("Lund, D.C., March 3, 2026 /Quaywire/ -- The company", "2026-03-03", "Quaywire"),
        ("OSTMARK CITY, Nov 26 (Ostwire) - The bank", "", "Ostwire"),
        ("BERLIN (dpa) - Der Minister", "", "dpa"),
    ],
)
def test_a_dateline_gives_day_and_agency_and_is_no_news(text: str, day: str, agency: str) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.day, found.agency) == (day, agency)
    assert text[found.end :].split()[0] in ("Three", "Die", "Le", "El", "Il", "港", "The", "Der")


@pytest.mark.parametrize(
    "text",
    [
        "NASA – the agency for space – said",
        "Jones (born 1976) - said",
        "It opened on 3 May 1998 in Lund - late.",
        "So: 3 May 1998",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "day", "credit"),
    [
        ("Updated on Friday, 3 March 2026, 19:30 Uhr", "2026-03-03", ("", "")),
        ("Publié le 3 mars 2026 à 10h30", "2026-03-03", ("", "")),
        ("Stand: 03.03.2026, 12:00 Uhr", "2026-03-03", ("", "")),
        ("2026年3月3日", "2026-03-03", ("", "")),
        ("Port Gazette, 3 March 2026", "", ("Port Gazette", "2026-03-03")),
        ("Hafenkurier, 3. März 2026", "", ("Hafenkurier", "2026-03-03")),
        ("It happened on 3 March 2026 in Lund", "", ("", "")),
    ],
)
def test_a_line_that_is_a_day_or_a_credit_is_told_from_a_sentence(line: str, day: str, credit: tuple[str, str]) -> None:
    assert (day_line(line), credit_line(line)) == (day, credit)


def test_a_zone_of_which_nothing_more_is_known_is_not_that_of_the_site() -> None:
    assert stated_day("Sun, 19 Apr 2026 21:30:00 XYT", reading=BERLIN) == "2026-04-19"
    assert stated_day("19 April 2026, 21:30 XYT", reading=BERLIN) == "2026-04-19"


@pytest.mark.parametrize("tag", ["pubDate", "published", "updated", "dc:date"])
@pytest.mark.parametrize("written", ["2026-04-19T21:30:00", "Sun, 19 Apr 2026 21:30:00", "2026-04-19 21:30"])
def test_a_time_of_a_feed_without_a_zone_is_given_none(tag: str, written: str) -> None:
    item = f"<item><title>Pier</title><{tag}>{written}</{tag}><description>The pier is shut.</description></item>"
    feed = f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{item}</channel></rss>'
    if tag in ("published", "updated"):
        entry = f"<entry><title>Pier</title><{tag}>{written}</{tag}><content>The pier is shut.</content></entry>"
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    (document,), _ = read_any("feed.xml", feed.encode())
    assert (document.given.published, document.given.modified[:10]) in (
        ("2026-04-19", ""),
        ("2026-04-19", "2026-04-19"),
    )
    (document,), _ = read_any("feed.xml", feed.encode(), days=BERLIN)
    assert document.given.published == "2026-04-19T21:30:00+02:00"
    assert document.given.modified in ("", "2026-04-19T21:30:00+02:00")


YEARLESS = {
    "OSTMARK CITY, Nov 26 (Ostwire) - The bank cut its rate.": ("11-26", "Ostwire"),
    "BERLIN, March 3 — The minister spoke.": ("03-03", ""),
    "Berlin, 3. März (dpa) - Die Regierung tagt.": ("03-03", "dpa"),
    "PARIS, 3 mars (AFP) - Le ministre parle.": ("03-03", "AFP"),
    "Lund, le 3 mars – Le maire parle.": ("03-03", ""),
    "MADRID, 3 mar (EFE).- El ministro habla.": ("03-03", "EFE"),
    "(ANSA) - ROMA, 03 MAR - Il governo parla.": ("03-03", "ANSA"),
    "KYIV, Ukraine, June 5, (Reuters) - A bridge fell.": ("06-05", "Reuters"),
    "SEOUL, Feb. 29 (Yonhap) -- The bridge fell.": ("02-29", "Yonhap"),
}


@pytest.mark.parametrize(("text", "found"), YEARLESS.items())
def test_a_dateline_without_a_year_gives_month_day_and_agency(text: str, found: tuple[str, str]) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert (dateline.yearless, dateline.agency, dateline.day) == (*found, "")
    assert text[dateline.end :][0].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "In May 3 - the day of the vote - it rained.",
        "The bridge, opened on March 3 - a Tuesday - was closed.",
        "By March 3 - after two years - it was done.",
    ],
)
def test_a_day_in_a_sentence_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)), st.integers(0, 364))
def test_a_dateline_without_a_year_is_of_the_last_such_day(latest: date, before: int) -> None:
    day = date.fromordinal(latest.toordinal() - before)
    if (day.month, day.day) != (2, 29):
        assert day_before(day.isoformat()[5:], latest.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    "line", ["14:32", "14.32 Uhr", "2:05 pm", "Posted 3 March 2026 at 14:32", "Update, 9h05", "5 p.m. GMT"]
)
def test_a_line_that_is_the_time_of_a_day_is_known(line: str) -> None:
    assert is_moment_line(line)


@pytest.mark.parametrize("line", ["It won 14:32", "12 per cent", "3 March 2026", "Match 2:1", "10:30 to Yuma"])
def test_a_line_that_says_more_is_no_time(line: str) -> None:
    assert not is_moment_line(line)


FLOOD = (
    "OSTMARK CITY, Nov 26 (Ostwire) - The central bank cut its main rate on Thursday, which surprised economists.\n\n"
    "The krona fell 1.4% against the dollar, and the minister said that nobody had told her before."
)
DATED = (
    "Aldra, 14 January 2027 (owp) - Three valleys above the river were cut off on Friday after two days of rain.\n\n"
    "About 2,600 people are without power, and the rescue service flew out 41 of them in the night."
)


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        (
            "wire.json",
            json.dumps([{"title": "Bank cuts", "text": FLOOD}, {"title": "Floods", "text": DATED}]),
            "2026-11-26",
        ),
        ("20251130 wire.txt", f"Bank cuts\n\n{FLOOD}", "2025-11-26"),
        ("wire_2025-11-30.txt", f"Bank cuts\n\n{FLOOD}", "2025-11-26"),
        ("wire-2025-01-03.txt", f"Bank cuts\n\n{FLOOD}", "2024-11-26"),
    ],
)
def test_the_year_of_a_dateline_is_that_of_its_file(name: str, text: str, day: str) -> None:
    (read,) = read_batch(((Piece(name, text.encode()),), Decisions(), (), OPEN))
    article = next(a for a in read.articles if "central bank" in a.text)
    assert read_metadata(article).date == Stated(day, True)


@pytest.mark.parametrize(
    "line",
    [
        "OSTERBY, Nov 26 (Nordwire) - ",
        "LUND, 3 March - ",
        "Kiel, 26. November (dpx) - ",
        # Not seen before.
        "PORT ELLIS, Sept 4 (Wire) -- ",
        "Lyon, le 5 mars (AFX) - ",
    ],
)
def test_a_day_without_a_year_is_named_where_nothing_in_its_file_tells_the_year(line: str) -> None:
    text = f"Bank cuts its rate\n\n{line}The central bank cut its rate by a quarter on Thursday, its governor said."
    (read,) = read_batch(((Piece("wire.txt", text.encode()),), Decisions(), (), OPEN))
    meta = read_metadata(read.articles[0])
    assert meta.date.value == ""
    assert meta.unread_days == (line.strip(" -"),)


def test_the_year_of_a_dateline_is_that_of_its_last_change() -> None:
    record = {"title": "Bank cuts", "text": FLOOD, "modified": "2021-12-01"}
    (read,) = read_batch(((Piece("a.json", json.dumps(record).encode()),), Decisions(), (), OPEN))
    assert read_metadata(read.articles[0]).date == Stated("2021-11-26", True)
