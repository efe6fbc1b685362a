"""Web addresses given to `import` and `attach`: fetched once, and read as the same file from a disk would be."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import call, site_with_a_draft
from local_host import LocalHost, Reply, serving

TEXT = (
    "The lock gate at the south basin was repaired on Tuesday, four days early. Barges pass again, said the port. "
    "The keeper had asked for a new gate since the flood in autumn, and the council agreed to pay for two of them."
)
MORE = "A second gate follows in May, when the dry dock is free."


def page(text: str = TEXT, head: str = "", title: str = "Gate repaired") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1><p>{text}</p><p>{MORE}</p></article></body></html>"
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path / "site")


@pytest.fixture
def host() -> Iterator[LocalHost]:
    with serving({"/gate": Reply(page())}) as found:
        yield found


def written(site: Path) -> dict[str, str]:
    """The briefs of a site by name, but the one that it begins with."""
    files = {p.stem: p.read_text(encoding="utf-8") for p in sorted((site / "briefings").rglob("*.md"))}
    return {name: text for name, text in files.items() if name != "a"}


def everything(site: Path) -> str:
    """All that a site keeps, with the names of its files."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    return "\n".join(f"{path}\n{path.read_bytes().decode('utf-8', 'replace')}" for path in files)


def test_a_page_becomes_a_brief_that_names_its_address(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = call(capsys, site, "import", f"{host.base}/gate#part")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "1 article in 1 address"
    assert host.paths() == ["/gate"]
    [text] = written(site).values()
    assert f"url: {host.base}/gate\n" in text.replace('"', "")
    assert f"file: {host.base}/gate\n" in text.replace('"', "")
    [kept] = (site / "collected").glob("*.txt")
    assert MORE in kept.read_text(encoding="utf-8")


def test_the_same_page_changes_nothing_and_a_changed_one_is_a_new_version(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, site, "import", f"{host.base}/gate")
    before = written(site)
    status, out, _ = call(capsys, site, "import", f"{host.base}/gate")
    [name] = before
    assert (status, written(site)) == (0, before)
    assert f"  known: {host.base}/gate, whole is briefings/undated/{name}.md" in out.splitlines()
    host.replies["/gate"] = Reply(page(TEXT.replace("two", "three")))
    status, out, _ = call(capsys, site, "import", f"{host.base}/gate")
    assert status == 0
    assert f"  updated briefings/undated/{name}.md: its article has a new version" in out.splitlines()
    assert "three of them" in written(site)[name]


def test_what_is_taken_back_comes_again_by_its_address(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, site, "import", f"http://mira:secret@127.0.0.1:{host.port}/gate")
    assert call(capsys, site, "imports", "undo")[0] == 0
    assert written(site) == {}
    _, out, _ = call(capsys, site, "import", f"http://mira:secret@127.0.0.1:{host.port}/gate")
    again = f"briefings import --again {host.base}/gate"
    assert f"        to have it again: {again}" in out.splitlines()
    assert call(capsys, site, *again.split()[1:])[0] == 0
    assert len(written(site)) == 1


def test_a_dry_run_writes_nothing(site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(site)
    status, out, _ = call(capsys, site, "import", "--dry-run", f"{host.base}/gate")
    assert status == 0
    assert "would write briefings/undated/gate-repaired.md" in out
    assert everything(site) == before


def test_user_and_password_are_neither_kept_nor_shown(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    report = site / "report.html"
    address = f"http://mira:s3cret@127.0.0.1:{host.port}"
    for more in ((), ("--json",), ("--report", str(report)), ("--again",)):
        _, out, err = call(capsys, site, "import", *more, f"{address}/gate", f"{address}/none")
        assert "s3cret" not in out + err
        assert "mira" not in out + err
    for command in (("imports", "list"), ("status",), ("check",)):
        _, out, err = call(capsys, site, *command)
        assert "s3cret" not in out + err
    assert "s3cret" not in everything(site)
    assert all(headers["authorization"] for _, _, headers in host.asked)


def test_one_bad_address_stops_nothing_else(site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "quay.txt").write_text(
        "Quay closed\n\nThe quay is closed until the crane has been taken away, said the port.\n"
    )
    inputs = (f"{host.base}/none", str(site / "quay.txt"), f"{host.base}/gate", "ftp://port.example/a", "https://")
    status, out, err = call(capsys, site, "import", "--json", *inputs)
    done = json.loads(out)
    assert status == 1
    assert (done["read"], len(done["created"])) == (2, 2)
    assert done["refused"] == [
        {
            "path": f"{host.base}/none",
            "why": f"`{host.base}/none` cannot be fetched: there is no such page (status 404)",
        },
        {
            "path": "ftp://port.example/a",
            "why": "`ftp://port.example/a` cannot be fetched: `ftp:` is no scheme of the web",
        },
        {"path": "https://", "why": "`https://` cannot be fetched: it is not a whole web address"},
    ]
    assert err.count("error[not-fetched]") == 3
    assert err.startswith("ftp://port.example/a: error[not-fetched]: ")
    _, out, _ = call(capsys, site, "import", *inputs[:3])
    assert out.splitlines()[0] == "2 articles in 1 file and 1 address"


def test_where_nothing_was_fetched_nothing_is_written(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(site / "briefings")
    status, out, _ = call(capsys, site, "import", f"{host.base}/none")
    assert (status, out.splitlines()[0]) == (1, "0 articles in 0 addresses")
    assert f"  not taken: {host.base}/none: `{host.base}/none` cannot be fetched: there is no such page" in out
    assert everything(site / "briefings") == before
    assert not (site / "collected").exists()


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Port Gazette</title><link>/</link>
<item><title>Gate repaired</title><link>/gate</link><description>{text}</description></item>
<item><title>Quay closed</title><link>https://other.example/quay</link><description>{more}</description></item>
</channel></rss>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Port Gazette",
    "items": [{"id": "1", "title": "Gate repaired", "url": "/gate", "content_text": TEXT}],
}
MAIL = f"From: desk@port.example\nTo: a@b.example\nSubject: Gate repaired\nContent-Type: text/plain\n\n{TEXT}\n"
KINDS = {
    "a page by its type alone": (f"<p>{TEXT}</p><p>{MORE}</p>", "text/html", "/x"),
    "a page that is called mere bytes": (page(), "application/octet-stream", "/x"),
    "a page without a type": (page(), "", "/x"),
    "Markdown by its type": (f"# Gate repaired\n\n{TEXT}\n", "text/markdown", "/x"),
    "plain text": (f"Gate repaired\n\n{TEXT}\n", "text/plain", "/x"),
    "a mail": (MAIL, "message/rfc822", "/x"),
    "a feed that is called a page": (FEED.format(text=TEXT, more=MORE * 3), "text/html", "/gate"),
    "a feed": (FEED.format(text=TEXT, more=MORE * 3), "application/rss+xml", "/gate"),
    "a JSON feed": (json.dumps(JSON_FEED), "application/feed+json", "/gate"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_answer_is_and_which_address_its_article_has(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    body, media, path = KINDS[kind]
    host.replies["/x"] = Reply(body, type=media)
    status, _, err = call(capsys, site, "import", f"{host.base}/x")
    assert (status, "error" in err, "warning" in err) == (0, False, False)
    [text] = [text for text in written(site).values() if "lock gate" in text]
    assert f"url: {host.base}{path}\n" in text.replace('"', "")


def test_the_format_that_an_editor_names_counts(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    host.replies["/x"] = Reply(f"<p>{TEXT}</p>", type="text/html")
    assert call(capsys, site, "import", "--from", "text", f"{host.base}/x")[0] == 0
    assert "&lt;p>" in str(written(site)) or "\\<p>" in str(written(site))


CANONICAL = {
    "/other": "/other",
    "{base}/other?a=b": "/other?a=b",
    "https://copy.example/gate": "/x",
    "{base}/": "/x",
    "/": "/x",
    "http://[": "/x",
}


@pytest.mark.parametrize("stated", CANONICAL)
def test_a_page_may_state_another_address_of_its_own_host(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], stated: str
) -> None:
    link = f'<link rel="canonical" href="{stated.format(base=host.base)}">'
    host.replies["/from"] = Reply(status=302, headers={"Location": "/x"})
    host.replies["/x"] = Reply(page(head=link))
    assert call(capsys, site, "import", f"{host.base}/from")[0] == 0
    [text] = written(site).values()
    assert f"url: {host.base}{CANONICAL[stated]}\n" in text.replace('"', "")


WORDS = (
    "A gyűjtőhely őrzői kedden megjavították a zsilipkaput, és a kikötő szerint az uszályok ismét átkelhetnek rajta."
)
CHARSETS = {
    "by the server": ("iso-8859-2", "text/html; charset=ISO-8859-2", ""),
    "by the server in quotes": ("iso-8859-2", "TEXT/HTML ; Charset='ISO-8859-2'", ""),
    "by the server after other parameters": ("iso-8859-2", "text/html; x=y; charset = iso-8859-2", ""),
    "by the page": ("iso-8859-2", "text/html", '<meta charset="iso-8859-2">'),
    "by the page in the old way": (
        "cp1250",
        "text/html",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
    ),
    "wrongly": ("utf-8", "text/html; charset=iso-8859-1", ""),
    "twice": ("iso-8859-2", 'text/html; charset="iso-8859-2"', '<meta charset="utf-8">'),
    "by a name that nobody knows": ("utf-8", "text/html; charset=x-none", ""),
    "by a name that is no text": ("utf-8", "text/html; charset=hex", ""),
}


@pytest.mark.parametrize("kind", CHARSETS)
def test_a_declared_encoding_counts_where_it_fits(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    codec, media, head = CHARSETS[kind]
    host.replies["/hu"] = Reply(page(WORDS, head).encode(codec), type=media)
    status, _, err = call(capsys, site, "import", f"{host.base}/hu")
    assert (status, err) == (0, "")
    [text] = written(site).values()
    assert WORDS in text


def test_a_feed_is_read_in_the_encoding_that_its_server_declares(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = FEED.format(text=WORDS, more=MORE).encode("iso-8859-2")
    host.replies["/feed"] = Reply(feed, type="application/rss+xml; charset=iso-8859-2")
    assert call(capsys, site, "import", f"{host.base}/feed")[0] == 0
    assert WORDS in str(written(site))


def test_attach_fetches_the_text_of_the_source_that_is_at_the_address(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    host.replies["/short"] = Reply(status=301, headers={"Location": "/gate"})
    (site / "briefings" / "a.md").write_text(
        "---\ntitle: The gate\nsummary: In short.\ndate: 2026-04-30\n"
        "key_points:\n  - {text: It works., quote: Barges pass again, source: 2}\n"
        'sources:\n  - {outlet: Other, url: "https://other.example/"}\n'
        f'  - {{outlet: Port Gazette, url: "{host.base}/short"}}\n---\nWe say little.\n',
        encoding="utf-8",
    )
    status, out, err = call(capsys, site, "attach", "a", f"http://mira:s3cret@127.0.0.1:{host.port}/short")
    assert (status, err) == (0, "")
    assert out == "the text of source 2, Port Gazette, is kept: 1 of 1 quote found in it\n"
    assert "s3cret" not in everything(site)
    assert list(written(site)) == []
    status, out, err = call(capsys, site, "attach", "a", f"{host.base}/none")
    assert (status, out) == (1, "")
    assert err.splitlines()[0].endswith(f"`{host.base}/none` cannot be fetched: there is no such page (status 404)")
    host.replies["/elsewhere"] = Reply(page())
    status, out, err = call(capsys, site, "attach", "a", "--source", "1", f"{host.base}/elsewhere")
    assert status == 1
    assert f"the text is that of `{host.base}/elsewhere`, and source 1 is `https://other.example/`" in err


@pytest.mark.parametrize("typed", ["<{}>", " {} ", '"{}"', "“{}”", "„{}“", "«{}»", "({})"])
def test_an_address_is_read_without_the_signs_around_it(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert call(capsys, site, "import", typed.format(f"{host.base}/gate"))[0] == 0
    assert host.paths() == ["/gate"]


@pytest.mark.parametrize("typed", ["https:/port.example/gate", "http:port.example", "HTTPS:/port.example"])
def test_an_address_with_too_few_slashes_is_no_path(site: Path, capsys: pytest.CaptureFixture[str], typed: str) -> None:
    status, _, err = call(capsys, site, "import", typed)
    assert (status, err) == (
        1,
        f"{typed}: error[not-fetched]: `{typed}` cannot be fetched: it is not a whole web address\n"
        "  help: copy it whole from the browser\n",
    )


def test_an_address_that_is_named_often_is_fetched_once(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    spellings = (f"{host.base}/gate", f"{host.base}/gate#part", f"HTTP://127.0.0.1:{host.port}/gate")
    _, out, _ = call(capsys, site, "import", *spellings)
    assert out.splitlines()[0] == "1 article in 1 address"
    assert host.paths() == ["/gate"]


def test_addresses_that_are_taken_for_files_are_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = call(capsys, site, "import", "www.port.example/gate", "nothing-here-*.html")
    assert status == 1
    assert "  help: put `https://` before a web address: `https://www.port.example/gate`" in err.splitlines()
    assert "  help: no file has such a name" in err.splitlines()
