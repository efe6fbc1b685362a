"""Words that are parts of one number, by language in one table."""
