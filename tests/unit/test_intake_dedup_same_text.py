"""Whether two articles say the same, over labelled pairs that were made before the rules (tests/data/copies.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from annotated_briefings.intake.dedup.identity import origin_of
from annotated_briefings.intake.dedup.same_text import ComparedText, Standing, compared, likeness
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Article, Given, Paragraph
from bench.pairs import Pair, pairs

DATA = yaml.safe_load((Path(__file__).parents[1] / "data" / "copies.yaml").read_text(encoding="utf-8"))
REFUSED = {16, 29, 35}
"""Copies that are kept apart, to be safe: another letter in a German noun might make another name of it, and three
words more might be a denial."""


def article(text: str, **stated: Any) -> ComparedText:
    paragraphs = tuple(Paragraph(line, n, n) for n, line in enumerate(text.split("\n"), 1))
    words: dict[str, Any] = {key: str(value) for key, value in stated.items()}
    given = Given(**words)
    whole = Article("x", "file", paragraphs, (), 1.0, "whole file", given)
    meta = read_metadata(whole)
    return compared(whole, meta, origin_of(meta, "file"))


def both(pair: dict[str, Any]) -> tuple[ComparedText, ComparedText]:
    base = DATA["texts"][pair["from"]]
    text = base["text"]
    for old, new in pair.get("swap", {}).items():
        assert old in text
        text = text.replace(old, new)
    first = text if pair.get("both") else base["text"]
    if "keep" in pair:
        lines = text.split("\n")
        text = "\n".join(lines[n - 1] for n in pair["keep"])
    text = pair.get("before", "") + text + pair.get("after", "")
    return (
        article(first, title=pair.get("first", base["title"]), outlet="A", published=base["published"]),
        article(
            text, title=pair.get("title", base["title"]), outlet="B", published=pair.get("published", base["published"])
        ),
    )


@pytest.mark.parametrize("pair", DATA["pairs"], ids=lambda pair: f"{pair['n']}-{pair['from']}")
def test_only_texts_that_say_the_same_stand_for_each_other(pair: dict[str, Any]) -> None:
    one, other = both(pair)
    there, back = likeness(one, other), likeness(other, one)
    folds = pair["fold"] and pair["n"] not in REFUSED
    assert (there.kind is not Standing.OTHER, back.kind is not Standing.OTHER) == (folds, folds), (there, back)
    # What differs is always told.
    assert bool(there.differs) == (not folds)


def test_the_longer_of_two_texts_is_told() -> None:
    short = article("The dam is sound. It opens on Friday.")
    long = article("The dam is sound. It opens on Friday. Lorries must wait until the cables of its pier are checked.")
    assert (likeness(short, long).kind, likeness(long, short).kind) == (Standing.INSIDE, Standing.AROUND)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Shares moved +5 per cent.", "Shares moved -5 per cent.", "a figure has changed: `+5` is now `-5`"),
        ("The line pays 1.2 million.", "The line pays 12 million.", "a figure has changed: `1.2` is now `12`"),
        ("The firm is bankrupt.", "The firm is bankrupt?", "a word has changed: `.` is now `?`"),
        ("No, one more year.", "No one more year.", "the punctuation beside a negation has changed"),
    ],
)
def test_signs_that_turn_the_sense_are_told(before: str, after: str, expected: str) -> None:
    assert likeness(article(before), article(after)).differs == (expected,)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Dam is sound", "Divers clear the dam", False),
        ("Mayor found guilty", "Mayor found not guilty", True),
        ("Fees rise by 3 per cent", "Fees rise by 4 per cent", True),
        ("Bank raises rates", "Bank cuts rates", True),
        ("PORT CLOSED AT NIGHT", "Port closed at night", False),
    ],
)
def test_equal_texts_under_headlines_that_contradict_each_other_differ(one: str, other: str, differ: bool) -> None:
    text = "The council met in the evening and told reporters what it had decided after a long debate."
    found = likeness(article(text, title=one), article(text, title=other))
    assert (found.kind is Standing.OTHER) == differ


@pytest.mark.parametrize(
    ("text", "days", "same"),
    [
        ("The office is closed for the holidays.", ("2026-03-02", "2026-03-05"), True),
        ("The office is closed for the holidays.", ("2026-03-02", "2026-03-09"), False),
        ("The office is closed today.", ("2026-03-02", "2026-03-02"), True),
        ("The office is closed today.", ("2026-03-02", "2026-03-03"), False),
        ("Das Amt bleibt heute zu.", ("2026-03-02", "2026-03-03"), False),
        ("The office is closed today.", ("2026-03-02", ""), True),
    ],
)
def test_other_days_speak_against_one_text(text: str, days: tuple[str, str], same: bool) -> None:
    one, other = (article(text, published=day) for day in days)
    assert (likeness(one, other).kind is Standing.SAME) == same


@pytest.mark.parametrize(
    "remark",
    [
        "None of it holds up: the fund has been empty since March.",
        "It never happened.",
        "But the fund is empty.",
        "Nonsense.",
        "Das Geld fehlt seit März.",
        "Pero no es así.",
        "I was there and saw nothing of the kind.",
    ],
)
def test_a_remark_below_a_text_makes_no_copy_of_it(remark: str) -> None:
    text = (
        "Mayor Lind says that the tram will be free from June on. She has found four million crowns in the road fund."
    )
    assert likeness(article(text), article(f"{text} {remark}")).kind is Standing.OTHER
    more = "Tickets are valid until May. The depot gets a new roof. Drivers are wanted for the summer."
    assert likeness(article(text), article(f"{text} {more}")).kind is Standing.INSIDE


DENIALS = (
    "The clerk of the yard told this paper on Tuesday that no such dismissals had been agreed upon by anybody.",
    "A spokeswoman of the yard, Oda Quist, denied on Tuesday evening that anybody would have to leave in June.",
    "Eine Sprecherin der Werft bestritt am Dienstagabend, dass im Juni jemand seine Stelle verlieren werde.",
    "Une porte-parole du chantier a démenti mardi soir que qui que ce soit doive partir au mois de juin.",
    "Una portavoz del astillero negó el martes por la noche que alguien tuviera que marcharse en el mes de junio.",
    "Una portavoce del cantiere ha smentito martedì sera che qualcuno debba andarsene nel mese di giugno.",
    "Een woordvoerster van de werf ontkende dinsdagavond dat er in juni iemand zijn baan zou verliezen.",
    "Uma porta-voz do estaleiro negou na noite de terça-feira que alguém tenha de sair no mês de junho.",
)


@pytest.mark.parametrize("denial", DENIALS)
def test_a_longer_sentence_that_denies_what_the_others_say_keeps_two_texts_apart(denial: str) -> None:
    text = "The yard in Almar will dismiss 120 welders in June. Orders last until the summer."
    assert likeness(article(text), article(f"{text} {denial}")).kind is Standing.OTHER


LABELS = (
    "Hoax.",
    "Satire.",
    "(Parody)",
    "April Fools.",
    "He lied.",
    "Allegedly.",
    "Advertisement.",
    "The harbour office denied this the same evening.",
    "Erfunden.",
    "Dementiert.",
    "Anzeige.",
    "Démenti.",
    "Mentira.",
    "假新闻。",
)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("place", ["before", "between", "after"])
def test_a_short_sentence_that_only_one_text_has_keeps_two_texts_apart(label: str, place: str) -> None:
    text = ("The yard in Almar will dismiss 120 welders in June.", "Orders last until the summer.", "Talks begin soon.")
    at = {"before": 0, "between": 2, "after": 3}[place]
    short, long = article(" ".join(text)), article(" ".join((*text[:at], label, *text[at:])))
    assert likeness(short, long).kind is Standing.OTHER
    assert likeness(long, short).kind is Standing.OTHER
    assert likeness(short, long).differs


@pytest.mark.parametrize("line", ["Continue reading.", "Photo: Jana Ott.", "(dpa)", "All rights reserved."])
def test_a_line_about_the_medium_keeps_no_copies_apart(line: str) -> None:
    text = "The yard in Almar will dismiss 120 welders in June. Orders last until the summer."
    assert likeness(article(text), article(f"{text} {line}")).kind is not Standing.OTHER


def test_the_agency_of_the_dateline_named_again_at_the_end_keeps_no_copies_apart() -> None:
    text = "The yard in Almar will dismiss 120 welders in June. Orders last until the summer."
    agency = article(f"ALMAR (Ostwire) - {text}\n(Ostwire)")
    assert likeness(article(text), agency).kind is Standing.SAME
    # Any other word in brackets may be a label.
    assert likeness(article(text), article(f"ALMAR (Ostwire) - {text}\n(Satire)")).kind is Standing.OTHER


@pytest.mark.parametrize("half", ["first", "second"])
def test_of_hand_made_pairs_in_six_languages_none_that_differs_is_folded(half: str) -> None:
    kinds = [(pair, _standing(pair)) for pair in pairs(half) if "event" not in pair.kind]
    assert [pair.kind for pair, kind in kinds if pair.expected != "copy" and kind is not Standing.OTHER] == []
    copies = [kind is not Standing.OTHER for pair, kind in kinds if pair.expected == "copy"]
    assert sum(copies) >= 0.95 * len(copies) > 100


def _standing(pair: Pair) -> Standing:
    one, other = (
        article(text.body, title=text.title, outlet=text.outlet, published=text.day)
        for text in (pair.first, pair.second)
    )
    return likeness(one, other).kind


def test_quoted_lines_of_a_mail_are_not_compared() -> None:
    text = "The board met and agreed to raise the fees for all boats from spring on."
    assert (
        likeness(article(text), article(f"> {text}\nThanks for the news, and see you on Monday.")).kind
        is Standing.OTHER
    )


RANKING = ["Lund with its new pontoons is calm.", "Vess behind the lighthouse is deep.", "Ostmark in the north is old."]


def test_a_ranking_in_another_order_is_another_one() -> None:
    found = likeness(article(" ".join(RANKING)), article(" ".join([RANKING[2], *RANKING[:2]])))
    assert (found.kind, found.differs) == (
        Standing.OTHER,
        (f"the order: `{RANKING[1]}`, `{RANKING[2]}`",),
    )
    again = likeness(article(" ".join([*RANKING, RANKING[0]])), article(" ".join([*RANKING, RANKING[0]])))
    assert again.kind is Standing.SAME


@pytest.mark.parametrize(
    "marks",
    [
        "1. |2. |3. ",
        "1) |2) |3) ",
        "(1) |(2) |(3) ",
        "I. |II. |III. ",
        "① |② |③ ",
        "- |- |- ",
        "• |• |• ",
        "1．|2．|3．",
        "a) |b) |c) ",
        "1、|2、|3、",
        "1º |2º |3º ",
        "１. |２. |３. ",
    ],
)
@pytest.mark.parametrize(
    "names", [["Lund", "Ostmark", "Aldra"], ["Лунд", "Остмарк", "Альдра"], ["隆德", "奥斯特", "阿尔德拉"]]
)
def test_the_items_of_a_list_in_another_order_are_another_ranking(marks: str, names: list[str]) -> None:
    """Each item is a paragraph of its own, and its mark stays with its place."""
    places = marks.split("|")
    one, other = (
        article("\n".join([RANKING[0], *(f"{mark}{name}" for mark, name in zip(places, order, strict=True))]))
        for order in (names, [names[1], names[0], names[2]])
    )
    assert likeness(one, other).kind is Standing.OTHER
    assert likeness(one, one).kind is Standing.SAME


def test_paragraphs_in_another_order_say_the_same() -> None:
    assert likeness(article("\n".join(RANKING)), article("\n".join(reversed(RANKING)))).kind is Standing.SAME


@pytest.mark.parametrize("marks", ["①②③", "•••", "–––", ["a) ", "b) ", "c) "], ["(a) ", "(b) ", "(c) "]])
def test_the_signs_before_items_say_nothing(marks: list[str]) -> None:
    listed = "\n".join(f"{mark} {line}" for mark, line in zip(marks, RANKING, strict=True))
    assert likeness(article("\n".join(RANKING)), article(listed)).kind is Standing.SAME
