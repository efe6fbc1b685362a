"""Web addresses as editors type them and as servers redirect to them, taken apart for a request."""

import re
from contextlib import suppress
from urllib.parse import quote, unquote, urljoin, urlsplit

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.base.web import host_name

_USER = regex(r"(?<=://)[^/?#]*@")
_ANY_USER = regex(r"(?<=://).*@", re.DOTALL)
_CONTROL = regex(r"[\x00-\x1f\x7f]")
_SAFE = "%/:=&?~+!$,;'@()*[]|"
"""Characters of paths and queries that stay as they are."""
_PORTS = {"http": 80, "https": 443}


class WebAddress(Value):
    """An address that can be asked for over the web."""

    scheme: str
    """``http`` or ``https``."""
    host: str
    """The name of the host in ASCII and small letters, or its number as it is usually written."""
    port: int
    """The port."""
    target: str
    """Path and query, percent-encoded."""
    user: str = ""
    """User and password as ``user:password``: sent to this host alone, never stored or shown."""

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address without user, password and fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"


def shown_address(text: str) -> str:
    """An address as it was typed, without user and password."""
    shown = _USER.sub("", text)
    return shown if read_address(shown) else _ANY_USER.sub("", text)


def read_address(text: str) -> WebAddress | None:
    """A web address taken apart; None for what is none."""
    text = text.strip()
    if _CONTROL.search(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    host = host_name(parts.hostname or "")
    bracketed = "[" in parts.netloc
    if scheme not in _PORTS or not host or port == 0 or "\\" in parts.netloc or bracketed != (":" in host):
        return None
    user = ""
    if parts.username is not None:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    query = "?" + quote(parts.query, _SAFE, errors="surrogateescape") if parts.query else ""
    target = quote(parts.path, _SAFE, errors="surrogateescape") or "/"
    return WebAddress(scheme, host, port or _PORTS[scheme], target + query, user)


def redirected(here: WebAddress, location: str) -> WebAddress | None:
    """Where a redirect leads; None where that is no web address. User and password of the first address go along to the
    same server alone, and those that a redirect names are not used."""
    with suppress(UnicodeError):
        # Headers are read as Latin-1, and written as UTF-8 by those who do not encode them.
        location = location.encode("latin-1").decode("utf-8")
    try:
        found = read_address(urljoin(here.url, location.strip()))
    except ValueError:
        return None
    if found is None:
        return None
    same = (found.scheme, found.host, found.port) == (here.scheme, here.host, here.port)
    return WebAddress(found.scheme, found.host, found.port, found.target, here.user if same else "")
