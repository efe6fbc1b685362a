"""Words and lines by which a text closes itself, or a part of itself, to others."""
