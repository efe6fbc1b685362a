"""Slugs and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.paths import free_name, is_slug, output_file, relative_url, slugify


@pytest.mark.parametrize(("text", "slug"), [
    ("Oppo closes its chip unit", "oppo-closes-its-chip-unit"),
    ("L’été à Zürich!", "lete-a-zurich"),
    ("Don't panic", "dont-panic"),
    ("  --  ", ""),
    ("中国 AI", "中国-ai"),
    ("snake_case name", "snake-case-name"),
    ("Чайковский, зелёный чай", "чайковский-зелёный-чай"),
    ("За́мок и замо́к", "замок-и-замок"),
    ("น้ำท่วม", "น้ำท่วม"),
    ("हिन्दी समाचार", "हिन्दी-समाचार"),
])
def test_a_title_becomes_an_address_part(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    assert slugify("word " * 40) == "-".join(["word"] * 12)


@given(st.text())
def test_every_slug_is_a_slug(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize(("page", "target", "url"), [
    ("/", "/", "./"),
    ("/", "/tags/x/", "tags/x/"),
    ("/briefs/a/", "/briefs/b/", "../b/"),
    ("/briefs/a/", "/briefs/a/#note-1", "#note-1"),
    ("/briefs/a/", "/", "../../"),
    ("/2023/05/", "/2023/", "../"),
    ("/2023/", "/2023/05/", "05/"),
    ("/404.html", "/entities/", "entities/"),
    ("/a/b/", "/css/site.css", "../../css/site.css"),
])
def test_an_address_is_written_relative_to_its_page(page: str, target: str, url: str) -> None:
    assert relative_url(page, target) == url


@pytest.mark.parametrize(("address", "file"), [("/", "index.html"), ("/a/", "a/index.html"), ("/f.xml", "f.xml")])
def test_an_address_has_a_file(address: str, file: str) -> None:
    assert output_file(address) == file


def test_thousands_of_equal_names_are_counted_on() -> None:
    taken, counts = {"a", "a-2", "a-4"}, dict[str, int]()
    for _ in range(50_000):
        taken.add(free_name("a", taken, counts))
    assert len(taken) == 50_003
    assert {"a-3", "a-5", "a-50003"} <= taken
    assert free_name("b", taken, counts) == "b"
