"""The e-mail digest of a day or a week, as an HTML page, as plain text, and as a message to send."""

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import split_url
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.output.leaks import watch_for
from annotated_briefings.output.mail import LIMIT, inlined, message
from annotated_briefings.output.render import PageRenderer
from annotated_briefings.output.templates import TemplateSet
from annotated_briefings.project.derive import Checks, Derived, DeriveOptions, derive_site
from annotated_briefings.site.pages.digests.choice import DigestChoice, chosen_briefs
from annotated_briefings.site.pages.digests.digest import DigestView, digest_view, latest_day
from annotated_briefings.site.pages.digests.period import Period, day_period, week_period
from annotated_briefings.site.routes import Page, site_view
from annotated_briefings.storage.files import reason, write_atomic

_SIZES = ((1000, 1000), (30, 200), (15, 100), (8, 60), (3, 40), (0, 40), (0, 20))
"""Number of briefs in full and of briefs in all, tried in this order until the digest is short enough."""


class DigestQuestion(Value):
    """Which digest is asked for."""

    day: date | None = None
    """A day; None for the newest that has a public brief."""
    week: bool = False
    """Whether it is that of the week of the day."""
    choice: DigestChoice = DigestChoice()
    """Which briefs, in which order, and the text above them."""


class DigestRow(Value):
    """A brief that a digest could have."""

    slug: str
    """Its name."""
    title: str
    """Its headline."""
    day: str
    """Its day, such as ``2026-03-14``."""
    lead: bool
    """Whether it is the lead of its day."""
    weight: int | None
    """Its weight, where it has one."""


class Digest(Value):
    """A digest that was made, and what was written of it."""

    name: str = ""
    """The day or week, such as ``2026-03-14`` or ``2026-W11``."""
    heading: str = ""
    """The same in words."""
    rows: tuple[DigestRow, ...] = ()
    """Every public brief of that time, in the order of the site."""
    shown: tuple[str, ...] = ()
    """The names of the briefs in it, in its order."""
    files: tuple[tuple[str, bytes], ...] = ()
    """Ends of the names of its files with their bytes: the page, the text and the message."""
    paths: tuple[Path, ...] = ()
    """The files that were written."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why there is none, or why it was not written."""

    is_empty: bool = False
    """Whether no brief and no correction is of that time: nothing is written then."""

    @property
    def size(self) -> int:
        """Bytes of the page."""
        return len(dict(self.files).get("html", b""))


def write_digest(root: Path, now: datetime, folder: Path, asked: DigestQuestion) -> Digest:
    """Make a digest and write its files into a folder. Raises UnusableChoice as ``make_digest`` does."""
    return write_made(make_digest(root, now, asked), folder)


def write_made(made: Digest, folder: Path) -> Digest:
    """Write the files of a digest that was made into a folder; none of one that tells nothing."""
    if made.is_empty:
        return made
    paths = tuple(folder / f"{made.name}.{ending}" for ending, _ in made.files)
    for path, (_, data) in zip(paths, made.files, strict=True):
        try:
            write_atomic(path, data)
        except OSError as error:
            help_ = "check the folder's permissions, or give another one with `--output`"
            return _failed(
                report("output", f"`{path}` cannot be written: {reason(error)}", Place(str(path)), help=help_)
            )
    return replace(made, paths=paths)


def make_digest(root: Path, now: datetime, asked: DigestQuestion) -> Digest:
    """Make a digest. Raises UnusableChoice where the editor's choice names what it cannot have."""
    return digest_of(derive_site(root, DeriveOptions(root, now, checks=Checks.NONE)), now, asked)


def digest_of(derived: Derived, now: datetime, asked: DigestQuestion) -> Digest:
    """The digest of a site without its drafts. Raises UnusableChoice as ``make_digest`` does."""
    context, config = derived.context, derived.context.config
    if not config.base_url:
        return _failed(
            report(
                "config",
                "a digest needs whole web addresses, and the site has no `base_url`",
                Place("site.yaml", 1, 1),
                help="add `base_url: ...` with the address under which the site will be served",
            )
        )
    day = asked.day or latest_day(context) or now.date()
    period = week_period(day) if asked.week else day_period(day)
    html, text, view, found = _fitting(derived, period, asked.choice)
    watch = watch_for(derived.unpublished, context)
    if watch and not found:
        hits = (watch.hits_of("a digest", data.encode()) for data in (html, text))
        found = tuple(watch.leaks((("a digest", places) for places in hits), context))[:1]
    if found:
        return _failed(*found)
    host = split_url(config.base_url).hostname or "localhost"
    sent = datetime.combine(period.last, time(6), UTC)
    mail = message(
        f"{config.title}{context.words.text('colon')}{view.heading}",
        f"{_plain(config.editor or config.title)} <briefings@{host}>",
        format_datetime(sent),
        f"<digest-{period.name}@{host}>",
        text,
        html,
    )
    of_period = (brief for brief in context.catalog.briefs if period.has(brief.date))
    return Digest(
        period.name,
        view.heading,
        tuple(
            DigestRow(b.slug, b.title, replace(b.date, at="").iso if b.date else "", b.lead, b.weight)
            for b in of_period
        ),
        tuple(brief.slug for brief in chosen_briefs(context, period, asked.choice)[: len(view.briefs)]),
        (("html", html.encode()), ("txt", text.encode()), ("eml", mail)),
        is_empty=not view.briefs and not view.corrections,
    )


def _fitting(
    derived: Derived, period: Period, choice: DigestChoice
) -> tuple[str, str, DigestView, tuple[Diagnostic, ...]]:
    """The page and the text of a digest that mail programs show whole, and why there are none."""
    loaded, context = derived.loaded, derived.context
    templates = TemplateSet(loaded.templates, loaded.shipped)
    renderer = PageRenderer(templates, site_view(context, __version__), (), context.config.base_path)

    def rendered(view: DigestView, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
        page = Page(name, name, view, "site.yaml")
        output, found = renderer.render(page, context.words)
        return output.data.decode() if output else "", found

    for full, most in _SIZES:
        view = digest_view(context, period, full, most, choice)
        html, found = rendered(view, "digest.html")
        if found:
            return "", "", view, found
        html = inlined(html)
        if len(html.encode()) <= LIMIT:
            break
    text, found = rendered(view, "digest.txt")
    return html, text, view, found


def _plain(name: str) -> str:
    """A name that needs no quotation marks in the header of a message."""
    return " ".join("".join(c if c.isalnum() or c in " -'" else " " for c in name).split()) or "Briefings"


def _failed(*found: Diagnostic) -> Digest:
    return Digest(diagnostics=found)
