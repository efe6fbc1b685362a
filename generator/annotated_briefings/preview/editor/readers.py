"""A site as its readers see it: each page with the bytes that a build would publish, without drafts and without the
desk.
"""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from gzip import compress
from html import escape
from urllib.parse import parse_qs

from annotated_briefings.engine.memo import InMemory
from annotated_briefings.preview.editor.opened import now
from annotated_briefings.preview.editor.release import held_reason
from annotated_briefings.preview.findings import NOTHING
from annotated_briefings.preview.page_answer import FILES, HOME, POLICY, Response, answer
from annotated_briefings.preview.pages import PageCache
from annotated_briefings.preview.session import Session
from annotated_briefings.preview.state import SiteState
from annotated_briefings.project.derive import Checks, DeriveOptions, derive
from annotated_briefings.site.urls import brief_url

READERS = f"{HOME}readers/"
"""Where the pages of readers are; behind it follows the address of a page."""


@dataclass(slots=True)
class ReadersPages:
    """The public pages of a site, made when an editor asks for one and kept until the site changes."""

    session: Session
    """The site as the desk shows it."""
    clock: Callable[[], datetime] = now
    """Tells the time, which decides what is public."""
    _known: tuple[int, datetime] | None = None
    _state: SiteState | None = None
    _pages: PageCache = field(init=False)

    def __post_init__(self) -> None:
        self._pages = PageCache(self.session.request.root)

    def answer(self, path: str, query: str, accepted: str = "") -> Response:
        """A file of the public site; with the path of a brief in the query the way to its page. ``accepted`` are the
        encodings that the browser knows."""
        if asked := parse_qs(query).get("path", [""])[0]:
            return self._brief(asked)
        rest = path.removeprefix(READERS).strip("/")
        state = self._public()
        names = (rest, f"{rest}/index.html".lstrip("/"))
        found = next(((name, file) for name in names if name and (file := self._pages.file(state, name))), None)
        if found is None:
            return _message_page(
                f"Readers find no page at /{rest}", "It is not public, or it does not exist.", "404 Not Found"
            )
        name, file = found
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind == "text/html" and "gzip" in accepted:
            # The server of the preview sets its script into every page that it can read.
            return answer("200 OK", compress(file.data, mtime=0), kind, ("Content-Encoding", "gzip"))
        return answer("200 OK", file.data, kind)

    def _brief(self, path: str) -> Response:
        derived = self.session.derived
        if path not in derived.parsed:
            return _message_page("There is no such brief", path, "404 Not Found")
        catalog = self._public().derived.context.catalog
        public = next((one for one in catalog.briefs if one.path == path), None)
        if public:
            to = ("Location", f"{READERS.rstrip('/')}{brief_url(public.slug)}")
            return answer("302 Found", b"", "text/plain", to)
        parsed, brief = derived.parsed[path].brief, derived.briefs.get(path)
        held = held_reason(self.session, brief, self.clock()) if brief else ""
        why = held or ("it has errors" if parsed is None else "another brief has its address")
        return _message_page("Readers do not see this brief", f"{brief.title if brief else path}: {why}.")

    def _public(self) -> SiteState:
        """The site without what is not public, as it is now."""
        session = self.session
        moment = self.clock()
        key = (session.version, moment.replace(second=0, microsecond=0))
        if self._state is None or self._known != key:
            derived = session.derived
            options = DeriveOptions(session.request.root, moment, checks=Checks.NONE)
            fresh = derive(derived.loaded, options, InMemory(), derived)
            self._known, self._state = key, SiteState(session.version, fresh, {}, (), NOTHING)
            self._pages.forget_pages()
        return self._state


def _message_page(heading: str, text: str, status: str = "200 OK") -> Response:
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(heading)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FILES}desk.css">
</head>
<body class="desk-bare">
<main id="main"><h1>{escape(heading)}</h1><p>{escape(text)}</p></main>
</body>
</html>
"""
    return answer(status, page.encode(), "text/html", ("Content-Security-Policy", POLICY))
