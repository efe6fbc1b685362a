"""Editors' decisions about imports: they always win over the machine.

Each entry of decisions.yaml says one thing::

    - {split: dump.txt, line: 98}                  # an article starts at this line of this file
    - {split: dump.txt, text: As large language}   # ... or where a paragraph starts with these words, in any later file
    - {join: dump.txt, line: 34}                   # no article starts here
    - {join: letter.eml}                           # all parts of this file, such as stories of a letter, are one
    - {reject: 3f2a1b9c0d1e}                       # this article becomes no brief
    - {keep: 3f2a1b9c0d1e}                         # this article is never folded into another
    - {no_entity: Bridge Street}                  # this name is never suggested for the registry again
    - {not_story: [bridge-opens, 3f2a1b9c0d1e]}    # these (names of briefs, or ids) are never put into one story
    - {seen: 3f2a1b9c0d1e}                         # what an import asked under this id is right as it is
"""

from collections.abc import Iterable, Iterator, Set

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.field_kinds import TEXT, TEXTS, WORD, count_kind
from annotated_briefings.base.yaml.field_table import (
    Field,
    Table,
    TextUse,
    object_schema,
    read_table,
    schema_text,
)
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping, Sequence
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.model import Paragraph, RawDocument


class Cut(Value):
    """A decision about one gap."""

    split: bool
    """True when an article starts there, False when none does."""
    document: str
    """Name of the file."""
    line: int
    """Line of the paragraph after the gap, from 1; 0 when words say it, or where all parts of a file are joined."""
    text: str
    """First words of the paragraph after the gap."""
    place: Place
    """Where the decision is."""

    @property
    def name(self) -> str:
        """What it says in a few words, such as ``split dump.txt at line 98``; the ledger knows it by that."""
        at = f" at `{self.text}`" if self.text else f" at line {self.line}" if self.line else ""
        return f"{'split' if self.split else 'join'} {self.document}{at}"

    @property
    def whole(self) -> bool:
        """Whether it joins all parts of a file, such as the stories of a letter."""
        return not (self.split or self.line or self.text)


class NamedDecision(Value):
    """A decision about articles or briefs that it names."""

    kind: str
    """``reject``, ``keep``, ``seen`` or ``not_story``."""
    names: tuple[str, ...]
    """Ids, or names of briefs."""
    place: Place
    """Where it is."""


class Decisions(Value):
    """All decisions."""

    cuts: tuple[Cut, ...] = ()
    """Where articles start and where not."""
    rejected: frozenset[str] = frozenset()
    """Ids of articles that become no brief."""
    kept: frozenset[str] = frozenset()
    """Ids of articles that are never folded."""
    no_entity: frozenset[str] = frozenset()
    """Names that are no entities, in small letters."""
    not_story: tuple[tuple[str, ...], ...] = ()
    """Groups of ids of articles and names of briefs that do not tell of the same event."""
    seen: frozenset[str] = frozenset()
    """Ids of copies, new versions, unsure places and texts not taken that an editor has looked at and leaves as they
    are."""
    named: tuple[NamedDecision, ...] = ()
    """Those that name articles or briefs, in the order of the file."""


_NO = TextUse.NO
_LINE = count_kind({"type": "integer", "minimum": 1}, lambda fields, field, _: fields.number(field.name, 0))
_NAMES = replace(TEXTS, read=lambda fields, field, _: fields.texts(field.name, words=True))
_NAMING = ("reject", "keep", "no_entity", "seen")
"""Fields of which one alone is a decision."""
DECISION: Table = (
    Field(
        "split",
        TEXT,
        _NO,
        "file in which an article starts at `line`, or at words in `text`",
        "dump.txt",
    ),
    Field("join", TEXT, _NO, "file in which no article starts there; without a place, all its parts are one", "a.eml"),
    Field("line", _LINE, _NO, "line of the file, from 1", "98"),
    Field("text", TEXT, _NO, "first words of a paragraph, in any file", "As the storm"),
    Field("reject", WORD, _NO, "id of an article that becomes no brief", "3f2a1b9c0d1e"),
    Field("keep", WORD, _NO, "id of an article that is never folded into another", "3f2a1b9c0d1e"),
    Field("no_entity", TEXT, _NO, "name that is never suggested for the registry", "Bridge Street"),
    Field("not_story", _NAMES, _NO, "briefs that are never put into one story", "[bridge-opens, 3f2a1b9c0d1e]"),
    Field("seen", WORD, _NO, "id under which an import asked what is right as it is", "3f2a1b9c0d1e"),
)
"""A decision. The lines that ``imports`` and the desk write have these fields too."""


def decisions_schema() -> str:
    """The text of the JSON Schema of decisions.yaml."""
    placed = {"if": {"required": ["split"]}, "then": {"anyOf": [{"required": ["line"]}, {"required": ["text"]}]}}
    entry = {**object_schema(DECISION), **placed, "minProperties": 1}
    # To the language server of editors an empty file is a mapping without keys.
    empty = {"type": ["object", "null"], "maxProperties": 0}
    return schema_text("Decisions about imports", {"anyOf": [{"type": "array", "items": entry}, empty]})


def read_decisions(source: Source) -> tuple[Decisions, tuple[Diagnostic, ...]]:
    """The decisions of a decisions.yaml, and what is wrong with it; a broken entry is left out."""
    node, early = read_yaml(source, source.text)
    found = list(early)
    if node is None:
        return Decisions(), tuple(found)
    if not isinstance(node, Sequence):
        return Decisions(), (
            *found,
            report(
                "wrong-type",
                "the decisions must be a list",
                Place(source.path, 1, 1),
                help="write one a line, such as `- {split: dump.txt, line: 98}`",
                source=source,
            ),
        )
    cuts: list[Cut] = []
    strangers: list[tuple[str, ...]] = []
    ids: dict[str, set[str]] = {name: set() for name in _NAMING}
    named: list[NamedDecision] = []
    for item in node.items:
        if not isinstance(item, Mapping):
            place = Place(source.path, item.line, item.column)
            found.append(
                report(
                    "wrong-type",
                    "a decision must have fields",
                    place,
                    help="write it as `- {split: dump.txt, line: 98}`",
                    source=source,
                )
            )
            continue
        fields = Fields(source, item, found)
        values = read_table(DECISION, fields)
        for name, known in ids.items():
            if fields.has(name):
                known.add(values[name])
                if name != "no_entity":
                    named.append(NamedDecision(name, (values[name],), fields.start))
        if fields.has("not_story"):
            strangers.append(values["not_story"])
            named.append(NamedDecision("not_story", strangers[-1], fields.start))
            if len(strangers[-1]) < 2:
                fields.report(
                    "wrong-type",
                    "`not_story` must name two briefs or more",
                    fields.place("not_story"),
                    "write it as `- {not_story: [one-brief, another-brief]}`",
                )
        split, join, line, text = values["split"], values["join"], values["line"], values["text"]
        if (split or join) and (line or text or not split):
            cuts.append(Cut(bool(split), split or join, line, text, fields.start))
        elif split or join:
            fields.report(
                "wrong-type",
                "the decision names no place",
                fields.start,
                "add `line: 98`, or `text:` with the first words of the paragraph",
            )
        fields.finish()
    rejected, kept = frozenset(ids["reject"]), frozenset(ids["keep"])
    names = frozenset(name.lower() for name in ids["no_entity"])
    seen = frozenset(ids["seen"])
    return Decisions(tuple(cuts), rejected, kept, names, tuple(strangers), seen, tuple(named)), tuple(found)


def with_rejected(decisions: Decisions, ids: Iterable[str]) -> Decisions:
    """Decisions that reject some more articles."""
    return replace(decisions, rejected=decisions.rejected | frozenset(ids))


def with_cuts(decisions: Decisions, cuts: Iterable[Cut]) -> Decisions:
    """Decisions with some more about where articles start."""
    return replace(decisions, cuts=(*decisions.cuts, *cuts))


def decided(decisions: Decisions, document: RawDocument) -> tuple[frozenset[int], frozenset[int]]:
    """Places (0-based, among the document's paragraphs) where articles must start, and must not."""
    starts: set[int] = set()
    joins: set[int] = set()
    for cut in decisions.cuts:
        if cut.whole:
            continue
        wanted = words_of(cut.text)
        for place, paragraph in enumerate(document.paragraphs):
            by_words = bool(wanted) and words_of(paragraph.text)[: len(wanted)] == wanted
            by_line = not wanted and cut.document == document.name and paragraph.line <= cut.line <= paragraph.last_line
            if by_words or by_line:
                (starts if cut.split else joins).add(place)
    return frozenset(starts), frozenset(joins)


def used_cuts(decisions: Decisions, documents: tuple[RawDocument, ...]) -> frozenset[int]:
    """Numbers of the decisions about gaps that match a paragraph of some documents."""
    return frozenset(
        number
        for number, cut in enumerate(decisions.cuts)
        if any(
            cut.document == document.name if cut.whole else any(decided(Decisions((cut,)), document))
            for document in documents
        )
    )


def rejoined(decisions: Decisions, documents: tuple[RawDocument, ...]) -> tuple[RawDocument, ...]:
    """The documents of a file; those that are parts of one for which an editor has decided so are one again, under the
    headline of the whole."""
    names = {cut.document for cut in decisions.cuts if cut.whole}
    out: list[RawDocument] = []
    places: dict[str, int] = {}
    for document in documents:
        base, _, number = document.name.rpartition("#")
        if base not in names or not number.isdecimal() or document.left_out:
            out.append(document)
        elif base in places:
            one = out[places[base]]
            paragraphs = (*one.paragraphs, *_headed(document, one.given.title))
            out[places[base]] = replace(one, paragraphs=paragraphs, around=(*one.around, *document.around))
        else:
            places[base] = len(out)
            given = replace(document.given, title=document.parent or document.given.title, url="")
            out.append(replace(document, name=base, given=given, paragraphs=tuple(_headed(document, given.title))))
    return tuple(out)


def _headed(document: RawDocument, title: str) -> Iterator[Paragraph]:
    """The paragraphs of a part below its headline, where that is not the one of the whole."""
    own = document.given.title
    if own and own != title:
        yield Paragraph(own, 0, 0, heading=True)
    yield from document.paragraphs


def unused_cuts(decisions: Decisions, used: Set[int], names: Set[str]) -> tuple[Diagnostic, ...]:
    """Decisions about an imported file that match no paragraph of it; ``names`` are the imported files."""
    found: list[Diagnostic] = []
    for number, cut in enumerate(decisions.cuts):
        if number not in used and cut.document in names:
            what = f"paragraph that starts with `{cut.text}`" if cut.text else f"paragraph at line {cut.line}"
            what = "parts that are articles" if cut.whole else what
            found.append(
                report(
                    "unused-decision",
                    f"`{cut.document}` has no {what}",
                    cut.place,
                    help="correct the decision, or take it out",
                )
            )
    return tuple(found)
