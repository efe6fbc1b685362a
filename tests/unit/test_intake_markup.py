"""Light markup and XML that no reader knows are refused by name; texts, pages and known XML alike are read."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.recognise import format_of

NEWS = "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out.\n"
XML = "<?xml version='1.0'?>"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.adoc", NEWS, "AsciiDoc files"),
        ("a.txt", f"= Weir opened\nAnn Lee\n:toc:\n\n{NEWS}\n// ask the mayor\n", "AsciiDoc files"),
        ("a.txt", f"{NEWS}\n== Costs\n\n////\nask the mayor\n////\n", "AsciiDoc files"),
        ("a.org", NEWS, "Org mode files"),
        ("a.txt", f"* Weir\n:PROPERTIES:\n:DATE: 2026-11-26\n:END:\n{NEWS}# ask the mayor\n", "Org mode files"),
        ("a.txt", f"* WAITING Weir\nSCHEDULED: <2026-11-03 Tue>\n{NEWS}", "Org mode files"),
        ("a.rst", NEWS, "reStructuredText files"),
        ("a.txt", f"Weir\n====\n\n{NEWS}\n.. ask the mayor\n\n{NEWS}", "reStructuredText files"),
        ("a.txt", f"'''Kelby'''. {NEWS}\n== Costs ==\n{NEWS}\n[[Category:Weirs]]\n", "texts of wikis"),
        ("a.txt", f"{{{{Infobox|name=Kelby}}}}\n'''Kelby weir''' {NEWS}", "texts of wikis"),
        ("a.txt", f"h1. Weir opened\n\n{NEWS}\nbq. It was hot.\n", "Textile files"),
        ("a.txt", f"[b]Weir[/b]\n[url=https://weir.example]The report[/url] {NEWS}", "posts of forums (BBCode)"),
        ("a.txt", f"% ask the mayor\n\\section{{Weir}}\n{NEWS}", "LaTeX files"),
        ("a.txt", f'<mediawiki xmlns="http://wiki.example/"><page>{NEWS}</page></mediawiki>', "exports of wikis"),
        ("a.xml", f"<report>\n<body><p>{NEWS}</p></body>\n</report>\n", "XML files of this kind"),
        ("a.xml", f"{XML}<article><front><journal/></front><para>{NEWS}</para></article>", "XML files of this kind"),
        ("a.xml", f"{XML}<!-- ask --><FictionBook xmlns='u'><p>{NEWS}</p></FictionBook>", "e-books"),
    ],
)
def test_markup_that_no_reader_knows_is_refused_by_name(name: str, text: str, what: str) -> None:
    documents, found = read_any(name, text.encode())
    assert documents == ()
    assert [one.message for one in found] == [f"{what} are not read"]
    assert "import" in found[0].help


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", f"= Weir opened =\n\n{NEWS}", "text"),
        ("a.txt", f"Weir opened\n===========\n\n{NEWS}\nCosts\n-----\n{NEWS}", "text"),
        ("a.txt", f"== WEIR OPENED ==\n\n{NEWS}\n== COSTS ==\n\n{NEWS}", "text"),
        ("a.txt", f"* one\n** two\n# three\n= four\n{NEWS}", "text"),
        ("a.txt", f"# Weir opened\n\n{NEWS}\n## Costs\n\n{NEWS}", "text"),
        ("a.txt", f"=> This is why the weir was opened\n{NEWS}\n.. and then it rained.\n", "text"),
        ("a.txt", f"[[Kelby]], [[Weir]]: {NEWS}[b] marks a place, [a] another.\n", "text"),
        ("a.txt", f"// Weir opened //\n\n{NEWS}", "text"),
        ("a.txt", f"<Kelby Echo> Weir opened\n\n{NEWS}", "text"),
        ("a.txt", f"<p>{NEWS}</p>\n<p>{NEWS}</p>", "text"),
        ("a.md", f"# Weir\n\n[[Kelby|the town]] {NEWS}\n```\n#+TITLE: x\n```\n", "markdown"),
        ("a.html", f"<x-story><p>{NEWS}</p></x-story>", "html"),
        ("a.xml", f"{XML}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{NEWS}</p></body></html>", "html"),
        ("a.xml", f"{XML}<article><h1>Weir</h1><p>{NEWS}</p></article>", "html"),
        ("a.xml", "<rss><channel><item><title>W</title></item></channel></rss>", "feed"),
        ("a.xml", f"<nitf><body><body.content><p>{NEWS}</p></body.content></body></nitf>", "feed"),
        ("a.json", '{"title": "a", "text": "== b ==\\n* c"}', "json"),
        ("a.csv", "title,text\n= a,'''b'''\n", "table"),
    ],
)
def test_what_looks_alike_is_read(name: str, text: str, kind: str) -> None:
    assert format_of(name, text.encode()) == kind


@pytest.mark.parametrize("declared", [XML, ""])
def test_subtitles_as_xml_are_read(declared: str) -> None:
    text = (
        f'{declared}<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="cy"><head><metadata><ttm:title '
        'xmlns:ttm="http://www.w3.org/ns/ttml#metadata">Weir opened</ttm:title></metadata></head><body><div>'
        '<p begin="00:00:01.000" end="4.2s">The weir at Kelby<br/>was <span>opened</span></p>'
        '<p begin="4.3s" end="8s">by hand on Sunday.</p><p begin="9s" end="10s">[MUSIC]</p></div></body></tt>'
    )
    (document,), found = read_any("a.ttml", text.encode())
    assert found == ()
    assert [one.text for one in document.paragraphs] == ["The weir at Kelby was opened by hand on Sunday."]
    assert (document.given.title, document.given.language) == ("Weir opened", "cy")
