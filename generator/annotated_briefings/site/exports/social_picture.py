"""What the picture of a brief shows, which other sites put beside links to it."""

from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import largest_picture
from annotated_briefings.site.urls import is_local, picture_url


class PictureView(Value):
    """The texts of a picture."""

    title: str
    """The headline of the brief."""
    kicker: str
    """Its story, or else its first tag; may be empty."""
    foot: str
    """Name of the site, and the date."""
    rtl: bool
    """Whether its language is written from right to left."""


def own_picture(context: SiteContext, brief: Brief) -> str:
    """The whole web address of the picture of a brief; empty where it has none of this site: programs that read feeds
    and data load it."""
    found = picture_url(context.catalog.files, brief.image.src, brief.path) if brief.image else ""
    return context.config.base_url + largest_picture(context.catalog, found) if is_local(found) else ""


def picture_view(context: SiteContext, brief: Brief) -> PictureView:
    """What the picture of a brief shows."""
    words, tags = context.speaks(brief), context.web.tags[brief.slug]
    kicker = context.story_link(brief.story).text if brief.story else context.tag_link(tags[0]).text if tags else ""
    foot = " · ".join([context.config.title, *([words.date(brief.date)] if brief.date else [])])
    return PictureView(brief.title, kicker, foot, words.direction == "rtl")
