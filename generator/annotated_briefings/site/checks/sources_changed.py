"""Rules about new versions of sources that public briefs rest on."""

from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Finding, Rule, Severity, rule
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.content.model import Brief
from annotated_briefings.site.checks.whole_site import WholeSite
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.site.model.changed_sources import FIGURE, NOTE, POINT, BriefPart, ChangedSource, shown_changes


@rule("changed-source", Severity.WARNING, "a public brief rests on words that its source has changed since")
def changed_source(site: WholeSite) -> Iterator[Finding]:
    """An import brought a new version of a source, and something that the brief says rests on words that are not the
    same there any more. The page of the brief says that the source has changed until this is settled. Of two texts that state
    the same day, or of which one states none, nothing tells which is the newer one, and the message says so. A source that holds
    its text back now (as a draft, for members, until a time) is named too, to editors alone.

    ```
    briefings/a.md:6:40: warning[changed-source]: the source has changed: `six weeks` is now `eight weeks`
        6 |   - {text: The pier is closed., quote: for six weeks}
          |                                        ^^^^^^^^^^^^^
      help: correct it, or leave it as it is with `briefings imports settle 3f2a1b9c0d1e`
    ```
    """
    for brief in site.catalog.briefs:
        if not is_public(brief, site.context.now):
            continue
        for changed in site.context.changed_sources.get(brief.slug, ()):
            yield from _findings(brief, changed, site.sources.get(brief.path))


def _findings(brief: Brief, changed: ChangedSource, source: Source | None) -> Iterator[Finding]:
    settle = f"`briefings imports settle {changed.version.article}`"
    if changed.version.held:
        yield Finding(
            f"the source holds back now what the brief is made from: `{shortened(changed.version.held)}`",
            brief.place,
            f"set `draft: true`, or leave it public with {settle}",
        )
    if changed.differs and not changed.rests:
        yield Finding(
            "the source has a new version, and what has changed in it cannot be told without its earlier text",
            brief.place,
            f"compare the brief with it, and settle that with {settle}",
        )
    for brief_part in changed.rests:
        changes = changed.behind(brief_part)
        yield Finding(
            f"the source has two texts, and nothing tells which is newer: {shown_changes(changes, undated=True)}"
            if changes and changed.version.undated
            else f"the source has changed: {shown_changes(changes)}"
            if changes
            else f"the source has changed, and has these words no more: `{shortened(brief_part.shown)}`",
            _place(brief_part, brief, source),
            f"correct it, or leave it as it is with {settle}",
        )


def _place(brief_part: BriefPart, brief: Brief, source: Source | None) -> Place:
    """The place of a statement; a title, a summary and sentences of the text are looked for in the file."""
    if brief_part.part in (POINT, FIGURE, NOTE) or source is None:
        return brief_part.place
    start = brief_part.shown.partition("\n")[0]
    at = source.text.rfind(start) if brief_part.part == "text" else source.text.find(start)
    return place_at(source, at, len(start)) if at >= 0 else Place(brief.path)


RULES: tuple[Rule[WholeSite], ...] = (changed_source,)
"""All rules of this module."""
