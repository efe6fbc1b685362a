"""The codes that are reported from several places, by subject; codes of rules are declared with their rules."""

from annotated_briefings.base.diagnostics.code import Code
from annotated_briefings.base.diagnostics.codes import annotations, collected, files, front_matter, pages, registry

MODULES = (annotations, collected, files, front_matter, pages, registry)
"""The modules of this package."""
DECLARED: dict[str, Code] = {code.code: code for module in MODULES for code in module.CODES}
"""Code to what is known of it."""
