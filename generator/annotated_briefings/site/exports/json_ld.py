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
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.urls import brief_url, entity_url, person_url

_TYPES = {
    "company": "Corporation",
    "person": "Person",
    "place": "Place",
    "organisation": "Organization",
    "government": "GovernmentOrganization",
    "product": "Product",
    "law": "Legislation",
    "event": "Event",
}
"""Entity type to the class of schema.org."""


def article_data(context: SiteContext, brief: Brief) -> str:
    """A brief as NewsArticle with its entities, sources and corrections."""
    base, web = context.config.base_url, context.web
    address = base + brief_url(brief.slug)
    about = web.about[brief.slug]
    publisher = {"@type": "Organization", "name": context.config.editor or context.config.title, "url": f"{base}/"}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "identifier": permanent_id(context, brief),
        **_carried(brief, entries=False),
        "inLanguage": context.language(brief),
        "datePublished": brief.date.iso if brief.date else "",
        "dateModified": _modified(brief),
        "author": _people(context, brief, brief.author) or publisher,
        "editor": _people(context, brief, brief.reviewed_by),
        "publisher": publisher,
        "isPartOf": {"@type": "WebSite", "name": context.config.title, "url": f"{base}/"},
        "image": f"{address}card.png" if context.config.social_images else "",
        "keywords": [context.catalog.tag_of[slug].label for slug in web.tags[brief.slug]],
        "about": [_thing(context, entity) for entity in about],
        "mentions": [_thing(context, entity) for entity in web.named[brief.slug] if entity not in about],
        **_carried(brief, entries=True),
        "hasPart": _quotations(context, brief),
    }
    return _written(data)


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
    thing: dict[str, Any] = {
        "@type": _TYPES[found.type],
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
    newest = max((when for when in known if when), key=lambda when: when.instant, default=None)
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
