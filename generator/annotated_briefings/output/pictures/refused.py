"""Formats of pictures in which too much may be written to take it out: layers, names and histories of programs, the raw
data of cameras. They are known, and left out."""

from annotated_briefings.base.regex import regex

_STARTS = (
    b"8BPS",  # Photoshop
    b"gimp xcf",
    b"II+\0",  # BigTIFF
    b"MM\0+",
    b"FUJIFILMCCD-RAW",
    b"IIRO",  # Olympus
    b"IIRS",
    b"MMOR",
    b"IIU\0",  # Panasonic
    b"FOVb",  # Sigma
    b"v/1\x01",  # OpenEXR
    b"#?RADIANCE",
    b"DDS ",
    b"AT&TFORM",  # DjVu
    b"II\xbc",  # JPEG XR
    b"SIMPLE  =",  # FITS
    b"\xd7\xcd\xc6\x9a",  # Windows metafile
    b"\x8aMNG",
    b"\x8bJNG",
    b"FLIF",
    b"BPG\xfb",
    b"icns",
    b"qoif",
    b"\xff\x4f\xff\x51",  # a bare stream of JPEG 2000
)
_PACKED = (  # OpenRaster and Krita
    b"mimetypeimage/openraster",
    b"mimetypeapplication/x-krita",
)
_RAW_BRANDS = (b"crx ",)
"""Kinds of ISO base media files that are the raw data of a camera."""
ENDINGS = (
    ".psd .psb .dng .cr2 .cr3 .nef .nrw .arw .raf .orf .rw2 .pef .srw .x3f .xcf .kra .ora .tga .pcx .exr .hdr .dds"
    " .djvu .jxr "
    ".wdp .fits .wmf .emf .mng .jng .bpg .flif .icns .qoi .svgz .j2c .j2k .pict .pct .xpm .xbm .ppm .pgm .pbm .pnm"
    " .sgi .iff"
).split()
"""Endings of files that are such pictures."""
_SIGNS = regex(
    rb"Exif\0\0|<x:xmpmeta|<\?xpacket|8BIM|http://ns\.adobe\.com/|Photoshop 3\.0\0|<rdf:RDF"
    rb"|IHDR|GIF8[79]a|JFIF\0|WEBPVP8|ftyp(?:avi[fs]|hei[cxfms]|hev[cx]|mif1|msf1)"
)
"""What metadata begin with in every format, and what pictures begin with."""


def is_refused(head: bytes) -> bool:
    """Whether a file that begins with some bytes is a picture of a format that is not published."""
    if head.startswith(b"PK\x03\x04"):
        return any(mark in head[:100] for mark in _PACKED)
    emf = head[:4] == b"\1\0\0\0" and head[40:44] == b" EMF"
    return head.startswith(_STARTS) or emf or (head[4:8] == b"ftyp" and head[8:12] in _RAW_BRANDS)


def holds_signs(data: bytes) -> bool:
    """Whether a file that no reader knows holds what metadata begin with: a damaged picture, or a hidden one."""
    return _SIGNS.search(data) is not None
