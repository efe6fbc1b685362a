"""The text of a source that was typed by hand, kept as the proof of what a brief quotes from it; no draft is made."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.site_files import COLLECTED, DECISIONS
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.web import plain_address
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.importer.inputs import list_files, pieces
from annotated_briefings.importer.prove import prove_briefs
from annotated_briefings.importer.read_stage import PieceReader
from annotated_briefings.importer.recorded import text_of
from annotated_briefings.importer.site_state import day_reading, field_map, site_language
from annotated_briefings.importer.versions import BroughtVersion, after_import, brought_version
from annotated_briefings.intake.decisions import Decisions, read_decisions
from annotated_briefings.intake.history.lines import HISTORY_STARTS, history_line, read_history
from annotated_briefings.intake.ledger import Entry, entry_line, read_ledger
from annotated_briefings.intake.model import Article
from annotated_briefings.intake.proofs import read_facts, text_digest
from annotated_briefings.intake.reading import Piece
from annotated_briefings.project.briefs import parse_briefs
from annotated_briefings.project.load import load_site
from annotated_briefings.project.paths import in_site
from annotated_briefings.project.provenance import Provenances
from annotated_briefings.project.receipts import prove
from annotated_briefings.storage.edit_file import Refused
from annotated_briefings.storage.files import write_text_atomic
from annotated_briefings.storage.ledger import Ledger, append_to_ledger

_SHOWN = 5
"""Articles of a file that are named where it holds too many."""


class AttachRequest(Value):
    """Which text belongs to which source."""

    root: Path
    """The site folder."""
    brief: str
    """Path, name or slug of the brief."""
    file: Path | Piece
    """The text, in any format that import reads: a file, or what was fetched."""
    source: int = 0
    """Number of the source; 0 where there is only one that it can be."""
    format: str = ""
    """What the file is, instead of what its content says."""
    address: str = ""
    """The address that was fetched, as the editor has named it."""


class Attached(Value):
    """A text that was kept."""

    brief: str
    """Path of the brief."""
    source: int
    """Number of the source."""
    name: str
    """The name of the source."""
    quotes: int
    """Quotes of the brief that name the source."""
    found: int
    """Those that are in the text."""
    changed: BroughtVersion | None
    """What differs from the text of the source that was known before, which is kept as an earlier version; None where
    there is none, or nothing differs."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the quotes of the brief now that its text is known."""


def attach(request: AttachRequest) -> Attached:
    """Keep the text of a source. Raises Refused where it is not clear what belongs to what, and OSError."""
    loaded = load_site(request.root)
    brief = _brief([one.brief for one in parse_briefs(loaded, InMemory()) if one.brief], request)
    known = Provenances(read_facts(loaded.ledger.texts()))
    number = _source(brief, known, request.source or _fetched_source(brief, request))
    source = brief.sources[number - 1]
    article = _article(request, source.url)
    asked_for = any(_same(one, source.url) for one in _addresses(request))
    if article.given.url and source.url and not asked_for and not _same(article.given.url, source.url):
        raise _refused(
            f"the text is that of `{article.given.url}`, and source {number} is `{source.url}`",
            brief.path,
            "name the source that it is the text of with `--source`, or correct its `url`",
        )
    identity = _identity(brief, article, source.url or f"{source.outlet}\0{source.title}")
    entry = Entry(
        identity,
        article.document,
        article.segment,
        "attached",
        brief.path,
        next(iter(brief.articles), ""),
        1.0,
        len(article.text.split()),
        b"",
        url=source.url,
        title=source.title,
        outlet=source.outlet,
        text=text_digest(article.text),
    )
    changed = _changed(request.root, loaded.ledger, brief, known.of_sources(brief)[number - 1], entry, article)
    write_text_atomic(request.root / COLLECTED / f"{identity}.txt", article.collected + "\n")
    lines = entry_line(entry) + (history_line(changed.version) if changed else "")
    append_to_ledger(request.root, lines)
    language = site_language(request.root)
    failed = prove_briefs(request.root, [brief.path], language)
    now = load_site(request.root)
    files = {one.path: one for one in now.briefs}
    proofs = prove(request.root, [brief], files, language, Provenances(read_facts(now.ledger.texts())))
    claims = [(p.quote, p.source) for p in brief.key_points] + [(f.quote, f.source) for f in brief.figures]
    quotes = [quote for quote, of in claims if quote and of == number]
    found = sum(find_exact(article.collected, quote)[0] is QuoteStanding.STATED for quote in quotes)
    name = source.outlet or source.title or source.url
    return Attached(brief.path, number, name, len(quotes), found, changed, (*failed, *proofs.diagnostics))


def _changed(
    root: Path, ledger: Ledger, brief: Brief, earlier: Sequence[str], entry: Entry, article: Article
) -> BroughtVersion | None:
    """What differs from the last text of the source that was known before."""
    known = {one.id: one for one in read_ledger(ledger.lines())[0]}
    if entry.id in known:
        return None
    last = [one for one in known.values() if one.id in earlier]
    if not last or last[-1].text == entry.text:
        return None
    given = replace(article.given, url=entry.url, title=entry.title, outlet=entry.outlet)
    later = replace(article, id=entry.id, given=given)
    settled = read_decisions(Source(DECISIONS, text_of(root, DECISIONS) or ""))[0].seen
    history = read_history(ledger.texts(*HISTORY_STARTS))
    found = brought_version(root, replace(last[-1], brief=brief.path), later, brief, history, settled)
    return after_import(root, (found,))[0] if found.version.changes or not found.version.known else None


def _same(one: str, other: str) -> bool:
    return bool(one and other) and plain_address(one) == plain_address(other)


def _addresses(request: AttachRequest) -> tuple[str, ...]:
    """The addresses of a text that was fetched: the one asked for, and the one at which it was found."""
    return (request.address, request.file.delivery.address) if isinstance(request.file, Piece) else ()


def _fetched_source(brief: Brief, request: AttachRequest) -> int:
    """The number of the one source whose address was fetched; 0 where there is none or more than one."""
    there = [n for n, s in enumerate(brief.sources, 1) if any(_same(one, s.url) for one in _addresses(request))]
    return there[0] if len(there) == 1 else 0


def _refused(message: str, path: str, remedy: str) -> Refused:
    return Refused(report("refused-change", message, Place(path), help=remedy))


def _brief(briefs: list[Brief], request: AttachRequest) -> Brief:
    wanted = in_site(request.root, request.brief)
    found = [b for b in briefs if wanted in (b.path, b.slug) or b.path.endswith(f"/{wanted.removesuffix('.md')}.md")]
    if len(found) == 1:
        return found[0]
    if not found:
        raise _refused(f"no brief is called `{request.brief}`", "briefings", "give the path of its file, or its slug")
    names = ", ".join(brief.path for brief in found)
    raise _refused(f"several briefs are called `{request.brief}`: {names}", "briefings", "give the path of one of them")


def _source(brief: Brief, known: Provenances, wanted: int) -> int:
    """The number of the source that the text is of."""
    count = len(brief.sources)
    if not count:
        raise _refused("the brief names no source", brief.path, "add the source under `sources:` first")
    if wanted > count or wanted < 0:
        message = f"there is no source {wanted}: the brief has {count}"
        raise _refused(message, brief.path, "give the number of one of them with `--source`")
    without = [number for number, articles in enumerate(known.of_sources(brief), 1) if not articles]
    number = wanted or (1 if count == 1 else without[0] if len(without) == 1 else 0)
    if not number:
        names = ", ".join(f"{n} {s.outlet or s.title or s.url}" for n, s in enumerate(brief.sources, 1))
        raise _refused(f"the brief has several sources: {names}", brief.path, "say which with `--source N`")
    source = brief.sources[number - 1]
    if not (source.url or source.outlet or source.title):
        message = f"source {number} has no `url`, `outlet` or `title` by which it could be known again"
        raise _refused(message, brief.path, "add what is known of it")
    return number


def _article(request: AttachRequest, url: str) -> Article:
    """The one article of the file; of several that which states the address of the source."""
    found: list[Diagnostic] = []
    left_out: list[tuple[str, str]] = []
    reader = PieceReader(None, Decisions(), field_map(request.root), day_reading(request.root), None, 1)
    every = _pieces(request, found, left_out)
    articles = [article for _, read in reader.read(every) for article in read.articles]
    at_address = [a for a in articles if _same(a.given.url, url)]
    if len(at_address) == 1 or len(articles) == 1:
        return (at_address or articles)[0]
    name = request.file.name if isinstance(request.file, Piece) else str(request.file)
    if not articles:
        why = found[0].message if found else left_out[0][1] if left_out else "it holds no text"
        raise _refused(f"no article was found: {why}", name, "give the file with the text of the source")
    first = ", ".join(f"`{a.given.title or a.paragraphs[0].text[:40]}`" for a in articles[:_SHOWN])
    more = ", ..." if len(articles) > _SHOWN else ""
    raise _refused(
        f"the file holds {len(articles)} articles: {first}{more}",
        name,
        "give a file with the text of this source alone",
    )


def _pieces(request: AttachRequest, found: list[Diagnostic], left_out: list[tuple[str, str]]) -> Iterator[Piece]:
    """What is to be read."""
    if isinstance(request.file, Piece):
        yield request.file
        return
    for path in list_files((request.file,), left_out):
        yield from pieces(path, request.format, found, left_out)


def _identity(brief: Brief, article: Article, source: str) -> str:
    """An id of its own: the same text may be an article of another brief, or of none."""
    whole = "\0".join(("attached", brief.path, source, article.text))
    return blake2b(whole.encode("utf-8", "replace"), digest_size=6).hexdigest()
