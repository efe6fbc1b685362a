"""A site that `briefings init` made, put on web servers word for word as the documentation says: their settings start
as they are, with and without a path, and serve the site as it should be."""

import os
import re
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from tempfile import gettempdir
from urllib.parse import quote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from programs import APACHE, NGINX, need

from annotated_briefings.base.site_files import MANIFEST
from annotated_briefings.cli.main import main
from annotated_briefings.site.exports.host_files import header_rules

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/briefings/deploying.md").read_text(encoding="utf-8")
BLOCKS = {name: PAGE.partition(f"```{name}\n")[2].partition("\n```")[0] for name in ("nginx", "apache", "caddy")}
"""The settings of each server as the page shows them."""
BELOW = [
    (name.lower(), was, now)
    for name, was, now in re.findall(r"^\| (\w+) \| `(.+?)` \| `(.+?)` \|$", PAGE, re.MULTILINE)
]
"""What the page says to write in the place of what, for a site below a path."""
AROUND = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
  access_log off;
  include /etc/nginx/mime.types;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/briefings.conf;
}}
"""
AROUND_APACHE = r"""
ServerRoot {folder}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
ServerName localhost
{user}
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
TypesConfig /etc/mime.types
Mutex file:{folder} default
Listen 127.0.0.1:{port}
<FilesMatch "^\.ht">
    Require all denied
</FilesMatch>
Include {folder}/briefings.conf
"""
"""What a system has around the blocks; only the port and the root are put in as the page says."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass(frozen=True)
class Server:
    """A web server that is running."""

    name: str
    """What it is called in ``host:``."""
    site: Path
    """The files that it serves."""
    base: str
    """The path of the site, without a slash at its end."""
    port: int
    """Where it listens on this machine."""

    @property
    def sends_headers(self) -> bool:
        """Whether headers can be set; GitHub Pages has its own."""
        return self.name != "github"


def commands(name: str, folder: Path, port: int) -> tuple[list[str], list[str]]:
    """The command that looks at the settings of a server in a folder, and the one that starts it."""
    root = os.geteuid() == 0
    if name == "nginx":
        text = AROUND.format(folder=folder, user="user root;" if root else "")
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        call = [
            need("nginx", NGINX),
            "-p",
            str(folder),
            "-e",
            str(folder / "error.log"),
            "-c",
            str(folder / "nginx.conf"),
        ]
        return [*call, "-t"], call
    if name == "apache":
        text = AROUND_APACHE.format(folder=folder, port=port, user="User www-data\nGroup www-data" if root else "")
        (folder / "apache.conf").write_text(text, encoding="utf-8")
        call = [need("apache2", APACHE), "-f", str(folder / "apache.conf")]
        return [*call, "-t"], [*call, "-DFOREGROUND"]
    call = [need("caddy"), "run", "--adapter", "caddyfile", "--config", str(folder / "briefings.conf")]
    return [call[0], "validate", *call[2:]], call


def new_site(folder: Path, host: str, base: str) -> Path:
    """The output of a site of `init`, with its address and its host put in, and a brief."""
    assert main(["init", str(folder)]) == 0
    settings = (folder / "site.yaml").read_text(encoding="utf-8")
    settings = settings.replace("title: My briefings", f"title: Häfen\nhost: {host}")
    settings = settings.replace("base_url: https://example.org ", f"base_url: https://news.example.org{base} ")
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    (folder / "briefings" / "fähre.md").write_text(
        "---\ntitle: Fähre nach Lund\ndate: 2026-03-14\nsummary: Kurz.\n"
        "redirect_from: [/old/, '/a b/\u00fc.(c)$/', /old/news.aspx, /old/v1.2, /old/photo.png, /.htaccess]\n"
        "---\nDie Fähre fährt. [[Tideworks]] baut sie.\n",
        encoding="utf-8",
    )
    assert main(["--site", str(folder), "build"]) == 0
    return folder / "_site"


class PagesHandler(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does below the name of a repository: folders have a slash, a missing page is
    ``404.html`` of the site, at any depth."""

    site, base = Path(), ""

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.partition("?")[0]
        if path == self.base:
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.end_headers()
        elif not path.startswith(f"{self.base}/"):
            self.send_error(404)
        else:
            self.path = path.removeprefix(self.base)
            super().do_GET()

    def send_head(self) -> object:  # type: ignore[override]
        """What the path leads to, or the page for missing pages."""
        file = Path(self.translate_path(self.path))
        if file.exists() and not file.name.startswith("."):
            return super().send_head()
        data = (self.site / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(data)
        return None

    def send_header(self, keyword: str, value: str) -> None:
        """Redirects from the path of the site."""
        redirect = keyword == "Location" and not value.startswith(self.base)
        super().send_header(keyword, self.base + value if redirect else value)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def github(site: Path, base: str) -> Iterator[Server]:
    """A server that treats a site as GitHub Pages does."""
    PagesHandler.site, PagesHandler.base = site, base
    kinds = {".md": "text/markdown", ".webmanifest": "application/manifest+json", ".html": "text/html; charset=utf-8"}
    PagesHandler.extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **kinds}
    with ThreadingHTTPServer(("127.0.0.1", 0), lambda *words: PagesHandler(*words, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Server("github", site, base, server.server_port)
        server.shutdown()


@contextmanager
def own_server(name: str, site: Path, base: str, folder: Path, www: Path) -> Iterator[Server]:
    """One of the three web servers, with the settings of the page; only ports and places are of this machine."""
    port = free_port()
    block = BLOCKS[name]
    if base:
        copytree(site, www / base.strip("/"))
        for server, was, now in BELOW:
            assert server != name or block.count(was) == 1, was
            block = block.replace(was, now) if server == name else block
    else:
        www = site
    # Started by root, Apache reads as somebody who may not enter the folders of tests.
    for path in (www, *www.parents):
        if path.stat().st_uid == os.getuid() and path.is_relative_to(gettempdir()):
            path.chmod(path.stat().st_mode | 0o755)
    block = block.replace("/srv/www" if base else "/srv/briefings/_site", str(www))
    for shown in ("listen 80;", "<VirtualHost *:80>", "news.example.org {"):
        block = block.replace(shown, shown.replace("80", f"127.0.0.1:{port}").replace("*:127", "127"))
    block = block.replace("news.example.org {", f"http://news.example.org:{port} {{\n    bind 127.0.0.1")
    if name == "caddy":
        block = "{\n    admin off\n    auto_https off\n}\n" + block
    (folder / "briefings.conf").write_text(block, encoding="utf-8")
    look, call = commands(name, folder, port)
    tested = subprocess.run(look, capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(folder)})
    assert tested.returncode == 0, tested.stderr
    assert name == "caddy" or "warn" not in tested.stderr.lower()
    log = (folder / "log").open("w")
    process = subprocess.Popen(call, stderr=log, stdout=log, env={**os.environ, "HOME": str(folder)})
    try:
        while process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        assert process.poll() is None, (folder / "log").read_text()
        yield Server(name, site, base, port)
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


@pytest.fixture(
    scope="module",
    params=["nginx", "apache", "caddy", "github", "nginx /news", "apache /news", "caddy /news", "github /news"],
)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    name, _, base = str(request.param).partition(" ")
    site = new_site(tmp_path_factory.mktemp(name), name, base)
    if name == "github":
        with github(site, base) as running:
            yield running
    else:
        folders = (tmp_path_factory.mktemp("settings"), tmp_path_factory.mktemp("www"))
        with own_server(name, site, base, *folders) as running:
            yield running


def asked(server: Server, path: str) -> tuple[HTTPResponse, str]:
    """The answer to a request, and its text."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", server.base + path, headers={"Host": "news.example.org"})
    response = connection.getresponse()
    return response, response.read().decode("utf-8", "replace")


KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "(?:text|application)/xml; charset=utf-8",
    ".js": "(?:text|application)/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": r"image/svg\+xml",
    ".webmanifest": r"application/manifest\+json",
}


def test_every_file_is_served_in_its_kind_and_letters(server: Server) -> None:
    seen = set()
    for file in sorted(p for p in server.site.rglob("*") if p.suffix in KINDS):
        response, _ = asked(server, "/" + quote(file.relative_to(server.site).as_posix()))
        if file.name == MANIFEST:
            assert response.status == 404
            continue
        assert response.status == 200, file
        kind = str(response.headers["Content-Type"])
        assert re.fullmatch(KINDS[file.suffix], kind) or not server.sends_headers, (file, kind)
        seen.add(file.suffix)
    assert seen == set(KINDS)


def test_pages_have_the_headers_of_the_other_hosts(server: Server) -> None:
    """Those of ``_headers``, also where a page is missing."""
    if not server.sends_headers:
        pytest.skip("this host has headers of its own")
    wanted = dict(re.findall(r"^  (\S+): (.+)$", header_rules(()), re.M))
    assert len(wanted) == 5
    for path in ("/", "/entities/", "/no/such/page/", "/briefs/fahre/"):
        headers = asked(server, path)[0].headers
        assert {name: headers[name] for name in wanted} == wanted
        assert headers["Cache-Control"] is None


def test_files_whose_names_change_with_their_bytes_are_kept_for_a_year(server: Server) -> None:
    if not server.sends_headers:
        pytest.skip("this host has headers of its own")
    lasting = [p for p in server.site.rglob("*") if p.is_file() and re.search(r"\.[0-9a-f]{10}\.\w+$", p.name)]
    assert {p.suffix for p in lasting} >= {".css", ".js"}
    for file in lasting:
        cached = asked(server, "/" + file.relative_to(server.site).as_posix())[0].headers["Cache-Control"]
        assert cached == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path",
    ["/none", "/_headers", "/_redirects", "/.htaccess", "/.briefings-manifest.json", "/none/at/all", "/old/more/"],
)
def test_a_missing_page_is_the_one_of_the_site(server: Server, path: str) -> None:
    response, text = asked(server, path)
    assert response.status in (403, 404) if path == "/.htaccess" else response.status == 404
    assert path == "/.htaccess" or "Häfen" in text


@pytest.mark.parametrize("path", ["/", "/index.html", "/briefs/fahre/"])
def test_pages_are_served(server: Server, path: str) -> None:
    response, text = asked(server, path)
    assert (response.status, "Häfen" in text) == (200, True)


@pytest.mark.parametrize("old", ["/old/news.aspx", "/old/v1.2", "/old/photo.png"])
def test_an_old_address_leads_on_whatever_it_ends_with(server: Server, old: str) -> None:
    response, _ = asked(server, old)
    assert response.status in (301, 307, 308)
    path = urlsplit(str(response.headers["Location"])).path
    response, text = asked(server, path.removeprefix(server.base))
    if server.name == "apache":
        assert (response.status, str(response.headers["Location"]).endswith("/briefs/fahre/")) == (301, True)
    else:
        assert (response.status, str(response.headers["Content-Type"])) == (200, "text/html; charset=utf-8")
        assert "briefs/fahre/" in text


@pytest.mark.parametrize("old", ["/old/", "/a%20b/%C3%BC.(c)$/"])
def test_old_addresses_lead_on(server: Server, old: str) -> None:
    """By the server where it reads a list of them; by a page elsewhere."""
    response, text = asked(server, old)
    if server.name == "apache":
        target = f"http://news.example.org{server.base}/briefs/fahre/"
        assert (response.status, response.headers["Location"]) == (301, target)
    else:
        assert (response.status, "briefs/fahre/" in text) == (200, True)


@pytest.mark.parametrize("path", ["/briefs/fahre", "/entities", ""])
def test_an_address_without_its_slash_leads_to_the_one_with_it(server: Server, path: str) -> None:
    if not (server.base + path):
        return
    response, _ = asked(server, path)
    assert response.status in (301, 307, 308)
    assert urlsplit(str(response.headers["Location"])).path == f"{server.base}{path}/"


@pytest.mark.parametrize("path", ["/", "/briefs/fahre/", "/none/at/all"])
def test_every_link_of_a_page_leads_somewhere(server: Server, path: str) -> None:
    """Those of the page for missing pages too, at any depth."""
    _, text = asked(server, path)
    page = f"http://news.example.org{server.base}{path}"
    found = BeautifulSoup(text, "lxml").find_all(["a", "link", "script", "img"])
    addresses = {str(one.get("href") or one.get("src") or "#") for one in found}
    links = {urljoin(page, address) for address in addresses if not address.startswith("#")}
    own = sorted({urlsplit(link).path for link in links if urlsplit(link).hostname == "news.example.org"})
    assert len(own) > 10
    for link in own:
        assert link.startswith(f"{server.base}/"), link
        assert asked(server, link.removeprefix(server.base))[0].status == 200, link
