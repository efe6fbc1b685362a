"""What a reader of an HTML page or letter does not see: comments, hidden elements, preview lines, counting "
"pictures."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag

from annotated_briefings.base.comments.cascade import IMPORTANT, cascaded, sets
from annotated_briefings.base.comments.html import outside_comments
from annotated_briefings.base.comments.style_sheets import sheet_rules
from annotated_briefings.base.comments.unseen_styles import (
    declarations,
    ground_of,
    has_no_colour,
    has_no_size,
    is_unseen,
    plain_colour,
    same_colour,
    sets_size,
)
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.unseen.apart import DELETED, HIDDEN, INSTEAD, POINTED
from annotated_briefings.intake.formats.unseen.folded import SHOWN, comes_in, show_loaded, unfold
from annotated_briefings.intake.formats.unseen.left import note_left_out, note_words
from annotated_briefings.intake.stated.addresses import clean_address

_CODE = regex(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_OPENING = regex(r"<([A-Za-z][\w-]*)\b[^<>]*>")
_NO_TEXT = regex(r"<!\[CDATA\[.*?(?:\]\]>|>|\Z)|<![A-Za-z][^<>]*>|<\?[A-Za-z].*?(?:\?>|\Z)|</\s[^<>]*>", re.DOTALL)
"""CDATA sections, declarations, instructions and damaged ends: what HTML and Markdown know as no text."""
_END = regex(r"(</[A-Za-z][\w-]*)\s[^<>]*>")
_DRAWN = ("svg", "math", "datalist")
"""Elements of which no word is a part of a text."""
_INSTEAD = ("noscript", "object", "canvas", "audio", "video")
"""Elements whose words are shown where the thing itself cannot be."""
_SHORT = ("abbr", "acronym", "dfn")
"""Elements whose title says what they mean."""
_CLASSES = frozenset(
    "preheader preview-text previewtext preview_text mcnpreviewtext hidden-preheader sr-only visually-hidden "
    "visuallyhidden screen-reader-text screenreader-text screen-reader-only u-hidden d-none is-hidden hide-text "
    "offscreen".split()
)
_ELSEWHERE = regex(r"::|:(?:before|after|first-l\w+|defined|host|slotted)\b|cloak")
"""Parts of elements that have no words of their own, and what a script shows once it runs."""
_CHOICE = regex(r":(?:is|where|not|has|matches|any|nth[\w-]*)\(|[\[\\]")
_NAME = regex(r"[.#]([\w-]+)")
_FEW = 4
_LETTER = regex(r"[^\W_]")
_WITHDRAWN = ("del", "s", "strike")
_TINY = regex(r"\s*[01](?:px)?\s*")
_COUNTER = regex(r"[./_-](?:pixel|beacon|open|track(?:ing)?|1x1|count(?:er)?)(?:[./_?-]|$)", re.IGNORECASE)


def drop_hidden(soup: BeautifulSoup | Tag, page: bool = False) -> bool:
    """Take out of a tree what a reader of it does not see, and note its first words in the tree (``left_out``).

    What a control of the page opens is shown, and so is what comes in while one scrolls; of a whole ``page`` also the
    article that a script shows. The result is whether it is doubtful that a reader ever saw that.
    """
    for text in soup.find_all(string=lambda string: isinstance(string, PreformattedString)):
        # Comments, also conditional ones, processing instructions, declarations and CDATA sections.
        text.extract()
    unfold(soup)
    hidden = _hidden(soup)
    loaded, doubtful = show_loaded(soup, hidden) if page else (frozenset[int](), False)
    for tag, _ in hidden.values():
        if id(tag) not in loaded:
            note_left_out(soup, tag, DELETED if tag.name in _WITHDRAWN else HIDDEN)
            tag.decompose()
    _note_instead(soup)
    return doubtful


def _note_instead(soup: BeautifulSoup | Tag) -> None:
    """Note the words that a reader sees only where something cannot be shown, or when he points at a word."""
    for tag in soup.find_all(_INSTEAD):
        if tag.find_parent(_INSTEAD) is None:
            note_left_out(soup, tag, INSTEAD)
    for tag in soup.find_all(_SHORT, title=True):
        meant = " ".join(str(tag["title"]).split())
        if meant and meant != " ".join(tag.get_text(" ").split()):
            note_words(soup, meant, POINTED)


def _hidden(soup: BeautifulSoup | Tag) -> dict[int, tuple[Tag, str]]:
    """The outermost elements that are not seen, in order, with the declarations that hold for them, by identity."""
    rules = sheet_rules((str(one.get("media") or ""), one.get_text()) for one in soup.find_all("style"))
    sized = _holders_of_sizes(soup, _sized_classes(rules))
    styles = _styles(soup, rules)
    found: dict[int, tuple[Tag, str]] = {}
    inside: set[int] = set()
    ground = ""
    for tag in soup.find_all(True):
        if id(tag.parent) in inside:
            inside.add(id(tag))
            continue
        if tag.name in ("html", "body") or tag.has_attr(SHOWN):
            ground = _ground(tag) or ground if tag.name == "body" else ground
            continue
        holds = styles.get(id(tag))
        style = _style(tag) if holds is None else holds
        gone = holds is not None and (is_unseen(style) or has_no_colour(style))
        gone = gone or (id(tag) not in sized and has_no_size(style)) or is_hidden(tag, ground, holds)
        if gone and not comes_in(tag, style):
            found[id(tag)] = tag, style
            inside.add(id(tag))
    return found


def _styles(soup: BeautifulSoup | Tag, rules: Sequence[tuple[str, str]]) -> Mapping[int, str]:
    """The declarations that hold for each element that some rule hides, or shows where its own style hides it, by its
    identity."""
    names = frozenset(name for tag in soup.find_all(True) for name in (*_classes(tag), str(tag.get("id") or "")))
    hiding = [style for _, style in rules if _may_hide(style.replace(IMPORTANT, ""))]
    is_important = any(IMPORTANT in style for _, style in rules)
    asked = frozenset[str]().union(*map(sets, hiding), *(sets(style) for _, style in rules if IMPORTANT in style))
    chosen: dict[int, list[tuple[str, str]]] = {}
    tags: dict[int, Tag] = {}
    hidden: set[int] = set()
    for selector, style in rules if asked else ():
        if sets(style).isdisjoint(asked):
            continue
        for tag in _chosen(soup, selector, names):
            tags[id(tag)] = tag
            chosen.setdefault(id(tag), []).append((selector, style))
            if style in hiding or (is_important and _may_hide(_style(tag))):
                hidden.add(id(tag))
    return {one: cascaded(chosen[one], _own_style(tags[one])) for one in hidden}


def _may_hide(style: str) -> bool:
    return is_unseen(style) or has_no_colour(style) or has_no_size(style)


def _holders_of_sizes(soup: BeautifulSoup | Tag, sized: frozenset[str]) -> set[int]:
    """Identities of the elements around one that sets a size of its own, also by one of the classes ``sized``: frames
    of letters have letters of no size."""
    found: set[int] = set()
    for tag in soup.find_all(lambda one: one.has_attr("style") or one.has_attr("class")):
        style = _style(tag)
        if (sets_size(style) and not has_no_size(style)) or not sized.isdisjoint(_classes(tag)):
            around = tag.parent
            while around is not None and id(around) not in found:
                found.add(id(around))
                around = around.parent
    return found


def without_hidden(markdown: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Markdown without comments and hidden elements of HTML, wherever they are but in code; and their words, each with
    its reason."""
    if "<" not in markdown:
        return markdown, ()
    left: list[tuple[str, str]] = []
    parts = _CODE.split(markdown)
    return "".join(part if number % 2 else _seen(part, left) for number, part in enumerate(parts)), tuple(left)


def _seen(text: str, left: list[tuple[str, str]]) -> str:
    text = _END.sub(r"\1>", _NO_TEXT.sub("", "".join(outside_comments(text))))
    at = 0
    while opening := _OPENING.search(text, at):
        tag = BeautifulSoup(opening[0], "lxml").find(opening[1].lower())
        if tag is None or not (tag.name in _DRAWN or is_hidden(tag) or has_no_size(_style(tag))):
            at = opening.end()
            continue
        end = _closing(text, opening)
        words = BeautifulSoup(text[opening.start() : end], "lxml").get_text(" ")
        left.append((words, DELETED if tag.name in _WITHDRAWN else HIDDEN))
        text, at = text[: opening.start()] + text[end:], opening.start()
    return text


def _closing(text: str, opening: re.Match[str]) -> int:
    """Where an element ends; one that is not closed, or cannot be, ends with its opening tag."""
    depth = 1
    for tag in re.finditer(rf"<(/?){opening[1]}\b[^<>]*>", text[opening.end() :], re.IGNORECASE):
        depth += -1 if tag[1] else 1
        if not depth:
            return opening.end() + tag.end()
    return opening.end()


def is_hidden(tag: Tag, ground: str = "", holds: str | None = None) -> bool:
    """Whether an element is not seen; ``ground`` is the colour of the page below it, ``holds`` are the declarations
    that hold for it where they are not those of its own style."""
    if (
        tag.name in ("template", "datalist", *_WITHDRAWN)
        or tag.has_attr("hidden")
        or tag.has_attr("popover")
        or (tag.name == "dialog" and not tag.has_attr("open"))
        or (str(tag.get("aria-hidden", "")).strip().lower() == "true" and not _is_seen(tag))
    ):
        return True
    if tag.name == "input" and str(tag.get("type", "")).lower() == "hidden":
        return True
    if _CLASSES & {name.lower() for name in _classes(tag)}:
        return True
    style = _style(tag) if holds is None else holds
    if style and (is_unseen(style) or same_colour(style, ground)):
        return True
    return tag.name == "img" and _counts(tag)


def _is_seen(tag: Tag) -> bool:
    """Whether an element that is kept from programs that read aloud is shown beside the words that they read: the large
    first letter of a word, and a figure whose words follow. All else may be a box that opens later."""
    return tag.name in ("span", "b", "strong", "em") and 0 < len(_LETTER.findall(tag.get_text())) <= _FEW


def _classes(tag: Tag) -> list[str]:
    return [str(name) for name in tag.get_attribute_list("class") if name]


def _style(tag: Tag) -> str:
    return declarations(str(tag.get("style") or ""))


def _own_style(tag: Tag) -> str:
    return declarations(str(tag.get("style") or ""), with_important=True)


def _ground(tag: Tag) -> str:
    own = ground_of(_style(tag))
    return plain_colour(own or str(tag.get("bgcolor") or ""))


def _chosen(soup: BeautifulSoup | Tag, selector: str, names: frozenset[str]) -> list[Tag]:
    """The elements of a selector; none for what is no selector. ``names`` are all classes and ids of the page."""
    if _ELSEWHERE.search(selector) or (not _CHOICE.search(selector) and set(_NAME.findall(selector)) - names):
        return []
    try:
        return list(soup.select(selector))
    except (soup.css.api.SelectorSyntaxError, NotImplementedError):
        return []


def _sized_classes(rules: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The classes whose letters have a size that can be read."""
    return frozenset(
        name
        for selector, style in rules
        if sets_size(style) and not has_no_size(style)
        for name in re.findall(r"\.([\w-]+)", selector)
    )


def _counts(tag: Tag) -> bool:
    """Whether a picture is there to count its readers: a point, or one of a service that counts."""
    size = [str(tag.get(name) or "") for name in ("width", "height")]
    style = _style(tag)
    tiny = any(_TINY.fullmatch(one) for one in size) or bool(
        re.search(r"(?:^|;)(?:max-)?(?:width|height):[01]px", style)
    )
    source = str(tag.get("src") or "")
    remote = has_web_scheme(source)
    return tiny or (remote and (not clean_address(source) or (not tag.get("alt") and bool(_COUNTER.search(source)))))
