"""Records of whatever exports articles: JSON, JSON Lines, tables and spreadsheets, each record an article."""

from annotated_briefings.intake.formats.records.json_files import is_script, read_json_file
from annotated_briefings.intake.formats.records.keys import FIELDS, LANGUAGES, MODIFIED, FieldMap

__all__ = ["FIELDS", "LANGUAGES", "MODIFIED", "FieldMap", "is_script", "read_json_file"]
