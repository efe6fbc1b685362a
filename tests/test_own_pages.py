"""Pages of a site's own (`pages/*.md`): published at their names, linked, searched, held back, and never in the way."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import BASE, Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.content.own_page import parse_page
from annotated_briefings.content.schema import all_schemas
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session
from annotated_briefings.site.routes.table import ROUTES
from annotated_briefings.site.routes.taken import taken_by

NOW = datetime(2026, 12, 1, tzinfo=UTC)
PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='9' height='9'/></svg>"
HELD = (
    *("draft: true", "embargo_until: 2030-01-01T00:00:00Z", "expires_at: 2020-01-01T00:00:00Z", "draft:"),
    *("status: draft", "publish_at: 2031-05-05T00:00:00Z", "Entwurf: ja", "published: false", "visibility: private"),
    *("expires: 2020-01-01", "draft: maybe", "noindex: true"),
)
"""Lines of front matter that hold a page back, in the spelling of other tools too."""
SHOWN = (
    *("draft: false", "nav: true", "order: 3", "publish_at: 2020-01-01T00:00:00Z", "lang: de", "nav: yes"),
    *("expires_at: 2040-01-01T00:00:00Z", "embargo_until: 2021-01-01T00:00:00Z", "description: In short."),
    *("order:", "title_note: x", "lang: ar"),
)
"""As many that do not."""
FREE = (
    *("about", "contact", "imprint", "how-we-work", "20230", "tagged", "story", "people-of-the-harbour", "cssx"),
    *("medias", "years", "uber-uns", "page"),
)
"""Names that a page may have."""


def fill(case: Case) -> Case:
    case.write("briefings/entities.yaml", "molen: {name: Molen Star, type: company}\n")
    case.brief("harbour", "title: Harbour opens\ndate: 2026-04-10\ntags: [ports]", "See [us](../pages/about.md#who).\n")
    case.write("pages/team.svg", PICTURE)
    case.write(
        "pages/about.md",
        "---\ntitle: About us\ndescription: Who writes here.\nnav: true\n---\n\nWe follow [[Molen Star]], [[ports]], "
        "[[Contact]] and [this](../briefings/harbour.md).[^1]\n\n![The team](team.svg)\n\n## Who\n\n[up](#who)\n\n"
        "[^1]: Since the zeppelin came.\n",
    )
    case.write("pages/contact.md", "---\ntitle: Contact\norder: 1\nlang: de\n---\n\nRing us.\n")
    return case


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return fill(Case(tmp_path_factory.mktemp("pages"))).build(search=True)


def test_a_page_is_published_with_its_links_and_pictures_and_as_markdown(site: Case) -> None:
    assert site.reported() == []
    page = site.page("about/index.html")
    links = {a.get_text(): a["href"] for a in page.select("article a")}
    assert links["Molen Star"] == "../entities/molen/"
    assert links["ports"] == "../tags/ports/"
    assert links["Contact"] == "../contact/"
    assert (links["this"], links["up"]) == ("../briefs/harbour/", "#who")
    assert str(page.select("article img")[0]["src"]).startswith("../media/team.")
    assert "Since the zeppelin came." in site.text("about/index.html")
    assert page.select("link[rel=canonical]")[0]["href"] == f"{BASE}/about/"
    assert 'href="../../about/#who"' in site.html("briefs/harbour/index.html")
    twin = site.html("about/index.md")
    assert twin.startswith('---\ntitle: "About us"\n')
    assert f"[Contact]({BASE}/contact/)" in twin
    assert '<html lang="de" dir="ltr">' in site.html("contact/index.html")


def test_pages_are_in_the_foot_the_menu_the_sitemap_the_search_and_the_list_of_texts(site: Case) -> None:
    home = site.page("index.html")
    assert [a["href"] for a in home.select(".foot-nav a")][:2] == ["contact/", "about/"]
    assert "about/" in [a["href"] for a in home.select(".main-nav a")]
    assert "contact/" not in [a["href"] for a in home.select(".main-nav a")]
    assert f"<loc>{BASE}/about/</loc>" in site.html("sitemap.xml")
    assert f"- [About us]({BASE}/about/index.md): Who writes here." in site.html("llms.txt")
    found = b"".join(data for path, data in site.files().items() if path.startswith("search/words/"))
    assert b"zeppelin" in found
    assert site.page("about/index.html").select(".foot-nav [aria-current=page]")[0].get_text() == "About us"


def test_a_page_that_is_held_back_leaves_nothing_and_any_other_line_holds_nothing_back(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    for number, line in enumerate((*HELD, *SHOWN)):
        name = f"held{number}" if line in HELD else f"shown{number}"
        case.write(
            f"pages/{name}.md", f"---\ntitle: The {name} plan\n{line}\n---\n\nAll of {name} ships sail at dawn.\n"
        )
    case.brief(
        "linking", "title: Links\ndate: 2026-04-11", "See [[The held0 plan|it]] and [that](../pages/held1.md).\n"
    )
    files = case.build(search=True).files()
    every = b"\n".join((*files.values(), *(path.encode() for path in files))).decode("utf-8", "replace")
    assert [line for number, line in enumerate(HELD) if f"held{number}" in every] == []
    shown = [line for number, line in enumerate(SHOWN, len(HELD)) if f"shown{number}/index.html" in files]
    assert shown == list(SHOWN)
    assert [messages.partition(": ")[2] for messages in case.reported("held-link")] == [
        "warning[held-link]: `[[The held0 plan]]` leads to pages/held0.md, which is not public: a draft",
        "warning[held-link]: `../pages/held1.md` leads to pages/held1.md, which is not public: "
        "embargo until 2030-01-01T00:00:00Z",
    ]


def test_words_of_a_held_page_are_a_leak_wherever_they_are(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    case.write("pages/plan.md", "---\ntitle: Plan\ndraft: true\n---\n\nWe will buy the old harbour for a penny.\n")
    case.write("static/plan.txt", "We will buy the old harbour for a penny.\n")
    assert len(case.build().reported("leak")) == 1
    assert not (tmp_path / "_site").exists()


def test_no_page_takes_an_address_of_the_generator() -> None:
    first = {route.address.split("/")[1] for route in ROUTES if route.address.count("/") > 1}
    reserved = {name for name in first if "{" not in name} | {"css", "js", "media", "2026", "Tags"}
    assert [name for name in sorted(reserved) if not taken_by(name, ())] == []
    assert [name for name in FREE if taken_by(name, ())] == []
    assert taken_by("about", ("about/index.html",)) == "`static/root/about/index.html`"


FAULTS = (
    ("x: 1", "text", "pages/a.md:1:1: error[missing-title]: the page has no title"),
    ("title: A\nmenu: true", "t", "pages/a.md:3:1: warning[unknown-key]: unknown key `menu`"),
    ("title: A\nweight: 2", "t", "pages/a.md:3:1: warning[unknown-key]: unknown key `weight`"),
    ("title: A\nlanguage: de", "t", "pages/a.md:3:1: warning[unknown-key]: unknown key `language`"),
    ("title: A\nnav: perhaps", "t", "pages/a.md:3:6: error[wrong-type]: `nav` must be `true` or `false`"),
    ("title: A\norder: first", "t", "pages/a.md:3:8: error[wrong-type]: `order` must be a whole number"),
    (
        "title: A",
        "![](x.png)",
        "pages/a.md:5:1: warning[missing-alt]: the picture `x.png` says nothing to those who cannot see it",
    ),
    ("title: A", "<b>B</b>", "pages/a.md:5:1: warning[shown-as-typed]: readers would see `<b>` as it is typed"),
    ("title: A", "a <!-- b", "pages/a.md:5:3: error[open-comment]: a comment is never closed"),
)


@pytest.mark.parametrize(("head", "body", "expected"), FAULTS)
def test_what_is_wrong_with_a_page_is_said_at_its_place(head: str, body: str, expected: str) -> None:
    _, found = parse_page(Source("pages/a.md", f"---\n{head}\n---\n\n{body}\n"))
    assert expected in [show(one).split("\n")[0] for one in found]


def test_links_of_pages_are_checked_and_pages_that_nobody_reads_are_named(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    deep = case.write("pages/more/deep.md", "---\ntitle: Deep\n---\n\nText.\n")
    assert case.build().reported() == [
        "pages/more/deep.md: warning[unread-file]: `pages/more/deep.md` looks like a file of the site, and is not read",
    ]
    deep.unlink()
    case.write("pages/odd.md", "---\ntitle: Odd\n---\n\nSee [[Nowhere]], [x](gone.md) and [y](#gone).\n")
    assert case.build().reported() == [
        "pages/odd.md:5:5: warning[broken-link]: `[[Nowhere]]` leads to no brief, entity, tag or story",
        "pages/odd.md:5:22: warning[broken-link]: `gone.md` leads to no brief",
        "pages/odd.md:5:39: warning[broken-link]: `#gone` on odd/index.html leads to no place on its page",
    ]


def test_an_incremental_build_and_the_preview_follow_every_edit_of_pages(tmp_path: Path) -> None:
    case = fill(Case(tmp_path)).build()
    session = Session(SessionRequest(tmp_path, BASE, False, search=False))
    session.open(NOW)
    about = (tmp_path / "pages/about.md").read_text()
    edits = (
        ("pages/new.md", "---\ntitle: New\nnav: true\n---\n\nA new page.\n"),
        ("pages/about.md", about.replace("We follow", "We watch")),
        ("pages/new.md", "---\ntitle: New\ndraft: true\n---\n\nA new page.\n"),
        ("pages/about.md", about.replace("title: About us", "title: Who we are")),
        ("pages/new.md", None),
    )
    for path, text in edits:
        if text is None:
            (tmp_path / path).unlink()
        else:
            case.write(path, text)
        quick = case.build().files()
        assert case.reported("leak") == []
        session.update({path}, NOW)
        assert [name for name, data in quick.items() if (f := session.file(name)) is None or f.data != data] == []
        assert (session.file("new/index.html") is None) == ("new/index.html" not in quick)
        assert case.build(clean=True).files() == quick


def test_the_schema_of_pages_has_their_fields() -> None:
    properties = json.loads(all_schemas()["page"])["properties"]
    assert set(properties) == {
        *("title", "description", "lang", "nav", "order"),
        *("draft", "publish_at", "embargo_until", "expires_at"),
    }


def test_a_page_that_names_a_held_brief_is_published_without_the_name(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    case.brief("plan", "title: The sale of the old harbour\ndraft: true")
    case.write("pages/sale.md", "---\ntitle: Sales\n---\n\nAll of it: [[The sale of the old harbour]], and more.\n")
    case.build()
    assert case.text("sale/index.html").endswith("All of it: …, and more.")
    assert case.reported() == [
        "pages/sale.md:5:12: warning[held-link]: `[[The sale of the old harbour]]` names briefings/plan.md, "
        "which is not public: a draft"
    ]
