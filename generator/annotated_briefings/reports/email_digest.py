"""The e-mail digest of a day or a week, as an HTML page, as plain text, and as a message to send."""

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import split_url
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.output.mail import LIMIT, inlined, message
from annotated_briefings.output.render import PageRenderer
from annotated_briefings.output.templates import TemplateSet
from annotated_briefings.project.derive import Checks, DeriveOptions, derive_site
from annotated_briefings.site.pages.digest import DigestView, Period, day_period, digest_view, latest_day, week_period
from annotated_briefings.site.routes import Page, site_view
from annotated_briefings.storage.files import reason, write_atomic

_SIZES = ((1000, 1000), (30, 200), (15, 100), (8, 60), (3, 40), (0, 40), (0, 20))
"""Number of briefs in full and of briefs in all, tried in this order until the digest is short enough."""


class Digest(Value):
    """What was written."""

    paths: tuple[Path, ...]
    """The page, the text and the message."""
    briefs: int
    """Briefs in it."""
    size: int
    """Bytes of the page."""
    diagnostics: tuple[Diagnostic, ...]
    """Why nothing was written."""


def write_digest(root: Path, now: datetime, folder: Path, day: date | None, week: bool) -> Digest:
    """Write the digest of a day, or of its week; without a day, of the newest that has a public brief."""
    derived = derive_site(root, DeriveOptions(root, now, checks=Checks.NONE))
    loaded, context, config = derived.loaded, derived.context, derived.context.config
    if not config.base_url:
        return _failed(
            report(
                "config",
                "a digest needs whole web addresses, and the site has no `base_url`",
                Place("site.yaml", 1, 1),
                help="add `base_url: https://example.org`",
            )
        )
    chosen = day or latest_day(context) or now.date()
    period = week_period(chosen) if week else day_period(chosen)
    templates = TemplateSet(loaded.templates, loaded.shipped)
    renderer = PageRenderer(templates, site_view(context, __version__), (), config.base_path)

    def rendered(view: DigestView, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
        page = Page(name, name, view, "site.yaml")
        output, found = renderer.render(page, context.words)
        return output.data.decode() if output else "", found

    for full, most in _SIZES:
        view = digest_view(context, period, full, most)
        html, found = rendered(view, "digest.html")
        if found:
            return _failed(*found)
        html = inlined(html)
        if len(html.encode()) <= LIMIT:
            break
    text, found = rendered(view, "digest.txt")
    if found:
        return _failed(*found)
    host = split_url(config.base_url).hostname or "localhost"
    sent = datetime.combine(period.last, time(6), UTC)
    mail = message(
        f"{config.title}: {view.heading}",
        f"{_plain(config.editor or config.title)} <briefings@{host}>",
        format_datetime(sent),
        f"<digest-{period.name}@{host}>",
        text,
        html,
    )
    return _written(folder, period, view, {"html": html.encode(), "txt": text.encode(), "eml": mail})


def _plain(name: str) -> str:
    """A name that needs no quotation marks in the header of a message."""
    return " ".join("".join(c if c.isalnum() or c in " -'" else " " for c in name).split()) or "Briefings"


def _written(folder: Path, period: Period, view: DigestView, files: dict[str, bytes]) -> Digest:
    paths = tuple(folder / f"{period.name}.{ending}" for ending in files)
    for path, data in zip(paths, files.values(), strict=True):
        try:
            write_atomic(path, data)
        except OSError as error:
            return _failed(
                report(
                    "output",
                    f"`{path}` cannot be written: {reason(error)}",
                    Place(str(path)),
                    help="check the folder's permissions, or give another one with `--output`",
                )
            )
    return Digest(paths, len(view.briefs), len(files["html"]), ())


def _failed(*found: Diagnostic) -> Digest:
    return Digest((), 0, 0, found)
