"""The report of an import as a page to read: what was made, what was folded and how the texts differ."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from html import escape

from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.intake.model import Folded

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Import report</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.6rem } h2 { margin-top: 2.5rem; font-size: 1.2rem } h3 { font-size: 1rem; margin: 2rem 0 0.3rem }
table { border-collapse: collapse; width: 100% }
td, th { padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid #8886; text-align: left; vertical-align: top }
.sides td { width: 50%; font: 0.95rem/1.5 Georgia, serif }
del { background: #f005; text-decoration: none } ins { background: #0a05; text-decoration: none }
.quiet { opacity: 0.75 }
</style>
</head>
<body>
<h1>Import report</h1>
"""


def report_page(done: ImportReport) -> str:
    """The whole page."""
    return _HEAD + "\n".join(_parts(done)) + "\n</body>\n</html>\n"


def _parts(done: ImportReport) -> Iterator[str]:
    counts = (
        ("files read", done.read),
        ("articles found", done.articles),
        ("briefs written", len(done.created)),
        ("briefs updated", len(done.updated)),
        ("articles known already", done.unchanged),
        ("folded", len(done.folded)),
        ("not taken", len(done.refused)),
        ("places to look at", len(done.unsure)),
    )
    yield _table(((what, str(count)) for what, count in counts), "what", "number")
    if done.created:
        yield "<h2>Briefs written</h2>"
        yield _table(zip(done.titles, done.created, strict=True), "headline", "file")
    if done.updated or done.conflicts:
        yield "<h2>Briefs with a new version</h2>"
        states = [(path, "updated") for path in done.updated]
        states += [(path, "left as it is: compare and decide") for path in done.conflicts]
        yield _table(states, "file", "state")
    if done.stories:
        yield "<h2>One story?</h2>"
        yield "<p>These seem to tell of the same event in other words. Nothing was folded.</p>"
        yield _table(((story.id, path) for story in done.stories for path in story.briefs), "suggested story", "brief")
    if done.unsure:
        yield "<h2>Places where an article may or may not start</h2>"
        for gap in done.unsure:
            decision = "taken as a start" if gap.chosen else "not taken as a start"
            yield f"<h3>{escape(gap.document)}, line {gap.line}: probability {gap.probability:.2f}, {decision}</h3>"
            yield f'<p class="quiet">{escape(gap.before)}</p>\n<p>{escape(gap.after)}</p>'
    if done.held:
        yield "<h2>Held back, because their sources are not public</h2>"
        marks = (
            (f"{h.title} ({h.path})", ", ".join(filter(None, (h.why, h.until and f"until {h.until}"))))
            for h in done.held
        )
        yield _table(marks, "brief", "the source says")
    if done.left_out:
        yield "<h2>Left out: what is no news, and is in no brief</h2>"
        yield _table(((f"{line.path}: {line.text}", line.why) for line in done.left_out), "words", "why")
    if done.refused:
        yield "<h2>Not taken</h2>"
        yield _table(done.refused, "what", "why")
    if done.known:
        yield "<h2>Known articles</h2>"
        yield _table(((one.where, one.verdict, one.brief) for one in done.known), "where", "what it is", "brief")
    if done.older:
        yield "<h2>Earlier versions</h2>"
        yield _table(
            ((o.where, o.brief, "not known" if o.undated else "") for o in done.older),
            "where",
            "brief of the newest",
            "order",
        )
    if done.links:
        yield "<h2>Much alike, and not the same</h2>"
        briefs = dict(done.briefs)
        rows = (
            (briefs.get(link.article, ""), briefs.get(link.other, ""), link.relation, "; ".join(link.differs))
            for link in done.links
        )
        yield _table(rows, "brief", "brief", "what they are", "what differs")
    if done.folded:
        yield "<h2>Folded copies</h2>"
        texts, briefs = dict(done.texts), dict(done.briefs)
        for found in done.folded:
            yield from _copy(found, texts, briefs)


def _copy(found: Folded, texts: dict[str, str], briefs: dict[str, str]) -> Iterator[str]:
    yield f"<h3>{escape(found.where)} into {escape(briefs.get(found.into, found.into))}</h3>"
    named = f", {escape(found.source)}" if found.source else ""
    yield f'<p class="quiet">{escape(found.verdict)}{named}, score {found.score:.2f}: {escape(found.why)}</p>'
    if found.verdict != "exact" and found.article in texts and found.into in texts:
        left, right = sides(texts[found.article], texts[found.into])
        yield (
            f'<table class="sides"><tr><th>folded</th><th>kept</th></tr><tr><td>{left}</td><td>{right}</td></tr>'
            "</table>"
        )


def sides(folded: str, kept: str) -> tuple[str, str]:
    """Two texts with the words marked that only one of them has."""
    left: list[str] = []
    right: list[str] = []
    for mark, words in compared_runs(folded, kept):
        shown = escape(words)
        if mark != "+":
            left.append(shown if mark == "=" else f"<del>{shown}</del>")
        if mark != "-":
            right.append(shown if mark == "=" else f"<ins>{shown}</ins>")
    return "".join(left).replace("\n", "<br>\n"), "".join(right).replace("\n", "<br>\n")


def compared_runs(folded: str, kept: str) -> Iterator[tuple[str, str]]:
    """Two texts as runs of words: `=` for equal ones, `-` for those of the first alone, `+` for those of the second."""
    a, b = _words(folded), _words(kept)
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "=", "".join(a[a1:a2])
        else:
            yield from ((mark, "".join(words)) for mark, words in (("-", a[a1:a2]), ("+", b[b1:b2])) if words)


def _words(text: str) -> list[str]:
    out: list[str] = []
    for line in text.split("\n"):
        out += [word + " " for word in line.split()]
        out.append("\n")
    return out


def _table(rows: Iterable[tuple[str, ...]], *heads: str) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table><tr>{head}</tr>\n{body}</table>"
