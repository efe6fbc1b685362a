"""A figure of a public brief that changes at the desk: a correction is proposed, and written by one click alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk_site import Asked, desk_of

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.editing.corrections.changed_figures import changed_figures, day_in
from annotated_briefings.editing.corrections.changed_numbers import changed_numbers

NOW = datetime(2026, 12, 1, tzinfo=UTC)
COST, SHIPS = "{value: 145, unit: million dollars, what: cost}", "{value: 40, unit: ships, what: waiting}"


def proposed(before: str, after: str, more: tuple[str, str] = ("", "")) -> list[tuple[str, str, bool]]:
    briefs = [
        parse_brief(Source("briefings/a.md", f"---\ntitle: A\n{extra}\nfigures: [{figures}]\n---\nText.\n"))[0]
        for figures, extra in zip((before, after), more, strict=True)
    ]
    found = changed_figures(briefs[0], briefs[1], NOW, "en")
    return [(one.was, one.now, one.newer) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (SHIPS, SHIPS.replace("40", "49"), [("40 ships", "49 ships", False)]),
        (f"{COST}, {SHIPS}", f"{SHIPS.replace('40', '49')}, {COST}", [("40 ships", "49 ships", False)]),
        (SHIPS, SHIPS.replace("ships", "boats"), [("40 ships", "40 boats", False)]),
        (SHIPS, f"{COST}, {SHIPS.replace('40', '4')}", [("40 ships", "4 ships", False)]),
        (
            SHIPS,
            SHIPS.replace("40, unit: ships, what: waiting", "41, unit: ships, what: at anchor"),
            [("40 ships", "41 ships", False)],
        ),
        (
            "{value: 8, unit: '%', what: fall, as_of: 2026-03}",
            "{value: 9, unit: '%', what: fall, as_of: 2026-04}",
            [("8%", "9%", True)],
        ),
        (
            "{value: 8, what: fall, as_of: 2026-03}, {value: 9, what: fall, as_of: 2026-04}",
            "{value: 8, what: fall, as_of: 2026-03}, {value: 7, what: fall, as_of: 2026-04}",
            [("9", "7", False)],
        ),
        (SHIPS, SHIPS, []),
        ("{value: 8, unit: percent, what: fall}", "{value: 8, unit: '%', what: fall}", []),
        ("{value: '1000', what: cars}", "{value: '1,000', what: cars}", []),
        ("{value: 1, what: x}, {value: 2, what: x}", "{value: 1, what: x}, {value: 3, what: x}", [("2", "3", False)]),
        (SHIPS, SHIPS.replace("40", "'40'"), []),
        (SHIPS, f"{SHIPS}, {COST}", []),
        (f"{SHIPS}, {COST}", SHIPS, []),
        (SHIPS, COST, []),
        (SHIPS, SHIPS.replace("waiting", "waiting outside"), []),
    ],
)
def test_a_figure_that_readers_have_seen_otherwise_is_found(
    before: str, after: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert proposed(before, after) == expected


@pytest.mark.parametrize(
    "more",
    [
        ("draft: true", ""),
        ("", "draft: true"),
        ("publish_at: 2099-01-01T00:00:00Z", "publish_at: 2099-01-01T00:00:00Z"),
        ("", "corrections: [{date: 2026-12-01, was: 40 ships, now: 49 ships}]"),
    ],
)
def test_nothing_is_proposed_where_nobody_saw_it_or_a_correction_tells_it(more: tuple[str, str]) -> None:
    assert proposed(SHIPS, SHIPS.replace("40", "49"), more) == []


NUMBERS = [
    # looked at while the rule was written
    ("It cost 12 million crowns.", "It cost 13 million crowns.", ["12 million > 13 million"]),
    ("carry up to 180 passengers each", "carry up to 200 passengers each", ["180 passengers > 200 passengers"]),
    ("It opens on 12 May, he said.", "It opens on 19 May, he said.", ["12 May > 19 May"]),
    ("It closed in 2023.", "It closed in 2024.", ["in 2023 > in 2024"]),
    ("The pier cost €40m, the port said.", "The pier cost €55m, the port said.", ["€40m > €55m"]),
    ("It cost 1000 crowns.", "It cost 1,000 crowns.", []),
    ("It cost 12 crowns.", "Nine crowns were paid for it.", []),
    ("It opens on Monday.", "It opens on Tuesday.", []),
    ("Fares rise by 9%. Six ships sail.", "Fares rise by 8%. Six ships sail.", ["by 9% > by 8%"]),
    ("Two ships carry 40 cars.", "Two big ships carry 40 cars.", []),
    (
        "港口花费1200万元，三艘渡轮停航，居民表示不满，要求赔偿。",
        "港口花费1300万元，三艘渡轮停航，居民表示不满，要求赔偿。",
        ["港口花费1200万元，三 > 港口花费1300万元，三"],
    ),
    ("", "It cost 12 crowns.", []),
    # seen only when the rule was finished
    (
        "Some 400 of 1,900 workers go.",
        "Some 450 of 1,800 workers go.",
        ["400 of > 450 of", "1,900 workers > 1,800 workers"],
    ),
    ("Between 10 and 12 ships wait.", "Between 10 and 14 ships wait.", ["12 ships > 14 ships"]),
    ("The vote was 31-19.", "The vote was 31-20.", ["was 31-19 > was 31-20"]),
    ("The bridge (built 1931) closes.", "The bridge (built 1913) closes.", ["built 1931 > built 1913"]),
    ("Die Brücke kostet 2,4 Mio. Euro.", "Die Brücke kostet 2,6 Mio. Euro.", ["2,4 Mio > 2,6 Mio"]),
    ("It cost 12 crowns. It opens at 9.30 am.", "It opens at 9.45 am.", ["9.30 am > 9.45 am"]),
    ("A first ship sails. A fare costs 3 crowns.", "A fare costs 4 crowns. A second ship sails.", []),
    ("It was 8 degrees.", "It was –8 degrees.", []),
    ("Flight KX401 was late.", "Flight KX410 was late.", ["KX401 > KX410"]),
    ("He is 61.", "He is 61!", []),
    ("They paid $5.0 million.", "They paid $5 million.", []),
    ("Rule 7 and rule 8 hold.", "Rule 7 and rule 9 hold.", ["8 hold > 9 hold"]),
]


@pytest.mark.parametrize(("before", "after", "expected"), NUMBERS)
def test_a_number_that_changes_among_the_same_words_is_found(before: str, after: str, expected: list[str]) -> None:
    assert [
        f"{was} > {now}" for was, now in changed_numbers(before, after, "de" if "Die" in before else "en")
    ] == expected


def test_a_number_in_any_words_of_a_public_brief_is_proposed_once() -> None:
    head = "title: Fares rise by {n}%\nsummary: Fares rise by {n}%.\nkey_points: [Six ships carry {m} cars.]"
    page = f"---\n{head}\n---\nSix ships carry {{m}} cars.\n"
    briefs = [parse_brief(Source("briefings/a.md", page.format(n=n, m=m)))[0] for n, m in ((9, 40), (8, 45))]
    assert [(one.what, one.was, one.now) for one in changed_figures(briefs[0], briefs[1], NOW, "en")] == [
        ("headline", "by 9%", "by 8%"),
        ("key points", "40 cars", "45 cars"),
    ]


def test_one_click_writes_the_correction_and_nothing_is_written_without_it(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\ntime_zone: Asia/Tokyo\n", encoding="utf-8")
    head = "title: A\ndate: 2026-03-14\nsummary: S.\nfigures:\n  - {value: 40, unit: ships, what: waiting}"
    text = f"---\n{head}\n---\nText.\n"
    (tmp_path / "briefings/a.md").write_text(text, encoding="utf-8")
    page = Asked(desk_of(tmp_path), "briefings/a.md")
    done = page.save(fields={"figures": [{"value": "49", "unit": "ships", "what": "waiting"}]})
    [figure] = done["figures"]
    assert (figure["what"], figure["newer"]) == ("waiting", False)
    saved = page.file.read_text(encoding="utf-8")
    assert "corrections" not in saved
    assert "updated" not in saved
    pairs = [{"was": "40 ships", "now": "49 ships"}]
    assert page.ask("act", do="correct", wrong=pairs, why="misread  the log")["problems"] == []
    day = day_in("Asia/Tokyo", datetime.now(UTC))
    after = page.file.read_text(encoding="utf-8")
    assert f"updated: {day}\n" in after
    brief, found = parse_brief(Source("briefings/a.md", after))
    assert brief is not None
    assert [one for one in found if one.severity != "hint"] == []
    assert [(c.was, c.now, c.why) for c in brief.corrections] == [("40 ships", "49 ships", "misread the log")]
    # A second correction is added to the first, and the day stays.
    page.ask("act", do="correct", wrong=[{"was": "A", "now": "B"}], why="")
    brief, _ = parse_brief(Source("briefings/a.md", page.file.read_text(encoding="utf-8")))
    assert brief is not None
    assert [one.was for one in brief.corrections] == ["40 ships", "A"]
    page.ask("act", do="undo")
    page.ask("act", do="undo")
    assert page.file.read_text(encoding="utf-8") == saved
