"""Slugs, addresses and output paths."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)


@lru_cache(maxsize=50_000)
def slugify(text: str, limit: int = 60) -> str:
    """A lower-case address part: accents dropped, words joined by hyphens, cut at a word end.

    Letters of other scripts are kept; the result may be empty when the text has no letter or digit.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain).lower().replace("_", " ")
    plain = re.sub(r"['’]", "", plain)
    slug = _NOT_WORD.sub("-", plain).strip("-")
    if len(slug) > limit:
        slug = slug[: limit + 1].rpartition("-")[0] or slug[:limit]
    return slug


def is_slug(text: str) -> bool:
    """Whether a text may stand in an address: words, digits and single hyphens; slashes between parts."""
    return bool(re.fullmatch(r"[^\W_]+(?:[-.][^\W_]+)*(?:/[^\W_]+(?:[-.][^\W_]+)*)*", text))


def relative_url(page: str, target: str) -> str:
    """The address of ``target`` as written on ``page``; both start with ``/`` and end in a file or ``/``.

    Relative addresses work under any base path and from ``file://``-like mirrors.
    """
    path, mark, fragment = target.partition("#")
    here = page.split("/")[1:-1]
    there = path.split("/")[1:]
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + there[shared:]
    url = "/".join(steps)
    if url == "" and not mark:
        url = "./"
    return url + mark + fragment


def output_file(address: str) -> str:
    """The file that a static host serves for an address: ``/a/`` is ``a/index.html``."""
    path = address.lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path
