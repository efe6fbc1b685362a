"""Names are read from the weights of CRFsuite without it, with the labels and probabilities that it gives."""

from functools import cache
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from annotated_briefings.base.package_files import package_bytes
from annotated_briefings.intake.ner.crf import RandomField
from annotated_briefings.intake.ner.tagger import features
from annotated_briefings.intake.ner.tokens import tokenize, usage

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ("briefings/2023", "docs/briefings/team.md", "docs/briefings/import.md", "tests/golden/site/briefings")
"""Texts of the repository: news, prose about software, and awkward ones."""
WEIGHTS = package_bytes("intake.ner", "weights.crfsuite")


@cache
def theirs() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(WEIGHTS)
    return tagger


def rows(place: str) -> list[list[list[str]]]:
    """The features of the tokens of each sentence of some files."""
    path = ROOT / place
    out = []
    for file in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
        sentences = tokenize(file.read_text(encoding="utf-8"))
        use = usage(sentences)
        out += [features(sentence, use) for sentence in sentences]
    return out


@pytest.mark.slow
@pytest.mark.parametrize("place", TEXTS)
def test_labels_and_probabilities_are_those_of_crfsuite(place: str) -> None:
    some, field, tagger = rows(place), RandomField(WEIGHTS), theirs()
    assert len(some) > 20
    names = 0
    for row, found in zip(some, field.label(some), strict=True):
        assert list(found.labels) == tagger.tag(row)
        chances = [[tagger.marginal(label, at) for label in field.labels] for at in range(len(row))]
        assert np.allclose(found.chances, np.array(chances).reshape(len(row), -1), rtol=0, atol=1e-12)
        names += sum(label != "O" for label in found.labels)
    assert names > 10


def test_rows_are_labelled_alike_alone_and_among_others() -> None:
    field = RandomField(WEIGHTS)
    long = [[f"w={word}", "b", "nothing of this kind"] for word in ("the", "Port", "of", "Lund") * 300]
    some = [[], long[:3], [], long, [["b"]], long[:1]]
    together = field.label(some)
    assert [len(one.labels) for one in together] == [0, 3, 0, 1200, 1, 1]
    for row, found in zip(some, together, strict=True):
        (alone,) = field.label([row])
        assert alone.labels == found.labels
        assert np.allclose(alone.chances, found.chances, rtol=0, atol=1e-12)
    assert (field.label([]), [one.labels for one in field.label([[], []])]) == ([], [(), ()])


def test_other_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="these are no weights of a field"):
        RandomField(b"x" * 100)
