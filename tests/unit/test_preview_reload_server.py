"""The parts of livereload that are used without being documented are there and do what they are used for."""

import tomllib
from importlib.metadata import version
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from packaging.requirements import Requirement

from annotated_briefings.preview import reload_server

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_what_is_overridden_is_there_to_be_overridden() -> None:
    for own, theirs in ((reload_server._Watcher, Watcher), (reload_server._QuietServer, Server)):
        added = [name for name in vars(own) if not name.startswith("__") and not hasattr(theirs, name)]
        assert added == []
    assert vars(Watcher())["_tasks"] == {}
    assert LiveReloadHandler.DEFAULT_RELOAD_TIME >= 0


def test_the_required_version_of_a_package_with_overridden_parts_ends_at_the_next_minor_one() -> None:
    wanted = {Requirement(text).name: Requirement(text) for text in PROJECT["dependencies"]}
    for name in ("jinja2", "livereload"):
        major, minor, *_ = version(name).split(".")
        assert version(name) in wanted[name].specifier
        assert f"{major}.{int(minor) + 1}" not in wanted[name].specifier
