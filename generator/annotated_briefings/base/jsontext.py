"""JSON that somebody else wrote."""

import json
from typing import Any


def read_json(text: str | bytes, *, strict: bool = True) -> Any:
    """The value of a JSON text; ``strict=False`` allows line ends inside strings.

    Raises ValueError for whatever cannot be read, brackets nested by the ten thousand too, for which ``json`` raises
    RecursionError.
    """
    try:
        return json.loads(text, strict=strict)
    except RecursionError:
        raise ValueError("its brackets are nested too deep") from None
