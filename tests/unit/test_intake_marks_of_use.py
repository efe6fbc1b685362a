"""Rights, terms, notes for editors and properties of documents hold back what they close, in whatever format."""

import json
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.stated.marks.properties import properties_mark
from annotated_briefings.intake.stated.marks.use_notes import read_note

TEXT = "The board of the harbour has met on Tuesday evening and has granted the licence to the pilots of Lund."
FRAMES = {
    "rss": '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:own="https://q.example/own"><channel><title>Q</title><item>'
    "<title>Names</title>{mark}<description>{text}</description></item></channel></rss>",
    "atom": '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/"><title>Q</title>'
    "<entry><title>Names</title>{mark}<content>{text}</content></entry></feed>",
    "newsml": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>{mark}</itemMeta><contentMeta><headline>'
    "Names</headline></contentMeta><contentSet><inlineXML><html><body><p>{text}</p></body></html></inlineXML>"
    "</contentSet></newsItem>",
    "nitf": "<nitf><head>{mark}</head><body><body.head><hedline><hl1>Names</hl1></hedline></body.head><body.content>"
    "<p>{text}</p></body.content></body></nitf>",
    "page": "<!doctype html><html><head><title>Names</title>{mark}</head><body><article><h1>Names</h1><p>{text}</p>"
    "</article></body></html>",
    "mail": "From: Quay <q@quay.example>\nSubject: Names\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n{mark}\n\n{text}\n",
    "markdown": "---\ntitle: Names\n{mark}\n---\n\n{text}\n",
    "rtf": "{{\\rtf1\\ansi{{\\info{mark}}}{{\\b Names\\par}}\n{text}\\par}}",
    "evernote": '<?xml version="1.0"?><en-export><note><title>Names</title><content><![CDATA[<en-note><p>{text}</p>'
    "</en-note>]]></content>{mark}</note></en-export>",
}
ENDINGS = {"page": "html", "mail": "eml", "markdown": "md", "rtf": "rtf", "evernote": "enex"}
CLOSED = [
    ("rss", '<media:status state="blocked" reason="legal"/>'),
    ("rss", '<media:restriction relationship="deny" type="uri">all</media:restriction>'),
    ("rss", '<media:restriction relationship="allow">none</media:restriction>'),
    ("rss", "<dcterms:accessRights>restricted</dcterms:accessRights>"),
    ("rss", "<dc:rights>Confidential. Not for publication.</dc:rights>"),
    ("rss", "<own:embargo>2031-05-01</own:embargo>"),
    ("rss", "<own:visibility>private</own:visibility>"),
    ("atom", "<rights>Not for publication before 5 March 2031</rights>"),
    ("atom", "<dcterms:accessRights>Subscribers only</dcterms:accessRights>"),
    ("newsml", '<pubStatus qcode="stat:withheld"/>'),
    ("newsml", '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'),
    ("newsml", "<edNote>Embargoed until 1 May 2031, 06:00 GMT</edNote>"),
    ("newsml", "<rightsInfo><usageTerms>À ne pas diffuser avant le 1er mai 2031</usageTerms></rightsInfo>"),
    ("nitf", '<docdata management-status="embargoed"/>'),
    ("nitf", '<docdata><ed-msg info="Not for publication"/></docdata>'),
    ("nitf", '<docdata><date.expire norm="20260101T000000Z"/></docdata>'),
    ("page", '<meta name="dcterms.accessRights" content="restricted">'),
    ("page", '<meta property="article:content_tier" content="locked">'),
    ("page", '<meta name="rights" content="Vertraulich - nicht zur Veröffentlichung">'),
    ("page", '<meta name="draft" content="true">'),
    ("page", '<meta name="distribution" content="iu">'),
    ("mail", "Keywords: confidential"),
    ("mail", "Comments: Not for publication"),
    ("markdown", "build:\n  render: never"),
    ("markdown", "_build:\n  list: never"),
    ("markdown", "permalink: false"),
    ("markdown", "license: internal use only"),
    ("markdown", "availability: restricted"),
    ("markdown", "Rechte: Sperrfrist 1. Mai 2031"),
    ("markdown", "備考: 転送禁止"),
    ("rtf", "{\\keywords confidential, harbour}"),
    ("rtf", "{\\doccomm Not for publication}"),
    ("evernote", "<tag>confidential</tag>"),
]
OPEN = [
    ("rss", '<media:status state="active"/>'),
    ("rss", '<media:restriction relationship="deny" type="country">us</media:restriction>'),
    ("rss", '<media:rights status="userCreated"/>'),
    ("rss", "<dc:rights>All rights reserved</dc:rights>"),
    ("rss", "<dc:rights>Copyright Q. This text may not be published, broadcast or rewritten.</dc:rights>"),
    ("atom", "<rights>© Q, tous droits réservés. Reproduction interdite sans autorisation.</rights>"),
    ("atom", "<dcterms:accessRights>open access</dcterms:accessRights>"),
    ("newsml", '<pubStatus qcode="stat:usable"/><edNote>Updates with quotes of the mayor</edNote>'),
    ("newsml", "<rightsInfo><usageTerms>No archive use after 30 days</usageTerms></rightsInfo>"),
    ("nitf", '<docdata management-status="usable"><ed-msg info="Photo follows"/></docdata>'),
    ("page", '<meta name="robots" content="noindex"><meta name="rights" content="Nachdruck verboten">'),
    ("page", '<meta name="classification" content="Business"><meta name="distribution" content="global">'),
    ("page", '<meta property="article:content_tier" content="free"><meta name="expires" content="2020-01-01">'),
    ("mail", "Keywords: harbour, pilots\nComments: Sent from a ferry"),
    ("markdown", "permalink: /names/\ncomments: false\nnoindex: false"),
    ("markdown", "rights: Do not copy without permission of the author"),
    ("markdown", "availability: in stock"),
    ("rtf", "{\\keywords harbour, draft horses}"),
    ("evernote", "<tag>harbour</tag>"),
]


def held(kind: str, mark: str) -> bool:
    name = f"a.{ENDINGS.get(kind, 'xml')}"
    documents, _ = read_any(name, FRAMES[kind].format(mark=mark, text=TEXT).encode())
    (given,) = (one.given for one in documents)
    return bool(given.held or given.embargo or given.expires)


@pytest.mark.parametrize(("kind", "mark"), CLOSED)
def test_what_a_source_says_of_its_use_holds_it_back(kind: str, mark: str) -> None:
    assert held(kind, mark)


@pytest.mark.parametrize(("kind", "mark"), OPEN)
def test_notices_of_copyright_and_states_of_published_texts_hold_nothing_back(kind: str, mark: str) -> None:
    assert not held(kind, mark)


@pytest.mark.parametrize(
    ("record", "closed"),
    [
        ({"_id": "drafts.abc"}, True),
        ({"_id": "abc"}, False),
        ({"status": False}, True),
        ({"pubstatus": "withheld"}, True),
        ({"pubstatus": "usable"}, False),
        ({"sys": {"publishedAt": None}}, True),
        ({"sys": {"publishedAt": "2026-01-01T00:00:00Z", "archivedAt": "2026-02-01T00:00:00Z"}}, True),
        ({"usageterms": "Embargoed until 1 May 2031"}, True),
        ({"copyrightnotice": "All rights reserved"}, False),
        ({"editorial_note": "The mayor was asked twice"}, False),
    ],
)
def test_records_of_content_systems_say_it_in_their_own_ways(record: dict[str, object], closed: bool) -> None:
    documents, _ = read_any("a.json", json.dumps({"title": "Names", "text": TEXT, **record}).encode())
    given = documents[0].given
    assert bool(given.held or given.embargo or given.expires) == closed


@pytest.mark.parametrize(
    ("name", "value", "closed"),
    [
        ("MSIP_Label_2f-9_Name", "Confidential", True),
        ("MSIP_Label_2f-9_Name", "Public", False),
        ("Vertraulichkeit", "intern", True),
        ("keywords", "pilots; nicht veröffentlichen", True),
        ("keywords", "projet, concept, harbour", False),
        ("subject", "Embargo: 1 May 2031", True),
        ("description", "written by a program", False),
        ("Company", "Quay Ltd", False),
    ],
)
def test_properties_of_documents_hold_back(name: str, value: str, closed: bool) -> None:
    mark = properties_mark([(name, value)])
    assert bool(mark.held or mark.embargo) == closed


@pytest.mark.parametrize(
    ("place", "words", "closed"),
    [
        ("footer", "Entwurf, Stand 3. März – noch nicht abgestimmt", True),
        ("footer", "Projet, version du 3 mars – non validé", True),
        ("footer", "Черновик, 3 марта, не согласовано", True),
        ("footer", "Q – Ausgabe vom 3. März", False),
        ("comments", "Embargoed until 1 May 2031", True),
        ("comments", "Draft sentence, please check", False),
        ("keywords", "confidential", True),
    ],
)
def test_a_word_document_says_it_at_its_margins_and_in_its_remarks(place: str, words: str, closed: bool) -> None:
    document = docx.Document()
    document.add_heading("Names", 1)
    paragraph = document.add_paragraph(TEXT)
    if place == "footer":
        document.sections[0].footer.paragraphs[0].text = words
    elif place == "keywords":
        document.core_properties.keywords = words
    else:
        document.add_comment(paragraph.runs, text=words, author="Q", initials="Q")
    file = BytesIO()
    document.save(file)
    assert ZipFile(file).testzip() is None
    documents, _ = read_any("a.docx", file.getvalue())
    assert bool(documents[0].given.held or documents[0].given.embargo) == closed


def paper(info: str = "", across: str = "", packet: str = "") -> bytes:
    drawn = f"BT /F1 11 Tf 72 700 Td ({TEXT[:60]}) Tj ET\nBT /F1 11 Tf 72 686 Td ({TEXT[60:]}) Tj ET\n"
    drawn += f"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 250 Tm ({across}) Tj ET\n" if across else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream\n",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<<{info}>>",
        f"<</Type/Metadata/Subtype/XML/Length {len(packet.encode())}>>stream\n{packet}\nendstream\n",
    ]
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj{one}endobj\n" for n, one in enumerate(objects, 1))
    return f"{body}trailer<</Size 8/Root 1 0 R/Info 6 0 R>>\n%%EOF\n".encode()


@pytest.mark.parametrize(
    ("info", "across", "closed"),
    [
        ("", "CONFIDENTIAL", True),
        ("", "DRAFT", True),
        ("/Keywords(confidential, harbour)", "", True),
        ("/Subject(Embargoed until 1 May 2031)", "", True),
        ("/Subject(Harbour news)/Keywords(draft horses)", "", False),
    ],
)
def test_a_paper_says_it_across_its_pages_and_in_its_properties(info: str, across: str, closed: bool) -> None:
    documents, _ = read_any("a.pdf", paper(info, across))
    assert bool(documents[0].given.held or documents[0].given.embargo) == closed
    shown = [one.text for one in documents[0].paragraphs if not one.aside]
    assert " ".join(shown) == TEXT


def test_the_latest_moment_of_a_note_counts() -> None:
    note = read_note("Embargoed until 1 May 2031. Not for publication before 3 May 2031.")
    assert (note.held, note.embargo) == ("", "2031-05-03")


PACKET = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" '
    'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"{0}>{1}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
ALT = "<{0}><rdf:Alt><rdf:li xml:lang='x-default'>{1}</rdf:li></rdf:Alt></{0}>"
CLOSING_PACKETS = [
    ("", ALT.format("dc:rights", "Not for publication before 5 March 2031")),
    ("", ALT.format("dc:rights", "Nur für den internen Gebrauch")),
    ("", ALT.format("dc:description", "EMBARGO until 5 March 2031")),
    ("", ALT.format("xmpRights:UsageTerms", "Not for publication.")),
    ("", ALT.format("plus:OtherConditions", "Ne pas diffuser avant le 5 mars 2031")),
    ("", "<dc:subject><rdf:Bag><rdf:li>harbour</rdf:li><rdf:li>confidential</rdf:li></rdf:Bag></dc:subject>"),
    ("", "<photoshop:Instructions>Do not publish</photoshop:Instructions>"),
    (' photoshop:Instructions="Embargoed until 5 March 2031, 06:00 GMT"', ""),
    ("", "<prism:embargoDate>2031-03-05T06:00:00Z</prism:embargoDate>"),
    (' pdfx:Classification="Confidential"', ""),
    ("", "<pdfx:MSIP_Label_3f2a_Name>Internal</pdfx:MSIP_Label_3f2a_Name>"),
]
OPEN_PACKETS = [
    ("", ALT.format("dc:rights", "All rights reserved. No reproduction without permission.")),
    ("", ALT.format("dc:title", "The draft treaty and the arms embargo")),
    ("", ALT.format("xmpRights:UsageTerms", "CC BY 4.0")),
    (' xmpRights:Marked="True" xmp:CreateDate="2031-03-05T06:00:00Z" xmp:Rating="1"', ""),
    ("", "<photoshop:Instructions>Credit: Ann Reed</photoshop:Instructions>"),
    ("", "<prism:publicationDate>2026-03-05</prism:publicationDate><plus:CopyrightStatus>known</plus:CopyrightStatus>"),
    ("", "<dc:subject><rdf:Bag><rdf:li>draft horses</rdf:li><rdf:li>ports</rdf:li></rdf:Bag></dc:subject>"),
    (' pdfx:Company="Quay Press" pdfx:SourceModified="D:20260301"', ""),
    ("", "<broken"),
    ("", ALT.format("dc:description", "A report on the port, its embargo of 1951 and the private quays")),
]


@pytest.mark.parametrize(
    ("stated", "closed"), [(one, True) for one in CLOSING_PACKETS] + [(one, False) for one in OPEN_PACKETS]
)
def test_a_paper_says_it_in_its_packet_of_metadata(stated: tuple[str, str], closed: bool) -> None:
    documents, _ = read_any("a.pdf", paper(packet=PACKET.format(*stated)))
    assert bool(documents[0].given.held or documents[0].given.embargo) == closed
    assert " ".join(one.text for one in documents[0].paragraphs if not one.aside) == TEXT
