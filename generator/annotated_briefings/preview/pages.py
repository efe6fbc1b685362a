"""The pages of a preview, each rendered when somebody looks at it and kept until the site changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.build.social_cards import picture_font, picture_job
from annotated_briefings.output.assets import Asset
from annotated_briefings.output.render import page_renderer
from annotated_briefings.output.social_cards import draw_card
from annotated_briefings.output.templates import TemplateSet
from annotated_briefings.preview.page_links import page_broken_links
from annotated_briefings.preview.request import PreviewFile
from annotated_briefings.preview.state import SiteState
from annotated_briefings.site.exports.social_picture import PictureView
from annotated_briefings.site.routes import find_page, site_view, words_of
from annotated_briefings.storage.static_files import content_of

_NOTHING = (
    b'<!doctype html><html lang="en"><head><title>Not rendered</title></head>'
    b"<body><p>This page cannot be rendered.</p></body></html>"
)


@dataclass(slots=True)
class PageCache:
    """The pages rendered since the site last changed, and the last good version of those that fail now."""

    root: Path
    """The site folder."""
    rendered: dict[str, PreviewFile] = field(default_factory=dict)
    """Rendered pages by path."""
    failures: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """What was wrong with the templates of a page when it was last rendered."""
    broken_links: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Broken links by page."""
    _last_good: dict[str, PreviewFile] = field(default_factory=dict)

    def forget_pages(self) -> None:
        """Forget the pages, since what they are made from has changed."""
        self.rendered.clear()
        self.broken_links.clear()

    def forget_failures(self) -> None:
        """Forget what was wrong with templates, since they may have changed."""
        self.failures.clear()

    def all_failures(self) -> Iterator[Diagnostic]:
        """What was wrong with templates."""
        for found in self.failures.values():
            yield from found

    def file(self, state: SiteState, path: str) -> PreviewFile | None:
        """A file of the site by its path; None when there is none. A page that fails is shown as it last was."""
        if asset := state.assets.get(path):
            return _read(asset)
        known = state.index.get(path) or self.rendered.get(path)
        if known:
            return known
        found = self._render(state, path)
        if found:
            self.rendered[path] = found
        return found

    def _render(self, state: SiteState, path: str) -> PreviewFile | None:
        derived = state.derived
        context, loaded, declared = derived.context, derived.loaded, derived.registry.entities
        page = find_page(context, path, declared)
        if page is None:
            return None
        if isinstance(page.view, PictureView):
            return PreviewFile(draw_card(picture_job(page.view, picture_font(context, loaded))), page.origin)
        templates = TemplateSet(loaded.templates, loaded.shipped)
        view = site_view(context, __version__)
        renderer = page_renderer(templates, view, derived.pictures.paths, context.config.base_path)
        output, found = renderer.render(page, words_of(context, page))
        self.failures[path] = found
        if output is None:
            return self._last_good.get(path) or PreviewFile(_NOTHING, page.origin)
        self._last_good[path] = PreviewFile(output.data, output.origin)
        if page.origin in derived.parsed and path.endswith(".html"):
            files = state.assets.keys() | state.index.keys()
            found = page_broken_links(self.root, context, declared, files, output)
            self.broken_links[path] = state.ignored.shown(found)
        return self._last_good[path]


def _read(asset: Asset) -> PreviewFile | None:
    """A static file; None when it is no longer there."""
    try:
        return PreviewFile(content_of(asset.file) if asset.data is None else asset.data, asset.origin)
    except OSError:
        return None
