"""People: who wrote and who reviewed a brief, on pages, in feeds and in data; of held briefs nobody."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import call
from small_site import BASE, Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.content.registry import parse_people
from annotated_briefings.preview.editor.names import suggested_names
from annotated_briefings.project.derive import DeriveOptions, derive_site

PEOPLE = """\
rosa-lind:
  name: Rosa Lind
  initials: RL
  role: Energy editor
  description: Writes about power from the sea.
  page: https://lind.example/
  mail: rosa@desk.example
tk: {name: "Tomas <Kern> & Daughter", mail: tomas@desk.example, show_mail: true}
samira: {name: سميرة الحسن, initials: SH}
held: {name: Hanna Heldover, initials: HH, role: Secret correspondent, mail: hanna@desk.example, show_mail: true}
"""
NOW = datetime(2026, 5, 1, tzinfo=UTC)
NOTE = "annotations: [{quote: paragraph, author: RL, date: 2026-04-20, note: Remark.}]"


def fill(case: Case) -> Case:
    case.write("briefings/people.yaml", PEOPLE)
    case.brief("one", f"title: First\ndate: 2026-04-10\nauthor: RL\nreviewed_by: [tk]\n{NOTE}")
    case.brief("three", "title: Second\ndate: 2026-04-09\nauthor: [rosa lind, TK, سميرة الحسن, RL, A. Guest]\nlang: ar")
    case.brief("none", "title: Third\ndate: 2026-04-08")
    return case


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    settings = f"title: Case\nbase_url: {BASE}\ntopic_feed_from: 2\n"
    return fill(Case(tmp_path_factory.mktemp("people"), settings)).build().files()


def page(site: dict[str, bytes], path: str) -> str:
    return site[path].decode()


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def byline(site: dict[str, bytes], slug: str) -> str:
    found = re.search(r'<p class="byline">(.*?)</p>', page(site, f"briefs/{slug}/index.html"), re.DOTALL)
    return plain(found[1]) if found else ""


def test_a_brief_tells_who_wrote_and_who_reviewed_it(site: dict[str, bytes]) -> None:
    assert byline(site, "one") == "By Rosa Lind Reviewed by Tomas &lt;Kern&gt; &amp; Daughter"
    assert byline(site, "none") == ""
    html = page(site, "briefs/one/index.html")
    assert '<a href="../../people/rosa-lind/" rel="author" dir="auto">Rosa Lind</a>' in html
    assert '<meta name="author" content="Rosa Lind">' in html


def test_each_is_named_once_in_the_words_of_the_brief_and_guests_have_no_page(site: dict[str, bytes]) -> None:
    assert byline(site, "three") == "بقلم Rosa Lind، Tomas &lt;Kern&gt; &amp; Daughter، سميرة الحسن، A. Guest"
    assert "<bdi>A. Guest</bdi>" in page(site, "briefs/three/index.html")


def test_people_have_pages_and_a_list(site: dict[str, bytes]) -> None:
    assert {path for path in site if path.startswith("people/")} == {
        "people/index.html",
        "people/rosa-lind/feed.json",
        "people/rosa-lind/feed.xml",
        "people/rosa-lind/index.html",
        "people/samira/index.html",
        "people/tk/index.html",
    }
    listed = page(site, "people/index.html").split('<ul class="people">')[1].split("</ul>")[0]
    rosa_in_list = "Rosa Lind Energy editor 2 briefs"
    assert plain(listed) == f"{rosa_in_list} Tomas &lt;Kern&gt; &amp; Daughter 1 brief سميرة الحسن 1 brief"
    rosa = page(site, "people/rosa-lind/index.html")
    for text in ("Energy editor", "Writes about power from the sea.", "https://lind.example/"):
        assert text in rosa
    assert '<a href="../../notes/by/rl/">1\u00a0note</a>' in rosa
    assert rosa.index("First") < rosa.index("Second")
    tomas = page(site, "people/tk/index.html")
    assert "First" in tomas.split('id="reviewed"')[1]
    assert 'href="people/"' in page(site, "index.html")
    assert f"{BASE}/people/" in page(site, "llms.txt")
    assert f"{BASE}/people/rosa-lind/" in page(site, "sitemap.xml")


def test_who_wrote_enough_briefs_has_feeds(site: dict[str, bytes]) -> None:
    feed = page(site, "people/rosa-lind/feed.xml")
    assert re.findall(r"<title[^>]*>(.*?)</title>", feed) == ["Case: Rosa Lind", "First", "Second"]
    assert '<a href="../../people/rosa-lind/feed.xml" type="application/atom+xml">Atom</a>' in page(
        site, "people/rosa-lind/index.html"
    )
    assert f'xmlUrl="{BASE}/people/rosa-lind/feed.xml"' in page(site, "opml.xml")
    assert "feed" not in page(site, "people/tk/index.html").split("<footer")[0].split("<main")[1]


def test_a_mail_address_is_published_only_where_the_list_says_so(site: dict[str, bytes]) -> None:
    assert [path for path, data in site.items() if b"rosa@desk.example" in data] == []
    assert {path for path, data in site.items() if b"tomas@desk.example" in data} >= {"people/tk/index.html"}


def test_feeds_data_twins_and_search_name_the_writers(site: dict[str, bytes]) -> None:
    url = f"{BASE}/people/rosa-lind/"
    assert f"<author><name>Rosa Lind</name><uri>{url}</uri></author>" in page(site, "feed.xml")
    assert "<author><name>A. Guest</name></author>" in page(site, "feed.xml")
    assert "<dc:creator>Tomas &lt;Kern&gt; &amp; Daughter</dc:creator>" in page(site, "rss.xml")
    items = json.loads(site["feed.json"])["items"]
    assert [item.get("authors") for item in items] == [
        [{"name": "Rosa Lind", "url": url}],
        [
            {"name": "Rosa Lind", "url": url},
            {"name": "Tomas <Kern> & Daughter", "url": f"{BASE}/people/tk/"},
            {"name": "سميرة الحسن", "url": f"{BASE}/people/samira/"},
            {"name": "A. Guest"},
        ],
        None,
    ]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(site, "briefs/one/index.html"))
    assert data
    article = json.loads(data[1])
    assert article["author"] == [
        {"@type": "Person", "@id": url, "name": "Rosa Lind", "jobTitle": "Energy editor", "url": url,
         "sameAs": "https://lind.example/"}
    ]  # fmt: skip
    assert [who["name"] for who in article["editor"]] == ["Tomas <Kern> & Daughter"]
    twin = page(site, "briefs/one/index.md")
    assert 'author: ["Rosa Lind"]\nreviewed_by: ["Tomas <Kern> & Daughter"]\n' in twin


@pytest.mark.parametrize(
    "held", ["draft: true", "publish_at: 2099-01-01T00:00:00Z", "embargo_until: 2099-01-01T00:00:00Z", "draft: perhaps"]
)
@pytest.mark.parametrize("field", ["author", "reviewed_by"])
def test_somebody_whose_briefs_are_all_held_leaves_no_trace(tmp_path: Path, held: str, field: str) -> None:
    without = fill(Case(tmp_path / "without"))
    without.write("briefings/people.yaml", "".join(line for line in PEOPLE.splitlines(True) if "Heldover" not in line))
    case = fill(Case(tmp_path / "with"))
    case.brief("held", f"title: Held\ndate: 2026-04-11\n{field}: [HH, Gustav Guest]\n{held}")
    assert case.build().files() == without.build().files()


def test_a_draft_note_makes_no_page_of_its_writer(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    case.brief("noted", "title: N\nannotations: [{quote: paragraph, author: HH, status: draft, note: Remark.}]")
    assert [path for path, data in case.build().files().items() if b"Heldover" in data or "held" in path] == []


def test_the_signature_of_a_note_leads_to_the_page_of_who_wrote_it(case: Case) -> None:
    """On the brief and in lists of notes, under whatever name; guests have no page."""
    case.write("briefings/people.yaml", PEOPLE)
    signed = {"RL": "rosa-lind", "Rosa Lind": "rosa-lind", "rosa-lind": "rosa-lind", "SH": "samira", "A. Guest": ""}
    for number, author in enumerate(signed):
        note = f"annotations: [{{quote: paragraph, author: {author}, note: Remark.}}]"
        case.brief(f"b{number}", f"title: Brief {number}\ndate: 2026-04-10\n{note}")
    case.build()
    pages = [case.page(f"briefs/b{number}/index.html") for number in range(len(signed))]
    for shown in (pages, [case.page("notes/index.html")]):
        feet = [foot for page in shown for foot in page.select(".note-foot > span:first-child")]
        found = {foot.get_text(): [str(link["href"]) for link in foot.select("a")] for foot in feet}
        ends = {author: [re.sub(r"^[./]*people/", "", link).strip("/") for link in found[author]] for author in found}
        assert ends == {author: [slug] if slug else [] for author, slug in signed.items()}
    assert all(case.page(f"people/{slug}/index.html").h1 for slug in signed.values() if slug)


def test_a_site_without_people_has_no_list_of_them(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.brief("one", "title: First\ndate: 2026-04-10\nauthor: [RL, Ann Reed]")
    files = case.build().files()
    assert [path for path in files if path.startswith("people/")] == []
    assert byline(files, "one") == "By RL, Ann Reed"
    assert case.reported("unknown-person") == []


def test_what_is_wrong_with_the_list_is_told_at_its_place() -> None:
    text = "rl:\n  name: Rosa\n  mail: rosa at desk\n  web: https://x.example/\n  show_mail: maybe\nA B: {name: X}\n"
    people, found = parse_people(Source("briefings/people.yaml", text))
    messages = [line for one in found for line in (show(one).splitlines()[0], one.help)]
    where = "briefings/people.yaml"
    assert messages == [
        f"{where}:6:1: error[wrong-type]: `A B` cannot be used in an address",
        "write the id as `a-b`",
        f"{where}:3:9: error[wrong-type]: `rosa at desk` is no mail address",
        "write it as `name@example.org`",
        f"{where}:5:14: error[wrong-type]: `show_mail` must be `true` or `false`",
        "write `show_mail: true` or `show_mail: false`",
        f"{where}:4:3: warning[unknown-key]: unknown key `web`",
        "what is known here: `description`, `initials`, `mail`, `name`, `page`, `role`, `show_mail`",
    ]
    assert [person.id for person in people] == ["rl"]


def test_people_are_declared_and_listed_by_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Case(tmp_path)
    add = ("people", "add", "Rosa Lind", "--initials", "RL", "--role", "Editor")
    assert call(capsys, tmp_path, *add, "--dry-run")[0] == 0
    assert not (tmp_path / "briefings" / "people.yaml").exists()
    assert call(capsys, tmp_path, *add)[0] == 0
    assert call(capsys, tmp_path, "people", "add", "Tomas Kern")[0] == 0
    assert (tmp_path / "briefings" / "people.yaml").read_text(encoding="utf-8") == (
        "rosa-lind: {name: Rosa Lind, initials: RL, role: Editor}\ntomas-kern: {name: Tomas Kern}\n"
    )
    assert call(capsys, tmp_path, "people", "list")[1] == (
        "rosa-lind   RL  Rosa Lind, Editor\ntomas-kern      Tomas Kern\n2 people\n"
    )
    assert json.loads(call(capsys, tmp_path, "people", "list", "--json")[1])[0] == {
        "id": "rosa-lind",
        "name": "Rosa Lind",
        "initials": "RL",
        "role": "Editor",
    }
    status, _, err = call(capsys, tmp_path, "people", "add", "Rita Long", "--initials", "rl")
    assert (status, err) == (
        1,
        "briefings/people.yaml: error[refused-change]: the initials `rl` are those of Rosa Lind\n"
        "  help: choose other ones\n",
    )
    assert call(capsys, tmp_path, "people", "list")[1].endswith("2 people\n")


def test_the_desk_suggests_people_for_all_fields_that_name_them(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    derived = derive_site(case.root, DeriveOptions(case.root, NOW, drafts=True))
    assert [(one.value, one.label) for one in suggested_names(derived, "author", "ros")] == [
        ("RL", "Rosa Lind, Energy editor")
    ]
