"""Frozen dataclasses that are made and pickled by the ten thousand behave as any other."""

import dataclasses
import pickle
from copy import deepcopy
from dataclasses import FrozenInstanceError, field, fields, replace
from inspect import signature

import pytest

from annotated_briefings.base.digest import Shared
from annotated_briefings.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Quick(Shared):
    """One with everything that ours have."""

    name: str
    number: int = 3
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class One:
    """One field alone."""

    name: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """None at all."""


@dataclass(frozen=True, slots=True)
class Own:
    """One that says itself how it is shown and compared."""

    name: str

    def __repr__(self) -> str:
        return "own"

    def __hash__(self) -> int:
        return 7


@dataclasses.dataclass(frozen=True, slots=True)
class Slow:
    """The same without."""

    name: str
    number: int = 3
    more: tuple[str, ...] = ()


def test_it_is_made_from_the_same_arguments() -> None:
    made = Quick("a", more=("b",))
    assert (made.name, made.number, made.more) == ("a", 3, ("b",))
    assert repr(made) == repr(Slow("a", more=("b",))).replace("Slow", "Quick")
    assert list(signature(Quick).parameters) == list(signature(Slow).parameters)


@pytest.mark.parametrize("arguments", [(), ("a", 1, (), "too many")])
def test_wrong_arguments_are_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Quick(*arguments)  # type: ignore[arg-type]


def test_it_stays_frozen_equal_hashable_and_replaceable() -> None:
    made = Quick("a")
    said = []
    for value in (made, Slow("a")):
        with pytest.raises(FrozenInstanceError) as setting:
            value.name = "b"  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError) as deleting:
            del value.name
        said.append((str(setting.value), str(deleting.value)))
    assert said[0] == said[1]
    assert made == Quick("a", 3) != replace(made, number=4)
    assert made.__eq__(Slow("a")) is NotImplemented
    assert len({made, Quick("a"), replace(made, name="b")}) == 2
    assert hash(Quick("a")) == hash(Slow("a"))


def test_few_fields_and_methods_of_its_own_are_as_they_should_be() -> None:
    assert (repr(One("a")), One("a") == One("a"), One("a") == One("b")) == ("One(name='a')", True, False)
    assert (repr(Nothing()), Nothing() == Nothing(), len({Nothing(), Nothing()})) == ("Nothing()", True, 1)
    assert (repr(Own("a")), hash(Own("a"))) == ("own", 7)
    assert [f.name for f in fields(Quick)] == [f.name for f in fields(Slow)]
    assert Quick.__match_args__ == Slow.__match_args__
    assert not hasattr(Quick("a"), "__dict__")


def test_it_comes_back_from_a_pickle_and_is_copied() -> None:
    for value in (Quick("a", 4, ("b",)), One("a"), Nothing(), Own("b")):
        for protocol in (2, pickle.HIGHEST_PROTOCOL):
            assert pickle.loads(pickle.dumps(value, protocol)) == value
        assert deepcopy(value) == value


def test_classes_that_need_more_than_their_fields_put_in_are_those_of_the_standard_library() -> None:
    @dataclass(frozen=True, slots=True)
    class Made:
        """One whose field is made by a function."""

        parts: list[str] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Checked:
        """One that does something once it is made."""

        name: str

        def __post_init__(self) -> None:
            """Look at it."""
            object.__setattr__(self, "name", self.name.strip())

    @dataclass
    class Plain:
        """One that may change."""

        name: str

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """One with an order."""

        number: int

    plain = Plain("a")
    plain.name = "b"
    assert (Made().parts, Checked(" a ").name, plain) == ([], "a", Plain("b"))
    assert Ordered(1) < Ordered(2)
