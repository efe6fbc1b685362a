"""The beginning of a rejected article stays away too, from whatever address; an article that quotes it does not."""

import shutil
from pathlib import Path

import pytest

from annotated_briefings.cli.main import main

SAYS = [
    "The council of Torvik voted on Monday to close the old swing bridge for the whole winter.",
    "Its bearings had been worn down by eleven years of traffic, the harbour engineer told the meeting.",
    "Ferries will carry 340 cars a day to the south bank until the new span is in place in April.",
    "The work will cost nine million crowns, of which the county pays a third.",
    "Shopkeepers on the south bank fear for their trade before Christmas and ask for free crossings.",
]
PARTS = {
    "two paragraphs": "\n\n".join(SAYS[:2]),
    "one paragraph, cut in a word": f"{SAYS[0]} {SAYS[1]} Ferries will carry 340 c…",
    "one sentence": SAYS[0],
    "all but the end": "\n\n".join(SAYS[:4]),
    "with other signs": "\n\n".join(SAYS[:3]).replace("-", "–").upper(),
}
OTHERS = {
    "it quotes two sentences": "Trade in Torvik is slow, says a survey of 200 shops.\n\n"
    + "\n\n".join(SAYS[:2])
    + "\n\nThe survey was made in October, and its authors warn of a hard winter. Many shops have shorter hours now.",
    "another figure": "\n\n".join([*SAYS[:2], SAYS[2].replace("340", "430"), SAYS[3].replace("nine", "seven")]),
    "another figure in a long part": "\n\n".join([*SAYS[:3], SAYS[3].replace("nine", "seven"), SAYS[4]]),
    "a denial in a long part": "\n\n".join([*SAYS[:4], SAYS[4].replace("fear", "do not fear")]),
    "it goes on otherwise": SAYS[0] + " Nobody in the hall spoke for the bridge, and the vote took less than a minute.",
}


def written(folder: Path, name: str, url: str, text: str) -> str:
    file = folder / name
    file.write_text(f"Title: Bridge shut\nURL: {url}\nSource: The Courier\n\n{text}\n", encoding="utf-8")
    return str(file)


@pytest.fixture(scope="module")
def rejected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rejected")
    site = folder / "site"
    (site / "briefings").mkdir(parents=True)
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    main(["--site", str(site), "import", written(folder, "a.txt", "https://courier.example/a", "\n\n".join(SAYS))])
    [brief] = (site / "briefings").rglob("*.md")
    assert main(["--site", str(site), "imports", "reject", brief.relative_to(site).as_posix()]) == 0
    return site


@pytest.mark.parametrize("here", ["with its text", "without its text"])
@pytest.mark.parametrize("part", PARTS)
def test_its_beginning_is_left_out_and_named(
    part: str, here: str, rejected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Path(shutil.copytree(rejected, tmp_path / "site"))
    if here == "without its text":
        shutil.rmtree(site / "collected")
    capsys.readouterr()
    main(["--site", str(site), "import", written(tmp_path, "b.txt", "https://mirror.example/b", PARTS[part])])
    assert "an editor rejected the article of which it is the beginning: `Bridge shut`" in capsys.readouterr().out
    assert list((site / "briefings").rglob("*.md")) == []


@pytest.mark.parametrize("here", ["with its text", "without its text"])
@pytest.mark.parametrize("other", OTHERS)
def test_what_only_quotes_or_resembles_it_comes_in(other: str, here: str, rejected: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(rejected, tmp_path / "site"))
    if here == "without its text":
        shutil.rmtree(site / "collected")
    main(["--site", str(site), "import", written(tmp_path, "b.txt", "https://mirror.example/b", OTHERS[other])])
    assert len(list((site / "briefings").rglob("*.md"))) == 1
