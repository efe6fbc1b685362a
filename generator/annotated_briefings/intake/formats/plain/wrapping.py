"""Lines of wrapped text: which go on from the line above, and how they are joined."""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from annotated_briefings.base.meaning.lexicon import is_word, languages_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import NON_FINAL_WORDS
from annotated_briefings.base.values import Value

_WIDEST, _NARROWEST = 160, 20
"""Lines longer or shorter than this were not wrapped by hand or by a program that does so."""
_MID_SENTENCE = 25
"""Shortest line that can be one half of a sentence; shorter ones are items, names and headlines."""
_NARROW = 40
"""Shortest longest line of a block that is wrapped by itself."""
_EVEN = 0.72
"""How long the lines of a wrapped block are at least, but the last, against the longest."""
_ROOMY = 0.75
"""What part of the widest line of its block a line has whose next word had room, and begins with a capital."""
_MOST = 0.8
"""Share of lines in mid-sentence that have no room for the next word where text is wrapped at a width."""
_NON_FINAL_IN_DUMPS = NON_FINAL_WORDS | frozenset(
    "been could if when who which it der die das den dem des ein eine einen und oder im am auf mit von vor zu zum zur "
    "le la les du un une et ou de en el los las y con por para que il lo gli e di da per het een en van met op".split()
)
"""Words that no line of its own ends with."""
_OPENING = "“”„«»‹›‘’\"'(¿¡"
"""Marks that may come before the capital of a sentence."""
_SENTENCE_ENDS = '.!?…”»“"'
"""Ends of sentences, also of quoted ones."""
_ENDED = '.!?”"»。！？」』…:'
_DENSE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u3000-\u303f\uff00-\uff60"
_DENSE_END, _DENSE_START = regex(f"[{_DENSE}]$"), regex(f"^[{_DENSE}]")
_HYPHEN = regex(r"(?<!\w)(\w+)-$")
_LETTERS = regex(r"\w+")
_HABIT, _HALF = 3, 4
"""Words that are cut at line ends where a text cuts them habitually; letters of halves that may be words."""
_ITEM = regex(r"(?:[-*•·▪–—>|]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_WRITER = regex(r"(?:by|von|par|por) [A-ZÀ-Þ]")
_SPEAKING = frozenset("said says told asked added that about sagte erklärte dass dit que dijo".split())
"""Words that no headline or item ends with, besides those without meaning of their own."""


class Wrapping(Value):
    """Which lines of a text belong together; numbers are 0-based places of lines."""

    joined: frozenset[int]
    """Lines that go on from the line above."""
    unsure: frozenset[int]
    """Those of them that may as well begin a paragraph: the line above is full, and its sentence ends there."""


def wrapping(lines: Sequence[str], is_header: Callable[[str], bool]) -> Wrapping:
    """Which lines go on from the line above; ``is_header`` lines never do, and nothing goes on from them."""
    pairs = [
        at
        for at in range(1, len(lines))
        if lines[at] and lines[at - 1] and not (is_header(lines[at]) or is_header(lines[at - 1]))
    ]
    found = {at for at in pairs if is_cut(lines[at - 1], lines[at])}
    found -= {at for at in found if lines[at][:1].isupper() and _has_room(lines, at)}
    width = _width(lines, pairs)
    if width:
        found |= {at for at in pairs if _is_full(lines[at - 1], lines[at], width)}
    for block in _blocks(pairs):
        own = lines[block[0] - 1 : block[-1] + 1]
        if _is_wrapped(own) or (block[0] > 1 and _is_one_sentence(own)):
            found |= set(block)
        elif not width and (narrow := _own_width(own)):
            found |= {at for at in block if _is_full(lines[at - 1], lines[at], narrow)}
    return Wrapping(frozenset(found), frozenset(at for at in found if width and _may_begin(lines[at - 1], lines[at])))


def _has_room(lines: Sequence[str], at: int) -> bool:
    """Whether the line above has much room for the next word, in its block: it may be a headline of any words."""
    start, end = at - 1, at
    while start > 0 and lines[start - 1]:
        start -= 1
    while end + 1 < len(lines) and lines[end + 1]:
        end += 1
    widest = max(map(len, lines[start : end + 1]))
    return len(lines[at - 1]) + 1 + len(lines[at].split(" ", 1)[0]) < _ROOMY * widest or "|" in lines[at]


def _blocks(pairs: Sequence[int]) -> list[list[int]]:
    """Runs of lines with no blank line between them."""
    blocks: list[list[int]] = []
    for at in pairs:
        if blocks and blocks[-1][-1] == at - 1:
            blocks[-1].append(at)
        else:
            blocks.append([at])
    return blocks


def is_cut(above: str, line: str) -> bool:
    """Whether a sentence plainly runs from one line into the next, whatever the width of the others."""
    if len(above) < _MID_SENTENCE or _ITEM.match(line) or _WRITER.match(line):
        return False
    last = above.rpartition(" ")[2]
    if last in _NON_FINAL_IN_DUMPS or last in _SPEAKING:
        return True
    # A comma may end an item of a list; a small letter, or a number after a word, goes on with a sentence.
    follows = above[-1:] == "," or (above[-1:].isalnum() and len(line.split()) > 2)
    return line.split()[0].islower() and follows


def ends_open(text: str) -> bool:
    """Whether the last word of a text is one that nothing ends with."""
    return text.rpartition(" ")[2] in _NON_FINAL_IN_DUMPS


def whole_words(lines: Sequence[str]) -> frozenset[str]:
    """Words of some lines, with those that hyphens at line ends have cut in two.

    A hyphen there is one of the word itself where the text has the word so elsewhere; else it goes where the whole is a
    word of the language, or where the text cuts words habitually.
    """
    text = " ".join(lines)
    words = frozenset(_LETTERS.findall(text))
    cut = [
        (found[1], after[0])
        for above, line in pairwise(lines)
        if (found := _HYPHEN.search(above)) and (after := _LETTERS.match(line))
    ]
    cut = [
        (left, right) for left, right in cut if right.islower() and not left.isdigit() and f"{left}-{right}" not in text
    ]
    if not cut:
        return words
    known = languages_of([word for word in words if word.islower()])
    sure = {left + right for left, right in cut if left + right in words or _is_whole(left, right, known)}
    # Where the words of a language are not known, few of its words have a hyphen.
    habit = not known or (len(cut) >= _HABIT and 2 * len(sure) >= len(cut))
    return words | (frozenset(left + right for left, right in cut) if habit else sure)


def _is_whole(left: str, right: str, languages: Sequence[str]) -> bool:
    """Whether two halves are one word, and not two of a compound with a hyphen, as `well-known`."""
    two = min(len(left), len(right)) >= _HALF
    return any(
        is_word(left + right, one) and not (two and is_word(left, one) and is_word(right, one)) for one in languages
    )


def _runs_on(above: str, line: str) -> bool:
    """Whether a sentence seems to run from one line into the next."""
    if above[-1] in _ENDED or _ITEM.match(line):
        return False
    return line[:1].islower() or bool(_DENSE_END.search(above) and _DENSE_START.search(line))


def _is_full(above: str, line: str, width: int) -> bool:
    """Whether a line had no room for the first word of the next."""
    if _DENSE_END.search(above):
        return len(above) + 1 >= width
    word = 1 + len(line.split(" ", 1)[0])
    return len(above) + word > width or (len(above) > 0.8 * width and above[-1].isalnum())


def _may_begin(above: str, line: str) -> bool:
    """Whether a line after a full one may begin a paragraph all the same."""
    return above[-1] in _ENDED and not line[:1].islower() and not _runs_on(above, line)


def _width(lines: Sequence[str], pairs: Sequence[int], least: int = 4) -> int:
    """The width at which a text of ``least`` lines or more was wrapped, or 0 for a paragraph a line.

    Lines that end in mid-sentence show it: nearly all of them have no room for the next word. Where nobody can tell
    mid-sentence, nearly every line inside a paragraph is as long as it can be.
    """
    running = [at for at in pairs if _runs_on(lines[at - 1], lines[at])]
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < least:
        return 0
    plain = lengths[-1 - len(lengths) // 100]  # a long address or two may stick out
    widths = {plain, max((len(lines[at - 1]) for at in running), default=plain)}
    for width in sorted(widths):
        if not _NARROWEST <= width <= _WIDEST:
            continue
        full = [at for at in pairs if _is_full(lines[at - 1], lines[at], width)]
        # Where most lines end a sentence they are paragraphs that happen to be equally long.
        ended = sum(lines[at - 1][-1] in _ENDED for at in full)
        filled = sum(_is_full(lines[at - 1], lines[at], width) for at in running)
        usual = len(full) >= 0.6 * len(pairs) or (len(running) > 1 and 3 * len(running) >= len(full))
        if full and ended < 0.5 * len(full) and usual and filled >= _MOST * len(running):
            return width
    return 0


def _own_width(block: Sequence[str]) -> int:
    """The width at which one paragraph among others was wrapped, or 0: most of its lines go on in mid-sentence."""
    going = sum(line[:1].islower() or line[:1].isdigit() for line in block[1:])
    if 2 * going < len(block) - 1 or any(_ITEM.match(line) for line in block):
        return 0
    width = _width(block, range(1, len(block)), least=3)
    return width if width >= _NARROW else 0


def _is_wrapped(block: Sequence[str]) -> bool:
    """Whether the lines of a block are one wrapped paragraph by themselves: even, and cut in mid-sentence."""
    body, width = block[:-1], max(map(len, block))
    if not _NARROW <= width <= _WIDEST or any(_ITEM.match(line) for line in block):
        return False
    running = sum(_runs_on(above, line) for above, line in pairwise(block))
    ended = sum(line[-1] in _ENDED for line in body)
    even = all(len(line) >= _EVEN * width for line in body) and len(block[-1]) <= width
    return even and running > 0 and 2 * running >= len(body) - ended and 2 * ended < max(1, len(body))


def _is_one_sentence(block: Sequence[str]) -> bool:
    """Whether the lines of a block between empty lines are one sentence, however short they are: it begins with a
    capital, goes on with a small letter in each line, and ends in the last one alone."""
    first, *others = block
    return (
        first.lstrip(_OPENING)[:1].isupper()
        and any(word.islower() for word in first.split())
        and block[-1][-1] in _SENTENCE_ENDS
        and all(line[-1].isalnum() or line[-1] in ",;-" for line in block[:-1])
        and all(line.split()[0].isalpha() and line.split()[0].islower() for line in others)
        and not any(_ITEM.match(line) or _WRITER.match(line) for line in others)
    )


def joined(lines: Sequence[str], words: Collection[str]) -> str:
    """Lines as one paragraph; a hyphen at a line end goes only where the whole word is among the text's ``words``."""
    parts = [lines[0]]
    for line in lines[1:]:
        above = parts[-1]
        broken = _HYPHEN.search(above)
        following = re.match(r"\w+", line)
        if broken and following and following[0].islower():
            whole = broken[1] + following[0]
            parts[-1] = (above[:-1] if whole in words else above) + line
        elif _DENSE_END.search(above) and _DENSE_START.search(line):
            parts.append(line)
        else:
            parts += [" ", line]
    return "".join(parts)
