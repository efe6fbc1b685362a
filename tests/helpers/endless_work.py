"""A program whose worker processes never end by themselves; each prints a line once it works."""

import os
from threading import Event

from annotated_briefings.engine.parallel import map_shared


def wait_for_ever(_: None, number: int) -> int:
    """Print a line, and wait."""
    os.write(1, b"working\n")  # whole, whoever else writes
    return number + Event().wait()


if __name__ == "__main__":
    list(map_shared(wait_for_ever, None, range(4), jobs=2))
