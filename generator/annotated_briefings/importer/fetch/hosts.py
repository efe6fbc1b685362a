"""Which machines may be asked: those of the public internet, and others only where an editor names them outright.

A name is resolved once, its numbers are checked, and the connection goes to a number that was checked. So what only
this machine can reach is not reached by a name that leads there, by one that changes where it leads (DNS rebinding), or
by a redirect.
"""

import socket
import ssl
from collections.abc import Callable
from ipaddress import IPv6Address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread

from annotated_briefings.base.values import Value
from annotated_briefings.base.web import IP, number_of
from annotated_briefings.importer.fetch.faults import private_host, unknown_host

_THIS = "localhost"
_OTHERS = tuple(map(ip_network, ("192.0.0.0/24", "64:ff9b::/96", "64:ff9b:1::/48")))
"""Numbers for special use that the standard library does not know as such in all its versions: those of protocols, and
those of IPv6 that stand for those of IPv4 (RFC 6052, RFC 8215)."""


def is_public(number: IP) -> bool:
    """Whether a number is one of the public internet, whatever it is wrapped in."""
    if not number.is_global or number.is_multicast or any(number in network for network in _OTHERS):
        return False
    if not isinstance(number, IPv6Address):
        return True
    if number.is_site_local:
        return False
    inner = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    return all(one is None or is_public(one) for one in inner)


def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """The numbers of a host, as this machine finds them. Raises OSError where there are none, or not in time."""
    answers: SimpleQueue[tuple[str, ...] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(tuple(dict.fromkeys(str(one[4][0]) for one in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    # The system sets no limit that a program could change: a thread that is not waited for does.
    Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, OSError):
        raise found
    return found


class Network(Value):
    """How hosts are found, and which numbers are public."""

    resolve: Callable[[str, int, float], tuple[str, ...]] = resolve
    """Numbers of a host, from its name, a port and seconds. Raises OSError."""
    is_public: Callable[[IP], bool] = is_public
    """Whether a number may be reached by a name, or by a redirect."""
    tls: ssl.SSLContext | None = None
    """Which certificates are trusted; those that this machine trusts where none is given."""

    def numbers(self, host: str, port: int, named: str, seconds: float) -> tuple[str, ...]:
        """The numbers at which a host may be asked; ``named`` is the host that the editor has named. Raises
        NotFetched."""
        number = number_of(host)
        if number or host == _THIS:
            if host != named and not (number and self.is_public(number)):
                raise private_host(host)
            if number:
                return (host,)
        try:
            found = self.resolve(host, port, seconds)
        except OSError as error:
            raise unknown_host(error) from None
        allowed = tuple(one for one in found if self._may(one, host))
        if found and not allowed:
            raise private_host(found[0])
        if not allowed:
            raise unknown_host(OSError())
        return allowed

    def _may(self, number: str, host: str) -> bool:
        """Whether a host may be asked at a number to which its name leads."""
        ip = number_of(number)
        return ip is not None and (ip.is_loopback if host == _THIS else self.is_public(ip))
