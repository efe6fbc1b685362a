"""What ``briefings init`` laid out and nobody has changed: not meant for readers."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from annotated_briefings.base.diagnostics import Finding, Rule, Severity, rule
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.content.model import Brief
from annotated_briefings.site.checks.whole_site import WholeSite

SETTINGS = {
    "title": ("My briefings", "give your site a name of its own"),
    "base_url": ("https://example.org", "put in the address under which the site will be served"),
    "editor": ("The news desk", "say who publishes the site"),
}
"""Keys of site.yaml with the values that a new site has, and what to do about each."""
EXAMPLE = "briefings/2026/tideworks-first-turbine.md"
"""The example brief of a new site."""
EXAMPLE_DIGEST = "75db7413c633b4d4ff873a4187ddf6b1"
"""Digest of its words."""


def digest_of(brief: Brief) -> str:
    """The digest by which the example brief is known, however a program has formatted its file."""
    return blake2b(" ".join(f"{brief.title} {brief.body.text}".split()).encode(), digest_size=16).hexdigest()


@rule("placeholder", Severity.WARNING, "something is still as `init` laid it out")
def placeholders(site: WholeSite) -> Iterator[Finding]:
    """A new site has a name, an address, an editor and a brief that only show how they are written. Published, they would
    tell readers nothing that is true, and all feeds and links would name a site that is not yours.

    ```
    site.yaml:2:11: warning[placeholder]: `base_url` is still `https://example.org`, as `init` wrote it
        2 | base_url: https://example.org
          |           ^^^^^^^^^^^^^^^^^^^
      help: put in the address under which the site will be served
    ```
    """
    settings = site.sources.get("site.yaml")
    for key, (value, remedy) in SETTINGS.items() if settings else ():
        if settings and getattr(site.context.config, key) == value and (place := _place(settings, key, value)):
            yield Finding(f"`{key}` is still `{value}`, as `init` wrote it", place, remedy)
    example = next((brief for brief in site.catalog.briefs if brief.path == EXAMPLE), None)
    if example and digest_of(example) == EXAMPLE_DIGEST:
        yield Finding(
            "the brief is the example that `init` wrote",
            Place(EXAMPLE, 1, 1),
            "delete it, or write your own in its place",
        )


def _place(settings: Source, key: str, value: str) -> Place | None:
    """Where a key has a value; None where it has another."""
    written = re.search(rf"^{key}:[ \t]*[\"']?({re.escape(value)})/?[\"']?[ \t]*(?:#.*)?$", settings.text, re.MULTILINE)
    return place_at(settings, written.start(1), len(value)) if written else None


RULES: tuple[Rule[WholeSite], ...] = (placeholders,)
"""All rules about what was laid out."""
