"""Rules that modules keep besides those of import-linter (see pyproject.toml)."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from parsed_modules import parsed

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "annotated_briefings"
MODULES = sorted(PACKAGE.rglob("*.py"))
HOMES = {
    "msgspec": ("base/values.py", "base/digest.py"),
    "yaml": ("base/yaml/reader.py",),
    "markdown_it": (
        "content/markdown/commonmark.py",
        "content/markdown/comments.py",
        "content/markdown/inlines.py",
        "content/markdown/wikilinks.py",
        "content/markdown/blocks.py",
        "content/markdown/addresses.py",
        "content/markdown/east_asian.py",
        "content/markdown/footnotes.py",
        "content/markdown/nesting.py",
        "content/markdown/tables.py",
    ),
    "linkify_it": ("content/markdown/addresses.py",),
    "mdit_py_plugins": ("content/markdown/commonmark.py",),
    "filelock": ("storage/locks.py",),
    "argcomplete": ("cli/completion.py",),
    "charset_normalizer": ("intake/formats/encodings/decode.py",),
    "jinja2": ("output/render.py", "output/templates.py"),
    "markupsafe": ("output/render.py", "output/templates.py"),
    "babel": (
        "base/i18n.py",
        "base/meant/languages.py",
        "base/meant/locales.py",
        "base/meant/zones.py",
        "base/numbers/figure_text.py",
    ),
    "rapidfuzz": (
        "base/diagnostics/similar.py",
        "content/annotations.py",
        "base/meaning/guard.py",
        "intake/dedup/repeated_text.py",
    ),
    "rcssmin": ("output/assets.py",),
    "PIL": ("output/social_cards.py", "output/images.py", "output/pictures/smaller.py"),
    "font_source_serif_pro": ("project/package_data.py",),
    "platformdirs": ("engine/machine_key.py",),
    "bs4": (
        "intake/formats/hidden.py",
        "intake/formats/html/blocks.py",
        "intake/formats/html/entries.py",
        "intake/formats/html/headings.py",
        "intake/formats/html/inline.py",
        "intake/formats/html/labelled_lines.py",
        "intake/formats/html/page_facts.py",
        "intake/formats/html/page_parts.py",
        "intake/formats/html/page_text.py",
        "intake/formats/html/selections.py",
        "intake/formats/html/tables.py",
        "intake/formats/html/tree.py",
        "intake/formats/unseen/consent.py",
        "intake/formats/unseen/folded.py",
        "intake/formats/unseen/left.py",
        "intake/formats/unseen/lines.py",
        "intake/formats/unseen/stated.py",
        "intake/formats/mail/blocks.py",
        "intake/formats/mail/stories.py",
        "intake/formats/markup/hocr.py",
        "intake/formats/html/page_access.py",
        "intake/formats/html/page_notices.py",
        "intake/formats/html/page_dates.py",
        "intake/formats/web.py",
        "intake/formats/channels/pages.py",
    ),
    "trafilatura": ("intake/formats/html/extractor.py",),
    "feedparser": ("intake/formats/feeds/feed.py",),
    "pdfminer": ("intake/formats/office/pdf/letters.py",),
    "py3langid": ("intake/cleaning/spoken.py",),
    "tqdm": ("engine/progress.py",),
    "selectolax": ("output/html_links.py",),
    "css_inline": ("output/mail.py",),
    "urllib3": ("importer/fetch/client.py",),
    "numpy": ("intake/dedup/repeated_text.py", "intake/dedup/shingles.py", "intake/ner/crf.py"),
    "warcio": ("intake/formats/packed/archives.py",),
    "watchfiles": ("preview/server.py",),
    "livereload": ("preview/reload_server.py",),
    "tornado": ("preview/reload_server.py",),
}
"""Third-party package to the only modules that may import it."""
CALLED = {
    "bs4": "beautifulsoup4",
    "linkify_it": "linkify-it-py",
    "markdown_it": "markdown-it-py",
    "PIL": "pillow",
    "pdfminer": "pdfminer.six",
    "yaml": "pyyaml",
}
"""Import names that differ from the names of their distributions."""
LATE = {
    ("base/diagnostics/similar.py", "rapidfuzz"),
    ("build/run.py", "annotated_briefings.build.after_edits.edited_build"),
    ("build/run.py", "annotated_briefings.build.after_edits.last_build"),
    ("build/run.py", "annotated_briefings.build.pipeline"),
    ("cli/completion.py", "annotated_briefings.site.checks.table"),
    ("project/derive.py", "annotated_briefings.project.reprints"),
    ("cli/commands/about/man.py", "annotated_briefings.cli.main"),
    ("cli/main.py", "annotated_briefings.cli.completion"),
    ("cli/commands/check.py", "annotated_briefings.reports.external_links"),
    ("cli/commands/import_.py", "annotated_briefings.cli.import_run"),
    ("cli/run_command.py", "annotated_briefings.project.settings"),
    ("cli/run_command.py", "annotated_briefings.storage.locks"),
    ("importer/inputs.py", "annotated_briefings.intake.formats.mail.mailbox"),
    ("intake/cleaning/spoken.py", "py3langid.langid"),
    ("intake/formats/feeds/feed.py", "feedparser"),
    ("intake/formats/html/extractor.py", "trafilatura"),
    ("intake/formats/html/extractor.py", "trafilatura.metadata"),
    ("intake/formats/packed/archives.py", "warcio.archiveiterator"),
    ("intake/formats/packed/archives.py", "warcio.exceptions"),
    ("intake/formats/office/readers.py", "annotated_briefings.intake.formats.office.pdf"),
    ("intake/reading.py", "annotated_briefings.intake.formats.detect"),
    ("output/comments/kinds.py", "annotated_briefings.content.markdown.blocks"),
    ("output/packed_texts.py", "annotated_briefings.intake.formats.office.pdf.letters"),
}
"""The only imports inside functions: what takes long to import and is mostly not needed. (`cli/main.py` imports the
module of the command that is called.)"""
BANNED_NAMES = {"utils", "helpers", "common", "core", "manager"}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module imports."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: relative import"
            yield node.lineno, node.module or ""


def test_a_third_party_package_has_one_home() -> None:
    faults = []
    for path in MODULES:
        own = path.relative_to(PACKAGE).as_posix()
        for line, name in imports(path):
            top = name.split(".")[0]
            if top in sys.stdlib_module_names or top == "annotated_briefings":
                continue
            if top not in HOMES:
                faults.append(f"{own}:{line}: {top} is not among the packages this product uses")
            elif own not in HOMES[top]:
                faults.append(f"{own}:{line}: {top} lives in {HOMES[top]}")
    assert faults == []


def test_one_module_reads_and_writes_the_files_of_the_ledger() -> None:
    home = PACKAGE / "storage" / "ledger.py"
    # `Place(LEDGER)` in a message and LEDGER among changed files are names only.
    inside = re.compile(r"\bLEDGER_PARTS\b|\bappend_lines\(|/ LEDGER\b|read_tree\(.*\bLEDGER\b")
    allowed = {home, PACKAGE / "base" / "site_files.py", PACKAGE / "storage" / "files.py"}
    found = [path.name for path in MODULES if path not in allowed and inside.search(path.read_text(encoding="utf-8"))]
    assert found == []
    assert inside.search(home.read_text(encoding="utf-8"))


def test_values_are_replaced_and_read_by_the_module_of_values() -> None:
    # Type checkers take `dataclasses.replace` of a value for right; it is refused when it runs.
    faults = []
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import | ast.ImportFrom) else set()
            from_there = isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
            if (isinstance(node, ast.Import) and "dataclasses" in names) or (
                from_there and not names <= {"dataclass", "field"}
            ):
                faults.append(f"{path.relative_to(PACKAGE)}: {names}")
    assert faults == []


def compiled_while_loaded(tree: ast.Module) -> list[int]:
    """The lines that call `re.compile` outside a function."""
    within = {
        id(inner)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for part in (function.body if isinstance(function.body, list) else [function.body])
        for inner in ast.walk(part)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and id(node) not in within
    ]


def test_no_regular_expression_is_compiled_while_a_module_is_loaded() -> None:
    """They take more time than all other things that modules do; `regex` compiles them when they are used."""
    faults = [f"{path.relative_to(PACKAGE)}:{line}" for path in MODULES for line in compiled_while_loaded(parsed(path))]
    assert faults == [], "use `regex` of base/regex.py"


def test_a_regular_expression_that_is_compiled_while_loaded_is_found() -> None:
    planted = (
        "A = re.compile('a')\nclass B:\n    c = [re.compile(d) for d in 'ef']\ndef g():\n    return re.compile('h')\n"
    )
    assert compiled_while_loaded(ast.parse(planted)) == [1, 3]


def test_a_home_of_a_third_party_package_uses_it() -> None:
    """By an import, or by its name where it is looked up."""
    unused = [
        (top, home)
        for top, homes in HOMES.items()
        for home in homes
        if top not in (PACKAGE / home).read_text(encoding="utf-8")
    ]
    assert unused == []


def test_a_module_is_small_and_well_named() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    long = [f"{path.relative_to(PACKAGE)} has {count} lines" for path, count in lines.items() if count > 350]
    assert long == [], "a module has at most 350 lines: split it"
    assert BANNED_NAMES & {path.stem for path in MODULES} == set()


def test_no_two_classes_have_the_same_name() -> None:
    """One word for one thing: also where one of the two is private to its module."""
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name.lstrip("_"), []).append(path.relative_to(PACKAGE).as_posix())
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def test_no_import_hides_in_a_function() -> None:
    hidden = set()
    for path in MODULES:
        own = path.relative_to(PACKAGE).as_posix()
        functions = (n for n in ast.walk(parsed(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
        for inner in (inner for function in functions for inner in ast.walk(function)):
            if isinstance(inner, ast.ImportFrom):
                hidden.add((own, inner.module))
            elif isinstance(inner, ast.Import):
                hidden |= {(own, alias.name) for alias in inner.names}
    assert hidden == LATE


def test_the_help_of_import_needs_neither_the_readers_nor_the_network() -> None:
    code = (
        "import sys\nfrom annotated_briefings.cli.main import main\n"
        "try:\n    main(['import', '--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'urllib3', 'trafilatura', 'feedparser', 'numpy', 'pdfminer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_format_loads_its_libraries_when_it_is_read() -> None:
    code = (
        "import sys\nfrom annotated_briefings.intake.formats.detect import read_any\n"
        'read_any(\'a.json\', b\'[{"title": "Pier", "text": "The pier is shut until the spring."}]\')\n'
        "read_any('a.md', b'# Pier\\n\\nThe pier is shut until the spring.')\n"
        "print(sorted({'trafilatura', 'feedparser', 'warcio', 'pdfminer', 'py3langid'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_reader_of_a_format_is_imported_when_it_is_needed() -> None:
    code = (
        "import sys\nfrom annotated_briefings.intake.formats.detect import read_any\n"
        "from annotated_briefings.intake.formats.kinds import TABLE\n"
        "def there(*names):\n"
        "    modules = {one.reader.partition(':')[0] for one in TABLE if one.name in names}\n"
        "    return sorted(m for m in modules if 'annotated_briefings.intake.formats.' + m in sys.modules)\n"
        "print(there('docx', 'pdf', 'markdown', 'html', 'text'))\n"
        "read_any('a.md', b'# Pier\\n\\nThe pier is shut until the spring.')\n"
        "print(there('docx', 'pdf', 'markdown', 'html', 'text'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n['marked']\n", "")


def test_every_module_can_be_imported() -> None:
    """Also those that no test uses. That no order of imports matters is held by the contract against circles."""
    paths = [path.relative_to(PACKAGE.parent).with_suffix("") for path in MODULES if path.name != "__main__.py"]
    names = [".".join(path.parts).removesuffix(".__init__") for path in paths]
    code = f"import importlib\nfor name in {names!r}:\n    importlib.import_module(name)\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_class_or_a_name_of_a_type_means_one_thing() -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].add(path.name)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
                # A name for a type, such as `Stamp = tuple[int, int]`.
                homes[ast.unparse(node.targets[0])].add(path.name)
    twice = {name: found for name, found in homes.items() if len(found) > 1 and not name.startswith("_")}
    assert twice == {}, "give one of them another name, or one that begins with `_`"


def test_a_package_is_small_enough_to_be_read() -> None:
    for folder in {path.parent for path in MODULES}:
        modules = [path for path in folder.glob("*.py") if not path.name.startswith("__")]
        name = folder.relative_to(PACKAGE)
        assert len(modules) <= 16, f"{name} holds {len(modules)} modules, at most 16: move some into a sub-package"


def test_pyproject_lists_every_package() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    there = {".".join(p.parent.relative_to(PACKAGE.parent).parts) for p in PACKAGE.rglob("__init__.py")}
    assert {name for name in listed if ".theme_" not in name} == there


def test_the_list_of_dependencies_says_of_every_required_package_where_its_home_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = {name: wanted for name, wanted in project["optional-dependencies"].items() if name != "test"}
    required = [*project["dependencies"], *(text for wanted in optional.values() for text in wanted)]
    names = {normal(re.split(r"[\[<>=; ]", text)[0]) for text in required}
    table = (ROOT / "generator" / "DEPENDENCIES.md").read_text(encoding="utf-8")
    rows = [row.split(" | ") for row in re.findall(r"^\| (.+) \|$", table, re.MULTILINE)][2:]
    shown = [normal(name.partition("[")[0]) for packages, *_ in rows for name in packages.split(", ")]
    assert sorted(shown) == sorted(names)
    assert {normal(CALLED.get(top, top)) for top in HOMES} <= names
    for packages, home, _ in rows:
        listed = {normal(name.partition("[")[0]) for name in packages.split(", ")}
        modules = {path for top, paths in HOMES.items() if normal(CALLED.get(top, top)) in listed for path in paths}
        homes = re.findall(r"`([\w/]+(?:\.py|/))`", home)
        assert [path for path in modules if not path.startswith(tuple(homes))] == [], packages


def normal(name: str) -> str:
    """The name of a distribution as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


NOT_IMPORTED = {
    "font-source-serif-pro": "read as files",
    "lxml": "the parser that beautifulsoup4 is told to use",
    "tzdata": "what zoneinfo reads on Windows",
}
"""Packages that are required and not imported, and what for."""


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = {name: wanted for name, wanted in project["optional-dependencies"].items() if name != "test"}
    required = {normal(re.split(r"[\[<>=; ]", text)[0]) for text in project["dependencies"]}
    extra = {normal(re.split(r"[\[<>=; ]", text)[0]) for wanted in optional.values() for text in wanted}
    tops = {name.split(".")[0] for path in MODULES for _, name in imports(path)}
    known = packages_distributions()
    imported = {
        normal(known.get(top, [top])[0]) for top in tops - sys.stdlib_module_names - {"annotated_briefings"} - extra
    }
    assert imported - required == set(), "imported and not in the dependencies of pyproject.toml"
    assert required - imported == NOT_IMPORTED.keys(), "in the dependencies of pyproject.toml and not imported"
