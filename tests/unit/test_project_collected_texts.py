"""Texts that earlier versions collected, with tables and lists in one line, have their rows when they are read."""

from pathlib import Path

import pytest
from command_line import call, site_with_a_draft

from annotated_briefings.base.blocks.laid_out import flat
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.project.provenance import collected_text

LONG = "The town of Lund has sold the old mill to its own bakers after a long evening in the town hall. "
TABLE = "".join(
    f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Mill", "sold in May"), ("Bridge", "closed for years"))
)
BLOCKS = {
    "a table": (f"<table>{TABLE}</table>", "sold in May Bridge"),
    "a list": ("<ul><li>The mill was sold</li><li>nobody bought the bridge</li></ul>", "was sold nobody bought"),
    "a numbered list": (
        "<ol><li>The mill was sold</li><li>nobody bought the bridge</li></ol>",
        "was sold nobody bought",
    ),
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_rows_and_items_are_made_again_of_what_import_made(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html, joined = BLOCKS[kind]
    site = site_with_a_draft(tmp_path / "site")
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>Mill sold</title></head><body><article><h1>Mill sold</h1><p>{LONG * 3}</p>{html}"
        f"<p>{LONG * 2}</p></article></body></html>",
        encoding="utf-8",
    )
    call(capsys, site, "import", str(page))
    [kept] = (site / "collected").glob("*.txt")
    whole = kept.read_text(encoding="utf-8")
    assert "\t" in whole
    kept.write_text(flat(whole), encoding="utf-8")
    assert find_exact(flat(whole), joined)[0] is QuoteStanding.STATED
    again = collected_text(site, kept.stem)
    assert again == whole
    assert find_exact(again, joined)[0] is QuoteStanding.ABSENT


def test_texts_without_a_draft_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "collected").mkdir()
    (tmp_path / "collected" / "a.txt").write_text("One two\n", encoding="utf-8")
    assert collected_text(tmp_path, "a") == "One two\n"
    assert collected_text(tmp_path, "b") is None
