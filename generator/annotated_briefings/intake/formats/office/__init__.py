"""Office documents: Word, OpenDocument, RTF and PDF files as articles."""
