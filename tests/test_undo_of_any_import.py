"""An import that is taken back leaves the site as it was before it, byte for byte, whatever came before."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from many import examples
from test_imports_in_any_order import ARTICLES

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.operations.redo import redo_import
from annotated_briefings.importer.operations.undo import undo_import
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.history.lines import read_history
from annotated_briefings.intake.ledger import without_number

pytestmark = pytest.mark.slow

EVERY = range(len(ARTICLES))
STEPS = ("import", "again", "publish", "edit", "delete", "undo", "incoming", "lost", "windows", "move", "folder")
"""What happens to a site: imports of three kinds, an edit of a brief, a deleted brief, an import taken back, a note of
an editor where a new version would be put, collected texts that are gone, a brief saved with other line ends, a brief
moved by hand, and an empty folder."""
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.sets(st.sampled_from(EVERY), min_size=1, max_size=6)), max_size=5)


def tree(site: Path) -> dict[str, bytes]:
    """Every file and folder but the cache and the ledger."""
    kept = (p for p in sorted(site.rglob("*")) if ".cache" not in p.parts and p.name != "imports.jsonl")
    return {p.relative_to(site).as_posix(): p.read_bytes() if p.is_file() else b"" for p in kept}


def files_of(site: Path) -> dict[str, bytes]:
    """The same without folders."""
    return {path: data for path, data in tree(site).items() if (site / path).is_file()}


def ledger(site: Path) -> str:
    path = site / "briefings" / "imports.jsonl"
    return path.read_text("utf-8") if path.exists() else ""


def known(text: str) -> dict[str, str]:
    """The last line of each article that the ledger knows and no import has taken back, whatever its number is."""
    rows = [(without_number(line), json.loads(line)) for line in text.splitlines()]
    last = {row["id"]: line for line, row in rows if "id" in row}
    return {identity: line for identity, line in last.items() if json.loads(line)["verdict"] != "undone"}


def new_site(folder: Path) -> Path:
    create_site(folder)
    (folder / "briefings" / "entities.yaml").write_text("", encoding="utf-8")
    for example in (folder / "briefings").glob("2*/*.md"):
        example.unlink()
    for n, article in enumerate(ARTICLES):
        (folder / f"{n:02}.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    return folder


def do(site: Path, step: str, numbers: set[int]) -> None:
    files = tuple(site / f"{n:02}.jsonl" for n in sorted(numbers))
    briefs = sorted(p for p in (site / "briefings").rglob("*.md") if not p.name.endswith(".incoming.md"))
    brief = briefs[min(numbers) % len(briefs)] if briefs else None
    if step in ("import", "again", "publish"):
        run_import(ImportRequest(site, files, again=step == "again", publish=step == "publish"))
    elif step == "undo":
        undo_import(site)
    elif brief and step == "edit":
        brief.write_text(brief.read_text("utf-8").replace("said", "told us") + "\nA word of ours.\n", "utf-8")
    elif brief and step == "delete":
        brief.unlink()
    elif brief and step == "incoming":
        brief.with_name(f"{brief.stem}.incoming.md").write_text("A note of ours.\n", "utf-8")
    elif brief and step == "windows":
        brief.write_bytes(brief.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    elif brief and step == "move":
        brief.rename(site / "briefings" / brief.name)
    elif step == "folder":
        (site / "briefings" / "2026").mkdir(exist_ok=True)
    elif step == "lost":
        shutil.rmtree(site / "collected", ignore_errors=True)


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    before=steps,
    last=st.sets(st.sampled_from(EVERY), min_size=1, max_size=8),
    again=st.booleans(),
    publish=st.booleans(),
)
def test_an_import_taken_back_leaves_the_tree_of_before(
    before: list[tuple[str, set[int]]], last: set[int], again: bool, publish: bool
) -> None:
    with TemporaryDirectory() as folder:
        site = new_site(Path(folder) / "site")
        for step, numbers in before:
            do(site, step, numbers)
        was, result = tree(site), ledger(site)
        files = tuple(site / f"{n:02}.jsonl" for n in sorted(last))
        done = run_import(ImportRequest(site, files, again=again, publish=publish))
        if f'{{"run": "{done.run}"' not in ledger(site).removeprefix(result):
            # It had nothing to say.
            assert tree(site) == was
            return
        made, now_known = files_of(site), known(ledger(site))
        taken = undo_import(site, done.run)
        assert taken.diagnostics == ()
        assert taken.kept == ()
        assert tree(site) == was
        assert ledger(site).startswith(result)
        assert known(ledger(site)) == known(result)
        # Made again, and taken back again.
        assert redo_import(site, done.run).diagnostics == ()
        assert {path: data for path, data in tree(site).items() if data} == {
            p: data for p, data in made.items() if data
        }
        assert known(ledger(site)) == now_known
        assert done.run not in {one.run for one in read_history(ledger(site).split("\n")).undone}
        assert undo_import(site, done.run).diagnostics == ()
        assert tree(site) == was
        assert known(ledger(site)) == known(result)
