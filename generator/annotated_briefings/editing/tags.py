"""Tags as briefs use them, and taking those into the list that it lacks."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotated_briefings.base.diagnostics import did_you_mean, report
from annotated_briefings.base.names import is_blank, label_key
from annotated_briefings.base.site_files import TAGS
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Enter, patch_yaml
from annotated_briefings.content.registry import parse_tags
from annotated_briefings.editing.registry_change import Renamed
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.site.model.catalog import Catalog, build_catalog
from annotated_briefings.site.model.naming import tag_address
from annotated_briefings.storage.edit_file import cannot_patch
from annotated_briefings.storage.transaction import Edit, apply_edits


class TagUse(Value):
    """A tag and how it is used."""

    slug: str
    """Its permanent id."""
    label: str
    """Its label."""
    aliases: tuple[str, ...]
    """Other names."""
    parent: str
    """Slug of the wider tag."""
    briefs: int
    """Briefs that bear it, drafts too."""
    declared: bool
    """Whether the tag list has it."""
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """How briefs write it, if not as its label, slug or an alias, and their files."""


def tag_uses(root: Path) -> tuple[TagUse, ...]:
    """Every tag, those of most briefs first."""
    loaded = load_site(root)
    declared = {tag.slug for tag in parse_tags(loaded.tags)[0]}
    briefs = [brief for _, brief in briefs_of(parse_all(root, loaded))]
    catalog = build_catalog(briefs, (), parse_tags(loaded.tags)[0], language=loaded.config.language)
    counts = Counter(tag.slug for brief in catalog.briefs for tag in catalog.tags_of(brief))
    written = _spellings(catalog)
    uses = (
        TagUse(t.slug, t.label, t.aliases, t.parent, counts[t.slug], t.slug in declared, written.get(t.slug, ()))
        for t in catalog.tags
    )
    return tuple(sorted(uses, key=lambda use: (-use.briefs, use.slug)))


def _spellings(catalog: Catalog) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Slug to how briefs write the tag otherwise than the list, and their files."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for brief in catalog.briefs:
        for ref in brief.tags:
            tag = catalog.tag(ref.text, brief.language)
            if tag and ref.text not in (tag.label, tag.slug, *tag.aliases):
                found[tag.slug][ref.text].add(brief.path)
    return {
        slug: tuple((text, tuple(sorted(paths))) for text, paths in sorted(spellings.items()))
        for slug, spellings in found.items()
    }


def accept_tags(root: Path, names: Sequence[str], *, dry_run: bool = False) -> Renamed:
    """Declare tags that briefs use; the text that is in the list already stays as it is."""
    loaded = load_site(root)
    uses = {use.slug: use for use in tag_uses(root) if not use.declared}
    by_name = {
        label_key(name): use
        for use in uses.values()
        for name in (*(text for text, _ in use.spellings), use.slug, use.label)
    }
    chosen = []
    for name in names:
        use = by_name.get(label_key(name))
        if use is None:
            hint = did_you_mean(name, list(uses)) or "`briefings tags suggest` lists them"
            found = report(
                "no-suggestion", f"no brief has the tag `{name}`, or the list has it already", Place(TAGS), help=hint
            )
            return Renamed("", (), (found,))
        chosen.append(use)
    changes: list[Enter] = []
    known = {label_key(n): t.slug for t in parse_tags(loaded.tags)[0] for n in (*t.aliases, t.label, t.slug)}
    for use in chosen:
        if "/" not in use.slug:
            changes.append(Enter((use.slug,), {"label": use.label}))
            continue
        typed = next((text for text, _ in use.spellings), use.slug)
        others = {other.slug: other.label for other in uses.values() if other is not use}
        changes += entries_of_tag(typed, known, loaded.config.language, others=others, identity=use.slug)
        known |= {label_key(str(entry.path[0])): str(entry.path[0]) for entry in changes}
    changes = list({entry.path: entry for entry in changes}.values())
    after = patch_yaml(loaded.tags.text, changes)
    if after is None:
        return Renamed("", (), (cannot_patch(TAGS),))
    edit = Edit(TAGS, loaded.tags.text, after)
    what = f"accept {', '.join(use.slug for use in chosen)}"
    return Renamed(what, (edit,), () if dry_run else apply_edits(root, [edit], what))


def entries_of_tag(
    name: str, known: Mapping[str, str], language: str, *, others: Mapping[str, str], identity: str = ""
) -> Iterator[Enter]:
    """The entries that a tag with a slash in its name needs: its own, and those of wider tags that the list lacks.

    ``known`` are the names of the list, by their keys, with the slugs that they mean; ``others`` are the slugs and
    labels of tags that briefs use. ``identity`` is the slug of the tag where it is not made from the name.
    """
    labels = [part.strip() for part in name.split("/") if not is_blank(part)]
    own = {tag_address("/".join(labels[:end]), language) for end in range(1, len(labels) + 1)}
    used = {*known, *(label_key(one) for slug, label in others.items() if slug not in own for one in (slug, label))}
    parent = ""
    for end, label in enumerate(labels, 1):
        whole = "/".join(labels[:end])
        last = end == len(labels)
        slug = "" if last else known.get(label_key(whole), "")
        if not slug:
            slug = (identity if last else "") or tag_address(whole, language)
            yield Enter((slug,), _entry(slug, whole, label, parent, used if end > 1 else set()))
        parent = slug


def _entry(slug: str, whole: str, label: str, parent: str, used: set[str]) -> dict[str, Any]:
    # A tag called by its last part alone would take the briefs of another one of that name.
    entry: dict[str, Any] = {"label": whole if label_key(label) in used else label}
    if parent != slug.rpartition("/")[0]:
        entry["parent"] = parent
    if label_key(whole) not in (label_key(slug), label_key(entry["label"])):
        entry["aliases"] = [whole]
    return entry
