"""Errors, warnings and notes as values, and how they are shown to people."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from annotated_briefings.base.source import Place, Source, line_of
from annotated_briefings.base.values import dataclass


class Severity(StrEnum):
    """How much a diagnostic matters; only errors change the exit status."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


CODES: dict[str, tuple[Severity, str]] = {
    "ambiguous-annotation": (Severity.WARNING, "an annotation's quote occurs at several equal places"),
    "blank-picture": (Severity.HINT, "the font of pictures for other sites lacks letters of a headline"),
    "broken-feed": (Severity.ERROR, "a collected feed cannot be read"),
    "broken-file": (Severity.ERROR, "a collected file is damaged"),
    "broken-link": (Severity.WARNING, "a link or wikilink leads to no page of this site"),
    "broken-record": (Severity.ERROR, "a line of a JSON Lines file is not JSON"),
    "busy": (Severity.ERROR, "another command is writing to this site"),
    "changed-annotation": (Severity.HINT, "the words that an annotation quotes have been reworded"),
    "config": (Severity.ERROR, "site.yaml holds a setting that cannot be used"),
    "damaged-feed": (Severity.WARNING, "a collected feed is not well formed, and was read as far as possible"),
    "dead-link": (Severity.HINT, "another host does not answer at an address that a brief names"),
    "derived-title": (Severity.HINT, "import made up a headline, and nobody has looked at it"),
    "duplicate-alias": (Severity.WARNING, "two entities claim the same name"),
    "duplicate-id": (Severity.WARNING, "two elements of a page, or two notes of a brief, have the same id"),
    "duplicate-key": (Severity.ERROR, "a YAML mapping holds the same key twice"),
    "duplicate-slug": (Severity.ERROR, "two briefs would have the same address"),
    "embargo": (Severity.WARNING, "the times of a brief contradict each other"),
    "empty-file": (Severity.WARNING, "a brief's file, or a feed, holds nothing"),
    "front-matter": (Severity.ERROR, "the front matter cannot be read"),
    "future-date": (Severity.WARNING, "a public brief bears a date that is still to come"),
    "incoming": (Severity.WARNING, "an import laid a new version of an article beside its edited brief"),
    "invalid-bytes": (Severity.WARNING, "a collected file holds bytes that are no text"),
    "leak": (Severity.ERROR, "a file would show what is not public"),
    "ledger": (Severity.WARNING, "a line of the import ledger cannot be read"),
    "long-summary": (Severity.HINT, "a summary is longer than lists and feeds have room for"),
    "lost-receipt": (Severity.WARNING, "a quote is not in the text, and the collected text is not here to look it up"),
    "missing-alt": (Severity.WARNING, "a picture has no words for those who cannot see it"),
    "missing-template": (Severity.ERROR, "a template that a page needs does not exist"),
    "missing-title": (Severity.ERROR, "a brief has no title"),
    "no-article": (Severity.WARNING, "no article was found in a collected file"),
    "no-address": (Severity.HINT, "the site's own address is unknown"),
    "no-collected": (Severity.HINT, "quotations could not be looked up, because the collected texts are not here"),
    "no-note": (Severity.ERROR, "no note has the id, and no brief the name, that a command was given"),
    "no-suggestion": (Severity.ERROR, "no brief names what the registry was asked to accept"),
    "no-summary": (Severity.HINT, "a brief has no summary"),
    "not-text": (Severity.ERROR, "a file is not text in UTF-8"),
    "nothing-to-undo": (Severity.ERROR, "there is no merge or rename to take back"),
    "orphan-annotation": (Severity.WARNING, "an annotation's quote is not in the text"),
    "other-encoding": (Severity.HINT, "a collected file is not UTF-8"),
    "output": (Severity.ERROR, "the output folder cannot be used"),
    "page": (Severity.WARNING, "a page breaks a rule of good HTML"),
    "patch": (Severity.ERROR, "a file that editors own could not be changed safely"),
    "redirect": (Severity.WARNING, "an old address of a brief cannot be kept"),
    "refused-change": (Severity.ERROR, "a merge or a rename that was asked for makes no sense"),
    "search": (Severity.WARNING, "the search index could not be made"),
    "similar-name": (Severity.HINT, "two entities or two tags look like one"),
    "template": (Severity.ERROR, "a template failed"),
    "too-large": (Severity.ERROR, "a file is larger than the limit"),
    "undated": (Severity.HINT, "a brief has no date"),
    "unknown-entity": (Severity.WARNING, "a brief lists an entity that the registry does not know"),
    "unknown-key": (Severity.WARNING, "a key has no meaning here"),
    "unknown-question": (Severity.WARNING, "a brief answers a question that no other brief asks"),
    "unknown-tag": (Severity.WARNING, "a brief has a tag that tags.yaml does not know"),
    "unreadable": (Severity.ERROR, "a file cannot be read"),
    "unsourced-point": (Severity.HINT, "a key point has no receipt"),
    "unsupported-quote": (Severity.ERROR, "a quotation stands neither in the text nor in what was collected"),
    "unused-decision": (Severity.WARNING, "an editor's decision about an import matches nothing"),
    "unused-entity": (Severity.HINT, "no brief names an entity of the registry"),
    "words": (Severity.WARNING, "a text of the interface cannot be used"),
    "wrong-type": (Severity.ERROR, "a value has the wrong type"),
    "yaml": (Severity.ERROR, "the YAML cannot be read"),
}
"""Every code with its severity and what it means."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fact about one place that somebody should know."""

    code: str
    """One of ``CODES``."""
    message: str
    """The fact, in lower case, with the writer's words in back ticks."""
    place: Place
    """Where it is."""
    help: str = ""
    """What to do about it; may be empty."""
    excerpt: str = ""
    """The line of the file, for the caret."""

    @property
    def severity(self) -> Severity:
        """The severity of the code."""
        return CODES[self.code][0]


def report(
    code: str,
    message: str,
    place: Place,
    *,
    help: str = "",  # noqa: A002 - the word users see
    source: Source | None = None,
) -> Diagnostic:
    """A diagnostic, with the excerpt of its line when the source is given."""
    excerpt = line_of(source, place.line) if source and place.line else ""
    return Diagnostic(code, message, place, help, excerpt[:400])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help text naming the closest known word, or an empty text."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6 if len(word) < 5 else 0.7)
    return f"did you mean `{close[0]}`?" if close else ""


def show(diagnostic: Diagnostic) -> str:
    """The diagnostic as a terminal shows it: place, message, line, caret, help."""
    place = diagnostic.place
    where = place.path
    if place.line:
        where += f":{place.line}:{place.column}"
    lines = [f"{where}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    if diagnostic.excerpt and place.column <= len(diagnostic.excerpt) + 1:
        number = f"{place.line:>5}"
        pad = "".join("\t" if c == "\t" else " " for c in diagnostic.excerpt[: place.column - 1])
        length = max(1, min(place.length, len(diagnostic.excerpt) - place.column + 1))
        lines.append(f"{number} | {diagnostic.excerpt}")
        lines.append(f"{' ' * len(number)} | {pad}{'^' * length}")
    if diagnostic.help:
        lines.append(f"  help: {diagnostic.help}")
    return "\n".join(lines)


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Order of diagnostics in every listing: by place, then by code and message."""
    place = diagnostic.place
    return (place.path, place.line, place.column, diagnostic.code, diagnostic.message)
