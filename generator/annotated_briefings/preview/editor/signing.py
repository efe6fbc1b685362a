"""Who works at the desk: the name with which their notes, briefs and reviews are signed."""

from collections.abc import Iterable

from annotated_briefings.base.diagnostics import did_you_mean
from annotated_briefings.base.names import name_key
from annotated_briefings.base.yaml.patch import Change, Set
from annotated_briefings.content.guesses import keys_before
from annotated_briefings.content.model import Brief
from annotated_briefings.content.registry import Person


class NoSuchPerson(LookupError):
    """Nobody of the list of people has this name; the argument is the remedy."""


def signature(people: Iterable[Person], typed: str) -> str:
    """How somebody signs, named by initials, id or name: by initials where the list has them, else by name.

    Where the list of people is empty any name is taken as it is. Raises NoSuchPerson.
    """
    listed = tuple(people)
    name = " ".join(typed.split())
    for person in listed:
        if name_key(name) in map(name_key, names_of(person)):
            return person.initials or person.name
    if not listed and name_key(name):
        return name
    known = [one for person in listed for one in names_of(person)]
    raise NoSuchPerson(did_you_mean(name, known) or "`briefings people list` shows the list")


def names_of(person: Person) -> tuple[str, ...]:
    """What briefs and notes may name somebody by."""
    return tuple(filter(None, (person.initials, person.id, person.name)))


def may_review(people: Iterable[Person], brief: Brief, signed: str) -> bool:
    """Whether somebody who signs so has neither written a brief nor is named as its reviewer."""
    key = name_key(signed)
    own = next((names for p in people if key in (names := {name_key(n) for n in names_of(p)})), {key})
    return bool(key) and not any(name_key(ref.text) in own for ref in (*brief.author, *brief.reviewed_by))


def reviewing(brief: Brief, signed: str) -> Change:
    """The change of front matter that names one more reviewer."""
    names = [*(ref.text for ref in brief.reviewed_by), signed]
    return Set(("reviewed_by",), names if len(names) > 1 else signed, keys_before("reviewed_by"))
