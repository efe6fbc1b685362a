"""Lists of the front matter: points, figures, sources, notes, corrections and answers; and the picture.

Each reads its entries by the inner table of its field in ``content.fields``.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any, NamedTuple

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.meaning.stated import Statement, states
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.paths import free_name, is_placeholder
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, line_start
from annotated_briefings.base.yaml.field_table import Field, key_for, read_entry, read_table
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping
from annotated_briefings.base.yaml.texts import place_of
from annotated_briefings.content.annotations import AMBIGUOUS, ANCHORED, INSIDE, ORPHAN, anchor, find_exact
from annotated_briefings.content.markdown.blocks import inline_html, read_markdown, without_markdown_comments
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.markdown.text import Anchor, Body, Wikilink
from annotated_briefings.content.model import Annotation, Answer, Correction, Figure, Image, KeyPoint, SourceRef
from annotated_briefings.content.readers import Around


def _receipt(quote: str, body: Body) -> dict[str, Any]:
    """The place of a receipt in the body, word for word: of several places the first one that says the same."""
    if not quote:
        return {"passage": None}
    standing, passage = find_exact(body.text, quote, body.marked)
    if standing is QuoteStanding.ABSENT and (bare := _bare(quote)) != quote:
        standing, passage = find_exact(body.text, bare, body.marked)
    return {"passage": passage, "turned": standing is QuoteStanding.TURNED}


def _bare(quote: str) -> str:
    """A quote that was copied out of the Markdown, without its marks."""
    return plain_text(inline_html(quote))


def read_point_text(fields: Fields, field: Field, _: Any) -> tuple[str, str]:
    """A point as plain text and as HTML."""
    html = inline_html(fields.text(field.name, markdown=True))
    return plain_text(html), html


def read_key_points(fields: Fields, field: Field, around: Around) -> tuple[KeyPoint, ...]:
    """Points with their receipts."""
    points: list[KeyPoint] = []
    with fields.contain():
        entries = fields.entries_or_texts(field.name)
    for entry in entries:
        if isinstance(entry, tuple):
            # A plain text: a point without a receipt.
            html = inline_html(entry[0])
            points.append(KeyPoint(html, plain_text(html), "", 0, None, entry[1]))
            continue
        with fields.contain() as errors:
            values = read_table(field.inner, entry, around)
            if not values["html"]:
                entry.missing(("text",), "wrong-type", "a key point has no `text`", entry.start, "add `text: ...`")
            entry.finish()
        if not errors:
            receipt = _receipt(values["quote"], around.body)
            points.append(KeyPoint(**values, **receipt, place=entry.place("quote")))
    return tuple(points)


def read_figures(fields: Fields, field: Field, around: Around) -> tuple[Figure, ...]:
    """Numbers with their receipts."""
    out: list[Figure] = []
    for entry in _entries(fields, field):
        with fields.contain() as errors:
            values = read_table(field.inner, entry, around)
            for key in ("value", "what"):
                if not values[key]:
                    remedy = f"add `{key}: ...`"
                    entry.missing((key,), "wrong-type", f"a figure has no `{key}`", entry.start, remedy)
            entry.finish()
        if not errors:
            statement, receipt = _statement(values, around), _receipt(values["quote"], around.body)
            out.append(Figure(**values, **receipt, statement=statement, place=entry.place("quote")))
    return tuple(out)


def _statement(values: dict[str, Any], around: Around) -> Statement:
    """What the receipt of a figure says of its number; one without a receipt is contradicted by nothing."""
    if not values["quote"]:
        return Statement.STATED
    number = values["source"]
    language = (around.sources[number - 1].language if number else "") or around.language
    return states(values["quote"], values["value"], values["unit"], values["what"], (language, around.language))


_PAIRS = {
    **{"sources": ("outlet", "title"), "figures": ("value", "what")},
    **{"annotations": ("quote", "note"), "corrections": ("was", "now")},
}
"""What people mean who write an entry as one key with its value."""


def _entries(fields: Fields, field: Field, numbered: bool = False) -> tuple[Fields, ...]:
    """The entries of a list; what is none leaves the others as they are."""
    with fields.contain():
        found = fields.entries(field.name, numbered, partial(key_for, field.inner))
    for one in found:
        one.pair = _PAIRS.get(field.name, ())
    return found


def read_sources(fields: Fields, field: Field, _: Any) -> tuple[SourceRef, ...]:
    """Where the facts come from."""
    out: list[SourceRef] = []
    for entry in _entries(fields, field, numbered=True):
        # What cannot be read of a source is left out, but not the source: others name it by its number.
        with fields.contain() as errors:
            values = read_entry(field.inner, entry)
        if any(error.code == "hold-back" for error in errors):
            # Its number stays, and nothing else of it.
            values = read_entry(field.inner, Fields(entry.source, Mapping((), 1, 1), []))
        outlet = "" if is_placeholder(values["outlet"]) else values["outlet"]
        out.append(SourceRef(place=entry.place("outlet"), **values | {"outlet": outlet}))
    return tuple(out)


def read_note_quote(fields: Fields, field: Field, _: Any) -> str:
    """The words that a note is on, on one line."""
    return " ".join(fields.text(field.name).split())


def read_note_text(fields: Fields, field: Field, around: Around) -> tuple[str, str, str, tuple[Wikilink, ...]]:
    """A remark as plain text, as written and as HTML, and its wikilinks."""
    written = fields.text(field.name, markdown=True)
    note = read_markdown(around.source, written, line_start(around.source, fields.place(field.name).line))
    return note.text, without_markdown_comments(written), "\n".join(block.html for block in note.blocks), note.wikilinks


def read_annotations(fields: Fields, field: Field, around: Around) -> tuple[Annotation, ...]:
    """Remarks, each fixed to its passage where that can be known."""
    out: list[_Unnamed] = []
    entries = _entries(fields, field)
    for number, entry in enumerate(entries):
        with fields.contain() as errors:
            values = read_table(field.inner, entry, around)
            quote = values["quote"]
            whole = not (quote or values["public"])
            unread = any(error.place == entry.place("quote") for error in errors)
            if not whole and not unread and not any(map(str.isalnum, quote)):
                message = f"the quote `{quote}` holds no word" if quote else "the note has no `quote`"
                remedy = "add `quote: ...` with words of the text"
                entry.missing(("quote",), "wrong-type", message, entry.place("quote"), remedy)
            is_empty = not _has_content(values["html"])
            if is_empty:
                key = entry.key_of("note")
                place = place_of(entry.source, key) if key else entry.start
                remedy = "write the remark into `note`, or take the note out"
                entry.missing(("note",), "empty-note", "the note has no text", place, remedy)
            entry.finish()
        if errors or is_empty:
            continue
        found = ON_THE_WHOLE if whole else _anchor(around.body, quote, values["prefix"], values["suffix"])
        if not whole:
            _report_anchor(entry, quote, found)
        out.append(_Unnamed(values, found, entry.place("quote"), number))
    return tuple(_named(out, entries))


ON_THE_WHOLE = Anchor(ORPHAN, None, 0, "", "it is on the whole brief")
"""What became of the quote of a draft note that has none."""


def _has_content(html: str) -> bool:
    """Whether a remark holds words, or a picture."""
    return "<img" in html or any(map(str.isalnum, plain_text(html)))


def _anchor(body: Body, quote: str, prefix: str, suffix: str) -> Anchor:
    found = anchor(body.text, quote, prefix, suffix, body.marked, body.struck)
    if (found.state == ORPHAN or found.why) and (bare := _bare(quote)) != quote:
        found = anchor(body.text, bare, prefix, suffix, body.marked, body.struck)
    return found


class _Unnamed(NamedTuple):
    """A note before it has an id."""

    values: dict[str, Any]
    """What its entry says."""
    found: Anchor
    """What became of its quote."""
    place: Place
    """Where the quote is."""
    number: int
    """Its place in the list."""


def _named(notes: Sequence[_Unnamed], entries: Sequence[Fields]) -> Iterator[Annotation]:
    """Notes with their ids, each of which no other note of the brief has.

    One that has none in its file gets one that is made from the letters of its quote: it stays while all else of the
    note changes, and others come and go. Of notes on equal quotes the oldest was published first; one that is not
    public takes no id from one that is, which would tell readers of it.
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    ids: dict[int, str] = {}
    for note in notes:
        written = note.values["id"]
        if written in taken:
            entries[note.number].report(
                "duplicate-id",
                f"the id `{written}` belongs to another note of this brief",
                entries[note.number].place("id"),
                "take it out, or give this note another one",
            )
        if written:
            ids[note.number] = free_name(written, taken, counts)
            taken.add(ids[note.number])
    public_first = sorted(notes, key=_is_draft)
    for note in sorted(notes, key=lambda one: (_is_draft(one), one.values["date"].iso if one.values["date"] else "")):
        if note.number not in ids:
            letters = "".join(filter(str.isalnum, plain_quote(note.values["quote"]).casefold()))
            ids[note.number] = free_name(_digest(letters or note.values["source"]), taken, counts)
            taken.add(ids[note.number])
    former: dict[int, str] = {}
    for note in public_first:
        values, date = note.values, note.values["date"]
        old = "" if values["id"] else _digest(f"{values['quote']}\0{values['author']}\0{date.iso if date else ''}")
        former[note.number] = "" if old in taken else old
        taken.add(former[note.number])
    for note in notes:
        own = {**note.values, "id": ids[note.number], "former": former[note.number]}
        yield Annotation(**own, anchor=note.found, place=note.place, entry=note.number)


def _is_draft(note: _Unnamed) -> bool:
    return not note.values["public"]


def _digest(text: str) -> str:
    return "n" + blake2b(text.encode(), digest_size=4).hexdigest()


def read_question(fields: Fields, field: Field, _: Any) -> str:
    """A question as plain text."""
    return plain_text(inline_html(fields.text(field.name, markdown=True)))


def read_answers(fields: Fields, field: Field, _: Any) -> tuple[Answer, ...]:
    """Questions of other briefs that are answered; a plain text is the question alone."""
    out: list[Answer] = []
    with fields.contain():
        entries = fields.entries_or_texts(field.name)
    for entry in entries:
        if isinstance(entry, tuple):
            out.append(Answer(plain_text(inline_html(entry[0])), "", "", entry[1]))
            continue
        with fields.contain() as errors:
            answer = Answer(**read_table(field.inner, entry), place=entry.place("question"))
            if not answer.question:
                entry.missing(
                    ("question",),
                    "wrong-type",
                    "an answer has no `question`",
                    entry.start,
                    "copy the question from the `unknowns` of the other brief",
                )
            entry.finish()
        if not errors:
            out.append(answer)
    return tuple(out)


def _report_anchor(entry: Fields, quote: str, found: Anchor) -> None:
    """What became of the quote of a note, where its editor should know."""
    place = entry.place("quote")
    if found.state == AMBIGUOUS:
        entry.report(
            "ambiguous-annotation",
            f"`{shortened(quote)}` is at {found.places} places",
            place,
            "quote more words, or give the words before it in `prefix` or after it in `suffix`",
        )
    elif found.why == INSIDE:
        entry.report(
            "orphan-annotation",
            f"`{shortened(quote)}` is only inside `{shortened(found.found)}`",
            place,
            "quote whole words; the note is shown under the text until then",
        )
    elif found.state == ORPHAN and plain_quote(quote) in found.found:
        entry.report(
            "orphan-annotation",
            f"`{shortened(quote)}` is in the text, but {found.why}",
            place,
            "`briefings annotations reanchor` tells how to keep the note there; it is shown under the text until then",
        )
    elif found.state == ORPHAN:
        near = f"the nearest words are `{shortened(found.found)}`, but {found.why}; " if found.found else ""
        entry.report(
            "orphan-annotation",
            f"`{shortened(quote)}` is not in the text",
            place,
            f"{near}copy the words from the text exactly; the note is shown under the text until then",
        )
    elif found.state == ANCHORED and found.why:
        entry.report(
            "changed-annotation",
            f"`{shortened(quote)}` now reads `{shortened(found.found)}`",
            place,
            "the note stays there; `briefings annotations reanchor --write` writes the new words into `quote`",
        )


def read_corrections(fields: Fields, field: Field, _: Any) -> tuple[Correction, ...]:
    """What was wrong and was put right."""
    out: list[Correction] = []
    for entry in _entries(fields, field):
        with fields.contain() as errors:
            correction = Correction(**read_table(field.inner, entry))
            if not (correction.was or correction.now or correction.why):
                entry.missing(
                    ("was", "now", "why"),
                    "wrong-type",
                    "a correction says nothing",
                    entry.start,
                    "say what was there in `was`, what is there now in `now`, and the reason in `why`",
                )
            entry.finish()
        if not errors:
            out.append(correction)
    return tuple(out)


def read_image(fields: Fields, field: Field, _: Any) -> Image | None:
    """The picture of a brief; None where no file is named."""
    inner = fields.inner(field.name, partial(key_for, field.inner), "alt: ...")
    if inner is None:
        # An error, but what else is wrong with the file can be reported with it.
        src, place = fields.alone(field.name), fields.place(field.name)
        return Image(src=src, alt="", credit="", place=place) if src else None
    image = Image(**read_table(field.inner, inner), place=inner.place("src"))
    if not image.alt:
        remedy = "say in `alt` what the image shows"
        inner.missing(("alt",), "missing-alt", "the image has no `alt`", inner.start, remedy)
    inner.finish()
    return image if image.src else None
