"""What a web page is made of: one article, several, or teasers of articles that lie elsewhere."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.base.web import host_key, normal_parts
from annotated_briefings.intake.formats.html.blocks import HEADINGS
from annotated_briefings.intake.segmentation.words import word_count

_HOLDER = regex(r"h-?entry|h-?news|post|entry|story|article|clip(?:ping)?|news-?item|beitrag|artikel|meldung", re.I)
"""Classes, each as a whole, of an element that holds an article."""
_NO_HOLDER = regex(
    r"comment|reply|respon[ds]|teaser|\bcard|related|promo|recommend|\bmore\b|popular|trending|sidebar|widget|footer"
    r"|\blive\b|live-?blog|\bupdates?\b|tweet|embed|\bbio\b|newsletter|advert|sponsor",
    re.IGNORECASE,
)
_NO_FRAME = regex(
    r"(?:comments?|related|recommend\w*|promo\w*|sidebar|widget|live|live-?blog|timeline)(?:[-_].*)?", re.IGNORECASE
)
_OF_POST = regex(r"(?:category|tag|author|format|post)-")
"""What classes begin with that say of what subject an article is."""
_ITEM_TYPE = regex(r"schema\.org/(?:\w*Article|BlogPosting|Report|Review)$", re.IGNORECASE)
_OUTSIDE = ("nav", "aside", "footer", "header")
_SENTENCE = 8
"""Words of a paragraph of running text."""
_LEAST = 25
"""Words of an article among others on its page."""
_FEWEST = 3
"""Teasers of a page that is a list of them."""
_LONGEST_TEASER = 80
"""Words of a teaser, without its headline."""
_COVERED = 0.8
"""Share of the running text of a page that is in teasers, where it is a list of them."""
_SHORTEST_TITLE = 2
_LABEL = regex(r"(?=.*\d).{1,24}|[^\w]+|\w{2,20}\s?[:|·•–-]")
"""What is before a headline on its line: a day, a number, a sign, the name of a section."""


class Teaser(Value):
    """A headline of an article that lies elsewhere, with the words below it."""

    title: str
    """Its headline."""
    address: str
    """Where it leads, as the page writes it."""
    words: tuple[str, ...]
    """Its words, in order."""


def parts_of(soup: BeautifulSoup) -> tuple[Tag, ...]:
    """The elements of a page that are an article each; nothing where it is one article, or none.

    Such an element is marked as an article, by its name, type or class, has a headline of its own and several
    sentences, and lies in no other one. Teasers, comments and entries of a running report are none.
    """
    holders = [tag for tag in soup.find_all(True) if _is_holder(tag)]
    inner = {id(parent) for tag in holders for parent in tag.parents}
    lone = [tag for tag in holders if id(tag) not in inner and _is_whole(tag)]
    titles = {_title(tag) for tag in lone}
    # An article with articles in it, such as quoted ones, is one.
    around = [tag for tag in holders if id(tag) in inner and _is_whole(tag, apart=lone)]
    return tuple(lone) if len(lone) > 1 and len(titles) == len(lone) and not around else ()


def _is_holder(tag: Tag) -> bool:
    if tag.name in ("body", "html", "a", "p", *HEADINGS):
        return False
    names = _names(tag)
    typed = _ITEM_TYPE.search(str(tag.get("itemtype") or ""))
    if not (tag.name == "article" or typed or any(map(_HOLDER.fullmatch, names))):
        return False
    return not any(map(_NO_HOLDER.search, names)) and not any(_is_frame(one) for one in tag.parents)


def _is_frame(tag: Tag) -> bool:
    return tag.name not in ("body", "html") and any(map(_NO_FRAME.fullmatch, _names(tag)))


def _names(tag: Tag) -> list[str]:
    names = (str(name) for name in (*tag.get_attribute_list("class"), tag.get("id")) if name)
    return [name for name in names if not _OF_POST.match(name)]


def _title(tag: Tag) -> str:
    heading = tag.find(HEADINGS)
    return " ".join(heading.get_text(" ").split()) if heading else ""


def _is_whole(tag: Tag, apart: Sequence[Tag] = ()) -> bool:
    """Whether an element has a headline and a text of some sentences, also ``apart`` from elements in it."""
    heading = tag.find(HEADINGS)
    if heading is None or any(_lies_in(heading, one) for one in apart):
        return False
    texts = [p for p in tag.find_all("p") if not any(_lies_in(p, one) for one in apart)]
    lengths = [len(p.get_text(" ").split()) for p in texts]
    running = [length for length in lengths if length >= _SENTENCE]
    if not texts and not apart:
        running = [len(line.split()) for line in tag.get_text("\n").split("\n") if len(line.split()) >= _SENTENCE]
    return len(running) > 1 and sum(running) >= _LEAST


def _lies_in(tag: Tag, holder: Tag) -> bool:
    return any(parent is holder for parent in tag.parents)


def teasers_of(soup: BeautifulSoup, address: str) -> tuple[Teaser, ...]:
    """The teasers of a page that is a list of them, such as a front page; nothing for any other page.

    Each leads by its headline to a page of its own on the same host, and has few words; together they are nearly all
    of the running text. To be called before addresses are made whole (``tree.prepare``).
    """
    body = soup.body or soup
    found: dict[str, Tag] = {}
    for link in body.find_all("a", href=True):
        target = str(link["href"]).strip()
        if target in found or not _is_headline(link):
            continue
        # What gathers news of several papers leads to their sites.
        if _is_elsewhere(target, address) or (has_web_scheme(target) and _is_heading(link)):
            found[target] = link
    items = {target: _item(link, target) for target, link in found.items()}
    good = {target: tags for target, tags in items.items() if _is_short(tags, found[target])}
    if len(good) < _FEWEST:
        return ()
    within = {id(tag) for tags in good.values() for tag in tags}
    running = [
        (word_count(text), any(id(parent) in within for parent in text.parents))
        for text in body.find_all(string=True)
        if word_count(text) > _SHORTEST_TITLE and not _is_outside(text.parent)
    ]
    total, covered = (sum(n for n, inside in running if inside or every) for every in (True, False))
    if not total or covered < _COVERED * total:
        return ()
    return tuple(
        Teaser(" ".join(found[target].get_text(" ").split()), target, tuple(_words(tags)))
        for target, tags in good.items()
    )


def _is_elsewhere(target: str, address: str) -> bool:
    """Whether a link leads to another page of the same site."""
    if not target or target.startswith(("#", "javascript:", "mailto:", "tel:", "data:", "?")):
        return False
    if not address or not re.match(r"(?:https?:)?//", target):
        return not re.match(r"\w+:(?!//)", target)
    whole = target if has_web_scheme(target) else f"https:{target}"
    return host_key(whole) == host_key(address) and normal_parts(whole).path != normal_parts(address).path


def _is_headline(link: Tag) -> bool:
    """Whether a link is a headline: a heading, or the first words of its line, in no menu."""
    if word_count(link.get_text(" ")) < _SHORTEST_TITLE or _is_outside(link):
        return False
    if _is_heading(link):
        return True
    before = takewhile(
        lambda one: not (isinstance(one, Tag) and one.name in ("br", "p", "div")), link.previous_siblings
    )
    above = " ".join(one.get_text() for one in before).strip()
    if above and not _LABEL.fullmatch(above):
        return False
    after = link.next_sibling
    while after is not None and not after.get_text().strip() and not (isinstance(after, Tag) and after.name == "br"):
        after = after.next_sibling
    return after is None or (isinstance(after, Tag) and after.name in ("br", "p", "div", "span", "ul", "small"))


def _is_heading(link: Tag) -> bool:
    return link.find(HEADINGS) is not None or link.find_parent(HEADINGS) is not None


def _breaks(one: PageElement) -> bool:
    return isinstance(one, Tag) and one.name in ("br", "p", "div")


def _item(link: Tag, target: str) -> tuple[Tag, ...]:
    """The elements of a teaser: the largest around its link whose links all lead there; where that is a mere
    headline, with what follows it up to the next."""
    item: Tag = link
    for parent in link.parents:
        if parent.name in ("body", "html", "main", "[document]") or not _leads_to(parent, target):
            break
        item = parent
    out = [item]
    if len(_words(out)) == len(_words([link])):
        for below in item.find_next_siblings():
            if below.name in HEADINGS or not _leads_to(below, target):
                break
            out.append(below)
    return tuple(out)


def _leads_to(tag: Tag, target: str) -> bool:
    """Whether all links in an element lead to one page, or to lists."""
    targets = {str(one["href"]).strip() for one in tag.find_all("a", href=True)}
    return all(one == target or _is_small(one, target) for one in targets)


def _words(tags: Sequence[Tag]) -> list[str]:
    return [word for tag in tags for word in tag.get_text(" ").split()]


def _is_small(one: str, target: str) -> bool:
    """Whether a link beside a headline leads to a part of the same page, or to a list, such as that of its subject."""
    return one.startswith((target, "#")) or bool(re.search(r"/(?:tags?|topics?|categor\w+|authors?|by|section)/", one))


def _is_short(tags: Sequence[Tag], link: Tag) -> bool:
    return word_count(" ".join(_words(tags))) - word_count(link.get_text(" ")) <= _LONGEST_TEASER


def _is_outside(tag: Tag | None) -> bool:
    return any(one.name in _OUTSIDE and one.find_parent("article") is None for one in _around(tag))


def _around(tag: Tag | None) -> Iterator[Tag]:
    while tag is not None:
        yield tag
        tag = tag.parent
