"""Bylines of papers in many languages."""

import pytest

from annotated_briefings.intake.stated.people import people

BYLINES = [
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
