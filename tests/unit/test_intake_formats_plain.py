"""What people draw with signs and blanks in plain text, as Markdown: lists, quotations, tables, code, headings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.base.values import replace
from annotated_briefings.intake.compose import compose_body
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.reading import split_all

OPENING = {
    "english": "The ferry office told its captains on Monday what the islands need before the herring comes.",
    "german": "Das Fährbüro hat den Kapitänen am Montag gesagt, was die Inseln vor der Heringszeit brauchen.",
    "russian": "Паромная контора сказала капитанам в понедельник, что нужно островам до прихода сельди.",
    "chinese": "渡轮公司星期一告诉船长，鲱鱼到来以前岛上需要什么东西。",
}
CLOSING = "Nobody on the islands had asked for any of it, said the keeper of the lighthouse on Tuesday."
ITEMS = {
    "english": ("a second pier", "nine nets", "salt for the barrels"),
    "german": ("einen zweiten Steg", "neun Netze", "Salz für die Fässer"),
    "russian": ("второй причал", "девять сетей", "соль для бочек"),
    "chinese": ("第二座码头", "九张渔网", "盐"),
}


def body(middle: str, opening: str = OPENING["english"], closing: str = CLOSING, name: str = "a.txt") -> str:
    """The Markdown of a text that is one article, without its headline."""
    text = f"What the islands need\n\n{opening}\n\n{middle}\n\n{closing}\n"
    documents, found = read_any(name, text.encode())
    read = split_all(name, tuple(replace(one, whole=True) for one in documents), found, Decisions())
    return compose_body(read.articles[0], read.metas[0])


@pytest.mark.parametrize("language", OPENING)
@pytest.mark.parametrize("bullet", ["- ", "* ", "+ ", "• ", "•\t", "▪ ", "● ", "◦ ", "  - ", "   • ", "✓ "])
def test_lines_with_bullets_are_a_list_in_every_language(bullet: str, language: str) -> None:
    wanted = "\n".join(f"- {item}" for item in ITEMS[language])
    found = body("\n".join(bullet + item for item in ITEMS[language]), OPENING[language])
    assert f"\n\n{wanted}\n\n" in found
    assert f"\n\n{wanted}\n\n" in body("\n\n".join(bullet + item for item in ITEMS[language]), OPENING[language])


@pytest.mark.parametrize("form", ["{}. ", "{}) ", "({}) ", "  {}. "])
@pytest.mark.parametrize("first", [1, 4])
def test_lines_with_numbers_that_count_are_a_numbered_list(form: str, first: int) -> None:
    lines = [(n, item) for n, item in enumerate(ITEMS["english"], first)]
    wanted = "\n".join(f"{n}. {item}" for n, item in lines)
    assert f"\n\n{wanted}\n\n" in body("\n".join(form.format(n) + item for n, item in lines))


def test_numbers_that_do_not_count_stay_as_they_were_written() -> None:
    assert "\n\n3\\. Lervik\n\n5\\. Skarholm\n\n9\\. Tamm\n\n" in body("3. Lervik\n5. Skarholm\n9. Tamm")
    assert "\n\n1912\\. was the year of the flood.\n\n" in body("1912. was the year of the flood.")


def test_letters_that_count_keep_their_lines() -> None:
    assert "\n\na) Lervik\\\nb) Skarholm\\\nc) Tamm\n\n" in body("a) Lervik\nb) Skarholm\nc) Tamm")


def test_what_goes_on_from_an_item_belongs_to_it() -> None:
    wrapped = "- a second pier of oak, which the older captains\n  have asked for since the flood\n- nine nets"
    assert (
        "\n\n- a second pier of oak, which the older captains have asked for since the flood\n- nine nets\n\n"
        in body(wrapped)
    )
    assert "- a second pier of oak, which the older captains have" in body(wrapped.replace("\n  have", "\nhave"))


def test_lists_in_lists_are_indented_to_the_words_above_them() -> None:
    found = body("1. piers\n   - one of oak\n   - one of iron\n2. nets")
    assert "\n\n1. piers\n   - one of oak\n   - one of iron\n2. nets\n\n" in found


@pytest.mark.parametrize(
    "lines",
    [
        ("— Yes, she said, we have the nets.", "— No, he said, you have not."),
        ("– Ja, sagte sie, wir haben die Netze.", "– Nein, sagte er."),
        ("-3 degrees in Lervik at noon.", "-5 degrees in Tamm at night."),
        ("- 3 degrees in Lervik at noon.", "- 5 degrees in Tamm at night."),
        ("+ 4 per cent in the west", "+ 9 per cent in the east"),
        ("* one line with a star alone",),
    ],
)
def test_speeches_and_signs_of_numbers_are_no_lists(lines: tuple[str, ...]) -> None:
    found = body("\n".join(lines))
    assert not re.search(r"^[-*+] ", found, re.MULTILINE)
    assert all(line in found.replace("\\", "") for line in lines)


def test_long_items_are_paragraphs_that_keep_their_bullets() -> None:
    items = [f"{OPENING['english']} {CLOSING} {n} boats were lost." for n in ("Nine", "Eleven")]
    document, _ = read_text("a.txt", "\n".join(f"- {item}" for item in items).encode())
    assert document is not None
    assert [(p.text, p.markdown) for p in document.paragraphs] == [(item, f"- {item}") for item in items]


QUOTED = ("The nets are old, and the barrels leak at", "every seam that was ever made.", "", "We shall not sail.")


@pytest.mark.parametrize("mark", ["> ", ">", "    ", "\t", "│ "])
def test_marked_and_indented_lines_are_a_quotation(mark: str) -> None:
    lines = QUOTED if mark.strip() == ">" or not mark.strip() else QUOTED[:2]
    found = body("\n".join(f"{mark}{line}".rstrip() for line in lines))
    assert "\n\n> The nets are old, and the barrels leak at every seam that was ever made.\n" in found
    assert ("\n>\n> We shall not sail.\n\n" in found) == (len(lines) > 2)


def test_verses_in_a_quotation_keep_their_lines() -> None:
    assert "\n\n> The herring is late,\\\n> The barrels are dry.\n\n" in body(
        "> The herring is late,\n> The barrels are dry."
    )


def test_a_file_that_is_quoted_as_a_whole_is_a_text() -> None:
    lines = ["What the islands need", "", OPENING["english"], "", "- nets", "- salt", "", CLOSING]
    document, _ = read_text("a.txt", "\n".join(f"> {line}".rstrip() for line in lines).encode())
    assert document is not None
    assert [p.markdown or p.text for p in document.paragraphs] == [
        "What the islands need",
        OPENING["english"],
        "- nets\n- salt",
        CLOSING,
    ]


TABLE = "| Island | Boats | Barrels |\n| --- | --- | --- |\n| Lervik | 12 | 400 |\n| Skarholm | 9 | 1,310 |"


@pytest.mark.parametrize(
    "drawn",
    [
        "| Island | Boats | Barrels |\n|---|---|---|\n| Lervik | 12 | 400 |\n| Skarholm | 9 | 1,310 |",
        "Island | Boats | Barrels\nLervik | 12 | 400\nSkarholm | 9 | 1,310",
        "+----------+----+-------+\n| Island   | Boats | Barrels |\n+----------+----+-------+\n"
        "| Lervik   | 12 | 400   |\n| Skarholm |  9 | 1,310 |\n+----------+----+-------+",
        "Island     Boats   Barrels\nLervik        12       400\nSkarholm       9     1,310",
        "Island     Boats   Barrels\n------     -----   -------\nLervik     12      400\nSkarholm   9       1,310",
        "Island\tBoats\tBarrels\nLervik\t12\t400\nSkarholm\t9\t1,310",
    ],
)
def test_rows_between_bars_blanks_and_tabs_are_a_table(drawn: str) -> None:
    assert f"\n\n{TABLE}\n\n" in body(drawn)


@pytest.mark.parametrize(
    "lines",
    [
        "Home | News | Sport",
        "The  ferry  is  late  today\nand  nobody  at  all  on  the  pier  knows  why.",
        "Lervik, 3 March | Ada Quill\nSkarholm, 4 March | Oda Quist",
    ],
)
def test_other_lines_with_bars_and_blanks_are_no_tables(lines: str) -> None:
    assert "| ---" not in body(lines)


def test_code_stays_as_it_is() -> None:
    code = "```python\nfor boat in fleet:\n    boat.sail(*nets)\n```"
    assert f"\n\n{code}\n\n" in body(code)
    assert '\n\n```\nfleet = {\n    "nets": 9;\n}\n```\n\n' in body('    fleet = {\n        "nets": 9;\n    }')


@pytest.mark.parametrize("sign", "=-~")
def test_a_line_over_a_row_of_signs_is_a_heading(sign: str) -> None:
    assert "\n\n## What they have\n\n" in body(f"What they have\n{sign * 14}\n\n{OPENING['english']} {CLOSING}")


def test_short_lines_below_words_that_lead_up_to_them_keep_their_ends() -> None:
    places = ("North mole", "Old quay, outer side", "Fish steps")
    wanted = "\n\nBoats leave from:\n\n" + "\\\n".join(places) + "\n\n"
    for led in ("Boats leave from:\n", "Boats leave from:\n\n"):
        assert wanted in body(led + "\n".join(places))
        assert wanted in body(led + "\n".join(f"   {place}" for place in places))


def test_signs_that_are_text_are_escaped() -> None:
    assert "\n\n\\# 3 of \\[four\\] \\*boats\\* in net_9_b, at 5 > 4 and a\\_ \\`b\\`.\n\n" in body(
        "# 3 of [four] *boats* in net_9_b, at 5 > 4 and a_ `b`."
    )


def test_numbers_in_brackets_that_lines_below_explain_are_footnotes() -> None:
    text = "The nets are old [1], and the barrels leak [2]. A third [3] is only a number."
    notes = "[1] Report of the ferry office, 1912.\n\n[2] Told by the cooper."
    found = body(text, closing=f"{CLOSING}\n\n{notes}")
    # All or none: one number has no line.
    assert "old \\[1\\], and the barrels leak \\[2\\]" in found
    found = body(text.replace(" [3]", ""), closing=f"{CLOSING}\n\n{notes}")
    assert "\n\nThe nets are old[^1], and the barrels leak[^2]. A third is only a number.\n\n" in found
    assert found.endswith("\n\n[^1]: Report of the ferry office, 1912.\n\n[^2]: Told by the cooper.\n")


def test_a_letter_has_the_same_blocks() -> None:
    head = "From: Ada Quill <ada@list.example>\nSubject: Nets\nContent-Type: text/plain; charset=utf-8\n\n"
    text = f"{head}{OPENING['english']}\n\n- nets\n- salt\n\n{CLOSING}\n"
    documents, found = read_any("a.eml", text.encode())
    read = split_all("a.eml", documents, found, Decisions())
    assert "\n\n- nets\n- salt\n\n" in compose_body(read.articles[0], read.metas[0])


HEAD = "THE LERVIK COURIER {gap} Tuesday, 3 March 2026 {gap} Page {page}"


def test_running_heads_are_no_text_and_part_no_sentence() -> None:
    heads = [HEAD.format(gap="     ", page=n) for n in (4, 5, 6)]
    lines = [heads[0], "", OPENING["english"], "", "The captains read the letter twice and", "", heads[1], ""]
    lines += ["then went home without a word.", "", heads[2], "", CLOSING]
    document, _ = read_text("a.txt", "\n".join(lines).encode())
    assert document is not None
    assert [p.text for p in document.paragraphs if not p.aside] == [
        OPENING["english"],
        "The captains read the letter twice and then went home without a word.",
        CLOSING,
    ]
    assert [p.aside for p in document.paragraphs if p.aside] == ["a running head"] * 3


@pytest.mark.parametrize("lines", [("Day 1", "Day 2"), ("Part 1 of the story", "Part 2 of the story"), ("3", "9")])
def test_lines_that_only_count_are_no_running_heads(lines: tuple[str, ...]) -> None:
    document, _ = read_text("a.txt", f"\n\n{CLOSING}\n\n".join(("", *lines, "")).encode())
    assert document is not None
    assert [p.text for p in document.paragraphs if len(p.text) < 40] == list(lines)
    assert not any(p.aside for p in document.paragraphs)


WORD = st.sampled_from(["nets", "Salt", "herring", "Ölfass", "сети", "渔网", "12", "9.", "it,", "end."])
LINE = st.tuples(
    st.sampled_from(
        ["", "", "", "- ", "* ", "• ", "  - ", "> ", "> > ", "1. ", "2. ", "3) ", "    ", "\t", "| ", "+ ", "— "]
    ),
    st.lists(WORD, max_size=9).map(" ".join),
    st.sampled_from(["", "", "", "   9", "\t7", " | salt | 3", ":", "  "]),
).map("".join)
SIGNS = st.sampled_from(["", "", "---", "=====", "```", "|---|---|", "+--+--+", "* * *", "~~~"])


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@settings(max_examples=50)
@given(st.lists(st.one_of(LINE, LINE, SIGNS), max_size=14))
def test_no_word_of_a_text_is_lost_doubled_or_moved(lines: list[str]) -> None:
    document, _ = read_text("a.txt", "\n".join(lines).encode())
    out = " ".join(p.markdown or p.text for p in document.paragraphs if p.text != "---") if document else ""
    assert words(out) == words("\n".join(lines))
    inner = [w for p in document.paragraphs for w in words(p.text)] if document else []
    assert [w for w in inner if not w.isdigit()] == [w for w in words("\n".join(lines)) if not w.isdigit()]
