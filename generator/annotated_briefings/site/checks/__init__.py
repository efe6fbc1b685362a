"""Checks that need more than one file."""
