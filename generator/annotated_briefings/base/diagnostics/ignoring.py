"""Warnings and hints that a site does not want to see, as its settings name them under ``check:``."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from annotated_briefings.base.diagnostics.model import Diagnostic
from annotated_briefings.base.diagnostics.severity import Severity
from annotated_briefings.base.values import Value


class Ignored(Value):
    """Codes that are not shown and not counted; errors always are."""

    codes: tuple[str, ...] = ()
    """Codes that are ignored everywhere."""
    per_path: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns of paths, and the codes that are ignored in the files that match them."""

    def covers(self, code: str, path: str) -> bool:
        """Whether a code is ignored in a file; ``path`` leads from the site folder."""
        return code in self.codes or any(code in codes and matches(path, pattern) for pattern, codes in self.per_path)

    def shown(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Those of some diagnostics that are not ignored, in their order."""
        return tuple(d for d in found if d.severity is Severity.ERROR or not self.covers(d.code, d.place.path))


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern names a file, or a folder that it is in; ``*`` is any text, with slashes too."""
    pattern = pattern.removeprefix("./").rstrip("/")
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"{pattern}/*")
