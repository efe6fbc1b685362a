"""Harmful texts in a real browser: a site full of them, and a wire that trips when anything runs."""

import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect
from small_site import HARM, Case, hostile
from web_server import Served, watch

WIRE = """window.tripped = [];
for (const name of ["alert", "confirm", "prompt", "open"]) {
  window[name] = (...what) => { window.tripped.push([name, ...what.map(String)]); };
}"""

RUN = """() => [
  ...window.tripped,
  ...[...document.links].map(link => link.getAttribute("href")).filter(
    to => /^\\s*(javascript|data|vbscript):/i.test(to)),
]"""
"""What has run on a page, and the links that would run something."""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site with every harmful text in every field, some of it imported."""
    case = Case(tmp_path_factory.mktemp("hostile") / "site")
    for number, harm in enumerate(HARM):
        hostile(case, f"h{number:02}", harm)
        case.take_in(
            f"p{number}.html",
            f"<html><head><title>{harm}</title></head><body><article><h1>Report {number}</h1><p>A sentence of "
            f"some words number {number}, and {harm} after it.</p></article></body></html>",
        )
    case.brief(
        "words",
        "title: constructor\ndate: 2026-07-14",
        "The __proto__ and toString and hasOwnProperty words; valueOf.\n",
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(case.root / "_site")))
    base = f"http://127.0.0.1:{server.server_port}"
    settings = case.root / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("https://pages.example", base), "utf-8")
    case.build(search=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield Served(base, case.root / "_site")
    server.shutdown()
    server.server_close()


def visited(paths: list[str]) -> list[str]:
    """All briefs, and of each other kind of page every fifth, so that each text is met on several kinds; in the long
    run of `make soak` all."""
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(path.split("/")[1], []).append(path)
    step = 1 if "BRIEFINGS_SOAK" in os.environ else 5
    return [
        path
        for at, (kind, found) in enumerate(kinds.items())
        for path in (found if kind == "briefs" or len(found) < len(HARM) else found[at % step :: step])
    ]


def test_nothing_runs_on_any_page_of_a_site_full_of_harmful_texts(browser: Browser, harmful: Served) -> None:
    """Whatever texts a site holds, no script of theirs runs on any page, in search results or while results are
    listed. (SE-11, SR-06)
    """
    watched = watch(browser.new_page(), harmful.base)
    page = watched.page
    page.add_init_script(WIRE)
    page.on("dialog", lambda dialog: watched.faults.append(f"dialog: {dialog.message}"))
    for path in visited(harmful.paths):
        page.goto(harmful.base + path)
        watched.faults += [f"{path}: {found}" for found in page.evaluate(RUN)]
    page.close()
    assert watched.faults == []


def test_words_that_objects_of_scripts_have_by_themselves_are_found(browser: Browser, harmful: Served) -> None:
    """A search for `constructor` or `__proto__` finds the briefs that say it and raises no error. (SR-03)"""
    watched = watch(browser.new_page(), harmful.base)
    page = watched.page
    page.add_init_script(WIRE)
    for word in ("constructor", "__proto__", "hasOwnProperty", "valueOf"):
        page.goto(f"{harmful.base}/search/?q={word}")
        expect(page.locator(".results a[href*='words']").first).to_be_visible()
    page.goto(f"{harmful.base}/search/?q=zebrafish")
    expect(page.locator(".results a")).to_have_count(0)
    assert page.evaluate("window.tripped") == []
    assert watched.faults == []
    page.close()
