"""The three severities of diagnostics."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic matters; only errors change the exit status, and warnings with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
