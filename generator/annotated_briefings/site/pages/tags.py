"""Pages of tags and their tree."""

from collections.abc import Iterator, Sequence

from annotated_briefings.content.model import Tag
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import topic_feeds
from annotated_briefings.site.pages.archive import card_groups
from annotated_briefings.site.pages.charts import top_entities
from annotated_briefings.site.pages.letters import by_letter, in_order, letter_of
from annotated_briefings.site.pagination import chunks_of, parts_of
from annotated_briefings.site.urls import tag_url
from annotated_briefings.site.views.pages import TagIndexView, TagView
from annotated_briefings.site.views.parts import EntryView, LinkView, TagEntryView

_ENTITIES = 12
_TREE = 500
"""Tags on one page of the tree."""


def tag_views(context: SiteContext, tag: Tag) -> Iterator[TagView]:
    """The pages of a tag, the newest first."""
    slugs = context.web.briefs_tagged.get(tag.slug, ())
    parents: list[LinkView] = []
    above = context.catalog.tag_of.get(tag.parent)
    while above and tag_url(above.slug) not in [p.url for p in parents] and above.slug != tag.slug:
        parents.insert(0, context.tag_link(above.slug))
        above = context.catalog.tag_of.get(above.parent)
    children = tuple(
        LinkView(t.label, tag_url(t.slug), str(len(context.web.briefs_tagged.get(t.slug, ()))))
        for t in context.tags_below.get(tag.slug, ())
    )
    entities = top_entities(context, slugs, _ENTITIES)
    feeds = topic_feeds(context, slugs, tag_url(tag.slug), tag.label)
    for part in parts_of(tag_url(tag.slug), slugs, context.config.list_length):
        first = not part.pager.number
        yield TagView(
            tag.label,
            part.url,
            tag.description,
            tuple(parents),
            children if first else (),
            part.pager,
            card_groups(context, part.items),
            entities if first else (),
            len(slugs) if first else 0,
            feeds,
        )


def tag_index(context: SiteContext) -> Iterator[TagIndexView]:
    """The trees of tags, and then all tags in none, from A to Z; tags in a circle of parents are at the top."""
    done: set[str] = set()
    entries: list[TagEntryView] = []
    # What is to come, the next one last: a chain of tags may be longer than functions can call each other.
    todo = [(tag, 0) for tag in reversed((*context.tags_below.get("", ()), *context.catalog.tags))]
    while todo:
        tag, depth = todo.pop()
        if tag.slug in done:
            continue
        done.add(tag.slug)
        count = len(context.web.briefs_tagged.get(tag.slug, ()))
        entries.append(TagEntryView(tag.label, tag_url(tag.slug), tag.description, count, depth))
        todo += ((child, depth + 1) for child in reversed(context.tags_below.get(tag.slug, ())))
    after = (*(entry.depth for entry in entries[1:]), 0)
    alone = [entry for entry, below in zip(entries, after, strict=False) if not entry.depth and not below]
    single = {entry.url for entry in alone}
    trees = [entry for entry in entries if entry.url not in single]
    alone.sort(key=lambda entry: (letter_of(entry.label), in_order(entry.label)))
    for part in chunks_of("/tags/", [*trees, *alone], _TREE):
        shown = tuple(entry for entry in part.items if entry.url not in single)
        rest = [entry for entry in part.items if entry.url in single]
        above = _above(trees, shown) if shown else ()
        yield TagIndexView(part.url, part.pager, (*above, *shown), by_letter(map(_entry, rest)), len(entries))


def _entry(tag: TagEntryView) -> EntryView:
    return EntryView(tag.label, tag.url, "", tag.description, tag.count)


def _above(entries: Sequence[TagEntryView], items: Sequence[TagEntryView]) -> tuple[TagEntryView, ...]:
    """The wider tags of the first entry of a page, so that each page of the tree starts at its root."""
    above: list[TagEntryView] = []
    depth = items[0].depth if items else 0
    for entry in reversed(entries[: entries.index(items[0])] if items else ()):
        if entry.depth < depth:
            above.insert(0, entry)
            depth = entry.depth
    return tuple(above)


def top_tags(context: SiteContext, most: int) -> tuple[LinkView, ...]:
    """Tags with most briefs, with counts."""
    tags = sorted(
        ((len(found), slug) for slug, found in context.web.briefs_tagged.items()),
        key=lambda item: (-item[0], context.catalog.tag_of[item[1]].label.casefold()),
    )
    return tuple(LinkView(context.catalog.tag_of[slug].label, tag_url(slug), str(n)) for n, slug in tags[:most])
