"""Files that hosts read beside the pages: redirects and response headers.

``_redirects`` and ``_headers`` as Netlify and Cloudflare Pages read them
(https://docs.netlify.com/routing/redirects/, https://developers.cloudflare.com/pages/configuration/), ``.htaccess`` as
Apache 2.4 does (https://httpd.apache.org/docs/2.4/mod/).
"""

import re
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import quote as percent
from urllib.parse import unquote

from annotated_briefings.base.config import Config
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import MANIFEST
from annotated_briefings.base.source import BESIDE, MEDIA
from annotated_briefings.site.views.lists import MovedView

REDIRECTS, ACCESS = "_redirects", ".htaccess"
"""Names of the files that hold redirects."""
_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
"""Headers of every answer; the policy for scripts and styles is in each page itself."""
_LASTING = ("Cache-Control", "public, max-age=31536000, immutable")
"""The header of files whose names change with their bytes."""
_HASHED = regex(r"\.[0-9a-f]{10}(?:\.[^./]*)?\Z")
_OF_PAGES = frozenset(
    {"briefs", "corrections", "entities", "figures", "notes", "people", "questions", "search", "sources"}
    | {"stories", "tags"}
)
"""Folders of the output that hold pages."""


def fingerprinted_folders(files: Mapping[str, str], pages: Collection[str] = ()) -> tuple[str, ...]:
    """The folders of the output in which every name has the hash of its bytes; ``files`` are the static files and where
    they are published, ``pages`` the slugs of pages of the site's own.

    The folder of what lies beside briefs is always among them: whether there is any must not be seen, since it may
    belong to briefs that are not public.
    """
    own = [path for name, path in files.items() if not name.startswith(BESIDE)]
    tops = {path.partition("/")[0] for path in own if "/" in path}
    plain = {path.partition("/")[0] for path in own if not _HASHED.search(path)}
    years = {top for top in tops if top.isdigit() or top.startswith(".")}
    return tuple(sorted((tops | {"css", "js", MEDIA.rstrip("/")}) - _OF_PAGES - set(pages) - plain - years))


def header_rules(folders: Sequence[str]) -> str:
    """Response headers for hosts that read ``_headers``.

    They read it at the root of what they serve, so that its paths do not begin with the path of the site's address.
    ``folders`` hold files whose names change with their bytes.
    """
    rules = ["/*", *(f"  {name}: {value}" for name, value in _HEADERS)]
    for folder in folders:
        rules += [f"/{folder}/*", "  " + ": ".join(_LASTING)]
    return "\n".join(rules) + "\n"


def redirect_file(config: Config, moved: Sequence[MovedView]) -> tuple[str, str] | None:
    """Name and text of the file that tells the host the old addresses; None where it reads none."""
    if config.hosting.access_file:
        return ACCESS, _access_file(config, moved)
    if config.hosting.redirects:
        return REDIRECTS, _redirect_rules(config, moved)
    return None


def _redirect_rules(config: Config, moved: Sequence[MovedView]) -> str:
    # A site below a path is reached through another server, which readers are sent back to.
    start = "/" if config.base_path == "/" else config.base_url + "/"
    host = config.hosting
    # These hosts cannot be told to leave a file out: the address of the list of files leads to the front page.
    rules = [f"/{MANIFEST} {start} {host.redirects.replace('301', '302')}\n"]
    rules += (
        f"{percent('/' + m.url.lstrip('/'))} {start}{percent(m.target.lstrip('/'))} {host.redirects}\n" for m in moved
    )
    return "".join(rules[: host.most_redirects or None])


def _access_file(config: Config, moved: Sequence[MovedView]) -> str:
    lines = [
        f'ErrorDocument 404 "{config.base_path}404.html"',
        "AddDefaultCharset utf-8",
        "AddType text/markdown .md",
        "AddType application/manifest+json .webmanifest",
        "AddCharset utf-8 .css .js .md .txt .xml",
        "<IfModule mod_headers.c>",
        *(f'Header always set {name} "{value}"' for name, value in _HEADERS),
        r'<FilesMatch "\.[0-9a-f]{10}\.[A-Za-z0-9]+$">',
        'Header set {} "{}"'.format(*_LASTING),
        "</FilesMatch>",
        "</IfModule>",
    ]
    lines += ["<IfModule mod_alias.c>", f'RedirectMatch 404 "/{re.escape(MANIFEST)}$"']
    # Apache compares unescaped addresses, and escapes the target itself.
    base = unquote(config.base_path)
    for one in moved:
        old = re.escape(base + one.url.lstrip("/")).replace('"', r"\"")
        lines.append(f'RedirectMatch permanent "^{old}$" "{base}{one.target.lstrip("/")}"')
    lines.append("</IfModule>")
    return "\n".join(lines) + "\n"
