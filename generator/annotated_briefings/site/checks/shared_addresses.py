"""Names of tags, stories, publishers and authors of notes that differ and have one address."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotated_briefings.base.diagnostics import Finding, Rule, Severity, rule
from annotated_briefings.base.names import label_key
from annotated_briefings.base.site_files import TAGS
from annotated_briefings.base.source import Place, Source, line_start, place_at
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.base.yaml.writer import quoted
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.site.checks.whole_site import WholeSite
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.relations import publisher_in, publisher_of
from annotated_briefings.site.urls import author_url, source_url, story_url, tag_url


class Named(Value):
    """A name in a brief."""

    text: str
    """The name as written."""
    key: str
    """What its spellings share that are surely one name."""
    place: Place
    """Where it is."""


Uses = Mapping[str, Sequence[Named]]
"""Addresses of pages to the names that lead there."""


@rule("shared-address", Severity.WARNING, "two names have the same address")
def shared_address(site: WholeSite) -> Iterator[Finding]:
    """Two names of tags, stories, publishers or authors of notes differ in accents, dots or other small signs alone, and
    are shown as one, on one page. `C`, `C++` and `C#` each have a page; so have two tags of which the list declares one
    under an id of its own.

    ```
    briefings/b.md:5:8: warning[shared-address]: the tags `Café` and `cafe` are one page, /tags/cafe/
        5 | tags: [Café, CAFE, résumé]
          |        ^^^^
      help: write `cafe`, as briefings/a.md does; if they are two, declare one in briefings/tags.yaml: `cafe-2: {label: Café}`
    ```
    """
    catalog = site.catalog
    for slug, names in _tags(catalog).items():
        tag = catalog.tag_of[slug]
        own = (tag.label, tag.slug, *tag.aliases) if tag.place.path == TAGS else ()
        # The first tag of a list would make all others unknown.
        listed = catalog.guessed_tags or own
        apart = f"declare one in {TAGS}: `{{new}}-2: {{{{label: {{name}}}}}}`" if listed else "give one another name"
        yield from _shared("tags", tag_url(slug), names, own, apart)
    for story, names in _stories(catalog).items():
        own = (story,) if story in catalog.story_of else ()
        yield from _shared("stories", story_url(story), names, own, "give this one another id, such as `{new}-2`")
    for publisher, names in _publishers(site.context).items():
        apart = "add what tells them apart, such as the place"
        yield from _shared("publishers", source_url(publisher), names, (), apart)
    for author, names in _authors(site.context, site.sources).items():
        yield from _shared("authors of notes", author_url(author), names, (), "write the full names")


def _shared(what: str, url: str, names: Sequence[Named], own: Sequence[str], apart: str) -> Iterator[Finding]:
    """The names that differ from ``own``, those that a list gives the page, or else from the commonest one; each once,
    at its first place."""
    counts = Counter(name.text for name in names)
    first = max(names, key=lambda name: counts[name.text])
    like = in_code(own[0]) if own else f"{in_code(first.text)}, as {first.place.path} does"
    known = {label_key(name) for name in own} if own else {first.key}
    for name in sorted(names, key=lambda name: (name.place.path, name.place.line)):
        if name.key not in known:
            known.add(name.key)
            remedy = apart.format(new=url.strip("/").partition("/")[2], name=quoted(name.text))
            yield Finding(
                f"the {what} `{name.text}` and `{own[0] if own else first.text}` are one page, {url}",
                name.place,
                f"write {like}; if they are two, {remedy}",
            )


def _grouped(found: Iterable[tuple[str, str, str, Place]]) -> Uses:
    out: dict[str, list[Named]] = defaultdict(list)
    for address, text, language, place in found:
        out[address].append(Named(text, label_key(text, language), place))
    return out


def _tags(catalog: Catalog) -> Uses:
    known = ((catalog.tag(ref.text, b.language), ref, _spoken(catalog, b)) for b in catalog.briefs for ref in b.tags)
    return _grouped((tag.slug, ref.text, spoken, ref.place) for tag, ref, spoken in known if tag)


def _stories(catalog: Catalog) -> Uses:
    named = ((brief, brief.story_name) for brief in catalog.briefs)
    return _grouped((b.story, name.text, _spoken(catalog, b), name.place) for b, name in named if name and b.story)


def _publishers(context: SiteContext) -> Uses:
    catalog, web = context.catalog, context.web
    sources = ((brief, source, publisher_of(source)) for brief in catalog.briefs for source in brief.sources)
    return _grouped(
        (publisher_in(catalog, web, brief, source), name, _spoken(catalog, brief), source.place)
        for brief, source, name in sources
        if name
    )


def _authors(context: SiteContext, sources: Mapping[str, Source]) -> Uses:
    listed = context.note_lists.authors.items()
    return _grouped(
        (author, item.note.author, _spoken(context.catalog, item.brief), _signed(sources, item.brief, item.note))
        for author, items in listed
        for item in items
    )


def _signed(sources: Mapping[str, Source], brief: Brief, note: Annotation) -> Place:
    """Where the author of a note is written; the note itself where that is not found."""
    source = sources.get(brief.path)
    start = line_start(source, note.place.line) if source else 0
    found = re.compile(rf"\bauthor: *[\"']?({re.escape(note.author)})").search(source.text, start) if source else None
    return place_at(source, found.start(1), len(note.author)) if source and found else note.place


def _spoken(catalog: Catalog, brief: Brief) -> str:
    return brief.language or catalog.language


RULES: tuple[Rule[WholeSite], ...] = (shared_address,)
"""The rule of this module."""
