"""Pages that are hard to lay out, in a real browser: small windows, large text, other colours, keys and paper."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from accessibility import COLOURS, faults
from awkward_site import COLUMNS, FOOTNOTES, HARD, LISTS, NOTES, ROWS, SETTINGS, fill
from pdfminer.high_level import extract_text
from playwright.sync_api import Browser, Page
from small_site import NOW, Case
from web_server import Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

SPACING = """*, *::before, *::after { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"""
"""Text as far apart as readers may set it (WCAG 1.4.12)."""
WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const s = getComputedStyle(e), hidden = v => v === 'hidden' || v === 'clip';
  if (e.closest('svg, .settings, .skip') || e.clientWidth < 2 || e.clientHeight < 2) return false;
  return (hidden(s.overflowX) && e.scrollWidth > e.clientWidth + 1)
    || (hidden(s.overflowY) && e.scrollHeight > e.clientHeight + 1 && !e.classList.contains('cut')) })
  .map(e => e.outerHTML.slice(0, 120))"""
BEYOND = """() => { const edge = document.documentElement.clientWidth;
  const inside = e => { for (let p = e; p; p = p.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX) && p !== document.documentElement) return true;
    return false };
  return [...document.querySelectorAll('main *')].filter(e => {
    const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && (r.right > edge + 1 || r.left < -1) && !inside(e) && !e.closest('svg') })
  .map(e => e.outerHTML.slice(0, 120)) }"""
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(e => e.getAttribute("tabindex") !== "-1")
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest("details:not([open]) > :not(summary)"))
  .map((e, n) => { e.dataset.stop = n; return n })"""
LONELY = """() => [...document.querySelectorAll('main .text .note-ref, main .text .footnote-ref')].filter(mark => {
  const before = document.createRange(), text = mark.previousSibling;
  before.setStart(text, text.length - 1); before.setEnd(text, text.length);
  return mark.getBoundingClientRect().left < before.getBoundingClientRect().left }).length"""
"""Marks that begin a line."""
IDEOGRAPHS = """() => document.querySelectorAll('main .text .note-ref, main .text .footnote-ref').forEach(
  mark => mark.before(document.createTextNode('\u6e2f\u53e3\u5728\u591c\u91cc\u5173\u95ed\u3002')))"""
"""Put ideographs before each mark: a line may end behind every one of them."""
CURRENT = """() => { const [on] = document.querySelectorAll('.main-nav [aria-current]');
  const off = document.querySelector('.main-nav a:not([aria-current])');
  const look = e => { const s = getComputedStyle(e);
    return [s.borderBottomWidth, s.textDecorationLine, s.outlineStyle, s.fontWeight].join() };
  return !on || look(on) !== look(off) }"""

EDGES = """() => [...document.querySelectorAll('.brief > :not(.ledger) :is(h1, h2, .point, .why p, .passage-text p)')]
  .filter(e => e.getClientRects().length && !e.closest('.notes'))
  .map(e => { const range = document.createRange(); range.selectNodeContents(e);
    return Math.round(Math.max(...[...range.getClientRects()].map(r => r.right))) })"""
"""Where the texts of the main column end at the right."""
ORDER = """() => [...document.querySelectorAll('.brief time')].every(e => { const text = e.firstChild, at = n => {
  const range = document.createRange(); range.setStart(text, n); range.setEnd(text, n + 1);
  return range.getBoundingClientRect() };
  const first = at(0), last = at(text.length - 1);
  return first.left < last.left || first.top < last.top })"""
"""Whether days are in the order of their language, from left to right."""
DIVIDED = """() => [...document.querySelectorAll('.figures .whole, .short')].flatMap(e => {
  const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walk.nextNode());) for (const word of node.data.matchAll(/\\S+/g)) {
    const range = document.createRange(); range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const tops = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
    if (tops.size > 1) found.push(word[0]) }
  return found })"""
"""Words of numbers in tables that are on two lines."""


SPLIT = """() => [...document.querySelectorAll('main .date, main .receipt-mark')].filter(e => {
  const room = e.closest('p, li, td, div').getBoundingClientRect().width;
  const range = document.createRange(); range.selectNodeContents(e);
  const lines = [...range.getClientRects()].map(r => Math.round(r.bottom));
  const high = e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).fontSize);
  return e.checkVisibility() && (Math.max(...lines) - Math.min(...lines) > 8 || high > 2.6)
    && [...range.getClientRects()].reduce((sum, r) => sum + r.width, 0) < room - 8 }).map(e => e.textContent)"""
"""Dates and labels that are on two lines although one has room for them."""
PALE = """() => {
  const shade = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const light = colour => { shade.fillStyle = colour; shade.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...shade.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (!c.includes('0)') && c !== 'transparent') return c } return 'white' };
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return [...document.querySelectorAll('main :is(p, dd, td, th, li, .meta) a[href]')].filter(e => {
    const s = getComputedStyle(e);
    if (e.closest('h1, h2, h3, h4, .card-title, .related-title, .steps, .types, .letters, svg, .months')) return false;
    if (e.closest('.note-ref, sup, .calendar, .note-number, .newest-notes') || !e.textContent.trim()) return false;
    if (!e.checkVisibility()) return false;
    return s.textDecorationLine !== 'underline' || ratio(light(s.textDecorationColor), light(ground(e))) < 3 })
    .map(e => e.outerHTML.slice(0, 120)) }"""
"""Links in lines of text whose line is less than three to one against the ground."""


@pytest.fixture(scope="module")
def site(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The site, on the same server as the golden one."""
    case = fill(Case(tmp_path_factory.mktemp("awkward"), SETTINGS.format("awkward")))
    output = served.folder.parent / "awkward"
    assert not build(BuildRequest(case.root, NOW, output=output, search=False)).failed
    return Served(served.base.removesuffix("base") + "awkward", output)


@pytest.fixture(scope="module")
def empty(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A site without a brief."""
    case = Case(tmp_path_factory.mktemp("empty"), SETTINGS.format("empty"))
    output = served.folder.parent / "empty"
    assert not build(BuildRequest(case.root, NOW, output=output, search=False)).failed
    return Served(served.base.removesuffix("base") + "empty", output)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a telephone."""
    made = browser.new_page(viewport={"width": 390, "height": 844})
    yield made
    made.close()


def test_no_hard_page_breaks_a_rule_of_accessibility(page: Page, site: Served) -> None:
    found = []
    for path in (*HARD[:7], "/briefs/in-ar/", "/briefs/in-zh/", *LISTS[:5]):
        page.goto(site.base + path)
        found += faults(page)
    page.emulate_media(color_scheme="dark")
    for path in HARD[2:5]:
        page.goto(site.base + path)
        found += faults(page, COLOURS)
    assert found == []


def test_no_page_of_an_empty_site_breaks_a_rule_or_tells_readers_what_editors_do(page: Page, empty: Served) -> None:
    found = []
    for path in empty.kinds:
        page.goto(empty.base + path)
        found += faults(page)
        page.set_viewport_size({"width": 320, "height": 800})
        found += [(path, "wide")] if page.evaluate(WIDE) else []
        assert "briefings " not in page.locator("main").inner_text()
    assert found == []


def test_nothing_is_cut_or_beyond_the_edge_in_small_windows_and_large_or_loose_text(page: Page, site: Served) -> None:
    found = []
    for path in (*HARD, *LISTS):
        page.goto(site.base + path)
        for what, width, size, style in (
            ("320 pixels", 320, "100%", ""),
            ("text twice as large", 640, "200%", ""),
            ("loose text", 390, "100%", SPACING),
        ):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(
                "([size, style]) => { document.documentElement.style.fontSize = size;"
                " document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet())];"
                " document.adoptedStyleSheets[0].replaceSync(style) }",
                [size, style],
            )
            if page.evaluate(WIDE):
                found.append((path, what, "wide", ""))
            found += [(path, what, "cut", one) for one in page.evaluate(CLIPPED)]
            found += [(path, what, "beyond", one) for one in page.evaluate(BEYOND)]
    assert found == []


def test_a_brief_that_runs_the_other_way_than_its_labels_is_in_one_column(page: Page, site: Served) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site.base + "/briefs/in-he/")
    edges = page.evaluate(EDGES)
    assert len(edges) > 5
    assert max(edges) - min(edges) <= 24, edges  # what is within a box is as far in as the box is wide
    assert page.evaluate(ORDER)


def test_no_word_of_a_number_in_a_table_is_divided(page: Page, site: Served) -> None:
    found = []
    for path in ("/briefs/long-word/", "/figures/", "/briefs/tables/"):
        page.goto(site.base + path)
        assert page.locator(".figures .whole, .short").count()
        for width in (320, 390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            found += [(path, width, word) for word in page.evaluate(DIVIDED)]
    assert found == []


def test_tags_of_one_letter_fill_the_columns_of_a_wide_window(page: Page, site: Served) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site.base + "/tags/")
    lefts = page.evaluate("() => [...document.querySelectorAll('.letter li')].map(e => e.getBoundingClientRect().left)")
    assert len(set(lefts)) > 1


def test_no_mark_of_a_note_or_a_footnote_begins_a_line(page: Page, site: Served) -> None:
    marks = 0
    for path in ("/briefs/many-notes/", "/briefs/footnotes/"):
        page.goto(site.base + path)
        page.evaluate(IDEOGRAPHS)
        marks += page.locator("main .text .note-ref, main .text .footnote-ref").count()
        for width in range(320, 440, 6):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(LONELY) == 0, (path, width)
    assert marks > 20


def test_the_current_page_is_marked_in_forced_colours_too(page: Page, site: Served) -> None:
    page.emulate_media(forced_colors="active")
    for path in ("/tags/", "/about/"):
        page.goto(site.base + path)
        assert page.evaluate(CURRENT), path


@pytest.mark.parametrize("path", ["/briefs/tables/", "/briefs/overlapping/", "/briefs/footnotes/"])
def test_every_stop_of_the_keyboard_is_reached_and_what_scrolls_is_one(page: Page, site: Served, path: str) -> None:
    page.goto(site.base + path)
    wanted = page.evaluate(STOPS)
    reached = set()
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => Number(document.activeElement.dataset.stop ?? -1)"))
    assert reached >= set(wanted)
    scrolled = "() => [...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1"
    scrolled += " && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).map(e => e.tabIndex)"
    assert set(page.evaluate(scrolled)) <= {0}


def test_paper_loses_no_column_no_note_and_no_footnote(page: Page, site: Served) -> None:
    def printed(path: str) -> str:
        page.goto(site.base + path)
        return "".join(extract_text(BytesIO(page.pdf(format="A4"))).split())

    table = printed("/briefs/tables/")
    assert table.count("§") == ROWS * COLUMNS
    notes = printed("/briefs/many-notes/")
    assert [n for n in range(NOTES) if f"Remark{n}says" not in notes] == []
    footnotes = printed("/briefs/footnotes/")
    assert [n for n in range(FOOTNOTES) if f"Footnote{n}names" not in footnotes] == []


def test_a_heading_stays_with_its_text_when_that_waits_for_a_note(page: Page, site: Served) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site.base + "/briefs/passages/")
    gaps = page.evaluate(
        "() => [...document.querySelectorAll('.text > h2')].map(e =>"
        " e.nextElementSibling.querySelector('.passage-text').getBoundingClientRect().top"
        " - e.getBoundingClientRect().bottom)"
    )
    assert [gap < 40 for gap in gaps] == [True], gaps


def test_no_date_and_no_label_is_divided_where_a_line_has_room_for_it(page: Page, site: Served) -> None:
    found = []
    for path in ("/", "/stories/", "/corrections/", "/figures/", "/entities/harbour-city/", "/briefs/long-word/"):
        page.goto(site.base + path)
        for width in range(320, 1240, 40):
            page.set_viewport_size({"width": width, "height": 900})
            found += [(path, width, text) for text in page.evaluate(SPLIT)]
    assert found == []


def test_links_in_lines_of_text_have_a_line_that_is_seen(page: Page, site: Served) -> None:
    found = []
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        for path in (
            "/",
            "/briefs/long-word/",
            "/briefs/many-notes/",
            "/entities/harbour-city/",
            "/notes/",
            "/sources/",
        ):
            page.goto(site.base + path)
            found += [(colours, path, one) for one in page.evaluate(PALE)]
    assert found == []


def test_notes_are_no_landmarks(page: Page, site: Served) -> None:
    page.goto(site.base + "/briefs/many-notes/")
    assert page.get_by_role("note").count() == NOTES
    assert page.get_by_role("complementary").count() == 0


def test_labels_and_titles_are_at_the_edge_at_which_their_text_begins(page: Page, site: Served) -> None:
    lines = "main :is(.first-point, .edition > *, .related-title, .contents a)"
    ask = f"""() => [...document.querySelectorAll('{lines}')].map(e => {{
      const range = document.createRange(); range.selectNodeContents(e); const box = e.parentElement;
      const rects = [...range.getClientRects()].filter(r => r.width > 1), way = getComputedStyle(box).direction;
      const edge = box.getBoundingClientRect(), far = way === 'rtl' ? rects.map(r => edge.right - r.right)
        : rects.map(r => r.left - edge.left);
      return [e.outerHTML.slice(0, 90), Math.round(Math.min(...far))] }})"""
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("/2026/03/01/", "/briefs/in-he/", "/briefs/in-ar/"):
            page.goto(site.base + path)
            found = page.evaluate(ask)
            assert found
            assert [(path, width, *one) for one in found if one[1] > 60] == []


def test_french_quotations_have_spaces_within_their_marks(page: Page, site: Served) -> None:
    page.goto(site.base + "/briefs/in-fr/")
    marks = page.evaluate("() => getComputedStyle(document.querySelector('h1')).quotes")
    assert marks.startswith('"«\u202f" "\u202f»"')


def test_no_line_of_facts_ends_within_a_chinese_or_japanese_word(page: Page, site: Served) -> None:
    ask = "e => getComputedStyle(e).wordBreak"
    page.goto(site.base + "/briefs/in-zh/")
    assert page.locator(".dateline").evaluate(ask) == "keep-all"
    assert page.locator(".text p").first.evaluate(ask) == "normal"


def test_on_paper_a_note_is_on_one_page_and_words_of_the_screen_are_left_out(page: Page, site: Served) -> None:
    page.goto(site.base + "/briefs/many-notes/")
    pages = [
        "".join(extract_text(BytesIO(page.pdf(format="A4")), page_numbers=[number]).split()) for number in range(8)
    ]
    counts = [
        (text.count("Remark"), text.count("saysmorethanitspassage."), text.count("March2,2026"), text.count("RL"))
        for text in pages
    ]
    assert sum(remarks for remarks, *_ in counts) == NOTES
    assert [count for count in counts if len(set(count)) > 1] == []
    assert len([text for text in pages if text]) <= 4
    page.goto(site.base.removesuffix("awkward") + "base/briefs/second-turbine/")
    for words in ("Show in text", "Related"):
        assert page.get_by_text(words).count(), words
    text = extract_text(BytesIO(page.pdf(format="A4")))
    assert [words for words in ("Show in", "Related") if words in text] == []


def test_on_paper_a_tall_picture_leaves_room_for_the_text_around_it(page: Page, site: Served) -> None:
    page.goto(site.base + "/briefs/pictures/")
    sheets = extract_text(BytesIO(page.pdf(format="A4"))).split("\f")
    assert len([sheet for sheet in sheets if sheet.strip()]) <= 2


def test_on_paper_the_last_line_of_a_brief_of_a_day_is_below_the_brief(page: Page, site: Served) -> None:
    page.goto(site.base + "/2026/03/01/")
    sheets = extract_text(BytesIO(page.pdf(format="A5"))).split("\f")
    begins = [sheet.strip().splitlines()[0] for sheet in sheets if sheet.strip()]
    assert len(begins) > 3
    assert [line for line in begins if "Whole brief" in line or "no sources" in line] == []
