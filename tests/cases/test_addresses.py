"""Slugs, links and addresses."""

import re
import shutil

import pytest
from small_site import BASE, NOW, Case

from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session


def test_titles_in_any_script_have_addresses_of_their_own(case: Case) -> None:
    """Titles without a Latin letter get a slug each; no two briefs share a file. (SL-03)"""
    rows = [
        ("港の市場が開く", "一つ目の記事です。"),
        ("列車が止まる", "二つ目の記事です。"),
        ("Θέατρο", "Το τρίτο κείμενο."),
        ("Hello港", "四つ目の記事です。"),
    ]
    case.take_in("many.jsonl", "".join(f'{{"title": "{title}", "text": "{text}"}}\n' for title, text in rows))
    case.build()
    names = case.briefs()
    assert len(names) == 4
    assert all(name.strip("-0123456789") for name in names)
    pages = [path for path in case.files() if path.startswith("briefs/") and path.endswith("/index.html")]
    assert len([path for path in pages if path != "briefs/index.html"]) == 4


def test_dropped_signs_leave_no_hanging_hyphens(case: Case) -> None:
    """A slug neither begins nor ends with a hyphen and has no two in a row, whatever signs a title had. (SL-04)"""
    case.take_in("one.jsonl", '{"title": "Neat trick 😀 -- (once more) …", "text": "A text of some words."}\n')
    [name] = case.briefs()
    assert name.endswith("neat-trick-once-more")
    assert "--" not in name


@pytest.mark.parametrize(
    "slug",
    [
        "/rooted/page",
        "//host/x",
        "C:\\\\temp\\\\x",
        "../../escaped",
        "..\\\\..\\\\w",
        "a//b",
        ".",
        "..",
        "a/../../b",
        "%2e%2e/x",
        "con/../../y",
    ],
)
def test_a_slug_that_leads_elsewhere_is_refused_by_name(case: Case, slug: str) -> None:
    """A slug that would be an absolute path or climb out of its folder is refused, and the message names the file.
    (SL-07, SE-04)
    """
    before = set(case.root.parent.rglob("*"))
    case.brief("a", f'title: A\ndate: 2026-06-15\nslug: "{slug}"')
    case.brief("b", "title: B\ndate: 2026-06-15")
    case.build()
    assert [line for line in case.reported() if line.startswith("briefings/a.md:4:") and "error" in line]
    new = {
        path.relative_to(case.root).parts[0]
        for path in case.root.parent.rglob("*")
        if path not in before and path.is_relative_to(case.root)
    }
    assert new <= {"_site", ".cache", "briefings"}
    assert all(path.is_relative_to(case.root) for path in case.root.parent.rglob("*") if path != case.root)
    assert not [
        link
        for path in case.files()
        if path.endswith(".html")
        for link in case.page(path).find_all(href=True)
        if str(link["href"]).startswith("//")
    ]


def test_names_that_climb_in_tags_entities_and_old_addresses_stay_inside(case: Case) -> None:
    """Whatever a tag, an entity or an old address is called, no file is written outside the output folder. (SE-04)"""
    case.brief(
        "b",
        'title: B\ndate: 2026-10-03\ntags: [../../tagout, "..\\\\..\\\\win"]\nentities: ["../../ent"]\n'
        'redirect_from: [../../alias.html, /../x, //host/y, "/a/../../z"]',
    )
    case.take_in("z.jsonl", '{"title": "../../../imp", "id": "../../id", "text": "Some words of text."}\n')
    case.build()
    outside = [p for p in case.root.parent.rglob("*") if p.is_file() and case.root not in p.parents]
    assert outside == []
    assert not any(".." in path for path in case.files())
    assert len(case.reported("redirect")) == 4


def test_headings_in_any_script_have_ids_that_links_reach(case: Case) -> None:
    """Headings in any script get ids that are not empty and differ, and links to them work. (LK-03)"""
    case.brief(
        "a",
        "title: A\ndate: 2026-06-18",
        "## 港の計画\n\n## Été & après\n\n## 港の計画\n\n"
        "[one](#h-港の計画) [two](#h-%E6%B8%AF%E3%81%AE%E8%A8%88%E7%94%BB)\n",
    )
    case.build()
    text = case.page("briefs/a/index.html").select_one(".text")
    assert text is not None
    ids = [str(heading["id"]) for heading in text.find_all("h2")]
    assert ids == ["港の計画", "été--après", "港の計画-1"]
    assert case.reported("broken-link") == []


def test_links_work_below_the_folder_that_a_site_is_served_in(case: Case) -> None:
    """When a site is published below a path, every link, style and script works there, on the 404 page too. (LK-04,
    LK-05)
    """
    case.write("static/img/p.png", b"\x89PNG\r\n\x1a\n")
    case.brief(
        "a",
        "title: A\ndate: 2026-06-19\ntags: [x]\nimage: {src: img/p.png, alt: A dot}",
        "[b](b.md) [root](/tags/x/)\n",
    )
    case.brief("b", "title: B\ndate: 2026-06-19\ntags: [x]")
    case.build()
    assert case.reported("broken-link") == []
    for path in case.files():
        if path.endswith(".html") and path != "404.html":
            own = [
                str(tag.get("href") or tag.get("src"))
                for tag in case.page(path).find_all(["a", "link", "script", "img"])
                if tag.get("href") or tag.get("src")
            ]
            assert not [url for url in own if url.startswith("/")], path
    assert "A" in case.text("briefs/b/index.html")
    lost = case.page("404.html")
    urls = [
        str(tag.get("href") or tag.get("src"))
        for tag in lost.find_all(["a", "link", "script"])
        if tag.get("href") or tag.get("src")
    ]
    assert all(url.startswith(("/briefs/", BASE, "#")) for url in urls)


def test_links_to_what_is_gone_or_held_are_named_with_their_lines(case: Case) -> None:
    """Links to briefs that were removed or are drafts are reported with file, line and target. (LK-07)"""
    case.brief(
        "a", "title: A\ndate: 2026-06-22", "[gone](gone.md) [draft](d.md)\n[frag](b.md#no-such)\n![alt](img/none.png)\n"
    )
    case.brief("b", "title: B\ndate: 2026-06-22")
    case.brief("d", "title: D\ndate: 2026-06-22\ndraft: true")
    case.build()
    messages = " ".join(case.reported("broken-link"))
    assert all(name in messages for name in ("gone.md", "b", "none.png"))
    assert len(case.reported("broken-link")) == 3
    [held] = case.reported("held-link")
    assert "d.md" in held


def test_the_preview_gives_any_name_its_page(case: Case) -> None:
    """The preview serves pages and files whose names hold spaces or letters beyond ASCII. (SV-13)"""
    case.write("static/my file é.txt", "hello\n")
    case.brief("a", "title: A\ndate: 2026-08-13\nslug: 港-plan")
    session = Session(SessionRequest(case.root, "http://127.0.0.1:8000", True, False))
    session.open(NOW)
    assert session.file("briefs/港-plan/index.html")
    case.build()
    assert any(re.fullmatch(r"my file é\.\w+\.txt", path) for path in case.files())


EXCHANGED = {
    "a file of the site": ("/x.txt", {"static/root/x.txt": "A file."}),
    "a page of the site's own": ("/x/", {"pages/x.md": "---\ntitle: X\n---\nWords.\n"}),
    "a file in its folder": ("/x.html", {"static/root/x.html/y.txt": "A file."}),
    "a file below an address without an ending": ("/x/y/", {"static/root/x": "A file."}),
}
"""An old address, and files of the site at whose place it is, or the other way round."""


def test_an_old_address_and_a_file_take_the_place_of_one_another(case: Case) -> None:
    wrong = {}
    for name, (address, files) in EXCHANGED.items():
        for with_files in (True, False, True):
            for path, text in files.items():
                case.write(path, text)
                if not with_files:
                    (case.root / path).unlink()
            brief = "title: A\ndate: 2026-01-01"
            case.brief("a", brief if with_files else f"{brief}\nredirect_from: [{address}]", "Words.\n")
            after = case.build().files()
            shutil.rmtree(case.root / "_site")
            if after != case.build().files():
                wrong[name] = with_files
            assert case.report
            if any(d.code == "output" for d in case.report.diagnostics):
                wrong[name] = with_files
        for path in files:
            (case.root / path).unlink()
    assert wrong == {}


def test_an_old_address_that_a_file_of_the_site_has_is_named(case: Case) -> None:
    case.write("static/root/ads.txt", "none")
    case.write("static/root/oldindex.html", "An old page.")
    old = "/ads.txt, /oldindex.html, /old/, /.htaccess, /%2Egit/config, /.well-known/x"
    case.brief("a", f"title: A\ndate: 2026-01-01\nredirect_from: [{old}]", "Words.\n")
    case.build()
    assert case.report
    found = [(d.severity.value, d.message, d.help) for d in case.report.diagnostics if d.code == "redirect"]
    assert found == [
        ("warning", "`/ads.txt` is the address of a file", "take it out of `redirect_from`; the file wins"),
        ("warning", "`/oldindex.html` is the address of a file", "take it out of `redirect_from`; the file wins"),
        *(
            ("warning", f"hosts hide `{name}`, or take it for settings of their own", "take it out of `redirect_from`")
            for name in ("/.htaccess", "/%2Egit/config")
        ),
    ]
    assert {"old/index.html", ".well-known/x/index.html"} <= case.files().keys()
    assert case.files()["ads.txt"] == b"none"
