"""JPEG without metadata (ITU-T T.81, annex B): segments are left out, the compressed picture is copied as it is."""

from annotated_briefings.output.pictures.exif import only_orientation, orientation_of

START, _END, _SCAN, _COMMENT = b"\xff\xd8", 0xD9, 0xDA, 0xFE
_EXIF = b"Exif\0\0"
_KEPT = {0xE0: (b"JFIF\0",), 0xE2: (b"ICC_PROFILE\0",), 0xEE: (b"Adobe",)}
"""Application segments that decide how a picture looks, by what they begin with: density, colours, their encoding."""
_APPLICATION = range(0xE0, 0xF0)
_ALONE = (0x01, *range(0xD0, 0xD9))
"""Markers without a length: restarts and the like."""


def clean_jpeg(data: bytes) -> bytes:
    """The picture with its colour profile and orientation alone; what follows its end is left out too."""
    head: list[bytes] = []
    rest: list[bytes] = []
    orientation = 0
    at = len(START)
    while at < len(data):
        if data[at] != 0xFF:
            # No marker where one must be: the picture is damaged, and what is left of it is copied.
            rest.append(data[at:])
            break
        marker = data[at + 1] if at + 1 < len(data) else _END
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            rest.append(data[at : at + 2])
            break
        end = at + 2 if marker in _ALONE else at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data) and marker != _SCAN and (marker in _APPLICATION or marker == _COMMENT):
            break
        content = data[at + 4 : end]
        if marker in _APPLICATION:
            if content.startswith(_KEPT.get(marker, ())):
                # What comes before the first table is kept before the orientation, where readers look for it.
                (rest if rest else head).append(data[at:end])
            elif content.startswith(_EXIF) and not orientation:
                orientation = orientation_of(content[len(_EXIF) :])
        elif marker == _SCAN:
            end = _scan_end(data, end)
            rest.append(data[at:end])
        elif marker != _COMMENT:
            rest.append(data[at:end])
        at = end
    exif = _EXIF + only_orientation(orientation) if orientation else b""
    turned = b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif if exif else b""
    return b"".join((START, *head, turned, *rest))


def _scan_end(data: bytes, at: int) -> int:
    """Where the compressed data of a scan end: at the next marker that is no restart."""
    while 0 <= (at := data.find(b"\xff", at)) < len(data) - 1:
        after = data[at + 1]
        if after != 0xFF and after != 0 and after not in _ALONE:
            return at
        at += 1 if after == 0xFF else 2
    return len(data)
