"""A build from disk to disk: the stages in order, each remembered by the digest of what it read."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from os import fspath
from time import perf_counter

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic, sort_key
from annotated_briefings.base.digest import digest
from annotated_briefings.base.source import BESIDE, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.build.explain import changes
from annotated_briefings.build.link_positions import pinpointed
from annotated_briefings.build.manifest import read_manifest, untouched
from annotated_briefings.build.publish import Finished, publish
from annotated_briefings.build.render_stage import Drawing
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.schedule_units import broken_links, press, spool_folder
from annotated_briefings.build.search_index import SearchFailed, build_index
from annotated_briefings.build.social_cards import font_faults, measured, picture_font, pictured
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.model import Brief, Entity
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.engine.memo import Memo
from annotated_briefings.output.assets import Asset, plan_assets
from annotated_briefings.output.images import is_picture
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.output.templates import EVERY, Asked, Compiled, TemplateSet, asked_by, template_digests
from annotated_briefings.project.briefs import read_brief, reading_keys
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.checks.table import check_alone, check_catalog
from annotated_briefings.site.checks.unpublished_text import find_secrets, public_text
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.search_records import SearchRecord, search_records
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public
from annotated_briefings.site.model.mentions import Mention, Names, collect_names, find_mentions
from annotated_briefings.site.model.related import choice
from annotated_briefings.site.model.relations import Slugs, connect, listed
from annotated_briefings.site.redirects import find_redirects
from annotated_briefings.site.routes import Page, plan_redirects, site_view
from annotated_briefings.site.schedule import settled_until
from annotated_briefings.storage.static_files import Digests


class Made(Value):
    """A whole build."""

    report: BuildReport
    """What it did."""
    until: datetime | None
    """The next moment at which time alone changes something; None when it never does."""


def make(request: BuildRequest) -> Made:
    """Build the site; what cannot be built is left out and said in the report."""
    begun = perf_counter()
    with _few_collections(), Store(request.root / ".cache") as store, spool_folder(request.root) as spool:
        loaded = load_site(request.root, Digests(None if request.clean else store))
        memo = Memo(
            store,
            code_fingerprint(),
            digest(fspath(request.destination), request.base_url, request.drafts),
            clean=request.clean,
            jobs=request.jobs,
            executor=request.executor,
            progress=request.progress,
        )
        found = list(loaded.diagnostics)
        assets, asset_map = plan_assets(loaded.static, loaded.replaced)
        context, held, broken = _facts(request, loaded, asset_map, _sizes(assets, memo), memo, found)
        # From here on the files of briefs are wanted for excerpts of old addresses alone; 10,000 take 60 MB.
        moved = {brief.path for brief in context.catalog.briefs if brief.redirect_from}
        loaded = replace(loaded, briefs=tuple(source for source in loaded.briefs if source.path in moved))
        manifest = read_manifest(request.destination)
        drawing = _drawing(request, loaded, context, held, assets, asset_map, memo, found)
        drawing.present = untouched(request.destination, manifest)
        drawing.spool = spool if request.executor is None else None
        with _relations(context, memo) as related:
            pressed = press(drawing, request, lambda taken: _redirects(context, loaded, taken, memo, found))
            related.update(pressed.related)
        memo.keep(pressed.records, drawing.compiled.fresh)
        # What lies beside briefs is published with the pages that show it: a draft may have pictures too.
        shown = {lead.partition("#")[0] for lead in pressed.leads}
        assets = tuple(a for a in assets if not a.file.name.startswith(BESIDE) or a.path in shown)
        index = _search(request, context, memo, found)
        files = (
            *pressed.files,
            *(_static(drawing, asset) for asset in assets),
            *(_finished(drawing, output) for output in index),
        )
        leaks = [*pressed.leaks, *_leaks(drawing, assets, index)]
        others = {asset.path for asset in assets} | {output.path for output in index}
        found += (*pressed.found, *pinpointed(request.root, broken_links(drawing, pressed, others)), *leaks)
        report = (
            publish(files, request.destination, manifest, site=request.root, spool=spool, jobs=request.jobs)
            if request.write and not leaks
            else None
        )
        if report:
            found += report.diagnostics
        store.retire()
    return Made(
        BuildReport(
            briefs=len(context.catalog.briefs),
            held=len(held),
            broken=broken,
            pages=len(files),
            parsed=memo.computed["parse"],
            rendered=pressed.fresh,
            written=len(report.files) if report else 0,
            pruned=len(report.deleted) if report else 0,
            seconds=perf_counter() - begun,
            diagnostics=tuple(sorted(context.config.check.shown(set(found)), key=sort_key)),
            changes=tuple(changes(files, pressed.why, report, manifest)) if report and request.explain else (),
        ),
        settled_until(context, held),
    )


@contextmanager
def _few_collections() -> Iterator[None]:
    """Values are frozen and form no circles: looking for garbage among millions of them takes a third of a build."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _facts(
    request: BuildRequest,
    loaded: Loaded,
    assets: tuple[tuple[str, str], ...],
    sizes: Mapping[str, tuple[int, int]],
    memo: Memo,
    found: list[Diagnostic],
) -> tuple[SiteContext, tuple[Brief, ...], int]:
    """Everything the planner needs, the briefs that are not public, and how many files give none; what is wrong is
    added to ``found``. ``assets`` are static files and where they are published, ``sizes`` those of pictures."""
    config = loaded.config if request.base_url is None else replace(loaded.config, base_url=request.base_url)
    keys = reading_keys(memo.code, loaded)
    parsed = memo.map("parse", read_brief, config.makes("markdown"), loaded.briefs, keys)
    found += [diagnostic for _, more in parsed for diagnostic in more]
    entities, more = _registry(loaded, memo)
    tags, tag_found = parse_tags(loaded.tags)
    stories, story_found = parse_stories(loaded.stories)
    found += (*more, *tag_found, *story_found)
    whole = [brief for brief, _ in parsed if brief is not None]
    briefs = [brief for brief in whole if request.drafts or is_public(brief, request.now)]
    catalog = build_catalog(briefs, entities, tags, stories, assets, sizes)
    mentions = _mentions(catalog, entities, memo)
    files = _by_path(loaded)
    proofs = prove(request.root, catalog.briefs, files, config.language)
    context = SiteContext(
        catalog,
        connect(catalog, mentions),
        config,
        request.now,
        request.drafts,
        loaded.words,
        frozenset(proofs.unsupported),
    )
    held = tuple(brief for brief in whole if not (request.drafts or is_public(brief, request.now)))
    found += (*proofs.diagnostics, *check_catalog(context, files, held))
    if request.closely:
        found += _of_broken(request, loaded, parsed, context, files)
    return context, held, len(parsed) - len(whole)


def _of_broken(
    request: BuildRequest,
    loaded: Loaded,
    parsed: Sequence[tuple[Brief | None, tuple[Diagnostic, ...]]],
    context: SiteContext,
    files: Mapping[str, Source],
) -> Iterator[Diagnostic]:
    """What else is wrong with briefs that an error leaves out, so that nobody has to mend them twice."""
    for source, (brief, _) in zip(loaded.briefs, parsed, strict=True):
        if brief is None and (attempted := attempt_brief(source)[0]):
            yield from check_alone(context.catalog, attempted, files)
            yield from prove(request.root, [attempted], files, context.config.language).diagnostics


def _registry(loaded: Loaded, memo: Memo) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    """What the registry declares: thousands of entries take as long to read as hundreds of briefs."""
    [read] = memo.map("registry", _entities, None, [loaded.entities], [digest(memo.code, loaded.entities)])
    return read


def _entities(_: None, source: Source) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    return parse_entities(source)


def _by_path(loaded: Loaded) -> dict[str, Source]:
    """The files that editors write, for excerpts in messages."""
    files = (*loaded.briefs, loaded.entities, loaded.tags, loaded.stories, loaded.settings)
    return {source.path: source for source in files}


def _mentions(catalog: Catalog, entities: tuple[Entity, ...], memo: Memo) -> Mapping[str, tuple[Mention, ...]]:
    """Every mention of an entity in every brief."""
    registry = digest(memo.code, entities)
    jobs = [(brief.body.text, listed(catalog, brief)) for brief in catalog.briefs]
    keys = [digest(registry, text, tuple(sorted(ids))) for text, ids in jobs]
    found = memo.map("mentions", _find, collect_names(catalog.entities), jobs, keys)
    return {brief.slug: mentions for brief, mentions in zip(catalog.briefs, found, strict=True)}


def _find(names: Names, job: tuple[str, frozenset[str]]) -> tuple[Mention, ...]:
    return find_mentions(job[0], names, job[1])


def _drawing(
    request: BuildRequest,
    loaded: Loaded,
    context: SiteContext,
    held: Sequence[Brief],
    assets: Sequence[Asset],
    asset_map: tuple[tuple[str, str], ...],
    memo: Memo,
    found: list[Diagnostic],
) -> Drawing:
    """What all pages are drawn from."""
    templates = TemplateSet(loaded.templates, loaded.shipped)
    sources = (*loaded.templates, *loaded.shipped)
    keys = [digest(memo.code, source) for source in sources]
    asked = memo.map("asked", _asked, None, sources, keys)
    named = {name for one in asked for name in one.assets}
    # Pages need not be drawn again for a picture that no template asks for; those in texts stand in the views. What is
    # said of a file that is asked for and not there depends on all of them.
    every = EVERY in named or not named <= dict(asset_map).keys()
    wanted = tuple((name, path) for name, path in asset_map if every or name in named)
    names = tuple(sorted(source.path.removeprefix("templates/") for source in sources))
    font = picture_font(context, loaded) if pictured(context) else b""
    found += font_faults(context, loaded) if pictured(context) else ()
    secrets = () if request.drafts else find_secrets(held, context)
    return Drawing(
        context=context,
        templates=templates,
        assets=asset_map,
        code=memo.code,
        shared=digest(site_view(context, __version__), wanted, context.config.base_path),
        closures=template_digests(templates, dict(zip(sources, asked, strict=True)), names),
        compiled=Compiled(memo.templates),
        font=font,
        known=memo.pages,
        present={},
        destination=request.destination,
        own=frozenset(asset.path for asset in assets),
        watch=Watch(secrets, public_text(context), plain_quote) if secrets else None,
        wanted=request.write,
        spool=None,
        closely=request.closely,
    )


@contextmanager
def _relations(context: SiteContext, memo: Memo) -> Iterator[dict[str, Slugs]]:
    """Choosing related briefs takes a fifth of planning: an earlier choice stands while all that it was made by does.

    What is chosen is a by-product of drawing, and is remembered when there is one for every brief.
    """
    key = digest(memo.code, choice(context.catalog, context.web))
    earlier: dict[str, Slugs] | None = memo.recall("related", key)
    context.known_related.update(earlier or {})
    related: dict[str, Slugs] = {}
    yield related
    if earlier is None and len(related) == len(context.catalog.briefs):
        memo.put("related", key, related)


def _asked(_: None, source: Source) -> Asked:
    return asked_by(source)


def _redirects(
    context: SiteContext, loaded: Loaded, taken: set[str], memo: Memo, found: list[Diagnostic]
) -> tuple[Page, ...]:
    """Stubs for old addresses; ``taken`` are the addresses of pages."""
    declared, _ = _registry(loaded, memo)
    redirects = find_redirects(context.catalog, declared, taken, _by_path(loaded))
    found += redirects.diagnostics
    return plan_redirects(redirects.moved, context.config.base_path)


def _search(request: BuildRequest, context: SiteContext, memo: Memo, found: list[Diagnostic]) -> tuple[Output, ...]:
    """The files of the search index; a preview is built without them, since they take longer than all else."""
    if not (request.search and context.config.search and context.catalog.briefs):
        return ()
    records = search_records(context)
    try:
        [files] = memo.map("search", _indexed, None, [records], [digest(memo.code, records)])
    except SearchFailed as error:
        found.append(error.args[0])
        return ()
    return tuple(Output(path, data, "site.yaml") for path, data in files)


def _indexed(_: None, records: Sequence[SearchRecord]) -> tuple[tuple[str, bytes], ...]:
    return build_index(records)


def _leaks(drawing: Drawing, assets: Sequence[Asset], index: Sequence[Output]) -> Iterator[Diagnostic]:
    """Files that are no pages and would show what is not public."""
    watch = drawing.watch
    if watch:
        texts = (Output(asset.path, asset.data, asset.origin) for asset in assets if asset.data is not None)
        outputs = (*texts, *index)
        yield from filter(None, (watch.said(output.path, watch.hits(output)) for output in outputs))


def _sizes(assets: Sequence[Asset], memo: Memo) -> dict[str, tuple[int, int]]:
    """The width and height of every static file that is a picture and says them, by its output file."""
    pictures = [asset for asset in assets if is_picture(asset.path)]
    keys = [digest(memo.code, asset.digest, asset.file.name) for asset in pictures]
    sizes = memo.map("sizes", measured, None, [asset.file for asset in pictures], keys)
    return {asset.path: size for asset, size in zip(pictures, sizes, strict=True) if size}


def _static(drawing: Drawing, asset: Asset) -> Finished:
    """A static file."""
    kept = drawing.present.get(asset.path) == asset.digest
    if asset.data is None:
        return Finished(asset.path, asset.origin, asset.digest, kept=kept, copied=asset.file)
    return Finished(asset.path, asset.origin, asset.digest, asset.data, kept=kept)


def _finished(drawing: Drawing, output: Output) -> Finished:
    """A file that is whole in memory."""
    name = blake2b(output.data, digest_size=16).hexdigest()
    return Finished(output.path, output.origin, name, output.data, kept=drawing.present.get(output.path) == name)
