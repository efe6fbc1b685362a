"""The review pages of the preview as HTML; only editors see them, and only on their own machine."""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from annotated_briefings.base.diagnostics import Diagnostic, Severity, show
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import ENTITY_TYPES, Brief
from annotated_briefings.editing.entity_suggestions import Suggestion
from annotated_briefings.editing.reanchor import NoteState, Proposal, word_difference
from annotated_briefings.importer.report_html import sides
from annotated_briefings.intake.model import UnsureGap
from annotated_briefings.preview.page_answer import BARE, FILES
from annotated_briefings.preview.review.data import CopyPair, Desk
from annotated_briefings.reports.pending import Pending
from annotated_briefings.site.model.changed_sources import ChangedSource
from annotated_briefings.site.urls import brief_url

SECTIONS = {"drafts": "Drafts", "imports": "Imports", "names": "Names", "notes": "Notes"}
"""Sections of the desk by the last part of their address."""


class Beside(Value):
    """What the lists show besides what is to be reviewed."""

    said: tuple[Diagnostic, ...] = ()
    """What the last button could not do."""
    found: tuple[Diagnostic, ...] = ()
    """What is wrong with the files of the site."""
    unread: tuple[str, ...] = ()
    """Briefs that cannot be read."""
    undo: str = ""
    """What would be undone next; empty for nothing."""


def desk_page(desk: Desk, section: str, token: str, beside: Beside) -> str:
    """One section."""
    links = "\n".join(
        f'<a href="/_desk/{name}/"{" aria-current=page" if name == section else ""}>{label}</a>'
        for name, label in SECTIONS.items()
    )
    said = escape("\n".join(map(show, beside.said)))
    problem = f'<p class="said" role="alert">{said}</p>' if said else ""
    undo = _form(token, "undo", f"Undo: {beside.undo}", {}) if beside.undo else ""
    inner = "\n".join(
        {"drafts": _drafts, "imports": _imports, "names": _names, "notes": _notes}[section](desk, token, beside)
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{SECTIONS[section]} · Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FILES}review.css">
</head>
<body>
<nav aria-label="Desk"><a href="/">Site</a>
{links}
<a href="/_desk/new/">New</a></nav>
<main>
<h1>{SECTIONS[section]}</h1>
{undo}
{problem}
{inner}
</main>
</body>
</html>
"""


def _form(token: str, do: str, label: str, fields: dict[str, str], more: str = "") -> str:
    hidden = "".join(
        f'<input type="hidden" name="{escape(k)}" value="{escape(v)}">'
        for k, v in {"token": token, "do": do, **fields}.items()
    )
    return f'<form method="post">{hidden}{more}<button>{escape(label)}</button></form>'


def _none(text: str) -> Iterator[str]:
    yield f"<p>{text}</p>"


def _drafts(desk: Desk, token: str, beside: Beside) -> Iterator[str]:
    if not (desk.drafts or beside.unread):
        yield from _none("No drafts.")
    for path in beside.unread:
        yield (
            f'<article><h2><a href="{BARE}?path={quote(path)}">{escape(path)}</a></h2>'
            f'<p class="quiet">cannot be read</p>{_wrong(path, beside.found)}</article>'
        )
    for brief in desk.drafts:
        address, title = escape(brief_url(brief.slug)), escape(brief.title)
        yield (
            f'<article><h2><a href="{address}">{title}</a></h2>'
            f'<p class="quiet">{escape(brief.path)}{_facts(brief)}</p><p>{escape(brief.summary)}</p>'
            f"{_wrong(brief.path, beside.found)}"
            f'<p><a class="button" href="{address}#desk-edit" aria-label="Edit {title}">Edit</a> '
            f'<a class="button" href="{address}#desk-publish" aria-label="Publish {title}">Publish…</a></p>'
            + (
                _form(token, "reject", "Leave it out for good", {"article": brief.articles[0], "path": brief.path})
                if brief.articles
                else ""
            )
            + "</article>"
        )


def _wrong(path: str, found: Sequence[Diagnostic]) -> str:
    """The errors and warnings of a brief."""
    own = [one for one in found if one.place.path == path and one.severity is not Severity.HINT]
    lines = "".join(f"<li>{one.severity.value}: {escape(one.message)}</li>" for one in own)
    return f'<ul class="wrong">{lines}</ul>' if own else ""


def _facts(brief: Brief) -> str:
    date = f" · {brief.date.iso}" if brief.date else " · no date"
    sure = f" · boundaries {brief.confidence}" if brief.confidence else ""
    guessed = f" · concluded by import: {', '.join(brief.derived)}" if brief.derived else ""
    story = f" · suggested story: {brief.suggested_story}" if brief.suggested_story and not brief.story else ""
    return escape(date + sure + guessed + story)


def _imports(desk: Desk, token: str, _: Beside) -> Iterator[str]:
    if not (desk.asked or desk.versions or desk.gaps or desk.copies):
        yield from _none("No import left anything to look at.")
    for one in desk.asked:
        yield _asked(one, token)
    for brief, changed in desk.versions:
        yield _version(brief, changed, token)
    for identity, gap in desk.gaps:
        yield _gap(identity, gap, token)
    for pair in desk.copies:
        yield _copy(pair, token)
    if desk.gaps or desk.copies:
        yield (
            '<p class="quiet">Decisions are lines of briefings/decisions.yaml. Import the same files again, and '
            "drafts that nobody has edited follow them; pending decisions are listed here and by briefings "
            "status.</p>"
        )


def _right(token: str, identity: str, label: str = "It is right so") -> str:
    return _form(token, "seen", label, {"id": identity})


def _asked(one: Pending, token: str) -> str:
    """A pending decision, or what was not taken."""
    button = _right(token, one.id, "Leave it out") if one.id else f'<p class="quiet">→ {escape(one.command)}</p>'
    return f"<article><h2>{escape(one.path)}</h2><p>{escape(one.message)}</p>{button}</article>"


def _version(brief: Brief, changed: ChangedSource, token: str) -> str:
    version = changed.version
    rows = "".join(
        f"<blockquote><del>{escape(change.was)}</del> <ins>{escape(change.now)}</ins></blockquote>"
        for change in version.changes
    )
    if not version.known:
        rows = "<p>What has changed cannot be told: the earlier text is not in collected/ here.</p>"
    rests = "".join(f"<li>{escape(one.part)}: {escape(one.shown)}</li>" for one in changed.rests)
    return (
        f'<article><h2><a href="{escape(brief_url(brief.slug))}">{escape(brief.title)}</a></h2>'
        f'<p class="quiet">{escape(brief.path)} · a source has changed'
        f"{': ' + escape(version.outlet) if version.outlet else ''}</p>{rows}"
        + (f"<p>This rests on it:</p><ul>{rests}</ul>" if rests else "")
        + _right(token, version.article, "The brief is right as it is")
        + "</article>"
    )


def _gap(identity: str, gap: UnsureGap, token: str) -> str:
    taken = "taken as the start of an article" if gap.chosen else "not taken as the start of an article"
    where = {"document": gap.document, "line": str(gap.line), "text": gap.after}
    buttons = (
        _right(token, identity)
        + _form(token, "split", "Split: an article starts here", where)
        + _form(token, "join", "Join: no article starts here", where)
    )
    return (
        f"<article><h2>{escape(gap.document)}, line {gap.line}</h2>"
        f'<p class="quiet">probability {gap.probability:.2f}, {taken}</p>'
        f"<blockquote>{escape(gap.before)}</blockquote><blockquote>{escape(gap.after)}</blockquote>{buttons}"
        "</article>"
    )


def _copy(pair: CopyPair, token: str) -> str:
    entry = pair.entry
    if pair.folded and pair.kept:
        left, right = sides(pair.folded, pair.kept)
        texts = (
            f'<div class="sides"><div aria-label="folded" tabindex="0" role="group">{left}</div>'
            f'<div aria-label="kept" tabindex="0" role="group">{right}</div></div>'
        )
    else:
        texts = '<p class="quiet">The collected texts are not here.</p>'
    buttons = (
        _right(token, entry.id)
        + _form(token, "keep", "Split: it is an article of its own", {"article": entry.id})
        + _form(token, "reject", "Leave it out for good", {"article": entry.id})
    )
    return (
        f"<article><h2>{escape(entry.file)}, {escape(entry.segment)}</h2>"
        f'<p class="quiet">{escape(entry.verdict)}, score {entry.score:.2f}; kept as {escape(pair.brief)}</p>'
        f"{texts}{buttons}</article>"
    )


def _names(desk: Desk, token: str, _: Beside) -> Iterator[str]:
    if not desk.names:
        yield from _none("The registry knows every name that was found.")
    known = "".join(f'<option value="{escape(e.id)}">{escape(e.name)}</option>' for e in desk.entities)
    for one in desk.names:
        yield _name(one, known, token)


def _name(one: Suggestion, known: str, token: str) -> str:
    types = "".join(f"<option{' selected' if kind == one.type else ''}>{kind}</option>" for kind in ENTITY_TYPES)
    chosen = f'<select name="type" aria-label="Type of {escape(one.name)}">{types}</select>'
    own = {"name": one.name}
    others = f'<select name="entity" aria-label="Entity that {escape(one.name)} is">{known}</select>'
    merge = _form(token, "merge-name", "Another name of this one", own, others) if known else ""
    also = f", also {escape(', '.join(one.aliases))}" if one.aliases else ""
    count = f"{len(one.briefs)} brief{'' if len(one.briefs) == 1 else 's'}"
    return (
        f'<article><h2>{escape(one.name)}</h2><p class="quiet">{count}{also}</p>'
        f"<blockquote>{escape(one.sentence)}</blockquote>"
        + _form(token, "accept-name", "Accept", own, chosen)
        + merge
        + _form(token, "no-name", "Reject: no entity", own)
        + "</article>"
    )


def _notes(desk: Desk, token: str, _: Beside) -> Iterator[str]:
    if not desk.notes:
        yield from _none("Every note is at its words.")
    for state, proposal in desk.notes:
        yield _note(state, proposal, token)


def _note(state: NoteState, proposal: Proposal, token: str) -> str:
    note = state.note
    own = {"note": note.id, "path": state.brief.path}
    why = proposal.why or "the wording has changed, and says the same"
    out = [
        f'<article><h2><a href="{escape(brief_url(state.brief.slug))}">{escape(state.brief.title)}</a></h2>',
        f'<p class="quiet">{escape(state.brief.path)}:{note.place.line} · {escape(note.kind)}'
        f"{' · ' + escape(note.author) if note.author else ''} · {escape(why)}</p>",
        f"<p>{escape(' '.join(note.text.split()))}</p>",
    ]
    if proposal.places:
        out += [
            f"<blockquote>{escape(place)}</blockquote>"
            + _form(token, "take-words", f"Here: place {number}", {**own, "place": str(number)})
            for number, place in enumerate(proposal.places, 1)
        ]
    elif proposal.changes:
        marks = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
        words = " ".join(marks[k].format(escape(run)) for k, run in word_difference(note.quote, proposal.quote))
        out.append(f"<blockquote>{words}</blockquote>" + _form(token, "take-words", "Take these words", own))
    else:
        out.append(f"<blockquote>{escape(note.quote)}</blockquote>")
    out.append(
        _form(
            token,
            "take-words",
            "Fix it to these words",
            own,
            f'<input name="quote" aria-label="Words of the text for note {escape(note.id)}" size="40">',
        )
    )
    return "".join(out) + "</article>"
