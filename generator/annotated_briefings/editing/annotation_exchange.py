"""Notes out to other tools, and in from them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote

from annotated_briefings.base.config import Config
from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.paths import output_file, split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.web import host_key, plain_address
from annotated_briefings.base.yaml.patch import Append
from annotated_briefings.base.yaml.writer import Data
from annotated_briefings.content.annotations import AMBIGUOUS, ANCHORED, anchor
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.markdown.text import Anchor
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.content.spelled import words_between
from annotated_briefings.editing.lost_notes import keep_lost
from annotated_briefings.intake.foreign_notes import ForeignNote, NamedPassage, read_notes
from annotated_briefings.project.briefs import catalog_of, parse_all
from annotated_briefings.project.derive import Checks, DeriveOptions, derive_site
from annotated_briefings.project.load import load_site
from annotated_briefings.project.paths import in_site
from annotated_briefings.site.exports.hypothesis_notes import hypothesis_document
from annotated_briefings.site.exports.markdown_twins import note_markdown
from annotated_briefings.site.exports.web_annotations import annotation_document
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.urls import brief_url
from annotated_briefings.storage.edit_file import Refused, patch_file

_PICTURE = regex(r"!\[([^\]]*)\]\(((?:https?:)?//[^)\s]*)[^)]*\)")
_INNER = regex(r".(https?://.+)")
"""An address within another."""
_FILE = regex(r"/(?:index\.html|index\.md|annotations\.json)\Z")
"""The files of a page."""
_ON_PAGE = "it is on the whole page, not on words of it"
W3C, HYPOTHESIS = "w3c", "hypothesis"
"""Shapes in which notes are exported."""
_LOCAL = ("localhost", "127.0.0.1", "[::1]", "0.0.0.0")


class Unplaced(Value):
    """A note that has no passage here."""

    id: str
    """Its id in the file."""
    target: str
    """What it is on, as the file says."""
    quote: str
    """Its passage there."""
    brief: str
    """File of the brief it was kept with all the same, as a draft note; empty where no brief is known."""
    why: str
    """The reason."""
    found: str
    """The nearest words of the brief; may be empty."""


class NotesImported(Value):
    """What an import of notes did."""

    read: int
    """Notes in the file."""
    others: int
    """Entries of the file that are no notes."""
    placed: tuple[tuple[str, str], ...]
    """File and id of each note that was written beside its passage."""
    drafts: tuple[tuple[str, str], ...]
    """File and id of those that are drafts because others wrote them, or because they are on no words of the text."""
    known: int
    """Notes that were here already."""
    differing: tuple[tuple[str, str], ...]
    """File and id of those whose remark is another one here; they were left as they are."""
    unplaced: tuple[Unplaced, ...]
    """Notes without a passage."""
    lost: int
    """How many of these have no brief, and are kept in ``lost_notes.LOST``."""
    diagnostics: tuple[Diagnostic, ...]
    """What prevented it."""


def export_notes(
    root: Path, now: datetime, names: Sequence[str], *, drafts: bool, base_url: str = "", shape: str = W3C
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The notes of a site, or of some briefs by slug, title or file, in one of the shapes, and which briefs there are
    none of; None without a web address."""
    address = base_url.rstrip("/") or None
    context = derive_site(root, DeriveOptions(root, now, drafts=drafts, base_url=address, checks=Checks.NONE)).context
    catalog = context.catalog
    if not context.config.base_url:
        return None, ()
    found = {name: catalog.brief(in_site(root, name)) for name in names}
    chosen = {brief.slug for brief in found.values() if brief}
    write = hypothesis_document if shape == HYPOTHESIS else annotation_document
    text = write(context, [b for b in catalog.briefs if not names or b.slug in chosen])
    return text, tuple(_no_brief(name, catalog) for name, brief in found.items() if brief is None)


def _no_brief(name: str, catalog: Catalog) -> Diagnostic:
    hint = did_you_mean(name, list(catalog.brief_of)) or "give its slug, title or file"
    return report("no-note", f"no brief is called `{name}`", Place("briefings"), help=hint)


def import_notes(
    root: Path, data: bytes, *, brief: str = "", draft: bool = False, publish: bool = False, dry_run: bool = False
) -> NotesImported:
    """Write the notes of a file beside their passages; what is here already stays as it is.

    ``brief`` names the brief that all of them are on. Notes of other people are drafts, unless ``publish`` says that
    they are not. A reply, a note on a whole page and one whose passage is not found are kept with their brief as draft
    notes; one without a brief is kept in ``lost_notes.LOST``. Raises Unreadable for a file without notes.
    """
    read = read_notes(data)
    loaded = load_site(root)
    catalog = catalog_of(parse_all(root, loaded), loaded)
    if brief and catalog.brief(brief) is None:
        return NotesImported(len(read.notes), read.others, (), (), 0, (), (), 0, (_no_brief(brief, catalog),))
    done = _NoteImport(catalog, loaded.config, catalog.brief(brief) if brief else None, draft=draft, publish=publish)
    # A reply is beside the words of the note that it answers, which may come later in the file.
    for note in sorted(read.notes, key=lambda one: bool(one.answers)):
        done.take(note)
    diagnostics = () if dry_run else (*_write(root, done.new), *keep_lost(root, done.lost))
    failed = {d.place.path for d in diagnostics}
    return NotesImported(
        len(read.notes),
        read.others,
        tuple(p for p in done.placed if p[0] not in failed),
        tuple(p for p in done.drafts if p[0] not in failed),
        done.known,
        tuple(done.differing),
        tuple(done.unplaced),
        len(done.lost),
        diagnostics,
    )


class _NoteImport:
    """The notes of one file, taken in one after the other."""

    def __init__(self, catalog: Catalog, config: Config, brief: Brief | None, *, draft: bool, publish: bool) -> None:
        self._catalog, self._base_url, self._brief = catalog, config.base_url, brief
        self._finder = _Finder(catalog, config)
        self._draft, self._publish = draft, publish
        notes = [(brief.path, note) for brief in catalog.briefs for note in brief.annotations]
        # An export of an earlier version has their former ids.
        self._here = {(path, note.former): note for path, note in notes if note.former}
        self._here |= {(path, note.id): note for path, note in notes}
        self._taken = set(self._here)
        self._authors = {note.author for note in self._here.values() if note.author}
        self._answered: dict[str, tuple[ForeignNote, Brief]] = {}
        self.new: dict[str, list[tuple[str, Data]]] = defaultdict(list)
        self.placed: list[tuple[str, str]] = []
        self.drafts: list[tuple[str, str]] = []
        self.unplaced: list[Unplaced] = []
        self.differing: list[tuple[str, str]] = []
        self.lost: list[ForeignNote] = []
        self.known = 0

    def take(self, note: ForeignNote) -> None:
        """Take in one note."""
        places = ((note.target, note.passage), *note.more)
        here = [place for place in places if self._brief or self._finder.brief(place[0])]
        for number, (target, passage) in enumerate(here or places[:1], 1):
            other = f"{note.id}-{number}" if number > 1 and note.id else note.id
            self._take(replace(note, id=other, target=target, passage=passage, more=() if here else note.more))

    def _take(self, note: ForeignNote) -> None:
        """Take in a note on one passage."""
        target, quote = note.target, note.passage.quote
        parent = self._answered.get(note.answers)
        on = self._brief or (parent[1] if parent else None) or self._finder.brief(note.answers, target)
        if not note.text.strip():
            self.unplaced.append(Unplaced(note.id, target, quote, "", "it is a highlight without a remark", ""))
            if on:
                self._answered.setdefault(note.id, (note, on))
            return
        if on is None:
            self.lost.append(note)
            why = "no brief has this address, and none rests on it as a source"
            self.unplaced.append(Unplaced(note.id, target, quote, "", why, ""))
            return
        self._answered.setdefault(note.id, (note, on))
        identity = _local_id(note, on)
        if self._is_known(note, on, identity):
            return
        note = replace(note, passage=_whole_passage(note.passage, on))
        whole = not quote.strip()
        answers = _local(note.answers, on)
        above = parent[0].passage if parent else self._here.get((on.path, answers))
        if whole and above:
            note = replace(note, passage=NamedPassage(above.quote, above.prefix, above.suffix))
        at = _anchored(note.passage, on)
        own = identity != note.id
        others = not (own or note.by_exporter or note.author in self._authors or self._publish)
        hold = self._draft or note.draft or whole or others or (at.state != ANCHORED and not own)
        self.new[on.path].append((identity, _entry(note, identity, answers, draft=hold, own=own)))
        if note.answers or whole:
            place = note.passage.named_by
            why = f"its place is named by `{place}`, not by words" if place else _ON_PAGE
            why = "it is a reply to another note" if note.answers else why
            self.unplaced.append(Unplaced(note.id, target, "", on.path, why, ""))
        elif at.state == ANCHORED:
            self.placed.append((on.path, identity))
        else:
            why = "its words are at several places" if at.state == AMBIGUOUS else at.why
            self.unplaced.append(Unplaced(note.id, target, quote, on.path, why, at.found))
        if hold and others and at.state == ANCHORED and not (self._draft or note.draft or whole):
            self.drafts.append((on.path, identity))

    def _is_known(self, note: ForeignNote, on: Brief, identity: str) -> bool:
        """Whether a note is here already; one with another remark is listed."""
        if (on.path, identity) not in self._taken:
            self._taken.add((on.path, identity))
            return False
        self.known += 1
        here = self._here.get((on.path, identity))
        if here and not _is_same(note, here, on, self._catalog, self._base_url):
            self.differing.append((on.path, identity))
        return True


def _whole_passage(passage: NamedPassage, brief: Brief) -> NamedPassage:
    """A passage with all its words, where only the first and the last are known."""
    if not passage.end:
        return passage
    found = words_between(brief.body.text, passage.quote, passage.end, with_last=passage.to_end)
    return replace(passage, quote=found or f"{passage.quote} … {passage.end}", end="")


def _anchored(passage: NamedPassage, brief: Brief) -> Anchor:
    body = brief.body
    return anchor(body.text, passage.quote, passage.prefix, passage.suffix, body.marked, body.struck)


def _is_same(note: ForeignNote, here: Annotation, brief: Brief, catalog: Catalog, base_url: str) -> bool:
    """Whether a remark is that of a note of ours, as it is written or as it was exported."""
    ours = (here.source, note_markdown(here, brief, catalog, base_url))
    return " ".join(note.text.split()) in {" ".join(text.split()) for text in ours}


def _write(root: Path, new: Mapping[str, Sequence[tuple[str, Data]]]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for path, entries in sorted(new.items()):
        change = Append(("annotations",), tuple(entry for _, entry in entries))
        try:
            patch_file(root, path, partial(patch_front_matter, changes=[change]))
        except Refused as refused:
            found.append(refused.args[0])
    return found


def _entry(note: ForeignNote, identity: str, answers: str, *, draft: bool, own: bool) -> dict[str, Data]:
    entry: dict[str, Data] = {"id": identity}
    passage = note.passage
    for key, value in (("quote", passage.quote), ("prefix", passage.prefix), ("suffix", passage.suffix)):
        if value.strip():
            entry[key] = " ".join(value.split())
    entry["kind"] = note.kind
    if note.author:
        entry["author"] = note.author
    if date := _date(note.created):
        entry["date"] = date
    if draft:
        entry["status"] = "draft"
    if answers:
        entry["reply_to"] = answers
    text = note.text.replace("\r\n", "\n").strip()
    if not own:
        # No page asks another host for anything.
        text = _PICTURE.sub(r"[\1](\2)", text)
    entry["note"] = text + "\n" if "\n" in text else text
    return entry


def _date(created: str) -> str:
    """A time as we write it; midnight is how a day without a time travels."""
    when = read_when(created) or read_when(created + "Z")
    return when.iso.removesuffix("T00:00:00Z") if when else ""


def _local_id(note: ForeignNote, brief: Brief) -> str:
    """The id of a note in its brief; made from what it says where it has none."""
    words = "\0".join((note.passage.quote, note.author, note.created, note.text))
    return _local(note.id, brief) or blake2b(words.encode(), digest_size=6).hexdigest()


def _local(identity: str, brief: Brief) -> str:
    """Our own part of an address of ours, and the id of another tool as it is."""
    address, _, fragment = identity.partition("#note-")
    return unquote(fragment) if fragment and split_url(address).path.endswith(brief_url(brief.slug)) else identity


class _Finder:
    """Finds the brief that an address or a name means."""

    def __init__(self, catalog: Catalog, config: Config) -> None:
        self._catalog = catalog
        self._host = host_key(config.base_url)
        self._base = unquote(config.base_path)
        self._pages = {output_file(brief_url(brief.slug)): brief for brief in catalog.briefs}
        for brief in catalog.briefs:
            for old in brief.redirect_from:
                self._pages.setdefault(output_file("/" + old.text.strip("/") + "/"), brief)
        cited: dict[str, list[Brief]] = defaultdict(list)
        for brief in catalog.briefs:
            for url in {plain_address(source.url) for source in brief.sources if source.url}:
                cited[url].append(brief)
        self._cited = {url: briefs[0] for url, briefs in cited.items() if len(briefs) == 1}

    def brief(self, *targets: str) -> Brief | None:
        """The first brief that one of some targets means: our page, a source that one brief rests on, or a name."""
        # The address of a page in an archive, or behind a proxy, ends with that of the page itself.
        whole = (one for target in targets if target for one in (target, *_INNER.findall(target)))
        for target in whole:
            parts = split_url(target)
            if not parts.scheme:
                found = self._page(parts.path) or self._catalog.brief(target)
            elif host_key(target) in (self._host, *_LOCAL):
                found = self._page(parts.path)
            else:
                # Last, a copy of this site at another host, such as a preview of a pull request.
                path = "/briefs/" + parts.path.partition("/briefs/")[2]
                found = self._cited.get(plain_address(target)) or self._page(path)
            if found:
                return found
        return None

    def _page(self, path: str) -> Brief | None:
        path = _FILE.sub("/", unquote(path))
        inner = "/" + path.removeprefix(self._base) if path.startswith(self._base) else path
        for one in (inner, path):
            if found := self._pages.get(output_file("/" + one.strip("/") + "/")):
                return found
        return None
