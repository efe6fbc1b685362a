"""Names of files whose letters are put together in another way on the disk, as programs of some systems write them:
whatever reads such a file also changes it, and no file hides another."""

import json
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from small_site import Case

from annotated_briefings.cli.main import main
from annotated_briefings.storage.files import place_of

HEAD = "title: A\ndate: 2026-03-01\ntags: [old]\nannotations:\n- {id: n1, quote: short, note: One.}"
NAMES = ("café", "Größe", "ガス", "한글", "Ångström/Öre")
OTHERS = {
    "annotations": [
        {
            "uri": "https://pages.example/briefs/briefs/a/",
            "text": "Two.",
            "user": "acct:x@h",
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "about the day"}]}],
        }
    ]
}


def spelt(case: Case, name: str, form: Literal["NFC", "NFD"]) -> Path:
    """A brief whose name is in a normal form on the disk."""
    return case.brief(normalize(form, name), HEAD + "\nslug: a")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", NAMES)
def test_commands_change_a_file_however_its_name_is_put_together(
    tmp_path: Path, name: str, form: Literal["NFC", "NFD"]
) -> None:
    case = Case(tmp_path / "site")
    file = spelt(case, name, form)
    case.write("briefings/tags.yaml", "old: {label: Old}\n")
    case.write("others.json", json.dumps(OTHERS))
    command = ["--site", str(case.root)]
    assert main([*command, "tags", "rename", "old", "new"]) == 0
    assert main([*command, "annotations", "import", str(case.root / "others.json")]) == 0
    text = file.read_text(encoding="utf-8")
    assert "tags: [new]" in text
    assert "note: Two." in text
    assert main([*command, "tags", "rename", "new", "newer"]) == 0
    assert main([*command, "tags", "undo"]) == 0
    assert "tags: [new]" in file.read_text(encoding="utf-8")
    assert len(case.briefs()) == 1


def test_of_two_files_whose_names_are_the_same_letters_the_second_is_named(tmp_path: Path) -> None:
    case = Case(tmp_path / "site")
    forms: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")
    for form in forms:
        case.brief(normalize(form, "café"), f"title: In {form}\ndate: 2026-03-01")
    if len(case.briefs()) == 1:
        pytest.skip("here the two are one file")
    assert case.build().reported("output") == [
        "briefings/café.md: error[output]: `briefings/café.md` exists in two spellings of the same letters"
    ]
    assert case.report
    assert case.report.briefs == 1


def test_a_file_that_is_not_there_has_a_place(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "Öre")).mkdir()
    assert place_of(tmp_path, "Öre/ü/é.md") == tmp_path / normalize("NFD", "Öre") / "ü" / "é.md"
    assert place_of(tmp_path, "a/é.md") == tmp_path / "a" / "é.md"
