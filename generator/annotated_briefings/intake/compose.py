"""A brief draft out of an article: front matter that YAML reads back word for word, and a Markdown body that shows the
text as it was received.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any, cast

from annotated_briefings.base.digest import entry_digest
from annotated_briefings.base.paths import free_name, slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened_at_word
from annotated_briefings.base.sure_sentences import sure_starts
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.footnotes import footnotes
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.figures import FoundFigure
from annotated_briefings.intake.keypoints import Point
from annotated_briefings.intake.metadata import without_dateline
from annotated_briefings.intake.model import Article, ArticleMeta, BriefDraft, Folded, Paragraph, Stated
from annotated_briefings.intake.stated.standfirst import standfirst_of

_INLINE = regex(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
_LEADING = regex(r"(?:[#>+=:~-]|\d{1,9}(?=[.)](?: |$)))")
_NO_PROSE = regex(r"[-*|>] |\d{1,9}[.)] |!\[|```|~~~")
"""Starts of Markdown that is a list, a table, a quotation, a picture or code."""
_LINK_ALONE = regex(r"\[[^\[\]]*\]\([^()\s]*\)")
"""A paragraph that is one link: often what a picture has become."""
_SUMMARY = 280
WriteFields = Callable[[Mapping[str, Any]], list[str]]
"""Writes the front matter of a brief, given by key, as lines of YAML: it knows the order of the fields."""


class Material(Value):
    """Everything that a draft is made of."""

    article: Article
    """The article that stands for its copies."""
    meta: ArticleMeta
    """What is known about it."""
    points: tuple[Point, ...]
    """Key points."""
    figures: tuple[FoundFigure, ...]
    """Numbers with their words."""
    tags: tuple[str, ...]
    """Suggested tags."""
    about: tuple[str, ...]
    """Names of known entities in the lead."""
    mentions: tuple[str, ...]
    """Names of other known entities in the text."""
    folded: tuple[Folded, ...]
    """Copies that the draft stands for."""
    versions: tuple[str, ...]
    """Slugs of briefs that tell the same story."""
    story: str
    """Story suggested for it; empty when there is none."""
    others: tuple[Origin, ...]
    """Where its copies came from."""
    original: bool
    """Whether none of them was published before it."""
    common: frozenset[str]
    """Boilerplate, as compared words."""
    id: str
    """Its permanent id."""
    language: Stated = Stated("", False)
    """Its language, where that is not the site's."""


def escape_markdown(text: str) -> str:
    """Plain text as Markdown that shows exactly this text."""
    out = _INLINE.sub(lambda m: "\\" + m[0], text)
    leading = _LEADING.match(out)
    if leading is None:
        return out
    at = leading.end() if leading[0][0].isdigit() else 0
    return out[:at] + "\\" + out[at:]


def body_paragraphs(article: Article, meta: ArticleMeta, common: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The paragraphs that are text: no headline, byline, sub-heading, embedded post, list or boilerplate."""
    posts = {post.place for post in meta.posts}
    notes = footnotes(article.paragraphs)
    left_out = {*meta.skipped, *article.subheadings, *posts}
    return tuple(
        notes.without_references(p)
        for n, p in enumerate(article.paragraphs)
        if not (n in left_out or notes.is_note(p, n)) and _is_prose(p) and " ".join(words_of(p.text)) not in common
    )


def _is_prose(paragraph: Paragraph) -> bool:
    form = paragraph.markdown
    return not (paragraph.jumbled or _NO_PROSE.match(form) or _LINK_ALONE.fullmatch(form))


def compose_body(article: Article, meta: ArticleMeta) -> str:
    """The Markdown body of a draft."""
    authors = {post.place: post for post in meta.posts}
    notes = footnotes(article.paragraphs)
    parts: list[str] = []
    for number, paragraph in enumerate(article.paragraphs):
        if number in authors:
            post = authors[number]
            day = f", {post.date}" if post.date else ""
            parts.append(f"> {escape_markdown(paragraph.text)}\n>\n> — {escape_markdown(post.author)}{day}")
        elif number in meta.skipped:
            continue
        elif number in article.subheadings:
            parts.append("## " + re.sub(r"#(?=#*$)", r"\\#", escape_markdown(paragraph.text)))
        else:
            parts.append(notes.as_markdown(paragraph, number, escape_markdown))
    if article.given.cut:
        # How editors mark that a text goes on.
        parts.append("\\[…\\]")
    return "\n\n".join(parts) + "\n"


def summary_of(paragraphs: Sequence[str]) -> str:
    """The first sentences of a text, as many as fit a card."""
    if not paragraphs:
        return ""
    lead = paragraphs[0]
    starts = sure_starts(lead)
    fitting = [at for at in (*starts[1:], len(lead)) if at <= _SUMMARY]
    if fitting:
        return lead[: fitting[-1]].strip()
    return shortened_at_word(lead, _SUMMARY, "…")


def compose(material: Material, slug: str, publish: bool, write: WriteFields) -> BriefDraft:
    """The file of a brief."""
    article, meta = material.article, material.meta
    derived = [
        name
        for name, stated in (("title", meta.headline), ("date", meta.date), ("outlet", meta.outlet))
        if stated.derived and stated.value
    ]
    given = article.given
    texts = [p.text for p in article.paragraphs]
    stated = standfirst_of(given.standfirst, meta.headline.value, texts, own=given.own_standfirst)
    body = without_dateline(body_paragraphs(article, meta, material.common))
    summary = stated if given.own_standfirst and stated else summary_of((stated,) if stated else body)
    derived += ["summary"] if summary and not (given.own_standfirst and stated) else []
    derived += ["key_points"] if material.points else []
    derived += ["figures"] if material.figures else []
    preset = article.preset
    derived += ["tags"] if set(material.tags) - set(preset.tags) else []
    derived += ["lang"] if material.language.derived and material.language.value else []
    values = {
        "title": meta.headline.value,
        "id": material.id,
        "slug": slug,
        "date": meta.date.value,
        "summary": summary,
        "key_points": [{"text": point.text, "quote": point.quote, "source": 1} for point in material.points],
        "figures": [
            _filled(
                {"value": figure.value, "unit": figure.unit, "what": figure.what, "quote": figure.quote, "source": 1}
            )
            for figure in material.figures
        ],
        "entities": _filled({"about": material.about, "mentions": material.mentions}),
        "tags": tuple(dict.fromkeys((*preset.tags, *material.tags))),
        "sources": [_source(material), *copy_sources(material.others, material.original)],
        "lang": material.language.value,
        "draft": not publish or bool(article.given.held),
        "embargo_until": article.given.embargo,
        "expires_at": article.given.expires,
        "imported": _imported(material, derived),
    }
    # A headline is there even where it is empty.
    lines = write({"title": ""} | _filled(values))
    text = "\n".join(["---", *lines, "---", "", ""]) + compose_body(article, meta)
    filled = [entry for name in _LISTS if name in derived for entry in cast(Iterable[object], values[name])]
    wrote = "".join(map(entry_digest, filled))
    return BriefDraft(article.id, slug, brief_path(meta, slug), meta.headline.value, text, wrote)


_LISTS = ("key_points", "figures", "tags")
"""Lists that import fills."""


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def brief_path(meta: ArticleMeta, slug: str) -> str:
    """The file of a new brief."""
    return f"briefings/{meta.date.value[:4] or 'undated'}/{slug}.md"


TEXT_ROLE = "text"
"""Role of the source whose text the brief has where another one was published first: a fuller copy."""


def _source(material: Material) -> dict[str, Any]:
    """The entry of the article whose text the brief has."""
    meta = material.meta
    return _filled(
        {
            "outlet": meta.outlet.value,
            "title": "" if meta.headline.derived else meta.headline.value,
            "url": meta.url,
            "author": meta.author.value,
            "published": "" if meta.date.derived else meta.date.value,
            "role": "original" if material.original else TEXT_ROLE,
        }
    )


def copy_sources(others: Sequence[Origin], original: bool) -> list[dict[str, Any]]:
    """The entries of copies in the order of their publication, as far as they say where they came from.

    The first of them is the original where the article whose text the brief has is not (``original``).
    """
    return [
        _filled(
            {
                "outlet": stated.outlet,
                "title": stated.title,
                "url": stated.url,
                "author": stated.author,
                "published": stated.published,
                "role": "copy" if original or place else "original",
            }
        )
        for place, stated in enumerate(others)
    ]


def folded_record(found: Folded) -> dict[str, str]:
    """What a brief says of a copy that it stands for."""
    return {
        "id": found.article,
        "from": found.where,
        "verdict": found.verdict,
        "score": f"{found.score:.2f}",
        "why": found.why,
    }


def _imported(material: Material, derived: Sequence[str]) -> dict[str, Any]:
    """Where the draft came from and how sure we are; import's own record, kept as it is by editors."""
    article = material.article
    record = {
        "id": article.id,
        "file": article.document,
        "segment": article.segment,
        "confidence": f"{article.confidence:.2f}",
        "start": article.why,
    } | _filled({"held": article.given.held, "cut": article.given.cut})
    marked = [p.text for p in article.paragraphs if " ".join(words_of(p.text)) in material.common]
    lists = {
        "derived": derived,
        "suggested": _filled({"story": material.story}),
        "boilerplate": list(dict.fromkeys(marked)),
        "folded": [folded_record(found) for found in material.folded],
        "versions": material.versions,
    }
    return record | _filled(lists)


def free_slug(title: str, identity: str, taken: Set[str], counts: dict[str, int]) -> str:
    """An address part for a title that nobody has yet; for ``counts`` see ``free_name``."""
    return free_name(slugify(title) or f"brief-{identity}", taken, counts)


def counts_from_one(numbers: Sequence[int | None]) -> bool:
    """Whether the points of a list are numbered 1, 2, 3, or all alike and so by their places: then their numbers say
    nothing, and are no part of the text."""
    shown = [number for number in numbers if number is not None]
    return not shown or shown == list(range(1, len(shown) + 1)) or (set(shown) == {1})
