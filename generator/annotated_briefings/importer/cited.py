"""Briefs that name the source of a new article and were not made from it: typed by hand, or with an attached text.

Each is told, and where an earlier text of the source is known, the new one is a new version of it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.web import plain_address
from annotated_briefings.content.model import Brief
from annotated_briefings.importer.versions import BroughtVersion, brief_at, brought_version
from annotated_briefings.intake.dedup.identity import Origin, latest_day
from annotated_briefings.intake.dedup.library import stated_in
from annotated_briefings.intake.dedup.relations import Candidate, is_version
from annotated_briefings.intake.dedup.same_text import compared_text
from annotated_briefings.intake.dedup.shingles import sketch
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.history.lines import History
from annotated_briefings.intake.ledger import REJECTED, UNDONE, Entry
from annotated_briefings.intake.model import Article
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.intake.proofs import text_digest

_ATTACHED = "attached"
_ONE_SOURCE = "https://source.invalid/"
"""The address of a source that is known by outlet and headline alone, where texts of one address are compared."""


class CitedSource(Value):
    """A brief that already names the source of a new article."""

    where: str
    """File and place of the article."""
    brief: str
    """Path of the brief."""
    url: str
    """Web address of the source; empty where it is known by outlet and headline."""


class Cited(Value):
    """What an import brings for briefs that were not made from its articles."""

    sources: tuple[CitedSource, ...] = ()
    """The briefs."""
    versions: tuple[BroughtVersion, ...] = ()
    """New versions of their sources."""


def cited_sources(root: Path, plan: ImportPlan, known: Known, history: History) -> Cited:
    """The briefs that name the sources of the new articles of an import."""
    before = {entry.id: entry for entry in known.ledger}
    arrived = sorted((article for article in plan.articles if article.id not in before), key=_last_day)
    if not arrived:
        return Cited()
    citing = _by_address(known.citing)
    own = _own_briefs(plan, before)
    sources: list[CitedSource] = []
    # Of several texts at one address the last one counts.
    versions: dict[tuple[str, str], BroughtVersion] = {}
    for article in arrived:
        attached = {e.brief for e in known.ledger if e.verdict == _ATTACHED and _is_of(e, article)}
        named = citing.get(plain_address(article.given.url), ()) if article.given.url else ()
        for path in dict.fromkeys((*named, *sorted(attached))):
            brief = brief_at(root, path) if path and path not in own.get(article.id, ()) else None
            if brief is None:
                continue
            sources.append(CitedSource(f"{article.document}, {article.segment}", path, article.given.url))
            old = _earlier(brief, article, known)
            if old and _is_version(old, article, brief, known):
                old = replace(old, brief=path)
                brought = brought_version(root, old, article, brief, history, known.decisions.seen)
                if brought.version.changes or brought.version.held or not brought.version.known:
                    versions[path, plain_address(brought.version.url)] = brought
    return Cited(tuple(sources), tuple(versions.values()))


def _last_day(article: Article) -> str:
    """When the text of an article was changed last, where it says so: a key by which later ones come last."""
    given = article.given
    when = latest_day(Origin(published=given.published, modified=given.modified))
    return when.instant if when else ""


def _by_address(citing: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for url, paths in citing.items():
        out.setdefault(plain_address(url), []).extend(paths)
    return out


def _own_briefs(plan: ImportPlan, before: Mapping[str, Entry]) -> dict[str, set[str]]:
    """For each article the briefs made from it, those of its earlier versions among them."""
    out: dict[str, set[str]] = {}
    paths = {task.article.id: task.path for task in plan.tasks}
    paths |= {task.article.id: task.path for _, task in plan.updates}
    for old, task in plan.updates:
        out.setdefault(task.article.id, set()).add(old.brief)
    for entry in plan.entries:
        one, other = before.get(entry.id), before.get(entry.into)
        out.setdefault(entry.id, set()).update((entry.brief, paths.get(entry.into, ""), other.brief if other else ""))
        if entry.into and one:
            out.setdefault(entry.into, set()).add(one.brief)
    return out


def _is_of(entry: Entry, article: Article) -> bool:
    """Whether an attached text is of the source of an article: by its address, else by outlet and headline."""
    given = article.given
    if entry.url and given.url:
        return plain_address(entry.url) == plain_address(given.url)
    names = (entry.outlet, entry.title)
    return all(names) and [_name(n) for n in names] == [_name(n) for n in (given.outlet, given.title)]


def _name(text: str) -> str:
    return " ".join(text.casefold().split())


def _earlier(brief: Brief, article: Article, known: Known) -> Entry | None:
    """The last text of the source that was known before: attached to the brief, or collected at the same address."""
    url = plain_address(article.given.url) if article.given.url else ""
    found = None
    for entry in known.ledger:
        if entry.verdict in (REJECTED, UNDONE) or not entry.id:
            continue
        there = bool(url and entry.url) and plain_address(entry.url) == url
        if there or (entry.verdict == _ATTACHED and entry.brief == brief.path and _is_of(entry, article)):
            found = entry
    return found


def _is_version(old: Entry, article: Article, brief: Brief, known: Known) -> bool:
    """Whether an article is a later text of the one that a brief rests on, and no other article at its address.

    Under the same headline it is: what readers find at the address is not what the brief rests on, whatever it is.
    """
    given, digest = article.given, text_digest(article.text)
    if old.text == digest:
        return False
    address = given.url or old.url or _ONE_SOURCE
    published = old.published or next(
        (s.published.iso for s in brief.sources if s.published and _same(s.url, address)), ""
    )
    was = replace(stated_in(old), url=address, published=published)
    now = Origin(given.title, given.outlet, given.author, given.published, address, article.document, given.modified)
    first, second = latest_day(was), latest_day(now)
    if first and second and second.instant < first.instant:
        return False
    text = known.collected(old.id)
    if _name(was.title) == _name(now.title) or not text.strip():
        return bool(was.title) or old.verdict == _ATTACHED
    texts = {
        old.id: compared_text(_paragraphs(text, was.title), was),
        article.id: compared_text(_paragraphs(article.text, now.title), now),
    }
    one = Candidate(old.id, sketch(old.id, text), old.text, was)
    return is_version(one, Candidate(article.id, sketch(article.id, article.text), digest, now), texts.get)


def _same(one: str, other: str) -> bool:
    return bool(one) and plain_address(one) == plain_address(other)


def _paragraphs(text: str, title: str) -> list[str]:
    """The paragraphs of a collected text without its headline."""
    found = [line for line in text.split("\n") if line.strip()]
    return found[1:] if found and _name(found[0]) == _name(title) else found
