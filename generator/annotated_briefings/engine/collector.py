"""Python's search for circles of objects that nothing else holds, switched off while a site is built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Look for no circles: a build holds nearly all that it makes until it ends, and looking through it again and again
    takes a sixth of the time after an edit, and finds hardly anything."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
