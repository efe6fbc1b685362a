"""Comments of writers in pages that a site brings along are not published; what only looks like one stays."""

import pytest
from small_site import BASE, Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.output.assets import ROOT
from annotated_briefings.output.comments.pages import without_page_comments


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p>Ships <!-- ask Rauk -->wait.</p>", "<p>Ships wait.</p>"),
        ("<!--\nask\n\nRauk\n--><p>Ships.</p>", "<p>Ships.</p>"),
        ("<p>Ships.</p><!-- ask Rauk", "<p>Ships.</p>"),
        ("<p>Ships.</p><!-- ask Rauk --!>", "<p>Ships.</p>"),
        ("<!--><p>Ships.</p><!-- Rauk -->", "<p>Ships.</p>"),
        ("<!---><p>Ships.</p><!-- Rauk -->", "<p>Ships.</p>"),
        ("<script>let a = '<!-- kept -->'</script><!-- Rauk -->", "<script>let a = '<!-- kept -->'</script>"),
        ("<textarea><!-- kept --></textarea><!-- Rauk -->", "<textarea><!-- kept --></textarea>"),
        ("<STYLE>/* <!-- Rauk --> */a{b:'/* <!-- kept --> */'}</STYLE>", "<STYLE>a{b:'/* <!-- kept --> */'}</STYLE>"),
        ("<!--[if IE]><p>ask Rauk</p><![endif]--><p>Ships.</p>", "<p>Ships.</p>"),
        ("<!--[if !IE]><!--><p>Ships.</p><!--<![endif]-->", "<p>Ships.</p>"),
        ("<p>Ships.</p><![CDATA[ ask Rauk ]]>", "<p>Ships.</p>"),
        ("<p>Ships.</p><![CDATA[ Rauk > seen <!-- Rauk --> ]]>", "<p>Ships.</p> seen  ]]>"),
        ("<svg><text><![CDATA[kept]]></text></svg><![CDATA[Rauk>", "<svg><text><![CDATA[kept]]></text></svg>"),
        ("<? ask Rauk ?><p>Ships.</p><!ask Rauk></ Rauk>", "<p>Ships.</p>"),
        ('<p title="<!-- kept -->">Ships.</p>', '<p title="<!-- kept -->">Ships.</p>'),
        ("<script>go() // ask Rauk\n/* Rauk */</script>", "<script>go() \n </script>"),
        (
            '<script type="application/json">["// kept"]</script>',
            '<script type="application/json">["// kept"]</script>',
        ),
        ("<!doctype html><p>Ships.</p>", "<!doctype html><p>Ships.</p>"),
        ("<!--! Icons of Lund, MIT --><p>Ships.</p>", "<!--! Icons of Lund, MIT --><p>Ships.</p>"),
        ("<!-- Licence: MIT --><p>Ships.</p>", "<!-- Licence: MIT --><p>Ships.</p>"),
        ('<!--#include file="foot.html" --><p>Ships.</p>', '<!--#include file="foot.html" --><p>Ships.</p>'),
        ("<p>a &lt;!-- kept --&gt;</p>", "<p>a &lt;!-- kept --&gt;</p>"),
    ],
)
def test_a_page_is_published_without_the_comments_of_its_writers(page: str, left: str) -> None:
    assert without_page_comments(page) == left


def test_a_page_in_static_is_built_without_them(case: Case) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01")
    case.write(f"static/{ROOT}about.html", "<!doctype html><title>T</title><p>Ships.<!-- ask Rauk --></p>")
    assert case.build().files()["about.html"] == b"<!doctype html><title>T</title><p>Ships.</p>"


@pytest.mark.parametrize("name", ["a.css", "a.js", "a.html", "a.svg", "a.txt", "deep/a.json", "root/a.txt"])
def test_a_merge_conflict_in_a_static_file_is_an_error_and_the_file_is_left_out(case: Case, name: str) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01")
    case.write(f"static/{name}", "one\n<<<<<<< HEAD\nquorvex\n=======\nother\n>>>>>>> feature/vote\n")
    files = case.build().files()
    assert not [path for path, data in files.items() if b"quorvex" in data]
    assert case.report
    assert [show(d) for d in case.report.diagnostics if d.code == "merge-conflict"] == [
        f"static/{name}:2:1: error[merge-conflict]: a merge conflict is not settled\n"
        "    2 | <<<<<<< HEAD\n"
        "      | ^^^^^^^^^^^^\n"
        "  help: keep the lines that are right, and take the lines of `<<<<<<<`, `=======` and `>>>>>>>` out"
    ]


REMOTE = (
    "![A box of eggs](https://elsewhere.example/eggs.jpg)",
    "![A box of eggs](//elsewhere.example/eggs.jpg)",
    "![A box of eggs](HTTP://elsewhere.example/eggs.jpg 'Eggs')",
    "![A box of eggs][e]\n\n[e]: https://elsewhere.example/eggs.jpg",
    "- one\n- ![A box of eggs](https://elsewhere.example/eggs.jpg)",
    "| a |\n| - |\n| ![A box of eggs](https://elsewhere.example/eggs.jpg) |",
)


@pytest.mark.parametrize("text", REMOTE)
def test_a_picture_of_another_host_is_a_link_in_every_page_and_feed(case: Case, text: str) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01", text)
    files = case.build().files()
    page = files["briefs/a/index.html"].decode()
    assert 'elsewhere.example/eggs.jpg">A box of eggs</a>' in page
    assert not [name for name, data in files.items() if b'<img src="http' in data.lower()]
    assert not [name for name, data in files.items() if b'src="//' in data or b'src=\\"http' in data.lower()]
    twin = files["briefs/a/index.md"].decode()
    assert "![" not in twin
    assert "[A box of eggs]" in twin


@pytest.mark.parametrize(
    "text", ["![](https://elsewhere.example/a.jpg)", "[![Eggs](https://elsewhere.example/a.jpg)](/x/)"]
)
def test_a_picture_without_words_or_within_a_link_loads_nothing_either(case: Case, text: str) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01", text)
    page = case.build().files()["briefs/a/index.html"].decode()
    assert 'src="https://elsewhere' not in page
    assert (">Eggs</a>" if "Eggs" in text else ">https://elsewhere.example/a.jpg</a>") in page
    twin = case.files()["briefs/a/index.md"].decode()
    assert ("[Eggs](/x/)" if "Eggs" in text else "[https://elsewhere.example/a.jpg](https://elsew") in twin


def test_a_twin_keeps_the_pictures_of_the_site_and_what_only_looks_like_one(case: Case) -> None:
    case.write("static/eggs.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    case.brief("a", "title: A\ndate: 2025-01-01", "![Eggs](/eggs.svg)\n\n`![Code](https://elsewhere.example/a.jpg)`")
    twin = case.build().files()["briefs/a/index.md"].decode()
    assert f"![Eggs]({BASE}/" in twin
    assert "`![Code](https://elsewhere.example/a.jpg)`" in twin


def test_the_picture_of_a_brief_on_another_host_is_a_link(case: Case) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01\nimage: {src: 'https://elsewhere.example/a.jpg', alt: Eggs}")
    page = case.build().files()["briefs/a/index.html"].decode()
    assert '<a href="https://elsewhere.example/a.jpg">Eggs</a>' in page
    assert 'src="https://elsewhere' not in page
    # Other sites ask for the picture of a page; programs that read feeds load it for their readers.
    assert 'property="og:image" content="https://elsewhere.example/a.jpg"' in page
    feeds = ("feed.xml", "feed.json", "rss.xml")
    assert not [name for name in feeds if "elsewhere.example" in case.html(name)]
