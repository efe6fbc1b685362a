"""Every reader takes any bytes: seeds, what fuzzing has found before, and mutations of seeds (`make fuzz` goes on)."""

from pathlib import Path

import pytest
from fuzz_seeds import SEEDS
from fuzz_targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

pytestmark = pytest.mark.slow

FOUND = sorted(path for path in (Path(__file__).parent / "fuzz" / "found").iterdir() if path.suffix != ".md")
SPLICES = [
    b"",
    b"\x00",
    b"\xff",
    b"\n",
    b"\r\n",
    b"\t",
    b" ",
    b"'",
    b'"',
    b"---\n",
    b": ",
    b"- ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"&a ",
    b"*a",
    b"!!python/object:os.system",
    b"|",
    b">",
    b"#",
    b"null",
    b"-1",
    b"1e999",
    b"9" * 20,
    b"9999-99-99",
    b"\xef\xbb\xbf",
    "\u202e".encode(),
    b"\xed\xa0\xbd",
    b"%00",
    b"<",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"&#0;",
    b"\\",
    b"\\u0000",
    b"javascript:",
    b"=\n",
    b"Content-Type: message/rfc822\n",
    b"/Length 9",
    b"\x1f\x8b",
]


def target_of(path: Path) -> str:
    """The target that a file was found for; its name starts with it."""
    return max((name for name in TARGETS if path.name.startswith(name)), key=len)


@st.composite
def mutated(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """A seed after a few cuts, repetitions and insertions."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + draw(st.sampled_from([0, 1, 8, 200])))))
        middle = draw(st.sampled_from(SPLICES)) if draw(st.booleans()) else data[start:end] * draw(st.integers(0, 3))
        data = data[:start] + middle + data[end:]
    return data[:20_000]


def test_every_target_has_seeds() -> None:
    assert SEEDS.keys() == TARGETS.keys()


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_break_nothing(name: str) -> None:
    for seed in SEEDS[name]:
        TARGETS[name](seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_breaks_nothing_any_more(path: Path) -> None:
    TARGETS[target_of(path)](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=examples(10))
@given(data=st.data())
def test_mutations_break_nothing(name: str, data: st.DataObject) -> None:
    TARGETS[name](data.draw(mutated(SEEDS[name])))
