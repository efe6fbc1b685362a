"""Syntax trees of modules, each read once by a worker; tests that ask for them run in one worker."""

import ast
from functools import cache
from pathlib import Path

import pytest


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


in_one_worker = pytest.mark.xdist_group("architecture")
