"""Imports that publish end in the same briefs in any order and portions, with decisions of editors before, between and
after them. Only what readers may have kept is that of the first import: the address of a page, and its permanent id.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from import_states import empty_site, portions_of, state
from many import examples
from test_decisions_in_any_order import ARTICLES, EVERY, ids

from annotated_briefings.importer.run import ImportRequest, run_import

pytestmark = pytest.mark.slow

_NAMES = re.compile(r"^(  versions: \[)(.*)\]$", re.MULTILINE)
_LASTING = re.compile(r"^(?:slug|id): .*\n", re.MULTILINE)


class Decided(NamedTuple):
    """Decisions of an editor, and the import before which they are made."""

    rejected: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    before: int = 0

    def lines(self) -> str:
        """What the file of decisions says."""
        kept = [f"- {{keep: {ids()[one]}}}\n" for one in sorted(self.kept - self.rejected)]
        return "".join([f"- {{reject: {ids()[one]}}}\n" for one in sorted(self.rejected)] + kept)


def published(portions: list[list[int]], decided: Decided) -> dict[str, str] | None:
    """The public briefs by headline, after imports that publish, without addresses and ids.

    None where a rejected article is a copy in a brief when it is decided: then the copy alone goes.
    """
    with TemporaryDirectory() as name:
        folder = empty_site(Path(name), ARTICLES)
        for n, portion in enumerate([*portions, []]):
            if n == decided.before:
                _, facts = state(folder)
                if any(facts.get(ids()[one], ("", "", ""))[2] for one in decided.rejected):
                    return None
                (folder / "briefings" / "decisions.yaml").write_text(decided.lines(), encoding="utf-8")
            files = tuple(folder / f"{one:02}.jsonl" for one in portion)
            run_import(ImportRequest(folder, files, publish=True))
        briefs, facts = state(folder)
    title_of = {Path(path).stem: text.partition("title: ")[2].partition("\n")[0] for path, text in briefs.items()}

    def by_title(found: re.Match[str]) -> str:
        return f"{found[1]}{sorted(title_of.get(slug, slug) for slug in found[2].split(', '))}]"

    assert not any("\ndraft: true" in text for text in briefs.values())
    own = [text.partition("\nid: ")[2].partition("\n")[0] for text in briefs.values()]
    assert len({*own}) == len(own)
    for identity, fact in facts.items():
        assert fact[0] != "brief" or fact[1] in briefs, identity
    assert briefs.keys() == {fact[1] for fact in facts.values() if fact[0] == "brief"}
    return {title_of[Path(path).stem]: _NAMES.sub(by_title, _LASTING.sub("", text)) for path, text in briefs.items()}


@cache
def together(rejected: frozenset[int], kept: frozenset[int]) -> dict[str, str] | None:
    return published([[*EVERY]], Decided(rejected, kept))


SOME = st.frozensets(st.sampled_from(EVERY), max_size=2)


@settings(
    max_examples=examples(5),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(portions=portions_of(len(ARTICLES)), decided=st.builds(Decided, SOME, SOME, st.integers(0, 6)))
@example(portions=[[1], [5], [7, 2, 3, 9], [4], [8], [6, 0]], decided=Decided())
@example(portions=[[8, 1], [9], [0, 6], [2, 3, 7], [5], [4]], decided=Decided(frozenset({5, 4}), before=4))
@example(portions=[[*EVERY]], decided=Decided(frozenset({8}), before=1))
@example(portions=[[6, 8, 3, 7], [0, 9, 1, 4, 5, 2]], decided=Decided(frozenset({1, 4}), frozenset({9})))
def test_public_briefs_are_the_same_in_any_order(portions: list[list[int]], decided: Decided) -> None:
    found = published(portions, decided._replace(before=min(decided.before, len(portions))))
    assert found is None or found == together(decided.rejected, decided.kept)


def steps(folder: Path, *portions: Sequence[int] | str) -> dict[str, tuple[str, str]]:
    """Addresses, permanent ids and headlines after imports that publish; a text is what the decisions are from then on.
    ``A`` and ``B`` are the ids of the first two articles."""
    empty_site(folder, ARTICLES)
    for portion in portions:
        if isinstance(portion, str):
            text = portion.replace("A", ids()[0]).replace("B", ids()[1])
            (folder / "briefings" / "decisions.yaml").write_text(text, encoding="utf-8")
        else:
            run_import(ImportRequest(folder, tuple(folder / f"{one:02}.jsonl" for one in portion), publish=True))
    briefs, _ = state(folder)
    lines = {path: dict(line.split(": ", 1) for line in text.split("\n")[1:4]) for path, text in briefs.items()}
    return {line["slug"]: (line["id"], line["title"]) for line in lines.values()}


KEEP, REJECT = "- {keep: A}\n", "- {reject: B}\n"


@pytest.mark.parametrize(
    "order",
    [
        ([0], [1], KEEP, [0], KEEP + REJECT, [1, 0]),
        ([0], [1], KEEP + REJECT, [1, 0]),
        ([0], [1], KEEP, [], KEEP + REJECT, []),
        ([1], [0], KEEP, [0], KEEP + REJECT, []),
        (REJECT, [1], [0], KEEP + REJECT, [0]),
        (KEEP + REJECT, [1], [0]),
    ],
)
def test_an_article_that_is_kept_has_its_own_address_and_id_whenever_that_was_decided(
    tmp_path: Path, order: tuple[Sequence[int] | str, ...]
) -> None:
    assert steps(tmp_path, *order) == {"last-kiln-goes-out": (ids()[0], "Last kiln goes out")}


def test_two_public_articles_that_are_parted_have_each_its_own_address_and_id(tmp_path: Path) -> None:
    assert steps(tmp_path, [0], [1], KEEP, [0]) == {
        "last-kiln-goes-out": (ids()[0], "Last kiln goes out"),
        "brickworks-closes": (ids()[1], "Brickworks closes"),
    }


TWO = """Harbour opens

The new harbour of Tideby opened on Monday after six years of work, and the first ferry came in at noon.
Two hundred people watched it from the old wall beside the fish hall.

Mill closes

The saw mill of Vess closes in May, its owner told forty workers on Friday, since the beams no longer sell.
The town council wants to buy the site for a school and forty flats.
"""


@pytest.mark.parametrize(
    "decisions", ["- {split: a.txt, line: 4}\n", "- {join: a.txt, line: 6}\n", "- {join: a.txt}\n"]
)
def test_a_text_that_is_split_anew_has_the_same_public_addresses_whenever_that_was_decided(
    tmp_path: Path, decisions: str
) -> None:
    def addresses(name: str, *steps: str | None) -> list[str]:
        folder = empty_site(tmp_path / name, ())
        (folder / "a.txt").write_text(TWO, encoding="utf-8")
        for step in steps:
            if step is not None:
                (folder / "briefings" / "decisions.yaml").write_text(step, encoding="utf-8")
            else:
                run_import(ImportRequest(folder, (folder / "a.txt",), publish=True, date="2026-03-01"))
        return sorted(path.stem for path in (folder / "briefings").glob("2*/*.md"))

    whole = addresses("whole", None)
    assert whole == ["harbour-opens", "mill-closes"]
    assert addresses("later", None, decisions, None) == addresses("first", decisions, None) != []
    assert addresses("taken-back", decisions, None, "", None) == whole
