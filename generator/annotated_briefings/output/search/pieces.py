"""The places of all words of a text, piece by piece between its blanks: most pieces are in a text more than once, and
in many texts, and are cut into words once.

What a piece is has nothing to do with the pieces beside it but for figures: `12 500` and `8 %` are also one word.
Pieces with figures, and signs behind them, that follow one another are cut together.
"""

from collections import defaultdict
from functools import lru_cache

from annotated_briefings.output.search.compounds import last_part
from annotated_briefings.output.search.words import FoundWord, attached, fold, is_figure, stem, tokens, unit_behind

Key = tuple[str, str]
"""What a word is found under, and the word."""
_LONGEST = 40
"""Letters of a piece that is kept; a longer one is hardly there again, such as a line of Chinese."""


class WordPlaces:
    """Gathers the words of a brief with their places."""

    def __init__(self, language: str) -> None:
        """``language`` is the subtag of the language, which tells endings and figures."""
        self._language = language
        self._found: dict[Key, list[int]] = defaultdict(list)
        self._pieces: dict[str, tuple[int, list[int]]] = {}

    def add(self, text: str, start: int) -> int:
        """Add the words of a text; its first word is at ``start``. The place after its last word."""
        at, pieces = start, self._pieces
        together: list[str] = []
        for piece in text.split(" "):
            known = pieces.get(piece)
            if known is None:
                known = pieces[piece] = (_words_of(piece, self._language)[0], [])
            size, places = known
            if size < 0:
                together.append(piece)
                continue
            if together:
                at = self.add_words(" ".join(together), at)
                together = []
            if size:
                places.append(at)
                at += size
        return self.add_words(" ".join(together), at) if together else at

    def put(self, token: FoundWord, at: int) -> None:
        """Add one word at a place."""
        for key in keys_of(token, self._language):
            self._found[key].append(at)

    def add_words(self, text: str, start: int) -> int:
        """The same, with the whole text cut into words at once."""
        at = start - 1
        for token in tokens(text, start, self._language):
            at = max(at, token.at)
            self.put(token, token.at)
        return at + 1

    def places(self) -> dict[Key, list[int]]:
        """The places of each word, in no order."""
        for piece, (_, places) in self._pieces.items():
            if places:
                for key, offset in _words_of(piece, self._language)[1]:
                    self._found[key] += [at + offset for at in places] if offset else places
        self._pieces.clear()
        return self._found


@lru_cache(200_000)
def _words_of(piece: str, language: str) -> tuple[int, tuple[tuple[Key, int], ...]]:
    """How many places a piece takes, and its words with their places in it; -1 for one that has to be cut together with
    those beside it."""
    if len(piece) > _LONGEST or unit_behind(piece, 0):
        return -1, ()
    found = tuple(tokens(piece, 0, language))
    if any(is_figure(token.word) for token in found):
        return -1, ()
    keys = tuple((key, token.at) for token in found for key in keys_of(token, language))
    return max((token.at + 1 for token in found), default=0), keys


def keys_of(found: FoundWord, language: str) -> tuple[Key, ...]:
    """What a word is found under: its stem, and that of the last part of a compound too, each with the word itself; and
    with `+` before it what is left without letters that are perhaps attached, for searches that find nothing."""
    return _keys(found.word, found.stemmed, found.written, language)


@lru_cache(200_000)
def _keys(word: str, stemmed: bool, written: str, language: str) -> tuple[Key, ...]:
    stems = {stem(word, language) if stemmed else word}
    last = last_part(written, language) if stemmed else ""
    if last:
        stems.add(stem(fold(last), language))
    loose = (f"+{rest}" for rest in attached(word, language)) if stemmed else ()
    return tuple((key, word) for key in (*stems, *loose))
