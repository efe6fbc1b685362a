"""Hosts of web addresses in their one spelling."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from annotated_briefings.base.regex import regex

_DOTS = regex("[.\u3002\uff0e\uff61]")
"""What parts the labels of a host."""
_KEPT = regex("[ßς\u200c\u200d]")
"""Letters that the codec of the standard library replaces, and that browsers and registries tell apart (IDNA 2008)."""
_NAME = regex(r"[a-z0-9_-]{1,63}")
IP = IPv4Address | IPv6Address


def number_of(host: str) -> IP | None:
    """The number that a host is named by; None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def host_name(host: str) -> str:
    """A host in ASCII and small letters, or its number as it is usually written; empty where it is none."""
    if number := number_of(host.replace("%25", "%")):
        return str(number)
    labels = [_label(label) for label in _DOTS.split(host.removesuffix("."))]
    return ".".join(labels) if all(labels) else ""


def _label(label: str) -> str:
    label = label.lower()
    try:
        if _KEPT.search(label):
            label = f"xn--{label.encode('punycode').decode('ascii')}"
        elif not label.isascii():
            label = label.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return label if _NAME.fullmatch(label) else ""
