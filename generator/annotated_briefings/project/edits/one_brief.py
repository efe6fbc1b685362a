"""One brief taken in at once: what its page is made from follows its file before the lists of other pages do."""

from collections.abc import Mapping
from typing import TypeVar

from annotated_briefings.base.names import same_file
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Brief
from annotated_briefings.project.briefs import Parsed, parse_one, parse_options
from annotated_briefings.project.derive import Derived, DeriveOptions, FoundMentions, is_shown, marked
from annotated_briefings.project.edits.kept_quantities import with_kept_quantities
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog, with_one
from annotated_briefings.site.model.mentions import find_mentions
from annotated_briefings.site.model.relations import connect, listed
from annotated_briefings.site.named import only_named
from annotated_briefings.site.silenced import silence

T = TypeVar("T")


def derive_one(previous: Derived, source: Source, options: DeriveOptions) -> Derived:
    """Take in the changed or new file of one brief, without bringing the rest of the site up to date.

    The page of the brief is the one that `derive` would give, but for what only the lists of others tell. Where the
    brief cannot be parsed, is not public, has another address now or one that is taken, the context stays as it was
    and only `derive` shows the change.
    """
    path = source.path
    known = previous.loaded
    others = (one for one in known.briefs if one.path != path)
    loaded = replace(known, briefs=tuple(sorted((*others, source), key=lambda one: one.path)))
    reading = parse_options(known.config)
    parsed = Parsed(source, reading, *parse_one(reading, source))
    all_found = {**previous.found, path: parsed.diagnostics}
    derived = replace(previous, loaded=loaded, found=all_found, parsed={**previous.parsed, path: parsed})
    brief, old, context = parsed.brief, previous.briefs.get(path), previous.context
    if brief is None:
        return derived
    proofs = prove(options.root, [brief], {path: source}, context.config.language, previous.provenances)
    brief = marked(brief, proofs, context.catalogue, context.config.language)
    derived = replace(derived, briefs={**previous.briefs, path: brief})
    if old is None and (shown := context.catalog.brief_of.get(brief.slug)) and shown.path == path:
        # A file that was deleted and written again, as some editors save: its page is still there.
        old = shown
    if not is_shown(brief, options) or not _has_its_address(context.catalog, old, brief):
        return derived
    slug, written = brief.slug, {one: kept for one, kept in previous.declared.written.items() if one != path}
    silent = silence([brief], previous.declared, {path: source}, lambda text: parse_one(reading, text)[0])
    if path in silent:
        written[path] = brief
        brief = marked(silent[path], proofs, context.catalogue, context.config.language)
    catalog = replace(
        previous.declared,
        written=written,
        briefs=with_one((b for b in context.catalog.briefs if b is not old), brief),
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
        briefs_by={**own.briefs_by, **context.web.briefs_by},
        briefs_reviewed={**own.briefs_reviewed, **context.web.briefs_reviewed},
        publishers={**own.publishers, **context.web.publishers},
        asked=context.web.asked | own.asked,
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
        found={**all_found, path: (*parsed.diagnostics, *proofs.diagnostics)},
        mentions={**previous.mentions, slug: found},
    )


def _stories(known: Mapping[str, tuple[str, ...]], catalog: Catalog, touched: set[str]) -> dict[str, tuple[str, ...]]:
    """The briefs of each story where those of some stories may have changed."""
    found = {story: tuple(b.slug for b in catalog.briefs if b.story == story) for story in touched - {""}}
    return {story: slugs for story, slugs in {**known, **found}.items() if slugs}


def _has_its_address(catalog: Catalog, old: Brief | None, brief: Brief) -> bool:
    """Whether a brief has the address that it had, or a new one has an address of its own."""
    if old is not None:
        return old.slug == brief.slug and catalog.brief_of.get(old.slug) is old
    own = same_file(brief.slug)
    return not any(same_file(slug) == own for slug in catalog.brief_of)


def derive_without(previous: Derived, path: str) -> Derived:
    """Take out the deleted file of one brief; only `derive` takes it off the pages."""

    def others(mapping: Mapping[str, T]) -> dict[str, T]:
        return {one: value for one, value in mapping.items() if one != path}

    return replace(
        previous,
        loaded=replace(previous.loaded, briefs=tuple(one for one in previous.loaded.briefs if one.path != path)),
        found=others(previous.found),
        parsed=others(previous.parsed),
        briefs=others(previous.briefs),
    )
