"""Merge conflicts that git has written into a file and nobody has settled."""

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source

_MARK = regex(r"(?:<{7}|>{7}|\|{7})(?: .*)?\Z")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")


def merge_conflict(source: Source) -> tuple[Diagnostic, ...]:
    """The first line of a merge conflict in a text, outside code; nothing where there is none."""
    if not any(mark in source.text for mark in ("<<<<<<<", ">>>>>>>", "|||||||")):
        return ()
    fence = ""
    for number, line in enumerate(source.text.split("\n"), 1):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1][0] == fence[0] and len(found[1]) >= len(fence) and not line.strip(" `~"):
            fence = ""
        elif not fence and _MARK.match(line.rstrip("\r")):
            return (
                report(
                    "merge-conflict",
                    "a merge conflict is not settled",
                    Place(source.path, number, 1, len(line.rstrip())),
                    help="keep the lines that are right, and take the lines of `<<<<<<<`, `=======` and `>>>>>>>` out",
                    source=source,
                ),
            )
    return ()
