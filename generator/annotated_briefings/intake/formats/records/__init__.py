"""Records of whatever exports articles: JSON, JSON Lines, tables and spreadsheets, each record an article."""

from annotated_briefings.intake.formats.records.joined import Joined, join, may_join, read_post
from annotated_briefings.intake.formats.records.json_files import is_script
from annotated_briefings.intake.formats.records.keys import FIELDS, LANGUAGES, MODIFIED, STANDFIRSTS
from annotated_briefings.intake.formats.records.tables import is_table
from annotated_briefings.intake.formats.records.tumblr import read_tumblr

__all__ = [
    "FIELDS",
    "LANGUAGES",
    "MODIFIED",
    "STANDFIRSTS",
    "Joined",
    "is_script",
    "is_table",
    "join",
    "may_join",
    "read_post",
    "read_tumblr",
]
