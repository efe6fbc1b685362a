"""How words may be spelled: optional letters and signs, and accents."""
