"""Secrets looked for in what is about to be published."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import TEXT_FILES, Place
from annotated_briefings.output.render import Output
from annotated_briefings.site.checks.unpublished_text import Secret

_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_REFERENCE = re.compile(rb"&(?!amp;|lt;|gt;|quot;|#34;|#39;|#x27;)")
"""A character that is written by its name or number, but for those that no word holds."""
_BACKSLASH = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
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
    """All public text, in plain form; what is there too is no secret."""
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
        if not output.path.lower().endswith(TEXT_FILES):
            return ()
        marks, data = self.marks, output.data
        if b"\\u" in data or _REFERENCE.search(data):
            data = unescape(_without_backslashes(data.decode("utf-8", "replace"))).encode("utf-8", "replace")
        # Looking for each word is faster than cutting the page into words, as long as they are few.
        words = (
            {mark for mark in marks if mark in data}
            if len(marks) <= _FEW
            else marks.keys() & data.translate(_LETTERS).split()
        )
        if not words:
            return ()
        text = self.plain(_shown(output))
        places = sorted({place for word in words for place in marks[word]})
        return tuple(place for place in places if self.secrets[place].plain in text)

    def diagnostic(self, path: str, hits: Iterable[int]) -> Diagnostic | None:
        """The diagnostic for a file that holds some secrets; None when all of them are public elsewhere."""
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
    """The text of a file in every form in which somebody may read it: with tags, since their attributes are read out
    and shown by other sites; without them; and without those of HTML that is written as text, as in feeds."""
    text = _without_backslashes(output.data.decode("utf-8", "replace"))
    forms = [unescape(text)]
    for _ in range(2):
        text = unescape(_TAG.sub("", text))
        forms.append(text)
    return _SPACE.sub(" ", "\n".join(forms))


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
