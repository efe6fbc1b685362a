"""Addresses of pages."""

import re

from generator.base.dates import When
from generator.base.words import Words
from generator.site.view_parts import DateView

_NUMBERED = re.compile(r"(?<![^/])page(?=/\d+(?:/|$))")
TYPE_SLUGS = {"company": "companies", "person": "people", "place": "places", "organisation": "organisations",
              "government": "government", "product": "products", "law": "laws", "event": "events"}
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
    """Address of a tag; one that is called as the numbered pages of long lists are gets one of its own."""
    return f"/tags/{_NUMBERED.sub('page-', slug)}/"


def story_url(story: str) -> str:
    """Address of a story."""
    return f"/stories/{story}/"


def source_url(publisher: str) -> str:
    """Address of a publisher."""
    return f"/sources/{publisher}/"


def kind_url(kind: str) -> str:
    """Address of the list of notes of one kind; of all notes without one."""
    return f"/notes/{kind}/" if kind else "/notes/"


def author_url(author: str) -> str:
    """Address of the list of notes of one author, by the slug of the name."""
    return f"/notes/by/{author}/"


def notes_on_url(entity: str) -> str:
    """Address of the list of notes on one entity."""
    return f"/notes/on/{entity}/"


def history_url(quantity: str) -> str:
    """Address of all figures for one thing."""
    return f"/figures/of/{quantity}/"


def archive_url(when: When) -> str:
    """Address of the archive page of a date: its day, month or year, as precise as the date is."""
    parts = [f"{when.year:04}", *(f"{part:02}" for part in (when.month, when.day) if part)]
    return f"/{'/'.join(parts)}/"


def date_view(words: Words, when: When | None) -> DateView | None:
    """A date for templates that leads nowhere."""
    return DateView(words.date(when), when.iso, "") if when else None
