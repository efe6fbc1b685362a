"""What import concluded is a suggestion until an editor confirms, corrects or refuses it."""

import re
from difflib import unified_diff
from pathlib import Path

import pytest
from command_line import call
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Source
from annotated_briefings.cli.main import main
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import confirming, guesses_in, refusing
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.editing.confirm import SettleRequest, Way, settled_text

BRIEF = """\
---
# read by nobody yet
title: "Lock gate: freed"
date: 2026-03-05
summary: In short.
key_points:
  # from the lead
  - text:   Barges go again.
    quote: Barges go through again
tags: [locks,  barges]
sources:
  - {title: Another paper}
  - outlet: Quay Letter
    role: original
imported:
  id: "0123456789ab"
  derived: [title, date, outlet,   summary, key_points, tags]
  suggested: {story: lock-gate}
odd_key: kept
---
Barges go through again from Monday.
"""


def changed(before: str, after: str) -> list[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def settled(text: str, way: Way, *fields: str, value: str = "") -> str:
    guesses = [guess for guess in guesses_in(text) if not fields or guess.field in fields]
    return settled_text(Source("briefings/a.md", text), guesses, SettleRequest((), fields, way, value))


DERIVED = "-  derived: [title, date, outlet,   summary, key_points, tags]"


@pytest.mark.parametrize(
    ("way", "field", "value", "lines"),
    [
        (Way.CONFIRM, "date", "", [DERIVED, "+  derived: [title, outlet,   summary, key_points, tags]"]),
        (Way.CONFIRM, "tags", "", [DERIVED, "+  derived: [title, date, outlet,   summary, key_points]"]),
        (Way.CONFIRM, "story", "", ["+story: lock-gate", "-  suggested: {story: lock-gate}"]),
        (
            Way.CORRECT,
            "title",
            "Gate: freed",
            [
                '-title: "Lock gate: freed"',
                '+title: "Gate: freed"',
                DERIVED,
                "+  derived: [date, outlet,   summary, key_points, tags]",
            ],
        ),
        (
            Way.CORRECT,
            "date",
            "2026-03",
            [
                "-date: 2026-03-05",
                "+date: 2026-03",
                DERIVED,
                "+  derived: [title, outlet,   summary, key_points, tags]",
            ],
        ),
        (
            Way.CORRECT,
            "outlet",
            "Pier Post",
            [
                "-  - outlet: Quay Letter",
                "+  - outlet: Pier Post",
                DERIVED,
                "+  derived: [title, date, summary, key_points, tags]",
            ],
        ),
        (
            Way.CORRECT,
            "tags",
            "locks, high water",
            [
                "-tags: [locks,  barges]",
                "+tags: [locks, high water]",
                DERIVED,
                "+  derived: [title, date, outlet,   summary, key_points]",
            ],
        ),
        (Way.CORRECT, "story", "gates", ["+story: gates", "-  suggested: {story: lock-gate}"]),
        (
            Way.REFUSE,
            "outlet",
            "",
            [
                "-  - outlet: Quay Letter",
                "-    role: original",
                "+  - role: original",
                DERIVED,
                "+  derived: [title, date, summary, key_points, tags]",
            ],
        ),
        (
            Way.REFUSE,
            "key_points",
            "",
            [
                "-key_points:",
                "-  # from the lead",
                "-  - text:   Barges go again.",
                "-    quote: Barges go through again",
                DERIVED,
                "+  derived: [title, date, outlet,   summary, tags]",
            ],
        ),
        (Way.REFUSE, "story", "", ["-  suggested: {story: lock-gate}"]),
    ],
)
def test_settling_a_guess_changes_its_own_lines_and_no_other(
    way: Way, field: str, value: str, lines: list[str]
) -> None:
    assert changed(BRIEF, settled(BRIEF, way, field, value=value)) == lines


def test_all_guesses_are_confirmed_at_once() -> None:
    after = settled(BRIEF, Way.CONFIRM)
    assert changed(BRIEF, after) == ["+story: lock-gate", DERIVED, "-  suggested: {story: lock-gate}"]
    assert guesses_in(after) == ()


def test_a_story_is_written_after_the_fields_that_come_before_it() -> None:
    assert "tags: [locks,  barges]\nstory: lock-gate\nsources:" in settled(BRIEF, Way.CONFIRM)


NAMES = ("date", "summary", "tags", "lang", "updated")
HEADS = {
    "date": ["date: 2026-03-05", "date:   '2026'  ", "date: 2026-03  # sure?"],
    "summary": ["summary: >\n  In\n  short.", 'summary: "In short."', "summary: In short."],
    "tags": ["tags: [a, b]", "tags:\n  - a\n  # two\n  - b", "tags: a, b"],
    "lang": ["lang: de"],
    "updated": ["updated: 2026-04-01"],
}


@given(st.data())
def test_however_a_brief_is_written_confirming_touches_nothing_but_the_record(data: st.DataObject) -> None:
    present = data.draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    derived = data.draw(st.permutations(present))
    head = "\n# between\n".join(data.draw(st.sampled_from(HEADS[name])) for name in present)
    flow = data.draw(st.booleans())
    record = (
        f"  derived: [{', '.join(derived)}]"
        if flow
        else "  derived:\n" + "\n".join(f"    - {name}" for name in derived)
    )
    text = f'---\ntitle: A\n{head}\nimported:\n  id: "1"\n{record}\n  # its end\nx: y\n---\nWords.\n'
    chosen = data.draw(st.lists(st.sampled_from(present), unique=True, min_size=1))
    guesses = [guess for guess in guesses_in(text) if guess.field in chosen]
    assert {guess.field for guess in guesses} == set(chosen)
    after = patch_front_matter(text, confirming(text, guesses))
    assert after is not None
    gone = {line for line in changed(text, after) if line.startswith("-")}
    assert all("derived" in line or line.strip("- ") in derived for line in gone)
    assert [g.field for g in guesses_in(after)] == [g.field for g in guesses_in(text) if g.field not in chosen]
    assert after.replace(record + "\n", "").split("imported:")[0] == text.split("imported:")[0]
    without = patch_front_matter(text, refusing(text, guesses))
    assert without is not None
    brief, _ = parse_brief(Source("a.md", without))
    assert brief is not None
    assert not set(brief.derived) & set(chosen)


def site_of(folder: Path, text: str = BRIEF.replace("odd_key: kept\n", "")) -> Path:
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: T\nbase_url: https://quay.example\nsearch: false\n", encoding="utf-8")
    (folder / "briefings" / "gate.md").write_text(text, encoding="utf-8")
    return folder


def test_readers_see_a_date_an_outlet_and_a_story_once_they_are_confirmed(tmp_path: Path) -> None:
    site = site_of(
        tmp_path / "site", BRIEF.replace("suggested: {story: lock-gate}", "held: no").replace("odd_key", "story")
    )
    path = site / "briefings" / "gate.md"
    path.write_text(path.read_text(encoding="utf-8").replace("[title,", "[story, title,"), encoding="utf-8")
    secrets = ("Quay Letter", "2026-03-05", "/2026/03/", "/stories/kept/", "sources/quay-letter")

    def shown() -> set[str]:
        assert main(["--site", str(site), "build", "--now", "2026-05-01T00:00:00Z", "--clean"]) == 0
        files = [file for file in (site / "_site").rglob("*") if file.is_file()]
        texts = [file.read_bytes().decode("utf-8", "replace") for file in files]
        paths = "\n".join(f"/{file.relative_to(site / '_site').as_posix()}" for file in files)
        return {secret for secret in secrets if secret in paths or any(secret in text for text in texts)}

    assert shown() == set()
    assert main(["--site", str(site), "confirm", "gate"]) == 0
    assert shown() == set(secrets)


def test_the_remedy_of_a_guess_is_a_command_that_settles_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_of(tmp_path / "site")
    _, out, _ = call(capsys, site, "check", "--now", "2026-05-01T00:00:00Z")
    commands = re.findall(r"`briefings (confirm \S+ --field \w+)` keeps", out)
    assert len(commands) == 6
    for command in commands:
        assert call(capsys, site, *command.split())[0] == 0
    assert "derived" not in call(capsys, site, "check", "--now", "2026-05-01T00:00:00Z")[1]


def test_the_status_lists_what_is_pending_with_its_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_of(tmp_path / "site")
    _, out, _ = call(capsys, site, "status", "--now", "2026-05-01T00:00:00Z")
    assert (
        "what import concluded in briefs that are no drafts (1)\n  briefings/gate.md\n"
        "      concluded by import: title: Lock gate: freed; date: 2026-03-05; summary: In short.; "
        "key points: Barges go again.; tags: locks, barges; outlet: Quay Letter\n"
        "      → briefings confirm briefings/gate.md\n"
    ) in out
    assert (
        "suggested stories (1)\n  briefings/gate.md\n      may belong to the story `lock-gate`\n"
        "      → briefings confirm briefings/gate.md --field story; if it does not: the same with --refuse\n"
    ) in out


def test_the_command_names_what_it_settled_and_takes_it_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_of(tmp_path / "site")
    path = site / "briefings" / "gate.md"
    before = path.read_text(encoding="utf-8")
    _, out, _ = call(capsys, site, "confirm", "--all", "--field", "date", "--field", "story", "--dry-run")
    assert "+story: lock-gate\n" in out
    assert path.read_text(encoding="utf-8") == before
    assert call(capsys, site, "confirm", "briefings/gate.md", "--field", "outlet", "--as", "Pier Post") == (
        0,
        "  briefings/gate.md\n      outlet: Quay Letter → Pier Post\n"
        "1 guess in 1 brief corrected; `--undo` takes it back\n",
        "",
    )
    assert call(capsys, site, "confirm", "--undo")[1] == "  restored briefings/gate.md\ntaken back: correct outlet\n"
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (
            ("confirm",),
            2,
            "briefings: no brief is named\n"
            "  help: name briefs by file or slug, or use `--all`; `briefings status` lists what is pending\n",
        ),
        (
            ("confirm", "gate", "--as", "x"),
            2,
            "briefings: `--as` needs one `--field` and a value\n  help: such as `--field outlet --as Reuters`\n",
        ),
        (
            ("confirm", "gat"),
            1,
            "briefings: error[refused-change]: no brief is called `gat`\n  help: did you mean `gate`?\n",
        ),
        (
            ("confirm", "gate", "--field", "dates"),
            1,
            "briefings/gate.md: error[refused-change]: `dates` of this brief is nothing that import concluded\n"
            "  help: did you mean `date`?; nothing was changed\n",
        ),
        (
            ("confirm", "gate", "--field", "title", "--refuse"),
            1,
            "briefings/gate.md: error[refused-change]: a brief needs its `title`\n"
            "  help: confirm it, or write another one: `--field title --as ...`; nothing was changed\n",
        ),
        (
            ("confirm", "gate", "--field", "key_points", "--as", "x"),
            1,
            "briefings/gate.md: error[refused-change]: `key_points` is no single text\n"
            "  help: correct it in the file, and confirm it; nothing was changed\n",
        ),
    ],
)
def test_what_cannot_be_settled_is_refused_with_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, message: str
) -> None:
    site = site_of(tmp_path / "site")
    before = (site / "briefings" / "gate.md").read_bytes()
    assert call(capsys, site, *arguments) == (status, "", message)
    assert (site / "briefings" / "gate.md").read_bytes() == before


def test_a_correction_that_would_be_an_error_is_refused_with_that_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_of(tmp_path / "site")
    before = (site / "briefings" / "gate.md").read_bytes()
    status, _, err = call(capsys, site, "confirm", "gate", "--field", "date", "--as", "5 March")
    assert status == 1
    assert "error[wrong-type]: `date` must be a date" in err
    assert (site / "briefings" / "gate.md").read_bytes() == before


def test_the_number_of_a_source_stays_when_its_outlet_is_refused() -> None:
    text = BRIEF.replace("  - {title: Another paper}\n", "  - outlet: Pier Post\n")
    brief, _ = parse_brief(Source("a.md", settled(text, Way.REFUSE, "outlet")))
    assert brief is not None
    assert [source.outlet for source in brief.sources] == ["", "Quay Letter"]


def test_a_field_that_is_empty_gets_a_value_and_one_that_an_editor_wrote_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_of(tmp_path / "site", "---\ntitle: A\ndate: 2026-01-01\n---\nWords.\n")
    assert call(capsys, site, "confirm", "gate", "--field", "story", "--as", "lock-gate")[0] == 0
    assert call(capsys, site, "confirm", "gate", "--field", "date", "--as", "2026-01-02") == (
        1,
        "",
        "briefings/gate.md: error[refused-change]: `date` of this brief is nothing that import concluded\n"
        "  help: nothing is pending there; leave the brief out; nothing was changed\n",
    )
    text = (site / "briefings" / "gate.md").read_text(encoding="utf-8")
    assert text == "---\ntitle: A\ndate: 2026-01-01\nstory: lock-gate\n---\nWords.\n"
