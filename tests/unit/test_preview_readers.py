"""`As readers see it` shows the bytes that a build publishes, or says plainly why readers see nothing."""

import shutil
from gzip import decompress
from pathlib import Path

import pytest
from desk_site import OWN, desk_of

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.preview.editor.opened import now

GOLDEN = Path(__file__).parents[1] / "golden" / "site"


def test_each_page_has_the_bytes_of_a_build(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN, site)
    desk = desk_of(site)
    build(BuildRequest(site, now(), output=tmp_path / "out", search=False))
    built = {file.relative_to(tmp_path / "out").as_posix(): file for file in (tmp_path / "out").rglob("*.html")}
    pages = [path for path in built if path.startswith("briefs/")] + ["index.html", "tags/index.html"]
    assert len(pages) > 8
    for page in pages:
        asked = f"/_desk/readers/{page.removesuffix('index.html')}"
        status, _, body = desk.answer(asked, {**OWN, "REQUEST_METHOD": "GET"})
        assert (page, status, body == built[page].read_bytes()) == (page, "200 OK", True)
    packed = desk.answer("/_desk/readers/", {**OWN, "REQUEST_METHOD": "GET", "HTTP_ACCEPT_ENCODING": "gzip, br"})[2]
    assert decompress(packed) == built["index.html"].read_bytes()
    style = next(path for path in (tmp_path / "out").rglob("*.css")).relative_to(tmp_path / "out").as_posix()
    status, headers, _ = desk.answer(f"/_desk/readers/{style}/", {**OWN, "REQUEST_METHOD": "GET"})
    assert (status, dict(headers)["Content-Type"].partition(";")[0]) == ("200 OK", "text/css")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("date: 2026-03-14", ""),
        ("draft: true", "The quay: a draft."),
        ("publish_at: 2099-01-01T10:00:00Z", "The quay: not before"),
        ("embargo_until: 2099-01-01T10:00:00Z", "The quay: embargo until"),
        ("expires_at: 2020-01-01T10:00:00Z", "The quay: expired on"),
        ("date: soon", "briefings/a.md: it has errors."),
    ],
)
def test_what_readers_do_not_see_is_said_with_the_reason(tmp_path: Path, head: str, expected: str) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    text = f"---\ntitle: The quay\nsummary: S.\n{head}\n---\nHere is [[b]].\n"
    (tmp_path / "briefings/a.md").write_text(text, encoding="utf-8")
    (tmp_path / "briefings/b.md").write_text("---\ntitle: Other\ndraft: true\n---\nText.\n", encoding="utf-8")
    desk = desk_of(tmp_path)
    asked = {**OWN, "REQUEST_METHOD": "GET", "QUERY_STRING": "path=briefings/a.md"}
    status, headers, body = desk.answer("/_desk/readers/", asked)
    page = body.decode("utf-8")
    if expected:
        assert status == "200 OK"
        assert "<h1>Readers do not see this brief</h1>" in page
        assert expected in page
    else:
        assert (status, dict(headers)["Location"]) == ("302 Found", "/_desk/readers/briefs/a/")
    found, _, body = desk.answer("/_desk/readers/briefs/a/", {**OWN, "REQUEST_METHOD": "GET"})
    assert found == ("404 Not Found" if expected else "200 OK")
    assert b"desk.js" not in body
    other, _, _ = desk.answer("/_desk/readers/briefs/b/", {**OWN, "REQUEST_METHOD": "GET"})
    assert other == "404 Not Found"
    assert desk.answer("/_desk/readers/", {**asked, "REMOTE_ADDR": "10.0.0.1"})[0] == "403 Forbidden"
