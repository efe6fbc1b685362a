"""How many examples a costly property is tried with: few in the suite, many in the long run of `make soak`."""

import os

_TIMES = 10
LONG = "BRIEFINGS_SOAK" in os.environ
"""Whether this is the long run, in which tables are tried in all their combinations."""


def examples(few: int) -> int:
    """The number of examples of a property that is tried ``few`` times in the suite."""
    return few * _TIMES if LONG else few
