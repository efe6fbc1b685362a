"""A full build: the stages in order, each with its results cached by the digest of what it read."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from functools import partial
from hashlib import blake2b
from os import fspath
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic, report, sort_key
from annotated_briefings.base.digest import digest
from annotated_briefings.base.paths import served_address
from annotated_briefings.base.source import BESIDE, Place, Source
from annotated_briefings.build.cached_related import cache_related, use_cached_related
from annotated_briefings.build.explain import changes
from annotated_briefings.build.known_pages import KnownPages
from annotated_briefings.build.link_check import check_pages
from annotated_briefings.build.output_parts import output_parts
from annotated_briefings.build.page_record import PAGES, link_targets, unpack
from annotated_briefings.build.publishing.lost import find_lost
from annotated_briefings.build.publishing.manifest import read_manifest, unchanged_files
from annotated_briefings.build.publishing.moved import find_taken, taken_errors
from annotated_briefings.build.publishing.publish import OutputFile, WriteReport, publish
from annotated_briefings.build.publishing.spool import spool_folder
from annotated_briefings.build.render_stage import RenderJob
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.schedule_units import RenderResult, render_site
from annotated_briefings.build.search_index import SearchIndex, file_hits, search_hits, search_index
from annotated_briefings.build.social_cards import font_faults, picture_font, pictured
from annotated_briefings.build.static_search import search_static
from annotated_briefings.build.unchanged_units import UNITS, KnownUnits, lost_ids
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo
from annotated_briefings.output.assets import Asset
from annotated_briefings.output.leaks import watch_for
from annotated_briefings.output.render import Output
from annotated_briefings.output.templates import EVERY, Asked, Compiled, TemplateSet, asked_by, template_digests
from annotated_briefings.project.derive import Checks, Derived, DeriveOptions, derive, without_texts
from annotated_briefings.project.load import load_site
from annotated_briefings.site.exports.host_limits import over_limits
from annotated_briefings.site.links import left_out_pages
from annotated_briefings.site.redirects import Redirects, find_redirects
from annotated_briefings.site.routes import page_exists, site_view
from annotated_briefings.site.routes.unit_facts import UnitFacts
from annotated_briefings.site.schedule import settled_until
from annotated_briefings.storage.static_files import Digests

_TEMPLATES = "templates"
"""Stage of compiled templates in the cache."""
_LINKED = "links"
"""Stage of the digest of all files of a build without broken links."""
_SEARCHED = "secrets"
"""Stage of the marks of the secrets that were looked for, and not of the secrets themselves."""


class BuiltFrom(NamedTuple):
    """What a build was made from."""

    site: Derived
    """The site."""
    facts: UnitFacts
    """What its pages are made from."""
    watched: str
    """Digest of the secrets that were looked for; empty where there were none."""
    published: Set[int]
    """The places of those that were found, and are none since something public has their words."""
    faulty: Set[str]
    """Files about which something is reported that the site itself does not tell: a broken link on their page."""


class FullBuild(NamedTuple):
    """A build in which all stages ran."""

    report: BuildReport
    """What it did."""
    valid_until: datetime | None
    """The next moment at which time alone changes something; None when it never does."""
    made: BuiltFrom | None
    """What it was made from, where a build after edits of texts may begin there."""


def full_build(request: BuildRequest) -> FullBuild:
    """Build the site. What cannot be built is left out, and the report says so. Raises OSError where there is no space
    for the rendered pages."""
    begun = perf_counter()
    with Store(request.root / ".cache") as store, spool_folder(request.root) as spool:
        memo = Memo(store, clean=request.clean, jobs=request.jobs, executor=request.executor, progress=request.progress)
        site = _derived(request, store, memo)
        manifest = read_manifest(request.root, request.destination)
        job = render_job(request, site, memo, unchanged_files(request.destination, manifest), spool)
        related = use_cached_related(job, memo)
        units = KnownUnits(memo.get_namespace(UNITS, output_key(request)))
        pages = KnownPages(memo, output_key(request), manifest)
        facts = UnitFacts(job.context)
        rendered = render_site(job, request, facts, units, pages, partial(_redirects, site))
        _cache_pages(job, request, memo, rendered)
        cache_related(job, memo, rendered, related)
        assets = _published_assets((*site.pictures.assets, *site.copies.assets), rendered)
        index, record_hits = _search_index(request, job, memo, facts)
        files = (
            *rendered.files,
            *(_static_file(job, asset) for asset in assets),
            *(search_file(job, output) for output in index),
        )
        others = {asset.path for asset in assets} | {output.path for output in index}
        named = tuple(found for found in site.diagnostics if found.code == "leak")
        hits = {**rendered.hits, **_hits(job, memo, assets, index)}
        leaks = (*named, *_leaks(job, files, hits, record_hits, site))
        done = WriteReport()
        states = {file.path: file.up_to_date for file in files}
        lost = find_lost(request.root, request.destination, manifest, states, site.context, site.loaded.settings)
        catalog = site.context.catalog
        # With drafts, a draft may have the address of a public brief.
        taken = () if request.drafts else find_taken(request.destination, manifest, catalog.duplicates)
        goes_out = request.write and not leaks and not taken
        if goes_out:
            out, root, kept = request.destination, request.root, lost.remembered()
            done = publish(files, out, manifest, site=root, spool=spool, jobs=request.jobs, moved=kept)
        limits = over_limits(site.context.config, states, dict(done.sizes), site.loaded.settings)
        more = (
            *_shared(job, hits, site),
            *_font_faults(site),
            *rendered.diagnostics,
            *_link_faults(request, job, memo, rendered, pages, others),
            *lost.warnings(),
            *taken_errors(taken),
            *leaks,
            *_replaced(site, assets),
            *done.diagnostics,
        )
        settled = {one.owner for one in taken}
        own = (d for d in site.diagnostics if d.code != "duplicate-slug" or d.place.path not in settled)
        diagnostics = (*own, *more, *limits)
        watched = job.watch.ident if job.watch else ""
        faulty = frozenset(found.place.path for found in more)
        published = frozenset(record_hits).union(*hits.values())
        store.end_run()
    explained = changes(files, rendered.why, done, manifest) if request.explain and goes_out else ()
    result = BuildReport(
        briefs=len(site.context.catalog.briefs),
        held=len(site.held),
        broken=site.broken,
        pages=len(files),
        parsed=memo.computed["parse"],
        rendered=rendered.changed,
        written=len(done.files),
        pruned=len(done.deleted),
        parts=output_parts(dict(done.sizes)),
        seconds=perf_counter() - begun,
        diagnostics=tuple(sorted(site.context.config.check.shown(set(diagnostics)), key=sort_key)),
        changes=tuple(explained),
        proofs=site.proofs,
    )
    until = settled_until(site.context, site.unpublished)
    return FullBuild(
        result,
        until,
        BuiltFrom(site, facts, watched, published, faulty) if request.write and not rendered.contested else None,
    )


def _derived(request: BuildRequest, store: Store, memo: Memo) -> Derived:
    """Everything that is derived from the files of the site, without the texts that no later stage reads."""
    loaded = load_site(request.root, Digests(None if request.clean else store))
    return without_texts(derive(loaded, derive_options(request), memo))


def derive_options(request: BuildRequest) -> DeriveOptions:
    """What a build derives."""
    return DeriveOptions(
        request.root,
        request.now,
        drafts=request.drafts,
        base_url=request.base_url,
        checks=Checks.THOROUGH if request.thorough else Checks.SITE,
        copies=True,
    )


def render_job(request: BuildRequest, site: Derived, memo: Memo, present: Mapping[str, str], spool: Path) -> RenderJob:
    """Everything that all pages are rendered from; ``present`` are the files of the output folder that are unchanged
    since the last build, and their digests."""
    context, loaded, paths = site.context, site.loaded, site.pictures.paths
    templates = TemplateSet(loaded.templates, loaded.shipped)
    sources = (*loaded.templates, *loaded.shipped)
    asked = memo.map("asked", _asked, None, sources, lambda source: (source,))
    named = {name for one in asked for name in one.assets}
    # A page depends only on the static files that templates ask for by name; those in texts are part of its view.
    # Where a template asks for all of them, or for one that does not exist, it depends on all of them.
    every = EVERY in named or not named <= dict(paths).keys()
    used = tuple((name, path) for name, path in paths if every or name in named)
    names = tuple(sorted(source.path.removeprefix("templates/") for source in sources))
    before: tuple[str, ...] | None = memo.get(_SEARCHED, output_key(request))
    return RenderJob(
        context=context,
        templates=templates,
        assets=paths,
        code=memo.code,
        shared=digest(site_view(context, __version__), used, context.config.base_path),
        closures=template_digests(templates, dict(zip(sources, asked, strict=True)), names),
        compiled=Compiled(memo.get_namespace(_TEMPLATES, memo.code)),
        font=picture_font(context, loaded) if pictured(context) else b"",
        known={},
        present=present,
        destination=request.destination,
        own=frozenset(asset.path for asset in site.pictures.assets),
        shown_only=frozenset(a.path for a in (*site.pictures.assets, *site.copies.assets) if _is_shown_only(a)),
        watch=None if request.drafts else watch_for(site.unpublished, context, before or ()),
        write=request.write,
        spool=spool if request.executor is None else None,
        thorough=request.thorough,
    )


def _asked(_: None, source: Source) -> Asked:
    return asked_by(source)


def output_key(request: BuildRequest) -> str:
    """Namespace of the records of pages: builds into two folders keep two records of each page."""
    return digest(fspath(request.destination), request.base_url, request.drafts)


def _font_faults(site: Derived) -> tuple[Diagnostic, ...]:
    return font_faults(site.context, site.loaded) if pictured(site.context) else ()


def _redirects(site: Derived, taken: Collection[str]) -> Redirects:
    """The redirects from old addresses; ``taken`` are the addresses of pages."""
    static = {served_address(asset.path) for asset in site.pictures.assets if not _is_shown_only(asset)}
    return find_redirects(site.context, site.registry.entities, static.union(taken), site.sources)


def _cache_pages(job: RenderJob, request: BuildRequest, memo: Memo, rendered: RenderResult) -> None:
    """Cache the records of pages, what was looked for in them, and the compiled templates."""
    memo.put_namespace(PAGES, output_key(request), rendered.records)
    memo.put_namespace(UNITS, output_key(request), rendered.units)
    memo.put_namespace(_TEMPLATES, memo.code, job.compiled.fresh)
    if job.watch:
        memo.put(_SEARCHED, job.watch.marks, output_key(request))


def _published_assets(assets: Sequence[Asset], rendered: RenderResult) -> tuple[Asset, ...]:
    """The static files to publish: of those beside briefs only the ones that pages show, since a draft may have
    pictures too, and of copies likewise."""
    shown = rendered.shown | {target.partition("#")[0] for target in rendered.targets}
    return tuple(a for a in assets if not _is_shown_only(a) or a.path in shown)


def _is_shown_only(asset: Asset) -> bool:
    return asset.made or asset.file.name.startswith(BESIDE)


def _replaced(site: Derived, assets: Iterable[Asset]) -> Iterator[Diagnostic]:
    """Static files that are published where the site would have a file of its own."""
    for asset in assets:
        if page_exists(site.context, asset.path, site.registry.entities):
            yield report(
                "replaced-file",
                f"the file is published as `/{asset.path}`, in place of the one that the build makes",
                Place(asset.origin),
                help="delete it to get the one of the build",
            )


def _search_index(
    request: BuildRequest, job: RenderJob, memo: Memo, facts: UnitFacts
) -> tuple[tuple[Output, ...], tuple[int, ...]]:
    """The files of the search index, and the secrets in what it is made of: with any, there are no files."""
    index = search_index(job.context, memo, facts) if request.search else SearchIndex((), (), ())
    hits = search_hits(job.watch, index, job.context, memo, facts) if job.watch else ()
    # Words that something public has too are no secret, here as on every page.
    public = job.watch.public(hits, job.context) if job.watch and hits else frozenset()
    return index.files if public.issuperset(hits) else (), hits


def _hits(
    job: RenderJob, memo: Memo, assets: Sequence[Asset], index: Sequence[Output]
) -> Mapping[str, tuple[int, ...]]:
    """The secrets in files that are no pages, by their paths."""
    watch = job.watch
    return {**search_static(watch, memo, assets), **file_hits(watch, index, memo)} if watch else {}


def _leaks(
    job: RenderJob,
    files: Sequence[OutputFile],
    hits: Mapping[str, tuple[int, ...]],
    record_hits: tuple[int, ...],
    site: Derived,
) -> Iterator[Diagnostic]:
    """Whatever contains what is not public: one walk over all files that would be published. A file that nobody has
    searched is a KeyError."""
    if job.watch:
        found = [(file.path, hits[file.path]) for file in files]
        yield from job.watch.leaks([*found, ("the search index", record_hits)], job.context, site.sources.values())


def _shared(job: RenderJob, hits: Mapping[str, tuple[int, ...]], site: Derived) -> Iterator[Diagnostic]:
    """What is held back and published elsewhere too."""
    if job.watch:
        yield from job.watch.shared(
            hits.items(), job.context, site.sources.values(), [brief.path for brief in site.left_out]
        )


def _link_faults(
    request: BuildRequest, job: RenderJob, memo: Memo, rendered: RenderResult, pages: KnownPages, others: set[str]
) -> tuple[Diagnostic, ...]:
    """Broken links. Those of pages that were not planned are looked at again only where there were any, where a file
    came or went, or where a page has lost a place that links may lead to."""
    files = digest(tuple(sorted({*rendered.paths, *others})))
    whole = memo.get(_LINKED, output_key(request)) != files or lost_ids(rendered.known, rendered.records)
    pages.add(rendered.known)
    pages.add(rendered.records)
    targets = rendered.targets
    if rendered.skipped and whole:
        targets = targets.union(
            *(link_targets(record) for path in rendered.paths if (record := unpack(pages.get(path))))
        )
    base_path = job.context.config.base_path
    left_out = left_out_pages(job.context.catalog)
    found = check_pages(request.root, rendered.paths, targets, pages, others, base_path, left_out)
    memo.put(_LINKED, "" if found else files, output_key(request))
    return found


def _static_file(job: RenderJob, asset: Asset) -> OutputFile:
    current = job.present.get(asset.path) == asset.digest
    if asset.data is None:
        return OutputFile(asset.path, asset.origin, asset.digest, up_to_date=current, copied=asset.file)
    return OutputFile(asset.path, asset.origin, asset.digest, asset.data, up_to_date=current)


def search_file(job: RenderJob, output: Output) -> OutputFile:
    """A file of the search index."""
    name = blake2b(output.data, digest_size=16).hexdigest()
    current = job.present.get(output.path) == name
    return OutputFile(output.path, output.origin, name, output.data, up_to_date=current)
