"""Names of people and publishers, without the labels, menus and addresses that formats put around them."""

import json
from pathlib import Path

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.stated.outlets import outlet_name
from annotated_briefings.intake.stated.people import people

DATA = Path(__file__).resolve().parents[1] / "data" / "stated"


def rows(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return [(cells[1], cells[2] if len(cells) > 2 else "") for cells in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("stated", "names"), rows("people.tsv"))
def test_an_author_is_a_name_or_nothing(stated: str, names: str) -> None:
    assert people(stated) == names
    assert people(names) == names


@pytest.mark.parametrize(("stated", "name"), rows("outlets.tsv"))
def test_an_outlet_is_the_name_of_its_publisher(stated: str, name: str) -> None:
    assert outlet_name(stated) == name
    assert outlet_name(name) == name


TEXT = "Pilots in the outer harbour ask for one free day in every seven, their guild said on Sunday."
MAIL = "hanne.falk@quay.example"
RSS = "<rss><channel><title>Q</title><item><title>A</title>{}<description>{}</description></item></channel></rss>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Q</title>{}<entry><title>A</title>{}<content>{}</content></entry></feed>'
PAGE = "<!doctype html><html>{}<body>{}<article>{}<p>{}</p><p>{}</p></article></body></html>"
LINKED = f'<h1>A day</h1><p class="byline">By <a href="mailto:{MAIL}">Hanne Falk</a></p>'
ITEM = {"title": "A", "authors": [{"name": f"Hanne Falk <{MAIL}>"}], "content_text": TEXT}
PARTS = {"person": [{"firstname": "Hanne", "lastname": "Falk"}]}
BYLINES = {
    "rss": ("a.xml", RSS.format(f"<author>{MAIL} (Hanne Falk)</author>", TEXT)),
    "atom": ("a.xml", ATOM.format("", f"<author><name>Hanne Falk</name><email>{MAIL}</email></author>", TEXT)),
    "atom of the feed": ("a.xml", ATOM.format("<author><name>Hanne Falk</name></author>", "", TEXT)),
    "json feed": ("a.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [ITEM]})),
    "json": ("a.json", json.dumps({"title": "A", "author": f"{MAIL} (Hanne Falk)", "text": TEXT})),
    "json parts": ("a.json", json.dumps({"title": "A", "byline": PARTS, "text": TEXT})),
    "markdown": ("a.md", f"---\ntitle: A\nauthor: Hanne Falk <{MAIL}>\n---\n\n{TEXT}\n"),
    "page": ("a.html", PAGE.format("", "", LINKED, TEXT, TEXT)),
}


@pytest.mark.parametrize("kind", BYLINES)
def test_every_format_states_the_name_and_no_mail_address(kind: str) -> None:
    name, data = BYLINES[kind]
    documents, _ = read_any(name, data.encode())
    assert documents[0].given.author == "Hanne Falk"


def test_all_authors_are_kept_in_their_order() -> None:
    names = ("Ida Varro", "Rolf Tamm", "Oda Quist")
    atom = ATOM.format("", "".join(f"<author><name>{name}</name></author>" for name in names), TEXT)
    rss = RSS.format("".join(f"<dc:creator>{name}</dc:creator>" for name in names), TEXT)
    rss = rss.replace("<rss>", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/">')
    records = json.dumps({"authors": [names[0], {"name": names[1]}, names[2]], "text": TEXT})
    for name, data in (("a.xml", atom), ("r.xml", rss), ("j.json", records)):
        documents, _ = read_any(name, data.encode())
        assert documents[0].given.author == "Ida Varro, Rolf Tamm, Oda Quist"


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("rolf.tamm@home.example", "home.example"),
        ("Mike at Axle <mike@axle.example>", "Axle"),
        ('"The Standard" <noreply@standard.example>', "The Standard"),
    ],
)
def test_the_sender_of_a_letter_gives_a_name_and_no_address(sender: str, outlet: str) -> None:
    mail = f"From: {sender}\nSubject: A\nDate: Fri, 27 Nov 2026 06:31:04 +0000\n\n{TEXT}\n"
    documents, _ = read_any("a.eml", mail.encode())
    assert documents[0].given.outlet == outlet


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Fees rise in spring | Amaro Post", "Fees rise in spring"),
        ("Fees rise in spring – News from Amaro", "Fees rise in spring"),
        ("Amaro Post: Fees rise in spring", "Fees rise in spring"),
        ("Fees rise in spring｜Amaro", "Fees rise in spring"),
    ],
)
def test_the_title_of_a_page_ends_before_the_name_of_its_site(title: str, heading: str) -> None:
    head = f'<head><meta property="og:title" content="{title}"><meta property="og:site_name" content="AP"></head>'
    page = PAGE.format(head, "<nav><h1>Menu</h1></nav>", f"<h1>{heading}</h1>", TEXT, TEXT)
    documents, _ = read_any("a.html", page.encode())
    assert documents[0].given.title == heading
