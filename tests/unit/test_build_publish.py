"""The output folder becomes what a build made: only our own files are replaced or deleted, and none is half written."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.values import replace
from annotated_briefings.build.publishing.manifest import (
    MANIFEST,
    manifest_text,
    read_manifest,
    unchanged_files,
    whole_manifest,
    write_manifest,
)
from annotated_briefings.build.publishing.publish import OutputFile, WriteReport, publish
from annotated_briefings.build.publishing.spool import SpoolPlace, SpoolReader
from annotated_briefings.storage.files import beside


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site folder; its output is `_site` in it."""
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def finished(path: str, text: str = "", *, up_to_date: bool = False) -> OutputFile:
    """One file of a build; its digest is its text."""
    return OutputFile(path, f"{path}.md", text, text.encode(), up_to_date=up_to_date)


def put(site: Path, *files: OutputFile, to: Path | None = None, spool: Path | None = None) -> WriteReport:
    out = to or site / "_site"
    return without_sizes(publish(files, out, read_manifest(site, out), site=site, spool=spool))


def without_sizes(report: WriteReport) -> WriteReport:
    """What was done, without the list of all files."""
    return replace(report, sizes=())


def there(folder: Path) -> dict[str, str]:
    """The files of a folder but the manifest, and their texts."""
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST)
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in files}


def test_what_differs_is_written_pages_last_and_what_is_gone_is_deleted(site: Path) -> None:
    first = put(
        site, finished("index.html", "1"), finished("a/x.html", "2"), finished("a/b/y.css", "3"), finished("z.js", "4")
    )
    assert first == WriteReport(("a/b/y.css", "z.js", "index.html", "a/x.html"))
    second = put(site, finished("index.html", "1"), finished("a/x.html", "new"))
    assert second == WriteReport(("a/x.html",), ("a/b/y.css", "z.js"))
    assert there(site / "_site") == {"index.html": "1", "a/x.html": "new"}
    # A folder that has lost its last file goes too, and one that has others stays.
    assert sorted(p.name for p in (site / "_site").rglob("*") if p.is_dir()) == ["a"]
    assert put(site, finished("index.html", "1"), finished("a/x.html", "new")) == WriteReport()


def test_files_of_others_are_never_deleted(site: Path) -> None:
    put(site, finished("a/x.html", "1"))
    (site / "_site" / "a" / "CNAME").write_text("mine", encoding="utf-8")
    (site / "outside.txt").write_text("mine", encoding="utf-8")
    manifest = read_manifest(site, site / "_site")
    put_there = {**manifest, "../outside.txt": ("", 0, 0), "": ("", 0, 0), str(site / "outside.txt"): ("", 0, 0)}
    report = without_sizes(publish([finished("b.html", "2")], site / "_site", put_there, site=site))
    assert report == WriteReport(("b.html",), ("a/x.html",))
    assert there(site / "_site") == {"a/CNAME": "mine", "b.html": "2"}
    assert (site / "outside.txt").exists()


def test_a_file_that_is_up_to_date_is_not_looked_at_and_stays_in_the_manifest(site: Path) -> None:
    put(site, finished("a.html", "1"), finished("b.html", "2"))
    before = read_manifest(site, site / "_site")
    report = put(site, finished("a.html", "other", up_to_date=True), finished("b.html", "new"))
    assert report == WriteReport(("b.html",))
    assert there(site / "_site") == {"a.html": "1", "b.html": "new"}
    after = read_manifest(site, site / "_site")
    assert after["a.html"] == before["a.html"]
    assert after["b.html"][0] == "new"


def test_bytes_that_wait_in_a_spool_are_taken_from_their_place(site: Path, tmp_path: Path) -> None:
    (tmp_path / "spool").mkdir()
    (tmp_path / "spool" / "7").write_bytes(b"onetwothree")
    (tmp_path / "spool" / "8").write_bytes(b"four")
    files = [
        OutputFile("a/four.txt", "", "f", place=SpoolPlace("8", 0, 4)),
        OutputFile("two.txt", "", "d", place=SpoolPlace("7", 3, 3)),
        OutputFile("none.txt", "", "e", place=SpoolPlace("7", 0, 0)),
        OutputFile("a/one.txt", "", "g", place=SpoolPlace("7", 0, 3)),
    ]
    put(site, *files, spool=tmp_path / "spool")
    assert there(site / "_site") == {"two.txt": "two", "none.txt": "", "a/four.txt": "four", "a/one.txt": "one"}


def test_a_reader_of_a_spool_takes_each_page_from_its_own_file_and_place(tmp_path: Path) -> None:
    (tmp_path / "7").write_bytes(b"onetwothree")
    (tmp_path / "8").write_bytes(b"four")
    places = [SpoolPlace("8", 0, 4), SpoolPlace("7", 3, 3), SpoolPlace("8", 1, 2), SpoolPlace("7", 0, 3)]
    with SpoolReader(tmp_path) as stored:
        assert [stored.read(place) for place in places] == [b"four", b"two", b"ou", b"one"]


def test_a_file_is_untouched_when_size_and_time_are_those_that_it_was_written_with(site: Path) -> None:
    put(site, *(finished(name, "text") for name in ("same", "size", "time", "gone")))
    out = site / "_site"
    manifest = read_manifest(site, out)
    assert unchanged_files(out, manifest) == dict.fromkeys(("gone", "same", "size", "time"), "text")
    stat = (out / "size").stat()
    (out / "size").write_text("longer", encoding="utf-8")
    os.utime(out / "size", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    os.utime(out / "time", ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000))
    (out / "gone").unlink()
    assert unchanged_files(out, {**manifest, "no\0name": ("x", 0, 0)}) == {"same": "text"}


NAMES = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 2**63), st.integers(0, 2**63)),
)
"""What a manifest lists."""


def listed(files: dict[str, tuple[str, int, int]]) -> dict[str, tuple[str, int]]:
    return {name: (digest, size) for name, (digest, size, _) in files.items()}


@pytest.mark.slow
@given(NAMES)
def test_a_manifest_is_read_as_it_was_written(files: dict[str, tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / MANIFEST).write_text(manifest_text(files), encoding="utf-8")
        assert whole_manifest(Path(folder)) == listed(files)


@pytest.mark.slow
@given(NAMES, st.data())
def test_a_manifest_that_was_cut_or_altered_anywhere_is_whole_or_none(
    files: dict[str, tuple[str, int, int]], data: st.DataObject
) -> None:
    """However it is damaged, it never lists other files than those that we wrote: fewer would stay public for ever."""
    text = manifest_text(files).encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spoilt = text[:start] + data.draw(st.binary(max_size=3) | st.sampled_from([b"0", b'"', b"x", b" "])) + text[end:]
    with TemporaryDirectory() as folder:
        (Path(folder) / MANIFEST).write_bytes(spoilt)
        assert whole_manifest(Path(folder)) in (listed(files), None)


def test_the_list_of_files_tells_nothing_that_the_files_do_not(site: Path) -> None:
    """On simple hosts it is public (decision 052)."""
    put(site, finished("a.html", "1"), finished("sub/b.html", "withdrawn"))
    put(site, finished("a.html", "1"), finished("c.css", "2"))
    read = json.loads((site / "_site" / MANIFEST).read_text(encoding="utf-8"))
    assert sorted(read) == ["digest", "files", "made by"]
    stated = {name: (site / "_site" / name).stat().st_size for name in ("a.html", "c.css")}
    assert {name: size for name, (_, size) in read["files"].items()} == stated
    assert all(re.fullmatch("[0-9a-z]+", digest) for digest, _ in read["files"].values())


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "cut short": lambda data: data[:100],
    "without its last character but one": lambda data: data[:-2],
    "without its start": lambda data: data[40:],
    "binary": lambda _: b"\0\xff" * 50,
    "a list": lambda _: b"[]",
    "an empty object": lambda _: b"{}",
    "an empty list of files": lambda _: b'{"made by": "briefings", "files": {}}',
    "a number of files": lambda _: b'{"files": 1}',
    "null": lambda _: b"null",
    "deep": lambda _: b"[" * 100_000,
    "without a digest": lambda data: json.dumps({"files": json.loads(data)["files"]}).encode(),
    "with another digest": lambda data: json.dumps({**json.loads(data), "digest": "0" * 32}).encode(),
    "without a file": lambda data: json.dumps({**json.loads(data), "files": {}}).encode(),
    "with another name": lambda data: data.replace(b"b.html", b"c.html"),
    "with merge conflicts": lambda data: b"<<<<<<< HEAD\n" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_folder_with_a_damaged_manifest_is_refused_and_left_alone(site: Path, damage: str) -> None:
    out = site / "_site"
    put(site, finished("a.html", "1"), finished("b.html", "withdrawn"))
    data = (out / MANIFEST).read_bytes()
    (out / MANIFEST).write_bytes(DAMAGES[damage](data))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for _ in range(2):
        report = put(site, finished("a.html", "2"))
        assert [show(d) for d in report.diagnostics] == [
            f"{out}: error[output]: `{MANIFEST}` in `{out}` is damaged, so that nobody knows which files this tool "
            "wrote\n  help: empty it yourself, or give another folder with `--output`; nothing was touched"
        ]
        assert (report.files, report.deleted) == ((), ())
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    # The way out that the message names.
    rmtree(out)
    assert put(site, finished("a.html", "2")).files == ("a.html",)


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_manifest_that_is_no_file_is_a_damaged_one(site: Path, kind: str) -> None:
    out = site / "_site"
    put(site, finished("a.html", "1"))
    (out / MANIFEST).unlink()
    if kind == "folder":
        (out / MANIFEST).mkdir()
    else:
        (out / MANIFEST).symlink_to("nowhere")
    report = put(site, finished("b.html", "2"))
    assert "is damaged" in report.diagnostics[0].message
    assert not (out / "b.html").exists()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (".", "holds the site itself"),
        ("..", "holds the site itself"),
        ("briefings", "lies among the site's own files"),
        ("static/out", "lies among the site's own files"),
        ("templates", "lies among the site's own files"),
        ("collected/x/y", "lies among the site's own files"),
        (".git", "lies among the site's own files"),
        ("file", "is a file, not a folder"),
        ("foreign", "holds files that this tool did not write"),
    ],
)
def test_a_folder_that_could_hold_something_else_is_refused_and_left_alone(site: Path, place: str, words: str) -> None:
    (site / "file").write_text("x", encoding="utf-8")
    (site / "foreign").mkdir()
    (site / "foreign" / "photo").write_text("x", encoding="utf-8")
    before = there(site)
    report = put(site, finished("a.html"), to=site / place)
    assert [d.message for d in report.diagnostics] == [f"`{site / place}` {words}"]
    assert (report.files, report.deleted) == ((), ())
    assert there(site) == before


@pytest.mark.parametrize("place", ["out", "deep/er/out", "empty", "made", "briefings-out", "../other"])
def test_a_folder_that_is_new_or_empty_or_ours_is_taken(site: Path, place: str) -> None:
    (site / "empty").mkdir()
    (site / "made").mkdir()
    (site / "made" / MANIFEST).write_text(manifest_text({}), encoding="utf-8")
    assert put(site, finished("a.html", "1"), to=site / place).diagnostics == ()
    assert there(site / place) == {"a.html": "1"}


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/etc/x", "", "\\x", "a\\..\\..\\b", "c:x"])
def test_a_path_that_leads_out_of_the_folder_is_refused(site: Path, path: str) -> None:
    report = put(site, finished("ok.html"), finished(path))
    assert [show(d).partition("\n")[0] for d in report.diagnostics] == [
        f"{path}.md: error[output]: `{path}` would lie outside the output folder"
    ]
    assert not (site / "_site").exists()


@pytest.mark.parametrize(("one", "other"), [("A/x", "a/x"), ("stra\u00dfe", "STRASSE"), ("caf\u00e9", "cafe\u0301")])
def test_two_paths_that_are_one_file_on_some_systems_are_refused(site: Path, one: str, other: str) -> None:
    report = put(site, finished(one), finished(other))
    assert [d.message for d in report.diagnostics] == [f"`{other}` and `{one}` are one file on some computers"]
    assert not (site / "_site").exists()


def test_a_disk_that_fills_up_leaves_every_page_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, finished("a.html", "1"), finished("b.css", "2"))
    write_bytes = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if ".c.html." in path.name:
            raise OSError(errno.ENOSPC, "No space left on device", os.fspath(path))
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    report = put(site, finished("a.html", "new"), finished("c.html", "3"))
    [found] = report.diagnostics
    assert found.code == "output"
    assert found.message.endswith("cannot be written: no space left on device")
    assert (report.files, report.deleted) == ((), ())
    assert there(site / "_site") == {"a.html": "1", "b.css": "2"}
    # What was on its way is not trusted by the next build, which puts all right.
    assert set(unchanged_files(site / "_site", read_manifest(site, site / "_site"))) == {"b.css"}
    monkeypatch.undo()
    assert put(site, finished("a.html", "new"), finished("c.html", "3")).deleted == ("b.css",)
    assert there(site / "_site") == {"a.html": "new", "c.html": "3"}


@pytest.mark.skipif(sys.platform == "win32", reason="there age decides, since processes cannot be asked for")
def test_what_a_killed_build_was_writing_is_taken_away(site: Path) -> None:
    put(site, finished("sub/a.html", "1"))
    out = site / "_site"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    write_manifest(site, out, {"sub/a.html": ("1", 0, 0)})
    left = [beside(out / MANIFEST, dead.pid), beside(out / "sub" / "a.html", dead.pid)]
    mine = beside(out / "sub" / "b.html", os.getppid())
    for path in (*left, mine):
        path.write_text("half", encoding="utf-8")
    put(site, finished("sub/a.html", "1"))
    assert [path.exists() for path in (*left, mine)] == [False, False, True]
    assert there(out)["sub/a.html"] == "1"


@pytest.mark.parametrize("path", ["tags/cranes/index.html", "media/a.png", "robots.txt"])
def test_a_file_that_somebody_put_there_is_never_replaced(site: Path, path: str) -> None:
    put(site, finished("index.html", "1"))
    theirs = site / "_site" / path
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text("by hand", encoding="utf-8")
    refused = put(site, finished("index.html", "2"), finished(path, "ours"))
    assert show(refused.diagnostics[0]) == (
        f"{path}.md: error[output]: `{theirs}` was not written by this tool\n"
        "  help: move it away; a page or a file of yours belongs into `static/`; nothing was written"
    )
    assert there(site / "_site") == {"index.html": "1", path: "by hand"}
    # It is still not ours after builds that have no such file.
    assert put(site, finished("index.html", "3")).deleted == ()
    assert theirs.read_text(encoding="utf-8") == "by hand"


def test_the_same_files_make_the_same_folder_whenever_and_wherever_they_are_written(site: Path) -> None:
    put(site, finished("a.html", "1"), finished("old.html", "0"))
    put(site, finished("a.html", "1"), finished("b.css", "2"))
    put(site, finished("a.html", "1"), finished("b.css", "2"), to=site / "other")
    one, two = ({p.name: p.read_bytes() for p in (site / name).iterdir()} for name in ("_site", "other"))
    assert one == two
    assert sorted(one) == [MANIFEST, "a.html", "b.css"]


@pytest.mark.parametrize("spoilt", ["gone", "{", "[]", '{"times": []}', '{"times": {"a.html": 1}}', '{"times": null}'])
def test_without_the_times_of_files_they_are_compared_byte_for_byte(site: Path, spoilt: str) -> None:
    put(site, finished("a.html", "1"), finished("b.css", "2"))
    [times] = (site / ".cache").glob("output-*.json")
    times.unlink() if spoilt == "gone" else times.write_text(spoilt, encoding="utf-8")
    assert unchanged_files(site / "_site", read_manifest(site, site / "_site")) == {}
    assert put(site, finished("a.html", "1"), finished("b.css", "new")) == WriteReport(("b.css",))
    assert set(unchanged_files(site / "_site", read_manifest(site, site / "_site"))) == {"a.html", "b.css"}


def test_times_of_a_folder_are_found_again_where_the_site_was_moved_with_it(site: Path, tmp_path: Path) -> None:
    put(site, finished("a.html", "1"))
    moved = site.rename(tmp_path / "moved")
    assert set(unchanged_files(moved / "_site", read_manifest(moved, moved / "_site"))) == {"a.html"}
