"""Lists of reference managers as XML: EndNote with and without styles, MODS."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

TEXT = "Halden Salt is looking for a buyer for its mine at Brack. It lost 14 million crowns in nine months."


def styled(words: str, styles: bool) -> str:
    return f'<style face="normal" size="100%">{words}</style>' if styles else words


def endnote(*, styles: bool, text: str = "abstract", head: str = '<?xml version="1.0"?>', root: str = "xml") -> bytes:
    def of(words: str) -> str:
        return styled(words, styles)

    entry = (
        "<record><database name='p.enl'>p.enl</database><ref-type name='Newspaper Article'>23</ref-type>"
        f"<contributors><authors><author>{of('Wick, Nora')}</author><author>{of('Lie, Pål')}</author></authors>"
        "</contributors><titles>"
        f"<title>{of('Salt maker seeks buyer')}</title><secondary-title>{of('Coast Post')}</secondary-title></titles>"
        f"<dates><year>{of('2026')}</year><pub-dates><date>{of('23 November')}</date></pub-dates></dates><keywords>"
        f"<keyword>{of('mining')}</keyword></keywords><{text}>{of(TEXT)}</{text}><pages>{of('A4')}</pages><urls>"
        f"<related-urls><url>{of('https://c.example/1')}</url></related-urls></urls></record>"
    )
    records = f"<records>{entry}</records>"
    return f"{head}{f'<xml>{records}</xml>' if root == 'xml' else records}".encode()


MODS = (
    '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>Salt maker seeks buyer</title>'
    "</titleInfo>"
    '<name type="personal"><namePart type="family">Wick</namePart><namePart type="given">Nora</namePart></name>'
    "<name><namePart type='family'>Lie</namePart><namePart type='given'>Pål</namePart></name>"
    '<relatedItem type="host"><titleInfo><title>Coast Post</title></titleInfo><part><date>2026-11-23</date>'
    f"<extent><list>A4</list></extent></part></relatedItem><abstract>{TEXT}</abstract><subject>"
    "<topic>mining</topic></subject>"
    "<location><url>https://c.example/1</url></location></mods></modsCollection>"
)
LISTS = {
    "EndNote": endnote(styles=True),
    "EndNote without styles": endnote(styles=False),
    "EndNote with the text in notes": endnote(styles=True, text="notes"),
    "EndNote without a declaration": endnote(styles=True, head=""),
    "records alone": endnote(styles=False, root="records"),
    "MODS": MODS.encode(),
    "MODS with a prefix": MODS.replace("xmlns=", "xmlns:m=").replace("<", "<m:").replace("<m:/", "</m:").encode(),
}


def only(data: bytes) -> RawDocument:
    (document,), found = read_any("a.xml", data)
    assert found == ()
    return document


@pytest.mark.parametrize("what", LISTS)
def test_an_entry_is_an_article_with_its_facts_and_its_other_fields_are_named(what: str) -> None:
    document = only(LISTS[what])
    given = document.given
    assert (given.title, given.author, given.outlet) == ("Salt maker seeks buyer", "Nora Wick, Pål Lie", "Coast Post")
    assert (given.published, given.url) == ("2026-11-23", "https://c.example/1")
    assert [one.text for one in document.paragraphs] == [TEXT]
    named = {one.text.partition(": ")[2] for one in document.around}
    assert {"mining", "A4"} == named
    assert {one.aside for one in document.around} == {"a field of a reference"}


def test_an_entry_without_a_text_is_named() -> None:
    data = b"<xml><records><record><titles><title>Nothing more</title></titles></record></records></xml>"
    assert only(data).left_out == "it is a reference without a text"


def test_a_damaged_list_says_so() -> None:
    documents, (found,) = read_any("a.xml", b"<xml><records><record><titles></records></xml>")
    assert (documents, found.code) == ((), "broken-file")
    assert found.message == "the list of references cannot be read: it is no whole XML"
