"""Tags and entities as people really write them."""

import pytest
from small_site import Case


def test_tags_that_differ_in_case_are_one(case: Case) -> None:
    """Tags that differ only in case are one tag with one page. (TX-02)"""
    for name, tags in (("a", "Harbour"), ("b", "harbour"), ("c", "HARBOUR, harbour")):
        case.brief(name, f"title: {name.upper()}\ndate: 2026-06-02\ntags: [{tags}]")
    case.build()
    pages = [path for path in case.files() if path.startswith("tags/") and path.lower().count("harbour")]
    assert pages.count("tags/harbour/index.html") == 1
    assert len({path.lower() for path in pages}) == len(pages)
    cards = case.page("tags/harbour/index.html").select(".card-title")
    assert sorted(card.get_text() for card in cards) == ["A", "B", "C"]


def test_tags_with_slashes_lead_to_pages_that_are_there(case: Case) -> None:
    """The link of every tag leads to a page that exists, also when its name holds slashes. (TX-03)"""
    case.brief("a", "title: A\ndate: 2026-06-03\ntags: [CI/CD, film, film/documentary, /]")
    case.build()
    assert case.reported("broken-link") == []
    for link in case.page("briefs/a/index.html").select("a[href*='tags/']"):
        target = str(link["href"]).removeprefix("../../")
        assert f"{target}index.html" in case.files(), target
    assert "tags/film/documentary/index.html" in case.files()


def test_a_tag_named_as_a_page_of_a_list_takes_no_page_away(case: Case) -> None:
    """A tag named like a numbered page of a list does not replace that page. (TX-03)"""
    for number in range(150):
        case.brief(f"b{number}", f"title: B{number}\ndate: 2026-06-03\ntags: [{'a/page/1' if number < 5 else 'a'}]")
    case.build()
    text = " ".join(case.text(path) for path in case.files() if path.startswith("tags/a") and path.endswith(".html"))
    assert all(f"B{number} " in text for number in range(150))
    assert case.reported("broken-link") == []
    assert case.html("tags/a/page-/1/feed.xml").count("<entry>") == 5


@pytest.mark.parametrize("slug", ["tags", "entities", "feed", "search", "index", "404"])
def test_a_brief_named_as_a_list_lies_among_the_briefs(case: Case, slug: str) -> None:
    """A brief whose slug is `tags`, `index` or `feed` replaces no page that the product makes. (TX-07, SL-06)"""
    case.brief("a", f'title: A\ndate: 2026-06-07\nslug: "{slug}"\ntags: [x]')
    case.brief("index", "title: Another\ndate: 2026-06-07")
    case.build(search=True)
    assert case.reported("broken-link") == []
    assert f"briefs/{slug}/index.html" in case.files() or case.reported("front-matter", "duplicate-slug")
    home = case.page("index.html").find("h1")
    assert home is not None
    assert "Case" in home.get_text() or "A" in case.text("index.html")
    assert "tags/index.html" in case.files()
    assert "404.html" in case.files()


def test_stray_signs_around_tags_make_no_twins(case: Case) -> None:
    """Commas, quotation marks and spaces around a tag do not make another tag of it. (TX-09)"""
    case.brief("a", 'title: A\ndate: 2026-06-09\ntags: ["trade,", " trade", "trade ", trade, "\\u00a0trade"]')
    case.build()
    assert [
        path
        for path in case.files()
        if path.startswith("tags/") and path.endswith("/index.html") and path != "tags/index.html"
    ] == ["tags/trade/index.html"]
    assert len(case.page("tags/trade/index.html").select(".card-title")) == 1


def test_names_are_linked_as_whole_words_in_running_text_alone(case: Case) -> None:
    """Names of entities are linked as whole words in running text; not within words, headings, code or links.
    (TX-11)
    """
    case.write("briefings/entities.yaml", "us: {name: US}\nart: {name: Art}\nr: {name: R}\nport: {name: Port}\n")
    case.brief(
        "a",
        "title: Names\ndate: 2026-06-11\nentities: [US, Art, R, Port]",
        "## US and Art\n\nThe US team met in Austin, USA. Art dealers; article; Port and Portugal. `US = 1` and "
        "[the US page](https://us.example) R.\n",
    )
    case.build()
    text = case.page("briefs/a/index.html").select_one(".text")
    assert text is not None
    assert [a.get_text() for a in text.select("a.entity")] == ["US", "Art", "Port", "R"]
    assert not text.select("h2 a, code a, a a")
