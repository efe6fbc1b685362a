"""Sites of any size made of invented words, for us and for the tools beside us; the same for the same size."""

import random
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from json import dumps
from pathlib import Path

from annotated_briefings.base.paths import slugify

TAGS, ENTITIES = 200, 2000
_BEGINNINGS = "b br d dr f g gr h j k kl l m n p pr r s sk st t tr v w".split()
_VOWELS = "a e i o u ai eo ou".split()
_ENDS = [*"n r l s t nd rk st".split(), *[""] * 6]
_SMALL = "the of and to in for on with by from after over which under between".split()
_HEADINGS = ("What happened", "Background", "The numbers", "Reactions", "What comes next", "Open points")
_FORMS = ("", " Group", " Council", " Agency", " Bank", " Institute")
_CHARACTERS = 3000
"""Least length of a body."""


@dataclass(frozen=True, slots=True)
class Made:
    """One invented brief."""

    slug: str
    title: str
    date: datetime
    summary: str
    body: str
    tags: Sequence[str]
    entities: Sequence[str]
    sources: Sequence[str]
    quote: str


class _Drawer:
    """Draws items by Zipf's law: the n-th has weight 1/n."""

    def __init__(self, items: Sequence[str]) -> None:
        self.items = items
        self.sums = list(accumulate(1 / (place + 1) for place in range(len(items))))

    def draw(self, rng: random.Random, count: int) -> list[str]:
        """So many different items."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.items[bisect(self.sums, rng.random() * self.sums[-1])]] = None
        return list(found)


class _World:
    """The words, names and labels that all briefs share."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.words = self._different(lambda: self._word(1, 3), 6000)
        self.sums = list(accumulate(1 / (place + 3) for place in range(len(self.words))))
        self.tags = _Drawer(self._different(lambda: f"{self._word(2, 3)} {self._word(1, 2)}", TAGS))
        name = lambda: f"{self._word(2, 3).title()} {self._word(2, 3).title()}{self.rng.choice(_FORMS)}"  # noqa: E731
        self.entities = _Drawer(self._different(name, ENTITIES))

    def _word(self, low: int, high: int) -> str:
        rng = self.rng
        syllables = range(rng.randint(low, high))
        return "".join(rng.choice(_BEGINNINGS) + rng.choice(_VOWELS) + rng.choice(_ENDS) for _ in syllables)

    def _different(self, make: Callable[[], str], count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[make()] = None
        return list(found)

    def some(self, count: int) -> list[str]:
        """Running words."""
        drawn = self.rng.choices(self.words, cum_weights=self.sums, k=count)
        return [self.rng.choice(_SMALL) if self.rng.random() < 0.38 else word for word in drawn]

    def sentence(self, part: str = "") -> str:
        words = self.some(self.rng.randint(8, 20))
        if part:
            words.insert(self.rng.randint(1, len(words)), part)
        text = " ".join(words)
        return f"{text[0].upper()}{text[1:]}."

    def paragraph(self, *parts: str, low: int = 2, high: int = 4) -> str:
        filled = [*parts, *[""] * (self.rng.randint(low, high) - len(parts))]
        self.rng.shuffle(filled)
        return " ".join(map(self.sentence, filled))


def _body(world: _World, entities: Sequence[str], sources: Sequence[str], links: Sequence[str], quote: str) -> str:
    rng = world.rng

    def soft() -> str:
        return f"*{' '.join(world.some(2))}*"

    def loud() -> str:
        return f"**{rng.choice(entities)}**"

    def out() -> str:
        return f"[{' '.join(world.some(3))}]({rng.choice(sources)})"

    heads = rng.sample(_HEADINGS, 4)
    parts = [
        f"{world.paragraph(loud(), out())} {quote}",
        f"## {heads[0]}",
        world.paragraph(soft(), "noted[^1]", links[0] if links else "", low=4, high=5),
        world.paragraph(loud(), f"`{rng.choice(world.words)}-{rng.randint(1, 99)}`"),
        f"## {heads[1]}",
        world.paragraph(soft()),
        "\n".join(f"- {world.sentence(rng.choice([loud(), soft(), out(), '']))}" for _ in range(5)),
        f"> {world.sentence()}\n> {world.sentence(soft())}",
        f"### {heads[2]}",
        world.paragraph("reported[^2]", links[1] if len(links) > 1 else "", out(), low=3, high=5),
    ]
    if rng.random() < 0.3:
        rows = [f"| {rng.choice(world.words)} | {rng.randint(1, 9999)} |" for _ in range(4)]
        parts.append("\n".join(["| Item | Count |", "|------|------:|", *rows]))
    parts += [
        f"## {heads[3]}",
        world.paragraph(loud(), out(), low=3, high=4),
        "\n".join(f"{n}. {world.sentence(rng.choice([soft(), '']))}" for n in range(1, 5)),
        world.paragraph(*links[2:], low=3, high=4),
    ]
    while sum(map(len, parts)) < _CHARACTERS:
        parts.append(world.paragraph(soft(), low=3, high=5))
    parts += [f"[^{n}]: {world.sentence(out())}" for n in (1, 2)]
    return "\n\n".join(parts) + "\n"


def made_briefs(count: int, link: Callable[[str], str], seed: int = 7) -> Iterator[Made]:
    """So many briefs, the oldest first, eight a day; ``link`` makes the target of a link to one from its slug."""
    world = _World(seed)
    rng = world.rng
    titles = [" ".join(world.some(rng.randint(5, 9))).capitalize() for _ in range(count)]
    slugs = [f"b{n:06}-" + "-".join(title.lower().split()[:3]) for n, title in enumerate(titles)]
    for n, (title, slug) in enumerate(zip(titles, slugs, strict=True)):
        entities = world.entities.draw(rng, rng.randint(5, 12))
        sources = [
            f"https://{rng.choice(world.words[:300])}.example/{rng.randint(1000, 99999)}"
            for _ in range(rng.randint(2, 4))
        ]
        others = [other for other in rng.sample(range(count), min(count, 4)) if other != n]
        links = [f"[{titles[other]}]({link(slugs[other])})" for other in others]
        quote = world.sentence()
        yield Made(
            slug,
            title,
            datetime(2019, 1, 1, tzinfo=UTC) + timedelta(hours=3 * n),
            world.paragraph(low=1),
            _body(world, entities, sources, links, quote),
            world.tags.draw(rng, rng.randint(3, 6)),
            entities,
            sources,
            quote,
        )


def _list(key: str, items: Sequence[str]) -> str:
    return f"{key}:\n" + "".join(f"  - {dumps(item)}\n" for item in items)


def _ours(made: Made, rich: bool) -> str:
    quote = dumps(made.quote.rstrip("."))
    sources = "sources:\n" + "".join(f"  - {{url: {url}, published: {made.date:%Y-%m-%d}}}\n" for url in made.sources)
    more = ""
    if rich:
        more = (
            f"key_points:\n  - {{text: {dumps(made.summary)}, quote: {quote}, source: 1}}\n"
            f"figures:\n  - {{value: {len(made.body)}, unit: t, what: output, as_of: {made.date:%Y-%m}}}\n"
            f"annotations:\n  - {{quote: {quote}, kind: check, author: B, note: A *note* on it.}}\n"
        )
    about = ", ".join(map(dumps, made.entities[:2]))
    names = ", ".join(map(dumps, made.entities[2:]))
    return (
        f"---\ntitle: {dumps(made.title)}\ndate: {made.date:%Y-%m-%dT%H:%M:%SZ}\n"
        f"summary: {dumps(made.summary)}\n{more}entities: {{about: [{about}], mentions: [{names}]}}\n"
        f"{_list('tags', made.tags)}{sources}---\n\n"
    )


def _hugo(made: Made) -> str:
    lists = "".join(
        _list(key, items)
        for key, items in (("sources", made.sources), ("tags", made.tags), ("entities", made.entities))
    )
    return (
        f"---\ntitle: {dumps(made.title)}\ndate: {made.date:%Y-%m-%dT%H:%M:%SZ}\n"
        f"summary: {dumps(made.summary)}\n{lists}---\n\n"
    )


def _pelican(made: Made) -> str:
    return (
        f"Title: {made.title}\nDate: {made.date:%Y-%m-%d %H:%M:%S}\nSlug: {made.slug}\nSummary: {made.summary}\n"
        f"Tags: {', '.join(made.tags)}\nAuthors: {'; '.join(made.entities)}\nSources: {' '.join(made.sources)}\n\n"
    )


@dataclass(slots=True)
class Written:
    """What some briefs name."""

    newest: str = ""
    """Slug of the newest brief."""
    tags: set[str] = field(default_factory=set)
    """All their tags."""
    entities: set[str] = field(default_factory=set)
    """All their entities."""


def write_briefs(folder: Path, count: int, flavour: str) -> Written:
    """Write so many briefs into a folder, one file each.

    ``flavour`` is ``plain`` or ``rich`` (ours, without and with notes, points and figures), ``hugo`` or ``pelican``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    link = (lambda slug: f"{{filename}}{slug}.md") if flavour == "pelican" else (lambda slug: f"/briefs/{slug}/")
    written = Written()
    for made in made_briefs(count, link):
        front = (
            _hugo(made)
            if flavour == "hugo"
            else _pelican(made)
            if flavour == "pelican"
            else _ours(made, flavour == "rich")
        )
        (folder / f"{made.slug}.md").write_text(front + made.body, encoding="utf-8")
        written.newest = made.slug
        written.tags.update(made.tags)
        written.entities.update(made.entities)
    return written


def write_site(folder: Path, count: int, flavour: str = "rich", leave_out: Sequence[str] = ()) -> str:
    """Write a site of ours with a registry and a tag list of what its briefs name; the slug of the newest brief.

    ``leave_out`` are the parts of the output that site.yaml leaves out; without any, everything is on, the search too.
    """
    written = write_briefs(folder / "briefings", count, flavour)
    settings = "title: Bench\nbase_url: https://briefs.example\n"
    if leave_out:
        settings += f"search: false\nsocial_images: false\nleave_out: [{', '.join(leave_out)}]\n"
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    kinds = {"Group": "company", "Bank": "company", "Agency": "government"}
    entries = "".join(
        f"{slugify(name)}:\n  name: {name}\n  type: {kinds.get(name.split()[-1], 'organisation')}\n"
        for name in sorted(written.entities)
    )
    (folder / "briefings" / "entities.yaml").write_text(entries, encoding="utf-8")
    labels = "".join(f"{slugify(tag)}:\n  label: {tag}\n" for tag in sorted(written.tags))
    (folder / "briefings" / "tags.yaml").write_text(labels, encoding="utf-8")
    return written.newest
