"""What people really do to a site: each fault is named with file, line and remedy, and the rest is built."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from unicodedata import normalize

import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.publishing.publish import OutputFile, publish
from annotated_briefings.cli.main import main

NOW = ("--now", "2026-04-01T00:00:00Z")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


def build(site: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["--site", str(site), "build", *NOW, *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def brief(site: Path) -> Path:
    return site / "_site" / "briefs" / "tideworks-first-turbine" / "index.html"


def test_a_binary_brief_is_left_out_and_the_rest_is_built(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    status, _, err = build(site, capsys)
    assert (status, err) == (
        1,
        (
            "briefings/photo.md:3:1: error[not-text]: the file holds binary data, not text\n"
            "  help: move it to static/, or save it as UTF-8 text\n"
        ),
    )
    assert brief(site).is_file()


def test_a_byte_that_is_no_text_is_said_with_its_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "old.md").write_bytes(b"---\ntitle: Caf\xe9\n---\nText.\n")
    status, _, err = build(site, capsys)
    assert (status, err) == (
        1,
        (
            "briefings/old.md:2:11: error[not-text]: byte 14 is not UTF-8\n"
            "    2 | title: Caf�\n      |           ^\n"
            "  help: save the file as UTF-8; it is left out until then\n"
        ),
    )
    assert brief(site).is_file()


def test_a_brief_of_50_megabytes_is_left_out_unread(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (site / "briefings" / "huge.md").open("wb") as file:
        file.write(b"---\ntitle: Huge\n---\n")
        file.truncate(50_000_000)
    status, _, err = build(site, capsys)
    assert (status, err) == (
        1,
        (
            "briefings/huge.md: error[too-large]: the file has 50 MB; the limit is 20 MB\n"
            "  help: split it, or move what is not text out of it; it is left out until then\n"
        ),
    )
    assert brief(site).is_file()


@pytest.mark.skipif(os.name != "posix", reason="permission bits are a matter of POSIX systems")
def test_a_brief_that_may_not_be_read_is_said(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = site / "briefings" / "secret.md"
    path.write_text("---\ntitle: S\n---\n", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        # The superuser may read everything: let the system answer as it answers others.
        whole = Path.read_bytes

        def refuse(self: Path) -> bytes:
            if self.name == "secret.md":
                raise PermissionError(13, "Permission denied")
            return whole(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)
    status, _, err = build(site, capsys)
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert (status, err) == (
        1,
        (
            "briefings/secret.md: error[unreadable]: the file cannot be read: permission denied\n"
            "  help: check the file's permissions\n"
        ),
    )
    assert brief(site).is_file()


def test_an_output_folder_that_is_not_ours_is_not_touched(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = site.parent / "photos"
    foreign.mkdir()
    (foreign / "holiday.jpg").write_bytes(b"jpg")
    status, _, err = build(site, capsys, "--output", str(foreign), "--clean")
    assert (status, err) == (
        1,
        (
            f"{foreign}: error[output]: `{foreign}` holds files that this tool did not write\n"
            "  help: empty it yourself, or give another folder with `--output`; nothing was touched\n"
        ),
    )
    assert [p.name for p in foreign.iterdir()] == ["holiday.jpg"]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (".", "holds the site itself"),
        ("..", "holds the site itself"),
        ("briefings", "lies among the site's own files"),
        ("static/x", "lies among the site's own files"),
        ("site.yaml", "is a file, not a folder"),
    ],
)
def test_an_output_folder_that_would_harm_the_site_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], output: str, message: str
) -> None:
    """An output folder that holds the sources, or lies within them, is refused before anything is written. (OU-02)"""
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file() and ".cache" not in p.parts}
    status, _, err = build(site, capsys, "--output", str(site / output))
    assert status == 1
    assert message in err
    assert {p: p.read_bytes() for p in site.rglob("*") if p.is_file() and ".cache" not in p.parts} == before


def test_an_output_folder_that_cannot_be_written_is_said(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    status, _, err = build(site, capsys)
    assert status == 1
    assert "error[output]: `" in err
    assert "cannot be written: no space left on device" in err
    assert [p for p in (site / "_site").rglob("*") if p.is_file()] == []


def test_a_full_disk_leaves_the_last_site_whole(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fills up while pages are published, none is half written and the error is reported. (OU-06)"""
    assert build(site, capsys)[0] == 0
    before = {p: p.read_bytes() for p in (site / "_site").rglob("*") if p.is_file()}
    path = site / "briefings" / "2026" / "tideworks-first-turbine.md"
    path.write_text(path.read_text(encoding="utf-8").replace("900", "950"), encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert build(site, capsys)[0] == 1
    assert {p: p.read_bytes() for p in (site / "_site").rglob("*") if p.is_file()} == before


def test_a_disk_that_is_full_before_anything_is_published_is_said(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fills up while pages are rendered, nothing is published and the error is reported. (OU-06)"""
    assert build(site, capsys)[0] == 0
    before = {p: p.read_bytes() for p in (site / "_site").rglob("*") if p.is_file()}
    path = site / "briefings" / "2026" / "tideworks-first-turbine.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("900", "950"), encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotated_briefings.build.publishing.spool.SpoolFile.put", full)
    status, _, err = build(site, capsys)
    assert (status, err) == (
        1,
        (
            f"{site / '.cache'}: error[output]: pages cannot be kept until they are published: "
            "no space left on device\n"
            "  help: free some space on this disk, or make the folder writable; nothing was published\n"
        ),
    )
    assert {p: p.read_bytes() for p in (site / "_site").rglob("*") if p.is_file()} == before
    monkeypatch.undo()
    status, out, _ = build(site, capsys)
    assert status == 0
    assert ", 0 written" not in out


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder that somebody is in cannot be deleted")
def test_a_folder_that_is_gone_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["build"]) == 2
    assert capsys.readouterr().err == (
        "briefings: the current folder has been deleted\n  help: go to another one, or use `--site DIR`\n"
    )


def test_files_of_strangers_in_the_output_folder_survive_every_build(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(site, capsys)
    note = site / "_site" / "briefs" / "note.txt"
    note.write_text("mine", encoding="utf-8")
    shutil.rmtree(site / "briefings" / "2026")
    status, out, _ = build(site, capsys, "--clean")
    assert status == 0
    assert "deleted" in out
    assert not brief(site).exists()
    assert note.read_text(encoding="utf-8") == "mine"


def test_a_file_changed_by_hand_in_the_output_is_put_right(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(site, capsys)
    whole = brief(site).read_bytes()
    brief(site).write_bytes(b"tampered")
    build(site, capsys)
    assert brief(site).read_bytes() == whole


def test_a_broken_memo_is_an_empty_memo(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(site, capsys)
    for file in (site / ".cache").glob("memo.sqlite*"):
        file.write_bytes(b"this is no database")
    status, _, err = build(site, capsys)
    assert (status, err) == (0, "")


@pytest.mark.parametrize("junk", [b"", b"x\x9c nothing"])
def test_what_is_remembered_in_another_form_is_forgotten(
    site: Path, capsys: pytest.CaptureFixture[str], junk: bytes
) -> None:
    """As an older or a newer version may have left it."""
    build(site, capsys)
    page = brief(site)
    whole = page.read_bytes()
    with closing(sqlite3.connect(site / ".cache" / "memo.sqlite")) as memo, memo:
        assert memo.execute("update kept set value = ?", (junk,)).rowcount > 50
    page.write_bytes(b"tampered")
    assert build(site, capsys)[0] == 0
    assert page.read_bytes() == whole


def test_a_folder_without_a_site_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(tmp_path), "build"]) == 2
    assert capsys.readouterr().err == (
        f"briefings: there is no site.yaml in `{tmp_path}` or above it\n"
        "  help: go to your site's folder, or make one with `briefings init DIR`\n"
    )


def test_broken_settings_are_wrong_configuration(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "site.yaml").write_text("base_url: nowhere\n", encoding="utf-8")
    assert build(site, capsys)[0] == 2


def test_a_broken_link_has_its_line_whatever_its_file_is_called(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "a [1].md").write_text(
        "---\ntitle: Brackets\ndate: 2026-01-01\nsummary: In short.\n---\nSee [that](/nowhere/).\n", encoding="utf-8"
    )
    assert "briefings/a [1].md:6:12: warning[broken-link]: `/nowhere/` on " in build(site, capsys)[2]


@pytest.mark.parametrize("text", ["2026-01-01", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
def test_a_time_without_a_zone_or_at_the_end_of_all_times_is_wrong_usage(
    site: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert main(["--site", str(site), "build", "--now", text]) == 2
    assert capsys.readouterr().err == (
        f"briefings: `{text}` is not a time\n  help: write it with its zone, such as 2026-03-14T08:00:00Z\n"
    )


def test_the_first_and_the_last_moment_there_is_are_no_times_in_other_zones(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "briefings" / "late.md").write_text(
        "---\ntitle: Late\ndate: 2026-01-01\nsummary: In short.\nexpires_at: 9999-12-31T23:59:59-05:00\n---\nText.\n",
        encoding="utf-8",
    )
    status, _, printed = build(site, capsys)
    assert status == 1
    assert (
        "briefings/late.md:5:13: error[wrong-type]: `expires_at` must be a time such as `2023-05-12T08:30:00+02:00`\n"
    ) in printed


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need a POSIX system")
def test_links_in_a_circle_end_and_a_link_to_nothing_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A symbolic link to a parent folder does not make a build endless, and one to nothing is reported. (OU-03)"""
    (site / "briefings" / "up").symlink_to("..")
    (site / "static").mkdir()
    (site / "static" / "self").symlink_to(".")
    (site / "briefings" / "broken.md").symlink_to("nowhere")
    status, out, err = build(site, capsys)
    assert status == 1
    assert err == (
        "briefings/broken.md: error[unreadable]: the file cannot be read: no such file or directory\n"
        "  help: check the file's permissions\n"
    )
    assert out.startswith("1 brief, ")


def test_slugs_that_differ_only_in_case_are_told_apart_by_an_error(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two briefs whose slugs differ only in case are an error, since they are one file on some systems. (OU-09)"""
    for name in ("Budget", "budget"):
        (site / "briefings" / f"{name}-brief.md").write_text(
            f"---\ntitle: {name}\nslug: {name}\ndate: 2026\n---\nText.\n", encoding="utf-8"
        )
    status, out, err = build(site, capsys)
    assert status == 1
    assert "error[duplicate-slug]: the slug `budget` is already taken by briefings/Budget-brief.md" in err
    assert out.startswith("2 briefs, ")


@pytest.mark.parametrize("slug", ["../../escaped", "/rooted/page", "//host/x", "C:\\temp", "a/b"])
def test_a_slug_that_would_leave_its_folder_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], slug: str
) -> None:
    """A slug with `..` or a slash is refused with its place, and nothing is written outside the output folder.
    (SE-04)
    """
    (site / "briefings" / "a.md").write_text(
        f"---\ntitle: A\nslug: '{slug}'\ndate: 2026\n---\nText.\n", encoding="utf-8"
    )
    status, out, err = build(site, capsys)
    assert status == 1
    assert "briefings/a.md:3:7: error[wrong-type]: `" in err
    assert out.startswith("1 brief, ")


def test_two_files_whose_names_are_the_same_letters_are_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "static").mkdir(exist_ok=True)
    try:
        for form in ("NFC", "NFD"):
            (site / "static" / normalize(form, "caf\u00e9.txt")).write_text(form, encoding="utf-8")
        if len(list((site / "static").glob("*.txt"))) < 2:
            pytest.skip("this file system takes both names for one")
    except OSError:
        pytest.skip("this file system does not take both names")
    status, _, err = build(site, capsys)
    assert (status, err) == (
        1,
        (
            "static/caf\u00e9.txt: error[output]: `static/caf\u00e9.txt` exists in two spellings of the same "
            "letters\n  help: delete or rename one of them; the first one is used\n"
        ),
    )


def test_two_files_of_a_build_that_are_one_file_elsewhere_are_refused(tmp_path: Path) -> None:
    """Two published files whose names differ only in case or in Unicode form are an error on every system. (OU-09)"""
    for one, other in (("Page.html", "page.html"), ("caf\u00e9.html", "cafe\u0301.html")):
        made = [OutputFile(path, "site.yaml", "0", b"x") for path in (one, other)]
        done = publish(made, tmp_path / "out", {}, site=tmp_path / "site")
        assert [show(d) for d in done.diagnostics] == [
            f"site.yaml: error[output]: `{other}` and `{one}` are one file on some computers\n"
            "  help: change the slug or id of one of them"
        ]
    assert not (tmp_path / "out").exists()


def test_files_with_long_names_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    names = ["a" * 200 + end for end in ("1.html", "2.html")] + ["\U0001f600" * 60, "\u6d77" * 80]
    made = [OutputFile(name, "site.yaml", name, name.encode()) for name in names]
    done = publish(made, tmp_path / "out", {}, site=tmp_path / "site")
    assert (len(done.files), done.diagnostics) == (4, ())
    assert all((tmp_path / "out" / name).read_bytes() == name.encode() for name in names)


@pytest.mark.parametrize("address", ["http://[", "https://[::1", "https://", "https://a b/"])
def test_an_address_that_breaks_the_grammar_is_said_wherever_it_stands(
    site: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    (site / "briefings" / "a.md").write_text(
        f"---\ntitle: A\nsummary: S\ndate: 2026\nsources:\n  - {{url: '{address}', outlet: Courier}}\n---\nText.\n",
        encoding="utf-8",
    )
    (site / "briefings" / "b.md").write_text(
        f"---\ntitle: B\nsummary: S\ndate: 2026\n---\nA [link](<{address}>) and ![a picture](<{address}>).\n",
        encoding="utf-8",
    )
    with (site / "briefings" / "entities.yaml").open("a", encoding="utf-8") as registry:
        registry.write(f"\nodd:\n  name: Odd\n  website: '{address}'\n  same_as: ['{address}']\n")
    status, out, err = build(site, capsys)
    # What cannot be read of a source is left out, and its brief is published.
    assert (status, out[:8]) == (1, "3 briefs")
    assert f"briefings/a.md:6:11: error[wrong-type]: `{address}` is not a web address\n" in err
    assert err.count(f"`{address}` is not a web address\n") == 3
    assert "help: copy it whole from the browser" in err
    (site / "site.yaml").write_text(f"title: A\nbase_url: '{address}'\n", encoding="utf-8")
    status, _, err = build(site, capsys)
    assert status == 2
    assert f"`{address.rstrip('/')}` is not a web address\n" in err
