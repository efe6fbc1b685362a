"""The search index after edits of texts is the one that is made of all briefs anew."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.build.search_index import index_files
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.output.search.edited import edited_files
from annotated_briefings.output.search.index import group_files, groups
from annotated_briefings.site.exports.search_records import SearchRecord

WORDS = ("rain", "rains", "port", "港口关闭", "Straße", "Hafenkran", "crane", "", "a b", "שלום", "مرحبا", "2,500")
NUMBER = 70
"""Briefs, so many that there are several groups, and several of them in each file of texts."""
texts = st.lists(st.sampled_from(WORDS), max_size=5).map(lambda found: (" ".join(found), "rain"))
edits = st.dictionaries(st.integers(0, NUMBER - 1), texts, min_size=1, max_size=4)


def record(number: int, text: Sequence[str], title: str = "") -> SearchRecord:
    return SearchRecord(
        f"/briefs/b{number}/",
        "de" if number % 3 else "en",
        title or f"Headline {number}",
        "1 March 2026",
        "2026-03-01",
        "A summary.",
        tuple(text),
        (("tag", "rain"), ("entity", f"Port {number % 4}")),
    )


def index(records: Sequence[SearchRecord]) -> dict[str, bytes]:
    return {output.path: output.data for output in index_files(records, (), InMemory())}


@pytest.mark.slow
@given(edits, edits)
def test_the_files_of_an_index_after_edits_are_those_of_a_new_one(
    first: dict[int, tuple[str, str]], second: dict[int, tuple[str, str]]
) -> None:
    records = [record(number, ("Rain fell on the port.",)) for number in range(NUMBER)]
    files = index(records)
    for edit in (first, second):
        after = [record(n, edit[n]) if n in edit else old for n, old in enumerate(records)]
        for old, new in zip(groups(records), groups(after), strict=True):
            changed = edited_files(group_files(old), group_files(new), files.__getitem__)
            assert changed is not None
            files |= dict(changed)
        records = after
        assert files == index(records)


def test_another_headline_makes_the_index_anew() -> None:
    """Its words are among those that a name is told apart by."""
    old, new = (
        group_files(groups([record(1, ("Rain.",), title)])[0]) for title in ("Harbour opens", "Festival begins")
    )
    assert edited_files(old, new, lambda _: b"") is None


def test_a_file_that_is_none_of_the_index_is_refused() -> None:
    old, new = (group_files(groups([record(1, (text,))])[0]) for text in ("Rain.", "Sun."))
    with pytest.raises(ValueError, match="substring not found"):
        edited_files(old, new, lambda _: b"damaged")
