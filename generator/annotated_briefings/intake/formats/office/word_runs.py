"""The words of a paragraph of a Word document: runs, links and fields, without what nobody sees."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.office.flow import BREAK, InlineText
from annotated_briefings.intake.formats.office.package import child, value
from annotated_briefings.intake.formats.office.symbols import symbol
from annotated_briefings.intake.formats.office.word_styles import Look, Styles, WordStyle, look_of

_ARGUMENT = regex(r'(?P<switch>\\\S)|"(?P<quoted>[^"]*)"|(?P<bare>\S+)')
_GONE = ("del", "moveFrom", "rubyPr", "rt", "annotation", "pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "trPr")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}


class OpenFields:
    """The fields that are open while a document is read: codes are no text, links hold for what they show."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], bool]] = []

    def begin(self) -> None:
        """A field begins, with its code."""
        self._open.append(([], True))

    def code(self, text: str) -> None:
        """Words of the code of the field."""
        if self._open:
            self._open[-1][0].append(text)

    def separate(self) -> None:
        """What the field shows begins."""
        if self._open:
            self._open[-1] = (self._open[-1][0], False)

    def end(self) -> None:
        """The field ends."""
        if self._open:
            self._open.pop()

    @property
    def in_code(self) -> bool:
        """Whether words are those of a code."""
        return any(code for _, code in self._open)

    @property
    def href(self) -> str:
        """The address that words link to; empty for none."""
        return next((found for parts, _ in reversed(self._open) if (found := link_of("".join(parts)))), "")

    @property
    def lists_contents(self) -> bool:
        """Whether words are those of a table of contents or an index."""
        return any("".join(parts).split(maxsplit=1)[:1] in (["TOC"], ["INDEX"], ["TOA"]) for parts, _ in self._open)


def link_of(code: str) -> str:
    """The address of a field of the kind HYPERLINK; empty for another field, and for a place in the document."""
    name, _, rest = code.strip().partition(" ")
    if name.upper() != "HYPERLINK":
        return ""
    switch = ""
    for argument in _ARGUMENT.finditer(rest):
        if argument["switch"]:
            switch = argument["switch"].lower()
        elif switch in ("\\l", "\\o", "\\t"):
            switch = ""
        else:
            return argument["quoted"] or argument["bare"] or ""
    return ""


class Runs:
    """Reads the words of paragraphs; one for a document, as fields may go on over paragraphs."""

    def __init__(self, styles: Styles, links: Mapping[str, str]) -> None:
        self.fields = OpenFields()
        self.notes: list[tuple[str, str]] = []
        """Notes that were referred to, in order and each once: their part (``footnote``, ``endnote``) and their id."""
        self.boxes: list[Element] = []
        """Text boxes that were met and not yet read."""
        self._styles = styles
        self._links = links

    def spans(self, element: Element, style: WordStyle, ground: bool, href: str = "") -> Iterator[InlineText]:
        """The words inside an element; ``ground`` is whether what is around them has a colour."""
        for inner in element:
            tag = inner.tag
            if tag in _GONE:
                continue
            if tag == "r":
                yield from self._run(inner, style, ground, href)
            elif tag == "hyperlink":
                yield from self.spans(inner, style, ground, self._links.get(inner.get("id", ""), "") or href)
            elif tag == "fldSimple":
                yield from self.spans(inner, style, ground, link_of(inner.get("instr", "")) or href)
            elif tag == "sdt":
                content = child(inner, "sdtContent")
                if content is not None and child(inner, "sdtPr", "showingPlcHdr") is None:
                    yield from self.spans(content, style, ground, href)
            elif tag == "AlternateContent":
                chosen = _chosen(inner)
                if chosen is not None:
                    yield from self.spans(chosen, style, ground, href)
            else:
                yield from self.spans(inner, style, ground, href)

    def _run(self, run: Element, style: WordStyle, ground: bool, href: str) -> Iterator[InlineText]:
        own = look_of(run.find("rPr"))
        named = self._styles.get(value(run, "rPr", "rStyle")).look
        look = own.over(named).over(style.look).over(self._styles.below)
        unseen = look.is_unseen(ground)
        for text in self._texts(run):
            if not unseen and not self.fields.in_code:
                yield self._span(text, look, href)

    def _span(self, text: str, look: Look, href: str) -> InlineText:
        note = text.startswith("\0")
        raised = "" if note else look.raised or ""
        shown = f"[{text[1:]}]" if note else text
        linked = "" if note else self.fields.href or href
        return InlineText(shown, bool(look.bold), bool(look.italic), raised, linked, look.size or 0.0)

    def _texts(self, run: Element) -> Iterator[str]:
        """The words of a run; the number of a note has a NUL before it."""
        for inner in run:
            tag = inner.tag
            if tag == "t":
                yield inner.text or ""
            elif tag == "br" and inner.get("type", "") in ("page", "column"):
                yield " "
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == "sym":
                yield symbol(inner.get("font", ""), inner.get("char", ""))
            elif tag == "instrText":
                self.fields.code(inner.text or "")
            elif tag == "fldChar":
                self._field(inner.get("fldCharType", ""))
            elif tag in ("footnoteReference", "endnoteReference"):
                note = tag.removesuffix("Reference"), inner.get("id", "")
                if note not in self.notes:
                    self.notes.append(note)
                yield f"\0{self.notes.index(note) + 1}"
            elif tag == "AlternateContent":
                chosen = _chosen(inner)
                yield from self._texts(chosen) if chosen is not None else ()
            elif tag == "ruby":
                yield from (t.text or "" for base in inner.iter("rubyBase") for t in base.iter("t"))
            elif tag in ("drawing", "pict", "object"):
                self.boxes += inner.iter("txbxContent")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()


def _chosen(element: Element) -> Element | None:
    """The one of several forms of the same content that a new Word shows."""
    choice = element.find("Choice")
    return choice if choice is not None else element.find("Fallback")
