"""Rules that need all files of the site at once.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from annotated_briefings.base.diagnostics import Absent, Finding, Rule, Severity, did_you_mean, rule
from annotated_briefings.base.i18n import words_for
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import BRIEF, SITE, WORDS
from annotated_briefings.base.source import Place, Source, line_start, place_at
from annotated_briefings.base.values import replace
from annotated_briefings.content.frontmatter import place_in
from annotated_briefings.content.model import Brief, Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.mentions import collect_names, find_mentions
from annotated_briefings.site.model.originals import oldest_first
from annotated_briefings.site.model.questions import same_question
from annotated_briefings.site.model.relations import entities_in, linked_by_pages, listed

ENTRY = regex(r"^[^\s#]", re.MULTILINE)
"""The first letter of an entry of a registry."""
EARLIEST = timedelta(hours=14)
"""A day begins in the east while it is still the day before elsewhere."""


@dataclass(frozen=True, slots=True)
class WholeSite:
    """Everything that a site is made of."""

    context: SiteContext
    """What pages are made from."""
    sources: Mapping[str, Source]
    """The files by path, for excerpts."""
    held: Sequence[Brief] = ()
    """The briefs that are not public."""

    @property
    def catalog(self) -> Catalog:
        """The facts of all files."""
        return self.context.catalog


@rule("duplicate-slug", Severity.ERROR, "two briefs would have the same address")
def duplicate_slug(site: WholeSite) -> Iterator[Finding]:
    """The older one is published, and the other one is left out. A file that has the name of a copy (`ferry copy.md`
    beside `ferry.md`) is the newer one; else the date decides, and on one day the shorter name, then the path.

    ```
    briefings/2024/news.md:1:1: error[duplicate-slug]: the slug `news` is already taken by briefings/2023/news.md
        1 | ---
          | ^
      help: give one of them another `slug:`; this brief is left out until then
    ```
    """
    for brief, first in site.catalog.duplicates:
        yield Finding(
            f"the slug `{brief.slug}` is already taken by {first.path}",
            brief.place,
            "give one of them another `slug:`; this brief is left out until then",
        )


@rule("no-outlet", Severity.HINT, "a source of a public brief has no outlet")
def no_outlet(site: WholeSite) -> Iterator[Finding]:
    """Readers are not told who published the source: its headline or the host of its address is shown in its place.
    `unknown` and the like are no outlet either.

    ```
    briefings/a.md:8:5: hint[no-outlet]: source 3 has no outlet
        8 |   - {title: A leaflet}
          |     ^
      help: add `outlet: ...` where it is known
    ```
    """
    for brief in site.catalog.briefs:
        for number, source in enumerate(brief.sources, 1):
            # An outlet that import concluded is a hint of its own.
            if not source.outlet and "outlet" not in brief.derived:
                absent = Absent(("outlet",), (brief.path,))
                remedy = "add `outlet: ...` where it is known"
                yield Finding(f"source {number} has no outlet", source.place, remedy, absent)


@rule("duplicate-alias", Severity.WARNING, "two entities claim the same name, or two people the same initials")
def duplicate_alias(site: WholeSite) -> Iterator[Finding]:
    """Nothing tells which of them a text means. The name is linked only in briefs whose front matter lists one of the
    two.

    ```
    briefings/entities.yaml:6:13: warning[duplicate-alias]: `Acme` names both `acme` and `acme-bakery`
        6 |   aliases: [Acme]
          |             ^^^^
      help: take it from one of them, or list it under `ambiguous` in both; until then it is linked only in briefs that list the entity
    ```
    """
    owner: dict[str, str] = {}
    for entity in sorted(site.catalog.entities, key=lambda e: (e.place.line, e.id)):
        for name in dict.fromkeys(n.casefold() for n in (entity.name, *entity.aliases)):
            first = owner.setdefault(name, entity.id)
            if first != entity.id and name not in {n.casefold() for n in entity.ambiguous}:
                shown = next(n for n in (entity.name, *entity.aliases) if n.casefold() == name)
                yield Finding(
                    f"`{shown}` names both `{first}` and `{entity.id}`",
                    _place_below(site.sources.get(entity.place.path), entity.place, shown),
                    "take it from one of them, or list it under `ambiguous` in both; until then it is "
                    "linked only in briefs that list the entity",
                )
    signer: dict[str, str] = {}
    for person in sorted(site.catalog.person_of.values(), key=lambda p: (p.place.line, p.id)):
        for name in dict.fromkeys(n for n in (person.id, person.initials) if n):
            first = signer.setdefault(name.casefold(), person.id)
            if first != person.id:
                place = _place_below(site.sources.get(person.place.path), person.place, name)
                yield Finding(f"`{name}` names both `{first}` and `{person.id}`", place, "give one other initials")


def _place_below(source: Source | None, place: Place, name: str) -> Place:
    """Where an entry that begins at a place has a name; the place itself where that is not seen."""
    if source is None:
        return place
    start, below = line_start(source, place.line), line_start(source, place.line + 1)
    following = ENTRY.search(source.text, below)
    entry = source.text[start : following.start() if following else len(source.text)]
    value = re.search(rf"(?<!\w){re.escape(name)}(?=[ \t]*(?:[\],}}\"'#]|$))", entry, re.MULTILINE)
    return place_at(source, start + value.start(), len(name)) if value else place


@rule("same-title", Severity.HINT, "two briefs have the same headline")
def same_title(site: WholeSite) -> Iterator[Finding]:
    """Readers of a list cannot tell them apart, and `[[headline]]` leads to one of them. Often one is a copy of the file
    of the other.

    ```
    briefings/b.md:2:8: hint[same-title]: briefings/a.md has the same headline
        2 | title: Storm over the harbour
          |        ^^^^^^^^^^^^^^^^^^^^^^
      help: give one of them another `title`, or delete the copy
    ```
    """
    first: dict[str, Brief] = {}
    for brief in oldest_first(site.catalog.briefs):
        other = first.setdefault(brief.title.casefold(), brief)
        if other is not brief:
            place = place_in(site.sources.get(brief.path), "title") or brief.place
            remedy = "give one of them another `title`, or delete the copy"
            yield Finding(f"{other.path} has the same headline", place, remedy)


@rule("same-id", Severity.WARNING, "two briefs have the same `id`")
def same_id(site: WholeSite) -> Iterator[Finding]:
    """Programs that read feeds would take them for one brief and show one of the two, so the later one has another id
    there, which it keeps when the line is taken out. Often it is a copy of the file of the other.

    ```
    briefings/b.md:3:5: warning[same-id]: `3f9c2a71d08e` is the id of briefings/a.md
        3 | id: 3f9c2a71d08e
          |     ^^^^^^^^^^^^
      help: take the line out of the copy
    ```
    """
    first: dict[str, Brief] = {}
    for brief in oldest_first(site.catalog.briefs):
        other = first.setdefault(brief.id, brief) if brief.id else brief
        if other is not brief:
            place = place_in(site.sources.get(brief.path), "id") or brief.place
            yield Finding(f"`{brief.id}` is the id of {other.path}", place, "take the line out of the copy")


@rule("two-leads", Severity.HINT, "two briefs of one day are the lead")
def two_leads(site: WholeSite) -> Iterator[Finding]:
    """One brief is the first of its day. Of two that have `lead: true` the one with the lower `weight` comes first, or
    else the later one by its time, or the first by its headline.

    ```
    briefings/b.md:4:7: hint[two-leads]: briefings/a.md:4:7 is the lead of 2024-05-01 too, and comes first
        4 | lead: true
          |       ^^^^
      help: take `lead` out of one of them
    ```
    """
    first: dict[str, Brief] = {}
    for brief in (one for one in site.catalog.briefs if one.lead):
        other = first.setdefault(_day(brief), brief)
        if other is not brief:
            whole, place = (place_in(site.sources.get(one.path), "lead") or one.place for one in (other, brief))
            where = f"{whole.path}:{whole.line}:{whole.column}"
            of_day = f" of {_day(brief)}" if brief.date else ""
            yield Finding(f"{where} is the lead{of_day} too, and comes first", place, "take `lead` out of one of them")


def _day(brief: Brief) -> str:
    return replace(brief.date, at="").iso if brief.date else ""


@rule("unknown-question", Severity.WARNING, "a brief answers a question that no other brief asks")
def unknown_question(site: WholeSite) -> Iterator[Finding]:
    """`answers:` closes a question of another brief, which has to ask it under `unknowns:` in the same words. Until then
    the question stays open.

    ```
    briefings/b.md:7:5: warning[unknown-question]: nobody asks `When will it reign?`
        7 |   - When will it reign?
          |     ^^^^^^^^^^^^^^^^^^^
      help: did you mean `When will it rain?`?
    ```
    """
    questions = site.context.questions
    for brief, answer in questions.unmatched:
        place = f" in {answer.brief}" if answer.brief else ""
        others = [q for q in questions.every if q.slug != brief.slug]
        asked = next((q.slug for q in others if same_question(q.text, answer.question)), "")
        hint = (
            f"write `brief: {asked}` in place of `brief: {answer.brief}`"
            if asked
            else did_you_mean(answer.question, [q.text for q in others])
        )
        yield Finding(
            f"nobody asks `{answer.question}`{place}",
            answer.place,
            hint or "copy the question from the `unknowns` of the brief that asks it",
            Absent((answer.question,), (BRIEF,)),
        )


@rule("unused-entity", Severity.HINT, "no brief names an entity of the registry")
def unused_entity(site: WholeSite) -> Iterator[Finding]:
    """It has no page; often the briefs use another name for it.

    ```
    briefings/entities.yaml:3:1: hint[unused-entity]: no brief names `Gridworks`
        3 | gridworks: {name: Gridworks, type: company}
          | ^^^^^^^^^
      help: it has no page; take the entry out, or add the names that briefs use as `aliases`
    ```
    """
    context, naming = site.context, site.context.web.briefs_naming
    # An entity that others belong to has a use, and so has one that a page of the site's own links to, or that a brief
    # names which is not public yet.
    used = {*context.parts, *(found.id for found in linked_by_pages(site.catalog) if isinstance(found, Entity))}
    unused = [e for e in site.catalog.entities if not naming.get(e.id) and e.id not in used]
    awaited = _named_in(site.catalog, site.held) if unused and site.held else frozenset()
    for entity in unused:
        if entity.id not in awaited:
            yield Finding(
                f"no brief names `{entity.name}`",
                entity.place,
                "it has no page; take the entry out, or add the names that briefs use as `aliases`",
                Absent((entity.id, entity.name, *entity.aliases, *entity.was), (BRIEF,)),
            )


def _named_in(catalog: Catalog, briefs: Sequence[Brief]) -> frozenset[str]:
    names = collect_names(catalog.entities)
    found: set[str] = set()
    for brief in briefs:
        ids = listed(catalog, brief)
        found.update(entities_in(catalog, brief, tuple(ids), find_mentions(brief.body.text, names, ids)))
    return frozenset(found)


@rule("future-date", Severity.WARNING, "a public brief has a date in the future")
def future_date(site: WholeSite) -> Iterator[Finding]:
    """`date` is the date of the news, and does not hold a brief back: this one is on the site already, above everything
    else. To publish it on that day, set `publish_at`. A correction is on the page already too, whatever its day.

    ```
    briefings/a.md:4:7: warning[future-date]: the date 2026-01-03 is still to come
        4 | date: 2026-01-03
          |       ^^^^^^^^^^
      help: correct `date`, or hold the brief back with `publish_at`
    ```
    """
    latest = (site.context.now + EARLIEST).strftime("%Y-%m-%dT%H:%M:%SZ")
    remedies = {"date": "correct `date`, or hold the brief back with `publish_at`", "corrections": "correct its `date`"}
    for brief in site.catalog.briefs:
        dates = (("date", brief.date), *(("corrections", correction.date) for correction in brief.corrections))
        for key, when in dates:
            if when and when.instant > latest:
                what = "date" if key == "date" else "date of a correction"
                source = site.sources.get(brief.path)
                at = source.text.find(when.iso, source.text.find(f"\n{key}:")) if source and key != "date" else -1
                place = place_at(source, at, len(when.iso)) if source and at > 0 else place_in(source, key)
                yield Finding(f"the {what} {when.iso} is still to come", place or brief.place, remedies[key])


@rule("no-address", Severity.HINT, "the site's own address is unknown")
def no_address(site: WholeSite) -> Iterator[Finding]:
    """Feeds, the sitemap and pictures for other sites need whole addresses. Without `base_url` they are left out; all
    pages are built, with relative links.

    ```
    site.yaml:1:1: hint[no-address]: the site has no `base_url`, so feed.xml and sitemap.xml are left out
        1 | title: Test
          | ^
      help: add `base_url: ...` with the address under which the site will be served
    ```
    """
    if not site.context.config.base_url:
        yield Finding(
            "the site has no `base_url`, so feed.xml and sitemap.xml are left out",
            Place(SITE, 1, 1),
            "add `base_url: ...` with the address under which the site will be served",
            Absent(("base_url",), (SITE,)),
        )


@rule("no-words", Severity.HINT, "the words around briefs are in English, for want of those of the site's language")
def no_words(site: WholeSite) -> Iterator[Finding]:
    """Headings and labels of a language that is not included are English. Dates, numbers, quotation marks and
    direction are right all the same, and briefs are untouched.

    ```
    site.yaml:3:1: hint[no-words]: no words are known for `language: nl`; headings and labels are in English
        3 | language: nl
          | ^^^^^^^^
      help: write them under `nl:` in templates/words.yaml
    ```
    """
    language = site.context.config.language
    if words_for(site.context.catalogue, language):
        return
    source = site.sources.get(SITE)
    key = re.search(r"^language(?=\s*:)", source.text, re.MULTILINE) if source else None
    yield Finding(
        f"no words are known for `language: {language}`; headings and labels are in English",
        place_at(source, key.start(), len(key[0])) if source and key else Place(SITE, 1, 1),
        f"write them under `{language}:` in {WORDS}",
    )


RULES: tuple[Rule[WholeSite], ...] = (
    duplicate_slug,
    duplicate_alias,
    same_title,
    same_id,
    two_leads,
    unknown_question,
    unused_entity,
    future_date,
    no_address,
    no_outlet,
    no_words,
)
"""All rules that need the whole site, but those of modules of their own."""
