"""Slugs and addresses."""

from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_briefings.base.paths import (
    as_uri,
    free_name,
    host_of,
    is_slug,
    is_web_address,
    output_file,
    relative_url,
    slugify,
    split_url,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
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
    ],
)
def test_a_title_becomes_an_address_part(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    assert slugify("word " * 40) == "-".join(["word"] * 12)


@given(st.text())
@example("\u0300")
@example("a \u0300b")
@example("\u093f \u0e31x")
def test_every_slug_is_a_slug(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("page", "target", "url"),
    [
        ("/", "/", "./"),
        ("/", "/tags/x/", "tags/x/"),
        ("/briefs/a/", "/briefs/b/", "../../briefs/b/"),
        ("/briefs/a/", "/briefs/a/", "../../briefs/a/"),
        ("/briefs/a/", "/briefs/a/index.md", "../../briefs/a/index.md"),
        ("/briefs/a/", "/briefs/a/#note-1", "#note-1"),
        ("/briefs/a/", "/", "../../"),
        ("/2023/05/", "/2023/", "../../2023/"),
        ("/2023/", "/2023/05/", "../2023/05/"),
        ("/404.html", "/entities/", "entities/"),
        ("/a/b/", "/css/site.css", "../../css/site.css"),
    ],
)
def test_an_address_is_written_relative_to_its_page(page: str, target: str, url: str) -> None:
    assert relative_url(page, target) == url


@given(*[st.lists(st.sampled_from(["a", "b", "ab", "c"]), max_size=4)] * 2, st.sampled_from(["/", "/x.html", "/#m1"]))
def test_a_relative_address_leads_back_to_its_target(here: list[str], there: list[str], end: str) -> None:
    page, target = "/".join(["", *here, ""]), "/".join(["", *there]) + end
    url = relative_url(page, target)
    assert not url.startswith("/")
    assert urljoin(f"https://site.example{page}", url) == f"https://site.example{target}"
    assert urljoin(f"https://site.example/below{page}", url) == f"https://site.example/below{target}"


@given(*[st.lists(st.sampled_from(["a", "b", "ab", "c"]), min_size=1, max_size=4)] * 2, st.sampled_from(["/", "/x.md"]))
def test_it_leads_there_where_a_host_serves_the_page_without_its_last_slash(
    here: list[str], there: list[str], end: str
) -> None:
    page, target = "/".join(["", *here]), "/".join(["", *there]) + end
    assert urljoin(f"https://site.example{page}", relative_url(f"{page}/", target)) == f"https://site.example{target}"


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


@given(
    st.from_regex(r"(https?|ftp):?//?[wa.b:@\[\]%-]{0,9}[/?#]?[a.]{0,2}", fullmatch=True)
    | st.sampled_from(
        ["https://www.a.example", "http://www", "https://www.www.a/", "HTTPS://A.Example/x", "https://é.example"]
    )
)
def test_the_host_of_an_address_is_what_the_standard_library_says(url: str) -> None:
    assert host_of(url) == (split_url(url).hostname or "").removeprefix("www.")
    assert is_web_address(url) == (split_url(url).scheme in ("http", "https") and host_of(url) != "")


@pytest.mark.parametrize(
    ("typed", "uri"),
    [
        ("https://a.example", "https://a.example"),
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/b%20c", "https://a.example/b%20c"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/ü?q=ä&r=1+2#ö", "https://a.example/%C3%BC?q=%C3%A4&r=1+2#%C3%B6"),
        ("https://häfen.example/(x)", "https://häfen.example/(x)"),
        ("/only/a päth", "/only/a päth"),
    ],
)
def test_an_address_is_escaped_once(typed: str, uri: str) -> None:
    assert as_uri(typed) == uri
    assert as_uri(uri) == uri
