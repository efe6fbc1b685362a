"""What wikilinks and links between files lead to."""

from annotated_briefings.content.model import Brief, Entity
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.urls import below, brief_url, entity_url, file_url, tag_url


def wiki_target(catalog: Catalog, target: str) -> tuple[str, str] | None:
    """Class and address of what a wikilink means; None when it means nothing."""
    found, fragment = catalog.linked(target)
    if isinstance(found, Brief):
        return "brief-link", brief_url(found.slug) + fragment
    if isinstance(found, Entity):
        return "entity", entity_url(found.id)
    return ("tag-link", tag_url(found.slug)) if found else None


def local_target(catalog: Catalog, target: str, origin: str) -> str:
    """Address of a link between files: ``../2023/other.md`` is that brief, ``../static/a.png`` that file; anything else
    stays as written."""
    path, mark, fragment = target.partition("#")
    if not path.endswith(".md"):
        return file_url(catalog.files, target, origin) or target
    brief = catalog.brief(below(path, origin))
    return brief_url(brief.slug) + mark + fragment if brief else target
