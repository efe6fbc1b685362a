"""Makes ``base/meaning/lexicon_LANGUAGE.bloom``: which letter sequences are words of a language.

    python -m bench.make_lexicon LANGUAGE LIST...

A list is a text file with one word a line, or a ``.json.gz`` object whose keys are words. The shipped files were
made from the frequency lists of pyspellchecker 0.9.1 (MIT licence; English, German, French, Spanish, Italian,
Portuguese, Dutch) and the word lists of SCOWL (American and British English, "huge"). A file holds no word, only
bits of a Bloom filter (Bloom 1970), so that a word of the lists is always found and another text is taken for a
word once in a hundred times.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from math import ceil, log
from pathlib import Path

from annotated_briefings.base.meaning.lexicon import HASHES, places_of, plain_word

FOLDER = Path(__file__).resolve().parents[1] / "generator" / "annotated_briefings" / "base" / "meaning"
FALSE_POSITIVES = 0.01
"""Share of other texts that may be taken for words."""


def words_of(path: Path) -> Iterator[str]:
    """The words of a list, in the form in which they are looked up."""
    if path.name.endswith(".json.gz"):
        lines: list[str] = list(json.loads(gzip.decompress(path.read_bytes())))
    else:
        lines = path.read_text(encoding="utf-8").split("\n")
    for line in lines:
        word = plain_word(line.strip().removesuffix("'s"))
        if word.isalpha():
            yield word


def make(paths: list[Path]) -> bytes:
    """The bits of the filter for all words of some lists."""
    words = {word for path in paths for word in words_of(path)}
    # Bloom's optimal number of bits for a number of words and a share of false positives.
    size = ceil(-len(words) * log(FALSE_POSITIVES) / log(2) ** 2 / 8)
    bits = bytearray(size)
    for word in words:
        for place in places_of(word, size * 8):
            bits[place >> 3] |= 1 << (place & 7)
    print(f"{len(words)} words, {size} bytes, {HASHES} hashes")
    return bytes(bits)


if __name__ == "__main__":
    language, *lists = sys.argv[1:]
    (FOLDER / f"lexicon_{language}.bloom").write_bytes(make([Path(name) for name in lists]))
