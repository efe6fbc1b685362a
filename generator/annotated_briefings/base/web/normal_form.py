"""The normal form of web addresses (RFC 3986, section 6.2; RFC 3987, section 5.3; the URL standard of the WHATWG).

Two spellings that lead browsers and servers to one page have one normal form: the case of scheme and host, the default
port, an empty path or fragment, `.` and `..` in a path, letters of any script as they are or percent-encoded, the case
of an encoding, and the form of an accented letter in Unicode.
"""

import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote, unquote

from annotated_briefings.base.paths import split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.base.web.hosts import host_name

_UNSEEN = regex(r"[\t\r\n]")
"""What browsers take out of an address wherever it is."""
_AROUND = "".join(map(chr, range(33)))
_ENCODED = regex(r"(?:%[0-9A-Fa-f]{2})+")
_STRAY = regex(r"%(?![0-9A-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_IN_PATH = "%/:@!$&'()*+,;=[]"
_IN_QUERY = "%/:@!$&()*+,;=[]?"
_PORTS = {"http": 80, "https": 443}


class NormalAddress(Value):
    """The parts of a web address in normal form; without user and password, which lead to the same page."""

    scheme: str
    """Scheme in small letters; empty where the address has none."""
    host: str
    """Host in ASCII and small letters, with its port where that is not the usual one of the scheme."""
    path: str
    """Path, percent-encoded; `/` where there is none."""
    query: str
    """Query without its question mark, percent-encoded."""
    fragment: str
    """Fragment without its number sign, percent-encoded."""


@lru_cache(maxsize=100_000)
def normal_parts(url: str) -> NormalAddress:
    """The parts of a web address in normal form; of what is none, all that can be told."""
    plain = _UNSEEN.sub("", url).strip(_AROUND)
    scheme = split_url(plain).scheme
    if scheme in _PORTS or plain.startswith("//"):
        ahead, mark, rest = re.split(r"([?#]|\Z)", plain, maxsplit=1)
        plain = ahead.replace("\\", "/") + mark + rest
    parts = split_url(plain)
    try:
        port = parts.port
    except ValueError:
        # What follows the colon is no number.
        port = None
    name = parts.hostname or ""
    host = host_name(normalize("NFC", unquote(name))) or name
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS.get(scheme):
        host = f"{host}:{port}"
    path = _without_dots(_encoded(parts.path, _IN_PATH)) if parts.netloc else _encoded(parts.path, _IN_PATH)
    return NormalAddress(
        scheme,
        host,
        path or ("/" if parts.netloc else ""),
        _encoded(parts.query, _IN_QUERY),
        _encoded(parts.fragment, _IN_QUERY),
    )


def normal_address(url: str) -> str:
    """A web address in normal form."""
    parts = normal_parts(url)
    whole = f"{parts.scheme}:" if parts.scheme else ""
    whole += (f"//{parts.host}" if parts.host else "") + parts.path
    whole += f"?{parts.query}" if parts.query else ""
    return whole + (f"#{parts.fragment}" if parts.fragment else "")


def host_key(url: str) -> str:
    """The host of a web address for comparing, without ``www.`` and port; empty where it has none."""
    host = normal_parts(url).host
    return re.sub(r":\d+\Z", "", host).removeprefix("www.")


def _encoded(text: str, safe: str) -> str:
    """A part of an address in its one encoding."""
    if not text:
        return ""
    plain = normalize("NFC", _ENCODED.sub(_plain, text)) if "%" in text or not text.isascii() else text
    return quote(_STRAY.sub("%25", plain), safe + "~", errors="surrogatepass")


def _plain(run: re.Match[str]) -> str:
    """Some encoded bytes: letters as they are, and what has a meaning in addresses, or is no text, encoded."""
    data = bytes.fromhex(run[0].replace("%", ""))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
        return "".join(c if c in _UNRESERVED else f"%{ord(c):02X}" for c in text)
    return "".join(c if c in _UNRESERVED or ord(c) > 127 else f"%{ord(c):02X}" for c in text)


def _without_dots(path: str) -> str:
    """A path without `.` and `..` (RFC 3986, section 5.2.4)."""
    if "/." not in path:
        return path
    out: list[str] = []
    parts = path.split("/")[1:]
    for part in parts:
        if part == "..":
            out = out[:-1]
        elif part != ".":
            out.append(part)
    if parts[-1] in (".", ".."):
        out.append("")
    return "/" + "/".join(out)
