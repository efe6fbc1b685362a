"""A day in the same line as a byline is the day of the article."""

from pathlib import Path

import pytest
from command_line import LONG

from annotated_briefings.cli.main import main


@pytest.mark.parametrize(
    "line",
    [
        "By Ilse Maar, 12 March 2026",
        "By Ilse Maar | 12 March 2026",
        "By Ilse Maar · March 12, 2026",
        "By Ilse Maar - 12 March 2026",
        "By Ilse Maar – Thursday, 12 March 2026",
        "By Ilse Maar on March 12, 2026",
        "12 March 2026 | By Ilse Maar",
        "Von Ilse Maar, 12. März 2026",
        "Par Ilse Maar, 12 mars 2026",
        "Por Ilse Maar, 12 de marzo de 2026",
        "Door Ilse Maar, 12 maart 2026",
        "Di Ilse Maar | 12 marzo 2026",
    ],
)
def test_a_byline_gives_the_writer_and_the_day_of_its_line(line: str, tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    text = f"Harbour closes for the storm\n{line}\n\n{LONG}\n\n{LONG}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["--site", str(tmp_path), "import", str(tmp_path / "a.txt")]) == 0
    brief = (tmp_path / "briefings" / "2026" / "harbour-closes-for-the-storm.md").read_text(encoding="utf-8")
    assert "\ndate: 2026-03-12\n" in brief
    assert "author: Ilse Maar\n" in brief
    assert line not in brief
