"""Frozen values behave as any other frozen dataclass does."""

import pickle
from copy import deepcopy
from dataclasses import dataclass
from inspect import signature

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.values import Value, as_data, field_names, replace


class Example(Value):
    """One with a field of each kind."""

    name: str
    number: int = 3
    more: tuple[object, ...] = ()


class Same(Value):
    """Another with the same fields."""

    name: str
    number: int = 3
    more: tuple[object, ...] = ()


class Empty(Value):
    """One without fields."""


class Ordered(Value, order=True):
    """One with an order."""

    number: int


class Own(Value):
    """One with its own text and hash."""

    name: str

    def __repr__(self) -> str:
        return "own"

    def __hash__(self) -> int:
        return 7


@dataclass(frozen=True, slots=True)
class Standard:
    """The same as a dataclass of the standard library."""

    name: str
    number: int = 3
    more: tuple[object, ...] = ()


def test_a_value_takes_its_fields_by_position_or_by_name() -> None:
    made = Example("a", more=("b",))
    assert (made.name, made.number, made.more) == ("a", 3, ("b",))
    assert repr(made) == repr(Standard("a", more=("b",))).replace("Standard", "Example")
    assert list(signature(Example).parameters) == list(signature(Standard).parameters)
    assert Example.__match_args__ == Standard.__match_args__


@pytest.mark.parametrize("arguments", [(), ("a", 1, (), "too many")])
def test_wrong_arguments_are_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Example(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [Example("a"), Own("a")])
def test_a_value_is_frozen_and_has_no_room_for_more(value: Value) -> None:
    with pytest.raises(AttributeError):
        value.name = "b"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        del value.name  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        value.other = "b"  # type: ignore[attr-defined]
    assert not hasattr(value, "__dict__")


@given(st.text(), st.integers(), st.text(), st.integers())
def test_values_are_equal_when_their_fields_are(a: str, m: int, b: str, n: int) -> None:
    one, other = Example(a, m), Example(b, n)
    assert (one == other) == ((a, m) == (b, n))
    assert len({one, other, replace(one, name=b, number=n)}) == len({(a, m), (b, n)})


def test_values_of_two_classes_are_never_equal() -> None:
    values: list[object] = [Example("a"), Same("a"), ("a", 3, ())]
    assert [[one == other for other in values].count(True) for one in values] == [1, 1, 1]
    assert len(set(values)) == 3


def test_a_replaced_field_leaves_the_old_value_as_it_was() -> None:
    made = Example("a")
    assert (replace(made, number=4), made) == (Example("a", 4), Example("a", 3))
    with pytest.raises(TypeError):
        replace(made, unknown=4)


def test_an_order_and_methods_of_its_own_are_kept() -> None:
    assert Ordered(1) < Ordered(2)
    assert (repr(Own("a")), hash(Own("a"))) == ("own", 7)
    assert (repr(Empty()), Empty() == Empty(), len({Empty(), Empty()})) == ("Empty()", True, 1)


@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_a_value_comes_back_from_a_pickle_and_is_copied(protocol: int) -> None:
    for value in (Example("a", 4, ("b", Same("c"))), Empty(), Own("b"), Ordered(1)):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
        assert deepcopy(value) == value


def test_its_fields_are_named_in_order_and_read_as_data() -> None:
    assert field_names(Example) == ("name", "number", "more")
    nested = Example("a", 1, (Same("b"), ("c", Ordered(2)), "d"))
    inner = {"name": "b", "number": 3, "more": ()}
    assert as_data(nested) == {"name": "a", "number": 1, "more": (inner, ("c", {"number": 2}), "d")}
