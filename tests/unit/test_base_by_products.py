"""What programs leave behind is told by its whole name, and is in no part of a site."""

import pytest
from small_site import Case

from annotated_briefings.base.by_products import is_by_product
from annotated_briefings.base.diagnostics import show

LEFT = (
    "4913", "plan.bak", "plan.BAK", "plan.md.orig", "plan.rej", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.INI",
    "~$plan.docx", "~WRL0001.tmp", "plan.txt~", "#plan.txt#", ".#plan.txt", ".DS_Store", "._photo.jpg", ".plan.md.swp",
    "plan.swp", "plan.swo", ".~lock.plan.odt#", "plan.kate-swp", "node_modules", "__MACOSX", "__pycache__", "@eaDir",
    "$RECYCLE.BIN", "System Volume Information", "plan.old", "plan.temp", "plan.bak2", "plan.md.orig.3", "plan.r12",
    "plan.mine", "plan_LOCAL_4321.md", "plan.BASE.77.md", "plan.sync-conflict-20260501-120000-ABCDEF7.md",
    "film.mp4.part", "film.crdownload", "ehthumbs.db", "Icon\r", "lost+found",
    "id_rsa", "id_ed25519", "desk.kdbx", "desk.ppk", "plan.save", "plan.save.1", "Plan.LCK", "plan.dwl2",
    "plan (Anna's conflicted copy 2026-05-01).md", "plan (Konfliktkopie von Anna).md",
)  # fmt: skip
KEPT = (
    "bak.txt", "4913.pdf", "49130", "14913", "orig", "bak", "original.pdf", "plan.original.txt", "backup.zip",
    "old.html", "thumbs.db.txt", "thumbs.png", "desktop.ini.md", "node_modules.txt", "macosx.txt", "a~b.txt", "a#b.txt",
    "C#.md", "~plan.txt", "plan.swf", "part.txt", "part1.rar", "data_local_2024.csv", "tmp.csv", "swap.swap", "r12.txt",
    "mine", "sync-conflict.md", "a$b.pdf", "$100.txt", "Icon", "plan.bak.txt",
    "id_rsa.pub", "save.txt", "conflicted copy.md", "kdbx.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_programs_leave_behind_is_told_by_its_name(name: str) -> None:
    assert is_by_product(name)


@pytest.mark.parametrize("name", KEPT)
def test_a_name_that_only_looks_like_it_is_a_file_of_the_site(name: str) -> None:
    assert not is_by_product(name)


def test_none_of_it_is_published_and_one_hint_counts_it(case: Case) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01")
    brief = "---\ntitle: Leftover\nsummary: Leftover.\n---\nText.\n"
    for name in ("static/4913", "static/a/plan.bak", "static/__MACOSX/photo.txt", "static/.well-known/plan.orig"):
        case.write(name, "leftover")
    for name in ("briefings/node_modules/j.md", "briefings/~$a.md", "briefings/.b.md", "static/.DS_Store"):
        case.write(name, brief)
    case.write("templates/404.html.bak", "leftover")
    case.write("static/bak.txt", "kept")
    case.write("static/4913.pdf", "kept")
    files = case.build().files()
    assert not [name for name, data in files.items() if b"eftover" in data]
    assert {name.partition(".")[0] for name, data in files.items() if data == b"kept"} == {"bak", "4913"}
    assert case.report
    assert [show(d) for d in case.report.diagnostics if d.code == "by-product"] == [
        "briefings/node_modules: hint[by-product]: 7 files or folders that programs left behind are not part of the "
        "site: `briefings/node_modules`, `briefings/~$a.md`, `static/.well-known/plan.orig` and 4 more\n"
        "  help: delete what nobody needs, and give another name to what readers should have"
    ]
