"""A site full of secrets, in every field, format and picture: none is in the output, on the terminal, in the ledger."""

import gzip
import io
import json
import re
import struct
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from command_line import NOW, call
from PIL import Image, PngImagePlugin

from annotated_briefings.base.yaml.field_table import Field
from annotated_briefings.content.entry_fields import ANNOTATION
from annotated_briefings.content.fields import BRIEF, ENTITY, STORY, TAG
from annotated_briefings.content.from_fields import example_of

HOLDS = {
    "draft": "draft: true",
    "embargo": "embargo_until: 2027-01-01T00:00:00Z",
    "planned": "publish_at: 2027-01-01T00:00:00Z",
    "expired": "expires_at: 2025-01-01T00:00:00Z",
    "no value": "draft:",
    "misspelt": "embargo-untill: 2027-01-01",
    "another tool": "visibility: private",
    "another language": "freigabe: nein",
    "a state": "estado: borrador",
    "a tag": "category: brouillon",
}
"""What holds a brief back."""
SECRET = re.compile(rb"quorv\w+", re.IGNORECASE)
"""Every secret begins so."""
_SETTINGS = ("draft", "publish_at", "embargo_until", "expires_at", "imported")
_COMMENTED = ("title", "summary", "why_it_matters", "what_next")


class Secrets:
    """Makes words that stand nowhere else."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, where: str) -> str:
        self.made += 1
        return f"quorv{re.sub('[^a-z]', '', where.lower())}{self.made:04}"


def yaml_of(field: Field, where: str, planted: Callable[[str], str]) -> str:
    """A field with a secret in every text, address, name and list of it, in YAML on one line."""
    if field.inner:
        inner = ", ".join(f"{one.name}: {yaml_of(one, where + one.name, planted)}" for one in field.inner)
        return f"[{{{inner}}}]" if field.kind.widget == "groups" else f"{{{inner}}}"
    example = field.example.strip()
    if field.name == "redirect_from":
        return f"[/{planted(where)}/]"
    if "://" in example:
        return json.dumps(f"https://{planted(where)}.example/")
    if example.startswith("["):
        return f"[{planted(where)}]"
    if example.startswith("{"):
        return f"{{about: [{planted(where)}], mentions: [{planted(where)}]}}"
    if field.choices or re.fullmatch(r'"?[\d.:TZ+-]+"?|true|false|%|"%"', example) or len(example) < 4:
        return example
    words = planted(where) if field.name in ("slug", "story", "src", "id") else f"Words of {planted(where)}."
    return json.dumps(words)


def held_briefs(secret: Secrets) -> Iterator[tuple[str, str]]:
    """For each way of holding back a brief with secrets in all its fields, its text and its name."""
    for name, line in HOLDS.items():
        fields = [
            f"{f.name}: {yaml_of(f, name + f.name, secret)}"
            for f in BRIEF
            if f.name not in (*_SETTINGS, "date", "entities", "annotations", "lang", "updated")
        ]
        who = secret(name + "entity")
        body = f"The desk knows {secret(name)} and {who}.\n\n[^1]: See {secret(name)}.\n\n![{secret(name)}](q.jpg)"
        head = "\n".join([*fields, "date: 2026-04-30", f"entities: {{about: [{who}]}}", line])
        yield f"briefings/{secret('file')}.md", f"---\n{head}\n---\n\n{body}\n"


def public_brief(secret: Secrets) -> str:
    """A public brief with what must not be seen of it: draft notes, notes with an error, comments."""
    notes = []
    for how in ("status: draft", "status: ''", "status: dratf", "hidden: true", "visibility: desk"):
        rest = ", ".join(
            f"{f.name}: {yaml_of(f, 'note' + f.name, secret)}"
            for f in ANNOTATION
            if f.name not in ("quote", "prefix", "suffix", "status", "kind", "date", "id")
        )
        notes.append(f"  - {{quote: The port, {how}, {rest}}}")
    commented = [f"{name}: The port opens <!-- {secret(name)} --> early" for name in _COMMENTED]
    points = f"key_points:\n  - {{text: 'It rained <!-- {secret('point')} --> all day.', quote: The port}}"
    held = f"  - {{text: '{secret('heldpoint')}', draft: true}}"
    body = (
        f"The port opens early. <!-- {secret('inline')} --> Ships wait.\n\n<!--\n{secret('block')}\n-->\n\n"
        f"- one <!-- {secret('list')} -->\n\n| a | b |\n| - | - |\n| x | <!-- {secret('table')} --> y |\n\n"
        "![The quay](quay.jpg) ![A chart](chart.png)"
    )
    return "\n".join(["---", *commented, points, held, "annotations:", *notes, "date: 2026-04-30", "---", "", body, ""])


def jpeg(secret: Secrets) -> bytes:
    """A picture with secrets in its Exif, XMP and comment blocks."""
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x010F] = secret("description"), secret("artist"), secret("maker")
    exif.get_ifd(0x8825)[29] = secret("gps")
    exif.get_ifd(0x8769)[0xA431] = secret("serial")
    out = io.BytesIO()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{secret('xmp')}</x:xmpmeta>".encode()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG", exif=exif, comment=secret("comment").encode(), xmp=xmp)
    return out.getvalue()


def png(secret: Secrets) -> bytes:
    """A picture with secrets in its text blocks."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", secret("author"))
    info.add_text("Comment", secret("comment"), zip=True)
    info.add_itxt("XML:com.adobe.xmp", secret("xmp"))
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG", pnginfo=info)
    return out.getvalue()


def webp(secret: Secrets) -> bytes:
    """A picture with secrets in its Exif and XMP blocks."""
    exif = Image.Exif()
    exif[0x013B] = secret("artist")
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "WEBP", exif=exif, xmp=secret("xmp").encode())
    return out.getvalue()


def drawing(secret: Secrets) -> str:
    """A drawing with secrets in all that is not drawn, and in a picture in it."""
    return (
        f"<!-- {secret('comment')} --><svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://ink.example/' "
        f"i:docname='{secret('file')}' id='{secret('id')}' onload='{secret('script')}'><title>{secret('title')}</title>"
        f"<metadata>{secret('metadata')}</metadata><script>{secret('script')}</script>"
        f"<style>/* {secret('css')} */</style><image href='file:///home/{secret('path')}.png'/>"
        f"<image href='data:image/jpeg;base64,{b64encode(jpeg(secret)).decode()}'/><path d='M0 0'/></svg>"
    )


def icon(secret: Secrets) -> bytes:
    """An icon with secrets in its picture, before and behind it."""
    between, inner = secret("between").encode(), png(secret)
    entry = bytes((40, 30, 0, 0, 1, 0, 32, 0)) + struct.pack("<II", len(inner), 22 + len(between))
    return b"\0\0\1\0\1\0" + entry + between + inner + between


def tiff(secret: Secrets) -> bytes:
    """A picture in which secrets cannot be taken out."""
    exif = Image.Exif()
    exif[0x013B] = secret("artist")
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "teal").save(out, "TIFF", exif=exif)
    return out.getvalue()


def decoded(raw: bytes) -> bytes:
    """The pictures that a file holds as addresses."""
    return b"".join(b64decode(found + b"===") for found in re.findall(rb";base64,([A-Za-z0-9+/]+)", raw))


def write(root: Path, path: str, content: str | bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def published(site: Path) -> Iterator[tuple[str, bytes]]:
    """All files of the output, those inside compressed ones too, and all names of files."""
    for file in sorted((site / "_site").rglob("*")):
        name = file.relative_to(site).as_posix()
        yield f"name of {name}", name.encode()
        if not file.is_file():
            continue
        raw = file.read_bytes()
        yield name, raw
        yield f"pictures in {name}", decoded(raw)
        if raw[:2] == b"\x1f\x8b":
            yield f"inside {name}", gzip.decompress(raw)
        if raw[:8] == b"\x89PNG\r\n\x1a\n":
            with Image.open(io.BytesIO(raw)) as image:
                image.load()
                yield f"blocks of {name}", repr(image.info).encode()


def secrets_in(texts: Iterator[tuple[str, bytes]]) -> dict[str, set[str]]:
    """Where secrets are, and which."""
    found = {name: {m.decode() for m in SECRET.findall(text)} for name, text in texts}
    return {name: words for name, words in found.items() if words}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "site.yaml", "title: Port news\nbase_url: https://port.example/\n")
    return tmp_path


def test_no_secret_of_a_site_is_in_its_output_or_on_the_terminal(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = Secrets()
    for path, text in held_briefs(secret):
        write(site, path, text)
    write(site, "briefings/open.md", public_brief(secret))
    used = re.findall(r"about: \[(\w+)\]", "".join(f.read_text() for f in site.rglob("briefings/*.md")))
    for name, table, file in (("entity", ENTITY, "entities"), ("tag", TAG, "tags"), ("story", STORY, "stories")):
        entry = ", ".join(
            f"{f.name}: {yaml_of(f, name + f.name, secret)}" for f in table if f.name not in ("parent", "merged_into")
        )
        key = used[0] if name == "entity" else secret(name)
        write(site, f"briefings/{file}.yaml", f"{key}: {{{entry}}}\n")
    for folder in ("briefings", "static/img"):
        write(site, f"{folder}/quay.jpg", jpeg(secret))
        write(site, f"{folder}/chart.png", png(secret))
        write(site, f"{folder}/map.webp", webp(secret))
        write(site, f"{folder}/plan.svg", drawing(secret))
        write(site, f"{folder}/mole.ico", icon(secret))
        write(site, f"{folder}/mole.tif", tiff(secret))
        write(site, f"{folder}/mole.psd", b"8BPS" + secret("layer").encode())
    addresses = [f"data:image/x;base64,{b64encode(made(secret)).decode()}" for made in (jpeg, png, webp, tiff)]
    shown = "\n\n".join(f"![A picture]({address.replace('/x;', '/png;')})" for address in addresses)
    head = "---\ntitle: Drawn\nsummary: S.\ndate: 2026-04-30\n---\n\n"
    write(site, "briefings/drawn.md", f"{head}{shown}\n\n![P](plan.svg)\n")
    write(site, "static/own.css", f"a {{ background: url({addresses[0]}) }}")
    write(site, "static/own.html", f"<!doctype html><title>x</title><img src='{addresses[1]}' alt='x'>")
    write(site, "briefings/q.jpg", jpeg(secret))
    names = (
        "plan.bak",
        "4913",
        "~$plan.docx",
        "Thumbs.db",
        "plan.md~",
        ".plan.swp",
        "#plan#",
        "plan.php_old",
        "nohup.out",
    )
    copies = ("Kopie von plan.txt", "plan - Copy.txt", "plan (Ann's conflicted copy 2026-03-05).txt", "b.bak.md")
    for name in (*names, *copies):
        write(site, f"static/{name}", secret("byproduct"))
    outside = site.parent / f"{site.name}-outside.txt"
    outside.write_text(secret("outside"))
    (site / "static" / "notes.txt").symlink_to(outside)
    (site / "briefings" / "pic.png").symlink_to(outside)
    (site / "briefings" / "linked.md").symlink_to(outside)
    write(site, "collected/0123456789ab.txt", secret("collected"))
    write(site, "briefings/b.bak.md", f"---\ntitle: {secret('copy')}\n---\n\nText.\n")
    write(site, "static/notes.html", f"<!doctype html><title>x</title><!-- {secret('page')} --><p>Ships.</p>")
    for ending in ("css", "js", "txt", "html", "json"):
        write(site, f"static/merged.{ending}", f"<<<<<<< HEAD\n{secret('merged')}\n=======\nb\n>>>>>>> x\n")
    write(site, "briefings/conflict.md", f"---\ntitle: T\n---\n\n<<<<<<< HEAD\n{secret('a')}\n=======\nb\n>>>>>>> x\n")

    status, out, err = call(capsys, site, "build", *NOW)
    assert status == 1, "what holds back by mistake is an error"
    assert (site / "_site" / "briefs" / "open" / "index.html").is_file()
    assert b"base64," in (site / "_site" / "briefs" / "drawn" / "index.html").read_bytes()
    assert list((site / "_site" / "img").glob("plan.*.svg"))
    assert secret.made > 200
    assert secrets_in(published(site)) == {}
    # Editors may be told of their own files; foreign words and those behind links are never printed.
    result = SECRET.findall((out + err).encode())
    assert [word for word in result if b"outside" in word or b"collected" in word] == []


def mail(secret: Secrets) -> bytes:
    """A newsletter with words that its readers do not see, and with the address of one reader in its links."""
    message = EmailMessage()
    message["From"] = "Quay Letter <letter@quay.example>"
    message["To"] = f"Jane Roe <{secret('receiver')}@desk.example>"
    message["Subject"] = "The town sells its mill"
    message["Date"] = "Tue, 03 Mar 2026 07:00:00 +0000"
    token, reader = secret("token"), secret("reader")
    leave = f"<mailto:leave-{secret('leave')}@quay.example>"
    message["List-Unsubscribe"] = f"<https://quay.example/u?k={token}>, {leave}"
    message["X-Subscriber-ID"] = reader
    message["Delivered-To"] = f"{secret('delivered')}@desk.example"
    to = message["To"].addresses[0].addr_spec
    message.set_content("See the web version.")
    message.add_alternative(
        f"<html><head><style>/* {secret('style')} */</style></head><body>"
        f"<div style='display:none;max-height:0'>{secret('preheader')}</div>"
        f"<p>The town has sold the old mill<!-- {secret('comment')} --> to its own bakers on Monday evening.</p>"
        f"<p>They pay one crown.<span hidden>{secret('hidden')}</span> The mill has stood empty for nine years.</p>"
        f"<p><img src='https://t.quay.example/o?u={secret('pixel')}' width=1 height=1 alt=''> The bakers begin in May, "
        f"see <a href='https://click.quay.example/c?u={to}&amp;to="
        f"https%3A%2F%2Fbank.example%2Frate%3Fkey%3D{secret('inner')}'>the notice</a> of the town.</p>"
        f"<p>Its <a href='https://quay.example/mill?token={secret('key')}&amp;n={token}'>plan</a> hangs in the hall, "
        f"<a href='https://quay.example/read/{reader}/mill'>says the town</a>. This copy is for {to}.</p>"
        f"<p>This letter was sent to {message['Delivered-To']}. Your subscriber number: {reader}</p>"
        f"<p><a href='https://quay.example/preferences?r={secret('preferences')}'>Settings</a> "
        f"<a href='https://quay.example/p/{secret('copy')}'>View in browser</a></p></body></html>",
        subtype="html",
    )
    return message.as_bytes()


def wordpress(secret: Secrets) -> str:
    """An export with posts that are not public."""
    marks = (
        "<wp:status>private</wp:status>",
        "<wp:status>draft</wp:status>",
        "<wp:status>pending</wp:status>",
        "<wp:status>future</wp:status>",
        "<wp:status>publish</wp:status><wp:post_password>pw</wp:post_password>",
    )
    items = "".join(
        f"<item><title>{secret('title')}</title><link>https://quay.example/{secret('link')}</link>{mark}"
        "<wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>The two informants are known to "
        f"{secret('body')}, the board said in a letter of Monday.</p><!-- {secret('comment')} -->]]>"
        "</content:encoded></item>"
        for mark in marks
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay</title>'
        f"<link>https://quay.example</link><wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    )


def blogger(secret: Secrets) -> str:
    """A feed with an entry that is a draft."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app">'
        "<title>Quay</title><id>urn:q</id><updated>2026-03-03T09:30:00Z</updated><entry>"
        f"<title>{secret('title')}</title><id>urn:q1</id><updated>2026-03-03T09:30:00Z</updated>"
        "<app:control><app:draft>yes</app:draft></app:control>"
        f"<content type='html'>The pilots are named in {secret('body')}, as the guild wrote on Sunday.</content>"
        "</entry></feed>"
    )


def records(secret: Secrets) -> str:
    """Records that say in several ways that they are not public."""
    marks: tuple[dict[str, object], ...] = (
        {"status": "draft"},
        {"visibility": "private"},
        {"is_public": False},
        {"draft": True},
        {"published": False},
        {"embargo_until": "2031-01-01T00:00:00Z"},
    )
    return "".join(
        json.dumps(
            {
                "title": secret("title"),
                "url": f"https://quay.example/{secret('url')}",
                "text": f"The bridge will close, says {secret('body')}, and the buses of line {number} run on.",
                **mark,
            }
        )
        + "\n"
        for number, mark in enumerate(marks)
    )


def word(secret: Secrets) -> bytes:
    """A Word document with hidden and deleted words."""
    run = "<w:r><w:rPr>{}</w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        run.format("", "The harbour board has met on Tuesday evening and has granted the licence. ")
        + run.format("<w:vanish/>", secret("vanish"))
        + f"<w:del w:id='1' w:author='x'><w:r><w:delText>{secret('deleted')}</w:delText></w:r></w:del>"
        + run.format("", "Nine of eleven members were for it.")
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
            f"{body}</w:p></w:body></w:document>",
        )
    return out.getvalue()


HIDDEN: dict[str, Callable[[Secrets], str | bytes]] = {
    "page.html": lambda secret: (
        "<html><head><title>The licence is granted</title></head><body><article><h1>The licence is granted</h1>"
        f"<p>The board has granted the licence for the second crane on Tuesday evening.<!-- {secret('comment')} --></p>"
        f"<p style='visibility: hidden'>{secret('invisible')}</p><p aria-hidden='true'>{secret('aria')}</p>"
        f"<p>Nine of eleven members were for it, <span style='display : none'>{secret('span')}</span>said its "
        f"clerk, and work begins in May.</p><!-- {secret('block')} --></article></body></html>"
    ),
    "feed.xml": lambda secret: (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>https://quay.example/</link><item>'
        f"<title>Pilots ask for a day</title><author>{secret('address')}@quay.example (Hanne Falk)</author>"
        "<description>&lt;p&gt;Pilots ask for one free day in every seven, their guild said on Sunday.&lt;/p&gt;"
        f"&lt;!-- {secret('comment')} --&gt;&lt;div style='display:none'&gt;{secret('none')}&lt;/div&gt;"
        "</description></item></channel></rss>"
    ),
    "records.json": lambda secret: json.dumps(
        [
            {
                "title": "Eggs are dear",
                "author": f"Ida Varro <{secret('mailbox')}@quay.example>",
                "html": "<p>A dozen eggs costs six crowns since Monday, twice the price of a year ago.</p>"
                f"<!-- {secret('comment')} --><p hidden>{secret('hidden')}</p>",
            }
        ]
    ),
    "report.docx": word,
}
"""Formats, with words in them that nobody who reads the original sees, or that belong to one reader alone."""
LETTERS: dict[str, Callable[[Secrets], str | bytes]] = {
    "letter.eml": mail,
    "pasted.txt": lambda secret: (
        f"To: Jane Roe <{(to := secret('receiver'))}@desk.example>\n\nThe town sells its mill\n\n"
        "The town has sold the old mill to its own bakers on Monday evening.\n\n"
        f"They pay one crown. Write to {to} (at) desk.example. The mill has stood empty for nine years "
        f"(https://quay.example/mill?token={secret('token')}&auth={secret('auth')}).\n\n"
        f"Sent to {to}@desk.example. Unsubscribe: https://quay.example/unsubscribe/{secret('leave')}\n"
    ),
}
"""Letters, with the addresses, ids and keys of those who got them."""
PRIVATE: dict[str, Callable[[Secrets], str | bytes]] = {
    "export.xml": wordpress,
    "blog.xml": blogger,
    "records.jsonl": records,
}
"""Formats, with articles in them that are not public."""


def text(mark: str) -> Callable[[Secrets], str]:
    """A text with a line at its top that closes it to others."""
    return lambda secret: (
        f"{mark}\n\nThe ferry stops in autumn, says {secret('title')}\n\n"
        f"The two informants are known to {secret('body')}, the board said in a letter of Monday.\n"
    )


for _name, _line in {
    "banner.txt": "NOT FOR PUBLICATION",
    "vertraulich.txt": "VERTRAULICH – ENTWURF",
    "interne.txt": "Document interne – ne pas diffuser",
    "chinese.txt": "内部资料，请勿外传",
    "head.txt": "Visibility: private",
    "staff.txt": "Audience: staff",
    "italian.txt": "Non per la pubblicazione",
    "finnish.txt": "Ei saa julkaista",
    "czech.txt": "Nezveřejňovat",
    "ukrainian.txt": "Не для друку",
    "korean.txt": "보도시점: 2031년 8월 14일",
    "letter.eml": "From: Quay <q@quay.example>\nSubject: Names\n"
    "Date: Tue, 03 Mar 2026 07:00:00 +0000\nX-Audience: staff",
}.items():
    PRIVATE[_name] = text(_line)


def markdown(line: str) -> Callable[[Secrets], str]:
    """A Markdown file of another tool with a line of front matter that holds it back."""
    return lambda secret: (
        f"---\ntitle: {secret('title')}\n{line}\n---\n\nThe ferry stops in autumn, says {secret('body')} of it.\n"
    )


for _name, _line in {
    "a": "draft: true",
    "b": "published: false",
    "c": "status: private",
    "d": "private: true",
    "e": "luonnos: kyllä",
    "f": "published_at:",
    "g": "tags: [draft]",
}.items():
    PRIVATE[f"{_name}.md"] = markdown(_line)


@pytest.mark.parametrize("name", HIDDEN)
def test_what_no_reader_of_a_collected_file_sees_is_kept_nowhere(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = Secrets()
    inbox = site.parent / f"{site.name}-inbox"
    write(inbox, name, HIDDEN[name](secret))
    status, out, err = call(capsys, site, "import", "--publish", str(inbox / name))
    assert status == 0, err
    assert list((site / "briefings").rglob("*.md")), out
    call(capsys, site, "build", *NOW)
    files = [(f.name, f.read_bytes()) for f in site.rglob("*") if f.is_file() and ".cache" not in f.parts]
    assert secret.made
    assert secrets_in(iter([*files, ("terminal", (out + err).encode())])) == {}


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_of_the_receiver_of_a_letter_is_in_a_brief_in_the_ledger_or_in_the_output(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = Secrets()
    inbox = site.parent / f"{site.name}-inbox"
    write(inbox, name, LETTERS[name](secret))
    status, out, err = call(capsys, site, "import", "--publish", str(inbox / name))
    assert status == 0, err
    call(capsys, site, "build", *NOW)
    briefs = [(f.name, f.read_bytes()) for f in (site / "briefings").rglob("*") if f.is_file()]
    assert any(b"mill" in data for name, data in briefs if name.endswith(".md")), out
    assert secret.made
    # The collected text is as it was received; it is never published, and git does not keep it.
    assert secrets_in(iter([*briefs, *published(site)])) == {}


@pytest.mark.parametrize("name", PRIVATE)
def test_what_a_source_holds_back_is_named_and_not_published(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = Secrets()
    inbox = site.parent / f"{site.name}-inbox"
    write(inbox, name, PRIVATE[name](secret))
    _, out, _ = call(capsys, site, "import", "--publish", str(inbox / name))
    write(site, "briefings/open.md", "---\ntitle: The port opens\ndate: 2026-04-30\nsummary: Early.\n---\n\nEarly.\n")
    assert call(capsys, site, "build", *NOW)[0] == 0
    assert secret.made
    assert secrets_in(published(site)) == {}
    assert "held back" in out


def test_examples_of_all_fields_can_hold_a_secret() -> None:
    """The test above reaches every text field: those it leaves out hold a choice, a number, a day or a flag."""
    planted: list[str] = []

    def note(where: str) -> str:
        planted.append(where)
        return "quorvx"

    reached = {f.name for f in BRIEF if yaml_of(f, f.name, note) != example_of(f)}
    left = {f.name for f in BRIEF} - reached
    assert left <= {*_SETTINGS, "date", "updated", "lang", "lead", "weight", "draft"}, left
