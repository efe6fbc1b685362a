"""Addresses of pages and static files."""

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from annotated_briefings.base.config import Config
from annotated_briefings.base.dates import When
from annotated_briefings.base.names import as_named, as_stored
from annotated_briefings.base.paths import as_uri, has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import PAGES
from annotated_briefings.content.model import Brief

_NUMBERED = regex(r"(?<![^/])page(?=/\d+(?:/|$))")
_END = regex(r"[?#].*", re.DOTALL)
TYPE_SLUGS = {
    "company": "companies",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "government": "government",
    "product": "products",
    "law": "laws",
    "event": "events",
}
"""Entity type to the last part of the address of its index."""


def brief_url(slug: str) -> str:
    """Address of a brief."""
    return f"/briefs/{as_stored(slug)}/"


def page_url(slug: str) -> str:
    """Address of a page of the site's own."""
    return f"/{as_stored(slug)}/"


def text_url(text: Brief) -> str:
    """Address of a brief, or of the page of the site's own that a text is."""
    return page_url(text.slug) if text.path.startswith(f"{PAGES}/") else brief_url(text.slug)


def entity_url(entity: str) -> str:
    """Address of an entity."""
    return f"/entities/{as_stored(entity)}/"


def type_url(kind: str) -> str:
    """Address of the index of one type of entity."""
    return f"/entities/type/{TYPE_SLUGS[kind]}/"


def tag_url(slug: str) -> str:
    """Address of a tag; one that is called as the numbered pages of long lists are gets one of its own."""
    return f"/tags/{as_stored(_NUMBERED.sub('page-', slug))}/"


def tag_at(path: str) -> str:
    """The slug of the tag whose address is ``/tags/{path}/``."""
    return "/".join(part.removesuffix("-") for part in as_named(path).split("/"))


def story_url(story: str) -> str:
    """Address of a story."""
    return f"/stories/{as_stored(story)}/"


def story_start_url(story: str) -> str:
    """Address of a story told from its start."""
    return f"{story_url(story)}all/"


def source_url(publisher: str) -> str:
    """Address of a publisher."""
    return f"/sources/{as_stored(publisher)}/"


def person_url(person: str) -> str:
    """Address of somebody who writes or reviews."""
    return f"/people/{as_stored(person)}/"


def kind_url(kind: str) -> str:
    """Address of the list of notes of one kind; of all notes without one."""
    return f"/notes/{kind}/" if kind else "/notes/"


def author_url(author: str) -> str:
    """Address of the list of notes of one author, by the slug of the name."""
    return f"/notes/by/{as_stored(author)}/"


def notes_on_url(entity: str) -> str:
    """Address of the list of notes on one entity."""
    return f"/notes/on/{as_stored(entity)}/"


def history_url(quantity: str) -> str:
    """Address of all figures for one thing."""
    return f"/figures/of/{as_stored(quantity)}/"


def archive_url(when: When) -> str:
    """Address of the archive page of a date: its day, month or year, as precise as the date is."""
    month = f"{when.month:02}/" if when.month else ""
    return f"/{when.year:04}/{month}{when.day:02}/" if when.day else f"/{when.year:04}/{month}"


def below(target: str, origin: str) -> str:
    """The path from the site's folder that a link between files means, written in the file ``origin``; one that starts
    with a slash counts from there."""
    steps: list[str] = [] if target.startswith("/") else origin.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def file_url(files: Mapping[str, str], target: str, origin: str) -> str:
    """Address of the static file that a link or picture of the file ``origin`` means; empty where it means none.

    ``/img/a.png`` is written as for readers, ``../static/img/a.png`` as editors' programs show it, and so is ``a.png``
    for a file that lies beside the brief. ``files`` are names as seen from ``static/`` and the paths under which they
    are published.
    """
    found = _END.search(target)
    # A name may have `#` or `?` in it, and is looked for as a whole first.
    for path, rest in ((target, ""), (target[: found.start()], found[0])) if found else ((target, ""),):
        name = below(unquote(path), origin)
        published = files.get(name) if path.startswith("/") else None
        if path.startswith("/") or name.startswith("static/"):
            published = published or files.get(name.removeprefix("static/"))
        else:
            published = files.get(f"../{name}")
        if published:
            return f"/{quote(published)}{rest}"
    return ""


def picture_url(files: Mapping[str, str], src: str, origin: str) -> str:
    """Address of the picture that front matter names: a web address, a name below ``static/``, or as in a text."""
    if has_web_scheme(src):
        return as_uri(src)
    return file_url(files, f"/{src}", "") or file_url(files, src, origin)


def is_local(address: str) -> bool:
    """Whether an address is one of the site."""
    return address.startswith("/") and not address.startswith("//")


def picture_size(sizes: Mapping[str, tuple[int, int]], url: str) -> tuple[int, int]:
    """Width and height of the picture at an address of the site, in CSS pixels; zeros where they are not known."""
    return sizes.get(unquote(_END.sub("", url)).removeprefix("/"), (0, 0))


def contact_address(config: Config, title: str, page: str) -> str:
    """The address at which readers tell of a mistake on a page: a mail with its title as subject and its address in
    the text, or the editors' own page with both filled in. Empty where the settings name none."""
    url = config.base_url + page if config.base_url else ""
    if not config.contact or "://" in config.contact:
        return config.contact.replace("{title}", quote(title, safe="")).replace("{url}", quote(url, safe=""))
    # Mail programs show a text that ends with an address as one that can be opened.
    return f"mailto:{config.contact}?subject={quote(title, safe='')}&body={quote(url, safe='')}"
