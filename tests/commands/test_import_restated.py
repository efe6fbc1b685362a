"""Headlines and writers of an article that comes again with the same words are named where no brief has them."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from annotated_briefings.cli.main import main

FIRST = {
    "title": "Dam is sound",
    "outlet": "The Courier",
    "url": "https://courier.example/dam",
    "author": "Ida Varro",
    "date": "2026-02-03",
    "text": "Divers found the old dam sound on Tuesday, eleven days after a barge had struck its northern pier.",
}
SECOND = FIRST | {"title": "Old dam declared sound", "author": "Ida Varro, Rolf Tamm", "updated": "2026-02-05"}
NAMED = {"headline: Old dam declared sound", "author: Ida Varro, Rolf Tamm"}


def named(site: Path, parts: list[list[dict[str, str]]], capsys: pytest.CaptureFixture[str]) -> set[str]:
    site.mkdir()
    (site / "site.yaml").write_text("title: Port\nbase_url: https://port.example/\n", encoding="utf-8")
    found: set[str] = set()
    for number, part in enumerate(parts):
        file = site.parent / f"{site.name}-{number}.json"
        file.write_text(json.dumps(part), encoding="utf-8")
        main(["--site", str(site), "import", str(file), "--json"])
        found |= {line["text"] for line in json.loads(capsys.readouterr().out)["left_out"]}
    return found


def test_another_headline_and_writer_are_named_in_any_order_and_portions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong: dict[tuple[str, int], set[str]] = {}
    for number, (one, other) in enumerate(permutations((FIRST, SECOND))):
        for name, parts in {"apart": [[one], [other]], "at once": [[one, other]]}.items():
            found = named(tmp_path / f"{name}-{number}", parts, capsys)
            wrong |= {} if found == NAMED else {(name, number): found}
    assert wrong == {}
