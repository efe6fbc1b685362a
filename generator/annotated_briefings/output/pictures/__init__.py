"""Pictures without the data that cameras and programs write into them: position, serial numbers, names, remarks."""

from annotated_briefings.output.pictures.metadata import Cleaned, clean, clean_text, left_out, may_have_metadata

__all__ = ["Cleaned", "clean", "clean_text", "left_out", "may_have_metadata"]
