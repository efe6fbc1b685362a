"""What the pages of a unit are made from, as far as it is known before they are planned: a digest that decides whether
they can have changed.

Planning tens of thousands of pages takes most of a build after an edit, and an edit of one text changes a few of them.
A site is looked at in two parts. What every page may show (settings, registries, front matter, what is connected with
what) has one digest. The text of a brief, and what is fixed to places in it, has one of its own; only the units that
say so (``Route.texts``) may show it. Whatever is not named here as a part of a text belongs to the first part, a new
field too.
"""

from functools import cached_property

from annotated_briefings.base.digest import digest
from annotated_briefings.base.values import field_names, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog, is_public
from annotated_briefings.site.model.relations import Connections
from annotated_briefings.site.routes.route import Unit
from annotated_briefings.site.routes.table import ROUTE_OF

OF_BRIEFS = frozenset({"briefs", "brief_of", "brief_names", "duplicates", "written"})
"""Fields of a catalog that follow from its briefs, or that no page shows."""
OF_TEXTS = frozenset({"mentions", "backlinks"})
"""Connections with places in texts."""
COUNTED = ("notes_on",)
"""What a context counts in texts and pages of other briefs show."""


def without_text(brief: Brief, nothing: object = None) -> Brief:
    """A brief without its text and without places in it; ``nothing`` is put in place of them."""
    return replace(
        brief,
        body=nothing,
        quotations=nothing,
        key_points=tuple(replace(point, passage=nothing) for point in brief.key_points),
        figures=tuple(replace(figure, passage=nothing) for figure in brief.figures),
        annotations=tuple(replace(note, anchor=nothing) for note in brief.annotations),
    )


class UnitFacts:
    """The digests of one site."""

    def __init__(self, context: SiteContext) -> None:
        self._context = context
        self._texts: dict[str, str] = {}

    def key(self, unit: Unit) -> str:
        """Digest of everything that the pages of a unit are made from; empty where it is known only when they are
        planned."""
        texts = ROUTE_OF[unit.route].texts
        if texts is None:
            return ""
        return digest(self.common, unit, tuple(map(self._text, texts(self._context, unit.key))))

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
            tuple(getattr(catalog, name) for name in field_names(Catalog) if name not in OF_BRIEFS),
            tuple(getattr(web, name) for name in field_names(Connections) if name not in OF_TEXTS),
            context.changed_sources,
            tuple(getattr(context, name) for name in COUNTED),
        )

    def _front(self, brief: Brief) -> tuple[object, ...]:
        now = self._context.now
        moments = (brief.publish_at, brief.embargo_until, brief.expires_at)
        over = tuple(moment is not None and now >= moment for moment in moments)
        return without_text(brief), self._context.verdicts(brief), over, is_public(brief, now)

    def _text(self, slug: str) -> str:
        known = self._texts.get(slug)
        if known is None:
            brief = self._context.catalog.brief_of[slug]
            known = self._texts[slug] = digest(brief, self._context.web.mentions.get(slug, ()))
        return known
