"""Floor 2: one file in, facts out; never sees other files."""
