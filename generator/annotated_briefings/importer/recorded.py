"""What an import records of itself: a line of the ledger, and the texts that briefs had before it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import COLLECTED, INCOMING, LEDGER
from annotated_briefings.base.values import replace
from annotated_briefings.importer.inputs import NO_TEXT
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.history.lines import History, ImportRun, history_line, read_history, shortened_gap
from annotated_briefings.intake.ledger import is_entry
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.intake.reading import FileRead
from annotated_briefings.storage.files import append_lines, read_tree, write_text_atomic


def read_ledger_text(root: Path) -> str:
    """The text of the ledger; empty where there is none."""
    files, _ = read_tree(root, (LEDGER,), 200_000_000)
    return files[0].text if files else ""


def history_of(root: Path) -> History:
    """What the ledger of a site says of imports."""
    return read_history(read_ledger_text(root))


def add_lines(root: Path, text: str) -> None:
    """Add whole lines to the ledger, if there are any. Raises OSError."""
    if text:
        append_lines(root / LEDGER, text, is_entry)


def begin_run(plan: ImportPlan, reads: Sequence[FileRead], known: Known, history: History, at: str) -> ImportRun:
    """An import that is about to write. Its id is the same for one that goes on after it was stopped."""
    files = tuple(dict.fromkeys(read.name for read in reads))
    documents = {*files, *(article.document for article in plan.articles)}
    used = {number for read in reads for number in read.used}
    cuts = known.decisions.cuts
    return ImportRun(
        digest("run", len(history.runs), files, [article.id for article in plan.articles])[:12],
        at,
        files,
        cuts=tuple(sorted({cut.name for number, cut in enumerate(cuts) if number in used})),
        missed=tuple(
            sorted({cut.name for number, cut in enumerate(cuts) if number not in used and cut.document in documents})
        ),
    )


def stamped(plan: ImportPlan, run: str) -> ImportPlan:
    """The plan with the id of the import in all lines that it adds to the ledger."""
    return replace(plan, entries=tuple(replace(entry, run=run) for entry in plan.entries))


def before_file(root: Path, run: str) -> Path:
    """The file that keeps the texts of briefs before an import changed them."""
    return root / COLLECTED / "before" / f"{run}.json"


def texts_before(root: Path, run: str) -> dict[str, str]:
    """The texts that briefs had before an import, by path; none where they are not here."""
    try:
        raw: Mapping[str, object] = json.loads(before_file(root, run).read_text(encoding="utf-8"))
        return {str(path): str(text) for path, text in raw.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def keep_before(root: Path, run: str, paths: Iterable[str]) -> dict[str, str]:
    """Keep the texts of briefs that an import is about to change. Raises OSError.

    What a stopped import has kept already stays: its texts are the earlier ones.
    """
    known = texts_before(root, run)
    wanted = {path: text_of(root, path) for path in paths}
    texts = {path: text for path, text in wanted.items() if text is not None} | known
    if texts != known:
        write_text_atomic(before_file(root, run), json.dumps(texts, ensure_ascii=False, indent=0))
    return texts


def text_of(root: Path, path: str) -> str | None:
    """The text of a file, line ends as ``\\n``; None where it cannot be read."""
    try:
        text = (root / path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(slots=True)
class Recorder:
    """Keeps what an import changes, and writes its line of the ledger when all else is written."""

    root: Path
    run: ImportRun
    history: History
    before: dict[str, str] = field(default_factory=dict)

    def begin(self, paths: Iterable[str]) -> None:
        """Keep the texts of the briefs that the import may change. Raises OSError."""
        self.before = keep_before(self.root, self.run.id, sorted(set(paths)))

    def end(self, plan: ImportPlan, conflicts: Iterable[str], refused: Iterable[tuple[str, str]]) -> None:
        """Add the line of the import to the ledger, if it says anything that is not there yet. Raises OSError."""
        run = replace(
            self.run,
            changed=tuple(self._changed()),
            beside=tuple(self._beside(conflicts)),
            refused=tuple(dict.fromkeys(one for one in refused if one[1] != NO_TEXT)),
            unsure=tuple(map(shortened_gap, plan.unsure)),
        )
        if plan.entries or run.changed or run.beside or _is_news(run, self.history):
            add_lines(self.root, history_line(run))

    def _changed(self) -> Iterator[tuple[str, str, str]]:
        for path, text in sorted(self.before.items()):
            now = text_of(self.root, path)
            if now != text:
                yield path, digest(text), "" if now is None else digest(now)

    def _beside(self, conflicts: Iterable[str]) -> Iterator[tuple[str, str]]:
        for path in sorted(set(conflicts)):
            name = path.removesuffix(".md") + INCOMING
            written = text_of(self.root, name)
            if written is not None:
                yield name, digest(written)


def _is_news(run: ImportRun, history: History) -> bool:
    """Whether an import that wrote nothing has still something to tell of its files."""
    last = {name: one for one in history.runs for name in one.files}
    said = [last[name] for name in run.files if name in last]

    def every(field: str) -> set[object]:
        return {item for one in said for item in getattr(one, field)}

    if any(set(getattr(run, field)) - every(field) for field in ("refused", "unsure", "cuts", "missed")):
        return True
    # What is no longer so is news too.
    names = set(run.files)
    return any(
        {item for one in said if set(one.files) <= names for item in getattr(one, field)} - set(getattr(run, field))
        for field in ("refused", "unsure", "missed")
    )
