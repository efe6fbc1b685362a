"""Commands print what the documentation shows of them: text, fields of JSON and exit status.

``pytest --update-golden`` writes shown outputs anew; lines that are replaced by ``...`` stay so.
"""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from expected_files import WRITE_ANEW
from small_site import settled_site

from annotated_briefings.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs" / "briefings").glob("*.md")), ROOT / "README.md"]
BLOCK = re.compile(r"^```\n(\$ .*?)^```$", re.MULTILINE | re.DOTALL)
BRIEF = Path("briefings", "2026", "tideworks-first-turbine.md")
NOW = "2026-12-01T00:00:00Z"


def call(*words: str) -> tuple[int, str]:
    """Exit status of a command and what it prints on both streams."""
    out = StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        try:
            status = main(words)
        except SystemExit as ended:
            status = int(ended.code or 0)
    return status, out.getvalue()


def edit(old: str, new: str, path: Path = BRIEF) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def leave_site() -> None:
    """The folder in which `init` is called holds no site yet."""
    folder = Path("empty")
    folder.mkdir()


def bring_in_dump() -> None:
    Path("dump.txt").write_bytes((ROOT / "tests" / "data" / "dump.txt").read_bytes())


def import_dump() -> None:
    bring_in_dump()
    call("import", "dump.txt")


def reword() -> None:
    edit("is rated at 1.2 megawatts, enough for roughly", "is rated at 1.2 megawatts, enough for some")


def start_again() -> None:
    """A new site in place of this one, with two mistakes."""
    shutil.rmtree("briefings")
    Path("site.yaml").unlink()
    settled_site(Path())
    misspell()


def misspell() -> None:
    edit("quote: two more machines will follow\nentities", "quote: two further machines will follow\nentities")
    edit("tags: [tidal-power]", "tags: [tidal-powr]")


def change_text() -> None:
    call("build")
    edit("The machine stands on the sea bed", "The machine is on the sea bed")


BEFORE: dict[tuple[str, str], Callable[[], object]] = {
    ("README.md", "briefings init my-site"): leave_site,
    ("import.md", "briefings import dump.txt"): bring_in_dump,
    ("annotations.md", "briefings annotations reanchor"): reword,
    ("registry.md", "briefings entities suggest"): import_dump,
    ("desk.md", "briefings status"): import_dump,
    ("desk.md", "briefings check"): start_again,
    ("building.md", "briefings build --explain"): change_text,
}
"""What has happened before a command of a page, besides the commands that the page shows above it."""


def shown(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that it shows as printed."""
    out: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append((re.sub(r"\s+# .*", "", line[2:]), []))
        else:
            out[-1][1].append(line)
    return out


def comparable(lines: list[str]) -> list[str]:
    """Lines without what differs from run to run: how long it took, and the year of today."""
    return [re.sub(r"\(\d+\.\d\d s\)", "(0.00 s)", re.sub(r"/20\d\d/", "/2026/", line)) for line in lines]


def kept(printed: list[str], before: list[str]) -> list[str]:
    """Printed lines, as the page has them already where only the time or the year differs."""
    known = dict(zip(comparable(before), before, strict=True))
    return [known.get(like, line) for like, line in zip(comparable(printed), printed, strict=True)]


def cut(printed: list[str], like: list[str]) -> list[str]:
    """Printed lines with ``...`` where the documentation leaves lines out."""
    if "..." not in like:
        return printed
    head = like.index("...")
    tail = len(like) - head - 1
    return [*printed[:head], "...", *(printed[len(printed) - tail :] if tail else [])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    text = page.read_text(encoding="utf-8")
    settled_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    for block in BLOCK.findall(text):
        examples = shown(block)
        if not any(lines for _, lines in examples):
            continue
        new = ""
        for command, lines in examples:
            BEFORE.get((page.name, command), lambda: None)()
            words = shlex.split(command)
            assert words[0] == "briefings", f"{page.name} shows what `{command}` prints, and no test can run it"
            _, printed = call(*words[1:])
            real = kept(cut(printed.splitlines(), lines), lines) if lines else []
            new += "\n".join([f"$ {command}", *real]) + "\n"
            if not update_golden:
                assert comparable(lines) == comparable(real), f"{page.name}: {command}: {WRITE_ANEW}"
        if update_golden and comparable(new.splitlines()) != comparable(block.splitlines()):
            page.write_text(page.read_text(encoding="utf-8").replace(block, new), encoding="utf-8")


def documented() -> dict[str, dict[str, str]]:
    """Commands of the page about JSON, each with its fields and their meanings."""
    text = (ROOT / "docs" / "briefings" / "programs.md").read_text(encoding="utf-8")
    sections = re.findall(r"^### (briefings .+)\n((?:(?!^#).*\n)+)", text, re.MULTILINE)
    return {name: dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", body, re.MULTILINE)) for name, body in sections}


NOTES = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "id": "https://notes.example/1",
    "body": {"type": "TextualBody", "value": "Where from?"},
    "target": {
        "source": "https://elsewhere.example/",
        "selector": {"type": "TextQuoteSelector", "exact": "words that no brief has"},
    },
}


def full_site(folder: Path) -> None:
    """A site in which no list that a command prints is empty."""
    settled_site(folder)
    text = (folder / BRIEF).read_text(encoding="utf-8")
    later = text.replace("date: 2026-03-14", "date: 2026-03-14\nembargo_until: 2027-01-01T00:00:00Z\nslug: later", 1)
    (folder / "briefings" / "later.md").write_text(later, encoding="utf-8")
    (folder / "briefings" / "broken.md").write_text("---\ntags: [tidal-power]\n---\nText.\n", encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps(NOTES), encoding="utf-8")
    (folder / "dump.txt").write_bytes((ROOT / "tests" / "data" / "dump.txt").read_bytes())
    edit("tags: [tidal-power]", "tags: [tidal-power, harbours]", folder / BRIEF)


ARGUMENTS = {"import": ("dump.txt",), "annotations import": ("notes.json",)}
CLOCK = {"build", "check", "status", "next-change"}


def printed_json(name: str) -> Any:
    """What a command of the page about JSON prints."""
    words = name.split()[1:]
    command = " ".join(word for word in words if not word.startswith("--") and word != "json")
    clock = ("--now", NOW) if command in CLOCK else ()
    out = StringIO()
    with redirect_stdout(out), redirect_stderr(StringIO()):
        main([*words, *ARGUMENTS.get(command, ()), *clock])
    return json.loads(out.getvalue())


@pytest.mark.parametrize("name", documented())
def test_json_has_the_fields_that_are_documented_in_their_order(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    if name.startswith(("briefings entities suggest", "briefings imports")):
        call("import", "dump.txt")
    if name.startswith("briefings stories"):
        call("stories", "add", "The second crane")
    if name.startswith("briefings people"):
        call("people", "add", "Rosa Lind")
    if name.startswith("briefings redirects"):
        call("build")
        (tmp_path / BRIEF).rename(tmp_path / "briefings" / "renamed.md")
    fields = documented()[name]
    result = printed_json(f"{name} --explain" if name.startswith("briefings build") else name)
    first = result[0] if isinstance(result, list) else result
    assert sorted(first) == sorted(fields)
    for field, meaning in fields.items():
        inner = re.match(r"(?:with `--explain` only: )?list of `\{(.+?)\}`", meaning)
        if inner and first[field]:
            assert sorted(first[field][0]) == sorted(inner[1].split(", ")), field


def test_every_command_with_json_is_documented() -> None:
    commands = (ROOT / "docs" / "briefings" / "commands.md").read_text(encoding="utf-8")
    found = set()
    for section in commands.split("\n## ")[1:]:
        name = section.partition("\n")[0]
        found |= {f"{name} --json" for _ in re.findall(r"^- `--json`", section, re.MULTILINE)}
        found |= {f"{name} --format json" for _ in re.findall(r"^- `--format` .*json", section, re.MULTILINE)}
    # What `tags suggest` prints is documented with `tags list`.
    lacking = found - set(documented()) - {"briefings tags suggest --json"}
    assert lacking == set(), (
        f"add to docs/briefings/programs.md: {', '.join(f'`### {one}`' for one in sorted(lacking))}"
    )
    assert set(documented()) <= found


STATUS = [
    ("nothing wrong", lambda: None, ("check",), 0),
    ("a warning", lambda: edit("tags: [tidal-power]", "tags: [tidal-powr]"), ("check",), 0),
    ("a warning, strict", lambda: edit("tags: [tidal-power]", "tags: [tidal-powr]"), ("check", "--strict"), 1),
    ("a hint, strict", lambda: edit("summary: An example", "# An example"), ("check", "--strict"), 0),
    ("an error", misspell, ("check",), 1),
    ("an error in a build", misspell, ("build",), 1),
    ("an unknown option", lambda: None, ("check", "--colour"), 2),
    ("an unknown command", lambda: None, ("bulid",), 2),
    ("a bad time", lambda: None, ("build", "--now", "noon"), 2),
    ("a bad setting", lambda: edit("https://example.org", "example.org", Path("site.yaml")), ("check",), 2),
    ("a bad setting in a build", lambda: edit("https://example.org", "example.org", Path("site.yaml")), ("build",), 2),
]


@pytest.mark.parametrize(("before", "words", "status"), [row[1:] for row in STATUS], ids=[row[0] for row in STATUS])
def test_the_exit_status_is_the_documented_one(
    before: Callable[[], object],
    words: tuple[str, ...],
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (ROOT / "docs" / "briefings" / "programs.md").read_text(encoding="utf-8")
    assert f"| {status} | " in text
    settled_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    before()
    assert call(*words)[0] == status
