"""Writing the digest of a day or a week: an HTML page, a plain text, and a message to send."""

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
from annotated_briefings.project.briefs import catalog_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.relations import connect
from annotated_briefings.site.pages.digest import DigestView, Period, day_period, digest_view, latest_day, week_period
from annotated_briefings.site.routes import Page, site_view
from annotated_briefings.storage.files import reason, write_atomic

_STEPS = ((1000, 1000), (30, 200), (15, 100), (8, 60), (3, 40), (0, 40), (0, 20))
"""Briefs with all they say, and briefs in all: what is tried until the digest is short enough."""


class Digest(Value):
    """What was written."""

    paths: tuple[Path, ...]
    """The page, the text and the message."""
    briefs: int
    """Briefs in it."""
    size: int
    """Bytes of the page."""
    diagnostics: tuple[Diagnostic, ...]
    """What stood in the way."""


def write_digest(root: Path, now: datetime, folder: Path, day: date | None, week: bool) -> Digest:
    """Write the digest of a day, or of its week; without a day, of the newest that has a public brief."""
    loaded = load_site(root)
    config = loaded.config
    if not config.base_url:
        return _failed(
            report(
                "config",
                "a digest needs whole web addresses, and the site has no `base_url`",
                Place("site.yaml", 1, 1),
                help="add `base_url: https://example.org`",
            )
        )
    catalog = catalog_of(parse_all(root, loaded), loaded, now)
    context = SiteContext(catalog, connect(catalog, {}), config, now, False, loaded.words)
    chosen = day or latest_day(context) or now.date()
    period = week_period(chosen) if week else day_period(chosen)
    templates = TemplateSet(loaded.templates, loaded.shipped)
    renderer = PageRenderer(templates, site_view(context, __version__), (), config.base_path)

    def drawn(view: DigestView, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
        page = Page(name, name, view, "site.yaml")
        output, found = renderer.draw(page, context.words)
        return output.data.decode() if output else "", found

    for full, most in _STEPS:
        view = digest_view(context, period, full, most)
        html, found = drawn(view, "digest.html")
        if found:
            return _failed(*found)
        html = inlined(html)
        if len(html.encode()) <= LIMIT:
            break
    text, found = drawn(view, "digest.txt")
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
    """A name that needs no quotes in the head of a message."""
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
