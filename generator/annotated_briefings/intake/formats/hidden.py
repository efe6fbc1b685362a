"""What a reader of an HTML page or letter does not see: comments, hidden elements, preview lines, counting "
"pictures."""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag

from annotated_briefings.base.comments.html import outside_comments
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.intake.stated.addresses import clean_address

_CODE = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"<([A-Za-z][\w-]*)\b[^<>]*>")
_NO_TEXT = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|>|\Z)|<![A-Za-z][^<>]*>|<\?[A-Za-z].*?(?:\?>|\Z)|</\s[^<>]*>", re.DOTALL)
"""CDATA sections, declarations, instructions and damaged ends: what HTML and Markdown know as no text."""
_END = re.compile(r"(</[A-Za-z][\w-]*)\s[^<>]*>")
_DRAWN = ("svg", "math", "datalist")
"""Elements of which no word is a part of a text."""
_HIDES = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all"
    r"|(?:max-)?(?:height|width):0(?:px|em|%)?(?=;.*overflow:hidden)"
    r"|text-indent:-\d{3,}|(?:left|right|top|bottom|margin(?:-left|-top)?|inset[\w-]*):-(?:\d{4,}(?:px|pt)|\d{3,}r?em"
    r"|\d{3,}(?:v[wh]|%))|clip:rect\([01](?:px)?[,1)]|clip-path:inset\((?:50|100)%\)|content-visibility:hidden"
    r"|(?:transform:)?scale(?::|\()0(?:\)|;|$)|transform:translate[xy]?\(-\d{4,}px"
    r"|text-decoration(?:-line)?:[^;]*line-through)"
)
"""Declarations by which words are not seen, or are struck out: those are withdrawn."""
_FADED = re.compile(r"(?:^|;)(?:opacity:|filter:(?:[^;]*\))?opacity\()(?:0?\.0\d*|0)%?(?=;|\)|$)")
_FADES = re.compile(r"(?:^|;)(?:transition|animation)")
"""What begins unseen and is shown by and by is read."""
_NO_SIZE = re.compile(r"(?:^|;)font-size:(?:0?(?:\.\d+)?(?:px|pt)|0?(?:\.0+)?(?:r?em|%)?|1(?:px|pt))(?=;|$)")
_SIZE = re.compile(r"(?:^|;)font(?:-size)?:")
_COLOUR = re.compile(r"(?:^|;)color:([^;]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;]+)")
_NAMED = {"white": "fff", "black": "000", "transparent": "transparent"}
_CLASSES = frozenset(
    "preheader preview-text previewtext preview_text mcnpreviewtext hidden-preheader sr-only visually-hidden "
    "visuallyhidden screen-reader-text screenreader-text screen-reader-only u-hidden d-none is-hidden hide-text "
    "offscreen".split()
)
_SHEET_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SHOWN_MEDIA = re.compile(
    r"@(?:media(?P<media>[a-z,\s]*)|layer[^{;]*)\{(?P<rules>(?:[^{}]*\{[^{}]*\})*)[^{}]*\}", re.IGNORECASE
)
_PART = r"(?:[a-z][\w-]*)?(?:[.#][\w-]+)+"
_SIMPLE = re.compile(rf"[a-z][\w-]*|(?:(?:{_PART}|[a-z][\w-]*)(?:\s+|\s*>\s*)){{0,2}}{_PART}", re.IGNORECASE)
"""Selectors whose elements are found in little time: the last part of a longer one names a class or an id."""
_FEW = 4
_LETTER = re.compile(r"[^\W_]")
_WITHDRAWN = ("del", "s", "strike")
_TINY = re.compile(r"\s*[01](?:px)?\s*")
_COUNTER = re.compile(r"[./_-](?:pixel|beacon|open|track(?:ing)?|1x1|count(?:er)?)(?:[./_?-]|$)", re.IGNORECASE)


def drop_hidden(soup: BeautifulSoup | Tag) -> None:
    """Take out of a tree what a reader of it does not see."""
    for text in soup.find_all(string=lambda string: isinstance(string, PreformattedString)):
        # Comments, also conditional ones, processing instructions, declarations and CDATA sections.
        text.extract()
    rules = list(_sheet(soup))
    sized = _holders_of_sizes(soup, _sized_classes(rules))
    for selector, style in rules:
        unseen = _is_unseen(style)
        if not unseen and not _NO_SIZE.search(style):
            continue
        for tag in soup.select(selector):
            if unseen or id(tag) not in sized:
                _hide(tag)
    ground = ""
    for tag in soup.find_all(True):
        if _is_gone(tag):
            continue
        if id(tag) not in sized and _NO_SIZE.search(_style(tag)):
            _hide(tag)
            continue
        ground = _ground(tag) or ground if tag.name == "body" else ground
        if is_hidden(tag, ground):
            _hide(tag)


def _holders_of_sizes(soup: BeautifulSoup | Tag, sized: frozenset[str]) -> set[int]:
    """Identities of the elements around one that sets a size of its own, also by one of the classes ``sized``: frames
    of letters have letters of no size."""
    found: set[int] = set()
    for tag in soup.find_all(lambda one: one.has_attr("style") or one.has_attr("class")):
        style = _style(tag)
        if (_SIZE.search(style) and not _NO_SIZE.search(style)) or not sized.isdisjoint(_classes(tag)):
            around = tag.parent
            while around is not None and id(around) not in found:
                found.add(id(around))
                around = around.parent
    return found


def _is_gone(tag: Tag) -> bool:
    """Whether a tag was destroyed with one around it. Asking the tag itself would search all its descendants."""
    return "_decomposed" in vars(tag)


def without_hidden(markdown: str) -> str:
    """Markdown without comments and hidden elements of HTML, wherever they are but in code."""
    if "<" not in markdown:
        return markdown
    parts = _CODE.split(markdown)
    return "".join(part if number % 2 else _seen(part) for number, part in enumerate(parts))


def _seen(text: str) -> str:
    text = _END.sub(r"\1>", _NO_TEXT.sub("", "".join(outside_comments(text))))
    at = 0
    while opening := _OPENING.search(text, at):
        tag = BeautifulSoup(opening[0], "lxml").find(opening[1].lower())
        if tag is None or not (tag.name in _DRAWN or is_hidden(tag) or _NO_SIZE.search(_style(tag))):
            at = opening.end()
            continue
        end = _closing(text, opening)
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


def _hide(tag: Tag) -> None:
    if not _is_gone(tag) and tag.name not in ("html", "body"):
        tag.decompose()


def is_hidden(tag: Tag, ground: str = "") -> bool:
    """Whether an element is not seen; ``ground`` is the colour of the page below it."""
    if (
        tag.name in ("template", "datalist", *_WITHDRAWN)
        or tag.has_attr("hidden")
        or (tag.name == "dialog" and not tag.has_attr("open"))
        or (str(tag.get("aria-hidden", "")).strip().lower() == "true" and not _is_seen(tag))
    ):
        return True
    if tag.name == "input" and str(tag.get("type", "")).lower() == "hidden":
        return True
    if _CLASSES & {name.lower() for name in _classes(tag)}:
        return True
    style = _style(tag)
    if style and (_is_unseen(style) or _same_colour(style, ground)):
        return True
    return tag.name == "img" and _counts(tag)


def _is_seen(tag: Tag) -> bool:
    """Whether an element that is kept from programs that read aloud is shown beside the words that they read: the large
    first letter of a word, and a figure whose words follow. All else may be a box that opens later."""
    return tag.name in ("span", "b", "strong", "em") and 0 < len(_LETTER.findall(tag.get_text())) <= _FEW


def _is_unseen(style: str) -> bool:
    return bool(_HIDES.search(style) or (_FADED.search(style) and not _FADES.search(style)))


def _classes(tag: Tag) -> list[str]:
    return [str(name) for name in tag.get_attribute_list("class") if name]


def _style(tag: Tag) -> str:
    return _declarations(str(tag.get("style") or ""))


def _declarations(css: str) -> str:
    return re.sub(r"\s+|!important", "", css.lower())


def _ground(tag: Tag) -> str:
    own = _GROUND.search(_style(tag))
    return _plain_colour(own[1] if own else str(tag.get("bgcolor") or ""))


def _same_colour(style: str, ground: str) -> bool:
    """Whether words have the colour of what is below them."""
    colour, own = _COLOUR.search(style), _GROUND.search(style)
    if not colour:
        return False
    words = _plain_colour(colour[1])
    return words in ("transparent", _plain_colour(own[1]) if own else ground or "fff")


def _plain_colour(text: str) -> str:
    text = _NAMED.get(text.strip(), text.strip().lstrip("#"))
    parts = re.fullmatch(r"rgba?\((\d+),(\d+),(\d+)(?:,([\d.]+))?\)", text)
    if parts:
        if parts[4] and float(parts[4]) == 0:
            return "transparent"
        text = "".join(f"{int(part):02x}" for part in parts.groups()[:3])
    return text[::2] if len(text) == 6 and text[::2] == text[1::2] else text


def _sheet(soup: BeautifulSoup | Tag) -> Iterator[tuple[str, str]]:
    """The simple selectors of the style sheets in a page, each with its declarations."""
    for sheet in soup.find_all("style"):
        if not _is_screen(str(sheet.get("media") or "")):
            continue
        css = re.sub(r"/\*.*?\*/|<!--|-->", "", sheet.get_text(), flags=re.DOTALL)
        css = _SHOWN_MEDIA.sub(lambda m: m["rules"] if _is_screen(m["media"] or "") else "", css)
        # What holds on small screens, or in print, only says nothing of the page.
        css = re.sub(r"@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)
        for selectors, body in _SHEET_RULE.findall(css):
            style = _declarations(body)
            yield from ((one.strip(), style) for one in selectors.split(",") if _SIMPLE.fullmatch(one.strip()))


def _sized_classes(rules: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The classes whose letters have a size that can be read."""
    return frozenset(
        name
        for selector, style in rules
        if _SIZE.search(style) and not _NO_SIZE.search(style)
        for name in re.findall(r"\.([\w-]+)", selector)
    )


def _is_screen(media: str) -> bool:
    """Whether rules for some media hold on every screen."""
    kinds = {" ".join(one.lower().removeprefix("only ").split()) for one in media.strip().split(",")}
    return bool(kinds & {"", "screen", "all"})


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
