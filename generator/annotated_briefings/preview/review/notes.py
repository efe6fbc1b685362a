"""Notes that lost their words: passages to choose from, words to select, or the note taken out."""

from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.patch import Remove
from annotated_briefings.content.annotations import ANCHORED
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.editing.reanchor import NoteState, Proposal, proposal_of, reanchor, word_difference
from annotated_briefings.preview.editor.opened import PageQuestion
from annotated_briefings.preview.editor.release import change_brief
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.preview.review.passages import similar_passages


def note_rows(site: KnownSite) -> Iterator[ListRow]:
    """The notes that are not where they were, with the passages that they may be meant for."""
    for brief in site.briefs.values():
        for note in brief.annotations:
            lost = note.anchor.state != ANCHORED or bool(note.anchor.why)
            if note.quote and lost:
                yield _row(site, brief, note)


def _row(site: KnownSite, brief: Brief, note: Annotation) -> ListRow:
    proposal = proposal_of(NoteState(brief, note))
    return {
        "key": f"{brief.path} {note.entry}",
        "note": note.id,
        "entry": note.entry,
        **site.head(brief),
        "kind": note.kind,
        "author": note.author,
        "text": " ".join(note.text.split()),
        "quote": note.quote,
        "why": proposal.why or "the wording has changed, and says the same",
        "choices": list(_choices(brief, note, proposal)),
        "line": note.place.line,
        "editor": site.editor(note.place),
    }


def _choices(brief: Brief, note: Annotation, proposal: Proposal) -> Iterator[ListRow]:
    """The passages that a note may be meant for: its own places, what the build would follow, and what is like it."""
    for number, place in enumerate(proposal.places, 1):
        before, _, rest = place.partition("[")
        words, _, after = rest.rpartition("]")
        yield {"words": words, "before": before, "after": after, "place": number, "marks": []}
    if proposal.places:
        return
    offered = set()
    if proposal.changes:
        offered.add(proposal.quote)
        marks = [list(one) for one in word_difference(note.quote, proposal.quote)]
        yield {"words": proposal.quote, "before": "", "after": "", "place": 0, "marks": marks}
    yield from (one for one in passage_rows(brief.body.text, note.quote) if one["words"] not in offered)


def passage_rows(text: str, quote: str) -> Iterator[ListRow]:
    """Passages of a text that are like a quote, each with the words marked that differ."""
    for one in similar_passages(text, quote):
        marks = [list(run) for run in word_difference(quote, one.words)]
        yield {"words": one.words, "before": one.before, "after": one.after, "place": 0, "marks": marks}


def fix_note(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Fix a note to words of the text; ``place`` counts them where they are there several times."""
    path, place = str(asked.get("path", "")), asked.get("place", 0)
    done = reanchor(
        site.root,
        [str(asked.get("note", ""))],
        write=True,
        quote=str(asked.get("quote", "")),
        place=place if isinstance(place, int) else 0,
        brief=path,
    )
    if done.written or done.diagnostics:
        return done.diagnostics
    why = next((one.why for one in done.proposals if one.why), "its words are not in the text")
    help_ = "select words of the text; nothing was changed"
    return (report("refused-change", f"the note was not moved: {why}", Place(path), help=help_),)


def delete_note(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Take a note out of its brief."""
    path, entry = str(asked.get("path", "")), asked.get("entry")
    brief = site.briefs.get(path)
    own = [note for note in brief.annotations if note.entry == entry and note.id == asked.get("note")] if brief else []
    if not own:
        return (report("refused-change", "the note is not there any more", Place(path), help="load the page again"),)
    change_brief(site.session, path, lambda text: patch_front_matter(text, [Remove(("annotations", own[0].entry))]))
    return ()
