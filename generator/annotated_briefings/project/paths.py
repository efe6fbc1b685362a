"""Where the site is."""

from pathlib import Path


def find_site(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upward, that holds a site.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / "site.yaml").is_file()), None)
