"""Copies, contained texts and articles about the same event."""
