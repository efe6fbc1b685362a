"""A source that is held back leaves no trace: the site is that of a brief without it, number for number."""

from pathlib import Path

import pytest
from command_line import NOW, call, site_with_a_draft

NAMES = ("The Courier", "The Gazette", "The Mirror")
HELD = "  - {outlet: Zeppelin, title: A call, author: Ida Varro, draft: true}\n"


def output(capsys: pytest.CaptureFixture[str], folder: Path, held: int | None) -> dict[str, str]:
    """The text files of a site with one brief, of whose sources one is held back, before that with this number."""
    site = site_with_a_draft(folder)
    (site / "briefings" / "a.md").unlink()
    sources, numbers = "", []
    for place, name in enumerate(NAMES, 1):
        sources += HELD if held == place else ""
        sources += f"  - {{outlet: {name}, title: Pier shut, url: 'https://{name[4:].lower()}.example/'}}\n"
        numbers.append(place + (held is not None and held <= place))
    sources += HELD if held == len(NAMES) + 1 else ""
    points = "".join(f"  - {{text: Point {n}., quote: words of {n}, source: {n}}}\n" for n in numbers)
    for shown, number in enumerate(numbers, 1):
        points = points.replace(f"Point {number}., quote: words of {number},", f"Point {shown}., quote: words {shown},")
    figure = f"  - {{value: 6, unit: weeks, what: closure, source: {numbers[1]}, quote: six weeks}}\n"
    (site / "briefings" / "x.md").write_text(
        f"---\ntitle: Pier shut\ndate: 2026-03-03\nsummary: The pier is shut.\nkey_points:\n{points}figures:\n{figure}"
        f"sources:\n{sources}---\nThe pier of Emden is shut.\n",
        encoding="utf-8",
    )
    call(capsys, site, "build", *NOW)
    kinds = (".html", ".xml", ".json", ".md", ".txt")
    found = sorted(p for p in (site / "_site").rglob("*") if p.suffix in kinds and p.name[0] != ".")
    return {p.relative_to(site / "_site").as_posix(): p.read_text("utf-8") for p in found}


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_a_source_that_is_held_back_leaves_no_trace(
    place: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = output(capsys, tmp_path / "without", None)
    held = output(capsys, tmp_path / "held", place)
    assert "briefs/x/index.html" in held
    assert held.keys() == without.keys()
    assert [name for name in held if held[name] != without[name]] == []


def test_a_claim_that_names_a_source_that_is_held_back_says_nothing_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_with_a_draft(tmp_path / "site")
    (site / "briefings" / "x.md").write_text(
        "---\ntitle: Pier shut\ndate: 2026-03-03\nsummary: The pier is shut.\nkey_points:\n"
        "  - {text: A point., quote: six weeks, source: 1}\nsources:\n"
        f"{HELD}  - {{outlet: The Courier}}\n---\nThe pier of Emden is shut.\n",
        encoding="utf-8",
    )
    call(capsys, site, "build", *NOW)
    page = (site / "_site" / "briefs" / "x" / "index.html").read_text("utf-8")
    assert "A point." in page
    assert page.count('id="source-') == 1
    assert "The Courier" not in page.partition('id="points"')[2].partition("</section>")[0]
    assert "source 0" not in page + (site / "_site" / "briefs" / "x" / "index.md").read_text("utf-8")
