"""The desk at ``/_desk/``: its lists, and what pages of briefs ask while they are edited; for this machine alone, and
changed by its own pages alone.
"""

import secrets
from dataclasses import dataclass, field
from typing import Any

from annotated_briefings.preview.digest.app import DigestPages
from annotated_briefings.preview.editor.app import (
    API,
    LARGEST,
    PICTURE,
    api_answer,
    file_answer,
    json_answer,
    picture_answer,
    question_of,
)
from annotated_briefings.preview.editor.page import bare_page
from annotated_briefings.preview.editor.readers import READERS, ReadersPages
from annotated_briefings.preview.new.app import QUESTIONS, NewBriefs
from annotated_briefings.preview.new.pending_import import PendingImport
from annotated_briefings.preview.page_answer import BARE, FILES, Response, answer, body_of, is_own, refusal
from annotated_briefings.preview.review.app import ReviewPages
from annotated_briefings.preview.review.shell import DIGEST, NEW, script_page
from annotated_briefings.preview.served import Preview

LISTS = f"{API}lists/"
"""Where the lists ask."""
DIGESTS = f"{API}digest/"
"""Where the page of digests asks."""
_PAGES = {NEW: ("new", "New"), DIGEST: ("digest", "Digest")}
_STALE = b"the page is from an earlier preview; load it again"


@dataclass(slots=True)
class DeskPages:
    """Answers requests below ``/_desk/``."""

    preview: Preview
    """The site and its pages."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """What every change must bring: another site cannot read it, and so cannot press a button."""
    new: NewBriefs = field(init=False)
    """The page for new briefs."""
    lists: ReviewPages = field(init=False)
    """The lists of the desk."""
    digests: DigestPages = field(init=False)
    """The page of digests."""
    readers: ReadersPages = field(init=False)
    """The pages as readers see them."""

    def __post_init__(self) -> None:
        self.new = NewBriefs(PendingImport(self.preview))
        self.lists = ReviewPages(self.preview)
        self.digests = DigestPages(self.preview)
        self.readers = ReadersPages(self.preview.session)

    def answer(self, path: str, environ: dict[str, Any]) -> Response:
        """The page of a path, or what a pressed button leads to."""
        asks = environ.get("REQUEST_METHOD", "GET") != "POST"
        if asks and path.startswith(FILES):
            return file_answer(path)
        if not is_own(environ):
            return answer("403 Forbidden", b"the desk is for this machine alone")
        if asks and path in _PAGES:
            return script_page(*_PAGES[path], self.token)
        if asks and path.startswith(READERS):
            accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
            return self.readers.answer(path, environ.get("QUERY_STRING", ""), accepted)
        if asks and path.startswith(DIGEST):
            return self.digests.file(path)
        if asks:
            if path.startswith(BARE):
                return bare_page(self.preview.session, environ.get("QUERY_STRING", ""), self.token)
            return self.lists.show(path, self.token)
        if why := refusal(environ):
            return answer("403 Forbidden", why.encode())
        if not self._knows(environ.get("HTTP_X_DESK_TOKEN", "")):
            return answer("403 Forbidden", _STALE)
        if path.startswith(QUESTIONS):
            return self.new.answer(path, environ)
        if path == PICTURE:
            return picture_answer(self.preview, environ)
        body = body_of(environ, LARGEST)
        part = next((part for part in (LISTS, DIGESTS) if path.startswith(part)), None)
        if part is None:
            return api_answer(self.preview, path, body)
        asked, name = question_of(body), path.removeprefix(part).strip("/")
        pages = self.lists if part == LISTS else self.digests
        found = pages.ask(name, asked) if asked is not None else None
        return json_answer("200 OK", found) if found is not None else json_answer("404 Not Found", {"problems": []})

    def _knows(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.token.encode())
