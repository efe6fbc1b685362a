"""Briefs whose texts or headlines were edited and of which nothing else has changed, taken into a site that was derived
before.

An editor who builds after such an edit need not wait until the whole site is derived again. What else may depend on a
text is compared: where any of it differs, or where it is not known, the site has to be derived.
"""

from collections.abc import Mapping

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.source import Source, place_at
from annotated_briefings.base.values import replace
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.content.markdown.headings import heading_ids
from annotated_briefings.content.markdown.wikilinks import may_be_local
from annotated_briefings.content.model import Brief
from annotated_briefings.project.derive import Derived, DeriveOptions
from annotated_briefings.project.edits.edited_headlines import with_other_headline
from annotated_briefings.project.edits.one_brief import derive_one
from annotated_briefings.site.checks.placeholders import EXAMPLE
from annotated_briefings.site.checks.table import SITE_RULES, BriefFile, look_at
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.backlinks import Backlink, links_of
from annotated_briefings.site.model.relations import Connections
from annotated_briefings.site.routes.unit_facts import without_text, words_noted

_OF_SITE = frozenset(one.code.code for one in SITE_RULES)
"""Codes of what is found among all files."""
_COUNTED = (
    "order",
    "parts",
    "tags_below",
    "questions",
    "quantities",
    "figure_histories",
    "periods",
    "disputes",
    "with_notes",
    "notes_on",
)
"""What a context counts and sorts without looking at texts."""


def with_edited_text(previous: Derived, source: Source, options: DeriveOptions) -> Derived | None:
    """The site with the new text and headline of one public brief, as `derive` gives it; None where more may have
    changed than these."""
    path = source.path
    old = previous.briefs.get(path)
    if old is None or path == EXAMPLE:
        return None
    derived = derive_one(previous, source, options)
    new = derived.briefs[path]
    before, after = previous.context, derived.context
    # Of a brief that cannot be read, is not public or is shown without some links, the site is as it was.
    if after is before or _besides_its_text(before, old) != _besides_its_text(after, new):
        return None
    if new.title != old.title:
        renamed = with_other_headline(previous, derived, old, new)
        if renamed is None:
            return None
        derived, after = renamed, renamed.context
    of_site = tuple(diagnostic for diagnostic in previous.found.get(path, ()) if diagnostic.code in _OF_SITE)
    found = (*derived.found[path], *look_at(derived.declared, BriefFile(new, source)), *of_site)
    text = place_at(source, split_front_matter(source)[0].body_offset, 0)
    if any(map(_may_explain, found)) or any(diagnostic.place.line >= text.line for diagnostic in of_site):
        return None
    return replace(derived, context=_continued(before, after, old, new), found={**previous.found, path: found})


def _may_explain(diagnostic: Diagnostic) -> bool:
    """Whether others may not be reported because of a diagnostic."""
    return diagnostic.severity is Severity.ERROR or bool(diagnostic.meant)


def explains_nothing(found: Mapping[str, tuple[Diagnostic, ...]]) -> bool:
    """Whether every diagnostic of a site is reported, whatever the others are."""
    return not any(_may_explain(diagnostic) for own in found.values() for diagnostic in own)


def _besides_its_text(context: SiteContext, brief: Brief) -> tuple[object, ...]:
    """Everything that pages and checks of other texts may see of a brief."""
    slug, web, body = brief.slug, context.web, brief.body
    return (
        without_text(brief),
        context.verdicts(brief),
        context.changed_sources.get(slug),
        web.named[slug],
        words_noted(context, brief),
        # A quotation that is looked up in a source, or where a link beside it leads, may add a proof to the ledger.
        [replace(quotation, line=0) for quotation in brief.quotations],
        [target for target in body.links if may_be_local(target)],
        [link.target for link in body.wikilinks],
        list(heading_ids(body)),
    )


def _continued(before: SiteContext, after: SiteContext, old: Brief, new: Brief) -> SiteContext:
    """The site after an edit, with all that it counts and sorts as it was."""
    web = replace(after.web, backlinks=_backlinks(before, after, old, new))
    return with_counted(after.with_catalog(after.catalog, web), before)


def with_counted(context: SiteContext, before: SiteContext) -> SiteContext:
    """A site with what another one has counted and sorted, from which it differs in texts alone."""
    known = vars(before)
    vars(context).update({name: known[name] for name in _COUNTED if name in known})
    return context


def _backlinks(before: SiteContext, after: SiteContext, old: Brief, new: Brief) -> Mapping[str, tuple[Backlink, ...]]:
    """The links between briefs, those of an edited one at their new places."""
    web: Connections = before.web
    others = links_of(after.catalog, new).others
    moved = {
        target: tuple(others[target] if link.slug == old.slug else link for link in web.backlinks[target])
        for target in others
    }
    return {**web.backlinks, **moved}
