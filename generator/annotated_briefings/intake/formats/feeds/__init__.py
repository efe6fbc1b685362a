"""Feeds, and the exports of blogs, content management systems and reference managers that are written like feeds."""

from annotated_briefings.intake.formats.feeds.feed import is_empty_feed, read_feed
from annotated_briefings.intake.formats.feeds.news_items import is_news_item, read_news_items
from annotated_briefings.intake.formats.feeds.reference_lists import is_reference_list, read_reference_list
from annotated_briefings.intake.formats.feeds.wordpress import paragraphed

__all__ = [
    "is_empty_feed",
    "is_news_item",
    "is_reference_list",
    "paragraphed",
    "read_feed",
    "read_news_items",
    "read_reference_list",
]
