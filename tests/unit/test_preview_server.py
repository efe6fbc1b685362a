"""The live preview, as an editor and a browser meet it."""

import asyncio
import json
import re
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest
from processes import Preview, preview
from small_site import settled_site
from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import websocket_connect

from annotated_briefings.cli.main import main
from annotated_briefings.output.assets import plan_assets
from annotated_briefings.storage.static_files import held_file

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def running_preview(site: Path) -> Iterator[Preview]:
    with preview(site) as served:
        yield served


@pytest.fixture
def address(running_preview: Preview) -> str:
    return running_preview.address


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Web address of one preview for all tests that only read; a link in its static folder leads out to the site."""
    site = tmp_path_factory.mktemp("unchanged") / "site"
    settled_site(site)
    (site / "static").mkdir()
    (site / "static" / "out").symlink_to(site)
    with preview(site) as served:
        yield served.address


def get(url: str) -> tuple[int, str]:
    try:
        with urlopen(url, timeout=120) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def brief_of(site: Path) -> Path:
    return site / "briefings" / "2026" / "tideworks-first-turbine.md"


async def connect(address: str) -> Any:
    """A browser that shows the home page and waits to be told to reload it."""
    await AsyncHTTPClient().fetch(address)
    browser = await websocket_connect(address.replace("http", "ws") + "livereload")
    # The second greeting is answered when the message between the two has been read.
    for message in ({"command": "hello"}, {"command": "info", "url": address}, {"command": "hello"}):
        await browser.write_message(json.dumps(message))
    assert [await reported(browser), await reported(browser)] == ["hello", "hello"]
    return browser


async def reported(browser: Any) -> str:
    """The next command that a browser gets."""
    return str(json.loads(str(await asyncio.wait_for(browser.read_message(), 120)))["command"])


async def reloads(address: str, edits: list[tuple[Path, str]]) -> list[str]:
    """Make each edit in turn and wait for the browser to be told; what it was told."""
    browser = await connect(address)
    commands: list[str] = []
    for path, text in edits:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        commands.append(await reported(browser))
    browser.close()
    return commands


def test_two_saves_in_quick_succession_both_reload_the_browser(site: Path, address: str) -> None:
    """The browser is told to reload once the new page can be served, after each of two quick saves. (SV-08)"""
    brief = brief_of(site)
    text = brief.read_text(encoding="utf-8")
    edits = [
        (brief, text.replace("Tideworks switches on", "Tideworks turns on")),
        (brief, text.replace("Tideworks switches on", "Tideworks starts")),
    ]
    assert asyncio.run(reloads(address, edits)) == ["reload", "reload"]
    assert "Tideworks starts its first turbine" in get(address)[1]


def test_a_draft_is_shown_with_a_banner_and_never_written_to_the_published_folder(site: Path, address: str) -> None:
    draft = site / "briefings" / "draft.md"
    asyncio.run(reloads(address, [(draft, "---\ntitle: A secret\ndraft: true\n---\nText.\n")]))
    status, page = get(address + "briefs/draft/")
    assert status == 200
    assert "Only this preview shows it" in page
    assert not (site / "_site").exists()


def test_an_error_stands_on_top_of_the_page_until_it_is_corrected(site: Path, address: str) -> None:
    """An error in a brief is shown with file and line over the last good page, until it is corrected. (SV-11)"""
    brief = brief_of(site)
    text = brief.read_text(encoding="utf-8")
    asyncio.run(reloads(address, [(brief, text.replace("title:", "titel:"))]))
    page = get(address)[1]
    assert "<strong>1 error.</strong>" in page
    assert "error[missing-title]: the brief has no title" in page
    own = get(address + "briefs/tideworks-first-turbine/")[1]
    assert "<strong>1 error. The page below is the last good one.</strong>" in own
    asyncio.run(reloads(address, [(brief, text)]))
    assert "briefings-errors" not in get(address)[1]


def test_what_is_doubtful_about_a_brief_stands_at_the_foot_of_its_page(site: Path, address: str) -> None:
    brief = brief_of(site)
    text = brief.read_text(encoding="utf-8")
    links = "\n![x](/missing.png) ![y](/figures/chart.png) [z](/2024/paper.pdf)\n"
    asyncio.run(reloads(address, [(brief, text + links)]))
    assert ">3 warnings<" in get(address + "briefs/tideworks-first-turbine/")[1]
    links = (
        "\n[a](/breifs/b/) [b](/foo/) [c](/entity/q/index.html) [d](/days/2024/) [e](/foo/feed.xml) [f](/2026/) "
        "[g](/tags/)"
    )
    asyncio.run(reloads(address, [(brief, text + links + "\n")]))
    assert ">5 warnings<" in get(address + "briefs/tideworks-first-turbine/")[1]
    asyncio.run(reloads(address, [(brief, text + "\n[x](#nowhere)\n")]))
    assert ">1 warning<" in get(address + "briefs/tideworks-first-turbine/")[1]
    links = "\n[a](/briefs/none/) [b](/tags/) [c](#none) ![d](none.png) [e](../tideworks-first-turbine/)\n"
    asyncio.run(reloads(address, [(brief, text.replace("summary:", "sumary:") + links)]))
    page = unescape(get(address + "briefs/tideworks-first-turbine/")[1])
    at = text.count("\n") + 2
    assert "briefings-errors" not in page
    assert "<summary>4 warnings</summary>" in page
    for phrase in (
        "4:1: warning[unknown-key]: unknown key `sumary`",
        f"{at}:5: warning[broken-link]: `/briefs/none/` on ",
        f"{at}:36: warning[broken-link]: `#none` on ",
        f"{at}:48: warning[broken-link]: `none.png` on ",
    ):
        assert f"briefings/2026/tideworks-first-turbine.md:{phrase}" in page
    assert "briefings-warnings" not in get(address)[1]
    asyncio.run(reloads(address, [(brief, text)]))
    assert "briefings-warnings" not in get(address + "briefs/tideworks-first-turbine/")[1]


def test_a_new_templates_folder_and_the_settings_are_followed(site: Path, address: str) -> None:
    own = '{% extends "default:home.html" %}{% block title %}Mine{% endblock %}'
    settings = site / "site.yaml"
    changed = settings.read_text(encoding="utf-8").replace("My briefings", "Harbour news")
    asyncio.run(reloads(address, [(site / "templates" / "home.html", own), (settings, changed)]))
    page = get(address)[1]
    assert "<title>Mine</title>" in page
    assert "Harbour news" in page


@contextmanager
def paused(process: psutil.Process) -> Iterator[None]:
    """Stop a process while files are written: it finds all of them at once, however slow the machine is."""
    process.suspend()
    try:
        yield
    finally:
        process.resume()


def test_many_files_at_once_reload_once_and_files_of_editors_not_at_all(site: Path, running_preview: Preview) -> None:
    """However many files a checkout or a search and replace changes, the browser reloads once; it does not for backup
    and swap files of editors, nor for a file that is saved without a change.
    """
    address, process = running_preview.address, psutil.Process(running_preview.process.pid)
    folder = site / "briefings" / "2026"
    number = "---\ntitle: Number {}\ndate: 2026-04-01\n---\nText.\n"
    brief = brief_of(site)
    text = brief.read_text(encoding="utf-8")
    own = address + "briefs/tideworks-first-turbine/"

    async def count() -> int:
        browser = await connect(address)
        with paused(process):
            for n in range(300):
                (folder / f"x{n}.md").write_text(number.format(n), encoding="utf-8")
        assert await reported(browser) == "reload"
        for name in (".x.md.swp", "x.md~", "#x.md#", "4913", ".#x.md"):
            (folder / name).write_text("x", encoding="utf-8")
        brief.write_text(text, encoding="utf-8")
        with paused(process):
            (folder / "x1.md").unlink()
            (folder / "moved.md").write_text(number.format("moved"), encoding="utf-8")
        assert await reported(browser) == "reload"
        brief.write_text(text.replace("Tideworks", "Gridworks"), encoding="utf-8")
        # Changes are taken in one after the other: once the last one is shown, no reload for an earlier one is to come.
        seen = 2
        shown = False
        while not shown:
            assert await reported(browser) == "reload"
            seen += 1
            shown = "Gridworks" in await asyncio.to_thread(lambda: get(own)[1])
        await browser.write_message(json.dumps({"command": "hello"}))
        while await reported(browser) != "hello":
            seen += 1
        browser.close()
        return seen

    assert asyncio.run(count()) == 3
    assert get(address + "briefs/x299/")[0] == 200
    # A deleted brief is taken off once the lists of others are up to date.
    while get(address + "briefs/x1/")[0] != 404:
        assert process.is_running()
    assert "Number moved" in get(address + "briefs/moved/")[1]


def test_a_second_preview_takes_the_next_port_and_disturbs_nothing(site: Path, address: str) -> None:
    """When the port is taken, the preview says so, takes the next free one and prints its address. (SV-01)"""
    port = address.rstrip("/").rpartition(":")[2]
    with preview(site, port=int(port)) as second:
        assert f"port {port} is taken\n" in second.printed
        assert second.address != address
        brief = brief_of(site)
        text = brief.read_text(encoding="utf-8")

        async def both() -> list[str]:
            browsers = [await connect(one) for one in (address, second.address)]
            brief.write_text(text.replace("switches on", "turns on"), encoding="utf-8")
            return [await reported(browser) for browser in browsers]

        assert asyncio.run(both()) == ["reload", "reload"]
        for one in (address, second.address):
            assert "turns on its first turbine" in get(one)[1]


def test_a_preview_goes_on_when_nobody_reads_what_it_says_any_more(site: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.txt"
    with errors.open("w", encoding="utf-8") as stderr, preview(site, stderr=stderr.fileno()) as served:
        assert served.process.stdout
        served.process.stdout.close()
        brief = brief_of(site)
        text = brief.read_text(encoding="utf-8")
        edits = [(brief, text.replace("switches on", word)) for word in ("turns on", "starts")]
        assert asyncio.run(reloads(served.address, edits)) == ["reload", "reload"]
        assert "starts its first turbine" in get(served.address)[1]
    assert "Traceback" not in errors.read_text(encoding="utf-8")


def test_an_address_that_leads_nowhere_gets_the_404_page(unchanged: str) -> None:
    """An unknown address gets status 404 and the site's own page for it. (SV-13)"""
    status, page = get(unchanged + "no/such/page")
    assert status == 404
    assert "There is no page at this address" in page
    assert "/_desk/files/reload.js" in page


def test_every_page_gets_the_script_once_whatever_stands_in_it(site: Path, address: str) -> None:
    """The reload script is put into every HTML page once, also when its text shows `</body>` or it has none. (SV-07)"""
    edits = [
        (site / "static" / "frag.html", "<!doctype html><title>t</title><p>no body tag</p>"),
        (
            site / "briefings" / "a.md",
            "---\ntitle: A\nsummary: In short.\n---\nWrite `</body>` and `</head>`:\n\n"
            "```html\n<html><head></head><body>x</body></html>\n```\n",
        ),
    ]
    assert asyncio.run(reloads(address, edits)) == ["reload", "reload"]
    status, brief = get(address + "briefs/a/")
    assert status == 200
    assert brief.count("/_desk/files/reload.js") == 1
    assert "&lt;html&gt;&lt;head&gt;&lt;/head&gt;&lt;body&gt;x&lt;/body&gt;&lt;/html&gt;" in brief
    [path] = dict(plan_assets([held_file("frag.html", (site / "static" / "frag.html").read_bytes())])[1]).values()
    status, page = get(address + path)
    assert (status, page.count("/_desk/files/reload.js")) == (200, 1)
    assert "<p>no body tag</p>" in page


@pytest.mark.parametrize(
    "path",
    [
        "..%2f..%2fsite.yaml",
        "%2e%2e/site.yaml",
        "%252e%252e/site.yaml",
        "..%5csite.yaml",
        "/etc/passwd",
        "a/%00",
        ".briefings-manifest.json",
        "out/site.yaml",
    ],
)
def test_nothing_outside_the_preview_is_served(unchanged: str, path: str) -> None:
    """Encoded dots, hidden files and links out of the folder give 404 and no content. (SE-07, SE-10)"""
    status, page = get(unchanged + path)
    assert status == 404
    assert "base_url" not in page


def test_a_request_for_another_host_is_refused(unchanged: str) -> None:
    """A request that names a foreign host gets 403, so that no web page can read drafts through a name of its own.
    (SE-08)
    """
    request = Request(unchanged, headers={"Host": "evil.example"})
    with pytest.raises(HTTPError) as error:
        urlopen(request, timeout=120)
    assert error.value.code == 403
    assert error.value.read().decode() == (
        "the preview does not answer under the name `evil.example`; allow it with `--allow-host evil.example`\n"
    )


def test_a_name_is_answered_when_it_is_allowed(site: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.txt"
    with errors.open("w") as stderr, preview(site, "--allow-host", "Tunnel.example", stderr=stderr) as served:
        assert urlopen(Request(served.address, headers={"Host": "tunnel.example:80"}), timeout=120).status == 200
        for name in ("other.example", "other.example:81"):
            with pytest.raises(HTTPError):
                urlopen(Request(served.address, headers={"Host": name}), timeout=120)
    # The terminal says it once for each name.
    assert errors.read_text(encoding="utf-8").count("the name `other.example`") == 1


@pytest.mark.parametrize("path", ["", "briefs/", "no/such/page", "static.css"])
def test_head_has_the_headers_of_get_and_no_body(unchanged: str, path: str) -> None:
    def ask(method: str) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection(unchanged.split("/")[2], timeout=120)
        connection.request(method, f"/{path}")
        answer = connection.getresponse()
        headers = {k: v for k, v in answer.getheaders() if k not in ("Content-Length", "Date")}
        return answer.status, headers, answer.read()

    got, asked = ask("GET"), ask("HEAD")
    assert (asked[0], asked[1]) == (got[0], got[1])
    assert asked[2] == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_pages_can_only_be_read(unchanged: str, method: str) -> None:
    with pytest.raises(HTTPError) as error:
        urlopen(Request(unchanged + "briefs/", data=b"x" if method == "POST" else None, method=method), timeout=120)
    assert (error.value.code, error.value.headers["Allow"]) == (405, "GET, HEAD")
    assert error.value.read() == b"pages can only be read\n"


async def connect_again(address: str, version: str) -> list[str]:
    """What a browser is told that still shows a page and finds the server again: greetings, and perhaps to reload."""
    browser = await websocket_connect(address.replace("http", "ws") + "livereload")
    plugins = {"page-version": {"shown": version, "version": "1"}}
    for message in (
        {"command": "hello"},
        {"command": "info", "plugins": plugins, "url": ""},
        {"command": "hello"},
    ):
        await browser.write_message(json.dumps(message))
    commands = [await reported(browser)]
    while commands.count("hello") < 2:
        commands.append(await reported(browser))
    browser.close()
    return commands


def version_of(page: str) -> str:
    """The version that the HTML of a page carries."""
    (version,) = re.findall(r'<meta name="page-version" content="([0-9a-f]{8}-[0-9]+)">', page)
    return str(version)


KINDS_OF_PAGES = (
    "",
    "tags/",
    "briefs/",
    "briefs/tideworks-first-turbine/",
    "no/such/page",
    "_desk/",
    "_desk/names/",
    "_desk/new/",
)


def test_each_page_of_an_earlier_preview_is_reloaded_once_when_its_browser_connects_again(site: Path) -> None:
    with preview(site) as served:
        versions = [version_of(get(served.address + page)[1]) for page in KINDS_OF_PAGES]
    with preview(site) as served:
        for version in versions:
            assert asyncio.run(connect_again(served.address, version)) == ["hello", "reload", "hello"]
        for page in KINDS_OF_PAGES:
            version = version_of(get(served.address + page)[1])
            assert asyncio.run(connect_again(served.address, version)) == ["hello", "hello"]


def test_each_page_that_was_made_before_a_change_and_connects_after_it_is_reloaded(site: Path, address: str) -> None:
    versions = [version_of(get(address + page)[1]) for page in KINDS_OF_PAGES]
    asyncio.run(reloads(address, [(brief_of(site), brief_of(site).read_text(encoding="utf-8") + "\nAnd more.\n")]))
    for version in versions:
        assert asyncio.run(connect_again(address, version)) == ["hello", "reload", "hello"]


def test_a_browser_that_tells_no_version_or_nonsense_is_not_reloaded(address: str) -> None:
    async def commands_after(plugins: object) -> list[str]:
        browser = await websocket_connect(address.replace("http", "ws") + "livereload")
        for message in ({"command": "info", "plugins": plugins, "url": address}, {"command": "hello"}):
            await browser.write_message(json.dumps(message))
        answer = [await reported(browser)]
        browser.close()
        return answer

    for text in (
        "null",
        "[]",
        '"x"',
        "{}",
        '{"page-version": {}}',
        '{"page-version": null}',
        '{"page-version": "3"}',
        "7",
    ):
        plugins = json.loads(text)
        assert asyncio.run(commands_after(plugins)) == ["hello"]


def test_browsers_that_leave_at_any_moment_print_nothing(site: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.txt"
    with errors.open("w") as stderr, preview(site, stderr=stderr) as served:
        host, port = served.address.split("/")[2].rsplit(":", 1)
        ask = (
            "GET /livereload HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        hello = b'{"command": "hello"}'
        frame = bytes([0x81, 0x80 | len(hello), 0, 0, 0, 0]) + hello
        for sent in (b"", frame, frame * 30):
            for _ in range(5):
                with socket.create_connection((host, int(port)), timeout=120) as client:
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    client.sendall(ask.encode())
                    assert client.recv(1000).startswith(b"HTTP/1.1 101")
                    client.sendall(sent)
        assert get(served.address)[0] == 200
        assert asyncio.run(reloads(served.address, [(brief_of(site), brief_of(site).read_text() + "\nMore.\n")]))
    assert errors.read_text(encoding="utf-8") == ""


def test_an_ipv6_address_can_be_opened_and_reloads(site: Path) -> None:
    with preview(site, "--host", "::1") as served:
        assert served.address.startswith("http://[::1]:")
        assert get(served.address)[0] == 200
        assert "\\[[^\\]]+\\]" in get(served.address + "livereload.js")[1]
        assert asyncio.run(reloads(served.address, [(brief_of(site), brief_of(site).read_text() + "\nMore.\n")])) == [
            "reload"
        ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--port", "99999"), "briefings: `--port` must be 0 to 65535\n  help: 0 takes any port that is free\n"),
        (("--port", "-1"), "briefings: `--port` must be 0 to 65535\n  help: 0 takes any port that is free\n"),
        (
            ("--host", "a b"),
            "briefings: `--host a b` is no address of this machine\n  help: leave it out, or give one that is\n",
        ),
        (
            ("--host", "192.0.2.7"),
            "briefings: `--host 192.0.2.7` is no address of this machine\n  help: leave it out, or give one that is\n",
        ),
        (
            ("--host", "x" * 70 + ".example"),
            f"briefings: `--host {'x' * 70}.example` is no address of this machine\n"
            "  help: leave it out, or give one that is\n",
        ),
    ],
)
def test_an_address_or_a_port_that_cannot_be_is_refused_in_a_sentence(
    options: tuple[str, ...], message: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--site", str(site), "serve", *options]) == 2
    assert capsys.readouterr().err == message
