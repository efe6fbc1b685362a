"""Small changes to files that editors own: written whole or not at all, and never over newer work."""

import os
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.storage.files import beside, not_utf8, place_of, reason
from annotated_briefings.storage.outside_links import OutsideLinks

_LINE, _RAW_LINE = regex(r"[^\n]*\n|[^\n]+"), regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Refused(Exception):
    """A file that was left as it is; its first argument is the diagnostic that says why."""


def patch_file(root: Path, name: str, change: Callable[[str], str | None], *, dry_run: bool = False) -> tuple[str, str]:
    """Change a text file, and give its text before and after; line ends, byte order mark and rights stay.

    ``change`` gets the text with ``\\n`` as line ends and gives the new one, or None where it cannot be changed safely.
    Raises Refused; the file is then as it was.
    """
    links = OutsideLinks(root)
    path = place_of(root, name)
    if not links.within(path):
        raise Refused(links.diagnostics[0])
    # A link to a file stays a link.
    path = path.resolve()
    try:
        data = path.read_bytes()
        raw = data.decode("utf-8")
        before = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        after = change(before)
        if after is None:
            raise Refused(cannot_patch(name))
        if after != before and not dry_run:
            _replace(path, data, _with_line_ends(raw, before, after).encode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(name, data, error.start, "nothing was changed")) from None
    except OSError as error:
        raise Refused(
            report(
                "output",
                f"`{name}` cannot be changed: {reason(error)}",
                Place(name),
                help="check the file and its permissions; nothing was changed",
            )
        ) from None
    return before, after


def cannot_patch(name: str, remedy: str = "make the change by hand; nothing was changed") -> Diagnostic:
    """The error for a file whose text no small edit can change and still be read as meant."""
    return report("patch", f"`{name}` is written in a way that cannot be changed safely", Place(name), help=remedy)


def _with_line_ends(raw: str, before: str, after: str) -> str:
    """The new text with the line ends of the old one, line by line."""
    mark = raw[: raw.startswith("\ufeff")]
    if "\r" not in raw:
        return mark + after
    old, new, own = _LINE.findall(before), _LINE.findall(after), _RAW_LINE.findall(raw.removeprefix(mark))
    usual = "\r\n" if raw.count("\r\n") * 2 >= len(own) else "\n"
    out = [mark]
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        out += own[a1:a2] if kind == "equal" else [line.replace("\n", usual) for line in new[b1:b2]]
    return "".join(out)


def _replace(path: Path, old: bytes, new: bytes, name: str) -> None:
    """Put new bytes in the place of old ones, unless somebody else was faster."""
    temporary = beside(path, os.getpid())
    try:
        with temporary.open("wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o7777)
        if path.read_bytes() != old:
            raise Refused(
                report(
                    "patch",
                    f"`{name}` was changed by somebody else at the same time",
                    Place(name),
                    help="run the command again; nothing was changed",
                )
            )
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
