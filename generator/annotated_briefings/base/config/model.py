"""The settings of a site as values."""

from annotated_briefings.base.config.feeds import FollowedFeed
from annotated_briefings.base.config.hosting import ANY, HOSTS, Host
from annotated_briefings.base.diagnostics import Ignored
from annotated_briefings.base.paths import split_url
from annotated_briefings.base.values import Value

PARTS = ("markdown", "topic_feeds", "sources", "days", "json_ld", "annotations")
"""Parts of the output that a site may do without: Markdown twins of briefs; feeds of entities, tags and stories; pages
of publishers; pages of days; JSON-LD in pages; and notes as Web Annotations."""


class Config(Value):
    """What the owner of a site decides once."""

    title: str = "Briefings"
    """Name of the site, in the masthead and in feeds."""
    description: str = ""
    """One sentence for search results and feeds."""
    base_url: str = ""
    """Where the site will be served, without a slash at the end; empty when unknown."""
    host: str = ""
    """The host that serves the site, one of ``HOSTS``; empty when unknown."""
    id_host: str = ""
    """The host in the ids of feeds; empty where no address of the site is known."""
    language: str = "en"
    """BCP 47 language tag of the site."""
    time_zone: str = "UTC"
    """IANA name of the zone in which moments are shown."""
    written_zone: str = ""
    """The same where site.yaml names it: times of briefs that name no zone are in it. Empty where it does not."""
    editor: str = ""
    """Who publishes the site; shown in the footer and in feeds."""
    footer: str = ""
    """A line of text for the foot of every page."""
    contact: str = ""
    """Where readers tell of a mistake: a mail address, or a web address that may hold ``{title}`` and ``{url}``."""
    subscribe_url: str = ""
    """Where readers subscribe by mail; empty where they cannot."""
    home_briefs: int = 20
    """How many briefs the home page lists."""
    feed_briefs: int = 30
    """How many briefs a feed holds."""
    topic_feed_from: int = 5
    """From how many briefs on an entity or a tag has feeds of its own."""
    list_length: int = 50
    """How many entries a page of a long list holds; the newest page holds up to twice as many."""
    search: bool = True
    """Whether the site has a search page with an index."""
    news_sitemap: bool = False
    """Whether there is a sitemap of the briefs of the last two days, for search engines that list news."""
    social_images: bool = True
    """Whether each brief gets a picture for other sites."""
    social_font: str = ""
    """Font file under ``static/`` for those pictures; empty for the built-in one, which knows Latin letters alone."""
    leave_out: tuple[str, ...] = ()
    """Those of ``PARTS`` that are not made."""
    publish_files: tuple[str, ...] = ()
    """Patterns of names of files that are published on purpose."""
    editor_url: str = ""
    """Pattern of the address that opens a brief in an editor, for the preview: with ``{path}`` and ``{line}``."""
    import_fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What collected JSON calls its fields: ours (``title``, ``text`` ...) and theirs."""
    check: Ignored = Ignored()
    """Warnings and hints that are not shown."""
    feeds: tuple[FollowedFeed, ...] = ()
    """Feeds that ``briefings import --feeds`` fetches."""
    fold_from: int = 0
    """Least likeness, in thousandths, from which import folds a text into another; 1000 for equal texts alone."""
    day_order: str = ""
    """``dmy`` or ``mdy``: order of collected dates in figures that nothing else tells."""

    def makes(self, part: str) -> bool:
        """Whether one of ``PARTS`` is made."""
        return part not in self.leave_out

    @property
    def hosting(self) -> Host:
        """What the host reads and takes."""
        return HOSTS.get(self.host, ANY)

    @property
    def header_file(self) -> bool:
        """Whether ``_headers`` is made."""
        return self.hosting.headers

    @property
    def jekyll_file(self) -> bool:
        """Whether ``.nojekyll`` is made."""
        return self.hosting.jekyll

    @property
    def base_path(self) -> str:
        """The path part of ``base_url`` as addresses write it, with a slash at both ends."""
        path = split_url(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"
