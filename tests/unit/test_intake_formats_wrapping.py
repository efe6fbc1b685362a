"""Wrapped lines: which of them are one paragraph."""

import textwrap

import pytest

from annotated_briefings.intake.formats.text import read_text

PARAGRAPHS = (
    "Beekeepers on the western slopes have counted fewer hives than ever this spring, for the frost came back after "
    "the cherries had opened. Their guild asks the district for sugar and for permission to move the hives by night.",
    "A mild April would still save most of them. Nobody in the valley expects one, said its head Greta Lohm, who keeps "
    "forty hives above the quarry and has lost eleven.",
)
PLACES = ("Collecting points:", "Old mill, rear gate", "Town hall", "School of the lower village")


def texts(text: str) -> list[str]:
    document, _ = read_text("a.txt", text.encode())
    return [p.text for p in document.paragraphs] if document else []


def wrap(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize("width", [44, 48, 60, 72, 80, 100])
def test_paragraphs_between_blank_lines_are_joined_at_every_width(width: int) -> None:
    assert texts("\n\n".join(wrap(p, width) for p in PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [48, 60, 72, 100])
def test_a_list_among_wrapped_paragraphs_keeps_its_lines_and_the_paragraphs_are_joined(width: int) -> None:
    first, last = (wrap(p, width) for p in PARAGRAPHS)
    led = [PLACES[0], " ".join(PLACES[1:])]
    assert texts("\n\n".join((first, "\n".join(PLACES), last))) == [PARAGRAPHS[0], *led, PARAGRAPHS[1]]


def test_each_block_may_have_a_width_of_its_own() -> None:
    assert texts(f"{wrap(PARAGRAPHS[0], 96)}\n\n{wrap(PARAGRAPHS[1], 52)}") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The tide goes out, the tide returns",
            "It leaves a shell or two behind",
            "But no one asks it where it went",
        ),
        ("Lohm Honey", "14 Quarry Road", "Upper Valley"),
        ("Sugar, 40 sacks", "frames of wax", "a ladder"),
    ],
    ids=["poem", "address", "items"],
)
def test_short_lines_that_belong_to_no_width_stay_lines(lines: tuple[str, ...]) -> None:
    assert texts("\n".join(lines)) == list(lines)


BETWEEN = "The council met on Thursday evening. About forty people came to listen."


def test_a_sentence_that_is_broken_once_between_empty_lines_is_one_paragraph() -> None:
    broken = (
        "The tugs were\nsold to a firm in Bergen.",
        "Der Kran wurde\nam Freitag verkauft.",
        "La grue est\nvendue à une banque.",
        "Кран был\nпродан банку.",
        "“We stay,” said\nthe owner of the old yard.",
        "The crane lifts forty tonnes,\nbut nobody\nhas paid for it.",
    )
    assert [
        one for one in broken if texts(f"{BETWEEN}\n\n{one}\n\n{BETWEEN}") != [BETWEEN, one.replace("\n", " "), BETWEEN]
    ] == []


def test_lines_between_empty_lines_that_are_no_one_sentence_stay_lines() -> None:
    apart = (
        "Anna Reed\nmayor of Lund.",
        "Crane sold\nThe port has no other.",
        "The pier is shut.\nno boats until May.",
        "sugar, forty sacks\nframes of wax.",
        "The port of Lund\n- opens at nine.",
    )
    assert [
        one for one in apart if texts(f"{BETWEEN}\n\n{one}\n\n{BETWEEN}") == [BETWEEN, one.replace("\n", " "), BETWEEN]
    ] == []


def test_wrapped_lines_without_blanks_between_words_are_joined_without_one() -> None:
    text = "养蜂人说，今年春天的蜂箱比往年少，因为樱桃开花以后又下了霜。他们请求政府提供白糖，并且允许在夜里搬运蜂箱。"
    other = "如果四月暖和，多数蜂箱还能保住，但是山谷里没有人相信会有这样的四月，协会的负责人这样告诉记者。"
    lines = [t[n : n + 24] for t in (text, other) for n in range(0, len(t), 24)]
    assert texts("\n".join(lines)) == [text, other]


def test_a_line_that_ends_a_sentence_at_the_width_may_begin_a_paragraph() -> None:
    lines = [
        "The council of the valley met on Monday evening, in the rain,",
        "and agreed to pay for half of the sugar that is asked for by",
        "the guild. It will also lend two lorries for a whole fortnight.",
        "The school of the lower village has raised nine hundred crowns",
        "for a new roof, and hopes for as much again from the fair that",
        "is held there in May.",
    ]
    document, _ = read_text("a.txt", "\n".join(lines).encode(), loose=True)
    assert document is not None
    assert [(p.line, p.last_line, p.loose) for p in document.paragraphs] == [(1, 3, False), (4, 6, True)]
    assert len(texts("\n".join(lines))) == 1


def test_signs_in_quoted_and_fenced_lines_part_nothing() -> None:
    memo = "The paper reads:\n\n    =====\n    Say nothing before Friday.\n    =====\n\nNobody kept to it.\n"
    assert "---" not in texts(memo)
    assert texts(memo).count("=====") == 2
    assert "---" not in texts("The log reads:\n```\nstart\n-----\nstop\n```\nNobody read it.\n")
    assert texts("One sentence.\n\n        * * *\n\nAnother.\n") == ["One sentence.", "---", "Another."]
    assert "---" not in texts("Fish    Price\n----    -----\nCod     12\n")


def test_a_line_of_signs_is_joined_with_no_line() -> None:
    lines = ["_______________", "port mailing list", "port@list.example", "https://list.example/port"]
    assert texts(f"{PARAGRAPHS[0]}\n\n" + "\n".join(lines))[:2] == [PARAGRAPHS[0], "---"]
