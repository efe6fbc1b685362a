"""Drafts of the articles that are new: their facts, addresses, stories and files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.agencies.releases import without_form
from annotated_briefings.intake.cleaning.spoken import language_of_article
from annotated_briefings.intake.compose import Material, WriteFields, body_paragraphs, compose, free_slug
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.dedup.copies import boilerplate
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.relations import Texts
from annotated_briefings.intake.dedup.same_text import one_mould, one_series
from annotated_briefings.intake.events import Account, account, same_event, story_id
from annotated_briefings.intake.figures import figures
from annotated_briefings.intake.keypoints import key_points, suggested_tags
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.metadata import read_metadata, without_dateline
from annotated_briefings.intake.model import AlikePair, Article, ArticleMeta, BriefDraft, Folded, Stated

_WINDOW = 5_000
"""Articles that are searched for stories at a time."""
FindNames = Callable[[str], tuple[str, ...]]
"""Names of the known entities in a text, in order of appearance."""


def nothing_collected(_: str) -> str:
    """The text of an article where no collected texts are available."""
    return ""


class Told(Value):
    """What a brief of an earlier import tells."""

    account: Account
    """Its terms, under the id of its article."""
    path: str
    """Its file."""
    story: str
    """Its story; empty when it has none."""


class StorySuggestion(Value):
    """Briefs that tell of the same event."""

    id: str
    """Id of the story."""
    briefs: tuple[str, ...]
    """Files of the briefs, known ones first."""


class Known(Value):
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
    boilerplate: frozenset[str] = frozenset()
    """Paragraphs that earlier imports found to be boilerplate, as compared words."""
    told: tuple[Told, ...] = ()
    """What recent briefs tell, to find new articles about the same events."""
    publish: bool = False
    """Whether drafts are public at once."""
    language: str = ""
    """Language of the site (BCP 47): drafts in it do not name theirs."""
    fold_from: float = 0
    """Least likeness from which a text is folded into another; 1 for equal texts alone."""
    present: frozenset[str] = frozenset()
    """Ids of the articles whose brief is there."""
    public: frozenset[str] = frozenset()
    """Files of briefs that may be on the site already."""
    held: frozenset[str] = frozenset()
    """Those of articles that their sources hold back."""
    linked: frozenset[str] = frozenset()
    """Slugs to which briefs link that editors wrote or touched."""
    not_compared: frozenset[str] = frozenset()
    """Imports of merged branches, whose articles were never compared with those of the others."""
    kept_before: frozenset[str] = frozenset()
    """Articles that the last import kept apart from all others, as editors had decided then."""
    collected: Callable[[str], str] = nothing_collected
    """The collected text of an article; empty where it is not here."""


class Prepared(Value):
    """Articles with what is decided about them before their files are composed."""

    articles: tuple[Article, ...]
    """The articles in the order in which they take their addresses."""
    metas: Mapping[str, ArticleMeta]
    """What is known of each, by id."""


def stem(path: str) -> str:
    """The name of a brief's file without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def prepare(articles: list[Article], known: Known) -> Prepared:
    """The facts of the articles that briefs are made of."""
    metas = {a.id: read_metadata(a, known.outlet, known.date) for a in articles}
    return Prepared(tuple(articles), metas)


def find_stories(
    prepared: Prepared, known: Known, slugs: Mapping[str, str], links: Sequence[AlikePair], texts: Texts
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stories that new articles belong to: id, and the ids of the articles, known ones first.

    A known brief's story goes on; where none has one, the names that the articles share make a new one.
    """
    days = {a.id: _ordinal(prepared.metas[a.id].date.value) for a in prepared.articles}
    called = {told.account.id: {told.account.id, told.path, stem(told.path)} for told in known.told}
    called |= {a.id: {a.id, slugs[a.id]} for a in prepared.articles}
    apart = frozenset(
        frozenset(pair)
        for group in known.decisions.not_story
        for pair in combinations([i for i in called if called[i] & set(group)], 2)
    )
    # Texts of one mould are about different things, however many words they share.
    apart |= {frozenset((link.article, link.other)) for link in links if link.relation == "mould"}
    story_of = {told.account.id: told.story for told in known.told}
    new = set(prepared.metas)
    taken = set(story_of.values())
    out: list[tuple[str, tuple[str, ...]]] = []
    counts: dict[str, int] = {}
    # A large collection in windows of neighbouring days: what is compared with all would not fit into memory.
    ordered = sorted(prepared.articles, key=lambda a: days[a.id])
    for at in range(0, len(ordered), _WINDOW):
        fresh = [
            account(a.id, a.text, days[a.id], prepared.metas[a.id].outlet.value) for a in ordered[at : at + _WINDOW]
        ]
        by_id = {one.id: one for one in (*(told.account for told in known.told), *fresh)}
        for group in _events(list(by_id.values()), apart, texts):
            if new & set(group):
                story = next((story_of[i] for i in group if story_of.get(i)), "")
                story = story or free_slug(story_id([by_id[i] for i in group]), group[0], taken, counts)
                taken.add(story)
                out.append((story, group))
    return tuple(out)


def _events(accounts: list[Account], apart: frozenset[frozenset[str]], texts: Texts) -> list[tuple[str, ...]]:
    """Groups of articles of one event, without texts of other days, or of one outlet, that were made with one form."""
    while True:
        found = same_event(accounts, apart)
        forms = {
            frozenset((a, b))
            for group in found
            for a, b in combinations(group, 2)
            if (one := texts(a)) and (other := texts(b)) and (one_mould(one, other) or one_series(one, other))
        }
        if not forms:
            return found
        apart |= forms


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


class DraftTask(Value):
    """One draft to compose."""

    article: Article
    """Its article."""
    meta: ArticleMeta
    """What is known about it."""
    slug: str
    """Its address."""
    path: str
    """Its file."""
    folded: tuple[Folded, ...]
    """Copies that it stands for."""
    versions: tuple[str, ...]
    """Slugs of briefs with much of its text."""
    story: str
    """Story suggested for it; empty when there is none."""
    others: tuple[Origin, ...] = ()
    """Where its copies came from."""
    original: bool = True
    """Whether none of them was published before it."""


class Style(Value):
    """What all drafts of an import have in common."""

    common: frozenset[str]
    """Boilerplate, as compared words."""
    tags: tuple[tuple[str, tuple[str, ...]], ...]
    """Tags and the keywords that suggest them."""
    publish: bool
    """Whether the briefs are public at once."""
    language: str = ""
    """Language of the site (BCP 47)."""


def style_of(articles: Iterable[Article], known: Known) -> Style:
    """What the drafts of some articles have in common."""
    common = boilerplate([p.text for p in a.paragraphs] for a in articles) | known.boilerplate
    return Style(common, known.tags, known.publish, known.language)


def compose_batch(job: tuple[tuple[DraftTask, ...], Style, FindNames, WriteFields]) -> tuple[BriefDraft, ...]:
    """The drafts of some tasks. Pure, and light to send to another process."""
    tasks, style, names, write = job
    return tuple(_draft(task, style, names, write) for task in tasks)


def _draft(task: DraftTask, style: Style, names: FindNames, write: WriteFields) -> BriefDraft:
    body = body_paragraphs(task.article, task.meta, style.common)
    lead = names(" ".join((task.meta.headline.value, *body[:1])))
    others = tuple(name for name in names("\n".join(body)) if name not in lead)
    body = without_dateline(body)
    points = key_points(without_form(body))
    material = Material(
        article=task.article,
        meta=task.meta,
        points=points,
        figures=figures(body, [point.text for point in points]),
        tags=suggested_tags("\n".join(p.text for p in task.article.paragraphs if not p.aside), style.tags),
        about=lead[:4],
        mentions=(*lead[4:], *others),
        folded=task.folded,
        versions=task.versions,
        story=task.story,
        others=task.others,
        original=task.original,
        common=style.common,
        language=_foreign(task.article, style.language),
    )
    return replace(compose(material, task.slug, style.publish, write), path=task.path)


def _foreign(article: Article, site: str) -> Stated:
    """The language of an article, where that is not the one of the site."""
    text = "\n".join(p.text for p in article.paragraphs if not p.aside)
    told = article.preset.language
    found = Stated(told, False) if told else language_of_article(article.given.language, text)
    return Stated("", False) if found.value == site.lower().partition("-")[0] else found
