"""What the page of a brief needs to edit it, as JSON."""

from collections.abc import Iterator
from typing import Any

from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_table import FormField, form_of
from annotated_briefings.content.annotations import ANCHORED
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.guesses import HIDDEN, Guess, can_be_refused
from annotated_briefings.content.model import ENTITY_TYPES, Brief
from annotated_briefings.editing.brief_form import read_form
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.editing.field_labels import field_label, field_words, label_language
from annotated_briefings.editing.reanchor import NoteState, proposal_of
from annotated_briefings.preview.editor.names import OF_FIELDS
from annotated_briefings.preview.editor.opened import Opened, now, open_brief, problems_of, text_of, with_broken_links
from annotated_briefings.preview.editor.release import held_reason, later_hold_reason
from annotated_briefings.preview.session import Session
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.model.relations import name_of_source
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.brief_body import note_name
from annotated_briefings.storage.journal import read_journal

_RECEIPTS = {
    ReceiptKind.QUOTED: "quoted from its source",
    ReceiptKind.OWN: "our text",
    ReceiptKind.UNCHECKED: "not checked",
    ReceiptKind.UNSOURCED: "no receipt",
    ReceiptKind.MISSING: "nothing proves it",
}


class PageState(Value):
    """A brief as its page shows it to an editor."""

    path: str
    """Its file."""
    url: str
    """Its page; empty where it cannot be read."""
    text: str
    """Its whole file."""
    body: str
    """The text below the front matter."""
    form: tuple[dict[str, Any], ...]
    """Its fields, each with its value; none where the front matter cannot be read."""
    guesses: tuple[dict[str, Any], ...]
    """What import concluded and nobody has confirmed."""
    problems: tuple[dict[str, Any], ...]
    """What is wrong with it."""
    notes: tuple[dict[str, Any], ...]
    """Its notes: where they are on the page, and what became of their words."""
    receipts: dict[str, tuple[str, ...]]
    """What the receipts of its points and figures are worth, in words."""
    sources: tuple[str, ...]
    """Names of its sources."""
    draft: bool
    """Whether it is a draft."""
    held: str
    """Why it is not public; empty where it is."""
    later: str
    """What would hold it back if it were no draft."""
    imported: bool
    """Whether an import brought it."""
    zone: str
    """The zone of the site."""
    types: tuple[str, ...]
    """Types of entities."""
    person: str
    """How the editor at the desk signs; empty where nobody is named."""
    undo: str
    """What would be undone next; empty for nothing."""
    redo: str
    """What would be redone next."""
    mark: str
    """The state of the steps that both are of."""


def page_state(session: Session, path: str) -> PageState:
    """The state of one brief. Raises Refused where its file cannot be read."""
    root = session.request.root
    source = Source(path, text_of(root, path))
    opened = with_broken_links(session, open_brief(session, source))
    brief, journal = opened.attempted, read_journal(root, session.request.person)
    form, language = read_form(source.text), label_language(session.derived.loaded.config.language)
    fields = tuple(_field(one, form.values[one.name], language) for one in form_of(BRIEF)) if form else ()
    return PageState(
        path,
        brief_url(opened.brief.slug) if opened.brief else "",
        source.text,
        form.body if form else "",
        fields,
        tuple(guess_row(guess) for guess in guesses_of(root, source.text)),
        tuple(problems_of(opened)),
        tuple(_notes(brief)) if brief else (),
        _receipts(session, brief) if brief else {},
        tuple(_sources(brief)) if brief else (),
        brief.draft if brief else True,
        _held(session, opened),
        later_hold_reason(session, brief, now()) if brief else "",
        bool(brief and brief.articles),
        session.derived.loaded.config.time_zone,
        ENTITY_TYPES,
        session.request.person,
        journal.undo.what if journal.undo else "",
        journal.redo.what if journal.redo else "",
        journal.mark,
    )


def _held(session: Session, opened: Opened) -> str:
    """Why a brief is not public; a brief with an error in its head is left out of the site."""
    brief = opened.attempted
    reason = held_reason(session, brief, now()) if brief else "it cannot be read"
    return reason or ("" if opened.brief else "it has errors")


def _field(field: FormField, value: Any, language: str, above: str = "") -> dict[str, Any]:
    """A field of the form with what the page must know of it."""
    name = f"{above}.{field.name}" if above else field.name
    return {
        "name": field.name,
        "widget": field.widget,
        "label": field_label(name, language),
        "lang": language,
        "help": field.help,
        "example": field.example,
        "required": field.required,
        "choices": field.choices,
        "names": OF_FIELDS.get(name, ""),
        "inner": [_field(one, None, language, name) for one in field.inner],
        "value": value,
    }


def guess_row(guess: Guess) -> dict[str, Any]:
    """A guess of import for the page."""
    return {
        "field": guess.field,
        "name": field_words(guess.field),
        "shown": guess.shown,
        "items": list(guess.items),
        "suggested": guess.suggested,
        "hidden": guess.suggested or guess.field in HIDDEN,
        "refusable": can_be_refused(guess),
    }


def _notes(brief: Brief) -> Iterator[dict[str, Any]]:
    for note in brief.annotations:
        lost = bool(note.quote) and (note.anchor.state != ANCHORED or bool(note.anchor.why))
        proposal = proposal_of(NoteState(brief, note)) if lost else None
        yield {
            "id": note.id,
            "entry": note.entry,
            "place": f"note-{note_name(note)}",
            "draft": not note.public,
            "lost": lost,
            "why": (proposal.why or "the wording has changed, and says the same") if proposal else "",
            "proposed": proposal.quote if proposal and proposal.changes else "",
            "places": proposal.places if proposal else (),
        }


def _sources(brief: Brief) -> Iterator[str]:
    for number, source in enumerate(brief.sources, 1):
        yield name_of_source(brief, source) or f"source {number}, not named"


def _receipts(session: Session, brief: Brief) -> dict[str, tuple[str, ...]]:
    verdicts = session.derived.context.verdicts(brief)
    return {
        "key_points": tuple(_RECEIPTS[kind] for kind in verdicts.points),
        "figures": tuple(_RECEIPTS[kind] for kind in verdicts.figures),
    }
