"""The leak check: no sentence of what is not public is published, whichever field it is in and wherever it turns up."""

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from media_files import word
from sampled import met
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_table import Field, Table, TextUse
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.content.entry_fields import ANNOTATION
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import example_of
from annotated_briefings.output.assets import ROOT
from annotated_briefings.output.leaks import Watch
from annotated_briefings.site.exports.search_records import record_of

NOW = datetime(2026, 5, 1, tzinfo=UTC)
HELD = {
    "draft": "draft: true",
    "embargo": "embargo_until: 2026-06-01T00:00:00Z",
    "planned": "publish_at: 2026-06-01T00:00:00Z",
    "expired": "expires_at: 2026-04-01T00:00:00Z",
}
"""What holds a brief back."""


def texts(table: Table, above: str = "") -> Iterator[str]:
    """The fields whose text readers would see, nested ones by their whole path."""
    for field in table:
        path = f"{above}{field.name}"
        if field.inner:
            yield from texts(field.inner, f"{path}.")
        elif field.shown is TextUse.TEXT:
            yield path


FIELDS = tuple(texts(BRIEF))
NOTE_FIELDS = tuple(texts(ANNOTATION, "annotations."))


def sentence(path: str) -> str:
    """A sentence that stands nowhere else."""
    name = path.replace(".", "x").replace("_", "z")
    return f"Nobody in Vellmar knows of {name}quorv as yet."


def value(field: Field, path: str, planted: Callable[[str], str | None]) -> str:
    """A field in YAML, with what is planted in it or in its entries."""
    if field.inner:
        entry = ", ".join(f"{one.name}: {value(one, f'{path}.{one.name}', planted)}" for one in field.inner)
        return f"[{{{entry}}}]" if field.kind.widget == "groups" else f"{{{entry}}}"
    text = planted(path)
    return example_of(field) if text is None else json.dumps(text)


def brief(hold: str, planted: Callable[[str], str | None], body: str = "A text.") -> str:
    skipped = {"draft", "publish_at", "embargo_until", "expires_at", "imported", "slug", "redirect_from"}
    lines = [f"{field.name}: {value(field, field.name, planted)}" for field in BRIEF if field.name not in skipped]
    return "\n".join(["---", *lines, hold, "---", "", body, ""])


class Site:
    """A small site with one public brief."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("site.yaml", "title: Vellmar\nbase_url: https://vellmar.example\nsocial_images: false\n")
        self.write(
            "briefings/open.md", "---\ntitle: The market opens\ndate: 2026-04-01\nsummary: It does.\n---\nOpen.\n"
        )

    def write(self, path: str, text: str, encoding: str = "utf-8") -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding=encoding)

    def build(self) -> BuildReport:
        return build(BuildRequest(self.root, NOW, search=False))

    def leaks(self) -> list[str]:
        """The names of files that hold what is not public, and a look that nothing was written."""
        report = self.build()
        found = [show(one) for one in report.diagnostics if one.code == "leak"]
        if found:
            assert all("error[leak]" in text for text in found)
            assert report.written == 0
            assert not [path for path in (self.root / "_site").rglob("*") if path.is_file()]
        return sorted(text.partition("error[leak]: ")[2].split()[0] for text in found)

    def leaks_again(self) -> list[str]:
        """The same after an edit, and a look that a clean build finds the same."""

        def found(clean: bool) -> list[str]:
            report = build(BuildRequest(self.root, NOW, search=False, clean=clean))
            return sorted(one.message.split()[0] for one in report.diagnostics if one.code == "leak")

        edited = found(clean=False)
        assert edited == found(clean=True)
        return edited


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.mark.parametrize("hold", HELD.values(), ids=HELD)
def test_a_sentence_of_any_field_of_a_brief_that_is_held_back_is_found(site: Site, hold: str) -> None:
    site.write("briefings/held.md", brief(hold, lambda path: sentence(path) if path in FIELDS else None))
    for path in FIELDS:
        site.write(f"static/{path}.txt", f"As we hear: {sentence(path)} So it goes.")
    found = site.leaks()
    assert [name.rsplit(".", 2)[0] for name in found] == sorted(FIELDS)


@pytest.mark.parametrize("hold", HELD.values(), ids=HELD)
def test_any_sentence_of_a_longer_text_is_found(site: Site, hold: str) -> None:
    def planted(path: str) -> str | None:
        return f"It is so. {sentence(path)} More will be known when the autumn comes." if path in FIELDS else None

    site.write("briefings/held.md", brief(hold, planted))
    for path in FIELDS:
        site.write(f"static/{path}.txt", f"Before. {sentence(path)} After.")
    assert [name.rsplit(".", 2)[0] for name in site.leaks()] == sorted(FIELDS)


def test_any_sentence_of_a_page_of_text_is_found(site: Site) -> None:
    result = [[f"Sentence {n} of part {m} tells of ship{n}x{m} and its cargo." for n in range(5)] for m in range(40)]
    site.write("briefings/held.md", brief(HELD["draft"], lambda _: None, "\n\n".join(map(" ".join, result))))
    for part, place in ((0, 0), (17, 3), (39, 4)):
        site.write(f"static/{part}.txt", result[part][place])
    assert [name.split(".")[0] for name in site.leaks()] == ["0", "17", "39"]


def test_every_text_of_a_draft_note_on_a_public_brief_is_found(site: Site) -> None:
    inner = ", ".join(f"{path.partition('.')[2]}: {json.dumps(sentence(path))}" for path in NOTE_FIELDS)
    site.write("briefings/noted.md", f"---\ntitle: A\nannotations: [{{{inner}, status: draft}}]\n---\nA text.\n")
    for path in NOTE_FIELDS:
        site.write(f"static/{path}.txt", sentence(path))
    assert [name.rsplit(".", 2)[0] for name in site.leaks()] == sorted(NOTE_FIELDS)


def test_a_draft_note_may_quote_its_public_brief(site: Site) -> None:
    quote = "The council met in the old hall by the river."
    note = f"{{quote: {quote}, status: draft, note: Was that the hall which burned down in March?}}"
    site.write("briefings/noted.md", f"---\ntitle: A\nannotations: [{note}]\n---\nAnd so. {quote} It rained.\n")
    site.write("static/quote.txt", quote)
    assert site.leaks() == []


def test_every_file_of_the_output_is_searched_and_what_is_packed_or_drawn_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: dict[str, str] = {}
    look = Watch.hits_of

    def noted(self: Watch, path: str, text: bytes, *, again: bool = False) -> tuple[int, ...]:
        searched[path] = text.decode()
        return look(self, path, text, again=again)

    monkeypatch.setattr(Watch, "hits_of", noted)
    site = Case(tmp_path)
    site.brief("held", "title: The council sells the quay\ndraft: true")
    site.brief("open", "title: The market opens\ndate: 2026-04-30\nredirect_from: [/old/]", "Early and loud.")
    site.write("static/a.css", "a { color: red }")
    site.write(f"static/{ROOT}ads.txt", "none")
    site.write("static/p.pdf", "%PDF-1.4")
    files = site.build(search=True).files()
    assert set(files) - set(searched) == set()
    assert {"_headers", "_redirects", "briefs/open/card.png", "old/index.html", "ads.txt"} <= set(files)
    assert "The market opens" in searched["briefs/open/card.png"]
    assert "Early and loud." in searched["/briefs/open/"], "the record for the search"
    assert not site.reported("leak")


def test_a_leak_into_the_search_index_alone_is_found_before_it_is_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "The council will sell the quay in autumn."
    monkeypatch.setattr(
        "annotated_briefings.build.search_index.record_of",
        lambda context, text: replace(record_of(context, text), text=(words,)),
    )
    site = Case(tmp_path)
    site.brief("held", f"title: Held\ndraft: true\nwhat_next: {words}")
    site.brief("open", "title: The market opens\ndate: 2026-04-30")
    assert site.build(search=True).reported("leak") == [
        f"briefings/held.md: error[leak]: the search index would hold `{words}`, which is not public"
    ]
    assert site.files() == {}


SECRET = 'The Groß family sells "Quorvex & Sons" to nobody; it\'s over.'
SHAPES: dict[str, tuple[str, str]] = {
    "text": ("leak.txt", SECRET),
    "capital ending": ("LEAK.TXT", SECRET),
    "table": ("leak.csv", f"1;{SECRET}\n"),
    "script": ("leak.js", f"show({json.dumps(SECRET)})"),
    "subtitles": ("leak.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{SECRET}\n"),
    "JSON in ASCII": ("leak.json", json.dumps({"a": [SECRET]})),
    "JSON in UTF-8": ("leak.json", json.dumps({"a": [SECRET]}, ensure_ascii=False)),
    "broken JSON": ("leak.json", f"{{'a': {json.dumps(SECRET)},"),
    "JSON Lines": ("leak.jsonl", f"{json.dumps(SECRET)}\n{json.dumps('x')}\n"),
    "YAML": ("leak.yaml", f"a: {json.dumps(SECRET)}\n"),
    "picture": ("leak.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><text>{escape(SECRET)}</text></svg>"),
    "tags": ("leak.html", SECRET.replace("sells", "<em>sells</em>").replace("&", "&amp;")),
    "attribute": ("leak.html", f'<img alt="{SECRET.replace("&", "&amp;").replace(chr(34), "&quot;")}">'),
    "named characters": ("leak.html", SECRET.replace("ß", "&szlig;").replace("&", "&amp;").replace("&amp;s", "&s")),
    "numbered characters": ("leak.html", "".join(f"&#{ord(c)};" for c in SECRET)),
    "HTML in XML": (
        "leak.xml",
        "&lt;p&gt;" + SECRET.replace("sells", "&lt;b&gt;sells&lt;/b&gt;").replace("& ", "&amp;amp; "),
    ),
    "line ends": ("leak.txt", SECRET.replace(" ", "\n")),
    "cells": ("leak.html", "".join(f"<td>{escape(word)}</td>" for word in SECRET.split())),
    "capitals": ("leak.txt", SECRET.upper()),
    "soft hyphens": ("leak.txt", "\u00ad".join(SECRET)),
    "an address": ("leak.html", f'<a href="https://x.example/?text={quote(SECRET)}">x</a>'),
    "other quotation marks": ("leak.txt", SECRET.replace('"', "”").replace("'", "’")),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sentence_is_found_however_it_is_written(site: Site, shape: str) -> None:
    name, text = SHAPES[shape]
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: SECRET if path == "what_next" else None))
    site.write(f"static/{name}", text)
    assert [found.lower().split(".")[0] for found in site.leaks()] == ["leak"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_sentence_is_found_in_a_file_of_another_encoding(site: Site, encoding: str) -> None:
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: SECRET if path == "what_next" else None))
    site.write("static/leak.csv", f"1;{SECRET}\n", encoding)
    assert [found.split(".")[0] for found in site.leaks()] == ["leak"]


@pytest.mark.parametrize("name", ["a.docx", "a.eml", "a.rtf", "a.csv.gz", "deep/a.dat"])
def test_a_sentence_is_found_in_a_file_that_is_no_plain_text(site: Site, name: str) -> None:
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: SECRET if path == "what_next" else None))
    mail = EmailMessage()
    mail.set_content(SECRET, cte="base64")
    made = {
        "docx": word(f"<w:p><w:t>{escape(SECRET)}</w:t></w:p>".encode()),
        "eml": b"From: a@x.example\n" + mail.as_bytes(),
        "rtf": f"{{\\rtf1 {SECRET}}}".replace("a", "\\'61").encode(),
        "gz": gzip.compress(SECRET.encode("utf-16")),
        "dat": SECRET.encode(),
    }
    place = site.root / "static" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made[name.rpartition(".")[2]])
    assert [found.split(".")[0] for found in site.leaks()] == [name.split(".")[0]]
    # Nothing was read again, and the file is still known to hold it.
    assert len(site.leaks()) == 1


@pytest.mark.parametrize("text", ["市议会秋天将出售旧码头。", "桟橋は秋に売却される。", "码头将出售"])
def test_a_short_sentence_without_blanks_is_found(site: Site, text: str) -> None:
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: text if path == "title" else None))
    site.write("static/leak.txt", f"据悉{text}此外，明天下雨。")
    assert [found.split(".")[0] for found in site.leaks()] == ([] if len(text) < 6 else ["leak"])


def test_a_sentence_in_a_template_is_found(site: Site) -> None:
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: SECRET if path == "unknowns" else None))
    site.write(
        "templates/404.html", f'{{% extends "default:404.html" %}}{{% block main %}}<p>{SECRET}</p>{{% endblock %}}'
    )
    assert site.leaks() == ["404.html"]


def test_what_a_public_brief_says_too_is_no_leak(site: Site) -> None:
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: sentence(path) if path in FIELDS else None))
    result = {path: sentence(path) for path in FIELDS} | {"annotations.status": "public"}
    public = brief("draft: false", result.get)
    site.write("briefings/public.md", public)
    for path in FIELDS:
        site.write(f"static/{path}.txt", sentence(path))
    assert site.leaks() == []


SHARED = "The Tideworks yard will be bought by the Gridworks bank for a penny."
DRAFT = f"---\ntitle: The penny sale of the yard\ndraft: true\n---\n{SHARED}\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("briefings/open.md", f"---\ntitle: Band on the quay\ndate: 2023-01-01\n---\nThe band plays.\n\n{SHARED}\n", 1),
        (
            "briefings/open.md",
            f"---\ntitle: Band on the quay\ndate: 2023-01-01\nsummary: {SHARED}\n---\nIt plays.\n",
            1,
        ),
        ("pages/about.md", f"---\ntitle: About us\n---\n{SHARED}\n", 4),
        ("pages/about.md", "---\ntitle: The penny sale of the yard\n---\nHello.\n", 2),
        ("site.yaml", f"title: Vellmar\nbase_url: https://vellmar.example\ndescription: {SHARED}\n", 3),
    ],
)
def test_words_of_a_draft_that_a_public_text_has_are_named_with_both_places(
    site: Site, path: str, text: str, line: int
) -> None:
    site.write("briefings/held.md", DRAFT)
    site.write(path, text)
    report = site.build()
    messages = [show(one) for one in report.diagnostics if one.code == "shared-words"]
    assert len(messages) == 1
    assert messages[0].startswith(f"{path}:{line}:1: warning[shared-words]: `")
    assert "` is also in briefings/held.md, which is not public\n" in messages[0]
    assert messages[0].endswith("help: take it out here if readers are not to know it yet")
    assert not any(one.code == "leak" for one in report.diagnostics)


def test_words_that_two_drafts_share_and_those_of_a_public_brief_alone_are_not_named(site: Site) -> None:
    site.write("briefings/held.md", DRAFT)
    site.write("briefings/other.md", DRAFT.replace("penny sale", "sale"))
    site.write("briefings/open.md", "---\ntitle: Band on the quay\ndate: 2023-01-01\n---\nThe band plays here.\n")
    assert not any(one.code == "shared-words" for one in site.build().diagnostics)


def test_names_that_many_pages_share_are_not_looked_for(site: Site) -> None:
    name = "Vellmar Institute for the Study of Tides"
    names = ("sources.outlet", "sources.author", "image.credit", "annotations.author", "tags", "entities.about")
    site.write("briefings/held.md", brief(HELD["draft"], lambda path: name if path in names else None))
    site.write("static/about.txt", f"We thank the {name} for its help.")
    assert site.leaks() == []


@pytest.mark.parametrize(
    ("file", "key"),
    [("entities", "ferry:\n  name: Ferry"), ("tags", "open:\n  label: Open"), ("stories", "s:\n  title: S")],
)
def test_what_is_said_of_an_entity_a_tag_or_a_story_makes_no_words_of_a_held_brief_public(
    file: str, key: str, tmp_path: Path
) -> None:
    words = "The harbour master will lose his post in the autumn of this year."
    site = Case(tmp_path)
    site.brief("held", f"title: Held\ndate: 2026-04-30\ndraft: true\nwhy_it_matters: {words}")
    site.brief("b", "title: B\ndate: 2026-04-30\nentities: [Ferry]\ntags: [open]\nstory: s")
    site.write(f"briefings/{file}.yaml", f"{key}\n  description: {words}\n")
    assert site.build().reported("leak") != []
    assert site.files() == {}


HEADLINE, ADDRESS = "Board sacks Quorvex", "quorvex-leaves-the-board"
PLACES: dict[str, tuple[str, str]] = {
    "an old address of a public brief": ("redirect_from: [/news/{slug}/]", ""),
    "the old headline as an old address": ("redirect_from: [/news/{title}/]", ""),
    "a former name of an entity": (
        "entities: [Ferry]",
        "briefings/entities.yaml|ferry: {{name: Ferry, was: [{title}]}}",
    ),
    "another name of an entity": (
        "entities: [Ferry]",
        "briefings/entities.yaml|ferry: {{name: Ferry, aliases: [{title}]}}",
    ),
    "the id of an entity": ("entities: [Ferry]", "briefings/entities.yaml|{slug}: {{name: Ferry}}"),
    "another name of a tag": ("tags: [port]", "briefings/tags.yaml|port: {{label: Port, aliases: [{title}]}}"),
    "the description of a tag": ("tags: [port]", "briefings/tags.yaml|port: {{label: Port, description: {title}}}"),
    "the title of a story": ("story: s", "briefings/stories.yaml|s: {{title: {title}}}"),
    "the id of a story": ("story: {slug}", ""),
    "the name of a picture": (
        "image: {{src: {slug}.svg, alt: A}}",
        "briefings/{slug}.svg|<svg xmlns='http://www.w3.org/2000/svg'/>",
    ),
    "the words beside a picture": (
        "image: {{src: a.svg, alt: {title}}}",
        "briefings/a.svg|<svg xmlns='http://www.w3.org/2000/svg'/>",
    ),
    "the name of a static file": ("", "static/{slug}.pdf|x"),
    "redirects of a host": ("", "static/_redirects|/old /briefs/{slug}/ 301"),
    "a map of a server": ("", "static/nginx.conf|rewrite ^/old /briefs/{slug}/;"),
    "a file without an ending": ("", f"static/{ROOT}NOTES|{{title}}"),
    "a file for a host": ("", "static/.well-known/notes|{title}"),
}
"""Where else a headline or an address may be written: fields of a public brief, and a file beside it."""


@pytest.mark.parametrize(("place", "hold"), met(PLACES, [*HELD.values(), "freigabe: nein"]))
def test_a_headline_or_address_that_is_held_back_is_found_wherever_it_goes_out(
    site: Site, place: str, hold: str
) -> None:
    words = {"title": HEADLINE, "slug": ADDRESS}
    line, file = (text.format(**words) for text in PLACES[place])
    site.write("briefings/h.md", f"---\ntitle: {HEADLINE}\nslug: {ADDRESS}\ndate: 2026-04-01\n{hold}\n---\nSo.\n")
    site.write("briefings/p.md", f"---\ntitle: The port opens\ndate: 2026-04-01\n{line}\n---\nFerry.\n")
    if file:
        site.write(*file.split("|", 1))
    assert site.leaks()


@pytest.mark.parametrize("place", PLACES)
def test_a_headline_that_a_public_brief_says_too_is_no_leak(site: Site, place: str) -> None:
    words = {"title": HEADLINE, "slug": "board-sacks-quorvex"}
    line, file = (text.format(**words) for text in PLACES[place])
    site.write("briefings/h.md", f"---\ntitle: {HEADLINE}\ndate: 2026-04-01\ndraft: true\n---\nSo.\n")
    site.write("briefings/p.md", f"---\ntitle: Port\ndate: 2026-04-01\n{line}\n---\n{HEADLINE}. Ferry.\n")
    if file:
        site.write(*file.split("|", 1))
    assert site.leaks() == []


SHORT = "Quay strike"
SHOWN_WHOLE = {
    "a heading": ("a.html", "<h2>{}</h2>"),
    "a heading with a mark": ("a.html", "<h3 class='x'>\n  <em>{}</em>!\n</h3>"),
    "a link": ("a.html", "<p>See <a href='/x/'>{}</a>.</p>"),
    "a link around a heading": ("a.html", "<a href='/x/'><h3>{}</h3><span>May</span></a>"),
    "the title of a page": ("a.html", "<title>{} – Vellmar</title>"),
    "a picture": ("a.html", "<img src='a.png' alt='{}'>"),
    "a card": ("a.html", '<meta property="og:title" content="{}">'),
    "a feed": ("a.xml", "<entry><title type='html'>{}</title></entry>"),
    "a feed with marks": ("a.xml", "<item><title><![CDATA[{}]]></title></item>"),
    "HTML in a feed": ("a.xml", "<content>&lt;h1&gt;{}&lt;/h1&gt;</content>"),
    "an outline": ("a.xml", "<outline text='{}' type='rss'/>"),
    "JSON": ("a.json", '{{"items": [{{"title": "{}"}}]}}'),
    "a drawing": ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>{}</text></svg>"),
    "Markdown": ("a.md", "# {}"),
    "a list of links": ("a.txt", "- [{}](/x/)"),
    "capitals": ("a.html", "<h1>QUAY STRIKE</h1>"),
    "an address": ("_redirects", "/a /news/quay-strike/ 301"),
    "the name of a file": ("quay-strike.pdf", "x"),
}
"""Files that show a short title as a whole title."""
IN_PROSE = {
    "a sentence": ("a.html", "<p>A {} is near.</p>"),
    "a mark in a sentence": ("a.html", "<p>The <em>{}</em> may come.</p>"),
    "a longer heading": ("a.html", "<h2>{} in Lund ends</h2>"),
    "a longer link": ("a.html", "<a href='/x/'>More on the {}</a>"),
    "text": ("a.txt", "There was a {} in 1973."),
    "JSON": ("a.json", '{{"body": "{}"}}'),
    "a longer address": ("_redirects", "/a /news/quay-strike-of-1973/ 301"),
}
"""Files that hold its words."""


def short_site(site: Site, title: str = SHORT) -> Site:
    site.write("briefings/h.md", f"---\ntitle: {title}\ndate: 2026-04-01\ndraft: true\n---\nSo.\n")
    return site


@pytest.mark.parametrize("place", SHOWN_WHOLE)
def test_a_short_title_is_found_as_a_whole_title(site: Site, place: str) -> None:
    name, text = SHOWN_WHOLE[place]
    short_site(site).write(f"static/{name}", text.format(SHORT))
    assert len(site.leaks()) == 1


@pytest.mark.parametrize("place", IN_PROSE)
def test_the_words_of_a_short_title_may_stand_in_any_sentence(site: Site, place: str) -> None:
    name, text = IN_PROSE[place]
    short_site(site).write(f"static/{name}", text.format(SHORT))
    assert site.leaks() == []


@pytest.mark.parametrize("title", ["码头罢工", "The quay", "It rains. We go."])
def test_titles_of_other_kinds_are_found_too(site: Site, title: str) -> None:
    short_site(site, title).write("static/a.html", f"<h2>{title}</h2>")
    assert site.leaks() != []


@pytest.mark.parametrize("title", ["Strike", "April 1, 2026", "April 2026", "All feeds", "The market opens", "H"])
def test_single_words_dates_and_titles_of_others_are_no_secrets(site: Site, title: str) -> None:
    short_site(site, title).write("static/a.html", f"<h2>{title}</h2>")
    assert site.leaks() == []


@pytest.mark.parametrize(
    "body", ["## Quay strike\n\nIt rains.", "See [Quay strike](https://v.example/).", "A Quay strike b."]
)
def test_a_short_title_is_public_where_a_public_brief_has_it_as_a_title(site: Site, body: str) -> None:
    short_site(site).write("static/a.html", f"<h2>{SHORT}</h2>")
    site.write("briefings/p.md", f"---\ntitle: Port\ndate: 2026-04-01\n---\n{body}\n")
    assert (site.leaks() == []) == (not body.startswith("A Quay"))


def test_a_short_title_that_is_a_name_is_no_secret(site: Site) -> None:
    short_site(site).write("briefings/entities.yaml", f"ferry: {{name: Ferry, aliases: [{SHORT}]}}\n")
    site.write("briefings/p.md", "---\ntitle: Port\ndate: 2026-04-01\nentities: [Ferry]\n---\nThe ferry.\n")
    assert site.leaks() == []


def test_an_old_address_that_is_one_of_a_held_brief_is_not_kept(site: Site) -> None:
    site.write(
        "briefings/h.md", "---\ntitle: H\nslug: h\ndate: 2026-04-01\ndraft: true\nredirect_from: [/g/]\n---\nSo.\n"
    )
    site.write(
        "briefings/p.md", "---\ntitle: P\ndate: 2026-04-01\nsummary: P.\nredirect_from: [/briefs/h/, /g/]\n---\nYes.\n"
    )
    found = [show(one) for one in site.build().diagnostics if one.code == "redirect"]
    assert [text.partition("\n")[0] for text in found] == [
        "briefings/p.md:5:17: warning[redirect]: `/briefs/h/` is an address of briefings/h.md, which is not public",
        "briefings/p.md:5:29: warning[redirect]: `/g/` is an address of briefings/h.md, which is not public",
    ]
    assert all(text.endswith("help: take it out of `redirect_from`, or publish that brief") for text in found)
    assert not (site.root / "_site" / "briefs" / "h").exists()
    assert not (site.root / "_site" / "g").exists()


def test_edits_of_drafts_find_what_a_clean_build_finds(site: Site) -> None:
    """Pages are searched again for the new sentences alone, and what is public is looked at after that."""
    text = "Nobody in Vellmar knows of the second pier."
    site.write("templates/404.html", f"<!doctype html><title>A</title><p>{text}</p>")
    held = "---\ntitle: What comes next here\ndraft: true\n---\n"
    site.write("briefings/held.md", f"{held}Rain falls on all the roofs of the town.\n")
    assert site.leaks() == []
    # The sentence comes into a draft after the page was searched.
    site.write("briefings/held.md", f"{held}Rain falls on all the roofs. {text}\n")
    assert site.leaks_again() == ["404.html"]
    # It becomes public in another brief, and is none any more.
    site.write("briefings/second.md", f"---\ntitle: Piers\n---\n{text}\n")
    assert site.leaks_again() == []
    site.write("briefings/second.md", "---\ntitle: Piers\n---\nOpen.\n")
    assert site.leaks_again() == ["404.html"]
    site.write("briefings/held.md", f"{held}Rain falls.\n")
    assert site.leaks_again() == []


def test_words_of_a_draft_that_are_public_too_do_not_take_the_search_away(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.brief("open", "title: Open\ndate: 2026-01-01", "The ferry never sails on a Sunday in winter.\n")
    case.brief("held", "title: Held\ndraft: true", "The ferry never sails on a Sunday in winter.\n")
    assert "search/index.js" in case.build(search=True).files()
    assert case.reported("leak") == []
    case.brief("held", "title: Held\ndraft: true", "The ferry will be sold to the island next year.\n")
    case.write("pages/own.md", "---\ntitle: Own\n---\n\nThe ferry will be sold to the island next year.\n")
    assert "search/index.js" in case.build(search=True).files()
    assert case.reported("leak") == []
