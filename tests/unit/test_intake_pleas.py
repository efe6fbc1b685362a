"""Pleas not to publish, notes to editors with an embargo, and moments are read in every language of the tables; a
sentence with such words holds nothing back."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch
from annotated_briefings.intake.stated.closed.month_names import month_number
from annotated_briefings.intake.stated.closed.pleas import pleads, without_lead
from annotated_briefings.intake.stated.closed.statements import language_names
from annotated_briefings.intake.stated.embargoes import read_release
from annotated_briefings.intake.stated.moments import read_until

TEXT = (
    "The harbour of Lund will get a second crane in May, its master said on Monday in the hall.",
    "It costs four million and comes from a yard in the north of the country.",
    "The old crane will go to a museum at the end of the year, when the new one has been tried.",
)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "data" / "stated" / "pleas.tsv").read_text(encoding="utf-8").splitlines()
]
LINES = [row[1:] for row in ROWS if row[0] != "moment"]
MOMENTS = [row[2:] for row in ROWS if row[0] == "moment"]
TITLE = "New crane for Lund"
BEFORE = "Ferry fares rise in Pell\n\nThe ferry to Pell costs two crowns more from May, its owner said on Monday."
BEHIND = "School in Dorn to get a roof\n\nThe school in Dorn gets a roof of slate in June, the county said on Tuesday."
HEAD = "HARBOUR WIRE, 16 March 2026\n\n"
SEAMS = ("NOT FOR PUBLICATION BEFORE 5 MARCH 2031", "(Embargo for this item: 5 March 2031, 06:00)", "EMBARGO")


@pytest.mark.parametrize(("place", "want", "line"), LINES)
def test_a_note_or_a_plea_holds_its_text_back_and_a_sentence_does_not(place: str, want: str, line: str) -> None:
    found = read_release([line, TITLE, *TEXT] if place == "head" else [TITLE, *TEXT, line])
    assert bool(found.embargo or found.held) is (want == "held")


@pytest.mark.parametrize(("want", "line"), MOMENTS)
def test_a_moment_is_read_in_the_forms_of_its_language(want: str, line: str) -> None:
    found = read_until(line)
    assert found == (f"{want}:00" if "T" in want else want)


@cache
def months_of_cldr() -> dict[str, list[list[str]]]:
    """The names of months of each language, read by a process of its own: Babel keeps names of one language in data
    that others share, once it has looked up those that are written as in another context."""
    code = """if True:
        import json
        from babel import Locale
        from annotated_briefings.intake.stated.closed.statements import language_names
        out = {}
        for language in sorted({*language_names()} - {"zh"}):
            months = Locale.parse(language).months
            out[language] = [list(months[context]["wide"].values()) for context in ("format", "stand-alone")]
        print(json.dumps(out))
    """
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    found: dict[str, list[list[str]]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("language", sorted({*language_names()} - {"zh"}))
def test_every_month_of_cldr_is_known_alone_and_within_a_day(language: str) -> None:
    for names in months_of_cldr()[language]:
        for number, name in enumerate(names, 1):
            # Months that are counted are read as numbers; `listopad` is the tenth in one language, and later in others.
            if not any(c.isdigit() for c in name) and " " not in name:
                assert month_number(name) == number or (language == "hr" and name.startswith("listopad"))


@pytest.mark.parametrize(
    "line",
    [
        "Embargo do 5. března 2031, 6 hodin večer",
        "не публиковать до 5 марта 2031 года, 6 часов вечера",
        "no publicar hasta el 5 de marzo de 2031, 6 horas de la tarde",
        "5 Mart 2031 akşam saat 6",
    ],
)
def test_an_hour_of_the_evening_is_not_read_as_one_of_the_morning(line: str) -> None:
    assert read_until(line) == ""


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("UWAGA REDAKCJE: embargo do piątku", "embargo do piątku"),
        ("URGENT – Note to editors: not before Friday", "not before Friday"),
        ("Lund: harbour closed", "Lund: harbour closed"),
    ],
)
def test_words_that_call_a_line_a_note_are_known_from_its_news(line: str, bare: str) -> None:
    assert without_lead(line) == bare


def test_words_in_quotation_marks_ask_nothing_of_editors() -> None:
    assert pleads("Please do not publish yet.")
    assert not pleads("“Please do not publish yet,” said the mayor.")


def held_in(text: str) -> list[bool]:
    found = read_batch(((Piece(name="a.txt", data=text.encode()),), Decisions(), (), DayReading()))[0]
    texts = (one for one in found.articles if not all(line.aside for line in one.paragraphs))
    return [bool(one.given.held or one.given.embargo) for one in texts]


@pytest.mark.parametrize("head", ["", HEAD])
@pytest.mark.parametrize("line", SEAMS)
def test_a_line_beside_one_article_of_a_file_holds_that_one_back(line: str, head: str) -> None:
    body = "\n\n".join(TEXT)
    before, article, behind = head + BEFORE, f"{head}{TITLE}\n\n{body}", head + BEHIND
    rule = "\n\n-----\n\n"
    assert held_in(f"{before}{rule}{line}\n\n{article}{rule}{behind}\n") == [False, True, False]
    assert held_in(f"{before}{rule}{article}\n\n{line}{rule}{behind}\n") == [False, True, False]
    assert held_in(f"{before}{rule}{article}{rule}{behind}\n") == [False, False, False]


def test_where_no_rule_tells_a_plea_between_two_articles_holds_both_back() -> None:
    long = BEFORE + " Children ride free. The last fare rise was nine years ago."
    text = f"{long}\n\n***********\n\nPlease do not publish yet.\n\n{TITLE}\n\n" + "\n\n".join(TEXT)
    assert held_in(f"{text}\n\n***********\n\n{BEHIND}\n") == [True, True, False]
