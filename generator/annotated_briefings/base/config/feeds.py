"""The feeds that a site follows, as its settings list them."""

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.paths import is_web_address, split_url
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.field_kinds import ADDRESS, TEXT, TEXTS, WEB_ADDRESS, WORD, groups
from annotated_briefings.base.yaml.field_table import Field, Table, TextUse, read_entry
from annotated_briefings.base.yaml.mapping import Fields

_NO = TextUse.NO


class FollowedFeed(Value):
    """A feed that `briefings import --feeds` fetches."""

    url: str
    """Its address."""
    outlet: str = ""
    """Who publishes its articles, instead of what the feed says."""
    language: str = ""
    """Language of its articles (BCP 47)."""
    tags: tuple[str, ...] = ()
    """Tags of the drafts that are made of them."""


FEED: Table = (
    Field("url", ADDRESS, _NO, "address of the feed", '"https://port.example/feed.xml"', required=True),
    Field("outlet", TEXT, _NO, "publisher of its articles, instead of what the feed says", "Port Gazette"),
    Field("lang", WORD, _NO, "language of its articles, where it is not that of the site", "de", fills=("language",)),
    Field("tags", TEXTS, _NO, "tags of the drafts that are made of it", "[harbour]"),
)


def read_feeds(fields: Fields, field: Field, _: object) -> tuple[FollowedFeed, ...]:
    """The feeds that are listed, each once; what cannot be fetched is reported and left out."""
    out: dict[str, FollowedFeed] = {}
    for entry in fields.entries_or_texts(field.name, words=True):
        if isinstance(entry, Fields):
            feed = FollowedFeed(**read_entry(FEED, entry))
            place = entry.place("url")
            if not entry.has("url"):
                fields.report("wrong-type", "a feed has no `url`", place, "write its address as `url: https://...`")
        else:
            feed, place = FollowedFeed(entry[0]), entry[1]
            if not is_web_address(feed.url):
                message = f"`{shortened(feed.url)}` is not a web address"
                fields.report("wrong-type", message, place, "it must start with `https://` or `http://`")
                continue
        if "@" in split_url(feed.url).netloc:
            _report_user(fields, place)
        elif feed.url:
            out.setdefault(feed.url, feed)
    return tuple(out.values())


def _report_user(fields: Fields, place: Place) -> None:
    """Report an address with a password, without the line in which it is."""
    message = "the address of a feed holds a user or a password"
    remedy = "take it out: everybody who has this file reads it"
    fields.found.append(report("wrong-type", message, Place(place.path, place.line, place.column), help=remedy))


_MANY = groups(read_feeds, WEB_ADDRESS, name="a list of addresses")
FEEDS = replace(
    _MANY, schema=lambda field: {"if": {"type": "string"}, "then": WEB_ADDRESS, "else": _MANY.schema(field)}
)
