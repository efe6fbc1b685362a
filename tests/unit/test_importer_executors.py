"""The same import, whoever does the work."""

import json
import random
import shutil
import signal
import subprocess
from functools import partial
from pathlib import Path

import pytest
from preloaded import preloaded
from processes import BRIEFINGS, running, wait_for
from small_site import settled_site

from annotated_briefings.cli.main import main
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WORDS = [
    f"{a}{b}"
    for a in ("bar", "len", "mos", "tir", "vol", "zan", "kep", "dru")
    for b in ("ado", "ine", "ure", "ant", "osk", "ell", "iph", "umb", "eck")
]


def records(count: int) -> str:
    """Articles of invented words, every fifth an edited copy of the one before."""
    rng = random.Random(count)
    lines: list[str] = []
    text: list[str] = []
    for number in range(count):
        if number % 5 == 4:
            text = [*text[:-1], f"An added line number {number}."]
        else:
            text = [" ".join(rng.choice(WORDS) for _ in range(30)).capitalize() + "." for _ in range(4)]
        lines.append(json.dumps({"title": f"Report {number}", "text": "\n".join(text), "date": "2024-05-03"}))
    return "\n".join(lines) + "\n"


def made(site: Path) -> dict[str, bytes]:
    files = [*(site / "briefings").rglob("*.*"), *(site / "collected").rglob("*.*")]
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def fresh(folder: Path) -> Path:
    settled_site(folder)
    (folder / "wire.jsonl").write_text(records(50), encoding="utf-8")
    (folder / "dump.txt").write_bytes((ROOT / "tests" / "data" / "dump.txt").read_bytes())
    return folder


@pytest.fixture(autouse=True)
def few_drafts_at_a_time_and_processes_that_start_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotated_briefings.importer.run._BATCH", 15)
    monkeypatch.setattr("annotated_briefings.engine.parallel.get_context", preloaded)


def has_draft(site: Path) -> bool:
    return any((site / "briefings").glob("2024/*.md"))


def bring(site: Path, executor: str = "", jobs: int = 1) -> ImportReport:
    paths = (site / "wire.jsonl", site / "dump.txt")
    return run_import(ImportRequest(site, paths, executor=executor, jobs=jobs))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ImportReport]:
    """A site after an import in one process, and what that import reported; tests copy it before they change it."""
    folder = fresh(tmp_path_factory.mktemp("alone") / "site")
    return folder, bring(folder)


# Dask alone takes ten seconds; processes show as well that the work can be handed over.
@pytest.mark.parametrize("executor", ["processes", pytest.param("dask", marks=pytest.mark.slowest)])
def test_processes_and_a_dask_cluster_write_the_same_bytes(
    alone: tuple[Path, ImportReport], tmp_path: Path, executor: str
) -> None:
    shared = fresh(tmp_path / "shared")
    assert bring(shared, executor, 2) == alone[1]
    assert len(alone[1].created) > 30  # more than two batches
    assert made(shared) == made(alone[0])


def test_a_long_file_of_lines_is_read_in_parts_with_the_same_result(
    alone: tuple[Path, ImportReport], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = fresh(tmp_path / "parts")
    monkeypatch.setattr("annotated_briefings.importer.inputs._LONG", 1000)
    monkeypatch.setattr("annotated_briefings.importer.inputs._LINES", 7)
    bring(parts)
    assert made(parts) == made(alone[0])


def test_an_import_that_is_killed_goes_on_where_it_ended(alone: tuple[Path, ImportReport], tmp_path: Path) -> None:
    killed = fresh(tmp_path / "killed")
    files = [str(killed / name) for name in ("wire.jsonl", "dump.txt")]
    command = [*BRIEFINGS, "--site", str(killed), "import", *files, "--jobs", "1"]
    with running(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, forked=True) as process:
        wait_for(process, killed, lambda: len(list((killed / "briefings").glob("2024/*.md"))) >= 15)
        process.kill()
        process.wait()
    briefs = {name: content for name, content in made(alone[0]).items() if name.endswith(".md")}
    before = {name: content for name, content in made(killed).items() if name.endswith(".md")}
    assert before.items() <= briefs.items()
    done = bring(killed)
    assert 0 < len(done.created) < len(briefs)
    assert {name: content for name, content in made(killed).items() if name.endswith(".md")} == briefs
    assert bring(killed).created == ()


def test_ctrl_c_says_that_nothing_is_lost(tmp_path: Path) -> None:
    # On a busy machine an import may end before it is stopped; then another one is.
    for number in range(20):
        site = fresh(tmp_path / f"site{number}")
        command = [*BRIEFINGS, "--site", str(site), "import", str(site / "wire.jsonl")]
        with running(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, forked=True) as process:
            wait_for(process, site, partial(has_draft, site))
            process.send_signal(signal.SIGINT)
            _, printed = process.communicate(timeout=120)
        if process.returncode:
            break
    assert printed == "stopped; the drafts written so far are kept, and the same command continues from there\n"
    assert process.returncode == 130


def test_half_a_line_of_the_ledger_is_cut_off_and_a_whole_one_is_kept(
    alone: tuple[Path, ImportReport], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(alone[0], site)
    ledger = site / "briefings" / "imports.jsonl"
    text = ledger.read_text(encoding="utf-8")
    (site / "new.txt").write_text("A new thing happened in the town today and nobody saw it.\n", encoding="utf-8")
    ledger.write_text(text[:-20], encoding="utf-8")
    done = run_import(ImportRequest(site, (site / "new.txt",)))
    assert done.diagnostics == ()
    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line) for line in lines)
    ledger.write_text("\n".join(lines), encoding="utf-8")
    (site / "more.txt").write_text("Another thing happened in the town today and all saw it.\n", encoding="utf-8")
    run_import(ImportRequest(site, (site / "more.txt",)))
    assert ledger.read_text(encoding="utf-8").splitlines()[: len(lines)] == lines


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("ray", "briefings: there is no executor `ray`\n  help: use `processes`, `dask` or `dask://HOST:PORT`\n"),
        (
            "dask://127.0.0.1:1",
            "briefings: no Dask scheduler answers at `127.0.0.1:1`\n"
            "  help: start one with `dask scheduler`, and workers with this program installed\n",
        ),
    ],
)
def test_an_executor_that_cannot_be_had_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, where: str, words: str
) -> None:
    site = fresh(tmp_path / "site")
    monkeypatch.setattr("annotated_briefings.engine.parallel._ANSWER", 0.2)
    assert main(["--site", str(site), "import", str(site / "dump.txt"), "--executor", where]) == 2
    assert capsys.readouterr().err.endswith(words)
    assert main(["--site", str(site), "build", "--executor", where]) == 2
    assert capsys.readouterr().err.endswith(words.replace("`processes`, ", ""))
    assert not (site / "_site").exists()
