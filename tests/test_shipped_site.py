"""This repository's own site, built as a reader's host would serve it."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from many import LONG

from annotated_briefings.base.diagnostics import Severity, show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.output.audit import faults_of
from annotated_briefings.output.render import Output

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 25, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "briefings", folder / "briefings")
    shutil.copy(ROOT / "site.yaml", folder)
    report = build(BuildRequest(folder, NOW))
    assert [show(d) for d in report.diagnostics if d.severity is not Severity.HINT] == []
    return folder


def pages(site: Path) -> Iterator[Path]:
    yield from sorted((site / "_site").rglob("*.html"))


def stubs(folder: Path) -> set[Path]:
    """Old addresses that lead on; nothing links to them."""
    return {path for path in folder.rglob("*.html") if b'http-equiv="refresh"' in path.read_bytes()}


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def published(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name != ".briefings-manifest.json"}


# A link that works below a path works at the root of a host too; the long run tries both.
@pytest.mark.parametrize("base", ["https://example.org/deep/path", *["https://example.org"] * LONG])
def test_a_crawl_from_the_front_page_reaches_every_page_and_no_link_is_dead(
    site: Path, tmp_path: Path, base: str
) -> None:
    report = build(BuildRequest(site, NOW, output=tmp_path / "out", base_url=base))
    assert not report.failed
    root = base + "/"

    def file_of(url: str) -> Path:
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(root).path.rstrip("/"))).lstrip("/")
        return tmp_path / "out" / (path + "index.html" if not path or path.endswith("/") else path)

    soups: dict[str, BeautifulSoup] = {}
    todo = [root, root + "404.html"]
    while todo:
        url = todo.pop()
        if url in soups:
            continue
        path = file_of(url)
        assert path.is_file(), url
        if path.suffix != ".html":
            continue
        soups[url] = BeautifulSoup(path.read_bytes(), "lxml")
        for tag in soups[url].find_all(["a", "link", "img", "script"]):
            target = tag.get("href") or tag.get("src")
            whole = urljoin(url, str(target))
            if target and whole.startswith(root) and tag.get("rel") != ["canonical"]:
                todo.append(whole.partition("#")[0])
    for url, soup in soups.items():
        for tag in soup.find_all("a", href=True):
            whole, _, fragment = urljoin(url, str(tag["href"])).partition("#")
            if fragment and whole in soups:
                assert soups[whole].find(id=unquote(fragment)) is not None, (url, tag["href"])
    assert {file_of(url) for url in soups} == set((tmp_path / "out").rglob("*.html")) - stubs(tmp_path / "out")


def test_no_page_breaks_a_rule_of_good_html(site: Path) -> None:
    for path in pages(site):
        found = faults_of(Output(path.name, path.read_bytes(), path.name))
        assert [show(d) for d in found] == [], path


def test_no_link_stands_in_a_link(site: Path) -> None:
    for path in pages(site):
        # html.parser keeps nesting as it is written; lxml would mend it.
        soup = BeautifulSoup(path.read_bytes(), "html.parser")
        assert soup.select("a a") == [], path


def test_no_page_carries_inline_script_or_style(site: Path) -> None:
    for path in pages(site):
        soup = BeautifulSoup(path.read_bytes(), "lxml")
        scripts = [s for s in soup.find_all("script") if s.get("type") != "application/ld+json"]
        assert [s for s in scripts if not s.get("src") or s.string] == [], path
        assert soup.find_all("style") == [], path
        assert soup.find_all(style=True) == [], path


def test_building_twice_writes_nothing_and_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    before = tree(site / "_site")
    again = build(BuildRequest(site, NOW))
    assert (again.parsed, again.rendered, again.written, again.pruned) == (0, 0, 0, 0)
    assert tree(site / "_site") == before
    build(BuildRequest(site, NOW, output=tmp_path / "clean", clean=True))
    assert published(tmp_path / "clean") == published(site / "_site")


def test_worker_processes_give_the_same_bytes(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotated_briefings.engine.parallel.FEW", 1)
    build(BuildRequest(site, NOW, output=tmp_path / "two", jobs=2, clean=True))
    assert published(tmp_path / "two") == published(site / "_site")


def test_the_feed_is_valid_atom_with_whole_addresses(site: Path) -> None:
    feed = ElementTree.parse(site / "_site" / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 8
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 8
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    for entry in entries:
        content = BeautifulSoup(entry.findtext(f"{ATOM}content") or "", "lxml")
        assert all(str(a["href"]).startswith(("https://", "#")) for a in content.find_all("a", href=True))


def test_the_sitemap_lists_every_page_but_search_and_404(site: Path) -> None:
    root = ElementTree.parse(site / "_site" / "sitemap.xml").getroot()
    listed = {str(loc.text) for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    real = set(pages(site)) - stubs(site / "_site")
    files = {p.relative_to(site / "_site").as_posix().removesuffix("index.html") for p in real}
    assert listed == {f"https://briefings.example.org/{file}" for file in files - {"404.html", "search/"}}


def test_every_receipt_and_note_has_found_its_place(site: Path) -> None:
    for path in sorted((site / "_site" / "briefs").glob("*/index.html")):
        soup = BeautifulSoup(path.read_bytes(), "lxml")
        assert len(soup.select(".note:not(.note-footnote)")) == len(soup.select("a.note-ref")) >= 2
        assert len(soup.select(".note-footnote")) == len(soup.select(".footnote-ref a[id]"))
        assert len(soup.select(".points details")) >= 3
        marks = {mark.get_text() for mark in soup.select(".receipt-mark")}
        assert marks == {"Quoted from TechCrunch"}, path
        cells = {row.select("td")[-1].get_text() for row in soup.select("table.figures tbody tr")}
        assert cells <= {"Quoted from TechCrunch"}, path
        assert all(len(quote.get_text().split()) < 12 for quote in soup.select(".proof q")), path
        assert soup.select("a[href*=':~:text=']") == [], "no source gives an address"


def test_a_fresh_clone_passes_the_strict_check_and_an_invented_quote_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "briefings", tmp_path / "briefings")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    assert main(["--site", str(tmp_path), "check", "--strict"]) == 0
    assert capsys.readouterr().out == "nothing wrong in 8 briefs\n"
    path = tmp_path / "briefings" / "2023" / "oppo-closes-its-chip-unit.md"
    path.write_text(path.read_text(encoding="utf-8").replace("dropped 8%", "dropped 9%"), encoding="utf-8")
    assert main(["--site", str(tmp_path), "check"]) == 1
    text = "nothing proves that the quote `its shipment dropped 9%` is in the text of source 1, `TechCrunch`"
    assert f"error[unsupported-quote]: {text}" in capsys.readouterr().out


def test_the_ledger_of_this_site_holds_no_word_of_an_article() -> None:
    for line in (ROOT / "briefings" / "imports.jsonl").read_text(encoding="utf-8").splitlines():
        texts = (value for value in json.loads(line).values() if isinstance(value, str))
        assert all(len(text.split()) <= 2 for text in texts)


def test_the_archive_has_a_page_for_every_day_month_and_year(site: Path) -> None:
    for page in ("2023", "2023/05", "2023/05/30"):
        assert (site / "_site" / page / "index.html").is_file()
