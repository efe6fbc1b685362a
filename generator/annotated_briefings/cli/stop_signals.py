"""Ctrl-C and SIGTERM for a command that works until it is stopped: they end it, whatever it is doing.

By default Python raises KeyboardInterrupt wherever the main thread happens to be, and drops it where that is a callback
or a destructor. These handlers raise nothing.
"""

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

from annotated_briefings.cli.run_command import CLEAN, STOPPED

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_GRACE = 0.5
"""Seconds that a command has for an orderly end before its process is ended."""


class StopSignals:
    """What Ctrl-C and SIGTERM do: before ``ask_first`` they end the process, after it they ask the command to end."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._sender: socket.socket | None = None
        """Where a byte is sent to ask the command to end."""
        self._ended = threading.Event()
        self.came = False
        """Whether a signal has come."""

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Handle a signal, in the main thread."""
        if os.getpid() != self._process:
            # A worker process that was forked this very moment, and has no handlers of its own yet.
            os._exit(STOPPED)
        again, self.came = self.came, True
        if self._sender is None:
            self.end_process(STOPPED)
        if again:
            self.end_process(CLEAN)
        # On Windows asyncio takes the signals that would wake our thread.
        with suppress(OSError):
            self._sender.send(b"\0")

    def ask_first(self, stop: Callable[[], None]) -> None:
        """From now on ``stop`` asks the command to end, from another thread; asked to end, it has succeeded.

        Its process is ended when it has not ended soon, or when a second signal comes.
        """
        receiver, sender = socket.socketpair()
        sender.setblocking(False)
        threading.Thread(target=self._wait, args=(receiver, stop), daemon=True).start()
        # The thread wakes even when the signal comes just before the main thread begins to wait for something.
        signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
        self._sender = sender

    def end_process(self, status: int) -> NoReturn:
        """End this process as if it were killed, which files and worker processes are prepared for.

        Python would first wait until its worker processes have done all their work.
        """
        if status == STOPPED:
            # Not by `sys.stderr`, which the main thread may be writing to at this moment.
            with suppress(OSError):
                os.write(2, b"stopped\n")
        os._exit(status)

    def close(self) -> None:
        """End the thread."""
        self._ended.set()
        if self._sender:
            signal.set_wakeup_fd(-1)
            self._sender.close()

    def _wait(self, receiver: socket.socket, stop: Callable[[], None]) -> None:
        # Open to the end: a second signal sends a byte too.
        with receiver:
            receiver.recv(1)
            if self._ended.is_set():
                return
            stop()
            if not self._ended.wait(_GRACE):
                # The main thread handles it once it has written the files that belong together.
                if sys.platform == "win32":
                    signal.raise_signal(signal.SIGINT)
                else:
                    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
                self._ended.wait()


@contextmanager
def stop_signals() -> Iterator[StopSignals]:
    """Handle Ctrl-C and SIGTERM in the block, even if the parent process ignores Ctrl-C."""
    signals = StopSignals()
    before = [(number, signal.signal(number, signals.handle)) for number in _SIGNALS]
    try:
        yield signals
    finally:
        signals.close()
        for number, handler in before:
            signal.signal(number, handler)
