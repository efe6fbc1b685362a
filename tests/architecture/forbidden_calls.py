"""An import-linter contract for what imports cannot show: calls of a clock, a disk or a random source.

``datetime`` and ``Path`` are harmless as types; ``date.today()`` and ``path.read_text()`` are not.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields
from importlinter.application import output

ROOT = Path(__file__).resolve().parents[2] / "generator"
FUNCTIONS = frozenset({"open", "print", "input", "breakpoint", "exit", "quit", "__import__"})
"""Built-in functions with effects."""
METHODS = frozenset({
    # clocks
    "now", "utcnow", "today",
    # disks
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "touch", "rename", "iterdir",
    "rglob", "glob", "is_file", "exists", "stat", "lstat", "cwd", "expanduser",
    # the environment and chance
    "getenv", "urandom", "randint", "shuffle", "uuid4", "uuid1",
})  # fmt: skip
"""Methods with effects, whatever they are called on."""

CLOCKS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today"})
"""Methods that must not even be named, so that no other name is given to them."""


def forbidden_calls(text: str) -> Iterator[tuple[int, str]]:
    """Line and name of each call in the text of a module that must not be made in the pure packages."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            yield node.lineno, node.func.attr
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS:
            yield node.lineno, node.attr
        elif isinstance(node, ast.Name) and node.id in FUNCTIONS:
            yield node.lineno, node.id


class ForbiddenCalls(Contract):
    """No module of ``source_modules``, or below them, names a call with effects; ``allowed`` lists ``module:call``."""

    source_modules = fields.ListField(subfield=fields.StringField())
    allowed = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        listed: Any = self.allowed
        allowed: frozenset[str] = frozenset(listed or ())
        sources: Any = self.source_modules
        found: list[str] = []
        used: set[str] = set()
        for module in sorted(graph.modules):
            if not any(module == one or module.startswith(f"{one}.") for one in sources):
                continue
            path = ROOT.joinpath(*module.split("."))
            path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            for line, name in forbidden_calls(path.read_text(encoding="utf-8")):
                exception = f"{module}:{name}"
                used.add(exception)
                if exception not in allowed:
                    found.append(f"{module}:{line} calls {name}")
        found += [f"{exception} is allowed and does not occur" for exception in sorted(allowed - used)]
        metadata: dict[str, Any] = {"found": found}
        return ContractCheck(kept=not found, metadata=metadata)

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["found"]:
            output.print_error(line)
