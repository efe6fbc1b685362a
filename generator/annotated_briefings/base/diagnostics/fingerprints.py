"""Names of single diagnostics that stay when lines move, so that services know which are new."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from annotated_briefings.base.diagnostics.model import Diagnostic


def fingerprints(found: Sequence[Diagnostic]) -> list[str]:
    """One name a diagnostic, in the same order, each once: from its code, its file, and the words of its line or, where
    it has none, its message. Equal ones are counted from the top of the file."""
    seen: Counter[str] = Counter()
    out: list[str] = []
    for one in found:
        words = one.excerpt.strip() or one.message
        name = hashlib.sha256("\0".join((one.code, one.place.path, words)).encode()).hexdigest()[:32]
        seen[name] += 1
        out.append(f"{name}:{seen[name]}")
    return out
