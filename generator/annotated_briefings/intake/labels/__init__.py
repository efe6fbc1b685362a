"""What labels name, in many languages: the one table, and lines that begin with a label.

Whatever reads labels asks here: lines at the head of texts, exports of databases, columns of tables, keys of records,
and lists of facts on pages. Names that only one kind of file uses, such as codes, are kept where that is read.
"""

from annotated_briefings.intake.labels.agency_lines import (
    AgencyRole,
    agency_line,
    agency_table,
    is_contact_line,
    is_end_line,
    is_release_label,
    is_translation_notice,
    speaks_of_future,
)
from annotated_briefings.intake.labels.closing_lines import closing_outlet
from annotated_briefings.intake.labels.database_fields import is_always_a_field, is_database_field, roles_by_language
from annotated_briefings.intake.labels.lines import LabelledLine, is_name, labelled_line
from annotated_briefings.intake.labels.measures import MeasuredLine, part_measures
from annotated_briefings.intake.labels.page_lines import PageRole, is_count, page_line, page_table
from annotated_briefings.intake.labels.table import LabelRole, label_key, labels_of, role_of, table

__all__ = [
    "AgencyRole",
    "LabelRole",
    "LabelledLine",
    "MeasuredLine",
    "PageRole",
    "agency_line",
    "agency_table",
    "closing_outlet",
    "is_always_a_field",
    "is_contact_line",
    "is_count",
    "is_database_field",
    "is_end_line",
    "is_name",
    "is_release_label",
    "is_translation_notice",
    "label_key",
    "labelled_line",
    "labels_of",
    "page_line",
    "page_table",
    "part_measures",
    "role_of",
    "roles_by_language",
    "speaks_of_future",
    "table",
]
