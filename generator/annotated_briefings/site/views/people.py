"""Views of the pages of people."""

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.items import FeedLinkView, PagerView
from annotated_briefings.site.views.parts import CardGroup, CardView, LinkView


class PersonRowView(Value):
    """Somebody in the list of people."""

    name: str
    """The name."""
    url: str
    """Their page."""
    role: str
    """What they do, or empty."""
    count: int
    """Briefs that they wrote."""


class PeopleView(Value):
    """``people.html``: those who write and review."""

    url: str
    """Its address."""
    people: tuple[PersonRowView, ...]
    """By name."""


class PersonView(Value):
    """``person.html``: somebody who writes or reviews."""

    name: str
    """The name."""
    url: str
    """Address of the page about this person."""
    role: str
    """What they do, or empty; on the first page only, as all below but the briefs."""
    description: str
    """One or two sentences, or empty."""
    page: str
    """Address of a page elsewhere, or empty."""
    mail: str
    """Mail address, where readers may see it."""
    notes: tuple[LinkView, ...]
    """Their lists of notes, with the number of each."""
    count: int
    """Briefs that they wrote."""
    pager: PagerView
    """Neighbouring pages when there are many briefs."""
    groups: tuple[CardGroup, ...]
    """Briefs that they wrote, by month; those of this page."""
    reviewed: tuple[CardView, ...]
    """The newest briefs that they reviewed."""
    more: int
    """Further briefs that they reviewed."""
    data: str
    """The person as JSON-LD, or empty."""
    feeds: tuple[FeedLinkView, ...]
    """Feeds of the briefs that they wrote; none without a web address, or where these are few."""
