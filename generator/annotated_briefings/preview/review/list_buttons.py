"""What the buttons of the lists do: the same small edits of files that the commands make, each a step that can be
undone."""

from collections.abc import Callable, Mapping

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import DECISIONS, STORIES
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.deciding.reject import reject
from annotated_briefings.preview.editor.opened import PageQuestion, named
from annotated_briefings.preview.review import bulk, names, notes, places, quotes, today, versions
from annotated_briefings.preview.review.known import KnownSite
from annotated_briefings.preview.steps import step_back, step_forward
from annotated_briefings.storage.edit_file import Refused
from annotated_briefings.storage.journal import Recording, recorded
from annotated_briefings.storage.locks import SOURCES, LockBusy, hold_lock

Problems = tuple[Diagnostic, ...]


class Pressed(Value):
    """What a button did."""

    message: str
    """What was done, in words; empty where nothing was."""
    changed: tuple[str, ...]
    """The files that were changed."""
    found: Problems
    """What prevented it."""


class Button(Value):
    """A button of the lists."""

    done: str
    """What it has done, in words; what it was about follows."""
    about: str
    """The field of the question that says what it was about; empty where nothing follows."""
    files: Callable[[KnownSite, PageQuestion], tuple[str, ...]]
    """The files that it may change."""
    run: Callable[[KnownSite, PageQuestion], Problems]
    """What it does: what prevented it."""
    into: tuple[str, ...] = ()
    """Fields of the question, one of which names what it was merged into."""


def press(site: KnownSite, asked: PageQuestion) -> Pressed:
    """Do what a button says."""
    do = str(asked.get("do", ""))
    try:
        with hold_lock(site.root, SOURCES):
            if do in _STEPS:
                moved = _STEPS[do](site.root, site.session.request.person, str(asked.get("mark") or ""))
                return Pressed("" if moved.found else f"{do}: {moved.what}", moved.changed, moved.found)
            return _pressed(site, do, asked)
    except (LockBusy, Refused) as refused:
        return Pressed("", (), (refused.args[0],))


def _pressed(site: KnownSite, do: str, asked: PageQuestion) -> Pressed:
    what_was_done, person = "", site.session.request.person
    if do == "bulk":
        with recorded(site.root, person, "changed briefs", bulk.bulk_files(site, asked)) as step:
            found = bulk.do_bulk(site, asked, step)
    elif do in ("split", "join"):
        with recorded(site.root, person, do, (DECISIONS,)) as step:
            what_was_done, found = places.decide_place(site, asked, step)
    elif do == "take-over":
        what_was_done = f"took new words over into {named(site.session, str(asked.get('path', '')))}"
        with recorded(site.root, person, what_was_done, _version(site, asked)) as step:
            found = versions.take_over(site, asked, step)
            what_was_done = step.what
    elif do == "attach":
        with recorded(site.root, person, "attached a text", ()) as step:
            what_was_done, found = today.attach_text(site, asked, step)
    elif do == "reject-copy":
        with recorded(site.root, person, "left out a copy", (DECISIONS,)) as step:
            found = _reject_copy(site, asked, step)
    elif button := BUTTONS.get(do):
        with recorded(site.root, person, _what_was_done(site, button, asked), button.files(site, asked)) as step:
            found = button.run(site, asked)
    else:
        message = "the page asked for something unknown"
        return Pressed("", (), (report("refused-change", message, Place("_desk"), help="load the page again"),))
    return Pressed("" if found else what_was_done or step.what, tuple(dict.fromkeys(step.changed)), found)


def _what_was_done(site: KnownSite, button: Button, asked: PageQuestion) -> str:
    about = str(asked.get(button.about, "")) if button.about else ""
    known = names.entity_names(site)
    if button.about == "path":
        about = named(site.session, about)
    elif button.about == "entity":
        about = known.get(about, about)
    into = next((str(asked[key]) for key in button.into if asked.get(key)), "")
    into = f" into {known.get(into, into)}" if into else ""
    return f"{button.done} {about}{into}".strip()


def _reject_copy(site: KnownSite, asked: PageQuestion, step: Recording) -> Problems:
    done = reject(site.root, [str(asked.get("id", ""))], at=f"{site.now:%Y-%m-%dT%H:%M:%SZ}")
    step.runs += filter(None, [done.run])
    return done.diagnostics


def _keep_copy(site: KnownSite, asked: PageQuestion) -> Problems:
    return decide(site.root, [{"keep": str(asked.get("id", ""))}])


def _one_brief(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    path = str(asked.get("path", ""))
    return (path,) if path in site.derived.parsed else ()


def _brief_and_stories(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    return (*_one_brief(site, asked), STORIES)


def _brief_and_decisions(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    return (*_one_brief(site, asked), DECISIONS)


def _decisions(_: KnownSite, __: PageQuestion) -> tuple[str, ...]:
    return (DECISIONS,)


def _version(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    return (*versions.version_files(site, asked), DECISIONS)


def _registry(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    return (*names.name_files(site, asked), DECISIONS)


BUTTONS: Mapping[str, Button] = {
    "seen": Button("settled", "about", _decisions, today.settle),
    "confirm": Button("confirmed guesses of", "path", _brief_and_stories, today.settle_guesses),
    "refuse": Button("refused guesses of", "path", _one_brief, today.settle_guesses),
    "licence": Button("allowed a reprint by", "path", _one_brief, today.allow_reprint),
    "tell-readers": Button("told readers of a change of", "path", _brief_and_decisions, today.publish_correction),
    "keep-address": Button("kept an old address of", "path", _one_brief, today.keep_address),
    "keep-version": Button("settled a new version of", "path", _version, versions.keep_as_it_is),
    "keep-copy": Button("split off a copy of", "path", _decisions, _keep_copy),
    "fix-note": Button("moved a note of", "path", _one_brief, notes.fix_note),
    "delete-note": Button("deleted a note of", "path", _one_brief, notes.delete_note),
    "set-quote": Button("changed a quote of", "path", _one_brief, quotes.change_quote),
    "drop-quote": Button("took a quote out of", "path", _one_brief, quotes.change_quote),
    "delete-claim": Button("deleted a statement of", "path", _one_brief, quotes.change_quote),
    "accept-name": Button("accepted", "as", _registry, names.accept_name),
    "merge-name": Button("merged", "name", _registry, names.merge_name, ("entity", "with")),
    "no-name": Button("rejected the name", "name", _decisions, names.reject_name),
    "edit-entity": Button("edited", "entity", _registry, names.edit_entity),
    "merge-entity": Button("merged", "entity", _registry, names.merge_entry, ("into",)),
    "merge-tag": Button("merged the tag", "tag", names.tag_files, names.merge_tag, ("into",)),
    "rename-tag": Button("renamed the tag", "tag", names.tag_files, names.name_tag),
}
"""The buttons that change files by one edit, by what the page calls them."""
_STEPS = {"undo": step_back, "redo": step_forward}
