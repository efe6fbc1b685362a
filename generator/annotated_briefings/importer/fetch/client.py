"""One address asked for over HTTP, within limits of time, size and redirects: the home of urllib3."""

import errno
import ssl
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from socket import SHUT_RDWR, socket
from threading import Timer
from time import monotonic

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from annotated_briefings import __version__
from annotated_briefings.base.values import Value
from annotated_briefings.importer.fetch.addresses import WebAddress, redirected, shown_address
from annotated_briefings.importer.fetch.faults import (
    NotFetched,
    PrivateHost,
    broken_answer,
    endless_redirect,
    no_connection,
    not_trusted,
    private_redirect,
    too_large,
    too_slow,
    wrong_redirect,
    wrong_status,
)
from annotated_briefings.importer.fetch.hosts import Network
from annotated_briefings.importer.fetch.unpack import ACCEPTED, unpacked
from annotated_briefings.intake.formats.kinds import read_content_type
from annotated_briefings.intake.formats.text import LIMIT
from annotated_briefings.intake.model import Delivery

AGENT = f"annotated-briefings/{__version__}"
"""By what name servers know this program."""
_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5"
)
_REDIRECTS = (301, 302, 303, 307, 308)
_UNCHANGED = 304
_CONNECTIONS = {
    errno.ECONNREFUSED: "its server takes no connection there",
    errno.ENETUNREACH: "the network cannot be reached",
    errno.EHOSTUNREACH: "the network does not reach its server",
}
_LONGEST = 500
"""Characters of a header that is looked at."""
_CHUNK = 65_536
"""Bytes that are read at a time."""


class Limits(Value):
    """How much an address may take."""

    connect: float = 10.0
    """Seconds for each connection, and for finding its host."""
    read: float = 20.0
    """Seconds of silence."""
    whole: float = 60.0
    """Seconds for everything, redirects too."""
    size: int = LIMIT
    """Bytes of the unpacked answer."""
    redirects: int = 5
    """Redirects that are followed."""


class Validators(Value):
    """What an earlier answer said of its state, to ask only for a newer one; empty where it said nothing."""

    address: str = ""
    """Where the answer came from."""
    etag: str = ""
    """Its ``ETag``."""
    modified: str = ""
    """Its ``Last-Modified``."""


class Fetched(Value):
    """What a server sent."""

    data: bytes
    """The unpacked bytes; none where nothing has changed."""
    delivery: Delivery
    """Where they were found in the end, and what they are."""
    validators: Validators
    """What to ask with the next time."""
    unchanged: bool = False
    """Whether nothing has changed since the answer whose validators were given."""


NETWORK, LIMITS = Network(), Limits()
"""How this machine finds hosts, and the limits that hold unless others are given."""
_NOTHING = Validators()


def fetch(
    address: WebAddress, known: Validators = _NOTHING, network: Network = NETWORK, limits: Limits = LIMITS
) -> Fetched:
    """What is at an address. Raises NotFetched."""
    with _followed("GET", address, known, network, limits) as (here, response):
        validators = _validators(here, response)
        if response.status == _UNCHANGED and known.address:
            return Fetched(b"", Delivery(here.url), known, True)
        if not 200 <= response.status < 300:
            raise wrong_status(response.status)
        if _size(response.headers.get("Content-Length", "")) > limits.size:
            raise too_large(limits.size)
        chunks = response.stream(_CHUNK, decode_content=False)
        data = unpacked(chunks, response.headers.get("Content-Encoding", ""), limits.size)
        media, charset = read_content_type(response.headers.get("Content-Type", ""))
        robots = response.headers.get("X-Robots-Tag", "")
        return Fetched(data, Delivery(here.url, media, charset, robots), validators)


def ask_status(address: WebAddress, network: Network = NETWORK, limits: Limits = LIMITS) -> int:
    """The status with which an address answers, without what is there. Raises NotFetched."""
    status = 0
    # Some servers do not support HEAD.
    for method in ("HEAD", "GET"):
        with _followed(method, address, _NOTHING, network, limits) as (_, response):
            status = response.status
        if status < 400:
            break
    return status


@contextmanager
def _followed(
    method: str, first: WebAddress, known: Validators, network: Network, limits: Limits
) -> Iterator[tuple[WebAddress, BaseHTTPResponse]]:
    """The answer at the end of all redirects, and where that is."""
    ends = monotonic() + limits.whole
    here, passed = first, {first.url}
    for _ in range(limits.redirects + 1):
        with _answered(method, here, first.host, known, network, limits, ends) as response:
            location = response.headers.get("Location", "")
            if response.status not in _REDIRECTS or not location:
                yield here, response
                return
        target = redirected(here, location)
        if target is None:
            raise wrong_redirect(shown_address(location))
        if target.url in passed:
            raise endless_redirect(0)
        here = target
        passed.add(here.url)
    raise endless_redirect(limits.redirects)


@contextmanager
def _answered(
    method: str, here: WebAddress, named: str, known: Validators, network: Network, limits: Limits, ends: float
) -> Iterator[BaseHTTPResponse]:
    """The answer of one server, whose faults are told in words; ``named`` is the host that the editor has named."""
    try:
        numbers = network.numbers(here.host, here.port, named, min(limits.connect, _left(limits, ends)))
    except PrivateHost:
        if here.host == named:
            raise
        raise private_redirect(here.url) from None
    progress = _Progress()
    try:
        with closing(_connected(here, numbers, network, limits, ends)) as connection:
            with _cut_off(connection, _left(limits, ends), progress):
                headers = _headers(here, known)
                connection.request(method, here.target, headers=headers, preload_content=False, decode_content=False)
                with closing(connection.getresponse()) as response:
                    progress.started = True
                    yield response
            if progress.late:
                # What had come before the connection was cut off may look whole.
                raise too_slow(limits.whole, True)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise too_slow(limits.whole, True) if progress.late else _failure(error, limits, progress.started) from None


@dataclass(slots=True)
class _Progress:
    """How far an answer has come."""

    started: bool = False
    """Whether its head is here."""
    late: bool = False
    """Whether the connection was cut off because the time was over."""


def _left(limits: Limits, ends: float) -> float:
    """Seconds that are left for an address; raises NotFetched where there are none."""
    left = ends - monotonic()
    if left <= 0:
        raise too_slow(limits.whole, True)
    return left


def _connected(
    here: WebAddress, numbers: Sequence[str], network: Network, limits: Limits, ends: float
) -> HTTPConnection:
    """A connection to the first of some numbers of a host that answers."""
    for place, number in enumerate(numbers, 1):
        seconds = min(limits.connect, _left(limits, ends))
        if here.scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                number, here.port, timeout=seconds, server_hostname=here.host, ssl_context=network.tls
            )
        else:
            connection = HTTPConnection(number, here.port, timeout=seconds)
        try:
            connection.connect()
        except (HTTPError, OSError):
            connection.close()
            if place == len(numbers):
                raise
            continue
        connection.timeout = limits.read
        return connection
    raise no_connection("its host has no number")


@contextmanager
def _cut_off(connection: HTTPConnection, seconds: float, progress: _Progress) -> Iterator[None]:
    """Ends a connection when the time is over: a server that sends a byte now and then must not hold an import up."""
    sock: socket | None = connection.sock

    def cut() -> None:
        progress.late = True
        with suppress(OSError, AttributeError):
            # Closing would not wake a reader up.
            sock.shutdown(SHUT_RDWR)  # type: ignore[union-attr]

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _headers(here: WebAddress, known: Validators) -> dict[str, str]:
    out = {"Host": here.authority, "User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
    out["Connection"] = "close"
    if here.user:
        out["Authorization"] = "Basic " + b64encode(here.user.encode("utf-8", "surrogateescape")).decode("ascii")
    if known.address == here.url:
        # What is remembered may have been written by anybody.
        out |= {"If-None-Match": known.etag} if known.etag and _plain(known.etag) else {}
        out |= {"If-Modified-Since": known.modified} if known.modified and _plain(known.modified) else {}
    return out


def _validators(here: WebAddress, response: BaseHTTPResponse) -> Validators:
    etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    return Validators(here.url, etag if _plain(etag) else "", modified if _plain(modified) else "")


def _plain(header: str) -> bool:
    """Whether the value of a header can be sent back as it is."""
    return len(header) < _LONGEST and header.isascii() and header.isprintable()


def _size(header: str) -> int:
    return int(header) if header.isascii() and header.isdigit() and len(header) < _LONGEST else 0


def _failure(error: Exception, limits: Limits, started: bool) -> NotFetched:
    """A fault of the network in words."""
    chain = list(_chain(error))
    tls = next((one for one in chain if isinstance(one, ssl.SSLError)), None)
    if tls:
        reason = getattr(tls, "verify_message", "") or (tls.reason or "it breaks off").replace("_", " ")
        return not_trusted(reason[:1].lower() + reason[1:] if "verify_message" in dir(tls) else reason.lower())
    if any(isinstance(one, ConnectTimeoutError) and not isinstance(one, NewConnectionError) for one in chain):
        return too_slow(limits.connect, False)
    if any(isinstance(one, ReadTimeoutError | TimeoutError) for one in chain):
        return too_slow(limits.read, started)
    if any(isinstance(one, NewConnectionError) for one in chain):
        code = next((one.errno for one in chain if isinstance(one, OSError) and one.errno), 0)
        return no_connection(_CONNECTIONS.get(code or 0, "no connection to its server is possible"))
    if started:
        return broken_answer("it broke off before its end")
    if any(isinstance(one, ConnectionError) for one in chain):
        return broken_answer("its server hangs up without an answer")
    return broken_answer("its server does not answer as web servers do")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those from which it came."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
