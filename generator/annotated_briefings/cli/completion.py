"""Completion of commands, options and names in shells. The only module that knows argcomplete.

The shell starts the command with the variable ``_ARGCOMPLETE`` set, and reads what the word at the cursor may become.
"""

import argparse
import os
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import argcomplete
from argcomplete.shell_integration import shellcode

from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import BRIEFINGS, ENTITIES, STORIES, TAGS
from annotated_briefings.project.paths import find_site

SHELLS = ("bash", "zsh", "fish", "powershell")
"""Shells that names are completed in."""
_ID = regex(r"""^(?![#\s])(["']?)([^\s:#"']+)\1\s*:(?=\s|$)""", re.MULTILINE)
"""The id of an entry of a list: a key that begins its line, in quotation marks or without."""


def shell_script(shell: str) -> str:
    """The script that makes a shell ask us; ``shell`` is one of ``SHELLS``."""
    text: str = shellcode(["briefings"], shell=shell)
    return text


def complete(parser_for: Callable[[str | None], argparse.ArgumentParser], called: Callable[[list[str]], str]) -> None:
    """Answer the shell and end the process; do nothing where it asks for nothing.

    ``parser_for`` gives the parser with the options of one command, ``called`` the command of some words.
    """
    if "_ARGCOMPLETE" not in os.environ:
        return
    try:
        words = shlex.split(os.environ.get("COMP_LINE", ""))[1:]
    except ValueError:
        # A quotation mark is still open.
        words = os.environ.get("COMP_LINE", "").split()[1:]
    parser = parser_for(called(words))
    _add_names(parser, "")
    argcomplete.autocomplete(parser)


def _add_names(parser: argparse.ArgumentParser, path: str) -> None:
    """Let the arguments that name something of a site be completed with what the site has."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                _add_names(inner, f"{path} {name}".strip())
        else:
            names = _names_for(path, str(action.metavar or ""))
            if names is not None:
                action.completer = _completer(names)  # type: ignore[attr-defined]


def _names_for(path: str, metavar: str) -> Callable[[Path], Iterator[str]] | None:
    """What completes an argument, by its command and its name in the help."""
    lists = {"entities": ENTITIES, "tags": TAGS, "stories": STORIES}
    if metavar == "BRIEF":
        return _briefs
    if metavar in ("A", "B") and (file := lists.get(path.split(" ")[0])):
        return lambda root: (found[2] for found in _ID.finditer(_text(root / file)))
    if metavar == "CODE" and path == "explain":
        return lambda _: _codes()
    return None


def _completer(names: Callable[[Path], Iterator[str]]) -> Callable[..., list[str]]:
    def found(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
        root = find_site(getattr(parsed_args, "site", None) or Path())
        return [name for name in names(root) if name.startswith(prefix)] if root else []

    return found


def _briefs(root: Path) -> Iterator[str]:
    return (path.stem for path in sorted((root / BRIEFINGS).rglob("*.md")) if not path.name.startswith("."))


def _codes() -> Iterator[str]:
    # Most completions need none of them.
    from annotated_briefings.site.checks.table import CODES

    return iter(CODES)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
