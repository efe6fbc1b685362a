"""Rules about what the links of one brief lead to, in its text and in every other field that readers see.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

import re
from collections.abc import Iterator
from html import unescape

from annotated_briefings.base.diagnostics import Absent, Finding, Rule, Severity, did_you_mean, rule, rule_for
from annotated_briefings.base.site_files import BRIEF as BRIEFS
from annotated_briefings.base.site_files import ENTITIES, TAGS
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.content.markdown.headings import heading_ids
from annotated_briefings.content.markdown.wikilinks import SCHEME, is_picture
from annotated_briefings.content.model import Brief
from annotated_briefings.site.checks.each_brief import BriefInSite
from annotated_briefings.site.links import held_target, left_out_message, left_out_target, local_target, wiki_target
from annotated_briefings.site.model.left_out import HeldBrief, LeftOutBrief
from annotated_briefings.site.shown_links import Link, links_of, links_to_held, names_held, shown_fields
from annotated_briefings.site.silenced import LEFT_OUT


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
            names = [
                *catalog.brief_of,
                *(n for b in catalog.briefs for n in (b.title, *b.aliases)),
                *(e.name for e in catalog.entities),
                *(story.title for story in catalog.story_of.values()),
            ]
            embed = f"a picture is written as `![what it shows]({target})`" if is_picture(target) else ""
            hint = embed or did_you_mean(target, names) or "it stays plain words until a brief or entity has this name"
            place = places.get(target) or _place(at.source, brief, SCHEME + target)
            if left := left_out_target(catalog, SCHEME + target, brief.path):
                yield _to_left_out(f"[[{target}]]", left, place)
                continue
            if target.startswith("#"):
                headings = [words for _, words in heading_ids(brief.body)]
                hint = did_you_mean(target[1:], headings) or "write the words of a heading behind `#`"
                yield Finding(f"`[[{target}]]` leads to no heading of its brief", place, hint)
                continue
            absent = Absent((target,), (BRIEFS, ENTITIES, TAGS))
            yield Finding(f"`[[{target}]]` leads to no brief, entity, tag or story", place, hint, absent)


def _wiki_targets(brief: Brief) -> Iterator[str]:
    """What the wikilinks of the fields name, but for those of the text and of notes, which have places of their own."""
    for link in links_of(shown_fields(brief, with_notes=False)):
        if link.target.startswith(SCHEME):
            yield link.target.removeprefix(SCHEME)


@rule_for("broken-link")
def broken_paths(at: BriefInSite) -> Iterator[Finding]:
    """Links to Markdown files that are no briefs."""
    brief = at.brief
    for target in dict.fromkeys((*brief.body.links, *(link.target for link in links_of(shown_fields(brief))))):
        path = unescape(target).partition("#")[0]
        if not path.endswith(".md") or "://" in path or path.startswith(SCHEME):
            continue
        if local_target(at.catalog, target, brief.path) == target and not held_target(at.catalog, target, brief.path):
            place = _place(at.source, brief, target)
            if left := left_out_target(at.catalog, target, brief.path):
                yield _to_left_out(target, left, place)
                continue
            remedy = "correct the path, which counts from this file's folder"
            absent = Absent((path.rpartition("/")[2],), (BRIEFS,))
            yield Finding(f"`{target}` leads to no brief", place, remedy, absent)


def _to_left_out(written: str, left: LeftOutBrief, place: Place) -> Finding:
    return Finding(f"`{written}` leads to {left_out_message(left)}", place, "correct that file; the link works then")


@rule("held-link", Severity.WARNING, "a link leads to a brief that is not public")
def held_links(at: BriefInSite) -> Iterator[Finding]:
    """The words of the link are shown without it until the brief is public; neither its headline nor its address is
    published. Where the words are these, as in `[[The headline]]`, readers see `…` in their place.

    ```
    briefings/a.md:6:5: warning[held-link]: `[[plan]]` leads to briefings/plan.md, which is not public: a draft
        6 | See [[plan|what is planned]].
          |     ^^^^^^
      help: its words are shown without the link until the brief is public
    ```
    """
    written = at.catalog.written.get(at.brief.path)
    for link, held in links_to_held(written or at.brief, at.catalog):
        is_revealing = names_held(link, held)
        if held.was_public or not is_revealing:
            yield Finding(
                f"`{_written(link.target)}` leads to {held.path}, which is not public: {held.why}",
                _place(at.source, at.brief, link.target),
                "its words stay without the link; change them if they should no longer name the brief"
                if is_revealing
                else "its words are shown without the link until the brief is public",
            )
        elif written:
            yield Finding(
                f"`{_written(link.target)}` names {held.path}, which is not public: {held.why}",
                _place(at.source, at.brief, link.target),
                f"readers see `{LEFT_OUT}` in its place; {_remedy(link, held)}",
            )


@rule_for("leak")
def held_names(at: BriefInSite) -> Iterator[Finding]:
    """Links that show readers the headline or the address of a brief that was never public, and that cannot be taken
    out of what they see."""
    for link, held in links_to_held(at.brief, at.catalog):
        if names_held(link, held) and not held.was_public:
            yield Finding(
                f"`{_written(link.target)}` would show the headline or address of {held.path}, which is not public: "
                f"{held.why}",
                _place(at.source, at.brief, link.target),
                f"nothing was written; {_remedy(link, held)}",
            )


def _remedy(link: Link, held: HeldBrief) -> str:
    if link.typed:
        return "take it out, readers see all of it here"
    words = f"[[{held.path.removesuffix('.md').rpartition('/')[2]}|other words]]"
    return f"write `{words}`, which shows the words alone until then, or take it out"


def _written(target: str) -> str:
    """A target as its writer put it down."""
    return f"[[{target.removeprefix(SCHEME)}]]" if target.startswith(SCHEME) else target


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
