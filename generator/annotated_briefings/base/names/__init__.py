"""Names: when two spellings are one name, and the address that belongs to a name."""

from annotated_briefings.base.names.addresses import (
    MOST_BYTES,
    address_part,
    as_named,
    as_stored,
    former_part,
    one_file,
    same_file,
)
from annotated_briefings.base.names.keys import is_blank, is_turkic, label_key, name_key

__all__ = [
    "MOST_BYTES",
    "address_part",
    "as_named",
    "as_stored",
    "former_part",
    "is_blank",
    "is_turkic",
    "label_key",
    "name_key",
    "one_file",
    "same_file",
]
