"""Drafts of the articles that are new: their facts, addresses, stories and files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.agencies.releases import without_form
from annotated_briefings.intake.cleaning.spoken import language_of_article
from annotated_briefings.intake.compose import Material, WriteFields, body_paragraphs, compose
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.dedup.copies import boilerplate
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.events import Account
from annotated_briefings.intake.figures import figures
from annotated_briefings.intake.keypoints import key_points, suggested_tags
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.metadata import read_metadata, without_dateline
from annotated_briefings.intake.model import Article, ArticleMeta, BriefDraft, Folded, Stated

FindNames = Callable[[str], tuple[str, ...]]
"""Names of the known entities in a text, in order of appearance."""


def nothing_collected(_: str) -> str:
    """The text of an article where no collected texts are available."""
    return ""


class BriefAccount(Value):
    """What a brief of an earlier import tells."""

    account: Account
    """Its terms, under the id of its article."""
    path: str
    """Its file."""
    story: str
    """Its story, as an editor has it; empty when it has none."""
    suggested: str = ""
    """The story that an untouched draft suggests so far."""
    untouched: bool = False
    """Whether it is an untouched draft, whose suggestion follows from all other briefs."""


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
    typed: Mapping[str, str] = MappingProxyType({})
    """Files of briefs that editors wrote or touched, or that may be public, and their slugs: no draft keeps these."""
    unedited: frozenset[str] = frozenset()
    """Ids of articles whose brief is still as import wrote it."""
    outlet: str = ""
    """What the editor says of all documents."""
    date: str = ""
    """What the editor says of all documents (EDTF)."""
    boilerplate: frozenset[str] = frozenset()
    """Paragraphs that earlier imports found to be boilerplate, as compared words."""
    brief_accounts: tuple[BriefAccount, ...] = ()
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
    citing: Mapping[str, Sequence[str]] = MappingProxyType({})
    """Web addresses of sources, and the files of the briefs that name them."""
    ids: Mapping[str, str] = MappingProxyType({})
    """Files of ``typed`` and their permanent ids, which stay when the brief gets the text of another article."""
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
    """The facts of the articles that briefs are made of; what the editor says of all is about new ones alone."""
    before = {entry.id for entry in known.ledger}
    metas = {a.id: read_metadata(a) if a.id in before else read_metadata(a, known.outlet, known.date) for a in articles}
    return Prepared(tuple(articles), metas)


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
    others: tuple[Origin, ...]
    """Where its copies came from."""
    original: bool
    """Whether none of them was published before it."""
    id: str
    """Its permanent id."""


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
    texts = tuple(paragraph.text for paragraph in task.article.paragraphs if not paragraph.aside)
    closing = set(texts).difference(without_form(texts))
    news = without_form(tuple(text for text in body if text not in closing))
    points = key_points(news)
    language = _foreign(task.article, style.language)
    material = Material(
        article=task.article,
        meta=task.meta,
        points=points,
        figures=figures(news, [point.text for point in points], language.value or style.language),
        tags=suggested_tags("\n".join(p.text for p in task.article.paragraphs if not p.aside), style.tags),
        about=lead[:4],
        mentions=(*lead[4:], *others),
        folded=task.folded,
        versions=task.versions,
        story=task.story,
        others=task.others,
        original=task.original,
        common=style.common,
        language=language,
        id=task.id,
    )
    return replace(compose(material, task.slug, style.publish, write), path=task.path)


def _foreign(article: Article, site: str) -> Stated:
    """The language of an article, where that is not the one of the site."""
    text = "\n".join(p.text for p in article.paragraphs if not p.aside)
    language = article.preset.language
    found = Stated(language, False) if language else language_of_article(article.given.language, text)
    found = found if found.value else Stated(article.given.language_of_file, True)
    return Stated("", False) if found.value == site.lower().partition("-")[0] else found
