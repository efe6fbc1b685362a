"""The head of a page in every language of the interface, at every width and size of text: nothing lies on anything."""

from pathlib import Path

from playwright.sync_api import Browser, Page
from small_site import NOW, Case
from web_server import Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

LANGUAGES = ("en", "de", "fr", "es", "zh", "ar")
TITLES = ("The Quay & Lantern", "Briefings of the Northern Harbour Authority")
WIDTHS = (320, 390, 480, 560, 640, 720, 780, 820, 831, 833, 900, 1024, 1280)
OVERLAID = """() => {
  const shown = '.masthead :is(.site-name a, .nameplate, .folio span, .main-nav a, summary)';
  const parts = [...document.querySelectorAll(shown)].filter(e => e.checkVisibility()).flatMap(e => {
    const range = document.createRange(); range.selectNodeContents(e);
    return [...range.getClientRects()].filter(r => r.width > 1).map(r => [e, r]) });
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const root = document.documentElement, wide = root.scrollWidth > root.clientWidth ? ['wider than its window'] : [];
  return wide.concat(parts.flatMap(([one, a], n) => parts.slice(n + 1)
    .filter(([other, b]) => one !== other && over(a, b))
    .map(([other]) => one.textContent.trim() + ' and ' + other.textContent.trim()))) }"""
"""Words in the head of a page that lie on others."""
CUT = """() => {
  const lines = e => { const range = document.createRange(); range.selectNodeContents(e);
    return [...range.getClientRects()] };
  const heads = [...document.querySelectorAll('.calendar th > [aria-hidden]')].map(e => lines(e)[0]);
  const over = heads.slice(1).filter((b, n) => b.left < heads[n].right - 1 && heads[n].left < b.right - 1);
  const parts = [...document.querySelectorAll('.calendar td *')].flatMap(e => [...e.childNodes])
    .filter(n => n.nodeType === 3 && /^\\s*[0-9]+\\s*$/.test(n.data) && lines(n).length > 1);
  const root = document.documentElement, wide = root.scrollWidth > root.clientWidth ? ['wider than its window'] : [];
  return [...wide, ...over.map(() => 'names of days'), ...parts.map(e => e.textContent)] }"""
"""Names of days that lie on others, numbers of days on two lines, and a page that is wider than its window."""


def made(root: Path, output: Path, language: str, title: str) -> None:
    """A site whose menu has all entries and a page of its own."""
    case = Case(root, f"title: {title}\nbase_url: https://h.example/some/{output.name}\nlanguage: {language}\n")
    case.write("briefings/entities.yaml", "verin: {name: Verin, type: place}\n")
    case.write("pages/about.md", "---\ntitle: About our work\nnav: true\n---\n\nWords.\n")
    more = "tags: [sea]\nstory: Night ferry\nannotations: [{quote: Verin, note: A town.}]"
    more += "\nsources: [{outlet: Northern Quay Letter}]"
    case.brief("one", f"title: One\ndate: 2026-09-30\n{more}", "Verin waits.\n")
    assert not build(BuildRequest(case.root, NOW, output=output)).failed


def overlaid(page: Page, size: str) -> dict[int, list[str]]:
    """What lies on something at each width."""
    page.evaluate("size => { document.documentElement.dataset.size = size }", size)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        if wrong := page.evaluate(OVERLAID):
            found[width] = wrong
    return found


def test_nothing_in_the_head_of_a_page_lies_on_anything(browser: Browser, served: Served, tmp_path: Path) -> None:
    page = browser.new_page()
    wrong = {}
    for number, language in enumerate(LANGUAGES):
        name = f"head-{language}"
        made(tmp_path / name, served.folder.parent / name, language, TITLES[number % 2])
        # Another entry of the menu is current on each; half of the pages, in turn, in each language.
        for path in ("/", "/tags/", "/briefs/one/", "/search/")[number // 2 % 2 :: 2]:
            page.goto(served.base.removesuffix("base") + name + path)
            for size in ("", "larger"):
                if found := overlaid(page, size):
                    wrong[language, path, size] = found
    page.close()
    assert wrong == {}


def test_no_day_of_a_calendar_and_no_list_is_cut_or_overlaid_in_a_small_window(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    wrong = {}
    for language in LANGUAGES:
        name = f"small-{language}"
        made(tmp_path / name, served.folder.parent / name, language, TITLES[0])
        for path in ("/2026/09/", "/sources/"):
            page.goto(served.base.removesuffix("base") + name + path)
            for size in ("", "larger"):
                page.evaluate("size => { document.documentElement.dataset.size = size }", size)
                if found := page.evaluate(CUT):
                    wrong[language, path, size] = found
    page.close()
    assert wrong == {}
