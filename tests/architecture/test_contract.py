"""What templates may see, and what the documents say."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

import pytest
from expected_files import assert_current
from jinja2 import Environment, meta
from parsed_modules import parsed
from small_site import settled_site

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.values import field_names
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.output.render import NAMES

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "briefings"
TEMPLATES = sorted(p for p in (ROOT / "templates").rglob("*") if p.is_file())
MODULES = sorted((ROOT / "generator" / "annotated_briefings").rglob("*.py"))
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
MODULES_HEAD = """# Modules

Every package and every module in the first sentence of its docstring: what [the map](README.md) has no room for.
`pytest tests/architecture --update-golden` writes this page.
"""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_sees_its_view_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    imported = {name.strip() for names in re.findall(r" import (.+?) %}", text) for name in names.split(",")}
    imported |= set(re.findall(r" as (\w+) %}", text))
    own = set(re.findall(r"{% set (\w+)", text))
    tree = Environment(autoescape=True).parse(text)
    assert meta.find_undeclared_variables(tree) - imported - own <= set(NAMES)


def test_every_field_of_a_public_value_has_its_meaning_under_it() -> None:
    assert [fault for path in MODULES for fault in fields_without_meaning(path.name, parsed(path))] == []


def fields_without_meaning(name: str, tree: ast.Module) -> Iterator[str]:
    """Public classes without a docstring, and their fields without one under them."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        frozen = any("dataclass" in ast.unparse(d) and "frozen=True" in ast.unparse(d) for d in node.decorator_list)
        if not frozen and "Value" not in map(ast.unparse, node.bases):
            continue
        if not ast.get_docstring(node):
            yield f"{name}:{node.lineno}: {node.name} has no docstring"
        for item, after in zip_longest(node.body, node.body[1:]):
            if isinstance(item, ast.AnnAssign) and not (isinstance(after, ast.Expr) and is_text(after.value)):
                yield f"{name}:{item.lineno}: {node.name}.{ast.unparse(item.target)} has no docstring under it"


def is_text(node: ast.expr) -> bool:
    """Whether an expression is a string that is not empty."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value.strip())


def test_every_public_function_and_class_says_what_it_is() -> None:
    assert [fault for path in MODULES for fault in without_docstring(path.name, parsed(path))] == []


def without_docstring(name: str, tree: ast.Module) -> Iterator[str]:
    """Public functions, classes and methods without a docstring."""
    public = [n for n in tree.body if isinstance(n, FUNCTION | ast.ClassDef) and not n.name.startswith("_")]
    members = [m for n in public if isinstance(n, ast.ClassDef) for m in n.body if isinstance(m, FUNCTION)]
    for node in (*public, *(m for m in members if not m.name.startswith("_"))):
        if not ast.get_docstring(node):
            yield f"{name}:{node.lineno}: {node.name} has no docstring"


def test_what_has_no_docstring_is_found() -> None:
    tree = ast.parse(
        "def a():\n    pass\n\nasync def b():\n    pass\n\ndef _c():\n    pass\n\n"
        '@dataclass(frozen=True)\nclass D:\n    x: int\n    y: int\n    """Meaning."""\n    z: int\n    1\n\n'
        "    def e(self):\n        pass\n"
    )
    assert list(without_docstring("m.py", tree)) == [
        f"m.py:{line}: {name} has no docstring" for line, name in ((1, "a"), (4, "b"), (11, "D"), (18, "e"))
    ]
    assert list(fields_without_meaning("m.py", tree)) == [
        "m.py:11: D has no docstring",
        "m.py:12: D.x has no docstring under it",
        "m.py:15: D.z has no docstring under it",
    ]


def list_of_modules() -> str:
    """MODULES.md: packages and their modules, each with the first sentence of its docstring."""
    folder = ROOT / "generator" / "annotated_briefings"
    out = [MODULES_HEAD]
    for package in sorted({path.parent for path in MODULES}):
        name = package.relative_to(folder).as_posix()
        if name != ".":
            out.append(f"\n## {name}/\n\n{first_sentence(package / '__init__.py')}\n")
            out += [
                f"- `{p.stem}`: {first_sentence(p)}" for p in sorted(package.glob("*.py")) if p.name != "__init__.py"
            ]
    return "\n".join(out) + "\n"


def first_sentence(path: Path) -> str:
    """The first sentence of a module's docstring, on whatever lines it is."""
    paragraph = " ".join((ast.get_docstring(parsed(path)) or "").partition("\n\n")[0].split())
    return re.split(r"(?<=\.) (?=[A-Z])", paragraph)[0]


def test_the_list_of_modules_has_the_first_sentence_of_each(update_golden: bool) -> None:
    assert_current(ROOT / "generator" / "MODULES.md", list_of_modules(), update_golden)


def test_a_module_says_what_it_is_in_a_whole_sentence() -> None:
    result = {path.name: first_sentence(path) for path in MODULES}
    assert [name for name, text in result.items() if not re.fullmatch(r"[A-Z`@].{14,259}[.:]`?", text)] == []


def test_the_map_is_one_page() -> None:
    lines = (ROOT / "generator" / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 90
    assert max(map(len, lines)) <= 120


def test_the_documentation_names_every_setting() -> None:
    settings = (PAGES / "settings.md").read_text(encoding="utf-8")
    # What is made of another setting has no line of its own.
    for field in set(field_names(Config)) - {"written_zone"}:
        assert f"`{field.removesuffix('_fields')}`" in settings, field


def test_the_example_of_a_look_gives_what_it_promises(tmp_path: Path) -> None:
    text = (PAGES / "theming.md").read_text(encoding="utf-8")
    settled_site(tmp_path)
    files = re.findall(r"^`((?:static|templates)/\S+)`\n\n```\w+\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(files) == 3
    for name, content in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    report = build(BuildRequest(tmp_path, datetime(2026, 5, 1, tzinfo=UTC), search=False))
    assert [d for d in report.diagnostics if d.severity is not Severity.HINT] == []
    page = (tmp_path / "_site" / "briefs" / "tideworks-first-turbine" / "index.html").read_text(encoding="utf-8")
    assert page.index('<p class="meta">1\u00a0source</p>') < page.index('id="points"')
    assert ">News</a>" in page
    [css] = (tmp_path / "_site" / "css").glob("site.*.css")
    assert "--accent:light-dark(#0b5d66,#7fd0da)" in css.read_text(encoding="utf-8")


def test_the_readme_is_a_page_and_a_half() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 110
    assert max(map(len, lines)) <= 120


def test_no_document_or_source_names_a_machine_or_a_registry() -> None:
    pattern = re.compile(r"/wor[k]/|(?<!static)/roo[t]/|https?://[a-z.]*/simple|index-ur[l]|TOD[O]|FIXM[E]")
    folders = ("generator", "templates", "static", "briefings", "tests", "bench", "docs")
    # Other tests build the site of the documentation at the same time.
    foreign = {"__pycache__", "node_modules", ".cache", "_site"}
    files = [p for f in folders for p in (ROOT / f).rglob("*") if p.is_file() and not foreign & set(p.parts)]
    files += [p for p in ROOT.iterdir() if p.is_file() and p.name != ".git"]
    for path in files:
        if path.suffix not in (".png", ".pyc", ".ico"):
            assert not pattern.search(path.read_text(encoding="utf-8", errors="replace")), path
