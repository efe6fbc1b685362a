"""Pages planned, drawn and examined, unit by unit, in any process; what has been drawn before is not drawn again."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, dumps, loads
from struct import Struct
from typing import NamedTuple
from zlib import compress, decompress

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.digest import digest
from annotated_briefings.build.explain import key_of, reasons
from annotated_briefings.build.social_cards import picture_job
from annotated_briefings.output.audit import PageFacts, facts_of, faults_of, links_of
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output, PageRenderer
from annotated_briefings.output.social_cards import draw_card
from annotated_briefings.output.templates import Compiled, TemplateSet
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.social_picture import PictureView
from annotated_briefings.site.model.relations import Slugs
from annotated_briefings.site.routes import Page, Unit, site_view, unit_pages, words_of

_LENGTH = Struct("<I")


class Record(NamedTuple):
    """What is remembered of a page between builds, besides its file."""

    key: str
    """Digests of everything that it was drawn from."""
    digest: str
    """Digest of its bytes; empty when its template failed."""
    links: bytes
    """Where its links lead, and its ids and links as written, compressed as one: those of 10,000 pages take a third of
    their 90 MB so. Empty for what is no HTML."""
    found: tuple[Diagnostic, ...]
    """What is wrong with its template."""
    faults: tuple[Diagnostic, ...] | None
    """What is wrong with its markup; None as long as nobody has asked."""
    watch: str
    """The secrets that were looked for in it."""
    hits: tuple[int, ...]
    """Those that it holds."""


def pack(record: Record) -> bytes:
    """A record as it is put away."""
    return dumps(record, HIGHEST_PROTOCOL)


def unpack(packed: bytes | None) -> Record | None:
    """A record that was put away; None for none, and for what cannot be read: drawing the page again is right."""
    try:
        record: Record | None = loads(packed) if packed else None
    except Exception:
        return None
    return record


def leads_in(record: Record) -> list[str]:
    """Where the links of a page lead: output files, with a fragment where one is named."""
    return _unpressed(record)[0].decode().split("\n") if record.links else []


def facts_in(record: Record | None) -> PageFacts | None:
    """The ids and links of a page; None for what is no HTML, or where there is no record."""
    context: PageFacts | None = loads(_unpressed(record)[1]) if record and record.links else None
    return context


def _pressed(leads: Iterable[str], context: PageFacts) -> bytes:
    """Both at once: it is to begin that takes long, 20 us for 3 kB. What is wanted often comes first."""
    lines = "\n".join(leads).encode()
    return compress(_LENGTH.pack(len(lines)) + lines + dumps(context, HIGHEST_PROTOCOL), 1)


def _unpressed(record: Record) -> tuple[bytes, bytes]:
    data = decompress(record.links)
    end = _LENGTH.size + _LENGTH.unpack_from(data)[0]
    return data[_LENGTH.size : end], data[end:]


class Place(NamedTuple):
    """Where the bytes of a page wait to be published."""

    file: str
    start: int
    length: int


@dataclass(slots=True)
class DrawnPage:
    """One page after its drawing."""

    path: str
    """Its output file."""
    origin: str
    """Path of the file it comes from."""
    digest: str
    """Digest of its bytes; empty when its template failed."""
    fresh: bool
    """Whether it was drawn from something new."""
    record: bytes
    """Its packed record, where it differs from the one that was known; else empty."""
    place: Place | None
    """Where its bytes wait; None when the output folder has them, or nobody wants them."""
    data: bytes
    """The bytes themselves, where there is no file that all processes can write to."""
    kept: bool
    """Whether the output folder has these very bytes."""
    found: tuple[Diagnostic, ...]
    """What is wrong with it."""
    leak: Diagnostic | None
    """Said when it holds what is not public."""
    why: tuple[str, ...]
    """Why it was drawn; empty for one that was not."""


@dataclass(slots=True)
class DrawnUnits:
    """Some units after their drawing."""

    pages: list[list[DrawnPage]]
    """The pages of each unit."""
    leads: frozenset[str]
    """Where their links lead, each once."""
    related: Mapping[str, Slugs] = field(default_factory=dict)
    """Briefs among them to the briefs that are related to each."""


@dataclass
class Drawing:
    """Everything that the pages of one build are drawn from; goes to other processes as it is."""

    context: SiteContext
    templates: TemplateSet
    assets: tuple[tuple[str, str], ...]
    """Names of static files and their fingerprinted paths."""
    code: str
    """Digest of our code."""
    shared: str
    """Digest of what all pages have in common."""
    closures: Mapping[str, str]
    """Template to the digest of its text and of all templates that it refers to."""
    compiled: Compiled
    """Templates that were compiled before."""
    font: bytes
    """For the pictures of briefs."""
    known: Mapping[str, bytes]
    """Output file to its packed record of an earlier build."""
    present: Mapping[str, str]
    """Output file to the digest of the bytes that the output folder has of it."""
    destination: Path
    """The output folder."""
    own: frozenset[str]
    """Static files, which take the place of pages of the same name."""
    watch: Watch | None
    """The secrets to look for."""
    wanted: bool
    """Whether the bytes are to be published."""
    spool: Path | None
    """Folder for the bytes that wait; None to hand them over."""
    closely: bool
    """Whether faults of the markup are asked for."""
    _spoken: dict[str, str] = field(default_factory=dict)

    @cached_property
    def renderer(self) -> PageRenderer:
        """Draws with the templates."""
        context = self.context
        return PageRenderer(
            self.templates, site_view(context, __version__), self.assets, context.config.base_path, self.compiled
        )

    @cached_property
    def font_digest(self) -> str:
        """Stands for the font in the keys of pictures."""
        return blake2b(self.font, digest_size=16).hexdigest()

    def __getstate__(self) -> dict[str, object]:
        # The renderer holds compiled templates, which cannot be handed over.
        return {name: value for name, value in self.__dict__.items() if name != "renderer"}

    def key(self, page: Page) -> str:
        """Digests of everything that a page is drawn from."""
        words = words_of(self.context, page)
        spoken = self._spoken.get(words.language)
        if spoken is None:
            spoken = self._spoken[words.language] = digest(self.shared, words)
        return key_of(self.code, spoken, self.closures.get(page.template, ""), digest(page))


def draw_units(drawing: Drawing, units: Sequence[Unit]) -> DrawnUnits:
    """Draw the pages of some units."""
    leads: set[str] = set()
    with _Spool(drawing.spool) as spool:
        pages = [list(draw_pages(drawing, unit_pages(drawing.context, unit), leads, spool)) for unit in units]
    known = drawing.context.known_related
    related = {unit.key: known[unit.key] for unit in units if unit.route == "brief" and unit.key in known}
    return DrawnUnits(pages, frozenset(leads), related)


def draw_alone(drawing: Drawing, pages: Iterable[Page]) -> DrawnUnits:
    """Draw some pages that are no unit."""
    leads: set[str] = set()
    with _Spool(drawing.spool) as spool:
        drawn = list(draw_pages(drawing, pages, leads, spool))
    return DrawnUnits([drawn], frozenset(leads))


def draw_pages(drawing: Drawing, pages: Iterable[Page], leads: set[str], spool: "_Spool") -> Iterator[DrawnPage]:
    """Draw pages; where their links lead is added to ``leads``."""
    for page in pages:
        if page.path in drawing.own:
            continue
        if isinstance(page.view, PictureView):
            yield _picture(drawing, page, page.view, spool)
            continue
        drawn, record = _page(drawing, page, spool)
        leads.update(leads_in(record))
        yield drawn


def _page(drawing: Drawing, page: Page, spool: "_Spool") -> tuple[DrawnPage, Record]:
    key = drawing.key(page)
    old = unpack(drawing.known.get(page.path))
    if old and old.key == key and (record := _still_good(drawing, page.path, page.origin, old)):
        return _drawn(drawing, page, old, record, None, False, spool), record
    output, found = drawing.renderer.draw(page, words_of(drawing.context, page))
    record = _examined(drawing, key, output, found)
    return _drawn(drawing, page, old, record, output, old is None or old.key != key, spool), record


def _still_good(drawing: Drawing, path: str, origin: str, old: Record) -> Record | None:
    """What is known of a page whose file the output folder has; None when it has to be drawn."""
    here = drawing.present.get(path) == old.digest or not old.digest
    if drawing.wanted and not here:
        return None
    watch = drawing.watch
    sought = watch is None or old.watch == watch.ident
    asked = old.faults is not None or not drawing.closely
    if not old.digest or (sought and asked):
        return old
    if not here:
        return None
    # There are other secrets, or the markup is asked for: look at the file, unless somebody has changed it meanwhile.
    try:
        data = (drawing.destination / path).read_bytes()
    except OSError:
        return None
    if _digest(data) != old.digest:
        return None
    output = Output(path, data, origin)
    if watch and not sought:
        old = old._replace(watch=watch.ident, hits=watch.hits(output))
    return old if asked else old._replace(faults=faults_of(output))


def _examined(drawing: Drawing, key: str, output: Output | None, found: tuple[Diagnostic, ...]) -> Record:
    watch = drawing.watch
    mark = watch.ident if watch else ""
    if output is None:
        return Record(key, "", b"", found, (), mark, ())
    hits = watch.hits(output) if watch else ()
    name = _digest(output.data)
    if not output.path.endswith(".html"):
        return Record(key, name, b"", found, (), mark, hits)
    context = facts_of(output)
    links = _pressed(links_of(context, drawing.context.config.base_path), context)
    faults = faults_of(output) if drawing.closely else None
    return Record(key, name, links, found, faults, mark, hits)


def _drawn(
    drawing: Drawing,
    page: Page,
    old: Record | None,
    record: Record,
    output: Output | None,
    fresh: bool,
    spool: "_Spool",
) -> DrawnPage:
    kept = drawing.present.get(page.path) == record.digest
    wanted = output is not None and drawing.wanted and not kept
    place = spool.put(output.data) if output and wanted else None
    data = output.data if output and wanted and place is None else b""
    packed = b"" if record == old else pack(record)
    found = (*record.found, *(record.faults or ())) if drawing.closely else record.found
    leak = drawing.watch.said(page.path, record.hits) if drawing.watch and record.hits else None
    why = reasons(old.key if old else None, record.key, page.path in drawing.present) if output else ()
    return DrawnPage(page.path, page.origin, record.digest, fresh, packed, place, data, kept, found, leak, why)


def _picture(drawing: Drawing, page: Page, view: PictureView, spool: "_Spool") -> DrawnPage:
    job = picture_job(view, drawing.font)
    # Not what pages have in common: a changed style sheet changes no picture, and each takes 5 ms.
    key = key_of(drawing.code, "", drawing.font_digest, digest(job.title, job.kicker, job.foot, job.rtl))
    old = unpack(drawing.known.get(page.path))
    if old and old.key == key and (not drawing.wanted or drawing.present.get(page.path) == old.digest):
        return _drawn(drawing, page, old, old, None, False, spool)
    output = Output(page.path, draw_card(job), page.origin)
    record = Record(key, _digest(output.data), b"", (), (), "", ())
    return _drawn(drawing, page, old, record, output, False, spool)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


class _Spool:
    """A file of this process to which finished pages are added until all are known to be fit to publish."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / f"{os.getpid()}.pages" if folder else None
        self._at = 0

    def __enter__(self) -> "_Spool":
        if self._path:
            self._file = self._path.open("ab")
            self._at = self._file.seek(0, os.SEEK_END)
        return self

    def __exit__(self, *_: object) -> None:
        if self._path:
            self._file.close()

    def put(self, data: bytes) -> Place | None:
        """Keep some bytes; None when there is no file for them."""
        if self._path is None:
            return None
        place = Place(self._path.name, self._at, len(data))
        self._file.write(data)
        self._at += len(data)
        return place
