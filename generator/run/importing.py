"""An import from disk to disk: collected files in, briefs, ledger and kept originals out."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.base.diagnostics import Diagnostic, report, sort_key
from generator.base.source import Place
from generator.intake.drafting import Story
from generator.intake.formats.detect import read_any
from generator.intake.formats.records import FieldMap
from generator.intake.ledger import entry_line
from generator.intake.model import BriefDraft, Folded, RawDocument, UnsureGap
from generator.intake.pipeline import ImportOutcome, import_documents
from generator.run.disk import reason, write_text_atomic
from generator.run.known import COLLECTED, LEDGER, field_map, known_site
from generator.run.loading import INCOMING
from generator.run.merging import merge_texts

_ASSETS = (".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".woff", ".woff2",
           ".ttf", ".mp3", ".mp4", ".mov", ".exe", ".dll")
"""Files of a folder that hold no article: what web pages are saved with. A file named by itself is always read."""
_LARGEST = 1_000_000_000
"""Largest file that is opened at all, in bytes; formats have smaller limits of their own."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import and how."""

    root: Path
    """The site folder."""
    paths: tuple[Path, ...]
    """Files and folders."""
    outlet: str = ""
    """Who published all of it."""
    date: str = ""
    """When all of it was published (EDTF)."""
    format: str = ""
    """What all files are, instead of what their content says."""
    stdin: bytes = b""
    """What stands for the path ``-``."""
    publish: bool = False
    """Whether the briefs are public at once."""
    dry_run: bool = False
    """Say what would happen and write nothing."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    read: int
    """Files read."""
    articles: int
    """Articles found in them, copies too."""
    created: tuple[str, ...]
    """Briefs written."""
    updated: tuple[str, ...]
    """Briefs whose article has a new version: rewritten where untouched, merged where edited."""
    removed: tuple[str, ...]
    """Untouched drafts of an earlier import whose text is now split in another way."""
    conflicts: tuple[str, ...]
    """Edited briefs that an import would have to change where the editor did; they were left as they are."""
    unchanged: int
    """Articles that an earlier import has seen."""
    folded: tuple[Folded, ...]
    """Copies, each with the brief's article and the reason."""
    stories: tuple[Story, ...]
    """Briefs that seem to tell of the same event: suggested as one story."""
    unsure: tuple[UnsureGap, ...]
    """Gaps that an editor should look at."""
    refused: tuple[tuple[str, str], ...]
    """Files and articles that were not taken, and why."""
    briefs: tuple[tuple[str, str], ...] = ()
    """Ids of articles and the paths of the briefs that stand for them."""
    texts: tuple[tuple[str, str], ...] = ()
    """Ids and texts of the articles that were folded, and of those that stand for them."""
    titles: tuple[str, ...] = ()
    """Headlines of the briefs written, in the same order."""
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    """Everything that is wrong, by place."""


def run_import(request: ImportRequest) -> ImportReport:
    """Import files and folders; importing the same again changes nothing."""
    found: list[Diagnostic] = []
    refused: list[tuple[str, str]] = []
    documents: list[RawDocument] = []
    files = _files(request.paths, refused)
    fields = field_map(request.root)
    for path in files:
        documents += _read(path, request, fields, found, refused)
    known, names = known_site(request.root, request.outlet, request.date, request.publish, found)
    outcome = import_documents(tuple(documents), known, names)
    found += outcome.diagnostics
    removed = tuple(e.brief for e in outcome.superseded if e.id in known.unedited)
    created = [draft.path for draft in outcome.drafts]
    updated = [draft.path for _, draft in outcome.updates]
    conflicts = [entry.brief for entry in outcome.superseded if entry.id not in known.unedited]
    if not request.dry_run:
        written = _write(request.root, outcome, removed, found)
        created, updated = written.created, written.updated
        conflicts += written.conflicts
    return ImportReport(
        read=len(files),
        articles=len(outcome.articles),
        created=tuple(created),
        updated=tuple(updated),
        removed=tuple(path for path in removed if path not in created),
        conflicts=tuple(conflicts),
        unchanged=outcome.unchanged,
        folded=outcome.folded,
        stories=outcome.stories,
        unsure=outcome.unsure,
        refused=(*refused, *outcome.refused),
        briefs=tuple(sorted({entry.id: entry.brief for entry in (*known.ledger, *outcome.entries)}.items())),
        texts=_texts(request.root, outcome),
        titles=tuple(draft.title for draft in outcome.drafts if draft.path in created),
        diagnostics=tuple(sorted(set(found), key=sort_key)),
    )


def _texts(root: Path, outcome: ImportOutcome) -> tuple[tuple[str, str], ...]:
    """Texts of folded articles and of those they were folded into; earlier ones are read from what was collected."""
    wanted = {identity for found in outcome.folded for identity in (found.article, found.into)}
    texts = {article.id: article.text for article in outcome.articles if article.id in wanted}
    for identity in wanted - set(texts):
        file = root / COLLECTED / f"{identity}.txt"
        if file.is_file():
            texts[identity] = file.read_text(encoding="utf-8").rstrip("\n")
    return tuple(sorted(texts.items()))


def _files(paths: tuple[Path, ...], refused: list[tuple[str, str]]) -> list[Path]:
    """The files to read: those named, and the files of the folders named, by name."""
    out: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            out |= dict.fromkeys(p for p in inside if p.suffix.lower() not in _ASSETS)
            refused += [(str(p), "files of this kind hold no article") for p in inside if p.suffix.lower() in _ASSETS]
        else:
            out[path] = None
    # In an order that does not depend on how they were named: the same files give the same briefs.
    return sorted(out, key=lambda path: (path.name, str(path)))


def _read(
    path: Path, request: ImportRequest, fields: FieldMap, found: list[Diagnostic], refused: list[tuple[str, str]]
) -> tuple[RawDocument, ...]:
    """The documents of a file; ``-`` is standard input."""
    if str(path) == "-":
        documents, more = read_any("standard input", request.stdin, request.format, 0, fields)
    else:
        try:
            size = path.stat().st_size
            data = path.read_bytes() if size <= _LARGEST else b""
        except OSError as error:
            found.append(report("unreadable", f"the file cannot be read: {reason(error)}", Place(str(path)),
                                help="check the path and the file's permissions"))
            refused.append((str(path), reason(error)))
            return ()
        documents, more = read_any(path.name, data, request.format, 0, fields)
        if size > _LARGEST:
            more = (report("too-large", f"the file has {size / 1e6:.0f} MB; the limit is {_LARGEST / 1e6:.0f} MB",
                           Place(path.name), help="split it into smaller files"),)
    found += more
    if not documents:
        refused.append((str(path), more[0].message if more else "it holds no text"))
    return documents


@dataclass(slots=True)
class _Written:
    """What was written."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def _write(root: Path, outcome: ImportOutcome, removed: tuple[str, ...], found: list[Diagnostic]) -> _Written:
    """Originals first, then briefs, then the ledger: whatever ends it early, nothing is lost or done twice."""
    written = _Written()
    created = written.created
    at = root
    try:
        for article in outcome.articles:
            at = root / COLLECTED / f"{article.id}.txt"
            if not at.exists():
                write_text_atomic(at, article.text + "\n")
        for draft in outcome.drafts:
            at = root / draft.path
            if at.exists() and draft.path not in removed:
                raise FileExistsError(17, "there is already such a file")
            write_text_atomic(root / COLLECTED / f"{draft.article}.md", draft.text)
            write_text_atomic(at, draft.text)
            created.append(draft.path)
        for path in removed:
            at = root / path
            if path not in created:
                at.unlink()
        for old, draft in outcome.updates:
            at = root / draft.path
            _update(root, old.id, draft, written)
        if outcome.entries:
            at = root / LEDGER
            before = at.read_text(encoding="utf-8") if at.exists() else ""
            gap = "" if not before or before.endswith("\n") else "\n"
            write_text_atomic(at, before + gap + "".join(map(entry_line, outcome.entries)))
    except OSError as error:
        found.append(report("output", f"`{at}` cannot be written: {reason(error)}", Place(str(at)),
                            help="mend that and import again; what is written already stays and is not done twice"))
    return written


def _update(root: Path, old: str, draft: BriefDraft, written: _Written) -> None:
    """Bring a new version of an article into its brief; a brief that an editor deleted stays deleted."""
    path, base = root / draft.path, root / COLLECTED / f"{old}.md"
    write_text_atomic(root / COLLECTED / f"{draft.article}.md", draft.text)
    if not path.is_file():
        return
    edited = path.read_text(encoding="utf-8")
    before = base.read_text(encoding="utf-8") if base.is_file() else None
    merged = None if before is None else merge_texts(before, edited, draft.text)
    if merged is None:
        write_text_atomic(path.with_name(path.stem + INCOMING), draft.text)
        written.conflicts.append(draft.path)
    elif merged != edited:
        write_text_atomic(path, merged)
        written.updated.append(draft.path)
