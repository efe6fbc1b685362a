"""Questions on the pages of briefs and in their lists: the open ones, and those that were answered."""

from collections.abc import Iterator
from datetime import datetime

from annotated_briefings.base.dates import When
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.questions import Question
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.views.claims import AnsweredView, AnswerView, QuestionItemView, QuestionView
from annotated_briefings.site.views.linked_html import resolve
from annotated_briefings.site.views.lists import QuestionsView
from annotated_briefings.site.views.parts import LinkView

OPEN, ANSWERED = "/questions/", "/questions/answered/"


def question_views(context: SiteContext, brief: Brief, page: str) -> tuple[QuestionView, ...]:
    """The questions that a brief left open, with what others answered."""
    return tuple(
        QuestionView(
            f"question-{number}",
            resolve(html, page, context.catalog, brief.path),
            _answers(context, Question(brief.slug, number, html), page),
        )
        for number, html in enumerate(brief.unknowns, 1)
    )


def answered_views(context: SiteContext, brief: Brief, page: str) -> tuple[AnsweredView, ...]:
    """The questions of other briefs that a brief answers."""
    catalog = context.catalog
    return tuple(
        AnsweredView(
            answer.question,
            resolve(answer.html, page, catalog, brief.path),
            tuple(context.origin(catalog.brief_of[q.slug], f"#question-{q.number}") for q in closed),
        )
        for answer, closed in context.questions.answered.get(brief.slug, ())
    )


def _answers(context: SiteContext, question: Question, page: str) -> tuple[AnswerView, ...]:
    found = context.questions.answers.get(question, ())
    briefs = ((context.catalog.brief_of[slug], answer) for slug, answer in found)
    return tuple(
        AnswerView(resolve(answer.html, page, context.catalog, brief.path), context.origin(brief, "#answers"))
        for brief, answer in briefs
    )


def has_answers(context: SiteContext) -> bool:
    """Whether any question was answered: without one there is no list of them."""
    return not context.questions.answers.keys().isdisjoint(context.questions.every)


def question_pages(context: SiteContext, answered: bool = False) -> Iterator[QuestionsView]:
    """The open questions, or the answered ones, the newest first."""
    answers = context.questions.answers
    waiting = [q for q in context.questions.every if q not in answers]
    closed = [q for q in context.questions.every if q in answers]
    lists = (
        LinkView(context.words.text("open_questions"), OPEN, str(len(waiting))),
        LinkView(context.words.text("answered_questions"), ANSWERED, str(len(closed))),
    )
    url, chosen = (ANSWERED, closed) if answered else (OPEN, waiting)
    for part in parts_of(url, chosen, context.config.list_length):
        items = tuple(_item(context, question, part.url) for question in part.items)
        shown = lists if closed and not part.pager.number else ()
        yield QuestionsView(part.url, shown, answered, part.pager, items)


def _item(context: SiteContext, question: Question, page: str) -> QuestionItemView:
    brief = context.catalog.brief_of[question.slug]
    found = context.questions.answers.get(question, ())
    # An open question is shown with its day: how long ago that was would be wrong a day after the build.
    end = _moment(context.catalog.brief_of[found[0][0]].date) if found else None
    start = _moment(brief.date)
    age = context.words.span((end - start).days) if start and end else ""
    return QuestionItemView(
        resolve(question.html, page, context.catalog, brief.path),
        context.origin(brief, f"#question-{question.number}"),
        age,
        _answers(context, question, page),
    )


def _moment(when: When | None) -> datetime | None:
    return datetime.fromisoformat(when.instant) if when else None
