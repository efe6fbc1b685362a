"""Web addresses: when two spellings are one address, and the one spelling of a host."""

from annotated_briefings.base.web.campaigns import is_campaign, plain_address
from annotated_briefings.base.web.hosts import IP, host_name, number_of
from annotated_briefings.base.web.normal_form import NormalAddress, host_key, normal_address, normal_parts

__all__ = [
    "IP",
    "NormalAddress",
    "host_key",
    "host_name",
    "is_campaign",
    "normal_address",
    "normal_parts",
    "number_of",
    "plain_address",
]
