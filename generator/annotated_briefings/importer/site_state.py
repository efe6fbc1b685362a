"""What a site already holds, as far as an import must know it."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from annotated_briefings.base.blocks.laid_out import flat
from annotated_briefings.base.config import Config
from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.digest import digest
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import COLLECTED, DECISIONS, ENTITIES, INCOMING, TAGS
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.frontmatter import slug_in, split_front_matter
from annotated_briefings.content.markdown.wikilinks import WIKILINK, wikilink_parts
from annotated_briefings.content.model import Tag
from annotated_briefings.content.registry import parse_entities, parse_tags
from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.drafting import BriefAccount, FindNames, Known
from annotated_briefings.intake.events import account
from annotated_briefings.intake.ledger import Entry, read_ledger
from annotated_briefings.intake.model import FieldMap
from annotated_briefings.project.settings import read_settings
from annotated_briefings.site.model.mentions import Names as NameTable
from annotated_briefings.site.model.mentions import collect_names, find_mentions
from annotated_briefings.storage.files import read_tree
from annotated_briefings.storage.ledger import open_ledger

_DATE = regex(r"^date:\s*[\"']?([\d-]+)", re.MULTILINE)
_STORY = regex(r"^story:\s*[\"']?([^\s\"'#}]+)", re.MULTILINE)
_SUGGESTED = regex(r"^  suggested: \{story:\s*[\"']?([^\s\"'#}]+)", re.MULTILINE)
"""The story that an earlier import suggests."""
_URL = regex(r"\burl[\"']?[ \t]*:[ \t]*[\"']?([^\s\"',}]+)")
_DRAFT = regex(r"""^(["']?)draft\1[ \t]*:[ \t]+(?P<value>(?:[^\n#]|(?<![ \t])#)*)""", re.MULTILINE)
_YES = ("true", "yes", "on")
_HELD = regex(
    r"""^(?:(["']?)embargo_until\1|[ \t]+(?:.*[{,][ \t]*)?held|imported[ \t]*:.*[{,][ \t]*held)"""
    r"[ \t]*:[ \t]*[^\s#,}]",
    re.MULTILINE,
)
_RECENT = 400
"""Briefs that new articles are compared with to find stories that go on."""
_IMPORTED = regex(r"^imported:.*(?:\n[ \t]+.*)*", re.MULTILINE)
_MARKED = regex(r"^  boilerplate:\n((?:    - .*\n)+)", re.MULTILINE)
_LINK = regex(r"\]\(<?([^)>\s#]+)|^answers:[ \t]*(.+)$", re.MULTILINE)
"""What a brief links to: in wikilinks, in links, and as questions that it answers."""
_BRIEF_ID = regex(r"^id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_ID = regex(r"\bid:\s*[\"']?([0-9a-f]{12})\b")


def site_config(root: Path) -> Config:
    """The settings of the site; their faults are reported with what the site already has."""
    return _config(root)[0]


def field_map(root: Path) -> FieldMap:
    """What site.yaml says of the fields of JSON records; its faults are reported with what the site already has."""
    return _config(root)[0].import_fields


def day_reading(root: Path) -> DayReading:
    """How site.yaml has dates read that leave their zone or their order open."""
    config = _config(root)[0]
    return DayReading(config.time_zone, config.day_order)


def site_zone(root: Path) -> str:
    """The time zone that the settings of the site name; empty where they name none."""
    return _config(root)[0].written_zone


def site_language(root: Path) -> str:
    """The language of the site."""
    return _config(root)[0].language


def _config(root: Path) -> tuple[Config, tuple[Diagnostic, ...]]:
    files, _ = read_tree(root, ("site.yaml",))
    return read_settings(files[0]) if files else (Config(), ())


class KnownNames(Value):
    """Finds the names of known entities in a text; goes to worker processes as it is."""

    table: NameTable
    """The names."""
    shown: Mapping[str, str]
    """Ids of entities and the names they are shown under."""

    def __call__(self, text: str) -> tuple[str, ...]:
        """The entities that a text names, in order of appearance."""
        return tuple(dict.fromkeys(self.shown[m.entity] for m in find_mentions(text, self.table, frozenset())))


def known_site(
    root: Path, outlet: str, published: str, publish: bool, found: list[Diagnostic]
) -> tuple[Known, FindNames]:
    """What the site already has, and how entity names are found."""
    files, problems = read_tree(root, (ENTITIES, TAGS, DECISIONS, "briefings/**/*.md"), 200_000_000)
    found += problems
    by_path = {source.path: source for source in files}

    def file(path: str) -> Source:
        return by_path.get(path, Source(path, ""))

    config, faults = _config(root)
    found += (fault for fault in faults if fault.code == "config")
    decisions, more = read_decisions(file(DECISIONS))
    found += more
    lines = open_ledger(root)
    ledger, more = read_ledger(lines.lines())
    found += (*lines.diagnostics, *more)
    entities, more = parse_entities(file(ENTITIES))
    found += more
    tags, more = parse_tags(file(TAGS))
    found += more
    briefs = [source for source in files if source.path.endswith(".md") and not source.path.endswith(INCOMING)]
    written, ledger = ledger, _with_briefs(ledger, briefs)
    unedited = _unedited(root, written, by_path)
    present = _present(ledger, briefs)
    drafts = {entry.brief for entry in ledger if entry.id in unedited}
    public = frozenset(source.path for source in briefs if not is_draft(source))
    lasting = [s for s in briefs if s.path in public or s.path not in drafts]
    names = KnownNames(collect_names(entities), {entity.id: entity.name for entity in entities})
    # The brief of an article may still change as long as nobody has edited it; a public one where imports publish.
    ours = frozenset(e.id for e in ledger if e.id in unedited and (publish or e.brief not in public))
    known = Known(
        decisions=decisions,
        ledger=ledger,
        tags=tuple((tag.slug, _hints(tag)) for tag in tags),
        slugs=frozenset(map(slug_in, briefs)) | {Path(source.path).stem for source in briefs},
        typed={s.path: slug_in(s) for s in lasting},
        ids={s.path: own[1] for s in lasting if (own := _BRIEF_ID.search(split_front_matter(s)[0].yaml))},
        unedited=unedited,
        outlet=outlet,
        date=published,
        boilerplate=_boilerplate(briefs),
        brief_accounts=_brief_accounts(
            [entry for entry in ledger if entry.id in present], by_path, ours, Collected(root)
        ),
        publish=publish,
        language=config.language,
        fold_from=config.fold_from / 1000,
        present=present,
        public=public,
        held=frozenset(source.path for source in briefs if holds_back(source)),
        citing=_citing(briefs),
        linked=_linked(briefs, drafts),
        collected=Collected(root),
    )
    return known, names


def is_draft(source: Source) -> bool:
    """Whether a brief says that it is a draft, as the reader of front matter would find; that takes ten times as long,
    and fails where a file is broken. In doubt a brief is public: then import changes nothing in it."""
    found = _DRAFT.search(split_front_matter(source)[0].yaml)
    return found is not None and found["value"].strip().strip("\"'").lower() in _YES


def holds_back(source: Source) -> bool:
    """Whether a brief, or what import noted of its source, holds it back; in doubt it does, and takes in no copy."""
    return _HELD.search(split_front_matter(source)[0].yaml) is not None


def _present(ledger: tuple[Entry, ...], briefs: list[Source]) -> frozenset[str]:
    """Ids of the articles whose brief is there: another brief at the same path, such as one of another outlet that
    followed a deleted one, is not theirs."""
    entries = {entry.id: entry for entry in ledger}

    def family(identity: str) -> str:
        """The article that stands now for one and its later versions."""
        passed = {identity}
        while (entry := entries.get(identity)) and entry.into and entry.into not in passed:
            identity = entry.into
            passed.add(identity)
        return identity

    held = {source.path: frozenset(imported_ids(source.text)) for source in briefs}
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in ledger:
        if entry.verdict == "brief" and entry.id in held.get(entry.brief, ()):
            owners[entry.brief].add(family(entry.id))
    return frozenset(
        entry.id
        for entry in ledger
        if entry.brief in held and (entry.brief not in owners or family(entry.id) in owners[entry.brief])
    )


def _citing(briefs: Iterable[Source]) -> dict[str, list[str]]:
    """The addresses of sources as they are written, and the files of the briefs that name them."""
    out: dict[str, list[str]] = {}
    for source in briefs:
        for match in _URL.finditer(split_front_matter(source)[0].yaml):
            paths = out.setdefault(match[1], [])
            if source.path not in paths:
                paths.append(source.path)
    return out


def _boilerplate(briefs: Iterable[Source]) -> frozenset[str]:
    """Paragraphs that earlier imports marked as boilerplate, as compared words."""
    found = (_MARKED.search(source.text) for source in briefs)
    lines = (line.strip().removeprefix("- ").strip('"') for match in found if match for line in match[1].splitlines())
    return frozenset(" ".join(words_of(line)) for line in lines if line)


def _hints(tag: Tag) -> tuple[str, ...]:
    """Words whose presence in a text suggests a tag: its keywords, and its label and aliases."""
    return tuple(dict.fromkeys((*tag.keywords, tag.label.lower(), *(alias.lower() for alias in tag.aliases))))


def _brief_accounts(
    ledger: Sequence[Entry], by_path: Mapping[str, Source], ours: Collection[str], collected: Callable[[str], str]
) -> tuple[BriefAccount, ...]:
    """What the briefs of the latest imports tell. What was suggested for a brief that an editor has touched stays;
    ``ours`` are the ids of articles whose brief imports may change."""
    latest = [e for e in ledger if e.verdict == "brief" and e.brief in by_path][-_RECENT:]
    out: list[BriefAccount] = []
    for entry in latest:
        source = by_path[entry.brief]
        front, _, body = source.text.removeprefix("---").partition("\n---")
        day, story, suggested = _DATE.search(front), _STORY.search(front), _SUGGESTED.search(front)
        when = read_when(day[1]) if day else None
        ordinal = date(when.year, when.month, when.day).toordinal() if when and when.day else 0
        untouched = entry.id in ours
        guess = suggested[1] if suggested else ""
        own = story[1] if story else "" if untouched else guess
        text = collected(entry.id).removesuffix("\n") or body
        what = account(entry.id, text, ordinal, entry.outlet)
        out.append(BriefAccount(what, entry.brief, own, guess, untouched))
    return tuple(out)


def _unedited(root: Path, entries: Iterable[Entry], by_path: Mapping[str, Source]) -> frozenset[str]:
    """Articles whose brief is word for word what import wrote; a deleted brief counts as edited."""
    out: set[str] = set()
    for entry in entries:
        brief = by_path.get(entry.brief)
        if entry.verdict == "brief" and brief and digest(brief.text) == generated_digest(root, entry):
            out.add(entry.id)
    return frozenset(out)


def generated_digest(root: Path, entry: Entry) -> str:
    """Digest of the brief that import wrote for an article; empty where it is no longer known."""
    kept = root / COLLECTED / f"{entry.id}.md"
    return entry.made or (digest(kept.read_text(encoding="utf-8")) if kept.is_file() else "")


def imported_ids(text: str) -> list[str]:
    """Ids of the articles that a brief says it was made from, its own first."""
    record = _IMPORTED.search(text)
    return _ID.findall(record[0]) if record else []


def _linked(briefs: Iterable[Source], ours: Collection[str]) -> frozenset[str]:
    """Slugs to which briefs link that are not word for word what import wrote."""
    texts = [brief.text for brief in briefs if brief.path not in ours]
    found = (match for text in texts for match in _LINK.finditer(text))
    targets = [part for match in found for part in re.split(r"[\[\],]", match[1] or match[2])]
    targets += (wikilink_parts(match[1])[0].partition("#")[0] for text in texts for match in WIKILINK.finditer(text))
    return frozenset(slugify(target.strip().rstrip("/").rpartition("/")[2].removesuffix(".md")) for target in targets)


class Collected(Value):
    """Reads the collected text of an article; empty where it is not here."""

    root: Path
    """The site folder."""

    def __call__(self, identity: str) -> str:
        """The text of the article with an id."""
        try:
            return flat((self.root / COLLECTED / f"{identity}.txt").read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return ""


def _with_briefs(ledger: tuple[Entry, ...], briefs: list[Source]) -> tuple[Entry, ...]:
    """The ledger as the briefs have it: with those that it does not know, for an import may have ended before its
    ledger was written, and with the new places of those that were moved by hand."""
    there = {source.path for source in briefs}
    at: dict[str, str] = {}
    lost: list[Entry] = []
    seen = {entry.id for entry in ledger}
    for source in briefs:
        ids = imported_ids(source.text)
        at |= dict.fromkeys(ids[:1], source.path)
        for identity in ids:
            if identity not in seen:
                into = "" if identity == ids[0] else ids[0]
                lost.append(Entry(identity, "", "", "near" if into else "brief", source.path, into, 1.0, 0, b""))
    moved = {
        entry.brief: at[entry.id]
        for entry in ledger
        if entry.verdict == "brief" and entry.brief not in there and entry.id in at
    }
    return (*(replace(e, brief=moved[e.brief]) if e.brief in moved else e for e in ledger), *lost)
