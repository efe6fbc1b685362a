"""An import-linter contract for modules without effects: what they import and call.

Of the standard library they import only modules that are listed as harmless. A harmless module may still hold a call
that reaches a clock, a disk or a random source: ``datetime`` is harmless, ``date.today()`` is not.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields
from importlinter.application import output

ROOT = Path(__file__).resolve().parents[2] / "generator"
FUNCTIONS = frozenset(
    {"open", "print", "input", "breakpoint", "exit", "quit", "__import__", "exec", "__builtins__", "hash"}
)
"""Built-in functions with effects; ``hash`` of a text is another one in each process."""
METHODS = frozenset({
    # clocks
    "now", "utcnow", "today", "localtime", "formatdate",
    # disks
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "touch", "rename", "iterdir",
    "rglob", "glob", "is_file", "exists", "stat", "lstat", "cwd", "expanduser", "FileIO", "open_code", "fromfile",
    "memmap",
    # the environment and chance
    "getenv", "urandom", "randint", "shuffle", "uuid4", "uuid1", "random", "default_rng",
})  # fmt: skip
"""Names of functions and methods with effects, whatever they belong to."""
CLOCKS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today"})
"""Methods that must not even be named, so that no other name is given to them."""
LOCAL_ZONE = {"fromtimestamp": 1, "astimezone": 0}
"""Methods that take the zone of the machine where they are called with so many arguments and no more."""


def _imported(tree: ast.Module) -> dict[str, str]:
    """The names that a module gives to modules of the standard library, with what they are."""
    return {
        alias.asname or alias.name.split(".")[0]: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.split(".")[0] in sys.stdlib_module_names
    }


def forbidden_calls(text: str) -> Iterator[tuple[int, str]]:
    """Line and name of each call in the text of a module that must not be made in the pure packages."""
    tree = ast.parse(text)
    modules = _imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            # `open` of an archive or a picture in memory is harmless; that of `io`, `gzip` or `codecs` is not.
            of_module = isinstance(node.func.value, ast.Name) and node.func.value.id in modules
            few = len(node.args) + len(node.keywords) <= LOCAL_ZONE.get(name, -1)
            if name in METHODS or few or (of_module and name in FUNCTIONS):
                yield node.lineno, name
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "getattr":
            named = [one.value for one in node.args if isinstance(one, ast.Constant)]
            yield from ((node.lineno, name) for name in named if name in METHODS | FUNCTIONS)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in sys.stdlib_module_names:
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in METHODS | FUNCTIONS)
        elif isinstance(node, ast.Attribute) and (ast.unparse(node) in CLOCKS or node.attr == "random"):
            yield node.lineno, node.attr
        elif isinstance(node, ast.Name) and node.id in FUNCTIONS:
            yield node.lineno, node.id


def standard_modules(text: str) -> Iterator[tuple[int, str]]:
    """Line and name of each module of the standard library that the text of a module imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            yield from ((node.lineno, name) for name in names if name.split(".")[0] in sys.stdlib_module_names)


class ForbiddenCalls(Contract):
    """No module of ``source_modules``, or below them, names a call with effects, or imports a module of the standard
    library that is not one of ``harmless_modules``; ``allowed`` lists exceptions as ``module:call``.
    """

    source_modules = fields.ListField(subfield=fields.StringField())
    harmless_modules = fields.SetField(subfield=fields.StringField())
    allowed = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        listed: Any = self.allowed
        allowed: frozenset[str] = frozenset(listed or ())
        sources: Any = self.source_modules
        harmless: Any = self.harmless_modules
        found: list[str] = []
        used: set[str] = set()
        imported: set[str] = set()
        for module in sorted(graph.modules):
            if not any(module == one or module.startswith(f"{one}.") for one in sources):
                continue
            path = ROOT.joinpath(*module.split("."))
            path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            text = path.read_text(encoding="utf-8")
            modules = list(standard_modules(text))
            imported |= {name for _, name in modules}
            wrong = [
                *((line, "calls", name) for line, name in forbidden_calls(text)),
                *((line, "imports", name) for line, name in modules if name not in harmless),
            ]
            for line, does, name in wrong:
                exception = f"{module}:{name}"
                used.add(exception)
                if exception not in allowed:
                    found.append(f"{module}:{line} {does} {name}")
        found += [f"{exception} is allowed and does not occur" for exception in sorted(allowed - used)]
        found += [f"{name} is called harmless and is not imported" for name in sorted(harmless - imported)]
        metadata: dict[str, Any] = {"found": found}
        return ContractCheck(kept=not found, metadata=metadata)

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["found"]:
            output.print_error(line)
