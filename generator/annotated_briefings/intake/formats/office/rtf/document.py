"""RTF files: what a writing program shows of them, in its order and form."""

from dataclasses import dataclass, field

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.office.flow import (
    BREAK,
    Cell,
    Grid,
    InlineText,
    Item,
    Line,
    Part,
    note_line,
)
from annotated_briefings.intake.formats.office.rtf.tables import RtfStyle, RtfTables, read_tables
from annotated_briefings.intake.formats.office.rtf.words import RtfWord, properties, rtf_words
from annotated_briefings.intake.formats.office.word_runs import link_of
from annotated_briefings.intake.formats.office.word_styles import Look, is_quote_style
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.unseen.apart import DELETED, HIDDEN
from annotated_briefings.intake.model import COMMENT

_DEEPEST = 2000
"""Groups inside groups."""
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": "\t", "line": BREAK, "lbr": BREAK, "emspace": " ", "enspace": " ", "qmspace": " ", "page": " ",
}  # fmt: skip
_HIDDEN_SIGNS = {"~": "\u00a0", "_": "-", "-": ""}
_HEADS = {"header": "head", "footer": "foot"}
_LABEL = regex(r"\(?(\d{1,4})[.)]?$")
_FORMS = {"b": "bold", "i": "italic", "v": "hidden", "webhidden": "hidden", "strike": "struck", "striked": "struck"}
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object listtable listoverridetable revtbl rsidtbl generator "
    "themedata colorschememapping datastore latentstyles xmlnstbl annotation atnid atnauthor atntime atnref "
    "atnparent atrfstart atrfend filetbl nonshppict objdata mmathPr wgrffmtfilter pnseclvl bkmkstart bkmkend "
    "tc xe txe rxe template userprops passwordhash docvar falt panose do shprslt sp picprop ftnsep ftnsepc "
    "ftncn aftnsep aftnsepc aftncn".split()
)
"""Groups whose words are no text."""
_KNOWN = frozenset(
    "shppict shpinst shptxt fldinst footnote listtext pntext hlinkbase field fldrslt nesttableprops".split()
)
"""Groups that are read although they are marked as new."""


class RtfDocument(Value):
    """An RTF file, read."""

    parts: tuple[Part, ...]
    """Its paragraphs and tables, notes last."""
    around: tuple[Line, ...]
    """Heads and feet of its pages."""
    stated: tuple[tuple[str, str], ...]
    """Its properties by name."""


@dataclass(slots=True)
class _Flow:
    """Where words go: the text, a note, a text box, the head or foot of the pages."""

    kind: str = ""
    parts: list[Part] = field(default_factory=list)
    spans: list[InlineText] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    cell: list[Part] = field(default_factory=list)
    number: int = 0
    """Number of a note, or of the last line of a list whose marks are letters."""


class _State(Value):
    """What holds for the words of a group."""

    flow: _Flow
    look: Look = Look()
    colour: int = 0
    ground: bool = False
    font: int = 0
    style: int = 0
    level: int = -1
    depth: int = 0
    in_table: bool = False
    skipped: bool = False
    deleted: bool = False
    place: str = ""
    """``label`` in the mark of a line, ``code`` in the code of a field."""
    href: str = ""
    fallback: int = 1
    """Letters that follow one given by its number, for old programs."""


def read_rtf_file(data: bytes) -> RtfDocument:
    """Read an RTF file; raises ``BrokenFile`` for what is none."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise BrokenFile("it does not begin as an RTF file")
    words = list(rtf_words(data))
    tables = read_tables(words)
    reader = _RtfReader(words, tables)
    stated = tuple(properties(words, tables.codec))
    return RtfDocument((*reader.main.parts, *reader.notes), tuple(reader.around), stated)


class _RtfReader:
    """Reads the pieces of a file in order."""

    def __init__(self, words: list[RtfWord], tables: RtfTables) -> None:
        self.main = _Flow()
        self.notes: list[Line] = []
        self.around: list[Line] = []
        self._tables = tables
        self._bytes = b""
        self._unread = 0
        self._codes: list[list[str]] = []
        self._count = 0
        self._unshown: list[tuple[str, list[str]]] = []
        state = self._read(words, _State(self.main))
        self._end_paragraph(replace(state, flow=self.main))
        _end_table(self.main)
        unshown = ((why, " ".join("".join(words).split())) for why, words in self._unshown)
        self.around += (Line((InlineText(words),), aside=why) for why, words in unshown if words)

    def _read(self, words: list[RtfWord], state: _State) -> _State:
        stack: list[_State] = []
        fresh = marked = False
        for word in words:
            if word.kind == "bytes":
                taken = min(self._unread, len(word.data))
                self._unread -= taken
                self._bytes += word.data[taken:]
                fresh = marked = False
                continue
            self._flush(state)
            if word.kind == "{":
                if len(stack) >= _DEEPEST:
                    raise BrokenFile("its groups lie too deep in each other")
                stack.append(state)
                fresh, marked = True, False
                continue
            if word.kind == "}":
                before = stack.pop() if stack else _State(self.main)
                if state.flow is not before.flow and not before.skipped:
                    self._close(state, before)
                state = before
            elif word == RtfWord("sign", "*") and fresh:
                marked = True
                continue
            elif word.kind == "sign":
                self._write(_HIDDEN_SIGNS.get(word.name, word.name if word.name in "\\{}" else ""), state)
            else:
                opened = self._opened(word.name, state, marked) if fresh else None
                state = opened or self._controlled(word, state)
            fresh = marked = False
        self._flush(state)
        return state

    def _opened(self, name: str, state: _State, marked: bool) -> _State | None:
        """What holds in a group whose first control word says what it is; None for another word."""
        if name == "annotation" and not state.skipped:
            return replace(state, place="comment")
        if name in _SKIPPED or (marked and name not in _KNOWN):
            return replace(state, skipped=True)
        if name[:6] in _HEADS:
            return _State(_Flow(_HEADS[name[:6]]), ground=True, skipped=state.skipped)
        if name == "footnote":
            if not state.skipped:
                self._count += 1
                state.flow.spans.append(InlineText(f"[{self._count}]"))
                state.flow.notes.append(self._count)
            return _State(_Flow("note", number=self._count), skipped=state.skipped)
        if name == "shptxt":
            return _State(_Flow("box"), ground=True, skipped=state.skipped)
        if name in ("listtext", "pntext"):
            return replace(state, place="label")
        if name == "fldinst":
            self._codes.append([])
            return replace(state, place="code")
        if name == "fldrslt":
            return replace(state, href=link_of("".join(self._codes.pop())) if self._codes else "")
        return None

    def _close(self, state: _State, before: _State) -> None:
        """The end of a note, a text box, or the head of the pages."""
        flow = state.flow
        self._end_paragraph(state)
        _end_table(flow)
        lines = [part for part in flow.parts if isinstance(part, Line)]
        if flow.kind == "box":
            before.flow.boxes += flow.parts
        elif flow.kind == "note":
            self.notes.append(note_line(flow.number, lines))
        else:
            known = {line.text for line in self.around}
            why = f"the {flow.kind} of its pages"
            self.around += (replace(line, aside=why) for line in lines if line.text not in known)

    def _controlled(self, word: RtfWord, state: _State) -> _State:
        """What holds after a control word."""
        name, number = word.name, word.number
        on = number != 0
        if name in _SIGNS:
            self._write(_SIGNS[name], state)
        elif name == "u":
            self._write(chr((number or 0) % 65536), state)
            self._unread = state.fallback
        elif name in ("par", "sect", "nestcell"):
            self._end_paragraph(state)
        elif name == "cell":
            self._end_paragraph(state, in_cell=True)
            state.flow.cells.append(Cell(tuple(state.flow.cell)))
            state.flow.cell = []
        elif name == "row":
            state.flow.rows.append(tuple(state.flow.cells))
            state.flow.cells = []
        elif name in _FORMS:
            return replace(state, look=replace(state.look, **{_FORMS[name]: on}))
        elif name in ("super", "sub", "nosupersub"):
            raised = {"super": "sup", "sub": "sub"}.get(name, "") if on else ""
            return replace(state, look=replace(state.look, raised=raised))
        elif name == "fs":
            return replace(state, look=replace(state.look, size=(number or 24) / 2))
        elif name in ("highlight", "chcbpat", "cbpat", "clcbpat", "cb"):
            return replace(state, ground=bool(number) and number not in self._tables.white)
        elif name == "plain":
            return replace(state, look=Look(), colour=0, deleted=False)
        elif name == "pard":
            return replace(state, style=0, level=-1, depth=0, in_table=False)
        else:
            own = {
                "cf": "colour",
                "f": "font",
                "s": "style",
                "outlinelevel": "level",
                "ilvl": "depth",
                "uc": "fallback",
            }
            if name in own:
                return replace(state, **{own[name]: max(0, number or 0)})
            if name == "intbl":
                return replace(state, in_table=True)
            if name == "deleted":
                return replace(state, deleted=on)
        return state

    def _flush(self, state: _State) -> None:
        """Say the letters that were gathered; those of wide encodings come in several bytes."""
        if self._bytes:
            codec = self._tables.fonts.get(state.font) or self._tables.codec
            text, self._bytes = self._bytes.decode(codec, "replace"), b""
            self._write(text, state)

    def _write(self, text: str, state: _State) -> None:
        if not text or state.skipped:
            return
        look = replace(state.look, colour="ffffff") if state.colour in self._tables.white else state.look
        if state.place == "comment" or state.deleted:
            self._leave_out(text, COMMENT if state.place == "comment" else DELETED)
        elif state.place == "code":
            # In a damaged file what a field shows may stand inside its code.
            if self._codes:
                self._codes[-1].append(text)
        elif state.place == "label":
            state.flow.label.append(text)
        else:
            if look.is_unseen(state.ground):
                self._leave_out(text, DELETED if look.struck else HIDDEN)
                return
            form = InlineText("", bool(look.bold), bool(look.italic), look.raised or "", state.href, look.size or 12.0)
            state.flow.spans.append(replace(form, text=text))

    def _leave_out(self, text: str, why: str) -> None:
        """Keep words that the text is shown without, those of one kind in a row together."""
        if not self._unshown or self._unshown[-1][0] != why:
            self._unshown.append((why, []))
        self._unshown[-1][1].append(text)

    def _end_paragraph(self, state: _State, in_cell: bool = False) -> None:
        if state.place == "comment":
            self._leave_out(" ", COMMENT)
            return
        flow = state.flow
        if self._unshown and self._unshown[-1][1]:
            self._unshown.append(("", []))
        spans, label = _paired(flow.spans), " ".join("".join(flow.label).split())
        notes, boxes = tuple(flow.notes), flow.boxes
        flow.spans, flow.label, flow.notes, flow.boxes = [], [], [], []
        style = self._tables.styles.get(state.style, RtfStyle())
        level = style.level if state.level < 0 else state.level + 1 if state.level < 9 else 0
        into = flow.cell if in_cell or state.in_table else flow.parts
        if into is flow.parts:
            _end_table(flow)
        if any(span.text.strip() for span in spans):
            title = style.name == "title"
            item = None
            if label and (level or title):
                spans = [InlineText(f"{label} "), *spans]
            elif label:
                found = _LABEL.fullmatch(label)
                flow.number = int(found[1]) if found else flow.number + 1 if label[:1].isalnum() else 0
                item = Item(state.depth, flow.number if found or label[:1].isalnum() else -1)
            into.append(Line(tuple(spans), level, title, is_quote_style(style.name) and not level, item, "", notes))
        into += boxes


def _end_table(flow: _Flow) -> None:
    if flow.cell or flow.cells:
        flow.rows.append((*flow.cells, Cell(tuple(flow.cell))))
    if flow.rows:
        flow.parts.append(Grid(tuple(flow.rows)))
    flow.rows, flow.cells, flow.cell = [], [], []


def _paired(spans: list[InlineText]) -> list[InlineText]:
    """Words in which the halves of letters beyond the first 65,536 are one letter."""
    if not any("\ud800" <= c <= "\udfff" for span in spans for c in span.text):
        return spans
    out: list[InlineText] = []
    for span in spans:
        if out and out[-1].text[-1:] >= "\ud800" and "\udc00" <= span.text[:1] <= "\udfff":
            out[-1] = replace(out[-1], text=out[-1].text + span.text)
        else:
            out.append(span)
    return [
        replace(span, text=span.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        for span in out
    ]
