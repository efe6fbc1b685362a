"""Zip archives: what lies in one, read whole or refused in plain words. The home of zipfile."""

import struct
import zlib
from functools import cached_property
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

_DAMAGE = (
    zlib.error, EOFError, ValueError, LookupError, BadZipFile, RuntimeError, OSError, LZMAError, struct.error
)  # fmt: skip
"""What zipfile raises for damaged archives, besides NotImplementedError for what it cannot unpack."""
_ENCRYPTED = 1
"""The flag of an encrypted part."""


class BrokenFile(ValueError):
    """Why a file cannot be read, in words that follow `cannot be read:`."""


class BrokenPart(BrokenFile):
    """Why one part of an archive cannot be read."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"its part `{name}` is {why}")
        self.why = why
        """What it is: `damaged`, `encrypted`, `missing` or `packed in a way that is not read`."""


class ZipArchive:
    """A zip archive that is read part by part."""

    def __init__(self, data: bytes) -> None:
        """Raises ``BrokenFile`` where there is no list of its parts."""
        try:
            self._zip = ZipFile(BytesIO(data))
        except (*_DAMAGE, NotImplementedError) as error:
            raise BrokenFile("it is no zip archive, or its end is missing") from error

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self._zip.namelist())

    @property
    def parts(self) -> list[ZipInfo]:
        """Its parts by name, without folders; several may have the same name."""
        return sorted(
            (part for part in self._zip.infolist() if part.filename and not part.is_dir()),
            key=lambda part: part.filename,
        )

    @property
    def unpacked(self) -> int:
        """The bytes of all its parts, unpacked."""
        return sum(part.file_size for part in self._zip.infolist())

    def size(self, name: str) -> int:
        """The bytes of a part, unpacked; 0 where there is no such part."""
        return self._zip.getinfo(name).file_size if name in self.names else 0

    def read(self, part: str | ZipInfo) -> bytes:
        """The bytes of a part, and never more than it states; raises ``BrokenPart``."""
        name = part if isinstance(part, str) else part.filename
        if name not in self.names:
            raise BrokenPart(name, "missing")
        info = self._zip.getinfo(part) if isinstance(part, str) else part
        if info.flag_bits & _ENCRYPTED:
            raise BrokenPart(name, "encrypted")
        try:
            with self._zip.open(info) as opened:
                # One byte at least, so that the sum of an empty part is looked at too.
                data = opened.read(max(1, info.file_size))
        except NotImplementedError as error:
            raise BrokenPart(name, "packed in a way that is not read") from error
        except _DAMAGE as error:
            raise BrokenPart(name, "damaged") from error
        if len(data) != info.file_size:
            raise BrokenPart(name, "damaged")
        return data
