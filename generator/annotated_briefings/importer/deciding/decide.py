"""Decisions about imports added to the file that holds them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.writer import in_brackets
from annotated_briefings.storage.edit_file import Refused, patch_file
from annotated_briefings.storage.files import reason, write_text_atomic


def decide(root: Path, decisions: Sequence[Mapping[str, str]]) -> tuple[Diagnostic, ...]:
    """Add decisions to the end of their file; one that is there already is not added again."""
    lines = ["- " + in_brackets(decision) for decision in decisions]
    try:
        if not (root / DECISIONS).exists():
            write_text_atomic(root / DECISIONS, "")
    except OSError as error:
        return (
            report(
                "output",
                f"`{DECISIONS}` cannot be written: {reason(error)}",
                Place(DECISIONS),
                help="check the folder's permissions",
            ),
        )

    def added(text: str) -> str:
        new = [line for line in dict.fromkeys(lines) if line not in text.splitlines()]
        end = "" if not text or text.endswith("\n") else "\n"
        return text + (end + "".join(f"{line}\n" for line in new) if new else "")

    try:
        patch_file(root, DECISIONS, added)
    except Refused as refused:
        return (refused.args[0],)
    return ()
