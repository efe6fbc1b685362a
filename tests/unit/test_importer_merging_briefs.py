"""Two sides may change a brief at once: what each changed stays, wherever it is, unless both changed the same field."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.importer.merging import Conflict, joined, merge_briefs

HEAD = {
    "title": "title: Ferry sold\n",
    "date": "date: 2026-03-11\n",
    "summary": "summary: >-\n  The ferry was sold\n  to Vik.\n",
    "key_points": "key_points:\n  - text: One.\n    quote: one\n  - text: Two.\n    quote: two\n",
    "tags": "tags: [sea]\n",
    "sources": "# where it is from\nsources:\n- outlet: Post\n  published: 2026-03-11\n",
    "imported": "imported:\n  id: a1\n",
}
OTHERS = {
    "title": "title: Ferry sold to Vik\n",
    "date": "date: 2026-03-12\n",
    "summary": "summary: Sold.\n",
    "key_points": "key_points:\n  - text: Three.\n    quote: three\n",
    "tags": "tags:\n- sea\n- quay\n",
    "sources": "sources:\n- outlet: Post\n  published: 2026-03-12\n",
    "imported": "imported:\n  id: b2\n  versions: [other]\n",
    "why_it_matters": "why_it_matters: Nobody else sails.\n",
    "story": "story: ferry\n",
    "lang": "# the language\nlang: en\n",
}
"""What one side makes of a field; the last ones are new."""
BODY = "The ferry was sold.\n\nIt sails in May.\n\nTickets cost 8 crowns.\n"


def brief(head: dict[str, str], body: str = BODY) -> str:
    return f"---\n{''.join(head.values())}---\n{body}"


def fields_of(text: str) -> object:
    return yaml.safe_load(text.split("---\n")[1])


SIDES = st.dictionaries(
    st.sampled_from(sorted(OTHERS)), st.tuples(st.sampled_from(["mine", "theirs"]), st.booleans(), st.integers(0, 9))
)
"""Fields with who changes each, whether that side takes it out, and where it writes a new one."""


@given(SIDES, st.booleans())
def test_changes_of_different_fields_are_both_kept_wherever_they_are(
    sides: dict[str, tuple[str, bool, int]], edits: bool
) -> None:
    heads = {"mine": dict(HEAD), "theirs": dict(HEAD)}
    wanted = dict(HEAD)
    for key, (side, gone, place) in sides.items():
        head = list(heads[side].items())
        if key not in HEAD:
            head.insert(place, (key, OTHERS[key]))
            wanted[key] = OTHERS[key]
        elif gone and key != "title":
            head = [(name, text) for name, text in head if name != key]
            del wanted[key]
        else:
            head = [(name, OTHERS[key] if name == key else text) for name, text in head]
            wanted[key] = OTHERS[key]
        heads[side] = dict(head)
    mine = brief(heads["mine"], BODY.replace("May", "June") if edits else BODY)
    theirs = brief(heads["theirs"], BODY.replace("8 crowns", "9 crowns"))
    merged = joined(merge_briefs(brief(HEAD), mine, theirs))
    assert merged is not None
    assert fields_of(merged) == fields_of(brief(wanted))
    assert merged.endswith(BODY.replace("8 crowns", "9 crowns").replace("May", "June" if edits else "May"))
    mixed = joined(merge_briefs(brief(HEAD), theirs, mine))
    assert mixed is not None
    assert fields_of(mixed) == fields_of(merged)


@given(st.sampled_from(sorted(HEAD)), st.sampled_from(["other", "gone"]))
def test_a_field_that_both_changed_in_different_ways_is_a_conflict_of_that_field_alone(key: str, how: str) -> None:
    mine = {**HEAD, key: OTHERS[key]}
    theirs = {**HEAD, key: f"{key}: [another]\n"}
    if how == "gone":
        del theirs[key]
    parts = list(merge_briefs(brief(HEAD), brief(mine), brief(theirs)))
    both = [part for part in parts if isinstance(part, Conflict)]
    assert len(both) == 1
    assert "".join(both[0].edited) in OTHERS[key]
    rest = "".join("".join(part) for part in parts if not isinstance(part, Conflict))
    assert all(text in rest for name, text in HEAD.items() if name != key)


@pytest.mark.parametrize("above", ["# checked by the desk\n", "\n", "\n# checked\n\n# twice\n"])
@pytest.mark.parametrize("key", HEAD)
def test_what_an_editor_writes_above_a_field_is_in_the_way_of_no_other_field(above: str, key: str) -> None:
    mine = brief({**HEAD, key: above + HEAD[key]})
    theirs = brief({name: text if name == key else OTHERS[name] for name, text in HEAD.items()})
    assert joined(merge_briefs(brief(HEAD), mine, theirs)) == theirs.replace(HEAD[key], above + HEAD[key])


@pytest.mark.parametrize("list_of", ["key_points", "figures", "corrections"])
def test_an_entry_is_never_put_together_from_both_sides(list_of: str) -> None:
    entry = (
        "{}:\n  - value: '5'\n    what: boats\n    quote: 5 boats\n  - value: '9'\n    what: men\n    quote: 9 men\n"
    )
    was, mine, theirs = (
        brief({"title": "title: T\n", list_of: entry.format(list_of).replace(*change)})
        for change in (("", ""), ("value: '5'", "value: '6'"), ("quote: 5 boats", "quote: 5 new boats"))
    )
    assert joined(merge_briefs(was, mine, theirs)) is None
    other = was.replace("what: men", "what: women")
    assert joined(merge_briefs(was, mine, other)) == mine.replace("what: men", "what: women")


@pytest.mark.parametrize("broken", ["title: [x\n", "title: A\ntitle: B\n", "{title: A}\n", "title: A\u2028story: B\n"])
def test_what_cannot_be_read_as_fields_is_merged_by_lines(broken: str) -> None:
    was = f"---\n{broken}---\nOne.\n\nTwo.\n"
    mine, theirs = was.replace("One", "Eins"), was.replace("Two", "Zwei")
    assert joined(merge_briefs(was, mine, theirs)) == mine.replace("Two", "Zwei")
    for text in ("", "No front matter.\n", was):
        assert joined(merge_briefs(text, text, f"{text}Three.\n")) == f"{text}Three.\n"


@given(
    st.sampled_from([brief(HEAD), brief(OTHERS), BODY, "---\n---\n"]),
    st.sampled_from([brief(HEAD), brief(OTHERS), BODY]),
)
def test_what_one_side_alone_changed_is_taken_as_it_is(base: str, other: str) -> None:
    for mine, theirs in ((base, other), (other, base), (other, other)):
        merged = joined(merge_briefs(base, mine, theirs))
        assert merged is not None
        assert "---" not in other or fields_of(merged) == fields_of(other)
        assert merged.endswith(other.split("---\n")[-1])
