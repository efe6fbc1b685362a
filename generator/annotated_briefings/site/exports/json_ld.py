"""SiteContext for search engines: NewsArticle and Thing of schema.org as JSON-LD."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import field_texts
from annotated_briefings.content.model import Brief, Correction, Entity, Ref, SourceRef
from annotated_briefings.content.registry import Person
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.permanent_ids import permanent_id
from annotated_briefings.site.exports.social_picture import own_picture
from annotated_briefings.site.exports.translations import translations_of
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.model.relations import original_of
from annotated_briefings.site.urls import brief_url, entity_url, person_url

_TYPES = {
    "company": "Corporation",
    "person": "Person",
    "place": "Place",
    "organisation": "Organization",
    "government": "GovernmentOrganization",
    "law": "Legislation",
    "event": "Event",
}
"""Entity type to the class of schema.org."""
_LOGOS = ("apple-touch-icon.png", "favicon.svg")
"""Static files that stand for the publisher, the best first."""


def article_data(context: SiteContext, brief: Brief) -> str:
    """A brief as NewsArticle with its entities, sources and corrections."""
    base, web = context.config.base_url, context.web
    address = base + brief_url(brief.slug)
    about = web.about[brief.slug]
    publisher = _publisher(context)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "identifier": permanent_id(context, brief),
        **_carried(brief, entries=False),
        "inLanguage": context.language(brief),
        **_translations(context, brief),
        "datePublished": brief.date.iso if brief.date and brief.date.day else "",
        "dateModified": _modified(brief),
        "author": _people(context, brief, brief.author) or publisher,
        "editor": _people(context, brief, brief.reviewed_by),
        "publisher": publisher,
        "isPartOf": {"@type": "WebSite", "name": context.config.title, "url": f"{base}/"},
        "image": own_picture(context, brief) or (f"{address}card.png" if context.config.social_images else ""),
        "keywords": [context.catalog.tag_of[slug].label for slug in web.tags[brief.slug]],
        "about": [_thing(context, entity) for entity in about],
        "mentions": [_thing(context, entity) for entity in web.named[brief.slug] if entity not in about],
        **_carried(brief, entries=True),
        "hasPart": _quotations(context, brief),
    }
    return _written(data)


def _translations(context: SiteContext, brief: Brief) -> dict[str, Any]:
    """What it is a translation of, where it says so, and its own translations; those beside it are named by these."""
    base, original = context.config.base_url, original_of(context.catalog, brief)
    found = translations_of(context, brief.slug, base)
    works = {one.url: {"@type": "NewsArticle", "@id": one.url, "inLanguage": one.language} for one in found}
    above = base + brief_url(original.slug) if original else ""
    ours = [
        one.slug
        for name in context.web.translations.get(brief.slug, ())
        if original_of(context.catalog, one := context.catalog.brief_of[name]) is brief
    ]
    return {
        "translationOfWork": works.get(above, ""),
        "workTranslation": [works[base + brief_url(slug)] for slug in ours],
    }


def site_data(context: SiteContext) -> str:
    """The site as WebSite, with its search."""
    config = context.config
    search = {
        "@type": "SearchAction",
        "target": f"{config.base_url}/search/?q={{search_term_string}}",
        "query-input": "required name=search_term_string",
    }
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": f"{config.base_url}/",
        "url": f"{config.base_url}/",
        "name": config.title,
        "description": config.description,
        "inLanguage": config.language,
        "publisher": _publisher(context),
        "potentialAction": search if config.search else "",
    }
    return _written(data)


def _publisher(context: SiteContext) -> dict[str, Any]:
    config, files = context.config, context.catalog.files
    logo = next((f"{config.base_url}/{files[name]}" for name in _LOGOS if name in files), "")
    name = config.editor or config.title
    return _full({"@type": "Organization", "name": name, "url": f"{config.base_url}/", "logo": logo})


def entity_data(context: SiteContext, entity: Entity) -> str:
    """An entity as a Thing."""
    data = _thing(context, entity.id)
    data |= {
        "@context": "https://schema.org",
        "description": entity.description,
        "alternateName": list(dict.fromkeys((*entity.aliases, *entity.was))),
        "url": entity.website,
        "mainEntityOfPage": context.config.base_url + entity_url(entity.id),
    }
    return _written(data)


def person_data(context: SiteContext, person: Person) -> str:
    """Somebody who writes or reviews."""
    return _written({"@context": "https://schema.org", **_person(context, person), "description": person.description})


def _people(context: SiteContext, brief: Brief, refs: Iterable[Ref]) -> list[dict[str, Any]]:
    known = context.catalog.person_of
    signers = context.catalog.people_of(refs, brief.language)
    return [_person(context, known[s.id]) if s.id else {"@type": "Person", "name": s.name} for s in signers]


def _person(context: SiteContext, person: Person) -> dict[str, Any]:
    return _full(
        {
            "@type": "Person",
            "@id": context.config.base_url + person_url(person.id),
            "name": person.name,
            "jobTitle": person.role,
            "url": context.config.base_url + person_url(person.id),
            "sameAs": person.page,
            "email": person.mail if person.show_mail else "",
        }
    )


def _thing(context: SiteContext, entity: str) -> dict[str, Any]:
    found = context.catalog.entity_of[entity]
    # Search engines ask of everything that is a Product for what it costs; this is for what it is.
    kind = {"@type": "Thing", "additionalType": "https://schema.org/Product"} if found.type == "product" else None
    thing: dict[str, Any] = {
        **(kind or {"@type": _TYPES[found.type]}),
        "@id": context.config.base_url + entity_url(found.id),
        "name": found.name,
    }
    if found.same_as:
        thing["sameAs"] = list(found.same_as)
    return thing


def _citation(source: SourceRef) -> dict[str, Any]:
    return _full(
        {
            "@type": "Article",
            "headline": source.title,
            "url": source.url,
            "inLanguage": source.language,
            "datePublished": source.published.iso if source.published else "",
            "author": {"@type": "Person", "name": source.author} if source.author else "",
            "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else "",
        }
    )


def _quotations(context: SiteContext, brief: Brief) -> list[dict[str, Any]]:
    """The words of sources that receipts quote: only those that were found in the text of their source."""
    claims = [(p.quote, p.source) for p in brief.key_points] + [(f.quote, f.source) for f in brief.figures]
    verdicts = context.verdicts(brief)
    judged = zip(claims, (*verdicts.points, *verdicts.figures), strict=True)
    quoted = dict.fromkeys(claim for claim, kind in judged if kind is ReceiptKind.QUOTED)
    return [
        _full(
            {
                "@type": "Quotation",
                "text": quote,
                "inLanguage": brief.sources[number - 1].language,
                "isPartOf": {"@type": "Article", **_named(brief.sources[number - 1])},
            }
        )
        for quote, number in quoted
    ]


def _named(source: SourceRef) -> dict[str, Any]:
    """By what an article is known: its address, or else its headline and outlet."""
    if source.url:
        return {"url": source.url}
    publisher = {"@type": "Organization", "name": source.outlet} if source.outlet else ""
    return _full({"headline": source.title, "publisher": publisher})


def _correction(correction: Correction) -> dict[str, Any]:
    parts = [part for part in (correction.was, correction.now) if part]
    why = f" ({correction.why})" if correction.why and parts else correction.why
    text = " → ".join(parts) + why
    return _full(
        {"@type": "CorrectionComment", "text": text, "datePublished": correction.date.iso if correction.date else ""}
    )


def _modified(brief: Brief) -> str:
    known = [brief.date, brief.updated, *(c.date for c in brief.corrections)]
    newest = max((when for when in known if when and when.day), key=lambda when: when.instant, default=None)
    return newest.iso if newest else ""


ENTRIES: Mapping[str, Callable[[Any], dict[str, Any]]] = {"sources": _citation, "corrections": _correction}
"""How an entry of a field is written."""


def _carried(brief: Brief, entries: bool) -> dict[str, Any]:
    """What JSON-LD carries of the fields that the table says it does: those with entries, or those of plain text."""
    out: dict[str, Any] = {}
    # By property among entries: that is the order in which pages have always had them.
    carried = [field for field in BRIEF if field.json_ld and bool(field.inner) is entries]
    for field in sorted(carried, key=lambda field: field.json_ld) if entries else carried:
        value = brief.shown_sources if field.name == "sources" else getattr(brief, field.attributes[0])
        out[field.json_ld] = list(map(ENTRIES[field.name], value)) if entries else " ".join(field_texts(field, value))
    return out


def _full(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}


def _written(data: dict[str, Any]) -> str:
    """JSON that cannot end the script element it is in, whatever the texts hold."""
    text = json.dumps(_full(data), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028")
