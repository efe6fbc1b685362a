"""An article that an editor has rejected stays away in every format, and so does one whose brief was deleted."""

import shutil
from pathlib import Path

import pytest
from format_writers import WRITERS, Block

from annotated_briefings.cli.main import main
from annotated_briefings.intake.formats.kinds import format_named

pytestmark = pytest.mark.slow

BLOCKS = [
    Block("p", "The council of Torvik voted on Monday to close the old swing bridge for the whole winter."),
    Block("p", "Its bearings had been worn down by eleven years of traffic, the harbour engineer told the meeting."),
    Block("p", "Ferries will carry 340 cars a day to the south bank until the new span is in place in April."),
]


@pytest.mark.parametrize("first", ["json", "html", "text"])
@pytest.mark.parametrize("how", ["rejected", "deleted"])
def test_it_comes_back_in_no_other_format(tmp_path: Path, first: str, how: str) -> None:
    site = tmp_path / "site"
    (site / "briefings").mkdir(parents=True)
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")

    def taken_in(site: Path, kind: str) -> list[str]:
        file = tmp_path / f"{kind}{format_named(kind).endings[0]}"
        file.write_bytes(WRITERS[kind](BLOCKS))
        main(["--site", str(site), "import", str(file), "--from", kind])
        return sorted(path.relative_to(site).as_posix() for path in (site / "briefings").rglob("*.md"))

    [brief] = taken_in(site, first)
    if how == "rejected":
        assert main(["--site", str(site), "imports", "reject", brief]) == 0
    else:
        (site / brief).unlink()
    back = {}
    # The writer of archives makes an article of each block.
    for kind in WRITERS.keys() - {"zip"}:
        copy = Path(shutil.copytree(site, tmp_path / f"then-{kind}"))
        back[kind] = taken_in(copy, kind)
    assert {kind: found for kind, found in back.items() if found} == {}
