"""What a kind of page is: a route; and the pages and units that are made from routes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from annotated_briefings.base.names import as_named, as_stored
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.values import Value
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.views.lists import FeedView
from annotated_briefings.site.views.parts import LinkView

SETTINGS, REGISTRY, TAGS = "site.yaml", "briefings/entities.yaml", "briefings/tags.yaml"
"""Files that pages without a brief of their own come from."""


class Page(Value):
    """One page to publish."""

    path: str
    """Output file, such as ``briefs/x/index.html``."""
    template: str
    """Name of the template that renders it; empty for a file whose view has its finished text."""
    view: object
    """What the template may see as ``page``; a frozen value."""
    origin: str
    """Path of the file it comes from, for messages."""


class FileView(Protocol):
    """The view of a file without a template."""

    @property
    def text(self) -> str:
        """The whole file."""


class Addressed(Protocol):
    """The view of a page that may be one of several numbered ones."""

    @property
    def url(self) -> str:
        """Its address."""


class Unit(Value):
    """Pages that are planned together: those of one brief, of one entity, of one list, each with its numbered pages."""

    route: str
    """Name of the route that they belong to."""
    key: str = ""
    """Which page of the route, as its address has it; empty where the route has one alone."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The pages that a route has on a site, by what is in their addresses."""

    every: Callable[[SiteContext], Iterable[str]] = lambda _: ("",)
    """All keys, in the order of the pages."""
    has: Callable[[SiteContext, str], bool] = lambda _, key: not key
    """Whether a key is among them; must not go through all of a large site."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed of a page: ``feed.xml`` and ``feed.json`` below its address."""

    view: Callable[[SiteContext, str], FeedView]
    """The feed of the page with a key."""
    part: str = ""
    """The part of ``leave_out`` that it belongs to; empty for one that is always made."""
    heading: str = ""
    """Key of the words over these pages in ``opml.xml``."""
    listed: Callable[[SiteContext], Iterable[LinkView]] = lambda _: ()
    """The pages whose feeds ``opml.xml`` lists."""
    rank: int = 0
    """Place of these pages in ``opml.xml``."""
    briefs: Callable[[SiteContext, str], Sequence[str]] | None = None
    """The briefs of such a page, where only one with enough of them has a feed."""
    texts: Callable[[SiteContext, str], Iterable[str]] | None = None
    """See ``Route.texts``."""
    rss: bool = False
    """Whether there is an ``rss.xml`` beside it."""


@dataclass(frozen=True, slots=True)
class PageCopy:
    """A further file that is made from the view of a page."""

    address: str
    """Its address, with the key in braces."""
    template: str
    """Name of the template that renders it; empty for a view that has its finished text."""
    view: type
    """What the template sees."""
    shows: str
    """What it shows, for the references."""
    make: Callable[[SiteContext, FeedView], object]
    """The view of the copy, from that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateView:
    """A template and what it shows."""

    template: str = ""
    """Name of the template; empty for files whose view has its finished text."""
    view: type
    """What the template sees as ``page``."""
    shows: str
    """What it shows, for the references: one line without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(TemplateView):
    """One kind of page: its addresses, how it is made, and where other pages and files list it."""

    name: str
    """Its name; for pages in the navigation also the key of their title in words.yaml."""
    address: str
    """Its address. The part in braces is the key of a page; one that ends in ``/`` is the address of a list too,
    whose further pages have ``page/2/`` and so on after it."""
    views: Callable[[SiteContext, str], Iterable[object]]
    """What the pages with a key show: one view a page, the first for the address itself."""
    keys: Keys = field(default_factory=Keys)
    """Which pages there are."""
    origin: Callable[[SiteContext, str], str] = lambda _context, _key: SETTINGS
    """The file that a page comes from, for messages."""
    part: str = ""
    """The part of ``leave_out`` that it belongs to; empty for pages that are always made."""
    needs: Collection[str] = ()
    """Settings without which it is not made."""
    texts: Callable[[SiteContext, str], Iterable[str]] | None = None
    """The briefs whose texts, or places in them, its pages may show; of all others they show the front matter alone.
    None where that is known only when they are planned."""
    noted: Callable[[SiteContext, str], Iterable[str]] | None = None
    """The briefs of whose texts its pages show the words that notes are on, and nothing else."""
    headlines: Callable[[SiteContext, str], Iterable[str]] | None = None
    """The briefs whose headlines its pages may show, besides those to which these link. None where it may be any."""
    entries: Callable[[SiteContext, str], Iterable[str]] | None = None
    """The entities of whose entries its pages may show more than names: descriptions and addresses. None where it may
    be any."""
    briefs: Callable[[SiteContext, str], Sequence[str]] | None = None
    """The briefs whose newest change is that of the page, for the sitemap."""
    feed: Feed | None = None
    """Its feed."""
    copies: tuple[PageCopy, ...] = ()
    """Further files that are made from the same view."""
    navigation: int = 0
    """Place in the main navigation, from 1; 0 for none."""
    footer: int = 0
    """Place among the lists at the foot of every page, from 1; 0 for none."""
    text_list: int = 0
    """Place among the lists in llms.txt, from 1; 0 for none."""
    filled: Callable[[SiteContext], bool] = lambda _: True
    """Whether there is anything in it, for lists that readers are led to only then."""
    sitemap: bool = True
    """Whether its pages are in the sitemap; files never are."""

    def __post_init__(self) -> None:
        """Refuse a place in a list of links for pages that have no one address, or no title."""
        if self.navigation or self.footer or self.text_list:
            if "{" in self.address:
                remedy = "list a second route, for the index of these pages"
                raise ValueError(f"no list can link to `{self.address}`: {remedy}")
            if not self.name.isidentifier():
                remedy = "name the route by the key of its title in words.yaml"
                raise ValueError(f"no list can link to `{self.name}`: {remedy}")

    def is_made(self, context: SiteContext) -> bool:
        """Whether the settings of a site ask for it."""
        config = context.config
        return config.makes(self.part) and all(getattr(config, name) for name in self.needs)

    def units(self, context: SiteContext) -> Iterator[Unit]:
        """Everything that a site has pages of this kind for."""
        if self.is_made(context):
            for key in self.keys.every(context):
                yield Unit(self.name, key)

    def has(self, context: SiteContext, key: str) -> bool:
        """Whether a site has the page with a key."""
        return self.is_made(context) and self.keys.has(context, key)

    def url(self, key: str = "") -> str:
        """The address of the page with a key."""
        return address_of(self.address, key)

    def pages(self, context: SiteContext, key: str) -> Iterator[Page]:
        """The pages with a key: the one at its address, the numbered ones after it, and copies."""
        origin = self.origin(context, key)
        for view in self.views(context, key):
            address = _url_of(view) if self.address.endswith("/") else self.url(key)
            yield Page(output_file(address), self.template, view, origin)
            for copy in self.copies:
                made = copy.make(context, view)  # type: ignore[arg-type]
                yield Page(output_file(address_of(copy.address, key)), copy.template, made, origin)


def address_of(pattern: str, key: str) -> str:
    """An address with a key in the place of what is in braces."""
    before, brace, rest = pattern.partition("{")
    return before + as_stored(key) + rest.partition("}")[2] if brace else before


def key_at(pattern: str, address: str) -> str | None:
    """The key with which ``address_of`` gives an address; None for addresses of another form."""
    before, brace, rest = pattern.partition("{")
    if not brace:
        return "" if address == pattern else None
    after = rest.partition("}")[2]
    end = len(address) - len(after)
    fits = len(before) < end and address.startswith(before) and address.endswith(after)
    return as_named(address[len(before) : end]) if fits else None


def _url_of(view: object) -> str:
    return view.url  # type: ignore[attr-defined, no-any-return]
