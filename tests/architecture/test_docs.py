"""The documentation: a site that the product builds without a fault, whose references are written from the code.

``pytest --update-golden`` writes them anew.
"""

import argparse
import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from expected_files import assert_current

from annotated_briefings.base.diagnostics import Severity, show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main, parser_for
from annotated_briefings.intake.formats.kinds import FORMATS, format_named
from annotated_briefings.site.checks.table import CODES

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = DOCS / "briefings"
HEAD = "---\ntitle: {title}\nsummary: {summary}\ndate: 2026-11-25\n---\n"


def commands(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Every command that does something: its words, what it is for, and its parser."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for word, inner in action.choices.items():
                below = list(commands(inner, f"{name} {word}"))
                yield from below or [(f"{name} {word}", helps.get(word, ""), inner)]


def option(action: argparse.Action) -> str:
    names = ", ".join(f"`{name}`" for name in action.option_strings) or f"`{action.metavar or action.dest}`"
    takes = action.nargs != 0 and action.option_strings
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    result = (action.help or "").replace("%(default)s", str(action.default))
    return f"- {names}{f' *{value}*' if takes else ''}{f': {result}' if result else ''}".replace("|", "\\|")


def command_page() -> str:
    parts = [HEAD.format(title="Commands", summary="Every command with its options.")]
    parts.append("Every command takes `--site DIR` before its name: the folder of the site, if not here or above.\n")
    for words, about, parser in commands(parser_for(None), "briefings"):
        parts.append(f"## {words}\n\n{about[:1].upper() + about[1:]}.\n")
        lines = [option(a) for a in parser._actions if not isinstance(a, argparse._HelpAction)]
        if lines:
            parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def message_page() -> str:
    parts = [HEAD.format(title="Messages", summary="Every message that a check, a build or an import can give.")]
    parts.append(
        "Errors make the exit status 1; warnings do so with `--strict`; hints never do. "
        "`briefings explain CODE` says the same.\n\n"
        "A site can ignore warnings and hints, everywhere or in some files. They are then neither shown nor counted. "
        "Errors cannot be ignored.\n\n"
        '```yaml\ncheck:\n  ignore: [unsourced-point]\n  per_path:\n    "briefings/2023/*": [no-summary, broken-link]\n'
        "```\n\n"
        "In a path, `*` is any text, with slashes too, and `?` is one character; a folder covers everything in it.\n"
    )
    for severity in Severity:
        parts.append(f"## {severity.value.title()}s\n")
        for code in CODES.values():
            if code.severity is severity:
                text = f"{code.text[0].upper()}{code.text[1:]}. {code.meaning}"
                parts.append(f"### {code.code}\n\n{text}\n\n```\n{code.example}\n```\n")
    return "\n".join(parts)


def words_page() -> str:
    parts = [HEAD.format(title="Texts of the interface", summary="Every text that pages say, with its key.")]
    parts.append(
        "A site's own `templates/words.yaml` [changes these texts and adds languages](theming.md). What "
        "is in braces is filled in; a text with several forms is chosen by the number `n`.\n\n"
        "```yaml\nen:"
    )
    every = (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")
    english = re.search(r"^en:\n((?:  .*\n)+)", every, re.MULTILINE)
    assert english
    return "\n".join([*parts, english[1].rstrip("\n"), "```\n"])


@pytest.mark.parametrize(
    ("name", "write"), [("commands", command_page), ("messages", message_page), ("words", words_page)]
)
def test_the_references_say_what_the_code_says(name: str, write: object, update_golden: bool) -> None:
    assert callable(write)
    assert_current(PAGES / f"{name}.md", write(), update_golden)


def test_the_documentation_is_built_without_a_fault(tmp_path: Path) -> None:
    report = build(BuildRequest(DOCS, datetime(2026, 12, 1, tzinfo=UTC), output=tmp_path / "out", thorough=True))
    assert [show(d) for d in report.diagnostics] == []
    home = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for path in PAGES.glob("*.md"):
        assert f'href="briefs/{path.stem}/"' in home, path
        assert (tmp_path / "out" / "briefs" / path.stem / "index.html").is_file()


def test_every_command_that_the_pages_show_can_be_given() -> None:
    known = {words.split(maxsplit=1)[1] for words, _, _ in commands(parser_for(None), "briefings")}
    for path in (*PAGES.glob("*.md"), ROOT / "README.md"):
        for line in re.findall(r"^\$ (briefings .+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
            words = shlex.split(line, comments=True)[1:]
            assert any(" ".join(words[:count]) in known for count in (1, 2)), (path.name, line)
            with pytest.raises(SystemExit) as ended:
                main([*words, "--help"])
            assert ended.value.code == 0, line


def test_nothing_claims_that_the_package_is_in_an_index() -> None:
    name = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("generator/**/*.md")]
    pages += [*ROOT.glob("generator/**/starter/**/*.y*ml"), *ROOT.glob("bench/*.md")]
    result = [
        (page, words) for page in pages for words in re.findall(r"pip3? install ([^`\n]*)", page.read_text("utf-8"))
    ]
    assert len(result) >= 5
    for page, words in result:
        assert name not in [re.split(r"[\[=<>~]", word.strip("'\""))[0] for word in words.split()], (page, words)


def format_rows() -> str:
    """The table of the formats of import, the most general first."""
    out = ["| format | files | endings |", "| --- | --- | --- |"]
    for form in map(format_named, FORMATS):
        endings = ", ".join(f"`{ending}`" for ending in form.endings)
        out.append(f"| `{form.name}` | {form.about} | {endings} |")
    return "\n".join(out) + "\n"


def test_the_page_on_import_lists_every_format(update_golden: bool) -> None:
    path = PAGES / "import.md"
    before, mark, rest = path.read_text(encoding="utf-8").partition("<!-- formats -->\n")
    _, end, after = rest.partition("<!-- end of formats -->\n")
    text = f"{before}{mark}\n{format_rows()}\n{end}{after}"
    assert mark
    assert end
    assert_current(path, text, update_golden)


def decisions_page() -> str:
    """The list of decisions: number, title and day of each file."""
    out = [
        "# Decisions",
        "",
        "One file a decision, oldest first. A decision that no longer holds stays, and names the one that replaced it.",
        "",
    ]
    for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        title, _, day = path.read_text(encoding="utf-8").split("\n")[:3]
        out.append(f"- [{title.removeprefix('# ')}]({path.name}), {day}")
    return "\n".join(out) + "\n"


def test_the_list_of_decisions_names_every_file(update_golden: bool) -> None:
    assert_current(ROOT / "docs" / "decisions" / "README.md", decisions_page(), update_golden)


def test_a_decision_has_a_number_a_day_and_three_parts() -> None:
    paths = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [path.name[:3] for path in paths] == [f"{at:03}" for at in range(1, len(paths) + 1)]
    form = r"# (\d{3})\. .+\n\n\d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* .+\*\*Decision\.\*\* .+\*\*Consequence\.\*\* .+"
    for path in paths:
        found = re.fullmatch(form, path.read_text(encoding="utf-8"), re.DOTALL)
        assert found, path.name
        assert found[1] == path.name[:3]
