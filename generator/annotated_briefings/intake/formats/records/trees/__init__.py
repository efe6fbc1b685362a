"""Trees of typed nodes in which editing programs keep a text, made into HTML."""
