"""The settings of a site, checked against the table of codes."""

from collections.abc import Iterable
from pathlib import Path

from annotated_briefings.base.config import Config, read_config
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.site.checks.table import CODES
from annotated_briefings.storage.files import read_tree


def read_settings(source: Source) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a site.yaml, and what is wrong with it."""
    return read_config(source, CODES)


def not_ignored(root: Path, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those diagnostics that the settings of the site in a folder do not ignore."""
    files, _ = read_tree(root, ("site.yaml",))
    return read_settings(files[0])[0].check.shown(found) if files else tuple(found)


def settings_diagnostics(root: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the settings of the site in a folder."""
    files, found = read_tree(root, ("site.yaml",))
    return (*found, *(diagnostic for source in files for diagnostic in read_settings(source)[1]))
