"""The commands of an editor's day: status, next-change, check for programs, digest, and what `init` lays out."""

import email
import json
import re
import shutil
from email.policy import default
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from annotated_briefings.base.config import read_config
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.cli.main import main
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.content.schema import all_schemas
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.output.mail import LIMIT

GOLDEN = Path(__file__).parent / "golden" / "site"
NOW = ("--now", "2026-05-01T00:00:00Z")
LONG = (
    "The harbour master closed the port on Friday because the storm came nearer than anybody had foreseen, and the "
    "ferries waited outside the breakwater until the wind dropped and the light was back on the old tower. "
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\nbase_url: https://example.org/news\n", encoding="utf-8")
    brief(tmp_path, "a", "draft: true", "A draft.")
    return tmp_path


def brief(site: Path, name: str, head: str, body: str) -> None:
    (site / "briefings" / f"{name}.md").write_text(
        f"---\ntitle: Brief {name}\nsummary: In short.\ndate: 2026-04-30\n{head}\n---\n{body}\n", encoding="utf-8"
    )


def call(capsys: pytest.CaptureFixture[str], site: Path, *arguments: str) -> tuple[int, str, str]:
    status = main(["--site", str(site), *arguments])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_status_lists_everything_that_waits_with_what_settles_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief(site, "b", "annotations: [{quote: gone, note: x}]\nkey_points: [A point.]", LONG * 3)
    brief(site, "c", "key_points: [{text: A, quote: nowhere to be found}]", LONG * 3 + "One more sentence.")
    brief(
        site, "d", "embargo_until: 2026-05-03T08:00:00+02:00\nexpires_at: 2026-09-01T00:00:00Z", "Adaeze Brandt spoke."
    )
    brief(site, "e", "", "Adaeze Brandt, who chairs the council, spoke again.")
    (site / "briefings" / "e.incoming.md").write_text("---\ntitle: E\n---\nNew.\n", encoding="utf-8")
    (site / "briefings" / "f.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    status, out, _ = call(capsys, site, "status", "--json", *NOW)
    note = re.search(r"note (n[0-9a-f]{8})", out)
    assert note is not None
    rows = json.loads(out)
    assert status == 0
    assert all(set(row) == {"kind", "path", "message", "command"} for row in rows)
    assert [(row["kind"], row["path"], row["command"]) for row in rows] == [
        ("draft", "briefings/a.md", "read it, then set `draft: false`"),
        (
            "incoming",
            "briefings/e.md",
            "compare it with briefings/e.incoming.md, take over what you want, and delete that file",
        ),
        ("unreadable", "briefings/f.md", "briefings check"),
        ("note", "briefings/b.md", f"briefings annotations reanchor {note[1]}"),
        ("quote", "briefings/c.md", "edit briefings/c.md:5"),
        ("point", "briefings/b.md", "add `quote:` at briefings/b.md:6"),
        ("duplicate", "briefings/c.md", "if it is: add its source to briefings/b.md, and delete it"),
        ("time", "briefings/d.md", "briefings next-change"),
        ("name", "briefings/entities.yaml", "briefings entities suggest --least 2"),
    ]
    _, out, _ = call(capsys, site, "status", "--kind", "time", *NOW)
    assert out == (
        "5 briefs, 3 public\n\ncoming within a week (1)\n  briefings/d.md\n"
        "      is published at 2026-05-03 06:00 UTC\n      → briefings next-change\n"
    )


def test_status_of_a_tidy_site_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create_site(tmp_path / "new")
    assert call(capsys, tmp_path / "new", "status", *NOW)[1] == "1 brief, 1 public\nnothing waits for you\n"


def test_long_lists_are_cut_on_a_terminal(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(15):
        brief(site, f"x{number}", "draft: true", "Text.")
    out = call(capsys, site, "status", "--kind", "draft", *NOW)[1]
    assert out.endswith("  and 4 more: `briefings status --kind draft --all`\n")
    assert call(capsys, site, "status", "--kind", "draft", "--all", *NOW)[1].count("draft: Brief") == 16


def test_next_change_is_the_next_moment_at_which_a_brief_appears_or_disappears(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(capsys, site, "next-change", *NOW) == (0, "", "the site does not change by itself\n")
    brief(
        site,
        "b",
        "publish_at: 2026-05-02T00:00:00Z\nembargo_until: 2026-05-03T00:00:00Z\nexpires_at: 2026-05-04T00:00:00Z",
        "Text.",
    )
    brief(site, "c", "draft: true\npublish_at: 2026-05-02T00:00:00Z", "Text.")
    assert call(capsys, site, "next-change", *NOW)[1] == "2026-05-03T00:00:00Z  briefings/b.md is published\n"
    assert call(capsys, site, "next-change", "--now", "2026-05-03T00:00:00Z")[1] == (
        "2026-05-04T00:00:00Z  briefings/b.md is taken down\n"
    )
    assert json.loads(call(capsys, site, "next-change", "--all", "--json", *NOW)[1]) == [
        {"moment": "2026-05-03T00:00:00Z", "path": "briefings/b.md", "appears": True},
        {"moment": "2026-05-04T00:00:00Z", "path": "briefings/b.md", "appears": False},
    ]


def test_what_is_held_back_appears_nowhere_until_its_moment(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief(
        site, "b", "embargo_until: 2026-05-03T00:00:00Z\ntags: [hush]\nentities: [Hushco]", "Nobody may know of it yet."
    )
    brief(site, "c", "annotations: [{quote: open, note: A remark for the desk alone., status: draft}]", "An open text.")
    (site / "briefings" / "entities.yaml").write_text("hushco: {name: Hushco}\n", encoding="utf-8")
    assert call(capsys, site, "build", *NOW)[0] == 0
    texts = [f.read_bytes() for f in (site / "_site").rglob("*") if f.is_file()]
    assert not any(b"Nobody may know" in text or b"Brief b" in text or b"the desk alone" in text for text in texts)
    assert call(capsys, site, "build", "--now", "2026-05-03T00:00:00Z")[0] == 0
    assert b"Nobody may know" in (site / "_site" / "briefs" / "b" / "index.html").read_bytes()


def test_a_leak_fails_the_build_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "build", *NOW)[0] == 0
    before = sorted(path for path in (site / "_site").rglob("*"))
    brief(site, "b", "draft: true", "The council will sell the old pier to the ferry company in autumn.")
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text(
        '{% extends "default:404.html" %}{% block main %}<h1>x</h1><p>The council will <em>sell</em> the old pier to '
        "the ferry company in autumn.</p>{% endblock %}",
        encoding="utf-8",
    )
    brief(site, "d", "", "A new public brief.")
    status, _, err = call(capsys, site, "build", *NOW)
    assert status == 1
    assert "error[leak]: 404.html would hold `The council will sell the old pier to the ferry company in…`" in err
    assert sorted(path for path in (site / "_site").rglob("*")) == before
    # Said in public too, it is no secret; and a preview with drafts may show it.
    brief(site, "e", "", "The council will sell the old pier to the ferry company in autumn.")
    assert call(capsys, site, "build", *NOW)[0] == 0


def test_a_draft_may_be_called_as_a_heading_of_the_site_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "x.md").write_text(
        "---\ntitle: Briefs before and after\ndraft: true\n"
        "summary: What earlier briefs asked and later ones answered, newest first.\n---\n"
        "The search needs JavaScript. The lists below lead to every brief without it.\n",
        "utf-8",
    )
    brief(site, "b", "", "Text.")
    assert call(capsys, site, "build", *NOW)[0] == 0


# check for programs


def test_check_speaks_to_github_and_in_sarif(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief(site, "b", "tags: [x]\nkey_points: [{text: A, quote: 'not, there: 100%'}]", "Text.")
    (site / "briefings" / "tags.yaml").write_text("y:\n", encoding="utf-8")
    status, out, _ = call(capsys, site, "check", "--format", "github", *NOW)
    assert status == 1
    assert out.splitlines() == [
        "::warning file=briefings/b.md,title=unknown-tag,line=5,col=8::the tag list does not know `x`%0Ahelp: declare "
        "it in briefings/tags.yaml, or take it out",
        "::error file=briefings/b.md,title=unsupported-quote,line=6,col=31::the quote `not, there: 100%25` is not in "
        "the text%0Ahelp: copy the words exactly, or take the quote out",
    ]
    status, out, _ = call(capsys, site, "check", "--format", "sarif", *NOW)
    log = json.loads(out)
    [run] = log["runs"]
    assert (status, log["version"], run["tool"]["driver"]["name"]) == (1, "2.1.0", "briefings")
    assert [
        (r["ruleId"], r["level"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in run["results"]
    ] == [("unknown-tag", "warning", 5), ("unsupported-quote", "error", 6)]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


# digest


def test_a_digest_is_written_as_page_text_and_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN, site)
    status, _, err = call(capsys, site, "digest", "--day", "2026-04-03", "--week", *NOW)
    assert (status, err) == (0, "")
    folder = site / "_digest"
    assert sorted(path.name for path in folder.iterdir()) == ["2026-W14.eml", "2026-W14.html", "2026-W14.txt"]
    html = (folder / "2026-W14.html").read_text(encoding="utf-8")
    assert re.search(r'<h1 style="[^"]*font-size: ?24px', html)
    assert '<h2 lang="de" dir="ltr"' in html
    assert "http://127" not in html
    assert html.count("https://example.org/golden/briefs/zweite-turbine/") >= 2
    mail = email.message_from_bytes((folder / "2026-W14.eml").read_bytes(), policy=default)
    assert mail["Subject"] == "Golden briefings: March 30, 2026 to April 5, 2026"
    text, page = mail.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == (folder / "2026-W14.txt").read_text(encoding="utf-8")
    assert page.get_content().replace("\r\n", "\n").strip() == html.strip()
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    call(capsys, site, "digest", "--day", "2026-04-03", "--week", "--now", "2026-06-01T00:00:00Z")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    # Without a day it is the newest that has a public brief; what is under embargo is in none.
    assert call(capsys, site, "digest", *NOW)[1].splitlines()[0].endswith("2026-04-12.html")
    assert call(capsys, site, "digest", "--day", "2026-03-20", *NOW)[0] == 0
    assert "No brief was published then." in (folder / "2026-03-20.txt").read_text(encoding="utf-8")


def test_a_long_digest_is_cut_before_mail_programs_cut_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(300):
        (site / "briefings" / f"x{number}.md").write_text(
            f"---\ntitle: Brief {number}\nsummary: {LONG.strip()}\ndate: 2026-04-30\n"
            f"key_points: ['{LONG}', '{LONG}']\n---\nText.\n",
            encoding="utf-8",
        )
    assert call(capsys, site, "digest", *NOW)[0] == 0
    html = (site / "_digest" / "2026-04-30.html").read_bytes()
    assert 20_000 < len(html) <= LIMIT
    assert re.search(rb"and \d+ more", html)
    assert b"https://example.org/news/2026/04/30/" in html


def test_a_digest_without_a_web_address_or_a_day_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "digest", "--day", "soon") == (
        2,
        "",
        "briefings: `soon` is no day; write it as 2026-03-14\n",
    )
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    status, _, err = call(capsys, site, "digest")
    assert (status, "error" in err or "hint" in err) == (1, True)
    assert "a digest needs whole web addresses, and the site has no `base_url`" in err


# schemas and what init lays out


class Loader(yaml.CSafeLoader):
    """YAML as tools read it, but with dates as texts."""


Loader.yaml_implicit_resolvers = {
    key: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(name: str) -> Any:
    return json.loads(all_schemas()[f"{name}.schema.json"])


def checked(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader))]


def test_our_own_sites_keep_to_the_schemas(tmp_path: Path) -> None:
    create_site(tmp_path / "new")
    for root in (tmp_path / "new", GOLDEN, Path(__file__).parents[1]):
        assert checked("site", (root / "site.yaml").read_text(encoding="utf-8")) == []
        for name in ("entities", "tags", "stories"):
            path = root / "briefings" / f"{name}.yaml"
            if path.exists():
                assert checked(name, path.read_text(encoding="utf-8")) == [], path
        for path in (root / "briefings").rglob("*.md"):
            assert checked("brief", path.read_text(encoding="utf-8").split("---\n")[1]) == [], path


def test_the_schemas_know_the_fields_that_we_read_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[frozenset[str]] = []
    finish = Fields.finish

    def noted(fields: Fields) -> None:
        asked.append(frozenset(fields._asked))
        finish(fields)

    monkeypatch.setattr(Fields, "finish", noted)
    parse_brief(
        Source(
            "a.md",
            "---\ntitle: A\nkey_points: [{text: x}]\nfigures: [{value: 1}]\nsources: [{outlet: x}]\n"
            "annotations: [{quote: x}]\ncorrections: [{was: x}]\nanswers: [{question: x}]\n"
            "entities: {about: []}\nimage: {src: x}\n---\n",
        )
    )
    parse_entities(Source("e", "a: {name: A}"))
    parse_tags(Source("t", "a: {label: A}"))
    parse_stories(Source("s", "a: {title: A}"))
    read_config(Source("site.yaml", "title: A\nimport: {fields: {title: x}}\n"))
    known: set[frozenset[str]] = set()

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "properties" in node:
                known.add(frozenset(node["properties"]))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    for text in all_schemas().values():
        walk(json.loads(text))
    assert set(asked) == known


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief", "titel: A\n"),
        ("brief", "title: A\nannotations: [{quote: x, note: y, kind: remark}]\n"),
        ("brief", "title: A\nsources: [{url: example.org}]\n"),
        ("brief", "title: A\ndate: yesterday\n"),
        ("entities", "a: {type: thing}\n"),
        ("tags", "a: [x]\n"),
        ("site", "base_url: example.org\n"),
    ],
)
def test_mistakes_are_found_while_typing(name: str, text: str) -> None:
    assert checked(name, text) != []


def test_a_new_site_has_a_workflow_a_hook_and_schemas(tmp_path: Path) -> None:
    made = create_site(tmp_path / "new")
    assert [path for path in made.paths if path.startswith(".")] == [
        ".github/workflows/briefings.yml",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".schemas/brief.schema.json",
        ".schemas/entities.schema.json",
        ".schemas/site.schema.json",
        ".schemas/stories.schema.json",
        ".schemas/tags.schema.json",
        ".vscode/settings.json",
    ]
    folder = tmp_path / "new" / ".github" / "workflows"
    workflow = yaml.safe_load((folder / "briefings.yml").read_text(encoding="utf-8"))
    steps = [step.get("run", "") for step in workflow["jobs"]["build"]["steps"]]
    for step in steps:
        if step.startswith("briefings"):
            assert main(["--site", str(tmp_path / "new"), *step.split()[1:]]) == 0
    hooks = yaml.safe_load((tmp_path / "new" / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks["repos"][0]["hooks"][0]["entry"] == "briefings check"
    settings = json.loads((tmp_path / "new" / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for path in settings["yaml.schemas"]:
        assert (tmp_path / "new" / path).is_file()
