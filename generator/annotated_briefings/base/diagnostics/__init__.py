"""Errors, warnings and hints as values, the rules that find them, and the formats in which programs read them."""

from annotated_briefings.base.diagnostics.code import Code
from annotated_briefings.base.diagnostics.codes import DECLARED
from annotated_briefings.base.diagnostics.ignoring import Ignored
from annotated_briefings.base.diagnostics.model import Absent, Diagnostic, by_file, report, show, sort_key
from annotated_briefings.base.diagnostics.rules import Finding, Rule, apply, rule, rule_for
from annotated_briefings.base.diagnostics.severity import Severity
from annotated_briefings.base.diagnostics.similar import closest, did_you_mean

__all__ = [
    "DECLARED",
    "Absent",
    "Code",
    "Diagnostic",
    "Finding",
    "Ignored",
    "Rule",
    "Severity",
    "apply",
    "by_file",
    "closest",
    "did_you_mean",
    "report",
    "rule",
    "rule_for",
    "show",
    "sort_key",
]
