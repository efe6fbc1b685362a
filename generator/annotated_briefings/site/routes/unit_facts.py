"""What the pages of a unit are made from, as far as it is known before they are planned: a digest that decides whether
they can have changed.

Planning tens of thousands of pages takes most of a build after an edit, and an edit of one text changes a few of them.
A site is looked at in parts. What every page may show (settings, registries, front matter, what is connected with
what) has one digest. The text of a brief, and what is fixed to places in it, has one of its own; only the units that
say so (``Route.texts``) may show it. So have its headline and what its links lead to (``Route.headlines``), and what
the entry of an entity says besides names (``Route.entries``). Whatever is not named here as a part of these belongs to
the first part, a new field too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol

from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import PAGES
from annotated_briefings.base.values import field_names, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog, is_public
from annotated_briefings.site.model.naming import details_of, without_details
from annotated_briefings.site.model.relations import Connections, original_of
from annotated_briefings.site.routes.route import Unit
from annotated_briefings.site.routes.table import ROUTE_OF
from annotated_briefings.site.views.brief_body import quoted

OF_BRIEFS = frozenset({"briefs", "brief_of", "brief_names", "duplicates", "written"})
"""Fields of a catalog that follow from its briefs, or that no page shows."""
OF_ENTITIES = frozenset({"entities", "entity_of"})
"""Fields of a catalog that have entries of entities, of which most pages show what belongs to their names alone."""
OF_TEXTS = frozenset({"mentions", "backlinks", "leads", "asked"})
"""Connections with places in texts, what links lead to, and names that no page shows."""
COUNTED = ("notes_on",)
"""What a context counts in texts and pages of other briefs show."""


def without_text(brief: Brief, nothing: object = None) -> Brief:
    """A brief without its headline, its text, and places in it; ``nothing`` is put in place of them."""
    return replace(
        brief,
        title=nothing,
        body=nothing,
        quotations=nothing,
        key_points=tuple(replace(point, passage=nothing) for point in brief.key_points),
        figures=tuple(replace(figure, passage=nothing) for figure in brief.figures),
        annotations=tuple(replace(note, anchor=nothing) for note in brief.annotations),
    )


def words_noted(context: SiteContext, brief: Brief) -> tuple[object, ...]:
    """What lists of notes show of the text of a brief: the notes in the order of their places, and of each the words
    that it is on, whether they were found there, and the entities that it is on."""
    return tuple(
        (
            note.id,
            quoted(brief, note),
            note.passage is not None,
            note.anchor.state,
            note.anchor.found,
            context.noted(brief, note),
        )
        for note in context.notes(brief)
    )


class InCommon(Protocol):
    """What the units of a site have in common."""

    @property
    def common(self) -> str:
        """Digest of what all pages may show."""

    @property
    def headlines(self) -> str:
        """Digest of all headlines, and of where all links between briefs lead."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Briefs and the digests of their texts."""


class UnitFacts:
    """The digests of one site."""

    def __init__(
        self,
        context: SiteContext,
        before: InCommon | None = None,
        edited: Collection[str] = frozenset(),
        *,
        renamed: bool = False,
    ) -> None:
        """``before`` are the facts of a site from which this one differs in the texts of the ``edited`` briefs alone,
        and in their headlines where some are ``renamed``, so that the digests of all else are the same."""
        self._context = context
        self.texts: dict[str, str] = {}
        """Briefs, and the digests of those whose texts were asked for."""
        self.shown_in: dict[str, list[Unit]] = {}
        """Briefs, and the units whose pages may show their texts, of the units whose keys were asked for."""
        self.unknown: list[Unit] = []
        """Those of these units of which it is not known whose texts they show."""
        if before:
            vars(self).update(common=before.common, **({} if renamed else {"headlines": before.headlines}))
            self.texts |= {slug: known for slug, known in before.texts.items() if slug not in edited}
        self._headlines: dict[str, str] = {}
        self._named: dict[tuple[object, str], str] = {}
        self._noted: dict[str, str] = {}
        self._entries: dict[str, str] = {}

    def key(self, unit: Unit) -> str:
        """Digest of what the pages of a unit are made from besides headlines; empty where it is known only when they
        are planned."""
        route = ROUTE_OF[unit.route]
        common = self.common + self._entries_of(unit)
        if route.noted:
            return common + digest(*map(self._noted_in, route.noted(self._context, unit.key)))
        if route.texts is None:
            self.unknown.append(unit)
            return ""
        slugs = tuple(route.texts(self._context, unit.key))
        for slug in slugs:
            self.shown_in.setdefault(slug, []).append(unit)
        found = tuple(map(self.text, slugs))
        # What is one digest already needs no other.
        return common + (found[0] if len(found) == 1 else digest(*found) if found else "")

    def _entries_of(self, unit: Unit) -> str:
        """Digest of the entries of entities that the pages of a unit may show; empty where they show none."""
        named = ROUTE_OF[unit.route].entries
        if named is None:
            return self.entries
        found = tuple(map(self._entry, named(self._context, unit.key)))
        return digest(*found) if found else ""

    def _entry(self, entity: str) -> str:
        known = self._entries.get(entity)
        if known is None:
            known = self._entries[entity] = digest(details_of(self._context.catalog.entity_of[entity]))
        return known

    @cached_property
    def entries(self) -> str:
        """Digest of the entries of all entities, without what belongs to their names."""
        return digest(tuple(map(details_of, self._context.catalog.entities)))

    def headlines_of(self, unit: Unit) -> str:
        """Digest of the headlines that the pages of a unit may show, and of where the links in what they show lead."""
        named = ROUTE_OF[unit.route].headlines
        if named is None:
            return self.headlines
        if (known := self._named.get((named, unit.key))) is None:
            # The page of a brief and its twin name the same ones.
            known = digest(*map(self._headline, named(self._context, unit.key)))
            self._named[named, unit.key] = known
        return known

    def with_headlines(self, units: Iterable[Unit], slugs: Collection[str]) -> Iterator[Unit]:
        """Those of some units whose pages may show the headlines of some briefs, or what links to these are called."""
        leads = self._context.web.leads
        wanted = {slug for slug, own in leads.items() if any(to in slugs for to, _ in own)}.union(slugs)
        shown: dict[tuple[object, str], bool] = {}
        for unit in units:
            named = ROUTE_OF[unit.route].headlines
            known = named is None or shown.get((named, unit.key))
            if known is None and named:
                known = shown[named, unit.key] = not wanted.isdisjoint(named(self._context, unit.key))
            if known:
                yield unit

    def with_entries(self, units: Iterable[Unit], entities: Collection[str]) -> Iterator[Unit]:
        """Those of some units whose pages may show the entries of some entities."""
        wanted = frozenset(entities)
        for unit in units:
            named = ROUTE_OF[unit.route].entries
            if named is None or not wanted.isdisjoint(named(self._context, unit.key)):
                yield unit

    def searched(self, text: Brief) -> tuple[str, str]:
        """Digests of what the search finds of a brief or of a page of the site's own, besides what all pages may
        show."""
        if text.path.startswith(f"{PAGES}/"):
            # Nobody has looked up where its links lead.
            return digest(text), self.headlines
        return self.text(text.slug), self._headline(text.slug)

    def _noted_in(self, slug: str) -> str:
        known = self._noted.get(slug)
        if known is None:
            context = self._context
            known = self._noted[slug] = digest(*words_noted(context, context.catalog.brief_of[slug]))
        return known

    @cached_property
    def headlines(self) -> str:
        """Digest of all headlines, and of where all links between briefs lead."""
        return digest(tuple(self._titles.items()), self._context.web.leads)

    def _headline(self, slug: str) -> str:
        """A headline and what the links of its brief lead to, with their headlines."""
        known = self._headlines.get(slug)
        if known is None:
            leads = self._context.web.leads.get(slug, ())
            linked = tuple(self._titles.get(to, "") for to, _ in leads)
            known = self._headlines[slug] = digest(slug, self._titles[slug], leads, linked)
        return known

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {brief.slug: brief.title for brief in self._context.catalog.briefs}

    @cached_property
    def common(self) -> str:
        """Digest of what all pages may show."""
        context = self._context
        catalog, web = context.catalog, context.web
        return digest(
            context.config,
            context.drafts,
            context.catalogue,
            tuple(map(self._front, catalog.briefs)),
            tuple(getattr(catalog, name) for name in field_names(Catalog) if name not in OF_BRIEFS | OF_ENTITIES),
            tuple(map(without_details, catalog.entities)),
            {name: entity.id for name, entity in catalog.entity_of.items()},
            tuple(getattr(web, name) for name in field_names(Connections) if name not in OF_TEXTS),
            context.changed_sources,
            tuple(getattr(context, name) for name in COUNTED),
            tuple(self._meant_by_headline()),
        )

    def _meant_by_headline(self) -> Iterator[object]:
        """What depends on headlines and is no link: what an answer or a translation names by one, and headlines that
        may be taken for paths."""
        context = self._context
        for slug, answers in context.questions.answered.items():
            yield slug, tuple(tuple((q.slug, q.number) for q in closed) for _, closed in answers)
        for brief in context.catalog.briefs:
            if brief.translation_of:
                original = original_of(context.catalog, brief)
                yield brief.slug, original.slug if original else ""
            if "/" in brief.title or "#" in brief.title:
                yield brief.slug, brief.title

    def _front(self, brief: Brief) -> tuple[object, ...]:
        now = self._context.now
        moments = (brief.publish_at, brief.embargo_until, brief.expires_at)
        over = tuple(moment is not None and now >= moment for moment in moments)
        return without_text(brief), self._context.verdicts(brief), over, is_public(brief, now)

    def text(self, slug: str) -> str:
        """Digest of a brief, its text included."""
        known = self.texts.get(slug)
        if known is None:
            brief = self._context.catalog.brief_of[slug]
            known = self.texts[slug] = digest(brief, self._context.web.mentions.get(slug, ()))
        return known
