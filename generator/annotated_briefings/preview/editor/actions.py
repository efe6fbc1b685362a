"""What the buttons on the page of a brief do: the same small edits of files that the commands make, each a step that
can be undone.
"""

from collections.abc import Callable, Mapping, Sequence

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import DECISIONS, ENTITIES, STORIES, TAGS
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.patch import Change, Set
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import (
    Guess,
    confirming,
    confirming_without,
    keys_before,
    refusing,
)
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.editing.corrections.changed_figures import day_in, with_correction
from annotated_briefings.editing.declare import named_story
from annotated_briefings.editing.entities.suggestions import accept
from annotated_briefings.editing.reanchor import reanchor
from annotated_briefings.editing.tags import accept_tags
from annotated_briefings.importer.deciding.reject import reject
from annotated_briefings.preview.editor.gate import gate_of
from annotated_briefings.preview.editor.opened import PageQuestion, brief_path, named, now, text_of
from annotated_briefings.preview.editor.release import (
    KEEP,
    change_brief,
    release_brief,
    released_text,
    schedule_change,
)
from annotated_briefings.preview.editor.signing import reviewing
from annotated_briefings.preview.session import Session
from annotated_briefings.preview.steps import step_back, step_forward
from annotated_briefings.storage.edit_file import Refused
from annotated_briefings.storage.files import place_of
from annotated_briefings.storage.journal import Recording, recorded

Found = tuple[Diagnostic, ...]
Action = Callable[[Session, str, PageQuestion, Recording], Found]
"""From the site, the path of a brief, what was asked and the step that it makes to what prevented it."""


def act(session: Session, asked: PageQuestion) -> tuple[str, tuple[str, ...], Found]:
    """Do what a button says: what was done, in words, the files that it changed, and what prevented it. Raises
    Refused."""
    do = str(asked.get("do", ""))
    root, person = session.request.root, session.request.person
    if do in _STEPS:
        moved = _STEPS[do](root, person, str(asked.get("mark") or ""))
        return f"{do}: {moved.what}" if moved.what else "", moved.changed, moved.found
    action = _ACTIONS.get(do)
    if action is None:
        raise Refused(
            report("refused-change", "the page asked for something unknown", Place("_desk"), help="load the page again")
        )
    path = brief_path(session, asked)
    what = f"{_DONE[do]} {named(session, path)}"
    with recorded(root, person, what, touched(path)) as step:
        found = action(session, path, asked, step)
    return what, tuple(step.changed), found


def touched(path: str) -> tuple[str, ...]:
    """The files that an action on a brief may change."""
    return (path, ENTITIES, TAGS, STORIES, DECISIONS)


def _publish(session: Session, path: str, asked: PageQuestion, _: Recording) -> Found:
    return _opened_up(session, path, asked, ())


def _schedule(session: Session, path: str, asked: PageQuestion, _: Recording) -> Found:
    """Publish it at a time of the site's zone."""
    return _opened_up(session, path, asked, (schedule_change(session, path, str(asked.get("when", ""))),))


def _opened_up(session: Session, path: str, asked: PageQuestion, more: tuple[Change, ...]) -> Found:
    """Set ``draft: false``, unless the brief has an error, and do with guesses of import what the editor has chosen."""
    root = session.request.root
    gate = gate_of(session, Source(path, text_of(root, path)), now())
    if gate.errors:
        return gate.errors
    brief = session.derived.briefs.get(path)
    if asked.get("reviewed") and gate.reviewer and brief:
        more = (*more, reviewing(brief, gate.reviewer))
    guesses = str(asked.get("guesses", KEEP))
    release_brief(session, path, lambda text: released_text(root, text, guesses, more))
    return ()


def _hold(session: Session, path: str, _: PageQuestion, __: Recording) -> Found:
    draft = Set(("draft",), True, keys_before("draft"))
    change_brief(session, path, lambda text: patch_front_matter(text, [draft]))
    return ()


def _confirm(session: Session, path: str, asked: PageQuestion, _: Recording) -> Found:
    title = str(asked.get("title") or "").strip()
    stories = [
        guess for guess in _chosen(session, text_of(session.request.root, path), asked) if guess.field == "story"
    ]
    if title and stories and isinstance(stories[0].value, str):
        named_story(session.request.root, stories[0].value, title)
    change_brief(session, path, lambda text: patch_front_matter(text, _confirmed(session, text, asked)))
    return ()


def _refuse(session: Session, path: str, asked: PageQuestion, _: Recording) -> Found:
    change_brief(session, path, lambda text: patch_front_matter(text, refusing(text, _chosen(session, text, asked))))
    return ()


def _confirmed(session: Session, text: str, asked: PageQuestion) -> Sequence[Change]:
    """The changes that confirm guesses, without those entries of a list that an editor leaves out."""
    chosen, without = _chosen(session, text, asked), asked.get("without")
    if len(chosen) == 1 and isinstance(without, list):
        return confirming_without(text, chosen[0], [one for one in without if isinstance(one, int)])
    return confirming(text, chosen)


def _chosen(session: Session, text: str, asked: PageQuestion) -> list[Guess]:
    wanted = asked.get("fields") or ()
    return [guess for guess in guesses_of(session.request.root, text) if wanted == "all" or guess.field in wanted]


def _correct(session: Session, path: str, asked: PageQuestion, _: Recording) -> Found:
    """Tell readers of figures that have changed."""
    brief = session.derived.briefs.get(path)
    wrong = asked.get("wrong") or []
    day = day_in(session.derived.loaded.config.time_zone, now())
    if brief:
        why = " ".join(str(asked.get("why") or "").split())
        pairs = [(str(one["was"]), str(one["now"])) for one in wrong]
        change_brief(session, path, lambda text: with_correction(text, brief, pairs, why, day))
    return ()


def _reject(session: Session, path: str, _: PageQuestion, step: Recording) -> Found:
    """Take a draft out of the site; an article that import brought never comes back by itself."""
    root, brief = session.request.root, session.derived.briefs.get(path)
    if brief is None or not brief.draft:
        raise Refused(
            report(
                "refused-change", f"`{path}` is no draft", Place(path), help="hold it back first; nothing was changed"
            )
        )
    if brief.articles:
        done = reject(root, [brief.articles[0]], at=f"{now():%Y-%m-%dT%H:%M:%SZ}")
        if done.diagnostics:
            return done.diagnostics
        step.runs += filter(None, [done.run])
    # A draft that was edited, or typed here, is taken back by the journal alone.
    place_of(root, path).unlink(missing_ok=True)
    return ()


def _take_words(session: Session, path: str, asked: PageQuestion, _: Recording) -> Found:
    """Fix a note to words of the text."""
    note, place = str(asked.get("note", "")), asked.get("place", 0)
    quote = str(asked.get("quote", ""))
    done = reanchor(
        session.request.root,
        [note],
        write=True,
        quote=quote,
        place=place if isinstance(place, int) else 0,
        brief=path,
    )
    if done.written or done.diagnostics:
        return done.diagnostics
    why = next((one.why for one in done.proposals if one.why), "its words are not in the text")
    help_ = "select the words in the text, or correct the quote; nothing was changed"
    return (report("refused-change", f"the note was not moved: {why}", Place(path), help=help_),)


def _declare_entity(session: Session, _: str, asked: PageQuestion, __: Recording) -> Found:
    name, type_ = str(asked.get("name", "")), str(asked.get("type", ""))
    return accept(session.request.root, [name], type_=type_).diagnostics


def _declare_tag(session: Session, _: str, asked: PageQuestion, __: Recording) -> Found:
    return accept_tags(session.request.root, [str(asked.get("name", ""))]).diagnostics


_ACTIONS: Mapping[str, Action] = {
    "publish": _publish,
    "schedule": _schedule,
    "hold": _hold,
    "confirm": _confirm,
    "refuse": _refuse,
    "correct": _correct,
    "reject": _reject,
    "take-words": _take_words,
    "declare-entity": _declare_entity,
    "declare-tag": _declare_tag,
}
_DONE = {
    "publish": "published",
    "schedule": "scheduled",
    "hold": "held back",
    "confirm": "confirmed guesses of",
    "refuse": "refused guesses of",
    "correct": "told readers of a change of",
    "reject": "rejected",
    "take-words": "moved a note of",
    "declare-entity": "declared an entity of",
    "declare-tag": "declared a tag of",
}
"""What an action has done to a brief, in words."""
_STEPS = {"undo": step_back, "redo": step_forward}
