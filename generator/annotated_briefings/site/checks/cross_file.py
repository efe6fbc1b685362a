"""Rules that need more than one file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from html import unescape

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.source import BESIDE, Place, Source, place_at
from annotated_briefings.content.model import Brief
from annotated_briefings.site.checks.similar_names import similar_names
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import local_target, wiki_target
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.mentions import collect_names, find_mentions
from annotated_briefings.site.model.questions import same_question
from annotated_briefings.site.model.relations import entities_in, listed
from annotated_briefings.site.urls import picture_url

EARLIEST = timedelta(hours=14)
"""A day begins in the east while it is still the day before elsewhere."""


def check_catalog(
    context: SiteContext, sources: Mapping[str, Source], held: Sequence[Brief] = ()
) -> tuple[Diagnostic, ...]:
    """What is wrong between files; ``sources`` are the files by path, for excerpts, and ``held`` the briefs that are
    not public."""
    catalog, config = context.catalog, context.config
    return (
        *_duplicate_slugs(catalog, sources),
        *_duplicate_names(catalog, sources),
        *(found for brief in catalog.briefs for found in _brief(catalog, brief, sources)),
        *_answers(context, sources),
        *_unused(context, sources, held),
        *_dates(context, sources),
        *similar_names(context, sources),
        *_address(config, sources),
    )


def check_alone(catalog: Catalog, brief: Brief, sources: Mapping[str, Source]) -> tuple[Diagnostic, ...]:
    """What is wrong between a brief that is left out and the files of those that are not."""
    # The date may be the very thing that could not be read.
    return tuple(found for found in _brief(catalog, brief, sources) if found.code != "undated")


def _duplicate_slugs(catalog: Catalog, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    for brief, first in catalog.duplicates:
        yield report(
            "duplicate-slug",
            f"the slug `{brief.slug}` is already taken by {first.path}",
            brief.place,
            help="give one of them another `slug:`; this brief is left out until then",
            source=sources.get(brief.path),
        )


def _duplicate_names(catalog: Catalog, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    owner: dict[str, str] = {}
    for entity in sorted(catalog.entities, key=lambda e: (e.place.line, e.id)):
        for name in dict.fromkeys(n.casefold() for n in (entity.name, *entity.aliases)):
            first = owner.setdefault(name, entity.id)
            if first != entity.id and name not in {n.casefold() for n in entity.ambiguous}:
                shown = next(n for n in (entity.name, *entity.aliases) if n.casefold() == name)
                yield report(
                    "duplicate-alias",
                    f"`{shown}` names both `{first}` and `{entity.id}`",
                    entity.place,
                    help="take it from one of them, or list it under `ambiguous` in both; until then it is "
                    "linked only in briefs that list the entity",
                    source=sources.get(entity.place.path),
                )


def _brief(catalog: Catalog, brief: Brief, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    source = sources.get(brief.path)
    for ref in (*brief.about, *brief.mentions):
        if catalog.entity(ref.text) is None:
            known = [n for e in catalog.entities for n in (e.name, e.id, *e.aliases)]
            hint = did_you_mean(ref.text, known) or "declare it in briefings/entities.yaml, or take it out"
            yield report("unknown-entity", f"no entity is called `{ref.text}`", ref.place, help=hint, source=source)
    for ref in brief.tags if catalog.guessed_tags else ():
        tag = catalog.tag(ref.text)
        if tag and tag.slug in catalog.guessed_tags:
            declared = [name for name, slug in catalog.tag_names.items() if slug not in catalog.guessed_tags]
            hint = did_you_mean(ref.text, declared) or "declare it in briefings/tags.yaml, or take it out"
            yield report("unknown-tag", f"the tag list does not know `{ref.text}`", ref.place, help=hint, source=source)
    for link in (*brief.body.wikilinks, *(w for note in brief.annotations for w in note.wikilinks)):
        if wiki_target(catalog, link.target) is None:
            names = [*catalog.brief_of, *(b.title for b in catalog.briefs), *(e.name for e in catalog.entities)]
            hint = did_you_mean(link.target, names) or "it stays plain words until a brief or entity has this name"
            yield report(
                "broken-link",
                f"`[[{link.target}]]` leads to no brief, entity or tag",
                link.place,
                help=hint,
                source=source,
            )
    for target in brief.body.links:
        path = unescape(target).partition("#")[0]
        if path.endswith(".md") and "://" not in path and local_target(catalog, target, brief.path) == target:
            at = source.text.find(f"]({target}") if source else -1
            place = place_at(source, at + 2, len(target)) if source and at >= 0 else Place(brief.path)
            yield report(
                "broken-link",
                f"`{target}` leads to no brief",
                place,
                help="correct the path, which counts from this file's folder",
                source=source,
            )
    image = brief.image
    if image and not picture_url(catalog.files, image.src, brief.path):
        hint = did_you_mean(image.src.lstrip("/"), sorted(n for n in catalog.files if not n.startswith(BESIDE)))
        yield report(
            "broken-link",
            f"there is no picture `{image.src}`",
            image.place,
            help=hint or "put it into static/ or beside the brief; the page is shown without it",
            source=source,
        )
    if brief.date is None:
        yield report(
            "undated",
            "the brief has no date and stands in no feed and no day of the archive",
            brief.place,
            help="add `date: 2023-05-12`, or `2023-05` or `2023` if no more is known",
            source=source,
        )


def _unused(context: SiteContext, sources: Mapping[str, Source], held: Sequence[Brief]) -> Iterator[Diagnostic]:
    """Entries of the registry that no brief names, not even one that is not public yet; those that others belong to
    have a use."""
    catalog, naming = context.catalog, context.web.briefs_naming
    unused = [e for e in catalog.entities if not naming.get(e.id) and e.id not in context.parts]
    awaited = _named_in(catalog, held) if unused and held else frozenset()
    for entity in unused:
        if entity.id not in awaited:
            yield report(
                "unused-entity",
                f"no brief names `{entity.name}`",
                entity.place,
                help="its page is empty; take the entry out, or add the names that briefs use as `aliases`",
                source=sources.get(entity.place.path),
            )


def _named_in(catalog: Catalog, briefs: Sequence[Brief]) -> frozenset[str]:
    names = collect_names(catalog.entities)
    found: set[str] = set()
    for brief in briefs:
        ids = listed(catalog, brief)
        found.update(entities_in(catalog, brief, tuple(ids), find_mentions(brief.body.text, names, ids)))
    return frozenset(found)


def _dates(context: SiteContext, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    latest = (context.now + EARLIEST).strftime("%Y-%m-%dT%H:%M:%SZ")
    for brief in context.catalog.briefs:
        if brief.date and brief.date.instant > latest:
            yield report(
                "future-date",
                f"the date {brief.date.iso} is still to come",
                brief.place,
                help="correct `date`, or hold the brief back with `publish_at`",
                source=sources.get(brief.path),
            )


def _answers(context: SiteContext, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    questions = context.questions
    for brief, answer in questions.unmatched:
        place = f" in {answer.brief}" if answer.brief else ""
        others = [q for q in questions.every if q.slug != brief.slug]
        asked = next((q.slug for q in others if same_question(q.text, answer.question)), "")
        hint = f"it stands in `{asked}`" if asked else did_you_mean(answer.question, [q.text for q in others])
        yield report(
            "unknown-question",
            f"nobody asks `{answer.question}`{place}",
            answer.place,
            help=hint or "copy the question from the `unknowns` of the brief that asks it",
            source=sources.get(brief.path),
        )


def _address(config: Config, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    if not config.base_url:
        yield report(
            "no-address",
            "the site has no `base_url`, so feed.xml and sitemap.xml are left out",
            Place("site.yaml", 1, 1),
            help="add `base_url: https://example.org`",
            source=sources.get("site.yaml"),
        )
