"""Collected bytes in, brief drafts out (pure)."""
