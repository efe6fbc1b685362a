"""Plain words: calques and private words for things that the field has a name for do not come back."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "annotated_briefings"
INSTEAD = {
    r"is called so": "already has that name",
    r"whoever": "who, everyone who, the code that",
    r"(?:names?|names that|one that|of which) nobody knows": "is unknown, is not known",
    r"nobody has touched": "is unchanged",
    r"no moment has passed": "no date or time has been reached",
    r"line[^.]{0,30} stands in\b": "is indented",
    r"\. None else(?=\.|$)": "otherwise None",
    r"makes? no sense": "is invalid",
    r"(?:has|have) no meaning here": "unknown key",
    r"laid beside": "written beside",
    r"mend(?:s|ed|ing)?": "correct, fix or repair",
    r"at hand": "available",
    r"put away": "stored, cached",
    r"(?:is|are|was|were|be|been) said": "is reported, is listed, the message",
    r"stands? in sentences": "is made of sentences",
    r"(?:lead|leads|link) (?:to )?nowhere": "is broken, a broken link",
    r"(?:stands?|is|are) (?:there )?twice": "is duplicated",
    r"reads? along": "is used too",
    r"what waits": "pending tasks",
    r"how (?:a|the) site stands": "the status of the site",
    r"(?:stands?|stood) in (?:the|its|their) way": "prevents it",
    r"back to their words": "anchored again",
    r"(?:cannot|can|may|must) stand (?:in|at|on|there|between|before|after|alone)": "can be",
    r"two looks": "two passes",
    r"stands? (?:in(?! where| for)|there|elsewhere|only|at the)": "is in, occurs",
    r"stands? (?:above|below|before|behind|beside|between) (?:the|an?|its?)": "is above, is before",
    r"firm notes?": "anchored notes",
}
"""Pattern of words that readers stumble over, and what to write instead."""
NAMES = {"LEANING": "NON_FINAL_WORDS", "NOBODY": "EMPTY_NAMES", "two_looks": "two_pass_scores"}
"""Names of functions, classes and constants that said nothing, and what they became."""
SPEAKING = re.compile(r"(?:^|_)(?:un)?(?:told|said|sayings?|says?|tell|tells|telling)(?:_|$)", re.IGNORECASE)
"""Names with a verb of speech. A text states, a program reports, a page shows: a value is named by what it is."""
PATTERN = re.compile("|".join(rf"(?P<w{number}>\b{words}\b)" for number, words in enumerate(INSTEAD)), re.IGNORECASE)
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = [
    *(path for path in sorted((ROOT / "docs").rglob("*.md")) if "decisions" not in path.parts),
    *sorted((ROOT / "generator").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "templates" / "words.yaml",
]


def calques(text: str) -> Iterator[str]:
    """What is wrong with a text: each calque in it, with what to write instead; line ends do not hide one."""
    for match in PATTERN.finditer(" ".join(text.split())):
        yield f"`{match[0]}`: write `{list(INSTEAD.values())[int((match.lastgroup or 'w0')[1:])]}`"


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each docstring, message and comment of a module; a comment of several lines is one text."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
    block: list[str] = []
    last = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            if block and token.start[0] != last + 1:
                yield last, " ".join(block)
                block = []
            block.append(token.string.lstrip("# "))
            last = token.start[0]
    yield last, " ".join(block)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_docstrings_comments_and_messages_use_the_words_of_the_field(path: Path) -> None:
    found = [f"{path.name}:{line}: {calque}" for line, text in prose(path) for calque in calques(text)]
    assert found == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_documentation_uses_the_words_of_the_field(path: Path) -> None:
    assert list(calques(path.read_text(encoding="utf-8"))) == []


def test_no_function_class_or_constant_has_a_name_that_was_replaced() -> None:
    found = [
        f"{path.name}: {name} became {NAMES[name]}"
        for path in MODULES
        for name in re.findall(r"^(?:def|class)? ?(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        if name in NAMES
    ]
    assert found == []


def names_in(text: str) -> Iterator[str]:
    """Every name in a module, also of values in functions."""
    return (one.string for one in tokenize.generate_tokens(io.StringIO(text).readline) if one.type == tokenize.NAME)


def test_values_and_functions_are_named_by_what_they_are_and_not_by_verbs_of_speech() -> None:
    found = {path.name: sorted(set(filter(SPEAKING.search, names_in(path.read_text("utf-8"))))) for path in MODULES}
    assert {name: names for name, names in found.items() if names} == {}
    assert list(filter(SPEAKING.search, names_in("def told_by(essay, hearsay): untold = says_no(essay)"))) == [
        "told_by",
        "untold",
        "says_no",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A link that leads\n    nowhere.",
        "It makes no sense",
        "what stands in\nthe way",
        "`x` has no meaning here",
        "Mended as in wrapped text",
    ],
)
def test_a_calque_is_found_across_lines_and_in_any_case(text: str) -> None:
    assert len(list(calques(text))) == 1
