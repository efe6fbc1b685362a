"""Pictures that are dropped into a brief: they land beside it under a safe name, and tell nothing of their maker."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from desk_site import desk_of, posted
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from annotated_briefings.output.images import dimensions
from annotated_briefings.preview.desk import DeskPages
from annotated_briefings.preview.editor.pictures import LARGEST_PICTURE, keep_picture, names_for, picture_ending

PATH = "briefings/2026/harbour.md"
SECRET = b"SN-4711"
"""What the camera has written."""
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><!-- SN-4711 --><path d="M0 0h9"/></svg>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings" / "2026").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / PATH).write_text("---\ntitle: Harbour\ndraft: true\n---\nText.\n", encoding="utf-8")
    return tmp_path


def picture(form: str, colour: str = "red") -> bytes:
    """A picture on its side, with position and serial number."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    more: dict[str, Any] = {"exif": exif}
    if form == "GIF":
        more = {"comment": SECRET}
    elif form == "PNG":
        more["pnginfo"] = notes
    out = BytesIO()
    Image.new("RGB", (6, 4), colour).save(out, form, **more)
    return out.getvalue()


def give(desk: DeskPages, name: str, data: bytes, path: str = PATH, **more: str) -> tuple[str, dict[str, Any]]:
    environ = posted(data, HTTP_X_DESK_TOKEN=desk.token, QUERY_STRING=f"path={path}&name={name}", **more)
    status, _, answer = desk.answer("/_desk/api/picture/", environ)
    return status, json.loads(answer) if answer.startswith(b"{") else {}


@pytest.mark.parametrize(("form", "ending"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("GIF", ".gif")])
def test_a_picture_lands_without_what_its_camera_wrote_and_the_same_way_up(site: Path, form: str, ending: str) -> None:
    data = picture(form)
    assert SECRET in data
    name = keep_picture(site, PATH, "Kran.JPG", data)
    assert name == f"kran{ending}"
    kept = (site / "briefings/2026" / name).read_bytes()
    assert SECRET not in kept
    assert dimensions(name, BytesIO(kept)) == dimensions(name, BytesIO(data)) == ((6, 4) if form == "GIF" else (4, 6))


def test_a_drawing_lands_without_remarks(site: Path) -> None:
    name = keep_picture(site, PATH, "plan.svg", SVG)
    assert name == "plan.svg"
    kept = (site / "briefings/2026" / name).read_bytes()
    assert b"M0 0h9" in kept
    assert SECRET not in kept


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Kran am Hafen (1).JPG", "kran-am-hafen-1.png"),
        ("../../site.yaml", "site.png"),
        ("C:\\photos\\Quay.png", "quay.png"),
        ("image.png", "harbour-picture.png"),
        ("Pasted 12.png", "harbour-picture.png"),
        ("2026.png", "harbour-picture.png"),
        ("", "harbour-picture.png"),
        ("....", "harbour-picture.png"),
        ("Größe & Höhe.png", "große-hohe.png"),
        ("a" * 300 + ".png", "a" * 60 + ".png"),
    ],
)
def test_a_picture_gets_a_name_that_every_address_can_have(site: Path, given_name: str, kept: str) -> None:
    assert keep_picture(site, PATH, given_name, picture("PNG")) == kept


@given(st.text(max_size=60))
@settings(max_examples=50, deadline=None)
def test_whatever_a_picture_is_called_its_name_needs_no_escape(name: str) -> None:
    found = next(names_for(PATH, name, ".png"))
    assert re.fullmatch(r"\w[\w.-]*\.png", found)


def test_the_same_picture_lands_once_and_no_other_is_replaced(site: Path) -> None:
    red, blue = picture("PNG"), picture("PNG", "blue")
    assert keep_picture(site, PATH, "kran.png", red) == "kran.png"
    assert keep_picture(site, PATH, "kran.png", red) == "kran.png"
    assert keep_picture(site, PATH, "kran.png", blue) == "kran-2.png"
    (site / "briefings/2026/QUAY.PNG").write_bytes(b"other")
    assert keep_picture(site, PATH, "quay.png", blue) == "quay-2.png"
    assert sorted(path.name for path in (site / "briefings/2026").iterdir()) == [
        "QUAY.PNG",
        "harbour.md",
        "kran-2.png",
        "kran.png",
        "quay-2.png",
    ]


WRONG = {
    "photo.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "`photo.heic` is no picture that browsers show"),
    "scan.tif": (b"II*\0" + bytes(40), "`scan.tif` is no picture that browsers show"),
    "paper.pdf": (b"%PDF-1.7\n", "`paper.pdf` is no picture that browsers show"),
    "page.jpg": (b"<!doctype html><script>alert(1)</script>", "`page.jpg` is no picture that browsers show"),
    "torn.png": (b"\x89PNG\r\n\x1a\n\0\0\0", "`torn.png` is broken: no picture can be read from it"),
    "huge.png": (b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_PICTURE), "the picture has more than 20 MB"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_picture_for_readers_is_refused_with_a_remedy(site: Path, name: str) -> None:
    data, message = WRONG[name]
    status, answer = give(desk_of(site), name, data)
    [problem] = answer["problems"]
    assert (status, problem["message"]) == ("409 Conflict", message)
    assert problem["help"]
    assert [path.name for path in (site / "briefings/2026").iterdir()] == ["harbour.md"]


def test_a_picture_is_given_by_the_page_of_a_brief_alone(site: Path) -> None:
    desk = desk_of(site)
    data = picture("JPEG")
    assert give(desk, "kran.jpg", data, path="site.yaml")[0] == "409 Conflict"
    for changed in (
        {"HTTP_X_DESK_TOKEN": "guess"},
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"REMOTE_ADDR": "192.0.2.7"},
    ):
        environ = {**posted(data, HTTP_X_DESK_TOKEN=desk.token, QUERY_STRING=f"path={PATH}&name=a.jpg"), **changed}
        assert desk.answer("/_desk/api/picture/", environ)[0] == "403 Forbidden"
    assert [path.name for path in (site / "briefings/2026").iterdir()] == ["harbour.md"]
    assert give(desk, "kran.jpg", data) == ("200 OK", {"file": "kran.jpg"})
    assert desk.preview.session.file("briefs/harbour/index.html") is not None


def test_a_picture_is_known_by_its_content() -> None:
    assert picture_ending(picture("JPEG")) == ".jpg"
    assert picture_ending(SVG) == ".svg"
    assert picture_ending(b"\0\0\0\x1cftypavif") == ".avif"
    assert picture_ending(b"") == ""
