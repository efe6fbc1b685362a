"""The links of a page are found however a template writes them."""

import json
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.cli.main import main
from annotated_briefings.output.audit import find_broken_links, page_facts
from annotated_briefings.output.html_links import read_links
from annotated_briefings.output.render import Output

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "expected"
SPACE = st.sampled_from(["", " ", "\n", "\t ", "  "])
GAP = st.sampled_from(
    [" ", "\n", "\t", "  ", ' title="a > b" ', " hidden ", " data-href='/no/' ", " title=\"href='/no/'\" "]
)
ADDRESS = st.text(st.sampled_from("abz/.?&=#;-_%'\"<> é字"), min_size=1, max_size=12).map(str.strip).filter(bool)


def unquoted(value: str) -> bool:
    return not set(value) & set(" \t\n\"'=<>`") and not value.endswith("/")


@st.composite
def attribute(draw: st.DrawFn, name: str, value: str) -> str:
    """An attribute in any spelling that HTML allows."""
    spelled = draw(st.sampled_from([name, name.upper(), name.capitalize()]))
    coded = draw(
        st.sampled_from(
            [escape(value), "".join(f"&#{ord(c)};" for c in value), "".join(f"&#x{ord(c):x};" for c in value)]
        )
    )
    quotes = ['"{}"', "'{}'", *(["{}"] if unquoted(value) else [])]
    written = draw(st.sampled_from(quotes)).format(coded)
    return spelled + draw(SPACE) + "=" + draw(SPACE) + written


@pytest.mark.parametrize(
    ("element", "name"),
    [
        ("a", "href"),
        ("area", "href"),
        ("link", "href"),
        ("img", "src"),
        ("script", "src"),
        ("iframe", "src"),
        ("embed", "src"),
        ("source", "src"),
        ("track", "src"),
        ("audio", "src"),
        ("video", "src"),
        ("video", "poster"),
        ("input", "src"),
        ("object", "data"),
        ("blockquote", "cite"),
        ("q", "cite"),
        ("del", "cite"),
        ("form", "action"),
    ],
)
@given(data=st.data(), value=ADDRESS)
def test_an_address_is_read_in_any_spelling_of_its_attribute(
    element: str, name: str, data: st.DataObject, value: str
) -> None:
    tag = data.draw(st.sampled_from([element, element.upper()]))
    html = f"<!doctype html><p><{tag}{data.draw(GAP)}{data.draw(attribute(name, value))}{data.draw(GAP)}></{tag}>"
    assert read_links(html).targets == (value,)


@pytest.mark.parametrize(
    ("html", "targets"),
    [
        (
            '<img srcset="/a.png 1x, /b,c.png 2x , data:image/png;base64,AA== 3x,/d.png">',
            "/a.png /b,c.png data:image/png;base64,AA== /d.png",
        ),
        ("<picture><source srcset='/a.png 100w,\n/b.png 200w'></picture>", "/a.png /b.png"),
        ('<link rel=preload as=image imagesrcset="/a.png 2x">', "/a.png"),
        ('<svg><use xlink:href="/i.svg#x"/><a href="/b/">b</a></svg>', "/i.svg#x /b/"),
        ("<meta http-equiv=Refresh content='0; URL=/new/'>", "/new/"),
        ("<button formaction='/a/' formmethod=get>x</button>", "/a/"),
        ("<base href='/deep/'><a href=b/>b</a><a href='#x'>x</a>", "/deep/b/ /deep/#x"),
        ("<a href='  /a/\n'>a</a>", "/a/"),
        ("<noscript><img src=/a.png></noscript>", "/a.png"),
        # What is no address, or leads to no file of a site.
        ("<!-- <a href='/a/'> --><script>'<a href=\"/b/\">'</script><style>a[href='/c/']{}</style>", ""),
        ("<form method=post action=/send></form><button formaction=/send>x</button><a ping=/count>x</a>", ""),
        ("<p data-href='/a/' title='href=\"/b/\"'>href=\"/c/\"</p><textarea><a href='/d/'></textarea>", ""),
        ("<meta http-equiv=refresh content=30><div data=/a cite=/b action=/c poster=/d></div>", ""),
    ],
)
def test_attributes_count_where_html_says_that_they_are_addresses(html: str, targets: str) -> None:
    assert read_links(f"<!doctype html><body>{html}").targets == tuple(targets.split())


def test_a_link_may_name_an_id_and_the_name_of_an_anchor() -> None:
    assert read_links("<p ID=a><P id='b'><a name=c></a><a name=b></a><h2 id=b></h2>").ids == ("a", "b", "b", "c")


def test_a_broken_link_of_a_users_template_is_reported_in_any_quoting() -> None:
    html = (
        "<a href='/nowhere/'>1</a><a href=\"/nowhere-double/\">2</a><a href=/nowhere-bare/>3</a><A HREF = '/No'>4</A>"
    )
    page = page_facts(Output("a/index.html", f"<html lang=en><body>{html}".encode(), "briefings/a.md"))
    links = find_broken_links([page], ["a/index.html"], lambda _: ())
    found = [show(link.diagnostic()).split("\n")[0] for link in links]
    assert found == [
        f"briefings/a.md: warning[broken-link]: `{target}` on a/index.html leads to no page"
        for target in ("/nowhere/", "/nowhere-double/", "/nowhere-bare/", "/No")
    ]


def test_an_address_with_a_scheme_in_capitals_is_another_host() -> None:
    page = page_facts(Output("a.html", b"<a href='HTTPS://example.org/x'>", "briefings/a.md"))
    assert find_broken_links([page], [], lambda _: ()) == ()


class _Plain(HTMLParser):
    """The parser of the standard library, which shares no code with ours."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        self.targets.update({values[name]: None for name in ("href", "src", "srcset", "action") if name in values})
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.targets[values["content"].partition("url=")[2]] = None


def same(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        text = path.read_text(encoding="utf-8")
        plain = _Plain()
        plain.feed(text)
        plain.close()
        assert read_links(text) == (tuple(plain.ids), tuple(plain.targets)), path


def test_pages_of_the_shipped_templates_have_the_links_that_another_parser_finds() -> None:
    same(GOLDEN)


HOSTILE = """<a href='/no/'> " href="/no/" src=/no/ id="no" --> <!-- </script><a href="/no/"> </title> href="""


def test_no_text_of_a_brief_is_taken_for_a_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quoted = json.dumps(HOSTILE)
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text(f"title: {quoted}\nbase_url: https://site.example\n", encoding="utf-8")
    (tmp_path / "briefings" / "a.md").write_text(
        f"---\ntitle: {quoted}\ndate: 2026-01-01\nsummary: {quoted}\ntags: [{quoted}]\nwhy_it_matters: [{quoted}]\n"
        f"unknowns: [{quoted}]\nkey_points: [{{text: {quoted}, quote: {quoted}}}]\nsources: [{{title: {quoted}}}]\n"
        f"image: {{src: {quoted}, alt: {quoted}, credit: {quoted}}}\nfigures: [{{value: {quoted}, what: {quoted}}}]\n"
        f"annotations: [{{quote: {quoted}, note: {quoted}, author: {quoted}}}]\n---\n{HOSTILE}\n\n    {HOSTILE}\n",
        encoding="utf-8",
    )
    main(["--site", str(tmp_path), "build", "--now", "2026-05-01T00:00:00Z"])
    assert "leads to no page" not in capsys.readouterr().err
    same(tmp_path / "_site")
