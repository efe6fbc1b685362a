"""Links of one page that lead nowhere, without drawing the others: for the preview."""

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from generator.base.diagnostics import Diagnostic
from generator.content.model import Entity
from generator.output.audit import check_links, facts_of, links_of
from generator.output.render import Output
from generator.run.pinpointing import pinpointed
from generator.site.facts import Facts
from generator.site.lookup import find_page

_MADE = frozenset({"index.html", "index.md", "annotations.json", "card.png", "feed.xml", "feed.json"})
"""Files in the folder of a brief or of another one thing."""
_LISTS = re.compile(r"[^/]*$|\d{4}/|(?:notes|corrections|questions|figures|search)/")
"""Files at the top and lists: templates lead there, and nobody writes such links by hand."""


def dangling(
    root: Path, facts: Facts, declared: tuple[Entity, ...], files: Collection[str], page: Output
) -> tuple[Diagnostic, ...]:
    """What is said of the links of a page to pages and files that are not there; ``files`` are those that are no pages,
    ``declared`` is the registry with merged entries."""
    seen = facts_of(page)
    paths = {lead.partition("#")[0] for lead in links_of(seen, facts.config.base_path)} - {""}
    missing = {path for path in paths if not _is_there(facts, declared, files, path)}
    if not missing:
        return ()
    # Whether there is such a place on another page is not known before that page is drawn.
    places = frozenset(unquote(target.partition("#")[2]) for target in seen.targets)

    def ids(path: str) -> Collection[str]:
        return seen.ids if path == page.path else places

    known = {*files, *(f"briefs/{slug}/index.html" for slug in facts.catalog.brief_of), *(paths - missing)}
    return tuple(pinpointed(root, check_links([seen], known, ids, facts.config.base_path)))


def _is_there(facts: Facts, declared: tuple[Entity, ...], files: Collection[str], path: str) -> bool:
    if path in files or _LISTS.match(path):
        return True
    top, _, rest = path.partition("/")
    folder, _, name = rest.rpartition("/")
    if top == "briefs" and folder in facts.catalog.brief_of:
        return name in _MADE
    if top == "entities" and folder in facts.catalog.entity_of:
        return name in _MADE
    if top == "tags" and folder in facts.catalog.tag_of:
        return name in _MADE
    return find_page(facts, path, declared) is not None
