"""What is wrong with a site, by file: after a change of one file only what is wrong with it is looked at again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated_briefings.base.diagnostics import Diagnostic, Severity, by_file, sort_key


@dataclass(frozen=True)
class Findings:
    """Diagnostics of a site, each once, by the path of their file and in their order there."""

    by_file: Mapping[str, tuple[Diagnostic, ...]]
    """Path of a file to what is wrong with it."""
    errors_by_file: Mapping[str, tuple[Diagnostic, ...]]
    """The same for errors alone."""

    @cached_property
    def every(self) -> tuple[Diagnostic, ...]:
        """All of them, by place."""
        return _flat(self.by_file)

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors among them, by place."""
        return _flat(self.errors_by_file)

    def with_file(self, path: str, found: Iterable[Diagnostic]) -> "Findings":
        """The same where other things are wrong with one file."""
        own = _ordered(found)
        return Findings({**self.by_file, path: own}, {**self.errors_by_file, path: _errors(own)})

    def since(self, before: "Findings") -> tuple[Diagnostic, ...]:
        """Those that were not there before, by place."""
        fresh = {
            path: tuple(one for one in found if one not in known)
            for path, found in self.by_file.items()
            if found is not (known := before.by_file.get(path, ())) and found != known
        }
        return _flat(fresh)


NOTHING = Findings({}, {})
"""What is wrong where no site was read yet."""


def findings(found: Iterable[Diagnostic]) -> Findings:
    """Diagnostics by file."""
    ordered = {path: _ordered(own) for path, own in by_file(found).items()}
    return Findings(ordered, {path: errors for path, own in ordered.items() if (errors := _errors(own))})


def _ordered(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(found), key=sort_key))


def _errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _flat(by_file: Mapping[str, tuple[Diagnostic, ...]]) -> tuple[Diagnostic, ...]:
    return tuple(one for path in sorted(by_file) for one in by_file[path])
