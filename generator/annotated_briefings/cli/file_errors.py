"""Files that a call names and that cannot be read or written, as errors of the call."""

import errno

from annotated_briefings.cli.options import Usage
from annotated_briefings.storage.files import reason

_READ = "check how the path is written, and that you may read the file"
_WRITE = "name another path, in a folder that you may write to"
_FULL = "free some space, or name a path on another disk"
_FOLDER = "name a file, not a folder"


def cannot_read(path: object, error: OSError) -> Usage:
    """A file that was to be read."""
    remedy = _FOLDER if error.errno == errno.EISDIR else _READ
    return Usage(f"`{path}` cannot be read: {reason(error)}", remedy)


def cannot_write(path: object, error: OSError) -> Usage:
    """A file that was to be written."""
    remedy = {errno.EISDIR: _FOLDER, errno.ENOSPC: _FULL, errno.EDQUOT: _FULL}.get(error.errno or 0, _WRITE)
    return Usage(f"`{path}` cannot be written: {reason(error)}", remedy)


def cannot_use(path: object, error: OSError) -> Usage:
    """A file that was to be read or written."""
    return Usage(
        f"`{path}` cannot be read or written: {reason(error)}", "check its permissions and the space on the disk"
    )
