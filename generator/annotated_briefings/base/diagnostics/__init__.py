"""Errors, warnings and hints as values, and the formats in which programs read them."""

from annotated_briefings.base.diagnostics.model import CODES, Diagnostic, Severity, did_you_mean, report, show, sort_key

__all__ = ["CODES", "Diagnostic", "Severity", "did_you_mean", "report", "show", "sort_key"]
