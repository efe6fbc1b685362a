"""WebAssembly: sections that no machine reads, such as names of files and of those who made them, are left out."""

from annotated_briefings.output.unclear import Unclear

WASM = b"\0asm"
_CUSTOM = 0


def clean_wasm(data: bytes) -> bytes:
    """A program without the sections of its makers (WebAssembly Core 2.0, 5.5.3). Raises Unclear."""
    if data[6:8] != b"\0\0":
        # A component, whose sections hold programs with sections of their own.
        raise Unclear
    out, at = [data[:8]], 8
    while at < len(data):
        size, start = _number(data, at + 1)
        end = start + size
        if end > len(data):
            raise Unclear
        if data[at] != _CUSTOM:
            out.append(data[at:end])
        at = end
    return b"".join(out)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number (LEB128), and the place behind it."""
    value = 0
    for shift in range(0, 35, 7):
        byte = data[at]
        value, at = value | (byte & 127) << shift, at + 1
        if not byte & 128:
            return value, at
    raise Unclear
