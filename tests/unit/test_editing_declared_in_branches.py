"""What two branches declare in one list: git merges it, or each side of the conflict is whole, so that nothing of an
entry is lost where both are kept."""

import random
import subprocess
from pathlib import Path

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.editing.declare import declare_entity, declare_person, declare_story, declare_tag
from annotated_briefings.editing.scaffold import create_site

WORDS = (
    *("amber", "bell", "crane", "dune", "ember", "ferry", "gale", "harbour", "isle", "jetty"),
    *("kelp", "lock", "mole", "north", "oar", "pier", "quay", "reef", "sail", "tide"),
)
TYPES = ("person", "company", "place", "organisation")
FILES = ("entities", "tags", "stories", "people")
PARSE = {"entities": parse_entities, "tags": parse_tags, "stories": parse_stories, "people": parse_people}


def name(dice: random.Random) -> str:
    return " ".join(word.capitalize() for word in dice.sample(WORDS, 2))


def declare(root: Path, kind: str, dice: random.Random) -> None:
    made = name(dice)
    if kind == "entities":
        declare_entity(root, made, dice.choice(TYPES), aliases=[name(dice)] if dice.random() < 0.4 else [])
    elif kind == "tags":
        declare_tag(root, made, parent="wide" if dice.random() < 0.6 else "")
    elif kind == "stories":
        declare_story(root, made)
    else:
        declare_person(root, made, role=dice.choice(["editor", "reviewer"]))


def by_hand(kind: str, number: int, dice: random.Random) -> str:
    """An entry as people type it, on one line or on several, with remarks."""
    made = name(dice)
    fields = {"entities": {"name": made, "type": "place"}, "tags": {"label": made}, "stories": {"title": made}}.get(
        kind, {"name": made, "role": "editor"}
    )
    key = f"{dice.choice(WORDS)}-{number}"
    if dice.random() < 0.4:
        return f"{key}: {{{', '.join(f'{k}: {v}' for k, v in fields.items())}}}\n"
    remark = "# a remark\n" if dice.random() < 0.3 else ""
    blank = "\n" if dice.random() < 0.3 else ""
    return f"{remark}{key}:\n" + "".join(f"  {k}: {v}\n" for k, v in fields.items()) + blank


def parsed(kind: str, text: str) -> dict[str, tuple[object, ...]]:
    entries, found = PARSE[kind](Source(f"briefings/{kind}.yaml", text))
    # What stood there before may be on both sides of a conflict; then it is an error, and nothing is lost.
    assert {one.code for one in found} <= {"duplicate-key"}, (text, found)
    out: dict[str, tuple[object, ...]] = {}
    for entry in entries:
        names = ("name", "type", "aliases", "label", "parent", "title", "role")
        facts = {key: getattr(entry, key) for key in names if hasattr(entry, key)}
        out[getattr(entry, "id", "") or getattr(entry, "slug", "")] = tuple(facts.items())
    return out


def merged(folder: Path, ours: str, base: str, theirs: str) -> tuple[str, bool]:
    """What git makes of three versions of a file, with both sides of every conflict kept, and whether there was one."""
    for file, text in (("ours", ours), ("base", base), ("theirs", theirs)):
        (folder / file).write_text(text, encoding="utf-8")
    names = [str(folder / file) for file in ("ours", "base", "theirs")]
    done = subprocess.run(["git", "merge-file", "-p", *names], capture_output=True, text=True, check=False)
    assert done.returncode >= 0, done.stderr
    marks = ("<<<<<<< ", "=======\n", ">>>>>>> ")
    kept = "".join(line for line in done.stdout.splitlines(keepends=True) if not line.startswith(marks))
    return kept, done.returncode > 0


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", FILES)
def test_both_branches_keep_all_that_they_declared(tmp_path: Path, kind: str, seed: int) -> None:
    dice = random.Random(f"{kind} {seed}")
    create_site(tmp_path)
    file = tmp_path / f"briefings/{kind}.yaml"
    text = "# what we know\n" + ("wide: {label: wide}\n" if kind == "tags" else "")
    text += "".join(by_hand(kind, n, dice) for n in range(dice.choice([0, 1, 3, 8, 20])))
    sides = []
    for _ in range(2):
        file.write_text(text, encoding="utf-8")
        for _ in range(dice.choice([1, 1, 2, 3])):
            declare(tmp_path, kind, dice)
        sides.append(file.read_text(encoding="utf-8"))
    ours, theirs = (parsed(kind, side) for side in sides)
    if any(ours[key] != theirs[key] for key in ours.keys() & theirs.keys()):
        pytest.skip("both have declared one name in two ways")
    both, _ = merged(tmp_path, sides[0], text, sides[1])
    kept = {**ours, **theirs}
    assert parsed(kind, both) == kept, both


@pytest.mark.slow
def test_in_a_long_list_two_new_entries_mostly_merge(tmp_path: Path) -> None:
    conflicts = 0
    for seed in range(30):
        dice = random.Random(seed)
        text = "".join(f"{a}-{b}: {{name: {a} {b}, type: place}}\n" for a in WORDS for b in dice.sample(WORDS, 2))
        create_site(tmp_path / str(seed))
        file = tmp_path / str(seed) / "briefings/entities.yaml"
        sides = []
        for _ in range(2):
            file.write_text(text, encoding="utf-8")
            declare(tmp_path / str(seed), "entities", dice)
            sides.append(file.read_text(encoding="utf-8"))
        conflicts += merged(tmp_path, sides[0], text, sides[1])[1]
    assert conflicts <= 4
