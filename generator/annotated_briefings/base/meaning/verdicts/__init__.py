"""Words that take a statement back, by language in one table, and where they are in the text around it."""
