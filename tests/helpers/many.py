"""How many examples a costly property is tried with: few in the suite, many in the long run of `make soak`."""

import os

_TIMES = 10


def examples(few: int) -> int:
    """The number of examples of a property that is tried ``few`` times in the suite."""
    return few * _TIMES if "BRIEFINGS_SOAK" in os.environ else few
