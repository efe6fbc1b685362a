"""Tables of lines are compared with few of their rows, whatever the line: always those that can be meant."""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from many import LONG, examples

from annotated_briefings.base import compared
from annotated_briefings.base.meaning.cut_off import split_verbs, surroundings
from annotated_briefings.base.meaning.number_parts import places
from annotated_briefings.base.meant import states
from annotated_briefings.base.meant.word_tables import folded, kinds_of
from annotated_briefings.base.package_files import by_key, first_letter, words_by_language
from annotated_briefings.intake import metadata
from annotated_briefings.intake.agencies import relative_times, releases
from annotated_briefings.intake.cleaning import cut, days
from annotated_briefings.intake.labels import agency_lines, page_lines
from annotated_briefings.intake.labels.table import LabelRole, labels_of
from annotated_briefings.intake.stated.closed import notices, statements

NEWS = (
    "The ferry to Holm was late again on Tuesday, and forty passengers waited on the pier until noon.",
    "Die Fähre nach Holm kam am Dienstag wieder zu spät, vierzig Reisende warteten bis zum Mittag.",
    "Le bac de Holm était encore en retard mardi, et quarante voyageurs ont attendu sur le quai.",
    "Паром в Хольм снова опоздал во вторник, и сорок пассажиров ждали на пристани до полудня.",
    "港口的渡轮星期二又晚点了，四十名乘客在码头等到中午。",
    "The council voted 7 to 2 on 12 March 2026 to spend 3,400,000 crowns on the pier.",
)
"""Lines of news: they are none of the lines of any table."""
BESIDE = ("", "12 May 2026", "10:30", "+49 30 1234567", "Anna Weber", "the pier", "港口", "пирс", "3", "…", "l'", "X!")


@cache
def table_words(package: str, name: str, separator: str | None) -> tuple[str, ...]:
    """All words and phrases of a table, in all languages."""
    found = words_by_language(package, name, separator).values()
    return tuple(word.replace("_", " ") for own in found for words in own.values() for word in words)


def lines_of(words: tuple[str, ...], count: int) -> Iterator[str]:
    """News, words of a table, and lines that are made of several of them, in many forms."""
    rng = random.Random(str(len(words)))
    yield from NEWS
    yield from (word.rstrip("*") for word in (words if LONG else rng.sample(words, min(len(words), count))))
    for _ in range(examples(count)):
        parts = [rng.choice((rng.choice(words), rng.choice(BESIDE))) for _ in range(rng.randrange(1, 5))]
        line = rng.choice((" ", ": ", ", ", " … ", "-", "")).join(
            part.replace("*", rng.choice(("", "en"))) for part in parts
        )
        yield rng.choice((str, str.upper, str.title, lambda text: f"[{text}]", lambda text: f" – {text}."))(line)


def test_a_table_by_a_key_has_all_its_rows_in_their_order() -> None:
    rows = ("pier", "ferry", "port", "", "fog")
    assert by_key(rows, first_letter) == {"p": ("pier", "port"), "f": ("ferry", "fog"), "": ("",)}


def test_a_plea_is_read_in_each_language_that_knows_all_its_words() -> None:
    words = (*statement_words(), *NEWS)
    for line in lines_of(words, 300):
        text = folded(line)
        every = [result for table in statements._plea_tables().values() if (result := kinds_of(text, table))]
        assert list(statements.plea_kinds(line)) == every, line


def statement_words() -> tuple[str, ...]:
    """The words by which lines ask or say not to publish a text."""
    tables = statements._plea_words().values()
    return tuple(word.replace("_", " ") for own in tables for words in own.values() for word in words)


def test_a_state_is_read_in_each_language_that_knows_all_its_words() -> None:
    for line in lines_of(table_words("base.meant", "state_words.txt", None), 300):
        for is_key in (False, True):
            words = states._WORDS.findall(states._folded(line)) if len(line) <= states._LONGEST else []
            every = [states._read(words, table, is_key) for table in states._tables().values() if words]
            result = frozenset().union(
                *(states._in_sense(one - {"beside"}, is_key) for one in every if one - {"beside"})
            )
            assert states._kinds(line, is_key) == result, line


def test_the_longest_label_of_a_day_is_taken_from_a_line() -> None:
    labels = labels_of(LabelRole.PUBLISHED, LabelRole.UPDATED)
    every = sorted({relative_times._small(one) for one in labels}, key=len, reverse=True)
    for line in lines_of(labels, 300):
        part = relative_times._small(line).strip(" .:")
        rests = (part[len(one) :] for one in every if part.startswith(one))
        rest = next((one.strip(" :：") for one in rests if one[:1] in ("", " ", ":", "：")), part)
        assert relative_times._without_label(part) == rest, line


def test_a_line_says_in_any_language_where_its_text_appeared_first() -> None:
    labels = [label for own in page_lines.page_table().values() for label in own.get("first_on", ())]
    every = [[page_lines._small(part).strip() for part in label.split("…")] for label in labels]
    found = 0
    for line in (*lines_of(tuple(labels), 500), *(label.replace("…", "Pier news") for label in labels)):
        small = " ".join(page_lines._small(line).split())
        result = any(stands_in_order(small, parts) for parts in every)
        found += result
        assert bool(page_lines._first(line)) == result, line
    assert found > len(labels)


def stands_in_order(text: str, parts: list[str]) -> bool:
    """Whether a text has some parts one behind the other, the first one at its beginning."""
    at, before = 0, -1
    for number, part in enumerate(parts):
        place = text.find(part, at)
        if place <= before or (number == 0 and place > 2):
            return False
        at, before = place + len(part), place
    return True


def test_what_enough_digits_are_needed_for_has_them() -> None:
    telephones = [one for own in agency_lines.agency_table().values() for one in own["telephone"]]
    rng = random.Random(3)
    for _ in range(examples(1000)):
        number = rng.choice("+(1") + rng.choice((" ", "", "-", ")")).join(
            rng.choices("0123456789", k=rng.randrange(3, 12))
        )
        line = f"{rng.choice(telephones)}{rng.choice((' ', ': ', '. ', ' nr. '))}{number}"
        if agency_lines._telephones().search(line):
            assert agency_lines._DIGITS.search(line), line


@pytest.mark.parametrize("role", ["subscribe", "asking", "thanks"])
def test_phrases_are_looked_for_in_all_languages(role: str) -> None:
    phrases = agency_lines._phrases(role)
    assert {*phrases} == {one for some in agency_lines._in_ascii(role) for one in some}
    for line in lines_of(tuple(phrases), 300):
        folded = agency_lines._folded(line)
        result = any(phrase in folded for phrase in agency_lines._phrases("subscribe"))
        assert agency_lines._may_offer(folded) == result, line


def test_a_line_in_english_letters_is_folded_as_any_other() -> None:
    for line in lines_of(table_words("intake.labels", "agency_lines.txt", ", "), 500):
        # A letter of another script makes it one of the others; it is taken away again.
        folded = agency_lines._words(f"{line} ж")
        assert [*agency_lines._words(line), "ж"] == folded, line


def test_every_form_of_a_day_has_a_year() -> None:
    months = ("March", "mars", "März", "marca", "марта", "de marzo de")
    rng = random.Random(4)
    forms = (days._WORDS, days._YEAR_FIRST, days._NUMBERED_MONTH, days._IN_FIGURES)
    found = 0
    for _ in range(examples(3000)):
        day, year = rng.choice(("3", "03", "3.", "3rd", "3,")), rng.choice(("2026", "26", "'26", "1998"))
        parts = [day, rng.choice((*months, "3", "03")), year]
        rng.shuffle(parts)
        text = days._ascii(rng.choice((" ", ".", "/", "-", ", ", ". ")).join(parts))
        dated = any(one.search(text) for one in forms)
        found += dated
        assert not dated or days._WITH_YEAR.search(text), text
    assert found > 100


def test_a_word_is_a_part_of_a_number_by_any_of_its_stems() -> None:
    table = places._table()
    for line in lines_of(tuple(table), 1000):
        low = line.lower().replace("’", "'")
        stems = {
            kind for word, kinds in table.items() if word[-1:] == "*" and low.startswith(word[:-1]) for kind in kinds
        }
        assert places._kinds(line) == stems | {*table.get(low, ())}, line


def test_what_a_verb_loses_is_in_the_text_behind_it() -> None:
    for particle, _, behind in split_verbs._SPLIT:
        for tail in (f" the strike {particle}.", f" {particle} after noon", f" it all {particle}, he said"):
            assert behind.match(tail)
            assert particle in tail
        for other in (one for one, _, _ in split_verbs._SPLIT if one != particle):
            assert not behind.match(f" the strike {other}.")


def tried(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, call: Callable[[str], object]) -> list[int]:
    """How often a function is called for each line of news."""
    real, counts = getattr(module, name), [0]

    def counted(*given: Any) -> Any:
        counts[0] += 1
        return real(*given)

    monkeypatch.setattr(module, name, counted)
    out = []
    for line in NEWS:
        counts[0] = 0
        call(line)
        out.append(counts[0])
    return out


@pytest.mark.parametrize(
    ("module", "name", "call", "rows"),
    [
        (
            statements,
            "kinds_of",
            lambda line: list(statements.plea_kinds(line)),
            lambda: len(statements._plea_tables()),
        ),
        (states, "_read", lambda line: states._kinds.__wrapped__(line[:30]), lambda: len(states._tables())),
        (page_lines, "_in_order", page_lines._first, lambda: sum(map(len, page_lines._firsts().values()))),
    ],
    ids=["pleas", "states", "where a text appeared first"],
)
def test_a_line_of_news_is_compared_with_few_rows(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, call: Callable[[str], object], rows: Callable[[], int]
) -> None:
    every = rows()
    assert every > 30
    assert sum(tried(monkeypatch, module, name, call)) <= len(NEWS) * every / 2


def test_more_rows_of_other_letters_cost_a_line_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = page_lines.page_table()
    before = tried(monkeypatch, page_lines, "_in_order", page_lines._first)
    more = {f"x-{number}": {"first_on": (f"ϟ{number} … ϟ",)} for number in range(500)}
    monkeypatch.setattr(page_lines, "page_table", lambda: {**usual, **more})
    page_lines._firsts.cache_clear()
    try:
        assert sum(map(len, page_lines._firsts().values())) > 500
        assert tried(monkeypatch, page_lines, "_in_order", page_lines._first) == before
    finally:
        page_lines._firsts.cache_clear()


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "\t\r\n ", "\n\n", "\n  "])
def test_line_ends_within_a_sentence_are_blanks(end: str) -> None:
    wrapped = re.compile(r"(?<=[\w,'’-])[ \t]*\r?\n *(?=[^\W\d_A-ZÀ-ÞА-ЯΑ-Ω])")
    rng = random.Random(end)
    for _ in range(examples(300)):
        parts = (rng.choice(("the pier", "Pier,", "3", ".", "’", "", " ", "_", "пирс", "Пирс", "港")) for _ in range(6))
        text = rng.choice((end, " ", "\n")).join((*parts, end, "it"))
        expected = wrapped.sub(lambda found: " " * len(found[0]), text)
        assert surroundings._unwrapped(text) == expected, text


def test_a_paper_that_speaks_of_itself_does_so_with_a_known_word() -> None:
    for phrase in ("told", "emailed", "spoke to", "spoke with", "gave an interview with", "said in a statement to"):
        assert metadata._own_name([f"The mayor {phrase} PierNews, who laughed."]).value == "PierNews", phrase
    for phrase in ("has reached out", "hasn't been able", "hasn’t been able", "has not been able", "could not reach"):
        assert metadata._own_name([f"The PierNews {phrase} to ask the mayor."]).value == "PierNews", phrase


def test_statements_about_the_future_are_left_out_in_any_letters() -> None:
    for line in (
        "This has Forward-Looking statements.", "Hier stehen ZUKUNFTSGERICHTETE Aussagen.",
        "Voici des déclarations prospectives.", "Son declaraciones a futuro.", "Sono dichiarazioni previsionali.",
        "Há declarações prospectivas.", "Dit zijn toekomstgerichte verklaringen.", "A FORWARD LOOKING ſtatement.",
    ):  # fmt: skip
        assert releases.without_form(["The pier opens.", line]) == ("The pier opens.",), line


def test_words_of_a_table_are_found_by_pattern_or_by_their_beginning() -> None:
    """The two ways in which statements are read: all tables, and those whose words begin as the line does."""
    for language, table in statements._plea_tables().items():
        own = statements._plea_words()[language]
        for word in (word for words in own.values() for word in words):
            text = folded(word.replace("_", " ").rstrip("*"))
            if re.search(r"\w", text) and kinds_of(text, table):
                assert any(one is table for one in statements._plea_tables_with(text)), (language, word)


@pytest.mark.parametrize("pattern", [cut._MAY_SELL, releases._FORWARD], ids=["sold", "future"])
def test_small_letters_are_found_as_without_case(pattern: re.Pattern[str]) -> None:
    plain = re.compile(pattern.pattern, re.IGNORECASE)
    rng = random.Random(6)
    words = [word for word in re.split(r"[|()?:\\\[\]]+", pattern.pattern) if word]
    found = 0
    for _ in range(examples(3000)):
        line = " ".join(rng.choice((*words, "the pier", "ÇAĞ", "ß")) for _ in range(3))
        odd = {"i": "iIİı", "s": "sSſ", "k": "kK\u212a"}
        line = "".join(rng.choice(odd.get(letter, letter + letter.upper())) for letter in line)
        found += plain.search(line) is not None
        assert bool(pattern.search(compared.small(line))) == bool(plain.search(line)), line
    assert found > 300


def test_notices_in_english_letters_need_no_letters_of_other_scripts() -> None:
    assert not re.search(notices._SIGNS, "".join(map(chr, range(128))))
    rng = random.Random(7)
    letters = "notforpublicain -,."
    for _ in range(examples(2000)):
        line = "".join(rng.choice((*letters, "not ", "publi", "non ", "nicht ", "print")) for _ in range(12))
        wanted, result = notices._NEEDED.search(line), notices._needed(line)
        assert (wanted and wanted.span()) == (result and result.span()), line
