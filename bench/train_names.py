"""Train the names tagger and measure it.

    python -m bench.train_names FOLDER             # measures on held-out documents, then writes the weights
    python -m bench.train_names FOLDER --no-write

FOLDER holds CoNLL files (word, label; blank line between sentences). Labels of all corpora become PER, ORG, LOC and
MISC. Only texts of news and of encyclopedias are trained on (NEWS): with short messages of social networks beside them
the model was worse for news, F1 .745 against .817 on held-out documents of Wikigold.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from annotated_briefings.intake.ner.names import propose
from annotated_briefings.intake.ner.tagger import features, spans_of
from annotated_briefings.intake.ner.tokens import Token, usage

INTAKE = Path(__file__).resolve().parents[1] / "generator" / "annotated_briefings" / "intake" / "ner"
NEWS = ("wikigold_half", "gum_wikinews_train")
"""The corpora that are trained on."""
KINDS = {
    "per": "PER",
    "person": "PER",
    "org": "ORG",
    "corporation": "ORG",
    "group": "ORG",
    "loc": "LOC",
    "location": "LOC",
    "misc": "MISC",
    "product": "MISC",
    "creative-work": "MISC",
}


@dataclass(frozen=True)
class Document:
    """A document of a corpus: its sentences, each a list of words, and their labels."""

    sentences: list[list[str]]
    labels: list[list[str]]
    source: str


def read(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL file; ten sentences count as one where it marks none."""
    words: list[str] = []
    kinds: list[str] = []
    out = Document([], [], path.stem)
    marked = "-DOCSTART-" in path.read_text(encoding="utf-8")
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        parts = line.replace("\t", " ").split(" ")
        if len(parts) > 1 and parts[0] not in ("", "-DOCSTART-"):
            words.append(parts[0].replace("’", "'"))
            kinds.append(parts[-1])
            continue
        if words:
            out.sentences.append(words)
            out.labels.append(_labels(kinds))
            words, kinds = [], []
        if out.sentences and (parts[0] == "-DOCSTART-" or (not marked and len(out.sentences) == 10)):
            yield out
            out = Document([], [], path.stem)
    if out.sentences:
        yield out


def _labels(kinds: Sequence[str]) -> list[str]:
    """Labels as ``B-`` and ``I-`` of our kinds; in some corpora a name may start with ``I-``."""
    out: list[str] = []
    for label in kinds:
        kind = KINDS.get(label[2:].lower(), "")
        start = label.startswith("B") or not out or out[-1][2:] != kind
        out.append(f"{'B' if start else 'I'}-{kind}" if kind else "O")
    return out


def tokens(words: Sequence[str]) -> list[Token]:
    """The words of a sentence as our own tokens."""
    out: list[Token] = []
    at = 0
    opening = True
    for word in words:
        out.append(Token(word, at, at + len(word), opening))
        at += len(word) + 1
        opening = word in '“"‘:•—``' or (opening and not word[0].isalnum())
    return out


def train(documents: Sequence[Document], output: Path) -> None:
    """Train on some documents and write the weights."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.02, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 1})
    for document in documents:
        sentences = [tokens(words) for words in document.sentences]
        use = usage(sentences)
        for sentence, labels in zip(sentences, document.labels, strict=True):
            trainer.append(features(sentence, use), labels)
    trainer.train(str(output))


def gold_names(document: Document) -> set[str]:
    """The names of persons, organisations and places that annotators marked."""
    return {
        " ".join(words[left:right])
        for words, labels in zip(document.sentences, document.labels, strict=True)
        for left, right, kind in spans_of(labels)
        if kind != "MISC"
    }


def judge(documents: Sequence[Document]) -> str:
    """Precision, recall and F1 of unique names a document; names of works and events count neither way."""
    hits = found = wanted = 0
    for document in documents:
        text = "\n".join(_joined(words) for words in document.sentences)
        gold = {_plain(name) for name in gold_names(document)}
        free = {
            _plain(" ".join(words[left:right]))
            for words, labels in zip(document.sentences, document.labels, strict=True)
            for left, right, kind in spans_of(labels)
            if kind == "MISC"
        }
        ours = {_plain(alias) for proposal in propose(text) for alias in (proposal.name, *proposal.aliases)} - free
        hits += len(gold & ours)
        found += len(ours)
        wanted += len(gold)
    p, r = hits / max(1, found), hits / max(1, wanted)
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({len(documents)} documents, {wanted} names)"


def _joined(words: Sequence[str]) -> str:
    text = " ".join(words)
    for sign in (" ,", " .", " '", " )", " ;", " :", " %", " ?", " !"):
        text = text.replace(sign, sign[1:])
    return text.replace("( ", "(")


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="train the names tagger")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    documents = [d for name in NEWS for d in read(options.folder / f"{name}.conll")]
    weights = INTAKE / "weights.crfsuite"
    before = weights.read_bytes() if weights.exists() else b""
    held = [d for n, d in enumerate(documents) if n % 4 == 3]
    train([d for n, d in enumerate(documents) if n % 4 != 3], weights)
    for source in (*NEWS, ""):
        print(f"{source or 'all':20} {judge([d for d in held if d.source == source or not source])}")
    if options.no_write:
        weights.write_bytes(before)
        return
    with tempfile.TemporaryDirectory() as folder:
        train(documents, Path(folder) / "weights")
        weights.write_bytes((Path(folder) / "weights").read_bytes())
    print(f"{weights.name}: {weights.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
