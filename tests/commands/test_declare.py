"""`add` declares exactly the name that is typed; `check FILE` reports what is wrong with it alone."""

from pathlib import Path

import pytest

from annotated_briefings.cli.main import main

BRIEF = "---\ntitle: {0}\ndate: 2026-03-14\nsummary: In short.\n{1}---\nRuth Adeyemi runs the ferry.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefings" / "2026").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: Ferry News\nbase_url: https://ferry.example\n", encoding="utf-8")
    head = "entities: [Ruth Adeyemi]\ntags: [ferry strike]\n"
    (tmp_path / "briefings" / "2026" / "ferry.md").write_text(BRIEF.format("Ferry", head), encoding="utf-8")
    (tmp_path / "briefings" / "quay.md").write_text(BRIEF.format("Quay", "date: soon\n"), encoding="utf-8")
    (tmp_path / "briefings" / "plan.md").write_text(
        BRIEF.format("Plan", "draft: true\ntags: [fery]\n").replace("runs the ferry", "plans a second ferry"),
        encoding="utf-8",
    )
    (tmp_path / "briefings" / "tags.yaml").write_text("quays: {label: quays}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> int:
    try:
        return main(list(arguments))
    except SystemExit as ended:
        return int(ended.code or 0)


def test_the_command_in_the_message_about_an_unknown_name_declares_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("check", "briefings/2026") == 0
    printed = capsys.readouterr().out
    assert '`briefings entities add "Ruth Adeyemi"` declares it; say what it is with `--type`' in printed
    assert '`briefings tags add "ferry strike"` declares it; otherwise take it out' in printed
    assert call("entities", "add", "Ruth Adeyemi", "--type", "person", "--alias", "R. Adeyemi") == 0
    assert call("tags", "add", "ferry strike") == 0
    assert call("stories", "add", "The ferry: a story") == 0
    registry = (site / "briefings" / "entities.yaml").read_text(encoding="utf-8")
    assert registry == "ruth-adeyemi: {name: Ruth Adeyemi, type: person, aliases: [R. Adeyemi]}\n"
    assert "ferry-strike: {label: ferry strike}\n" in (site / "briefings" / "tags.yaml").read_text(encoding="utf-8")
    stories = (site / "briefings" / "stories.yaml").read_text(encoding="utf-8")
    assert stories == 'the-ferry-a-story: {title: "The ferry: a story"}\n'
    capsys.readouterr()
    assert call("check", "briefings/2026") == 0
    assert capsys.readouterr().out == "nothing wrong in 1 path\n"


@pytest.mark.parametrize(
    ("arguments", "status", "printed"),
    [
        (
            ("entities", "add", "Nobody"),
            2,
            "briefings: nothing tells what `Nobody` is\n  help: say it with `--type`: one of",
        ),
        (
            ("entities", "add", "ruth adeyemi", "--type", "person"),
            1,
            "briefings/entities.yaml: error[refused-change]: `ruth adeyemi` is declared already, as `ruth-adeyemi`\n"
            "  help: nothing was changed; for another thing of this name, give it a name of its own\n",
        ),
        (
            ("entities", "add", "Nora", "--type", "person", "--id", "ruth-adeyemi"),
            1,
            "briefings/entities.yaml: error[refused-change]: the id `ruth-adeyemi` is taken\n"
            "  help: choose another one with `--id`\n",
        ),
        (
            ("entities", "add", "Nora", "--type", "person", "--id", "Nora B"),
            1,
            "briefings/entities.yaml: error[refused-change]: `Nora B` cannot be used in an address\n"
            "  help: write it as `nora-b`\n",
        ),
        (
            ("tags", "add", "Quays"),
            1,
            "briefings/tags.yaml: error[refused-change]: `Quays` is declared already, as `quays`\n"
            "  help: nothing was changed; for another thing of this name, give it a name of its own\n",
        ),
        (
            ("tags", "add", "cranes", "--parent", "quay"),
            1,
            "briefings/tags.yaml: error[refused-change]: no tag has the slug `quay`\n  help: did you mean `quays`?\n",
        ),
    ],
)
def test_what_cannot_be_declared_is_refused_with_the_reason(
    arguments: tuple[str, ...], status: int, printed: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "briefings" / "entities.yaml").write_text("ruth-adeyemi: {name: Ruth Adeyemi}\n", encoding="utf-8")
    assert call(*arguments) == status
    assert capsys.readouterr().err.startswith(printed)
    text = (site / "briefings" / "entities.yaml").read_text(encoding="utf-8")
    assert text == "ruth-adeyemi: {name: Ruth Adeyemi}\n"


def test_names_that_differ_in_a_sign_alone_have_addresses_of_their_own(site: Path) -> None:
    for name in ("C", "C#", "C++", "Sea/Cables"):
        assert call("tags", "add", name) == 0
    text = (site / "briefings" / "tags.yaml").read_text(encoding="utf-8")
    keys = [line.partition(": {")[0] for line in text.split("\n")]
    assert [key for key in keys if key and key != "quays"] == ["c", "c-plus-plus", "c-sharp", "sea", "sea/cables"]


def test_undo_takes_back_what_was_declared(site: Path) -> None:
    before = (site / "briefings" / "tags.yaml").read_text(encoding="utf-8")
    assert call("tags", "add", "ferry strike") == 0
    assert call("tags", "undo") == 0
    assert (site / "briefings" / "tags.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("files", "status", "paths"),
    [
        (["briefings/quay.md"], 1, {"briefings/quay.md"}),
        (["briefings/2026/ferry.md"], 0, {"briefings/2026/ferry.md"}),
        (["briefings/plan.md"], 0, {"briefings/plan.md"}),
        (["briefings/plan.md", "briefings/2026"], 0, {"briefings/plan.md", "briefings/2026/ferry.md"}),
        (["briefings"], 1, {"briefings/plan.md", "briefings/2026/ferry.md", "briefings/quay.md"}),
        (["."], 1, {"briefings/plan.md", "briefings/2026/ferry.md", "briefings/quay.md"}),
    ],
)
@pytest.mark.usefixtures("site")
def test_check_names_what_is_wrong_with_the_files_that_it_is_given(
    files: list[str], status: int, paths: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("check", *files) == status
    printed = capsys.readouterr().out.split("\n")
    assert {line.partition(":")[0] for line in printed if "[" in line and line.startswith("briefings/")} == paths


@pytest.mark.parametrize(
    ("file", "printed"),
    [
        ("briefings/quai.md", "there is no file `briefings/quai.md`\n  help: did you mean `briefings/quay.md`?\n"),
        (
            "elsewhere.txt",
            "there is no file `elsewhere.txt`\n"
            "  help: paths begin in `{site}`; without a path, the whole site is checked\n",
        ),
        ("/", "`/` is no file of the site\n  help: the site is `{site}`\n"),
    ],
)
def test_check_refuses_a_path_that_is_not_there(
    file: str, printed: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("check", file) == 2
    assert capsys.readouterr().err == "briefings: " + printed.format(site=site.resolve())


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["preview"], "there is no command `preview`\n  help: did you mean `serve`?\n"),
        (["publish"], "there is no command `publish`\n  help: did you mean `build`?\n"),
        (["biuld"], "there is no command `biuld`\n  help: did you mean `build`?\n"),
        (["check", "--formt", "json"], "there is no option `--formt`\n  help: did you mean `--format`?\n"),
        (
            ["check", "--site", "news"],
            "`--site` comes before the command\n  help: write `briefings --site ...`, and the command after it\n",
        ),
        (["tags", "add", "quay", "--dryrun"], "there is no option `--dryrun`\n  help: did you mean `--dry-run`?\n"),
        (["build", "--zqx"], "there is no option `--zqx`\n  help: `briefings build --help` shows what it takes\n"),
        ([], "`COMMAND` is missing\n  help: `briefings --help` lists all commands\n"),
        (["tags"], "`WHAT` is missing\n  help: `briefings tags --help` lists all commands\n"),
        (
            ["tags", "rename", "a"],
            "`B` is missing\n  help: the call is `briefings tags rename [--dry-run] A B`\n",
        ),
        (
            ["attach"],
            "`BRIEF` and `FILE` are missing\n"
            "  help: the call is `briefings attach [--source N] [--from FORMAT] BRIEF FILE`\n",
        ),
        (
            ["tags", "list", "quay"],
            "`briefings tags list` does not take `quay`\n  help: `briefings tags list --help` shows what it takes\n",
        ),
        (["build", "--drafts=yes"], "`--drafts` takes no value\n  help: write `--drafts` alone\n"),
        (["serve", "--port", "x"], "`x` is not a whole number\n  help: write it in digits, such as `--port 2`\n"),
        (
            ["--site"],
            "`--site` is given without a value\n  help: the call is `briefings [--version] [--site DIR] COMMAND ...`\n",
        ),
        (
            ["check", "--format", "xml"],
            "`xml` is not a value of `--format`\n"
            "  help: use one of `text`, `json`, `github`, `sarif`, `junit`, `codeclimate`\n",
        ),
        (
            ["annotations", "import", "--draft", "--publish", "a.json"],
            "`--publish` and `--draft` are both given\n  help: take one of them out\n",
        ),
    ],
)
@pytest.mark.usefixtures("site")
def test_a_mistyped_command_or_option_is_told_what_may_be_meant(
    arguments: list[str], printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*arguments) == 2
    assert capsys.readouterr().err == f"briefings: {printed}"


@pytest.mark.parametrize(
    ("command", "name"),
    [("stories", "The Ferry"), ("entities", "Mira Holm"), ("tags", "harbour dues")],
)
def test_undo_leaves_no_file_that_the_change_has_made(site: Path, command: str, name: str) -> None:
    (site / "briefings" / "tags.yaml").unlink()
    before = {path: path.read_bytes() for path in (site / "briefings").rglob("*") if path.is_file()}
    assert call(command, "add", name, *(("--type", "person") if command == "entities" else ())) == 0
    assert (site / "briefings" / f"{command}.yaml").exists()
    assert call(command, "undo") == 0
    assert {path: path.read_bytes() for path in (site / "briefings").rglob("*") if path.is_file()} == before


def test_undo_leaves_an_empty_file_that_was_there(site: Path) -> None:
    file = site / "briefings" / "stories.yaml"
    file.write_bytes(b"")
    assert call("stories", "add", "The Ferry") == 0
    assert call("stories", "undo") == 0
    assert file.read_bytes() == b""
