"""Quotes that nothing proves: passages of their source to choose from, words to select, or the quote taken out."""

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.patch import Change, Remove, Set, value_at
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.model import Brief, Figure, KeyPoint
from annotated_briefings.editing.brief_form import front_matter
from annotated_briefings.editing.reanchor import word_difference
from annotated_briefings.preview.editor.opened import PageQuestion, open_brief
from annotated_briefings.preview.editor.release import change_brief
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.preview.review.notes import passage_rows
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.model.relations import name_of_source

_UNPROVED = ("unsupported-quote", "unsupported-figure")


def quote_rows(site: KnownSite) -> Iterator[ListRow]:
    """The quotes of points and figures that nothing proves, with the passages that may be meant."""
    for brief in site.briefs.values():
        verdicts = site.derived.context.verdicts(brief)
        points, figures = (
            zip(brief.key_points, verdicts.points, strict=True),
            zip(brief.figures, verdicts.figures, strict=True),
        )
        for number, (point, kind) in enumerate(points):
            if kind is ReceiptKind.MISSING:
                yield _row(site, brief, "key_points", number, point)
        for number, (figure, kind) in enumerate(figures):
            if kind is ReceiptKind.MISSING:
                yield _row(site, brief, "figures", number, figure)


def _row(site: KnownSite, brief: Brief, field: str, number: int, claim: KeyPoint | Figure) -> ListRow:
    source = brief.sources[claim.source - 1] if 0 < claim.source <= len(brief.sources) else None
    why = [one.message for one in site.found.get(brief.path, ()) if one.code in _UNPROVED and one.place == claim.place]
    texts = _texts(site, brief, claim.source)
    return {
        "key": f"{brief.path} {field} {number} {claim.quote}",
        "field": field,
        "number": number,
        **site.head(brief),
        "claim": claim.text if isinstance(claim, KeyPoint) else f"{claim.value} {claim.unit} {claim.what}".strip(),
        "quote": claim.quote,
        "source": (name_of_source(brief, source) or "a source that is not named") if source else "",
        "own": not claim.source,
        "why": why[0] if why else "",
        "here": bool(texts),
        "attach": f"briefings attach {quote(brief.path)} FILE{f' --source {claim.source}' * (len(brief.sources) > 1)}",
        "choices": [row for text in texts for row in _choices(text, claim.quote)][:3],
        "line": claim.place.line,
        "editor": site.editor(claim.place),
    }


def _choices(text: str, quote: str) -> Iterator[ListRow]:
    """Passages that may be meant; where the words are those that prove nothing, their whole sentence."""
    for row in passage_rows(text, quote):
        sentence = f"{row['before']}{row['words']}{row['after']}"
        marks = [list(run) for run in word_difference(quote, sentence)]
        yield row if row["words"] != quote else row | {"words": sentence, "before": "", "after": "", "marks": marks}


def _texts(site: KnownSite, brief: Brief, source: int) -> Sequence[str]:
    """The texts in which the words of a receipt must be."""
    if not source:
        return (brief.body.text,)
    ids = site.derived.provenances.of_sources(brief)
    found = (site.collected(one) for one in (ids[source - 1] if source <= len(ids) else ()))
    return tuple(filter(None, found))


def texts_of(site: KnownSite, asked: PageQuestion) -> ListRow:
    """The text that words are selected in: that of the brief, or of the source that a receipt names."""
    brief, source = site.briefs.get(str(asked.get("path", ""))), asked.get("source", 0)
    if brief is None:
        return {"text": ""}
    claims = getattr(brief, str(asked["field"]), ()) if asked.get("field") in ("key_points", "figures") else ()
    number = asked.get("number")
    claim = claims[number] if isinstance(number, int) and 0 <= number < len(claims) else None
    source = claim.source if claim else 0
    return {"text": "\n\n".join(_texts(site, brief, source))}


def change_quote(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Give a point or a figure other words as its receipt, or take its receipt or itself out."""
    path, do = str(asked.get("path", "")), str(asked.get("do", ""))
    field, number = str(asked.get("field", "")), asked.get("number")
    brief = site.briefs.get(path)
    if brief is None or field not in ("key_points", "figures") or not isinstance(number, int):
        return (report("refused-change", "the quote is not there any more", Place(path), help="load the page again"),)
    quote = " ".join(str(asked.get("quote", "")).split())

    def patched(text: str) -> str | None:
        entry = _entry(text, field, number, str(asked.get("was", "")))
        if entry is None:
            return None
        way = (field, entry)
        changes: dict[str, Change] = {
            "set-quote": Set((*way, "quote"), quote),
            "drop-quote": Remove((*way, "quote")),
            "delete-claim": Remove(way),
        }
        return patch_front_matter(text, [changes[do]])

    before, after = change_brief(site.session, path, patched, dry_run=True)
    if do == "set-quote" and (worse := _still_unproved(site, path, after, quote)):
        return (worse,)
    if before != after:
        change_brief(site.session, path, patched)
    return ()


def _entry(text: str, field: str, number: int, quote: str) -> int | None:
    """The place of an entry in the file: entries that cannot be read are none of the brief's."""
    entries: Any = value_at(front_matter(text), (field,))
    found = [
        n
        for n, one in enumerate(entries if isinstance(entries, list) else ())
        if isinstance(one, dict) and " ".join(str(one.get("quote") or "").split()) == " ".join(quote.split())
    ]
    return number if number in found else found[0] if len(found) == 1 else None


def _still_unproved(site: KnownSite, path: str, text: str, quote: str) -> Diagnostic | None:
    """What would be wrong with the new words."""
    opened = open_brief(site.session, Source(path, text))
    return next((one for one in opened.diagnostics if one.code in _UNPROVED and f"`{quote}`" in one.message), None)
