"""Secrets looked for in what is about to be published."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes

from annotated_briefings.base.compared import folded, letters, unspaced, words
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, is_text_file
from annotated_briefings.content.model import Brief
from annotated_briefings.output.packed_texts import words_of
from annotated_briefings.output.readings import as_utf8, read_out
from annotated_briefings.output.render import Output
from annotated_briefings.output.shown_titles import titles_in
from annotated_briefings.site.checks.unpublished_text import Secret, find_secrets, public_text, told_text, told_titles
from annotated_briefings.site.context import SiteContext

_TAG = re.compile(r"<[^>]*>")
_TAG_BYTES = re.compile(rb"<[^>]*>")
_TAG_OF_TEXT = re.compile(rb"&lt;(?:(?!&gt;)[^<>])*&gt;")
"""A tag of HTML that is written as text, as in feeds."""
_REFERENCE = re.compile(rb"&(?:amp;)*(?!amp;|lt;|gt;|quot;|#34;|#39;|#x27;)(?:#|[A-Za-z]+;)")
"""A character that is written by its name or number, but for those that no word holds; in feeds twice."""
_BACKSLASH = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PERCENT = re.compile(rb"[^\s\"'<>]*%[0-9A-Fa-f]{2}[^\s\"'<>]*")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_ASCII = bytes(range(128))
_CHANGED = re.compile(
    rb"\xc2[\xaa\xad\xba]|\xc4[\xb0\xb2\xb3\xbf]|\xc5[\x80\x89\xbf]|\xc7[\x84-\x8c\xb0-\xb3]|\xca[\xb0-\xbf]|\xcb[\x88\xa0-\xa4]"
    rb"|\xcc|\xcd|\xd8\x9c|\xe1(?:[\x85\x9e\xa0\xb4-\xb6]|\xba[\x96-\x9e])|\xe2(?:\x80[\x8b-\x8f\xaa-\xae]"
    rb"|\x81[\xa0-\xaf\xb1\xbf]|\x82[\x90-\x9c\xa8]|[\x84\x85\x92\x93]|\xb1[\xbc\xbd])|\xe3(?:\x85\xa4|[\x88-\x8f])"
    rb"|\xea(?:\x9c|\x9d|\x9f|\xad)|\xef(?:[\xac\xb8\xbb-\xbd]|\xbe\xa0)|\xf0(?:\x90\x9e|\x9c\xb3|\x9d|\x9f[\x84-\x86])|\xf3\xa0"
)
"""What is not seen, what is set upon a letter, and ASCII letters in another form, in UTF-8."""
_SHARP_S = "\u00df".encode()
"""The one letter that is common and becomes two of ASCII without case."""
_LETTERS = bytes(b if chr(b).isalnum() and b < 128 else 32 for b in range(256))
"""Turns every byte that is no ASCII letter or digit into a space: cutting a page into words costs next to nothing."""
_FEW = 50
"""Words up to which it is faster to look for each of them than to cut a page into words."""
_LONG, _GRAM = 4, 4
"""Letters of a word that is worth looking for, and signs where there are no blanks between words."""
_WORD = re.compile(rf"(?<![^\W_])[a-z]{{{_LONG},}}(?![^\W_])")
_SHORT = re.compile(r"(?<![^\W_])[a-z0-9]+(?![^\W_])")


class Canaries(NamedTuple):
    """One word or run of signs for each secret, with the places of the secrets that it stands for."""

    plain: Mapping[bytes, tuple[int, ...]]
    """Words of ASCII letters."""
    wide: Mapping[str, tuple[int, ...]]
    """Words and runs of other letters, for secrets that have none of ASCII."""


def canaries(secrets: Sequence[Secret], known: str) -> Canaries:
    """What gives secrets away: a word of each that ``known`` lacks, if there is any."""
    public = folded(known)
    seen = frozenset(words(public)) | _grams(public)
    plain: dict[bytes, list[int]] = defaultdict(list)
    wide: dict[str, list[int]] = defaultdict(list)
    for place, secret in enumerate(secrets):
        text = folded(secret.plain)
        runs = sorted(_grams(text)) or [word for word in words(text) if len(word) >= _LONG and not word.isascii()]
        if found := _WORD.findall(text) or ([] if runs else _SHORT.findall(text)):
            plain[_rarest(found, seen, lambda word: word.encode() in plain).encode()].append(place)
        elif runs := runs or words(text):
            wide[_rarest(runs, seen, wide.__contains__)].append(place)
    return Canaries({w: tuple(p) for w, p in plain.items()}, {w: tuple(p) for w, p in wide.items()})


def _rarest(found: Sequence[str], seen: frozenset[str], chosen: Callable[[str], bool]) -> str:
    """One of some words that is not seen elsewhere, rather one that is chosen already, and rather a long one."""
    rare = [word for word in found if word not in seen]
    # A word that other secrets have chosen already costs nothing more.
    return next(filter(chosen, rare), "") or max(rare or found, key=len)


def _grams(text: str) -> frozenset[str]:
    """The runs of a few signs of a text in scripts without blanks."""
    run = "" if text.isascii() else unspaced(text)
    return frozenset(run[at : at + _GRAM] for at in range(len(run) - _GRAM + 1))


@dataclass(frozen=True)
class Watch:
    """Looks for secrets in files."""

    secrets: tuple[Secret, ...]
    """What must not be shown."""
    known: str
    """All public text; what is there too is no secret."""
    told: str = ""
    """The part of it that makes headlines and addresses public: they are not by being an old name of something."""
    titles: frozenset[str] = frozenset()
    """The letters of short titles that are public as whole titles, or are names."""

    @cached_property
    def marks(self) -> Canaries:
        """The words that give secrets away."""
        return canaries(self.secrets, self.known)

    @cached_property
    def ident(self) -> str:
        """Digest of the secrets: with the same ones a file need not be looked at twice."""
        return digest(self.secrets)

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The secrets as they are looked for."""
        return tuple(letters(secret.plain) for secret in self.secrets)

    @cached_property
    def _words(self) -> tuple[frozenset[bytes], ...]:
        """The longer words of each secret: many pages hold one of them, and few hold all."""
        return tuple(frozenset(w.encode() for w in _WORD.findall(folded(secret.plain))) for secret in self.secrets)

    @cached_property
    def _known(self) -> str:
        return letters(self.known)

    @cached_property
    def _told(self) -> str:
        return letters(self.told)

    def hits(self, output: Output) -> tuple[int, ...]:
        """The places of the secrets that a file, or its address, holds."""
        return self.hits_of(output.path, as_utf8(output.data) if is_text_file(output.path) else b"")

    def hits_in_file(self, path: str, data: bytes) -> tuple[int, ...]:
        """The places of the secrets that a file of any kind, or its address, holds, however it writes them: others made
        it, and pages of the build write no text in such a way."""
        return self.hits_of(path, read_out(path.lower(), as_utf8(words_of(path, data))))

    def hits_of(self, path: str, text: bytes) -> tuple[int, ...]:
        """The places of the secrets that a text in UTF-8, or the address of its file, holds."""
        data = f"{path}\n".encode() + text
        places = self._given_away(data)
        if not places:
            return ()
        forms = list(_shown(data.decode("utf-8", "replace")))
        shown = "\n".join(map(letters, forms))
        short = any(self.secrets[place].whole for place in places)
        titles = frozenset[str]().union(*map(titles_in, forms)) if short else frozenset[str]()
        return tuple(
            place for place in sorted(places) if self._forms[place] in (titles if self.secrets[place].whole else shown)
        )

    def _given_away(self, data: bytes) -> set[int]:
        """The places of the secrets whose words a file holds."""
        plain, wide = self.marks
        read = _read(data)
        found: set[int] = set()
        if len(plain) <= _FEW:
            # Looking for each word is faster than cutting the page into words, as long as they are few.
            found.update(
                place for word, places in plain.items() for place in places if any(word in text for text in read)
            )
        else:
            there = {word for text in read for word in text.translate(_LETTERS).split()}
            candidates = (place for word in plain.keys() & there for place in plain[word])
            found.update(place for place in candidates if self._words[place] <= there)
        if wide and not all(text.isascii() for text in read):
            texts = [folded(text.decode("utf-8", "replace")) for text in read]
            others = {word for text in texts for word in words(text)}.union(*map(_grams, texts))
            found.update(place for word in wide.keys() & others for place in wide[word])
        return found

    def leaks(self, searched: Iterable[tuple[str, Iterable[int]]]) -> Iterator[Diagnostic]:
        """The diagnostics for all that was searched: names of files, and the places of the secrets in each."""
        yield from filter(None, (self.diagnostic(path, hits) for path, hits in searched))

    def diagnostic(self, path: str, hits: Iterable[int]) -> Diagnostic | None:
        """The diagnostic for a file that holds some secrets; None when all of them are public elsewhere."""
        for place in hits:
            secret = self.secrets[place]
            public = self.titles if secret.whole else self._told if secret.heading else self._known
            if self._forms[place] not in public:
                return report(
                    "leak",
                    f"{path} would hold `{shortened(secret.plain)}`, which is not public",
                    Place(secret.path),
                    help="nothing was written; take the words out of what shows them, or publish them",
                )
        return None


def watch_for(held: Collection[Brief], context: SiteContext) -> Watch | None:
    """What looks for the secrets of a site; None where it has none."""
    secrets = find_secrets(held, context)
    if not secrets:
        return None
    return Watch(secrets, public_text(context), told_text(context), told_titles(context, secrets))


def _read(data: bytes) -> list[bytes]:
    """The text of a file in small ASCII letters in each form in which a word may be read that is written otherwise: by
    numbers, with marks that nobody sees, cut by a tag, in an address."""
    odd = not data.isascii() and _CHANGED.search(data.translate(None, _ASCII))
    if odd or b"\\u" in data or (b"&" in data and _REFERENCE.search(data)):
        data = folded(unescape(unescape(_without_backslashes(data.decode("utf-8", "replace"))))).encode(
            "utf-8", "replace"
        )
    out = [data.lower().replace(_SHARP_S, b"ss")]
    out.append(_TAG_BYTES.sub(b"", out[0]))
    if b"&lt;" in data:
        out.append(_TAG_OF_TEXT.sub(b"", out[1]))
    if b"%" in data and (written := set(_PERCENT.findall(data))):
        out.append(folded(unquote(b" ".join(map(unquote_to_bytes, written)).decode("utf-8", "replace"))).encode())
    return out


def _shown(text: str) -> Iterator[str]:
    """The text of a file in every form in which somebody may read it: with tags, since their attributes are read out
    and shown by other sites; without them; and without those of HTML that is written as text, as in feeds; each also
    with what addresses in it write by numbers."""
    text = _without_backslashes(text)
    forms = [unescape(text)]
    for _ in range(2):
        text = unescape(_TAG.sub("", text))
        forms.append(text)
    for form in forms:
        yield form
        if _ENCODED.search(form):
            yield unquote(unquote(form))


def _without_backslashes(text: str) -> str:
    """A text as it is once the escapes of JSON and JavaScript in it are read."""
    if "\\" not in text:
        return text
    found = _BACKSLASH.sub(
        lambda escape: chr(int(escape[1], 16)) if escape[1] else _MEANT.get(escape[2], escape[2]), text
    )
    # Characters beyond the first plane are written as two.
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
