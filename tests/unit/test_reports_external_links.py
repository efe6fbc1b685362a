"""Asking other hosts whether links to them work: only on loopback here."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.cli.main import main
from annotated_briefings.reports.external_links import check_external

pytestmark = pytest.mark.slow


class Host(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self.answer({"/here": 200, "/gone": 404, "/no-head": 405, "/private": 403, "/broken": 500}[self.path])

    def do_GET(self) -> None:
        self.answer({"/gone": 410, "/no-head": 200, "/private": 403, "/broken": 500}[self.path])

    def answer(self, status: int) -> None:
        self.server.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.asked = []  # type: ignore[attr-defined]
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def site(folder: Path, base: str) -> Path:
    (folder / "briefings").mkdir()
    (folder / "site.yaml").write_text("title: T\nbase_url: https://port.example\n", encoding="utf-8")
    (folder / "briefings" / "a.md").write_text(
        f'---\ntitle: A\nsummary: S.\ndate: 2026-01-01\nsources: [{{outlet: X, url: "{base}/gone"}}]\n---\n'
        f"[a]({base}/here#part) [b]({base}/no-head) [c]({base}/private) [d]({base}/broken) [e](http://127.0.0.1:9/)\n",
        encoding="utf-8",
    )
    return folder


def test_only_what_is_gone_is_a_note_and_answers_are_kept(tmp_path: Path, host: ThreadingHTTPServer) -> None:
    base = f"http://127.0.0.1:{host.server_port}"
    root = site(tmp_path, base)
    gone, refused = check_external(root)
    assert show(gone).splitlines()[0] == (
        f"briefings/a.md:5:29: hint[dead-link]: `{base}/gone` does not answer: status 410"
    )
    assert show(gone).splitlines()[-1] == "  help: correct the address, or point to a copy in an archive"
    assert "`http://127.0.0.1:9/` does not answer: its server takes no connection there" in show(refused)
    asked = list(host.asked)  # type: ignore[attr-defined]
    assert sorted(asked) == [
        "GET /broken",
        "GET /gone",
        "GET /no-head",
        "GET /private",
        "HEAD /broken",
        "HEAD /gone",
        "HEAD /here",
        "HEAD /no-head",
        "HEAD /private",
    ]
    assert check_external(root) == (gone, refused)
    assert host.asked == asked  # type: ignore[attr-defined]


def test_dead_links_never_fail_a_check(
    tmp_path: Path, host: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    root = site(tmp_path, f"http://127.0.0.1:{host.server_port}")
    assert main(["--site", str(root), "check", "--external", "--strict", "--format", "json"]) == 0
    assert [d["code"] for d in json.loads(capsys.readouterr().out)] == ["dead-link", "dead-link"]
    (root / ".cache" / "links.json").write_text('{"x": 3}', encoding="utf-8")
    assert len(check_external(root)) == 2
