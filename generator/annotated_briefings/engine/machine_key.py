"""The secret key of this machine, by which it knows what it wrote into a cache itself. The home of platformdirs."""

import os
import stat
from functools import cache
from hashlib import blake2b
from pathlib import Path
from secrets import token_bytes

from platformdirs import user_state_path

_VARIABLE = "BRIEFINGS_CACHE_KEY"
"""Environment variable that several machines may share in place of a file."""
_NAME = "cache.key"
_BYTES = 32
SIGNATURE = 16
"""Bytes of a signature."""


def signature(*parts: bytes) -> bytes:
    """The signature of some bytes: BLAKE2b with a key (RFC 7693), which nobody without the key can make."""
    made = blake2b(key=_key(), digest_size=SIGNATURE)
    for part in parts:
        # With their lengths, so that no part can lend letters to the next one.
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()


@cache
def _key() -> bytes:
    """The key from the environment, or of the user's file, which is made when it is missing.

    Where neither can be had, it is one for this process alone: what it caches is of no use later.
    """
    if given := os.environ.get(_VARIABLE):
        return blake2b(given.encode()).digest()
    file = user_state_path("annotated-briefings", appauthor=False) / _NAME
    return _read(file) or _make(file)


def _read(file: Path) -> bytes | None:
    """The key in a file that belongs to this user, and that nobody else may write."""
    try:
        state = file.stat()
        if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
            return None
        key = file.read_bytes()
    except OSError:
        return None
    return key if len(key) == _BYTES else None


def _make(file: Path) -> bytes:
    key = token_bytes(_BYTES)
    new = file.with_name(f"{_NAME}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(key)
        # Two commands that start at once may both make one; what the slower one replaces is computed again.
        new.replace(file)
    except OSError:
        return key
    return key
