"""A site made for Cloudflare Pages, served by Cloudflare's own program: its redirects and response headers are read."""

import os
import re
import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from programs import lacking, need
from small_site import Case

from annotated_briefings.base.site_files import MANIFEST
from annotated_briefings.site.exports.host_files import header_rules

WRANGLER = Path(__file__).parent / "validators/node_modules/wrangler/bin/wrangler.js"
OLD = ("/old/", "/old/cables.html", "/a b/ü/")
"""Old addresses of the brief."""

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path, str]]:
    """The port of the server, the folder that it serves, and what it says of the files that it reads."""
    node = need("node")
    if not WRANGLER.exists():
        lacking("wrangler")
    case = Case(tmp_path_factory.mktemp("site"), "title: Häfen\nbase_url: https://example.org\nhost: cloudflare\n")
    names = ", ".join(f"'{old}'" for old in OLD)
    case.brief("ferry", f"title: Ferry to Lund\ndate: 2026-03-14\nredirect_from: [{names}]")
    case.build()
    folder, port = tmp_path_factory.mktemp("home"), free_port()
    options = [
        "--compatibility-date",
        "2026-04-01",
        "--ip",
        "127.0.0.1",
        "--port",
        str(port),
        "--inspector-port",
        str(free_port()),
    ]
    log = folder / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [node, str(WRANGLER), "pages", "dev", str(case.root / "_site"), *options],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            env={**os.environ, "HOME": str(folder), "CI": "true", "WRANGLER_SEND_METRICS": "false"},
        )
        try:
            while process.poll() is None and "Ready on" not in log.read_text(encoding="utf-8"):
                pass
            assert process.poll() is None, log.read_text(encoding="utf-8")
            yield port, case.root / "_site", log.read_text(encoding="utf-8")
        finally:
            process.terminate()
            process.wait(timeout=20)


def asked(port: int, path: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    return response


def test_every_rule_is_one_that_it_reads(served: tuple[int, Path, str]) -> None:
    _, site, result = served
    redirects = (site / "_redirects").read_text(encoding="utf-8").count("\n")
    headers = len(re.findall("^/", (site / "_headers").read_text(encoding="utf-8"), re.M))
    assert f"Parsed {redirects} valid redirect rules" in result
    assert f"Parsed {headers} valid header rules" in result
    assert "invalid" not in result


@pytest.mark.parametrize("path", ["/old/", "/old/cables.html", "/a%20b/%C3%BC/"])
def test_old_addresses_redirect(served: tuple[int, Path, str], path: str) -> None:
    response = asked(served[0], path)
    assert (response.status, response.headers["Location"]) == (301, "/briefs/ferry/")


def test_the_list_of_our_files_is_not_shown(served: tuple[int, Path, str]) -> None:
    assert (served[1] / MANIFEST).exists()
    response = asked(served[0], f"/{MANIFEST}")
    assert (response.status, response.headers["Location"]) == (302, "/")


def test_pages_have_their_headers_and_lasting_files_are_kept_for_a_year(served: tuple[int, Path, str]) -> None:
    port, site, _ = served
    page = asked(port, "/briefs/ferry/")
    assert page.status == 200
    wanted = dict(re.findall(r"^  (\S+): (.+)$", header_rules(()), re.M))
    assert {name: page.headers[name] for name in wanted} == wanted
    for file in (*(site / "css").iterdir(), *(site / "js").iterdir()):
        cached = asked(port, "/" + file.relative_to(site).as_posix()).headers["Cache-Control"]
        assert cached.startswith("public, max-age=31536000, immutable"), file


def test_a_page_has_one_address_and_a_missing_one_is_the_page_of_the_site(served: tuple[int, Path, str]) -> None:
    port = served[0]
    without = asked(port, "/briefs/ferry")
    assert without.status in (301, 307, 308)
    assert without.headers["Location"].endswith("/briefs/ferry/")
    assert asked(port, "/none/at/all").status == 404
    assert asked(port, "/briefs/ferry/index.md").headers["Content-Type"].startswith("text/markdown")
