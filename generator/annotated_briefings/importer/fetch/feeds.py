"""The feeds that a site follows: fetched if they have changed, and what each of them brought."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.config import FollowedFeed
from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.values import Value, replace
from annotated_briefings.importer.fetch.client import Validators
from annotated_briefings.importer.fetch.faults import NotFetched
from annotated_briefings.importer.fetch.received import Received, Wanted
from annotated_briefings.importer.outcome import FeedRound, Tally
from annotated_briefings.intake.formats.detect import is_feed
from annotated_briefings.intake.formats.feeds import is_empty_feed
from annotated_briefings.intake.ledger import read_ledger
from annotated_briefings.intake.model import Preset
from annotated_briefings.intake.reading import Piece
from annotated_briefings.storage.files import write_text_atomic
from annotated_briefings.storage.ledger import open_ledger

_FILE = ".cache/feeds.json"
"""What is remembered of feeds; without it everything is fetched again, which changes nothing."""


class FeedState(Value):
    """What is remembered of a feed from the last import that took all of it."""

    validators: Validators
    """What its server said of its state."""
    articles: tuple[str, ...]
    """Ids of its articles in the ledger."""


def wanted_feeds(root: Path, feeds: Sequence[FollowedFeed], again: bool) -> tuple[Wanted, ...]:
    """The feeds to fetch. Only what has changed is asked for, unless the site has lost articles that it had (by `git`,
    say), or ``again`` brings them back."""
    states = {} if again else _read(root)
    ids = {entry.id for entry in read_ledger(open_ledger(root).lines())[0]} if states else set()
    known = {url: state.validators for url, state in states.items() if ids.issuperset(state.articles)}
    return tuple(Wanted(feed.url, known.get(feed.url, Validators())) for feed in feeds)


def as_feed(received: Received) -> Received:
    """What came of the address of a feed; a fault where that is none."""
    answer = received.answer
    if answer is None or answer.unchanged or is_feed(received.name, answer.data, answer.delivery.media):
        return received
    remedy = f"give the address of its RSS, Atom or JSON feed; the page itself: `briefings import {received.shown}`"
    fault = NotFetched("it is no feed", remedy)
    return replace(received, answer=None, fault=fault.diagnostic(received.shown))


def feed_piece(received: Received, feed: FollowedFeed) -> Piece | None:
    """The piece to read, if there is anything to read."""
    piece = received.piece()
    if piece is None or is_empty_feed(piece.data):
        # Nothing has happened there: that is no fault.
        return None
    return replace(piece, preset=Preset(feed.outlet, feed.language, feed.tags))


def rounds(received: Sequence[Received], tallies: Sequence[Tally]) -> tuple[FeedRound, ...]:
    """What the feeds brought that could be fetched."""
    by_name = {tally.name: tally for tally in tallies}
    out: list[FeedRound] = []
    for one in received:
        tally = by_name.get(one.name)
        if one.answer and one.answer.unchanged:
            out.append(FeedRound(one.shown, 0, 0, 0, 0, True))
        elif one.answer:
            counts = (tally.new, tally.known, tally.copies, tally.left_out) if tally else (0, 0, 0, 0)
            out.append(FeedRound(one.shown, *counts))
    return tuple(out)


def remember(root: Path, received: Sequence[Received], tallies: Sequence[Tally], found: Sequence[Diagnostic]) -> None:
    """Remember the state of the feeds that were taken whole; one that was read in part is fetched again."""
    damaged = {diagnostic.place.path for diagnostic in found if diagnostic.severity is not Severity.HINT}
    by_name = {tally.name: tally for tally in tallies if tally.name not in damaged}
    states = dict(_read(root))
    for one in received:
        if one.answer and not one.answer.unchanged:
            states.pop(one.shown, None)
            if tally := by_name.get(one.name):
                states[one.shown] = FeedState(one.answer.validators, tally.articles)
    rows = {url: {**_row(state.validators), "articles": list(state.articles)} for url, state in sorted(states.items())}
    try:
        write_text_atomic(root / _FILE, json.dumps(rows, ensure_ascii=False, indent=0))
    except OSError:
        # What cannot be remembered is fetched again.
        return


def _row(validators: Validators) -> dict[str, str]:
    return {"address": validators.address, "etag": validators.etag, "modified": validators.modified}


def _read(root: Path) -> Mapping[str, FeedState]:
    try:
        rows = json.loads((root / _FILE).read_text(encoding="utf-8"))
        return {
            str(url): FeedState(
                Validators(*(str(row[key]) for key in ("address", "etag", "modified"))),
                tuple(str(one) for one in row["articles"]),
            )
            for url, row in rows.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
