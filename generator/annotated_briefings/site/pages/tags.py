"""Pages of tags and their tree."""

from collections.abc import Iterator, Sequence

from annotated_briefings.content.model import Tag
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import TOPICS, feed_links
from annotated_briefings.site.pages.archive import card_groups
from annotated_briefings.site.pages.charts import top_entities
from annotated_briefings.site.pagination import chunks_of, parts_of
from annotated_briefings.site.urls import tag_url
from annotated_briefings.site.views.pages import TagIndexView, TagView
from annotated_briefings.site.views.parts import LinkView, TagEntryView

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
    feeds = feed_links(context, tag_url(tag.slug), tag.label, TOPICS)
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
    """The tree of tags; tags in a circle of parents are at the top."""
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
    for part in chunks_of("/tags/", entries, _TREE):
        yield TagIndexView(part.url, part.pager, (*_above(entries, part.items), *part.items), len(entries))


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
