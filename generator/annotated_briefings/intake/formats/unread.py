"""Formats that are not read: how they are recognised, their names, and what to do instead."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.spoken.conversations import is_conversation

ASSETS = tuple(".css .js .mjs .map .png .jpg .jpeg .gif .webp .svg .ico .woff .woff2 .ttf .mp3 .mp4 .mov .exe".split())
"""Files that lie beside articles in folders and archives, and hold none."""
NO_ARTICLE = "files of this kind hold no article"
"""Why such files are not taken: nothing that anybody must look at."""
PARTS = "it holds the parts of the saved page beside it"
"""Why nothing is read of a folder that a browser saved with a page."""
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_BESIDE = "_files .files -files _Files -Dateien _fichiers _archivos _file _bestanden _arquivos".split()
"""How browsers call the folder of a page, behind its name."""


def saved_folders(names: Iterable[str]) -> frozenset[str]:
    """The folders that browsers may have saved beside the pages among some files, by their paths."""
    pages = (name.rpartition(".")[0] for name in names if name.lower().endswith(_PAGE_ENDINGS))
    return frozenset(page + end for page in pages for end in _BESIDE)


class Unread(Value):
    """A format that is not read."""

    what: str
    """Its files, such as ``RTF files``."""
    remedy: str
    """What to do instead."""


_WORD = "save it as .docx or .txt, and import that"
_SHEET = "save it as .xlsx or .csv, and import that"
_PAGES = "save it as .pdf, and import that"
_UNPACK = "unpack it, and import the folder"
_EXPORT = "export the table of the articles as .csv or .json, and import that"
_SPOKEN = "import a transcript of it as text"
_ALL_THE_SAME = "if it is an article all the same, give `--from text`"
_LAID_OUT = "export the story as .rtf or as text in UTF-8, and import that"
_WIRE = "ask for NewsML, NITF or plain text, and import that"
_PICTURE = Unread("pictures", "run it through text recognition, and import the text")
_BROADCAST = Unread("subtitles of broadcasters (EBU STL, SCC, CAP)", "convert them to .srt or .vtt, and import that")
_FILM = Unread("films and recordings", _SPOKEN)
_PROGRAM = Unread("programs", "leave it out: it holds no articles")
CHATS = Unread("chats", "copy what they report into a text file, without names and times, and import that")
"""What people write to one another."""
_CODE = Unread("files of program code", _ALL_THE_SAME)
_SETTINGS = Unread("files of settings", _ALL_THE_SAME)
_TABLES = Unread("databases", _EXPORT)
_OLD_OFFICE = {
    ".xls": Unread("Excel files of before 2007", _SHEET),
    ".doc": Unread("Word files of before 2007", _WORD),
    ".ppt": Unread("PowerPoint files", _PAGES),
    ".msg": Unread("Outlook messages", "save the message as .eml or .txt, and import that"),
}
_OLD = Unread("encrypted and old Office files", "open it, and save it without a password as .docx or .xlsx")
_MAGIC: tuple[tuple[int, bytes, Unread], ...] = (
    (0, b"7z\xbc\xaf\x27\x1c", Unread("7z archives", _UNPACK)),
    (0, b"Rar!\x1a\x07", Unread("RAR archives", _UNPACK)),
    (0, b"\x1f\x8b", Unread("gzip archives", _UNPACK)),
    (0, b"BZh", Unread("bzip2 archives", _UNPACK)),
    (0, b"\xfd7zXZ\x00", Unread("xz archives", _UNPACK)),
    (0, b"\x28\xb5\x2f\xfd", Unread("Zstandard archives", _UNPACK)),
    (257, b"ustar", Unread("tar archives", _UNPACK)),
    (0, b"MSCF\x00", Unread("cabinet archives", _UNPACK)),
    (0, b"\x89PNG\r\n", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (0, b"II*\x00", _PICTURE),
    (0, b"MM\x00*", _PICTURE),
    (0, b"8BPS\x00", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (4, b"ftypheic", _PICTURE),
    (4, b"ftypmif1", _PICTURE),
    (4, b"ftypavif", _PICTURE),
    (4, b"ftyp", _FILM),
    (0, b"\x00\x00\x01\xba", _FILM),
    (0, b"ID3", _FILM),
    (0, b"OggS", _FILM),
    (0, b"fLaC", _FILM),
    (8, b"WAVEfmt", _FILM),
    (8, b"AVI LIST", _FILM),
    (0, b"\x1aE\xdf\xa3", _FILM),
    (0, b"\xff\xfb", _FILM),
    (3, b"STL25.01", _BROADCAST),
    (3, b"STL30.01", _BROADCAST),
    (0, b"SQLite format 3\x00", _TABLES),
    (4, b"Standard Jet DB", _TABLES),
    (4, b"Standard ACE DB", _TABLES),
    (0, b"PAR1", _TABLES),
    (0, b"ARROW1", _TABLES),
    (0, b"\x89HDF\r\n", _TABLES),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM),
    (0, b"\x00asm", _PROGRAM),
    (0, b"OTTO\x00", Unread("fonts", "leave it out: it holds no articles")),
    (0, b"\x00\x01\x00\x00\x00", Unread("fonts", "leave it out: it holds no articles")),
    (0, b"wOF", Unread("fonts", "leave it out: it holds no articles")),
    (0, b"%!PS", Unread("PostScript files", "convert it to .pdf, and import that")),
    (0, b"AT&TFORM", Unread("DjVu files", "convert it to .pdf, and import that")),
    (60, b"BOOKMOBI", Unread("e-books", "convert it to .docx or .txt, and import that")),
    (0, b"ITSF", Unread("help files", "convert it to .html, and import that")),
)
"""Bytes at a place of a file, in the order in which they are tried."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXECUTABLE = regex(rb"MZ[^\n]{0,60}\x00", re.DOTALL)
_PACKED: tuple[tuple[str, Unread], ...] = (
    (r"xl/workbook\.bin", Unread("binary Excel files (.xlsb)", _SHEET)),
    (r"ppt/.+", Unread("PowerPoint files", _PAGES)),
    (r"visio/.+", Unread("Visio files", _PAGES)),
    (r"META-INF/container\.xml", Unread("e-books", "convert it to .docx or .txt, and import that")),
    (
        r"(?:.*/)?Index(?:/.+\.iwa|\.zip)",
        Unread("files of Pages, Numbers and Keynote", "export it as .docx, .xlsx or .pdf, and import that"),
    ),
    (r"AndroidManifest\.xml|META-INF/MANIFEST\.MF", _PROGRAM),
)
"""Names of what lies in a zip file that is a document of another program."""
_OPEN = {
    "application/epub+zip": Unread("e-books", "convert it to .docx or .txt, and import that"),
    "application/vnd.oasis.opendocument.presentation": Unread("OpenDocument presentations (.odp)", _PAGES),
    "application/vnd.oasis.opendocument.graphics": Unread("OpenDocument drawings (.odg)", _PAGES),
}
"""What such a file may say that it is."""
_XML = r"(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?"
_BEGINS: tuple[tuple[str, Unread], ...] = (
    (r"\s*<!DOCTYPE NETSCAPE-Bookmark-file", Unread("lists of bookmarks", "import the pages to which they lead")),
    (_XML + r"<(?:\w+:)?(?:urlset|sitemapindex)\b", Unread("sitemaps", "save the pages in it, and import those")),
    (_XML + r"<(?:smses|calls)\b", CHATS),
    (_XML + r"<svg\b", Unread("drawings", "leave it out: it holds no articles")),
    (_XML + r"<(?:kml|gpx)\b", Unread("files of places on maps", _EXPORT)),
    (r"Scenarist_SCC V|\s*Caption File\b|Structured\s+Text\b|\*?Cheetah\b", _BROADCAST),
    (r"BEGIN:VCARD", Unread("address cards", "leave it out: it holds no articles")),
    (r"BEGIN:VCALENDAR", Unread("calendars", "copy the text of the event into a .txt file, and import that")),
    (r"diff --git |--- a/\S+\n\+\+\+ b/", _CODE),
    (r"#!\s?/", _CODE),
    (r"-- (?:MySQL|MariaDB|PostgreSQL|phpMyAdmin|SQLite)\b.{0,20}\b(?:dump|SQL)|PRAGMA foreign_keys",
     Unread("database dumps", _EXPORT)),
    (r"<(?:ASCII|ANSI|UNICODE|BIG5|SJIS|GB18030|KSC5601)-(?:MAC|WIN)>", Unread("InDesign tagged texts", _LAID_OUT)),
    (r"<v\d{1,2}\.\d\d><e\d{1,3}>", Unread("QuarkXPress tagged texts", _LAID_OUT)),
    (r"[\x00\x16]*\x01(?:[ \t]*[a-z]{1,2}\d{4}|.{0,30}\x13)", Unread("messages of wire machines (ANPA 1312)", _WIRE)),
    (r"[\x00\x16]*\x01[^\n]{4,60}[\r\n]", Unread("messages of wire machines (IPTC 7901)", _WIRE)),
    (r"\\documentclass\b", Unread("LaTeX files", "convert it to .docx or .md, and import that")),
    (r"-----BEGIN PGP MESSAGE", Unread("encrypted messages", "decrypt it, and import the text")),
    (r"-----BEGIN [A-Z ]*(?:KEY|CERTIFICATE)", Unread("keys and certificates", "leave it out, and keep it secret")),
)  # fmt: skip
"""How texts of other kinds begin."""
_SUFFIXES = {
    suffix: unread
    for suffixes, unread in (
        (
            ".py .pyw .js .mjs .cjs .ts .tsx .jsx .java .kt .c .h .cc .cpp .hpp .cs .go .rs .rb .php .pl .pm .lua "
            ".swift .scala .r .jl .sh .bash .zsh .ps1 .bat .cmd .vb .vbs .asm .sass .scss .less .css .vue .svelte "
            ".dart .ex .hs .clj .lisp .m .f90 .diff .patch",
            _CODE,
        ),
        (".yaml .yml .toml .ini .cfg .conf .env .properties .lock .editorconfig .gitignore .desktop", _SETTINGS),
        (".sql", Unread("database dumps", _EXPORT)),
        (".tex", Unread("LaTeX files", "convert it to .docx or .md, and import that")),
        (".idx", Unread("subtitles as pictures", _SPOKEN)),
        (".scc .cap .pac .890 .asc .ebu", _BROADCAST),
        (".ics", Unread("calendars", "copy the text of the event into a .txt file, and import that")),
        (".vcf", Unread("address cards", "leave it out: it holds no articles")),
        (
            ".po .pot .xliff .xlf",
            Unread("files of translations", _ALL_THE_SAME),
        ),
        (".numbers", Unread("Numbers files", "export it as .xlsx or .csv, and import that")),
        (".pages", Unread("Pages files", "export it as .docx, and import that")),
    )
    for suffix in suffixes.split()
}
"""What only the name of a file tells."""
_KEYS: tuple[tuple[frozenset[str], str, Unread], ...] = (
    (frozenset(("cells", "nbformat")), "", Unread("notebooks", "export it as .html or .md, and import that")),
    (frozenset(("type", "features")), "", Unread("GeoJSON files", _EXPORT)),
    (frozenset(("type", "geometry", "properties")), "", Unread("GeoJSON files", _EXPORT)),
    (frozenset(("type", "objects", "arcs")), "", Unread("TopoJSON files", _EXPORT)),
    (frozenset(("name", "version")), "dependencies devDependencies scripts main exports peerDependencies", _SETTINGS),
    (frozenset(("compilerOptions",)), "", _SETTINGS),
    (frozenset(("lockfileVersion",)), "", _SETTINGS),
    (frozenset(("openapi", "paths")), "", _SETTINGS),
    (frozenset(("swagger", "paths")), "", _SETTINGS),
    (frozenset(("$schema", "properties")), "", _SETTINGS),
    (frozenset(("manifest_version", "name")), "", _SETTINGS),
    (frozenset(("log",)), "", Unread("records of web traffic", "save the pages, and import those")),
)
"""Names at the top of JSON of other kinds: all of some, and one of others."""
_LINK = regex(r"^URL\s*=\s*(https?://\S+)|<string>\s*(https?://[^<\s]+)", re.MULTILINE)
_LOG = regex(
    r"\W{0,2}(?:\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} "
    r"|\d{10}(?:\.\d+)? ).*(?:\b(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|TRACE|CRITICAL)\b"
    r"|\[\d+\]:|\"[A-Z]{3,7} /)"
    r"|\[?(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|TRACE)\]?[: ].*\d\d:\d\d:\d\d"
)
_LOGGED, _LINES = 0.7, 40


def unread_binary(name: str, head: bytes) -> Unread | None:
    """What a file is by its first bytes, where such files are not read."""
    if head.startswith(_OLE):
        return _OLD_OFFICE.get(_suffix(name), _OLD)
    if head.startswith(b"\x1f\x8b") and name.lower().endswith(".warc.gz"):
        return None
    found = next((unread for at, mark, unread in _MAGIC if head.startswith(mark, at)), None)
    return found or (_PROGRAM if _EXECUTABLE.match(head) else None)


def unread_zip(names: Iterable[str], stated: str) -> Unread | None:
    """What a zip file is by the names of what lies in it, and by what it states, where such files are not read."""
    if stated in _OPEN:
        return _OPEN[stated]
    there = list(names)
    return next((u for pattern, u in _PACKED if any(re.fullmatch(pattern, name) for name in there)), None)


_CHAT_PAGE = regex(r"class=\"chatlog__message\b")


def unread_page(text: str) -> Unread | None:
    """What a web page is where such pages are not read: an export of a chat."""
    return CHATS if len(_CHAT_PAGE.findall(text)) > 1 else None


def unread_text(name: str, text: str) -> Unread | None:
    """What a text is by how it begins and what it is called, where such files are not read."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("[InternetShortcut]") or _suffix(name) in (".webloc", ".url"):
        found = _LINK.search(start)
        address = (found[1] or found[2]) if found else "ADDRESS"
        return Unread("shortcuts to web addresses", f"import the address itself: `briefings import {address}`")
    begun = next((unread for pattern, unread in _BEGINS if re.match(pattern, start, re.IGNORECASE | re.DOTALL)), None)
    lines = [line for line in start.split("\n")[:_LINES] if line.strip()]
    if not begun and len(lines) > 3 and sum(bool(_LOG.match(line)) for line in lines) >= _LOGGED * len(lines):
        return Unread("logs of programs", _ALL_THE_SAME)
    return begun or _SUFFIXES.get(_suffix(name))


def unread_json(value: Any) -> Unread | None:
    """What a JSON value is by the names at its top, where such files are not read."""
    if _is_chat(value):
        return CHATS
    if not isinstance(value, Mapping):
        return None
    if "log" in value and not (isinstance(value["log"], Mapping) and "entries" in value["log"]):
        return None
    for names, others, unread in _KEYS:
        if names <= value.keys() and (not others or not value.keys().isdisjoint(others.split())):
            return unread
    return None


def _is_chat(value: Any) -> bool:
    """Whether a JSON value holds the messages of a chat, of whatever program."""
    if isinstance(value, Mapping):
        some = value.get("messages")
        named = not value.keys().isdisjoint(("type", "guild", "channel", "participants", "thread_path", "chats"))
        if named and isinstance(some, list) and all(isinstance(one, Mapping) for one in some):
            return True
    return is_conversation(value)


def refuse(name: str, unread: Unread) -> Diagnostic:
    """The diagnostic for a file that is not read."""
    return report("unread-format", f"{unread.what} are not read", Place(name), help=unread.remedy)


def _suffix(name: str) -> str:
    base = name.lower().rpartition("/")[2]
    return f".{base.rpartition('.')[2]}" if "." in base else ""
