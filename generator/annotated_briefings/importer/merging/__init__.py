"""Three-way merges of briefs: what an import or another editor changed, into what an editor changed."""

from annotated_briefings.importer.merging.briefs import merge_briefs
from annotated_briefings.importer.merging.lines import Conflict, joined

__all__ = ["Conflict", "joined", "merge_briefs"]
