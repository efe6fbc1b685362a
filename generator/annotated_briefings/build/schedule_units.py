"""All pages of a site drawn, by as many processes as there are, and their links checked."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import time

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.build.publish import Finished
from annotated_briefings.build.render_stage import (
    Drawing,
    DrawnPage,
    DrawnUnits,
    Record,
    draw_alone,
    draw_units,
    facts_in,
    leads_in,
    unpack,
)
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.engine.parallel import effective_jobs, map_shared
from annotated_briefings.engine.progress import progress
from annotated_briefings.output.audit import check_links
from annotated_briefings.site.model.relations import Slugs
from annotated_briefings.site.routes import Page, Unit, closing_pages, plan_units

_TURN = 2000
"""Units that a process plans before a new one takes its place. A new one copies all that it touches and begins with
nothing looked up: with 176 units each, an edit among 1,000 briefs took half as long again."""
_SPOOL = "spool-"
_DAY = 86_400


@dataclass(slots=True)
class Pressed:
    """All pages of a build."""

    files: list[Finished] = field(default_factory=list)
    """Those that could be drawn, in the order of the site."""
    fresh: int = 0
    """How many were drawn from something new."""
    records: dict[str, bytes] = field(default_factory=dict)
    """Output file to its packed record, where that is a new one."""
    found: list[Diagnostic] = field(default_factory=list)
    """What is wrong with templates and markup."""
    leaks: list[Diagnostic] = field(default_factory=list)
    """Pages that would show what is not public."""
    paths: dict[str, str] = field(default_factory=dict)
    """Every planned output file and the file it comes from, those that could not be drawn too."""
    leads: set[str] = field(default_factory=set)
    """Where the links of all pages lead."""
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Why pages were drawn."""
    related: dict[str, Slugs] = field(default_factory=dict)
    """Brief to the briefs that are related to it."""

    def take(self, drawn: DrawnPage) -> None:
        """Add one page."""
        if drawn.path in self.paths:
            return
        self.paths[drawn.path] = drawn.origin
        self.fresh += drawn.fresh
        self.found += drawn.found
        if drawn.record:
            self.records[drawn.path] = drawn.record
        if drawn.why:
            self.why[drawn.path] = drawn.why
        if drawn.leak:
            self.leaks.append(drawn.leak)
        if drawn.digest:
            spool, start, length = drawn.place or ("", 0, -1)
            self.files.append(
                Finished(drawn.path, drawn.origin, drawn.digest, drawn.data, spool, start, length, drawn.kept)
            )


@contextmanager
def spool_folder(root: Path) -> Iterator[Path]:
    """A folder for pages that wait until all are known to be fit to publish: 10,000 do not belong in memory."""
    cache = root / ".cache"
    with suppress(OSError):
        # What a build left behind that was killed.
        for old in cache.glob(f"{_SPOOL}*"):
            if time() - old.stat().st_mtime > _DAY:
                rmtree(old, ignore_errors=True)
    folder = Path(mkdtemp(prefix=_SPOOL, dir=cache if cache.is_dir() else None))
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def press(drawing: Drawing, request: BuildRequest, redirects: Callable[[set[str]], Sequence[Page]]) -> Pressed:
    """Draw every page; ``redirects`` plans the stubs of old addresses from the addresses that pages have."""
    context = drawing.context
    units = plan_units(context)
    pressed = Pressed()
    for unit_pages in _drawn(drawing, units, request, pressed):
        for page in unit_pages:
            pressed.take(page)
    _alone(drawing, closing_pages(context, tuple(pressed.paths)), pressed)
    taken = {"/" + path.removesuffix("index.html") for path in pressed.paths}
    _alone(drawing, redirects(taken), pressed)
    return pressed


def _alone(drawing: Drawing, pages: Iterator[Page] | Sequence[Page], pressed: Pressed) -> None:
    done = draw_alone(drawing, pages)
    pressed.leads |= done.leads
    for page in done.pages[0]:
        pressed.take(page)


def _drawn(drawing: Drawing, units: Sequence[Unit], request: BuildRequest, pressed: Pressed) -> list[list[DrawnPage]]:
    """The pages of each unit, in order; units that may be large are begun first, so that none waits for them at the
    end."""
    large = [place for place, unit in enumerate(units) if not unit.key]
    small = [place for place, unit in enumerate(units) if unit.key]
    jobs = effective_jobs(request.jobs, len(units))
    size = max(1, -(-len(small) // (jobs * 128)))
    parts = [[place] for place in large] + [small[at : at + size] for at in range(0, len(small), size)]
    work = [[units[place] for place in part] for part in parts]
    if jobs > 1:
        drawing.context.prepare()
        drawing.renderer.prepare(drawing.closures, drawing.context.words)
    out: list[list[DrawnPage]] = [[] for _ in units]
    results = map_shared(draw_units, drawing, work, jobs=jobs, executor=request.executor, turn=max(16, _TURN // size))
    with progress("drawing", len(units), "", shown=request.progress) as bar:
        for part, done in zip(parts, results, strict=True):
            _sort_in(part, done, out)
            pressed.leads |= done.leads
            pressed.related |= done.related
            bar.advance(len(part))
    return out


def _sort_in(part: Sequence[int], done: DrawnUnits, out: list[list[DrawnPage]]) -> None:
    for place, pages in zip(part, done.pages, strict=True):
        out[place] = pages


def broken_links(drawing: Drawing, pressed: Pressed, others: Collection[str]) -> Sequence[Diagnostic]:
    """Links that lead nowhere; ``others`` are files besides the pages.

    What all links lead to is looked at first; pages are looked at one by one only if some of it is missing.
    """
    files = pressed.paths.keys() | set(others)
    lookup = _Ids(drawing, pressed)
    missing = {lead for lead in pressed.leads if lead and not _leads_somewhere(lead, files, lookup)}
    if not missing:
        return ()
    records = (lookup.record(path) for path in pressed.paths if path.endswith(".html"))
    doubtful = [facts_in(r) for r in records if r and not missing.isdisjoint(leads_in(r))]
    return check_links(filter(None, doubtful), files, lookup.ids, drawing.context.config.base_path)


def _leads_somewhere(lead: str, files: Collection[str], lookup: "_Ids") -> bool:
    path, _, fragment = lead.partition("#")
    return path in files and (not fragment or not path.endswith(".html") or fragment in lookup.ids(path))


class _Ids:
    """The ids of pages, looked up as they are asked for."""

    def __init__(self, drawing: Drawing, pressed: Pressed) -> None:
        self._drawing = drawing
        self._pressed = pressed
        self._known: dict[str, frozenset[str]] = {}

    def record(self, path: str) -> Record | None:
        return unpack(self._pressed.records.get(path) or self._drawing.known.get(path))

    def ids(self, path: str) -> frozenset[str]:
        known = self._known.get(path)
        if known is None:
            facts = facts_in(self.record(path))
            known = self._known[path] = frozenset(facts.ids if facts else ())
        return known
