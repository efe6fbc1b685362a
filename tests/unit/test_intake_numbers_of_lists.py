"""What tells two texts apart though their words are the same: powers, numbers of lists and boxes that are ticked."""

import pytest

from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.same_text import Standing, compared_text, likeness
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.html.blocks import blocks
from annotated_briefings.intake.formats.html.tree import read_tree

ABOUT = "The harbour council published its yearly report on Monday, and the numbers surprised many who had come."


def paragraphs(form: str, inner: str) -> tuple[str, ...]:
    if form == "html":
        tree = read_tree(f"<p>{ABOUT}</p>{inner if inner[0] == '<' else f'<p>{inner}</p>'}")
        return tuple(one.text for one, _ in blocks(tree))
    documents, _ = read_any(f"a.{form}", f"{ABOUT}\n\n{inner}\n".encode())
    return tuple(one.text for one in documents[0].paragraphs)


def points(*words: str, attributes: str = "", values: tuple[str, ...] = ("", "", "")) -> str:
    inner = "".join(f"<li{value}>{word}</li>" for word, value in zip(words, values, strict=False))
    return f"<ol{attributes}>{inner}</ol>"


PLAIN = points("Amaro", "Kelva", "Sund")
BOX, TICKED = '<input type="checkbox">', '<input type="checkbox" checked>'
APART = [
    ("html", "It held 10<sup>6</sup> germs in each litre.", "html", "It held 106 germs in each litre."),
    ("txt", "Площадь выросла до 4² километров.", "md", "Площадь выросла до 42 километров."),
    ("html", PLAIN, "html", points("Amaro", "Kelva", "Sund", attributes=" reversed")),
    ("html", PLAIN, "html", points("Amaro", "Kelva", "Sund", attributes=' start="4"')),
    ("html", PLAIN, "html", points("Amaro", "Kelva", "Sund", values=(' value="3"', "", ' value="9"'))),
    (
        "html",
        f"<ul><li>{TICKED} North</li><li>{BOX} South</li></ul>",
        "html",
        f"<ul><li>{BOX} North</li><li>{TICKED} South</li></ul>",
    ),
    ("txt", "It holds 10⁻³ grams of lead.", "txt", "It holds 103 grams of lead."),
    ("html", "They paid for (3 + 4)<sup>2</sup> berths.", "html", "They paid for (3 + 4) 2 berths."),
    ("txt", "The base is 101₂ in the old book.", "txt", "The base is 1012 in the old book."),
    ("md", "4. Amaro\n5. Kelva", "md", "1. Amaro\n2. Kelva"),
    ("txt", "4. Amaro\n5. Kelva", "txt", "1. Amaro\n2. Kelva"),
    ("md", "3. Amaro\n2. Kelva\n1. Sund", "html", PLAIN),
    ("html", PLAIN, "html", points("Amaro", "Kelva", "Sund", attributes=' start="0"')),
    (
        "html",
        f"<ul><li><label>{TICKED} North</label></li><li><label>{BOX} South</label></li></ul>",
        "md",
        "- [ ] North\n- [ ] South",
    ),
]
SAME = [
    ("html", "It held 10<sup>6</sup> germs.", "txt", "It held 10⁶ germs."),
    ("txt", "It held 10^6 germs.", "txt", "It held 10⁶ germs."),
    ("html", "It held 40 tonnes of CO<sub>2</sub> on 5 m<sup>2</sup>.", "txt", "It held 40 tonnes of CO2 on 5 m2."),
    ("html", PLAIN, "md", "1. Amaro\n2. Kelva\n3. Sund"),
    ("html", PLAIN, "txt", "1. Amaro\n2. Kelva\n3. Sund"),
    ("html", PLAIN, "md", "1. Amaro\n1. Kelva\n1. Sund"),
    ("html", points("Amaro", "Kelva", attributes=' start="4"'), "md", "4. Amaro\n5. Kelva"),
    ("html", points("Amaro", "Kelva", attributes=' start="4"'), "txt", "4. Amaro\n5. Kelva"),
    ("html", points("Amaro", "Kelva", "Sund", attributes=' start="1"'), "html", PLAIN),
    ("html", f"<ul><li>{TICKED} North</li><li>{BOX} South</li></ul>", "md", "- [x] North\n- [ ] South"),
    ("html", f"<ul><li>{TICKED} Show all</li><li>North</li></ul>", "md", "- Show all\n- North"),
]


def standing(form: str, text: str, other_form: str, other: str) -> Standing:
    one, two = (compared_text(paragraphs(*each), Origin()) for each in ((form, text), (other_form, other)))
    return likeness(one, two).kind


@pytest.mark.parametrize("row", APART)
def test_texts_of_other_numbers_are_two(row: tuple[str, str, str, str]) -> None:
    assert standing(*row) is not Standing.SAME


@pytest.mark.parametrize("row", SAME)
def test_one_text_in_two_forms_is_one(row: tuple[str, str, str, str]) -> None:
    assert standing(*row) is Standing.SAME


def test_numbers_that_do_not_count_on_are_written_out() -> None:
    """Markdown counts on from the first number of a list by itself."""
    tree = read_tree(f"<p>{ABOUT}</p>{points('Amaro', 'Kelva', attributes=' reversed')}")
    assert [one.markdown for one, _ in blocks(tree)][-1] == "- 2\\. Amaro\n- 1\\. Kelva"
