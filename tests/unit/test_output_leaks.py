"""Sentences that must not be published are found in every kind of file, however the file writes them."""

import gzip
import io
import json
import re
import zlib
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from email.header import Header
from email.message import EmailMessage
from html import escape
from itertools import permutations
from quopri import encodestring
from unicodedata import combining, normalize
from urllib.parse import quote, quote_plus
from zipfile import ZipFile

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotated_briefings.base.compared import folded, letters, weight
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.content.markdown.plaintext import plain_sentence
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.site.checks.unpublished_text import Secret

SENTENCE = 'The council will sell the "old" pier at Øresund to <b>Ferry & Sons</b> in autumn.'
SHOWN = 'The council will sell the "old" pier at Øresund to Ferry & Sons in autumn.'
HTML = "The council will <em>sell</em>\n  the &quot;old&quot; pier at &Oslash;resund to Ferry &amp; Sons in autumn."


def watch(*sentences: str) -> Watch:
    return Watch(tuple(Secret("briefings/a.md", text, plain_sentence(text)) for text in sentences))


def hits(path: str, text: str, watched: Watch) -> tuple[int, ...]:
    return watched.hits(Output(path, text.encode(), ""))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.html", f"<p>{HTML}</p>"),
        ("page.html", f'<img alt="x"><p title="y">{HTML}</p>'),
        ("feed.xml", f"<entry><title>{HTML}</title></entry>"),
        ("feed.json", json.dumps({"items": [{"title": "x"}, {"content": SHOWN}]}, ensure_ascii=False)),
        ("list.json", json.dumps([[SHOWN]], ensure_ascii=False, indent=2)),
        ("one.json", json.dumps(SHOWN)),
        ("twin.md", SHOWN),
        ("llms.txt", SHOWN.replace(" ", "\n")),
        ("site.webmanifest", SHOWN),
    ],
)
def test_a_sentence_is_found_in_every_kind_of_file(path: str, text: str) -> None:
    assert hits(path, text, watch(SHOWN)) == (0,)
    assert hits(path, text.replace("autumn", "spring"), watch(SHOWN)) == ()


def spaced(text: str, sign: str) -> str:
    """A text with a sign between all its letters."""
    return sign.join(text)


WORD_FOR_WORD = "The council will sell the old pier at Lund to its ferrymen in autumn."
SHARP = "Der Rat verkauft die Straße am Hafen im Herbst an die Fährleute."
CHINESE = "市议会秋天将出售旧码头。"
JAPANESE = "市議会は秋に古い桟橋を売却する。"
RUSSIAN = "Совет города осенью продаст старый причал паромщикам Лунда."
ARABIC = "سيبيع مجلس المدينة الرصيف القديم للعبارات في الخريف."
SENTENCES = [WORD_FOR_WORD, SHARP, CHINESE, JAPANESE, RUSSIAN, ARABIC]
WAYS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "as it is": ("a.txt", str.encode),
    "in a longer text": ("a.txt", lambda text: f"Then{text}And more.".encode()),
    "capitals": ("a.html", lambda text: f"<h1>{text.upper()}</h1>".encode()),
    "cells of a table": ("a.html", lambda text: "".join(f"<td>{word}</td>" for word in pieces(text)).encode()),
    "cells of a text": ("a.md", lambda text: ("| " + " | ".join(pieces(text)) + " |").encode()),
    "lines": ("a.txt", lambda text: "\r\n".join(pieces(text)).encode()),
    "soft hyphens": ("a.html", lambda text: spaced(text, "\u00ad").encode()),
    "soft hyphens by name": ("a.html", lambda text: spaced(text, "&shy;").encode()),
    "zero width": ("a.html", lambda text: spaced(text, "\u200b").encode()),
    "joiners by number": ("a.html", lambda text: spaced(text, "&#x2060;").encode()),
    "references": ("a.html", lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode()),
    "tags": ("a.html", lambda text: spaced(text, "<b></b>").encode()),
    "html in a feed": ("a.xml", lambda text: f"<x>{escape(spaced(text, '<i></i>'))}</x>".encode()),
    "references in a feed": ("a.xml", lambda text: f"<x>{escape(spaced(text, '&shy;'))}</x>".encode()),
    "json": ("a.json", lambda text: json.dumps({"a": text}).encode()),
    "an address": ("a.html", lambda text: f'<a href="https://x.example/?t={quote(text)}">x</a>'.encode()),
    "a form": ("a.html", lambda text: f'<a href="https://x.example/?t={quote_plus(text.upper())}">x</a>'.encode()),
    "twice encoded": ("a.html", lambda text: f'<a href="/?u={quote(quote(text))}">x</a>'.encode()),
    "utf-16": ("a.csv", lambda text: text.encode("utf-16")),
    "utf-16 without mark": ("a.csv", lambda text: f"Some words, {text}".encode("utf-16-le")),
    "decomposed": ("a.txt", lambda text: normalize("NFD", text).encode()),
    "wide letters": (
        "a.txt",
        lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text).encode(),
    ),
    "an attribute": ("a.html", lambda text: f'<img alt="{text}">'.encode()),
    "no punctuation": ("a.txt", lambda text: re.sub(r"\W+", " ", text).encode()),
}


OTHERS = [f"Nobody in ward {word} knows of the {word} as yet." for word in map("x".join, permutations("abcdefg", 3))]


def js(text: str, form: str) -> str:
    """A text of a program in which every letter is written by its number."""
    return "".join(form.format(ord(sign)) for sign in text)


def mailed(text: str, encoding: str, subtype: str = "plain", charset: str = "utf-8") -> bytes:
    """A mail."""
    mail = EmailMessage()
    mail["Subject"] = "Ships"
    mail.set_content(text, subtype, charset=charset, cte=encoding)
    return mail.as_bytes()


def archived(name: str, content: bytes) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr(name, content)
    return out.getvalue()


def rich(text: str) -> bytes:
    """A text in RTF, with letters beyond ASCII by their numbers, and some by their place in a code page."""

    def letter(sign: str) -> str:
        units = sign.encode("utf-16-le")
        codes = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
        return sign if ord(sign) < 128 else "".join(f"\\u{code - 65536 if code > 32767 else code}?" for code in codes)

    return ("{\\rtf1\\ansi\\pard " + "".join(map(letter, text)) + "\\par}").encode()


def paper(text: str) -> bytes:
    """A PDF file with a text in it, in a packed stream."""
    shown = b"BT /F1 12 Tf 20 700 Td (" + text.encode("latin-1", "replace") + b") Tj ET"
    packed = zlib.compress(shown)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


FILES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "quoted-printable": ("a.eml", lambda text: mailed(text, "quoted-printable")),
    "base64": ("a.eml", lambda text: mailed(text, "base64")),
    "a page in a mail": ("a.eml", lambda text: mailed(f"<p>{text}</p>", "base64", "html")),
    "utf-16 in a mail": ("a.eml", lambda text: mailed(text, "base64", charset="utf-16")),
    "a subject": ("a.eml", lambda text: f"Subject: {Header(text, 'utf-8').encode()}\n\nShips.\n".encode()),
    "a saved page": ("a.mht", lambda text: mailed(f"<p>{text}</p>", "quoted-printable", "html")),
    "rich text": ("a.rtf", rich),
    "rich text without ending": ("notes", rich),
    "numbers of letters": ("a.js", lambda text: f'a = "{js(text, chr(92) + "u{{{:x}}}")}"'.encode()),
    "two digits": ("a.js", lambda text: f"a = '{js(text, chr(92) + 'x{:02x}') if text.isascii() else text}'".encode()),
    "added texts": ("a.js", lambda text: f'a = "{text[:9]}" + "{text[9:12]}" +\n  "{text[12:]}"'.encode()),
    "joined texts": ("a.js", lambda text: ("a = '" + spaced(text, "'+'") + "'").encode()),
    "a list of numbers": (
        "a.js",
        lambda text: f"String.fromCodePoint({', '.join(str(ord(c)) for c in text)})".encode(),
    ),
    "packed in a script": ("a.js", lambda text: f"atob('{b64encode(text.encode()).decode()}')".encode()),
    "packed in an address": (
        "a.html",
        lambda text: f'<a href="data:text/plain;base64,{b64encode(text.encode()).decode()}">a</a>'.encode(),
    ),
    "a style": ("a.css", lambda text: ("a::after{content:'" + js(text, chr(92) + "{:x} ") + "'}").encode()),
    "escaped": ("a.html", lambda text: ("<a href='/?q=" + js(text, "%u{:04x}") + "'>a</a>").encode()),
    "folded lines": (
        "a.ics",
        lambda text: b"DESCRIPTION:" + "\r\n ".join(text[at : at + 5] for at in range(0, len(text), 5)).encode(),
    ),
    "a card": ("a.vcf", lambda text: b"NOTE;ENCODING=QUOTED-PRINTABLE:" + encodestring(text.encode(), quotetabs=True)),
    "parted words": (
        "a.txt",
        lambda text: re.sub(r"(\w{3})(\w{3})", "\\1-\n\\2", text).encode() if " " in text else text.encode(),
    ),
    "hexadecimal": ("a.json", lambda text: f'{{"a": "{text.encode().hex()}"}}'.encode()),
    "a zip file": ("a.zip", lambda text: archived("a.txt", text.encode())),
    "a name in a zip file": ("a.zip", lambda text: archived(f"{text.replace(' ', '-')}.txt", b"a")),
    "Word": (
        "a.docx",
        lambda text: archived("word/document.xml", f"<w:t>{spaced(text, '</w:t><w:t>')}</w:t>".encode()),
    ),
    "a book": (
        "a.epub",
        lambda text: archived("OEBPS/a.xhtml", "".join(f"<p>{word}</p>" for word in pieces(text)).encode()),
    ),
    "a packed text": ("a.csv.gz", lambda text: gzip.compress(text.encode("utf-16"))),
    "a zip file in a zip file": (
        "a.zip",
        lambda text: archived("b.zip", archived("a.json", json.dumps(text).encode())),
    ),
    "a mail in a zip file": ("a.zip", lambda text: archived("a.eml", mailed(text, "base64"))),
    "utf-16 of the other kind": ("a.txt", lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
    "utf-32": ("a.txt", lambda text: text.encode("utf-32")),
    "an unknown ending": ("a.dat", lambda text: text.encode()),
    "direction marks": ("a.txt", lambda text: spaced(text, "\u200e\u2066").encode()),
    "texts side by side": ("a.py", lambda text: ("a = (" + spaced(text, '" "').join('""') + ")").encode()),
    "a line that goes on": ("a.py", lambda text: ("a = '" + spaced(text, "\\\n") + "'").encode()),
    "a list of words": ("a.json", lambda text: json.dumps(pieces(text)).encode()),
    "places to break": ("a.html", lambda text: spaced(text, "<wbr>").encode()),
    "remarks between letters": ("a.html", lambda text: spaced(text, "<!-- x -->").encode()),
    "names of what is not seen": ("a.html", lambda text: spaced(text, "&ZeroWidthSpace;").encode()),
    "octal numbers": (
        "a.js",
        lambda text: ("a = '" + "".join(f"\\{byte:03o}" for byte in text.encode()) + "'").encode(),
    ),
    "packed in lines": ("a.txt", lambda text: encodebytes(text.encode() * 3)),
    "packed for addresses": ("a.json", lambda text: b'{"a": "%s"}' % urlsafe_b64encode(text.encode())),
    "packed twice": ("a.json", lambda text: b'{"a": "%s"}' % b64encode(b64encode(text.encode()))),
    "packed and written in two parts": (
        "a.js",
        lambda text: (lambda p: f"atob('{p[:21]}' + '{p[21:]}')")(b64encode(text.encode()).decode()).encode(),
    ),
    "bytes in a list": (
        "a.js",
        lambda text: f"new Uint8Array([{','.join(f'0x{byte:02x}' for byte in text.encode())}])".encode(),
    ),
    "bytes": ("a.py", lambda text: repr(text.encode()).encode()),
    "Cyrillic of Windows": (
        "a.txt",
        lambda text: text.encode("cp1251", "ignore") if "\u0434" in text else text.encode(),
    ),
    "Cyrillic of Unix": ("a.csv", lambda text: text.encode("koi8-r", "ignore") if "\u0434" in text else text.encode()),
    "Chinese of China": ("a.csv", lambda text: text.encode("gb18030")),
    "Japanese of Windows": (
        "a.csv",
        lambda text: text.encode("shift_jis", "ignore") if "\u306f" in text else text.encode(),
    ),
    "Japanese of mails": ("a.txt", lambda text: text.encode("iso2022_jp") if "\u306f" in text else text.encode()),
    "Arabic of Windows": ("a.txt", lambda text: text.encode("cp1256") if "\u0645" in text else text.encode()),
    "data of XML": ("a.xml", lambda text: f"<a><![CDATA[{text}]]></a>".encode()),
    "numbers in a style": ("a.css", lambda text: ("a::after{content:'" + js(text, chr(92) + "{:06x}") + "'}").encode()),
    "numbers in Python": ("a.py", lambda text: ("a = '" + js(text, chr(92) + "U{:08x}") + "'").encode()),
    "a spreadsheet": ("a.xlsx", lambda text: archived("xl/sharedStrings.xml", f"<si><t>{text}</t></si>".encode())),
    "a text document": (
        "a.odt",
        lambda text: archived("content.xml", f"<text:p>{spaced(text, '<text:s/>')}</text:p>".encode()),
    ),
    "a packed mail": ("a.eml.gz", lambda text: gzip.compress(mailed(text, "base64"))),
}


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("way", FILES)
def test_a_sentence_is_found_in_every_file_that_says_it(way: str, sentence: str, many: bool) -> None:
    path, write = FILES[way]
    watched = watch(sentence, *(OTHERS if many else ()))
    assert watched.hits_in_file(path, write(sentence)) == (0,)
    other = sentence[: len(sentence) // 2] + sentence[len(sentence) // 2 + 2 :]
    assert watched.hits_in_file(path, write(other)) == ()


def test_a_sentence_is_found_in_a_paper() -> None:
    assert watch(WORD_FOR_WORD).hits_in_file("a.pdf", paper(WORD_FOR_WORD)) == (0,)
    assert watch(WORD_FOR_WORD).hits_in_file("a.pdf", paper("The council will keep it.")) == ()


def pieces(text: str) -> list[str]:
    """The words of a text, or its signs where there are no blanks."""
    return text.split() if " " in text else list(text)


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("way", WAYS)
def test_a_sentence_is_found_however_it_is_written(way: str, sentence: str, many: bool) -> None:
    path, write = WAYS[way]
    watched = watch(sentence, *(OTHERS if many else ()))
    assert watched.hits(Output(path, write(sentence), "")) == (0,)
    other = sentence[: len(sentence) // 2] + sentence[len(sentence) // 2 + 2 :]
    assert watched.hits(Output(path, write(other), "")) == ()


LETTERS = st.text(st.characters(categories=["L", "N", "Mn"]), min_size=3, max_size=9)


@pytest.mark.slow
@given(st.lists(LETTERS, min_size=4, max_size=8).map(" ".join))
@example("000 000 000 00²")
@example("000 000 AA¹ 000")
@example("Port[1] shuts (applause) in May¹ again")
@example("ＱＵＯ ＲＶＥ Ｘ12 34５")
def test_words_of_any_script_are_found_in_a_longer_text(text: str) -> None:
    assume(len(letters(text)) >= 8)
    assert watch(text).hits(Output("a.txt", f"Before. {text} After.".encode(), "")) == (0,)
    assert watch(text, *OTHERS).hits(Output("a.txt", f"Before. {text} After.".encode(), "")) == (0,)


def test_every_letter_that_is_read_as_one_of_ascii_is_known() -> None:
    """The quick look at a page sees ASCII letters alone: what folds to them must be seen for what it is."""
    for code in (*range(0x80, 0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE0200)):
        read = folded(chr(code))
        if combining(chr(code)):
            # It makes another letter of the one before it.
            continue
        if not read or re.search("[a-z]", read):
            sentence = "Nobody has seen the har{}bour of the town as yet."
            page = Output("a.txt", sentence.format(chr(code)).encode(), "")
            assert watch(sentence.format(read)).hits(page) == (0,), hex(code)


def test_signs_of_scripts_without_blanks_say_as_much_as_words() -> None:
    assert weight("码头秋天将出售") == 21
    assert weight("桟橋を売却する") == 21
    assert weight("The pier") == 8
    assert weight("Причал") == 6


def test_a_file_that_is_no_valid_json_is_searched_as_text() -> None:
    assert hits("own.json", f"not JSON: {SHOWN}", watch(SHOWN)) == (0,)
    assert hits("own.json", "council {", watch(SHOWN)) == ()


def test_files_that_are_no_text_are_not_searched() -> None:
    assert hits("photo.png", SHOWN, watch(SHOWN)) == ()


WORDS = st.lists(st.sampled_from(["harbour", "ferry", "storm", "bridge", "council", "tower"]), min_size=4, max_size=6)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=8), st.lists(WORDS.map(" ".join), max_size=4))
def test_few_secrets_and_many_are_found_alike(sentences: list[str], shown: list[str]) -> None:
    """Up to fifty words are looked for one by one; of more the page is cut into words."""
    text = ". ".join(shown)
    found = hits("a.txt", text, watch(*sentences))
    assert found == tuple(n for n, sentence in enumerate(sentences) if sentence in text)
    others = [f"unique{n} sentence{n} that{n} occurs{n} nowhere{n}" for n in range(80)]
    assert hits("a.txt", text, watch(*sentences, *others)) == found


def test_a_sentence_of_public_words_is_found_too() -> None:
    """The words of a sentence may all be public, in other sentences, and the sentence itself may not."""
    watched = watch(SHOWN)
    assert hits("a.txt", SHOWN, watched) == (0,)
    public = watched.held_in([0], ["In autumn: old Sons sell council The; will Ferry to in pier the Øresund at."])
    found = watched.diagnostic("a.txt", [0], list(public))
    assert found is not None
    assert found.code == "leak"


def test_a_file_that_is_one_long_line_is_searched_in_little_time_and_for_what_addresses_write_by_numbers() -> None:
    # A search that takes ages ends at the time limit of the suite.
    line = "a{b:c}" * 100_000
    assert hits("site.css", line + "d%20e", watch(SHOWN)) == ()
    assert hits("site.css", line + quote(SHOWN) + line, watch(SHOWN)) == (0,)


def test_a_sentence_without_a_long_word_is_found_too() -> None:
    short = "It is up to us to do it, or so it is."
    assert hits("a.txt", SHOWN, watch(short, SHOWN)) == (1,)
    assert hits("a.txt", f"<p>{short}</p>", watch(short, SHOWN)) == (0,)


def test_what_is_public_elsewhere_is_no_leak() -> None:
    def found_beside(known: str, *sentences: str) -> Diagnostic | None:
        watched, places = watch(*sentences), range(len(sentences))
        return watched.diagnostic("a.html", places, frozenset(watched.held_in(places, known.split("\n"))))

    assert found_beside(f"Earlier. {SENTENCE}", SENTENCE) is None
    found = found_beside("The council will sell the old pier.", SENTENCE)
    assert found is not None
    assert found.message.startswith("a.html would hold `The council will sell")
    assert found.place.path == "briefings/a.md"
    # The end of one text and the beginning of another make no sentence public.
    assert found_beside(SENTENCE.replace(" pier", "\npier"), SENTENCE) is not None
    # The first one may be public and the second not.
    second = "No other sentence is like this one here."
    found = found_beside(SENTENCE, SENTENCE, second)
    assert found is not None
    assert second[:-1] in found.message


sentences = st.lists(st.sampled_from([*SENTENCES, *OTHERS[:8], "Up to us it is, or so it is.", "Rain"]), unique=True)


@given(
    sentences, sentences, st.lists(st.sampled_from([*SENTENCES, *OTHERS[:8], "Rain", "or so it is."])), st.booleans()
)
def test_a_file_that_was_searched_before_gives_what_a_clean_search_gives(
    before: list[str], after: list[str], expected: list[str], many: bool
) -> None:
    """Whatever sentences come and go, and whether there are few of them or many."""
    output = Output("a.html", "".join(f"<p>{text}</p>" for text in expected).encode(), "")
    earlier, now = watch(*before), watch(*after, *(OTHERS[8:] if many else ()))
    later = replace(now, before=earlier.marks)
    assert later.hits_since(earlier.ident, earlier.hits(output), lambda: output) == now.hits(output)
    assert later.hits_since("another search", (), lambda: output) == now.hits(output)


def test_a_file_is_not_read_again_where_no_sentence_is_new() -> None:
    later = replace(watch(RUSSIAN), before=watch(WORD_FOR_WORD, RUSSIAN).marks)
    earlier = watch(WORD_FOR_WORD, RUSSIAN).ident
    assert later.hits_since(earlier, (0, 1), lambda: None) == (0,)
    assert later.hits_since(earlier, (0,), lambda: None) == ()
    assert replace(later, secrets=watch(CHINESE).secrets).hits_since(earlier, (), lambda: None) is None


@given(st.text(alphabet=st.sampled_from([*"aÖß fiﬁĳ…’ʼ-‐\n.\u00ad\u0301\u3000議会Ａ１"]), max_size=40))
def test_letters_of_a_text_are_those_of_its_plain_form(text: str) -> None:
    """So that public texts need not be made plain before secrets are looked for in them."""
    assert letters(plain_sentence(text)) == letters(text)
