"""`serve` in a process of its own that sends itself a signal at a given moment: `signal_at.py SIGNAL MOMENT SITE`.

The signal comes while an object is freed, where Python drops the exception of a handler. What the process is doing at
that moment never ends by itself.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

from annotated_briefings.cli import main as command_line

MOMENTS = ("import", "first build", "request", "save")
"""While the command is imported, the site is read for the first time, a page is rendered, a saved file is read."""


class _Freed:
    """Sends the signal when it is freed."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __del__(self) -> None:
        os.kill(os.getpid(), self._number)


def _endless(number: int) -> Callable[..., Any]:
    def instead(*_: object, **__: object) -> None:
        _Freed(number)
        threading.Event().wait()

    return instead


def _run(name: str, moment: str, site: str) -> int:
    instead = _endless(signal.Signals[name])
    if moment == "import":
        command_line.import_module = instead  # type: ignore[attr-defined]
    else:
        from annotated_briefings.preview.session import Session

        setattr(Session, {"first build": "open", "request": "file", "save": "update"}[moment], instead)
    return command_line.main(["--site", site, "serve", "--port", "0"])


if __name__ == "__main__":
    sys.exit(_run(*sys.argv[1:]))
