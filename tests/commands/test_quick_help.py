"""Help and completion need the options of a command, and nothing of what it does."""

import json
import os
import subprocess
import sys
from importlib import import_module

import pytest

from annotated_briefings.cli import choices
from annotated_briefings.cli.main import COMMANDS
from annotated_briefings.content.model import ENTITY_TYPES
from annotated_briefings.editing.annotation_exchange import HYPOTHESIS, W3C
from annotated_briefings.reports import pending, status
from annotated_briefings.site.pages.digests.choice import ORDERS

MOST = 50
"""The most modules of the package, which has some 700, that help may import."""
HEAVY = (
    "annotated_briefings.build annotated_briefings.cli.commands annotated_briefings.content "
    "annotated_briefings.editing annotated_briefings.importer annotated_briefings.output annotated_briefings.preview "
    "annotated_briefings.reports annotated_briefings.site asyncio babel bs4 concurrent.futures css_inline jinja2 "
    "livereload lxml markdown_it multiprocessing numpy PIL rapidfuzz selectolax sqlite3 ssl tornado trafilatura "
    "urllib3 yaml"
).split()


def imported_by(script: str, tmp_path: object, **environ: str) -> tuple[list[str], int]:
    """The heavy modules that a script imports, and how many modules of the package."""
    file = f"{tmp_path}/modules"
    noted = f"atexit.register(lambda: json.dump(sorted(sys.modules), open({file!r}, 'w')))"
    whole = f"import atexit, json, sys\n{noted}\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, check=False, env={**os.environ, **environ}
    )
    assert "Traceback" not in done.stderr
    with open(file, encoding="utf-8") as read:
        modules = json.load(read)
    ours = sum(name.startswith("annotated_briefings") for name in modules)
    return [name for name in HEAVY if name in modules], ours


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_help_of_a_command_imports_its_options_alone(command: str, tmp_path: object) -> None:
    script = f"from annotated_briefings.cli.main import main\nmain([{command!r}, '--help'])"
    heavy, ours = imported_by(script, tmp_path)
    assert heavy == []
    assert ours <= MOST


@pytest.mark.parametrize("line", ["briefings ", "briefings status --", "briefings status --kind ", "briefings tags m"])
def test_completion_imports_no_more(line: str, tmp_path: object) -> None:
    """Nor does what completes a word; argcomplete ends the process at once, which is undone here."""
    script = "import os\nos._exit = sys.exit\nfrom annotated_briefings.cli.main import main\nmain([])"
    heavy, ours = imported_by(
        script,
        tmp_path,
        _ARGCOMPLETE="1",
        COMP_LINE=line,
        COMP_POINT=str(len(line)),
        _ARGCOMPLETE_STDOUT_FILENAME=f"{tmp_path}/words",
    )
    assert heavy == []
    assert ours <= MOST
    with open(f"{tmp_path}/words", encoding="utf-8") as read:
        assert read.read()


def test_the_values_of_options_are_those_of_the_modules_that_define_them() -> None:
    assert choices.ENTITY_TYPES == ENTITY_TYPES
    assert choices.NOTE_SHAPES == (W3C, HYPOTHESIS)
    assert dict(choices.ORDERS) == dict(ORDERS)
    assert pending.KINDS[1:] == choices.PENDING_KINDS
    assert choices.STATUS_KINDS == status.KINDS


def test_every_command_has_options_and_what_they_run() -> None:
    for command in COMMANDS:
        options = import_module(f"annotated_briefings.cli.arguments.{command.module}")
        assert options.add_options.__doc__, command.name
        assert import_module(f"annotated_briefings.cli.commands.{command.module}").__doc__, command.name
