"""Pictures and other files of a site, as briefs name them."""

import re
from io import BytesIO
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from small_site import BASE, NOW, Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session

BRIEF = (
    "---\ntitle: A bridge\nsummary: In short.\ndate: 2024-05-03\n{front}---\n"
    "Here ![it is](/img/a.png) and ![again](../../static/img/a.png). [All of it](/files/b%20c.pdf#page=2).\n"
)


def filled(case: Case, front: str = "", text: str = BRIEF) -> str:
    case.write("static/img/a.png", b"one")
    case.write("static/files/b c.pdf", b"%PDF")
    case.write("briefings/2024/a.md", text.format(front=front))
    case.build()
    return case.html("briefs/a/index.html")


def reported(case: Case) -> str:
    assert case.report
    return "".join(show(diagnostic) + "\n" for diagnostic in case.report.diagnostics)


def named(case: Case, pattern: str) -> str:
    """The published name of a file."""
    (found,) = (case.root / "_site").glob(pattern)
    return found.relative_to(case.root / "_site").as_posix()


def test_a_text_shows_pictures_and_leads_to_files_under_their_published_names(case: Case) -> None:
    page = filled(case)
    picture, paper = named(case, "img/a.*.png"), named(case, "files/b c.*.pdf").replace(" ", "%20")
    assert page.count(f'<img src="../../{picture}"') == 2
    assert f'href="../../{paper}#page=2"' in page
    assert reported(case) == ""


def test_pictures_have_their_width_and_height_wherever_a_brief_names_them(case: Case) -> None:
    out = BytesIO()
    Image.new("RGB", (30, 20)).save(out, "PNG")
    case.write("static/img/a b.png", out.getvalue())
    case.write(
        "briefings/2024/b.md",
        BRIEF.format(front="image: {src: img/a b.png, alt: A bridge}\n").replace("/img/a.png", "</img/a b.png>"),
    )
    page = filled(case)
    picture = quote(named(case, "img/a b.*.png"))
    other = case.html("briefs/b/index.html")
    # What is no picture has none.
    assert " width=" not in page.partition("<body")[2]
    lead = f'<img src="../../{picture}" alt="A bridge" width="30" height="20" fetchpriority="high" decoding="async">'
    assert lead in other
    assert f'<img src="../../{picture}" width="30" height="20" loading="lazy" alt="it is"' in other
    assert '<meta property="og:image:width" content="30">' in other


def test_pictures_and_papers_may_lie_beside_the_brief(case: Case) -> None:
    out = BytesIO()
    Image.new("RGB", (30, 20)).save(out, "PNG")
    case.write("briefings/2024/photo one.png", out.getvalue())
    case.write("briefings/2024/more/paper.pdf", b"%PDF")
    case.write("briefings/2024/unused.png", b"unused")
    case.brief(
        "2024/a",
        "title: A\ndate: 2024-05-03\nimage: {src: photo one.png, alt: One}",
        "![One](<photo one.png>) and [paper](more/paper.pdf#page=2).\n",
    )
    case.brief("b", "title: B\ndate: 2024-05-03", "See ![One](<2024/photo one.png>).\n")
    case.build()
    assert reported(case) == ""
    picture, paper = quote(named(case, "media/2024/photo one.*.png")), named(case, "media/2024/more/paper.*.pdf")
    page = case.html("briefs/a/index.html")
    assert page.count(f'src="../../{picture}"') == 2
    assert page.count('width="30" height="20"') == 2
    assert f'href="../../{paper}#page=2"' in page
    assert f'src="../../{picture}"' in case.html("briefs/b/index.html")
    assert f"]({BASE}/{picture})" in case.html("briefs/a/index.md")
    # What no page shows is not published.
    assert len([path for path in case.files() if path.startswith("media/")]) == 2


def test_the_same_file_in_both_places_is_one(case: Case) -> None:
    for name in ("static/media/photo.jpg", "briefings/photo.jpg"):
        case.write(name, b"photo")
    case.brief("a", "title: A\ndate: 2024-05-03\nimage: {src: fotos.jpg, alt: One}", "![One](photo.jpg)\n")
    case.build()
    assert [path.partition(".")[0] for path in case.files() if path.startswith("media/")] == ["media/photo"]
    # What lies beside a brief has no name that could be written there.
    assert reported(case).endswith("help: put it into static/ or beside the brief; the page is shown without it\n")
    # The copy in static/ is published whether it is shown or not.
    case.brief("a", "title: A\ndate: 2024-05-03", "Text.\n")
    case.build()
    assert b"photo" in case.files().values()


def test_what_lies_beside_a_draft_is_published_with_it_and_not_before(case: Case) -> None:
    case.write("briefings/photo.jpg", b"secret photo")
    case.brief("a", "title: A\ndate: 2024-05-03\ndraft: true", "![The photo](photo.jpg)\n")
    case.build()
    assert b"secret photo" not in case.files().values()
    case.brief("a", "title: A\ndate: 2024-05-03", "![The photo](photo.jpg)\n")
    case.build()
    assert b"secret photo" in case.files().values()
    case.write("briefings/photo.jpg", b"another photo")
    case.build()
    assert b"secret photo" not in case.files().values()
    assert b"another photo" in case.files().values()
    case.brief("a", "title: A\ndate: 2024-05-03", "No photo.\n")
    case.build()
    assert not [path for path in case.files() if path.startswith("media/")]


def test_the_preview_shows_what_lies_beside_a_draft(case: Case) -> None:
    case.write("briefings/photo.jpg", b"secret photo")
    case.brief("a", "title: A\ndate: 2024-05-03\ndraft: true", "![The photo](photo.jpg)\n")
    session = Session(SessionRequest(case.root, "http://127.0.0.1:8000", True, search=False))
    session.open(NOW)
    page = session.file("briefs/a/index.html")
    assert page
    shown = BeautifulSoup(page.data, "html.parser").find("img", alt="The photo")
    assert shown
    picture = session.file(str(shown["src"]).removeprefix("../../"))
    assert picture
    assert picture.data == b"secret photo"


def test_a_picture_that_is_not_there_is_said_with_its_line_and_where_it_belongs(case: Case) -> None:
    filled(
        case,
        text="---\ntitle: A bridge\nsummary: In short.\ndate: 2024-05-03\n---\nSee ![one](photo.png), "
        "![two](<b x.png>) and ![near](aa.png).\n\n[Ruling]\n\n[Ruling]: files/c.pdf\n",
    )
    where, page = "briefings/2024/a.md", "briefs/a/index.html"
    remedy = "correct the link; `/img/a.png` means static/img/a.png, and a name alone a file that lies beside the brief"
    assert reported(case) == (
        f"{where}:6:12: warning[broken-link]: `photo.png` on {page} leads to no file\n"
        "    6 | See ![one](photo.png), ![two](<b x.png>) and ![near](aa.png).\n"
        f"      |            ^^^^^^^^^\n  help: {remedy}\n"
        f"{where}:6:32: warning[broken-link]: `b x.png` on {page} leads to no file\n"
        "    6 | See ![one](photo.png), ![two](<b x.png>) and ![near](aa.png).\n"
        f"      |                                ^^^^^^^\n  help: {remedy}\n"
        f"{where}:6:54: warning[broken-link]: `aa.png` on {page} leads to no file\n"
        "    6 | See ![one](photo.png), ![two](<b x.png>) and ![near](aa.png).\n"
        "      |                                                      ^^^^^^\n  help: did you mean `/img/a.png`?\n"
        f"{where}:10:11: warning[broken-link]: `files/c.pdf` on {page} leads to no file\n"
        "   10 | [Ruling]: files/c.pdf\n"
        "      |           ^^^^^^^^^^^\n  help: did you mean `/files/b c.pdf`?\n"
    )


def test_feeds_and_twins_name_files_by_their_whole_address(case: Case) -> None:
    filled(case)
    picture = named(case, "img/a.*.png")
    assert f"![it is](https://pages.example/briefs/{picture})" in case.html("briefs/a/index.md")
    assert f"https://pages.example/briefs/{picture}" in case.html("feed.json")


@pytest.mark.parametrize(
    "src", ["img/a.png", "/img/a.png", "static/img/a.png", "/static/img/a.png", "../../static/img/a.png"]
)
def test_the_picture_of_a_brief_may_be_named_in_every_way(case: Case, src: str) -> None:
    page = filled(case, f"image: {{src: {src}, alt: A bridge}}\n")
    picture = named(case, "img/a.*.png")
    assert f'<img src="../../{picture}" alt="A bridge"' in page
    assert f'<meta property="og:image" content="https://pages.example/briefs/{picture}">' in page
    assert reported(case) == ""


def test_a_picture_of_another_host_stays_there_and_is_a_link(case: Case) -> None:
    page = filled(case, "image: {src: 'https://e.example/a.png', alt: A bridge}\n")
    assert '<img src="https://e.example/a.png"' not in page
    assert re.search('<a [^>]*href="https://e.example/a.png"[^>]*>A bridge', page)


@pytest.mark.parametrize(
    ("src", "remedy"),
    [
        ("img/b.png", "did you mean `img/a.png`?"),
        ("photo.jpeg", "put it into static/ or beside the brief; the page is shown without it"),
        ("javascript:alert(1)", "put it into static/ or beside the brief; the page is shown without it"),
    ],
)
def test_a_picture_that_is_not_there_is_said_and_the_page_is_shown_without_it(
    case: Case, src: str, remedy: str
) -> None:
    page = filled(case, f"image: {{src: '{src}', alt: A bridge}}\n")
    assert '<figure class="picture">' not in page
    assert reported(case) == (
        f"briefings/2024/a.md:5:14: warning[broken-link]: there is no picture `{src}`\n"
        f"    5 | image: {{src: '{src}', alt: A bridge}}\n      |              {'^' * len(src)}\n  help: {remedy}\n"
    )


def test_a_changed_picture_changes_the_page_that_shows_it(case: Case) -> None:
    before = filled(case)
    case.write("static/img/a.png", b"two")
    case.build()
    assert case.html("briefs/a/index.html") != before
    assert f'<img src="../../{named(case, "img/a.*.png")}"' in case.html("briefs/a/index.html")


def test_the_preview_shows_pictures_too(case: Case) -> None:
    filled(case)
    session = Session(SessionRequest(case.root, "http://127.0.0.1:8000", True, False))
    session.open(NOW)
    drawn = session.file("briefs/a/index.html")
    assert drawn is not None
    picture = named(case, "img/a.*.png")
    assert f'<img src="../../{picture}"'.encode() in drawn.data
    assert session.file(picture) is not None
