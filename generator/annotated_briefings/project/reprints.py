"""Public briefs whose text is the whole collected text of a source: other people's work, unless they allow it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotated_briefings.base.blocks.laid_out import flat
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import COLLECTED
from annotated_briefings.base.source import Place
from annotated_briefings.content.model import Brief
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.project.provenance import Provenances

_MOST = 0.8
"""Share of a collected text, in runs of words, from which on a brief is that text."""
_RUN = 5
"""Words of a run."""
_SHORTEST = 20
"""Words of a text that is more than a headline and a line of news."""


def reprints(root: Path, briefs: Iterable[Brief], known: Provenances) -> Iterator[Diagnostic]:
    """A hint for each public brief that shows nearly the whole text of a source which allows no reprint, as far as the
    collected texts are here."""
    for brief in briefs:
        blocks = brief.body.blocks
        if blocks and (found := _reprinted(root, brief, known)):
            outlet, share = found
            yield report(
                "reprint",
                f"the text is that of `{outlet}`, {'word for word' if share == 1 else 'nearly word for word'}",
                Place(brief.path, blocks[0].line, 1),
                help="say it shorter in your own words, or write in its source that it may be reprinted:"
                " `licence: CC BY 4.0`",
            )


def _reprinted(root: Path, brief: Brief, known: Provenances) -> tuple[str, float] | None:
    """The outlet whose text a brief is, and the share of that text in it."""
    of_sources = known.of_sources(brief)
    attributed = {one for articles in of_sources for one in articles}
    free = tuple(one for one in known.own(brief) if one not in attributed)
    named = [*zip(brief.sources, of_sources, strict=True)]
    if brief.sources and free:
        named.append((brief.sources[0], free))
    body: frozenset[tuple[str, ...]] = frozenset()
    for source, articles in named:
        for article in () if source.licence else articles:
            text = _text(root, article)
            if len(words_of(text)) < _SHORTEST or len(brief.body.text) < _MOST * len(text) * _MOST:
                continue
            body = body or _runs(brief.body.text)
            runs = _runs(text)
            share = len(runs & body) / len(runs)
            if share >= _MOST:
                return source.outlet or source.title or "its source", share
    return None


def _text(root: Path, article: str) -> str:
    """The news of a collected text; empty where it is not here."""
    try:
        text = flat((root / COLLECTED / f"{article}.txt").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return "\n".join(line for line in text.split("\n") if not why_aside(line))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = words_of(text)
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
