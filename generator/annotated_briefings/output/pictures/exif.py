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


_TELLING = frozenset(
    (
        0x010D,  # DocumentName
        0x010E,  # ImageDescription
        0x010F,  # Make
        0x0110,  # Model
        0x0131,  # Software
        0x0132,  # DateTime
        0x013B,  # Artist
        0x013C,  # HostComputer
        0x02BC,  # XMP
        0x8298,  # Copyright
        0x83BB,  # IPTC
        0x8649,  # Photoshop
        0x8769,  # Exif
        0x8825,  # GPS
        0xC62F,  # CameraSerialNumber
    )
)
"""Tags of a TIFF file that tell who made it, when, where or with what."""


def tells_in_tiff(tiff: bytes) -> bool:
    """Whether a directory of a TIFF file tells who made it, when, where or with what."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        seen: set[int] = set()
        while start and start not in seen:
            seen.add(start)
            (count,) = struct.unpack_from(order + "H", tiff, start)
            tags = {struct.unpack_from(order + "H", tiff, start + 2 + 12 * number)[0] for number in range(count)}
            if tags & _TELLING:
                return True
            (start,) = struct.unpack_from(order + "I", tiff, start + 2 + 12 * count)
    except struct.error:
        return True
    return False
