"""Addresses of pages and the words for dates."""

from generator.base.dates import When
from generator.site.view_parts import DateView

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
TYPE_NAMES = {
    "company": ("Company", "Companies"),
    "person": ("Person", "People"),
    "place": ("Place", "Places"),
    "organisation": ("Organisation", "Organisations"),
    "government": ("Government body", "Government"),
    "product": ("Product", "Products"),
    "law": ("Law", "Laws"),
    "event": ("Event", "Events"),
}
"""Entity type to its name for one and for many."""
TYPE_SLUGS = {kind: many.lower() for kind, (_, many) in TYPE_NAMES.items()}
"""Entity type to the last part of the address of its index."""


def brief_url(slug: str) -> str:
    """Address of a brief."""
    return f"/briefs/{slug}/"


def entity_url(entity: str) -> str:
    """Address of an entity."""
    return f"/entities/{entity}/"


def type_url(kind: str) -> str:
    """Address of the index of one type of entity."""
    return f"/entities/type/{TYPE_SLUGS[kind]}/"


def tag_url(slug: str) -> str:
    """Address of a tag."""
    return f"/tags/{slug}/"


def archive_url(when: When) -> str:
    """Address of the archive page of a date: its day, month or year, as precise as the date is."""
    parts = [f"{when.year:04}", *(f"{part:02}" for part in (when.month, when.day) if part)]
    return f"/{'/'.join(parts)}/"


def date_text(when: When) -> str:
    """A date as people write it."""
    words = [MONTHS[when.month - 1]] if when.month else []
    if when.day:
        words.insert(0, str(when.day))
    return " ".join([*words, str(when.year)])


def date_view(when: When | None, linked: bool = False) -> DateView | None:
    """A date for templates; ``linked`` when its archive page exists."""
    if when is None:
        return None
    return DateView(date_text(when), when.iso, archive_url(when) if linked else "")
