"""Lists of the front matter: points, figures, sources, notes, corrections and answers."""

from hashlib import blake2b

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.paths import free_name, is_web_address
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Source, line_start
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content.annotations import AMBIGUOUS, ANCHORED, ORPHAN, anchor, find_exact
from annotated_briefings.content.markdown.blocks import inline_html, read_markdown
from annotated_briefings.content.markdown.text import Anchor, Body, Passage
from annotated_briefings.content.model import KINDS, Annotation, Answer, Correction, Figure, KeyPoint, SourceRef


def _source_number(fields: Fields, count: int) -> int:
    number = fields.number("source", 0)
    if number > count:
        fields.say(
            "wrong-type",
            f"there is no source {number}",
            fields.place("source"),
            f"this brief has {count} of them; they are counted from 1",
        )
        return 0
    return number


def _receipt(quote: str, body: Body) -> Passage | None:
    """Where a receipt stands in the body, word for word; of several places the first is as good a proof as any."""
    return find_exact(body.text, quote) if quote else None


def key_points(fields: Fields, body: Body, count: int) -> tuple[KeyPoint, ...]:
    """Points with their receipts; ``count`` is the number of sources."""
    points: list[KeyPoint] = []
    for entry in fields.entries_or_texts("key_points"):
        if isinstance(entry, tuple):
            # A plain text: a point without a receipt.
            html = inline_html(entry[0])
            points.append(KeyPoint(html, plain_text(html), "", 0, None, entry[1]))
            continue
        html = inline_html(entry.text("text"))
        quote = entry.text("quote")
        if not html:
            entry.missing(("text",), "wrong-type", "a key point has no `text`", entry.start, "add `text: ...`")
        points.append(
            KeyPoint(
                html, plain_text(html), quote, _source_number(entry, count), _receipt(quote, body), entry.place("quote")
            )
        )
        entry.finish()
    return tuple(points)


def figures(fields: Fields, body: Body, count: int) -> tuple[Figure, ...]:
    """Numbers with their receipts; ``count`` is the number of sources."""
    out: list[Figure] = []
    for entry in fields.entries("figures"):
        quote = entry.text("quote")
        out.append(
            Figure(
                entry.text("value"),
                entry.text("unit"),
                entry.text("what"),
                entry.when("as_of"),
                _source_number(entry, count),
                quote,
                _receipt(quote, body),
                entry.place("quote"),
            )
        )
        entry.finish()
    return tuple(out)


def sources(fields: Fields) -> tuple[SourceRef, ...]:
    """Where the facts come from."""
    out: list[SourceRef] = []
    for entry in fields.entries("sources"):
        out.append(
            SourceRef(
                entry.text("outlet"),
                entry.text("title"),
                _web_address(entry, "url"),
                entry.text("author"),
                entry.when("published"),
                entry.text("role", "original"),
                entry.text("lang"),
            )
        )
        entry.finish()
    return tuple(out)


def _web_address(fields: Fields, key: str) -> str:
    text = fields.text(key)
    if text and not is_web_address(text):
        begun = text.startswith(("http://", "https://"))
        fields.say(
            "wrong-type",
            f"`{shortened(text)}` is not a web address",
            fields.place(key),
            "copy it whole from the browser" if begun else "it must start with `https://` or `http://`",
        )
        return ""
    return text


def annotations(source: Source, fields: Fields, body: Body) -> tuple[Annotation, ...]:
    """Remarks, each fixed to its passage where that can be known."""
    out: list[Annotation] = []
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for number, entry in enumerate(fields.entries("annotations")):
        quote = " ".join(entry.text("quote").split())
        prefix, suffix = entry.text("prefix"), entry.text("suffix")
        found = anchor(body.text, quote, prefix, suffix)
        if (found.state == ORPHAN or found.why) and (bare := plain_text(inline_html(quote))) != quote:
            # Copied out of the Markdown, marks and all.
            found = anchor(body.text, bare, prefix, suffix)
        _say_anchor(entry, quote, found)
        author, date = entry.text("author"), entry.when("date")
        identity = entry.text("id")
        if identity in taken:
            entry.say(
                "duplicate-id",
                f"the id `{identity}` belongs to another note of this brief",
                entry.place("id"),
                "take it out, or give this note another one",
            )
        identity = free_name(identity or _made_id(quote, author, date.iso if date else ""), taken, counts)
        taken.add(identity)
        written = entry.text("note")
        note = read_markdown(source, written, line_start(source, entry.place("note").line))
        html = "\n".join(block.html for block in note.blocks)
        out.append(
            Annotation(
                identity,
                quote,
                prefix,
                suffix,
                entry.choice("kind", KINDS, "context"),
                author,
                date,
                written,
                html,
                note.text,
                entry.choice("status", ("public", "draft"), "public") == "public",
                found,
                note.wikilinks,
                entry.place("quote"),
                number,
            )
        )
        entry.finish()
    return tuple(out)


def _made_id(quote: str, author: str, date: str) -> str:
    """The id of a note that has none in its file: it stays while the remark is rewritten and others come and go."""
    return "n" + blake2b(f"{quote}\0{author}\0{date}".encode(), digest_size=4).hexdigest()


def answers(fields: Fields) -> tuple[Answer, ...]:
    """Questions of other briefs that are answered; a plain text is the question alone."""
    out: list[Answer] = []
    for entry in fields.entries_or_texts("answers"):
        if isinstance(entry, tuple):
            out.append(Answer(plain_text(inline_html(entry[0])), "", "", entry[1]))
            continue
        question = plain_text(inline_html(entry.text("question")))
        if not question:
            entry.missing(
                ("question",),
                "wrong-type",
                "an answer has no `question`",
                entry.start,
                "copy the question from the `unknowns` of the other brief",
            )
        out.append(Answer(question, entry.text("brief"), inline_html(entry.text("answer")), entry.place("question")))
        entry.finish()
    return tuple(out)


def _say_anchor(entry: Fields, quote: str, found: Anchor) -> None:
    """What became of the quote of a note, where its editor should know."""
    place = entry.place("quote")
    if found.state == AMBIGUOUS:
        entry.say(
            "ambiguous-annotation",
            f"`{shortened(quote)}` stands at {found.places} places",
            place,
            "quote more words, or say what stands before it with `prefix` or after it with `suffix`",
        )
    elif found.state == ORPHAN:
        near = f"the nearest words are `{shortened(found.found)}`, but {found.why}; " if found.found else ""
        entry.say(
            "orphan-annotation",
            f"`{shortened(quote)}` is not in the text",
            place,
            f"{near}copy the words from the text exactly; the note is shown under the text until then",
        )
    elif found.state == ANCHORED and found.why:
        entry.say(
            "changed-annotation",
            f"`{shortened(quote)}` now reads `{shortened(found.found)}`",
            place,
            "the note stays there; `briefings annotations reanchor` writes the new words into `quote`",
        )


def corrections(fields: Fields) -> tuple[Correction, ...]:
    """What was wrong and was put right."""
    out: list[Correction] = []
    for entry in fields.entries("corrections"):
        correction = Correction(entry.when("date"), entry.text("was"), entry.text("now"), entry.text("why"))
        if not (correction.was or correction.now or correction.why):
            entry.missing(
                ("was", "now", "why"),
                "wrong-type",
                "a correction says nothing",
                entry.start,
                "say what stood there in `was`, what stands there now in `now`, and the reason in `why`",
            )
        out.append(correction)
        entry.finish()
    return tuple(out)
