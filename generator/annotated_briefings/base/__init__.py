"""Text, positions, diagnostics, settings, YAML and interface texts; knows no news, no web and no disk."""
