"""Cases of the preview, of dates that are written back, and of growth."""

import re
import shutil
from pathlib import Path

from casing import NOW, Case

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.editing.reanchor import reanchor
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session


def test_what_is_written_back_leaves_dates_comments_and_order_alone(case: Case) -> None:
    """DA-02"""
    text = (
        "---\ntitle: A   # as the editor wrote it\ndate: 2023-05-31 08:00:00+08:00\n"
        "updated: 2012-10-11T23:39:45-04:00\nodd_key: [1,2]\nsummary: 'In short.'\nannotations:\n"
        "  - quote: dropped 8%  # the figure\n    note: N.\n---\n\n"
        "Shipments dropped by 8 % in the first quarter of that year.\n"
    )
    file = case.write("briefings/a.md", text)
    reanchor(case.root, (), write=True, pin=True)
    after = file.read_text(encoding="utf-8")
    for line in (
        "title: A   # as the editor wrote it",
        "date: 2023-05-31 08:00:00+08:00",
        "updated: 2012-10-11T23:39:45-04:00",
        "odd_key: [1,2]",
        "summary: 'In short.'",
    ):
        assert line in after.splitlines()


def test_the_preview_gives_any_name_its_page(case: Case) -> None:
    """SV-13"""
    case.write("static/my file é.txt", "hello\n")
    case.brief("a", "title: A\ndate: 2026-08-13\nslug: 港-plan")
    session = Session(SessionRequest(case.root, "http://127.0.0.1:8000", True, False))
    session.open(NOW)
    assert session.file("briefs/港-plan/index.html")
    case.build()
    assert any(re.fullmatch(r"my file é\.\w+\.txt", path) for path in case.files())


def test_what_is_drawn_grows_with_the_site_and_not_faster(case: Case) -> None:
    """PF-01: counted in pages and in what they hold, since times tell of the machine."""

    def made(count: int) -> tuple[int, int]:
        for number in range(count):
            case.brief(
                f"p{number:04}",
                f"title: P {number}\ndate: 2026-01-{1 + number % 28:02}\n"
                f"tags: [{', '.join(f't{(number * 7 + k * 13) % 50}' for k in range(6))}]",
                "word " * 60 + "\n",
            )
        case.build()
        files = case.files()
        return len(files), sum(map(len, files.values()))

    (few, small), (many, large) = made(150), made(300)
    assert many / few < 2.2
    assert large / small < 2.4


def test_an_article_more_is_compared_and_not_everything_anew(case: Case, tmp_path: Path) -> None:
    """PF-05: what was read before is not read again."""
    rows = "".join(
        f'{{"title": "T{n}", "text": "{" ".join(f"w{(n * 31 + k * 17) % 997}" for k in range(60))}"}}\n'
        for n in range(300)
    )
    wire = tmp_path / "wire.jsonl"
    wire.write_text(rows, "utf-8")
    first = run_import(ImportRequest(root=case.root, paths=(wire,), progress=False))
    wire.write_text(rows + '{"title": "New", "text": "Something that nobody has told of before today."}\n', "utf-8")
    second = run_import(ImportRequest(root=case.root, paths=(wire,), progress=False))
    assert len(first.created) + len(first.folded) == 300
    assert len(second.created) == 1
    assert second.folded == ()


def test_output_and_memo_are_never_read_as_briefs(case: Case) -> None:
    """SV-03"""
    case.brief("a", "title: A\ndate: 2026-08-03")
    case.build()
    shutil.copy(case.root / "_site" / "briefs" / "a" / "index.md", case.root / "_site" / "b.md")
    case.write(".cache/c.md", "---\ntitle: C\n---\nText.\n")
    report = build(BuildRequest(case.root, NOW, search=False))
    assert report.briefs == 1
    assert (report.parsed, report.rendered) == (0, 0)
