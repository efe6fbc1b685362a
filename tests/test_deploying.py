"""The settings of web servers in the documentation: they start as they are, and serve a site as it should be."""

import os
import re
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import quote

import pytest
from programs import APACHE, NGINX, need
from small_site import Case

from annotated_briefings.site.exports.host_files import header_rules

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/briefings/deploying.md").read_text(encoding="utf-8")
BLOCKS = {name: PAGE.partition(f"```{name}\n")[2].partition("\n```")[0] for name in ("nginx", "apache", "caddy")}
"""The settings of each server as the page shows them."""
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
    """The folder that it serves."""
    port: int
    """Where it listens on this machine."""


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


@pytest.fixture(scope="module", params=["nginx", "apache", "caddy"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    name = str(request.param)
    case = Case(tmp_path_factory.mktemp(name), f"title: Häfen\nbase_url: https://news.example.org\nhost: {name}\n")
    case.brief("fähre", "title: Fähre nach Lund\ndate: 2026-03-14\nredirect_from: [/old/, '/a b/\u00fc.(c)$/']")
    case.build(search=True)
    site = case.root / "_site"
    # Started by root, Apache reads as somebody who may not enter the folders of tests.
    for path in (site, *site.parents):
        if path.stat().st_uid == os.getuid() and path.is_relative_to(gettempdir()):
            path.chmod(path.stat().st_mode | 0o755)
    folder, port = tmp_path_factory.mktemp("settings"), free_port()
    block = BLOCKS[name].replace("/srv/briefings/_site", str(site))
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
        yield Server(name, site, port)
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def asked(server: Server, path: str) -> tuple[HTTPResponse, str]:
    """The answer to a request, and its text."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", path, headers={"Host": "news.example.org"})
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
        assert response.status == 200, file
        assert re.fullmatch(KINDS[file.suffix], str(response.headers["Content-Type"])), (file, response.headers)
        seen.add(file.suffix)
    assert seen == set(KINDS)


def test_pages_have_the_headers_of_the_other_hosts(server: Server) -> None:
    """Those of ``_headers``, also where a page is missing."""
    wanted = dict(re.findall(r"^  (\S+): (.+)$", header_rules(()), re.M))
    assert len(wanted) == 5
    for path in ("/", "/entities/", "/no/such/page/", "/briefs/fahre/"):
        headers = asked(server, path)[0].headers
        assert {name: headers[name] for name in wanted} == wanted
        assert headers["Cache-Control"] is None


def test_files_whose_names_change_with_their_bytes_are_kept_for_a_year(server: Server) -> None:
    lasting = [p for p in server.site.rglob("*") if p.is_file() and re.search(r"\.[0-9a-f]{10}\.\w+$", p.name)]
    assert {p.suffix for p in lasting} >= {".css", ".js"}
    for file in lasting:
        cached = asked(server, "/" + file.relative_to(server.site).as_posix())[0].headers["Cache-Control"]
        assert cached == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/none", "/_headers", "/_redirects", "/.htaccess", "/none/at/all", "/old/more/"])
def test_a_missing_page_is_the_one_of_the_site(server: Server, path: str) -> None:
    response, text = asked(server, path)
    assert response.status in (403, 404) if path == "/.htaccess" else response.status == 404
    assert path == "/.htaccess" or "Häfen" in text


@pytest.mark.parametrize("path", ["/", "/index.html", "/briefs/fahre/"])
def test_pages_are_served(server: Server, path: str) -> None:
    response, text = asked(server, path)
    assert (response.status, "Häfen" in text) == (200, True)


@pytest.mark.parametrize("old", ["/old/", "/a%20b/%C3%BC.(c)$/"])
def test_old_addresses_lead_on(server: Server, old: str) -> None:
    """By the server where it reads a list of them; by a page elsewhere."""
    response, text = asked(server, old)
    if server.name == "apache":
        assert (response.status, response.headers["Location"]) == (301, "http://news.example.org/briefs/fahre/")
    else:
        assert (response.status, "briefs/fahre/" in text) == (200, True)
