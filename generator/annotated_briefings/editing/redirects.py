"""Old addresses of briefs, written into their front matter so that they go on working."""

from collections.abc import Sequence
from pathlib import Path

from annotated_briefings.base.site_files import BRIEFINGS
from annotated_briefings.base.yaml.patch import Append
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.editing.registry_change import Renamed
from annotated_briefings.storage.edit_file import cannot_patch
from annotated_briefings.storage.files import read_tree
from annotated_briefings.storage.transaction import Edit, apply_edits


def keep_addresses(root: Path, kept: Sequence[tuple[str, str]], *, dry_run: bool = False) -> Renamed:
    """Add old addresses to ``redirect_from`` of briefs; ``kept`` are paths of briefs, each with an address."""
    texts = {source.path: source.text for source in read_tree(root, (f"{BRIEFINGS}/**/*.md",))[0]}
    edits: list[Edit] = []
    for path in dict.fromkeys(path for path, _ in kept):
        before = texts.get(path, "")
        addresses = tuple(address for own, address in kept if own == path)
        after = patch_front_matter(before, [Append(("redirect_from",), addresses)])
        if after is None:
            return Renamed("", (), (cannot_patch(path),))
        edits.append(Edit(path, before, after))
    what = "keep " + ", ".join(address for _, address in kept)
    return Renamed(what, tuple(edits), () if dry_run or not edits else apply_edits(root, edits, what))
