"""The static files of a site as they are published; pictures among them are measured, and pictures, films, sounds and
papers lose what tells of their makers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from json import dumps
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import is_chosen
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import BESIDE, Place, Source, StaticFile, without_folder
from annotated_briefings.base.traces.conflicts import merge_conflict
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.memo import Steps
from annotated_briefings.output.assets import Asset, plan_assets
from annotated_briefings.output.comments import has_comments, without_comments
from annotated_briefings.output.images import dimensions, is_picture
from annotated_briefings.output.packed_texts import holds_words
from annotated_briefings.output.pictures import clean, clean_text, may_have_metadata
from annotated_briefings.output.pictures.smaller import WIDTHS, maker, may_be_smaller
from annotated_briefings.output.unclear import Unclear
from annotated_briefings.project.load import Loaded
from annotated_briefings.site.model.catalog import PictureFile
from annotated_briefings.site.urls import file_url, is_local, picture_url
from annotated_briefings.storage.picture_copies import forget_copies, kept_copies, make_copies
from annotated_briefings.storage.static_files import opened

_HEAD = 512
"""Bytes by which the format of a picture is told."""
_DRAWINGS = (".svg", ".svgz")
_LARGEST = 256_000_000
"""Bytes of a file that is read as a whole to take out of it what it tells."""
_REMEDIES = (
    (_DRAWINGS, "save it as plain SVG"),
    ((".eps", ".ps", ".ai"), "save it as plain SVG or PNG"),
    (
        (".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".vob", ".wmv", ".asf", ".flv", ".rm", ".mp4", ".mov", ".m4v"),
        "save it as MP4 or WebM",
    ),
    ((".wma", ".ogg", ".opus", ".oga", ".spx", ".mp3", ".m4a", ".flac"), "save it as MP3 or WAV"),
    ((".pdf",), "print it into a new PDF file"),
    (
        (".docx", ".docm", ".odt", ".rtf", ".xlsx", ".ods", ".pptx", ".odp"),
        "settle its changes, delete its remarks and what is hidden in it, or save it as PDF",
    ),
    ((".doc", ".xls", ".ppt", ".indd"), "save it as PDF"),
)
"""What helps against files that must not be published, by their endings."""
_UNSEEN_REMEDIES = (
    ((".map",), "delete it, or leave it out when you build the script"),
    (
        (".zip", ".jar", ".xpi", ".apk", ".epub", ".gz"),
        "pack it anew, without signatures and without files of these kinds",
    ),
    ((".tar", ".tgz", ".7z", ".rar", ".xz", ".bz2", ".zst", ".lz4", ".cab", ".deb"), "pack it as a ZIP file"),
    ((".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"), "save it as WOFF2 with the tables of OpenType alone"),
    ((".sqlite", ".sqlite3", ".db", ".gpkg", ".mbtiles"), "save its tables as CSV"),
    ((".vtt",), "begin it with `WEBVTT`"),
    ((".js", ".mjs", ".cjs", ".json", ".html", ".htm"), "end the comments and texts in it"),
)
"""The same for files in which something is not seen that no camera or program wrote by itself."""
_ADDRESS = regex(rb"data:", re.IGNORECASE)


class Inspected(NamedTuple):
    """What the bytes of one file say; data alone, since it is cached."""

    size: tuple[int, int] | None
    """Width and height in CSS pixels; None where they are not known."""
    cleaned: str
    """Digest of the picture without metadata; empty where there is nothing to take out."""
    unclear: bool
    """Whether it holds metadata that cannot be taken out."""
    unknown: bool
    """Whether it is no text and of no kind of which we know what its readers do not see."""
    text: bytes
    """What is published of a file that was read, where that is less than the file; else empty."""


class Pictures(Value):
    """The static files of a site as they are published, and the sizes of those that are pictures."""

    sources: tuple[tuple[StaticFile, ...], tuple[tuple[str, bytes], ...], tuple[str, ...]]
    """The files that they were made from, and the patterns of those that are published on purpose."""
    assets: tuple[Asset, ...]
    """The published files by path."""
    paths: tuple[tuple[str, str], ...]
    """Name of a static file to the path under which it is published."""
    inspected: Mapping[tuple[str, str], tuple[tuple[int, int] | None, str, bool, bool, bytes]]
    """Digest and ending of a file to what its bytes say."""
    sizes: Mapping[str, tuple[int, int]]
    """Published path of a picture to its width and height, where they are known."""
    diagnostics: tuple[Diagnostic, ...]
    """Pictures that are left out."""


def plan_pictures(loaded: Loaded, steps: Steps, previous: Pictures | None) -> Pictures:
    """The static files as they are published; what is known of the files of ``previous`` is taken from there."""
    sources = (loaded.static, loaded.replaced, loaded.config.publish_files)
    if previous and previous.sources == sources:
        return previous
    known = dict(previous.inspected) if previous else {}
    looked_at = {_key(file): file for file in loaded.static if file.data is None or _may_hold(file.name, file.data)}
    todo = [(key, file) for key, file in looked_at.items() if key not in known]
    results = steps.map("pictures", _inspect, None, [file for _, file in todo], lambda file: (file.digest, file.name))
    known |= {key: result for (key, _), result in zip(todo, results, strict=True)}
    inspected = {key: Inspected(*known[key]) for key in looked_at}
    conflicts = {file.name: diagnostic for file in loaded.static if (diagnostic := _conflict(file))}
    published: list[StaticFile] = []
    for file in loaded.static:
        if file.name in conflicts:
            continue
        found = inspected.get(_key(file))
        if found and found.cleaned:
            published.append(_cleaned(file, found))
        elif not (found and found.unclear):
            published.append(file)
    assets, paths = plan_assets(published, loaded.replaced)
    size_of = {file.name: inspected[_key(file)].size for file in loaded.static if _key(file) in inspected}
    sizes = {path: size for name, path in paths if (size := size_of.get(name))}
    unclear = (file for file in loaded.static if (found := inspected.get(_key(file))) and found.unclear)
    unknown = [file for file in published if (found := inspected.get(_key(file))) and found.unknown]
    named = _unknown([file for file in unknown if not is_chosen(_own_name(file), loaded.config.publish_files)])
    diagnostics = (*map(_left_out, unclear), *conflicts.values(), *named)
    return Pictures(sources, assets, paths, {key: known[key] for key in looked_at}, sizes, diagnostics)


class PictureCopies(Value):
    """The files that show large pictures in several widths."""

    assets: tuple[Asset, ...] = ()
    """Those that were made, each published where a page shows it."""
    shown: tuple[tuple[str, tuple[PictureFile, ...]], ...] = ()
    """Published path of a picture and the files that show it, the smallest first."""

    @property
    def of(self) -> Mapping[str, tuple[PictureFile, ...]]:
        """The same by path."""
        return dict(self.shown)


def plan_copies(root: Path, pictures: Pictures, texts: Iterable[Brief], steps: Steps) -> PictureCopies:
    """The files that show the large pictures of some briefs and pages. Copies that an earlier run has made are taken
    from the cache."""
    shown = {path for text in texts for path in _shown_in(text, dict(pictures.paths))}
    large = {path: size for path, size in pictures.sizes.items() if path in shown and may_be_smaller(path, size[0])}
    todo = [(one, large[one.path]) for one in pictures.assets if one.path in large and one.data is None]
    items = [(asset.file, size) for asset, size in todo]
    made = steps.map("picture copies", make_copies, root, items, lambda one: (one[0].digest, one[1], maker()))
    assets: list[Asset] = []
    of: dict[str, tuple[PictureFile, ...]] = {}
    for (asset, size), item, known in zip(todo, items, made, strict=True):
        copies, files = known or (), kept_copies(root, known or ())
        if known is None or len(files) < len(copies):
            # Another machine could not read it, or the folder of the cache has been emptied meanwhile.
            copies = make_copies(root, item) or ()
            files = kept_copies(root, copies)
        own = [
            (Asset(_path_of(asset, width, digest), asset.origin, None, digest, file, made=True), width)
            for (width, digest), file in zip(copies, files, strict=False)
        ]
        assets += (one for one, _ in own)
        named = [(one.path, width) for one, width in own]
        if named and named[-1][1] < WIDTHS[-1]:
            named.append((asset.path, size[0]))
        if named:
            of[asset.path] = tuple(
                PictureFile(path, width, max(1, round(size[1] * width / size[0]))) for path, width in named
            )
    forget_copies(root, frozenset(asset.digest for asset in assets))
    return PictureCopies(tuple(assets), tuple(of.items()))


def _shown_in(text: Brief, files: Mapping[str, str]) -> Iterator[str]:
    """The paths of the static files that a text shows, or to which it links."""
    found = [file_url(files, target, text.path) for target in text.body.links]
    if text.image:
        found.append(picture_url(files, text.image.src, text.path))
    return (unquote(address).removeprefix("/") for address in found if is_local(address))


def _path_of(picture: Asset, width: int, digest: str) -> str:
    """Where a copy of a picture is published: beside it, under a name with the hash of its bytes."""
    stem = picture.path.rpartition(".")[0].removesuffix(f".{picture.digest[:10]}")
    return f"{stem}-{width}.{digest[:10]}.webp"


def _key(file: StaticFile) -> tuple[str, str]:
    return file.digest, file.name.rpartition(".")[2].lower()


def _inspect(_: None, file: StaticFile) -> tuple[tuple[int, int] | None, str, bool, bool, bytes]:
    """What the bytes of a file say; nothing where it cannot be read."""
    try:
        with opened(file) as stream:
            size = dimensions(file.name, stream) if is_picture(file.name) else None
            stream.seek(0)
            head = stream.read(_HEAD)
            if not (file.data is not None or may_have_metadata(file.name, head)):
                return size, "", False, size is None and bool(head) and not holds_words(head), b""
            if file.stamp[0] > _LARGEST:
                return size, "", True, False, b""
            stream.seek(0)
            data = stream.read()
    except OSError:
        return None, "", False, False, b""
    if file.data is not None and not _is_drawing(file.name, data):
        try:
            made, unclear = _with_clean_text(file.name, data), False
        except Unclear:
            made, unclear = data, True
    else:
        found = clean(data, file.name)
        made, unclear = found.data, found.unclear
    if made == data:
        return size, "", unclear, False, b""
    return size, blake2b(made, digest_size=16).hexdigest(), unclear, False, b"" if file.data is None else made


def _may_hold(name: str, data: bytes) -> bool:
    """Whether a text that is published is a drawing, or may hold pictures or comments."""
    return _is_drawing(name, data) or _ADDRESS.search(data) is not None or has_comments(name)


def _is_drawing(name: str, data: bytes) -> bool:
    """Whether a file that is read as a text is a drawing, or a picture under another name; a page that begins with a
    drawing is none."""
    head = data[:_HEAD]
    return is_picture(name) or (may_have_metadata("", head) and (name.lower().endswith(".xml") or b"<svg" not in head))


def _with_clean_text(name: str, data: bytes) -> bytes:
    """A text with clean pictures in it and without comments. Raises Unclear for one that is not published."""
    text = without_comments(name, data).decode("utf-8", "surrogateescape")
    return clean_text(text).encode("utf-8", "surrogateescape")


def _cleaned(file: StaticFile, found: Inspected) -> StaticFile:
    """A file as it is published; one on the disk is cleaned when it is copied."""
    if file.data is None:
        return replace(file, digest=found.cleaned, cleaned=True)
    return replace(file, digest=found.cleaned, data=found.text)


def _conflict(file: StaticFile) -> Diagnostic | None:
    """A merge conflict in a file that holds text, which is not published then."""
    if file.data is None or b"<<<<<<<" not in file.data:
        return None
    return next(iter(merge_conflict(Source(_shown(file), file.data.decode("utf-8", "replace")))), None)


def _shown(file: StaticFile) -> str:
    return file.name.removeprefix("../") if file.name.startswith(BESIDE) else f"static/{file.name}"


def _own_name(file: StaticFile) -> str:
    """The path of a file from ``static/``, ``briefings/`` or ``pages/``."""
    return without_folder(file.name)


def _unknown(files: Sequence[StaticFile]) -> Iterator[Diagnostic]:
    """Files of kinds of which nothing is known, counted in one diagnostic."""
    if files:
        names = [_shown(file) for file in files]
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        many = f"{len(files)} files of kinds" if len(files) > 1 else "1 file of a kind"
        kinds = sorted({"*." + file.name.rpartition(".")[2].lower() for file in files})[:3]
        yield report(
            "unknown-file",
            f"{many} that nobody can look into {'are' if len(files) > 1 else 'is'} published unchanged: "
            + ", ".join(f"`{name}`" for name in names[:3])
            + more,
            Place(names[0]),
            help="see that they hold nothing that readers should not have, and list them in site.yaml: "
            f"`publish_files: [{', '.join(map(dumps, kinds))}]`",
        )


def _left_out(file: StaticFile) -> Diagnostic:
    large = f"make it smaller than {_LARGEST // 1_000_000} MB, or publish it elsewhere"
    ending = "." + file.name.rpartition(".")[2].lower()
    unseen = next((remedy for endings, remedy in _UNSEEN_REMEDIES if ending in endings), "")
    known = next((remedy for endings, remedy in _REMEDIES if ending in endings), "save it as JPEG, PNG or WebP")
    remedy = large if file.stamp[0] > _LARGEST else unseen or known
    what = "what its readers do not see, and it cannot" if unseen else "data of its camera or program that cannot"
    return report(
        "picture-metadata",
        f"`{_shown(file)}` holds {what} be taken out",
        Place(_shown(file)),
        help=f"it is not published; {remedy}",
    )
