"""Rules about one brief among the other files of the site: names and missing pictures; see ``link_targets`` for links.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from shlex import quote

from annotated_briefings.base.diagnostics import Absent, Finding, Rule, Severity, did_you_mean, rule, rule_for
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.site_files import ENTITIES, PEOPLE, STORIES, TAGS
from annotated_briefings.base.source import BESIDE, Source
from annotated_briefings.base.yaml.names import split_names
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.base.yaml.writer import listed
from annotated_briefings.content.markdown.wikilinks import SCHEME
from annotated_briefings.content.model import Brief, Ref
from annotated_briefings.site.links import held_target
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.relations import original_of
from annotated_briefings.site.urls import picture_url

_SHELL = '"\\$`!'
"""What a shell reads within double quotes."""


@dataclass(frozen=True, slots=True)
class BriefInSite:
    """One brief and the files that it may name; of other briefs rules see the address and the headline alone."""

    catalog: Catalog
    """The facts of all files."""
    brief: Brief
    """The brief."""
    source: Source | None
    """Its file; None when it is not available."""


@rule_for("unknown-entity")
def unknown_entity(at: BriefInSite) -> Iterator[Finding]:
    """Names under ``entities`` that the registry does not know."""
    for ref in (*at.brief.about, *at.brief.mentions):
        if at.catalog.entity(ref.text, at.brief.language) is None:
            known = [n for e in at.catalog.entities for n in (e.name, e.id, *e.aliases)]
            hint = (
                _as_several(ref)
                or did_you_mean(ref.text, known)
                or f"{_command('entities', ref.text)} declares it; say what it is with `--type`"
            )
            absent = Absent((ref.text,), (ENTITIES,))
            yield Finding(f"no entity is called `{ref.text}`", ref.place, hint, absent)


@rule_for("unknown-tag")
def unknown_tag(at: BriefInSite) -> Iterator[Finding]:
    """Tags that tags.yaml does not declare, where it declares any."""
    guessed = at.catalog.guessed_tags
    for ref in at.brief.tags if guessed else ():
        tag = at.catalog.tag(ref.text, at.brief.language)
        if tag and tag.slug in guessed:
            listed = (known for known in at.catalog.tags if known.slug not in guessed)
            declared = [name for known in listed for name in (known.slug, known.label, *known.aliases)]
            hint = _as_several(ref) or did_you_mean(ref.text, declared)
            hint = hint or f"{_command('tags', ref.text)} declares it; otherwise take it out"
            absent = Absent((ref.text, tag.slug), (TAGS,))
            yield Finding(f"the tag list does not know `{ref.text}`", ref.place, hint, absent)
    for ref in () if guessed else at.brief.tags:
        tag = at.catalog.tag(ref.text, at.brief.language)
        if _as_several(ref) and not (tag and tag.place.path == TAGS):
            yield Finding(f"`{ref.text}` is one tag with a comma in it", ref.place, _as_several(ref))


def _command(group: str, name: str) -> str:
    """The command that declares a name, as it can be typed in a shell."""
    return in_code(f"briefings {group} add {quote(name) if set(name) & set(_SHELL) else chr(34) + name + chr(34)}")


_AND = regex(r"\s+(?:and|und|et|y|e|och|og|&|\+|/)\s+")
"""What people write between the names of two persons."""


def _each_apart(names: Sequence[str]) -> str:
    """How the names of several persons are written, in a list or between commas; empty for one."""
    return f"if it is several, write each apart: {', '.join(f'`{name}`' for name in names)}" if len(names) > 1 else ""


def _as_several(ref: Ref) -> str:
    """How a name with commas is written as several, which it may be; empty for one without."""
    names = [name for _, name in split_names(ref.text)]
    return f"if it is several, write them as `{listed(names)}`" if len(names) > 1 else ""


@rule("unknown-story", Severity.WARNING, "a brief names a story that is nearly one of the list")
def unknown_story(at: BriefInSite) -> Iterator[Finding]:
    """A story needs no entry in `stories.yaml`, so a slip in its id begins another story. One that differs little from
    a declared id is likely such a slip.

    ```
    briefings/a.md:5:8: warning[unknown-story]: the list of stories does not know `tidal-power-rolout`
        5 | story: tidal-power-rolout
          |        ^^^^^^^^^^^^^^^^^^
      help: did you mean `tidal-power-rollout`?
    ```
    """
    name, story = at.brief.story_name, at.brief.story
    if name is None or story in at.catalog.story_of:
        return
    if hint := meant_story(story, at.catalog.story_of):
        absent = Absent((name.text, story), (STORIES,))
        yield Finding(f"the list of stories does not know `{name.text}`", name.place, hint, absent)


def meant_story(story: str, declared: Iterable[str]) -> str:
    """A help text naming the declared story that a misspelt id is closest to, or an empty text."""
    # `week-2` beside `week-1` is no slip.
    return did_you_mean(story, [known for known in declared if _digits(known) == _digits(story)])


@rule("unknown-translation", Severity.WARNING, "a brief is a translation of nothing that could be its original")
def unknown_translation(at: BriefInSite) -> Iterator[Finding]:
    """`translation_of` names another brief in another language, by its slug, its headline or its file. Pages, feeds and
    the sitemap then lead from each to the other. What names no brief, the brief itself or one in the same language
    makes no link.

    ```
    briefings/a.md:5:17: warning[unknown-translation]: no brief is called `quay-reopned`
        5 | translation_of: quay-reopned
          |                 ^^^^^^^^^^^^
      help: did you mean `quay-reopened`?
    ```
    """
    name, own = at.brief.translation_of, at.brief.language or at.catalog.language
    if name is None or original_of(at.catalog, at.brief) or held_target(at.catalog, SCHEME + name.text, at.brief.path):
        return
    found = at.catalog.brief(name.text, at.brief.language)
    if found is None:
        hint = did_you_mean(name.text, list(at.catalog.brief_of)) or "give the slug, headline or file of the original"
        yield Finding(f"no brief is called `{name.text}`", name.place, hint, Absent((name.text,), (".md",)))
    elif found is at.brief:
        yield Finding(
            f"`{name.text}` is the brief itself",
            name.place,
            "take it out, or name the brief that it was translated from",
        )
    else:
        hint = "write in which language each is, as `lang`; a brief without it is in that of the site"
        yield Finding(f"`{name.text}` is in the same language, `{own}`", name.place, hint)


@rule("unknown-person", Severity.WARNING, "nobody of the list of people has these initials or this name")
def unknown_person(at: BriefInSite) -> Iterator[Finding]:
    """Where `people.yaml` lists people, those under `author` and `reviewed_by` are looked up there by initials, id or
    name. Others are shown as they are typed, and have no page.

    ```
    briefings/a.md:5:9: warning[unknown-person]: the list of people does not know `RQ`
        5 | author: RQ
          |         ^^
      help: did you mean `RL`?
    ```
    """
    people, names = at.catalog.person_of.values(), at.catalog.person_names
    for ref in (*at.brief.author, *at.brief.reviewed_by) if people else ():
        if names.find(ref.text, at.brief.language or at.catalog.language) is None:
            known = [name for one in people for name in (one.initials, one.name, one.id) if name]
            hint = (
                _each_apart([name for one in _AND.split(ref.text) for _, name in split_names(one)])
                or _initials_meant(ref.text, known)
                or did_you_mean(ref.text, known)
                or f"{_command('people', ref.text)} lists them"
            )
            absent = Absent((ref.text,), (PEOPLE,))
            yield Finding(f"the list of people does not know `{ref.text}`", ref.place, hint, absent)


def _initials_meant(text: str, known: Iterable[str]) -> str:
    """The only initials that begin as a short text does; empty where there are none, or several."""
    near = [name for name in known if len(name) < 4 and len(text) < 4 and name[:1].casefold() == text[:1].casefold()]
    return f"did you mean `{near[0]}`?" if len(near) == 1 else ""


@rule_for("broken-link")
def missing_pictures(at: BriefInSite) -> Iterator[Finding]:
    """An ``image`` of the front matter that is not there."""
    catalog, image = at.catalog, at.brief.image
    if image and not picture_url(catalog.files, image.src, at.brief.path):
        hint = did_you_mean(image.src.lstrip("/"), sorted(n for n in catalog.files if not n.startswith(BESIDE)))
        yield Finding(
            f"there is no picture `{shortened(image.src)}`",
            image.place,
            hint or "put it into static/ or beside the brief; the page is shown without it",
        )


@rule("undated", Severity.HINT, "a brief has no date")
def undated(at: BriefInSite) -> Iterator[Finding]:
    """A brief without a date comes last in all lists, and is in no feed and under no day. A year or a month is enough, if
    no more is known.

    ```
    briefings/a.md:1:1: hint[undated]: the brief has no date, so no feed and no day of the archive shows it
        1 | ---
          | ^
      help: add `date: 2023-05-12`, or `2023-05` or `2023` if no more is known
    ```
    """
    # A date that import concluded is a hint of its own.
    if at.brief.date is None and "date" not in at.brief.derived:
        yield Finding(
            "the brief has no date, so no feed and no day of the archive shows it",
            at.brief.place,
            "add `date: 2023-05-12`, or `2023-05` or `2023` if no more is known",
            Absent(("date",), (at.brief.path,)),
        )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


RULES: tuple[Rule[BriefInSite], ...] = (
    unknown_entity,
    unknown_tag,
    unknown_story,
    unknown_translation,
    unknown_person,
    missing_pictures,
    undated,
)
"""All rules about one brief among the other files."""
