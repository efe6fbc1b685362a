"""Lists of reference managers: RIS, EndNote, MEDLINE and BibTeX, each entry an article where it holds a text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.press.export import COVER_PAGE
from annotated_briefings.intake.formats.press.latex import latex_names, latex_words
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.marks.held import Mark, joined, marked, read_marks

ENTRY = "a field of a reference"
NO_TEXT = "it is a reference without a text"
_TAGGED = regex(r"(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,2}- ?(?P<value>.*)|%(?P<sign>[0-9A-Z@!&*()~#$?>\[+<=^]) (?P<more>.*)")
_TAGS: Mapping[str, str] = {
    role: f" {tags} "
    for role, tags in {
        "title": "TI T1 CT BT %T",
        "author": "AU A1 FAU %A",
        "outlet": "JF JO T2 JA JT SO TA BN PB %B %J %I",
        "published": "DA Y1 PY DP YR %8 %D",
        "url": "UR L1 LK %U",
        "language": "LA %G",
        "text": "AB N2 %X",
    }.items()
}
"""What the tags of references mean, likeliest first."""
_STARTS, _END = ("TY", "%0", "PMID"), "ER"
_BIBTEX = regex(r"^[ \t]*@(?P<kind>\w+)\s*\{\s*(?P<key>[^,\s{}]+)\s*,", re.MULTILINE)
_PAIR = regex(r"\s*(?P<name>[\w-]+)\s*=\s*")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("author",),
    "outlet": ("journal", "journaltitle", "newspaper", "howpublished", "publisher", "organization", "booktitle"),
    "published": ("date",),
    "url": ("url",),
    "language": ("language", "langid"),
    "text": ("abstract", "annote", "note"),
}
"""What the fields of BibTeX are called, likeliest first."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MIN_ENTRY = 3
"""Fields of an entry."""
_NOTES = {"N1": "note", "RN": "note", "%Z": "note", "KW": "keywords", "%K": "keywords"}
_NOTES |= dict.fromkeys("C1 C2 C3 C4 C5 C6 C7 C8 U1 U2 U3 U4 U5 M1 M2 M3 %1 %2 %3 %4 %F %M".split(), "custom")
"""What else tags say that may hold an entry back."""
_UNPUBLISHED = regex(r"unpb|unpublished(?: ?(?:work|manuscript))?", re.IGNORECASE)
"""The kind of an entry that is not published yet."""


_STRING = regex(r"@string\s*[{(]\s*(?P<name>[\w-]+)\s*=\s*(?:\"(?P<a>[^\"]*)\"|\{(?P<b>[^{}]*)\})", re.IGNORECASE)
_BREAK = "\n\n"
"""What parts the paragraphs of a value."""


class _TaggedValue(Value):
    tag: str
    value: str
    places: tuple[int, ...]


def read_references(lines: Sequence[str]) -> Outline | None:
    """The entries of a list of references; None for any other text. ``lines`` are plain ones."""
    first = next((line for line in lines if line), "")
    if first.startswith("@") or _BIBTEX.match(first):
        return _bibtex(lines)
    found = _TAGGED.fullmatch(first)
    if not found or (found["tag"] or f"%{found['sign']}") not in _STARTS:
        return None
    entries = list(_entries(lines))
    if not all(len(entry) >= _MIN_ENTRY for entry in entries):
        return None
    return Outline(tuple(map(_story, entries)), {})


def _entries(lines: Sequence[str]) -> Iterator[list[_TaggedValue]]:
    """The fields of each entry; a line without a tag goes on with the field above."""
    entry: list[_TaggedValue] = []
    for n, line in enumerate(lines):
        found = _TAGGED.fullmatch(line)
        if found:
            tag = found["tag"] or f"%{found['sign']}"
            if tag in _STARTS and entry:
                yield entry
                entry = []
            if tag != _END:
                entry.append(_TaggedValue(tag=tag, value=(found["value"] or found["more"] or "").strip(), places=(n,)))
        elif line and entry:
            last = entry[-1]
            blank = "" if lines[n - 1] else _BREAK
            value = f"{last.value}{blank or ' '}{line}".strip()
            entry[-1] = _TaggedValue(tag=last.tag, value=value, places=(*last.places, n))
    if entry:
        yield entry


def _story(entry: Sequence[_TaggedValue]) -> ArticleLines:
    picked: dict[str, list[_TaggedValue]] = {}
    for role, tags in _TAGS.items():
        for tag in tags.split():
            some = [one for one in entry if one.tag == tag and one.value]
            if some:
                picked[role] = some if role == "author" else some[:1]
                break
    days = [one for one in entry if f" {one.tag} " in _TAGS["published"] and one.value]
    exact = [one for one in days if not re.fullmatch(r"\d{4}", one.value)]
    published = next((one for one in exact if re.search(r"\d{4}", one.value)), next(iter((*exact, *days)), None))
    year = next((one.value for one in days if re.fullmatch(r"\d{4}", one.value)), "")
    when = published.value.rstrip("/").replace("/", "-") if published else ""
    when = re.sub(r"^(\d{4}-\d\d-\d\d)-.*", r"\1", when)
    if year and year not in when:
        when = f"{when} {year}"
    given = Given(
        title=_value(picked, "title"),
        author="; ".join(turned(one.value) for one in picked.get("author", ())),
        outlet=_value(picked, "outlet"),
        published=when,
        url=_value(picked, "url"),
        language=_value(picked, "language"),
    )
    kind = next((one.value for one in entry if one.tag in _STARTS), "")
    given = marked(given, reference_mark(kind, [(_NOTES[one.tag], one.value) for one in entry if one.tag in _NOTES]))
    texts = picked.get("text", [])
    text = {n: part for one in texts for n, part in _paragraphs(one.value, one.places[0]).items()}
    known = {n for some in picked.values() for one in some for n in one.places}
    known |= {n for one in days for n in one.places}
    left = {n: ENTRY for one in entry for n in one.places if n not in known}
    return ArticleLines(given=given, text=text, left=left, apart=True, excerpt=True, left_out="" if text else NO_TEXT)


def reference_mark(kind: str, fields: Iterable[tuple[str, str]]) -> Mark:
    """What the kind of an entry, and its fields, say of who may read it."""
    marks = read_marks([(name, value) for name, value in fields if name != "date"], frozenset(_FIELDS["published"]))
    return joined((Mark(kind), marks)) if _UNPUBLISHED.fullmatch(kind.strip()) else marks


def turned(name: str) -> str:
    """A writer as people name them; `Last, First` is turned."""
    parts = [part.strip() for part in name.split(",")]
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(parts) else name


def _paragraphs(value: str, place: int) -> dict[int, str]:
    """The paragraphs of a value by their places."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", value))
    return {place + n: part for n, part in enumerate(filter(None, parts))}


def _value(picked: Mapping[str, Sequence[_TaggedValue]], role: str) -> str:
    return next((one.value for one in picked.get(role, ())), "")


def _bibtex(lines: Sequence[str]) -> Outline | None:
    """The entries of a BibTeX file."""
    text = "\n".join(lines)
    starts = list(_BIBTEX.finditer(text))
    if not starts:
        return None
    known = {one["name"].casefold(): one["a"] or one["b"] or "" for one in _STRING.finditer(text)}
    stories: list[ArticleLines] = []
    inside: set[int] = set()
    for match, end in zip(starts, [*(m.start() for m in starts[1:]), len(text)], strict=True):
        fields = dict(_pairs(text, match.end(), end, known))
        if match["kind"].casefold() in ("comment", "string", "preamble"):
            continue
        raw = {role: next((fields[n][0] for n in names if n in fields), "") for role, names in _FIELDS.items()}
        values = {role: " ".join(latex_words(value).split()) for role, value in raw.items()}
        parts = [fields[name][0].strip("{} ") for name in ("day", "month", "year") if name in fields]
        place = next((fields[n][1] for n in _FIELDS["text"] if n in fields), match.start())
        line = text.count("\n", 0, place)
        given = Given(
            title=values["title"],
            author="; ".join(latex_names(raw["author"])),
            outlet=values["outlet"],
            published=values["published"] or _day(parts),
            url=re.sub(r"\\([_%&#~$])", r"\1", raw["url"].strip("{} ")),
            language=values["language"],
        )
        stated_fields = [(name, " ".join(latex_words(value).split())) for name, (value, _) in fields.items()]
        given = marked(given, reference_mark(match["kind"], stated_fields))
        body = _paragraphs(latex_words(raw["text"]), line)
        own = range(text.count("\n", 0, match.start()), min(text.count("\n", 0, end) + 1, len(lines)))
        inside |= set(own)
        used = {"day", "month", "year", *(next((n for n in names if n in fields), "") for names in _FIELDS.values())}
        left = {n: ENTRY for n in own if (pair := _PAIR.match(lines[n])) and pair["name"].casefold() not in used}
        stories.append(
            ArticleLines(given=given, text=body, left=left, apart=True, excerpt=True, left_out="" if body else NO_TEXT)
        )
    return Outline(tuple(stories), {n: COVER_PAGE for n, line in enumerate(lines) if line and n not in inside})


def _pairs(text: str, at: int, end: int, known: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, int]]]:
    """The fields of an entry, each with its place; ``known`` are the abbreviations of the file."""
    while at < end and (pair := _PAIR.match(text, at)):
        start = pair.end()
        stop, value = _braced(text, start, end)
        yield pair["name"].casefold(), (known.get(value.strip().casefold(), _bare(value)), start)
        comma = text.find(",", stop, end)
        at = comma + 1 if comma >= 0 else end


def _bare(value: str) -> str:
    """A value without the braces around it; those around a whole name inside them stay."""
    value = value.strip()
    return value[1:-1].strip() if value.startswith("{") and value.endswith("}") else value


def _braced(text: str, at: int, end: int) -> tuple[int, str]:
    """The end of a value, and the value without its marks."""
    if text[at : at + 1] == '"':
        stop = at + 1
        while stop < end and not (text[stop] == '"' and text[stop - 1] != "\\"):
            stop += 1
        return stop + 1, text[at + 1 : stop]
    depth, stop = 0, at
    while stop < end:
        depth += {"{": 1, "}": -1}.get(text[stop], 0)
        if depth < 0 or (not depth and text[stop] in ",\n"):
            break
        stop += 1
    return stop, text[at:stop].strip()


def _day(parts: Sequence[str]) -> str:
    """The day of an entry that states its day, month and year apart."""
    words = [part.casefold() for part in parts]
    if len(words) == 3 and words[1][:3] in _MONTHS:
        return f"{words[2]}-{_MONTHS.index(words[1][:3]) + 1:02}-{words[0].zfill(2)}"
    return " ".join(parts)
