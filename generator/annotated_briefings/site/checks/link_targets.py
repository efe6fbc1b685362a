"""Rules about what the links of one brief lead to, in its text and in every other field that readers see.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape

from annotated_briefings.base.diagnostics import Absent, Finding, Rule, Severity, did_you_mean, rule, rule_for
from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.site_files import BRIEF as BRIEFS
from annotated_briefings.base.site_files import ENTITIES, TAGS
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import kept_texts
from annotated_briefings.content.markdown.headings import heading_ids
from annotated_briefings.content.markdown.wikilinks import SCHEME, WIKILINK, is_picture, wikilink_parts
from annotated_briefings.content.model import Brief
from annotated_briefings.site.checks.each_brief import BriefInSite
from annotated_briefings.site.links import comparable, held_target, local_target, wiki_target
from annotated_briefings.site.model.catalog import HeldBrief

_LINK = re.compile(r'<(?:a|img) (?:[^>]*? )?(?:href|src)="([^"]*)"([^>]*)>(?:(.*?)</a>)?', re.DOTALL)
_TYPED = re.compile(r"\]\(\s*<?([^()<>\s]+)")
_BARE = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")
_LEAST = 16
"""Characters of a headline that nobody writes by chance within other words."""


class Link(Value):
    """A link as readers would see it."""

    target: str
    """What it leads to, with the scheme of wikilinks where it is one."""
    words: str
    """What they read of it, its title among it."""
    typed: bool = False
    """Whether it is no link where it stands, so that they read all of it."""


@rule_for("broken-link")
def broken_wikilinks(at: BriefInSite) -> Iterator[Finding]:
    """Wikilinks that name nothing."""
    catalog, brief = at.catalog, at.brief
    places = {link.target: link.place for note in brief.annotations for link in note.wikilinks}
    places |= {link.target: link.place for link in brief.body.wikilinks}
    for target in dict.fromkeys((*_wiki_targets(brief), *places)):
        if (
            wiki_target(catalog, target, brief.path) is None
            and held_target(catalog, SCHEME + target, brief.path) is None
        ):
            names = [*catalog.brief_of, *(b.title for b in catalog.briefs), *(e.name for e in catalog.entities)]
            embed = f"a picture is written as `![what it shows]({target})`" if is_picture(target) else ""
            hint = embed or did_you_mean(target, names) or "it stays plain words until a brief or entity has this name"
            place = places.get(target) or _place(at.source, brief, SCHEME + target)
            if target.startswith("#"):
                headings = [words for _, words in heading_ids(brief.body)]
                hint = did_you_mean(target[1:], headings) or "write the words of a heading behind `#`"
                yield Finding(f"`[[{target}]]` leads to no heading of its brief", place, hint)
                continue
            absent = Absent((target,), (BRIEFS, ENTITIES, TAGS))
            yield Finding(f"`[[{target}]]` leads to no brief, entity or tag", place, hint, absent)


def _wiki_targets(brief: Brief) -> Iterator[str]:
    """What the wikilinks of the fields name, but for those of the text and of notes, which have places of their own."""
    for link in _links(_shown(brief, with_notes=False)):
        if link.target.startswith(SCHEME):
            yield link.target.removeprefix(SCHEME)


@rule_for("broken-link")
def broken_paths(at: BriefInSite) -> Iterator[Finding]:
    """Links to Markdown files that are no briefs."""
    brief = at.brief
    for target in dict.fromkeys((*brief.body.links, *(link.target for link in _links(_shown(brief))))):
        path = unescape(target).partition("#")[0]
        if not path.endswith(".md") or "://" in path or path.startswith(SCHEME):
            continue
        if local_target(at.catalog, target, brief.path) == target and not held_target(at.catalog, target, brief.path):
            place = _place(at.source, brief, target)
            remedy = "correct the path, which counts from this file's folder"
            absent = Absent((path.rpartition("/")[2],), (BRIEFS,))
            yield Finding(f"`{target}` leads to no brief", place, remedy, absent)


@rule("held-link", Severity.WARNING, "a link leads to a brief that is not public")
def held_links(at: BriefInSite) -> Iterator[Finding]:
    """The words of the link are shown without it until the brief is public; neither its headline nor its address is
    published.

    ```
    briefings/a.md:6:5: warning[held-link]: `[[plan]]` leads to briefings/plan.md, which is not public: a draft
        6 | See [[plan|what is planned]].
          |     ^^^^^^
      help: its words are shown without the link until the brief is public
    ```
    """
    for link, held in _held(at):
        if not _tells(link, held):
            yield Finding(
                f"`{_written(link.target)}` leads to {held.path}, which is not public: {held.why}",
                _place(at.source, at.brief, link.target),
                "its words are shown without the link until the brief is public",
            )


@rule_for("leak")
def held_names(at: BriefInSite) -> Iterator[Finding]:
    """Links that show readers the headline or the address of a brief that is not public."""
    for link, held in _held(at):
        if _tells(link, held):
            words = f"[[{held.path.removesuffix('.md').rpartition('/')[2]}|other words]]"
            yield Finding(
                f"`{_written(link.target)}` would show the headline or address of {held.path}, which is not public: "
                f"{held.why}",
                _place(at.source, at.brief, link.target),
                "nothing was written; take it out, readers see all of it here"
                if link.typed
                else f"nothing was written; write `{words}`, which shows the words alone until then, or take it out",
            )


def _held(at: BriefInSite) -> Iterator[tuple[Link, HeldBrief]]:
    """The links of a brief that lead to one that is not public, each once."""
    if not at.catalog.held:
        return
    linked = dict.fromkeys(_links((at.brief.body.html, *_shown(at.brief))))
    targets = {link.target for link in linked}
    typed = (link for link in _typed_links(at.brief) if link.target not in targets)
    for link in (*linked, *dict.fromkeys(typed)):
        if held := held_target(at.catalog, link.target, at.brief.path):
            yield link, held


def _tells(link: Link, held: HeldBrief) -> bool:
    """Whether what readers see of a link names the brief that it leads to."""
    words = comparable(link.words)
    named = (held.title, comparable(held.path), comparable(_written(link.target).strip("[]")))
    return link.typed or words in named or (len(held.title) >= _LEAST and held.title in words)


def _written(target: str) -> str:
    """A target as its writer put it down."""
    return f"[[{target.removeprefix(SCHEME)}]]" if target.startswith(SCHEME) else target


def _shown(brief: Brief, with_notes: bool = True) -> Iterator[str]:
    """The fields of a brief as the model keeps them, without notes that are drafts."""
    notes = tuple(note for note in brief.annotations if note.public) if with_notes else ()
    return kept_texts(BRIEF, replace(brief, annotations=notes))


def _links(texts: Iterable[str]) -> Iterator[Link]:
    """The links of some texts as HTML."""
    for html in texts:
        if 'href="' in html or 'src="' in html:
            yield from _links_in(html)


@lru_cache(maxsize=64)
def _links_in(html: str) -> tuple[Link, ...]:
    return tuple(
        Link(unescape(found[1]), plain_text(f"{found[3] or ''} {_title(found[2])}").strip())
        for found in _LINK.finditer(html)
    )


def _title(attributes: str) -> str:
    found = re.search(r'(?:title|alt)="([^"]*)"', attributes)
    return found[1] if found else ""


def _typed_links(brief: Brief) -> Iterator[Link]:
    """Links that readers see as they are typed: in fields that are no Markdown, and addresses in any text."""
    for text in (brief.body.text, *(source.url for source in brief.sources), *_shown(brief)):
        targets = _BARE.findall(text)
        if text is not brief.body.text:
            targets += (SCHEME + wikilink_parts(found)[0] for found in WIKILINK.findall(text))
            targets += _TYPED.findall(text)
        yield from (Link(target, target, typed=True) for target in targets)


def _place(source: Source | None, brief: Brief, target: str) -> Place:
    """Where a link is written; the file alone where that is not known."""
    if source is None:
        return Place(brief.path)
    if target.startswith(SCHEME):
        words = r"\s+".join(map(re.escape, target.removeprefix(SCHEME).split()))
        found = re.search(rf"\[\[\s*{words}", source.text)
        return place_at(source, found.start(), len(found[0])) if found else Place(brief.path)
    for form in (f"]({target}", f"](<{target}", target):
        start = source.text.find(form)
        if start >= 0:
            return place_at(source, start + len(form) - len(target), len(target))
    return Place(brief.path)


RULES: tuple[Rule[BriefInSite], ...] = (broken_wikilinks, broken_paths, held_links, held_names)
"""All rules about links."""
