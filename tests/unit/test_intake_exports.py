"""Exports of blogs and content systems: only posts are articles, whole, with their own days and writers."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.feeds.wordpress import paragraphed, post_html, without_short_codes
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.reading import split_all

FIRST = "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out."
SECOND = "Nobody downstream was told, and two gardens stood under water by the evening."
PAGE = f"<!doctype html><html><body><article><h1>Weir</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"


def wordpress(*items: str, before: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        f"<title>Kelby Echo</title><link>https://echo.example</link>{before}{''.join(items)}</channel></rss>"
    ).encode()


def item(text: str, kind: str = "post", title: str = "Weir", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><link>https://echo.example/{title}</link>"
        f"<pubDate>Tue, 03 Mar 2026 08:00:00 +0000</pubDate>"
        f"<dc:creator>idahl</dc:creator><content:encoded><![CDATA[{text}]]></content:encoded>"
        f"<wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def texts(document: RawDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if not paragraph.aside]


def test_blank_lines_part_the_paragraphs_of_a_post_and_short_codes_are_gone() -> None:
    text = (
        f'{FIRST}\n\n[caption id="a" align="left"]<img src="https://echo.example/w.jpg" alt="Weir" /> The weir in fog'
        "[/caption]"
        f'\n\n{SECOND} [sic]\n\n[gallery ids="1,2"]\n\n<!-- wp:paragraph --><p>It is dry now.</p><!-- /wp:paragraph -->'
    )
    (document,), found = read_any("a.xml", wordpress(item(text)))
    assert found == ()
    assert [paragraph for paragraph in texts(document) if "fog" not in paragraph] == [
        FIRST,
        f"{SECOND} [sic]",
        "It is dry now.",
    ]
    assert "caption" not in str(document.paragraphs)


@pytest.mark.parametrize(
    "kind",
    ["attachment", "page", "nav_menu_item", "revision", "wp_block", "custom_css", "oembed_cache", "wp_navigation"],
)
def test_what_is_no_post_is_counted_and_left_out(kind: str) -> None:
    documents, found = read_any(
        "a.xml", wordpress(item(FIRST), item(SECOND, kind, "Other"), item(SECOND, kind, "Third"))
    )
    read = split_all("a.xml", documents, found, Decisions())
    assert len(read.articles) == 1
    assert re.fullmatch(r"a\.xml: 2 [a-z ]+s \(#2-#3\)", read.refused[0][0])
    assert read.refused[0][1] == "only posts are articles"


def test_pages_are_articles_where_there_are_no_posts() -> None:
    documents, _ = read_any("a.xml", wordpress(item(FIRST, "page")))
    assert [one.left_out for one in documents] == [""]


def test_comments_are_left_out_and_writers_have_their_names() -> None:
    comment = "<wp:comment><wp:comment_content><![CDATA[So wet.]]></wp:comment_content></wp:comment>"
    shown = "<wp:author_display_name><![CDATA[Ines Dahl]]></wp:author_display_name>"
    writer = f"<wp:author><wp:author_login>idahl</wp:author_login>{shown}</wp:author>"
    post, other = read_any("a.xml", wordpress(item(FIRST, more=comment), before=writer))[0]
    assert (post.given.author, post.left_out) == ("Ines Dahl", "")
    assert (other.kind, other.left_out, texts(other)) == ("comment", "only posts are articles", ["So wet."])


@pytest.mark.parametrize(
    "none", ["Thu, 01 Jan 1970 00:00:00 +0000", "Mon, 01 Jan 0001 00:00:00 +0000", "0000-00-00 00:00:00"]
)
def test_a_day_that_is_none_gives_way_to_the_day_of_the_export(none: str) -> None:
    data = wordpress(item(FIRST, more="<wp:post_date>2026-03-06 18:20:00</wp:post_date>"))
    data = data.replace(b"Tue, 03 Mar 2026 08:00:00 +0000", none.encode())
    assert read_any("a.xml", data)[0][0].given.published == "2026-03-06"
    data = data.replace(b"2026-03-06 18:20:00", b"0000-00-00 00:00:00")
    assert read_any("a.xml", data)[0][0].given.published == ""


@pytest.mark.parametrize(
    ("kind", "left"),
    [("post", ""), ("comment", "comment"), ("settings", "setting"), ("template", "setting"), ("page", "page")],
)
def test_of_an_atom_export_only_posts_are_articles(kind: str, left: str) -> None:
    scheme = "http://schemas.google.com/g/2005#kind"

    def entry(kind: str, number: int) -> str:
        return (
            f'<entry><id>tag:{number}</id><category scheme="{scheme}" term="http://schemas.google.com/blogger/2008/kind#{kind}"/>'
            f'<title type="text">Weir {number}</title><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry>'
        )

    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title>{entry("post", 1)}{entry(kind, 2)}</feed>'
    assert [one.kind for one in read_any("a.xml", feed.encode())[0]] == ["", left]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("a [gallery] b", "a \n\n b"),
        ('[vc_row css="x"][vc_column]Words[/vc_column][/vc_row]', "\n\n\n\nWords\n\n\n\n"),
        ('[caption caption="In fog"]<img>[/caption]', "\n\nIn fog\n\n<img>\n\n"),
        ('[some_plugin id="3"]', "\n\n"),
        (
            "He said [sic] that [Quay Letter, 3 March] was [1] right",
            "He said [sic] that [Quay Letter, 3 March] was [1] right",
        ),
    ],
)
def test_short_codes_are_taken_off_and_words_in_brackets_stay(text: str, without: str) -> None:
    assert without_short_codes(text) == without


@given(st.lists(st.sampled_from(
    ["w1 w2", "\n\n", "\n", "<p>w3</p>", "<div>", "</div>", "<b>w4</b>", "<ul><li>w5</li></ul>", "[gallery]",
     "<h2>w6</h2>", "[sic]"]
)))  # fmt: skip
def test_no_word_is_lost_where_paragraphs_are_made(parts: list[str]) -> None:
    text = "".join(parts)
    assert re.findall(r"w\d|sic", paragraphed(text)) == re.findall(r"w\d|sic", text)
    assert re.findall(r"w\d|sic", post_html(text)) == re.findall(r"w\d|sic", text)


def test_a_bare_sign_in_a_feed_stays_itself_and_is_reported_with_its_place() -> None:
    entry = f"<item><title>R&D budget</title><description>S&P fell. {FIRST}</description></item>"
    feed = f"<rss version='2.0'><channel><title>B&B</title>\n{entry}</channel></rss>"
    (document,), found = read_any("r.xml", feed.encode())
    assert (document.given.title, document.given.outlet) == ("R&D budget", "B&B")
    assert document.paragraphs[0].text == f"S&P fell. {FIRST}"
    assert [show(one) for one in found] == [
        "r.xml:1:37: warning[damaged-feed]: the feed is not well formed: 3 `&` are not written as `&amp;`\n"
        "  help: nothing is lost: the words were read as they stand"
    ]


def test_a_control_character_in_a_feed_is_taken_out() -> None:
    entry = f"<item><title>Weir\x08</title><description>{FIRST}</description></item>"
    feed = f"<rss version='2.0'><channel><title>B</title>{entry}</channel></rss>"
    (document,), found = read_any("r.xml", feed.encode())
    assert document.given.title == "Weir"
    assert found[0].message == "the feed is not well formed: 1 control character was taken out"


def test_entries_of_a_feed_without_text_are_named() -> None:
    entries = "<item><title>Weir</title></item><item><guid>7</guid></item>"
    feed = f"<rss version='2.0'><channel><title>B</title>{entries}</channel></rss>"
    documents, found = read_any("r.xml", feed.encode())
    assert [(one.name, one.left_out) for one in documents] == [
        ("r.xml#1", "it has no text"),
        ("r.xml#2", "it has no text"),
    ]
    assert show(found[0]) == (
        "r.xml: warning[no-article]: 2 entries have no text\n  help: save the pages that they lead to, and import those"
    )


def packed(**members: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def test_a_table_of_posts_beside_their_texts_gives_them_their_facts() -> None:
    data = packed(
        **{
            "posts.csv": "post_id,post_date,is_published,type,audience,title,subtitle\n"
            "11.weir,2026-03-03T08:00:00.000Z,true,newsletter,everyone,Weir opened,Two gardens\n"
            "12.dam,,false,newsletter,everyone,Dam,\n13.gone,2026-03-04T08:00:00.000Z,true,newsletter,everyone,Gone,\n",
            "posts/11.weir.html": f"<p>{FIRST}</p><p>{SECOND}</p>",
            "posts/12.dam.html": f"<p>{SECOND}</p>",
            "posts/11.opens.csv": "post_id,timestamp,email\n11,2026-03-03,bo@reader.example\n",
            "email_list.csv": "email,active\nbo@reader.example,true\n",
        }
    )
    documents, found = read_any("all.zip", data)
    assert found == ()
    assert [(d.name, d.given.title, d.given.published[:10], d.given.held, d.left_out) for d in documents] == [
        ("all.zip/posts.csv#4", "Gone", "2026-03-04", "", "it has no text"),
        ("all.zip/email_list.csv", "", "", "", "only posts are articles"),
        ("all.zip/posts/11.opens.csv", "", "", "", "only posts are articles"),
        ("all.zip/posts/11.weir.html", "Weir opened", "2026-03-03", "", ""),
        ("all.zip/posts/12.dam.html", "Dam", "", "is_published: false", ""),
    ]
    assert texts(documents[3]) == [FIRST, SECOND]
    assert "reader.example" not in str(documents)


def test_a_list_of_saved_articles_beside_their_texts_gives_them_their_facts() -> None:
    listed = (
        '[{"id": "7", "slug": "weir-1", "title": "Weir opened", "author": "Ines Dahl", '
        '"url": "https://echo.example/weir", "savedAt": "2026-05-01", "publishedAt": "2026-03-03T08:00:00Z"}]'
    )
    notes = {"highlights/weir-1.md": "> The weir"}
    data = packed(**{"metadata_0.json": listed, "content/weir-1.html": PAGE, **notes})
    (document, other), found = read_any("all.zip", data)
    assert found == ()
    assert (other.kind, other.left_out) == ("extra file", "only posts are articles")
    stated = document.given
    assert (stated.title, stated.author, stated.url) == ("Weir opened", "Ines Dahl", "https://echo.example/weir")
    assert stated.published[:10] == "2026-03-03"
    assert FIRST in texts(document)


def test_pages_about_an_account_are_no_articles_and_a_draft_is_held_back() -> None:
    link = '<footer><a href="https://echo.example/weir" class="p-canonical">Link</a></footer>'
    data = packed(
        **{
            "posts/2026-03-03_Weir-1.html": PAGE.replace("</article>", f"{link}</article>"),
            "posts/draft_Dam-2.html": PAGE.replace("Weir", "Dam"),
            "profile/profile.html": PAGE,
            "claps/claps-0001.html": PAGE,
            "README.html": PAGE,
        }
    )
    documents, _ = read_any("all.zip", data)
    assert [(d.name, d.given.held, d.given.url) for d in documents if not d.left_out] == [
        ("all.zip/posts/2026-03-03_Weir-1.html", "", "https://echo.example/weir"),
        ("all.zip/posts/draft_Dam-2.html", "draft", ""),
    ]
    assert {d.kind for d in documents if d.left_out} == {"account page"}


WORDS = st.lists(st.integers(0, 99), max_size=5).map(lambda numbers: " ".join(f"w{n}" for n in numbers))
ENTRIES = st.lists(
    st.tuples(WORDS, WORDS, st.sampled_from(["post", "page", "attachment", "nav_menu_item", "news", "revision"])),
    min_size=1,
)


@pytest.mark.slow
@given(
    ENTRIES,
    st.booleans(),
    st.sampled_from(["{}", "<p>{}</p>", "{}\n\n[gallery]", "<!-- wp:paragraph --><p>{}</p>", "R&D {}"]),
)
def test_every_word_of_a_feed_or_an_export_is_in_an_article_or_in_what_is_left_out(
    entries: list[tuple[str, str, str]], export: bool, form: str
) -> None:
    if export:
        data = wordpress(*(item(form.format(text), kind, title) for title, text, kind in entries))
    else:
        items = (
            f"<item><title>{title}</title><description><![CDATA[{form.format(text)}]]></description></item>"
            for title, text, _ in entries
        )
        data = f"<rss version='2.0'><channel><title>Echo</title>{''.join(items)}</channel></rss>".encode()
    documents, _ = read_any("a.xml", data)
    found = " ".join(f"{d.given.title} {' '.join(p.text for p in d.paragraphs)}" for d in documents)
    stated = " ".join(f"{title} {text}" for title, text, _ in entries)
    assert sorted(re.findall(r"w\d+", found)) == sorted(re.findall(r"w\d+", stated))
    assert all(one.left_out or one.paragraphs for one in documents)
