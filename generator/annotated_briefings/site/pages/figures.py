"""Figures in lists and over time, and what sources disagree about."""

from collections.abc import Iterable, Iterator

from annotated_briefings.base.dates import When
from annotated_briefings.base.i18n import Words
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.figure_series import Quantity, Reading, figure_listed
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.urls import history_url
from annotated_briefings.site.views.claims import DisagreementView, FigureItemView, LineView, ReadingView, SeriesView
from annotated_briefings.site.views.lists import FigureHistoryView, FiguresView
from annotated_briefings.site.views.receipts import figure_receipts

_WIDTH, _HEIGHT, _EDGE = 300, 80, 6
_DISAGREEMENTS = 40
"""Disagreements on the list of all figures; older ones are shown with the history of their figure."""


def history_of(context: SiteContext, slug: str, place: int) -> str:
    """Address of the history of a figure; empty where it is the only one of its kind."""
    quantity = context.quantities.get((slug, place))
    return history_url(quantity.id) if quantity and len(quantity.readings) > 1 else ""


def figure_items(context: SiteContext, slugs: Iterable[str], most: int | None = None) -> tuple[FigureItemView, ...]:
    """The figures of some briefs, in the order of the briefs."""
    out: list[FigureItemView] = []
    for slug in slugs:
        brief = context.catalog.brief_of[slug]
        receipts = figure_receipts(context.words, brief, context.verdicts(brief))
        for place, figure in enumerate(brief.figures):
            text = figure_listed(figure, brief, context.words)
            out.append(
                FigureItemView(
                    text.shown,
                    text.typed,
                    figure.what,
                    context.plain_date(figure.as_of),
                    receipts[place],
                    history_of(context, slug, place),
                    context.origin(brief, "#figures"),
                )
            )
        if most is not None and len(out) >= most:
            return tuple(out[:most])
    return tuple(out)


def disagreements_of(context: SiteContext, brief: Brief) -> tuple[DisagreementView, ...]:
    """What sources disagree about among the figures of a brief, in the words around it."""
    words = context.speaks(brief)
    places = (context.quantities.get((brief.slug, place)) for place in range(len(brief.figures)))
    found = {quantity.id: quantity for quantity in places if quantity}
    return tuple(
        _disagreement(context, quantity, readings, words)
        for quantity in found.values()
        for readings in context.disputes.get((brief.slug, quantity.id), ())
    )


def figure_pages(context: SiteContext) -> Iterator[FiguresView]:
    """All figures, what sources disagree about first."""
    items = figure_items(context, (brief.slug for brief in context.catalog.briefs))
    found = [(quantity, readings) for quantity in _every(context) for readings in quantity.disagreements]
    found.sort(key=lambda item: (item[1][0].when or When(0)).instant, reverse=True)
    shown = tuple(_disagreement(context, *item, context.words) for item in found[:_DISAGREEMENTS])
    for part in parts_of("/figures/", items, context.config.list_length):
        yield FiguresView(part.url, part.pager, () if part.pager.number else shown, part.items)


def history_pages(context: SiteContext, quantity: Quantity) -> Iterator[FigureHistoryView]:
    """The history of a figure that is given in more than one place."""
    words = context.words
    disagreements = tuple(_disagreement(context, quantity, readings, words) for readings in quantity.disagreements)
    for part in parts_of(history_url(quantity.id), quantity.readings, context.config.list_length):
        first = not part.pager.number
        yield FigureHistoryView(
            _heading(context, quantity),
            part.url,
            part.pager,
            disagreements if first else (),
            _line(context, quantity) if first else None,
            tuple(_reading(context, r, words) for r in part.items),
        )


def _every(context: SiteContext) -> tuple[Quantity, ...]:
    """Every quantity once, by its id."""
    by_id = {quantity.id: quantity for quantity in context.quantities.values()}
    return tuple(by_id[name] for name in sorted(by_id))


def _heading(context: SiteContext, quantity: Quantity) -> str:
    """What a figure measures, and of whom: several have a cost."""
    entity = context.catalog.entity_of.get(quantity.entity)
    return context.words.text("of_whom", what=quantity.what, name=entity.name) if entity else quantity.what


def _reading(context: SiteContext, reading: Reading, words: Words) -> ReadingView:
    brief = context.catalog.brief_of[reading.slug]
    text = figure_listed(reading.figure, brief, words)
    return ReadingView(
        text.shown,
        text.typed,
        figure_receipts(words, brief, context.verdicts(brief))[reading.place],
        context.plain_date(reading.when, words),
        context.origin(brief, "#figures"),
    )


def _disagreement(
    context: SiteContext, quantity: Quantity, readings: tuple[Reading, ...], words: Words
) -> DisagreementView:
    return DisagreementView(
        _heading(context, quantity),
        context.plain_date(readings[0].when, words),
        history_url(quantity.id),
        tuple(_reading(context, reading, words) for reading in readings),
    )


def _line(context: SiteContext, quantity: Quantity) -> LineView | None:
    known = [(_days(r.when), r) for r in reversed(quantity.readings) if r.when and r.amount is not None]
    days = [day for day, _ in known]
    amounts = [r.amount for _, r in known if r.amount is not None]
    if len(set(days)) < 3 or len(set(amounts)) < 2:
        return None
    low, high = min(amounts), max(amounts)
    by_source: dict[str, list[tuple[int, int]]] = {}
    for (day, reading), amount in zip(known, amounts, strict=True):
        across = round(_EDGE + (_WIDTH - 2 * _EDGE) * (day - days[0]) / (days[-1] - days[0]))
        down = round(_HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * float((amount - low) / (high - low)))
        by_source.setdefault(reading.publisher, []).append((across, down))
    series = (
        SeriesView(
            source or context.words.text("receipt_unsourced"),
            tuple(points),
            len({across for across, _ in points}) == len(points) > 1,
        )
        for source, points in by_source.items()
    )
    ends = (known[0], known[-1], known[amounts.index(low)], known[amounts.index(high)])
    return LineView(tuple(series), *(_reading(context, reading, context.words) for _, reading in ends))


def _days(when: When | None) -> int:
    """Days of a calendar with months of one length, near enough for a drawing."""
    return when.year * 366 + (when.month or 1) * 31 + (when.day or 1) if when else 0
