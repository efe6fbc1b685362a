"""Files of kinds of which nothing is known are published and named once; `publish_files` lists those that are meant."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.paths import is_chosen
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

NOW = datetime(2026, 5, 1, tzinfo=UTC)
BRIEF = "---\ntitle: The market opens\ndate: 2026-04-01\nsummary: It does.\n---\nSee the [map](town.pmtiles).\n"
UNKNOWN = {
    "quay.glb": b"glTF\2\0\0\0\0\1\0\0",
    "ships.parquet": b"PAR1\25\4\25\0\0\0PAR1",
    "town.pmtiles": b"PMTiles\3\0\0\0\0",
    "plan.dwg": b"AC1032\0\0\0\0\0",
    # Not looked at while the rule was made.
    "tool.exe": b"MZ\x90\0\3\0\0\0",
    "tool.dll": b"MZ\x90\0\3\0\0\0",
    "values.bin": bytes(range(40)),
    "values.dat": b"\1\0\2\0\3",
    "model.onnx": b"\x08\7\0\0onnx",
    "array.npy": b"\x93NUMPY\1\0v\0",
}
KNOWN = {
    "list.csv": b"a,b\n1,2\n",
    "script.py": b"print('The tide is high.')\n",
    "empty.bin": b"",
    "words.dat": b"The tide is high.\n",
    "ads.txt": b"none\n",
}
LEFT = ("plan.bak", "poster.blend", "~notes.txt.bak", "old.css~")


def found(root: Path, static: dict[str, bytes], settings: str = "") -> tuple[list[str], list[str]]:
    """The hints of a site with some static files, and the files that are published."""
    (root / "briefings").mkdir(parents=True, exist_ok=True)
    (root / "site.yaml").write_text(f"title: V\nbase_url: https://v.example\nsocial_images: false\n{settings}")
    (root / "briefings" / "a.md").write_text(BRIEF)
    for name, data in static.items():
        file = root / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    report = build(BuildRequest(root, NOW, search=False))
    messages = [show(one) for one in report.diagnostics if one.code in ("unknown-file", "by-product")]
    return messages, [
        path.relative_to(root / "_site").as_posix() for path in (root / "_site").rglob("*") if path.is_file()
    ]


def is_published(name: str, published: list[str]) -> bool:
    """Whether a file is there, with or without a part of its digest in its name."""
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    return any(path.rpartition("/")[2].startswith(f"{stem}.") and path.endswith(f".{ending}") for path in published)


def test_files_of_unknown_kinds_are_published_and_named_once(tmp_path: Path) -> None:
    result, published = found(tmp_path, {**UNKNOWN, **KNOWN})
    assert all(is_published(name, published) for name in (*UNKNOWN, *KNOWN))
    assert result == [
        "static/array.npy: hint[unknown-file]: 10 files of kinds that nobody can look into are published unchanged: "
        "`static/array.npy`, `static/model.onnx`, `static/plan.dwg` and 7 more\n"
        "  help: see that they hold nothing that readers should not have, and list them in site.yaml: "
        '`publish_files: ["*.bin", "*.dat", "*.dll"]`'
    ]


@pytest.mark.parametrize("name", UNKNOWN)
def test_each_of_them_is_named_by_itself_and_its_remedy_works(tmp_path: Path, name: str) -> None:
    (result,), _ = found(tmp_path, {name: UNKNOWN[name]})
    assert result.startswith(
        f"static/{name}: hint[unknown-file]: 1 file of a kind that nobody can look into is published"
    )
    again, published = found(tmp_path, {}, result.rpartition("site.yaml: `")[2].rstrip("`") + "\n")
    assert again == []
    assert is_published(name, published)


def test_a_file_beside_a_brief_is_published_when_it_is_listed_and_linked(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "town.pmtiles").write_bytes(UNKNOWN["town.pmtiles"])
    (tmp_path / "briefings" / "other.pmtiles").write_bytes(UNKNOWN["town.pmtiles"] + b"\1")
    assert not is_published("town.pmtiles", found(tmp_path, {})[1])
    result, published = found(tmp_path, {}, "publish_files: ['*.pmtiles']\n")
    assert result == []
    assert is_published("town.pmtiles", published)
    assert not is_published("other.pmtiles", published)


def test_working_files_are_published_on_purpose_alone(tmp_path: Path) -> None:
    files = dict.fromkeys(LEFT, b"The tide is high.\n")
    (result,), published = found(tmp_path, files)
    assert result.startswith(
        "static/old.css~: hint[by-product]: 4 files or folders that programs left behind are not part"
    )
    assert not any(is_published(name, published) for name in LEFT)
    more, published = found(tmp_path, {}, "publish_files: ['*.bak', poster.blend, /old.css~]\n")
    assert more == []
    assert [name for name in LEFT if not is_published(name, published)] == []


def test_nothing_hidden_is_published_by_a_star(tmp_path: Path) -> None:
    hidden = dict.fromkeys((".env", ".git/config", "node_modules/a.txt", ".a/b.txt"), b"The tide is high.\n")
    _, published = found(tmp_path, hidden, "publish_files: ['*', '*/*', '*.txt']\n")
    assert not [path for path in published if path.rpartition("/")[2].startswith((".env", "config", "a.", "b."))]


@pytest.mark.parametrize(
    ("name", "pattern", "chosen"),
    [
        ("a.bin", "*.bin", True),
        ("deep/a.bin", "*.bin", True),
        ("deep/A.BIN", "*.bin", True),
        ("a.bin", "*.BIN", True),
        ("deep/a.bin", "deep/*.bin", True),
        ("deep/er/a.bin", "deep/*.bin", False),
        ("a.bin", "deep/*.bin", False),
        ("a.bin", "/a.bin", True),
        ("a.bin", "b.bin", False),
        (".env", "*", False),
        (".env", ".env", True),
        (".git/a", "*/a", False),
        ("a.bin.txt", "*.bin", False),
        ("a.bin", "", False),
    ],
)
def test_a_pattern_is_one_of_names_or_of_paths(name: str, pattern: str, chosen: bool) -> None:
    assert is_chosen(name, [pattern]) is chosen
