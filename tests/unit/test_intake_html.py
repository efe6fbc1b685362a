"""HTML of letters, feeds, records and pages becomes the blocks that a reader sees, each once and with its form."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.html import html_paragraphs

BASE = "https://news.example/2026/03/ferry/"


def read(html: str, base: str = "") -> list[str]:
    return [("## " + p.text if p.heading else p.markdown or p.text) for p in html_paragraphs(html, base) if not p.aside]


FRAME = "<table{}><tr><td>&nbsp;</td><td>{}</td><td>&nbsp;</td></tr></table>"
LETTER = "<h1>Second crane</h1><p>The board has granted a licence.</p><ul><li>14 million</li><li>90 tonnes</li></ul>"


@pytest.mark.parametrize("depth", [1, 2, 3, 8, 12])
@pytest.mark.parametrize("role", ["", ' role="presentation"', ' width="600" cellpadding="0"'])
def test_a_text_in_tables_of_layout_comes_once_and_in_its_form(depth: int, role: str) -> None:
    html = LETTER
    for _ in range(depth):
        html = FRAME.format(role, html)
    assert read(html) == ["## Second crane", "The board has granted a licence.", "- 14 million\n- 90 tonnes"]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        # A picture beside a text, two stories beside each other, a line of links.
        (
            "<table><tr><td><img src='https://a.example/1.png' alt=x></td><td>The mill burnt down.</td></tr></table>",
            ["x", "The mill burnt down."],
        ),
        (
            "<table><tr><td><h2>One</h2><p>First.</p></td><td><h2>Two</h2><p>Second.</p></td></tr></table>",
            ["## One", "First.", "## Two", "Second."],
        ),
        ("<table role=none><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>", ["A", "B", "C", "D"]),
        # A table of data in a frame stays one.
        (
            FRAME.format(
                "",
                "<p>Prices:</p><table><tr><th>Fish</th><th>Crowns</th></tr><tr><td>Cod</td><td>30</td></tr></table>",
            ),
            ["Prices:", "| Fish | Crowns |\n| --- | --- |\n| Cod | 30 |"],
        ),
        (
            "<table><caption>In May</caption><tr><td>Cod</td><td>30</td></tr><tr><td>Eel</td><td>44</td></tr></table>",
            ["In May", "| Cod | 30 |\n| --- | --- |\n| Eel | 44 |"],
        ),
        (
            "<table><tr><th rowspan=2>Port</th><th colspan=2>Fees</th></tr><tr><td>1</td><td>2</td></tr></table>",
            ["| Port | Fees |  |\n| --- | --- | --- |\n|  | 1 | 2 |"],
        ),
        (
            "<table><tr><td><p>Cod</p></td><td><p>3 | 1</p></td></tr><tr><td><div>Eel</div></td><td>4</tr></table>",
            ["| Cod | 3 \\| 1 |\n| --- | --- |\n| Eel | 4 |"],
        ),
    ],
)
def test_cells_of_layout_are_blocks_and_cells_of_data_are_a_table(html: str, blocks: list[str]) -> None:
    assert read(html) == blocks


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        (
            "Divers found it sound.<br><br>Both lanes open.<br/> <br/>Lorries wait.",
            ["Divers found it sound.", "Both lanes open.", "Lorries wait."],
        ),
        ("<div>PORT AMARO<br>The bank cuts.</div>", ["PORT AMARO\\\nThe bank cuts."]),
        ("<p>We need:<br>- a slip<br>1. a crane<br># none</p>", ["We need:\\\n\\- a slip\\\n1\\. a crane\\\n\\# none"]),
        (
            "<p>A line that was cut by the width of windows and<br>goes on here.</p>",
            ["A line that was cut by the width of windows and goes on here."],
        ),
        ("<p><b>One<br>two</b></p>", ["One\\\ntwo"]),
        ("<h2>One<br>two</h2>", ["## One two"]),
        ("<span>a</span><div>b</div>c<p>d</p>e", ["a", "b", "c", "d", "e"]),
        ("<a href='https://x.example/1'><h3>Head</h3><p>Teaser</p></a>", ["## Head", "Teaser"]),
        ("<article><section><div><span><p>Deep</p></span></div></section></article>", ["Deep"]),
        (
            "<dl><dt>Slip</dt><dd>A slope.</dd><dt>Quay</dt><dd>A wall.</dd></dl>",
            ["Slip\n:   A slope.\n\nQuay\n:   A wall."],
        ),
        ("<ol start=4><li>d<ul><li>in</li></ul></li><li><p>e</p></li></ol>", ["4. d\n   - in\n5. e"]),
        ("<ul><li>a</li><ul><li>b</li></ul>c</ul>", ["- a\n- b\n- c"]),
        ("<ul><li><h3>Story</h3><p>Text.</p></li></ul>", ["## Story", "Text."]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["> a\n>\n> b"]),
        ("<pre>x = {1}\n y</pre>", ["```\nx = {1}\n y\n```"]),
        ("<details><summary>Why?</summary>Because of rust.</details>", ["Why?", "Because of rust."]),
        ("<iframe srcdoc='&lt;p&gt;In a frame.&lt;/p&gt;'></iframe>", ["In a frame."]),
    ],
)
def test_blocks_keep_their_order_and_form(html: str, blocks: list[str]) -> None:
    assert read(html) == blocks


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("km<sup>2</sup>", "km²"),
        ("10<sup>6</sup> cells", "10⁶ cells"),
        ("10<sup>-3.5</sup>", "10^(-3.5)"),
        ("H<sub>2</sub>O", "H₂O"),
        ("the 1<sup>st</sup> day", "the 1st day"),
        ("<b>H</b>ello", "Hello"),
        ("He said <q>no</q>.", "He said “no”."),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢字"),
        ("un<wbr>known un&shy;seen", "unknown unseen"),
        ("a<button>Share</button>b", "a b"),
    ],
)
def test_words_of_a_line_are_neither_glued_nor_torn(html: str, text: str) -> None:
    assert " ".join(p.text for p in html_paragraphs(f"<p>{html}</p>") if not p.aside).replace("  ", " ") == text


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("plan.pdf", "https://news.example/2026/03/ferry/plan.pdf"),
        ("../../02/debate/", "https://news.example/2026/02/debate/"),
        ("//cdn.example/map", "https://cdn.example/map"),
        ("?page=2", "https://news.example/2026/03/ferry/?page=2"),
        ("/i/p q(1)", "https://news.example/i/p%20q%281%29"),
        ("HTTPS://up.example/x", "https://up.example/x"),
        ("https://a.example/\n  b", "https://a.example/b"),
    ],
)
def test_addresses_start_from_the_document(address: str, whole: str) -> None:
    assert read(f'<p>See <a href="{address}">it</a>.</p>', BASE) == [f"See [it]({whole})."]
    assert read(f'<img src="{address}" alt="The pier">', BASE) == [f"![The pier]({whole})"]
    assert read(f'<base href="{BASE}"><p>See <a href="{address}">it</a>.</p>') == [f"See [it]({whole})."]


@pytest.mark.parametrize(
    "address", ["#n1", "javascript:x()", "mailto:a@b.example", "data:text/plain,x", "", "http://[::1"]
)
def test_what_leads_to_no_page_is_plain_words(address: str) -> None:
    assert read(f'<p>See <a href="{address}">it</a>.</p>', BASE) == ["See it."]


def test_a_relative_link_of_a_text_without_an_address_is_plain_words() -> None:
    assert read('<p>See <a href="plan.pdf">it</a>.</p><img src="/a.png" alt="The pier">') == ["See it.", "The pier"]


@pytest.mark.parametrize(
    "attributes",
    [
        'src="placeholder.gif" data-src="/fire.jpg"',
        'data-original="/fire.jpg"',
        'src="data:image/gif;base64,R0lG" data-lazy-src="/fire.jpg"',
        'src="/img/blank.png" srcset="/small.jpg 300w, /fire.jpg 900w"',
        'src="/lazy.svg" data-srcset="/small.jpg 1x, /fire.jpg 2x"',
    ],
)
def test_a_picture_that_is_fetched_late_is_the_picture_and_not_its_placeholder(attributes: str) -> None:
    assert read(f'<p>It burns.</p><img {attributes} alt="The fire">', BASE) == [
        "It burns.",
        "![The fire](https://news.example/fire.jpg)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<![CDATA[The old <b>mill</b> burnt down.]]>",
        "&lt;![CDATA[The old <b>mill</b> burnt down.]]&gt;",
        "<p><![CDATA[<![CDATA[The old <b>mill</b> burnt down.]]]]></p>",
    ],
)
def test_marks_of_cdata_are_no_text(text: str) -> None:
    assert read(text) == ["The old **mill** burnt down."]


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<nav><ul><li>Home</li></ul></nav>", "navigation"),
        ("<div role=navigation>Home</div>", "navigation"),
        ("<form><p>Sign up</p><input></form>", "a form"),
        ("<button>Home</button>", "a form"),
        (
            "<figure><img src='https://a.example/1.jpg' alt=Mill><figcaption>Photo: Ada</figcaption></figure>",
            "a caption",
        ),
        (
            "<div class=wp-caption><img src='https://a.example/1.jpg' alt=Mill><p class=wp-caption-text>Ada</p></div>",
            "a caption",
        ),
    ],
)
def test_what_is_no_text_is_there_with_its_reason(html: str, why: str) -> None:
    assert [p.aside for p in html_paragraphs(html) if p.text not in ("Mill",)] == [why]


def test_a_page_in_a_form_and_a_long_caption_are_text() -> None:
    words = "The council put off its vote on the dam for a year. " * 8
    assert read(f"<form><p>{words}</p><label>Mail</label></form>") == [words.strip()]
    assert read(f"<figure><img src='https://a.example/1.jpg' alt='Mill'><figcaption>{words}</figcaption></figure>") == [
        "![Mill](https://a.example/1.jpg)",
        words.strip(),
    ]


REMARKS = {
    "a document on the web": '<p>Text<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> more.</p>'
    '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>RL: not before Monday</span></p></div>',
    "a document of an office program": '<p>Text<a name="_msoanchor_1"></a><a href="#_msocom_1">[R1]</a> more.</p>',
}


@pytest.mark.parametrize("html", REMARKS.values(), ids=REMARKS)
def test_remarks_beside_a_document_are_no_text(html: str) -> None:
    assert read(html) == ["Text more."]


COMMONMARK = MarkdownIt("commonmark").enable("table")
WORD: st.SearchStrategy[str] = st.text("abcdefgh", min_size=1, max_size=6)
INLINE: st.SearchStrategy[str] = st.deferred(
    lambda: (
        WORD
        | st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["b", "i", "span", "font", "u", "code"]), WORD)
        | st.builds("{} {}".format, INLINE, INLINE)
    )
)
BLOCK: st.SearchStrategy[str] = st.deferred(
    lambda: (
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "div", "h2", "section", "li", "center"]), INLINE)
        | st.builds("<ul><li>{}</li><li>{}</li></ul>".format, INLINE | BLOCK, INLINE)
        | st.builds("<blockquote>{}</blockquote>".format, BLOCK)
        | st.builds(
            "<table><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td></tr></table>".format, INLINE | BLOCK, INLINE, BLOCK
        )
        | st.builds("{}{}".format, BLOCK, BLOCK)
        | st.builds("<div>{}{}</div>".format, INLINE, BLOCK)
    )
)


@pytest.mark.slow
@given(BLOCK)
def test_every_word_comes_once_and_in_its_order(html: str) -> None:
    words = re.sub(
        r"<[^>]*>", lambda m: "" if m[0].strip("</>") in {"b", "i", "span", "font", "u", "code"} else " ", html
    )
    assert " ".join(p.text for p in html_paragraphs(html)).split() == words.split()


@pytest.mark.slow
@given(BLOCK)
def test_the_markdown_of_a_block_has_its_words(html: str) -> None:
    for paragraph in html_paragraphs(html):
        shown = re.sub(r"<[^>]+>", " ", COMMONMARK.render(paragraph.markdown))
        assert not paragraph.markdown or "".join(shown.split()) == "".join(paragraph.text.split())


ENTRY = '<p>See <a href="plan.pdf">it</a>.</p>'
FORMATS = {
    "a.xml": "<rss version='2.0'><channel><title>Q</title><item><title>Ferry</title><link>{base}</link>"
    "<description><![CDATA[{html}]]></description></item></channel></rss>",
    "a.atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>Q</title><entry><title>F</title><link href='{base}'/>"
    "<content type='html'><![CDATA[{html}]]></content></entry></feed>",
    "a.jsonl": '{{"title": "Ferry", "url": "{base}", "html": "{json}"}}',
    "a.json": '{{"version": "https://jsonfeed.org/version/1.1", "title": "Q", "items":'
    ' [{{"id": "1", "url": "{base}", "content_html": "{json}"}}]}}',
    "a.eml": "From: Quay <q@quay.example>\nSubject: Ferry\nContent-Location: {base}\n"
    "MIME-Version: 1.0\nContent-Type: text/html\n\n{html}",
}


@pytest.mark.parametrize("name", FORMATS)
def test_relative_links_of_every_format_start_from_the_address_of_their_article(name: str) -> None:
    text = FORMATS[name].format(base=BASE, html=ENTRY, json=ENTRY.replace('"', '\\"'))
    documents, _ = read_any(name, text.encode())
    assert [p.markdown for p in documents[0].paragraphs] == [f"See [it]({BASE}plan.pdf)."]
