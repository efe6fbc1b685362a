"""Builds after edits of texts alone, which begin with the site of an earlier build."""
