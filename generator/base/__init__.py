"""Floor 1: text, positions, diagnostics, addresses and digests; knows no news, no web, no disk."""
