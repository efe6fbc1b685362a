"""What some addresses hold, as pieces to read; what cannot be fetched is named, and stops nothing else."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value
from annotated_briefings.engine.progress import Bar, progress
from annotated_briefings.importer.fetch.addresses import WebAddress, read_address, shown_address
from annotated_briefings.importer.fetch.client import LIMITS, NETWORK, Fetched, Limits, Validators, fetch
from annotated_briefings.importer.fetch.faults import NotFetched, no_address
from annotated_briefings.importer.fetch.hosts import Network
from annotated_briefings.intake.reading import Piece
from annotated_briefings.intake.stated.addresses import clean_address

_AT_ONCE = 8
"""Hosts that are asked at the same time, each for one address after the other."""


class Wanted(Value):
    """An address to fetch."""

    text: str
    """The address as it was typed."""
    known: Validators = Validators()
    """What an earlier answer said of its state."""


class Received(Value):
    """What came of an address."""

    shown: str
    """The address as it was typed, without user and password."""
    name: str = ""
    """What its file is called, in messages and in the ledger: the address without its reader."""
    answer: Fetched | None = None
    """What the server sent; None where nothing came."""
    fault: Diagnostic | None = None
    """Why nothing came."""

    def piece(self, form: str = "") -> Piece | None:
        """The piece to read, as what ``form`` names or else as what it is; None where nothing came."""
        if self.answer is None or self.answer.unchanged:
            return None
        return Piece(self.name, self.answer.data, form, delivery=self.answer.delivery)


def each_once(texts: Iterable[str], besides: Iterable[str] = ()) -> tuple[Wanted, ...]:
    """What to fetch where some addresses are named, in whatever spellings: each once, and none of those ``besides``."""
    known = {_key(text) for text in besides}
    found: dict[str, Wanted] = {}
    for text in texts:
        if _key(text) not in known:
            found.setdefault(_key(text), Wanted(text))
    return tuple(found.values())


def _key(text: str) -> str:
    address = read_address(text)
    return address.url if address else text


def receive(
    wanted: Sequence[Wanted], network: Network = NETWORK, limits: Limits = LIMITS, *, shown: bool = False
) -> tuple[Received, ...]:
    """What some addresses hold, in their order. With ``shown`` a bar tells how far it is."""
    hosts: dict[str, list[int]] = {}
    for place, one in enumerate(wanted):
        address = read_address(one.text)
        hosts.setdefault(address.host if address else "", []).append(place)

    def ask(places: list[int], bar: Bar) -> list[tuple[int, Received]]:
        out: list[tuple[int, Received]] = []
        for place in places:
            out.append((place, _received(wanted[place], network, limits)))
            bar.advance(1)
        return out

    with progress("fetching", len(wanted), " addresses", shown=shown) as bar:
        if len(hosts) < 2:
            done = [ask(places, bar) for places in hosts.values()]
        else:
            with ThreadPoolExecutor(_AT_ONCE) as workers:
                done = list(workers.map(lambda places: ask(places, bar), hosts.values()))
    found = dict(pair for pairs in done for pair in pairs)
    return tuple(found[place] for place in range(len(wanted)))


def _received(wanted: Wanted, network: Network, limits: Limits) -> Received:
    shown = shown_address(wanted.text)
    address = read_address(wanted.text)
    try:
        if address is None:
            raise no_address(shown)
        answer = fetch(address, wanted.known, network, limits)
    except NotFetched as fault:
        return Received(shown, fault=fault.diagnostic(shown))
    return Received(shown, _name(address, answer), answer)


def _name(address: WebAddress, answer: Fetched) -> str:
    """An address as the name of a file: without what says by which way somebody came, or who that is."""
    front = f"{address.scheme}://{address.authority}/"
    return clean_address(address.url) or clean_address(answer.delivery.address) or front
