"""What web clippers and note programs write: Markdown with properties, exports of Evernote."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

ONE = "The council of Kelby votes tonight on money for a ferry crew."
TWO = "A crew of twelve would cost about 900,000 crowns a year, said the treasurer."
URL = "https://courier.example/ferry-vote"
TITLE = "Council votes on ferry crew"


def read(name: str, text: str) -> tuple[RawDocument, ...]:
    documents, found = read_any(name, text.encode())
    assert found == ()
    return documents


FILES = {
    "a front matter with wikilinks": (
        f'---\ntitle: "{TITLE}"\nsource: "{URL}"\nauthor:\n  - "[[Jane Okafor]]"\n'
        f'  - "[[people/Tom Ashby|Tom Ashby]]"\n'
        f"published: 2026-11-28\ncreated: 2026-11-30\ntags:\n  - clippings\n---\n{ONE}\n\n{TWO}\n",
        ("courier.example", "Jane Okafor, Tom Ashby", "2026-11-28"),
    ),
    "a front matter with a named link and a site": (
        f"---\ntitle: {TITLE}\nurl: {URL}\nsite: The Courier\nauthor: '[Jane Okafor](https://courier.example/jane)'\n"
        f"date: 2026-11-28\n---\n\n# {TITLE}\n{ONE}\n\n{TWO}\n",
        ("The Courier", "Jane Okafor", "2026-11-28"),
    ),
    "an excerpt above the text": (
        f"---\ncreated: 2026-11-30T10:12:33 (UTC +01:00)\nsource: {URL}\nauthor: Jane Okafor\n---\n\n# {TITLE}\n\n"
        f"> ## Excerpt\n> The council votes.\n\n---\n{ONE}\n\n{TWO}\n",
        ("courier.example", "Jane Okafor", ""),
    ),
    "properties in lines below the title": (
        f"# {TITLE}\n\nURL: {URL}\nAuthor: Jane Okafor\nPublished: November 28, 2026\nTags: ferry, council\n\n"
        f"{ONE}\n\n{TWO}\n",
        ("", "Jane Okafor", "2026-11-28"),
    ),
    "properties in a list under a heading": (
        f"# Council Votes\n\n## Metadata\n- Author: [[Jane Okafor]]\n- Full Title: {TITLE}\n- Category: #articles\n"
        f"- URL: {URL}\n\n"
        f"## Highlights\n\n{ONE} ([View Highlight](https://reader.example/1))\n\n"
        f"{TWO} ([View Highlight](https://reader.example/2))\n",
        ("", "Jane Okafor", ""),
    ),
    "properties at the foot": (
        f"{TITLE}\n\n{ONE}\n\n{TWO}\n\nid: 5d0e\nparent_id: 0123\ncreated_time: 2026-11-30T10:12:33.000Z\n"
        f"author: Jane Okafor\nsource_url: {URL}\nsource: joplin-desktop\ntype_: 1\n",
        ("courier.example", "Jane Okafor", ""),
    ),
    "inline properties with two colons": (
        f"# {TITLE}\n\nauthor:: [[Jane Okafor]]\nurl:: {URL}\ndate:: 2026-11-28\n\n{ONE}\n\n{TWO}\n",
        ("", "Jane Okafor", "2026-11-28"),
    ),
    "highlighted words": (
        f"---\ntitle: {TITLE}\nsource: {URL}\n---\n==The council of Kelby== {ONE[21:].strip()}\n\n"
        f"A crew of twelve ==would cost about 900,000== crowns a year, said the treasurer.\n",
        ("courier.example", "", ""),
    ),
}


@pytest.mark.parametrize("what", FILES)
def test_properties_are_facts_and_the_rest_is_the_text(what: str) -> None:
    text, (outlet, author, day) = FILES[what]
    (document,) = read("a.md", text)
    given = document.given
    assert (given.title, given.outlet, given.author, given.published, given.url) == (TITLE, outlet, author, day, URL)
    assert [one.text for one in document.paragraphs] == [ONE, TWO]
    assert "==" not in "".join(one.markdown for one in document.paragraphs)
    assert all(one.aside for one in document.around)


@pytest.mark.parametrize("key", ["source", "outlet", "publication", "site"])
def test_an_address_is_the_address_and_never_the_outlet_in_json_and_tables_too(key: str) -> None:
    for name, text in (
        ("a.json", f'{{"title": "{TITLE}", "{key}": "{URL}", "text": "{ONE} {TWO}"}}'),
        ("a.csv", f'title,{key},text\n{TITLE},{URL},"{ONE} {TWO}"\n'),
    ):
        (document,) = read(name, text)
        assert (document.given.url, document.given.outlet) == (URL, "courier.example")


def test_a_picture_without_words_is_named() -> None:
    (document,) = read(
        "a.md", f"---\ntitle: {TITLE}\n---\n{ONE}\n\n![](https://i.courier.example/ferry.jpg)\n\n{TWO}\n"
    )
    assert [one.text for one in document.paragraphs] == [ONE, TWO]
    assert [(one.text, one.aside) for one in document.around] == [
        ("https://i.courier.example/ferry.jpg", "a picture without words")
    ]


def test_headings_and_lines_with_colons_of_an_ordinary_file_stay() -> None:
    (document,) = read("a.md", f"# {TITLE}\n\n{ONE}\n\n## Notes\n\nCost: 900,000 crowns\nCrew: twelve\n\n{TWO}\n")
    assert [one.text for one in document.paragraphs] == [ONE, "Notes", "Cost: 900,000 crowns Crew: twelve", TWO]
    assert not document.around


def test_each_note_of_an_export_of_evernote_is_an_article() -> None:
    def note(title: str, body: str, more: str) -> str:
        return f"<note><title>{title}</title><content><![CDATA[<en-note>{body}</en-note>]]></content>{more}</note>"

    attributes = f"<note-attributes><author>Jane Okafor</author><source-url>{URL}</source-url></note-attributes>"
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "evernote-export4.dtd">\n<en-export>'
        + note("Council &amp; crew", f"<div>{ONE}</div><div><br/></div><div>{TWO}</div>", attributes)
        + note("Empty", "", "")
        + "</en-export>"
    )
    full, empty = read("a.enex", text)
    assert (full.given.title, full.given.author, full.given.url) == ("Council & crew", "Jane Okafor", URL)
    assert [one.text for one in full.paragraphs] == [ONE, TWO]
    assert (empty.given.title, empty.left_out) == ("Empty", "it has no text")
