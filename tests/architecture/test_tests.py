"""Rules of the tests themselves: each says its rule in words, and lies where a newcomer looks for it."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
PACKAGE = ROOT / "generator" / "annotated_briefings"
FILES = sorted(p for p in TESTS.rglob("*.py") if "node_modules" not in p.parts)
NO_WORDS = re.compile(r"[^a-z]*(?:\band\b[^a-z]*)*")
"""What holds no word of a sentence: signs, digits, and the capitals of ids."""
TIMED = {"commands/test_killed.py"}
"""The only tests that may sleep: there it is the moment of a kill."""


def test_a_docstring_of_a_test_says_its_rule_in_words() -> None:
    wordless = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and NO_WORDS.fullmatch(ast.get_docstring(node) or "words")
    ]
    assert wordless == []


def test_ids_alone_are_no_words() -> None:
    for text in ("IN-01", "SE-07, SE-10", "IM-01 and DD-02.", ""):
        assert NO_WORDS.fullmatch(text), text
    for text in ("Tags are one. (TX-02)", "TX-03: slashes"):
        assert not NO_WORDS.fullmatch(text), text


def test_a_unit_test_is_named_for_the_package_that_it_tests() -> None:
    packages = {p.parent.relative_to(PACKAGE).as_posix().replace("/", "_") for p in PACKAGE.rglob("__init__.py")}
    unit = [path.stem.removeprefix("test_") for path in (TESTS / "unit").glob("test_*.py")]
    homeless = [name for name in unit if not any(f"{name}_".startswith(f"{package}_") for package in packages)]
    assert [name for name in homeless if not name.startswith("helpers_")] == []


def test_documents_and_code_name_only_tests_that_are_there() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *(ROOT / "generator").rglob("*.md"), ROOT / "Makefile"]
    for path in (*pages, *(ROOT / "bench").rglob("*.md"), *PACKAGE.rglob("*.py")):
        for name in re.findall(r"\btests/[\w/]+\.py\b", path.read_text(encoding="utf-8")):
            assert (ROOT / name).is_file(), f"{path.relative_to(ROOT)} names {name}"


def test_no_test_has_the_browser_evaluate_text_again_which_a_policy_forbids() -> None:
    calls = re.compile(r"\.wait_for_function\(")
    assert [p.name for p in FILES if calls.search(p.read_text(encoding="utf-8"))] == []


def test_no_test_sleeps() -> None:
    calls = re.compile(r"\bsleep\((?!\))")
    sleepy = {p.relative_to(TESTS).as_posix() for p in FILES if calls.search(p.read_text(encoding="utf-8"))}
    assert sleepy - {"architecture/test_tests.py"} <= TIMED
