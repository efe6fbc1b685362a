"""A site read from disk: every file that a build starts from."""

from pathlib import Path

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.i18n import Catalogue, read_words
from annotated_briefings.base.paths import is_chosen
from annotated_briefings.base.site_files import BRIEFINGS, ENTITIES, INCOMING, PAGES, PEOPLE, STORIES, TAGS, WORDS
from annotated_briefings.base.source import Place, Source, StaticFile
from annotated_briefings.base.values import Value
from annotated_briefings.project.package_data import shipped_static, shipped_templates
from annotated_briefings.project.settings import read_settings
from annotated_briefings.storage.files import left_behind, read_tree
from annotated_briefings.storage.ledger import Ledger, open_ledger
from annotated_briefings.storage.static_files import Digests, list_beside, list_static
from annotated_briefings.storage.unread_files import unread_files

_FOLDERS = ("briefings", PAGES, "static", "templates")
"""Folders of a site in which programs leave files behind."""


class Loaded(Value):
    """The files of a site."""

    config: Config
    """Its settings."""
    settings: Source
    """site.yaml."""
    briefs: tuple[Source, ...]
    """Brief files by path."""
    pages: tuple[Source, ...]
    """Pages of the site's own by path."""
    entities: Source
    """The entity registry; empty when there is none."""
    tags: Source
    """The tag list; empty when there is none."""
    stories: Source
    """The list of stories; empty when there is none."""
    people: Source
    """briefings/people.yaml."""
    ledger: Ledger
    """The import ledger."""
    words: Catalogue
    """The texts of the interface by language."""
    templates: tuple[Source, ...]
    """The user's own templates."""
    shipped: tuple[Source, ...]
    """Our templates."""
    static: tuple[StaticFile, ...]
    """Static files by name; the user's replace ours."""
    replaced: tuple[tuple[str, bytes], ...]
    """Our style sheets that are replaced by the user's, which may still import them."""
    diagnostics: tuple[Diagnostic, ...]
    """Files that cannot be read, and what is wrong with the settings."""

    @property
    def sources(self) -> dict[str, Source]:
        """The files that editors write, by path, for excerpts in messages."""
        files = (*self.briefs, *self.pages, self.entities, self.tags, self.stories, self.people, self.settings)
        return {source.path: source for source in files}

    @property
    def unreadable(self) -> tuple[str, ...]:
        """Files of briefs whose text cannot be read at all, such as those that are not UTF-8."""
        known = {source.path for source in self.briefs}
        found = {d.place.path for d in self.diagnostics if d.severity is Severity.ERROR}
        folder = f"{BRIEFINGS}/"
        return tuple(sorted(path for path in found - known if path.startswith(folder) and is_brief(path)))


def is_brief(path: str) -> bool:
    """Whether a text file below ``briefings/`` is that of a brief."""
    return path.endswith(".md") and not path.endswith(INCOMING) and Path(path).name.lower() != "readme.md"


def is_page(path: str) -> bool:
    """Whether a text file is that of a page of the site's own."""
    return path.startswith(f"{PAGES}/") and is_brief(path)


def _incoming(texts: tuple[Source, ...]) -> tuple[Diagnostic, ...]:
    """New versions of articles that could not be merged into their briefs."""
    return tuple(
        report(
            "incoming",
            f"`{Path(source.path).name}` holds a new version that could not be merged into its brief",
            Place(source.path),
            help="take over what you want from it, then delete it",
        )
        for source in texts
        if source.path.endswith(INCOMING)
    )


def _named(sources: tuple[Source, ...], path: str) -> Source | None:
    return next((source for source in sources if source.path == path), None)


def load_site(root: Path, digests: Digests | None = None) -> Loaded:
    """Read all files of a site; files that cannot be read are left out with a diagnostic. Without ``digests``
    pictures and other static files that are not text are left out."""
    texts, found = read_tree(root, ("site.yaml", "briefings/**/*.md", f"{PAGES}/*.md", ENTITIES, TAGS, STORIES, PEOPLE))
    by_path = {source.path: source for source in texts}
    ledger = open_ledger(root)
    settings = by_path.get("site.yaml", Source("site.yaml", ""))
    config, config_found = read_settings(settings)
    if "site.yaml" not in by_path and not any(d.place.path == "site.yaml" for d in found):
        config_found = (
            *config_found,
            report(
                "config", "there is no site.yaml", Place("site.yaml"), help="run `briefings init` to make a site here"
            ),
        )
    shipped, shipped_found = read_tree(shipped_templates().parent, (f"{shipped_templates().name}/**/*",))
    own: tuple[Source, ...] = ()
    own_found: tuple[Diagnostic, ...] = ()
    if (root / "templates").resolve() != shipped_templates().resolve():
        own, own_found = read_tree(root, ("templates/**/*",))
    our_static, _ = list_static(shipped_static(), digests)
    user_static, static_found = list_static(root / "static", digests, config.publish_files)
    beside, beside_found = list_beside(root / "briefings", digests, config.publish_files)
    beside_pages, pages_found = list_beside(root / PAGES, digests, config.publish_files)
    static = {file.name: file for file in (*our_static, *user_static, *beside, *beside_pages)}
    prefix = shipped_templates().name + "/"
    ours = tuple(Source("templates/" + s.path.removeprefix(prefix), s.text) for s in shipped)
    words, words_found = read_words(_named(ours, WORDS) or Source(WORDS, ""), _named(own, WORDS))
    return Loaded(
        config=config,
        settings=settings,
        briefs=tuple(source for source in texts if not is_page(source.path) and is_brief(source.path)),
        pages=tuple(source for source in texts if is_page(source.path)),
        entities=by_path.get(ENTITIES, Source(ENTITIES, "")),
        tags=by_path.get(TAGS, Source(TAGS, "")),
        stories=by_path.get(STORIES, Source(STORIES, "")),
        people=by_path.get(PEOPLE, Source(PEOPLE, "")),
        ledger=ledger,
        words=words,
        templates=tuple(source for source in own if source.path != WORDS),
        shipped=tuple(source for source in ours if source.path != WORDS),
        static=tuple(static[name] for name in sorted(static)),
        replaced=tuple(sorted((f.name, f.data) for f in our_static if f.data and f.name.endswith(".css"))),
        # A link that leads out of the site is met once for texts and once for pictures.
        diagnostics=tuple(
            dict.fromkeys(
                (
                    *found,
                    *ledger.diagnostics,
                    *config_found,
                    *_incoming(texts),
                    *shipped_found,
                    *own_found,
                    *words_found,
                    *static_found,
                    *beside_found,
                    *pages_found,
                    *left_behind(root, _FOLDERS, lambda name: is_chosen(name, config.publish_files)),
                    *unread_files(root),
                )
            )
        ),
    )
