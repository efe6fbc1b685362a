"""One address asked for: what comes back, what is refused, and in which words; only on loopback."""

import gzip
import shutil
import socket
import ssl
import subprocess
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest
from local_host import LocalHost, Reply, serving

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.web import IP
from annotated_briefings.importer.fetch.addresses import read_address
from annotated_briefings.importer.fetch.client import AGENT, Fetched, Limits, Validators, ask_status, fetch
from annotated_briefings.importer.fetch.faults import NotFetched
from annotated_briefings.importer.fetch.hosts import Network, is_public
from annotated_briefings.importer.fetch.unpack import unpacked

LIMITS = Limits(size=10_000)
SILENCE, LENGTH = Limits(read=0.2), Limits(whole=0.5)
"""Limits at which nobody waits long: of silence, and of the whole."""
SAVE = "save the page in your browser and import the file"


@pytest.fixture
def host() -> Iterator[LocalHost]:
    with serving(
        {"/a": Reply("<p>Ferry.</p>", headers={"ETag": '"1"', "Last-Modified": "Mon, 02 Mar 2026 08:00:00 GMT"})}
    ) as found:
        yield found


def got(url: str, network: Network | None = None, limits: Limits = LIMITS, known: Validators | None = None) -> Fetched:
    address = read_address(url)
    assert address, url
    return fetch(address, known or Validators(), network or Network(), limits)


def refused(url: str, network: Network | None = None, limits: Limits = LIMITS) -> tuple[str, str]:
    with pytest.raises(NotFetched) as caught:
        got(url, network, limits)
    return caught.value.why, caught.value.help


def named(**hosts: str) -> Network:
    """A network in which names lead to numbers of this machine, of which 127.0.0.1 stands for the internet."""

    def resolve(host: str, *_: float) -> tuple[str, ...]:
        numbers = hosts.get(host.partition(".")[0])
        if numbers is None:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return tuple(numbers.split())

    def public(number: IP) -> bool:
        return str(number) == "127.0.0.1"

    return Network(resolve, public)


def test_an_answer_tells_where_it_was_found_and_what_it_is(host: LocalHost) -> None:
    done = got(f"{host.base}/a#part")
    assert done.data == b"<p>Ferry.</p>"
    assert (done.delivery.address, done.delivery.media, done.delivery.charset) == (
        f"{host.base}/a",
        "text/html",
        "utf-8",
    )
    method, path, headers = host.asked[0]
    assert (method, path) == ("GET", "/a")
    assert headers["user-agent"] == AGENT
    assert headers["host"] == f"127.0.0.1:{host.port}"
    assert not {"cookie", "referer", "authorization"} & set(headers)


def test_what_has_not_changed_is_not_sent_again(host: LocalHost) -> None:
    first = got(f"{host.base}/a")
    assert first.validators == Validators(f"{host.base}/a", '"1"', "Mon, 02 Mar 2026 08:00:00 GMT")
    again = got(f"{host.base}/a", known=first.validators)
    assert (again.unchanged, again.data, again.validators) == (True, b"", first.validators)
    # The state of one address says nothing of another.
    host.replies["/b"] = host.replies["/a"]
    assert not got(f"{host.base}/b", known=first.validators).unchanged


@pytest.mark.parametrize("forged", ['"1"\r\nX-Own: yes', '"1"\n', "é", "x" * 600])
def test_what_is_remembered_is_sent_only_where_it_is_plain(host: LocalHost, forged: str) -> None:
    known = Validators(f"{host.base}/a", forged, forged)
    assert got(f"{host.base}/a", known=known).data == b"<p>Ferry.</p>"
    assert not {"if-none-match", "if-modified-since", "x-own"} & set(host.asked[0][2])


STATUS = {
    204: None,
    300: "its server sends no text (status 300)",
    304: "its server sends no text (status 304)",
    400: "its server refuses it (status 400)",
    401: "it asks for a name and a password (status 401)",
    403: "it is not shown to programs (status 403)",
    404: "there is no such page (status 404)",
    410: "it has been taken down (status 410)",
    418: "its server refuses it (status 418)",
    429: "it was asked for too often (status 429)",
    500: "its server has a fault (status 500)",
    503: "its server has a fault (status 503)",
}


@pytest.mark.parametrize("status", STATUS)
def test_every_status_has_its_words_and_a_remedy(host: LocalHost, status: int) -> None:
    host.replies["/s"] = Reply("x" if status not in (204, 304) else "", status=status)
    if STATUS[status] is None:
        assert got(f"{host.base}/s").data == b""
        return
    why, remedy = refused(f"{host.base}/s")
    assert why == STATUS[status]
    assert status in (401, 410) or remedy.endswith(SAVE)
    assert remedy.endswith("import the file")


def test_a_fault_is_shown_with_the_address_and_a_remedy(host: LocalHost) -> None:
    with pytest.raises(NotFetched) as caught:
        got(f"{host.base}/none")
    assert show(caught.value.diagnostic("https://port.example/a")) == (
        "https://port.example/a: error[not-fetched]: `https://port.example/a` cannot be fetched: "
        "there is no such page (status 404)\n"
        "  help: check the address; if it is right, save the page in your browser and import the file"
    )


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_counts(host: LocalHost, status: int) -> None:
    host.replies["/from"] = Reply(status=status, headers={"Location": "a?x=1#there"})
    host.replies["/a?x=1"] = host.replies["/a"]
    assert got(f"{host.base}/from").delivery.address == f"{host.base}/a?x=1"


def test_redirects_end(host: LocalHost) -> None:
    host.replies |= {f"/{n}": Reply(status=302, headers={"Location": f"/{n + 1}"}) for n in range(9)}
    host.replies["/9"] = host.replies["/a"]
    assert got(f"{host.base}/4").data == b"<p>Ferry.</p>"
    assert refused(f"{host.base}/3")[0] == "it leads on more than 5 times"
    host.replies["/x"] = Reply(status=302, headers={"Location": "/y"})
    host.replies["/y"] = Reply(status=302, headers={"Location": f"{host.base}/x#again"})
    assert refused(f"{host.base}/x") == ("it leads back to itself", f"it may want cookies or a login: {SAVE}")


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://port.example/a",
        "javascript:alert(1)",
        "gopher://x/",
        "http://[::1",
        "data:,x",
    ],
)
def test_a_redirect_leads_to_a_web_address_or_nowhere(host: LocalHost, location: str) -> None:
    host.replies["/x"] = Reply(status=302, headers={"Location": location})
    assert refused(f"{host.base}/x") == (f"it leads to `{location}`, which is no web address", SAVE)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/a",
        "http://localhost:{port}/a",
        "http://[::1]:{port}/a",
        "http://10.0.0.5/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00::1]/",
        "http://0.0.0.0:{port}/a",
        "http://inside.example:{port}/a",
    ],
)
def test_a_redirect_never_leads_into_a_private_network(host: LocalHost, target: str) -> None:
    network = named(paper="127.0.0.1", inside="127.0.0.2")
    to = target.format(port=host.port)
    host.replies["/x"] = Reply(status=302, headers={"Location": to})
    why, remedy = refused(f"http://paper.example:{host.port}/x", network)
    assert why == f"it leads to `{to}`, which is inside a private network"
    assert remedy == "check where it leads; what is inside a private network is only fetched if you name it yourself"
    assert host.paths() == ["/x"]


def test_a_name_never_leads_into_a_private_network(host: LocalHost) -> None:
    assert refused(f"http://inside.example:{host.port}/a", named(inside="127.0.0.2")) == (
        "its host is inside a private network (`127.0.0.2`)",
        "only an address with the number of that machine, or with `localhost`, is asked for there",
    )
    # Of several numbers only those that are public are asked.
    assert got(f"http://paper.example:{host.port}/a", named(paper="127.0.0.2 127.0.0.1")).data
    assert host.paths() == ["/a"]


def test_a_name_that_changes_where_it_leads_is_asked_at_the_number_that_was_checked() -> None:
    """DNS rebinding: the number is asked for once, and the connection goes there."""
    with serving({"/a": Reply("public")}) as public, serving({"/a": Reply("secret")}, "127.0.0.2") as private:
        answers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"])
        asked: list[str] = []

        def resolve(host: str, *_: float) -> tuple[str, ...]:
            asked.append(host)
            return (next(answers),)

        network = Network(resolve, lambda number: str(number) == "127.0.0.1")
        assert got(f"http://paper.example:{public.port}/a", network).data == b"public"
        assert asked == ["paper.example"]
        assert refused(f"http://paper.example:{private.port}/a", network)[0].startswith("its host is inside a private")
        assert private.asked == []


def test_this_machine_is_asked_where_it_is_named_outright(host: LocalHost) -> None:
    assert got(f"http://localhost:{host.port}/a").data == b"<p>Ferry.</p>"
    assert got(f"http://LOCALHOST.:{host.port}/a").data == b"<p>Ferry.</p>"
    host.replies["/x"] = Reply(status=302, headers={"Location": "/a"})
    assert got(f"http://127.0.0.1:{host.port}/x").data == b"<p>Ferry.</p>"
    # Other spellings of a number are names to a resolver, and lead into a private network.
    for odd in ("127.1", "2130706433", "0x7f000001"):
        network = Network(lambda *_: ("127.0.0.1",))
        assert (
            refused(f"http://{odd}:{host.port}/a", network)[0] == "its host is inside a private network (`127.0.0.1`)"
        )


def test_numbers_of_ipv6_are_asked() -> None:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serving({"/a": Reply("six")}, "::1") as host:
        assert got(f"{host.base}/a").data == b"six"
        assert host.asked[0][2]["host"] == f"[::1]:{host.port}"


PRIVATE = (
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 192.0.0.8 "
    "198.18.0.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 "
    "::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::a00:1 2002:7f00:1:: 2002:a00:1:: 2001:db8::1"
).split()


@pytest.mark.parametrize("number", PRIVATE)
def test_numbers_that_are_not_of_the_internet(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("number", ["1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::1"])
def test_numbers_of_the_internet(number: str) -> None:
    assert is_public(ip_address(number))


def test_user_and_password_go_to_the_host_for_which_they_were_typed() -> None:
    with serving({}) as other, serving({}) as host:
        host.replies["/x"] = Reply(status=302, headers={"Location": "/y"})
        host.replies["/y"] = Reply(status=302, headers={"Location": f"http://eve:own@127.0.0.1:{other.port}/z"})
        other.replies["/z"] = Reply("end")
        done = got(f"http://mira:s%3Acret@127.0.0.1:{host.port}/x")
        assert [headers.get("authorization") for _, _, headers in host.asked] == ["Basic bWlyYTpzOmNyZXQ="] * 2
        assert "authorization" not in other.asked[0][2]
        assert done.delivery.address == f"{other.base}/z"


def test_nothing_answers_at_a_closed_port() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == (
        "its server takes no connection there",
        f"check your connection to the internet, or {SAVE}",
    )


def test_a_host_that_nobody_knows() -> None:
    assert refused("http://nobody.example/", named()) == (
        "its host is not known",
        "check the address and your connection to the internet",
    )

    def slow(*_: object) -> tuple[str, ...]:
        raise TimeoutError

    assert refused("http://nobody.example/", Network(slow))[0] == "the network does not say where its host is"


def drip(head: bytes, byte: bytes) -> Callable[[BinaryIO, Event], None]:
    """Sends a byte every now and then, always before anybody would lose patience."""

    def write(out: BinaryIO, over: Event) -> None:
        out.write(head)
        while not over.wait(0.05):
            out.write(byte)
            out.flush()

    return write


def silent(head: bytes) -> Callable[[BinaryIO, Event], None]:
    def write(out: BinaryIO, over: Event) -> None:
        out.write(head)
        out.flush()
        over.wait(20)

    return write


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SLOW = {
    "no answer": (silent(b""), SILENCE, "it did not answer within 0.2 seconds"),
    "half a head": (silent(OK), SILENCE, "it did not answer within 0.2 seconds"),
    "half a text": (silent(OK + b"Content-Length: 50\r\n\r\nabc"), SILENCE, "it was not there whole after 0.2 seconds"),
    "a head that drips": (drip(OK + b"X: ", b"y"), LENGTH, "it was not there whole after 0.5 seconds"),
    "a text that drips": (drip(OK + b"\r\n", b"y"), LENGTH, "it was not there whole after 0.5 seconds"),
    "chunks that drip": (
        drip(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\ny\r\n"),
        LENGTH,
        "it was not there whole after 0.5 seconds",
    ),
}


@pytest.mark.parametrize("kind", SLOW)
def test_no_server_holds_an_import_up(host: LocalHost, kind: str) -> None:
    raw, limits, why = SLOW[kind]
    host.replies["/slow"] = Reply(raw=raw)
    assert refused(f"{host.base}/slow", limits=limits) == (why, f"try again later, or {SAVE}")


def raw(data: bytes) -> Reply:
    def write(out: BinaryIO, _: Event) -> None:
        out.write(data)

    return Reply(raw=write)


BROKEN = {
    "no web server": (b"220 mail.port.example ESMTP\r\n", "its server does not answer as web servers do"),
    "nothing": (b"", "its server hangs up without an answer"),
    "a torn text": (OK + b"Content-Length: 50\r\n\r\nabc", "it broke off before its end"),
    "torn chunks": (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", "it broke off before its end"),
    "no chunks": (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "it broke off before its end"),
    "endless head": (OK + b"X: " + b"y" * 70_000 + b"\r\n\r\n", "its server does not answer as web servers do"),
    "many heads": (OK + b"X: y\r\n" * 200 + b"\r\n", "its server does not answer as web servers do"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_answers_that_break_the_rules(host: LocalHost, kind: str) -> None:
    data, why = BROKEN[kind]
    host.replies["/broken"] = raw(data)
    assert refused(f"{host.base}/broken")[0] == why


TEXT = b"The ferry sails again. " * 200
PACKED = {
    "gzip": gzip.compress(TEXT, mtime=0),
    "x-gzip": gzip.compress(TEXT[:1000]) + gzip.compress(TEXT[1000:]) + b"\0\0",
    "deflate": zlib.compress(TEXT),
    "Deflate": zlib.compressobj(wbits=-15).compress(b"") + _bare if (_bare := zlib.compress(TEXT)[2:-4]) else b"",
    "identity": TEXT,
    "identity, gzip": gzip.compress(TEXT, mtime=0),
}


@pytest.mark.parametrize("encoding", PACKED)
def test_packed_answers_are_unpacked(host: LocalHost, encoding: str) -> None:
    host.replies["/z"] = Reply(PACKED[encoding], headers={"Content-Encoding": encoding})
    assert got(f"{host.base}/z").data == TEXT


def test_no_answer_is_larger_than_the_limit(host: LocalHost) -> None:
    too_large = ("it has more than 0.01 MB", "save it, split it into smaller files, and import those")
    zeros = b"\0" * 10_001
    bomb = gzip.compress(b"\0" * 50_000_000)
    host.replies |= {
        "/fits": Reply(zeros[:-1]),
        "/told": Reply(zeros),
        "/untold": Reply(zeros, length=False),
        "/gzip": Reply(bomb, headers={"Content-Encoding": "gzip"}),
        "/deflate": Reply(zlib.compress(zeros), headers={"Content-Encoding": "deflate"}),
        "/members": Reply(gzip.compress(zeros[:6000]) * 2, headers={"Content-Encoding": "gzip"}),
    }
    assert len(got(f"{host.base}/fits").data) == 10_000
    for path in ("told", "untold", "gzip", "deflate", "members"):
        assert refused(f"{host.base}/{path}") == too_large, path


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_small_answer_never_becomes_a_large_one_before_it_is_refused(encoding: str) -> None:
    zeros = b"\0" * 30_000_000
    bomb = gzip.compress(zeros) if encoding == "gzip" else zlib.compress(zeros)
    del zeros
    tracemalloc.start()
    try:
        with pytest.raises(NotFetched):
            unpacked([bomb], encoding, 10_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("encoding", "data", "why"),
    [
        ("br", b"\x0b\x02\x80abc\x03", "it comes packed in a way that was not asked for (`br`)"),
        ("gzip, gzip", b"", "it comes packed in a way that was not asked for (`gzip, gzip`)"),
        ("gzip", b"<html>", "what it sends cannot be unpacked"),
        ("gzip", gzip.compress(TEXT, mtime=0)[:40], "it broke off before its end"),
        ("deflate", b"\xff\xff", "what it sends cannot be unpacked"),
    ],
)
def test_what_cannot_be_unpacked(host: LocalHost, encoding: str, data: bytes, why: str) -> None:
    host.replies["/z"] = Reply(data, headers={"Content-Encoding": encoding})
    assert refused(f"{host.base}/z") == (why, f"try again later, or {SAVE}")


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for paper.example that it has signed itself, and its key."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("the program `openssl` is not here")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=paper.example")
    names = ("-addext", "subjectAltName=DNS:paper.example", "-keyout", str(key), "-out", str(certificate))
    subprocess.run([program, *made, *names], check=True, capture_output=True)
    return certificate, key


def test_a_secure_connection_is_one_to_the_host_that_was_named(own_certificate: tuple[Path, Path]) -> None:
    certificate, key = own_certificate
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    trusting = ssl.create_default_context(cafile=str(certificate))
    base = named(paper="127.0.0.1", other="127.0.0.1")
    network = Network(base.resolve, base.is_public, trusting)
    with serving({"/a": Reply("safe")}, tls=server) as host:
        assert got(f"https://paper.example:{host.port}/a", network).data == b"safe"
        assert host.asked[0][2]["host"] == f"paper.example:{host.port}"
        why, remedy = refused(f"https://other.example:{host.port}/a", network)
        assert why.startswith(
            "there is no secure connection to its server: hostname mismatch, certificate is not valid"
        )
        assert remedy == f"open it in your browser; if that shows no warning, {SAVE}"
        assert refused(f"https://paper.example:{host.port}/a", base)[0] == (
            "there is no secure connection to its server: self-signed certificate"
        )
    with serving({"/a": Reply("plain")}) as plain:
        why, _ = refused(f"https://127.0.0.1:{plain.port}/a")
        assert why.startswith("there is no secure connection to its server: ")


def test_the_status_of_a_link_is_asked_for_without_its_text(host: LocalHost) -> None:
    address = read_address(f"{host.base}/a")
    assert address
    assert ask_status(address, Network(), LIMITS) == 200
    assert [method for method, _, _ in host.asked] == ["HEAD"]
    host.replies["/a"] = Reply("", status=410)
    assert ask_status(address, Network(), LIMITS) == 410
    assert [method for method, _, _ in host.asked] == ["HEAD", "HEAD", "GET"]
