"""Why an address could not be fetched, in words, and what to do instead."""

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place

_SAVE = "save the page in your browser and import the file"
_STATUS = {
    401: ("it asks for a name and a password", "log in with your browser, save the page there and import the file"),
    403: ("it is not shown to programs", _SAVE),
    404: ("there is no such page", f"check the address; if it is right, {_SAVE}"),
    410: ("it has been taken down", "look for a copy in an archive of the web, save it and import the file"),
    429: ("it was asked for too often", f"wait a while and import it again, or {_SAVE}"),
}
_SERVER = ("its server has a fault", f"try again later, or {_SAVE}")
_NO_TEXT = ("its server sends no text", f"check the address, or {_SAVE}")
_REFUSED = ("its server refuses it", f"check the address, or {_SAVE}")


class NotFetched(Exception):
    """An address could not be fetched."""

    def __init__(self, why: str, help: str) -> None:  # noqa: A002 - the word of diagnostics
        """``why`` is the fact, as the rest of a sentence about the address; ``help`` what to do."""
        super().__init__(why)
        self.why = why
        self.help = help

    def diagnostic(self, address: str) -> Diagnostic:
        """What an editor reads; ``address`` is shown as it is given."""
        message = f"`{address}` cannot be fetched: {self.why}"
        return report("not-fetched", message, Place(address), help=self.help)


class PrivateHost(NotFetched):
    """The name of a host, or a redirect, leads into a private network."""


def no_address(shown: str) -> NotFetched:
    """What was typed is no address of the web."""
    scheme, _, rest = shown.partition(":")
    rest = rest.removeprefix("//")
    if scheme.lower() == "file":
        return NotFetched("it is the address of a file", f"give the path itself: `{rest}`")
    if scheme.lower() in ("http", "https"):
        return NotFetched("it is not a whole web address", "copy it whole from the browser")
    return NotFetched(
        f"`{scheme}:` is no scheme of the web", "give an address that begins with `https://` or `http://`"
    )


def wrong_status(status: int) -> NotFetched:
    """The server answers with a status that brings no text."""
    others = _SERVER if status >= 500 else _REFUSED if status >= 400 else _NO_TEXT
    why, remedy = _STATUS.get(status, others)
    return NotFetched(f"{why} (status {status})", remedy)


def unknown_host(error: OSError) -> NotFetched:
    """The name of the host has no number."""
    if isinstance(error, TimeoutError):
        return no_connection("the network does not say where its host is")
    return NotFetched("its host is not known", "check the address and your connection to the internet")


def private_host(number: str) -> PrivateHost:
    """The name of the host leads into a private network."""
    remedy = "only an address with the number of that machine, or with `localhost`, is asked for there"
    return PrivateHost(f"its host is inside a private network (`{number}`)", remedy)


def private_redirect(shown: str) -> PrivateHost:
    """A redirect leads into a private network."""
    remedy = "check where it leads; what is inside a private network is only fetched if you name it yourself"
    return PrivateHost(f"it leads to `{shown}`, which is inside a private network", remedy)


def wrong_redirect(shown: str) -> NotFetched:
    """A redirect leads to what is no web address."""
    return NotFetched(f"it leads to `{shown}`, which is no web address", _SAVE)


def endless_redirect(hops: int) -> NotFetched:
    """Redirects lead on and on; ``hops`` of them were followed, or none where they lead back."""
    why = f"it leads on more than {hops} times" if hops else "it leads back to itself"
    return NotFetched(why, f"it may want cookies or a login: {_SAVE}")


def no_connection(why: str) -> NotFetched:
    """No connection comes about."""
    return NotFetched(why, f"check your connection to the internet, or {_SAVE}")


def not_trusted(why: str) -> NotFetched:
    """There is no secure connection."""
    remedy = f"open it in your browser; if that shows no warning, {_SAVE}"
    return NotFetched(f"there is no secure connection to its server: {why}", remedy)


def too_slow(seconds: float, started: bool) -> NotFetched:
    """The answer does not come, or (``started``) not whole, in time."""
    what = "it was not there whole after" if started else "it did not answer within"
    return NotFetched(f"{what} {seconds:g} seconds", f"try again later, or {_SAVE}")


def too_large(limit: int) -> NotFetched:
    """The answer is larger than what is read."""
    why = f"it has more than {limit / 1e6:g} MB"
    return NotFetched(why, "save it, split it into smaller files, and import those")


def broken_answer(why: str) -> NotFetched:
    """The answer breaks the rules of HTTP, or breaks off."""
    return NotFetched(why, f"try again later, or {_SAVE}")
