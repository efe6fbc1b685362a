"""The import rules of the house."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
FLOORS = {
    "base": (),
    "content": ("base",),
    "intake": ("base",),
    "site": ("base", "content"),
    "output": ("base", "site"),
    "run": ("base", "content", "intake", "site", "output"),
}
"""Floor to the floors below it that it may import."""
TOP = {
    "serve.py": ("base", "run", "desk", "serve_page"),
    "serve_page.py": ("base", "content", "desk"),
    "desk.py": ("base", "run"),
    "cli.py": ("cli_frame", "run"),
    "cli_frame.py": ("base", "run"),
    "cli_annotations.py": ("base", "intake", "run", "cli_frame"),
    "cli_build.py": ("base", "run", "cli_frame"),
    "cli_desk.py": ("base", "run", "site", "cli_frame"),
    "cli_entities.py": ("base", "run", "cli_registry", "cli_frame"),
    "cli_explain.py": ("base", "run", "cli_frame"),
    "cli_import.py": ("base", "intake", "run", "cli_frame"),
    "cli_registry.py": ("base", "run", "cli_frame"),
    "cli_serve.py": ("base", "run", "serve", "cli_frame"),
    "cli_start.py": ("base", "run", "cli_frame"),
    "__main__.py": ("cli",),
    "__init__.py": (),
}
HOMES = {
    "yaml": ("base/yamltext.py",),
    "markdown_it": ("content/commonmark.py", "content/inlines.py", "content/markdown.py"),
    "mdit_py_plugins": ("content/commonmark.py",),
    "filelock": ("run/locking.py",),
    "charset_normalizer": ("intake/formats/text.py",),
    "jinja2": ("output/render.py", "output/templates.py"),
    "markupsafe": ("output/render.py", "output/templates.py"),
    "babel": ("base/words.py",),
    "rapidfuzz": ("content/annotations.py", "content/meaning.py"),
    "rcssmin": ("output/assets.py",),
    "PIL": ("output/social.py", "output/dimensions.py"),
    "font_source_serif_pro": ("run/theme.py",),
    "pagefind": ("run/searching.py",),
    "cbor2": ("run/searching.py",),
    "bs4": ("intake/formats/markup.py", "intake/formats/web.py"),
    "trafilatura": ("intake/formats/web.py",),
    "feedparser": ("intake/formats/feed.py",),
    "docx": ("intake/formats/office.py",),
    "pypdf": ("intake/formats/office.py",),
    "pycrfsuite": ("intake/entity_tagger.py",),
    "tqdm": ("run/progress.py",),
    "css_inline": ("output/mail.py",),
    "pyld": ("intake/foreign_notes.py",),
    "urllib3": ("run/asking.py",),
    "numpy": ("intake/shingles.py",),
    "merge3": ("run/merging.py",),
    "warcio": ("intake/formats/detect.py",),
    "watchfiles": ("serve.py",),
    "livereload": ("serve.py",),
    "tornado": ("serve.py",),
}
"""Third-party package to the only modules that may import it."""
EFFECTS = {"os", "shutil", "sqlite3", "subprocess", "time", "random", "logging", "socket", "tempfile", "threading",
           "urllib.request", "concurrent", "multiprocessing", "glob"}
"""Standard modules with side effects: only for run, serve and cli."""
LATE = {"run/building.py": "generator.run.making", "cli_build.py": "generator.run.asking",
        "cli.py": "generator.run.locking"}
"""The only imports inside functions: what takes long to import and is mostly not needed. (`cli.py` imports the module
of the command that is called.)"""
BANNED_NAMES = {"utils", "helpers", "common", "core", "manager"}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: relative import"
            yield node.lineno, node.module or ""


def floor_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_its_own_floor_and_lower_ones(path: Path) -> None:
    floor = floor_of(path)
    allowed = TOP.get(floor) if floor in TOP else (floor, *FLOORS[floor])
    assert allowed is not None
    wrong = [
        f"generator/{path.relative_to(PACKAGE)}:{line}: {floor} may not import {name.split('.')[1]}"
        for line, name in imports(path)
        if name.startswith("generator.") and name.split(".")[1] not in allowed
    ]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_third_party_package_has_one_home(path: Path) -> None:
    own = path.relative_to(PACKAGE).as_posix()
    standard = sys.stdlib_module_names
    for line, name in imports(path):
        top = name.split(".")[0]
        if top in standard or top == "generator":
            continue
        assert top in HOMES, f"{own}:{line}: {top} is not among the packages this product uses"
        assert own in HOMES[top], f"{own}:{line}: {top} lives in {HOMES[top]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_below_run_has_side_effects(path: Path) -> None:
    if floor_of(path) == "run" or path.name.startswith(("serve", "desk", "cli")):
        return
    own = path.relative_to(PACKAGE).as_posix()
    for line, name in imports(path):
        assert not {name, name.split(".")[0]} & EFFECTS, f"{own}:{line}: {name} has side effects"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("open", "print", "input"), f"{own}:{node.lineno}: {node.func.id}()"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "datetime":
            assert node.attr not in ("now", "utcnow", "today"), f"{own}:{node.lineno}: the clock"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_is_small_and_well_named(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_import_hides_in_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed = LATE.get(path.relative_to(PACKAGE).as_posix())
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inner = [n.lineno for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))
                     and not (isinstance(n, ast.ImportFrom) and n.module == allowed)]
            assert inner == [], f"{path.name}: imports inside {node.name}"


def test_every_module_imports_alone_in_a_fresh_interpreter() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in MODULES if path.name != "__main__.py"
    ]
    # One interpreter, emptied between imports: a circle shows itself whichever module comes first.
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}:\n"
        "    for loaded in [m for m in sys.modules if m.split('.')[0] == 'generator']:\n"
        "        del sys.modules[loaded]\n"
        "    importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
