"""Secrets looked for in what is about to be published."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from json import loads

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.output.render import Output
from annotated_briefings.site.checks.unpublished_text import Secret

_TEXTS = (".html", ".xml", ".json", ".md", ".txt", ".webmanifest")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_LETTERS = bytes(b if chr(b).isalnum() or b > 127 else 32 for b in range(256))
"""Turns every byte that is no letter or digit into a space: cutting a page into words costs next to nothing then."""
_FEW = 50
"""Words up to which it is faster to look for each of them than to cut a page into words."""
_LONG = 4
"""Letters of a word that is worth looking for."""


def canaries(secrets: Sequence[Secret], known: str) -> Mapping[bytes, tuple[int, ...]]:
    """A word to the places of the secrets that it stands for: one of each that ``known`` lacks, if there is any."""
    public = frozenset(known.encode().translate(_LETTERS).split())
    out: dict[bytes, list[int]] = defaultdict(list)
    for place, secret in enumerate(secrets):
        words = [word for word in secret.written.encode().translate(_LETTERS).split() if len(word) >= _LONG]
        rare = [word for word in words if word not in public]
        # A word that other secrets have chosen already costs nothing more.
        word = next((word for word in rare if word in out), None) or max(rare or words, key=len, default=None)
        if word:
            out[word].append(place)
    return {word: tuple(places) for word, places in out.items()}


@dataclass(frozen=True)
class Watch:
    """Looks for secrets in files."""

    secrets: tuple[Secret, ...]
    """What must not be shown."""
    known: str
    """All public text, in plain form; what stands there too is no secret."""
    plain: Callable[[str], str]
    """Makes texts comparable."""

    @cached_property
    def marks(self) -> Mapping[bytes, tuple[int, ...]]:
        """The words that give secrets away."""
        return canaries(self.secrets, self.known)

    @cached_property
    def ident(self) -> str:
        """Digest of the secrets: with the same ones a file need not be looked at twice."""
        return digest(self.secrets)

    def hits(self, output: Output) -> tuple[int, ...]:
        """The places of the secrets that a file holds."""
        if not output.path.endswith(_TEXTS):
            return ()
        marks = self.marks
        # Looking for each word is faster than cutting the page into words, as long as they are few.
        words = (
            {mark for mark in marks if mark in output.data}
            if len(marks) <= _FEW
            else marks.keys() & output.data.translate(_LETTERS).split()
        )
        if not words:
            return ()
        text = self.plain(_shown(output))
        places = sorted({place for word in words for place in marks[word]})
        return tuple(place for place in places if self.secrets[place].plain in text)

    def said(self, path: str, hits: Iterable[int]) -> Diagnostic | None:
        """What is said of a file that holds some secrets; None when all of them are public elsewhere."""
        for place in hits:
            secret = self.secrets[place]
            if secret.plain not in self.known:
                return report(
                    "leak",
                    f"{path} would hold `{shortened(secret.plain)}`, which is not public",
                    Place(secret.path),
                    help="nothing was written; take the words out of what shows them, or publish them",
                )
        return None


def _shown(output: Output) -> str:
    """The text of a file as its readers see it."""
    text = output.data.decode("utf-8", "replace")
    if output.path.endswith(".json"):
        text = " ".join(_strings(loads(text)))
    return _SPACE.sub(" ", unescape(_TAG.sub("", text)))


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)
