"""The same text in other languages, as pages and programs are told of it."""

from collections.abc import Mapping

from annotated_briefings.base.values import replace
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.parts import TranslationView


def translations_of(context: SiteContext, slug: str, base: str = "") -> tuple[TranslationView, ...]:
    """The translations of a brief, by language; ``base`` begins their addresses."""
    others = (context.catalog.brief_of[one] for one in context.web.translations.get(slug, ()))
    return tuple(TranslationView(one.title, base + brief_url(one.slug), context.language(one)) for one in others)


def in_every_language(context: SiteContext) -> Mapping[str, tuple[TranslationView, ...]]:
    """Address of each brief that has translations to the same text in every language, its own among them, for the
    sitemap."""
    base, out = context.config.base_url, {}
    for slug in context.web.translations:
        brief = context.catalog.brief_of[slug]
        own = TranslationView(brief.title, base + brief_url(slug), context.language(brief))
        views = (own, *translations_of(context, slug, base))
        out[brief_url(slug)] = tuple(sorted((replace(view, title="") for view in views), key=lambda one: one.language))
    return out
