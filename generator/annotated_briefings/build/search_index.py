"""The search index, made by Pagefind; the only module that uses it.

Pagefind writes the values of a filter, and the list of filters, in an order that changes from run to run. They are
sorted here, so that the same briefs give the same bytes.
"""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable
from hashlib import blake2b
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.site.exports.search_records import SearchRecord

FOLDER = "pagefind"
"""Folder of the index in the output."""
_OURS = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "playground")
"""Parts of Pagefind's bundle that are not needed, since this product has a search page of its own."""
_MARK = b"pagefind_dcd"
"""Prefix of the CBOR data in Pagefind's files."""
Files = tuple[tuple[str, bytes], ...]


class SearchFailed(Exception):
    """Pagefind failed; the first argument is the diagnostic to show."""


def build_index(records: Iterable[SearchRecord]) -> Files:
    """The files of the index, by path; raises SearchFailed where Pagefind fails, so that nothing is cached.

    Pagefind reads one small page for each brief, which holds nothing but what the brief's own page shows.
    """
    with TemporaryDirectory(prefix="briefings-") as name:
        folder = Path(name)
        for record in records:
            page = folder / record.url.strip("/") / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(_page(record), "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SearchFailed(_failed(str(error))) from error
        if done.returncode:
            output = (done.stderr or done.stdout).strip().splitlines()
            raise SearchFailed(_failed(output[-1] if output else f"exit status {done.returncode}"))
        return tuple(sorted(_in_order(dict(_files(folder / FOLDER))).items()))


def _failed(why: str) -> Diagnostic:
    return report(
        "search",
        f"the search index could not be made: {why}",
        Place("site.yaml"),
        help="install `pagefind` and `pagefind-bin-extended`, or set `search: false`; all else is whole",
    )


def _page(record: SearchRecord) -> str:
    filters = "".join(
        f'<i data-pagefind-filter="{name}[data-value]" data-value="{escape(value)}"></i>'
        for name, value in record.filters
    )
    date = f'<i data-pagefind-meta="date[data-value]" data-value="{escape(record.date)}"></i>' if record.date else ""
    order = f'<i data-pagefind-sort="date[data-value]" data-value="{escape(record.order)}"></i>' if record.order else ""
    text = "".join(f"<p>{escape(part)}</p>" for part in record.text)
    return (
        f'<!doctype html><html lang="{escape(record.language)}"><head><title>{escape(record.title)}</title></head>'
        f"<body data-pagefind-body><h1>{escape(record.title)}</h1>{date}{order}{filters}{text}</body></html>"
    )


def _files(folder: Path) -> Iterable[tuple[str, bytes]]:
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(_OURS):
            yield f"{FOLDER}/{name}", path.read_bytes()


def _in_order(files: dict[str, bytes]) -> dict[str, bytes]:
    """The index with its filters in order and, since names of files are digests, under the names that follow."""
    entry_name = f"{FOLDER}/pagefind-entry.json"
    entry = json.loads(files.pop(entry_name))
    for language in entry["languages"].values():
        meta = _decoded(files.pop(f"{FOLDER}/pagefind.{language['hash']}.pf_meta"))
        filters = []
        for name, ident in sorted(meta[3]):
            value = _decoded(files.pop(f"{FOLDER}/filter/{ident}.pf_filter"))
            data = _encoded([value[0], sorted(value[1])])
            renamed = _renamed(ident, data)
            files[f"{FOLDER}/filter/{renamed}.pf_filter"] = data
            filters.append([name, renamed])
        meta[3], meta[4] = filters, sorted(meta[4])
        data = _encoded(meta)
        language["hash"] = _renamed(language["hash"], data)
        files[f"{FOLDER}/pagefind.{language['hash']}.pf_meta"] = data
    files[entry_name] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return files


def _decoded(data: bytes) -> list[Any]:
    value: list[Any] = cbor2.loads(gzip.decompress(data)[len(_MARK) :])
    return value


def _encoded(value: list[Any]) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(value), mtime=0)


def _renamed(ident: str, data: bytes) -> str:
    """The name of a file whose bytes have changed; the language at its start stays."""
    return f"{ident.rpartition('_')[0]}_{blake2b(data, digest_size=5).hexdigest()}"
