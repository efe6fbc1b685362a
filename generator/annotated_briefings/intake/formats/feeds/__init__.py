"""Feeds, and the exports of blogs and content management systems that are written as feeds."""

from annotated_briefings.intake.formats.feeds.feed import is_empty_feed, read_feed
from annotated_briefings.intake.formats.feeds.news_items import is_news_item, read_news_items
from annotated_briefings.intake.formats.feeds.wordpress import paragraphed

__all__ = ["is_empty_feed", "is_news_item", "paragraphed", "read_feed", "read_news_items"]
