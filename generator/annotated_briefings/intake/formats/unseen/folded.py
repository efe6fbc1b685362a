"""Hidden elements of a page that its reader sees all the same: panels that a control opens, paragraphs that come in
while one scrolls, and an article that a script shows once the page is loaded."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.formats.unseen.lines import BESIDE, lines_of

SHOWN = "data-shown-here"
"""Attribute of the elements that were made to be seen, and of the words of their controls."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLES = (*_HEADINGS, "dt", "summary")
"""Elements whose words are those of a control in them."""
_NEVER = ("del", "s", "strike", "template")
"""Elements of words that were withdrawn, or are of a program."""
_ROLES = frozenset(
    "dialog alertdialog menu menubar navigation search tooltip listbox form complementary contentinfo banner".split()
)
_OTHER = regex(
    r"modal|dialog|cookie|consent|comment|remark|note\b|login|sign-?in|newsletter|subscri|share|social|menu|popup|pop-up"
    r"|overlay|advert|sponsor|promo|related|sidebar|preheader|preview|sr-only|visually-?hidden|screen-?reader|offscreen",
    re.IGNORECASE,
)
"""Classes of what opens beside an article, and of words for programs that read aloud."""
_PANEL = regex(
    r"(?:^|[-_ ])(?:acc(?:ordion)?|faq|collaps\w*|toggle\w*|tabs?|expand\w*|spoiler|panel|question|answer|fold\w*"
    r"|reveal)(?:$|[-_ ])",
    re.IGNORECASE,
)
_MOVES = regex(r"(?:^|;)(?:transform|translate|scale|transition|animation|will-change)")
_MOVING = regex(
    r"(?:^|[-_ ])(?:elementor-invisible|wow|aos\w*|animat\w*|fade\w*|reveal\w*|scroll\w*|slide\w*|invisible|in-?view"
    r"|sal|lazy\w*)(?:$|[-_A-Z ])"
)
"""Classes and attributes of programs that show paragraphs when they are scrolled to."""
_FADED = regex(r"(?:^|;)(?:opacity:|visibility:hidden|filter:(?:[^;]*\))?opacity\()")
_REFERS = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "href", "for", "aria-owns")
_WORD = regex(r"[^\W_]+")
_UNSPACED = regex(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_STOP = regex(rf"[{STOPS}][\"'”’»)\]]*$")
_SHORTEST, _PROSE, _SIGNS = 3, 8, 2
_LINKED = 0.6
_LEAST, _MANY = 2, 4
"""Running paragraphs that make an article, and how much more running text is hidden than seen where that is it."""
_LONGEST_LABEL = 200


def unfold(soup: BeautifulSoup | Tag) -> None:
    """Show the panels that a control opens, below the words of their control."""
    controls = _controls(soup)
    for panel, control in list(_panels(soup, controls)):
        label = "" if control is panel else " ".join(control.get_text(" ").split())
        if len(label) > _LONGEST_LABEL or any(one is panel for one in control.parents):
            continue
        _show(panel)
        if label and control is not panel:
            _name(panel, control, label)
    for title in soup.find_all(_TITLES):
        _free(title)


def is_shown(tag: Tag) -> bool:
    """Whether an element is in one that was made to be seen, or holds the words of its control."""
    return any(one.has_attr(SHOWN) for one in (tag, *tag.parents))


def _controls(soup: BeautifulSoup | Tag) -> dict[str, Tag]:
    """The elements that open another one, by the id of that."""
    out: dict[str, Tag] = {}
    for tag in soup.find_all(lambda one: any(one.has_attr(name) for name in _REFERS)):
        for name in _REFERS:
            value = str(tag.get(name) or "")
            if (name == "href" and not value.startswith("#")) or (name == "href" and not _opens(tag)):
                continue
            for word in value.split():
                out.setdefault(word.lstrip("#."), tag)
    return out


def _opens(tag: Tag) -> bool:
    """Whether a link or another element is a control that opens something."""
    role = str(tag.get("role") or "").lower()
    named = _PANEL.search(" ".join(map(str, tag.get_attribute_list("class"))))
    return (
        tag.name in ("button", "summary")
        or role in ("button", "tab")
        or tag.has_attr("aria-expanded")
        or tag.has_attr("data-toggle")
        or tag.has_attr("data-bs-toggle")
        or bool(named)
    )


def _panels(soup: BeautifulSoup | Tag, controls: dict[str, Tag]) -> Iterator[tuple[Tag, Tag]]:
    """The panels with running text, each with the element that names it: itself, where none does."""
    for tag in soup.find_all(True):
        names = _names(tag)
        is_tab = str(tag.get("role") or "") == "tabpanel"
        is_panel = is_tab or bool(_PANEL.search(names))
        known = controls.get(str(tag.get("id") or "\0"))
        if tag.name in (*_HEADINGS, "button", "label", "input", "summary", "a", "html", "body") or tag.has_attr(SHOWN):
            continue
        control = known or _named_by(soup, tag) or _before(tag, is_panel) or (tag if is_tab else None)
        if control is not None and control.name != "input" and _is_text(tag):
            yield tag, control


def _named_by(soup: BeautifulSoup | Tag, tag: Tag) -> Tag | None:
    name = str(tag.get("aria-labelledby") or "")
    found = soup.find(id=name) if name else None
    return found if isinstance(found, Tag) and (_opens(found) or _button(found) is not None) else None


def _before(tag: Tag, is_panel: bool) -> Tag | None:
    """The element right before one that is its control: a button, a heading that holds one, the label of a box to
    tick; before what is called a panel any heading or title."""
    before = next((one for one in tag.previous_siblings if isinstance(one, Tag) and one.name != "input"), None)
    if before is None or before.has_attr(SHOWN):
        return None
    if before.name == "label" and before.has_attr("for"):
        return before
    if before.name in _TITLES and _button(before) is not None:
        return before
    if _is_hideable(tag) and (_opens(before) and before.name != "a"):
        return before
    titled = before.name in _TITLES or bool(_PANEL.search(_names(before)))
    return before if is_panel and titled and _is_hideable(tag) else None


def _is_hideable(tag: Tag) -> bool:
    return any(tag.has_attr(name) for name in ("hidden", "aria-hidden", "style", "class", "role"))


def _button(tag: Tag) -> Tag | None:
    """The control whose words are all words of a title."""
    for one in tag.find_all(True):
        if _opens(one) and one.get_text().split() == tag.get_text().split():
            return one
    return None


def _free(title: Tag) -> None:
    """Make the words of a control that is a whole heading words of the heading."""
    button = _button(title)
    if button is not None:
        button.name = "span"


def _is_text(tag: Tag) -> bool:
    """Whether an element is running text and nothing beside an article."""
    if _is_beside(tag) or tag.find(("form", "input", "textarea", "dialog")):
        return False
    words = " ".join(tag.get_text(" ").split())
    linked = sum(len(link.get_text()) for link in tag.find_all("a", href=True))
    listed = tag.find(("table", "ul", "ol")) is not None
    running = any(_STOP.search(line) and _length(line) >= _SHORTEST for line in lines_of(tag))
    return linked < _LINKED * max(1, len(words)) and (running or (listed and _length(words) >= _SHORTEST))


def _is_beside(tag: Tag) -> bool:
    for one in (tag, *tag.parents):
        if one.name in ("article", "main") and one is not tag:
            return False
        if one.name in BESIDE or str(one.get("role") or "").lower() in _ROLES or _OTHER.search(_names(one)):
            return one.name not in ("html", "body", "[document]")
    return False


def _names(tag: Tag) -> str:
    return " ".join((*(str(one) for one in tag.get_attribute_list("class") if one), str(tag.get("id") or "")))


def _name(panel: Tag, control: Tag, label: str) -> None:
    """Put the words of a control right above its panel, and make them words of the text."""
    holder = control.find_parent(_TITLES) or control
    above = next((one for one in panel.previous_siblings if isinstance(one, Tag) and one.name != "input"), None)
    if above is not holder and holder.name not in _HEADINGS:
        title = Tag(name="p")
        title[SHOWN] = ""
        inner = Tag(name="strong")
        inner.string = label
        title.append(inner)
        panel.insert_before(title)
        control.decompose()
    elif holder.name in _TITLES:
        holder[SHOWN] = ""
        if control is not holder:
            control.name = "span"
    else:
        holder.name = "p"
        holder.attrs = {SHOWN: ""}
        inner = Tag(name="strong")
        inner.string = label
        holder.clear()
        holder.append(inner)


def _show(tag: Tag) -> None:
    """Take what hides an element off it; what a style sheet says of it counts no more."""
    for name in ("style", "hidden", "aria-hidden", "class"):
        if name in tag.attrs:
            del tag.attrs[name]
    tag[SHOWN] = ""


def comes_in(tag: Tag, style: str) -> bool:
    """Whether an element that declarations hide is shown when a reader scrolls to it."""
    if not _FADED.search(style) or _is_beside(tag) or tag.name in ("span", "a", "b", "i", "em", "strong"):
        return False
    names = f"{_names(tag)} {' '.join(name.removeprefix('data-') for name in tag.attrs)}"
    return bool(_MOVES.search(style) or _MOVING.search(names)) and _is_text(tag)


def show_loaded(soup: BeautifulSoup | Tag, hidden: Mapping[int, tuple[Tag, str]]) -> tuple[frozenset[int], bool]:
    """Show the hidden elements that are the article of a page: nearly all running text is in them.

    ``hidden`` are elements and the declarations that hold for them, by identity. The result are the identities of those
    that are shown now, and whether one may doubt that a reader ever saw them: they are not merely to be faded in, or
    there is another text.
    """
    held = {n: one for n, one in hidden.items() if one[0].name not in _NEVER and not _is_beside(one[0])}
    held = {n: one for n, one in held.items() if _running(lines_of(one[0]))}
    seen = _running(lines_of(soup, frozenset(hidden)))
    own = [line for tag, _ in held.values() for line in _running(lines_of(tag))]
    if len(own) < _LEAST or sum(map(len, own)) < _MANY * sum(map(len, seen)):
        return frozenset(), False
    for tag, _ in held.values():
        _show(tag)
    return frozenset(held), bool(seen) or not all(_FADED.search(style) for _, style in held.values())


def _running(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if _length(line) >= _PROSE and _STOP.search(line)]


def _length(line: str) -> int:
    return len(_WORD.findall(line)) + len(_UNSPACED.findall(line)) // _SIGNS
