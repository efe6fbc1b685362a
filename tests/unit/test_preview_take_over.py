"""New words of a source in figures and points: number, unit and quote change together, or nothing is proposed."""

import pytest

from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.patch import Set, value_at
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.editing.brief_form import front_matter
from annotated_briefings.intake.history.changes import difference
from annotated_briefings.preview.review.take_over import taken_over
from annotated_briefings.site.model.changed_sources import FIGURE, POINT, BriefPart

FIGURES = [
    # value, unit, old sentence, new sentence, value and unit then; "" where nothing is sure
    ("8", "%", "Shipments dropped 8% in March.", "Shipments dropped 9% in March.", ("9", "%")),
    ("8", "%", "Shipments dropped 8 % in March.", "Shipments dropped 9.5 % in March.", ("9.5", "%")),
    ("8", "%", "Shipments dropped 8 per cent in March.", "Shipments dropped 9 per cent in March.", ("9", "%")),
    ("8", "per cent", "Shipments dropped 8% in March.", "Shipments dropped 9% in March.", ("9", "per cent")),
    (
        "8",
        "percent",
        "Shipments dropped 8 percent in March.",
        "Shipments dropped 12 percent in March.",
        ("12", "percent"),
    ),
    (
        "384",
        "million crowns",
        "It costs 384 million crowns a year.",
        "It costs 391 million crowns a year.",
        ("391", "million crowns"),
    ),
    (
        "384 million",
        "crowns",
        "It costs 384 million crowns a year.",
        "It costs 391 million crowns a year.",
        ("391 million", "crowns"),
    ),
    (
        "9",
        "million crowns",
        "It costs 9 million crowns a year.",
        "It costs 11 billion crowns a year.",
        ("11", "billion crowns"),
    ),
    (
        "9 million",
        "crowns",
        "It costs 9 million crowns a year.",
        "It costs 11 billion crowns a year.",
        ("11 billion", "crowns"),
    ),
    ("21", "°C", "The water has 21 °C at the pier.", "The water has 19 °C at the pier.", ("19", "°C")),
    ("21", "°C", "The water has 21°C at the pier.", "The water has 19.5°C at the pier.", ("19.5", "°C")),
    (
        "12,500",
        "passengers",
        "On Sunday 12,500 passengers went ashore.",
        "On Sunday 13,100 passengers went ashore.",
        ("13,100", "passengers"),
    ),
    (
        "8",
        "%",
        "Shipments dropped 8% and sales 4% in March.",
        "Shipments dropped 9% and sales 5% in March.",
        ("9", "%"),
    ),
    (
        "4",
        "%",
        "Shipments dropped 8% and sales 4% in March.",
        "Shipments dropped 9% and sales 5% in March.",
        ("5", "%"),
    ),
    ("8", "%", "Shipments dropped 8% in March.", "Shipments dropped much in March.", ""),
    ("8", "%", "Shipments dropped 8% in early March.", "Shipments dropped 8% in late March.", ("8", "%")),
]
UNSEEN = [
    ("3.4", "%", "Prices rose 3.4 percent last year.", "Prices rose 3.6 percent last year.", ("3.6", "%")),
    ("40", "euros", "A ticket costs 40 euros by night.", "A ticket costs 45 euros by night.", ("45", "euros")),
    ("€40", "", "A ticket costs €40 by night.", "A ticket costs €45 by night.", ("€45", "")),
    (
        "1.2",
        "billion",
        "The port earned 1.2 billion in all.",
        "The port earned 980 million in all.",
        ("980", "million"),
    ),
    (
        "1.2 billion",
        "euros",
        "The port earned 1.2 billion euros in all.",
        "The port earned 1.4 billion euros in all.",
        ("1.4 billion", "euros"),
    ),
    ("-3", "°C", "At night it had -3 °C in the yard.", "At night it had -5 °C in the yard.", ("-5", "°C")),
    ("60", "km/h", "Gusts reached 60 km/h on the mole.", "Gusts reached 72 km/h on the mole.", ("72", "km/h")),
    (
        "5",
        "days",
        "The gate was freed 5 days before the term.",
        "The gate was freed 6 days before the term.",
        ("6", "days"),
    ),
    ("8", "%", "Shipments dropped 8% and sales 8% in March.", "Shipments dropped 9% and sales 5% in March.", ""),
    (
        "7,5",
        "%",
        "Die Preise stiegen um 7,5 Prozent im Mai.",
        "Die Preise stiegen um 7,9 Prozent im Mai.",
        ("7,9", "%"),
    ),
    (
        "30",
        "percentage points",
        "Turnout fell 30 percentage points at once.",
        "Turnout fell 31 percentage points at once.",
        ("31", "percentage points"),
    ),
    # An index is at points, and changes by points: an editor says which.
    ("8", "%", "Shipments dropped 8% in March.", "Shipments dropped 9 points in March.", ""),
    (
        "2",
        "million tonnes",
        "They moved 2 million tonnes by rail.",
        "They moved 2.5 million tonnes by rail.",
        ("2.5", "million tonnes"),
    ),
    (
        "15 000",
        "tonnes",
        "They moved 15 000 tonnes by rail.",
        "They moved 16 000 tonnes by rail.",
        ("16 000", "tonnes"),
    ),
]


@pytest.mark.parametrize(("value", "unit", "old", "new", "then"), [*FIGURES, *UNSEEN])
def test_a_figure_changes_as_a_whole_or_not_at_all(
    value: str, unit: str, old: str, new: str, then: tuple[str, str] | str
) -> None:
    entry = {"value": value, "unit": unit, "what": "it", "source": "1", "quote": old.rstrip(".")}
    text = patch_front_matter("---\ntitle: T\n---\nB\n", [Set(("figures",), [{k: v for k, v in entry.items() if v}])])
    assert text is not None
    brief_part = BriefPart(FIGURE, value, (entry["quote"], f"{value} {unit}".strip()), Place("a.md"), 1)
    taken = taken_over(text, brief_part, difference(old, new).changes, ("en", "en"))
    if not then:
        assert taken is None
        return
    assert taken is not None
    [figure] = value_at(front_matter(taken.text), ("figures",))
    assert (figure["value"], figure.get("unit", ""), figure["quote"]) == (*then, new.rstrip("."))


POINTS = [
    # text, old sentence, new sentence, text then
    (
        "Shipments fell 8 percent.",
        "Shipments dropped 8% in March.",
        "Shipments dropped 9% in March.",
        "Shipments fell 9 percent.",
    ),
    (
        "It costs 9 million crowns.",
        "It costs 9 million crowns a year.",
        "It costs 11 billion crowns a year.",
        "It costs 11 billion crowns.",
    ),
    ("Shipments fell.", "Shipments dropped 8% in March.", "Shipments dropped 9% in March.", "Shipments fell."),
    (
        "Some 12,500 went ashore.",
        "On Sunday 12,500 passengers went ashore.",
        "On Sunday 13,100 passengers went ashore.",
        "Some 13,100 went ashore.",
    ),
    ("It rose from 12,500 to 12,500.", "It rose to 12,500 tonnes there.", "It rose to 13,000 tonnes there.", None),
]


@pytest.mark.parametrize(("phrase", "old", "new", "then"), POINTS)
def test_a_point_does_not_keep_a_number_that_its_quote_lacks(phrase: str, old: str, new: str, then: str | None) -> None:
    entry = {"text": phrase, "quote": old.rstrip("."), "source": "1"}
    text = patch_front_matter("---\ntitle: T\n---\nB\n", [Set(("key_points",), [entry])])
    assert text is not None
    brief_part = BriefPart(POINT, phrase, (entry["quote"], phrase), Place("a.md"), 1)
    taken = taken_over(text, brief_part, difference(old, new).changes, ("en", "en"))
    if then is None:
        assert taken is None
        return
    assert taken is not None
    [point] = value_at(front_matter(taken.text), ("key_points",))
    assert (point["text"], point["quote"]) == (then, new.rstrip("."))
