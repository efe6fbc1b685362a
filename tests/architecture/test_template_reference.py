"""``docs/briefings/templates.md`` says what every template sees; it is written from the routes and the view classes.

``pytest --update-golden`` writes it anew.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from expected_files import assert_current

from annotated_briefings.output.render import NAMES
from annotated_briefings.site.routes.table import ROUTES, templates

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


ABOUT = """The part of an address in braces is different for each page. A site's own `templates/tag.html` replaces
ours; `base.html` is the frame of all pages, and `macros/parts.html` has small parts of them."""


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
            result = node.body[at + 1]
            assert isinstance(result, ast.Expr)
            assert isinstance(result.value, ast.Constant)
            kind = ast.unparse(item.annotation).replace("|", "\\|")
            rows.append(f"| `{ast.unparse(item.target)}` | `{kind}` | {plain(str(result.value.value))} |")
    return "\n".join(rows)


def template_table() -> str:
    """Each template with its view, the addresses of the pages that it renders, and what they show."""
    rows = ["| template | `page` is | address | shows |", "| --- | --- | --- | --- |"]
    every = list(templates())
    for name in dict.fromkeys(shown.template for shown, _ in every):
        own = [(shown, address) for shown, address in every if shown.template == name]
        addresses = ", ".join(dict.fromkeys(f"`{address}`" for _, address in own if address))
        shows = "; ".join(dict.fromkeys(shown.shows for shown, _ in own))
        rows.append(f"| `{name}` | `{own[0][0].view.__name__}` | {addresses} | {shows} |")
    return "\n".join(rows)


def view_files() -> list[str]:
    """The modules in which templates' views are declared, from the folder of `site`."""
    first = ["views/pages.py", "views/lists.py"]
    modules = [shown.view.__module__.partition(".site.")[2] for shown, _ in templates()]
    return list(dict.fromkeys([*first, *(module.replace(".", "/") + ".py" for module in modules)]))


def written() -> str:
    pages = list(classes(*view_files()))
    parts = sorted(classes("views/parts.py", "views/items.py", "views/claims.py"), key=lambda node: node.name)
    out = [HEAD.rstrip(), "## Templates", ABOUT, template_table(), "## Pages"]
    for node in pages:
        if node.name not in {route.view.__name__ for route in ROUTES if not route.template}:
            out += [f"### {node.name}", plain(str(ast.get_docstring(node))), table(node)]
    out += ["## Small views"]
    for node in parts:
        out += [f"### {node.name}", plain(str(ast.get_docstring(node))), table(node)]
    return "\n\n".join(out) + "\n"


def test_the_reference_says_what_the_views_say(update_golden: bool) -> None:
    assert_current(PAGE, written(), update_golden)


def test_the_reference_names_everything_that_templates_see() -> None:
    for name in NAMES:
        assert f"`{name}" in HEAD, name


def test_every_field_of_a_view_is_used_by_a_template_or_by_another_page() -> None:
    shown = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "templates").rglob("*") if p.is_file())
    code = "".join(p.read_text(encoding="utf-8") for p in SITE.rglob("*.py"))
    for node in classes(*view_files(), "views/parts.py", "views/items.py"):
        for item in node.body:
            if isinstance(item, ast.AnnAssign):
                name = ast.unparse(item.target)
                used = re.search(rf"\.{name}\b|\[?[\"']{name}[\"']", shown) or re.search(rf"entry\.{name}\b", code)
                assert used or node.name == "TextView", f"{node.name}.{name} is shown nowhere"


def test_every_template_belongs_to_a_route_and_the_other_way_round() -> None:
    files = {path.name for path in (ROOT / "templates").iterdir() if path.is_file()}
    assert files - {"base.html", "words.yaml"} == {shown.template for shown, _ in templates()}


def test_a_template_always_sees_the_same_view() -> None:
    views = {(shown.template, shown.view) for shown, _ in templates()}
    assert len(views) == len({template for template, _ in views})
