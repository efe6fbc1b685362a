"""Articles that an editor has rejected or deleted and that come again, in whatever form and among whatever others.

The words without headline, credits and furniture have a digest in the ledger: the same words are the same article.
Every new article is compared besides with those that are gone and share most with it, however many others share that
too, sentence by sentence; by the digests of its sentences where a text is not here. It comes again where no sentence
says otherwise and most of what the other said is there: what is added or left out beside that, such as a standfirst,
bullets or a credit, makes no other article of it.
"""

from collections.abc import Collection, Sequence

from annotated_briefings.intake.dedup.aligned import aligned, length
from annotated_briefings.intake.dedup.identity import day_of
from annotated_briefings.intake.dedup.library import Incoming, Library
from annotated_briefings.intake.dedup.markers import ABOUT_A_TEXT, LABEL
from annotated_briefings.intake.dedup.repeated_text import repetition_of
from annotated_briefings.intake.dedup.same_text import ComparedText
from annotated_briefings.intake.dedup.shingles import closest, covered_by
from annotated_briefings.intake.ledger import Entry, sketch_of

_COMPARED = 0.5
"""Share of the shorter of two texts from which they are compared."""
_MOST = 20
"""Articles that are gone with which a new one is compared."""
_SURE = 0.8
"""Share of either text that is the same words where one of them is not here."""
_LEAST = 12
"""Words that nobody writes by chance."""
_BESIDE = 0.25
"""Share of the words of an article that may be added or left out beside it."""
_LABEL = 4
"""Words of a label at most, such as `HOAX`, which turns all that it is put on."""


def returning(gone: Sequence[Entry], some: Collection[str], library: Library) -> dict[str, Entry]:
    """Which of some new articles, given by their ids, are articles that are gone, and the line of each of those."""
    bodies = {entry.body: entry for entry in gone if entry.body}
    new = [library.incoming[identity] for identity in sorted(some)]
    out = {one.article.id: entry for one in new if (entry := bodies.get(one.sketch.body))}
    others = [entry for entry in gone if entry.sketch]
    left = [one for one in new if one.article.id not in out]
    if not (others and left):
        return out
    near = closest([one.sketch for one in left], [*map(sketch_of, others)], _COMPARED, _MOST)
    for one, places in zip(left, near, strict=True):
        back = next((others[place] for place in places if _is_back(one, others[place], library)), None)
        if back:
            out[one.article.id] = back
    return out


def _is_back(new: Incoming, entry: Entry, library: Library) -> bool:
    read, gone = library.text(new.article.id), library.text(entry.id)
    if read and gone:
        return _repeats(read, gone)
    if read and entry.sentence_digests:
        return _may_repeat(read, entry)
    days = [day_of(published) for published in (new.stated.published, entry.published)]
    if days[0] and days[1] and days[0].ordinal != days[1].ordinal:
        return False
    sketches = new.sketch, sketch_of(entry)
    return min(covered_by(sketches[0], [sketches[1]]), covered_by(sketches[1], [sketches[0]])) >= _SURE


def _may_repeat(one: ComparedText, entry: Entry) -> bool:
    """The same, where the text of the other one is not here, by the digests of its sentences."""
    found = repetition_of(one.text, entry.sentence_digests, sketch_of(entry))
    if found.differs or found.kept_words < _LEAST or any(_is_about_it(text) for text in found.added):
        return False
    beside = max(_LEAST, _BESIDE * (found.kept_words + found.lost_words))
    return not found.added or (found.added_words <= beside and found.lost_words <= beside)


def _repeats(one: ComparedText, gone: ComparedText) -> bool:
    """Whether a text says what another said, or a part of that and nothing else."""
    added, lost, differs = aligned(one.sentences, gone.sentences)
    if differs or any(_is_about_it(text) for text in added):
        return False
    repeated = length(" ".join(gone.sentences))
    kept = repeated - length(" ".join(lost))
    if kept < _LEAST:
        return False
    beside = max(_LEAST, _BESIDE * repeated)
    return not added or (length(" ".join(added)) <= beside and length(" ".join(lost)) <= beside)


def _is_about_it(sentence: str) -> bool:
    """Whether a sentence speaks of the text that it is put on, as a correction or a label does."""
    return bool(ABOUT_A_TEXT.search(sentence) or (length(sentence) <= _LABEL and LABEL.search(sentence)))
