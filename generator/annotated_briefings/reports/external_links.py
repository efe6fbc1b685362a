"""The check of links to other hosts, made only when it is asked for. The only module that uses urllib3."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import urllib3

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.content.model import Brief
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.storage.files import write_text_atomic

_KEPT = timedelta(days=7)
"""How long a cached answer is used."""
_SECONDS = 10.0
_AT_ONCE = 8
_AGENT = "briefings-link-check"
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
    yield from (link.partition("#")[0] for link in brief.body.links if link.startswith(("http://", "https://")))


def _ask_all(addresses: Sequence[str]) -> list[str]:
    timeout = urllib3.Timeout(total=_SECONDS)
    pool = urllib3.PoolManager(headers={"User-Agent": _AGENT}, timeout=timeout, retries=urllib3.Retry(2, redirect=5))

    def ask(address: str) -> str:
        try:
            answer = pool.request("HEAD", address)
            if answer.status >= 400:
                # Some servers do not support HEAD.
                answer = pool.request("GET", address, preload_content=False)
                answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            return _reason(error)
        return f"status {answer.status}" if answer.status in _GONE else ""

    with ThreadPoolExecutor(_AT_ONCE) as workers:
        return list(workers.map(ask, addresses))


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", None)
    if isinstance(inner, Exception):
        return _reason(inner)
    name = type(error).__name__.removesuffix("Error")
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


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
