"""Frozen dataclasses that are made and pickled by the ten thousand behave as any other."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from inspect import signature

import pytest

from generator.base.digest import Shared
from generator.base.packing import quick_to_make, quick_to_pack


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Quick(Shared):
    """One with everything that ours have."""

    name: str
    number: int = 3
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
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
    with pytest.raises(FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]
    assert made == Quick("a", 3) != replace(made, number=4)
    assert len({made, Quick("a"), replace(made, name="b")}) == 2


def test_it_comes_back_from_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(Quick("a", 4, ("b",)))) == Quick("a", 4, ("b",))


def test_fields_that_need_more_than_to_be_put_in_are_refused() -> None:
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

    for kind in (Made, Checked):
        with pytest.raises(TypeError, match=f"{kind.__name__} has fields that are not simply put in"):
            quick_to_make(kind)
