"""A real browser on sites served by a real nginx, under a path of their own."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from getpass import getuser

import pytest
from playwright.sync_api import Browser, sync_playwright
from processes import running
from programs import HEADLESS, NGINX, need
from web_server import CONFIG, ROOT, Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The golden site, with pages in four languages and lists over several pages, under ``/some/base/``."""
    nginx = need("nginx", NGINX)
    folder = tmp_path_factory.mktemp("nginx")
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}/some/base"
    shutil.copytree(ROOT / "tests" / "golden" / "site", folder / "site")
    www = folder / "www" / "some" / "base"
    now = datetime(2026, 5, 1, tzinfo=UTC)
    assert not build(BuildRequest(folder / "site", now, output=www, base_url=base)).failed
    # Started by root, nginx would read as somebody who may not enter the folders of tests.
    user = f"user {getuser()};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(CONFIG.format(folder=folder, port=port, user=user), encoding="utf-8")
    command = [nginx, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    with running(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        assert process.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        yield Served(base, www)


class _Running:
    """The browser of this process, from the first test that needs one to the next test that needs none."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._browser: Browser | None = None

    def get(self) -> Browser:
        """The browser, started where it is not running."""
        if not self._browser:
            play = self._open.enter_context(sync_playwright())
            self._browser = play.chromium.launch(
                executable_path=need("chromium", HEADLESS),
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            )
            self._open.callback(self._browser.close)
        return self._browser

    def end(self) -> None:
        """End it."""
        self._browser = None
        self._open.close()


_RUNNING = _Running()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium, without a page of an earlier module."""
    found = _RUNNING.get()
    yield found
    for context in found.contexts:
        context.close()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """End the browser before a test that needs none: its event loop is in the way of tests with one of their own."""
    if not item.get_closest_marker("browser"):
        _RUNNING.end()


def pytest_sessionfinish() -> None:
    """End the browser with the last test."""
    _RUNNING.end()
