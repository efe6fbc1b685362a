"""Finished pages examined."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.output.audit import (
    PageFacts,
    duplicate_ids,
    faults_of,
    find_broken_links,
    page_facts,
    page_links,
)
from annotated_briefings.output.render import Output

PAGES = "correct the link, or write `[[...]]` around the name of a brief, an entity, a tag or a story"
FILES = "correct the link; `/img/a.png` means static/img/a.png, and a name alone a file that lies beside the brief"


def page(path: str, body: str) -> Output:
    return Output(path, f'<html lang="en"><body>{body}</body></html>'.encode(), "briefings/a.md")


def reported(*pages: Output, base: str = "/") -> list[str]:
    files = {*(p.path for p in pages), "css/site.css"}
    facts = [page_facts(p) for p in pages]
    ids = {fact.path: frozenset(fact.ids) for fact in facts}
    broken = find_broken_links(facts, files, ids.__getitem__, base)
    found = (*duplicate_ids(facts), *(link.diagnostic() for link in broken))
    # What a page leads to, looked at alone, says as much as looking at each of its links.
    leads = {lead for fact in facts for lead in page_links(fact, base)}
    assert bool(found) == any(
        path not in files or (fragment and path in ids and fragment not in ids[path])
        for path, _, fragment in (lead.partition("#") for lead in leads)
    )
    return [show(d).split("\n")[0] for d in found]


def test_links_that_lead_somewhere_are_silent() -> None:
    first = page(
        "a/index.html",
        '<a href="../b/#x">b</a><a href="./">self</a><a href="#y" id="y">y</a>'
        '<a href="https://example.org/none">out</a><a href="mailto:a@b.example">m</a>'
        '<img src="../css/site.css"><a href="../">up</a><a href="/base/b/">abs</a>',
    )
    assert reported(first, page("b/index.html", '<p id="x"></p>'), page("index.html", ""), base="/base/") == []


@given(
    st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "a/b/c/index.html", "a/b.html"]),
    st.lists(st.sampled_from(["..", "a", "b", "c.css", ".well-known", ".", "d%20e"]), max_size=6),
    st.booleans(),
)
def test_a_relative_link_leads_where_browsers_go(path: str, steps: list[str], folder: bool) -> None:
    target = "/".join(steps) + ("/" if folder and steps else "")
    there = unquote(urlsplit(urljoin(f"https://site.example/{path}", target)).path).lstrip("/")
    lead = f"{there}index.html" if not there or there.endswith("/") else there
    assert page_links(PageFacts(path, "templates/x.html", (), (target,))) in ((lead,), () if lead == path else (lead,))


def test_a_link_to_no_page_and_one_to_no_place_are_said() -> None:
    first = page("a/index.html", '<a href="../c/">c</a><a href="../b/#z">z</a>')
    assert reported(first, page("b/index.html", "")) == [
        "briefings/a.md: warning[broken-link]: `../c/` on a/index.html leads to no page",
        "briefings/a.md: warning[broken-link]: `../b/#z` on a/index.html leads to no place on its page",
    ]


@pytest.mark.parametrize(
    ("link", "remedy"),
    [
        ("../tideworks-opnes/", "did you mean `/briefs/tideworks-opens/`?"),
        ("../nothing/", PAGES),  # not the page that it stands on, though both begin alike
        ("../brdge/", PAGES),
        ("/tags/tid/", "did you mean `/tags/tide/`?"),
        ("/abuot/", "did you mean `/about/`?"),
        ("near.png", FILES),  # not a picture that is made of another brief
        ("crane.png", "did you mean `/img/crane2.png`?"),
        ("https//plan.example/crane", "write `https://plan.example/crane`"),
        ("https:/plan.example/crane", "write `https://plan.example/crane`"),
        ("http:plan.example", "write `https://plan.example`"),
    ],
)
def test_a_broken_link_may_have_meant_no_page_of_another_kind_and_no_made_picture(link: str, remedy: str) -> None:
    files = [
        "briefs/bridge/index.html",
        "briefs/tideworks-opens/index.html",
        "briefs/bridge/card.png",
        "tags/tide/index.html",
        "about/index.html",
        "img/crane2.png",
    ]
    shown = page_facts(page("briefs/bridge/index.html", f'<a href="{link}">x</a>'))
    found = find_broken_links([shown], files, lambda _: ())
    assert [d.help for d in found] == [remedy]


def test_an_id_that_stands_twice_is_said() -> None:
    assert reported(page("a.html", '<p id="x"></p><p id="x"></p>')) == [
        "briefings/a.md: warning[duplicate-id]: `x` is the id of two elements of a.html"
    ]


def test_faults_of_the_markup_are_said() -> None:
    html = b"<html><body><h1>A</h1><h3>B</h3><h1>C</h1><img src='x'></body></html>"
    found = faults_of(Output("a.html", html, "a.md"))
    assert [show(d) for d in found] == [
        "a.md: warning[page]: there are 2 main headings in a.html\n  help: give the page exactly one `h1`",
        "a.md: warning[page]: an h3 follows an h1 in a.html\n  help: leave no heading level out",
        "a.md: warning[page]: the picture `x` has no `alt` in a.html\n  help: say what it shows",
        "a.md: warning[page]: the page names no language in a.html\n  help: set `lang` on the html element",
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<html lang="en"><h1>A</h1><img title="a > b" src="x" alt=""></html>',
        "<HTML LANG=en><H1>A</H1><!-- <h1>B</h1> <img src=y> --><IMG SRC=x ALT></HTML>",
        '<html dir="ltr" lang="en"><h1 class="x">A</h1><script type="x">"<img src=y><h1>"</script><h2>B</h2></html>',
    ],
)
def test_what_is_well_is_silent_however_it_is_written(html: str) -> None:
    assert faults_of(Output("a.html", html.encode(), "a.md")) == ()


@pytest.mark.parametrize("base", ["a%20b", "stra%C3%9Fe", "straße", "a/b%2Bc", "%E6%B8%AF"])
def test_links_of_a_site_below_a_path_with_any_letters_are_found(base: str, tmp_path: Path) -> None:
    case = Case(tmp_path, f"title: T\nbase_url: https://desk.example/{base}\nsocial_images: false\n")
    case.brief("a", "title: A\ndate: 2026-03-03")
    assert case.build().reported("broken-link") == []
