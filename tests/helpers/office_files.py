"""Office files made of their parts, for tests of reading them."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from pdfminer.fontmetrics import FONT_METRICS

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>{more}</w:style>'
    for style, name, more in (
        ("Title", "Title", ""),
        ("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("H2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Zitat", "Quote", ""),
        ("TOC1", "toc 1", ""),
    )
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of some texts by their names."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def word(
    body: str,
    *,
    styles: str = "",
    links: dict[str, str] | None = None,
    chunks: dict[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """A Word document of the XML of its body; ``links`` are addresses by id, ``parts`` the XML inside other parts:
    ``numbering``, ``footnotes``, ``endnotes``, ``comments``, ``header1``, ``footer1``; ``chunks`` are files of other
    formats by name, whose ids are their names."""
    chunks = chunks or {}
    roots = {"numbering": "numbering", "header1": "hdr", "footer1": "ftr"}
    kinds = {"header1": "header", "footer1": "footer"}
    own = {"styles": f"<w:styles {_W}>{_STYLES}{styles}</w:styles>"}
    for name, inner in parts.items():
        root = roots.get(name, name)
        own[name] = f"<w:{root} {_W}>{inner}</w:{root}>"
    relations = "".join(
        f'<Relationship Id="r_{name}" Type="{_RELATION}/{kinds.get(name, name)}" Target="{name}.xml"/>' for name in own
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/hyperlink" Target="{address}" TargetMode="External"/>'
        for name, address in (links or {}).items()
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/aFChunk" Target="/word/{name}"/>' for name in chunks
    )
    return packed(
        {
            "_rels/.rels": '<Relationships xmlns="x"><Relationship Id="1" '
            f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="x">{relations}</Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": text for name, text in own.items()},
            **{f"word/{name}": data for name, data in chunks.items()},
        }
    )


def run(text: str, form: str = "") -> str:
    """The XML of a run of words in Word."""
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*runs: str, style: str = "", form: str = "") -> str:
    """The XML of a paragraph in Word; what is no XML is a run of words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    words = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{form}</w:pPr>{words}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """The XML of a table in Word, by the XML in its cells; what is no XML is a paragraph."""
    cells = ("".join(f"<w:tc>{cell if cell.startswith('<') else line(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


class Drawn(NamedTuple):
    """Words at a place of a PDF page."""

    text: str
    left: float
    base: float
    size: float = 10
    font: int = 0
    """Number of the font among ``FONTS``."""
    before: str = ""
    """Operators before the words, such as ``1 g`` for white."""


FONTS = ("Helvetica", "Helvetica-Bold", "Times-Roman", "Courier")


def width(text: str, size: float = 10, font: int = 0) -> float:
    """How wide words are, in points."""
    known = FONT_METRICS[FONTS[font]][1]
    return sum(known.get(letter, 500) for letter in text) * size / 1000


def column(text: str, left: float, top: float, wide: float, *, size: float = 10, lead: float = 13) -> list[Drawn]:
    """A paragraph as lines of a width, from the left and the top."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return [Drawn(one, left, top - lead * n, size) for n, one in enumerate(lines)]


def pdf(*pages: Iterable[Drawn], links: Sequence[tuple[tuple[int, int, int, int], str]] = ()) -> bytes:
    """A PDF file of pages, each with its words in the order in which they are drawn; ``links`` are those of the first
    page."""
    number = len(pages)
    fonts = " ".join(f"/F{n} {3 + 2 * number + n} 0 R" for n in range(len(FONTS)))
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(number))
    notes = " ".join(
        f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, place))}] /A << /S /URI /URI ({address}) >> >>"
        for place, address in links
    )
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {number} >>"]
    for n, page in enumerate(pages):
        own = f"/Annots [{notes}] " if not n else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * n} 0 R {own}"
            f"/Resources << /Font << {fonts} >> >> >>"
        )
        signs = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})
        words = "\n".join(
            f"q {d.before} BT /F{d.font} {d.size} Tf 1 0 0 1 {d.left} {d.base} Tm ({d.text.translate(signs)}) Tj ET Q"
            for d in page
        )
        objects.append(f"<< /Length {len(words)} >>\nstream\n{words}\nendstream")
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in FONTS]
    out, places = b"%PDF-1.4\n", []
    for n, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table_at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table_at}\n%%EOF".encode()


_O = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("meta", "meta"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odt(body: str, *, styles: str = "", pages: str = "", meta: str = "", flat: bool = False) -> bytes:
    """An OpenDocument text of the XML of its body, its styles, the heads and feet of its pages, and its properties."""
    stated = "application/vnd.oasis.opendocument.text"
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    master = (
        f'<office:master-styles><style:master-page style:name="S">{pages}</style:master-page></office:master-styles>'
    )
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    if flat:
        inner = f"<office:meta>{meta}</office:meta>{automatic}{master}{text}"
        return (
            f'<?xml version="1.0"?><office:document {_O} office:mimetype="{stated}">{inner}</office:document>'.encode()
        )
    return packed(
        {
            "mimetype": stated,
            "content.xml": f"<office:document-content {_O}>{automatic}{text}</office:document-content>",
            "styles.xml": f"<office:document-styles {_O}>{master}</office:document-styles>",
            "meta.xml": f"<office:document-meta {_O}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def rtf(body: str, *, page: str = "1252") -> bytes:
    """An RTF file of its body; letters beyond ASCII are those of a code page."""
    head = (
        r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}}"
        r"{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}"
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3 Quote;}}"
        r"{\info{\author Office PC}}"
    )
    return (rf"{{\rtf1\ansi\ansicpg{page}\deff0" + head + body + "}").encode(f"cp{page}")
