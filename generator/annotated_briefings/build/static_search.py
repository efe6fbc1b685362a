"""The static files of a site searched for what is not public: also the words in papers, mails and packed files."""

from collections.abc import Sequence

from annotated_briefings.engine.memo import Memo
from annotated_briefings.output.assets import Asset
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.packed_texts import holds_words
from annotated_briefings.storage.static_files import content_of, opened

_HEAD = 512


def search_static(watch: Watch, memo: Memo, assets: Sequence[Asset]) -> dict[str, tuple[int, ...]]:
    """The secrets in static files, by the paths under which they are published. What was searched before for the same
    secrets is not read again."""
    ident = watch.ident
    found = memo.map("searched files", _hits, watch, assets, lambda asset: (asset.path, asset.digest, ident))
    return {asset.path: hits for asset, hits in zip(assets, found, strict=True)}


def _hits(watch: Watch, asset: Asset) -> tuple[int, ...]:
    """The secrets in one file; of a picture or a film its address may give something away."""
    if asset.data is not None:
        return watch.hits_in_file(asset.path, asset.data)
    try:
        with opened(asset.file) as stream:
            head = stream.read(_HEAD)
        return watch.hits_in_file(asset.path, content_of(asset.file) if holds_words(head) else b"")
    except OSError:
        # Publishing says why it cannot be read.
        return watch.hits_in_file(asset.path, b"")
