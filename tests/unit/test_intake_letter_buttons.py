"""Buttons of newsletter services are no text, and a subject that names one story among others shows several."""

import pytest

from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.mail.buttons import why_button
from annotated_briefings.intake.reading import FileRead, Piece, read_batch


@pytest.mark.parametrize(
    "line",
    [
        *("♡ Like", "Like", "READ IN APP", "Restack", "In der App lesen", "❤ J’aime", "Leer en la app", "いいね！"),
        *(
            "Läs i appen",
            "3 Comments",
            "Forwarded this email? Subscribe here",
            "Weitergeleitet bekommen? Hier abonnieren",
        ),
    ],
)
def test_buttons_are_no_text(line: str) -> None:
    assert why_button(line)


@pytest.mark.parametrize(
    "line",
    ["Like father, like son", "Comment is free", "Share prices fall", "Forwarded mail is lost in the post",
     "Listen to the sea",
     "Readers in Apia", "Forwarded: the plan of the port"],
)  # fmt: skip
def test_headlines_that_begin_like_buttons_are_text(line: str) -> None:
    assert not why_button(line)


_STORIES = (
    ("Bridge shuts for a week", "214 lorries"),
    ("Owls nest in the mill", "3 owls"),
    ("Word of the day: slack", "88 boats"),
)


def _letter(subject: str, stories: tuple[tuple[str, str], ...] = _STORIES) -> FileRead:
    body = "".join(
        f"<h2>{a}</h2><p>The harbour master counted {b} on Monday and said that nobody had seen so many.</p><hr>"
        for a, b in stories
    )
    top = f"<p>Forwarded this email? <a href='https://x.example/s'>Subscribe here</a></p><h1>{subject}</h1>"
    buttons = "<h3>In ten minutes</h3><p>♡ Like</p><p>Restack</p><p>READ IN APP</p><p>Good morning, it rained.</p>"
    html = f"{top}{buttons}{body}<p>See you on Thursday</p>"
    head = f"From: The Slipway <slipway@x.example>\nSubject: {subject}\nDate: Thu, 04 Mar 2027 07:00:00 +0000\n"
    data = f"{head}Content-Type: text/html; charset=utf-8\n\n<html><body>{html}</body></html>".encode()
    (read,) = read_batch(((Piece("a.eml", data),), Decisions(), (), OPEN))
    return read


@pytest.mark.parametrize(
    "more", [", and two other stories", " + owls in the mill", "; Owls nest in the mill", " | Slipway 44"]
)
def test_a_subject_that_goes_on_from_the_first_headline_names_several_stories(more: str) -> None:
    read = _letter(_STORIES[0][0] + more)
    assert [one.given.title for one in read.articles] == [title for title, _ in _STORIES]
    assert {"♡ Like", "Restack", "READ IN APP"} <= {one.text for one in read.left_out}


def test_a_letter_whose_headline_is_its_subject_stays_one_article() -> None:
    read = _letter("How the slipway was saved from the sea", (("What happened", "9 men"), ("What it cost", "7 cranes")))
    assert len(read.articles) == 1
