"""Digests that mean the same in every process."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path, PurePath
from pkgutil import walk_packages
from random import Random
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import annotated_briefings
from annotated_briefings.base.digest import digest
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value

ROOT = Path(__file__).resolve().parents[2]
TEXTS = st.text(st.characters(), max_size=8)
"""Lone surrogates too, as in the names of files that are not UTF-8."""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS | st.binary(max_size=4),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Pair(Value):
    a: object
    b: object


class Twin(Value):
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
        b"1",
        Pair(1, 2),
        Twin(1, 2),
        (1, 2),
        2**70,
        str(2**70),
        "\udcff",
        "\\udcff",
        Colour.RED,
        Colour.BLUE,
        date(2024, 5, 3),
        date(2024, 5, 4),
        Source("a", "b"),
        Place("a"),
        ("t",),
        (("t",),),
    ]
    assert len({digest(value) for value in values}) == len(values)


@given(st.lists(TEXTS, unique=True), st.randoms(use_true_random=False))
def test_the_order_in_which_a_set_or_mapping_was_filled_does_not_count(names: list[str], rng: Random) -> None:
    mixed = rng.sample(names, len(names))
    assert digest(set(names)) == digest(set(mixed)) == digest(frozenset(mixed))
    assert digest({name: len(name) for name in names}) == digest({name: len(name) for name in mixed})


@pytest.mark.parametrize("value", [object(), Pair(len, 2), (1, (print,)), {1: 2}, {1, "a"}, 1j])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
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
def test_values_are_told_apart_by_what_they_hold(a: object, b: object) -> None:
    assert (digest(("list", Pair(a, 1))) == digest(("list", Pair(b, 1)))) == (repr(a) == repr(b))


def test_a_value_that_went_to_another_process_has_the_digest_that_it_had() -> None:
    value = Pair("a", ("b", Place("c")))
    assert digest(pickle.loads(pickle.dumps(value))) == digest(value)


def fields_of_values() -> Iterator[tuple[str, object]]:
    """Each field of each class of values, with the type that it is declared with."""
    for module in walk_packages(annotated_briefings.__path__, "annotated_briefings."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    todo = Value.__subclasses__()
    for kind in todo:
        todo += kind.__subclasses__()
        if kind.__module__.startswith("annotated_briefings."):
            for name, declared in get_type_hints(kind).items():
                yield f"{kind.__module__}.{kind.__name__}.{name}", declared


def choices(declared: object) -> Iterator[tuple[object, ...]]:
    """What a declared type lets one value be, for itself and for the types within it."""
    inner = get_args(declared)
    union = get_origin(declared) in (Union, UnionType)
    yield inner if union else (declared,)
    for part in inner:
        if part is not Ellipsis and get_origin(declared) is not Literal:
            yield from choices(part)


def same_form(kind: object) -> str:
    """How the values of a type are encoded, for what is encoded as something else."""
    kind = get_origin(kind) or kind
    if not isinstance(kind, type):
        return ""
    if issubclass(kind, (str, Enum, date, datetime, PurePath)):
        return "text"
    return "list" if issubclass(kind, (tuple, list, set, frozenset)) else ""


def test_no_field_may_hold_two_types_that_are_encoded_alike() -> None:
    found = dict(fields_of_values())
    assert len(found) > 900
    for name, declared in found.items():
        for kinds in choices(declared):
            forms = [form for form in map(same_form, kinds) if form]
            assert len(forms) == len(set(forms)), f"{name}: {declared}"
