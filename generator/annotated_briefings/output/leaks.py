"""Secrets looked for in what is about to be published."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from annotated_briefings.base.compared import folded, letters, unspaced, words
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source, is_text_file
from annotated_briefings.content.markdown.text import Body
from annotated_briefings.content.model import Brief
from annotated_briefings.output.readings import (
    as_utf8,
    kept_forms,
    kept_words,
    readable_bytes,
    without_backslashes,
    written_forms,
)
from annotated_briefings.output.render import Output
from annotated_briefings.output.shown_titles import titles_in
from annotated_briefings.site.checks.unpublished_text import (
    Secret,
    find_secrets,
    public_texts,
    public_titles,
    published_words,
    texts_of,
    titles_of,
)
from annotated_briefings.site.context import SiteContext

_TAG = regex(r"<[^>]*>")
_ENCODED = regex(r"%[0-9A-Fa-f]{2}")
_LETTERS = bytes(b if chr(b).isalnum() and b < 128 else 32 for b in range(256))
"""Turns every byte that is no ASCII letter or digit into a space: cutting a page into words costs next to nothing."""
_FEW = 50
"""Words up to which it is faster to look for each of them than to cut a page into words."""
_SMALL = 100_000
"""Bytes of a file that is worth remembering."""
_ENOUGH = 3
"""Words that are hardly together on a page that does not hold the sentence."""
_LONG, _GRAM = 4, 4
"""Letters of a word that is worth looking for, and signs where there are no blanks between words."""
_WORD = regex(rf"(?<![^\W_])[a-z]{{{_LONG},}}(?![^\W_])")
_SHORT = regex(r"(?<![^\W_])[a-z0-9]+(?![^\W_])")


class Clues(NamedTuple):
    """The words and runs of signs without all of which a file does not hold a secret. They depend on that secret alone,
    and so does what is found: a search for some secrets finds of each what a search for more of them finds."""

    plain: tuple[bytes, ...]
    """Words of ASCII letters, the longest first."""
    wide: tuple[str, ...]
    """Words and runs of other letters, for secrets that have none of ASCII."""


def clues(secret: Secret) -> Clues:
    """What gives a secret away."""
    text = folded(secret.plain)
    runs = sorted(_grams(text)) or _longest(word for word in words(text) if len(word) >= _LONG and not word.isascii())
    # A word that is written in other letters, such as `00²`, is not there as it is compared.
    written = frozenset(_SHORT.findall(secret.plain.lower()))
    plain = _longest(written.intersection(_WORD.findall(text)))
    if found := plain or ([] if runs else _longest(written.intersection(_SHORT.findall(text)))):
        return Clues(tuple(word.encode() for word in found), ())
    return Clues((), tuple(runs or _longest(words(text))))


def _longest(found: Iterable[str]) -> list[str]:
    """The longest of some words: the rarest as a rule, whatever else a site says."""
    return sorted(set(found), key=lambda word: (-len(word), word))[:_ENOUGH]


def _grams(text: str) -> frozenset[str]:
    """The runs of a few signs of a text in scripts without blanks."""
    run = "" if text.isascii() else unspaced(text)
    return frozenset(run[at : at + _GRAM] for at in range(len(run) - _GRAM + 1))


@dataclass(frozen=True)
class Watch:
    """Looks for secrets in files."""

    secrets: tuple[Secret, ...]
    """What must not be shown."""
    before: tuple[str, ...] = ()
    """The marks of the secrets of an earlier search, most of which may be the same."""

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Digests of the secrets, as far as what is found of each depends on it."""
        return tuple(digest(secret.plain, secret.whole) for secret in self.secrets)

    @cached_property
    def ident(self) -> str:
        """Digest of the secrets: with the same ones a file need not be looked at twice."""
        return digest(self.marks)

    @cached_property
    def _before(self) -> str:
        """The digest of the secrets of the earlier search."""
        return digest(self.before)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {mark: place for place, mark in enumerate(self.marks)}

    @cached_property
    def _new(self) -> tuple[int, ...]:
        """The places of the secrets that the earlier search did not look for."""
        known = frozenset(self.before)
        return tuple(place for place, mark in enumerate(self.marks) if mark not in known)

    @cached_property
    def _for_new(self) -> "Watch":
        """Looks for these alone."""
        return Watch(tuple(self.secrets[place] for place in self._new))

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The secrets as they are looked for."""
        return tuple(letters(secret.plain) for secret in self.secrets)

    @cached_property
    def _clues(self) -> tuple[Clues, ...]:
        return tuple(map(clues, self.secrets))

    @cached_property
    def _plain(self) -> Mapping[bytes, Sequence[int]]:
        """The longest word of each secret, with the places of the secrets that it stands for."""
        return _by_first(found.plain for found in self._clues)

    @cached_property
    def _wide(self) -> Mapping[str, Sequence[int]]:
        """The same of secrets without words of ASCII letters."""
        return _by_first(found.wide for found in self._clues)

    def hits_since(self, ident: str, hits: Sequence[int], read: Callable[[], Output | None]) -> tuple[int, ...] | None:
        """The places of the secrets in a file in which ``hits`` were found of those with an ``ident``: it is read, and
        searched for those alone that were not looked for then. None where it cannot be read."""
        if ident != self._before:
            output = read()
            return self.hits(output) if output else None
        found = {self._places[mark] for mark in map(self.before.__getitem__, hits) if mark in self._places}
        if self._new:
            if (output := read()) is None:
                return None
            found.update(self._new[place] for place in self._for_new.hits(output))
        return tuple(sorted(found))

    def hits(self, output: Output) -> tuple[int, ...]:
        """The places of the secrets that a file, or its address, holds."""
        return self.hits_of(output.path, as_utf8(output.data) if is_text_file(output.path) else b"")

    def hits_in_file(self, path: str, data: bytes) -> tuple[int, ...]:
        """The places of the secrets that a file of any kind, or its address, holds, however it writes them: others made
        it, and pages of the build write no text in such a way."""
        again = len(data) < _SMALL
        return self.hits_of(path, (kept_words if again else readable_bytes)(path, data), again=again)

    def hits_of(self, path: str, text: bytes, *, again: bool = False) -> tuple[int, ...]:
        """The places of the secrets that a text in UTF-8, or the address of its file, holds; ``again`` of a file of the
        theme, in which each save of a draft in the preview has another sentence looked for."""
        data = f"{path}\n".encode() + text
        places = self._given_away(kept_forms(data) if again else written_forms(data))
        if not places:
            return ()
        forms = list(_shown(data.decode("utf-8", "replace")))
        shown = "\n".join(map(letters, forms))
        short = any(self.secrets[place].whole for place in places)
        titles = frozenset[str]().union(*map(titles_in, forms)) if short else frozenset[str]()
        return tuple(
            place for place in sorted(places) if self._forms[place] in (titles if self.secrets[place].whole else shown)
        )

    def _given_away(self, read: Sequence[bytes]) -> set[int]:
        """The places of the secrets whose words a file holds."""
        found: set[int] = set()
        # Looking for each word is faster than cutting the page into words, as long as they are few.
        if len(self._plain) > _FEW or any(word in text for word in self._plain for text in read):
            there = {word for text in read for word in text.translate(_LETTERS).split()}
            candidates = (place for word in self._plain.keys() & there for place in self._plain[word])
            found.update(place for place in candidates if there.issuperset(self._clues[place].plain))
        if self._wide and not all(text.isascii() for text in read):
            texts = [folded(text.decode("utf-8", "replace")) for text in read]
            others = {word for text in texts for word in words(text)}.union(*map(_grams, texts))
            candidates = (place for word in self._wide.keys() & others for place in self._wide[word])
            found.update(place for place in candidates if others.issuperset(self._clues[place].wide))
        return found

    def leaks(
        self, searched: Iterable[tuple[str, Collection[int]]], context: SiteContext, sources: Iterable[Source] = ()
    ) -> Iterator[Diagnostic]:
        """The diagnostics for all that was searched: names of files, and the places of the secrets in each. What is
        public is looked at only where something was found, and so are ``sources``, the files that editors write."""
        found = [(path, hits) for path, hits in searched if hits]
        if found:
            public = self.public({place for _, hits in found for place in hits}, context)
            written = tuple(sources)
            yield from filter(None, (self.diagnostic(path, hits, public, written) for path, hits in found))

    def shared(
        self,
        searched: Iterable[tuple[str, Collection[int]]],
        context: SiteContext,
        sources: Iterable[Source],
        by_error: Collection[str],
    ) -> Iterator[Diagnostic]:
        """A warning for each file that is held back and has words which an editor has published elsewhere too; files
        that are left out ``by_error`` are not held back."""
        hits = {place for _, places in searched for place in places if not self.secrets[place].whole}
        public = self.public(hits, context) if hits else frozenset[int]()
        open_to_all = {brief.path for brief in context.catalog.briefs}
        held = {secret.path for secret in self.secrets} - open_to_all - set(by_error)
        written = [source for source in sources if source.path not in held] if public else []
        published = set[str]()
        for place in sorted(public):
            secret = self.secrets[place]
            where = self._where(place, written) or self._brief_with(place, context)
            if where and secret.path in held and secret.path not in published:
                published.add(secret.path)
                yield report(
                    "shared-words",
                    f"`{shortened(secret.plain)}` is also in {secret.path}, which is not public",
                    where,
                    help="take it out here if readers are not to know it yet",
                )

    def public(self, places: Collection[int], context: SiteContext) -> frozenset[int]:
        """Those of some secrets that are public elsewhere, and so are none."""
        of = self.secrets
        titles = {place for place in places if of[place].whole}
        addressed = {place for place in places if of[place].heading and not of[place].whole}
        known = {place for place in places if not of[place].heading and not of[place].whole}
        return frozenset(
            (
                *self.held_in(known, public_texts(context) if known else ()),
                *self.held_in(addressed, published_words(context) if addressed else ()),
                *self._whole(titles, public_titles(context) if titles else ()),
            )
        )

    def held_in(self, places: Collection[int], texts: Iterable[str]) -> Iterator[int]:
        """Those of some secrets that some texts hold, each by itself."""
        left = {place: self._forms[place] for place in places}
        for text in texts:
            plain = letters(text)
            for place in [place for place, form in left.items() if form in plain]:
                del left[place]
                yield place
            if not left:
                return

    def published_counts(self, places: Iterable[int], body: Body) -> Mapping[int, int]:
        """How often the text of a public brief has each of some secrets, which makes them public."""
        plain = letters(body.text)
        titles = Counter(map(letters, titles_of(body)))
        return {
            at: titles[self._forms[at]] if self.secrets[at].whole else plain.count(self._forms[at]) for at in places
        }

    def _whole(self, places: set[int], titles: Iterable[str]) -> Iterator[int]:
        """Those of some secrets that are some titles."""
        public = frozenset(map(letters, titles))
        return (place for place in places if self._forms[place] in public)

    def diagnostic(
        self, path: str, hits: Iterable[int], public: Collection[int], sources: Iterable[Source] = ()
    ) -> Diagnostic | None:
        """The diagnostic for a file that holds some secrets; None when all of them are public elsewhere."""
        for place in hits:
            secret = self.secrets[place]
            if place not in public:
                return report(
                    "leak",
                    f"{path} would hold `{shortened(secret.plain)}`, which is not public",
                    Place(secret.path),
                    help=f"nothing was written; take the words out of {self._origin(place, sources)}, or publish them",
                )
        return None

    def _origin(self, place: int, sources: Iterable[Source]) -> str:
        """The file and line in which an editor has written a secret a second time, as far as it is in one line."""
        where = self._where(place, sources)
        return f"{where.path}{f':{where.line}' if where.line else ''}" if where else "what shows them"

    def _where(self, place: int, sources: Iterable[Source]) -> Place | None:
        """The same as a place; None where it is in none of them."""
        form = self._forms[place]
        for source in sources:
            if source.path != self.secrets[place].path and form in letters(source.text):
                lines = source.text.split("\n")
                line = next((n for n, text in enumerate(lines, 1) if form in letters(text)), None)
                return Place(source.path, line, 1) if line else Place(source.path)
        return None

    def _brief_with(self, place: int, context: SiteContext) -> Place | None:
        """The public brief whose fields or text have a secret."""
        form = self._forms[place]
        texts = ((brief.path, text) for brief in context.catalog.briefs for text in texts_of(brief))
        return next((Place(path, 1, 1) for path, text in texts if form in letters(text)), None)


T = TypeVar("T", str, bytes)


def _by_first(found: Iterable[Sequence[T]]) -> Mapping[T, Sequence[int]]:
    """The first of each of some lists, with the places of the lists that it is the first of."""
    out: dict[T, list[int]] = defaultdict(list)
    for place, clue in enumerate(found):
        if clue:
            out[clue[0]].append(place)
    return out


def watch_for(held: Collection[Brief], context: SiteContext, before: tuple[str, ...] = ()) -> Watch | None:
    """What looks for the secrets of a site; None where it has none. ``before`` are the marks of those of an earlier
    search."""
    secrets = find_secrets(held, context)
    return Watch(secrets, before) if secrets else None


def _shown(text: str) -> Iterator[str]:
    """The text of a file in every form in which somebody may read it: with tags, since their attributes are read out
    and shown by other sites; without them; and without those of HTML that is written as text, as in feeds; each also
    with what addresses in it write by numbers."""
    text = without_backslashes(text)
    forms = [unescape(text)]
    for _ in range(2):
        text = unescape(_TAG.sub("", text))
        forms.append(text)
    for form in forms:
        yield form
        if _ENCODED.search(form):
            yield unquote(unquote(form))
