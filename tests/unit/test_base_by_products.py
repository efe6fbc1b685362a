"""What programs leave behind is told by its whole name, and is in no part of a site."""

import pytest
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.traces.by_products import copies_among, is_by_product

LEFT = (
    "4913", "plan.bak", "plan.BAK", "plan.md.orig", "plan.rej", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.INI",
    "~$plan.docx", "~WRL0001.tmp", "plan.txt~", "#plan.txt#", ".#plan.txt", ".DS_Store", "._photo.jpg", ".plan.md.swp",
    "plan.swp", "plan.swo", ".~lock.plan.odt#", "plan.kate-swp", "node_modules", "__MACOSX", "__pycache__", "@eaDir",
    "$RECYCLE.BIN", "System Volume Information", "plan.old", "plan.temp", "plan.bak2", "plan.md.orig.3", "plan.r12",
    "plan.mine", "plan_LOCAL_4321.md", "plan.BASE.77.md", "plan.sync-conflict-20260501-120000-ABCDEF7.md",
    "film.mp4.part", "film.crdownload", "ehthumbs.db", "Icon\r", "lost+found",
    "id_rsa", "id_ed25519", "desk.kdbx", "desk.ppk", "plan.save", "plan.save.1", "Plan.LCK", "plan.dwl2",
    "plan (Anna's conflicted copy 2026-05-01).md", "plan (Konfliktkopie von Anna).md",
    "Kopie von Plan.docx", "Copy of plan.md", "Copia di piano.pdf", "Copie de plan.odt", "Copia de plan.txt",
    "Cópia de plano.txt", "Kopia plan.txt", "plan – Kopie.md", "plan - Copy.md", "plan - Copy (2).md",
    "plan (Copy).html", "plan (Ann's conflicted copy 2031-02-03).txt", "plan (Konflikt 2031-02-03).md",
    "plan (SFConflict ann@x 2031-02-03).md", "plan-DESKTOP-7AB12CD.md",
    "plan (copie en conflit de Ann 2031-02-03).md", "plan_conflict-20310203-101010.md",
    "plan (kopia powodująca konflikt).md", "notes.php_old", "page.html_bak", "b.bak.md", "plan.old.md",
    "plan.orig.html", "nohup.out", "core.1234", ".fuse_hidden0000", "~$x.docx", ".#x", "x.orig", "x.rej",
    "desktop.ini", "Thumbs.db", "plan.md.bak~", "plan.md.1.bak", "x.md.save", "plan.md.tmp", "plan - コピー.md",
    "plan - 副本.md", "plan 的副本.md", "plan のコピー.md", "Копия plan.md", "plan — копия.md", "npm-debug.log",
    "yarn-error.log", "plan.crswap", "debug.log", "plan.download", "Untitled.textClipping", "plan.dbgsym.swp",
    "plan.html.LCK", "index.php~1~", "plan - Kopi.md", "plan – kopia.md", "Kopie van plan.md",
    "plan - kopie (2).txt", "plan.backup.md", "map.sketch", "film.prproj", "Poster.AFDESIGN", "post.pst", "db.accdb",
    "model.pkl", "production.env", "privkey1.pem", "server-key.pem", "logo.psb", "book.qxp",
)  # fmt: skip
KEPT = (
    "bak.txt", "4913.pdf", "49130", "14913", "orig", "bak", "original.pdf", "plan.original.txt", "backup.zip",
    "old.html", "thumbs.db.txt", "thumbs.png", "desktop.ini.md", "node_modules.txt", "macosx.txt", "a~b.txt", "a#b.txt",
    "C#.md", "~plan.txt", "plan.swf", "part.txt", "part1.rar", "data_local_2024.csv", "tmp.csv", "swap.swap", "r12.txt",
    "mine", "sync-conflict.md", "a$b.pdf", "$100.txt", "Icon",
    "id_rsa.pub", "save.txt", "conflicted copy.md", "kdbx.txt",
    "copy.md", "copyright.html", "Copy editing.md", "copy-of-the-treaty.pdf", "kopie.txt", "Kopenhagen.md",
    "report (2031).pdf", "map (north).svg", "chapter (12).pdf", "F-16 (2).md", "conflict.md",
    "konflikt-am-hafen.md", "conflict (Sudan).md", "old.md", "old-town.md", "plan_old_town.md", "the-old.pdf",
    "orig.md", "original.md", "output.out.pdf", "nohup.md", "core.js", "core.css", "score.1234", "save.md",
    "backup-power.md", "how-to-back-up.md", "hard copy.pdf", "photocopy.jpg", "copy-desk.html", "log.txt",
    "changelog.log", "debug.js", "temp.csv", "template.html", "part-2.pdf", "Copia.md", "la copia.md",
    "duplicate.md", "副本.md", "plan-b.md", "x-1.md", "desktop.md", "ann-DESKTOP.md", "report 2.pdf", "report-v2.pdf",
    "image (1) of 3.jpg", "Copy.pdf", "chain.pem", "monkey.pem", "tiles.pmtiles", "rows.parquet", "fig.png",
    "environment.md", "sketch.svg", "sketch",
)  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_programs_leave_behind_is_told_by_its_name(name: str) -> None:
    assert is_by_product(name)


@pytest.mark.parametrize("name", KEPT)
def test_a_name_that_only_looks_like_it_is_a_file_of_the_site(name: str) -> None:
    assert not is_by_product(name)


def test_a_copy_with_a_doubtful_name_is_one_beside_its_original() -> None:
    copies = ("plan copy.md", "plan copy 2.md", "plan (1).md", "plan(2).html", "Plan Kopie.md", "плана копия.md")
    honest = ("hard copy.pdf", "chapter (1).md", "photo (1).jpg", "plan 2.md", "plan (north).md")
    beside = ("plan.md", "plan.html", "photo.jpg", "плана.md")
    assert copies_among((*copies, *honest, *beside)) == frozenset(copies)
    assert copies_among((*copies, *honest)) == frozenset()


@pytest.mark.slow
def test_none_of_it_is_published_and_one_hint_counts_it(case: Case) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01")
    brief = "---\ntitle: Leftover\nsummary: Leftover.\n---\nText.\n"
    for name in ("static/4913", "static/a/plan.bak", "static/__MACOSX/photo.txt", "static/.well-known/plan.orig"):
        case.write(name, "leftover")
    for name in ("briefings/j.bak.md", "briefings/a (1).md", "briefings/Kopie von a.md", "static/a - Copy.txt"):
        case.write(name, brief)
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
        "briefings/Kopie von a.md: hint[by-product]: 11 files or folders that programs left behind are not part of the "
        "site: `briefings/Kopie von a.md`, `briefings/a (1).md`, `briefings/j.bak.md` and 8 more\n"
        "  help: delete what nobody needs; give another name to what readers should have, or list it under "
        "`publish_files:` in site.yaml"
    ]
