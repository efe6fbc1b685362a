"""The article of a saved page is whole, and what is around it is named."""

import re

import pytest
from small_site import Case

from annotated_briefings.intake.formats.web import read_page
from annotated_briefings.intake.model import RawDocument

FIRST = (
    "The operator of the power grid expects its reserve to fall to 4.1% in January, it said on Friday in its outlook."
)
LAST = '"We do not expect to cut anybody off," said Hanne Falk, who runs the operator, and has done so for six years.'
MORE = "Two gas plants closed in October, and the Nordlink cable is broken until February at the earliest."
PAGE = "<html><head><title>Grid</title></head><body>{}</body></html>"
STORY = f"<p>{FIRST}</p>{{}}<p>{LAST}</p>"


def page(body: str) -> RawDocument:
    documents, found = read_page("grid.html", PAGE.format(body))
    assert len(documents) == 1, found
    return documents[0]


def shown(document: RawDocument) -> list[str]:
    return [("## " if p.heading else "") + (p.markdown or p.text) for p in document.paragraphs]


BETWEEN = {
    "a list": ("<ul><li>Two plants closed</li><li>A cable broke</li></ul>", "- Two plants closed\n- A cable broke"),
    "a numbered list": ("<ol><li>Gas</li><li>Coal</li></ol>", "1. Gas\n2. Coal"),
    "a table": ("<table><tr><th>A<th>B</tr><tr><td>1<td>6%</tr></table>", "| A | B |\n| --- | --- |\n| 1 | 6% |"),
    "a list of terms": ("<dl><dt>Reserve</dt><dd>What is left.</dd></dl>", "Reserve\n:   What is left."),
    "a few words": ("<p>It said no.</p>", "It said no."),
    "words without a stop": ("<p>A thin winter</p>", "A thin winter"),
    "a heading": (f"<h2>Why so thin</h2><p>{MORE}</p>", "## Why so thin"),
    "a quotation": ("<blockquote><p>We have enough.</p></blockquote>", "> We have enough."),
    "a picture": ("<img src='https://a.example/1.jpg' alt='A pylon'>", "![A pylon](https://a.example/1.jpg)"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "block"), BETWEEN.values(), ids=BETWEEN)
@pytest.mark.parametrize("frame", ["{}", "<article>{}</article>", "<div class=content>{}</div>", "<form>{}</form>"])
def test_what_stands_between_two_paragraphs_of_an_article_is_text(html: str, block: str, frame: str) -> None:
    assert block in shown(page(frame.format(STORY.format(html))))


@pytest.mark.parametrize(
    "name",
    "embed widget related promo infobox pullquote caption aside-box details teaser ad letter sidebar".split(),
)
@pytest.mark.parametrize("tag", ["div", "section", "aside", "figure", "details"])
def test_a_box_of_text_is_in_the_article_or_named_as_left_out(tag: str, name: str) -> None:
    document = page(f"<article>{STORY.format(f'<{tag} class={name}><p>{MORE}</p></{tag}>')}</article>")
    assert (MORE in shown(document)) != any(MORE in p.text and p.aside for p in document.around)


@pytest.mark.parametrize("name", ["embed", "widget", "infobox"])
def test_running_text_between_paragraphs_is_text_whatever_its_class_is_called(name: str) -> None:
    document = page(f"<article>{STORY.format(f'<div class={name}><p>{MORE}</p></div>')}</article>")
    assert shown(document) == [FIRST, MORE, LAST]


FURNITURE = {
    "a menu": "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav>",
    "links to more": "<div><h3>More</h3><ul><li><a href=/1>Ferry fares</a></li><li><a href=/2>Dam</a></li></ul></div>",
    "a form": "<form><p>Get our letter</p><input><button>Go</button></form>",
    "buttons": "<div><a href=#>Share</a> <a href=#>Print</a></div>",
    "a box beside the text": "<aside><h4>Sign up</h4><p>Get the morning letter, free of charge, every day.</p></aside>",
    "a caption": "<figure><img src='https://a.example/1.jpg' alt=Pylon><figcaption>Photo: Ada</figcaption></figure>",
    "a footer": "<footer><p>© 2026 The Quay. All rights reserved.</p></footer>",
}


@pytest.mark.parametrize("html", FURNITURE.values(), ids=FURNITURE)
@pytest.mark.parametrize("place", ["{1}<article>{0}</article>", "<article>{0}</article>{1}", "between"])
def test_what_is_around_an_article_is_no_text_and_is_named(html: str, place: str) -> None:
    body = f"<article>{STORY.format(html)}</article>" if place == "between" else place.format(STORY.format(""), html)
    document = page(body)
    texts = [p.text for p in document.paragraphs if not p.aside and p.text != "Pylon"]
    assert texts == [FIRST, LAST]
    named = " ".join(p.text for p in (*document.around, *document.paragraphs) if p.aside or p.text == "Pylon")
    assert {*re.findall(r"\w+", re.sub("<[^>]*>", " ", html))} <= {*re.findall(r"\w+", named)}


LINKED = (
    '<div class="zn"><cite>Port Amaro</cite> The port will raise its <a href="/z">fees</a> in spring, it said.</div>'
    '<div class="zn">Most of the fleet opposed the plan on Tuesday after <a href="/a">a paper reported</a> that the'
    " mood was gloomy. The paper wrote that the mayor had no plan for the boats, and that nobody asked for one.</div>"
    '<div class="zn">Nobody on the quay knows how long it will last, said Ada Quill, who speaks for small boats.</div>'
)


def test_text_before_links_and_paragraphs_without_links_are_whole() -> None:
    words = re.sub(r"<[^>]*>", "", LINKED.replace("</div>", " "))
    assert " ".join(p.text for p in page(LINKED).paragraphs).split() == words.split()


def test_a_quotation_in_large_letters_does_not_come_twice() -> None:
    pull = "<div class=pull><p>It said on Friday in its outlook that its reserve would fall</p></div>"
    twice = f"<div class=pull><p>{' '.join(LAST.split()[:16])}</p></div>"
    texts = [p.text for p in page(f"<article>{STORY.format(twice)}<p>{MORE}</p></article>").paragraphs]
    assert texts == [FIRST, LAST, MORE]
    assert len(page(f"<article>{STORY.format(pull)}<p>{MORE}</p></article>").paragraphs) == 4


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel=canonical href="https://news.example/a/">', ""),
        ('<meta property="og:url" content="https://news.example/a/">', ""),
        ("", "<!-- saved from url=(0024)https://news.example/a/ -->"),
        ('<base href="https://news.example/a/">', ""),
    ],
)
def test_links_of_a_page_start_from_its_address(head: str, body: str) -> None:
    html = f"{body}<html><head>{head}<title>Grid</title></head><body>{STORY.format('<p>See <a href=p.pdf>it</a>.</p>')}"
    (document,), _ = read_page("a.html", html)
    assert "See [it](https://news.example/a/p.pdf)." in shown(document)


def test_a_document_saved_as_a_page_has_the_title_that_its_style_says() -> None:
    document = page(
        f'<p class="c0 title">Grid warns of thin winter</p>{STORY.format("<h2>Why so thin</h2>")}<p>{MORE}</p>'
    )
    assert document.given.title == "Grid warns of thin winter"


def test_an_import_names_what_is_around_an_article(case: Case) -> None:
    html = PAGE.format(f"<nav><p>Home</p><p>News</p></nav><article>{STORY.format('')}</article>")
    report = case.take_in("grid.html", html)
    assert [(line.path, line.text, line.why, line.around) for line in report.left_out] == [
        ("grid.html", "Home | News", "navigation", True)
    ]


SHORT = {
    "above": "<p>Two barges hit the weir.</p><p>Nobody was hurt.</p>",
    "below": "<p>The tug came from Harl at noon.</p>",
    "below a box": "<aside><h4>Numbers</h4><p>The lock was built in 1887 and is thirty metres long.</p></aside>"
    "<p>The tug came from Harl at noon.</p>",
    "a list of places": "".join(f"<h2>Room {n}</h2><p>Forty locks hang in it.</p>" for n in range(5)),
}


@pytest.mark.parametrize("place", SHORT)
def test_short_sentences_at_either_end_of_an_article_are_text(place: str) -> None:
    story = SHORT[place] + STORY.format("") if place == "above" else f"<p>{FIRST}</p>" + SHORT[place]
    document = page(f"<nav><a href=/>Home</a></nav><article><h1>Weir</h1>{story}</article>")
    box = re.sub("<aside.*</aside>", "", story)
    words = re.findall(r"\w+", re.sub("<[^>]*>", " ", box))
    assert [w for p in document.paragraphs for w in re.findall(r"\w+", p.text)] == words


def test_the_writer_of_a_page_is_the_one_that_its_data_or_its_byline_name() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "author": [{"@id": "#a"}, {"@id": "#b"}]},'
        ' {"@type": "Person", "@id": "#a", "name": "Odile Tarn"}, {"@type": "Person", "@id": "#b", "name": "Cas Bol"}]}'
        "</script>"
    )
    assert page(f"{data}<article>{STORY.format('')}</article>").given.author == "Odile Tarn, Cas Bol"
    assert page(f"<article><h1>Weir</h1><p>By Ru Vance</p>{STORY.format('')}</article>").given.author == "Ru Vance"


def test_an_entry_of_nothing_but_a_form_is_refused_and_named_once(case: Case) -> None:
    form = "&lt;form&gt;&lt;p&gt;This content is protected.&lt;/p&gt;&lt;p&gt;Password:&lt;/p&gt;&lt;/form&gt;"
    item = f"<item><title>Leak</title><description>{form}</description></item>"
    report = case.take_in("a.xml", f"<rss version='2.0'><channel><title>Q</title>{item}</channel></rss>")
    assert (report.created, report.left_out) == ((), ())
    assert [why for _, why in report.refused] == ["it has no text but lines that are no news"]
    assert [one.code for one in report.diagnostics] == ["nothing-taken"]
