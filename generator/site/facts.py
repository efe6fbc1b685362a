"""Everything that pages are made from, in one value, and the small views that many pages share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from generator.base.config import Config
from generator.base.dates import When
from generator.base.sentences import sentence_around, sentence_starts
from generator.content.model import Annotation, Brief, Entity
from generator.site.addresses import TYPE_NAMES, archive_url, brief_url, date_text, date_view, entity_url, tag_url
from generator.site.catalog import Catalog, is_public
from generator.site.connections import Connections
from generator.site.view_parts import CardView, DateView, LinkView, SentenceView


@dataclass(frozen=True)
class Facts:
    """What the planner knows; never reaches a template."""

    catalog: Catalog
    """Every brief, entity and tag."""
    web: Connections
    """How they hang together."""
    config: Config
    """The site's settings."""
    now: datetime
    """The only time a build knows (UTC)."""
    drafts: bool
    """Whether unpublished briefs and notes are shown."""

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Each brief's place in time, the newest first."""
        return {brief.slug: at for at, brief in enumerate(self.catalog.briefs)}

    @cached_property
    def starts(self) -> dict[str, tuple[int, ...]]:
        """Sentence starts of briefs' texts, filled as they are asked for."""
        return {}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Entity, ...]]:
        """Entity to the entities that belong to it."""
        out: dict[str, list[Entity]] = {}
        for entity in self.catalog.entities:
            if entity.parent:
                out.setdefault(entity.parent, []).append(entity)
        return {parent: tuple(found) for parent, found in out.items()}

    def notes(self, brief: Brief) -> tuple[Annotation, ...]:
        """The notes of a brief that may be shown, in the order of the text, loose ones last."""
        shown = (note for note in brief.annotations if note.public or self.drafts)
        return tuple(sorted(shown, key=lambda n: (n.passage is None, n.passage.end if n.passage else 0)))

    def date(self, when: When | None) -> DateView | None:
        """The date of a brief, linked to its archive page."""
        return date_view(when, linked=True)

    def entity_link(self, entity: str) -> LinkView:
        """A link to an entity with its type."""
        found = self.catalog.entity_of[entity]
        return LinkView(found.name, entity_url(found.id), TYPE_NAMES[found.type][0].lower())

    def tag_link(self, slug: str) -> LinkView:
        """A link to a tag."""
        return LinkView(self.catalog.tag_of[slug].label, tag_url(slug))

    def card(self, slug: str) -> CardView:
        """A brief in a list."""
        brief = self.catalog.brief_of[slug]
        return CardView(
            title=brief.title,
            url=brief_url(slug),
            summary=brief.summary,
            date=self.date(brief.date),
            point=brief.key_points[0].text if brief.key_points else "",
            sources=len(brief.sources),
            notes=len(self.notes(brief)),
            entities=tuple(self.entity_link(entity) for entity in self.web.about[slug][:5]),
            tags=tuple(self.tag_link(tag) for tag in self.web.tags[slug]),
            draft=not is_public(brief, self.now),
        )

    def cards(self, slugs: Iterable[str]) -> tuple[CardView, ...]:
        """Briefs in a list."""
        return tuple(self.card(slug) for slug in slugs)

    def sentence(self, slug: str, start: int, end: int) -> SentenceView:
        """The sentence of a brief that holds a passage."""
        brief = self.catalog.brief_of[slug]
        text = brief.body.text
        starts = self.starts.get(slug)
        if starts is None:
            starts = self.starts[slug] = sentence_starts(text)
        left, right = sentence_around(text, starts, start, end)
        more = "…" if right < len(text) and text[right - 1 : right].isalnum() and text[right : right + 1] == " " else ""
        return SentenceView(brief.title, brief_url(slug), self.date(brief.date), text[left:start], text[start:end],
                            text[end:right] + more)


def month_heading(when: When | None) -> tuple[str, str]:
    """Heading and address for the month of a date, or its year when no month is known."""
    if when is None:
        return "Undated", ""
    month = When(when.year, when.month)
    return date_text(month), archive_url(month)


def day_heading(when: When | None) -> tuple[str, str]:
    """Heading and address for a date as precise as it is."""
    if when is None:
        return "Undated", ""
    day = When(when.year, when.month, when.day)
    return date_text(day), archive_url(day)
