"""Texts in which lines have parts of their own: what a reader of such lines finds, and the documents made of it."""
