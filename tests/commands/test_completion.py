"""Completion in shells: commands, options, and the names of a site."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from processes import BRIEFINGS, running
from programs import need
from small_site import Case

from annotated_briefings.cli.completion import SHELLS
from annotated_briefings.cli.main import COMMANDS, main, parser_for


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = Case(tmp_path_factory.mktemp("completion") / "site")
    case.brief("quay-strike", "title: Quay strike")
    case.brief("quay-opens", "title: Quay opens")
    case.write("briefings/entities.yaml", "# A comment: none\ntideworks:\n  name: Tideworks\naldra: {name: Aldra}\n")
    case.write("briefings/tags.yaml", "tides:\n  label: Tides\n'2026': {label: Year}\n\"on\" :\n  label: On\n")
    return case.root


def completed(line: str, folder: Path) -> list[str]:
    """What the shell is offered for the last word of a line."""
    answer = folder / "answer"
    environment = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "_ARGCOMPLETE_IFS": "\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    with running(BRIEFINGS, env=environment, cwd=folder, forked=True) as process:
        process.wait(timeout=60)
    return [word.strip() for word in answer.read_text(encoding="utf-8").split("\n")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("briefings buil", ["build"]),
        ("briefings build --dr", ["--drafts"]),
        ("briefings attach quay-", ["quay-opens", "quay-strike"]),
        ("briefings entities merge ti", ["tideworks"]),
        ("briefings tags rename ti", ["tides"]),
        ("briefings tags rename 2", ["2026"]),
        ("briefings tags rename o", ["on"]),
        ("briefings explain unsupported-q", ["unsupported-quote"]),
        ("briefings completion po", ["powershell"]),
        ("briefings confirm 'quay-s", ["quay-strike"]),
    ],
)
def test_words_are_completed_with_what_the_site_has(site: Path, line: str, words: list[str]) -> None:
    assert completed(line, site) == words


def test_outside_a_site_there_is_nothing_to_complete_a_name_with(tmp_path: Path) -> None:
    assert completed("briefings attach quay-", tmp_path) == [""]


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_that_asks_us(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    assert "briefings" in text
    assert "_ARGCOMPLETE" in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="not installed: bash")
def test_bash_completes_a_command_with_the_script(site: Path) -> None:
    folder = Path(sys.executable).parent
    script = (
        f'PATH="{folder}:$PATH"; eval "$(briefings completion bash)"; COMP_LINE="briefings statu"; COMP_POINT=15;'
        " COMP_WORDS=(briefings statu); COMP_CWORD=1; COMP_TYPE=9; _python_argcomplete briefings; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", script], cwd=site, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() == "status"


def in_shell(shell: str, script: str, site: Path) -> str:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    command = [need(shell), "-c", script]
    done = subprocess.run(
        command, cwd=site, capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "PATH": path}
    )
    return done.stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [("briefings statu", ["status"]), ("briefings attach ", ["quay-opens", "quay-strike"])],
)
def test_fish_completes_a_command_and_a_name_with_the_script(site: Path, line: str, offered: list[str]) -> None:
    printed = in_shell("fish", f"briefings completion fish | source; complete -C '{line}'", site)
    words = [row.split("\t")[0].strip() for row in printed.splitlines()]
    assert [word for word in words if not word.startswith("-")] == offered


# A second zsh is typed into; the first one prints what became of the line before it was run.
ZSH = r"""
zmodload zsh/zpty
zpty typed zsh -f
zpty -w typed 'PS1=; autoload -Uz compinit; compinit -u -D; eval "$(briefings completion zsh)"
preexec() { print -r -- "RUN:<$1>" }; print REA""DY'
while zpty -r typed line; do [[ $line == READY* ]] && break; done
zpty -w -n typed $'briefings statu\t\n'
while zpty -r typed line; do [[ $line == *RUN:* ]] && print -r -- "${line##*RUN:}" && break; done
zpty -d typed
"""


@pytest.mark.skipif(os.name == "nt", reason="not installed: zsh")
def test_zsh_completes_a_command_with_the_script(site: Path) -> None:
    assert in_shell("zsh", ZSH, site).strip() == "<briefings status>"


@pytest.mark.parametrize(
    "call", [call for command in COMMANDS for call in command.examples], ids=lambda call: str(call)[:30]
)
def test_each_example_of_the_help_is_a_call_that_is_understood(call: str) -> None:
    words = shlex.split(call)
    assert parser_for(words[0]).parse_args(words).command == words[0]


def test_the_help_of_a_command_ends_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert capsys.readouterr().out.endswith(
        "\nexamples:\n  briefings check\n  briefings check briefings/quay-strike.md --strict\n"
    )
