"""Every word of a collected file stands once in an article or in what was left out by name, whatever its format."""

import re
from collections import Counter

import pytest
from format_writers import WRITERS, Block, Blocks, plain
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.kinds import FORMATS
from annotated_briefings.intake.reading import FileRead, Piece, read_batch

_NUMBERED = re.compile(r"\bw\d+\b")


def blocks_of(kinds: list[tuple[str, int]]) -> Blocks:
    """Blocks of numbered words, each word once; the first is a paragraph."""
    out: Blocks = []
    number = 0
    for kind, length in (("p", 14), *kinds):
        count = min(length, 5) if kind == "h" else length
        words = " ".join(f"w{number + n}" for n in range(count))
        out.append(Block(kind, f"About {words}" if kind == "h" else f"The council said {words} on the day."))
        number += count
    return out


def words_of(read: FileRead) -> list[str]:
    texts = [article.given.title for article in read.articles]
    texts += [paragraph.text for article in read.articles for paragraph in article.paragraphs]
    texts += [one.text for one in read.left_out]
    texts += [where for where, _ in read.refused]
    return _NUMBERED.findall(" ".join(texts))


def test_each_format_that_is_read_has_a_writer_here() -> None:
    lacking = sorted(set(FORMATS) - WRITERS.keys())
    assert lacking == [], "add a line to WRITERS in tests/helpers/format_writers.py for each of these"
    assert sorted(WRITERS.keys() - set(FORMATS)) == [], "no such format is in the table of formats"


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=examples(6))
@given(st.lists(st.tuples(st.sampled_from(["p", "p", "h", "li", "quote"]), st.integers(4, 30)), max_size=9))
def test_every_word_of_a_file_comes_out_once_or_is_named(name: str, kinds: list[tuple[str, int]]) -> None:
    blocks = blocks_of(kinds)
    (read,) = read_batch(((Piece(f"a.{name}", WRITERS[name](blocks), name),), Decisions(), (), OPEN))
    wanted = _NUMBERED.findall(plain(blocks))
    found = words_of(read)
    assert Counter(found) == Counter(wanted)
    if name != "zip":
        # In reading order, but for headlines and what is left out.
        shown = [p.text for article in read.articles for p in article.paragraphs if not p.aside]
        numbers = [int(one[1:]) for one in _NUMBERED.findall(" ".join(shown))]
        assert numbers == sorted(numbers)
