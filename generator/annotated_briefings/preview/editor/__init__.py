"""Editing a brief on its page in the preview: the server's side of the editor, and its script and style sheet."""
