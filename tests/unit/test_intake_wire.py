"""Messages of news agencies: what is no news is left out by name, and a message that is taken back is held back."""

import pytest

from annotated_briefings.intake.agencies.wire import without_slug
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.closed.banners import closes

HEADER, SIGN = "the header of a message of an agency", "the end of a message of an agency"
VERSION, EDITORS = "a note of an agency on its version", "a note to editors"
ONE = "LUND, Nov 28 (Ostwire) - The weir at Kelby was opened by hand on Sunday, because its motor had burnt out."
TWO = "Two firemen turned the crank for an hour, the river board said. A new motor will arrive in two weeks."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("bc-weir-kelby", HEADER),
        ("BC-Weir, 1st Ld-Writethru,0512", HEADER),
        ("URGENT", HEADER),
        ("dpa 281230 Nov 26", HEADER),
        ("dpa 12:30", HEADER),
        ("bdt0123 3 pl 512 dpa 0456", HEADER),
        ("512 words", HEADER),
        ("NNNN", HEADER),
        ("(Adds details, quotes)", VERSION),
        ("(Updates with comment from union, background)", VERSION),
        ("(Ergänzt: Stellungnahme der Gewerkschaft)", VERSION),
        ("ENDS", SIGN),
        ("=", SIGN),
        ("(END) Dow Jones Newswires", SIGN),
        ("November 28, 2026 07:10 ET (12:10 GMT)", SIGN),
        ("rc/jm/rmb", SIGN),
        ("dpa ab xx n1 ka", SIGN),
        ("EDITORS NOTE: This replaces the story of 0710.", EDITORS),
        ("Eds: Updates throughout.", EDITORS),
        ("Achtung Redaktionen: Es folgt eine Zusammenfassung.", EDITORS),
        ("(Reporting by Jane Okafor in Lund; Editing by Tom Ashby)", "a credit"),
        ("Ends meet for few.", ""),
        ("(Adds up to 12 crowns.)", ""),
        ("Urgent help is needed at the weir.", ""),
        ("512 people came.", ""),
        ("Updates to the software fixed the fault last night.", ""),
        ("Editor's note: This is the first of two articles.", ""),
        ("BMW 320 sells 1500 units", ""),
    ],
)
def test_lines_of_agencies_are_named_and_news_stays_text(line: str, why: str) -> None:
    assert why_aside(line) == why


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("UPDATE 2-Weir opened by hand", "Weir opened by hand"),
        ("RPT-UPDATE 1-Weir opened by hand", "Weir opened by hand"),
        ("CORRECTED-Weir opened by hand", "Weir opened by hand"),
        ("WRAPUP 3-weir opened by hand", "Weir opened by hand"),
        ("EILMELDUNG: Wehr von Hand geöffnet", "Wehr von Hand geöffnet"),
        ("WDH/ROUNDUP 2: Wehr von Hand geöffnet", "Wehr von Hand geöffnet"),
        ("UPDATE your passwords now", "UPDATE your passwords now"),
        ("Brief: a word on rivers", "Brief: a word on rivers"),
        ("URGENT: Weir", "URGENT: Weir"),
        ("EXCLUSIVE-Weir opened by hand", "EXCLUSIVE-Weir opened by hand"),
    ],
)
def test_a_headline_has_no_count_of_versions(headline: str, shown: str) -> None:
    assert without_slug(headline) == shown


def test_a_message_gives_its_news_with_headline_day_and_agency() -> None:
    credit = "(Reporting by Jane Okafor; Editing by Tom Ashby)"
    text = f"UPDATE 2-Weir opened by hand\n\n(Adds details)\n\n{ONE}\n\n{TWO}\n\n{credit}\n"
    documents, found = read_any("a.txt", text.encode())
    read = split_all("a.txt", documents, found, Decisions())
    assert [meta.headline.value for meta in read.metas] == ["Weir opened by hand"]
    (article,), (meta,) = read.articles, read.metas
    kept = [p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped]
    assert kept == [ONE, TWO]
    assert meta.outlet.value == "Ostwire"


@pytest.mark.parametrize(
    "line", ["MANDATORY KILL", "BULLETIN KILL", "This story has been withdrawn", "Die Meldung wird zurückgezogen"]
)
def test_a_message_that_is_taken_back_is_closed(line: str) -> None:
    assert closes(line)
    assert not closes("Hunters kill a wolf")
