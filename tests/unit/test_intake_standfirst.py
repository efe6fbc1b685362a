"""The standfirst that a format states is the summary of a brief; the motto of a site and a cut text are none.

Two dozen texts; the second half was not looked at while the rule was made.
"""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.stated.standfirst import standfirst_of

TITLE = "Bridge at Ardle closed"
TEXT = (
    "The bridge at Ardle was closed on Tuesday after divers had found cracks in its northern pier.",
    "Engineers will need at least six weeks, and 9,400 cars a day have to use the ferry instead.",
    "The mayor, Hanne Falk, asked the region for 2 million crowns, as the town cannot pay for a new pier alone.",
)
STATED = "Engineers close the crossing for at least six weeks, and cars have to use the ferry"
MOTTO = "News, sport and weather from the valleys since 1904."
FIRST = (
    ("Engineers close the crossing for at least six weeks", True),
    ("Cracks in the northern pier force 9,400 cars a day onto the ferry.", True),
    ("News, sport and weather from the valleys since 1904.", False),
    ("Bridge at Ardle closed", False),
    ("The bridge at Ardle was closed on Tuesday after divers had found cracks in its", False),
    (
        "The bridge at Ardle was closed on Tuesday after divers had found cracks in its northern pier.",
        True,
    ),
    ("The bridge at Ardle was closed on Tuesday after divers had…", False),
    ("Subscribe to our newsletter and never miss a story", False),
    ("", False),
    ("Bridge", False),
    ("What the repair of the pier will cost the town, and who is to pay", True),
    ("Photo: the harbour in winter", False),
)
SECOND = (
    ("Mayor asks for money as the repair of the pier takes six weeks", True),
    ("Divers found cracks on Tuesday; cars have to use the ferry", True),
    ("The Ardle Courier is your source of independent local journalism.", False),
    ("The bridge at Ardle was closed on Tuesday [...]", False),
    ("Engineers will need at least six weeks, and 9,400 cars a day have to", False),
    (
        "Engineers will need at least six weeks, and 9,400 cars a day have to use the ferry instead.",
        True,
    ),
    ("Follow us for more stories, videos and pictures every morning", False),
    ("Home page", False),
    ("The town cannot pay alone, says its mayor Hanne Falk", True),
    ("All the latest headlines, features and opinion", False),
    ("No cars before spring? The water board looks for two million crowns", True),
    ("Click here to read the article", False),
)


@pytest.mark.parametrize(("text", "is_one"), [*FIRST, *SECOND])
def test_a_standfirst_speaks_of_its_article_and_is_whole(text: str, is_one: bool) -> None:
    assert standfirst_of((text,), TITLE, TEXT) == (text if is_one else "")


def html() -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in TEXT)


def page(head: str, above: str = "") -> bytes:
    start = f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{above}"
    return f"{start}{html()}</article></body></html>".encode()


def linked(words: str) -> bytes:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "description": words})
    return page(f'<script type="application/ld+json">{data}</script>')


def records(**fields: str) -> bytes:
    return json.dumps([fields]).encode()


def as_feed(words: str) -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    item = f"<title>{TITLE}</title><description>{words}</description><content:encoded><![CDATA[{html()}]]>"
    head = f'<rss version="2.0" {space}><channel><title>Q</title><item>'
    return f"{head}{item}</content:encoded></item></channel></rss>".encode()


def as_report(words: str) -> bytes:
    head = f"<body.head><hedline><hl1>{TITLE}</hl1><hl2>{words}</hl2></hedline></body.head>"
    return f'<?xml version="1.0"?><nitf><body>{head}<body.content>{html()}</body.content></body></nitf>'.encode()


def as_front(words: str) -> bytes:
    text = "\n\n".join(TEXT)
    return f"---\ntitle: {TITLE}\ndescription: {words}\n---\n\n{text}\n".encode()


def as_download(words: str) -> bytes:
    entry = (
        "Title: {}\nAbstract: {}\nPublication: Quay Courier\nDate: 3 March 2026\nFull text: {}\nAccession number: {}\n"
    )
    texts = (entry.format(TITLE, words, " ".join(TEXT), n) for n in (1, 2))
    return "\n____________________\n\n".join(texts).encode()


FORMATS: dict[str, Callable[[str], bytes]] = {
    "meta.html": lambda words: page(f'<meta name="description" content="{words}">'),
    "og.html": lambda words: page(f'<meta property="og:description" content="{words}">'),
    "shown.html": lambda words: page("", f'<p class="standfirst">{words}</p>'),
    "dek.html": lambda words: page("", f'<div class="dek">{words}</div>'),
    "linked.html": linked,
    "a.json": lambda words: records(title=TITLE, standfirst=words, text="\n".join(TEXT)),
    "dek.json": lambda words: records(headline=TITLE, dek=words, body="\n".join(TEXT)),
    "vorspann.json": lambda words: records(titel=TITLE, Vorspann=words, text="\n".join(TEXT)),
    "chapo.csv": lambda words: f'Titre,Chapô,Texte\n{TITLE},"{words}","{" ".join(TEXT)}"\n'.encode(),
    "a.xml": as_feed,
    "a.md": as_front,
    "nitf.xml": as_report,
}


def stated(name: str, data: bytes) -> str:
    documents, found = read_any(name, data)
    (article,) = split_all(name, documents, found, Decisions()).articles
    return standfirst_of(article.given.standfirst, TITLE, [p.text for p in article.paragraphs])


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_that_states_a_standfirst_gives_it(name: str) -> None:
    assert stated(name, FORMATS[name](STATED)) == STATED
    # What a page shows as one stands in its text.
    assert stated(name, FORMATS[name](MOTTO)) == (MOTTO if name in ("shown.html", "dek.html") else "")


def test_the_abstract_of_a_download_is_a_standfirst_or_is_left_out_by_name() -> None:
    for words, found, left in ((STATED, (STATED,), []), (MOTTO, (), [f"Abstract: {MOTTO}"])):
        documents, _ = read_any("a.txt", as_download(words))
        assert [document.given.standfirst for document in documents] == [found, found]
        assert [one.text for one in documents[0].around if "Abstract" in one.text] == left


def test_the_standfirst_is_the_summary_of_the_draft(tmp_path: Path) -> None:
    create_site(tmp_path)
    file = tmp_path / "clip.json"
    file.write_bytes(FORMATS["a.json"](STATED))
    done = run_import(ImportRequest(tmp_path, (file,)))
    assert f'summary: "{STATED}"\n' in (tmp_path / done.created[0]).read_text(encoding="utf-8")


ARTICLE = ("The crane of the north quay stood still on Friday.", "Its gearbox had failed in the night.")


@pytest.mark.parametrize(
    "stated",
    [
        " ".join(ARTICLE),
        " ".join((*ARTICLE, "The post Crane stands still appeared first on Mole Gazette.")),
        "The crane of the quay had to stop in the night. The post Crane stands still appeared first on Mole Gazette.",
        "The crane of the north quay had to stop in the night. Subscribe to our newsletter.",
        "Der Kran an der Nordmole steht still, crane quay Friday gearbox night. Weiterlesen auf mole.example",
    ],
)
def test_what_repeats_the_article_or_leads_elsewhere_is_no_standfirst(stated: str) -> None:
    assert standfirst_of((stated,), "Crane stands still", ARTICLE) == ""


def test_a_sentence_of_the_article_and_more_may_be_its_standfirst() -> None:
    stated = "The crane of the north quay had to stop: its gearbox failed in the night."
    assert standfirst_of((stated,), "Crane stands still", ARTICLE) == stated
