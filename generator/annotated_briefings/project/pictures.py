"""The static files of a site as they are published, and the sizes of its pictures."""

from collections.abc import Mapping

from annotated_briefings.base.source import StaticFile
from annotated_briefings.base.values import Value
from annotated_briefings.engine.memo import Steps
from annotated_briefings.output.assets import Asset, plan_assets
from annotated_briefings.output.images import dimensions, is_picture
from annotated_briefings.project.load import Loaded
from annotated_briefings.storage.static_files import opened


class Pictures(Value):
    """The static files of a site as they are published, and the sizes of those that are pictures."""

    sources: tuple[tuple[StaticFile, ...], tuple[tuple[str, bytes], ...]]
    """The files that they were made from."""
    assets: tuple[Asset, ...]
    """The published files by path."""
    paths: tuple[tuple[str, str], ...]
    """Name of a static file to the path under which it is published."""
    measured: Mapping[str, tuple[int, int] | None]
    """Digest of a picture to its width and height in CSS pixels; None where they cannot be read."""
    sizes: Mapping[str, tuple[int, int]]
    """Published path of a picture to its width and height, where they are known."""


def plan_pictures(loaded: Loaded, steps: Steps, previous: Pictures | None) -> Pictures:
    """The static files of a site; those of ``previous`` where nothing has changed."""
    sources = (loaded.static, loaded.replaced)
    if previous and previous.sources == sources:
        return previous
    assets, paths = plan_assets(loaded.static, loaded.replaced)
    pictures = [asset for asset in assets if is_picture(asset.path)]
    before = previous.measured if previous else {}
    todo = [asset for asset in pictures if asset.digest not in before]
    sizes = steps.map("sizes", _measure, None, todo, lambda asset: (asset.digest, asset.file.name))
    fresh = {asset.digest: size for asset, size in zip(todo, sizes, strict=True)}
    measured = {asset.digest: fresh.get(asset.digest) or before.get(asset.digest) for asset in pictures}
    known = {asset.path: size for asset in pictures if (size := measured[asset.digest])}
    return Pictures(sources, assets, paths, measured, known)


def _measure(_: None, asset: Asset) -> tuple[int, int] | None:
    """Width and height of a picture; None where they cannot be read."""
    try:
        with opened(asset.file) as stream:
            return dimensions(asset.file.name, stream)
    except OSError:
        return None
