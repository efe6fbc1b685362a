"""Copied posts of social networks: a thread of one writer is an article, a feed of several writers is none."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given

COUNT, BUTTON, STAMP = "a counter of a post", "a button of a page", "when it was published"
_AGE = (
    r"(?:\d{1,3}\s?(?:s|m|min|h|hrs?|d|w|std|j|sem)|(?:[A-Z][a-zé]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Za-zé]{3,9}\.?)"
    r"(?:,? \d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_HANDLE = regex(
    rf"(?P<name>[^@]{{0,50}}?)\s*[(]?@(?P<handle>[\w.]{{2,30}}(?:@[\w.-]+\.\w+)?)[)]?(?:\s*[·•|–-]\s*(?P<age>{_AGE}))?"
)
_COUNT = regex(
    r"(?:\d{1,3}(?:[.,]\d{1,3})*\s?[KMBkm]?\s*(?:likes?|reposts?|retweets?|replies|reply|comments?|views?"
    r"|shares?|quotes?|bookmarks?"
    r"|gefällt mir|antworten|j['’]aime|réponses|me gusta|respuestas)?\W*)+",
    re.IGNORECASE,
)
_BUTTON = regex(
    r"(?:show (?:this thread|more|replies)|translate post|replying to .*|follow(?:ing)?|reply|repost(?:ed)?|like"
    r"|share|quote|·|more"
    r"|pinned|.{2,40} reposted|thread|see new posts|who can reply\?.*|from .{2,40}|antworten|teilen"
    r"|mehr anzeigen|folgen"
    r"|répondre|partager|voir plus|responder|compartir|mostrar más|last edited .*|views|read \d+ replies)",
    re.IGNORECASE,
)
_STAMP = regex(rf"[·•]?\s*{_AGE}|\d{{1,2}}[:.]\d\d(?:\s?[AP]M)?\s*[·•-]\s*.{{6,30}}", re.IGNORECASE)
_NUMBERED = regex(r"\(?\d{1,3}\s?/\s?(?:\d{1,3}|n)?\)?")
_FEWEST = 2
_SHARE = 5
"""Lines for each line that names a writer or counts something."""


class _CopiedPost(Value):
    place: int
    name: str
    handle: str
    first: int


def read_posts(lines: Sequence[str]) -> Outline | None:
    """A copied thread as an article, or a feed of posts that is left out with their number; None for any other text."""
    posts = [post for n, line in enumerate(lines) if line and (post := _post(lines, n)) is not None]
    written = [n for n, line in enumerate(lines) if line]
    signs = [
        n for n in written if _COUNT.fullmatch(lines[n]) or _BUTTON.fullmatch(lines[n]) or _STAMP.fullmatch(lines[n])
    ]
    if not posts or len(signs) < _FEWEST or (len(posts) + len(signs)) * _SHARE < len(written):
        return None
    heads = {n for post in posts for n in range(post.first, post.place + 1)}
    words = [n for n in written if n not in heads and n not in signs and n > posts[0].place]
    if not words:
        return None
    handles = {post.handle.casefold() for post in posts}
    text = {n: lines[n] for n in words}
    if len(handles) > 1:
        why = f"it is a feed of {len(posts)} posts of {len(handles)} writers: copy the post that is news alone"
        return Outline((ArticleLines(given=Given(), text=text, left={}, apart=True, left_out=why),), {})
    day = next((found for n in (*signs, *heads) if (found := find_day(lines[n]))), "")
    given = Given(author=posts[0].name, published=day)
    left = {n: _why(lines[n]) for n in written if n not in text}
    left = {n: why for n, why in left.items() if n not in heads}
    return Outline((ArticleLines(given=given, text=text, left=left, apart=True),), {})


def _post(lines: Sequence[str], n: int) -> _CopiedPost | None:
    found = _HANDLE.fullmatch(lines[n])
    if found is None:
        return None
    name, first = found["name"].strip(), n
    if not name and n and lines[n - 1] and len(lines[n - 1]) <= 50:
        name, first = lines[n - 1], n - 1
    return _CopiedPost(place=n, name=name, handle=found["handle"], first=first) if name else None


def _why(line: str) -> str:
    if _COUNT.fullmatch(line) or _NUMBERED.fullmatch(line):
        return COUNT
    return STAMP if _STAMP.fullmatch(line) else BUTTON
