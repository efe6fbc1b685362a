"""Which of several rules of style sheets holds for an element: the cascade of CSS, as far as texts need it."""

from collections.abc import Iterable

from annotated_briefings.base.regex import regex

IMPORTANT = "!important"
"""What makes a declaration hold before all others."""
_ID = regex(r"#[\w-]+")
_CLASS = regex(r"\.[\w-]+|\[[^\]]*\]|(?<!:):(?!(?:is|not|where|has|matches|any)\b)[\w-]+(?:\([^()]*\))?")
_TYPE = regex(r"(?:^|[\s>+~(,])([a-zA-Z][\w-]*)|::[\w-]+")
_NO_WEIGHT = regex(r":where\([^()]*\)")
_ONE = {
    "font-size": "font",
    "background-color": "background",
    "text-decoration-line": "text-decoration",
}
"""Properties by the one that sets them too."""
_LETTERS = (1, 0, 0, 0)
"""The weight of the style that is written to an element itself."""


def weight_of(selector: str) -> tuple[int, int, int, int]:
    """How much a selector weighs against others (CSS Selectors 4, section 17)."""
    plain = _NO_WEIGHT.sub("", selector)
    rest = _CLASS.sub(" ", _ID.sub(" ", plain))
    return 0, len(_ID.findall(plain)), len(_CLASS.findall(_ID.sub(" ", plain))), len(_TYPE.findall(rest))


def sets(style: str) -> frozenset[str]:
    """The properties that declarations set."""
    return frozenset(_property(one) for one in style.split(";") if ":" in one)


def cascaded(rules: Iterable[tuple[str, str]], own: str) -> str:
    """The declarations that hold for an element: ``rules`` are the selectors that choose it, in the order of their
    sheets, each with its declarations; ``own`` is the style that is written to it."""
    all_rules = [*((weight_of(selector), style) for selector, style in rules), (_LETTERS, own)]
    found: dict[str, tuple[tuple[bool, tuple[int, int, int, int]], str]] = {}
    for weight, style in all_rules:
        for one in style.split(";"):
            if ":" not in one:
                continue
            rank, name = (one.endswith(IMPORTANT), weight), _property(one)
            if name not in found or rank >= found[name][0]:
                found[name] = rank, one.removesuffix(IMPORTANT)
    return ";".join(one for _, one in found.values())


def _property(declaration: str) -> str:
    name = declaration.partition(":")[0]
    return _ONE.get(name, name)
