"""RTF files: words of control and groups in, paragraphs and tables out."""

from annotated_briefings.intake.formats.office.rtf.document import RtfDocument, read_rtf_file

__all__ = ["RtfDocument", "read_rtf_file"]
