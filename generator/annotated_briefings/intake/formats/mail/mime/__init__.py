"""Messages as they are sent: their parts, headers and encodings."""
