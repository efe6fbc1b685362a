"""The material of a desk while it is collected, looked at and imported: what the questions of its page change."""

import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.writer import AsTyped
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.fetch.received import each_once, receive
from annotated_briefings.importer.inputs import pieces
from annotated_briefings.importer.operations.redo import redo_import
from annotated_briefings.importer.operations.undo import list_imports, undo_import
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.decisions import Cut
from annotated_briefings.intake.model import Delivery
from annotated_briefings.intake.reading import Piece
from annotated_briefings.preview.editor.opened import now
from annotated_briefings.preview.new.account import AccountRow, account_of, account_of_failure
from annotated_briefings.preview.new.material import (
    MadeImport,
    PendingFile,
    PendingMaterial,
    file_of_item,
    forget_items,
    keep_item,
    read_material,
    write_material,
)
from annotated_briefings.preview.new.worker import Worker
from annotated_briefings.preview.served import Preview
from annotated_briefings.project.briefs import parse_options
from annotated_briefings.site.urls import brief_url
from annotated_briefings.storage.files import reason
from annotated_briefings.storage.locks import SOURCES, LockBusy, hold_lock

IMPORTING = "importing"
"""What is done while files are written."""
LARGEST = 90_000_000
"""Bytes of one file: the server of the preview takes no larger request."""
_ALL, _ITEMS = 500_000_000, 1_000
"""Most bytes and files that are pending at once."""
_SHOWN = 100
"""Articles that are shown with their paragraphs."""
_COMMAND = "import it with `briefings import`"


@dataclass(slots=True)
class PendingImport:
    """What is pending, and the account of it; its changes are made in the order in which they are asked."""

    preview: Preview
    """The site and its pages."""
    worker: Worker = field(default_factory=Worker)
    """Does what lasts."""
    account: AccountRow | None = None
    """What importing it would do; None while that is not known."""
    messages: tuple[Diagnostic, ...] = ()
    """What the last thing that was asked could not do."""
    done: str = ""
    """What the last thing that was asked has done, in words."""
    gone: str = ""
    """The import that was taken back last here, and can be made again; empty for none."""
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _looked: tuple[int, int] = (-1, -1)

    @property
    def root(self) -> Path:
        """The site folder."""
        return self.preview.root

    @property
    def material(self) -> PendingMaterial:
        """Everything that is pending."""
        return read_material(self.root)

    @property
    def is_looked(self) -> bool:
        """Whether the account is of what is pending, and of the site as they are now; so it is where it failed."""
        return self._looked == (self.material.revision, self.preview.session.version)

    def change(self, how: Callable[[PendingMaterial], PendingMaterial]) -> None:
        """Change what is pending, and look at it anew; not while it is being imported. Nothing is changed where it
        cannot be kept: that is reported."""
        if self.worker.doing == IMPORTING:
            self.messages = (_busy(),)
        elif self._write(how):
            self.worker.add("reading", self.look)

    def _write(self, how: Callable[[PendingMaterial], PendingMaterial]) -> bool:
        with self._lock:
            before = self.material
            try:
                after = how(before)
                write_material(self.root, replace(after, revision=before.revision + 1))
            except OSError as error:
                self.messages = (_unwritable(self.root, error),)
                return False
            self.account = None
            return True

    def add(self, name: str, data: bytes, shown: str = "", delivery: Delivery | None = None) -> None:
        """Add a file; one of the same name and content, or from the same address, takes the place of the first."""
        item = PendingFile(0, name, len(data), shown, delivery or Delivery())

        def added(material: PendingMaterial) -> PendingMaterial:
            same = [one for one in material.items if self._is_same(one, item, data)]
            if sum(one.size for one in material.items) + len(data) > _ALL or len(material.items) >= _ITEMS:
                self.messages = (
                    too_large(name, f"more than {_ALL / 1e6:.0f} MB or {_ITEMS} files are pending already"),
                )
                return material
            new = replace(item, id=material.revision + 1)
            keep_item(self.root, new, data)
            forget_items(self.root, tuple(same))
            return replace(material, items=(*(one for one in material.items if one not in same), new))

        self.change(added)

    def _is_same(self, one: PendingFile, new: PendingFile, data: bytes) -> bool:
        if one.name != new.name or (one.shown == "") != (new.shown == ""):
            return False
        try:
            return bool(new.shown) or file_of_item(self.root, one).read_bytes() == data
        except OSError:
            return True

    def remove(self, ids: Iterable[int]) -> None:
        """Take some files out again."""
        gone = frozenset(ids)

        def without(material: PendingMaterial) -> PendingMaterial:
            forget_items(self.root, tuple(one for one in material.items if one.id in gone))
            kept = tuple(one for one in material.items if one.id not in gone)
            return replace(material, items=kept, cuts=material.cuts if kept else ())

        self.change(without)

    def fetch(self, address: str) -> None:
        """Fetch an address once, as ``briefings import`` does, and add what it holds."""

        def ask() -> None:
            [one] = receive(each_once([address]))
            if piece := one.piece():
                self.add(piece.name, piece.data, one.shown, piece.delivery)
            elif one.fault:
                self.messages = (one.fault,)

        self.worker.add(f"fetching {address}", ask)

    def look(self) -> None:
        """Find out what importing it would do, unless that is known or something else was asked meanwhile."""
        material, version = self.material, self.preview.session.version
        if self.is_looked:
            return
        account = None
        if material.items:
            try:
                account = self._account(material)
            except Exception as error:  # whatever a file holds, the page is told, and again when it is opened anew
                account = account_of_failure(_failed(error))
        with self._lock:
            if self.material.revision == material.revision:
                self.account, self._looked = account, (material.revision, version)

    def _account(self, material: PendingMaterial) -> AccountRow:
        done = run_import(self._request(material, dry_run=True))
        derived = self.preview.session.derived
        pages = {path: brief_url(brief.slug) for path, brief in derived.briefs.items()}
        return account_of(done, parse_options(derived.loaded.config), pages)

    def _request(self, material: PendingMaterial, *, dry_run: bool) -> ImportRequest:
        return ImportRequest(
            self.root,
            (),
            received=tuple(self._pieces(material)),
            outlet=material.outlet,
            date=material.date,
            language=material.language,
            again=material.again,
            cuts=material.cuts if dry_run else (),
            shown=_SHOWN if dry_run else 0,
            dry_run=dry_run,
            at=f"{now():%Y-%m-%dT%H:%M:%SZ}",
        )

    def _pieces(self, material: PendingMaterial) -> Iterable[Piece]:
        for item in material.items:
            for piece in pieces(file_of_item(self.root, item), item.format, [], []):
                yield replace(piece, name=item.name, delivery=item.delivery)

    def take(self, revision: int) -> None:
        """Import everything, as it was shown at a revision: the same files and lines as ``briefings import`` writes."""
        self.worker.add(IMPORTING, lambda: self._take(revision))

    def _take(self, revision: int) -> None:
        material = self.material
        if material.revision != revision or not material.items:
            self.messages = (_stale(),)
            return
        try:
            with hold_lock(self.root, SOURCES):
                found = decide(self.root, [_decision(cut) for cut in material.cuts]) if material.cuts else ()
                done = None if found else run_import(self._request(material, dry_run=False))
        except LockBusy as busy:
            self.messages = busy.args
            return
        except Exception as error:  # whatever a file holds, the page is told
            self.messages = (_failed(error),)
            return
        self.messages = found if done is None else tuple(d for d in done.diagnostics if d.severity is Severity.ERROR)
        if done is not None and not any(one.code in ("config", "output") for one in self.messages):
            self._taken(material, done)
        self.preview.take((LEDGER,))

    def _taken(self, material: PendingMaterial, done: ImportReport) -> None:
        """What was imported is no longer pending."""
        made = MadeImport(done.run, done.created, tuple(one.name for one in material.items))
        forget_items(self.root, material.items)
        self._write(lambda old: PendingMaterial(revision=old.revision, last=made if done.run else old.last))
        updated = len(done.updated)
        more = f", {updated} brief{'' if updated == 1 else 's'} brought up to date" if updated else ""
        self.done = f"Imported: {_counted(len(done.created))} written{more}."

    def undo(self, run: str) -> None:
        """Take back an import, as ``briefings imports undo`` does."""
        self.worker.add("taking back", lambda: self._undo(run))

    def _undo(self, run: str) -> None:
        try:
            with hold_lock(self.root, SOURCES):
                taken = undo_import(self.root, run, at=f"{now():%Y-%m-%dT%H:%M:%SZ}")
        except LockBusy as busy:
            self.messages = busy.args
            return
        self.messages = taken.diagnostics
        if not self.messages:
            kept = "".join(f" {one.path} stays: {one.why}." for one in taken.kept)
            self.done = f"Taken back: {_counted(len(taken.deleted))} deleted.{kept}"
            self.gone = taken.run
            self._write(lambda old: replace(old, last=None))
            self.look()
            self.preview.take((LEDGER,))

    def redo(self, run: str) -> None:
        """Make an import again that was taken back."""
        self.worker.add("bringing back", lambda: self._redo(run))

    def _redo(self, run: str) -> None:
        try:
            with hold_lock(self.root, SOURCES):
                made = redo_import(self.root, run, at=f"{now():%Y-%m-%dT%H:%M:%SZ}")
        except LockBusy as busy:
            self.messages = busy.args
            return
        self.messages = made.diagnostics
        if not self.messages:
            [found] = [one for one in list_imports(self.root) if one.run.id == run]
            self.done, self.gone = f"Brought back: {_counted(len(found.written))}.", ""
            again = MadeImport(run, found.written, found.run.files)
            self._write(lambda old: replace(old, last=again))
            self.look()
            self.preview.take((LEDGER,))


def _counted(drafts: int) -> str:
    return f"{drafts} draft{'' if drafts == 1 else 's'}"


def _decision(cut: Cut) -> dict[str, str]:
    at: dict[str, str] = {"text": cut.text} if cut.text else {"line": AsTyped(str(cut.line))} if cut.line else {}
    return {"split" if cut.split else "join": cut.document, **at}


def too_large(name: str, why: str) -> Diagnostic:
    """The error about a file that the desk does not take."""
    return report("too-large", why, Place(name), help=_COMMAND)


def _unwritable(root: Path, error: OSError) -> Diagnostic:
    message = f"`{error.filename or root}` cannot be written: {reason(error)}"
    return report("output", message, Place(str(root)), help="check the folder's permissions and the space on the disk")


def _failed(error: Exception) -> Diagnostic:
    print(f"the desk could not do this: {type(error).__name__}: {error}", file=sys.stderr)
    message = f"the program failed at this: {type(error).__name__}"
    return report("refused-change", message, Place("_desk"), help="take out one file after the other, and report it")


def _busy() -> Diagnostic:
    message = "an import is running"
    return report("refused-change", message, Place("_desk"), help="wait until that has ended; nothing was changed")


def _stale() -> Diagnostic:
    message = "the material has changed since it was shown"
    return report("refused-change", message, Place("_desk"), help="look at it again; nothing was imported")
