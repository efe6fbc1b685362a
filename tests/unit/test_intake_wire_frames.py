"""Messages of agencies by their frame: codes, slug, headline, text, end mark, signs, day of sending, whom to ask."""

import pytest

from annotated_briefings.intake.agencies.wire import HEADER, SIGN, sent_day, without_end_mark
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.press.frames import is_codes
from annotated_briefings.intake.reading import FileRead, split_all

TITLE = "Lock at Ternmouth stays shut"
LEAD = "The sea lock at Ternmouth stays shut until March, the harbour board said. Its lower gate has come off its pin."
MORE = "Forty barges wait in the basin. Their owners want to be paid for each day."


def read(text: str, name: str = "wire.txt") -> FileRead:
    documents, found = read_any(name, text.encode())
    return split_all(name, documents, found, Decisions())


def shown(found: FileRead) -> list[list[str]]:
    """The text of each article."""
    return [
        [p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped]
        for article, meta in zip(found.articles, found.metas, strict=True)
    ]


def named(found: FileRead) -> str:
    """All words that the account of a file names as no text."""
    return "\n".join(
        [one.text for one in found.left_out]
        + [p.text for article in found.articles for p in article.paragraphs if p.aside]
    )


FRAMES = (
    # head, before the lead, behind the text, foot, agency, day, what stays in the text
    (
        "TWA0031 3 E 12 GBR /QNP-AA1",
        "TERNMOUTH, 24 Nov 2026 (QNP) - ",
        "",
        "ab/cd/ef\nQNP 241030 NOV 26",
        "QNP",
        "2026-11-24",
    ),
    (
        "ZCZC0411/PLT\nQXR20110_PLT_NBXX\nR ECO S21 NBXX",
        "(PLT) - TERNMOUTH, 25 NOV - ",
        "(PLT).",
        "     KLO-TER/ABC\n25-NOV-26 11:42 NNNN",
        "PLT",
        "2026-11-25",
    ),
    ("LOCK-TERNMOUTH SEA", "Ternmouth, 26 nov (LIR).- ", " LIR", "mn/op\n\n(foto)(vídeo)", "LIR", ""),
    ("KRO0007 4 I 9 /TBX-B2", "Ternmouth, Nov 26 (TBX) - ", "", "rt/uv\nTBX 261015 GMT NOV 26", "TBX", "2026-11-26"),
    (
        "",
        "TERNMOUTH, Nov 26 (Northwire) - ",
        "",
        "(Reporting by Ida Varro; Editing by Tom Oakes)\n\n"
        "((ida@northwire.example; +44 20 5550 0111))\n\nKeywords: LOCK-TERNMOUTH/",
        "Northwire",
        "",
    ),
    (
        "SHIP-LOCK/TERNMOUTH",
        "TERNMOUTH, November 26, 2026 (Qirna) – ",
        "",
        "(fin)\n2026-11-26 18:05",
        "Qirna",
        "2026-11-26",
    ),
)
UNSEEN = (
    ("U071_PQR_4421\nECO S30", "(PQR) - TERNMOUTH, 3 NOV - ", "", "XYZ-TER/LM\n03-NOV-26 08:10", "PQR", "2026-11-03"),
    (
        "BWX4410 5 EK 310 /LUT-55",
        "TERNMOUTH, 12 nov 2026 (LUT) — ",
        "",
        "ghj/kl\nLUT 121544 NOV 26",
        "LUT",
        "2026-11-12",
    ),
    (
        "HAFEN-TERNMOUTH",
        "Ternmouth, 9. November 2026 (Qirna) - ",
        "",
        "Stichwörter: Hafen, Schleuse\n\n(Ende)\n[2026-11-09 07:30]",
        "Qirna",
        "2026-11-09",
    ),
    (
        "PORT-TERNMOUTH BARGES",
        "Ternmouth, 2 dic (ORB).- ",
        "",
        "(photos)\n\nPalabras clave: puerto, esclusa",
        "ORB",
        "",
    ),
    (
        "",
        "TERNMOUTH, Nov 30 (Skelwire) - ",
        "",
        "((newsroom@skelwire.example))\n\nMots-clés : PORT-TERNMOUTH",
        "Skelwire",
        "",
    ),
    ("A0551 RTX QB 0210", "TERNMOUTH, 1 déc 2026 (AFX) - ", "", "op/qr\nAFX 011200 DEC 26 NNNN", "AFX", "2026-12-01"),
)


def message(head: str, opening: str, behind: str, foot: str, title: str = TITLE) -> str:
    top = f"{head}\n\n" if head else ""
    return f"{top}{title}\n\n{opening}{LEAD}\n\n{MORE}{behind}\n\n{foot}\n"


@pytest.mark.parametrize(("head", "opening", "behind", "foot", "agency", "day"), FRAMES + UNSEEN)
def test_a_message_is_read_without_its_frame(
    head: str, opening: str, behind: str, foot: str, agency: str, day: str
) -> None:
    found = read(message(head, opening, behind, foot))
    assert shown(found) == [[f"{opening}{LEAD}".strip(), f"{MORE}{behind}"]]
    (meta,) = found.metas
    assert (meta.headline.value, meta.outlet.value) == (TITLE, agency)
    assert not day or meta.date.value == day
    account = named(found)
    assert [line for line in f"{head}\n{foot}".split("\n") if " ".join(line.split()) not in account] == []


@pytest.mark.parametrize(
    ("head", "opening", "behind", "foot", "agency", "day"),
    [one for one in FRAMES + UNSEEN if one[5] and is_codes(one[0].split("\n")[0])],
)
def test_several_messages_are_several_articles(
    head: str, opening: str, behind: str, foot: str, agency: str, day: str
) -> None:
    other = "Eel farm opens at Skelby"
    found = read(message(head, opening, behind, foot) + "\n\n" + message(head, opening, behind, foot, other))
    assert [meta.headline.value for meta in found.metas] == [TITLE, other]
    assert [meta.date.value for meta in found.metas] == [day, day]
    assert [meta.outlet.value for meta in found.metas] == [agency, agency]


def test_a_message_with_a_headline_line_of_sections_is_read_for_any_agency() -> None:
    text = (
        "bdt0311 4 wi 140  qnp 0415\n\nHäfen/Verkehr/\nSchleuse bleibt zu =\n\nTernmouth (qnp) - "
        "Die Schleuse bleibt zu. Das untere Tor hängt schief.\n\n"
        "   Vierzig Kähne warten.\nqnp/nos ab yyt1 cd\n261405 Nov 26\n"
    )
    found = read(text)
    assert [meta.headline.value for meta in found.metas] == ["Schleuse bleibt zu"]
    assert [meta.date.value for meta in found.metas] == ["2026-11-26"]
    assert shown(found) == [
        ["Ternmouth (qnp) - Die Schleuse bleibt zu. Das untere Tor hängt schief.", "Vierzig Kähne warten."]
    ]


EASTERN = (
    (
        "港口水闸关闭",
        "新岚社岚城11月26日电（记者赵平 通讯员钱雨）港口水闸因闸门脱落关闭至三月。",
        "船主要求赔偿。",
        "（完）",
        "赵平, 钱雨",
    ),
    (
        "◎水門が三月まで閉鎖",
        "【岬町共信】岬町の水門が二十六日、門扉の故障で閉じられた。",
        "船主は補償を求めている。",
        "（了）",
        "",
    ),
    ("水門今起關閉", "港口水門因門扇脫落，今起關閉至三月。四十艘駁船在港內等候。", "船主要求賠償。", "（終）", ""),
)


@pytest.mark.parametrize(("title", "lead", "last", "mark", "author"), EASTERN)
@pytest.mark.parametrize("apart", ["", "\n\n"])
def test_an_end_mark_of_eastern_agencies_is_no_text(
    title: str, lead: str, last: str, mark: str, author: str, apart: str
) -> None:
    found = read(f"{title}\n\n{lead}\n\n{last}{apart}{mark}\n[2026-11-26-18:05]\n")
    assert shown(found) == [[lead, last]]
    (meta,) = found.metas
    assert (meta.headline.value, meta.author.value, meta.date.value) == (title.lstrip("◎"), author, "2026-11-26")


DAYS = (
    ("261405 Nov 26", "2026-11-26"),
    ("QNP 241030 NOV 26", "2026-11-24"),
    ("25-NOV-26 11:42 NNNN", "2026-11-25"),
    ("[2026-11-26-18:05]", "2026-11-26"),
    ("2026/11/26 18:05", "2026-11-26"),
    ("310261 Nov 26", ""),
    ("LUT 011200 GMT DEC 2026", "2026-12-01"),
    ("26 November 2026", ""),
    ("11:42", ""),
    ("261405", ""),
)


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_the_day_of_sending_is_read_in_each_form(line: str, day: str) -> None:
    assert sent_day(line) == day


CODES = ("TWA0031 3 E 12 GBR /QNP-AA1", "QXR20110_PLT_NBXX", "R ECO S21 NBXX", "U071_PQR_4421", "A0551 RTX QB 0210")
NO_CODES = (
    "NATO",
    "COVID-19",
    "UPDATE",
    "2026",
    "BREXIT: LATEST NEWS",
    "THE END OF THE A1",
    "AC/DC",
    "EU",
    "G20",
    "A320",
)


def test_codes_are_told_from_words_in_capitals() -> None:
    assert [line for line in CODES if not is_codes(line)] == []
    assert [line for line in NO_CODES if is_codes(line)] == []


KEPT = (
    ("Der Stoff heißt (fin).", ""),
    ("Das Lied endet（完", ""),
    ("水门关闭。（完）", "（完）"),
    ("Sie rief: (Ende)", ""),
    ("Der Wert (15)", ""),
    ("the band (end)less", ""),
)


@pytest.mark.parametrize(("text", "mark"), KEPT)
def test_an_end_mark_is_the_last_of_a_paragraph(text: str, mark: str) -> None:
    assert without_end_mark(text)[1] == mark


def test_a_text_in_capitals_is_no_message() -> None:
    found = read(f"PORT-LOCK CLOSED\n\nA reader writes to us.\n\n{LEAD}\n\n{MORE}\n")
    assert "PORT-LOCK CLOSED" in "\n".join(p.text for article in found.articles for p in article.paragraphs)
    assert HEADER not in {p.aside for article in found.articles for p in article.paragraphs}
    assert SIGN not in {one.why for one in found.left_out}
