"""Writes digests of the files that two sites become: the same on every Python and system.

`python tests/site_digest.py FILE` writes one line a file, and first a digest of all of them.
The sites are that of the golden test and one that is made from collected texts. Pictures are left out: how well they
are packed depends on the libraries of a system.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.importer.run import ImportRequest, run_import

TESTS = Path(__file__).resolve().parent
PICTURES = (".png", ".webp", ".jpg")


def sites(folder: Path) -> Iterator[Path]:
    """The sites, built."""
    golden, imported = folder / "golden", folder / "imported"
    shutil.copytree(TESTS / "golden" / "site", golden)
    imported.mkdir()
    (imported / "site.yaml").write_text("title: Imported\nbase_url: https://pages.example\n", encoding="utf-8")
    paths = tuple(TESTS / "data" / name for name in ("dump.txt", "export.txt"))
    run_import(ImportRequest(imported, paths, publish=True, progress=False))
    for site in (golden, imported):
        build(BuildRequest(site, datetime(2026, 12, 1, tzinfo=UTC), progress=False))
        yield site


def digests() -> Iterator[tuple[str, str]]:
    """File and digest, of all files that are published and all briefs."""
    with TemporaryDirectory() as folder:
        for site in sites(Path(folder)):
            for part in ("_site", "briefings"):
                for file in sorted((site / part).rglob("*"), key=lambda path: path.as_posix()):
                    if file.is_file() and file.suffix not in PICTURES and file.name != "imports.jsonl":
                        name = file.relative_to(folder).as_posix()
                        yield name, hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    found = dict(digests())
    whole = hashlib.sha256("".join(f"{name} {digest}\n" for name, digest in found.items()).encode()).hexdigest()
    lines = [f"{digest}  {name}\n" for name, digest in {"all": whole, **found}.items()]
    # A shell of Windows would write other line ends.
    Path(sys.argv[1]).write_bytes("".join(lines).encode())
