"""What the figures of a site measure, kept over an edit that changes none of them."""

from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext


def with_kept_quantities(before: SiteContext, after: SiteContext, brief: Brief) -> SiteContext:
    """A site in which one brief is another one than ``before``, with the quantities of that site where its figures
    still measure the same and somebody has asked for them: to find them goes through all figures of all briefs."""
    old = before.catalog.brief_of.get(brief.slug)
    known = before.known_quantities if before.known_quantities is not None else vars(before).get("quantities")
    if old is None or known is None or _measured(before, old) != _measured(after, brief):
        return after
    found = (after.receipts, after.changed_sources, known)
    return type(after)(after.catalog, after.web, after.config, after.now, after.drafts, after.catalogue, *found)


def _measured(site: SiteContext, brief: Brief) -> tuple[object, ...]:
    """All that tells what the figures of a brief measure."""
    figures = site.verdicts(brief).figures
    return brief.figures, brief.date, brief.sources, brief.language, site.web.about[brief.slug], figures
