"""A list of clippings is cut where all its items have the same lines, or it is not cut: never one line out of step."""

from itertools import product
from pathlib import Path

import pytest
import yaml

from annotated_briefings.intake.formats.clips import read_clippings
from annotated_briefings.intake.formats.lined.outline import plain_lines
from annotated_briefings.intake.stated.page_data import without_page

_DATA = yaml.safe_load((Path(__file__).parents[1] / "data/clippings/aligned.yaml").read_text("utf-8"))
_CAPTION = "\n[Photo] The scene on Monday"
_PREFACES = ("", "Press review of the week\n\n", "検索結果　3件\n\n")
_SHAPES = {
    "paragraphs": ("{title}\n{credit}\n\n{first}\n\n{last}", "\n\n"),
    "lines": ("{title}\n{credit}\n{first}\n{last}", "\n\n"),
    "credit first": ("{credit}\n{title}\n{first}\n{last}", "\n\n"),
    "all apart": ("{title}\n\n{credit}\n\n{first}\n\n{last}", "\n\n"),
    "credit last": ("{title}\n{first}\n{last}\n{credit}", "\n\n"),
    "numbered": ("{n}. {title}\n{credit}\n{first}\n{last}", "\n\n"),
    "a caption below the first": ("{n}. {title}\n{credit}\n{first}\n{last}{caption}", "\n\n"),
    "full-width numbers": ("{wide}．{title}\n{credit}\n{first}\n{last}", "\n\n"),
}


def _dump(language: str, shape: str, preface: str) -> str:
    form, gap = _SHAPES[shape]
    result = _DATA[language]
    items = [
        form.format(
            title=title,
            credit=credit,
            first=first,
            last=last,
            n=n,
            wide=chr(0xFF10 + n),
            caption=_CAPTION if n == 1 else "",
        )
        for n, ((title, first, last), credit) in enumerate(zip(result["items"], result["credits"], strict=True), 1)
    ]
    return preface + gap.join(items) + "\n"


_CASES = [*product(_DATA, _SHAPES, _PREFACES)]


@pytest.mark.parametrize(("language", "shape", "preface"), _CASES)
def test_an_item_begins_with_its_own_headline_and_ends_with_its_own_last_line(
    language: str, shape: str, preface: str
) -> None:
    outline = read_clippings(plain_lines(_dump(language, shape, preface).splitlines()))
    if outline is None:
        return  # other readers and the model have it
    result = _DATA[language]
    assert [one.given.title for one in outline.stories] == [title for title, *_ in result["items"]]
    for story, (_, first, last) in zip(outline.stories, result["items"], strict=True):
        assert [line for line in story.text.values() if line not in _CAPTION] == [first, last]
        assert story.given.outlet == result["outlet"]


@pytest.mark.parametrize("language", _DATA)
def test_the_plainest_list_is_cut(language: str) -> None:
    assert read_clippings(plain_lines(_dump(language, "paragraphs", "").splitlines())) is not None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Stonewick Mercury page B4", "Stonewick Mercury"),
        ("Stonewick Mercury, pp. 4-5", "Stonewick Mercury"),
        ("Talbote S. 11", "Talbote"),
        ("北浜日報 夕刊 3ページ 310文字", "北浜日報"),
        ("第4版 山城晚報", "山城晚報"),
        ("Järviseudun Lehti s. 11", "Järviseudun Lehti"),
        ("Karakoy Postası sayfa 7", "Karakoy Postası"),
        ("Gazeta Łęgowa str. 12", "Gazeta Łęgowa"),
        ("صدى الميناء صفحة 3", "صدى الميناء"),
        ("קול הגליל עמ׳ 8", "קול הגליל"),
        # What is a name stays one.
        ("Channel 4", "Channel 4"),
        ("Radio 1", "Radio 1"),
        ("Page Six", "Page Six"),
        ("20 Minuten", "20 Minuten"),
        ("P4 Extra", "P4 Extra"),
        ("Seite 3", "Seite 3"),
        ("F.A.Z.", "F.A.Z."),
        ("Front Page Africa", "Front Page Africa"),
    ],
)
def test_page_and_edition_are_no_part_of_the_name_of_a_paper(line: str, name: str) -> None:
    assert without_page(line) == name
