"""Every command ends with 0 when nothing is wrong, 1 with errors and 2 for wrong usage or settings."""

import json
import shlex
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.source import Place
from annotated_briefings.cli.main import COMMANDS, main
from annotated_briefings.cli.run_command import Result, exit_status, run_command
from annotated_briefings.cli.terminal import printable

NOW = ("--now", "2026-05-01T00:00:00Z")
CLEAN = "title: T\nbase_url: https://example.org/news\nsocial_images: false\n"
BRIEF = (
    "---\ntitle: {title}\nsummary: In short.\ndate: 2026-04-30\n{head}\n---\n"
    "Rain fell on Port Emden and on Emden harbour for a week.\n"
)
ESC = "Rain\x1b[2J\x1b]0;mine\x07\x9b1m\x7f"
"""A text that clears a terminal and changes its title."""

NOTES = {
    "id": "https://example.org/notes/1",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "A note from elsewhere."},
    "target": {
        "source": "https://example.org/news/briefs/sun/",
        "selector": {"type": "TextQuoteSelector", "exact": "for a week"},
    },
}
"""An annotation to import."""


class Call(NamedTuple):
    """A call of a command, and what it answers to sites of each kind."""

    arguments: tuple[str, ...]
    with_error: int
    """The status for a site with a brief that has an error: only commands that check briefs count it."""


CALLS = [
    Call(("build", *NOW), 1),
    Call(("build", "--json", *NOW), 1),
    Call(("check", *NOW), 1),
    *(Call(("check", "--format", form, *NOW), 1) for form in ("json", "github", "sarif")),
    Call(("attach", "sun", "collected.txt"), 0),
    Call(("confirm", "sun", "--dry-run"), 0),
    Call(("confirm", "--all"), 0),
    Call(("new", "A new brief"), 0),
    Call(("import", "collected.txt", "--dry-run"), 0),
    Call(("import", "collected.txt", "--dry-run", "--json"), 0),
    Call(("import", "collected.txt"), 0),
    Call(("imports", "list"), 0),
    Call(("imports", "list", "--json"), 0),
    Call(("status", *NOW), 0),
    Call(("status", "--json", *NOW), 0),
    Call(("digest", *NOW), 0),
    Call(("next-change", *NOW), 0),
    Call(("next-change", "--json", *NOW), 0),
    Call(("entities", "list"), 0),
    Call(("entities", "list", "--json"), 0),
    Call(("entities", "suggest"), 0),
    Call(("entities", "suggest", "--json"), 0),
    Call(("entities", "accept", "--least", "9"), 0),
    Call(("entities", "add", "Ruth Adeyemi", "--type", "person", "--dry-run"), 0),
    Call(("check", "briefings/rain.md", *NOW), 0),
    Call(("entities", "accept", "--least", "9", "--dry-run"), 0),
    Call(("entities", "rename", "emden", "Emden Port", "--dry-run"), 0),
    Call(("entities", "rename", "emden", "Emden Port"), 0),
    Call(("entities", "merge", "emden", "emden-harbour", "--dry-run"), 0),
    Call(("tags", "list"), 0),
    Call(("tags", "list", "--json"), 0),
    Call(("tags", "suggest"), 0),
    Call(("tags", "suggest", "--json"), 0),
    Call(("tags", "accept", "rain", "--dry-run"), 0),
    Call(("tags", "add", "ferries", "--dry-run"), 0),
    Call(("redirects", "list", *NOW), 0),
    Call(("redirects", "list", "--json", *NOW), 0),
    Call(("redirects", "add", "--dry-run", *NOW), 0),
    Call(("people", "list"), 0),
    Call(("people", "list", "--json"), 0),
    Call(("people", "add", "Rosa Lind", "--dry-run"), 0),
    Call(("stories", "list"), 0),
    Call(("stories", "list", "--json"), 0),
    Call(("stories", "add", "The second crane", "--dry-run"), 0),
    Call(("tags", "rename", "storm", "gale", "--dry-run"), 0),
    Call(("annotations", "list"), 0),
    Call(("annotations", "list", "--json"), 0),
    Call(("annotations", "reanchor"), 0),
    Call(("annotations", "export", *NOW), 0),
    Call(("annotations", "import", "notes.json", "--dry-run"), 0),
    Call(("annotations", "import", "notes.json", "--dry-run", "--json"), 0),
]
WITHOUT_SITE = {"init", "explain", "completion", "man"}
"""Commands that are about no site, and do not read settings."""
INTERACTIVE = {"serve"}
"""The preview runs until it is stopped, and shows errors in the meantime."""
_LISTED = {call.arguments[0] for call in CALLS} | WITHOUT_SITE | INTERACTIVE
CALLS += [
    Call(tuple(shlex.split(example)), 0)
    for command in COMMANDS
    if command.name not in _LISTED
    for example in command.examples[:1]
]
"""A command that has no line above is called as the first example of its help says."""


def made(folder: Path, settings: str = CLEAN, head: str = "tags: [rain]", title: str = "Rain") -> Path:
    """A site on which every command of the table has something to do."""
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    (folder / "briefings" / "rain.md").write_text(BRIEF.format(title=title, head=head), encoding="utf-8")
    (folder / "briefings" / "sun.md").write_text(
        BRIEF.format(
            title="Sun",
            head="tags: [storm]\nsources: [{outlet: Pier Post}]\nannotations: [{quote: fell on, note: A note.}]",
        ),
        encoding="utf-8",
    )
    (folder / "briefings" / "entities.yaml").write_text(
        "emden: {name: Port Emden, type: place}\nemden-harbour: {name: Emden harbour, type: place, parent: emden}\n",
        encoding="utf-8",
    )
    (folder / "collected.txt").write_text("The pier opens\n\nThe new pier opened on Friday.\n", encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps(NOTES), encoding="utf-8")
    return folder


def called(site: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.chdir(site)
    return main(["--site", str(site), *arguments])


def test_the_table_has_every_command() -> None:
    called = {call.arguments[0] for call in CALLS} | WITHOUT_SITE | INTERACTIVE
    lacking = sorted({command.name for command in COMMANDS} - called)
    assert lacking == [], (
        "add an example to these in COMMANDS, or a line to CALLS in tests/commands/test_exit_status.py"
    )
    assert sorted(called - {command.name for command in COMMANDS}) == [], "no such command is in COMMANDS"
    assert {command.name for command in COMMANDS if not command.site} == WITHOUT_SITE


WRONG = {
    "no address": "title: T\nbase_url: example.org\n",
    "a list": CLEAN + "home_briefs: [1]\n",
    "no diagnostic": CLEAN + "check: {ignore: [no-sumary]}\n",
    "no YAML": "title: [\n",
    "no mapping": "- title\n",
}
HEADS = {
    "clean": "tags: [rain]",
    "hints": "tags: [rain]\nkey_points: [No proof.]",
    "warnings": "tags: [rain]\ntagz: [rain]",
}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call.arguments))
def test_wrong_settings_have_status_2_in_every_command(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = made(tmp_path, WRONG["no address"])
    assert called(site, call.arguments, monkeypatch) == 2
    printed = capsys.readouterr()
    if "--format" not in call.arguments and call.arguments[:2] != ("build", "--json"):
        assert "site.yaml:2:11: error[config]: `example.org` is not a web address" in printed.out + printed.err or (
            "the site has no `base_url`" in printed.err
        )


@pytest.mark.parametrize("settings", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("arguments", [("new", "A brief"), ("tags", "list"), ("check", *NOW)], ids=lambda a: a[0])
def test_every_kind_of_wrong_setting_has_status_2(
    arguments: tuple[str, ...], settings: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert called(made(tmp_path, settings), arguments, monkeypatch) == 2


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call.arguments))
def test_hints_and_warnings_leave_the_status_at_0(
    call: Call, head: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert called(made(tmp_path, head=head), call.arguments, monkeypatch) == 0
    printed = capsys.readouterr()
    if "--json" in call.arguments or call.arguments[1:3] in (("--format", "json"), ("--format", "sarif")):
        json.loads(printed.out)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call.arguments))
def test_an_error_in_a_brief_is_counted_by_the_commands_that_check_briefs(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = made(tmp_path)
    (site / "briefings" / "broken.md").write_text("---\ndate: soon\n---\n", encoding="utf-8")
    assert called(site, call.arguments, monkeypatch) == call.with_error


@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call.arguments))
def test_no_control_character_of_a_text_reaches_the_terminal(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    quoted = json.dumps(ESC)
    site = made(tmp_path, title=quoted, head=f"tags: [rain, {quoted}]\nentities: [{quoted}]\nkey_points: [{quoted}]")
    (site / "briefings" / "tags.yaml").write_text(f"storm: {{label: {quoted}}}\n", encoding="utf-8")
    with (site / "briefings" / "entities.yaml").open("a", encoding="utf-8") as file:
        file.write(f"x: {{name: {quoted}, type: place}}\n")
    (site / "collected.txt").write_text(f"{ESC} opens\n\nThe new {ESC} opened on Friday.\n", encoding="utf-8")
    called(site, call.arguments, monkeypatch)
    printed = capsys.readouterr()
    assert printable(printed.out) == printed.out
    assert printable(printed.err) == printed.err
    if "--json" in call.arguments:
        json.loads(printed.out)


@given(st.text())
def test_a_text_in_json_means_the_same_after_its_control_characters_are_escaped(text: str) -> None:
    assert json.loads(printable(json.dumps(text, ensure_ascii=False))) == text
    assert printable(printable(text)) == printable(text)
    assert all(c in "\t\n" or (c.isprintable() or ord(c) > 0x9F) for c in printable(text))


def test_a_line_end_in_a_text_starts_no_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    fake = "x`\nbriefings/a.md: error[yaml]: gone"
    result = Result([f"one {fake}"], diagnostics=[report("no-article", fake, Place(fake), help=fake)])
    assert run_command(lambda _: result, Namespace(site_command=False)) == 0
    printed = capsys.readouterr()
    assert printed.out == "one x`\\u000abriefings/a.md: error[yaml]: gone\n"
    assert printed.err == (
        "x` briefings/a.md: error[yaml]: gone: warning[no-article]: x` briefings/a.md: error[yaml]: gone\n"
        "  help: x` briefings/a.md: error[yaml]: gone\n"
    )


def worst(found: list[Diagnostic], strict: bool) -> int:
    """The status in the words of the documentation."""
    errors = [d for d in found if d.severity is Severity.ERROR]
    if any(d.place.path == "site.yaml" or d.code == "config" for d in errors):
        return 2
    return int(bool(errors) or (strict and any(d.severity is Severity.WARNING for d in found)))


@given(
    st.lists(
        st.builds(
            lambda code, path: report(code, "x", Place(path)),
            st.sampled_from(["config", "yaml", "unknown-key", "other-encoding", "broken-link"]),
            st.sampled_from(["site.yaml", "briefings/a.md"]),
        ),
        max_size=5,
    ),
    st.booleans(),
)
def test_the_status_depends_on_the_worst_diagnostic_alone(found: list[Diagnostic], strict: bool) -> None:
    assert exit_status(found, strict) == exit_status(list(reversed(found)), strict) == worst(found, strict)


COUNTS: list[tuple[str, str]] = [
    ("tags: [rain]", "nothing wrong in 2 briefs"),
    ("tags: [rain]\nkey_points: [No proof., None.]", "2 hints"),
    ("tags: [rain]\ntagz: x\nkey_points: [No proof.]", "1 warning, 1 hint"),
    ("updated: soon\nexpires_at: late\ntags: [rain]\ntagz: x", "2 errors, 1 warning"),
]


@pytest.mark.parametrize(("head", "last"), COUNTS)
def test_check_prints_to_standard_output_errors_first_and_ends_with_a_count(
    head: str, last: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = made(tmp_path, head=head)
    status = called(site, ("check", *NOW), monkeypatch)
    printed = capsys.readouterr()
    assert (status, printed.err) == (int("error" in last), "")
    lines = printed.out.splitlines()
    assert lines[-1] == last
    shown = [word for line in lines for word in ("error", "warning", "hint") if f": {word}[" in line]
    assert shown == sorted(shown, key=["error", "warning", "hint"].index)


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        (("bulid",), "briefings: there is no command `bulid`\n  help: did you mean `build`?\n"),
        (("qqq",), "briefings: there is no command `qqq`\n  help: `briefings --help` lists all commands\n"),
        (("entities", "lsit"), "briefings: there is no command `entities lsit`\n  help: did you mean `list`?\n"),
        (("check", "--format", "jsn"), "briefings: `jsn` is not a value of `--format`\n  help: did you mean `json`?\n"),
        (
            ("check", "--format", "q"),
            "briefings: `q` is not a value of `--format`\n"
            "  help: use one of `text`, `json`, `github`, `sarif`, `junit`, `codeclimate`\n",
        ),
        (("bu\x1blid",), "briefings: there is no command `bu\\u001blid`\n  help: did you mean `build`?\n"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_one_that_may_be_meant(
    arguments: tuple[str, ...], err: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert (stopped.value.code, capsys.readouterr().err) == (2, err)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_but_one_mistyped_letter_is_recognised(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    name: str = command.name  # type: ignore[attr-defined]
    typed = name[0] + name[2] + name[1] + name[3:] if name[1] != name[2] else name[:-1] + "q"
    with pytest.raises(SystemExit):
        main([typed])
    assert f"there is no command `{typed}`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("stop", "err"), [(KeyboardInterrupt(), "stopped\n"), (KeyboardInterrupt("stopped; kept"), "stopped; kept\n")]
)
def test_a_stopped_command_has_status_130(
    stop: KeyboardInterrupt, err: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_: Namespace) -> Result:
        raise stop

    runs: Callable[[Namespace], Result] = run
    assert run_command(runs, Namespace(site_command=False)) == 130
    assert capsys.readouterr().err == err
