"""Drafts of the articles that are new: their facts, addresses, stories and files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from generator.intake.compose import Material, body_paragraphs, compose, free_slug
from generator.intake.decisions import Decisions
from generator.intake.duplicates import Copies, boilerplate
from generator.intake.events import Account, account, same_event, story_id
from generator.intake.figures import figures
from generator.intake.keypoints import key_points, suggested_tags
from generator.intake.ledger import Entry
from generator.intake.metadata import read_metadata
from generator.intake.model import Article, ArticleMeta, BriefDraft, Folded

Names = Callable[[str], tuple[str, ...]]
"""Names of the known entities in a text, in order of appearance."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a brief of an earlier import tells."""

    account: Account
    """Its terms, under the id of its article."""
    path: str
    """Its file."""
    story: str
    """Its story; empty when it has none."""


@dataclass(frozen=True, slots=True)
class Story:
    """Briefs that tell of the same event."""

    id: str
    """Id of the story."""
    briefs: tuple[str, ...]
    """Files of the briefs, known ones first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the site already has."""

    decisions: Decisions
    """Decisions of editors."""
    ledger: tuple[Entry, ...] = ()
    """Articles seen earlier."""
    tags: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Tags and the keywords that suggest them."""
    slugs: frozenset[str] = frozenset()
    """Slugs that are taken."""
    unedited: frozenset[str] = frozenset()
    """Ids of articles whose brief is still as import wrote it."""
    outlet: str = ""
    """What the editor says of all documents."""
    date: str = ""
    """What the editor says of all documents (EDTF)."""
    told: tuple[Told, ...] = ()
    """What recent briefs tell, to find new articles about the same events."""
    publish: bool = False
    """Whether drafts are public at once."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Articles with what is decided about them before their files are composed."""

    articles: tuple[Article, ...]
    """The articles in the order in which they take their addresses."""
    metas: Mapping[str, ArticleMeta]
    """What is known of each, by id."""
    slugs: Mapping[str, str]
    """Their addresses, by id."""


def stem(path: str) -> str:
    """The name of a brief's file without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def prepare(articles: list[Article], known: Known, paths: Mapping[str, str] | None = None) -> Prepared:
    """Facts and addresses; slugs are given in order, so that the same import gives the same files.

    ``paths`` are the briefs that articles already have; they keep their slugs.
    """
    metas = {a.id: read_metadata(a, known.outlet, known.date) for a in articles}
    outlets = {m.outlet.value for m in metas.values() if m.outlet.value}
    if len(outlets) == 1:
        # One collection, one outlet: what some articles say of themselves holds for the others.
        only = next(iter(outlets))
        metas = {i: m if m.outlet.value else replace(m, outlet=replace(m.outlet, value=only, derived=True))
                 for i, m in metas.items()}
    taken = set(known.slugs)
    slugs: dict[str, str] = {}
    for article in articles:
        if paths and article.id in paths:
            slugs[article.id] = stem(paths[article.id])
            continue
        slugs[article.id] = free_slug(metas[article.id].headline.value, article.id, frozenset(taken))
        taken.add(slugs[article.id])
    return Prepared(tuple(articles), metas, slugs)


def find_stories(prepared: Prepared, known: Known) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stories that new articles belong to: id, and the ids of the articles, known ones first.

    A known brief's story goes on; where none has one, the names that the articles share make a new one.
    """
    fresh = [account(a.id, a.text, _ordinal(prepared.metas[a.id].date.value)) for a in prepared.articles]
    accounts = [*(told.account for told in known.told), *fresh]
    called = {told.account.id: {told.account.id, told.path, stem(told.path)} for told in known.told}
    called |= {identity: {identity, slug} for identity, slug in prepared.slugs.items()}
    apart = frozenset(
        frozenset(pair) for group in known.decisions.not_story
        for pair in combinations([i for i in called if called[i] & set(group)], 2)
    )
    story_of = {told.account.id: told.story for told in known.told}
    new = set(prepared.slugs)
    by_id = {one.id: one for one in accounts}
    taken = set(story_of.values())
    out: list[tuple[str, tuple[str, ...]]] = []
    for group in same_event(accounts, apart):
        if new & set(group):
            story = next((story_of[i] for i in group if story_of.get(i)), "")
            story = story or free_slug(story_id([by_id[i] for i in group]), group[0], frozenset(taken))
            taken.add(story)
            out.append((story, group))
    return tuple(out)


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


def draft_all(
    prepared: Prepared, folded: tuple[Folded, ...], copies: Copies, known: Known, names: Names,
    stories: Mapping[str, str],
) -> tuple[BriefDraft, ...]:
    """A draft of each article; ``stories`` maps ids of articles to the stories suggested for them."""
    common = boilerplate([p.text for p in a.paragraphs] for a in prepared.articles)
    return tuple(
        _draft(article, prepared, common, tuple(f for f in folded if f.into == article.id),
               _versions(copies, article.id, prepared.slugs), names, stories.get(article.id, ""), known)
        for article in prepared.articles
    )


def _draft(
    article: Article, prepared: Prepared, common: frozenset[str], folded: tuple[Folded, ...], versions: tuple[str, ...],
    names: Names, story: str, known: Known,
) -> BriefDraft:
    meta = prepared.metas[article.id]
    body = body_paragraphs(article, meta, common)
    lead = names(" ".join((meta.headline.value, *body[:1])))
    others = tuple(name for name in names("\n".join(body)) if name not in lead)
    points = key_points(body)
    material = Material(
        article=article,
        meta=meta,
        points=points,
        figures=figures(body, [point.text for point in points]),
        tags=suggested_tags(article.text, known.tags),
        about=lead[:4],
        mentions=(*lead[4:], *others),
        folded=folded,
        versions=versions,
        story=story,
        common=common,
    )
    return compose(material, prepared.slugs[article.id], known.publish)


def _versions(copies: Copies, identity: str, slugs: Mapping[str, str]) -> tuple[str, ...]:
    pairs = [(v.article, v.other) for v in copies.versions if identity in (v.article, v.other)]
    others = [b if a == identity else a for a, b in pairs]
    return tuple(dict.fromkeys(slugs[other] for other in others if other in slugs))
