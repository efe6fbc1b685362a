"""Two people with the same initials: nobody can tell who signed, and the list says so."""

from pathlib import Path

import pytest
from small_site import Case

PEOPLE = {
    "the same": ("RL", "RL", 1),
    "in other letters": ("RL", "rl", 1),
    "the id of the other": ("RL", "rosa", 1),
    "other ones": ("RL", "RM", 0),
    "none": ("", "", 0),
}


@pytest.mark.parametrize("kind", PEOPLE)
def test_initials_of_two_people(tmp_path: Path, kind: str) -> None:
    first, second, count = PEOPLE[kind]
    case = Case(tmp_path)
    case.write(
        "briefings/people.yaml",
        f'rosa: {{name: Rosa Lind, initials: "{first}"}}\nrolf: {{name: Rolf Lund, initials: "{second}"}}\n',
    )
    case.brief("a", "title: A\ndate: 2026-03-14\nauthor: rosa")
    messages = case.build().reported("duplicate-alias")
    assert len(messages) == count
    if count:
        place = "briefings/people.yaml:2:36: warning[duplicate-alias]: "
        assert messages == [f"{place}`{second}` names both `rosa` and `rolf`"]
