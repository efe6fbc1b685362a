"""Diagnostics that follow from another one: what names a cause is reported, and what vanishes with it is not.

An editor who follows "no brief names it, take the entry out" while a brief cannot be read deletes what is right. A finding that
rests on the absence of a name says so (``Absent``); here it is compared with the files that an error leaves out.
"""

from collections.abc import Iterable, Mapping

from annotated_briefings.base.diagnostics import Absent, Diagnostic, Severity
from annotated_briefings.base.site_files import SITE
from annotated_briefings.base.source import Source


def without_consequences(found: Iterable[Diagnostic], sources: Mapping[str, Source]) -> tuple[Diagnostic, ...]:
    """The diagnostics without those that another one explains; ``sources`` are the files by path.

    One is explained when a file that could have the names that it misses contains one of them, and has an error or is not
    read because of its folder or its name; or when its own file has a misspelt key that means one.
    """
    every = tuple(found)
    if not any(one.absent for one in every):
        return every
    broken = {d.place.path for d in every if d.severity is Severity.ERROR}
    texts = {path: _searched(path, sources[path].text) for path in sorted(broken & sources.keys())}
    # A file that nothing reads has what it would have in its place.
    texts |= {d.meant: _searched(d.meant, d.unread) for d in every if d.unread}
    misspelt = {(d.place.path, d.meant) for d in every if d.meant}
    return tuple(one for one in every if not _is_explained(one, one.absent, texts, misspelt))


def _searched(path: str, text: str) -> str:
    """Everything by which a file can be named, in the form in which it is compared."""
    return f"{path}\n{text}".casefold()


def _is_explained(
    one: Diagnostic,
    absent: Absent | None,
    texts: Mapping[str, str],
    misspelt: Iterable[tuple[str, str]],
) -> bool:
    if absent is None:
        return False
    own = one.place.path
    names = [name.casefold() for name in absent.names if name]
    return (
        # The own text of a brief has what it names.
        any(
            path.endswith(absent.where) and (path != own or path == SITE) and any(name in text for name in names)
            for path, text in texts.items()
        )
        or (own in absent.where and any((own, name) in misspelt for name in absent.names))
    )
