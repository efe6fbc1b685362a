"""The settings of a site, checked against the table of codes."""

from annotated_briefings.base.config import Config, read_config
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.site.checks.table import CODES


def read_settings(source: Source) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a site.yaml, and what is wrong with it."""
    return read_config(source, CODES)
