"""Entities that briefs name: found in them, taken into the registry, renamed and merged."""
