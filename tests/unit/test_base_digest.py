"""Digests that mean the same in every process."""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.digest import Shared, digest
from annotated_briefings.base.source import Place, Source

ROOT = Path(__file__).resolve().parents[2]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Pair:
    a: object
    b: object


@dataclass(frozen=True, slots=True)
class Kept(Shared):
    a: object
    b: object


@given(VALUES, VALUES)
def test_two_values_have_the_same_digest_only_when_they_are_the_same(a: object, b: object) -> None:
    assert (digest(a) == digest(b)) == (repr(a) == repr(b))


def test_values_of_different_kinds_are_told_apart() -> None:
    values = [
        None,
        True,
        1,
        "1",
        "",
        (),
        ((),),
        ("",),
        Pair(1, 2),
        (1, 2),
        ("Pair", 1, 2),
        Colour.RED,
        Colour.BLUE,
        date(2024, 5, 3),
        "2024-05-03",
        Source("a", "b"),
        Place("a"),
        ("t",),
        (("t",),),
    ]
    assert len({digest(value) for value in values}) == len(values)


@pytest.mark.parametrize("value", [1.5, {1}, {"a": 1}, [1], object(), Pair({1}, 2), (1, (2.0,))])
def test_what_has_no_canonical_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no canonical digest"):
        digest(value)


def test_the_digest_is_the_same_in_another_process_with_another_hash_seed() -> None:
    code = "from annotated_briefings.base.digest import digest; print(digest('a', ('b', 1, None, True), 'ü'))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1", "random")
    }
    assert seen == {digest("a", ("b", 1, None, True), "ü")}


def test_an_interned_text_and_a_made_one_are_the_same() -> None:
    assert digest("interned") == digest("".join(["inter", "ned"]))


@given(VALUES, VALUES)
def test_values_that_keep_their_digest_are_told_apart_by_what_they_hold(a: object, b: object) -> None:
    one, other = Kept(a, 1), Kept(b, 1)
    assert (digest(("list", one)) == digest(("list", other))) == (repr(a) == repr(b))
    assert digest(one) == digest(one) == digest(Kept(a, 1))


def test_a_value_that_went_to_another_process_has_the_digest_that_it_had() -> None:
    value = Kept("a", ("b", Place("c")))
    before = digest(value)
    assert digest(pickle.loads(pickle.dumps(value))) == before
    assert pickle.loads(pickle.dumps(value)) == value


def test_a_value_that_keeps_its_digest_is_no_other_kind_of_value() -> None:
    assert len({digest(Kept(1, 2)), digest(Pair(1, 2)), digest((1, 2)), digest(("Kept", 1, 2))}) == 4


def test_a_value_that_keeps_its_digest_is_refused_when_it_holds_what_has_none() -> None:
    with pytest.raises(TypeError, match="has no canonical digest"):
        digest(Kept({1}, 2))
