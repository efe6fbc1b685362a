"""Any collected file, read by what it is, with its documents in normal form."""

from collections.abc import Callable

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import whole_url
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import OPEN, DayReading
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected
from annotated_briefings.intake.formats.dated import dated
from annotated_briefings.intake.formats.holding import InnerFiles
from annotated_briefings.intake.formats.html.page_access import meta_mark
from annotated_briefings.intake.formats.kinds import format_named, load
from annotated_briefings.intake.formats.normal import addressed, normal, printable
from annotated_briefings.intake.formats.packed.archives import UnpackBudget
from annotated_briefings.intake.formats.packed.wrappers import unwrapped
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.recognise import format_of
from annotated_briefings.intake.formats.text import LIMIT
from annotated_briefings.intake.formats.unread import refuse
from annotated_briefings.intake.model import Delivery, FieldMap, RawDocument
from annotated_briefings.intake.stated.marks.held import marked

_DEPTH = 3
"""Wrappers around each other."""
_NO_DELIVERY = Delivery()


def read_any(
    name: str,
    data: bytes,
    forced: str = "",
    depth: int = 0,
    fields: FieldMap = (),
    first: int = 1,
    delivery: Delivery = _NO_DELIVERY,
    days: DayReading = OPEN,
) -> Detected:
    """The documents of a file of any known format, or of its lines from ``first`` on, with what it states in normal
    form; never raises for bad input."""
    documents, found = _read(CollectedFile(name, data, fields, first, delivery, depth), forced, UnpackBudget())
    clean = [printable(document) for document in documents]
    controls = [_controls(document.name, gone) for document, gone in clean if gone]
    read = [dated(document, days) for document, _ in clean]
    unread = (one for _, more in read for one in more)
    return tuple(normal(document) for document, _ in read), (*found, *controls, *unread)


def _controls(name: str, count: int) -> Diagnostic:
    """The warning for a text that held control characters."""
    message = f"{count} control characters were taken out" if count != 1 else "1 control character was taken out"
    return report("invalid-bytes", message, Place(name), help="look whether a word is missing where they stood")


def _read(file: CollectedFile, forced: str, budget: UnpackBudget) -> Detected:
    try:
        inside = unwrapped(file.name, file.data) if file.depth < _DEPTH else None
    except BrokenFile as error:
        message, remedy = f"the packed file cannot be read: {error}", "download it or pack it again"
        return (), (report("broken-file", message, Place(file.name), help=remedy),)
    if inside:
        delivery = replace(
            file.delivery,
            address=file.delivery.address or inside.address,
            media=inside.media or file.delivery.media,
            charset=inside.charset or file.delivery.charset,
        )
        inner = replace(file, name=inside.name, data=inside.data, delivery=delivery, depth=file.depth + 1)
        return _read(inner, forced, budget)
    kind = forced or format_of(file.name, file.data, file.delivery.media)
    if not isinstance(kind, str):
        return (), (refuse(file.name, kind),)
    form = format_named(kind)
    if len(file.data) > LIMIT and not form.large:
        message = f"the file has {len(file.data) / 1e6:.0f} MB; the limit is {LIMIT / 1e6:.0f} MB"
        return (), (report("too-large", message, Place(file.name), help="split it into smaller files"),)
    read: Callable[..., Detected] = load(form.reader)
    documents, found = read(file, InnerFiles(budget, _read)) if form.holds else read(file)
    if mark := file.delivery.robots and meta_mark([("robots", file.delivery.robots)]):
        documents = tuple(replace(document, given=marked(document.given, mark)) for document in documents)
    address = file.delivery.address
    if not address:
        return documents, found
    if len(documents) == 1 and form.page:
        return (addressed(documents[0], address),), found
    return tuple(_made_whole(document, address) for document in documents), found


def is_feed(name: str, data: bytes, media: str = "") -> bool:
    """Whether a file is a feed: RSS, Atom, RDF or JSON Feed."""
    kind = format_of(name, data, media)
    return kind == "feed" or (kind == "json" and b"jsonfeed.org/version" in data[:2000].replace(b"\\/", b"/"))


def _made_whole(document: RawDocument, address: str) -> RawDocument:
    """A document of a feed that was found at an address, from which its own may start."""
    url = document.given.url
    return replace(document, given=replace(document.given, url=whole_url(address, url))) if url else document
