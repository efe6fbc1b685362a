"""Sentences that must not be published are found in every kind of file, however the file writes them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.site.checks.unpublished_text import Secret

SENTENCE = 'The council will sell the "old" pier at Øresund to <b>Ferry & Sons</b> in autumn.'
SHOWN = 'The council will sell the "old" pier at Øresund to Ferry & Sons in autumn.'
HTML = "The council will <em>sell</em>\n  the &quot;old&quot; pier at &Oslash;resund to Ferry &amp; Sons in autumn."


def watch(*sentences: str, known: str = "") -> Watch:
    secrets = tuple(Secret("briefings/a.md", text, plain_quote(text)) for text in sentences)
    return Watch(secrets, plain_quote(known), plain_quote)


def hits(path: str, text: str, watched: Watch) -> tuple[int, ...]:
    return watched.hits(Output(path, text.encode(), ""))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.html", f"<p>{HTML}</p>"),
        ("page.html", f'<img alt="x"><p title="y">{HTML}</p>'),
        ("feed.xml", f"<entry><title>{HTML}</title></entry>"),
        ("feed.json", json.dumps({"items": [{"title": "x"}, {"content": SHOWN}]}, ensure_ascii=False)),
        ("list.json", json.dumps([[SHOWN]], ensure_ascii=False, indent=2)),
        ("one.json", json.dumps(SHOWN)),
        ("twin.md", SHOWN),
        ("llms.txt", SHOWN.replace(" ", "\n")),
        ("site.webmanifest", SHOWN),
    ],
)
def test_a_sentence_is_found_in_every_kind_of_file(path: str, text: str) -> None:
    assert hits(path, text, watch(SHOWN)) == (0,)
    assert hits(path, text.replace("autumn", "spring"), watch(SHOWN)) == ()


def test_a_file_that_is_no_valid_json_is_searched_as_text() -> None:
    assert hits("own.json", f"not JSON: {SHOWN}", watch(SHOWN)) == (0,)
    assert hits("own.json", "council {", watch(SHOWN)) == ()


def test_files_that_are_no_text_are_not_searched() -> None:
    assert hits("photo.png", SHOWN, watch(SHOWN)) == ()


WORDS = st.lists(st.sampled_from(["harbour", "ferry", "storm", "bridge", "council", "tower"]), min_size=4, max_size=6)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=8), st.lists(WORDS.map(" ".join), max_size=4))
def test_few_secrets_and_many_are_found_alike(sentences: list[str], shown: list[str]) -> None:
    """Up to fifty words are looked for one by one; of more the page is cut into words."""
    text = ". ".join(shown)
    found = hits("a.txt", text, watch(*sentences))
    assert found == tuple(n for n, sentence in enumerate(sentences) if sentence in text)
    others = [f"unique{n} sentence{n} that{n} occurs{n} nowhere{n}" for n in range(80)]
    assert hits("a.txt", text, watch(*sentences, *others)) == found


def test_a_sentence_of_public_words_is_found_too() -> None:
    """The words of a sentence may all be public, in other sentences, and the sentence itself may not."""
    watched = watch(SHOWN, known="In autumn: old Sons sell council The; will Ferry to in pier the Øresund at.")
    assert hits("a.txt", SHOWN, watched) == (0,)
    found = watched.diagnostic("a.txt", [0])
    assert found is not None
    assert found.code == "leak"


def test_a_sentence_without_a_long_word_does_no_harm() -> None:
    assert hits("a.txt", SHOWN, watch("It is up to us to do it, or so it is.", SHOWN)) == (1,)


def test_what_is_public_elsewhere_is_no_leak() -> None:
    assert watch(SENTENCE, known=f"Earlier. {SENTENCE}").diagnostic("a.html", [0]) is None
    found = watch(SENTENCE, known="The council will sell the old pier.").diagnostic("a.html", [0])
    assert found is not None
    assert found.message.startswith("a.html would hold `The council will sell")
    assert found.place.path == "briefings/a.md"
    # The first one may be public and the second not.
    second = "No other sentence is like this one here."
    found = watch(SENTENCE, second, known=SENTENCE).diagnostic("a.html", [0, 1])
    assert found is not None
    assert second[:-1] in found.message
