"""A build from disk to disk: the stages in order, each remembered by the digest of what it read."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from generator import __version__
from generator.base.diagnostics import Diagnostic, Severity, sort_key
from generator.base.digest import digest
from generator.base.source import Source
from generator.content.model import Brief, Entity
from generator.content.parse import parse_brief
from generator.content.plaintext import plain_quote
from generator.content.registry import parse_entities, parse_stories, parse_tags
from generator.output.assets import plan_assets
from generator.output.audit import PageFacts, check_links, facts_of, faults_of
from generator.output.leaks import find_leaks
from generator.output.render import Output, RenderJob, TemplateSet, references_of, render_page, template_digests
from generator.output.social import draw_card
from generator.run.disk import write_outputs
from generator.run.fingerprint import code_fingerprint
from generator.run.loading import Loaded, load_site
from generator.run.picturing import font_faults, picture_jobs
from generator.run.proving import prove
from generator.run.searching import SearchFailed, build_index
from generator.run.store import Store
from generator.run.workers import map_ordered
from generator.site.catalog import Catalog, build_catalog, is_public
from generator.site.checks import check_catalog
from generator.site.connections import connect, listed
from generator.site.facts import Facts
from generator.site.linking import Mention, Name, collect_names, find_mentions
from generator.site.plan import Page, plan_redirects, plan_site, site_view, words_of
from generator.site.redirects import find_redirects
from generator.site.search_records import search_records
from generator.site.secrets import find_secrets, public_text

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build and how."""

    root: Path
    """The site folder."""
    now: datetime
    """The only time the build knows (UTC)."""
    output: Path | None = None
    """Output folder; ``_site`` in the site folder when None."""
    base_url: str | None = None
    """Instead of the one in site.yaml."""
    drafts: bool = False
    """Show unpublished briefs and notes."""
    jobs: int = 1
    """Worker processes."""
    clean: bool = False
    """Forget what earlier builds remembered."""
    write: bool = True
    """False to check only."""
    search: bool = True
    """Make the search index."""
    closely: bool = False
    """Look at the markup of every page too."""
    executor: Executor | None = field(default=None, compare=False)
    """Runs the parallel stages instead of our own worker processes."""

    @property
    def destination(self) -> Path:
        """The output folder."""
        return self.output if self.output is not None else self.root / "_site"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    briefs: int
    """Briefs published."""
    held: int
    """Briefs left out because they are not public."""
    pages: int
    """Files of the site."""
    parsed: int
    """Brief files read anew."""
    rendered: int
    """Pages drawn anew."""
    written: int
    """Files written."""
    pruned: int
    """Files deleted."""
    seconds: float
    """How long it took."""
    diagnostics: tuple[Diagnostic, ...]
    """Everything that is wrong, by place."""

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


@dataclass(slots=True)
class _Memo:
    """Pure steps remembered across builds."""

    store: Store
    request: BuildRequest
    computed: dict[str, int] = field(default_factory=dict)

    def map(
        self, stage: str, items: Sequence[K], keys: Sequence[str], function: Callable[[K], V], *, spread: bool = False
    ) -> list[V]:
        """The function of every item, in order: looked up by key, or computed and remembered.

        ``spread`` shares the work among processes; light steps cost more to hand over than to do.
        """
        known: Mapping[str, V] = {} if self.request.clean else self.store.get_many(stage, keys)
        missing = [(key, item) for key, item in zip(keys, items, strict=True) if key not in known]
        values = map_ordered(function, [item for _, item in missing], jobs=self.request.jobs if spread else 1,
                             executor=self.request.executor if spread else None)
        fresh = dict(zip((key for key, _ in missing), values, strict=True))
        self.store.put_many(stage, fresh)
        self.computed[stage] = len(missing)
        return [known[key] if key in known else fresh[key] for key in keys]


def build(request: BuildRequest) -> BuildReport:
    """Build the site; what cannot be built is left out and said in the report."""
    begun = perf_counter()
    loaded = load_site(request.root)
    with Store(request.root / ".cache") as store:
        memo = _Memo(store, request)
        code = code_fingerprint()
        found = list(loaded.diagnostics)
        facts, held = _facts(request, loaded, memo, code, found)
        assets, asset_map = plan_assets(loaded.static, loaded.replaced)
        pages = _pages(facts, loaded, assets, found)
        outputs = _render(loaded, facts, pages, asset_map, memo, code, found)
        every = (*outputs, *assets, *_pictures(loaded, facts, memo, code, found),
                 *_search(request, facts, memo, code, found))
        # A page whose template failed is said once, not again by every link to it.
        known = {page.path for page in pages} | {output.path for output in every}
        found += check_links(_page_facts(outputs, memo, code), known, facts.config.base_path)
        if request.closely:
            html = [output for output in outputs if output.path.endswith(".html")]
            faults = memo.map("faults", html, _output_keys(html, code), faults_of)
            found += [fault for of_page in faults for fault in of_page]
        leaks = () if request.drafts else _leaks(every, facts, held)
        found += leaks
        safe = request.write and not leaks
        report = write_outputs(every, request.destination, site=request.root) if safe else None
        if report:
            found += report.diagnostics
        store.retire()
    return BuildReport(
        briefs=len(facts.catalog.briefs),
        held=len(held),
        pages=len(every),
        parsed=memo.computed["parse"],
        rendered=memo.computed["render"],
        written=report.written if report else 0,
        pruned=report.pruned if report else 0,
        seconds=perf_counter() - begun,
        diagnostics=tuple(sorted(set(found), key=sort_key)),
    )


def _facts(
    request: BuildRequest, loaded: Loaded, memo: _Memo, code: str, found: list[Diagnostic]
) -> tuple[Facts, tuple[Brief, ...]]:
    """Everything the planner needs, and the briefs that are not public; what is wrong is added to ``found``."""
    config = loaded.config if request.base_url is None else replace(loaded.config, base_url=request.base_url)
    keys = [digest(code, source) for source in loaded.briefs]
    parsed = memo.map("parse", loaded.briefs, keys, parse_brief, spread=True)
    found += [diagnostic for _, more in parsed for diagnostic in more]
    entities, more = parse_entities(loaded.entities)
    tags, tag_found = parse_tags(loaded.tags)
    stories, story_found = parse_stories(loaded.stories)
    found += (*more, *tag_found, *story_found)
    whole = [brief for brief, _ in parsed if brief is not None]
    briefs = [brief for brief in whole if request.drafts or is_public(brief, request.now)]
    catalog = build_catalog(briefs, entities, tags, stories)
    mentions = _mentions(catalog, entities, memo, code)
    files = _by_path(loaded)
    proofs = prove(request.root, catalog.briefs, files, config.language)
    facts = Facts(catalog, connect(catalog, mentions), config, request.now, request.drafts, loaded.words,
                  frozenset(proofs.unsupported))
    found += (*proofs.diagnostics, *check_catalog(facts, files))
    return facts, tuple(brief for brief in whole if not (request.drafts or is_public(brief, request.now)))


def _by_path(loaded: Loaded) -> dict[str, Source]:
    """The files that editors write, for excerpts in messages."""
    files = (*loaded.briefs, loaded.entities, loaded.tags, loaded.stories, loaded.settings)
    return {source.path: source for source in files}


def _pages(facts: Facts, loaded: Loaded, assets: Sequence[Output], found: list[Diagnostic]) -> tuple[Page, ...]:
    """All pages and old addresses; a static file of the same name takes the place of a page of ours."""
    pages = plan_site(facts)
    taken = {"/" + page.path.removesuffix("index.html") for page in pages}
    declared, _ = parse_entities(loaded.entities)
    redirects = find_redirects(facts.catalog, declared, taken, _by_path(loaded))
    found += redirects.diagnostics
    own = {asset.path for asset in assets}
    every = (*pages, *plan_redirects(redirects.moved, facts.config.base_path))
    return tuple(page for page in every if page.path not in own)


def _mentions(
    catalog: Catalog, entities: tuple[Entity, ...], memo: _Memo, code: str
) -> Mapping[str, tuple[Mention, ...]]:
    """Every mention of an entity in every brief."""
    table = _NameTable(collect_names(catalog.entities))
    registry = digest(code, entities)
    jobs = [(brief.body.text, table, listed(catalog, brief)) for brief in catalog.briefs]
    keys = [digest(registry, text, tuple(sorted(ids))) for text, _, ids in jobs]
    found = memo.map("mentions", jobs, keys, _find)
    return {brief.slug: mentions for brief, mentions in zip(catalog.briefs, found, strict=True)}


@dataclass(frozen=True, slots=True, eq=False)
class _NameTable:
    """All names, handed to workers in one piece."""

    names: Mapping[str, Sequence[Name]]


def _find(job: tuple[str, _NameTable, frozenset[str]]) -> tuple[Mention, ...]:
    text, table, ids = job
    return find_mentions(text, table.names, ids)


def _render(
    loaded: Loaded, facts: Facts, pages: Sequence[Page], assets: tuple[tuple[str, str], ...], memo: _Memo, code: str,
    found: list[Diagnostic],
) -> tuple[Output, ...]:
    """Every page drawn; a page whose template fails is left out and said."""
    templates = TemplateSet(loaded.templates, loaded.shipped)
    site = site_view(facts, __version__)
    names = tuple(sorted({page.template for page in pages if page.template}))
    sources = (*loaded.templates, *loaded.shipped)
    references = memo.map("references", sources, [digest(code, source) for source in sources], references_of)
    closure = template_digests(templates, dict(zip(sources, references, strict=True)), names)
    shared = digest(code, site, assets, facts.config.base_path)
    words = [words_of(facts, page) for page in pages]
    spoken = {one: digest(shared, one) for one in set(words)}
    keys = [digest(spoken[w], closure.get(page.template, ""), page) for page, w in zip(pages, words, strict=True)]
    jobs = [
        RenderJob(page, templates, site, assets, facts.config.base_path, w)
        for page, w in zip(pages, words, strict=True)
    ]
    drawn = memo.map("render", jobs, keys, render_page, spread=True)
    found += [diagnostic for _, more in drawn for diagnostic in more]
    return tuple(output for output, _ in drawn if output is not None)


def _pictures(
    loaded: Loaded, facts: Facts, memo: _Memo, code: str, found: list[Diagnostic]
) -> tuple[Output, ...]:
    """The picture of every brief for other sites."""
    jobs = picture_jobs(facts, loaded)
    if not jobs:
        return ()
    found += font_faults(facts, loaded)
    shared = digest(code, blake2b(jobs[0][2].font, digest_size=16).hexdigest())
    keys = [digest(shared, job.title, job.kicker, job.foot, job.rtl) for _, _, job in jobs]
    drawn = memo.map("pictures", [job for _, _, job in jobs], keys, draw_card, spread=True)
    return tuple(Output(path, data, origin) for (path, origin, _), data in zip(jobs, drawn, strict=True))


def _search(
    request: BuildRequest, facts: Facts, memo: _Memo, code: str, found: list[Diagnostic]
) -> tuple[Output, ...]:
    """The files of the search index; a preview is built without them, since they take longer than all else."""
    if not (request.search and facts.config.search and facts.catalog.briefs):
        return ()
    records = search_records(facts)
    try:
        [files] = memo.map("search", [records], [digest(code, records)], build_index)
    except SearchFailed as error:
        found.append(error.args[0])
        return ()
    return tuple(Output(path, data, "site.yaml") for path, data in files)


def _leaks(every: Sequence[Output], facts: Facts, held: Sequence[Brief]) -> tuple[Diagnostic, ...]:
    """Files that would show what is not public."""
    secrets = find_secrets(held, facts)
    return tuple(find_leaks(every, secrets, public_text(facts), plain_quote)) if secrets else ()


def _page_facts(outputs: Sequence[Output], memo: _Memo, code: str) -> list[PageFacts]:
    """Links and ids of every HTML page."""
    pages = [output for output in outputs if output.path.endswith(".html")]
    return memo.map("audit", pages, _output_keys(pages, code), facts_of)


def _output_keys(outputs: Sequence[Output], code: str) -> list[str]:
    return [digest(code, output.path, output.origin, output.data.decode("utf-8", "replace")) for output in outputs]
