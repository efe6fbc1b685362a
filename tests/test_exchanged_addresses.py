"""Drafts that exchange their addresses: reports of one headline, of which a short one is contained in two others that
contradict each other. In whatever order they come, each draft has an address of its own, and the ledger names it."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from import_states import bring, brought, empty_site, record, state

from annotated_briefings.importer.operations.undo import undo_import
from annotated_briefings.storage.ledger import open_ledger

ALE = (
    "The brewery of Vess will bottle its winter ale in June this year, since its cellar floods each autumn, said Ole"
    " Brandt, who has run it for eleven years."
)
SAID = (
    "The brewer {0} on Friday that the barrels had been sold twice.",
    "Its oldest cellar will {0} in August, and tasters from Lund are invited.",
)
WORDS = (("denied", "admitted", "repeated"), ("open", "close", "burn"))


def reports(which: int) -> tuple[dict[str, Any], ...]:
    result = [SAID[which].format(word) for word in WORDS[which]]
    outlets = ("Post", "Mirror", "Echo", "Courier")
    return tuple(
        record(outlet, "Ale in June", "2026-05-07", ALE, *more)
        for outlet, more in zip(outlets, ([], *([one] for one in result)), strict=True)
    )


def faults(site: Path) -> list[str]:
    """Slugs that two drafts have, and lines of the ledger that name another file than that of their draft."""
    briefs = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in (site / "briefings").glob("2*/*.md")
    }
    slugs = [line for text in briefs.values() for line in text.split("\n") if line.startswith("slug:")]
    last = {row["id"]: row for row in map(json.loads, open_ledger(site).texts()) if "id" in row}
    rows = [row for row in last.values() if row["verdict"] == "brief"]
    wrong = [path for path, text in briefs.items() if f"slug: {Path(path).stem}\n" not in text]
    wrong += [one["brief"] for one in rows if f"id: {one['id']}" not in briefs.get(one["brief"], "")]
    return [*wrong, *(slugs if len(set(slugs)) < len(slugs) else [])]


@pytest.mark.parametrize("which", range(len(SAID)))
def test_three_reports_one_after_the_other_end_in_one_state_in_any_order(tmp_path: Path, which: int) -> None:
    articles = reports(which)[:3]
    together = brought(tmp_path / "together", articles, [range(3)])
    for order in permutations(range(3)):
        site = tmp_path / "".join(map(str, order))
        assert brought(site, articles, [[n] for n in order]) == together, order
        assert faults(site) == [], order


@pytest.mark.slow
@pytest.mark.parametrize("which", range(len(SAID)))
def test_four_reports_do_in_any_order_and_portions(tmp_path: Path, which: int) -> None:
    articles = reports(which)
    together = brought(tmp_path / "together", articles, [range(4)])
    for order in permutations(range(4)):
        site = tmp_path / "".join(map(str, order))
        parts = [[n] for n in order] if order[0] % 2 else [order[:2], order[2:]]
        assert brought(site, articles, parts) == together, order
        assert faults(site) == [], order


def test_an_import_by_which_drafts_exchange_addresses_can_be_taken_back(tmp_path: Path) -> None:
    site = empty_site(tmp_path, reports(0))
    bring(site, [0])
    bring(site, [1])
    before = {path: path.read_bytes() for path in (site / "briefings").rglob("*.md")}
    facts = state(site)[1]
    bring(site, [2])
    assert {path: path.read_bytes() for path in (site / "briefings").rglob("*.md")} != before
    assert undo_import(site).diagnostics == ()
    assert {path: path.read_bytes() for path in (site / "briefings").rglob("*.md")} == before
    assert {key: value for key, value in state(site)[1].items() if value[0] != "undone"} == facts


def test_a_draft_that_an_editor_has_changed_keeps_its_address(tmp_path: Path) -> None:
    site = empty_site(tmp_path, reports(0))
    bring(site, [0])
    bring(site, [1])
    path = site / "briefings" / "2026" / "ale-in-june.md"
    path.write_text(path.read_text("utf-8").replace("winter ale", "winter beer"), encoding="utf-8")
    bring(site, [2])
    assert "winter beer" in path.read_text("utf-8")
    assert faults(site) == []
