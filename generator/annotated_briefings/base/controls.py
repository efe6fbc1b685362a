"""Characters that are none: they are in no output."""

import re

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters and what Unicode keeps free. XML 1.0 allows few of them, and no reader sees any."""
