"""Zip files: what is packed in them is cleaned as if it lay beside them, and they are packed anew, so that nothing is
before, between or behind their files, and no remark, number of a person or time of a program is in them."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from annotated_briefings.base.regex import regex
from annotated_briefings.base.traces.by_products import is_by_product
from annotated_briefings.output.comments import without_comments
from annotated_briefings.output.unclear import Unclear

ZIP = b"PK\x03\x04"
_LONGEST = 400_000_000
"""Bytes of a document when it is unpacked; more may be a trap."""
_SIGNATURE = regex(r"META-INF/[^/]+\.(?:SF|RSA|DSA|EC)\Z", re.IGNORECASE)
_UNIX = 3
_RIGHTS = 0xFFFF << 16

Packed = tuple[ZipInfo, bytes]


def unpacked(data: bytes) -> list[Packed]:
    """The files in a zip file, in their order. Raises Unclear."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > _LONGEST:
                raise Unclear
            return [(info, packed.read(info)) for info in packed.infolist()]
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise Unclear from error


def packed_anew(files: Iterator[Packed], *, times: bool) -> bytes:
    """A zip file of some files, with the times at which they were changed or a fixed one, so that the same files give
    the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for info, content in files:
            kept = ZipInfo(info.filename, info.date_time if times else (1980, 1, 1, 0, 0, 0))
            kept.compress_type = ZIP_STORED if info.compress_type == ZIP_STORED else ZIP_DEFLATED
            kept.create_system = _UNIX
            kept.external_attr = info.external_attr & _RIGHTS if info.create_system == _UNIX and times else 0o600 << 16
            made.writestr(kept, content)
    return out.getvalue()


def clean_zip(files: list[Packed], clean: Callable[[bytes], bytes]) -> bytes:
    """A zip file that is no document, without what programs left behind in it. Raises Unclear."""
    names = [info.filename for info, _ in files]
    if any(map(_SIGNATURE.match, names)) or len(set(names)) < len(names):
        # Signed, so that any change would break it; or with two files of one name, of which one is not seen.
        raise Unclear
    kept = ((info, clean_packed(info.filename, content, clean)) for info, content in files if not _is_left(info))
    return packed_anew(kept, times=True)


def clean_packed(name: str, content: bytes, clean: Callable[[bytes], bytes]) -> bytes:
    """A packed file without what a reader does not see. Raises Unclear."""
    return clean(without_comments(name, content))


def _is_left(info: ZipInfo) -> bool:
    """Whether a program left a file or one of its folders behind."""
    return any(is_by_product(part) for part in info.filename.rstrip("/").split("/"))
