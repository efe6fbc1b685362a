"""Values that options can have, where modules define them that take long to import. A test compares the two."""

from collections.abc import Mapping
from types import MappingProxyType

ENTITY_TYPES = ("company", "person", "place", "organisation", "government", "product", "law", "event")
"""What an entity can be."""
NOTE_SHAPES = ("w3c", "hypothesis")
"""Shapes in which notes are exported, the usual one first."""
NOTE_STATES = ("anchored", "changed", "ambiguous", "orphan")
"""What can have become of the passage of a note."""
ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "day": "as on the site: by day, and each day by lead, weight and hours",
        "weight": "leads and weights first, whatever their days",
        "given": "as `--only` names them",
    }
)
"""Orders of the briefs of a digest, and what they are."""
PENDING_KINDS = ("version", "place", "copy", "refused")
"""Kinds of what imports asked, without decisions."""
REPORT_FORMATS = ("text", "json", "github", "sarif", "junit", "codeclimate")
"""Ways to print diagnostics."""
STATUS_KINDS = (
    "draft",
    "guess",
    "incoming",
    "decision",
    "version",
    "correction",
    "place",
    "copy",
    "refused",
    "unreadable",
    "note",
    "quote",
    "unchecked",
    "point",
    "story",
    "duplicate",
    "reprint",
    "address",
    "moved",
    "time",
    "name",
)
"""Kinds of pending tasks, in the order in which they are listed."""
TASKS_SHOWN = 12
"""Tasks of one kind that are listed where not all are asked for."""
