"""Files that a site publishes on purpose, as its settings list them: those of unknown kinds, and those that programs
leave behind."""

from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_kinds import TEXTS
from annotated_briefings.base.yaml.field_table import Field, TextUse
from annotated_briefings.base.yaml.mapping import Fields


def _patterns(fields: Fields, field: Field, _: object) -> tuple[str, ...]:
    return tuple(fields.texts(field.name, words=True))


PUBLISH_FILES = Field(
    "publish_files",
    replace(TEXTS, read=_patterns),
    TextUse.NO,
    "patterns of names of files that are published on purpose, of unknown kinds and working files too",
    '["*.pmtiles"]',
)
"""The setting."""
