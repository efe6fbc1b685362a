"""Notes whose passages are hard to find, or gone."""

from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings.base.i18n import read_words
from annotated_briefings.base.source import Source

TEMPLATES = Path(__file__).parents[2] / "templates"
WORDS = read_words(Source("words.yaml", (TEMPLATES / "words.yaml").read_text(encoding="utf-8")), None)[0]


def noted(case: Case, body: str, *notes: str) -> None:
    entries = "\n".join(f"  - {{{note}}}" for note in notes)
    case.brief("x", f"title: X\ndate: 2026-05-01\nannotations:\n{entries}", body)
    case.build()


def marks(case: Case) -> list[str]:
    return [mark.get_text() for mark in case.page("briefs/x/index.html").select(".text mark")]


def test_a_note_is_never_put_on_unrelated_words(case: Case) -> None:
    """A note whose quote is gone is reported and marks no other words. (AN-01)"""
    noted(
        case,
        "The yard now seeks developers and designers for spring.\n",
        'quote: "Developer, Frontend", prefix: "Open posts: ", suffix: " (full time)", note: An old remark.',
    )
    assert marks(case) == []
    assert "An old remark." in case.text("briefs/x/index.html")
    [line] = case.reported("orphan-annotation")
    assert line.startswith("briefings/x.md:5:")


def test_the_words_around_tell_equal_passages_apart(case: Case) -> None:
    """A quote that occurs several times is marked where the context of the note says; without one it is reported.
    (AN-02)
    """
    noted(
        case,
        "The pump failed at dawn. Crews came. The pump failed at noon. Crews left. The pump failed at dusk.\n",
        'quote: The pump failed, prefix: "Crews came. ", suffix: " at noon", note: Second.',
        "quote: The pump failed, note: Which?",
    )
    assert marks(case) == ["The pump failed"]
    assert len(case.reported("ambiguous-annotation")) == 1
    before = case.html("briefs/x/index.html").split("<mark")[0]
    assert "Crews came." in before
    assert "Crews left." not in before


@pytest.mark.parametrize(
    "note",
    [
        'quote: just below, prefix: "place that ", suffix: " the body tag, see help"',
        'quote: just below, prefix: "place that **", suffix: "** the `body` tag"',
    ],
)
def test_quotes_and_their_contexts_are_compared_with_the_text_as_it_is_read(case: Case, note: str) -> None:
    """Quote and context of a note are compared with the text that a reader sees, without Markdown or HTML. (AN-03)"""
    noted(
        case, "Ideally, place that **just below** the `body` tag, see [help](https://h.example).\n", f"{note}, note: N."
    )
    assert marks(case) == ["just below"]
    assert case.reported("orphan-annotation", "ambiguous-annotation") == []


def test_a_quote_across_items_and_paragraphs_is_marked_in_pieces(case: Case) -> None:
    """A quote over several list items or paragraphs is marked within each, so that the HTML stays valid. (AN-05)"""
    noted(
        case,
        "The list:\n\n- first point ends here\n- second point starts now\n\nNew paragraph follows.\n",
        "quote: ends here second point, note: Two items.",
        "quote: starts now New paragraph, note: Item and more.",
    )
    assert marks(case) == ["ends here", "second point", "starts now", "New paragraph"]
    assert not case.page("briefs/x/index.html").select("mark li, mark p, mark ul, ul > mark")


def test_straight_and_curly_quotes_and_dashes_are_the_same(case: Case) -> None:
    """A quote typed with straight quotation marks and hyphens is found in a text with typographic ones. (AN-07)"""
    noted(
        case,
        '"It\'s done" -- said the mayor... and left. Then: “It’s late” — she added…\n',
        'quote: "It’s done” – said", note: One.',
        "quote: '\"It''s late\" - she added...', note: Two.",
    )
    assert case.reported("orphan-annotation") == []
    assert [mark.rstrip("…") for mark in marks(case)] == ["It's done\" -- said", "“It’s late” — she added"]


def test_a_quote_over_links_and_emphasis_is_found_and_leaves_them_working(case: Case) -> None:
    """A quote that spans links, emphasis and code is marked whole, and they still work. (AN-10)"""
    noted(
        case,
        "The **chief** [engineer](https://e.example) of *line* `four` resigned &amp; left.\n",
        'quote: "chief engineer of line four resigned & left", note: N.',
    )
    assert " ".join("".join(marks(case)).split()) == "chief engineer of line four resigned & left"
    text = case.page("briefs/x/index.html").select_one(".text")
    assert text is not None
    assert [text.find(name) is not None for name in ("strong", "em", "code")] == [True] * 3
    assert text.select_one("a[href='https://e.example']") is not None


@pytest.mark.parametrize("language", WORDS)
def test_a_note_on_words_at_two_places_tells_no_reader_that_the_text_has_changed(case: Case, language: str) -> None:
    """Only a note whose words were once there says so; one on words at several places is shown without. (AN-06)"""
    case.write("site.yaml", f"title: T\nbase_url: https://p.example\nlanguage: {language}\n")
    note = "{quote: north mole, note: Built in 1911.}"
    case.brief(
        "b",
        f"title: B\ndate: 2026-04-30\nannotations: [{note}]",
        "The north mole is old. Ferries leave the north mole.\n",
    )
    case.brief(
        "c",
        "title: C\ndate: 2026-04-30\nannotations: [{quote: The port is old and has three cranes, note: Gone.}]",
        "The port is old and has two cranes.\n",
    )
    case.build()
    text = " ".join(WORDS[language].text("passage_changed").split())
    assert text in case.text("briefs/c/index.html")
    assert not any(
        text in data.decode("utf-8", "ignore") for name, data in case.files().items() if name.startswith("briefs/b/")
    )
