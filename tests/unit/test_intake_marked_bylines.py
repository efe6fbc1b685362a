"""What a page marks as the place of its writer holds names alone, whatever word its language has before them."""

import pytest
from sampled import met

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels.writers import without_lead_word

LEADS = (
    "Af", "Av", "Av:", "Von", "Von:", "Door", "Przez", "Skrifað af", "Eftir", "Par", "Por", "Di", "De", "Scris de",
    "Írta:", "Yazan:",
    "Piše:", "Пише", "Автор:", "От", "Από", "Του", "Oleh", "Bởi", "Nga", "Le", "Gan", "Na", "Napsal", "Napísala",
    "Kirjoittanut",
    "Teksti:", "Autors:", "Parengė", "BY", "Text:", "Reported by", "Geschrieben von", "Mwandishi:", "Yr Awdur:",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lead", "marked"), met(LEADS, ['class="byline"', 'class="author"', 'rel="author"', 'itemprop="author"'])
)
def test_the_word_before_a_writer_is_left_out(lead: str, marked: str) -> None:
    text = "".join(
        f"<p>The ferry of Lund Sound has a new ramp, number {n}, and it can be raised by one person in a storm.</p>"
        for n in (1, 2, 3)
    )
    page = f"<html><body><article><h1>A new ramp</h1><p {marked}>{lead} Mette Holm</p>{text}</article></body></html>"
    (document,), _ = read_any("page.html", page.encode())
    assert document.given.author == "Mette Holm"


@pytest.mark.parametrize(
    "name", ["Avraham Stern", "Vonda Shepard", "Di Morrissey", "De Wit", "Oleh Bondar", "Le Minh", "Na Hye-sok"]
)
def test_a_name_that_begins_as_such_a_word_is_kept(name: str) -> None:
    assert without_lead_word(name) == name
