"""Settings for other editors of briefs, made from the table of fields."""
