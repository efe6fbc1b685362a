"""The one derivation: from the files of a site to the SiteContext that build, preview, reports and exports share.

`derive` derives everything; given the result of an earlier run it computes only what depends on changed files.
`derive_one` takes in one changed brief at once, for a page that is shown before the lists of other pages follow.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from functools import partial
from pathlib import Path

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.digest import digest
from annotated_briefings.base.i18n import FIRST, Catalogue, words_for
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo, Steps
from annotated_briefings.engine.parallel import default_jobs
from annotated_briefings.intake.proofs import LedgerFacts, read_facts
from annotated_briefings.project.briefs import Parsed, held_by_error, parse_briefs, parse_one, parse_options
from annotated_briefings.project.held_checks import check_held
from annotated_briefings.project.kept_quantities import with_kept_quantities
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.new_versions import KnownVersions, known_versions
from annotated_briefings.project.pictures import Pictures, plan_pictures
from annotated_briefings.project.provenance import Provenances
from annotated_briefings.project.receipts import Proofs, proof_lines, prove
from annotated_briefings.project.registry import Registry, read_registry
from annotated_briefings.project.reprints import reprints
from annotated_briefings.site.checks.consequences import without_consequences
from annotated_briefings.site.checks.table import check_catalog
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import with_held
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public
from annotated_briefings.site.model.mentions import Mention, Names, find_mentions
from annotated_briefings.site.model.relations import connect, listed
from annotated_briefings.site.model.unchecked import with_unchecked
from annotated_briefings.site.named import only_named
from annotated_briefings.storage.static_files import Digests


class Checks(IntEnum):
    """Which checks a derivation makes."""

    NONE = 0
    """None between files: for commands that only need the context."""
    SITE = 1
    """All that a build reports."""
    THOROUGH = 2
    """Also those of briefs that are left out because of an error, so that all their errors are seen at once."""


class DeriveOptions(Value):
    """What a derivation depends on besides the files."""

    root: Path
    """The site folder; the collected texts that quotes are looked up in are read from it."""
    now: datetime
    """The only time that is known (UTC)."""
    drafts: bool = False
    """Whether unpublished briefs and notes are shown."""
    base_url: str | None = None
    """Web address in place of the one in site.yaml."""
    checks: Checks = Checks.SITE
    """Which checks to make."""
    keep_last_good: bool = False
    """Whether a brief that can no longer be parsed or read stays as it was before."""


class FoundMentions(Value):
    """The mentions of entities in one text."""

    text: str
    """The text of the brief."""
    listed: frozenset[str]
    """Ids of the entities that its front matter lists."""
    mentions: tuple[Mention, ...]
    """The mentions."""


class Derived(Value):
    """Everything that was derived from the files of a site."""

    loaded: Loaded
    """The files."""
    context: SiteContext
    """What pages are made from."""
    declared: Catalog
    """The same catalog with all entities and tags, those that no brief names among them."""
    held: tuple[Brief, ...]
    """Briefs that are not public."""
    left_out: tuple[Brief, ...]
    """Briefs that an error leaves out, as far as they could be read."""
    broken: int
    """Number of brief files that have an error and give no brief."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong, in no order; the same diagnostic may be there twice."""
    pictures: Pictures
    """The static files."""
    registry: Registry
    """What the registry declares."""
    parsed: Mapping[str, Parsed]
    """Path of a brief's file to its parsed state."""
    briefs: Mapping[str, Brief]
    """Path to brief; with ``keep_last_good`` also of files that are broken now."""
    mentions: Mapping[str, FoundMentions]
    """Slug of a brief to the mentions in it."""
    provenances: Provenances
    """What the ledger says of where collected articles came from."""
    proofs: tuple[str, ...]
    """Lines that the ledger lacks: proofs of quotes that were found in collected texts."""
    versions: KnownVersions
    """New versions of sources that the ledger names."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The files that editors write, by path, for excerpts in messages."""
        return self.loaded.sources


def without_texts(derived: Derived) -> Derived:
    """The same without what only another derivation needs: the texts of 10,000 briefs take 60 MB. Files with old
    addresses are kept, for excerpts in messages about them."""
    moved = {brief.path for brief in derived.context.catalog.briefs if brief.redirect_from}
    loaded = replace(
        derived.loaded,
        briefs=tuple(s for s in derived.loaded.briefs if s.path in moved),
        ledger=replace(derived.loaded.ledger, text=""),
    )
    nothing = Provenances(LedgerFacts({}, {}))
    return replace(derived, loaded=loaded, parsed={}, briefs={}, mentions={}, provenances=nothing)


def derive_site(root: Path, options: DeriveOptions) -> Derived:
    """Load and derive a site with the cache in its folder: for commands that need the context and build nothing."""
    with Store(root / ".cache") as store:
        return derive(load_site(root, Digests(store)), options, Memo(store, jobs=default_jobs()))


def derive(loaded: Loaded, options: DeriveOptions, steps: Steps, previous: Derived | None = None) -> Derived:
    """Derive everything from the files of a site. ``steps`` runs the slow parts; the result of ``previous`` is reused
    where its inputs are the same, which changes nothing but the time."""
    pictures = plan_pictures(loaded, steps, previous.pictures if previous else None)
    config = _config(loaded, options)
    parsed = {one.source.path: one for one in parse_briefs(loaded, steps, previous.parsed if previous else {})}
    briefs = _briefs(loaded, parsed, previous if options.keep_last_good else None)
    registry = read_registry(loaded, steps, previous.registry if previous else None)
    sources = loaded.sources
    provenances = _provenances(loaded, previous)
    thorough = options.checks >= Checks.THOROUGH
    # Quotes of briefs that are not public yet are to be proved before they are.
    looked_up = [brief for brief in briefs.values() if thorough or _is_shown(brief, options)]
    proofs = prove(options.root, looked_up, sources, config.language, provenances, verify=thorough)
    briefs = {path: _marked(brief, proofs, loaded.words, config.language) for path, brief in briefs.items()}
    public = [brief for brief in briefs.values() if _is_shown(brief, options)]
    held = tuple(brief for brief in briefs.values() if not _is_shown(brief, options))
    files = (pictures.paths, pictures.sizes)
    catalog = build_catalog(
        public, registry.entities, registry.tags, registry.stories, *files, config.language, registry.people
    )
    left_out = held_by_error(parsed.values())
    catalog = with_held(catalog, (*held, *left_out), options.now, config.base_url)
    mentions = _mentions(catalog, registry, steps, previous)
    versions = known_versions(options.root, loaded.ledger)
    everything = SiteContext(
        catalog,
        connect(catalog, {slug: found.mentions for slug, found in mentions.items()}),
        config,
        options.now,
        options.drafts,
        loaded.words,
        proofs.receipts,
        versions.of(catalog.briefs),
    )
    context = only_named(everything)
    own = (*loaded.diagnostics, *pictures.diagnostics, *registry.diagnostics, *proofs.diagnostics)
    diagnostics = [*own, *(d for one in parsed.values() for d in one.diagnostics)]
    if options.checks >= Checks.SITE:
        diagnostics += check_catalog(everything, sources, held)
    if thorough:
        diagnostics += reprints(options.root, catalog.briefs, provenances)
        others = (registry.entities, registry.tags, registry.stories, *files, config.language, registry.people)
        diagnostics += check_held(options.root, held, tuple(parsed.values()), public, others, sources, provenances)
    broken, found = sum(one.brief is None for one in parsed.values()), without_consequences(diagnostics, sources)
    made_of = (pictures, registry, parsed, briefs, mentions, provenances, proof_lines(options.root, proofs), versions)
    return Derived(loaded, context, catalog, held, left_out, broken, found, *made_of)


def derive_one(previous: Derived, source: Source, options: DeriveOptions) -> Derived:
    """Take in the changed file of one brief that was there before, without bringing the rest of the site up to date.

    The page of the brief is the one that `derive` would give. Where the brief cannot be parsed, is not public or has
    another address now, the context stays as it was and only `derive` shows the change.
    """
    path = source.path
    known = previous.loaded
    loaded = replace(known, briefs=tuple(source if s.path == path else s for s in known.briefs))
    reading = parse_options(known.config)
    parsed = Parsed(source, reading, *parse_one(reading, source))
    said = (*(d for d in previous.diagnostics if d.place.path != path), *parsed.diagnostics)
    derived = replace(previous, loaded=loaded, diagnostics=said, parsed={**previous.parsed, path: parsed})
    brief, old, context = parsed.brief, previous.briefs.get(path), previous.context
    if brief is None:
        return derived
    proofs = prove(options.root, [brief], {path: source}, context.config.language, previous.provenances)
    brief = _marked(brief, proofs, context.catalogue, context.config.language)
    derived = replace(derived, briefs={**previous.briefs, path: brief})
    same_address = old is not None and old.slug == brief.slug and context.catalog.brief_of.get(old.slug) is old
    if not same_address or not _is_shown(brief, options):
        return derived
    slug = brief.slug
    catalog = replace(
        previous.declared,
        briefs=tuple(brief if b is old else b for b in context.catalog.briefs),
        brief_of={**context.catalog.brief_of, slug: brief},
    )
    ids = listed(catalog, brief)
    found = FoundMentions(brief.body.text, ids, find_mentions(brief.body.text, previous.registry.names, ids))
    own = connect(replace(catalog, briefs=(brief,)), {slug: found.mentions})
    web = replace(
        context.web,
        mentions={**context.web.mentions, slug: found.mentions},
        about={**context.web.about, slug: own.about[slug]},
        named={**context.web.named, slug: own.named[slug]},
        tags={**context.web.tags, slug: own.tags[slug]},
        # What no brief had before is known with this one alone.
        briefs_about={**own.briefs_about, **context.web.briefs_about},
        briefs_naming={**own.briefs_naming, **context.web.briefs_naming},
        briefs_tagged={**own.briefs_tagged, **context.web.briefs_tagged},
        briefs_from={**own.briefs_from, **context.web.briefs_from},
        publishers={**own.publishers, **context.web.publishers},
        briefs_in_story=_stories(context.web.briefs_in_story, catalog, {old.story if old else "", brief.story}),
    )
    receipts = {**context.receipts, **proofs.receipts}
    changed = previous.versions.with_one(context.changed_sources, brief)
    rest = (options.now, context.drafts, context.catalogue, receipts, changed)
    own_context = SiteContext(catalog, web, context.config, *rest)
    return replace(
        derived,
        context=with_kept_quantities(context, only_named(own_context), brief),
        declared=catalog,
        diagnostics=(*derived.diagnostics, *proofs.diagnostics),
        mentions={**previous.mentions, slug: found},
    )


def _stories(known: Mapping[str, tuple[str, ...]], catalog: Catalog, touched: set[str]) -> dict[str, tuple[str, ...]]:
    """The briefs of each story where those of some stories may have changed."""
    found = {story: tuple(b.slug for b in catalog.briefs if b.story == story) for story in touched - {""}}
    return {story: slugs for story, slugs in {**known, **found}.items() if slugs}


def _provenances(loaded: Loaded, previous: Derived | None) -> Provenances:
    if previous and previous.loaded.ledger == loaded.ledger:
        return previous.provenances
    return Provenances(read_facts(loaded.ledger))


def _config(loaded: Loaded, options: DeriveOptions) -> Config:
    return loaded.config if options.base_url is None else replace(loaded.config, base_url=options.base_url)


def _is_shown(brief: Brief, options: DeriveOptions) -> bool:
    return options.drafts or is_public(brief, options.now)


def _briefs(loaded: Loaded, parsed: Mapping[str, Parsed], previous: Derived | None) -> dict[str, Brief]:
    """The briefs by path; with ``previous``, also the earlier ones of files that cannot be parsed or read now."""
    before = previous.briefs if previous else {}
    unreadable = {d.place.path for d in loaded.diagnostics if d.severity is Severity.ERROR}
    out = {path: brief for path, brief in before.items() if path in unreadable}
    for path, one in parsed.items():
        brief = one.brief or before.get(path)
        if brief:
            out[path] = brief
    return out


def _marked(brief: Brief, proofs: Proofs, catalogue: Catalogue, language: str) -> Brief:
    """A brief whose readers are told which quotations nobody has checked."""
    unchecked = proofs.unchecked.get(brief.path, frozenset())
    words = words_for(catalogue, brief.language) or words_for(catalogue, language) or catalogue[FIRST]
    return with_unchecked(brief, unchecked, words) if unchecked else brief


def _mentions(catalog: Catalog, registry: Registry, steps: Steps, previous: Derived | None) -> dict[str, FoundMentions]:
    """Every mention of an entity in every brief, by slug."""
    before = previous.mentions if previous and previous.registry is registry else {}
    out: dict[str, FoundMentions] = {}
    todo: list[tuple[str, str, frozenset[str]]] = []
    for brief in catalog.briefs:
        text, ids = brief.body.text, listed(catalog, brief)
        known = before.get(brief.slug)
        if known and known.text == text and known.listed == ids:
            out[brief.slug] = known
        else:
            todo.append((brief.slug, text, ids))
    inputs = partial(_mention_inputs, digest(registry.sources[0]))
    results = steps.map("mentions", _find_mentions, registry.names, todo, inputs)
    for (slug, text, ids), mentions in zip(todo, results, strict=True):
        out[slug] = FoundMentions(text, ids, mentions)
    return out


def _mention_inputs(entities: str, item: tuple[str, str, frozenset[str]]) -> tuple[object, ...]:
    """What the mentions in a brief depend on; ``entities`` is the digest of the registry's file."""
    _, text, ids = item
    return entities, text, tuple(sorted(ids))


def _find_mentions(names: Names, item: tuple[str, str, frozenset[str]]) -> tuple[Mention, ...]:
    _, text, ids = item
    return find_mentions(text, names, ids)
