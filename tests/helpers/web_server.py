"""A site on a web server, and a page that is watched."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
CONFIG = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  include /etc/nginx/mime.types;
  types {{ text/markdown md; application/manifest+json webmanifest; application/feed+json feed; }}
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    error_page 404 /some/base/404.html;
  }}
}}
"""
"""What nginx is told; ``folder``, ``port`` and, where it matters, ``user`` are filled in."""


@dataclass(frozen=True)
class Served:
    """A site on a web server."""

    base: str
    """Its web address, without a slash at the end."""
    folder: Path
    """Its files."""

    @property
    def paths(self) -> list[str]:
        """The paths of all its pages but old addresses."""
        found = (p for p in self.folder.rglob("*.html") if b'http-equiv="refresh"' not in p.read_bytes())
        return sorted("/" + p.relative_to(self.folder).as_posix().removesuffix("index.html") for p in found)

    @cached_property
    def kinds(self) -> list[str]:
        """The paths of some pages that together hold every kind of element, within every kind of parent, of the site:
        what is wrong with the markup or the style of one page is wrong on these too. All pages for `make soak`."""
        if "BRIEFINGS_SOAK" in os.environ:
            return self.paths
        shapes = {path: _shapes(self.folder / f"{path[1:]}index.html".replace(".htmlindex", "")) for path in self.paths}
        chosen = []
        missing = set().union(*shapes.values())
        while missing:
            best = max(shapes, key=lambda path: len(shapes[path] & missing))
            chosen.append(best)
            missing -= shapes[best]
        return chosen


def _shapes(file: Path) -> set[tuple[str, ...]]:
    """The kinds of elements of a page: name and classes, with those of the parent."""
    elements = BeautifulSoup(file.read_bytes(), "lxml").find_all(True)
    return {(*_kind(one.parent), *_kind(one)) for one in elements if one.parent is not None}


def _kind(element: Tag) -> tuple[str, ...]:
    return element.name, str(element.get("class") or ""), str(element.get("role") or "")


@dataclass
class Watched:
    """A page, and what went wrong on it."""

    page: Page
    """The page."""
    faults: list[str]
    """Console errors, script errors, failed requests, and requests to other hosts."""


def watch(page: Page, base: str) -> Watched:
    """Listen for everything that must not happen."""
    watched = Watched(page, [])
    bad = ("error", "warning")
    page.on("console", lambda m: watched.faults.append(f"console: {m.text}") if m.type in bad else None)
    page.on("pageerror", lambda e: watched.faults.append(f"script: {e}"))
    # Chromium gives up on an icon when its page is left.
    page.on("requestfailed", lambda r: None if r.url.endswith(".svg") else watched.faults.append(f"failed: {r.url}"))
    page.on("request", lambda r: None if r.url.startswith((base, "data:")) else watched.faults.append(f"asks {r.url}"))
    page.on("response", lambda r: watched.faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    return watched
