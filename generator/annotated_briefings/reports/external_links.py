"""The check of links to other hosts, made only when it is asked for."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.content.model import Brief
from annotated_briefings.importer.fetch.addresses import read_address
from annotated_briefings.importer.fetch.client import Limits, ask_status
from annotated_briefings.importer.fetch.faults import NotFetched, PrivateHost
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.storage.files import write_text_atomic

_KEPT = timedelta(days=7)
"""How long a cached answer is used."""
_LIMITS = Limits(connect=10.0, read=10.0, whole=20.0)
_TRIES = 2
"""How often an address is asked that does not answer."""
_AT_ONCE = 8
_GONE = (404, 410)
"""Status codes that mean that the page is gone; others, such as 403 or 500, may be for programs only, or temporary."""


def check_external(root: Path) -> tuple[Diagnostic, ...]:
    """Ask every address that sources and texts of briefs name, at most once a week; what fails is a hint."""
    loaded = load_site(root)
    named = [
        (address, brief, source)
        for source, brief in briefs_of(parse_all(root, loaded))
        for address in dict.fromkeys(_addresses(brief))
    ]
    cache = root / ".cache" / "links.json"
    known = _read(cache)
    now = datetime.now(UTC)
    fresh = {a: answer for a, (when, answer) in known.items() if now - when < _KEPT}
    missing = [address for address in dict.fromkeys(a for a, _, _ in named) if address not in fresh]
    asked = dict(zip(missing, _ask_all(missing), strict=True))
    stamps = {a: (known[a][0], answer) for a, answer in fresh.items()} | {a: (now, asked[a]) for a in missing}
    _write(cache, stamps)
    answers = fresh | asked
    return loaded.config.check.shown(
        report(
            "dead-link",
            f"`{address}` does not answer: {answers[address]}",
            _place(address, source),
            help="correct the address, or point to a copy in an archive",
            source=source,
        )
        for address, _, source in named
        if answers[address]
    )


def _addresses(brief: Brief) -> Iterator[str]:
    yield from (source.url for source in brief.sources if source.url)
    yield from (link.partition("#")[0] for link in brief.body.links if has_web_scheme(link))


def _ask_all(addresses: Sequence[str]) -> list[str]:
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        return list(workers.map(_ask, addresses))


def _ask(text: str) -> str:
    """What is wrong with an address; empty where nothing is, or where it may be wrong for programs alone."""
    address = read_address(text)
    if address is None:
        return "it is not a whole web address"
    why = ""
    for _ in range(_TRIES):
        try:
            status = ask_status(address, limits=_LIMITS)
        except PrivateHost:
            # Such a page may be there; it is not asked for.
            return ""
        except NotFetched as fault:
            why = fault.why
        else:
            return f"status {status}" if status in _GONE else ""
    return why


def _place(address: str, source: Source) -> Place:
    at = source.text.find(address)
    return place_at(source, at, len(address)) if at >= 0 else Place(source.path)


def _read(path: Path) -> dict[str, tuple[datetime, str]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {str(a): (datetime.fromisoformat(when), str(answer)) for a, (when, answer) in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(path: Path, answers: dict[str, tuple[datetime, str]]) -> None:
    rows = {address: (when.isoformat(timespec="seconds"), answer) for address, (when, answer) in answers.items()}
    try:
        write_text_atomic(path, json.dumps(rows, ensure_ascii=False, indent=0))
    except OSError:
        # Answers that cannot be cached are asked for again the next time.
        return
