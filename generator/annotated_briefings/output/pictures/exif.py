"""Exif: read and written for the one fact that pages need of it, which way up a picture is.

CIPA DC-008 (Exif 3.0) puts a TIFF structure into each format; tag 0x0112 of its first directory is the orientation.
"""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_TURNED = range(2, 9)
"""Orientations that change what is seen; 1 is upright."""


def orientation_of(tiff: bytes) -> int:
    """Which way up a picture is, from 2 to 8; 0 where it is upright or nothing can be read."""
    try:
        order = {b"II": "<", b"MM": ">"}[tiff[:2]]
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * number)
            if tag == _ORIENTATION and kind == _SHORT:
                return int(value) if value in _TURNED else 0
    except (KeyError, struct.error):
        pass
    return 0


def only_orientation(orientation: int) -> bytes:
    """The TIFF structure that holds an orientation and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)
