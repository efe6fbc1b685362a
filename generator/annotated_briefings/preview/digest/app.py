"""What the page of digests asks: the digest of a day or week as it would be, its files, and the writing of them."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import as_data
from annotated_briefings.preview.editor.opened import PageQuestion, problem_rows
from annotated_briefings.preview.new.empty_brief import read_day, wrong_day
from annotated_briefings.preview.page_answer import Response, answer
from annotated_briefings.preview.review.shell import DIGEST
from annotated_briefings.preview.served import Preview
from annotated_briefings.project.derive import Checks, Derived, DeriveOptions, derive_site
from annotated_briefings.reports.email_digest import Digest, DigestQuestion, digest_of, write_made
from annotated_briefings.site.pages.digests.choice import DigestChoice, UnusableChoice

FOLDER = "_digest"
"""Where digests are written, as ``briefings digest`` writes them."""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; sandbox allow-popups; frame-ancestors 'self'; "
    "base-uri 'none'"
)
"""The policy of a digest in the page: it runs nothing, and its links open windows of their own."""


@dataclass(slots=True)
class DigestPages:
    """Makes digests of the site without its drafts."""

    preview: Preview
    """The site."""
    made: Digest = field(default_factory=Digest)
    """The digest that was made last."""
    _public: tuple[int, datetime, Derived] | None = None

    def ask(self, name: str, asked: PageQuestion) -> dict[str, Any] | None:
        """The answer to a question; None for an unknown one."""
        run = _QUESTIONS.get(name)
        return run(self, asked) if run else None

    def file(self, path: str) -> Response:
        """A file of the digest that was made last: the page to look at, or one to keep."""
        name, _, ending = path.removeprefix(DIGEST).strip("/").rpartition(".")
        shown = name == "shown" and ending == "html"
        data = dict(self.made.files).get(ending) if shown or (name and name == self.made.name) else None
        if data is None:
            return answer("404 Not Found", b"make the digest again")
        kind, more = "text/html; charset=utf-8", ("Content-Security-Policy", _POLICY)
        if not shown:
            kind, more = "application/octet-stream", ("Content-Disposition", f'attachment; filename="{name}.{ending}"')
        # Packed, or the server of the preview would set its script into the page.
        body = gzip.compress(data, mtime=0)
        own = [("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))]
        return "200 OK", [*own, ("Cache-Control", "no-store"), ("X-Frame-Options", "SAMEORIGIN"), more], body

    def make(self, asked: PageQuestion) -> dict[str, Any]:
        """The digest of a day or week, with a choice of briefs."""
        found = self._make(asked)
        return {
            "name": self.made.name,
            "heading": self.made.heading,
            "rows": [as_data(row) for row in self.made.rows],
            "shown": self.made.shown,
            "size": self.made.size,
            "problems": problem_rows(found),
        }

    def write(self, asked: PageQuestion) -> dict[str, Any]:
        """Make it and write its files into a folder of the site."""
        found = self._make(asked)
        done = write_made(self.made, self.preview.root / FOLDER) if not found else self.made
        root = self.preview.root
        return {
            "paths": [path.relative_to(root).as_posix() for path in done.paths],
            "problems": problem_rows(found or done.diagnostics),
        }

    def _make(self, asked: PageQuestion) -> tuple[Diagnostic, ...]:
        day_text = str(asked.get("day") or "").strip()
        day = read_day(day_text) if day_text else None
        if day_text and day is None:
            self.made = Digest()
            return (wrong_day(day_text),)
        only = tuple(str(one) for one in asked.get("only") or ())
        choice = DigestChoice(str(asked.get("opening") or ""), only, (), str(asked.get("order") or ""))
        now = datetime.now(UTC)
        try:
            self.made = digest_of(self._derived(now), now, DigestQuestion(day, bool(asked.get("week")), choice))
        except UnusableChoice as error:
            self.made = Digest()
            return (report("refused-change", error.message, Place("_desk"), help=error.remedy),)
        return self.made.diagnostics

    def _derived(self, now: datetime) -> Derived:
        """The site without its drafts, read after every change, and every minute: a brief may have become public."""
        version, minute = self.preview.session.version, now.replace(second=0, microsecond=0)
        if self._public is None or self._public[:2] != (version, minute):
            root = self.preview.root
            self._public = version, minute, derive_site(root, DeriveOptions(root, now, checks=Checks.NONE))
        return self._public[2]


_QUESTIONS: Mapping[str, Callable[[DigestPages, PageQuestion], dict[str, Any]]] = {
    "make": DigestPages.make,
    "write": DigestPages.write,
}
