"""Names that a spaCy pipeline sees, for those who have one installed: a third reader beside our own two."""

from collections.abc import Callable, Sequence
from importlib import import_module

from annotated_briefings.base.sentences import sentence_around, sentence_starts
from annotated_briefings.intake.ner.names import NameProposal

NameReader = Callable[[str], tuple[NameProposal, ...]]
_TYPES = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "WORK_OF_ART": "product",
    "LAW": "law",
    "EVENT": "event",
    "MISC": "product",
}
"""Labels of spaCy's pipelines; numbers, dates and nationalities are no entities."""


class NoModel(Exception):
    """The pipeline cannot be used; its two arguments are the reason and what to do."""


def spacy_reader(model: str) -> tuple[NameReader, str]:
    """A reader of names and what its memo is keyed by. Raises NoModel."""
    try:
        pipeline = import_module("spacy").load(model)
    except ImportError:
        raise NoModel(
            f"`--model {model}` needs spaCy", "install it with `pip install 'annotated-briefings[spacy]'`"
        ) from None
    except OSError:
        raise NoModel(
            f"spaCy has no pipeline `{model}`",
            f"install it with `python -m spacy download {model}`, or name its folder",
        ) from None

    def read(text: str) -> tuple[NameProposal, ...]:
        document = pipeline(text)
        out: dict[str, NameProposal] = {}
        for found in document.ents:
            name = " ".join(found.text.split()).removeprefix("the ").removeprefix("The ")
            kind = _TYPES.get(found.label_)
            if kind and name and any(c.isalpha() for c in name):
                before = out.get(name)
                sentence = " ".join(_sentence(text, found.start_char, found.end_char).split())
                out[name] = NameProposal(
                    name,
                    before.type if before else kind,
                    (),
                    (before.count if before else 0) + 1,
                    before.sentence if before else sentence,
                )
        return tuple(out.values())

    return read, f"{model} {pipeline.meta.get('version', '')}"


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence that holds a name."""
    left, right = sentence_around(text, sentence_starts(text), start, end)
    return text[left:right]


def with_names_of(own: Sequence[NameProposal], more: Sequence[NameProposal]) -> tuple[NameProposal, ...]:
    """Our own proposals, and those of another reader under names that we did not see."""
    seen = {name.lower() for proposal in own for name in (proposal.name, *proposal.aliases)}
    return (*own, *(proposal for proposal in more if proposal.name.lower() not in seen))
