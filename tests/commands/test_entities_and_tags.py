"""Merging and renaming entities and tags, as an editor does it, and taking it back."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from processes import sigint_by_default

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.cli.main import main
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.storage.transaction import Edit, apply_edits, undo_last

ENTITIES = """\
# the registry
tideworks: {name: Tideworks, type: company, aliases: [TW]}   # first
tideworks-ltd:
  name: Tideworks Ltd
  type: company
  aliases: [Tideworks Limited]
  ambiguous: [Tides]
lindqvist: {name: Mara Lindqvist, type: person, parent: tideworks-ltd}
"""
TAGS = """\
energy:
tidal-power: {parent: energy, aliases: [tides]}
tidal: {label: Tidal, parent: energy}
tidal/cables: {label: Cables}
"""
BRIEF = """\
---
title: A
date: 2026-01-01
# a remark
why_it_matters: About [[Tideworks Ltd]].
entities: {about: [Tideworks Limited], mentions: [TW, Mara Lindqvist]}
tags: [tidal, tidal-power, tidal/cables]
annotations:
  - quote: Ltd orders
    note: |
      See [[tideworks-ltd|the firm]] and `[[Tideworks Ltd]]`.
---
[[Tideworks Ltd]] orders [[ Tideworks Ltd | cables ]] of [[Tideworks]]. `[[Tideworks Ltd]]`
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\nbase_url: https://example.org\n", encoding="utf-8")
    (tmp_path / "briefings" / "entities.yaml").write_text(ENTITIES, encoding="utf-8")
    (tmp_path / "briefings" / "tags.yaml").write_text(TAGS, encoding="utf-8")
    (tmp_path / "briefings" / "a.md").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "briefings" / "b.md").write_text("---\ntitle: B\nentities: [TW]\n---\n", encoding="utf-8")
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], site: Path, *arguments: str) -> tuple[int, str, str]:
    status = main(["--site", str(site), *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def text(site: Path, name: str) -> str:
    return (site / "briefings" / name).read_text(encoding="utf-8")


def files(site: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((site / "briefings").iterdir())}


def test_a_merge_changes_registry_and_references_and_no_word_that_readers_see(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, _ = parse_brief(Source("briefings/a.md", BRIEF))
    untouched = files(site)
    status, out, err = call(capsys, site, "entities", "merge", "Tideworks Ltd", "tideworks", "--dry-run")
    assert (status, err, files(site)) == (0, "", untouched)
    assert "-lindqvist: {name: Mara Lindqvist, type: person, parent: tideworks-ltd}" in out.splitlines()
    status, out, err = call(capsys, site, "entities", "merge", "Tideworks Ltd", "tideworks")
    assert (status, out, err) == (
        0,
        (
            "  changed briefings/entities.yaml\n  changed briefings/a.md\n"
            "merge tideworks-ltd into tideworks: 2 files changed; `undo` takes it back\n"
        ),
        "",
    )
    assert text(site, "entities.yaml") == (
        "# the registry\n"
        "tideworks: {name: Tideworks, type: company, aliases: [TW, Tideworks Ltd, Tideworks Limited], "
        "ambiguous: [Tides]}   # first\n"
        "tideworks-ltd:\n  name: Tideworks Ltd\n  type: company\n  aliases: [Tideworks Limited]\n"
        "  ambiguous: [Tides]\n  merged_into: tideworks\n"
        "lindqvist: {name: Mara Lindqvist, type: person, parent: tideworks}\n"
    )
    expected = BRIEF
    for old, new in (
        ("About [[Tideworks Ltd]].", '"About [[Tideworks|Tideworks Ltd]]."'),
        (
            "about: [Tideworks Limited], mentions: [TW, Mara Lindqvist]",
            "about: [Tideworks], mentions: [Mara Lindqvist]",
        ),
        (
            "See [[tideworks-ltd|the firm]] and `[[Tideworks Ltd]]`",
            "See [[Tideworks|the firm]] and `[[Tideworks Ltd]]`",  # code stays as it is typed
        ),
        (
            "[[Tideworks Ltd]] orders [[ Tideworks Ltd | cables ]]",
            "[[Tideworks|Tideworks Ltd]] orders [[Tideworks| cables ]]",
        ),
    ):
        expected = expected.replace(old, new)
    assert text(site, "a.md") == expected
    after, _ = parse_brief(Source("briefings/a.md", text(site, "a.md")))
    assert before is not None
    assert after is not None
    assert (after.body.text, after.annotations[0].passage) == (before.body.text, before.annotations[0].passage)
    # The old address leads on, and nothing is left to warn of.
    assert call(capsys, site, "build", "--now", "2026-05-01T00:00:00Z")[0] == 0
    assert "/entities/tideworks-ltd/ /entities/tideworks/ 301" in (site / "_site" / "_redirects").read_text("utf-8")
    # And back again, byte for byte.
    assert call(capsys, site, "entities", "undo") == (
        0,
        (
            "  restored briefings/entities.yaml\n  restored briefings/a.md\n"
            "taken back: merge tideworks-ltd into tideworks\n"
        ),
        "",
    )
    assert files(site) == untouched


def test_a_name_that_only_briefs_use_becomes_an_alias(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = site / "briefings" / "a.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("mentions: [TW,", "mentions: [Tide Co, TW,"), "utf-8")
    before = text(site, "a.md")
    assert call(capsys, site, "entities", "merge", "Tide Co", "tideworks") == (
        0,
        ("  changed briefings/entities.yaml\nmerge Tide Co into tideworks: 1 file changed; `undo` takes it back\n"),
        "",
    )
    assert "aliases: [TW, Tide Co]" in text(site, "entities.yaml")
    assert text(site, "a.md") == before
    assert call(capsys, site, "entities", "undo")[0] == 0


def test_a_renamed_entity_keeps_its_address_and_its_former_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    untouched = files(site)
    assert call(capsys, site, "entities", "rename", "tideworks", "Tidal Works")[0] == 0
    assert text(site, "entities.yaml").splitlines()[1] == (
        "tideworks: {name: Tidal Works, type: company, aliases: [TW], was: [Tideworks]}   # first"
    )
    assert "of [[Tidal Works|Tideworks]]." in text(site, "a.md")
    assert text(site, "b.md") == untouched["b.md"]
    # Renaming it back leaves no trace of the name in between but the former one.
    assert call(capsys, site, "entities", "rename", "Tidal Works", "Tideworks")[0] == 0
    assert text(site, "entities.yaml").splitlines()[1] == (
        "tideworks: {name: Tideworks, type: company, aliases: [TW], was: [Tidal Works]}   # first"
    )


def test_merged_tags_become_aliases_and_narrower_ones_follow(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    untouched = files(site)
    assert call(capsys, site, "tags", "merge", "tidal", "tidal-power")[0] == 0
    assert text(site, "tags.yaml") == (
        "energy:\ntidal-power: {parent: energy, aliases: [tides, tidal]}\n"
        "tidal/cables: {label: Cables, parent: tidal-power}\n"
    )
    assert "tags: [tidal-power, tidal/cables]\n" in text(site, "a.md")
    assert call(capsys, site, "build", "--now", "2026-05-01T00:00:00Z")[0] == 0
    assert "/tags/tidal/ /tags/tidal-power/ 301" in (site / "_site" / "_redirects").read_text("utf-8")
    assert call(capsys, site, "tags", "undo")[0] == 0
    assert files(site) == untouched


def test_a_tag_is_renamed_in_its_place(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "tags", "rename", "energy", "Power & Energy")[0] == 0
    assert text(site, "tags.yaml") == (
        "power-energy:\n  label: Power & Energy\n  aliases: [energy]\n".replace("Power & Energy", '"Power & Energy"')
        + "tidal-power: {parent: power-energy, aliases: [tides]}\ntidal: {label: Tidal, parent: power-energy}\n"
        "tidal/cables: {label: Cables}\n"
    )
    assert call(capsys, site, "tags", "rename", "tidal", "TIDAL")[1].startswith("  changed briefings/tags.yaml\nlabel")
    assert "tidal: {label: TIDAL, parent: power-energy}\n" in text(site, "tags.yaml")


def test_undeclared_tags_are_suggested_and_accepted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "tags.yaml").unlink()
    assert call(capsys, site, "tags", "suggest")[1] == (
        "tidal             1  tidal\ntidal-power       1  tidal-power\ntidal/cables      1  cables\n"
        "3 suggested; accept them with `briefings tags accept TAG...`, or merge them into others\n"
    )
    assert call(capsys, site, "tags", "accept", "tidal", "cables")[0] == 0
    assert text(site, "tags.yaml") == "tidal: {label: tidal}\ntidal/cables: {label: cables}\n"
    _, out, _ = call(capsys, site, "tags", "list", "--json")
    assert [(row["slug"], row["briefs"], row["declared"]) for row in json.loads(out)] == [
        ("tidal", 1, True),
        ("tidal-power", 1, False),
        ("tidal/cables", 1, True),
    ]


def test_other_spellings_of_a_tag_are_listed_with_their_files(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("tags.yaml", "a.md"):
        (site / "briefings" / name).unlink()
    for name, tags in (
        ("b", "tug boats"),
        ("c", "Tug_Boats, Túg boats"),
        ("d", "tug boats, C++"),
        ("e", "Tug_Boats, C"),
    ):
        (site / "briefings" / f"{name}.md").write_text(f"---\ntitle: {name}\ntags: [{tags}]\n---\n", encoding="utf-8")
    written = "also written `Tug_Boats` (briefings/c.md and others), `Túg boats` (briefings/c.md)"
    lines = call(capsys, site, "tags", "suggest")[1].splitlines()
    assert f"tug-boats        4  tug boats  {written}" in lines
    _, out, _ = call(capsys, site, "tags", "list", "--json")
    spellings = {row["slug"]: row["spellings"] for row in json.loads(out)}
    assert spellings == {
        "tug-boats": {"Tug_Boats": ["briefings/c.md", "briefings/e.md"], "Túg boats": ["briefings/c.md"]},
        "c-plus-plus": {},
        "c": {},
    }
    assert call(capsys, site, "tags", "accept", "C++", "TUG_BOATS")[0] == 0
    assert text(site, "tags.yaml") == 'c-plus-plus: {label: "C++"}\ntug-boats: {label: tug boats}\n'
    assert call(capsys, site, "tags", "rename", "tug boats", "Tugs #1")[0] == 0
    assert 'tugs-number-1: {label: "Tugs #1", aliases: [tug-boats]}\n' in text(site, "tags.yaml")


def test_a_merge_that_would_make_a_ring_of_parents_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    registry = "a: {name: A}\nb: {name: B, parent: c}\nc: {name: C, parent: a}\n"
    (site / "briefings" / "entities.yaml").write_text(registry, encoding="utf-8")
    before = files(site)
    status, _, err = call(capsys, site, "entities", "merge", "a", "b")
    assert (status, files(site)) == (1, before)
    assert err == (
        "briefings/entities.yaml: error[refused-change]: `parent` would lead in a ring: `b` > `c` > `b`\n"
        "  help: correct the parents first; nothing was changed\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("entities", "merge", "Tideworks", "TW"),
            ("briefings/entities.yaml:2:1: error[refused-change]: `Tideworks` and `TW` are the same entity already\n"),
        ),
        (
            ("entities", "merge", "Tidewoks", "TW"),
            (
                "briefings/entities.yaml: error[refused-change]: no entity is called `Tidewoks`\n"
                "  help: did you mean `Tideworks`?\n"
            ),
        ),
        (
            ("entities", "rename", "TW", "Mara Lindqvist"),
            ("briefings/entities.yaml:8:1: error[refused-change]: `Mara Lindqvist` already names `lindqvist`\n"),
        ),
        (
            ("tags", "merge", "energy", "tidal"),
            (
                "briefings/tags.yaml:3:1: error[refused-change]: `tidal` is narrower than `energy`\n"
                "  help: merge the other way round: `briefings tags merge tidal energy`\n"
            ),
        ),
        (
            ("tags", "merge", "tidal", "tidal"),
            ("briefings/tags.yaml:3:1: error[refused-change]: `tidal` and `tidal` are the same tag already\n"),
        ),
        (
            ("tags", "rename", "tidal", "tides"),
            (
                "briefings/tags.yaml:2:1: error[refused-change]: `tides` already is a name of `tidal-power`\n"
                "  help: if they are one: `briefings tags merge tidal tidal-power`\n"
            ),
        ),
        (
            ("tags", "undo"),
            (
                ".cache/last-change.json: error[nothing-to-undo]: there is no change to take back\n"
                "  help: only the last change is kept here; older ones are in version control\n"
            ),
        ),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    untouched = files(site)
    status, out, err = call(capsys, site, *arguments)
    assert (status, out, files(site)) == (1, "", untouched)
    assert err.startswith(words)


def test_nothing_is_taken_back_over_newer_work(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, site, "tags", "merge", "tidal", "tidal-power")
    path = site / "briefings" / "a.md"
    path.write_text(path.read_text(encoding="utf-8") + "One more line.\n", encoding="utf-8")
    now = files(site)
    assert call(capsys, site, "tags", "undo") == (
        1,
        "",
        (
            "briefings/a.md: error[patch]: `briefings/a.md` has been edited since\n"
            "  help: take the change back by hand, or with version control; nothing was changed\n"
        ),
    )
    assert files(site) == now


def test_a_file_that_cannot_be_written_takes_the_whole_change_back(site: Path) -> None:
    untouched = files(site)
    edits = [Edit("briefings/b.md", text(site, "b.md"), "new"), Edit("briefings/a.md", "somebody else's text", "new")]
    [found] = apply_edits(site, edits, "a test")
    assert found.code == "patch"
    assert files(site) == untouched
    assert not (site / ".cache" / "last-change.json").exists()


def test_a_file_that_somebody_saves_while_a_change_is_taken_back_is_left_to_them(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def saved_meanwhile(source: Path, target: Path) -> None:
        replace(source, target)
        if target.name == "b.md":
            target.write_text("an editor's own words", encoding="utf-8")

    monkeypatch.setattr(os, "replace", saved_meanwhile)
    edits = [Edit("briefings/b.md", text(site, "b.md"), "new"), Edit("briefings/a.md", "somebody else's text", "new")]
    first, second = apply_edits(site, edits, "a test")
    assert (first.place.path, second.place.path) == ("briefings/a.md", "briefings/b.md")
    assert show(second) == (
        "briefings/b.md: error[patch]: `briefings/b.md` was changed by somebody else at the same time\n"
        "  help: look at it, and run the command again; this file was left as it is"
    )
    assert text(site, "b.md") == "an editor's own words"


def test_a_change_that_could_not_be_undone_is_not_begun(site: Path) -> None:
    (site / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    untouched = files(site)
    [found] = apply_edits(site, [Edit("briefings/a.md", text(site, "a.md"), "new")], "a test")
    assert found.code == "output"
    assert found.message.startswith("`.cache/last-change.json` cannot be written: ")
    assert found.help == "check the folder's permissions and the space on the disk; nothing was changed"
    assert files(site) == untouched


def test_taking_back_that_was_stopped_can_be_done_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    untouched = files(site)
    edits = [Edit(f"briefings/{name}", text(site, name), f"new {name}") for name in ("a.md", "b.md")]
    assert apply_edits(site, edits, "a test") == ()
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if target.name == "b.md":
            raise OSError(28, "no space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    what, back, [found] = undo_last(site)
    assert (what, back, found.code, found.place.path) == ("a test", ("briefings/a.md",), "output", "briefings/b.md")
    monkeypatch.setattr(os, "replace", replace)
    assert undo_last(site) == ("a test", ("briefings/b.md",), ())
    assert files(site) == untouched
    assert undo_last(site)[2][0].code == "nothing-to-undo"


def press_ctrl_c_at_each_file(monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def pressed(source: Path, target: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        replace(source, target)

    monkeypatch.setattr(os, "replace", pressed)


def test_ctrl_c_waits_until_every_file_is_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    press_ctrl_c_at_each_file(monkeypatch)
    edits = [Edit(f"briefings/{name}", text(site, name), f"new {name}") for name in ("a.md", "b.md")]
    with pytest.raises(KeyboardInterrupt), sigint_by_default():
        apply_edits(site, edits, "a test")
    assert (text(site, "a.md"), text(site, "b.md")) == ("new a.md", "new b.md")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process at once")
def test_sigterm_waits_until_every_file_is_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[int] = []
    replace = os.replace

    def pressed(source: Path, target: Path) -> None:
        assert came == []
        signal.raise_signal(signal.SIGTERM)
        replace(source, target)

    monkeypatch.setattr(os, "replace", pressed)
    edits = [Edit(f"briefings/{name}", text(site, name), f"new {name}") for name in ("a.md", "b.md")]
    before = signal.signal(signal.SIGTERM, lambda number, _: came.append(number))
    try:
        assert apply_edits(site, edits, "a test") == ()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert set(came) == {signal.SIGTERM}


def test_ctrl_c_does_nothing_to_a_command_that_was_started_to_ignore_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press_ctrl_c_at_each_file(monkeypatch)
    edits = [Edit(f"briefings/{name}", text(site, name), f"new {name}") for name in ("a.md", "b.md")]
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert apply_edits(site, edits, "a test") == ()
    finally:
        signal.signal(signal.SIGINT, before)
    assert (text(site, "a.md"), text(site, "b.md")) == ("new a.md", "new b.md")


def test_a_change_that_was_killed_half_way_is_taken_back(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    untouched = files(site)
    call(capsys, site, "entities", "merge", "Tideworks Ltd", "tideworks")
    # As if it had ended after the first file.
    (site / "briefings" / "a.md").write_text(BRIEF, encoding="utf-8")
    assert call(capsys, site, "entities", "undo")[0] == 0
    assert files(site) == untouched
