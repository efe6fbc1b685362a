"""Pictures without the data that cameras and programs write into them: position, serial numbers, names, remarks."""

from annotated_briefings.output.pictures.metadata import Cleaned, clean, may_tell, told_by_drawing

__all__ = ["Cleaned", "clean", "may_tell", "told_by_drawing"]
