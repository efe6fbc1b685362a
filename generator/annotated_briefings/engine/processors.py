"""How many processors there are. Apart from ``parallel``, which takes long to import."""

import os


def default_jobs() -> int:
    """Worker processes when nobody says how many."""
    return max(1, os.cpu_count() or 1)
