"""Files that are not read are refused by their true names, each with a remedy; texts that look alike are read."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.recognise import format_of

NEWS = "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out.\n"
LOG = "".join(f"2026-03-03 09:0{n}:01,120 INFO worker {n} has started\n" for n in range(6))


def packed(*names: str, stated: str = "") -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        if stated:
            archive.writestr("mimetype", stated)
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


UNREAD: list[tuple[str, bytes, str]] = [
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word files of before 2007"),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel files of before 2007"),
    ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "PowerPoint files"),
    ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Outlook messages"),
    ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted and old Office files"),
    ("a.epub", packed("META-INF/container.xml", stated="application/epub+zip"), "e-books"),
    ("a.pptx", packed("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint files"),
    ("a.pages", packed("Index/Document.iwa"), "files of Pages, Numbers and Keynote"),
    ("a.xlsb", packed("xl/workbook.bin"), "binary Excel files (.xlsb)"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "7z archives"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00", "RAR archives"),
    ("a.tar", b"a.txt" + bytes(252) + b"ustar\x00", "tar archives"),
    ("a.tgz", b"\x1f\x8b\x08" + bytes(20), "gzip archives"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "pictures"),
    ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "pictures"),
    ("a.heic", b"\x00\x00\x00\x18ftypheic", "pictures"),
    ("a.mp3", b"ID3\x04" + bytes(20), "films and recordings"),
    ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "films and recordings"),
    ("a.db", b"SQLite format 3\x00" + bytes(20), "databases"),
    ("a.parquet", b"PAR1" + bytes(20), "databases"),
    ("a.exe", b"MZ\x90\x00" + bytes(80), "programs"),
    ("a.ps", b"%!PS-Adobe-3.0\n", "PostScript files"),
    ("a.opml", b'<?xml version="1.0"?><opml version="2.0"/>', "lists of feeds (OPML)"),
    ("a.html", b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>", "lists of bookmarks"),
    ("a.xml", b'<?xml version="1.0"?><books><book><title>Ports</title></book></books>', "XML files of this kind"),
    ("sitemap.xml", b'<?xml version="1.0"?><urlset><url/></urlset>', "sitemaps"),
    ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "drawings"),
    ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendars"),
    ("a.idx", b"# VobSub index file\n", "subtitles as pictures"),
    ("result.json", b'{"name": "Desk", "type": "private_group", "messages": [{"id": 1, "text": "Fire"}]}', "chats"),
    ("general.json", b'[{"type": "message", "user": "U1", "text": "Fire", "ts": "1764316740.1"}]', "chats"),
    (
        "messages.html",
        b'<!DOCTYPE html><html><body><div class="message default clearfix"><div class="from_name">Anna</div>Fire</div>'
        b'<div class="message default clearfix"><div class="from_name">Tom</div>Where</div></body></html>',
        "chats",
    ),
    ("a.url", b"[InternetShortcut]\r\nURL=https://echo.example/weir\r\n", "shortcuts to web addresses"),
    ("a.py", b"import os\n\nprint(os.name)\n", "files of program code"),
    ("run", b"#!/bin/sh\nls\n", "files of program code"),
    ("a.yaml", b"title: A\nurl: x\n", "files of settings"),
    ("a.sql", b"-- MySQL dump 10.13\nCREATE TABLE a (b int);\n", "database dumps"),
    ("a.txt", b"<ASCII-MAC>\r<Version:9.2>\r<ParaStyle:Titel>Ferry\r", "InDesign tagged texts"),
    ("a.txt", "<UNICODE-WIN>\r\n<pstyle:Titel>Ferry\r\n".encode("utf-16"), "InDesign tagged texts"),
    ("a.txt", b"<v8.00><e9>\r\n@Titel:Ferry\r\n", "QuarkXPress tagged texts"),
    (
        "a.txt",
        b"\x16\x16\x01b0312\x1fptw----\r\nr i \x13bc-ferry 03-04\x14\r\n\x02Ferry\x03\r\n",
        "messages of wire machines (ANPA 1312)",
    ),
    (
        "a.txt",
        b"\x01PTW0312 4 vm 120 PTW 0031\r\n\x02Ferry sails again\r\n\x03041405 MAR 27\r\n\x04",
        "messages of wire machines (IPTC 7901)",
    ),
    ("a.tex", b"\\documentclass{article}\n", "LaTeX files"),
    ("app.log", LOG.encode(), "logs of programs"),
    ("app.txt", LOG.encode(), "logs of programs"),
    (
        "a.ipynb",
        json.dumps({"cells": [{"outputs": [{"text": ["A word or two"]}]}], "nbformat": 4}).encode(),
        "notebooks",
    ),
    ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "GeoJSON files"),
    ("package.json", b'{"name": "a", "version": "1", "scripts": {}}', "files of settings"),
    ("a.json", b'{\n  // words\n  "title": "A",\n}\n', "JSON files with comments or spare commas"),
]


@pytest.mark.parametrize(("name", "data", "what"), UNREAD, ids=[name for name, *_ in UNREAD])
def test_a_file_that_is_not_read_is_refused_by_its_name(name: str, data: bytes, what: str) -> None:
    documents, found = read_any(name, data)
    assert documents == ()
    assert [show(one).split("\n")[0] for one in found] == [f"{name}: error[unread-format]: {what} are not read"]
    assert found[0].help


def test_the_remedy_for_a_shortcut_names_its_address() -> None:
    _, found = read_any("a.url", b"[InternetShortcut]\r\nURL=https://echo.example/weir\r\n")
    assert found[0].help == "import the address itself: `briefings import https://echo.example/weir`"


@pytest.mark.parametrize(
    "start",
    [
        "[Kelby Echo, 3 March 2026] Weir opened",
        "[Update 14:00]",
        "{Wire}",
        "[[Weir]] opened by hand",
        '["A promise in steel"] says the mayor',
        "[3] The third of the notes",
        "{Kelby} -- The weir was opened",
        "1. The weir was opened at 09:00:01",
        "PK the old name of the press club",
        "ID card for every boat",
        "BMW and the weir",
        "MZ motorcycles are back",
        "Subject to change: the weir",
        "diff between two weirs",
        "# Weir opened",
    ],
)
def test_a_text_is_a_text_however_it_begins(start: str) -> None:
    text = f"{start}\n\n{NEWS}"
    assert format_of("desk.txt", text.encode()) == "text"
    documents, found = read_any("desk.txt", text.encode())
    assert found == ()
    assert documents[0].paragraphs[-1].text == NEWS.strip()


def test_a_forced_format_is_obeyed() -> None:
    documents, found = read_any("a.py", NEWS.encode(), "text")
    assert found == ()
    assert documents[0].paragraphs[0].text == NEWS.strip()


def test_pictures_and_styles_in_an_archive_are_counted_and_other_files_that_are_not_read_are_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("a.txt", NEWS)
        archive.writestr("style.css", "p {}")
        archive.writestr("pier.png", b"\x89PNG\r\n\x1a\n")
        archive.writestr("old.tex", "\\documentclass{article}")
    documents, found = read_any("all.zip", file.getvalue())
    assert [(d.name, d.left_out) for d in documents if d.left_out] == [
        ("all.zip/pier.png", "files of this kind hold no article"),
        ("all.zip/style.css", "files of this kind hold no article"),
    ]
    assert [show(one).split("\n")[0] for one in found] == [
        "all.zip/old.tex: error[unread-format]: LaTeX files are not read"
    ]
