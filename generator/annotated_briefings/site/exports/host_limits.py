"""The limits of the host that serves a site: what is over them would not be published."""

from collections.abc import Collection, Iterator, Mapping

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source

_PARTS = (
    ("topic_feeds", regex(r"(?:entities|tags|stories)/.+/(?:feed|rss)\.(?:xml|json)")),
    ("markdown", regex(r"briefs/.+/index\.md")),
    ("annotations", regex(r"briefs/.+/annotations\.json")),
    ("days", regex(r"\d{4}/\d\d/\d\d/.*")),
    ("sources", regex(r"sources/.+")),
)
"""Parts of ``leave_out`` and the files that are gone without them."""
_PICTURES = regex(r"briefs/.+/card\.png")
"""Files that are gone with ``social_images: false``."""


def over_limits(
    config: Config, paths: Collection[str], sizes: Mapping[str, int], settings: Source
) -> Iterator[Diagnostic]:
    """What the host would not take.

    ``paths`` are all files of the site, ``sizes`` their bytes, as far as they are known. ``settings`` is the file that
    names the host.
    """
    host = config.hosting
    lines = settings.text.split("\n")
    line = next((number for number, text in enumerate(lines, 1) if text.startswith("host:")), 1)

    def over(message: str, remedy: str) -> Diagnostic:
        return report("host-limit", message, Place(settings.path, line, 1, len("host")), help=remedy, source=settings)

    if host.files and len(paths) > host.files:
        remedy = _smaller(dict.fromkeys(paths, 1), len(paths) - host.files)
        yield over(f"{host.label} takes {host.files:,} files, and the site has {len(paths):,}", remedy)
    for path, size in sizes.items():
        if host.file_bytes and size > host.file_bytes:
            limit = _megabytes(host.file_bytes)
            message = f"{host.label} takes files of up to {limit}, and `{path}` has {_megabytes(size)}"
            yield over(message, "make the file smaller, or put it elsewhere and link to it")
    whole = sum(sizes.values())
    if host.site_bytes and whole > host.site_bytes:
        message = f"{host.label} takes {_megabytes(host.site_bytes)}, and the site has {_megabytes(whole)}"
        yield over(message, _smaller(sizes, whole - host.site_bytes))


def _smaller(weights: Mapping[str, int], over: int) -> str:
    """Which settings take enough of a site away; ``weights`` are its files and what each counts."""
    forms = (*_PARTS, ("", _PICTURES))
    parts = {name: sum(weight for path, weight in weights.items() if form.fullmatch(path)) for name, form in forms}
    chosen: list[str] = []
    for name in sorted((name for name in parts if parts[name]), key=lambda name: -parts[name]):
        if over > 0:
            chosen.append(name)
            over -= parts[name]
    if over > 0 or not chosen:
        return "choose a host that takes more, or divide the site"
    left_out = [f"`leave_out: [{', '.join(name for name in chosen if name)}]`"] if any(chosen) else []
    pictures = ["`social_images: false`"] if "" in chosen else []
    return f"write {' and '.join(left_out + pictures)} in site.yaml, or choose a host that takes more"


def _megabytes(count: int) -> str:
    return f"{count / 1024**2:,.1f} MB".replace(".0 MB", " MB")
