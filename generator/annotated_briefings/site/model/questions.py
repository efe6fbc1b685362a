"""Open questions, and the briefs that answer them."""

from collections import defaultdict
from collections.abc import Mapping

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.model import Answer, Brief
from annotated_briefings.site.model.catalog import Catalog


class Question(Value):
    """A question that a brief leaves open."""

    slug: str
    """The brief."""
    number: int
    """Its place among the questions of the brief, from 1."""
    html: str
    """Its words as inline HTML; links still hold the writer's targets."""

    @property
    def text(self) -> str:
        """Its words as plain text."""
        return plain_text(self.html)


class Questions(Value):
    """All questions and answers; briefs are in the catalog's order, newest first."""

    every: tuple[Question, ...]
    """All questions."""
    answers: Mapping[Question, tuple[tuple[str, Answer], ...]]
    """Question to the briefs that answer it, with their answers, the first to do so first."""
    answered: Mapping[str, tuple[tuple[Answer, tuple[Question, ...]], ...]]
    """Brief to its answers, each with the questions it closes."""
    unmatched: tuple[tuple[Brief, Answer], ...]
    """Answers to what nobody asked."""


def find_questions(catalog: Catalog) -> Questions:
    """Match answers with questions by their words; where several briefs ask the same, one answer closes all of them."""
    every = tuple(
        Question(brief.slug, number, html) for brief in catalog.briefs for number, html in enumerate(brief.unknowns, 1)
    )
    by_words: dict[str, list[Question]] = defaultdict(list)
    for question in every:
        by_words[_bare(question.text)].append(question)
    answers: dict[Question, list[tuple[str, Answer]]] = defaultdict(list)
    answered: dict[str, list[tuple[Answer, tuple[Question, ...]]]] = defaultdict(list)
    unmatched: list[tuple[Brief, Answer]] = []
    for brief in reversed(catalog.briefs):
        for answer in brief.answers:
            asker = catalog.brief(answer.brief, brief.language) if answer.brief else None
            closed = tuple(
                q
                for q in by_words.get(_bare(answer.question), ())
                if q.slug != brief.slug and (not answer.brief or (asker and q.slug == asker.slug))
            )
            answered[brief.slug].append((answer, closed))
            for question in closed:
                answers[question].append((brief.slug, answer))
            if not closed:
                unmatched.append((brief, answer))
    return Questions(
        every,
        {q: tuple(found) for q, found in answers.items()},
        {slug: tuple(found) for slug, found in answered.items()},
        tuple(unmatched),
    )


def same_question(a: str, b: str) -> bool:
    """Whether two texts are the same question, however they are capitalised and end."""
    return _bare(a) == _bare(b)


def _bare(text: str) -> str:
    return plain_quote(text).casefold().rstrip(" ?？؟.")
