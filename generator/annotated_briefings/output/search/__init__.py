"""The search index: words as readers type them, and the files that a browser asks for one query."""
