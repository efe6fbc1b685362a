"""``docs/briefings/templates.md`` says what every template sees; it is written from the view classes.

``pytest --update-golden`` writes it anew.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from annotated_briefings.output.render import NAMES

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "generator" / "annotated_briefings" / "site"
PAGE = ROOT / "docs" / "briefings" / "templates.md"
HEAD = """---
title: What templates see
summary: Every view and every field.
date: 2026-11-25
---
Every template sees these names. `page` is the view of its template; its fields are listed below, and so are those of
the small views that fields hold. Fields called `html` hold finished HTML and need `|safe`; everything else is escaped.

| name | is |
| --- | --- |
| `page` | what this page shows: the view named under its template below |
| `site` | what every page shows: `SiteView` |
| `url("/tags/x/")` | an address on this site as written on this page; whole web addresses stay as they are |
| `asset("css/site.css")` | the published name of a file under `static/` |
| `t("key", n=3)` | a text of `words.yaml` in the language of the page; `n` chooses the plural form |
| `number(1234)` | a whole number as the language of the page writes it |
| `month(5)`, `month(5, true)` | the name of a month, or its short name |
| `language`, `direction` | BCP 47 tag of the page's language; `ltr` or `rtl` |
| `direction_of("ar")` | the direction of another language |
"""


def classes(*files: str) -> Iterator[ast.ClassDef]:
    for file in files:
        for node in ast.parse((SITE / file).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield node


def plain(text: str) -> str:
    return " ".join(text.split()).replace("``", "`").replace("|", "\\|")


def table(node: ast.ClassDef) -> str:
    rows = ["| field | type | is |", "| --- | --- | --- |"]
    for at, item in enumerate(node.body):
        if isinstance(item, ast.AnnAssign):
            said = node.body[at + 1]
            assert isinstance(said, ast.Expr)
            assert isinstance(said.value, ast.Constant)
            kind = ast.unparse(item.annotation).replace("|", "\\|")
            rows.append(f"| `{ast.unparse(item.target)}` | `{kind}` | {plain(str(said.value.value))} |")
    return "\n".join(rows)


def written() -> str:
    pages = [*classes("views/pages.py"), *classes("views/lists.py", "pages/digest.py")]
    parts = sorted(classes("views/parts.py", "views/items.py", "views/claims.py"), key=lambda node: node.name)
    out = [HEAD.rstrip(), "## Pages"]
    for node in pages:
        if node.name != "TextView":
            out += [f"### {node.name}", plain(str(ast.get_docstring(node))), table(node)]
    out += ["## Small views"]
    for node in parts:
        out += [f"### {node.name}", plain(str(ast.get_docstring(node))), table(node)]
    return "\n\n".join(out) + "\n"


def test_the_reference_says_what_the_views_say(update_golden: bool) -> None:
    if update_golden:
        PAGE.write_text(written(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written()


def test_the_reference_names_everything_that_templates_see() -> None:
    for name in NAMES:
        assert f"`{name}" in HEAD, name


def test_every_field_of_a_view_is_used_by_a_template_or_by_another_page() -> None:
    shown = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "templates").rglob("*") if p.is_file())
    code = "".join(p.read_text(encoding="utf-8") for p in SITE.rglob("*.py"))
    for node in classes("views/pages.py", "views/lists.py", "views/parts.py", "views/items.py"):
        for item in node.body:
            if isinstance(item, ast.AnnAssign):
                name = ast.unparse(item.target)
                used = re.search(rf"\.{name}\b|\[?[\"']{name}[\"']", shown) or re.search(rf"entry\.{name}\b", code)
                assert used or node.name == "TextView", f"{node.name}.{name} is shown nowhere"


def test_every_template_has_its_view_in_the_reference() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for path in (ROOT / "templates").iterdir():
        if path.is_file() and path.name not in ("base.html", "words.yaml"):
            assert f"`{path.name}`" in text, path.name
