"""Pages that arrive in pieces, as they do over a slow line: what is there stays where it is."""

import mimetypes
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from many import LONG
from page_states import wait_until
from playwright.sync_api import Browser, Page
from web_server import Served

SHIFTS = """window.moved = [];
const block = n => n?.nodeType === 1 && !getComputedStyle(n).display.startsWith("inline") && !n.closest(".text table");
new PerformanceObserver(list => list.getEntries().forEach(e => e.sources.forEach(s => {
  if (block(s.node)) window.moved.push(s.node.outerHTML.slice(0, 60));
}))).observe({type: "layout-shift", buffered: true})"""
"""Blocks that moved. Words move within a paragraph as its lines are broken anew, columns within a text's own table."""
DRAWN = """() => new Promise(done => {
  requestAnimationFrame(() => requestAnimationFrame(done));
  setTimeout(done, 400);
})"""
"""Two frames are drawn; a page that waits for its script draws none."""
PATHS = [
    "/",
    "/2026/04/12/",
    "/briefs/second-turbine/",
    "/entities/tideworks/",
    "/entities/haichao/",
    "/figures/",
    "/sources/",
    "/search/",
    "/stories/second-turbine/",
]
ROWS = [
    ("/entities/tideworks/", b'header class="masthead'),
    ("/search/", b"form"),
    ("/figures/", b"thead"),
    ("/sources/", b"thead"),
]
"""Pages, each with the start tag of a row in which the width of one part moves the others."""


class Pieces(ThreadingHTTPServer):
    """A site whose pages come in two pieces, the second when it is asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.cut = 0
        """Where a page is cut, in bytes; at 0 it is whole."""
        self.late: tuple[str, ...] = ()
        """What comes with the second piece of a page: files that end so."""
        self.rest = Event()
        """That the second piece may come."""


class Handler(BaseHTTPRequestHandler):
    """Gives files from a folder."""

    server: Pieces

    def do_GET(self) -> None:
        file = self.server.folder / self.path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        page = file.suffix == ".html"
        self.send_response(200 if file.exists() else 404)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/plain")
        self.send_header("Cache-Control", "max-age=600" if file.suffix == ".css" else "no-store")
        self.end_headers()
        body = file.read_bytes() if file.exists() else b""
        if page and self.server.cut:
            self.wfile.write(body[: self.server.cut])
            self.wfile.flush()
            self.server.rest.wait(20)
            body = body[self.server.cut :]
        elif self.server.late and file.name.endswith(self.server.late):
            self.server.rest.wait(20)
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def pieces(served: Served) -> Iterator[Pieces]:
    server = Pieces(served.folder)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def _moved(page: Page, address: str, server: Pieces, cut: int = 0, late: tuple[str, ...] = ()) -> list[str]:
    server.cut, server.late = cut, late
    server.rest.clear()
    page.goto(address, wait_until="commit")
    page.evaluate(DRAWN)
    server.rest.set()
    page.wait_for_load_state("load")
    page.evaluate(DRAWN)
    return list(page.evaluate("() => window.moved"))


def test_nothing_moves_on_any_kind_of_page_that_arrives_whole(browser: Browser, pieces: Pieces, served: Served) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(SHIFTS)
    found = {path: _moved(page, f"http://127.0.0.1:{pieces.server_port}{path}", pieces) for path in served.kinds}
    page.close()
    assert {path: blocks for path, blocks in found.items() if blocks} == {}


def test_nothing_moves_wherever_a_row_of_a_page_is_cut(browser: Browser, pieces: Pieces) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(SHIFTS)
    found = {}
    for path, row in ROWS:
        body = (pieces.folder / path.lstrip("/") / "index.html").read_bytes()
        start, end = body.index(b"<" + row), body.index(b"</" + row.split()[0] + b">", body.index(b"<" + row))
        cuts = [start + at.end() for at in re.finditer(rb">\w{0,3}", body[start:end])]
        for cut in cuts if LONG else [*cuts[:: max(1, len(cuts) // 6)], *cuts[-3:]]:
            found[path, body[cut - 30 : cut]] = _moved(
                page, f"http://127.0.0.1:{pieces.server_port}{path}", pieces, cut
            )
    page.close()
    assert {place: blocks for place, blocks in found.items() if blocks} == {}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_while_a_page_arrives(browser: Browser, pieces: Pieces, path: str) -> None:
    body = (pieces.folder / path.lstrip("/") / "index.html").read_bytes()
    shown = range(body.index(b"<body"), body.index(b'<footer class="foot"'))
    lines = [n + 1 for n in shown if body[n : n + 1] == b"\n"]
    heads = [n for n in lines if body[:n].endswith(b"</thead>\n")]
    # Around and in the menu, where a table has its head alone, and at three other places.
    cuts = sorted({*lines[1:12:3], *heads, *lines[12 :: max(1, len(lines) // 3)]})
    if b' blocking="render"' in body and not LONG:
        # Nothing is drawn before the whole page is there, wherever it is cut.
        cuts = cuts[:: len(cuts) - 1]
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(SHIFTS)
    found = {cut: _moved(page, f"http://127.0.0.1:{pieces.server_port}{path}", pieces, cut) for cut in cuts}
    page.close()
    assert {cut: blocks for cut, blocks in found.items() if blocks} == {}


def test_nothing_moves_when_pictures_come_last(browser: Browser, pieces: Pieces) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.add_init_script(SHIFTS)
    address = f"http://127.0.0.1:{pieces.server_port}/briefs/zweite-turbine/"
    _moved(page, address, pieces, late=(".png", ".svg"))
    # A page is loaded before pictures further down are.
    wait_until(page, "[...document.images].every(i => i.complete && i.naturalWidth)")
    page.evaluate(DRAWN)
    moved = page.evaluate("() => window.moved")
    shown = page.evaluate("() => [...document.images].map(i => [i.naturalWidth, i.width])")
    page.close()
    assert shown == [[480, 480], [400, 400]]
    assert moved == []


def test_nothing_moves_when_the_script_comes_last(browser: Browser, pieces: Pieces) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(SHIFTS)
    for path in ("/", "/briefs/haichao-cables/", "/stories/second-turbine/", "/search/"):
        address = f"http://127.0.0.1:{pieces.server_port}{path}"
        # A story remembers the first visit, and folds what was seen at the second.
        page.goto(address)
        assert _moved(page, address, pieces, late=(".js",)) == [], path
    page.close()
