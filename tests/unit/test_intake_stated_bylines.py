"""Bylines of papers in many languages."""

import pytest

from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.segmentation.credits import read_credit
from annotated_briefings.intake.stated.people import people

BYLINES = [
    ("Door Piet Bos en Eva Mol", "Piet Bos, Eva Mol"),
    ("By Jane Doe, Business reporter", "Jane Doe"),
    ("Von Lena Holm (dpa)", "Lena Holm"),
    ("Text: Lena Holm", "Lena Holm"),
    ("Von Lena Holm und Tom Reuss, Hamburg", "Lena Holm, Tom Reuss"),
    ("JANE DOE", "JANE DOE"),
    ("By Jane Doe and John Roe in Lund", "Jane Doe, John Roe"),
    ("Jane Doe | Staff Writer", "Jane Doe"),
    ("Jane Doe, Senior Correspondent", "Jane Doe"),
    ("Jane Doe @janedoe", "Jane Doe"),
    ("By Jane Doe | The Courier", "Jane Doe"),
    ("Par Anne Dupuis, envoyée spéciale à Rome", "Anne Dupuis"),
    ("Par Anne Dupuis avec AFP", "Anne Dupuis"),
    ("Por María Gil y Juan Ruiz | Madrid", "María Gil, Juan Ruiz"),
    ("di Mario Rossi", "Mario Rossi"),
    ("Door Jan de Vries", "Jan de Vries"),
    ("door onze redacteur Jan de Vries", "Jan de Vries"),
    ("Jane Doe · 3 min read", "Jane Doe"),
    ("Published by Jane Doe on 3 May 2024", "Jane Doe"),
    ("Jane Doe Updated 4 hours ago", "Jane Doe"),
    ("Reporting by Jane Doe; Editing by John Roe", "Jane Doe"),
    ("Jane Doe, Lund Gazette", "Jane Doe"),
    ("Dr. Jane Doe", "Dr. Jane Doe"),
    ("Jane Doe, PhD", "Jane Doe PhD"),
    ("Ein Gastbeitrag von Lena Holm", "Lena Holm"),
    ("Kommentar von Lena Holm", "Lena Holm"),
    ("Eine Analyse von Lena Holm", "Lena Holm"),
    ("Lena Holm, Redakteurin Wirtschaft", "Lena Holm"),
    ("Article écrit par Anne Dupuis", "Anne Dupuis"),
    ("Propos recueillis par Anne Dupuis", "Anne Dupuis"),
    ("文/王小明", "王小明"),
    ("记者 王小明", "王小明"),
    ("作者：王小明", "王小明"),
    ("Автор: Иван Петров", "Иван Петров"),
    ("Иван Петров, корреспондент", "Иван Петров"),
    ("كتب: أحمد علي", "أحمد علي"),
    ("بقلم أحمد علي", "أحمد علي"),
    ("Follow Jane Doe", "Jane Doe"),
    ("Subscribe", ""),
    ("Read more", ""),
    ("Staff", ""),
    ("By Our Correspondent", ""),
    ("Agencies", ""),
    ("Redaktion", ""),
    ("Jane Doe's profile", "Jane Doe"),
    ("More by Jane Doe", "Jane Doe"),
    ("Photo: Jane Doe", ""),
    ("View Jane Doe's articles", "Jane Doe"),
    ("Jane Doe 📷", "Jane Doe"),
    ("O'Brien, Pat", "Pat O'Brien"),
    ("jane doe", "jane doe"),
    ("Words by Jane Doe", "Jane Doe"),
    ("By Jane Doe for The Courier", "Jane Doe"),
    ("Jane Doe in London", "Jane Doe"),
    ("Jane Doe, Political Editor, in Leeds", "Jane Doe"),
    ("Lena Holm mit dpa", "Lena Holm"),
    ("dpa/Lena Holm", "Lena Holm"),
]


@pytest.mark.parametrize(("byline", "names"), BYLINES)
def test_a_byline_is_read_as_the_names_of_its_writers_alone(byline: str, names: str) -> None:
    assert people(byline) == names


TURNED = [
    ("Ibarra Lozano, Carmen", "Carmen Ibarra Lozano"),
    ("van der Meer, Jan", "Jan van der Meer"),
    ("de la Fuente, María Elena", "María Elena de la Fuente"),
    ("García Soler, Gabriel José", "Gabriel José García Soler"),
    ("Autor: Ortiz Vela, Luis", "Luis Ortiz Vela"),
    ("Le Goff, Marion", "Marion Le Goff"),
    ("De Luca, Giulia; Bianchi, Marco", "Giulia De Luca, Marco Bianchi"),
    ("Keller, Hans-Peter", "Hans-Peter Keller"),
    ("Ward, J. R.", "J. R. Ward"),
    ("Smith, John A.", "John A. Smith"),
    ("Holm, Anna und Reuss, Thomas", "Anna Holm, Thomas Reuss"),
    ("von Falk, Hanne", "Hanne von Falk"),
]


@pytest.mark.parametrize(("field", "names"), TURNED)
def test_a_name_with_the_surname_first_is_turned_round(field: str, names: str) -> None:
    assert people(field) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Anna Berg, Madrid", "Anna Berg"),
        ("Hans Maier, Paris", "Hans Maier"),
        ("Anna Berg, Karl Holm and Maria Dahl", "Anna Berg, Karl Holm, Maria Dahl"),
        ("Jane Doe, Transport Correspondent", "Jane Doe"),
        ("By Jane Doe, Florence", "Jane Doe"),
    ],
)
def test_places_offices_and_second_writers_behind_a_comma_are_no_given_names(byline: str, names: str) -> None:
    assert people(byline) == names


@pytest.mark.parametrize(
    "name",
    ["Yann Le Bihan", "Noor El Fassi", "Claire En Dahl", "Robert E Lee", "Minh Le", "Aïcha El-Amin",
     "Jan van der Meer", "April Jones"],
)  # fmt: skip
@pytest.mark.parametrize("word", ["By", "Par", "Von", "Por", "Door", "di"])
def test_parts_of_a_surname_that_are_words_too_stay_with_it(word: str, name: str) -> None:
    assert people(f"{word} {name}") == name
    # An initial without a point is no part of a line that shows nothing else.
    assert byline_names(f"{word} {name}") == ("" if " E " in name else name)


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Il Corriere di Lodi, 24/11/2026, pag. 3, di Paolo Rossi", "Paolo Rossi"),
        ("De Bode, 24 november 2026, p. 3, door Jan van der Meer", "Jan van der Meer"),
        ("Der Bote, Di, 24.11.2026, S. 3, von Anna Berg", "Anna Berg"),
        ("The Courier, 24 November 2026, p. 3, by Noor El Fassi", "Noor El Fassi"),
        ("Der Bote, Di 24.11.2026", ""),
    ],
)
def test_the_line_of_a_clipping_names_its_writer_behind_the_page(line: str, writer: str) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert (credit.day, credit.author) == ("2026-11-24", writer)


@pytest.mark.parametrize("value", ["van der Meer, Jan", "Smith, John", "García Soler, Gabriel José", "Berg Holm, Anna"])
@pytest.mark.parametrize("label", ["Autor", "Author", "Auteur", "Autore", "Byline"])
def test_a_line_with_a_label_and_a_turned_name_is_a_byline(label: str, value: str) -> None:
    assert byline_names(f"{label}: {value}") == value
