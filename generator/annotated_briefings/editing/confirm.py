"""What import concluded, confirmed, corrected or refused by an editor: the smallest edits of the briefs."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Severity, did_you_mean, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import (
    ENTRIES,
    Guess,
    can_be_refused,
    confirming,
    correcting,
    empty_field,
    guesses_in,
    imported_from,
    refusing,
)
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.intake.proofs import LedgerFacts
from annotated_briefings.project.briefs import Parsed, parse_all, parse_options
from annotated_briefings.project.load import load_site
from annotated_briefings.project.paths import in_site
from annotated_briefings.project.provenance import made_draft, wrote_entries
from annotated_briefings.storage.edit_file import Refused, cannot_patch
from annotated_briefings.storage.transaction import Edit, apply_edits


class Way(StrEnum):
    """How a guess is settled."""

    CONFIRM = "confirm"
    """It is right: it stays, and what was only suggested is written."""
    CORRECT = "correct"
    """Another value takes its place."""
    REFUSE = "refuse"
    """It is taken out."""


class Settled(Value):
    """What settling guesses did, or would do."""

    what: str = ""
    """In words."""
    guesses: tuple[tuple[str, Guess], ...] = ()
    """The guesses, each with the file of its brief."""
    edits: tuple[Edit, ...] = ()
    """Files before and after."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What prevented it; then nothing is changed."""


class SettleRequest(Value):
    """Which guesses to settle, and how."""

    briefs: tuple[str, ...]
    """Briefs by file, name of file or slug; all of them where none is given."""
    fields: tuple[str, ...] = ()
    """Names of guesses; all of them where none is given."""
    way: Way = Way.CONFIRM
    """How."""
    value: str = ""
    """For a correction: what takes the place of the guess."""


def settle_guesses(root: Path, asked: SettleRequest, *, dry_run: bool = False) -> Settled:
    """Settle guesses of briefs, all or none of them."""
    parsed = parse_all(root, loaded := load_site(root))
    try:
        chosen = _chosen(parsed, [in_site(root, name) for name in asked.briefs])
        plan = [(one, _named(root, one.source, asked)) for one in chosen]
        zone, language = parse_options(loaded.config).zone, loaded.config.language
        edits = [
            Edit(one.source.path, one.source.text, settled_text(one.source, guesses, asked, zone, language))
            for one, guesses in plan
            if guesses
        ]
    except Refused as refused:
        return Settled(diagnostics=refused.args)
    guesses = tuple((one.source.path, guess) for one, found in plan for guess in found)
    what = f"{asked.way} {', '.join(dict.fromkeys(guess.field for _, guess in guesses))}"
    found = apply_edits(root, edits, what) if edits and not dry_run else ()
    return Settled(what, guesses, tuple(edits), found)


def settled_text(
    source: Source, guesses: Sequence[Guess], asked: SettleRequest, zone: str = "UTC", language: str = ""
) -> str:
    """The file of a brief with some of its guesses settled. Raises Refused where that is impossible or makes an error;
    ``zone`` and ``language`` are those of the site."""
    if asked.way is Way.REFUSE:
        if kept := next((guess for guess in guesses if not can_be_refused(guess)), None):
            raise _refused(
                source.path,
                f"a brief needs its `{kept.field}`",
                f"confirm it, or write another one: `--field {kept.field} --as ...`",
            )
        changes = refusing(source.text, guesses)
    elif asked.way is Way.CORRECT:
        if listed := next((guess for guess in guesses if guess.field in ENTRIES), None):
            raise _refused(source.path, f"`{listed.field}` is no single text", "correct it in the file, and confirm it")
        changes = tuple(c for guess in guesses for c in correcting(source.text, guess, asked.value))
    else:
        changes = confirming(source.text, guesses)
    after = patch_front_matter(source.text, changes)
    if after is None:
        raise Refused(cannot_patch(source.path))
    known = {(d.code, d.message) for d in parse_brief(source, zone, language)[1]}
    _, found = parse_brief(Source(source.path, after), zone, language)
    made = [d for d in found if d.severity is Severity.ERROR and (d.code, d.message) not in known]
    if made:
        raise Refused(made[0])
    return after


def _chosen(parsed: Sequence[Parsed], names: Sequence[str]) -> list[Parsed]:
    """The briefs of some names, in the order of their files."""
    if not names:
        return list(parsed)
    by_name: dict[str, Parsed] = {}
    for one in parsed:
        stem = one.source.path.rpartition("/")[2].removesuffix(".md")
        slug = one.brief.slug if one.brief else stem
        for name in (one.source.path, one.source.path.rpartition("/")[2], stem, slug):
            by_name.setdefault(name, one)
    out: dict[str, Parsed] = {}
    for name in names:
        found = by_name.get(name)
        if found is None:
            hint = did_you_mean(name, list(by_name)) or "give the path of a brief, such as `briefings/a.md`"
            raise Refused(report("refused-change", f"no brief is called `{name}`", Place("briefings"), help=f"{hint}"))
        out[found.source.path] = found
    return [out[path] for path in sorted(out)]


def guesses_of(root: Path, text: str, facts: LedgerFacts | None = None) -> tuple[Guess, ...]:
    """The guesses in the file of a brief of a site, without what editors have added to lists that import filled.

    ``facts`` are those of the ledger, where they have been read already.
    """
    identity = imported_from(text)
    made = made_draft(root, identity)
    if made or not identity:
        return guesses_in(text, made)
    known = facts.articles.get(identity) if facts else None
    return guesses_in(text, wrote=(known.wrote if known else "") if facts else wrote_entries(root, identity))


def _named(root: Path, source: Source, asked: SettleRequest) -> tuple[Guess, ...]:
    """The guesses of a brief that are asked for. A field that is named with its brief must be one of them, or be empty
    and get a value."""
    guesses = guesses_of(root, source.text)
    if asked.way is Way.CORRECT and asked.briefs and not {*asked.fields} & {guess.field for guess in guesses}:
        guesses += tuple(filter(None, (empty_field(source.text, name) for name in asked.fields)))
    fields = [guess.field for guess in guesses]
    for name in asked.fields if asked.briefs else ():
        if name not in fields:
            hint = did_you_mean(name, fields) or (
                f"those that are pending there: {', '.join(f'`{field}`' for field in fields)}"
                if fields
                else "nothing is pending there; leave the brief out"
            )
            raise _refused(source.path, f"`{name}` of this brief is nothing that import concluded", hint)
    return tuple(guess for guess in guesses if not asked.fields or guess.field in asked.fields)


def _refused(path: str, message: str, remedy: str) -> Refused:
    return Refused(report("refused-change", message, Place(path), help=f"{remedy}; nothing was changed"))
