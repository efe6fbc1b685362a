"""Copies among articles: exact, near and contained ones, round-ups of others, each with its score and reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.dedup.shingles import covered_by, overlaps, words_of
from annotated_briefings.intake.model import Folded, Sketch, Version

_NEAR, _FOLD, _SAME_STORY, _SHORTER = 0.8, 0.6, 0.35, 0.7
_CERTAIN = 0.98
"""Score that makes copies even of texts under headlines that have nothing in common."""
_NOTHING_NEW = 0.9
"""Share of a round-up's passages that other articles must have for it to need no brief."""


def boilerplate(articles: Iterable[Sequence[str]], least: int = 3) -> frozenset[str]:
    """Paragraphs that are in several different articles (calls to subscribe, legal lines), as compared words."""
    counts = Counter(text for paragraphs in articles for text in {" ".join(words_of(p)) for p in paragraphs})
    return frozenset(text for text, count in counts.items() if count >= least and text)


class Copies(Value):
    """What was found among articles."""

    folded: tuple[Folded, ...]
    """Articles that need no brief of their own; ``where`` is filled in by the caller."""
    versions: tuple[Version, ...]
    """Pairs that share much and are not folded."""
    fuller: tuple[tuple[str, str], ...] = ()
    """New articles that hold all of a known one and more, each with the id of the known one."""


def find_copies(
    sketches: Sequence[Sketch], known: Sequence[Sketch] = (), apart: frozenset[str] = frozenset(), least: float = 0
) -> Copies:
    """Fold copies among new articles (in order of arrival) and into known ones; articles ``apart`` are never folded.

    Two articles with the same id are exact copies. Of a group the longest stands for all, the first of equals; a known
    article always stands for new ones. Of several articles that a round-up holds and that have nothing to do with each
    other, one at most is folded into it, and it is folded itself where it says nothing else. Below a likeness of
    ``least`` nothing is folded, and at 1 equal texts alone; what is not is listed as versions.
    """
    every = [*known, *_unique(sketches)]
    pairs = _similar_pairs(every)
    fixed = {s.id for s in known}
    sizes = {s.id: s.words for s in (*known, *sketches)}
    titled = {s.id: s.title for s in (*known, *sketches)}
    related = {frozenset((p.shorter, p.longer)) for p in pairs}
    bridges = _bridges(pairs, related)
    made = _made_of_others(pairs, bridges - fixed - apart, every)
    folded = {f.article: f for f in made if least <= f.score and least < 1}
    parent = {f.article: f.into for f in folded.values()}
    round_ups = set(folded)
    groups: dict[str, set[str]] = defaultdict(set)
    for found in folded.values():
        groups[found.into].add(found.article)
    versions: list[Version] = []
    fuller: dict[str, str] = {}
    place = {s.id: n for n, s in enumerate(every)}

    def main(identity: str) -> str:
        while identity in parent:
            identity = parent[identity]
        return identity

    def may_join(article: str, target: str) -> bool:
        """Whether all that an article stands for shares much with the target, and none is a stranger in a round-up."""
        own = groups[article] | {article}
        others = {target} | (groups[target] if target in bridges else set())
        return all(one == other or frozenset((one, other)) in related for one in own for other in others)

    for pair in sorted(pairs, key=lambda p: (-p.score, place[p.shorter], place[p.longer])):
        short, long = pair.shorter, pair.longer
        if {short, long} & round_ups:
            versions.append(Version(short, long, round(pair.score, 3)))
            continue
        # Two headlines without a common word: a shared template, unless nearly every word is the same.
        differ = bool(titled[short] and titled[long]) and not titled[short] & titled[long]
        only_known = short in fixed and long not in fixed and not pair.alike
        if only_known and pair.score >= _NEAR and long not in bridges and short not in fuller.values():
            fuller.setdefault(long, short)
        if pair.score < max(least, _CERTAIN if differ else _FOLD) or only_known or least >= 1:
            versions.append(Version(short, long, round(pair.score, 3)))
            continue
        if short in fixed or (long not in fixed and pair.alike and place[long] > place[short]):
            # A known brief stays; of two alike, the first to arrive.
            short, long = long, short
        target = main(long)
        if short in fixed or short in parent or short in apart or target == short:
            continue
        if not may_join(short, target):
            versions.append(Version(short, long, round(pair.score, 3)))
            continue
        parent[short] = long
        groups[target] |= groups.pop(short, set()) | {short}
        folded[short] = Folded(
            short, "", long, "near" if pair.alike else "contained", round(pair.score, 3), _reason(pair, short, sizes)
        )
    return Copies(
        folded=tuple(replace(found, into=main(found.into)) for found in folded.values()),
        versions=tuple(versions),
        fuller=tuple((new, old) for new, old in fuller.items() if new not in parent),
    )


def _made_of_others(pairs: Sequence["_Pair"], bridges: Set[str], every: Sequence[Sketch]) -> list[Folded]:
    """Round-ups of which nearly every passage is in other articles; each goes to the one it holds most of."""
    by_id = {s.id: s for s in every}
    out: list[Folded] = []
    for bridge in sorted(bridges):
        others = {p.longer if p.shorter == bridge else p.shorter for p in pairs if bridge in (p.shorter, p.longer)}
        parts = [by_id[other] for other in sorted(others - bridges)]
        score = covered_by(by_id[bridge], parts)
        if score >= _NOTHING_NEW:
            most = max(parts, key=lambda part: covered_by(part, [by_id[bridge]]) * part.words**0.5)
            out.append(
                Folded(
                    bridge,
                    "",
                    most.id,
                    "round-up",
                    round(score, 3),
                    f"{score:.0%} of its passages are in {len(parts)} other texts",
                )
            )
    return out


def _unique(sketches: Sequence[Sketch]) -> list[Sketch]:
    return list({s.id: s for s in reversed(sketches)}.values())[::-1]


class _Pair(Value):
    shorter: str
    longer: str
    score: float
    """Share of the shorter text that is in the longer."""
    alike: bool
    """Whether both texts are nearly whole in the other."""
    same: bool
    """Whether both are so nearly whole that two such texts of a third cannot be strangers."""


def _similar_pairs(sketches: Sequence[Sketch]) -> list[_Pair]:
    """Pairs of articles that share a good part of the shorter one."""
    out: list[_Pair] = []
    for found in overlaps(sketches, _SAME_STORY):
        first, second = sketches[found.first], sketches[found.second]
        short, long = (second, first) if second.words < first.words else (first, second)
        score, other = max(found.of_first, found.of_second), min(found.of_first, found.of_second)
        ratio = short.words / max(1, long.words)
        alike = (score >= _NEAR and other >= _NEAR) or (score >= _FOLD and ratio >= _SHORTER)
        out.append(_Pair(short.id, long.id, score, alike, other >= _NEAR))
    return out


def _bridges(pairs: Sequence[_Pair], related: Set[frozenset[str]]) -> set[str]:
    """Articles that share much with two others which have nothing to do with each other.

    Folding all along such a bridge would put unrelated articles into one brief.
    """
    inside: dict[str, list[str]] = defaultdict(list)
    around: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.same:
            # Texts that are the same as a third are related, whether or not they were compared: one stands for all.
            for one, other in ((pair.shorter, pair.longer), (pair.longer, pair.shorter)):
                if not any(frozenset((one, third)) in related and third != other for third in inside[one]):
                    inside[one].append(other)
        elif pair.score >= _FOLD:
            inside[pair.longer].append(pair.shorter)
            (inside if pair.alike else around)[pair.shorter].append(pair.longer)
    return {
        bridge
        for bridge, parts in inside.items()
        if any(
            frozenset((one, two)) not in related
            for n, one in enumerate(parts)
            for two in (*parts[n + 1 :], *around[bridge])
            if one != two
        )
    }


def _reason(pair: _Pair, short: str, sizes: Mapping[str, int]) -> str:
    share = f"{pair.score:.0%} of its passages"
    if pair.alike:
        return f"{share} are in the other text, which is as long"
    return f"{share} are in the other text, which has {sizes[pair.longer]} words to its {sizes[short]}"
