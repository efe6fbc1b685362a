"""All articles of a site and of an import, made ready to be compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import normalize

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.dedup.identity import Origin, same_place, words_id
from annotated_briefings.intake.dedup.relations import Candidate
from annotated_briefings.intake.dedup.same_text import ComparedText, compared
from annotated_briefings.intake.ledger import Entry, sketch_of
from annotated_briefings.intake.metadata import read_metadata, with_editors_facts
from annotated_briefings.intake.model import Article, ArticleMeta, Given, Paragraph, Sketch
from annotated_briefings.intake.proofs import text_digest

COMPARED = frozenset({"brief", "exact", "near", "contained", "round-up"})
"""Verdicts of articles that new ones are compared with."""


def has_brief(entry: Entry) -> bool:
    """Whether a brief stands for an article, its own or that of a copy or a later version."""
    return entry.verdict in COMPARED or (entry.verdict == "superseded" and bool(entry.into))


class Incoming(Value):
    """A new article with what is known of it."""

    article: Article
    """The article."""
    meta: ArticleMeta
    """What its text and its format say."""
    stated: Origin
    """Where it came from."""
    sketch: Sketch
    """Its sketch."""
    digest: str
    """Digest of its text alone."""

    @property
    def where(self) -> str:
        """File and lines it came from."""
        return f"{self.article.document}, {self.article.segment}"


class BriefStates(Value):
    """What is known of the files of briefs."""

    present: frozenset[str]
    """Ids of the articles whose brief is there."""
    edited: Callable[[Entry], bool]
    """Whether a brief is no more what import wrote."""
    public: frozenset[str]
    """Files that may be on the site already."""
    lasting: frozenset[str] = frozenset()
    """Those of them whose text and headline no copy may replace: nobody has said that the import may publish."""

    def is_open(self, entry: Entry) -> bool:
        """Whether an import may write a brief anew or remove it: nobody has edited it, and it is no page that lasts."""
        return entry.brief not in self.lasting and not self.edited(entry)

    def movable(self, entry: Entry) -> bool:
        """Whether a brief is an untouched draft, which may get another address."""
        return entry.brief not in self.public and not self.edited(entry)


def stated_in(entry: Entry) -> Origin:
    """Where an article came from, as the ledger knows it."""
    return Origin(entry.title, entry.outlet, entry.author, entry.published, entry.url, entry.file, entry.modified)


def with_facts(new: Incoming, stated: Origin) -> Incoming:
    """An article with all that is stated of it, there and where it came from before."""
    names = ("title", "outlet", "author", "published", "url", "modified")
    given = replace(new.article.given, **{name: value for name in names if (value := getattr(stated, name))})
    article = replace(new.article, given=given)
    meta = with_editors_facts(read_metadata(article), stated.outlet, stated.published)
    return replace(new, article=article, meta=meta, stated=stated)


def article_of(entry: Entry, text: str) -> Article:
    """An article of an earlier import out of its collected text: the form of lists and links is lost."""
    given = Given(title=entry.title, author=entry.author, outlet=entry.outlet, published=entry.published, url=entry.url)
    given = replace(given, modified=entry.modified)
    line = _first_line(entry)
    lines = text.rstrip("\n").split("\n")
    paragraphs = tuple(Paragraph(p, line and line + n, line and line + n) for n, p in enumerate(lines))
    return Article(entry.id, entry.file, paragraphs, (), entry.score, "an earlier import", given)


def placed(article: Article, entry: Entry) -> Article:
    """An article that came once more, at the place of the file that its line in the ledger names."""
    line = _first_line(entry)
    at = (replace(p, line=line and line + n, last_line=line and line + n) for n, p in enumerate(article.paragraphs))
    return replace(article, document=entry.file, paragraphs=tuple(at))


def _first_line(entry: Entry) -> int:
    first = entry.segment.removeprefix("lines ").removeprefix("line ").partition("-")[0]
    return int(first) if first.isdigit() else 0


@dataclass
class Library:
    """Articles by id, and their texts, each read when it is first compared."""

    entries: Mapping[str, Entry]
    """Lines of the ledger."""
    incoming: Mapping[str, Incoming]
    """New articles."""
    collected: Callable[[str], str]
    """The collected text of an article; empty where it is not here."""
    restated: Mapping[str, Incoming] = field(default_factory=dict)
    """Known articles that came again with other facts."""
    going: frozenset[str] = frozenset()
    """Articles whose briefs go with this import."""
    _texts: dict[str, ComparedText | None] = field(default_factory=dict)

    def text(self, identity: str) -> ComparedText | None:
        """The text of an article as it is compared; None where it is not here."""
        if identity not in self._texts:
            self._texts[identity] = self._read(identity)
        return self._texts[identity]

    def _read(self, identity: str) -> ComparedText | None:
        if new := self.incoming.get(identity):
            return compared(new.article, new.meta, new.stated)
        article = self.article(identity)
        return compared(article, read_metadata(article), self.stated(identity)) if article else None

    def article(self, identity: str) -> Article | None:
        """An article; None for a known one whose text is not here."""
        if new := self.incoming.get(identity) or self.restated.get(identity):
            return new.article
        entry, text = self.entries.get(identity), self.collected(identity)
        if entry and not text.strip():
            text = self._equal.get(entry.text, "")
        return article_of(entry, text) if entry and text.strip() else None

    @cached_property
    def _equal(self) -> Mapping[str, str]:
        """Texts of new articles by their digests: what was not collected here has come once more."""
        return {new.digest: new.article.text for new in self.incoming.values()}

    def stated(self, identity: str) -> Origin:
        """Where an article came from."""
        new = self.incoming.get(identity)
        return new.stated if new else stated_in(self.entries[identity])

    def where(self, identity: str) -> str:
        """File and lines of an article."""
        new = self.incoming.get(identity)
        entry = self.entries.get(identity)
        return new.where if new else f"{entry.file}, {entry.segment}" if entry else ""

    def reopened(self, kept: frozenset[str]) -> frozenset[str]:
        """Earlier versions that a decision to keep one of their line apart has opened: that one, and all that were put
        together with it; what they are versions of is found anew."""
        known = [e for e in self.entries.values() if e.into]
        lines = {e.into for e in known if e.id in kept and e.verdict == "superseded"} | kept | self.going
        return frozenset(e.id for e in known if e.verdict == "superseded" and (e.id in kept or e.into in lines))

    def candidates(
        self, states: BriefStates, kept: frozenset[str], rejected: frozenset[str] = frozenset()
    ) -> list[Candidate]:
        """All articles that are to be compared: new ones, and known ones, also those whose brief was deleted.

        Of those ``kept`` apart and those ``rejected`` since they were folded, what they were folded into is new too,
        and so are the versions that these were put together with.
        """
        out = []
        parted = {e.into for e in self.entries.values() if e.into and e.id in kept | rejected}
        reopened = self.reopened(kept)
        for entry in self.entries.values():
            if entry.into and entry.id in rejected:
                continue
            version = entry.verdict == "superseded"
            if has_brief(entry):
                settled = entry.id in states.present and not states.is_open(entry)
                out.append(
                    Candidate(
                        id=entry.id,
                        sketch=sketch_of(entry),
                        digest=entry.text,
                        stated=stated_in(entry),
                        new=entry.id in self.restated
                        or entry.id in reopened
                        or (not version and (entry.id in parted or (entry.id in kept and bool(entry.into)))),
                        fixed=entry.verdict == "brief" and settled,
                        apart=entry.id in kept,
                        into=entry.into,
                        verdict=entry.verdict,
                    )
                )
        return [
            *out,
            *(
                Candidate(identity, new.sketch, new.digest, new.stated, apart=identity in kept)
                for identity, new in self.incoming.items()
            ),
        ]


class Seen:
    """Finds articles of earlier imports."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Look among some lines of the ledger."""
        self._by_id = {entry.id: entry for entry in entries}
        self._by_text: dict[str, list[Entry]] = {}
        for entry in self._by_id.values():
            self._by_text.setdefault(entry.text, []).append(entry)

    def find(self, identity: str, text: str, stated: Origin) -> Entry | None:
        """The line of an article: of its id, or of the same text from the same place."""
        if found := self._by_id.get(identity):
            return found
        # Earlier versions kept texts in whatever form of letters they had.
        for form in (text, text if text.isascii() else normalize("NFD", text)):
            for entry in self._by_text.get(text_digest(form), ()):
                if same_place(stated_in(entry), stated):
                    return entry
        # Lines of earlier versions have the digest of the words for an id, and state an address at most.
        old = self._by_id.get(words_id(text)) if "" in self._by_text else None
        if old and not old.text and (not old.url or not stated.url or same_place(stated_in(old), stated)):
            return old
        return None
