"""Names that look like one name: entities and tags that were written twice."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from annotated_briefings.base.diagnostics import Finding, Rule, Severity, rule
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.content.model import Entity, Story, Tag
from annotated_briefings.site.checks.whole_site import WholeSite
from annotated_briefings.site.model.catalog import Catalog

T = TypeVar("T", Entity, Tag, Story)
_FORMS = regex(
    r"(?:-(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|nv|se|group|holdings?))+$"
)
"""Legal forms at the end of the name of a company."""
_SHORT = 6
"""Letters from which one letter more, less or other is taken for a slip."""
_SHARING = 5
"""Entries of one key that are compared with each other."""


@rule("similar-name", Severity.HINT, "two entities, two tags or two stories look like one")
def similar_name(site: WholeSite) -> Iterator[Finding]:
    """Two names differ only in a legal form, capitals, hyphens or accents, or, of tags and stories, in their number or
    one letter, and are likely one. If they are not, nothing has to be done.

    ```
    briefings/entities.yaml:2:1: hint[similar-name]: `Tideworks` and `Tideworks, Ltd.` look like one entity
        2 | tideworks-ltd: {name: "Tideworks, Ltd.", type: company, aliases: [Tideworks Ltd]}
          | ^^^^^^^^^^^^^
      help: if they are: `briefings entities merge tideworks-ltd tideworks`
    ```
    """
    catalog = site.catalog
    for a, b in _pairs(catalog.entities, lambda e: (_FORMS.sub("", slugify(e.name)),)):
        yield Finding(
            f"`{a.name}` and `{b.name}` look like one entity",
            b.place,
            f"if they are: `briefings entities merge {b.id} {a.id}`",
        )
    declared = [tag for tag in catalog.tags if tag.slug not in catalog.guessed_tags]
    for first, second in _pairs(tuple(_undeclared_stories(catalog)), lambda story: near_keys(story.id)):
        yield Finding(
            f"the stories `{first.id}` and `{second.id}` look like one",
            second.place,
            f"if they are: write `story: {first.id}` in {second.place.path}",
        )
    for one, other in _pairs(declared, lambda tag: near_keys(tag.slug)):
        if other.parent != one.slug and one.parent != other.slug:
            yield Finding(
                f"the tags `{one.slug}` and `{other.slug}` look like one",
                other.place,
                f"if they are: `briefings tags merge {other.slug} {one.slug}`",
            )


def _pairs(items: Sequence[T], keys: Callable[[T], tuple[str, ...]]) -> Iterator[tuple[T, T]]:
    """Pairs of entries that share a key, in the order of their file."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in sorted(items, key=lambda i: (i.place.path, i.place.line, i.place.column)):
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    reported: set[tuple[int, int]] = set()
    for key, group in groups.items():
        for a, b in combinations(group[:_SHARING], 2):
            if key and (id(a), id(b)) not in reported:
                reported.add((id(a), id(b)))
                yield a, b


def _undeclared_stories(catalog: Catalog) -> Iterator[Story]:
    """The stories that briefs name and no list declares, each where it is named first."""
    seen: set[str] = set()
    for brief in sorted(catalog.briefs, key=lambda brief: brief.path):
        if brief.story_name and brief.story not in catalog.story_of and brief.story not in seen:
            seen.add(brief.story)
            yield Story(brief.story, brief.story_name.text, "", brief.story_name.place)


def near_keys(slug: str) -> tuple[str, ...]:
    """What two slugs share that differ in number, hyphens or one letter."""
    word = slugify(slug.replace("/", "-")).replace("-", "")
    own = word.removesuffix("s") if len(word) > 3 else word
    if len(own) < _SHORT or any(c.isdigit() for c in own):
        return (own,)
    # Words that differ by one letter are the same once one letter is left out of one or both (SymSpell).
    return (own, *(own[:at] + own[at + 1 :] for at in range(len(own))))


RULES: tuple[Rule[WholeSite], ...] = (similar_name,)
"""The rule of this module."""
