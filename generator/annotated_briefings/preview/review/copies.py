"""Copies that imports folded into others: both texts side by side, what differs in figures first."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from annotated_briefings.base.regex import regex
from annotated_briefings.importer.report_html import compared_runs
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.preview.review.known import KnownSite, ListRow

_FIGURE = regex(r"\d[\d.,:/]*\d|\d")


def copy_rows(site: KnownSite) -> Iterator[ListRow]:
    """The folded copies that nobody has confirmed: those that differ in figures first, then the newest."""
    rows = [_row(site, entry) for entry in reversed(list(site.asked.copies.values()))]
    yield from sorted(rows, key=lambda row: not row["figures"])


def _row(site: KnownSite, entry: Entry) -> ListRow:
    kept = site.asked.entries.get(entry.into)
    brief = site.briefs.get(entry.brief) or site.briefs.get(kept.brief if kept else "")
    folded, other = site.collected(entry.id), site.collected(entry.into)
    return {
        "key": entry.id,
        "id": entry.id,
        **(site.head(brief) if brief else {"path": entry.brief, "title": entry.brief, "url": "", "lang": ""}),
        "copy": {"title": entry.title, "outlet": entry.outlet, "file": f"{entry.file}, {entry.segment}"},
        "kept": {"title": kept.title, "outlet": kept.outlet, "file": f"{kept.file}, {kept.segment}"} if kept else {},
        "verdict": entry.verdict,
        "figures": [list(pair) for pair in figures_apart(folded, other)] if folded and other else [],
        "here": bool(folded and other),
    }


def figures_apart(folded: str, kept: str) -> list[tuple[str, str]]:
    """The figures in which two texts differ, in the order of the text; one that only one of them has has no partner,
    and of an excerpt only what it says itself counts."""
    mine, other = _FIGURE.findall(folded), _FIGURE.findall(kept)
    out: list[tuple[str, str]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        if kind in ("replace", "delete"):
            out.append((" ".join(mine[a1:a2]), " ".join(other[b1:b2])))
    return out


def copy_texts(site: KnownSite, identity: str) -> ListRow:
    """Both texts of a copy as runs of words: equal ones (`=`), those of the copy (`-`), those of the other (`+`)."""
    entry = site.asked.entries.get(identity)
    if entry is None:
        return {"runs": []}
    return {"runs": [list(run) for run in compared_runs(site.collected(entry.id), site.collected(entry.into))]}
