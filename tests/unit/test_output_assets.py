"""Style sheets, scripts and pictures as they are published."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build import render_stage as drawing
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.output.assets import plan_assets
from annotated_briefings.output.social_cards import CardJob, can_show, draw_card, is_font
from annotated_briefings.project.package_data import card_font
from annotated_briefings.site.exports.host_files import fingerprinted_folders
from annotated_briefings.storage.static_files import held_file

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def sheet(*files: tuple[str, str]) -> str:
    assets, _ = plan_assets([held_file(name, text.encode()) for name, text in files])
    [found] = [asset for asset in assets if asset.path.startswith("css/site.")]
    assert found.data is not None
    return found.data.decode()


def test_a_style_sheet_takes_in_those_it_imports_and_is_made_small() -> None:
    css = sheet(
        ("css/site.css", '@import "tokens.css";\n\n/* remark */\na {\n  color: var(--x);\n}\n'),
        ("css/tokens.css", ":root { --x: red; }"),
    )
    assert css == ":root{--x:red}a{color:var(--x)}"


def test_sheets_that_import_each_other_end_where_they_began() -> None:
    assert "a{b:c}" in sheet(("css/site.css", '@import "x.css"; a { b: c }'), ("css/x.css", '@import "site.css";'))


def test_addresses_in_a_style_sheet_lead_to_the_published_names() -> None:
    css = sheet(("css/site.css", "a { background: url(../img/x.png) }"), ("img/x.png", "png"))
    assert "url(../img/x." in css
    assert "url(../img/x.png)" not in css


def test_a_picture_is_a_png_of_the_size_that_other_sites_want() -> None:
    job = CardJob("A headline", "Story", "Site · 1 May 2026", card_font(), False)
    image = Image.open(BytesIO(draw_card(job)))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert draw_card(job) == draw_card(job)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "x" * 400,
        "word " * 120,
        "Über–größe",
        "海潮电力交付第一批电缆",
        "شركة",
        "two\n\nlines",
        "\x07 bell \u200b\u2028 \ud7ff",
        "\u202e turned",
        "\t",
    ],
)
def test_any_headline_gives_a_picture(title: str) -> None:
    for rtl in (False, True):
        assert draw_card(CardJob(title, "", "Site", card_font(), rtl)).startswith(b"\x89PNG")


def test_a_long_headline_stays_within_the_edges_of_its_picture() -> None:
    for title in ("What a harbour needs first " * 4, "x" * 30, "Küstenschutz bei Nordwestwind " * 2):
        image = Image.open(BytesIO(draw_card(CardJob(title, "Story", "Site", card_font(), False)))).convert("L")
        margin = image.crop((1130, 0, 1200, 630))
        assert image.crop((80, 176, 1120, 520)).getextrema() != (margin.getpixel((0, 0)),) * 2
        assert margin.getextrema()[0] == margin.getextrema()[1]


def test_the_shipped_font_knows_the_letters_of_europe_and_says_so() -> None:
    assert can_show("Übergrößenträger, čeština, Привет, Ελλάδα, €, “”—…", card_font())
    assert not can_show("电", card_font())
    assert not is_font(b"no font")


@pytest.mark.slow
def test_a_font_of_the_settings_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    settled_site(tmp_path)
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "x.ttf").write_bytes(b"no font")
    for name, fault in (("x.ttf", "is no font"), ("y.ttf", "does not exist")):
        (tmp_path / "site.yaml").write_text(f"title: T\nbase_url: https://example.org\nsocial_font: {name}\n", "utf-8")
        report = build(BuildRequest(tmp_path, NOW, search=False))
        assert [show(d) for d in report.diagnostics if d.code == "config"] == [
            f"site.yaml:1:1: error[config]: `static/{name}` {fault}\n    1 | title: T\n      | ^\n"
            "  help: name a .ttf or .otf file under static/ in `social_font`, or take it out"
        ]


def test_a_sites_own_tokens_change_the_look_and_its_own_files_take_the_place_of_ours(tmp_path: Path) -> None:
    settled_site(tmp_path)
    (tmp_path / "static" / "css").mkdir(parents=True)
    text = '@import "default:tokens.css";\n:root { --paper: teal; }'
    (tmp_path / "static" / "css" / "tokens.css").write_text(text, "utf-8")
    (tmp_path / "static" / "_headers").write_text("/*\n  X-Own: yes\n", "utf-8")
    build(BuildRequest(tmp_path, NOW, search=False))
    [css] = (tmp_path / "_site" / "css").glob("site.*.css")
    assert css.read_text("utf-8").startswith("@property --measure")
    assert "}:root{--paper:teal}" in css.read_text("utf-8")
    assert (tmp_path / "_site" / "_headers").read_text("utf-8") == "/*\n  X-Own: yes\n"


def test_a_site_without_a_web_address_or_a_wish_for_them_gets_no_pictures(tmp_path: Path) -> None:
    settled_site(tmp_path)
    for line in ("", "base_url: https://example.org\nsocial_images: false\n"):
        (tmp_path / "site.yaml").write_text(f"title: T\n{line}", "utf-8")
        build(BuildRequest(tmp_path, NOW, search=False))
        assert list((tmp_path / "_site").rglob("card.png")) == []


@pytest.mark.slow
def test_pictures_are_drawn_again_only_when_they_show_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled_site(tmp_path)
    (tmp_path / "site.yaml").write_text("title: One\nbase_url: https://example.org\n", encoding="utf-8")
    drawn: list[str] = []

    def watched(job: CardJob) -> bytes:
        drawn.append(job.title)
        return draw_card(job)

    monkeypatch.setattr(drawing, "draw_card", watched)
    build(BuildRequest(tmp_path, NOW, search=False))
    assert len(drawn) == 1
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "extra.css").write_text("p{}", encoding="utf-8")
    build(BuildRequest(tmp_path, NOW, search=False))
    assert len(drawn) == 1
    (tmp_path / "site.yaml").write_text("title: Two\nbase_url: https://example.org\n", encoding="utf-8")
    build(BuildRequest(tmp_path, NOW, search=False))
    assert len(drawn) == 2


@pytest.mark.parametrize(
    "name",
    [
        *(
            "ads.txt",
            "google123abc.html",
            "BingSiteAuth.xml",
            "sw.js",
            "yandex_1a.html",
            "0123456789abcdef.txt",
            "CNAME",
        ),
        *(".well-known/security.txt", "root/papers/ruling.pdf", "root/plan.html"),
    ],
)
def test_files_that_others_look_for_by_name_keep_it(name: str) -> None:
    """Proofs of ownership, keys and workers, and all that is in the folder `root`. (FD-07)"""
    [asset], names = plan_assets([held_file(name, b"x")])
    assert asset.path == name.removeprefix("root/")
    assert dict(names) == {name: asset.path}


@pytest.mark.parametrize("name", ["img/berth#4.png", "img/a?b.png", "img/100%.png", "img/a&b.png"])
def test_published_names_hold_nothing_that_has_a_meaning_in_addresses(name: str) -> None:
    [asset], _ = plan_assets([held_file(name, b"x")])
    assert not set(asset.path) & set("#?%&")


def test_only_folders_whose_names_change_with_their_bytes_are_kept_for_ever() -> None:
    files = {
        "img/a.png": "img/a.0123456789.png",
        "root/papers/b.pdf": "papers/b.pdf",
        "papers/c.pdf": "papers/c.0123456789.pdf",
    }
    files |= {"briefs/x.png": "briefs/x.0123456789.png", "2026/x.png": "2026/x.0123456789.png"}
    assert fingerprinted_folders(files) == ("css", "img", "js", "media")
