"""Collected material that is hard to take in."""

import json
from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.storage.ledger import open_ledger


def test_a_file_of_zero_bytes_and_one_of_two_byte_text(case: Case) -> None:
    """UTF-16 is read by its byte order mark, and no NUL character reaches a published file. (EN-07)"""
    case.take_in("utf16.txt", "Storm warning for the coast\n\nGusts may reach 90 km/h.\n".encode("utf-16"))
    report = case.take_in("nul.txt", b"A headline\n\nSome body\x00\x00\x00\x00 and a tail\n")
    case.build()
    assert any("Storm warning for the coast" in text for text in case.briefs().values())
    assert not any(b"\0" in data for path, data in case.files().items() if path.endswith((".html", ".md", ".xml")))
    assert not any("\0" in text for text in case.briefs().values())
    assert report.refused or report.created


def test_blank_lines_between_records_are_nothing(case: Case) -> None:
    """Blank lines between the records of a JSON Lines file are ignored. (IM-02)"""
    report = case.take_in(
        "b.jsonl",
        '{"title":"The bridge","text":"Traffic flows again."}\n\n   \n'
        '{"title":"The bus","text":"No rise this year."}\n',
    )
    assert len(report.created) == 2


def test_records_end_at_line_feeds_alone(case: Case) -> None:
    """Only a line feed ends a record; other separators that Unicode knows are part of its text. (IM-04)"""
    data = (
        '{"title":"Line sep","text":"before\u2028after"}\n{"title":"Next line","text":"and then\u0085something else"}\n'
    )
    report = case.take_in("seps.jsonl", data)
    assert len(report.created) == 2
    assert not report.refused


LINES = (
    "1986. A good year for the fleet.",
    "* * * It aims to be free*",
    "# 1 in the chart again",
    "- said the mayor",
    "> 50 of the voters agreed",
    "file_name_v2 costs 5 * 3 * 2 = 30 and `tick`",
    "+ one more",
    "[^1]: no footnote",
    "| a | b |",
    "<b>no tag</b> & no entity &amp;",
    "[[no link]] and [no](link)",
    "~~not struck~~",
)


def test_collected_sentences_gain_no_meaning_as_markdown(case: Case) -> None:
    """A sentence of an article that looks like Markdown (`1984. ...`, `*`, `#`) is shown as it was, not as a list
    or heading. (MD-01)
    """
    case.write(
        "briefings/decisions.yaml", "".join(f"- {{join: plain.txt, line: {3 + 2 * n}}}\n" for n in range(len(LINES)))
    )
    case.take_in("plain.txt", "Odd characters\n\n" + "\n\n".join(LINES) + "\n")
    case.build()
    [name] = case.briefs()
    text = case.page(f"briefs/{name}/index.html").select_one(".text")
    assert text is not None
    assert not text.select("ul, ol, h2, h3, blockquote, code, hr, em, strong, table, b, del, a, sup")
    read = [" ".join(p.get_text().split()) for p in text.find_all("p")]
    assert [line for line in LINES if line not in read] == []


def test_addresses_in_collected_pages_are_not_spoilt(case: Case) -> None:
    """Escaping of collected text does not change the web addresses in it. (MD-02)"""
    case.take_in(
        "url.html",
        "<html><body><article><h1>Links</h1><p>See https://data.example/#/rows/a_b-c_d and "
        '<a href="https://data.example/x_(y)?q=1&amp;r=2#z_z">the (long) table</a>. It has many '
        "rows of figures that were counted by hand over years.</p></article></body></html>",
    )
    case.build()
    [name] = case.briefs()
    page = f"briefs/{name}/index.html"
    text = case.page(page).select_one(".text")
    assert text is not None
    links = [str(a["href"]) for a in text.find_all("a", href=True)]
    assert "https://data.example/x_(y)?q=1&r=2#z_z" in [link.replace("%28", "(").replace("%29", ")") for link in links]
    assert "https://data.example/#/rows/a_b-c_d" in text.get_text()
    assert "\\" not in text.get_text()
    assert "%5C" not in case.html(page)


def test_dates_of_feeds_are_read_or_left_open_and_never_made_up(case: Case) -> None:
    """A date that is only half understood stays open; it is never completed with today or the first of a month.
    (DA-07, DA-08)
    """

    def item(name: str, date: str) -> str:
        return (
            f"<item><title>Item {name}</title><guid>{name}</guid>{date}"
            f"<description>Text number {name} in some words.</description></item>"
        )

    case.take_in(
        "f.xml",
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>W</title>'
        "<link>https://w.example/</link>"
        + item("A", "<pubDate>Mo, 25 Jun 2018 11:41:36</pubDate>")
        + item("B", "<pubDate>sab, 07 gen 2023 21:44:32 +0100</pubDate>")
        + item("C", "")
        + item("D", "<pubDate>2016/6/29 15:07:41</pubDate>")
        + "</channel></rss>",
    )
    dates = {}
    for text in case.briefs().values():
        title = next(line for line in text.splitlines() if line.startswith("title:"))
        date = next((line for line in text.splitlines() if line.startswith("date:")), "")
        dates[title.strip('"')[-1]] = date.removeprefix("date:").strip().strip('"')
    assert dates["A"].startswith("2018-06-25")
    assert dates["B"] in ("", "2023-01-07") or dates["B"].startswith("2023-01-07")
    assert dates["C"] == ""
    assert dates["D"] == "" or dates["D"].startswith("2016-06-29")


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.pdf", "a.html.gz", "a.warc", "a.mbox"])
def test_rubbish_under_any_name_is_said_and_nothing_else_happens(case: Case, name: str) -> None:
    """Empty files, noise and broken archives are reported by name, and the rest of the import goes on. (IM-01)"""
    report = case.take_in(name, b"PK\x03\x04rubbish\x00\xff" * 9)
    assert all("Traceback" not in show(d) for d in report.diagnostics)
    assert report.diagnostics or report.refused or report.created


def settings(case: Case, fold_from: str) -> None:
    case.write("site.yaml", f"title: Case\nbase_url: https://pages.example\nimport: {{fold_from: {fold_from}}}\n")


SAME = "Same words here, and they are as many as it takes to tell one text from another text of this kind."


def test_equal_texts_alone_are_folded_where_that_is_asked_for(case: Case) -> None:
    """With a similarity of 1 only articles with equal texts are duplicates. (DD-02)"""
    settings(case, "1.0")
    near = SAME.replace("here", "there")
    report = case.take_in(
        "d.jsonl",
        "".join(
            f'{{"title": "{title}", "text": "{text} {SAME} {SAME}"}}\n'
            for title, text in (("A", SAME), ("A copy", SAME), ("B", near), ("C", "Other words there."))
        ),
    )
    assert [(f.verdict, len(report.created)) for f in report.folded] == [("exact", 3)]


@pytest.mark.parametrize("value", ["0", "0.0", "1.1", "-1", "2", "nan", "much", "0.0001"])
def test_a_likeness_that_is_none_is_refused_before_anything_is_imported(case: Case, value: str) -> None:
    """A similarity of 0 or above 1 is refused with a message, and nothing is imported. (DD-02)"""
    settings(case, value)
    report = case.take_in("d.jsonl", f'{{"title": "A", "text": "{SAME}"}}\n')
    assert report.created == ()
    assert [show(d) for d in report.diagnostics] == [
        f"site.yaml:3:21: error[config]: `{value}` is no likeness of texts\n"
        f"    3 | import: {{fold_from: {value}}}\n      |                     {'^' * len(value)}\n"
        "  help: write a number above 0 and up to 1, such as `0.9`; `1` folds equal texts alone"
    ]


def test_a_stricter_likeness_lists_what_it_does_not_fold(case: Case) -> None:
    """Articles that a stricter similarity keeps apart are listed as similar. (DD-02)"""
    text = "The bridge at Vessby was closed on Monday. The town had asked for new cables. Nobody crosses it at night."
    slips = text.replace("asked", "askde").replace("closed", "clsoed")
    lines = "".join(f'{{"text": "{one}"}}\n' for one in (text, slips))
    assert len(case.take_in("a.jsonl", lines).folded) == 1
    stricter = Case(case.root / "stricter")
    settings(stricter, "0.95")
    report = stricter.take_in("a.jsonl", lines)
    assert (report.folded, len(report.created)) == ((), 2)


def test_an_article_more_is_compared_and_not_everything_anew(case: Case, tmp_path: Path) -> None:
    """When an article is added to a file, what was read before is not read again. (PF-05)"""
    rows = "".join(
        f'{{"title": "T{n}", "text": "{" ".join(f"w{(n * 31 + k * 17) % 997}" for k in range(60))}"}}\n'
        for n in range(300)
    )
    wire = tmp_path / "wire.jsonl"
    wire.write_text(rows, "utf-8")
    first = run_import(ImportRequest(root=case.root, paths=(wire,), progress=False))
    wire.write_text(rows + '{"title": "New", "text": "Something that nobody has told of before today."}\n', "utf-8")
    second = run_import(ImportRequest(root=case.root, paths=(wire,), progress=False))
    assert len(first.created) + len(first.folded) == 300
    assert len(second.created) == 1
    assert second.folded == ()


FERRY = (
    "Ferry stops at noon\n\n"
    "The ferry to Hovde stops at noon on Friday, since its gangway has rusted, and thirty people walk.\n\n"
    "The county pays for a bus until the gangway is mended, said the harbour master Ada Holm on Thursday."
)
NEWER = {
    "a longer one": FERRY + "\n\nOn Saturday a welder comes from Torvik, and the ferry is to sail again on Sunday.",
    "another one": FERRY.replace("thirty people walk", "forty people walk over the bridge, two kilometres each way")
    + "\n\nOn Saturday a welder comes from Torvik, and the ferry is to sail again on Sunday.",
}
"""Texts that the same file holds later."""


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("name", ["ferry.txt", "ferry.md"])
@pytest.mark.parametrize("newer", NEWER.values(), ids=NEWER)
def test_a_newer_text_of_a_file_takes_the_brief_over_but_not_where_it_is_kept(
    case: Case, newer: str, name: str, kept: bool
) -> None:
    mark = "# " if name.endswith(".md") else ""
    case.take_in(name, mark + FERRY)
    (first,) = [row["id"] for row in map(json.loads, open_ledger(case.root).texts()) if "id" in row]
    if kept:
        case.write("briefings/decisions.yaml", f"- {{keep: {first}}}\n")
    case.take_in(name, mark + newer)
    assert len(case.briefs()) == (2 if kept else 1)
