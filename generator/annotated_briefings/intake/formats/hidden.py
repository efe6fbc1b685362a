"""What a reader of an HTML page or letter does not see: comments, hidden elements, preview lines, counting "
"pictures."""

import re

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag

from annotated_briefings.base.html_comments import outside_comments
from annotated_briefings.intake.stated.addresses import clean_address

_CODE = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"<([A-Za-z][\w-]*)\b[^<>]*>")
_HIDES = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all|font-size:0?(?:\.0+)?"
    r"(?:px|pt|em|rem|%)?(?=;|$)|(?:max-)?(?:height|width):0(?:px|em|%)?(?=;.*overflow:hidden)"
    r"|text-indent:-\d{3,}|left:-\d{4,}px"
    r"|clip:rect\(0|clip-path:inset\((?:50|100)%\)|content-visibility:hidden|transform:scale\(0\))"
)
_COLOUR = re.compile(r"(?:^|;)color:([^;]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;]+)")
_NAMED = {"white": "fff", "black": "000", "transparent": "transparent"}
_CLASSES = frozenset(
    "preheader preview-text previewtext preview_text mcnpreviewtext hidden-preheader sr-only visually-hidden "
    "visuallyhidden screen-reader-text screenreader-text screen-reader-only u-hidden d-none is-hidden hide-text "
    "offscreen".split()
)
_SHEET_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[a-z]*[.#][\w-]+|[a-z]+[\w-]*", re.IGNORECASE)
_TINY = re.compile(r"\s*[01](?:px)?\s*")
_COUNTER = re.compile(r"[./_-](?:pixel|beacon|open|track(?:ing)?|1x1|count(?:er)?)(?:[./_?-]|$)", re.IGNORECASE)


def drop_hidden(soup: BeautifulSoup | Tag) -> None:
    """Take out of a tree what a reader of it does not see."""
    for text in soup.find_all(string=lambda string: isinstance(string, PreformattedString)):
        # Comments, also conditional ones, processing instructions, declarations and CDATA sections.
        text.extract()
    rules = _sheet(soup)
    for selector in rules:
        for tag in soup.select(selector):
            _hide(tag)
    ground = ""
    for tag in soup.find_all(True):
        if _is_gone(tag):
            continue
        ground = _ground(tag) or ground if tag.name == "body" else ground
        if is_hidden(tag, ground):
            _hide(tag)


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
    text = "".join(outside_comments(text))
    at = 0
    while opening := _OPENING.search(text, at):
        tag = BeautifulSoup(opening[0], "lxml").find(opening[1].lower())
        if tag is None or not is_hidden(tag):
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
        tag.name in ("template", "datalist")
        or tag.has_attr("hidden")
        or str(tag.get("aria-hidden", "")).strip().lower() == "true"
    ):
        return True
    if tag.name == "input" and str(tag.get("type", "")).lower() == "hidden":
        return True
    if _CLASSES & {name.lower() for name in _classes(tag)}:
        return True
    style = _style(tag)
    if style and (_HIDES.search(style) or _same_colour(style, ground)):
        return True
    return tag.name == "img" and _counts(tag)


def _classes(tag: Tag) -> list[str]:
    return [str(name) for name in tag.get_attribute_list("class") if name]


def _style(tag: Tag) -> str:
    return re.sub(r"\s+|!important", "", str(tag.get("style") or "").lower())


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


def _sheet(soup: BeautifulSoup | Tag) -> list[str]:
    """The simple selectors of the style sheets in a page whose elements are not seen."""
    found: list[str] = []
    for sheet in soup.find_all("style"):
        css = re.sub(r"/\*.*?\*/|<!--|-->", "", sheet.get_text(), flags=re.DOTALL)
        # What holds on small screens, or in print, only says nothing of the page.
        css = re.sub(r"@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)
        for selectors, body in _SHEET_RULE.findall(css):
            if _HIDES.search(re.sub(r"\s+|!important", "", body.lower())):
                found += [one.strip() for one in selectors.split(",") if _SIMPLE.fullmatch(one.strip())]
    return found


def _counts(tag: Tag) -> bool:
    """Whether a picture is there to count its readers: a point, or one of a service that counts."""
    size = [str(tag.get(name) or "") for name in ("width", "height")]
    style = _style(tag)
    tiny = any(_TINY.fullmatch(one) for one in size) or bool(
        re.search(r"(?:^|;)(?:max-)?(?:width|height):[01]px", style)
    )
    source = str(tag.get("src") or "")
    remote = source.startswith(("http://", "https://"))
    return tiny or (remote and (not clean_address(source) or (not tag.get("alt") and bool(_COUNTER.search(source)))))
