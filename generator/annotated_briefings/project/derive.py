"""The one derivation: from the files of a site to the SiteContext that build, preview, reports and exports share.

`derive` derives everything; given the result of an earlier run it computes only what depends on changed files.
`one_brief` takes in one brief at once, for a page that is shown before the lists of other pages follow.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from functools import partial
from pathlib import Path

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, Severity, by_file
from annotated_briefings.base.digest import digest
from annotated_briefings.base.i18n import Catalogue, words_for, words_of
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo, Steps
from annotated_briefings.engine.processors import default_jobs
from annotated_briefings.intake.proofs import read_facts
from annotated_briefings.project.brief_checks import check_held, in_groups
from annotated_briefings.project.briefs import (
    OwnPages,
    Parsed,
    held_by_error,
    left_out_files,
    parse_briefs,
    parse_pages,
    parse_text,
)
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.new_versions import KnownVersions, known_versions
from annotated_briefings.project.pictures import PictureCopies, Pictures, plan_copies, plan_pictures
from annotated_briefings.project.provenance import Provenances
from annotated_briefings.project.receipts import Proofs, proof_lines, prove
from annotated_briefings.project.registry import Registry, read_registry
from annotated_briefings.site.checks.consequences import without_consequences
from annotated_briefings.site.checks.table import CheckedBriefs, check_catalog, check_page
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import with_held, with_left_out
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public
from annotated_briefings.site.model.mentions import Mention, Names, find_mentions
from annotated_briefings.site.model.relations import connect, listed
from annotated_briefings.site.model.unchecked import with_unchecked
from annotated_briefings.site.named import only_named
from annotated_briefings.site.silenced import silence, unnamed
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
    copies: bool = False
    """Whether smaller copies of large pictures are made; a preview does not wait for them."""
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
    own_pages: OwnPages
    """The pages of the site's own."""
    broken: int
    """Number of brief files that have an error and give no brief."""
    found: Mapping[str, tuple[Diagnostic, ...]]
    """Path of a file to what is wrong with it, in no order; the same diagnostic may be there twice."""
    pictures: Pictures
    """The static files."""
    copies: PictureCopies
    """The files that show large pictures in several widths."""
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
    checked: CheckedBriefs | None = None
    """What is wrong with each brief among the others; None where that was not looked at."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The files that editors write, by path, for excerpts in messages."""
        return self.loaded.sources

    @property
    def unpublished(self) -> tuple[Brief, ...]:
        """Everything whose words must not be published: briefs and pages that are not public, or that an error leaves
        out."""
        shown = {page.text.path for page in self.context.catalog.pages.values()}
        pages = (page.text for page in self.own_pages.pages if page.text.path not in shown)
        return (*self.held, *self.left_out, *pages, *self.own_pages.broken)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong, in no order; the same diagnostic may be there twice."""
        return tuple(one for own in self.found.values() for one in own)


def without_texts(derived: Derived) -> Derived:
    """The same without the files of briefs: the texts of 10,000 take 60 MB. Files with old addresses are kept, for
    excerpts in messages about them."""
    moved = {brief.path for brief in derived.context.catalog.briefs if brief.redirect_from}
    loaded = replace(derived.loaded, briefs=tuple(s for s in derived.loaded.briefs if s.path in moved))
    return replace(derived, loaded=loaded, parsed={}, checked=None)


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
    looked_up = [brief for brief in briefs.values() if thorough or is_shown(brief, options)]
    proofs = prove(options.root, looked_up, sources, config.language, provenances, verify=thorough)
    briefs = {path: marked(brief, proofs, loaded.words, config.language) for path, brief in briefs.items()}
    public = [brief for brief in briefs.values() if is_shown(brief, options)]
    held = tuple(brief for brief in briefs.values() if not is_shown(brief, options))
    files = (pictures.paths, pictures.sizes)
    before = previous.own_pages.pages if previous and options.keep_last_good else ()
    own_pages = parse_pages(loaded, dict(pictures.paths).values(), options.now, before)
    pages = [page for page in own_pages.pages if is_shown(page.text, options)]
    others = (registry.entities, registry.tags, registry.stories, *files, config.language, registry.people, pages)
    catalog = build_catalog(public, *others)
    left_out = held_by_error(parsed.values(), options.now)
    hidden = [page.text for page in own_pages.pages if not is_shown(page.text, options)]
    faulty = (*left_out, *own_pages.broken)
    every = (*held, *hidden, *faulty)
    catalog = with_held(catalog, every, options.now, config.base_url, {one.path for one in faulty})
    catalog = with_left_out(catalog, left_out_files(parsed.values(), loaded.diagnostics, left_out))
    texts = [*public, *(page.text for page in pages)]
    silent = silence(texts, catalog, sources, partial(parse_text, config))
    lists = _lists(loaded, registry, catalog, steps)
    if silent or lists is not registry:
        silent = {path: marked(brief, proofs, loaded.words, config.language) for path, brief in silent.items()}
        shown = [silent.get(brief.path, brief) for brief in public]
        shown_pages = [replace(page, text=silent.get(page.text.path, page.text)) for page in pages]
        catalog = replace(
            build_catalog(
                shown, lists.entities, lists.tags, lists.stories, *files, config.language, lists.people, shown_pages
            ),
            held=catalog.held,
            left_out=catalog.left_out,
            written={text.path: text for text in texts if text.path in silent},
        )
    copies = plan_copies(options.root, pictures, texts, steps) if options.copies else PictureCopies()
    catalog = replace(catalog, copies=copies.of) if copies.of else catalog
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
    own = (
        *loaded.diagnostics,
        *own_pages.diagnostics,
        *pictures.diagnostics,
        *registry.diagnostics,
        *proofs.diagnostics,
    )
    diagnostics = [*own, *(d for one in parsed.values() for d in one.diagnostics)]
    checked = None
    if options.checks >= Checks.SITE:
        before_now = previous.checked if previous else None
        among, checked = check_catalog(everything, sources, held, before_now, in_groups(steps))
        diagnostics += among
        for page in catalog.pages.values():
            diagnostics += check_page(catalog, page.text, sources)
    if thorough:
        # What import knows of texts takes long to load, and only this asks for it.
        from annotated_briefings.project.reprints import reprints

        diagnostics += reprints(options.root, catalog.briefs, provenances)
        for text in hidden:
            diagnostics += check_page(build_catalog(public, *others[:-1], own_pages.pages), text, sources)
        diagnostics += check_held(options.root, held, tuple(parsed.values()), public, others, sources, provenances)
    broken, found = (
        sum(_has_error(one) for one in parsed.values()) + len(loaded.unreadable),
        by_file(without_consequences(diagnostics, sources)),
    )
    made_of = (
        pictures,
        copies,
        registry,
        parsed,
        briefs,
        mentions,
        provenances,
        proof_lines(options.root, proofs),
        versions,
    )
    return Derived(loaded, context, catalog, held, left_out, own_pages, broken, found, *made_of, checked)


def _has_error(one: Parsed) -> bool:
    """Whether an error leaves a brief out; an empty file is none, and left out too."""
    return one.brief is None and any(found.severity is Severity.ERROR for found in one.diagnostics)


def _lists(loaded: Loaded, registry: Registry, catalog: Catalog, steps: Steps) -> Registry:
    """The registry as readers see it, without links that name briefs which are not public; as it is where there are
    none, or where it cannot be read without them."""
    entities, tags, stories, people = (unnamed(source, catalog) for source in registry.sources)
    quiet = replace(loaded, entities=entities, tags=tags, stories=stories, people=people)
    shown = read_registry(quiet, steps, registry)
    return shown if len(shown.diagnostics) <= len(registry.diagnostics) else registry


def _provenances(loaded: Loaded, previous: Derived | None) -> Provenances:
    if previous and previous.loaded.ledger == loaded.ledger:
        return previous.provenances
    return Provenances(read_facts(loaded.ledger.texts()))


def _config(loaded: Loaded, options: DeriveOptions) -> Config:
    return loaded.config if options.base_url is None else replace(loaded.config, base_url=options.base_url)


def is_shown(brief: Brief, options: DeriveOptions) -> bool:
    """Whether the pages of a site show a brief."""
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


def marked(brief: Brief, proofs: Proofs, catalogue: Catalogue, language: str) -> Brief:
    """A brief whose readers are told which quotations nobody has checked."""
    unchecked = proofs.unchecked.get(brief.path, frozenset())
    words = words_for(catalogue, brief.language) or words_of(catalogue, language)
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
    inputs = partial(_mention_inputs, digest(registry.names.table, registry.names.words.pattern))
    results = steps.map("mentions", _find_mentions, registry.names, todo, inputs)
    for (slug, text, ids), mentions in zip(todo, results, strict=True):
        out[slug] = FoundMentions(text, ids, mentions)
    return out


def _mention_inputs(entities: str, item: tuple[str, str, frozenset[str]]) -> tuple[object, ...]:
    """What the mentions in a brief depend on; ``entities`` is the digest of the names that are looked for."""
    _, text, ids = item
    return entities, text, tuple(sorted(ids))


def _find_mentions(names: Names, item: tuple[str, str, frozenset[str]]) -> tuple[Mention, ...]:
    _, text, ids = item
    return find_mentions(text, names, ids)
