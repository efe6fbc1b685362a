"""A web server on this machine that answers as a test tells it to, however badly."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET6
from ssl import SSLContext
from threading import Event, Thread
from typing import BinaryIO


@dataclass(frozen=True)
class Reply:
    """What a server says to a request for one path."""

    body: bytes | str = b""
    """The text."""
    type: str = "text/html; charset=utf-8"
    """Its ``Content-Type``; none where it is empty."""
    status: int = 200
    """The status."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """More headers."""
    length: bool = True
    """Whether it says how long the text is."""
    raw: Callable[[BinaryIO, Event], None] | None = None
    """Instead of all this: writes the answer itself, and may wait for the event that ends the test."""


@dataclass
class LocalHost:
    """A running server."""

    base: str
    """Its address, without a slash at the end."""
    port: int
    """Its port."""
    replies: dict[str, Reply]
    """What it says, by path and query; anything else is 404."""
    asked: list[tuple[str, str, dict[str, str]]]
    """Requests so far: method, path, and headers by their names in small letters."""
    over: Event
    """Set when the test is over: nothing that a server holds back is waited for."""

    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for _, path, _ in self.asked]


@contextmanager
def serving(
    replies: Mapping[str, Reply], host: str = "127.0.0.1", tls: SSLContext | None = None
) -> Iterator[LocalHost]:
    """A server at a number of this machine, for a while."""
    known = dict(replies)
    asked: list[tuple[str, str, dict[str, str]]] = []
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = known.get(self.path, Reply("Not here.", status=404))
            if reply.raw:
                reply.raw(self.wfile, over)  # type: ignore[arg-type]
                self.close_connection = True
                return
            etag = reply.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                reply = Reply(status=304, headers=reply.headers, type="")
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            if reply.type:
                self.send_header("Content-Type", reply.type)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.length and reply.status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        address_family = AF_INET6 if ":" in host else ThreadingHTTPServer.address_family
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing: clients hang up on purpose."""

    server = Server((host, 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    scheme = "https" if tls else "http"
    try:
        yield LocalHost(f"{scheme}://{shown}:{server.server_port}", server.server_port, known, asked, over)
    finally:
        over.set()
        server.shutdown()
        server.server_close()
