"""What the figures of a site measure, kept over an edit that changes none of them."""

from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.relations import publisher_of

_ANYWHERE = Place("")


def with_kept_quantities(before: SiteContext, after: SiteContext, brief: Brief) -> SiteContext:
    """A site in which one brief is another one than ``before``, with the quantities of that site where its figures
    still measure the same and somebody has asked for them: to find them goes through all figures of all briefs."""
    old = before.catalog.brief_of.get(brief.slug)
    known = before.known_quantities if before.known_quantities is not None else vars(before).get("quantities")
    # A new brief without figures measures nothing.
    same = _measured(before, old) == _measured(after, brief) if old else not brief.figures
    if known is None or not same:
        return after
    found = (after.receipts, after.changed_sources, known)
    return type(after)(after.catalog, after.web, after.config, after.now, after.drafts, after.catalogue, *found)


def _measured(site: SiteContext, brief: Brief) -> tuple[object, ...]:
    """All that tells what the figures of a brief measure; not where they are."""
    verdicts, publishers = site.verdicts(brief).figures, tuple(map(publisher_of, brief.sources))
    figures = tuple(replace(figure, place=_ANYWHERE, passage=None) for figure in brief.figures)
    return figures, brief.date, publishers, brief.language, site.web.about[brief.slug], verdicts
