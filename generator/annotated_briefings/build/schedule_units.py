"""All pages of a site that may have changed rendered, by as many processes as are allowed."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.paths import served_address
from annotated_briefings.build.known_pages import KnownPages
from annotated_briefings.build.publishing.publish import OutputFile
from annotated_briefings.build.render_stage import (
    RenderedPage,
    RenderedUnits,
    RenderJob,
    render_pages,
    render_units,
)
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.unchanged_units import KnownUnits, UnitRecord, record_of, unchanged, unit_keys
from annotated_briefings.engine.parallel import effective_jobs, map_shared
from annotated_briefings.engine.progress import progress
from annotated_briefings.site.model.relations import Slugs
from annotated_briefings.site.redirects import Redirects
from annotated_briefings.site.routes import Page, Unit, closing_pages, plan_redirects, plan_units
from annotated_briefings.site.routes.unit_facts import UnitFacts

RenderedUnit = tuple[Sequence[RenderedPage], tuple[str, ...]]
"""The pages of a unit, and the files that they show, of those that are published only then."""
_UNITS_PER_PROCESS = 2000
"""Units that a process renders before a new one takes its place. A forked process copies all memory that it touches and
starts with empty caches: with 176 units each, an edit among 1,000 briefs took half as long again."""


@dataclass(slots=True)
class RenderResult:
    """All pages of a build."""

    files: list[OutputFile] = field(default_factory=list)
    """Those that could be rendered, in the order of the site."""
    changed: int = 0
    """How many were rendered because something they are made from has changed."""
    records: dict[str, bytes] = field(default_factory=dict)
    """Output file to its packed record, where it differs from the cached one."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What is wrong with templates, markup and old addresses."""
    hits: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Output file to the places of the secrets that it contains, in the list of them."""
    paths: dict[str, str] = field(default_factory=dict)
    """Every planned output file and the file it comes from, also of pages that could not be rendered."""
    targets: set[str] = field(default_factory=set)
    """Where the links of all pages lead that were planned."""
    shown: set[str] = field(default_factory=set)
    """Static files that the other pages show, of those that are published only then."""
    skipped: bool = False
    """Whether there are others."""
    units: dict[str, bytes] = field(default_factory=dict)
    """What is to be known of units in the next build, as far as the cache has something else."""
    known: Mapping[str, bytes] = field(default_factory=dict)
    """Output file to its packed record of an earlier build, for pages that were planned."""
    contested: set[str] = field(default_factory=set)
    """Output files that two pages would have."""
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Why pages were rendered."""
    related: dict[str, Slugs] = field(default_factory=dict)
    """Brief to the briefs that are related to it."""

    def add(self, page: RenderedPage) -> None:
        """Add one page; the first of each path counts."""
        if page.path in self.paths:
            self.contested.add(page.path)
            return
        self.paths[page.path] = page.origin
        self.changed += page.changed
        self.diagnostics += page.diagnostics
        if page.record:
            self.records[page.path] = page.record
        if page.why:
            self.why[page.path] = page.why
        if page.digest:
            self.hits[page.path] = page.hits
            self.files.append(
                OutputFile(page.path, page.origin, page.digest, page.data, page.place, up_to_date=page.up_to_date)
            )


class Planned(NamedTuple):
    """Some units of a site after their pages were rendered."""

    result: RenderResult
    """Their pages."""
    records: Sequence[tuple[Unit, UnitRecord]]
    """What is to be known of them in the next build."""


def render_some(
    job: RenderJob,
    request: BuildRequest,
    facts: UnitFacts,
    known: KnownUnits,
    records: Callable[[Iterable[str]], Mapping[str, bytes]],
    units: Sequence[Unit],
) -> Planned:
    """Render the pages of some units. ``records`` gives the packed records of pages when it is told which pages are
    those of units that cannot have changed; see `render_site` for the others."""
    keys = unit_keys(job, facts, units)
    result = RenderResult()
    pages: list[Sequence[RenderedPage]] = [()] * len(units)
    todo: list[int] = []
    same: list[tuple[Unit, UnitRecord]] = []
    for place, (unit, key) in enumerate(zip(units, keys, strict=True)):
        if found := unchanged(job, facts, unit, key, known):
            pages[place] = found[0]
            same.append((unit, found[1]))
            result.shown.update(found[1].shown)
            result.skipped = True
        else:
            todo.append(place)
    result.known = records(page.path for own in pages for page in own)
    done = _in_parallel(job.with_known(result.known), [units[place] for place in todo], request, result)
    for place, (own, _) in zip(todo, done, strict=True):
        pages[place] = own
    for own in pages:
        for page in own:
            result.add(page)
    planned = (
        (units[place], record_of(keys[place], facts.headlines_of(units[place]), own, shown))
        for place, (own, shown) in zip(todo, done, strict=True)
        if keys[place]
    )
    return Planned(result, (*same, *((unit, record) for unit, record in planned if record)))


def render_site(
    job: RenderJob,
    request: BuildRequest,
    facts: UnitFacts,
    known: KnownUnits,
    records: KnownPages,
    find_redirects: Callable[[Collection[str]], Redirects],
) -> RenderResult:
    """Render every page; ``facts`` are those of the site, ``known`` and ``records`` what is known of units and pages
    from the last build, and ``find_redirects`` gives the redirects from old addresses, given those of pages."""
    context = job.context
    result, planned = render_some(job, request, facts, known, records.without, plan_units(context))
    job = job.with_known(result.known)
    _add_pages(job, closing_pages(context, tuple(result.paths)), result)
    taken = {served_address(path) for path in result.paths}
    redirects = find_redirects(taken)
    result.diagnostics += redirects.diagnostics
    _add_pages(job, plan_redirects(context, redirects.moved), result)
    context.use_related(result.related)
    for unit, record in planned:
        # Of two pages with one path, the other one may be published next time.
        if not result.contested or result.contested.isdisjoint(page[0] for page in record.pages):
            known.keep(unit, record)
    result.units = known.to_cache(facts)
    return result


def _add_pages(job: RenderJob, pages: Iterable[Page], result: RenderResult) -> None:
    done = render_pages(job, pages)
    result.targets |= done.targets
    for page in done.pages[0]:
        result.add(page)


def _in_parallel(
    job: RenderJob, units: Sequence[Unit], request: BuildRequest, result: RenderResult
) -> list[RenderedUnit]:
    """The pages of each unit and what they show, in order. Units that may be large are started first, so that none is
    left for the end while other workers are idle."""
    large = [place for place, unit in enumerate(units) if not unit.key]
    small = [place for place, unit in enumerate(units) if unit.key]
    jobs = effective_jobs(request.jobs, len(units))
    size = max(1, -(-len(small) // (jobs * 128)))
    chunks = [[place] for place in large] + [small[at : at + size] for at in range(0, len(small), size)]
    work = [[units[place] for place in chunk] for chunk in chunks]
    if jobs > 1 and units:
        job.context.prepare()
        job.renderer.prepare(job.closures, job.context.words)
    out: list[RenderedUnit] = [((), ())] * len(units)
    per_process = max(16, _UNITS_PER_PROCESS // size)
    results = map_shared(render_units, job, work, jobs=jobs, executor=request.executor, per_process=per_process)
    with progress("rendering", len(units), "", shown=request.progress) as bar:
        for chunk, done in zip(chunks, results, strict=True):
            _put(chunk, done, out)
            result.targets |= done.targets
            result.related |= done.related
            bar.advance(len(chunk))
    return out


def _put(chunk: Sequence[int], done: RenderedUnits, out: list[RenderedUnit]) -> None:
    for place, pages, shown in zip(chunk, done.pages, done.shown, strict=True):
        out[place] = (pages, shown)
