"""A brief draft out of an article: front matter that YAML reads back word for word, and a Markdown body that shows the
text as it was received.
"""

import re
from collections.abc import Sequence, Set

from annotated_briefings.base.paths import free_name, slugify
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.writer import listed, quoted
from annotated_briefings.intake.dedup.shingles import words_of
from annotated_briefings.intake.figures import FoundFigure
from annotated_briefings.intake.keypoints import Point
from annotated_briefings.intake.metadata import without_dateline
from annotated_briefings.intake.model import Article, ArticleMeta, BriefDraft, Folded

_INLINE = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
_LEADING = re.compile(r"(?:[#>+=:~-]|\d{1,9}(?=[.)](?: |$)))")
_NO_PROSE = ("- ", "1. ", "| ", "> ", "![", "```")
"""Starts of Markdown that is a list, a table, a quotation, a picture or code."""
_SUMMARY = 280


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
    """Names of known entities that stand in the lead."""
    mentions: tuple[str, ...]
    """Names of other known entities in the text."""
    folded: tuple[Folded, ...]
    """Copies that the draft stands for."""
    versions: tuple[str, ...]
    """Slugs of briefs that tell the same story."""
    story: str
    """Story suggested for it; empty when there is none."""
    common: frozenset[str]
    """Boilerplate, as compared words."""


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
    left_out = {*meta.skipped, *article.subheadings, *posts}
    return tuple(
        p.text
        for n, p in enumerate(article.paragraphs)
        if n not in left_out and not p.markdown.startswith(_NO_PROSE) and " ".join(words_of(p.text)) not in common
    )


def compose_body(article: Article, meta: ArticleMeta) -> str:
    """The Markdown body of a draft."""
    authors = {post.place: post for post in meta.posts}
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
            parts.append(paragraph.markdown or escape_markdown(paragraph.text))
    return "\n\n".join(parts) + "\n"


def summary_of(paragraphs: Sequence[str]) -> str:
    """The first sentences of a text, as many as fit a card."""
    if not paragraphs:
        return ""
    lead = paragraphs[0]
    starts = sentence_starts(lead)
    fitting = [at for at in (*starts[1:], len(lead)) if at <= _SUMMARY]
    if fitting:
        return lead[: fitting[-1]].strip()
    return lead[:_SUMMARY].rpartition(" ")[0].rstrip(",;:—–- ") + "…"


def compose(material: Material, slug: str, publish: bool) -> BriefDraft:
    """The file of a brief."""
    article, meta = material.article, material.meta
    derived = [
        name
        for name, stated in (("title", meta.headline), ("date", meta.date), ("outlet", meta.outlet))
        if stated.derived and stated.value
    ]
    summary = summary_of(without_dateline(body_paragraphs(article, meta, material.common)))
    derived += ["summary"] if summary else []
    derived += ["key_points"] if material.points else []
    derived += ["figures"] if material.figures else []
    derived += ["tags"] if material.tags else []
    derived += ["story"] if material.story else []
    lines = ["---", f"title: {quoted(meta.headline.value)}", f"slug: {slug}"]
    if meta.date.value:
        lines.append(f"date: {meta.date.value}")
    if summary:
        lines.append(f"summary: {quoted(summary)}")
    if material.points:
        lines.append("key_points:")
        for point in material.points:
            lines += [f"  - text: {quoted(point.text)}", f"    quote: {quoted(point.quote)}", "    source: 1"]
    if material.figures:
        lines.append("figures:")
        for figure in material.figures:
            lines += [
                f"  - value: {quoted(figure.value)}",
                f"    unit: {quoted(figure.unit)}",
                f"    what: {quoted(figure.what)}",
                f"    quote: {quoted(figure.quote)}",
                "    source: 1",
            ]
    if material.about or material.mentions:
        lines.append("entities:")
        lines += [f"  about: {listed(material.about)}"] if material.about else []
        lines += [f"  mentions: {listed(material.mentions)}"] if material.mentions else []
    if material.tags:
        lines.append(f"tags: {listed(material.tags)}")
    lines += [f"story: {material.story}"] if material.story else []
    lines += [
        "sources:",
        *_sources(material),
        *([] if publish else ["draft: true"]),
        *_imported(material, derived),
        "---",
        "",
    ]
    text = "\n".join(lines) + "\n" + compose_body(article, meta)
    return BriefDraft(article.id, slug, brief_path(meta, slug), meta.headline.value, text)


def brief_path(meta: ArticleMeta, slug: str) -> str:
    """The file of a new brief."""
    return f"briefings/{meta.date.value[:4] or 'undated'}/{slug}.md"


def _sources(material: Material) -> list[str]:
    """One entry; a copy of the same outlet would add nothing that ``imported`` does not say."""
    meta = material.meta
    fields = [f"outlet: {quoted(meta.outlet.value or 'unknown')}"]
    if not meta.headline.derived:
        fields.append(f"title: {quoted(meta.headline.value)}")
    if meta.url:
        fields.append(f"url: {quoted(meta.url)}")
    if meta.author.value:
        fields.append(f"author: {quoted(meta.author.value)}")
    if meta.date.value and not meta.date.derived:
        fields.append(f"published: {meta.date.value}")
    fields.append("role: original")
    return [f"  - {fields[0]}", *(f"    {field}" for field in fields[1:])]


def _imported(material: Material, derived: Sequence[str]) -> list[str]:
    """Where the draft came from and how sure we are; import's own record, kept as it is by editors."""
    article = material.article
    lines = [
        "imported:",
        f"  id: {quoted(article.id)}",
        f"  file: {quoted(article.document)}",
        f"  segment: {article.segment}",
        f"  confidence: {article.confidence:.2f}",
        f"  start: {article.why}",
    ]
    if derived:
        lines.append(f"  derived: {listed(derived)}")
    if material.folded:
        lines.append("  folded:")
        for found in material.folded:
            lines += [
                f"    - id: {quoted(found.article)}",
                f"      from: {quoted(found.where)}",
                f"      verdict: {found.verdict}",
                f"      score: {found.score:.2f}",
                f"      why: {quoted(found.why)}",
            ]
    marked = [p.text for p in article.paragraphs if " ".join(words_of(p.text)) in material.common]
    if marked:
        lines += ["  boilerplate:", *(f"    - {quoted(text)}" for text in dict.fromkeys(marked))]
    if material.versions:
        lines.append(f"  versions: {listed(material.versions)}")
    return lines


def free_slug(title: str, identity: str, taken: Set[str], counts: dict[str, int]) -> str:
    """An address part for a title that nobody has yet; for ``counts`` see ``free_name``."""
    return free_name(slugify(title) or f"brief-{identity}", taken, counts)
