"""Static files: copied under names that change with their bytes, so that browsers may keep them for ever.

Style sheets are made smaller (rcssmin, whose home this is) and take in those they import.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from posixpath import basename, dirname, join, normpath, splitext

from rcssmin import cssmin

from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import BESIDE, MEDIA, StaticFile, without_folder
from annotated_briefings.base.values import Value

_KEPT = (
    "favicon.ico",
    "favicon.svg",
    "robots.txt",
    "site.webmanifest",
    "apple-touch-icon.png",
    "CNAME",
    ".nojekyll",
    "_headers",
    "_redirects",
)
"""Files that others look for by name."""
_MEANING = regex(r"[#?%&\\]")
ROOT = "root/"
"""Folder in ``static/`` whose files are published under their own names: what must keep its address."""
_LOOKED_FOR = regex(
    r"(?:app-)?ads\.txt|sellers\.json|security\.txt|humans\.txt|ai\.txt|keybase\.txt|[0-9a-f]{8,64}\.txt|google[0-9a-f]+\.html"
    r"|BingSiteAuth\.xml|(?:yandex_|pinterest-|naver|baidu_verify_|sogousiteverification)\S*\.(?:html|txt)"
    r"|(?:sw|service-worker|OneSignalSDK\w*)\.js|browserconfig\.xml|crossdomain\.xml|apple-app-site-association|assetlinks\.json"
    r"|favicon(?:-\d+x\d+)?\.png|apple-touch-icon\S*\.png|LICENSE(?:\.txt|\.md)?"
)
"""Names of files that search engines, advertisers and browsers ask for: proofs of ownership, keys, workers."""
_DEFAULT = "default:"
"""Prefix that means the shipped style sheet, as it does for templates."""
_IMPORT = regex(r"""@import\s+(?:url\()?['"]([^'")]+\.css)['"]\)?\s*;""")
_URL = regex(r"""url\(\s*(['"]?)([^'")]+)\1\s*\)""")


class Asset(Value):
    """A static file as it is published."""

    path: str
    """Its output file."""
    origin: str
    """Path of the file it comes from, for messages."""
    data: bytes | None
    """Its bytes; None where they are those of a file on the disk."""
    digest: str
    """Digest of its bytes."""
    file: StaticFile
    """The file."""
    made: bool = False
    """Whether it is a copy that was made of another file, and is published only where a page shows it."""


def plan_assets(
    files: Iterable[StaticFile], shipped: tuple[tuple[str, bytes], ...] = ()
) -> tuple[tuple[Asset, ...], tuple[tuple[str, str], ...]]:
    """The static files as they are published, and the map from their names to their fingerprinted paths.

    ``shipped`` are our own style sheets, for `@import "default:x.css"` in those that replace them.

    Style sheets come last, so that the addresses in them can be made to lead to the fingerprinted names.
    """
    # The same bytes may lie in static/media/ and beside a brief: they are one file.
    assets: dict[str, Asset] = {}
    names: dict[str, str] = {}
    files = sorted(files, key=lambda file: (file.name.endswith(".css"), file.name))
    sheets = {file.name: file.data for file in files if file.data is not None and file.name.endswith(".css")}
    ours = {join(dirname(name), _DEFAULT + basename(name)): data for name, data in shipped}
    for file in files:
        name, data, digest = file.name, file.data, file.digest
        if name in sheets:
            data = _rewritten(name, names, ours | sheets)
            digest = blake2b(data, digest_size=16).hexdigest()
        names[name] = _own_name(name) or _fingerprinted(name, digest)
        origin = f"static/{name}"
        if name.startswith(BESIDE):
            names[name] = MEDIA + without_folder(names[name])
            origin = name.removeprefix("../")
        assets[names[name]] = Asset(names[name], origin, data, digest, file)
    return tuple(assets[path] for path in sorted(assets)), tuple(sorted(names.items()))


def _own_name(name: str) -> str:
    """Where a file is published that others look for by its name; empty for one that pages link to."""
    if name.startswith(ROOT):
        return name.removeprefix(ROOT)
    by_name = name in _KEPT or name.startswith(".well-known/") or ("/" not in name and _LOOKED_FOR.fullmatch(name))
    return name if by_name else ""


def _fingerprinted(name: str, digest: str) -> str:
    """A name with the hash of its bytes, and without characters that have a meaning in addresses."""
    stem, extension = splitext(_MEANING.sub("-", name))
    return f"{stem}.{digest[:10]}{extension}"


def _rewritten(name: str, names: dict[str, str], sheets: Mapping[str, bytes]) -> bytes:
    """A style sheet made small, whose relative addresses lead to fingerprinted files; bytes that are no UTF-8 stay as
    they are."""
    folder = dirname(name)

    def change(match: re.Match[str]) -> str:
        target = names.get(normpath(join(folder, match[2])))
        if target is None or "://" in match[2] or match[2].startswith(("data:", "/", "#")):
            return match[0]
        steps = "../" * len([part for part in folder.split("/") if part])
        return f"url({match[1]}{steps}{target}{match[1]})"

    try:
        return _URL.sub(change, cssmin(_whole(name, sheets, ()))).encode("utf-8")
    except UnicodeDecodeError:
        return sheets[name]


def _whole(name: str, sheets: Mapping[str, bytes], above: tuple[str, ...]) -> str:
    """A style sheet with those of the same folder that it imports, however deep; a circle ends where it began."""

    def take_in(match: re.Match[str]) -> str:
        target = normpath(join(dirname(name), match[1]))
        known = target in sheets and target not in above and dirname(target) == dirname(name)
        return _whole(target, sheets, (*above, name)) if known else match[0]

    return _IMPORT.sub(take_in, sheets[name].decode("utf-8"))
