"""OpenDocument texts and RTF files are read as their programs show them, in the same forms as Word documents."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import odt, packed, rtf

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

FIRST = "The harbour board of Vessby has opened the new bridge to lorries."
SECOND = "Two lanes stay closed until the cables are painted, its engineer said."
THIRD = "Cyclists may cross from May, and nobody has to pay for it."
STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="K" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Quotations" style:family="paragraph"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="PB" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    '<text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def one(name: str, data: bytes) -> RawDocument:
    (document,), found = read_any(name, data)
    assert found == ()
    return document


def shown(name: str, data: bytes) -> list[str]:
    return [p.markdown or p.text for p in one(name, data).paragraphs if not p.aside]


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def open_text(body: str, flat: bool = False) -> bytes:
    return odt(body, styles=STYLES, flat=flat)


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('found <text:span text:style-name="B">not </text:span>guilty', "found **not** guilty"),
        ('found <text:span text:style-name="I">not</text:span> guilty', "found *not* guilty"),
        ('found <text:span text:style-name="V">not </text:span>guilty', "found guilty"),
        ('found <text:span text:style-name="K">not </text:span>guilty', "found guilty"),
        ('found <text:span text:style-name="W">not </text:span>guilty', "found guilty"),
        ('10<text:span text:style-name="U">6</text:span> guilty', "10⁶ guilty"),
        ('<text:a xlink:href="https://port.example/a">found</text:a> guilty', "[found](https://port.example/a) guilty"),
        ("found<text:s text:c='3'/>guilty<text:tab/>twice", "found guilty twice"),
        ("found<text:line-break/>guilty", "found\\\nguilty"),
        ("found <text:change-start/>not <text:change-end/>guilty", "found not guilty"),
        ("found <text:change/>guilty", "found guilty"),
        (
            "found <office:annotation><dc:creator>RL</dc:creator><text:p>no</text:p></office:annotation>guilty",
            "found guilty",
        ),
        ("found <text:hidden-text>not </text:hidden-text>guilty", "found guilty"),
        ("found on <text:date>3 March</text:date>", "found on 3 March"),
    ],
)
def test_words_of_a_line_are_those_that_libreoffice_shows(inner: str, text: str, flat: bool) -> None:
    assert shown("a.odt", open_text(p(inner) + p(FIRST), flat)) == [text, FIRST]


def test_an_opendocument_text_keeps_its_forms() -> None:
    item = "<text:list-item>{}</text:list-item>"
    inner = f"<text:list>{item.format(p('Old gate'))}</text:list>"
    lines = item.format(p("Dam") + inner) + item.format(p("Lock"))
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Berth", "Price"), ("North mole", "4,100 crowns"))
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("gone") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>" + p("Bridge opens", "P1") + p("By Ida Varro")
        + p("3 March 2026") + p(FIRST) + '<text:h text:outline-level="1">Lanes</text:h>' + p(SECOND, "P2")
        + f'<text:list text:style-name="L">{lines}</text:list>' + p("Between.")
        + f'<text:list text:style-name="L" text:continue-numbering="true">{item.format(p("Quay"))}</text:list>'
        + f"<table:table>{cells}</table:table>"
        + '<text:section text:display="none">' + p("hidden") + "</text:section>"
        + p("<draw:frame><draw:text-box>" + p(THIRD) + "</draw:text-box></draw:frame>")
        + p('It fell<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            + p("By a tenth.") + "</text:note-body></text:note> later.")
    )  # fmt: skip
    document = one("a.odt", open_text(body))
    assert (document.given.title, document.given.published) == ("Bridge opens", "2026-03-03")
    assert [one.markdown or one.text for one in document.paragraphs if not one.aside] == [
        "By Ida Varro",
        FIRST,
        "Lanes",
        f"> {SECOND}",
        "1. Dam\n   - Old gate\n2. Lock",
        "Between.",
        "3. Quay",
        "| Berth | Price |\n| --- | --- |\n| North mole | 4,100 crowns |",
        THIRD,
        "It fell[1] later.",
        "[1] By a tenth.",
    ]


def test_what_stands_around_an_opendocument_text_is_left_out_by_name() -> None:
    pages = f"<style:header>{p('Vessby Harbour Board')}</style:header><style:footer>{p('VERTRAULICH')}</style:footer>"
    contents = f"<text:table-of-content><text:index-body>{p('Lanes 3')}</text:index-body></text:table-of-content>"
    document = one("a.odt", odt(p("Bridge opens", "P1") + contents + p(FIRST), styles=STYLES, pages=pages))
    assert [(one.text, one.aside) for one in document.around] == [
        ("Vessby Harbour Board", "the head of its pages"),
        ("VERTRAULICH", "the foot of its pages"),
        ("Lanes 3", "a table of contents"),
    ]
    assert document.given.held == "VERTRAULICH"
    closed = '<meta:user-defined meta:name="Status">embargoed</meta:user-defined>'
    assert one("a.odt", odt(p(FIRST), meta=closed)).given.held


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r"found {\b not }guilty", "found **not** guilty"),
        (r"found \b not\b0  guilty", "found **not** guilty"),
        (r"found {\i not} guilty", "found *not* guilty"),
        (r"found {\v not }guilty", "found guilty"),
        (r"found {\strike not }guilty", "found guilty"),
        (r"found {\deleted not }guilty", "found guilty"),
        (r"found {\revised not }guilty", "found not guilty"),
        (r"found {\cf1 not }guilty", "found guilty"),
        (r"found {\cf1\highlight2 not }guilty", "found not guilty"),
        (r"found {\cf2 not }guilty", "found not guilty"),
        (r"10{\super 6} guilty", "10⁶ guilty"),
        (r"found\line guilty", "found\\" + "\nguilty"),
        (r"found\tab guilty", "found guilty"),
        (r"non\_guilty", "non-guilty"),
        (r"un\-guilty", "unguilty"),
        (r"\ldblquote found\rdblquote  \emdash  guilty", "“found” — guilty"),
        (r"caf\'e9 guilty", "café guilty"),
        (r"caf\u233?guilty", "caféguilty"),
        (r"caf\uc2\u233\'c3\'a9 guilty", "café guilty"),
        (r"\u-10179?\u-8704? guilty", "😀 guilty"),
        (r"{\f1\'cc\'ee\'f1\'f2} guilty", "Мост guilty"),
        (r"{\f2\'8b\'b4} guilty", "橋 guilty"),
        (r"\{found\} \\ guilty", "{found} \\ guilty"),
        (
            r'{\field{\*\fldinst HYPERLINK "https://port.example/a"}{\fldrslt found}} guilty',
            "[found](https://port.example/a) guilty",
        ),
        (r"{\field{\*\fldinst PAGEREF x}{\fldrslt found}} guilty", "found guilty"),
        (r"found {\*\annotation no }guilty", "found guilty"),
        (r"found {\pict\pngblip 89504e47}guilty", "found guilty"),
        (r"found {\*\unheard of}guilty", "found guilty"),
        (r"found {\pict\bin4 a}}b}guilty", "found guilty"),
    ],
)
def test_words_of_a_line_are_those_that_an_rtf_file_shows(inner: str, text: str) -> None:
    assert shown("a.rtf", rtf(rf"\pard {inner}\par \pard\plain {FIRST}\par")) == [text, FIRST]


def test_a_field_whose_groups_are_damaged_does_no_harm() -> None:
    assert shown("a.rtf", rtf(rf"\pard {FIRST}{{\field{{\*\fldinst a{{\fldrslt }}b}}}}\par")) == [FIRST]


def test_a_line_end_after_a_backslash_ends_a_paragraph() -> None:
    assert shown("a.rtf", rtf(f"\\pard {FIRST}\\\n{SECOND}\\\r\n\\\n{THIRD}")) == [FIRST, SECOND, THIRD]


def test_an_rtf_file_keeps_its_forms() -> None:
    def item(label: str, text: str, depth: int = 0) -> str:
        return rf"\pard\ls1\ilvl{depth}{{\listtext {label}\tab}}{text}\par "

    cells = r"\trowd\cellx1000\cellx2000\pard\intbl Berth\cell Price\cell\row"
    cells += r"\trowd\cellx1000\cellx2000\pard\intbl North mole\cell 4,100 crowns\cell\row "
    box = rf"{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv 1}}}}{{\shptxt\pard {THIRD}\par}}}}{{\shprslt no}}}}"
    body = (
        r"{\header\pard Vessby Harbour Board\par}{\footer\pard Page 1\par}"
        rf"\pard\s2 Bridge opens\par \pard 3. M\'e4rz 2026\par \pard {FIRST}\par "
        rf"\pard\s1\outlinelevel0\b Lanes\b0\par \pard\s3 {SECOND}\par "
        + item("1.", "Dam") + item(r"\'b7", "Old gate", 1) + item("2.", "Lock")
        + cells
        + r"\pard It fell{\super\chftn{\footnote\pard {\super\chftn} By a tenth.}} later.\par "
        + rf"\pard Boxed.{box}\par"
    )  # fmt: skip
    document = one("a.rtf", rtf(body))
    assert (document.given.title, document.given.published, document.given.author) == ("Bridge opens", "2026-03-03", "")
    assert [one.markdown or one.text for one in document.paragraphs if not one.aside] == [
        FIRST,
        "Lanes",
        f"> {SECOND}",
        "1. Dam\n   - Old gate\n2. Lock",
        "| Berth | Price |\n| --- | --- |\n| North mole | 4,100 crowns |",
        "It fell[1] later.",
        "Boxed.",
        THIRD,
        "[1] By a tenth.",
    ]
    assert [(one.text, one.aside) for one in document.around] == [
        ("Vessby Harbour Board", "the head of its pages"),
        ("Page 1", "the foot of its pages"),
    ]


@pytest.mark.parametrize("name", ["a.odt", "a.rtf"])
def test_a_press_review_gives_its_articles_in_these_formats_too(name: str) -> None:
    stories = [
        ("Bridge opens", "The Courier, 28 November 2026", FIRST),
        ("Cables painted", "The Gazette, 27 November 2026", SECOND),
    ]
    if name == "a.odt":
        data = open_text("".join(p(title, "PB") + p(result) + p(text) for title, result, text in stories))
    else:
        data = rtf(
            "".join(rf"\pard\plain\b {title}\b0\par {result}\par {text}\par " for title, result, text in stories)
        )
    documents, found = read_any(name, data)
    assert found == ()
    assert [(d.given.title, d.given.outlet, d.given.published) for d in documents] == [
        ("Bridge opens", "The Courier", "2026-11-28"),
        ("Cables painted", "The Gazette", "2026-11-27"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.odt", b"PK\x03\x04", "the OpenDocument text cannot be read: it is no zip archive, or its end is missing"),
        (
            "a.odt",
            packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "the OpenDocument text cannot be read: it holds no text",
        ),
        (
            "a.odt",
            packed(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml": "<m><f><encryption-data/></f></m>",
                    "content.xml": "x",
                }
            ),
            "the OpenDocument text cannot be read: it is encrypted",
        ),
        ("a.rtf", b"{\\rtf1 " + b"{" * 3000, "the RTF file cannot be read: its groups lie too deep in each other"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason(name: str, data: bytes, message: str) -> None:
    documents, found = read_any(name, data)
    assert documents == ()
    assert show(found[0]) == (
        f"{name}: error[broken-file]: {message}\n  help: open it and save it again, or save its text into a .txt file"
    )


SENTENCE = st.lists(
    st.sampled_from("alder beech cedar elm fir hazel ivy lime oak pine rowan yew".split()), min_size=3, max_size=9
).map(lambda words: " ".join(words) + ".")
KINDS = st.lists(
    st.tuples(st.sampled_from("plain bold head quote link table".split()), SENTENCE), min_size=1, max_size=8
)


def both(kind: str, text: str) -> tuple[str, str]:
    """One block as OpenDocument and as RTF."""
    row = f"<table:table-cell>{p(text)}</table:table-cell>" * 2
    cells = rf"\trowd\cellx1\cellx2\pard\intbl {text}\cell {text}\cell\row "
    return {
        "plain": (p(text), rf"\pard {text}\par "),
        "bold": (p(text, "PB"), rf"\pard\b {text}\b0\par "),
        "head": (f'<text:h text:outline-level="2">{text}</text:h>', rf"\pard\s1 {text}\par "),
        "quote": (p(text, "P2"), rf"\pard\s3 {text}\par "),
        "link": (
            p(f'<text:a xlink:href="https://a.example">{text}</text:a>'),
            rf'\pard{{\field{{\*\fldinst HYPERLINK "https://a.example"}}{{\fldrslt {text}}}}}\par ',
        ),
        "table": (
            f"<table:table>{f'<table:table-row>{row}</table:table-row>' * 2}</table:table>",
            cells * 2,
        ),
    }[kind]


@pytest.mark.slow
@settings(deadline=None)
@given(KINDS)
def test_every_word_that_is_shown_is_in_an_article_or_left_out_with_a_reason(made: list[tuple[str, str]]) -> None:
    words = [word for kind, text in made for word in text.split() * (4 if kind == "table" else 1)]
    files = {
        "a.odt": open_text("".join(both(*one)[0] for one in made)),
        "a.rtf": rtf("".join(both(*one)[1] for one in made)),
    }
    for name, data in files.items():
        documents, _ = read_any(name, data)
        texts = [(d.given.title, *(one.text for one in (*d.paragraphs, *d.around))) for d in documents]
        assert sorted(word for some in texts for text in some for word in text.split()) == sorted(words)


UNSHOWN = [
    (r"found {\v not }guilty", "found guilty", [("hidden words", "not")]),
    (r"found \v not \v0 guilty", "found guilty", [("hidden words", "not")]),
    (r"found {\webhidden not }guilty", "found guilty", [("hidden words", "not")]),
    (r"found {\cf1 not }guilty", "found guilty", [("hidden words", "not")]),
    (r"found {\strike not }guilty", "found guilty", [("words that were deleted", "not")]),
    (r"found {\deleted not }guilty", "found guilty", [("words that were deleted", "not")]),
    (
        r"found{\*\atnid RL}{\*\atnauthor Ida}\chatn{\*\annotation{\*\atnref 1}\pard\plain ask him\par twice} guilty",
        "found guilty",
        [("a comment", "ask him twice")],
    ),
    (
        r"found {\*\annotation ask {\b him}} guilty{\v  now}",
        "found guilty",
        [("a comment", "ask him"), ("hidden words", "now")],
    ),
    (r"found {\v0 not }guilty", "found not guilty", []),
    (r"found {\v {\v0 not }}guilty", "found not guilty", []),
]
"""Words of a line, what an RTF file shows of it, and what is left out by name."""


@pytest.mark.parametrize(("inner", "text", "left"), UNSHOWN)
def test_words_that_an_rtf_file_does_not_show_are_left_out_by_name(
    inner: str, text: str, left: list[tuple[str, str]]
) -> None:
    document = one("a.rtf", rtf(rf"\pard {inner}\par \pard\plain {FIRST}\par"))
    assert [" ".join((p.markdown or p.text).split()) for p in document.paragraphs if not p.aside] == [text, FIRST]
    assert [(p.aside, p.text) for p in (*document.paragraphs, *document.around) if p.aside] == left
