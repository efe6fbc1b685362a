"""Office documents: Word, OpenDocument, RTF and PDF files as articles."""

from annotated_briefings.intake.formats.office.readers import read_docx, read_opendocument, read_pdf, read_rtf

__all__ = ["read_docx", "read_opendocument", "read_pdf", "read_rtf"]
