"""Symbolic links that lead out of a site, or to what a site never publishes: what they lead to is never read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place

_PRIVATE = frozenset({"collected", ".cache", ".git"})
"""Folders of a site that are never published."""


class OutsideLinks:
    """Finds the symbolic links of a folder that lead out of it, or to its private parts, by any number of steps."""

    def __init__(self, home: Path) -> None:
        """The links below a folder, which may be reached by links itself."""
        self._home = home
        self._real = os.path.realpath(home)
        self._folders: dict[str, bool] = {}
        self._found: dict[Path, Diagnostic] = {}

    def within(self, path: Path) -> bool:
        """Whether a path below the folder leads to a file or folder in it; the link that leads out is kept."""
        if path == self._home:
            return True
        parent = os.fspath(path.parent)
        inside = self._folders.get(parent)
        if inside is None:
            inside = self._folders[parent] = self._inside(parent)
        # Nearly all files are no links: one question to the system then answers for a file, and one for its folder.
        if inside and (not path.is_symlink() or self._inside(os.fspath(path))):
            return True
        self._keep(path)
        return False

    def look_below(self, folder: Path) -> None:
        """Keep the links to folders that lead out, at any depth; those that are hidden are left aside."""
        if not folder.is_dir() or not self.within(folder):
            return
        for top, folders, _ in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in folders:
                if os.path.islink(os.path.join(top, name)):
                    self.within(Path(top, name))

    def within_of(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Those of some paths that lead to a file or folder in the folder."""
        return (path for path in paths if self.within(path))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """One for each link that leads out."""
        return tuple(self._found[path] for path in sorted(self._found))

    def _inside(self, path: str) -> bool:
        real = os.path.realpath(path)
        if real == self._real:
            return True
        own = self._real.rstrip(os.sep) + os.sep
        return real.startswith(own) and not (self._is_private(real[len(own) :]) and self._leads(path, real))

    def _is_private(self, name: str) -> bool:
        """Whether a path from the folder is that of something private: a file beside ``site.yaml`` is."""
        top, below, _ = name.partition(os.sep)
        return top in _PRIVATE or (not below and os.path.isfile(os.path.join(self._real, top)))

    def _leads(self, path: str, real: str) -> bool:
        """Whether a path leads to another part of the folder than its own; files beside ``site.yaml`` are one part."""
        own, there = (os.path.relpath(one, top).split(os.sep) for one, top in ((path, self._home), (real, self._real)))
        beside = len(own) == len(there) == 1 and there[0] not in _PRIVATE
        return own[0] != there[0] and not beside

    def _keep(self, path: Path) -> None:
        steps = [path, *(folder for folder in path.parents if self._home in folder.parents)]
        link = next(step for step in reversed(steps) if not self._inside(os.fspath(step)))
        real = os.path.realpath(link)
        within = real.startswith(self._real.rstrip(os.sep) + os.sep)
        leads = f"leads to `{os.path.relpath(real, self._real)}`, which is never published"
        self._found[link] = report(
            "outside-link",
            f"the symbolic link {leads if within else f'leads out of the site, to `{real}`'}",
            Place(link.relative_to(self._home).as_posix()),
            help="put what it leads to into the site in its place, or take the link out; it is left out until then",
        )
