"""Article boundaries in files that hold several articles."""
