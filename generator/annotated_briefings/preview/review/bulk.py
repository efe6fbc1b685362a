"""Changes of many drafts at once: what each would become, before anything is written, and one step that writes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.site_files import DECISIONS, STORIES
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Append, Change, Set
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import confirming, guesses_in, keys_before
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.declare import named_story
from annotated_briefings.importer.deciding.reject import reject
from annotated_briefings.preview.editor.opened import PageQuestion, named, open_brief
from annotated_briefings.preview.editor.release import KEEP, change_brief, guess_changes, release_brief
from annotated_briefings.preview.review.known import KnownSite
from annotated_briefings.storage.edit_file import Refused
from annotated_briefings.storage.files import place_of
from annotated_briefings.storage.journal import Recording

_Changes = Callable[[Path, str, Brief, PageQuestion], Sequence[Change]]


class PlannedBrief(Value):
    """What a change of many would do to one brief."""

    path: str
    """Its file."""
    title: str
    """Its headline."""
    why: str = ""
    """Why it stays as it is; empty where it would be changed."""
    lines: tuple[str, ...] = ()
    """The lines that would go, with `-` before them, and those that would come, with `+`."""
    guesses: tuple[str, ...] = ()
    """What only import concluded of it, and stays unconfirmed."""


def plan_bulk(site: KnownSite, asked: PageQuestion) -> tuple[PlannedBrief, ...]:
    """What a change would do to each of the briefs that it names."""
    asked = _with_story(site, asked)
    return tuple(_planned(site, path, asked) for path in _paths(site, asked))


def _with_story(site: KnownSite, asked: PageQuestion) -> PageQuestion:
    """The same with the id of a story beside what was typed for it."""
    name = str(asked.get("name", "")).strip()
    return {**asked, "story": named_story(site.root, name, dry_run=True)} if asked.get("bulk") == "story" else asked


def do_bulk(site: KnownSite, asked: PageQuestion, step: Recording) -> tuple[Diagnostic, ...]:
    """Make a change of many, of those briefs that it can be made of."""
    planned = [one for one in plan_bulk(site, asked) if not one.why]
    asked = _with_story(site, asked)
    do = str(asked.get("bulk", ""))
    if not planned:
        message = "none of these briefs would be changed"
        return (report("refused-change", message, Place("_desk"), help="choose others; nothing was changed"),)
    step.what = f"{_DONE[do]} {named(site.session, planned[0].path) if len(planned) == 1 else f'{len(planned)} briefs'}"
    if do == "story":
        named_story(site.root, str(asked.get("name", "")).strip())
    if do == "reject":
        return _reject(site, [one.path for one in planned], step)
    for one in planned:
        write = release_brief if do == "publish" else change_brief
        write(site.session, one.path, partial(_changed, site.root, site.briefs[one.path], asked))
    return ()


def bulk_files(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    """The files that a change of many may change."""
    return (*_paths(site, asked), DECISIONS, STORIES)


def _paths(site: KnownSite, asked: PageQuestion) -> list[str]:
    wanted = asked.get("paths")
    known = site.derived.parsed
    return [path for path in dict.fromkeys(map(str, wanted if isinstance(wanted, list) else ())) if path in known]


def _planned(site: KnownSite, path: str, asked: PageQuestion) -> PlannedBrief:
    do = str(asked.get("bulk", ""))
    brief = site.briefs.get(path)
    if brief is None:
        return PlannedBrief(path, path, "it cannot be read")
    if do not in _DONE:
        return PlannedBrief(path, brief.title, "the page asked for something unknown")
    if do == "reject":
        return PlannedBrief(path, brief.title, "" if brief.draft else "it is no draft: hold it back first")
    try:
        write = release_brief if do == "publish" else change_brief
        before, after = write(site.session, path, partial(_changed, site.root, brief, asked), dry_run=True)
    except Refused as refused:
        return PlannedBrief(path, brief.title, refused.args[0].message)
    if before == after:
        return PlannedBrief(path, brief.title, _SAME[do])
    if do == "publish" and (why := _prevents(site, path, after)):
        return PlannedBrief(path, brief.title, why)
    left = () if do != "publish" else tuple(guess.field for guess in guesses_in(after))
    return PlannedBrief(path, brief.title, "", tuple(_difference(before, after)), left)


def _prevents(site: KnownSite, path: str, text: str) -> str:
    """What prevents that a brief with this text is published: its first error."""
    opened = open_brief(site.session, Source(path, text))
    errors = [one for one in opened.diagnostics if one.severity is Severity.ERROR]
    more = f" and {len(errors) - 1} more" if len(errors) > 1 else ""
    return f"error: {errors[0].message}{more}" if errors else ""


def _changed(root: Path, brief: Brief, asked: PageQuestion, text: str) -> str | None:
    return patch_front_matter(text, _CHANGES[str(asked["bulk"])](root, text, brief, asked))


def _publish(root: Path, text: str, _: Brief, asked: PageQuestion) -> Sequence[Change]:
    guesses = guess_changes(root, text, str(asked.get("guesses", KEEP)))
    return (*guesses, Set(("draft",), False, keys_before("draft")))


def _hold(_: Path, __: str, brief: Brief, ___: PageQuestion) -> Sequence[Change]:
    return () if brief.draft else (Set(("draft",), True, keys_before("draft")),)


def _confirm(_: Path, text: str, __: Brief, ___: PageQuestion) -> Sequence[Change]:
    return confirming(text, guesses_in(text))


def _tag(_: Path, __: str, brief: Brief, asked: PageQuestion) -> Sequence[Change]:
    tag = str(asked.get("name", "")).strip()
    if not tag or tag in [ref.text for ref in brief.tags]:
        return ()
    return (Append(("tags",), (tag,)),) if brief.tags else (Set(("tags",), [tag], keys_before("tags")),)


def _story(_: Path, __: str, brief: Brief, asked: PageQuestion) -> Sequence[Change]:
    story = str(asked.get("story", ""))
    return () if not story or story == brief.story else (Set(("story",), story, keys_before("story")),)


def _reject(site: KnownSite, paths: Sequence[str], step: Recording) -> tuple[Diagnostic, ...]:
    """Take drafts out of the site; articles that imports brought never come back by themselves."""
    imported = [site.briefs[path].articles[0] for path in paths if site.briefs[path].articles]
    if imported:
        done = reject(site.root, imported, at=f"{site.now:%Y-%m-%dT%H:%M:%SZ}")
        if done.diagnostics:
            return done.diagnostics
        step.runs += filter(None, [done.run])
    for path in paths:
        # Drafts that were edited, or typed here, are taken back by the journal alone.
        place_of(site.root, path).unlink(missing_ok=True)
    return ()


def _difference(before: str, after: str) -> Iterator[str]:
    old, new = before.splitlines(), after.splitlines()
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"-{line}" for line in old[a1:a2])
            yield from (f"+{line}" for line in new[b1:b2])


_CHANGES: Mapping[str, _Changes] = {
    "publish": _publish,
    "hold": _hold,
    "confirm": _confirm,
    "tag": _tag,
    "story": _story,
}
_DONE = {
    "publish": "published",
    "hold": "held back",
    "confirm": "confirmed guesses of",
    "reject": "rejected",
    "tag": "tagged",
    "story": "put into a story:",
}
"""What a change of many has done, in words."""
_SAME = {
    "publish": "it is no draft",
    "hold": "it is a draft already",
    "confirm": "nothing is unconfirmed",
    "tag": "it has the tag",
    "story": "it is in the story",
}
"""Why a change leaves a brief as it is."""
