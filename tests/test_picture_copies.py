"""Large pictures are published in several widths: small files for small screens, and no file that nobody needs."""

import re
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from small_site import BASE, NOW, Case

from annotated_briefings.output.pictures.smaller import LEAST, WIDTHS, Smaller, smaller
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session
from annotated_briefings.storage import picture_copies

SETTINGS = f"title: Case\nbase_url: {BASE}\nsocial_images: false\n"


def picture(width: int, height: int, kind: str = "JPEG", mode: str = "RGB", **more: object) -> bytes:
    """A picture with soft edges and some noise, as photographs have."""
    slope = Image.linear_gradient("L").resize((width, height))
    noise = Image.frombytes("L", (width, height), Random(1).randbytes(width * height))
    made = Image.blend(slope, noise, 0.3).convert(mode)
    out = BytesIO()
    made.save(out, kind, **more)
    return out.getvalue()


def animated() -> bytes:
    frames = [Image.new("RGB", (900, 300), colour) for colour in ("red", "green")]
    out = BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    return out.getvalue()


def turned(width: int, height: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Maker of secrets"
    return picture(width, height, exif=exif)


@pytest.mark.parametrize(
    ("data", "size", "widths"),
    [
        (picture(1700, 100), (1700, 100), [480, 960, 1600]),
        (picture(1600, 100), (1600, 100), [480, 960]),
        (picture(700, 100), (700, 100), [480]),
        (picture(1000, 200, "PNG"), (1000, 200), [480, 960]),
        (picture(1000, 200, "PNG", "RGBA"), (1000, 200), [480, 960]),
        (picture(1000, 200, "PNG", "LA"), (1000, 200), [480, 960]),
        (picture(1000, 200, "JPEG", "CMYK", quality=95), (1000, 200), [480, 960]),
        (picture(1000, 200, "WEBP", quality=95), (1000, 200), [480, 960]),
        (picture(1000, 200, "WEBP", quality=60), (1000, 200), [480]),
        (turned(200, 1200), (1200, 200), [480, 960]),
        (animated(), (900, 300), []),
        (b"no picture", (900, 300), []),
        (picture(1000, 200)[:5000], (1000, 200), []),
    ],
)
def test_copies_are_never_wider_or_larger_than_the_picture(
    data: bytes, size: tuple[int, int], widths: list[int]
) -> None:
    copies = smaller(data, size)
    assert [width for width, _ in copies] == widths
    for width, made in copies:
        assert len(made) < len(data)
        with Image.open(BytesIO(made)) as read:
            assert read.format == "WEBP"
            assert read.size == (width, round(size[1] * width / size[0]))
            assert not read.getexif()
    assert smaller(data, size) == copies


def test_a_transparent_picture_stays_so_and_a_drawing_keeps_every_point() -> None:
    drawing = Image.new("RGBA", (960, 200), (0, 0, 0, 0))
    drawing.paste((200, 30, 30, 255), (0, 0, 480, 200))
    out = BytesIO()
    drawing.save(out, "PNG", compress_level=0)
    with Image.open(BytesIO(smaller(out.getvalue(), drawing.size)[0].data)) as read:
        assert read.getpixel((10, 10)) == (200, 30, 30, 255)
        assert read.convert("RGBA").getchannel("A").getpixel((470, 10)) == 0


def fill(case: Case) -> Case:
    case.write("briefings/large.jpg", picture(1800, 300, quality=95))
    case.write("briefings/linked.jpg", picture(1700, 100, quality=95))
    case.write("briefings/middle.jpg", picture(1000, 100, quality=95))
    case.write("briefings/little.jpg", picture(LEAST, 100))
    case.write("briefings/draft.jpg", picture(1800, 100))
    case.write("static/img/shared.png", picture(1700, 100, "PNG"))
    case.brief(
        "a",
        "title: A\ndate: 2026-01-01\nimage: {src: large.jpg, alt: The lead}",
        "![One](large.jpg)\n\n![Two](middle.jpg)\n\n![Three](little.jpg)\n\n![Four](/img/shared.png)\n\n"
        "![Five](linked.jpg) and [it](linked.jpg)\n",
    )
    case.brief("b", "title: B\ndraft: true", "![No](draft.jpg)\n")
    return case


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return fill(Case(tmp_path_factory.mktemp("pictures"), SETTINGS)).build()


def test_a_page_offers_each_large_picture_in_the_widths_that_there_are(site: Case) -> None:
    images = {str(one["alt"]): one for one in site.page("briefs/a/index.html").select("img")}
    offered = {name: re.findall(r"(\d+)w", str(one.get("srcset", ""))) for name, one in images.items()}
    assert offered == {
        "The lead": ["480", "960", "1600"],
        "One": ["480", "960", "1600"],
        "Two": ["480", "960", "1000"],
        "Three": [],
        "Four": ["480", "960", "1600"],
        "Five": ["480", "960", "1600"],
    }
    assert {str(one["loading"]) for name, one in images.items() if name != "The lead"} == {"lazy"}
    lead = images["The lead"]
    assert (lead["fetchpriority"], lead.get("loading"), lead["width"], lead["height"]) == ("high", None, "1600", "267")
    assert all(one["sizes"] for name, one in images.items() if name != "Three")


def test_every_file_that_something_names_is_there_and_no_original_that_nobody_needs(site: Case) -> None:
    assert site.reported() == []
    files = site.files()
    kept = sorted(name.partition(".")[0] for name in files if name.endswith((".jpg", ".png")))
    assert kept == ["img/shared", "media/linked", "media/little", "media/middle"]
    assert not [name for name in files if "draft" in name]
    texts = {path: data.decode() for path, data in files.items() if path.endswith((".html", ".md", ".xml", ".json"))}
    named = {(path, found) for path, text in texts.items() for found in re.findall(r"(?:media|img)/[\w.-]+\w", text)}
    assert sorted((path, found) for path, found in named if found not in files) == []
    widths = {int(width) for _, found in named for width in re.findall(r"-(\d+)\.[0-9a-f]{10}\.webp$", found)}
    assert widths == set(WIDTHS)


def test_feeds_and_twins_have_one_file_for_all(site: Case) -> None:
    feed, twin = site.files()["feed.json"].decode(), site.html("briefs/a/index.md")
    assert "srcset" not in feed
    assert re.search(rf"{BASE}/media/large-1600\.\w+\.webp", feed)
    assert re.search(rf"!\[One\]\({BASE}/media/large-1600\.\w+\.webp\)", twin)
    assert re.search(rf"and \[it\]\({BASE}/media/linked\.\w+\.jpg\)", twin)


def test_copies_are_made_once_and_again_where_the_cache_has_lost_or_changed_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(data: bytes, size: tuple[int, int]) -> tuple[Smaller, ...]:
        calls.append(len(data))
        return smaller(data, size)

    monkeypatch.setattr(picture_copies, "smaller", counted)
    case = fill(Case(tmp_path, SETTINGS)).build()
    first = case.files()
    assert len(calls) == 4
    case.brief("c", "title: C\ndate: 2026-01-02")
    case.build()
    assert len(calls) == 4
    (tmp_path / "briefings/c.md").unlink()
    kept = sorted((tmp_path / ".cache/pictures").glob("*.webp"))
    kept[0].write_bytes(b"damaged")
    kept[-1].unlink()
    (tmp_path / "_site/index.html").unlink()
    assert case.build().files() == first
    assert case.build(clean=True).files() == first


def test_the_preview_shows_the_picture_itself(site: Case) -> None:
    session = Session(SessionRequest(site.root, BASE, False, search=False))
    session.open(NOW)
    page = session.file("briefs/a/index.html")
    assert page is not None
    assert b"srcset" not in page.data
    assert re.search(rb'src="../../media/large\.\w+\.jpg"', page.data)
