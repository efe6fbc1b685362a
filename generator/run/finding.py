"""Where the site is, and where it keeps what was collected."""

from pathlib import Path

LEDGER, DECISIONS, COLLECTED = "briefings/imports.jsonl", "briefings/decisions.yaml", "collected"
"""The import ledger, the decisions of editors, and the folder of the articles as they were received."""


def find_site(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upward, that holds a site.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / "site.yaml").is_file()), None)
