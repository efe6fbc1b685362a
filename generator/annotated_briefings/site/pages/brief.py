"""The page of a brief."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from urllib.parse import quote as percent

from annotated_briefings.base.i18n import Words
from annotated_briefings.content.annotations import ORPHAN
from annotated_briefings.content.markdown.text import Passage
from annotated_briefings.content.model import Annotation, Brief, Figure, Image, KeyPoint, SourceRef
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.json_ld import article_data
from annotated_briefings.site.exports.translations import translations_of
from annotated_briefings.site.exports.web_annotations import page_address
from annotated_briefings.site.links import largest_picture, shown_picture
from annotated_briefings.site.model.backlinks import Backlink
from annotated_briefings.site.model.catalog import Catalog, is_public
from annotated_briefings.site.model.correction_ids import correction_ids
from annotated_briefings.site.model.figure_series import figure_shown
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.model.related import why
from annotated_briefings.site.model.relations import publisher_in
from annotated_briefings.site.pages.figures import disagreements_of, history_of
from annotated_briefings.site.pages.people import note_signer, signed
from annotated_briefings.site.pages.questions import answered_views, question_views
from annotated_briefings.site.pages.sections import sections_of
from annotated_briefings.site.pages.stories import story_part
from annotated_briefings.site.reading_time import reading_minutes
from annotated_briefings.site.urls import brief_url, contact_address, entity_url, is_local, picture_url, source_url
from annotated_briefings.site.views.brief_body import (
    brief_text,
    note_name,
    quoted,
    receipts_of,
    with_own_footnotes,
)
from annotated_briefings.site.views.items import CiteView, EntityCardView, ImageView, PictureFileView
from annotated_briefings.site.views.linked_html import SIZES, resolve
from annotated_briefings.site.views.pages import BriefView
from annotated_briefings.site.views.parts import (
    CorrectionView,
    FigureView,
    KeyPointView,
    LinkView,
    NoteView,
    RelatedView,
    SentenceView,
    SourceView,
    date_view,
)
from annotated_briefings.site.views.receipts import (
    NAMED,
    receipt_label,
    role_label,
    shown_name,
    shown_words,
    source_name,
)

BACKLINKS = 40
"""Backlinks shown; what a brief with more of them is about is better read on the pages of its entities."""


def brief_view(context: SiteContext, brief: Brief) -> BriefView:
    """All that the page of a brief shows."""
    catalog, web, slug = context.catalog, context.web, brief.slug
    page, words = brief_url(slug), context.speaks(brief)
    html = partial(resolve, page=page, catalog=catalog, origin=brief.path)
    order = context.order[slug]
    notes = context.notes(brief)
    views = tuple(
        note_view(brief, note, number, words, html, note_signer(context, note, brief.language))
        for number, note in enumerate(notes, 1)
    )
    verdicts = context.verdicts(brief)
    receipts = receipts_of(brief, verdicts)
    about = web.about[slug]
    dated = partial(date_view, words)
    own = context.language(brief)
    backlinks = web.backlinks.get(slug, ())
    picture = picture_url(catalog.files, brief.image.src, brief.path) if brief.image else ""
    return BriefView(
        title=brief.title,
        url=page,
        language=words.language,
        text_language=own,
        translations=translations_of(context, slug),
        kicker=context.story_link(brief.story)
        if brief.story
        else context.tag_link(web.tags[slug][0])
        if web.tags[slug]
        else None,
        author=signed(context, brief.author, brief.language),
        reviewed_by=signed(context, brief.reviewed_by, brief.language),
        summary=brief.summary,
        date=context.date(brief.date, words),
        updated=dated(brief.updated),
        minutes=reading_minutes(brief),
        draft=not is_public(brief, context.now),
        held=_held(brief, context.now, words, context.config.time_zone),
        image=_image(catalog, brief.image, picture) if brief.image and picture else None,
        key_points=tuple(
            _key_point(brief, point, kind, receipts, html, words)
            for point, kind in zip(brief.key_points, verdicts.points, strict=True)
        ),
        why_it_matters=tuple(map(html, brief.why_it_matters)),
        blocks=brief_text(catalog, words, brief, web.mentions[slug], tuple(zip(notes, views, strict=True)), receipts),
        loose_notes=tuple(view for note, view in zip(notes, views, strict=True) if note.passage is None),
        notes=len(notes),
        figures=tuple(_figure(context, brief, place, receipts, words) for place in range(len(brief.figures))),
        disagreements=disagreements_of(context, brief),
        sections=tuple(sections_of(brief, words, html)),
        unknowns=question_views(context, brief, page),
        answers=answered_views(context, brief, page),
        sources=_sources(context, brief, words),
        originals=sum(_is_original(source) for source in brief.shown_sources),
        copies=sum(not _is_original(source) for source in brief.shown_sources),
        corrections=tuple(
            CorrectionView(name, dated(c.date), c.was, c.now, c.why)
            for name, c in zip(correction_ids(brief), brief.corrections, strict=True)
        ),
        about=tuple(_entity_card(context, entity, words) for entity in about),
        mentions=tuple(context.entity_link(entity, words) for entity in web.named[slug] if entity not in about),
        tags=tuple(map(context.tag_link, web.tags[slug])),
        story=story_part(context, brief, words) if brief.story else None,
        related=_related(context, brief, words),
        backlinks=tuple(_backlink(context, link, brief, words) for link in backlinks[:BACKLINKS]),
        more_backlinks=max(0, len(backlinks) - BACKLINKS),
        newer=_neighbour(context, order, -1),
        older=_neighbour(context, order, 1),
        cite=CiteView(
            _citation(context, brief, words),
            context.config.base_url and context.config.base_url + page,
            page + "index.md" if context.config.makes("markdown") else "",
            page_address(slug) if context.has_annotations(slug) else "",
            contact_address(context.config, brief.title, page),
        ),
        social_image=f"{page}card.png" if context.config.social_images and context.config.base_url else "",
        data=article_data(context, brief) if context.writes_json_ld else "",
    )


def _held(brief: Brief, now: datetime, words: Words, zone: str) -> str:
    """Why a brief is not public at a moment, for its preview; ``zone`` is the time zone of the site."""
    if brief.draft:
        return words.text("held_draft")
    for key, moment, holds in (
        ("held_embargo", brief.embargo_until, brief.embargo_until and now < brief.embargo_until),
        ("held_publish", brief.publish_at, brief.publish_at and now < brief.publish_at),
        ("held_expired", brief.expires_at, brief.expires_at and now >= brief.expires_at),
    ):
        if moment and holds:
            return words.text(key, moment=words.moment(moment, zone))
    return ""


def note_view(
    brief: Brief, note: Annotation, number: int, words: Words, html: Callable[[str], str], by: str, listed: bool = False
) -> NoteView:
    """A note under its number; ``html`` makes the links of its text right for the page, ``by`` leads to its author. On
    a page with notes of other briefs it is ``listed``."""
    name = note_name(note)
    owner = f"{brief.slug}-{name}" if listed else name
    return NoteView(
        f"note-{name}",
        f"note-ref-{name}",
        number,
        note.kind,
        words.text(f"kind_{note.kind}"),
        quoted(brief, note),
        note.author,
        date_view(words, note.date),
        html(with_own_footnotes(note.html, owner)),
        note.passage is not None,
        not note.public,
        note.anchor.state != ORPHAN or not note.anchor.found,
        f"note-{note.former}" if note.former else "",
        by,
    )


def _fragment(claim: KeyPoint | Figure, kind: ReceiptKind, receipts: Mapping[Passage, int]) -> str:
    return f"#receipt-{receipts[claim.passage]}" if claim.passage and kind is not ReceiptKind.MISSING else ""


def _source_link(brief: Brief, claim: KeyPoint | Figure, kind: ReceiptKind, words: Words) -> LinkView | None:
    number = brief.shown_number(claim.source)
    if kind not in NAMED or not number:
        return None
    return LinkView(source_name(words, brief, claim.source), f"#source-{number}", str(number))


def _key_point(
    brief: Brief,
    point: KeyPoint,
    kind: ReceiptKind,
    receipts: Mapping[Passage, int],
    html: Callable[[str], str],
    words: Words,
) -> KeyPointView:
    source = brief.sources[point.source - 1] if kind in NAMED else None
    return KeyPointView(
        html(point.html),
        shown_words(point, kind),
        source.language if source else "",
        str(kind),
        receipt_label(words, brief, point, kind),
        _fragment(point, kind, receipts),
        text_fragment(source.url, point.quote) if source and source.url and kind is ReceiptKind.QUOTED else "",
        _source_link(brief, point, kind, words),
    )


def text_fragment(url: str, quote: str) -> str:
    """The address of a page that browsers open at some words of it (WICG Scroll to Text Fragment); a long quote is
    given by its first and last words."""

    def encoded(text: str) -> str:
        return percent(text, safe="").replace("-", "%2D")

    words = quote.split()
    wanted = (
        encoded(" ".join(words))
        if len(words) <= 12
        else f"{encoded(' '.join(words[:5]))},{encoded(' '.join(words[-5:]))}"
    )
    return f"{url}{'' if '#' in url else '#'}:~:text={wanted}"


def _figure(
    context: SiteContext, brief: Brief, place: int, receipts: Mapping[Passage, int], words: Words
) -> FigureView:
    figure, kind = brief.figures[place], context.verdicts(brief).figures[place]
    text = figure_shown(figure, brief, words)
    return FigureView(
        text.shown,
        text.typed,
        figure.what,
        date_view(words, figure.as_of),
        str(kind),
        receipt_label(words, brief, figure, kind),
        _fragment(figure, kind, receipts),
        history_of(context, brief.slug, place),
        _source_link(brief, figure, kind, words),
    )


def _is_original(source: SourceRef) -> bool:
    return source.role not in ("copy", "text", "version")


def _sources(context: SiteContext, brief: Brief, words: Words) -> tuple[SourceView, ...]:
    differing = [one for one in context.changed_sources.get(brief.slug, ()) if one.differs]
    changed = {brief.shown_number(one.source) for one in differing if not one.version.undated}
    unordered = {brief.shown_number(one.source) for one in differing if one.version.undated} - changed
    return tuple(
        _source(context, brief, source, number, words, (number in changed, number in unordered))
        for number, source in enumerate(brief.shown_sources, 1)
    )


def _source(
    context: SiteContext, brief: Brief, source: SourceRef, number: int, words: Words, versions: tuple[bool, bool]
) -> SourceView:
    made = context.config.makes("sources")
    publisher = publisher_in(context.catalog, context.web, brief, source) if made else ""
    role = role_label(source, words)
    return SourceView(
        number,
        shown_name(words, brief, source, number),
        source.outlet,
        source_url(publisher) if publisher else "",
        source.language,
        source.title,
        source.url,
        source.author,
        date_view(words, source.published),
        role,
        *versions,
    )


def _entity_card(context: SiteContext, entity: str, words: Words) -> EntityCardView:
    found = context.catalog.entity_of[entity]
    return EntityCardView(found.name, entity_url(found.id), words.text(f"type_{found.type}"), found.description)


def _related(context: SiteContext, brief: Brief, words: Words) -> tuple[RelatedView, ...]:
    catalog, web = context.catalog, context.web
    return tuple(
        RelatedView(
            b.title,
            brief_url(b.slug),
            context.language(b),
            context.date(b.date, words),
            why(catalog, web, brief.slug, b.slug, words),
        )
        for b in map(catalog.brief_of.__getitem__, context.related(brief.slug))
    )


def _image(catalog: Catalog, image: Image, address: str) -> ImageView:
    shown = shown_picture(catalog, address) if is_local(address) else ()
    width, height = (shown[-1].width, shown[-1].height) if shown else (0, 0)
    files = tuple(PictureFileView(f"/{percent(one.path)}", one.width) for one in shown) if len(shown) > 1 else ()
    return ImageView(largest_picture(catalog, address), image.alt, image.credit, width, height, files, SIZES)


def _backlink(context: SiteContext, link: Backlink, brief: Brief, words: Words) -> SentenceView:
    """The sentence of another brief that links to a brief, which is named by its headline where its slug is written."""
    other = context.catalog.brief_of[link.slug]
    before, name, after = link.text[: link.start], link.text[link.start : link.end], link.text[link.end :]
    if not link.text:
        sentence = context.sentence(link.slug, link.start, link.end)
        before, name, after = sentence.before, sentence.name, sentence.after
    name = brief.title if name == brief.slug else name
    date, language = context.date(other.date, words), context.language(other)
    return SentenceView(other.title, brief_url(other.slug), language, date, before, name, after)


def _neighbour(context: SiteContext, order: int, step: int) -> LinkView | None:
    """The brief before or after one; what has no date is neither earlier nor later than anything."""
    place = order + step
    if not 0 <= place < len(context.catalog.briefs):
        return None
    brief = context.catalog.briefs[place]
    if not brief.date or not context.catalog.briefs[order].date:
        return None
    return LinkView(brief.title, brief_url(brief.slug), context.language(brief))


def _citation(context: SiteContext, brief: Brief, words: Words) -> tuple[str, ...]:
    """Headline, site and date, without the stops after them."""
    parts = [words.text("cite_title", title=brief.title), context.config.title]
    parts += [words.date(brief.date)] if brief.date else []
    return tuple(part.rstrip(".") for part in parts)
