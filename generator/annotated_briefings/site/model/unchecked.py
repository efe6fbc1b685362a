"""Notes and answers that quote somebody whose text was never collected: their readers are told so."""

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Annotation, Answer, Brief
from annotated_briefings.content.quotations.passages import quotations_in


def with_unchecked(brief: Brief, quotations: frozenset[str], words: Words) -> Brief:
    """A brief whose notes and answers say below their words that some of these quotations in them were not checked.

    Since the words are a part of the remark, every page, feed and file that shows it shows them too.
    """
    if not quotations:
        return brief
    message = words.text("quotation_unchecked")

    def holds(html: str) -> bool:
        # A brief of an earlier derivation says it already.
        return message not in html and any(quoted in quotations for quoted, _ in quotations_in(html, html=True))

    def note(one: Annotation) -> Annotation:
        if not holds(one.html):
            return one
        html = f'{one.html}\n<p class="unchecked"><small>{message}</small></p>'
        return replace(one, html=html, text=f"{one.text}\n{message}", source=f"{one.source.rstrip()}\n\n*{message}*\n")

    def answer(one: Answer) -> Answer:
        return replace(one, html=f"{one.html} <small>({message})</small>") if holds(one.html) else one

    return replace(brief, annotations=tuple(map(note, brief.annotations)), answers=tuple(map(answer, brief.answers)))
