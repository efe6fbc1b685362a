"""Collected files imported into a site: read, planned, written and reported."""
