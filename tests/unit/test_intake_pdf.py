"""PDF files are read in the order and the paragraphs that their pages show."""

import random
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import Drawn, column, pdf, width
from pypdf import PdfReader, PdfWriter

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.compose import body_paragraphs
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.reading import Piece, read_batch

FIRST = (
    "The harbour board of Vessby has opened the new bridge to lorries after three years of work, and the first of "
    "them crossed it at noon. Residents had asked for a lower speed on the ramps, which the engineers refused because "
    "brakes would be heard at night."
)
SECOND = (
    "Two lanes stay closed until the cables are painted, said the engineer of the board on Tuesday. Norden pays a "
    "third of the costs, and the rest comes from tolls that lorries of more than nine tonnes have to pay."
)
THIRD = (
    "Cyclists may cross from May, and nobody has to pay for that, the mayor promised to those who had come to see her. "
    "Ferries go on until the end of the summer, and the old dam is closed to cars from the first of June."
)
HEAD = Drawn("New bridge opens to lorries", 60, 790, 22, 1)


def one(data: bytes) -> RawDocument:
    (document,), found = read_any("a.pdf", data)
    assert found == ()
    return document


def texts(data: bytes) -> list[str]:
    return [p.markdown or p.text for p in one(data).paragraphs if not p.aside]


def shuffled(*parts: list[Drawn], seed: int = 1) -> list[Drawn]:
    drawn = [line for part in parts for line in part]
    random.Random(seed).shuffle(drawn)
    return drawn


def by_rows(*columns: list[Drawn]) -> list[Drawn]:
    longest = max(map(len, columns))
    return [lines[n] for n in range(longest) for lines in columns if n < len(lines)]


@pytest.mark.parametrize("drawn", [shuffled, by_rows, lambda *columns: [d for c in columns[::-1] for d in c]])
def test_columns_are_read_one_after_the_other_whatever_order_they_are_drawn_in(drawn) -> None:  # type: ignore[no-untyped-def]
    two = drawn(column(FIRST, 60, 740, 220), column(SECOND, 310, 740, 220))
    assert texts(pdf([HEAD, *two])) == [FIRST, SECOND]
    three = drawn(column(FIRST, 50, 740, 155), column(SECOND, 220, 740, 155), column(THIRD, 390, 740, 155))
    assert texts(pdf([*three, HEAD])) == [FIRST, SECOND, THIRD]
    # Lines of the columns need not stand beside each other.
    uneven = drawn(column(FIRST, 60, 740, 220), column(SECOND, 310, 735, 220, size=9, lead=11.5))
    assert texts(pdf([HEAD, *uneven])) == [FIRST, SECOND]


def test_text_over_columns_and_below_them_keeps_its_place() -> None:
    page = [HEAD, *column(THIRD, 60, 750, 470), *by_rows(column(FIRST, 60, 700, 220), column(SECOND, 310, 700, 220))]
    page += column("Whoever has lost a hat on the bridge may fetch it from the yard, where it lies.", 60, 560, 470)
    assert texts(pdf(page)) == [
        THIRD,
        FIRST,
        SECOND,
        "Whoever has lost a hat on the bridge may fetch it from the yard, where it lies.",
    ]


def test_a_box_beside_the_text_does_not_run_into_it() -> None:
    box = column("The bridge has four lanes and weighs nine thousand tonnes.", 420, 715, 110, size=8, lead=10)
    read = texts(pdf([HEAD, *shuffled(column(f"{FIRST} {SECOND}", 60, 740, 330), box)]))
    assert read == [f"{FIRST} {SECOND}", "The bridge has four lanes and weighs nine thousand tonnes."]


def test_a_table_is_a_table() -> None:
    cells = [
        ("Berth", "Price by day", "Length"),
        ("North mole", "4,100 crowns", "90 m"),
        ("East quay", "900 crowns", "20 m"),
    ]
    drawn = [Drawn(text, 60 + 130 * m, 640 - 14 * n) for n, row in enumerate(cells) for m, text in enumerate(row)]
    read = texts(pdf([HEAD, *column(FIRST, 60, 740, 470), *drawn, *column(SECOND, 60, 560, 470)]))
    table = "\n".join(
        (
            "| Berth | Price by day | Length |",
            "| --- | --- | --- |",
            "| North mole | 4,100 crowns | 90 m |",
            "| East quay | 900 crowns | 20 m |",
        )
    )
    assert read == [FIRST, table, SECOND]


@pytest.mark.parametrize("form", ["room", "indent", "short"])
def test_lines_are_joined_by_their_places_and_not_by_their_letters(form: str) -> None:
    paragraphs = [
        "In the morning the board met in Lund. Norden and Vessby had sent their mayors, Port Amaro its harbour master.",
        "Hanne Falk of the yard, Ida Varro of the Courier and Jan Moss of the Ferry Line spoke against the tolls.",
        "Most of those who had come went home early because a storm was near, and the last ferry left before its time.",
    ]
    page, top = [HEAD], 740.0
    for text in paragraphs:
        lines = column(text, 60, top, 250)
        if form == "indent":
            lines = [line._replace(left=line.left + 12) if not n else line for n, line in enumerate(lines)]
        page += lines
        top = lines[-1].base - (22 if form == "room" else 13)
    assert texts(pdf(page)) == paragraphs


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        ("the boats im-", "prove in spring", "the boats improve in spring"),
        ("a town-", "bridge plan", "a town-bridge plan"),
        ("of Port-", "Amaro itself", "of Port-Amaro itself"),
        ("the har-", "bour board", "the harbour board"),
    ],
)
def test_hyphens_at_line_ends_go_where_they_only_end_a_line(above: str, below: str, text: str) -> None:
    page = [
        *column(FIRST, 60, 740, 300),
        Drawn(f"Nobody in the whole town knows whether {above}", 60, 640),
        Drawn(below, 60, 627),
    ]
    page += column(SECOND, 60, 600, 300)
    assert f"Nobody in the whole town knows whether {text}" in texts(pdf(page))


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    lines = column(f"{FIRST} {SECOND} {THIRD}", 60, 740, 220)
    parts = lines[:6], lines[6:12], lines[12:]
    placed = [
        [line._replace(left=left, base=740 - 13 * n) for n, line in enumerate(part)]
        for part, left in zip(parts, (60, 310, 60), strict=True)
    ]
    assert texts(pdf([HEAD, *by_rows(placed[0], placed[1])], placed[2])) == [f"{FIRST} {SECOND} {THIRD}"]


def test_heads_feet_and_numbers_of_pages_are_left_out_by_name() -> None:
    pages = [
        [Drawn("Vessby Courier", 60, 815, 8), *column(text, 60, 740, 470), Drawn(f"Page {n} of 3", 280, 30)]
        for n, text in enumerate((FIRST, SECOND, THIRD), 1)
    ]
    document = one(pdf(*pages))
    assert [p.text for p in document.paragraphs] == [FIRST, SECOND, THIRD]
    assert [(p.text, p.aside) for p in document.around] == [
        ("Vessby Courier", "the head of its pages"),
        ("Page 1 of 3", "the number of a page"),
    ]


def test_notes_at_the_foot_do_not_cut_the_paragraph_above_them() -> None:
    lines = column(f"{FIRST} {SECOND}", 60, 740, 220)
    note = Drawn("1 By the count of the harbour office.", 60, 60, 7)
    read = texts(pdf([*lines[:7], note], [line._replace(base=line.base + 80) for line in lines[7:]]))
    assert read == [f"{FIRST} {SECOND}", "1 By the count of the harbour office."]


@pytest.mark.parametrize(
    "drawn",
    [
        Drawn("secret", 60, 500, before="1 g"),
        Drawn("secret", 60, 500, before="1 1 1 rg"),
        Drawn("secret", 60, 500, before="0 0 0 0 k"),
        Drawn("secret", 60, 500, 0.5),
        Drawn("secret", 700, 500),
        Drawn("secret", 60, -40),
    ],
)
def test_words_that_nobody_sees_are_no_text(drawn: Drawn) -> None:
    assert texts(pdf([HEAD, *column(FIRST, 60, 740, 470), drawn])) == [FIRST]


def test_white_words_on_a_dark_ground_are_text_and_words_drawn_twice_come_once() -> None:
    shown = Drawn("The board has the last word", 60, 650, before="0 0 0.5 rg 50 640 400 24 re f 1 g")
    twice = [Drawn("Cables are painted twice", 60, 600), Drawn("Cables are painted twice", 60.3, 600)]
    read = texts(pdf([HEAD, *column(FIRST, 60, 740, 470), shown, *twice, *column(SECOND, 60, 560, 470)]))
    assert read == [FIRST, "The board has the last word", "Cables are painted twice", SECOND]


def test_a_big_first_letter_belongs_to_its_word_and_small_raised_ones_to_theirs() -> None:
    lines = column(FIRST[1:], 60, 740, 300)
    lines = [line._replace(left=88) if n < 2 else line for n, line in enumerate(lines)]
    assert " ".join(texts(pdf([HEAD, Drawn("T", 60, 727, 30), *lines]))).startswith("The harbour board of Vessby has")
    left = 60 + width("The fee rose by a third")
    raised = [
        Drawn("The fee rose by a third", 60, 700),
        Drawn("2", left, 704, 6),
        Drawn("in May, said the board.", left + 8, 700),
    ]
    assert (
        texts(pdf([HEAD, *raised, *column(FIRST, 60, 660, 300)]))[0]
        == "The fee rose by a third² in May, said the board."
    )


def test_links_lead_where_they_lead() -> None:
    line = Drawn("The board has decided so in its plan, which was published on Monday.", 60, 700)
    start = 60 + width("The board has decided so in its ")
    place = (int(start) - 1, 696, int(start + width("plan")) + 1, 710)
    read = texts(pdf([HEAD, line, *column(FIRST, 60, 660, 300)], links=[(place, "https://port.example/plan")]))
    assert "in its [plan](https://port.example/plan), which" in read[0]


def test_a_release_has_the_title_below_its_kind_and_the_day_of_its_first_line() -> None:
    release = [Drawn("PRESS RELEASE", 60, 790, 11), Drawn("Agrolin appeals ruling on bees", 60, 760, 11)]
    release += column(f"Port Amaro, 28 November 2026 - {FIRST}", 60, 730, 400, size=11, lead=14)
    (read,) = read_batch(((Piece("a.pdf", pdf(release)),), Decisions(), (), OPEN))
    (meta,) = read.metas
    assert (meta.headline.value, meta.date.value) == ("Agrolin appeals ruling on bees", "2026-11-28")


def test_a_short_line_above_big_letters_is_no_title() -> None:
    document = one(pdf([Drawn("Harbour news", 60, 820, 9), HEAD, *column(FIRST, 60, 740, 470)]))
    assert document.given.title == "New bridge opens to lorries"
    assert [(p.text, p.aside) for p in document.paragraphs] == [
        ("Harbour news", "a line above the headline"),
        (FIRST, ""),
    ]


def test_where_columns_and_a_table_look_alike_that_is_said_and_nothing_is_drawn_from_them() -> None:
    left = [
        "The north mole stays open.",
        "The south basin is closed.",
        "The east quay is painted.",
        "The west dock is sold.",
    ]
    right = [
        "It has four berths at most.",
        "It has two berths at most.",
        "It has one berth and a crane.",
        "It has no berths at all.",
    ]
    page = [Drawn(text, x, 700 - 14 * n) for x, lines in ((60, left), (310, right)) for n, text in enumerate(lines)]
    documents, found = read_any("a.pdf", pdf([HEAD, *column(FIRST, 60, 760, 470), *page]))
    assert show(found[0]) == (
        "a.pdf: warning[reading-order]: on page 1 columns and rows of a table look alike: the lines may be in a wrong "
        "order\n  help: compare the draft with the file; no points, figures or summary are drawn from these lines"
    )
    (read,) = read_batch(((Piece("a.pdf", pdf([HEAD, *column(FIRST, 60, 760, 470), *page])),), Decisions(), (), OPEN))
    (article,) = read.articles
    assert "The south basin is closed." in article.text
    assert body_paragraphs(article, read_metadata(article)) == (FIRST,)
    assert documents[0].given.title == "New bridge opens to lorries"


def test_remarks_of_the_library_on_a_damaged_file_do_not_reach_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    read_any("a.pdf", pdf(column(FIRST, 60, 740, 470)).replace(b"00000 n", b"0000x n", 1))
    assert capfd.readouterr() == ("", "")


def locked(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt("word", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def bomb() -> bytes:
    # A million spaces, packed once and repeated: to pack three hundred millions takes two seconds.
    packer = zlib.compressobj()
    part = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = part + part[2:] * 299
    assert len(zlib.decompressobj().decompress(part + part[2:])) == 2_000_000
    return b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            locked(pdf(column(FIRST, 60, 740, 470))),
            "error[broken-file]: the PDF file is encrypted, and cannot be read without its password\n"
            "  help: open it with its password, print it into a new PDF file, and import that",
        ),
        (
            pdf([]),
            "warning[no-article]: the PDF file has no text layer, its pages are pictures\n"
            "  help: run it through text recognition first",
        ),
        (
            b"%PDF-1.4\nnothing",
            "error[broken-file]: the PDF file cannot be read: no /root object! - is this really a pdf?\n"
            "  help: open it and print it into a new PDF file, or save its text into a .txt file",
        ),
        (
            bomb(),
            "error[broken-file]: the PDF file unpacks to more than 200 MB\n"
            "  help: print it into a new PDF file, and import that",
        ),
    ],
    ids=["locked", "scanned", "damaged", "bomb"],
)
def test_what_cannot_be_read_is_refused_in_true_words(data: bytes, message: str) -> None:
    documents, found = read_any("a.pdf", data)
    assert documents == ()
    assert show(found[0]) == f"a.pdf: {message}"


WORDS = st.lists(
    st.sampled_from("alder beech cedar elm fir hazel ivy lime oak pine rowan yew".split()), min_size=45, max_size=70
)


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_every_word_is_there_once_and_in_the_order_of_the_columns(
    parts: list[list[str]], chance: random.Random
) -> None:
    columns = [" ".join(words) + "." for words in parts]
    wide = {1: 470, 2: 220, 3: 145}[len(columns)]
    lines = [d for n, text in enumerate(columns) for d in column(text, 50 + n * (wide + 20), 740, wide)]
    chance.shuffle(lines)
    documents, _ = read_any("a.pdf", pdf([HEAD, *lines]))
    read = " ".join(p.text for d in documents for p in (*d.paragraphs, *d.around))
    assert read == " ".join(columns)


BRIDGE = (
    "The harbour bridge is closed for six weeks because of rust in two of its cables, the mayor said on Friday. Divers "
    "will look at the piers too, and buses will run over the old dam every ten minutes until the repair is done."
)
OTTERS = (
    "Otters have returned to the river for the first time in sixty years, pictures from two hidden cameras show. The "
    "animals were hunted out in the sixties, and a biologist said on Thursday that anglers have nothing to fear."
)


def test_headlines_in_letters_as_big_on_two_pages_are_two_articles() -> None:
    pages = [
        [*column(head, 50, 780, 500, size=24, lead=28), *column(text, 50, 740, 400)]
        for head, text in (("Harbour bridge closed over rust", BRIDGE), ("Otters return to the Aldra", OTTERS))
    ]
    documents, _ = read_any("a.pdf", pdf(*pages))
    (document,) = documents
    assert not document.whole
    heads = [one.text for one in document.paragraphs][::2]
    assert heads == ["Harbour bridge closed over rust", "Otters return to the Aldra"]


def test_a_smaller_heading_on_the_next_page_is_one_of_the_article() -> None:
    first = [*column("Harbour bridge closed over rust", 50, 780, 500, size=24, lead=28), *column(BRIDGE, 50, 740, 400)]
    second = [*column("Otters return", 50, 780, 500, size=14, lead=16), *column(OTTERS, 50, 740, 400)]
    document = one(pdf(first, second))
    assert (document.whole, document.given.title) == (True, "Harbour bridge closed over rust")
