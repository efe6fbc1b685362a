"""Cases that went wrong elsewhere, retold: material as it really comes in."""

import json
from typing import NamedTuple

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.web import plain_address
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import BriefDraft
from annotated_briefings.intake.pipeline import ImportPlan, import_documents


class Brought(NamedTuple):
    """What a file became."""

    plan: ImportPlan
    drafts: tuple[BriefDraft, ...]


def bring(name: str, data: bytes) -> Brought:
    documents, _ = read_any(name, data)
    return Brought(*import_documents(documents, Known(Decisions()), lambda _: (), write_brief))


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode()


def test_headlines_marked_with_signs_open_articles_and_leave_the_text() -> None:
    """A headline that is marked by signs begins an article and is not repeated in its text. (SG-04)"""
    text = (
        b"### Pier shut again\nPassengers stood in the rain all day.\nA tent was found.\n\n"
        b"### Fair opens late\nStalls were wet.\n"
    )
    drafts = bring("a.txt", text).drafts
    assert [d.title for d in drafts] == ["Pier shut again", "Fair opens late"]
    assert drafts[1].text.endswith("---\n\nStalls were wet.\n")


def test_a_headline_folded_over_two_lines_is_whole() -> None:
    """A headline that is wrapped over two lines is read as one, and the date below it too. (SG-06)"""
    text = (
        b"TITLE: Council votes to keep the old pier\n  open through the winter\nDATE: 2026-03-04\n\n"
        b"The vote was close.\n"
    )
    draft = bring("a.txt", text).drafts[0]
    assert draft.title == "Council votes to keep the old pier open through the winter"
    assert "\ndate: 2026-03-04\n" in draft.text


def test_empty_segments_vanish_and_a_fragment_is_listed_and_opens_no_article() -> None:
    """Empty segments are dropped; a fragment stays with the article above, and its place is listed. (SG-07)"""
    text = (
        b"=====\nTITLE: The real one\nDATE: 2026-03-05\n\nWords.\n=====\n=====\n  \n=====\n"
        b"a tail without a header\n=====\n"
    )
    found = bring("a.txt", text)
    assert [d.title for d in found.drafts] == ["The real one"]
    assert found.drafts[0].text.rstrip().endswith("a tail without a header")
    assert [gap.after for gap in found.plan.unsure] == ["a tail without a header"]


@pytest.mark.slow
def test_abbreviations_initials_and_decimals_end_no_sentence() -> None:
    """The stop of an abbreviation, an initial or a decimal does not end a sentence. (SG-05)"""
    text = (
        b"Talks resume\n\nThe U.S. envoy, J. Okafor, met Dr. Lund at No. 7 Pier Rd. on Feb. 3 and paid approx. "
        b"2.5 mn. They agreed.\n"
    )
    summary = bring("a.txt", text).drafts[0].text.split("summary: ")[1].split("\n")[0]
    assert "paid approx. 2.5 mn." in summary


def test_short_western_text_of_an_old_machine_is_read_with_a_notice() -> None:
    """Text that is not UTF-8 is read in the encoding that fits, and a message names file and encoding. (EN-04)"""
    documents, found = read_any("a.txt", b"Mayor: \x93no ferry\x94 \x96 costs rise 5 \x80 on K\xf6nigstra\xdfe\n")
    assert documents[0].paragraphs[0].text == "Mayor: “no ferry” – costs rise 5 € on Königstraße"
    assert show(found[0]).startswith("a.txt:1:8: hint[other-encoding]: byte 7 is not UTF-8; the file was read as win")


def test_a_feed_that_names_the_wrong_encoding_is_read_with_a_notice() -> None:
    """A feed that declares the wrong encoding is read all the same, with one warning. (EN-06)"""
    data = (
        '<?xml version="1.0" encoding="us-ascii"?><rss version="2.0"><channel><title>Wire</title><item>'
        "<title>Crème runs short</title><description>Dairies – and cafés – wait.</description></item></channel>"
        "</rss>"
    )
    documents, found = read_any("feed.xml", data.encode())
    assert documents[0].given.title == "Crème runs short"
    assert [show(diagnostic) for diagnostic in found] == [
        "feed.xml: hint[other-encoding]: the feed is not in its encoding: document declared as us-ascii, but parsed as "
        "utf-8\n  help: check accents and quotation marks in the briefs"
    ]


def test_articles_that_share_a_long_template_stay_apart() -> None:
    """Articles on different subjects that share a long template are not duplicates. (DD-01)"""
    template = (
        "Bulletin of the night desk. The text was made from agency material and read by an editor before it "
        "went out. It may be used with credit. All times are local. "
    ) * 3
    found = bring(
        "a.jsonl",
        lines(
            {"title": "Flood warning", "text": template + "The river rose by a metre."},
            {"title": "Choir wins prize", "text": template + "The town choir won in the capital."},
            {"title": "Tram stops", "text": template + "Line 4 stood for an hour."},
        ),
    )
    assert len(found.drafts) == 3
    assert found.plan.folded == ()


def test_texts_without_words_are_not_all_the_same() -> None:
    """Articles without any word are not duplicates of one another. (DD-07)"""
    found = bring(
        "a.jsonl",
        lines(
            {"title": "Fire", "text": "🔥"},
            {"title": "Rain", "text": "☔"},
            {"title": "一", "text": "雨が降る。"},
            {"title": "二", "text": "風が吹く。"},
            {"title": "Fine", "text": "Sunny."},
        ),
    )
    assert len(found.drafts) == 5


def test_copies_that_differ_in_spaces_and_a_stop_are_one() -> None:
    """Every copy that differs only in spaces and a final stop is found, not just most of them. (DD-03)"""
    first, second = {"title": "A", "text": "the same words here"}, {"title": "B", "text": "the  same words here."}
    found = bring("a.jsonl", lines(first, second))
    assert (len(found.drafts), [f.verdict for f in found.plan.folded]) == (1, ["near"])


def test_every_bad_line_is_named_and_the_good_ones_are_read() -> None:
    """One bad record does not cost the others: each is reported with its own line number. (IM-03)"""
    data = lines({"title": "A", "text": "alpha"}, {"title": "B", "text": "beta"})
    data += b'\n{"title":\n{"title":"D","text":"d"}\n["x"]\n'
    documents, found = read_any("a.jsonl", data)
    assert [d.given.title for d in documents] == ["A", "B", "D"]
    assert [d.place.line for d in found] == [3, 5]


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/pool?utm_source=rss&utm_medium=x",
        "http://www.news.example/pool/",
        "https://news.example/pool#top",
    ],
)
def test_an_address_is_the_same_with_tracking_another_scheme_or_a_last_slash(url: str) -> None:
    """Addresses that differ in tracking parameters, http or https, or a last slash are one article. (DD-05)"""
    assert plain_address(url) == "news.example/pool"


def test_addresses_that_differ_in_an_id_stay_apart() -> None:
    """Addresses that differ in a parameter that names the article are different articles. (DD-05)"""
    assert plain_address("https://news.example/s?id=2") != plain_address("https://news.example/s?id=3")


def test_both_parts_of_a_message_are_read_and_of_alternatives_one() -> None:
    """Of the plain and the HTML form of a mail one is read, and a part that has only one form is not lost. (IM-07)"""
    head = b"From: desk@wire.example\nSubject: Tides\nDate: Thu, 05 Mar 2026 07:00:00 +0000\nMIME-Version: 1.0\n"
    data = head + (
        b'Content-Type: multipart/mixed; boundary="OUT"\n\n--OUT\nContent-Type: text/plain\n\n'
        b"High water at nine.\n"
        b'--OUT\nContent-Type: multipart/alternative; boundary="IN"\n\n'
        b"--IN\nContent-Type: text/plain\n\nThe desk, plain.\n"
        b"--IN\nContent-Type: text/html\n\n<p>The desk, rich.</p>\n--IN--\n--OUT--\n"
    )
    documents, _ = read_any("a.eml", data)
    assert [p.text for p in documents[0].paragraphs] == ["High water at nine.", "The desk, rich."]


def test_titles_are_decoded_once() -> None:
    """Character references in imported titles are decoded exactly once. (IM-13)"""
    titles = ("Lund &amp;amp; Sons&amp;#8217; pier", "How to write &amp;lt;b&amp;gt; here")
    items = "".join(f"<item><title>{title}</title><description>x</description></item>" for title in titles)
    data = f'<?xml version="1.0"?><rss version="2.0"><channel><title>W</title>{items}</channel></rss>'
    documents, _ = read_any("a.xml", data.encode())
    assert [d.given.title for d in documents] == ["Lund & Sons’ pier", "How to write <b> here"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.eml", "a.html", "a.xml", "a.md", "a.json"])
@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_file_of_any_kind_is_said_in_one_line(name: str, data: bytes) -> None:
    """An empty file of any format is reported in one line that names it. (IM-01)"""
    documents, found = read_any(name, data)
    assert documents == ()
    assert len(found) == 1


def test_nested_containers_give_every_paragraph_once() -> None:
    """Nested containers of a web page do not give a paragraph twice, and menus give none. (IM-10)"""
    first = "The first sentence is of ordinary length and tells about the weather in town and the market square."
    second = "The second sentence is of ordinary length and tells about the late train and the queue it caused."
    page = (
        f"<!doctype html><html><body><nav>Home Sport</nav><main><article><div><h1>Quiet day</h1><p>{first}</p>"
        f"<p>{second}</p></div></article></main><footer>Terms</footer></body></html>"
    )
    documents, _ = read_any("a.html", page.encode())
    assert [p.text for p in documents[0].paragraphs] == [first, second]
