"""YAML as text with positions: reading, checking, writing and patching it."""
