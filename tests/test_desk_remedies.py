"""The desk sends nobody to a terminal where one of its buttons does the same: every remedy of every message."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_site import Asked, Lists, desk_of

from annotated_briefings.editing.desk_remedies import desk_remedy
from annotated_briefings.preview.overlay import with_bar

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "generator" / "annotated_briefings"
WITHOUT_BUTTON = (
    "briefings annotations list",
    "briefings check",
    "briefings explain",
    "briefings import --again",
    "briefings import`",
    "briefings init",
    "briefings people",
    "briefings {self.command} list",
)
"""Commands that no button of the desk replaces."""
COMMAND = re.compile(r"`(briefings [a-z{][^`]*`)")


def remedies_of_messages() -> Iterator[str]:
    for file in sorted((ROOT / "tests" / "broken").rglob("expected*")):
        found = re.findall(r"^ *help: (.*`briefings [a-z].*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        yield from found


def texts_in_code() -> Iterator[str]:
    """All texts that name a command, in the modules whose messages reach the desk; what is filled in is `{…}`."""
    for file in sorted(CODE.rglob("*.py")):
        # Explanations of codes are for `briefings explain` and the documentation.
        if set(file.relative_to(CODE).parts) & {"cli", "starter", "codes"} or file.stem in (
            "scaffold",
            "desk_remedies",
        ):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if id(node) in docs or id(node) in inner:
                continue
            if isinstance(node, ast.JoinedStr):
                text = ast.unparse(node)
            else:
                text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if COMMAND.search(text):
                yield text


def left(remedy: str) -> list[str]:
    return [one for one in COMMAND.findall(desk_remedy(remedy)) if not one.startswith(WITHOUT_BUTTON)]


def test_no_remedy_names_a_command_that_a_button_replaces() -> None:
    known = [*remedies_of_messages(), *texts_in_code()]
    assert len(known) > 30
    assert {remedy: found for remedy in known if (found := left(remedy))} == {}
    assert [one for one in remedies_of_messages() if "`--" in desk_remedy(one)] == []


@pytest.mark.parametrize(
    ("remedy", "expected"),
    [
        (
            "`briefings confirm 'briefings/a.md' --field x` keeps it; `--as ...` corrects it, `--refuse` takes it out",
            "`Confirm` at its field keeps it; `Change` corrects it, and `Take out` takes it out",
        ),
        (
            '`briefings confirm briefings/a.md --field title` keeps it; `--as "..."` writes another one',
            "`Confirm` at its field keeps it; `Change` writes another one",
        ),
        (
            "correct it, or leave it as it is with `briefings imports settle 3f2a1b9c0d1e`",
            "correct it, or leave it as it is in the list `Changed sources`",
        ),
        (
            '`briefings entities add "Nobody"` declares it; say what it is with `--type`',
            "`Declare` at its field declares it; choose its type there",
        ),
        (
            "to have it checked, name the page under `sources` and run `briefings attach briefings/a.md https://m.example/`",
            "to have it checked, name the page under `sources` and paste its text in the list `Today`",
        ),
        ("move it to `briefings/ferry.md`", "move it to `briefings/ferry.md`"),
        (
            "if they are: `briefings tags merge a b`",
            "if they are: `Merge into…` in the list `Names`, where it shows tags",
        ),
    ],
)
def test_a_remedy_leads_to_the_button(remedy: str, expected: str) -> None:
    assert desk_remedy(remedy) == expected


def test_every_page_of_the_desk_has_the_remedies_of_the_desk(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "briefings" / "tags.yaml").write_text("ships: {label: Ships}\n", encoding="utf-8")
    head = "title: A\ndate: 2026-03-14\ntags: [ferries]\nentities: [Mara Quill]\nimported: {derived: [title, date]}\n"
    (tmp_path / "briefings" / "a.md").write_text(f"---\n{head}draft: true\n---\nText.\n", encoding="utf-8")
    desk = desk_of(tmp_path)
    asked = Asked(desk, "briefings/a.md")
    answers = [asked.ask("state"), asked.ask("gate"), *(Lists(desk, one).ask("list") for one in ("drafts", "today"))]
    result = repr(answers)
    assert "`Declare` at its field declares it" in result
    assert COMMAND.findall(result) == []
    warnings = desk.preview.session.warnings("briefs/a/index.html", "briefings/a.md")
    page = with_bar(b"<body></body>", tmp_path, "", "briefings/a.md", warnings).decode("utf-8")
    assert "`Declare` at its field declares it" in page
    assert COMMAND.findall(page) == []
