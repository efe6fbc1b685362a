"""Digests for e-mail: what a day or a week had, and what an editor chose of it."""
