"""Figures about speed and quality; never part of an installed copy."""
