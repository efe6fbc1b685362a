"""Articles of a file whose last lines name their sources: `Quelle: Ostblick` below each of them."""

from collections.abc import Sequence

from annotated_briefings.base.values import replace
from annotated_briefings.intake.labels import closing_outlet
from annotated_briefings.intake.model import Article

_LINES = 3
"""Last lines of an article among which the one that names its source is."""


def with_closing_facts(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, marked where most of several end with a line that names their source."""
    named = [_names_source(article) for article in articles]
    if sum(named) < 2 or 2 * sum(named) <= len(named):
        return tuple(articles)
    return tuple(
        replace(article, given=replace(article.given, ends_with_source=True)) if found else article
        for article, found in zip(articles, named, strict=True)
    )


def _names_source(article: Article) -> bool:
    texts = [one.text for one in article.paragraphs if not one.aside]
    return any(closing_outlet(text) for text in texts[1:][-_LINES:])
