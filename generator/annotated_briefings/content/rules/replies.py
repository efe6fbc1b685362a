"""Rules about notes that answer other notes.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Finding, Rule, Severity, did_you_mean, rule
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.nodes import Mapping
from annotated_briefings.base.yaml.nodes import Sequence as Items
from annotated_briefings.base.yaml.texts import place_of
from annotated_briefings.content.model import Annotation
from annotated_briefings.content.rules.one_brief import ReadBrief

_ELSEWHERE = regex(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
"""How the address of a note begins that is kept elsewhere."""
_ADDRESS = regex(r".*#(?:note-)?|note-")
"""What the address of a note has before its id."""


@rule("unknown-note", Severity.WARNING, "a note answers one that its brief does not have")
def unknown_note(read: ReadBrief) -> Iterator[Finding]:
    """`reply_to` is the `id` of another note of the same brief, or the address of a note that is kept elsewhere. What
    answers nothing is shown like any other note, and other tools look for what it answers in vain.

    ```
    briefings/a.md:7:55: warning[unknown-note]: no note of this brief has the id `n11`
        7 |   - {id: n2, quote: rained, note: "Where?", reply_to: n11}
          |                                                       ^^^
      help: did you mean `n1`?
    ```
    """
    notes = read.brief.annotations
    known = {name for note in notes for name in (note.id, note.former) if name}
    for note in notes:
        if note.reply_to and note.reply_to in (note.id, note.former):
            message = f"`{note.reply_to}` is the id of the note itself"
        elif note.reply_to and note.reply_to not in known and not _ELSEWHERE.match(note.reply_to):
            message = f"no note of this brief has the id `{note.reply_to}`"
        else:
            continue
        yield Finding(message, _place(read, note), _meant(note, notes) or "take it out, or correct its spelling")


def _meant(note: Annotation, notes: Sequence[Annotation]) -> str:
    """The remedy that names the note that is probably meant, by its id, its address or its place in the list."""
    others = {other.id: other for other in notes if other.id != note.id}
    name = _ADDRESS.sub("", note.reply_to, count=1)
    numbered = next((other.id for other in others.values() if str(other.entry + 1) == name), "")
    by_letters = {other.casefold(): other for other in others}
    meant = by_letters.get(name.casefold(), "") or numbered
    return f"did you mean `{meant}`?" if meant else did_you_mean(name, sorted(others))


def _place(read: ReadBrief, note: Annotation) -> Place:
    """Where a note says what it answers."""
    lists = (value for key, value in read.fields.mapping.pairs if key.text == "annotations")
    entries = next((found.items for found in lists if isinstance(found, Items)), ())
    entry = entries[note.entry] if note.entry < len(entries) else None
    pairs = entry.pairs if isinstance(entry, Mapping) else ()
    named = next((value for key, value in pairs if key.text == "reply_to"), None)
    return place_of(read.fields.source, named) if named else note.place


RULES: tuple[Rule[ReadBrief], ...] = (unknown_note,)
"""All rules about answers."""
