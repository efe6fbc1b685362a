"""What wikilinks and links between files lead to."""

from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.urls import below, brief_url, entity_url, file_url, tag_url


def wiki_target(catalog: Catalog, target: str) -> tuple[str, str] | None:
    """Class and address of what a wikilink means: a brief, an entity or a tag, in this order."""
    name, mark, fragment = target.partition("#")
    brief = catalog.brief(name)
    if brief:
        return "brief-link", brief_url(brief.slug) + mark + fragment
    entity = catalog.entity(name)
    if entity:
        return "entity", entity_url(entity.id)
    tag = catalog.tag(name)
    return ("tag-link", tag_url(tag.slug)) if tag else None


def local_target(catalog: Catalog, target: str, origin: str) -> str:
    """Address of a link between files: ``../2023/other.md`` is that brief, ``../static/a.png`` that file; anything else
    stays as written."""
    path, mark, fragment = target.partition("#")
    if not path.endswith(".md"):
        return file_url(catalog.files, target, origin) or target
    brief = catalog.brief(below(path, origin))
    return brief_url(brief.slug) + mark + fragment if brief else target
