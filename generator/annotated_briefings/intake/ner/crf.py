"""The best labels of a row of tokens, and their probabilities, by a linear-chain conditional random field.

Weights are in the format of CRFsuite (Okazaki 2007), which trains them. It has no wheels for Windows on ARM and for
Macs with Intel processors, so they are read without it. Labels are found by the algorithm of Viterbi (1967),
probabilities by the forward-backward algorithm (Rabiner 1989).
"""

import struct
from bisect import bisect_left
from collections.abc import Sequence
from operator import neg

import numpy as np
from numpy.typing import NDArray

from annotated_briefings.base.values import Value

Scores = NDArray[np.float64]
_HEADER = struct.Struct("<4sI4sIIIIIIII")
_NAMES = struct.Struct("<4sIIIII")
_RECORD = struct.Struct("<iI")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_OF_TOKEN = 0
"""The kind of a weight of a feature and a label; the others are of two labels that follow one another."""


class Labelled(Value):
    """What a field says of a row of tokens."""

    labels: tuple[str, ...]
    """The best label of each."""
    chances: Scores
    """The probability of each label (column) at each token (row)."""


class RandomField:
    """A trained field."""

    def __init__(self, data: bytes) -> None:
        """The field whose weights a file of CRFsuite has. Raises ValueError where it is another one."""
        magic, _, kind, _, _, _, _, features, labels, attributes, _ = _HEADER.unpack_from(data)
        if (magic, kind) != (b"lCRF", b"FOMC"):
            raise ValueError("these are no weights of a field")
        self.labels = tuple(_names(data, labels))
        names = _names(data, attributes)
        (count,) = struct.unpack_from("<I", data, features + 8)
        weights = np.frombuffer(data, _FEATURE, count, features + 12)
        of_token, between = weights[weights["kind"] == _OF_TOKEN], weights[weights["kind"] != _OF_TOKEN]
        size = len(self.labels)
        # The last row is that of a feature of which nothing is known.
        self._states = np.zeros((len(names) + 1, size))
        self._states[of_token["source"], of_token["label"]] = of_token["weight"]
        self._steps = np.zeros((size, size))
        self._steps[between["source"], between["label"]] = between["weight"]
        self._step_factors = np.exp(self._steps)
        self._rows = {name: row for row, name in enumerate(names)}

    def label(self, rows: Sequence[Sequence[Sequence[str]]]) -> list[Labelled]:
        """The labels of rows of tokens, each token given by its features, of which it has at least one.

        All rows go through the field at once, one token of each after another: one operation on many numbers takes
        hardly longer than one on a few.
        """
        order = sorted(range(len(rows)), key=lambda at: -len(rows[at]))
        lengths = [len(rows[at]) for at in order]
        out = [Labelled((), np.zeros((0, len(self.labels))))] * len(rows)
        if not lengths or not lengths[0]:
            return out
        # How many rows have a token at a place: the longest rows come first.
        counts = [bisect_left(lengths, -place, key=neg) for place in range(lengths[0])]
        states = self._scores([rows[at] for at in order], counts)
        best, chances = self._best(states, lengths), self._chances(states, lengths)
        for at, labels, chance in zip(order, best, chances, strict=True):
            out[at] = Labelled(tuple(self.labels[one] for one in labels), chance)
        return out

    def _scores(self, rows: Sequence[Sequence[Sequence[str]]], counts: Sequence[int]) -> list[Scores]:
        """For each place the scores of the labels of the tokens that rows have there."""
        unknown, known = len(self._rows), self._rows
        tokens = [row[place] for place, count in enumerate(counts) for row in rows[:count]]
        found = [known.get(feature, unknown) for token in tokens for feature in token]
        starts = np.cumsum([0, *map(len, tokens[:-1])])
        whole: Scores = np.add.reduceat(self._states[found], starts)
        return np.split(whole, np.cumsum(counts[:-1]))

    def _best(self, states: Sequence[Scores], lengths: Sequence[int]) -> list[list[int]]:
        scores = [states[0]]
        back: list[NDArray[np.intp]] = []
        for state in states[1:]:
            ways = scores[-1][: len(state), :, None] + self._steps
            back.append(ways.argmax(axis=1))
            scores.append(ways.max(axis=1) + state)
        out: list[list[int]] = []
        for row, length in enumerate(lengths):
            best = [int(scores[length - 1][row].argmax())] if length else []
            for place in range(length - 2, -1, -1):
                best.append(int(back[place][row][best[-1]]))
            out.append(best[::-1])
        return out

    def _chances(self, states: Sequence[Scores], lengths: Sequence[int]) -> list[Scores]:
        # Each token without its largest score, so that no power is too large: the probabilities are the same.
        factors = [np.exp(state - state.max(axis=1, keepdims=True)) for state in states]
        forward = [_shares(factors[0])]
        for factor in factors[1:]:
            forward.append(_shares((forward[-1][: len(factor)] @ self._step_factors) * factor))
        turned, backward = self._step_factors.T, [np.ones_like(factors[-1])]
        for before, factor in zip(reversed(factors[:-1]), reversed(factors[1:]), strict=True):
            # A row that ends here starts with ones.
            now = np.ones_like(before)
            now[: len(factor)] = _shares((backward[-1] * factor) @ turned)
            backward.append(now)
        both = [_shares(one * other) for one, other in zip(forward, reversed(backward), strict=True)]
        return [
            np.array([both[place][row] for place in range(length)]).reshape(length, len(self.labels))
            for row, length in enumerate(lengths)
        ]


def _shares(scores: Scores) -> Scores:
    """Scores of labels (columns) divided by their sum in each row."""
    out: Scores = scores / scores.sum(axis=1, keepdims=True)
    return out


def _names(data: bytes, start: int) -> list[str]:
    """The names of a table of CRFsuite (CQDB), in the order of their numbers."""
    *_, count, at = _NAMES.unpack_from(data, start)
    out: list[str] = []
    for place in np.frombuffer(data, "<u4", count, start + at).tolist():
        _, size = _RECORD.unpack_from(data, start + place)
        first = start + place + _RECORD.size
        out.append(data[first : first + size - 1].decode("utf-8"))
    return out
