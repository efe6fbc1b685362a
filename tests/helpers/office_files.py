"""Office files made of their parts, for tests of reading them."""

from io import BytesIO
from zipfile import ZipFile

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


def packed(parts: dict[str, str]) -> bytes:
    """A zip archive of some texts by their names."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def word(body: str, *, styles: str = "", links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word document of the XML of its body; ``links`` are addresses by id, ``parts`` the XML inside other parts:
    ``numbering``, ``footnotes``, ``endnotes``, ``comments``, ``header1``, ``footer1``."""
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
    return packed(
        {
            "_rels/.rels": '<Relationships xmlns="x"><Relationship Id="1" '
            f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="x">{relations}</Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": text for name, text in own.items()},
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
