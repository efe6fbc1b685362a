"""The tables of entries within a brief's front matter: points, figures, sources, notes and so on."""

from functools import partial
from typing import Any

from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.field_kinds import (
    ADDRESS,
    CHOICE,
    DATE,
    LANGUAGE,
    RECORD,
    RECORD_GROUP,
    RECORD_GROUPS,
    RECORD_LINES,
    RECORD_LIST,
    RECORD_TEXT,
    TEXT,
    TEXTS,
    WORD,
    count_kind,
    groups,
)
from annotated_briefings.base.yaml.field_table import (
    Field,
    FieldReader,
    Kind,
    Markdown,
    Quoting,
    Table,
    TextUse,
    key_for,
    read_table,
    with_other_names,
)
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content import entries, other_names, readers
from annotated_briefings.content.model import KINDS

WORDS, NAME, NO = TextUse.TEXT, TextUse.NAME, TextUse.NO
LINE = replace(TEXT, name="a line of Markdown", read=readers.read_inline, html=True, markdown=Markdown.INLINE)
LINES = replace(
    TEXTS, name="a line of Markdown, or a list of them", read=readers.read_lines, html=True, markdown=Markdown.INLINE
)
MARKDOWN = replace(TEXT, name="Markdown", read=entries.read_note_text, widget="text", markdown=Markdown.BLOCKS)
REFS = replace(TEXTS, name="a list of names", read=readers.read_refs)
NUMBER = count_kind({"type": "integer", "minimum": 1}, readers.read_source_number)


def entries_of(made: type[Value]) -> Kind:
    """A list of entries that are what their fields say and nothing else. What is wrong with one leaves out no other."""

    def read(fields: Fields, field: Field, around: Any) -> tuple[Value, ...]:
        out: list[Value] = []
        with fields.contain():
            entries = fields.entries(field.name, False, partial(key_for, field.inner))
        for entry in entries:
            with fields.contain() as errors:
                values = read_table(field.inner, entry, around)
                for one in field.inner:
                    if one.required and not values[one.attributes[0]]:
                        message = f"an entry of `{field.name}` has no `{one.name}`"
                        entry.missing((one.name,), "wrong-type", message, entry.start, f"add `{one.name}: ...`")
                entry.finish()
            if not errors:
                out.append(made(**values))
        return tuple(out)

    return replace(groups(read), entry=made)


def read_by(kind: Kind, read: FieldReader) -> Kind:
    """A kind whose values are read in another way."""
    return replace(kind, read=read)


KEY_POINT: Table = with_other_names(
    (
        Field(
            "text",
            read_by(replace(LINE, html=False), entries.read_point_text),
            WORDS,
            "the point",
            '"The unit employed more than 2,000 people."',
            fills=("text", "html"),
            required=True,
        ),
        Field(
            "quote",
            TEXT,
            WORDS,
            "its receipt: words of the source, or of the text of the brief where no source is named",
            '"over 2,000 employees"',
            quoting=Quoting.NONE,
        ),
        Field("source", NUMBER, NO, "number of the source, from 1", "1"),
    ),
    other_names.KEY_POINT,
)
FIGURE: Table = with_other_names(
    (
        Field("value", TEXT, NAME, "the number as written", "8", required=True),
        Field("unit", TEXT, NAME, "its unit, such as %", '"%"'),
        Field("what", TEXT, WORDS, "what it measures", "fall in shipments", required=True),
        Field("as_of", DATE, NO, "the time it is true for", "2023-03"),
        Field(
            "quote",
            TEXT,
            WORDS,
            "its receipt, as for key points; it states the number",
            "dropped 8%",
            quoting=Quoting.NONE,
        ),
        Field("source", NUMBER, NO, "number of the source, from 1", "1"),
    ),
    other_names.FIGURE,
)
ENTITIES: Table = (
    Field("about", REFS, NAME, "names, aliases or ids of what the brief is about", "[Oppo]"),
    Field("mentions", REFS, NAME, "those of what it merely names", "[Canalys]"),
)
SOURCE: Table = with_other_names(
    (
        Field("outlet", TEXT, NAME, "who published it", "Example Courier"),
        Field("title", TEXT, WORDS, "headline there", "Chip unit is wound up", quoting=Quoting.NONE),
        Field("url", ADDRESS, NO, "its web address", '"https://courier.example/chips"'),
        Field("author", TEXT, NAME, "who wrote it", "A. Writer"),
        Field("published", DATE, NO, "when, as precisely as known", "2023-05-12"),
        Field(
            "role",
            read_by(WORD, readers.read_role),
            NAME,
            "original, copy, text (the fuller copy whose text the brief has), version, or a word of your own",
            "original",
        ),
        Field(
            "lang", LANGUAGE, NO, "language of its headline and quotes, where it is another", "de", fills=("language",)
        ),
        Field("licence", TEXT, NO, "what allows its whole text to be reprinted", "CC BY 4.0"),
    ),
    other_names.SOURCE,
)
ANNOTATION: Table = with_other_names(
    (
        Field("id", WORD, NO, "permanent id; made from the quote where it is missing", "n1"),
        Field(
            "quote",
            replace(TEXT, read=entries.read_note_quote, markdown=Markdown.INLINE),
            WORDS,
            "the words that the note is on; a draft may be on the whole brief and have none",
            "dropped 8%",
            quoting=Quoting.NONE,
        ),
        Field(
            "prefix",
            TEXT,
            WORDS,
            "the words before them, where the quote occurs more than once",
            "Shipments",
            quoting=Quoting.NONE,
        ),
        Field("suffix", TEXT, WORDS, "the words after them", '", and over"', quoting=Quoting.NONE),
        Field("kind", CHOICE, NO, "what the note does", "check", choices=KINDS),
        Field("author", TEXT, NAME, "who wrote it", "RL"),
        Field("date", DATE, NO, "when", "2023-05-15"),
        Field(
            "status",
            read_by(CHOICE, readers.read_status),
            NO,
            "`draft` for a note that is never published",
            "draft",
            fills=("public",),
            choices=("public", "draft"),
            holds_back=True,
        ),
        Field("reply_to", WORD, NO, "id of the note that it answers", "n2"),
        Field(
            "note",
            MARKDOWN,
            WORDS,
            "the remark",
            '"The market fell by *9%*."',
            fills=("text", "source", "html", "wikilinks"),
            required=True,
            quoting=Quoting.OTHERS,
        ),
    ),
    other_names.ANNOTATION,
)
CORRECTION: Table = with_other_names(
    (
        Field("date", DATE, NO, "when it was put right", "2023-05-16"),
        Field("was", TEXT, WORDS, "the wrong words", '"3,000 employees"', quoting=Quoting.NONE),
        Field("now", TEXT, WORDS, "the right ones", '"2,000 employees"'),
        Field("why", TEXT, WORDS, "how it came about", "misread the statement", quoting=Quoting.NONE),
    ),
    other_names.CORRECTION,
)
ANSWER: Table = (
    Field(
        "question",
        replace(TEXT, read=entries.read_question, markdown=Markdown.INLINE),
        WORDS,
        "the question, copied from the `unknowns` of the other brief",
        '"Who buys the unit?"',
        required=True,
        quoting=Quoting.NONE,
    ),
    Field("brief", WORD, NO, "name of the other brief, where several ask the same", "sale-of-a-unit"),
    Field("answer", LINE, WORDS, "the answer", '"Nobody, it is wound up."', fills=("html",), quoting=Quoting.OTHERS),
)
IMAGE: Table = with_other_names(
    (
        Field(
            "src",
            TEXT,
            NO,
            "a file under static/ or beside the brief, or a web address",
            "press/unit.jpg",
            required=True,
        ),
        Field("alt", TEXT, WORDS, "what it shows", "The empty building", required=True),
        Field("credit", TEXT, NAME, "whose it is", "A. Writer"),
    ),
    other_names.IMAGE,
)
FOLDED: Table = tuple(
    Field(name, kind, NO, doc, example, fills=())
    for name, kind, doc, example in (
        ("id", RECORD_TEXT, "id of the copy", "0123456789ab"),
        ("from", RECORD_TEXT, "where it was found", "dump.txt"),
        ("verdict", RECORD, "why it is one", "same"),
        ("score", RECORD, "how alike they are", "1.00"),
        ("why", RECORD_TEXT, "the same in words", "equal texts"),
    )
)
IMPORTED: Table = (
    Field("id", RECORD_TEXT, NO, "id of the article", "0123456789ab", fills=()),
    Field("file", RECORD_TEXT, NO, "the collected file", "dump.txt", fills=()),
    Field("segment", RECORD, NO, "where in it", "lines 1-9", fills=()),
    Field("confidence", RECORD, NO, "how sure import is of where it begins and ends", "0.93", fills=()),
    Field("start", RECORD, NO, "what told the beginning", "model", fills=()),
    Field("derived", RECORD_LIST, NO, "fields that import made up itself", "[tags]", fills=()),
    Field(
        "suggested", RECORD_GROUP, NO, "fields that it proposes and does not write", "{story: sale-of-a-unit}", fills=()
    ),
    Field("boilerplate", RECORD_LINES, NO, "lines that many articles share", "[Read more]", fills=()),
    Field("cut", RECORD_TEXT, NO, "its last words, where its source has cut it", "the bridge is closed.", fills=()),
    Field("held", RECORD_TEXT, NO, "why its source holds it back, in the words of the source", "private", fills=()),
    Field("folded", RECORD_GROUPS, NO, "copies that the brief stands for", fills=(), inner=FOLDED),
    Field("versions", RECORD_LIST, NO, "briefs that share much and do not say the same", "[a-brief]", fills=()),
)
