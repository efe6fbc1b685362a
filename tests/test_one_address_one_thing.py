"""Names that differ never share an address in silence, and an address does not depend on what else a site has."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.base.config import Config
from annotated_briefings.base.i18n import Words, read_words
from annotated_briefings.base.names import address_part, is_blank, label_key, same_file
from annotated_briefings.base.paths import is_placeholder
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.writer import quoted
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_stories, parse_tags
from annotated_briefings.site.checks.shared_addresses import shared_address
from annotated_briefings.site.checks.whole_site import WholeSite
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.figure_series import find_quantities
from annotated_briefings.site.model.relations import connect
from annotated_briefings.site.routes.plan import plan_site

ROOT = Path(__file__).resolve().parents[1]
WORDS: Words = read_words(Source("words.yaml", (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")), None)[
    0
]["en"]
FAMILIES = {"tags": "/tags/", "stories": "/stories/", "publishers": "/sources/", "authors of notes": "/notes/by/"}
NAMES = st.text(min_size=1, max_size=4, alphabet="aAéßsS+-#. _🌊٣字") | st.sampled_from(
    ["C", "C++", "C#", "Canal", "Canal+", "50", "50%", "Con", "NUL", "page", "", "by", "Ilk", "ılk"]
)


def brief(number: int, name: str) -> Brief:
    head = f"title: T{number}\ndate: 2026-01-{number % 28 + 1:02}\ntags: [{quoted(name)}]\nstory: {quoted(name)}\n"
    head += f"sources:\n  - outlet: {quoted(name)}\n"
    head += f"annotations:\n  - quote: Boats\n    note: N\n    author: {quoted(name)}\n"
    found, diagnostics = parse_brief(Source(f"briefings/b{number}.md", f"---\n{head}---\nBoats came in.\n"))
    assert found is not None, diagnostics
    return found


def site(briefs: Sequence[Brief], tags: str = "", stories: str = "", language: str = "en") -> SiteContext:
    listed = parse_tags(Source("briefings/tags.yaml", tags))[0]
    diagnostics = parse_stories(Source("briefings/stories.yaml", stories))[0]
    catalog = build_catalog(briefs, (), listed, diagnostics, language=language)
    web = connect(catalog, {b.slug: () for b in catalog.briefs})
    now = datetime(2026, 5, 1, tzinfo=UTC)
    return SiteContext(catalog, web, Config(language=language), now, False, {language: WORDS}, {})


def pages_of(context: SiteContext) -> dict[str, dict[str, set[str]]]:
    """Family to address to the briefs of its page."""
    catalog, web = context.catalog, context.web
    return {
        "tags": {slug: set(web.briefs_tagged.get(slug, ())) for slug in catalog.tag_of},
        "stories": {story: set(slugs) for story, slugs in web.briefs_in_story.items()},
        "publishers": {key: set(slugs) for key, slugs in web.briefs_from.items()},
        "authors of notes": {key: {i.brief.slug for i in items} for key, items in context.note_lists.authors.items()},
    }


@settings(max_examples=examples(50))
@given(st.lists(NAMES, min_size=1, max_size=6, unique=True))
def test_names_that_differ_have_pages_that_differ_or_are_named_in_a_warning(names: list[str]) -> None:
    shown = [name for name in names if not is_blank(name)]
    briefs = [brief(number, name) for number, name in enumerate(shown)]
    context = site(briefs)
    messages = [found.message for found in shared_address.find(WholeSite(context, {}))]
    for family, pages in pages_of(context).items():
        assert len({same_file(address) for address in pages}) == len(pages)
        for number, name in enumerate(shown):
            if family == "publishers" and is_placeholder(name):
                continue
            assert any(f"b{number}" in slugs for slugs in pages.values()), (family, name)
        for slugs in pages.values():
            keys = {label_key(shown[int(slug[1:])]) for slug in slugs}
            shared = [text for text in messages if text.startswith(f"the {family} ")]
            assert len(keys) == 1 or len(shared) >= len(keys) - 1


@settings(max_examples=examples(50))
@given(st.lists(NAMES, min_size=1, max_size=5, unique=True), NAMES)
def test_pages_are_the_same_in_any_order_of_files_and_stay_when_a_name_comes(names: list[str], newcomer: str) -> None:
    shown = [name for name in names if not is_blank(name)]
    briefs = [brief(number, name) for number, name in enumerate(shown)]
    before = pages_of(site(briefs))
    assert pages_of(site(briefs[::-1])) == before
    after = pages_of(site([brief(20, newcomer), *briefs])) if not is_blank(newcomer) else before
    for family, pages in before.items():
        # Of two that would be one file on some computers only one can stay.
        lasting = {address for address in pages if "ß" not in address and "ss" not in address.replace("-", "")}
        assert lasting <= set(after[family]), family


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    "names",
    [
        ("Canal", "Canal+"),
        ("C", "C++", "C#"),
        ("50", "50%", "+50", "-50", "$50", "#50"),
        ("🌊", "🔥", "++", "→"),
        ("Harbour", "Harbour 🌊"),
        ("word " * 20 + "one", "word " * 20 + "two"),
        ("مرحبا", "بحر", "字", "海"),
    ],
    ids=str,
)
def test_signs_pictures_and_long_names_make_pages_of_their_own(family: str, names: tuple[str, ...]) -> None:
    context = site([brief(number, name) for number, name in enumerate(names)])
    found = pages_of(context)[family]
    assert sorted(found.values(), key=min) == [{f"b{number}"} for number in range(len(names))]
    paths = [page.path for page in plan_site(context)]
    assert {f"{FAMILIES[family]}{address}/index.html".lstrip("/") for address in found} <= set(paths)
    assert len({same_file(path) for path in paths}) == len(paths)


def test_a_tag_and_a_story_that_a_list_declares_are_meant_by_their_own_names_first() -> None:
    context = site(
        [brief(0, "Café"), brief(1, "cafe"), brief(2, "C")],
        tags="cafe-2: {label: Café}\nc-lang: {label: C}\n",
        stories="cafe-2: {title: Café}\n",
    )
    assert pages_of(context)["tags"] == {"cafe-2": {"b0"}, "cafe": {"b1"}, "c-lang": {"b2"}}


def test_the_commonest_spelling_is_the_label_of_a_tag() -> None:
    context = site([brief(0, "Tug_Boats"), brief(1, "tug boats"), brief(2, "tug boats")])
    assert [(tag.slug, tag.label) for tag in context.catalog.tags] == [("tug-boats", "tug boats")]


def test_case_is_folded_as_in_the_language_of_the_site() -> None:
    briefs = [brief(number, name) for number, name in enumerate(["ILIK SU", "ılık su", "İRİS", "iris", "KIR", "KİR"])]
    for family, pages in pages_of(site(briefs, language="tr")).items():
        assert sorted(map(sorted, pages.values())) == [["b0", "b1"], ["b2", "b3"], ["b4"], ["b5"]], family


def test_case_is_folded_as_in_the_language_of_a_brief() -> None:
    text = "---\ntitle: T\nlang: tr\ntags: [ILIK]\n---\nBoats.\n"
    turkish, _ = parse_brief(Source("briefings/t.md", text))
    assert turkish is not None
    context = site([turkish, brief(1, "ılık"), brief(2, "ILIK")])
    assert pages_of(context)["tags"] == {"ılık": {"t", "b1"}, "ilik": {"b2"}}


def test_a_name_that_windows_keeps_has_a_page_under_an_address_that_it_can_store() -> None:
    context = site([brief(0, "Con")])
    paths = [page.path for page in plan_site(context)]
    assert {"tags/con-/index.html", "stories/con-/index.html", "sources/con-/index.html"} <= set(paths)
    assert not any("/con/" in path for path in paths)


def test_words_that_two_letters_of_german_tell_apart_are_one_page_with_a_warning() -> None:
    context = site([brief(0, "Maße"), brief(1, "Masse")], language="de")
    assert {family: set(pages) for family, pages in pages_of(context).items()} == {key: {"maße"} for key in FAMILIES}
    assert address_part("Masse") == "masse"
    messages = [found.message for found in shared_address.find(WholeSite(context, {}))]
    assert messages == [f"the {family} `Maße` and `Masse` are one page, {FAMILIES[family]}maße/" for family in FAMILIES]


@pytest.mark.parametrize("days", [("01", "02"), ("02", "01")])
def test_a_figure_in_another_unit_does_not_move_the_address_of_the_older_one(days: tuple[str, str]) -> None:
    def with_figure(name: str, day: str, unit: str) -> Brief:
        text = (
            f"---\ntitle: {name}\ndate: 2026-01-{day}\nfigures:\n  - {{value: 8, unit: {unit}, what: cargo}}\n---\nB.\n"
        )
        found, _ = parse_brief(Source(f"briefings/{name}.md", text))
        assert found is not None
        return found

    def address_of(name: str, *briefs: Brief) -> str:
        context = site(briefs)
        return find_quantities(context.catalog, context.web, "en", set())[name, 0].id

    one, other = with_figure("one", days[0], "tons"), with_figure("other", days[1], "crates")
    older, newer = (one, other) if days[0] < days[1] else (other, one)
    assert address_of(older.slug, older) == address_of(older.slug, older, newer) == "cargo"
    assert address_of(newer.slug, older, newer) not in ("", "cargo")
