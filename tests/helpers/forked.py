"""The command line in a forked copy of the test run, which has imported it already: a start takes a tenth of the time.

All else is as in a process of its own: a session, signals, standard streams, hooks, logging and event loops. What the
start itself must show (imports, exit status, a parent that ignores Ctrl-C) is tested with new processes.
"""

import asyncio
import gc
import logging
import os
import runpy
import signal
import subprocess
import sys
import threading
import traceback
import warnings
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from small_site import settled_site

from annotated_briefings.importer.run import ImportRequest, run_import

CAN_FORK = sys.platform == "linux"
"""Whether a process with several threads can be forked safely enough."""
_STREAMS = 3
_TEXT = "The ferry to Vessby leaves an hour later from Monday, said the harbour office. Nobody knows for how long.\n"


class Forked(subprocess.Popen[str]):
    """``python -m MODULE ARGUMENTS`` in a forked copy of this process; ``args`` are those words."""

    def _execute_child(self, *given: Any) -> None:
        """Fork where the base class would start a program."""
        args, _, _, _, _, cwd, env, _, _, _, *pipes = given[:16]
        _load_what_is_loaded_late()
        gc.freeze()
        self.pid = os.fork()
        if not self.pid:
            try:
                _become(list(args), cwd, env, (pipes[0], pipes[3], pipes[5]))
            finally:
                os._exit(1)
        gc.unfreeze()
        self._child_created = True
        self._close_pipe_fds(*pipes)  # type: ignore[attr-defined]


@cache
def _load_what_is_loaded_late() -> None:
    """Import a page and a text here: readers of formats and models of languages are loaded when they are needed."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        settled_site(site)
        (site / "a.txt").write_text(_TEXT, encoding="utf-8")
        (site / "a.html").write_text(
            f"<html><head><title>Late</title></head><body><article><p>{_TEXT}</p></article></body></html>",
            encoding="utf-8",
        )
        run_import(ImportRequest(site, (site / "a.txt", site / "a.html"), progress=False))


def _become(args: list[str], cwd: Any, env: Any, streams: tuple[int, ...]) -> None:
    """Be the new process, and end."""
    os.setsid()
    for target, stream in enumerate(streams):
        if stream != -1:
            os.dup2(stream, target)
    os.closerange(_STREAMS, os.sysconf("SC_OPEN_MAX"))
    if cwd:
        os.chdir(cwd)
    if env is not None:
        os.environ.clear()
        os.environ.update(env)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 (open until the end)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    _forget_the_test_run()
    status = 1
    try:
        sys.argv = args[2:]
        runpy.run_module(args[2], run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _forget_the_test_run() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
    threading.excepthook = threading.__excepthook__
    warnings.simplefilter("ignore")
    logging.root.handlers.clear()
    asyncio._set_running_loop(None)
    asyncio.set_event_loop(asyncio.new_event_loop())
