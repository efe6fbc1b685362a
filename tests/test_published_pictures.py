"""Pictures of a site tell nobody where, when and with what they were taken: built, built again and previewed."""

from io import BytesIO
from pathlib import Path

import pytest
from media_files import SECRET as MEDIA_SECRET
from media_files import film, matroska, mp3, ogg, pdf, unpacked, word
from PIL import Image
from small_site import BASE, NOW, Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session

SECRET = b"Ada Ash SN-4711"
BODY = "![The quay](quay.jpg)\n\n![The mole](../static/press/mole.webp)\n"


def picture(form: str = "JPEG", colour: str = "red") -> bytes:
    """A picture that lies on its side, of a camera with an owner."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = SECRET.decode()
    out = BytesIO()
    Image.new("RGB", (40, 20), colour).save(out, form, exif=exif)
    return out.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Case:
    """A site with a picture beside a brief, one in static/ and one of the front matter."""
    site = Case(tmp_path)
    site.write("briefings/quay.jpg", picture())
    site.write("static/press/mole.webp", picture("WEBP"))
    site.write("static/press/unit.png", picture("PNG"))
    site.brief("b", "title: B\ndate: 2026-04-30\nimage: {src: press/unit.png, alt: The unit}", BODY)
    return site


def outputs(site: Case) -> dict[str, bytes]:
    """All published files but the manifest."""
    folder = site.root / "_site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".briefings-manifest.json"
    }


def test_no_published_file_holds_what_a_camera_wrote(site: Case) -> None:
    site.build()
    made = outputs(site)
    pictures = [
        name for name in made if name.endswith((".jpg", ".png", ".webp")) and ("quay" in name or "press" in name)
    ]
    assert len(pictures) == 3
    assert not any(SECRET in data for data in made.values())
    for name in pictures:
        with Image.open(BytesIO(made[name])) as image:
            assert dict(image.getexif()) == {0x0112: 6}
    page = made["briefs/b/index.html"].decode()
    assert page.count('width="20" height="40"') >= 2
    # The originals are nobody's but their owner's.
    assert (site.root / "briefings" / "quay.jpg").read_bytes() == picture()


def test_nothing_is_written_again_and_a_clean_build_gives_the_same(site: Case) -> None:
    first = outputs(site.build())
    assert site.build().report
    assert site.report
    assert site.report.written == 0
    site.write("briefings/c.md", "---\ntitle: C\nsummary: In short.\ndate: 2026-04-29\n---\n\nText.\n")
    later = outputs(site.build())
    assert first.keys() <= later.keys()
    assert outputs(site.build(clean=True)) == later
    site.write("briefings/quay.jpg", picture(colour="blue"))
    changed = outputs(site.build())
    assert [name for name in changed.keys() - later.keys() if "quay" in name]
    assert not any(SECRET in data for data in changed.values())
    assert outputs(site.build(clean=True)) == changed


def test_an_output_that_an_earlier_version_made_is_cleaned(site: Case) -> None:
    site.build()
    [path] = (site.root / "_site" / "media").glob("quay.*.jpg")
    clean = path.read_bytes()
    path.write_bytes(picture())
    site.build()
    assert path.read_bytes() == clean


def test_a_preview_shows_the_same_bytes(site: Case) -> None:
    made = outputs(site.build())
    session = Session(SessionRequest(site.root, BASE, drafts=False, search=False))
    session.open(NOW)
    for name, data in made.items():
        if "quay" in name or "press" in name:
            shown = session.file(name)
            assert shown is not None
            assert shown.data == data


def test_a_picture_that_cannot_be_cleaned_is_left_out_and_named(tmp_path: Path) -> None:
    site = Case(tmp_path)
    out = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    Image.new("RGB", (4, 4)).save(out, "TIFF", exif=exif)
    site.write("static/press/mole.tif", out.getvalue())
    site.brief("b", "title: B\ndate: 2026-04-30", "[The mole](../static/press/mole.tif)\n")
    site.build()
    assert site.report
    [found] = [show(d) for d in site.report.diagnostics if d.code == "picture-metadata"]
    assert found == (
        "static/press/mole.tif: warning[picture-metadata]: `static/press/mole.tif` holds data of its camera or program "
        "that cannot be taken out\n  help: it is not published; save it as JPEG, PNG or WebP"
    )
    assert not any("mole" in name and not name.endswith(".html") for name in outputs(site))
    assert not any(SECRET in data for data in outputs(site).values())


def test_films_sounds_and_papers_are_published_clean_or_left_out_by_name(tmp_path: Path) -> None:
    site = Case(tmp_path)
    good = {
        "film.mp4": film(),
        "talk.mp3": mp3(),
        "paper.pdf": pdf(),
        "table.docx": word(),
        "film.txt.webm": matroska(),
    }
    for name, data in good.items():
        site.write(f"static/press/{name}", data)
    site.write("briefings/sound.ogg", ogg())
    left = {
        "logo.eps": (b"%!PS-Adobe-3.0", "save it as plain SVG or PNG"),
        "memo.docx": (
            word(b"<w:del/>"),
            "settle its changes, delete its remarks and what is hidden in it, or save it as PDF",
        ),
        "signed.pdf": (pdf(more=b"\n/ByteRange"), "print it into a new PDF file"),
        "clip.wmv": (b"0&\xb2u\x8ef\xcf\x11" + bytes(300), "save it as MP4 or WebM"),
        "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(300), "save it as PDF"),
    }
    for name, (data, _) in left.items():
        site.write(f"static/{name}", data)
    site.brief("b", "title: B\ndate: 2026-04-30", "[Listen](sound.ogg)\n")
    site.build()
    made = outputs(site)
    published = [name for name in made if name.endswith((".mp4", ".mp3", ".pdf", ".docx", ".webm", ".ogg"))]
    assert len(published) == len(good) + 1
    assert not any(MEDIA_SECRET in media_text(data) for data in made.values())
    assert site.report
    messages = {d.place.path: (d.message, d.help) for d in site.report.diagnostics if d.code == "picture-metadata"}
    fact = "holds data of its camera or program that cannot be taken out"
    assert messages == {
        f"static/{name}": (f"`static/{name}` {fact}", f"it is not published; {remedy}")
        for name, (_, remedy) in left.items()
    }


def media_text(data: bytes) -> bytes:
    return data + unpacked(data) if data.startswith(b"PK") else data
