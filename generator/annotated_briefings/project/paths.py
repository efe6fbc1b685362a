"""Where the site is."""

from pathlib import Path


def find_site(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upward, that holds a site.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / "site.yaml").is_file()), None)


def in_site(root: Path, name: str) -> str:
    """A path as an editor gives it, absolute or from the folder of the site, as paths are named there; what lies
    elsewhere, and a name that is no path, stays as it is."""
    path = Path(name)
    if not path.is_absolute():
        return name.removeprefix("./")
    for one, folder in ((path, root), (path.resolve(), root.resolve())):
        if one.is_relative_to(folder):
            return one.relative_to(folder).as_posix()
    return name
