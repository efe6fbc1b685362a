"""The settings of a site, read from site.yaml."""

from annotated_briefings.base.config.feeds import FollowedFeed
from annotated_briefings.base.config.model import PARTS, Config
from annotated_briefings.base.config.settings import SETTINGS, read_config

__all__ = ["PARTS", "SETTINGS", "Config", "FollowedFeed", "read_config"]
