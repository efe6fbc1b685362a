"""The recipe of CONTRIBUTING for a field whose values are entries, followed in a copy: three files, and a brief."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("generator") / "annotated_briefings"
MODEL = '''

class Milestone(Value):
    """A step of a development."""

    when: When | None
    """When it was, or is to be."""
    step: str
    """What happens, as inline HTML."""
    place: str
    """Where."""


class Brief(Value):'''
FIELD = """        Field(
            "timeline",
            entries_of(model.Milestone),
            WORDS,
            "steps of the development, with their days",
            inner=(
                Field("when", DATE, NO, "when it was, or is to be", "2023-05"),
                Field("step", LINE, WORDS, "what happens", "The court decides.", required=True),
                Field("place", TEXT, NAME, "where", "Port Emden"),
            ),
            part=Part.AFTER,
            section="timeline",
        ),
        Field(
            "corrections","""
WORDS = {"timeline": "Timeline", "timeline_when": "When", "timeline_step": "Step", "timeline_place": "Place"}
SITE = {
    "site.yaml": "title: T\nbase_url: https://example.org\nsocial_images: false\n",
    "briefings/sun.md": "---\ntitle: Sun\nsummary: In short.\ndate: 2026-04-30\ntimeline:\n"
    "  - {when: 2026-05, step: The *harbour* opens to all ships., place: Port Emden}\n"
    "  - step: Nobody knows what follows.\n---\nRain fell on Port Emden for a week.\n",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs code in a copy of the program that has the field, within a folder."""
    copy = tmp_path_factory.mktemp("copy")
    without = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("generator", "templates", "static"):
        shutil.copytree(ROOT / name, copy / name, ignore=without)

    def change(path: Path, old: str, new: str) -> None:
        text = (copy / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (copy / path).write_text(text.replace(old, new), encoding="utf-8")

    change(PACKAGE / "content" / "model.py", "\n\nclass Brief(Value):", MODEL)
    change(
        PACKAGE / "content" / "model.py",
        "    corrections: tuple[Correction, ...]\n",
        '    timeline: tuple[Milestone, ...]\n    """Steps."""\n    corrections: tuple[Correction, ...]\n',
    )
    change(PACKAGE / "content" / "fields.py", '        Field(\n            "corrections",', FIELD)
    change(PACKAGE / "content" / "fields.py", "    LINES,\n    NAME,", "    LINE,\n    LINES,\n    NAME,")
    change(PACKAGE / "content" / "fields.py", "    WORDS,\n    read_by,", "    WORDS,\n    entries_of,\n    read_by,")
    change(PACKAGE / "content" / "fields.py", "import entries, other", "import entries, model, other")
    words = copy / "templates" / "words.yaml"
    lines = []
    for line in words.read_text(encoding="utf-8").splitlines():
        lines.append(line)
        if line.endswith(":") and not line.startswith((" ", "#")):
            lines += [f"  {key}: {text}" for key, text in WORDS.items()]
    words.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(folder: Path, code: str, *given: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code, *given],
            cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(copy / "generator"), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip

    return run


MAIN = "import sys\nfrom annotated_briefings.cli.main import main\nsys.exit(main(sys.argv[1:]))"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_entries_are_on_the_page_and_in_every_copy(
    run: Callable[..., subprocess.CompletedProcess[str]], site: Path
) -> None:
    done = run(site, MAIN, "build", "--now", "2026-05-01T00:00:00Z")
    assert done.returncode == 0, done.stderr
    out = site / "_site"
    page = (out / "briefs" / "sun" / "index.html").read_text(encoding="utf-8")
    shown = page.partition('<h2 id="timeline" class="small-title">Timeline</h2>')[2].partition("</section>")[0]
    assert shown.split("\n")[1:5] == [
        "<ul>",
        "<li>When: May 2026 · Step: The <em>harbour</em> opens to all ships. · Place: Port Emden</li>",
        "<li>Step: Nobody knows what follows.</li>",
        "</ul>",
    ]
    lines = [
        "When: May 2026 · Step: The harbour opens to all ships. · Place: Port Emden",
        "Step: Nobody knows what follows.",
    ]
    twin = (out / "briefs" / "sun" / "index.md").read_text(encoding="utf-8")
    assert twin.partition("## Timeline\n\n")[2].splitlines() == [f"- {line}" for line in lines]
    [item] = json.loads((out / "feed.json").read_text(encoding="utf-8"))["items"]
    assert "<h2>Timeline</h2>\n<ul><li>When: May 2026" in item["content_html"]
    code = (
        "import sys\nfrom annotated_briefings.content.parse import parse_brief\n"
        "from annotated_briefings.base.source import Source\n"
        "print(parse_brief(Source('briefings/sun.md', open('briefings/sun.md').read()))[0].timeline[0].place)"
    )
    assert run(site, code).stdout == "Port Emden\n"
    found = (out / "search" / "briefs" / "000.js").read_text(encoding="utf-8")
    assert all(line in found for line in lines)


def test_mistakes_in_an_entry_are_reported_and_leave_out_no_other(
    run: Callable[..., subprocess.CompletedProcess[str]], site: Path
) -> None:
    brief = site / "briefings" / "sun.md"
    text = brief.read_text(encoding="utf-8").replace("step: Nobody", "stepp: Nobody").replace("place:", "plcae:")
    brief.write_text(text, encoding="utf-8")
    done = run(site, MAIN, "check", "--format", "json", "--now", "2026-05-01T00:00:00Z")
    found = [(one["code"], one["message"], one["help"]) for one in json.loads(done.stdout)]
    assert [one for one in found if one[0] in ("wrong-type", "unknown-key")] == [
        ("unknown-key", "unknown key `plcae`", "did you mean `place`?"),
        ("wrong-type", "an entry of `timeline` has no `step`", "did you mean `step`?"),
    ]


def test_its_texts_are_looked_for_when_a_brief_is_held_back(
    run: Callable[..., subprocess.CompletedProcess[str]], site: Path
) -> None:
    brief = site / "briefings" / "sun.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("title:", "draft: true\ntitle:"), encoding="utf-8")
    (site / "static").mkdir()
    (site / "static" / "leak.txt").write_text("The harbour opens to all ships.\n", encoding="utf-8")
    done = run(site, MAIN, "build", "--now", "2026-05-01T00:00:00Z")
    assert done.returncode == 1
    assert "error[leak]" in done.stderr


def test_editors_have_a_form_a_label_and_a_schema_for_it(
    run: Callable[..., subprocess.CompletedProcess[str]], site: Path
) -> None:
    code = (
        "import json\nfrom annotated_briefings.content.schema import all_schemas\n"
        "from annotated_briefings.editing.field_labels import field_label\n"
        "from annotated_briefings.editing.brief_form import read_form\n"
        "schema = json.loads(all_schemas()['brief'])['properties']['timeline']\n"
        "print(json.dumps([schema, field_label('timeline', 'de'), field_label('timeline.when', 'de'),\n"
        "    read_form(open('briefings/sun.md').read()).values['timeline'][1]]))"
    )
    done = run(site, code)
    assert done.returncode == 0, done.stderr
    schema, label, inner, form = json.loads(done.stdout)
    assert "step" in json.dumps(schema)
    assert (label, inner) == ("Timeline", "When")
    assert form == {"when": "", "step": "Nobody knows what follows.", "place": ""}
