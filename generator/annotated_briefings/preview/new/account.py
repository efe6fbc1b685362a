"""What an import would do, for the page that shows it before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.desk_remedies import desk_remedy
from annotated_briefings.importer.outcome import EDITED_THERE, FoundArticle, ImportReport
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.model import AlikePair, UnsureGap
from annotated_briefings.project.briefs import ParseOptions, parse_one
from annotated_briefings.site.model.changed_sources import UNDATED, shown_version_changes

AccountRow = dict[str, Any]
"""What the page gets of one thing."""
_RELATIONS = {
    "version": "one seems to be a later version of the other",
    "event": "perhaps about one event",
    "mould": "made with one form",
}
_NOTHING = "nothing was taken from the file: "
"""How the message begins that repeats why a file was not taken."""
_OPENING = 40
"""Words of a paragraph that are shown."""


def account_of(done: ImportReport, reading: ParseOptions, pages: Mapping[str, str]) -> AccountRow:
    """The whole account of an import that was tried; ``pages`` are the addresses of the briefs that there are."""
    articles = [_article(one, reading) for one in done.found]
    shown = {one.path for one in done.found}
    rest = [(path, title) for path, title in zip(done.created, done.titles, strict=True) if path not in shown]
    return {
        "articles": _joinable(articles),
        "more": [{"path": path, "title": title} for path, title in rest],
        "sections": [
            {"title": title, "rows": [{**row, "url": pages.get(row["path"], "")} for row in rows]}
            for title, rows in _sections(done)
            if rows
        ],
        "unsure": [
            _unsure(gap) for gap in done.unsure if gap.chosen or (gap.document, gap.line) not in _openings(done)
        ],
        "problems": diagnostic_rows(done.diagnostics),
        "gone": any(one.undone or one.brief for one in done.gone),
        "counts": {"articles": done.articles, "drafts": len(done.created), "parts": _counts(done)},
        "failed": False,
    }


def account_of_failure(why: Diagnostic) -> AccountRow:
    """The account where nothing could be told: it says why, and offers nothing to import."""
    empty: AccountRow = {name: [] for name in ("articles", "more", "sections", "unsure")}
    counts = {"articles": 0, "drafts": 0, "parts": []}
    return {**empty, "problems": diagnostic_rows([why]), "gone": False, "counts": counts, "failed": True}


def _openings(done: ImportReport) -> frozenset[tuple[str, int]]:
    """Where the texts of new articles begin, below lines that are left out: no other article may start there."""
    return frozenset(
        (one.document, next((line for _, line, why in one.paragraphs if not why), 0)) for one in done.found
    )


def _counts(done: ImportReport) -> list[AccountRow]:
    """What becomes of the articles that were found: the numbers add up to theirs."""
    known = {one.where for one in done.known}
    counts = {
        "new draft" if len(done.created) == 1 else "new drafts": len(done.created),
        "known already": len(known),
        "copies of others": sum(one.where not in known for one in done.folded),
        "new versions": len(done.updated) + len(done.conflicts),
    }
    # Those that were refused, rejected or deleted before: the sections name each with its reason.
    counts["not taken"] = done.articles - sum(counts.values())
    return (
        [{"name": name, "count": count} for name, count in counts.items() if count > 0]
        if min(counts.values()) >= 0
        else []
    )


def diagnostic_rows(found: Iterable[Diagnostic]) -> list[AccountRow]:
    """Diagnostics for the page, each once."""
    return [
        {
            "severity": one.severity.value,
            "message": one.message,
            "help": desk_remedy(one.help),
            "path": one.place.path,
            "line": one.place.line,
        }
        for one in dict.fromkeys(found)
    ]


def _article(found: FoundArticle, reading: ParseOptions) -> AccountRow:
    """An article as the draft that is made of it has it."""
    brief, _ = parse_one(reading, Source(found.path, found.text))
    paragraphs = [
        {"text": _opening(text), "line": line, "more": len(text.split()) > _OPENING, "left_out": why}
        for text, line, why in found.paragraphs
    ]
    return {
        "path": found.path,
        "document": found.document,
        "segment": found.segment,
        "words": sum(len(words_of(text)) for text, _, why in found.paragraphs if not why),
        "paragraphs": paragraphs,
        "parted": found.parted,
        **(_facts(brief) if brief else {"title": found.path, "facts": [], "confidence": ""}),
    }


def _facts(brief: Brief) -> AccountRow:
    """What a draft says of itself; what import concluded is marked."""
    source = brief.sources[0] if brief.sources else None
    facts = (
        ("outlet", source.outlet if source else ""),
        ("date", brief.date.iso if brief.date else ""),
        ("language", brief.language),
        ("author", source.author if source else ""),
        ("address", source.url if source else ""),
    )
    rows = [{"name": name, "value": value, "guess": name in brief.derived} for name, value in facts]
    rows += [{"name": "story", "value": brief.suggested_story, "guess": True}] if brief.suggested_story else []
    return {
        "title": brief.title,
        "title_guess": "title" in brief.derived,
        "facts": rows,
        "confidence": brief.confidence,
    }


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_OPENING])


def _joinable(articles: list[AccountRow]) -> list[AccountRow]:
    """The articles, each with whether it can be joined with the one above it: where a decision about its first
    paragraph does it, and where all parts of a letter or a page can only be joined as a whole."""
    for above, here in zip([None, *articles], articles, strict=False):
        base = here["document"].rpartition("#")[0]
        same = above is not None and above["document"] == here["document"]
        part = above is not None and bool(base) and above["document"].rpartition("#")[0] == base
        here["join"] = "above" if same and here["parted"] else base if part else ""
    return articles


def _unsure(gap: UnsureGap) -> AccountRow:
    return {
        "document": gap.document,
        "line": gap.line,
        "probability": round(gap.probability, 2),
        "chosen": gap.chosen,
        "before": gap.before,
        "after": gap.after,
    }


def _row(what: str, why: str = "", path: str = "") -> AccountRow:
    return {"what": what, "why": why, "path": path}


def _sections(done: ImportReport) -> Iterator[tuple[str, list[AccountRow]]]:
    briefs = dict(done.briefs)
    reasons, updates = dict(done.unmerged), dict(done.updates)
    yield (
        "New versions of what there is",
        [
            *(_row(path, updates[path], path) for path in done.updated),
            *(_row(path, f"stays as it is: {reasons.get(path, EDITED_THERE)}", path) for path in done.conflicts),
            *(
                _row(o.where, f"an earlier version of a brief{f'; {UNDATED}' if o.undated else ''}", o.brief)
                for o in done.older
            ),
            *(
                _row(one.version.brief, shown_version_changes(one.version), one.version.brief)
                for one in done.versions
                if one.version.article != one.version.of
            ),
        ],
    )
    yield (
        "Copies, folded into one brief",
        [
            _row(
                one.where,
                f"{one.why}{f'; {one.source} is named as a source' if one.source else ''}",
                briefs.get(one.into, ""),
            )
            for one in done.folded
        ],
    )
    yield (
        "Known already",
        [
            _row(one.where, _KNOWN.get(one.verdict, "an article of a brief"), one.brief)
            for one in done.known
            if one.verdict not in ("deleted", "undone")
        ],
    )
    yield (
        "Imported before, and gone",
        [
            _row(
                f"{one.where}: {one.title}",
                "its import was taken back"
                if one.undone
                else f"its brief is `{one.renamed}` now, which is not read: rename it to `{one.brief}`"
                if one.renamed
                else f"its brief `{one.brief}` was deleted",
            )
            for one in done.gone
        ],
    )
    yield "Much alike, and not the same", [_alike(link, briefs) for link in done.links]
    yield "One story?", [_row(", ".join(one.briefs), f"suggested story: {one.id}") for one in done.stories]
    yield (
        "Held back, because the source is not public",
        [_row(one.title, ", ".join(filter(None, (one.why, one.until and f"until {one.until}")))) for one in done.held],
    )
    yield (
        "Unedited briefs that go or move",
        [
            *(_row(path, "its text is in another brief now", path) for path in done.joined),
            *(
                _row(path, "its text is split in another way now", path)
                for path in done.removed
                if path not in done.joined
            ),
            *(_row(old, f"gets the address {new}", old) for old, new in done.moved),
            *(_row(path, "an editor rejected it", path) for path in done.rejected),
        ],
    )
    yield "Left out: no part of the news", [_row(f"{one.path}: {_opening(one.text)}", one.why) for one in done.left_out]
    reported = {(one.place.path, one.message.removeprefix(_NOTHING)) for one in done.diagnostics}
    yield "Not taken", [_row(where, why) for where, why in done.refused if (where, why) not in reported]


_KNOWN: Mapping[str, str] = {
    "brief": "has a brief",
    "near": "a copy of what there is",
    "exact": "a copy of what there is",
    "contained": "an excerpt of what there is",
    "round-up": "a round-up of what there is",
    "superseded": "an earlier version of what there is",
    "attached": "a text attached to a brief",
}
"""What a known article is to its brief."""


def _alike(link: AlikePair, briefs: Mapping[str, str]) -> AccountRow:
    other = briefs.get(link.other, link.other)
    differs = f": {'; '.join(link.differs)}" if link.differs else ""
    return _row(f"{briefs.get(link.article, link.article)} and {other}", _RELATIONS[link.relation] + differs)
