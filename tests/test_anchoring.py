"""Notes never land on the wrong words: a labelled set of edits, with the figures that it gives.

Every quote of ``data/edits.yaml`` is changed in wording and in structure, with the words around it stored and without.
A note is wrong when it stands on a passage that says something else; it is lost when it is refused though its passage
says the same. The rules were made with this set at hand, so that its figures are those of known edits.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.content.annotations import AMBIGUOUS, ANCHORED, ORPHAN, anchor, find_exact
from annotated_briefings.content.markdown.plaintext import plain, plain_quote

pytestmark = pytest.mark.slow

DATA = yaml.safe_load((Path(__file__).parent / "data" / "edits.yaml").read_text(encoding="utf-8"))
CONTEXT = 32


@dataclass(frozen=True)
class Case:
    """One edit and what must become of the note."""

    kind: str
    quote: str
    prefix: str
    suffix: str
    text: str
    wanted: str
    """The passage that the note belongs to now; empty when there is none."""
    must: bool
    """Whether refusing it counts as lost; without stored context a changed passage may be refused."""


def sentence_of(text: str, quote: str) -> str:
    """The sentence, or part between stops, that holds a quote."""
    at = text.index(quote)
    stops = ".!?。؟\n"
    left = max(text.rfind(stop, 0, at) for stop in stops) + 1
    ends = [n for n in (text.find(stop, at + len(quote)) for stop in stops) if n >= 0]
    return text[left : min(ends) + 1].strip(" \n")


def cases() -> Iterator[Case]:
    """Every edit of every quote, with context and without."""
    for entry in DATA["quotes"]:
        paragraphs = [" ".join(p.split()) for p in DATA["texts"][entry["text"]].split("\n\n")]
        text, quote = "\n".join(paragraphs), entry["quote"]
        at = text.index(quote)
        context = (text[max(0, at - CONTEXT) : at], text[at + len(quote) : at + len(quote) + CONTEXT])
        sentence = sentence_of(text, quote)
        middle = quote.find(" ", len(quote) // 2) + 1 or len(quote) // 2
        for prefix, suffix in (context, ("", "")):
            with_context = bool(prefix or suffix)

            def case(
                kind: str,
                new: str,
                wanted: str,
                must: bool,
                around: tuple[str, str] = (prefix, suffix),
                of: str = quote,
            ) -> Case:
                return Case(kind, of, *around, new, wanted, must)

            yield case("untouched", text, quote, True)
            yield case(
                "typographic quotes and spaces",
                text.replace("'", "’").replace(" ", "\u00a0"),
                quote.replace("'", "’").replace(" ", "\u00a0"),
                True,
            )
            for harmless in entry["harmless"]:
                yield case("harmless edit", text.replace(quote, harmless), harmless, with_context)
            for other in entry["other"]:
                yield case("another meaning", text.replace(quote, other), "", True)
            yield case("deletion", text.replace(sentence, ""), "", True)
            yield case("deletion, a look-alike stays", text.replace(sentence, "") + f"\n{entry['other'][0]}.", "", True)
            moved = text.replace(sentence, "").strip() + "\n" + sentence
            yield case("move", moved, quote, False)
            copied = sentence + "\n" + text
            yield case("duplication", copied, quote, False)
            yield case("split paragraph", text.replace(sentence, f"\n{sentence}\n"), quote, True)
            yield case("merged paragraphs", text.replace("\n", " "), quote, True)
            yield case(
                "paragraph break within",
                text.replace(quote, quote[:middle].rstrip() + "\n" + quote[middle:]) if " " in quote else text,
                quote,
                True,
            )
            yield case("edit elsewhere", "A new first sentence.\n" + text + "\nA new last one.", quote, True)


CASES = list(cases())


def lands_right(case: Case, start: int, end: int) -> bool:
    """Whether a passage is, but for a word at its edges, the one that is wanted."""
    found, wanted = plain_quote(case.text[start:end]), plain_quote(case.wanted)
    return bool(wanted) and (found in wanted or wanted in found) and abs(len(found) - len(wanted)) <= len(wanted) // 3


def test_no_note_lands_on_the_wrong_words_and_few_are_lost(capsys: pytest.CaptureFixture[str]) -> None:
    wrong: list[tuple[str, str, str]] = []
    lost: list[tuple[str, str, str]] = []
    total: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for case in CASES:
        found = anchor(case.text, case.quote, case.prefix, case.suffix)
        kind = case.kind + ("" if case.prefix or case.suffix else ", no context")
        if found.passage and not lands_right(case, found.passage.start, found.passage.end):
            wrong.append((kind, case.quote, found.found))
        if case.wanted:
            total[kind] += 1
            kept[kind] += found.passage is not None
            if case.must and found.passage is None:
                lost.append((kind, case.wanted, found.why))
    must = [case for case in CASES if case.wanted and case.must]
    recall = 1 - len(lost) / len(must)
    with capsys.disabled():
        print(f"\nanchoring: {len(CASES)} edits, {len(wrong)} on wrong words, recall {recall:.3f} of {len(must)}")
        for kind in total:
            print(f"  {kind:40} {kept[kind]:3} of {total[kind]:3}")
    assert len(CASES) >= 200
    assert wrong == []
    assert recall >= 0.97, lost


def test_a_duplicated_passage_without_context_is_ambiguous_and_said() -> None:
    found = anchor("Rain fell. Snow fell. Rain fell.", "Rain fell")
    assert (found.state, found.places, found.passage) == (AMBIGUOUS, 2, None)
    assert found.why == "nothing says which of them is meant"
    text = anchor("Rain fell. Snow fell. Rain fell.", "Rain fell", "Snow fell.")
    assert text.passage is not None
    assert text.passage.start == 22


def test_a_look_alike_of_a_short_quote_is_refused_with_the_reason() -> None:
    text = "Acme hired 40 people in May. Later the chief of Beta said that it paid 8% more to banks."
    found = anchor(text, "8%", "shipments fell by", "in the first quarter")
    assert (found.state, found.passage) == (ORPHAN, None)
    assert found.why == "the words are there, but between others: they may be a look-alike of the passage"


def test_a_long_look_alike_is_refused_where_no_context_can_tell_it() -> None:
    text = "The minister declined to comment on Friday after the talks."
    found = anchor(text, "The ministry declined to comment on Friday after the talks")
    assert (found.state, found.passage) == (ORPHAN, None)
    assert found.why == "a word has changed: `ministry` is now `minister`"


def test_the_reason_names_what_has_changed() -> None:
    text = "Its shipments fell by 9% in the first quarter, said Canalys."
    found = anchor(text, "fell by 8% in the first quarter", "Its shipments", ", said Canalys")
    assert (found.state, found.why) == (ORPHAN, "a figure has changed: `8` is now `9`")
    assert found.found == "fell by 9% in the first quarter"


@pytest.mark.parametrize(
    ("quote", "text", "state"),
    [
        ("It cost 9 millions", "The bridge opened. It cost 9 million crowns.", ANCHORED),
        ("roughly 900 homes", "The plan: roughly 900 home. Then nothing else.", ANCHORED),
        ("A million came to see it", "Millions came to see it on Monday evening.", ORPHAN),
        ("It cost 9 millions", "The bridge opened. It cost 9 billion crowns.", ORPHAN),
    ],
)
def test_a_plural_is_a_slip_and_another_scale_is_another_figure(quote: str, text: str, state: str) -> None:
    assert anchor(text, quote).state == state


def test_a_passage_never_begins_or_ends_within_a_figure() -> None:
    for old, new in (("8%", "9%"), ("8.5 million", "9.5 million"), ("1,200", "7,200"), ("12:30", "14:30")):
        for quote, text in (
            (f"{old} of the power", f"They give {new} of the power, it says."),
            (f"They give {old}", f"They give {new} of the power, it says."),
        ):
            found = anchor(text, quote)
            assert found.state == ORPHAN
            assert new.split()[0] in found.found
            assert found.why.startswith("a figure has changed")


def test_a_passage_may_begin_with_the_figure_that_a_text_begins_with() -> None:
    for figure in ("5%", "2.5 million", "25 million"):
        text = f"{figure} of the harbour staff lost thier jobs in May. The rest stayed on."
        found = anchor(text, f"{figure} of the harbour staff lost their jobs in May.", "", " The rest stayed on.")
        assert (found.state, found.passage and found.passage.start) == (ANCHORED, 0)


def test_a_quote_may_cross_unseen_characters_and_many_spaces() -> None:
    text = "The soft\u00adware of Cafe\u0301 Acme runs  here."
    found = find_exact(text, "software of Café Acme runs here")[1]
    assert found is not None
    assert text[found.start : found.end] == text[4:-1]


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=10), st.text(max_size=10))
def test_any_text_and_quote_give_an_answer(text: str, quote: str, prefix: str, suffix: str) -> None:
    found = anchor(text, quote, prefix, suffix)
    assert (found.passage is not None) == (found.state == ANCHORED)
    if found.passage:
        assert 0 <= found.passage.start < found.passage.end <= len(text)


@given(st.text(alphabet=st.sampled_from('aé e\u0301\n \u00a0\u200b\u00adい’"'), max_size=30))
def test_plain_text_leads_back_to_its_own_offsets(text: str) -> None:
    whole = plain(text)
    assert len(whole.starts) == len(whole.text) + 1
    assert list(whole.starts) == sorted(whole.starts)
    for at in range(len(whole.text)):
        start, end = whole.span(at, at + 1)
        assert start == whole.starts[at] < end <= len(text)
