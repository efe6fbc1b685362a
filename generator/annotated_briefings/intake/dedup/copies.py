"""Which articles are copies of which: a function of the set of articles alone, whatever their order.

Pairs that share much are found by their sketches, and compared sentence by sentence (see ``same_text``). The articles
of a connected set are taken in a fixed order, the fullest first: each is folded into the first one before it that says
the same or holds it whole, else it stands for itself (leader clustering, Hartigan 1975, with a total order instead of
that of arrival). So every folded text was compared with the very text that stands for it, and no chain of likenesses
folds two texts across a difference.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.identity import Origin, day_of
from annotated_briefings.intake.dedup.markers import LABEL
from annotated_briefings.intake.dedup.relations import Candidate, Texts, relation
from annotated_briefings.intake.dedup.same_text import Likeness, Standing, likeness
from annotated_briefings.intake.dedup.shingles import covered_by, overlaps
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.model import AlikePair, Folded, Sketch
from annotated_briefings.intake.stated.outlets import is_section

_SAME_STORY = 0.35
"""Share of the shorter text from which two texts are worth a look."""
_COMPARED = 0.5
"""Share from which long texts are compared word by word."""
_SHORT = 80
"""Words up to which every pair is compared."""
_HEADING = 10
"""Words that a heading between the articles of a round-up has at most."""
_LEAST_NEWS = 5
"""Words of its own that the shortest report has beside closing lines; `not for publication` and its like have fewer."""


class Copies(Value):
    """What was found among articles."""

    folded: tuple[Folded, ...]
    """Articles that need no brief of their own, known ones too; ``where`` is filled in by the caller."""
    links: tuple[AlikePair, ...]
    """Pairs that share much and do not say the same, between articles that stand for themselves."""
    touched: frozenset[str] = frozenset()
    """Articles whose verdict was found anew: new ones, and all that are connected with them by likeness."""


def boilerplate(articles: Iterable[Sequence[str]], least: int = 3) -> frozenset[str]:
    """Paragraphs that are in several different articles (calls to subscribe, legal lines), as compared words.

    Articles that hold nothing else but a label of a few words, and those whose other words are the same, are copies of
    one another: they count as one.
    """
    texts = [{" ".join(words_of(p)) for p in paragraphs} - {""} for paragraphs in articles]
    counts = Counter(text for own in texts for text in own)
    shared = {text for text, count in counts.items() if count >= least}
    different: dict[str, set[frozenset[str]]] = defaultdict(set)
    for own in texts if shared else ():
        rest = frozenset(own - shared)
        if sum(len(text.split()) for text in rest) < _LEAST_NEWS:
            rest = frozenset()
        for text in own & shared:
            different[text].add(rest)
    return frozenset(text for text, rests in different.items() if len(rests) >= least)


def similar_pairs(sketches: Sequence[Sketch]) -> list[tuple[int, int, float]]:
    """Places of two texts that share much, the shorter one first, and the share of it that is in the other."""
    out = []
    for found in overlaps(sketches, _SAME_STORY):
        a, b = found.first, found.second
        short, long = (b, a) if sketches[b].words < sketches[a].words else (a, b)
        out.append((short, long, max(found.of_first, found.of_second)))
    return out


def find_copies(
    candidates: Sequence[Candidate],
    texts: Texts,
    least: float = 0,
) -> Copies:
    """Which articles are copies, and which are only alike.

    Below a likeness of ``least`` nothing is folded, and at 1 equal texts alone.
    """
    neighbours = _neighbours(candidates)
    moved = _moved(neighbours, candidates)
    by_id = {candidate.id: candidate for candidate in candidates}
    folded: list[Folded] = []
    links: list[AlikePair] = []
    touched: set[str] = set()
    for members in _connected(by_id, neighbours):
        if not any(by_id[i].new or i in moved for i in members):
            continue
        touched |= members
        if len(members) > 1:
            group = _Cluster([by_id[i] for i in members], neighbours, texts, least)
            folded += group.fold()
            links += group.links()
    links.sort(key=lambda link: (link.article, link.other))
    return Copies(tuple(sorted(folded, key=lambda f: f.article)), tuple(links), frozenset(touched))


def _neighbours(candidates: Sequence[Candidate]) -> dict[str, dict[str, float]]:
    """For each article those with which it shares much, and how much of the shorter one."""
    classes: dict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        classes[candidate.digest or candidate.id].append(candidate.id)
    first = {ids[0]: ids for ids in (sorted(ids) for ids in classes.values())}
    sketches = sorted((c.sketch for c in candidates if c.id in first), key=lambda s: s.id)
    out: dict[str, dict[str, float]] = {c.id: {} for c in candidates}
    for ids in first.values():
        for one in ids:
            out[one].update((other, 1.0) for other in ids if other != one)
    for a, b, _ in similar_pairs(sketches):
        left, right = sketches[a], sketches[b]
        # The share of these two alone: it stays the same when other articles come.
        share = round(max(covered_by(left, [right]), covered_by(right, [left])), 3)
        for x in first[left.id]:
            for y in first[right.id]:
                out[x][y] = out[y][x] = share
    return out


def _moved(neighbours: Mapping[str, Mapping[str, float]], every: Sequence[Candidate]) -> frozenset[str]:
    """Known articles whose neighbours are others than before the new ones came: what many articles share counts less
    (see ``overlaps``). Their verdicts are found anew, so that those of a set do not depend on the order of imports."""
    known = [candidate for candidate in every if not candidate.new]
    if len(known) in (0, len(every)):
        return frozenset()
    ids = {candidate.id for candidate in known}
    before = _neighbours(known)
    return frozenset(one for one in ids & neighbours.keys() if before[one].keys() != (neighbours[one].keys() & ids))


def _connected(ids: Iterable[str], neighbours: Mapping[str, Mapping[str, float]]) -> Iterable[set[str]]:
    seen: set[str] = set()
    for start in ids:
        if start in seen:
            continue
        members, waiting = {start}, [start]
        while waiting:
            more = set(neighbours[waiting.pop()]) - members
            members |= more
            waiting += more
        seen |= members
        yield members


@dataclass
class _Cluster:
    """Articles that are connected by likeness."""

    members: list[Candidate]
    neighbours: Mapping[str, Mapping[str, float]]
    texts: Texts
    least: float
    found: dict[tuple[str, str], Likeness] = field(default_factory=dict)
    leaders: list[Candidate] = field(default_factory=list)
    parent: dict[str, Folded] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {member.id: member for member in self.members}
        self.members = sorted(self.members, key=self._rank)

    def _rank(self, one: Candidate) -> tuple[object, ...]:
        """The fullest first, of equals the earliest: what represents others comes before them."""
        return (not one.fixed, -self._size(one), *earliest(one.stated, one.id))

    def _size(self, one: Candidate) -> int:
        text = self.texts(one.id)
        return len(text.sentences) if text else one.sketch.words // 20

    def _compare(self, one: Candidate, other: Candidate) -> Likeness:
        """How two articles are related, the first one being looked at."""
        key = (one.id, other.id)
        if key not in self.found:
            first, second = self.texts(one.id), self.texts(other.id)
            score = self.neighbours[one.id][other.id]
            if first is None or second is None:
                # Without the texts, what was decided when they were here holds.
                kind = Standing.OTHER
                if one.into == other.id and one.verdict != "round-up":
                    kind = Standing.INSIDE if one.verdict == "contained" else Standing.SAME
                self.found[key] = Likeness(kind)
            elif score >= _COMPARED or min(one.sketch.words, other.sketch.words) < _SHORT:
                self.found[key] = likeness(first, second)
            else:
                self.found[key] = Likeness(Standing.OTHER)
        return self.found[key]

    def fold(self) -> list[Folded]:
        """The articles that others stand for."""
        round_ups = {one.id: parts for one in self.members if (parts := self._unrelated_parts(one))}
        late: list[tuple[Candidate, list[Candidate]]] = []
        for one in self.members:
            if one.id in round_ups and not one.fixed and not one.apart and self._adds_nothing(one, round_ups):
                late.append((one, round_ups[one.id]))
                continue
            if not one.fixed and not one.apart and (found := self._folded(one, round_ups)):
                self.parent[one.id] = found
            else:
                self.leaders.append(one)
        for one, parts in late:
            most = max(parts, key=lambda part: (self._size(part), part.id))
            into = self.parent[most.id].into if most.id in self.parent else most.id
            why = f"all that it says is in {len(parts)} other texts"
            self.parent[one.id] = Folded(one.id, "", into, "round-up", 1.0, why)
        return list(self.parent.values())

    def _folded(self, one: Candidate, round_ups: Mapping[str, object]) -> Folded | None:
        for leader in self.leaders:
            score = self.neighbours[one.id].get(leader.id)
            if score is None or (self.least >= 1 and not _equal(one, leader)) or score < self.least:
                continue
            kind = self._compare(one, leader).kind
            if kind is Standing.SAME or (kind is Standing.INSIDE and leader.id not in round_ups):
                return self._reason(one, leader, kind, score)
        return None

    def _reason(self, one: Candidate, leader: Candidate, kind: Standing, score: float) -> Folded:
        if _equal(one, leader):
            return Folded(one.id, "", leader.id, "exact", 1.0, "the same words")
        if kind is Standing.SAME:
            return Folded(one.id, "", leader.id, "near", score, "both texts say the same")
        sizes = f"{leader.sketch.words} words to its {one.sketch.words}"
        why = f"all that it says is in the other text, which has {sizes}"
        return Folded(one.id, "", leader.id, "contained", score, why)

    def _unrelated_parts(self, one: Candidate) -> list[Candidate]:
        """The articles that a text holds whole, where two of them have nothing to do with each other."""
        near = [self.by_id[i] for i in sorted(self.neighbours[one.id])]
        if len(near) < 2:
            return []
        parts = [other for other in near if self._compare(other, one).inside]
        unrelated = any(
            b.id not in self.neighbours[a.id]
            for n, a in enumerate(parts)
            for b in parts[n + 1 :]
            if a.digest != b.digest
        )
        return parts if unrelated else []

    def _adds_nothing(self, one: Candidate, round_ups: Mapping[str, list[Candidate]]) -> bool:
        """Whether each sentence of a round-up is in one of its parts; headings between them say nothing."""
        if self.texts(one.id) is None:
            return one.verdict == "round-up"
        text = self.texts(one.id)
        there = {sentence for part in round_ups[one.id] for sentence in self._sentences(part)}
        return all(s in there or _is_neutral_heading(s) for s in (text.sentences if text else ()))

    def _sentences(self, one: Candidate) -> tuple[str, ...]:
        """The sentences and the headline of an article."""
        text = self.texts(one.id)
        return (*text.sentences, text.stated.title) if text else ()

    def links(self) -> list[AlikePair]:
        """Pairs of articles with briefs of their own that share much, each once."""
        best: dict[tuple[str, str], tuple[float, AlikePair]] = {}
        for n, one in enumerate(self.members):
            for other in self.members[n + 1 :]:
                score = self.neighbours[one.id].get(other.id)
                a, b = (self.parent[x.id].into if x.id in self.parent else x.id for x in (one, other))
                if score is None or a == b:
                    continue
                key = (min(a, b), max(a, b))
                direct = {one.id, other.id} == {a, b}
                weight = score + direct
                if key not in best or weight > best[key][0]:
                    differs = self._compare(other, one).differs
                    kind = relation(self.by_id[key[0]], self.by_id[key[1]], self.texts)
                    best[key] = weight, AlikePair(*key, score, kind, differs)
        return [link for _, link in sorted(best.values(), key=lambda found: (found[1].article, found[1].other))]


def _equal(one: Candidate, other: Candidate) -> bool:
    return one.digest == other.digest != ""


def _is_neutral_heading(sentence: str) -> bool:
    """Whether a line of a round-up is a heading that says nothing of the text below it; in doubt it is none.

    A label (`HOAX`, `Update`, `❌`) turns what is below. What is written in capitals, and a single word that is no
    section of a paper, may be one in a language that we do not read.
    """
    words = sentence.split()
    if sentence[-1] in ".!?。！？" or len(words) > _HEADING or LABEL.search(sentence):
        return False
    return not sentence.isupper() and (is_section(sentence) or len(words) > 1)


def earliest(stated: Origin, identity: str) -> tuple[str, ...]:
    """A key by which the first of several publications comes first; undated ones come last."""
    when = day_of(stated.published)
    return (when.iso if when else "~", stated.outlet.casefold(), stated.url, stated.title, identity)
