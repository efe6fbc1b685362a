"""What an import says."""

from annotated_briefings.cli.import_output import import_lines
from annotated_briefings.importer.run import ImportReport
from annotated_briefings.intake.model import UnsureGap
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
        known=(KnownArticle("0123456789ab", "dump.txt, line 9", "briefings/b.md", "exact"),),
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
