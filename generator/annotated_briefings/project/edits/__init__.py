"""Edits of single briefs, taken into a site that was derived before."""
