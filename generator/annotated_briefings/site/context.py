"""Everything that pages are made from, in one value, and the small views that many pages share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from annotated_briefings.base.config import Config
from annotated_briefings.base.dates import When
from annotated_briefings.base.i18n import Catalogue, Words, main_part, words_for, words_of
from annotated_briefings.base.sentences import sentence_around
from annotated_briefings.content.model import Annotation, Brief, Entity, Tag
from annotated_briefings.content.readers import story_title
from annotated_briefings.site.model.catalog import Catalog, is_public
from annotated_briefings.site.model.changed_sources import ChangedSource
from annotated_briefings.site.model.figure_series import Quantity, Reading, find_quantities
from annotated_briefings.site.model.note_lists import ListedNote, NoteLists, group_notes, newest_first
from annotated_briefings.site.model.periods import Periods, find_periods
from annotated_briefings.site.model.questions import Questions, find_questions
from annotated_briefings.site.model.receipts import ReceiptKind, Receipts, without_texts
from annotated_briefings.site.model.related import KnownPlaces, all_places, related_briefs
from annotated_briefings.site.model.relations import Connections, Slugs
from annotated_briefings.site.shown_names import first_point, shown_passage
from annotated_briefings.site.urls import archive_url, brief_url, entity_url, story_url, tag_url
from annotated_briefings.site.views.claims import OriginView
from annotated_briefings.site.views.parts import CardView, DateView, FeedEntryView, LinkView, SentenceView, date_view


@dataclass(slots=True)
class Caches:
    """Small views that many pages share, each made when it is first asked for. They save time and change no page."""

    words: dict[str, Words] = field(default_factory=dict)
    """Words of the interface by language."""
    cards: dict[str, CardView] = field(default_factory=dict)
    """Cards by slug of their brief: a brief is in a dozen lists."""
    dates: dict[tuple[str, When], DateView] = field(default_factory=dict)
    """Dates of briefs by language: each is in thirty lists and sentences."""
    links: dict[tuple[str, str], LinkView] = field(default_factory=dict)
    """Links by language and id of their entity."""
    places: KnownPlaces = field(default_factory=dict)
    """Places in time of the briefs that share something."""
    related: dict[str, Slugs] = field(default_factory=dict)
    """Related briefs by slug."""
    entries: dict[str, FeedEntryView] = field(default_factory=dict)
    """Feed entries by slug: a brief is in the feeds of all its entities."""
    ids: dict[str, str] = field(default_factory=dict)
    """What each brief is called in its permanent id, by slug."""


@dataclass(frozen=True)
class SiteContext:
    """What the planner knows; never reaches a template."""

    catalog: Catalog
    """Every brief, entity and tag."""
    web: Connections
    """How they are connected."""
    config: Config
    """The site's settings."""
    now: datetime
    """The only time a build knows (UTC)."""
    drafts: bool
    """Whether unpublished briefs and notes are shown."""
    catalogue: Catalogue
    """The words of the interface in every language."""
    receipts: Mapping[str, Receipts] = field(default_factory=dict)
    """Path of a brief to the verdicts on its receipts, where collected texts were looked into."""
    changed_sources: Mapping[str, tuple[ChangedSource, ...]] = field(default_factory=dict)
    """Slugs of briefs that rest on words which have changed in a source since, and what has changed."""
    known_quantities: Mapping[tuple[str, int], Quantity] | None = None
    """What figures measure, where it is known from before; None where it is to be found."""
    caches: Caches = field(default_factory=Caches, init=False, repr=False, compare=False)
    """Views that were made already; a context made by `replace` starts with empty ones."""

    def with_catalog(self, catalog: Catalog, web: Connections | None = None) -> "SiteContext":
        """The same site with another catalog, or other connections, and with empty caches."""
        found = (self.receipts, self.changed_sources)
        return type(self)(catalog, web or self.web, self.config, self.now, self.drafts, self.catalogue, *found)

    @cached_property
    def words(self) -> Words:
        """The words of the interface in the language of the site."""
        return words_of(self.catalogue, self.config.language)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Each brief's place in time, the newest first."""
        return {brief.slug: at for at, brief in enumerate(self.catalog.briefs)}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Entity, ...]]:
        """Entity to the entities that belong to it."""
        out: dict[str, list[Entity]] = {}
        for entity in self.catalog.entities:
            if entity.parent:
                out.setdefault(entity.parent, []).append(entity)
        return {parent: tuple(found) for parent, found in out.items()}

    @cached_property
    def tags_below(self) -> Mapping[str, Sequence[Tag]]:
        """Tag to the tags right under it, by label; the empty one has those at the top."""
        out: dict[str, list[Tag]] = {}
        for tag in self.catalog.tags:
            out.setdefault(tag.parent if tag.parent in self.catalog.tag_of else "", []).append(tag)
        return out

    @cached_property
    def questions(self) -> Questions:
        """Open questions and their answers."""
        return find_questions(self.catalog)

    @cached_property
    def quantities(self) -> Mapping[tuple[str, int], Quantity]:
        """Brief and place of a figure to what it measures."""
        if self.known_quantities is not None:
            return self.known_quantities
        missing = ReceiptKind.MISSING
        unproved = {
            (brief.slug, place)
            for brief in self.catalog.briefs
            for place, kind in enumerate(self.verdicts(brief).figures)
            if kind is missing
        }
        return find_quantities(self.catalog, self.web, self.config.language, unproved)

    @cached_property
    def figure_histories(self) -> Mapping[str, Quantity]:
        """Id to quantity, by id, for those that more than one figure measures."""
        by_id = {quantity.id: quantity for quantity in self.quantities.values() if len(quantity.readings) > 1}
        return {name: by_id[name] for name in sorted(by_id)}

    @cached_property
    def periods(self) -> Periods:
        """The years, months and days that have pages."""
        return find_periods(self.catalog.briefs, self.config.makes("days"))

    @cached_property
    def listed_notes(self) -> tuple[ListedNote, ...]:
        """Every note that may be shown, the newest first."""
        return newest_first(self.catalog.briefs, self.notes)

    @cached_property
    def note_lists(self) -> NoteLists:
        """The same notes by kind, author and entity."""
        return group_notes(self.listed_notes, self.noted, self.config.language)

    @cached_property
    def disputes(self) -> Mapping[tuple[str, str], Sequence[tuple[Reading, ...]]]:
        """Brief and id of a quantity to the disagreements that a figure of the brief is part of."""
        out: dict[tuple[str, str], list[tuple[Reading, ...]]] = {}
        for quantity in {quantity.id: quantity for quantity in self.quantities.values()}.values():
            for readings in quantity.disagreements:
                for slug in dict.fromkeys(reading.slug for reading in readings):
                    out.setdefault((slug, quantity.id), []).append(readings)
        return out

    def prepare(self) -> None:
        """Fill the caches before worker processes are forked.

        A forked process starts with a copy of this one's caches, and what it adds is lost when it ends: without this
        every worker would compute the same lists again. Nothing but the time depends on it.
        """
        self.cards(self.order)
        if not self.caches.related:
            all_places(self.web, self.order, self.caches.places)
        for name in (
            "tags_below",
            "parts",
            "questions",
            "disputes",
            "figure_histories",
            "periods",
            "note_lists",
            "with_notes",
            "notes_on",
        ):
            getattr(self, name)

    def language(self, brief: Brief) -> str:
        """The language that a brief is written in."""
        return brief.language or self.config.language

    def speaks(self, brief: Brief) -> Words:
        """The words around a brief: those of its own language, or of the site's where the catalogue lacks it."""
        return self.words_in(brief.language)

    def words_in(self, language: str) -> Words:
        """The words of a language, or of the site's where the catalogue lacks it."""
        if not language:
            return self.words
        known = self.caches.words.get(language)
        if known is None:
            same = main_part(language) == main_part(self.words.language)
            # A brief in `en` on a site in `en-GB` keeps the dates of the site.
            found = self.words if same else words_for(self.catalogue, language) or self.words
            known = self.caches.words[language] = found
        return known

    def notes(self, brief: Brief) -> tuple[Annotation, ...]:
        """The notes of a brief that may be shown, in the order of the text, loose ones last."""
        shown = (note for note in brief.annotations if note.public or self.drafts)
        return tuple(sorted(shown, key=lambda n: (n.passage is None, n.passage.end if n.passage else 0)))

    def verdicts(self, brief: Brief) -> Receipts:
        """The verdicts on the receipts of a brief."""
        return self.receipts.get(brief.path) or without_texts(brief)

    @property
    def writes_json_ld(self) -> bool:
        """Whether pages carry JSON-LD; not without a web address, since it names things by it."""
        return bool(self.config.base_url) and self.config.makes("json_ld")

    def has_annotations(self, slug: str) -> bool:
        """Whether the notes of a brief are published as Web Annotations too; they need whole addresses."""
        brief = self.catalog.brief_of.get(slug) if self.config.base_url and self.config.makes("annotations") else None
        return brief is not None and bool(self.notes(brief))

    @cached_property
    def with_notes(self) -> Mapping[str, int]:
        """Briefs with notes that may be shown, newest first, each with its place among them."""
        slugs = (brief.slug for brief in self.catalog.briefs if self.notes(brief))
        return {slug: place for place, slug in enumerate(slugs)}

    def noted(self, brief: Brief, note: Annotation) -> tuple[str, ...]:
        """The entities that a note is on: named in its passage, or linked in it; or else what the brief is about."""
        place = note.passage
        inside = (
            [m for m in self.web.mentions[brief.slug] if m.start < place.end and m.end > place.start] if place else []
        )
        targets = [link.target for link in note.wikilinks]
        targets += [w.target for w in brief.body.wikilinks if place and w.start < place.end and w.end > place.start]
        linked = (self.catalog.linked(target, brief.language)[0] for target in targets)
        found = dict.fromkeys((*(m.entity for m in inside), *(e.id for e in linked if isinstance(e, Entity))))
        return tuple(found) or self.web.about[brief.slug]

    @cached_property
    def notes_on(self) -> Mapping[str, int]:
        """Entity to the number of notes on it."""
        every = ((brief, note) for brief in self.catalog.briefs for note in self.notes(brief))
        return Counter(entity for brief, note in every for entity in self.noted(brief, note))

    def date(self, when: When | None, words: Words | None = None) -> DateView | None:
        """The date of a brief, linked to its archive page."""
        if when is None:
            return None
        words = words or self.words
        known = self.caches.dates.get((words.language, when))
        if known is None:
            url = archive_url(when if self.config.makes("days") else When(when.year, when.month))
            known = self.caches.dates[words.language, when] = DateView(words.date(when), when.iso, url)
        return known

    def plain_date(self, when: When | None, words: Words | None = None) -> DateView | None:
        """Any other date."""
        return date_view(words or self.words, when)

    def entity_link(self, entity: str, words: Words | None = None) -> LinkView:
        """A link to an entity with its type."""
        words = words or self.words
        known = self.caches.links.get((words.language, entity))
        if known is None:
            found = self.catalog.entity_of[entity]
            link = LinkView(found.name, entity_url(found.id), words.text(f"type_{found.type}"))
            known = self.caches.links[words.language, entity] = link
        return known

    def tag_link(self, slug: str) -> LinkView:
        """A link to a tag."""
        return LinkView(self.catalog.tag_of[slug].label, tag_url(slug))

    def story_link(self, story: str) -> LinkView:
        """A link to a story under its title."""
        found = self.catalog.story_of.get(story)
        return LinkView(found.title if found else story_title(story), story_url(story))

    def origin(self, brief: Brief, fragment: str = "") -> OriginView:
        """A brief named by its headline."""
        return OriginView(brief.title, brief_url(brief.slug) + fragment, self.language(brief), self.date(brief.date))

    def card(self, slug: str) -> CardView:
        """A brief in a list."""
        known = self.caches.cards.get(slug)
        if known is None:
            known = self.caches.cards[slug] = self._card(self.catalog.brief_of[slug])
        return known

    def _card(self, brief: Brief) -> CardView:
        slug = brief.slug
        dates = (correction.date for correction in brief.corrections)
        return CardView(
            title=brief.title,
            url=brief_url(slug),
            summary=brief.summary,
            language=self.language(brief),
            date=self.date(brief.date),
            point=first_point(self.catalog, brief),
            sources=len(brief.shown_sources),
            notes=len(self.notes(brief)),
            entities=tuple(self.entity_link(entity) for entity in self.web.about[slug][:5]),
            changed=max((when.iso for when in (brief.updated, *dates) if when), default=""),
            draft=not is_public(brief, self.now),
        )

    def cards(self, slugs: Iterable[str]) -> tuple[CardView, ...]:
        """Briefs in a list."""
        return tuple(map(self.card, slugs))

    def related(self, slug: str) -> Slugs:
        """The briefs that share most with one."""
        known = self.caches.related.get(slug)
        if known is None:
            found = related_briefs(self.catalog, self.web, slug, self.order, self.caches.places)
            known = self.caches.related[slug] = found
        return known

    def related_so_far(self, slugs: Iterable[str]) -> dict[str, Slugs]:
        """Those of some briefs whose related briefs were asked for, and which these are."""
        known = self.caches.related
        return {slug: known[slug] for slug in slugs if slug in known}

    def use_related(self, related: Mapping[str, Slugs]) -> None:
        """Take related briefs that an earlier build chose from the same briefs."""
        self.caches.related.update(related)

    def sentence(self, slug: str, start: int, end: int) -> SentenceView:
        """The sentence of a brief that holds a passage."""
        brief = self.catalog.brief_of[slug]
        text = brief.body.text
        left, right = sentence_around(text, brief.body.sentences, start, end)
        more = "…" if right < len(text) and text[right - 1 : right].isalnum() and text[right : right + 1] == " " else ""
        before, name, after = (
            shown_passage(self.catalog, brief, *part) for part in ((left, start), (start, end), (end, right))
        )
        view = (brief.title, brief_url(slug), self.language(brief), self.date(brief.date))
        return SentenceView(*view, before, name, after + more)

    def month_heading(self, when: When | None) -> tuple[str, str]:
        """Heading and address for the month of a date, or its year when no month is known."""
        return self._heading(When(when.year, when.month) if when else None)

    def day_heading(self, when: When | None) -> tuple[str, str]:
        """Heading and address for a date as precise as it is."""
        heading, url = self._heading(When(when.year, when.month, when.day) if when else None)
        return heading, url if self.config.makes("days") or (when and not when.day) else ""

    def _heading(self, when: When | None) -> tuple[str, str]:
        return (self.words.date(when), archive_url(when)) if when else (self.words.text("undated"), "")
