"""Long lists over several pages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.site.pagination import chunks_of, parts_of

sizes = st.integers(1, 7)


@given(st.integers(0, 60), sizes)
def test_every_entry_stands_on_one_page_in_order_and_no_page_is_long(count: int, size: int) -> None:
    items = list(range(count))
    parts = list(parts_of("/x/", items, size))
    assert [item for part in parts for item in part.items] == items
    assert parts[0].url == "/x/"
    assert all(len(part.items) < 2 * size for part in parts)
    assert all(len(part.items) == size for part in parts[1:])


@given(st.integers(0, 60), sizes)
def test_neighbours_lead_to_each_other_and_to_both_ends(count: int, size: int) -> None:
    parts = list(parts_of("/x/", list(range(count)), size))
    for newer, older in pairwise(parts):
        assert newer.pager.older == older.url
        assert older.pager.newer == newer.url
    assert parts[0].pager.newer == parts[-1].pager.older == ""
    assert {part.pager.newest for part in parts} == {"/x/"}
    assert {part.pager.oldest for part in parts} == {parts[-1].url if len(parts) > 1 else ""}


@given(st.integers(0, 60), sizes)
def test_a_new_entry_changes_the_newest_page_and_at_most_one_other(count: int, size: int) -> None:
    before = {part.url: part for part in parts_of("/x/", list(range(count)), size)}
    after = {part.url: part for part in parts_of("/x/", [-1, *range(count)], size)}
    changed = [url for url in after if after[url] != before.get(url)]
    # Once in a while a page is cut off: it is new, and its older neighbour leads to it.
    assert len(changed) <= 3
    assert set(before) <= set(after)
    unchanged_content = [url for url in before if url != "/x/" and before[url].items != after[url].items]
    assert unchanged_content == []


@given(st.integers(0, 60), sizes)
def test_a_list_in_its_own_order_is_cut_from_its_start(count: int, size: int) -> None:
    items = list(range(count))
    parts = list(chunks_of("/x/", items, size))
    assert [item for part in parts for item in part.items] == items
    assert all(len(part.items) <= size for part in parts)
    assert [part.url for part in parts] == ["/x/", *(f"/x/page/{n}/" for n in range(2, len(parts) + 1))]
