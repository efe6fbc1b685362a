"""Markdown parsed to blocks of HTML with their plain text."""
