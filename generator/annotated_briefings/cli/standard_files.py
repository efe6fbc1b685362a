"""The three standard files of a process: a program that was started with one of them closed must not give its number
to another file, into which a library would write its messages."""

import os

_STANDARD = (0, 1, 2)
"""Input, output and errors."""


def keep_numbers() -> None:
    """Open the null device for each standard file that is closed. Python itself goes on as if it were closed."""
    for number in _STANDARD:
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is given (POSIX, open), which is this one.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
