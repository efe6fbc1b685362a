"""What is wrong with a site, by file: the same as when it is looked at whole."""

from random import Random

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report, sort_key
from annotated_briefings.base.source import Place
from annotated_briefings.preview.findings import NOTHING, findings

CODES = ("config", "reprint", "incoming", "output")


def some(random: Random, path: str) -> list[Diagnostic]:
    """Diagnostics of one file, some of them twice, in no order."""
    return [
        report(random.choice(CODES), f"fact {random.randrange(4)}", Place(path, random.randrange(3), 1), help="mend it")
        for _ in range(random.randrange(5))
    ]


def test_one_file_after_another_gives_what_all_files_at_once_give() -> None:
    random = Random(5)
    paths = [f"briefings/{name}.md" for name in "abcdef"]
    found = {path: some(random, path) for path in paths}
    known = findings(one for own in found.values() for one in own)
    for _ in range(200):
        path = random.choice(paths)
        found[path] = some(random, path)
        before, known = known, known.with_file(path, found[path])
        every = {one for own in found.values() for one in own}
        assert list(known.every) == sorted(every, key=sort_key)
        assert list(known.errors) == [one for one in known.every if one.severity is Severity.ERROR]
        assert known.errors == findings(every).errors
        assert list(known.since(before)) == [one for one in known.every if one not in before.every]
        assert findings(every).since(known) == known.since(findings(every)) == ()
        assert known.since(NOTHING) == known.every
