"""What an import prints."""

import pytest

from annotated_briefings.base.sentences import shortened_at_word
from annotated_briefings.cli.import_output import import_lines
from annotated_briefings.importer.outcome import HeldBack, ImportReport
from annotated_briefings.intake.compose import summary_of
from annotated_briefings.intake.formats.unused import UNUSED
from annotated_briefings.intake.model import LeftOut, UnsureGap
from annotated_briefings.intake.planning.sorting import KnownArticle


def test_unsure_gaps_are_listed_with_both_neighbours_and_the_line_that_settles_them() -> None:
    gap = UnsureGap("dump.txt", 98, 0.267, False, "The last words of one story. " * 8, "The first words of another.")
    done = ImportReport(
        read=1,
        articles=2,
        created=(),
        updated=(),
        removed=(),
        conflicts=("briefings/a.md",),
        unchanged=1,
        known=(KnownArticle("0123456789ab", "dump.txt, line 9", "briefings/b.md", "exact", "Dam opens"),),
        folded=(),
        stories=(),
        unsure=(gap,),
        refused=(("x.bin", "the file holds binary data, not text"),),
    )
    assert "\n".join(import_lines(done, dry_run=False)) == (
        "2 articles in 1 file\n"
        "  kept briefings/a.md: it has been edited where this import would change it; compare and decide\n"
        "  known: dump.txt, line 9 is a copy in briefings/b.md\n"
        "  not taken: x.bin: the file holds binary data, not text\n"
        "1 place to look at, where an article may or may not start:\n"
        "  dump.txt:98  probability 0.27, not taken as a start\n"
        "      before  The last words of one story. The last words of one story. The last words of one …\n"
        "      after   The first words of another.\n"
        "  to settle one, add a line to briefings/decisions.yaml and import again, for example:\n"
        "      - {split: dump.txt, line: 98}"
    )


def test_keys_that_were_not_used_are_counted_by_their_names() -> None:
    lines = [
        LeftOut(f"a.jsonl#{n}", f"{key}: some words", UNUSED, True) for n in (1, 2) for key in ("notes", "box")[:n]
    ]
    done = ImportReport(2, 2, (), (), (), (), 0, folded=(), stories=(), unsure=(), refused=(), left_out=tuple(lines))
    assert list(import_lines(done, dry_run=False)) == [
        "2 articles in 2 files",
        "  keys not used: notes (2 articles), box (1 article); `--json` and `--report` name their words",
    ]


@pytest.mark.parametrize(
    ("made", "held", "publish", "step"),
    [
        (1, 0, False, "next: read them with `briefings serve`; set `draft: false` when one is ready"),
        (
            1,
            0,
            True,
            "next: 1 brief is public at the next build; `briefings status --kind guess` lists what import concluded "
            "itself; read with `briefings serve`",
        ),
        (
            3,
            1,
            True,
            "next: 2 briefs are public at the next build; 1 not, as in the source; `briefings status --kind guess` "
            "lists what import concluded itself; read with `briefings serve`",
        ),
        (2, 2, True, "next: read them with `briefings serve`; set `draft: false` when one is ready"),
    ],
)
def test_the_next_step_fits_what_was_done(made: int, held: int, publish: bool, step: str) -> None:
    paths = tuple(f"briefings/{number}.md" for number in range(made))
    done = ImportReport(
        read=1,
        articles=made,
        created=paths,
        updated=(),
        removed=(),
        conflicts=(),
        unchanged=0,
        folded=(),
        stories=(),
        unsure=(),
        refused=(),
        titles=paths,
        held=tuple(HeldBack(path, "T", "private", "") for path in paths[:held]),
    )
    assert list(import_lines(done, dry_run=False, publish=publish))[-1] == step


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The gate is open again.", "The gate is open again."),
        ("The gate is open again, and barges go through from Monday on.", "The gate is open again, and …"),
        (
            "港口大桥自星期五晚上起对所有车辆关闭，因为检查人员在缆绳中发现了锈迹，修理需要六个星期。",
            "港口大桥自星期五晚上起对所有车辆关闭 …",
        ),
        ("港" * 40, "港" * 28 + " …"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesell …"),
    ],
)
def test_a_long_line_ends_at_a_word_a_mark_or_a_character(text: str, short: str) -> None:
    assert shortened_at_word(text, 30) == short
    assert len(short) <= 30


def test_the_summary_of_a_sentence_without_blanks_is_its_beginning() -> None:
    sentence = "港口大桥自星期五晚上起对所有车辆关闭，因为检查人员在缆绳中发现了锈迹" * 12 + "。"
    assert summary_of([sentence]).startswith("港口大桥自星期五")
    assert 140 < len(summary_of([sentence])) <= 280
