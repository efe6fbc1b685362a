"""Keys that nobody reads: what to report about them, and which may be meant to hold something back."""

from collections.abc import Mapping as Lookup
from collections.abc import Set

from annotated_briefings.base.diagnostics.similar import is_misspelt
from annotated_briefings.base.hold_back import meant_by, names_readers
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar

_FEW = 12
"""Keys that a remedy may name one by one."""


def known_keys(known: Set[str]) -> str:
    """What to do about a key that is like no other: the others, where they are few."""
    if len(known) > _FEW:
        return "take it out, or correct its spelling"
    return "what is known here: " + ", ".join(f"`{key}`" for key in sorted(known))


def refusal(
    name: Scalar, node: Node, known: Set[str], holding: Lookup[str, tuple[str, ...]]
) -> tuple[Scalar, str, str] | None:
    """The key that sounds as if it held something back, an unknown one or one below it, with a message and a remedy.

    ``holding`` are the keys that do hold back, each with the values that it may have.
    """
    # The day a source was `published` holds nothing back, however it is misspelt.
    harmless = [key for key in known if key not in holding and meant_by(key)]
    if any(is_misspelt(name.text, key, 1) for key in harmless):
        return None
    inner = node.pairs if isinstance(node, Mapping) else ()
    for key, value in ((name, node), *inner):
        readers = "draft" if isinstance(value, Scalar) and names_readers(key.text, value.text) else ""
        if meant := meant_by(key.text) or readers:
            message = f"`{key.text}` is not a key of this tool, and sounds as if this must not be published yet"
            return key, message, _remedy(meant, holding)
    return None


def _remedy(meant: str, holding: Lookup[str, tuple[str, ...]]) -> str:
    own = meant if meant in holding else next(iter(holding), "")
    choices = holding.get(own, ())
    written = f"`{own}: {choices[-1]}`" if choices else "`draft: true`" if own == "draft" else f"`{own}`"
    if own:
        return f"write {written} to hold it back, or take the line out"
    return "take the entry out to hold it back, or take the line out"
