"""Sentences that say most, and tags that keywords suggest."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log, sqrt

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.sure_sentences import sure_starts
from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.stated.asides import why_aside

MOST = 4
"""Key points proposed."""
_LIKE = 0.6
"""Two points more alike than this say the same."""
_SHORTEST, _LONGEST = 6, 48
"""Words of a sentence that may be a point."""
STOP = frozenset(
    "a an the of in on at to for from with by and or but as is are was were be been being its it their his her they he "
    "she this that these those than into over under about after before between during has have had will would may can "
    "could not no we our you your i my me us them which who whom whose what when where while there also said says more "
    "most".split()
)
_LEANS = regex(
    r"(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|But|And|Or|Also|However|Still|Meanwhile|Instead|Here|There"
    r"|So|Then|Thus|Yes|No|Well|Oh|Both|Such|Another|Others|Yet|Nor|Besides|Moreover|Furthermore|Additionally|Similarly"
    r"|For example|In addition|As a result|Without it|One of (?:them|these|those)"
    r"|Er|Sie|Es|Das|Dies\w*|Aber|Und|Doch|Dabei|Damit|Dazu|Deshalb|Darum|Zudem|Außerdem|Auch|Dann|Jedoch|Denn"
    r"|Il|Elle|Ils|Elles|Ce|Cela|C['’]\w+|Mais|Et|Cependant|Toutefois|Ainsi|Aussi|Puis|Il y a"
    r"|Él|Ella|Ellos|Ellas|Eso|Esto|Pero|Y|Sin embargo|Además|También|Así|Luego"
    r"|Lui|Lei|Loro|Questo|Tuttavia|Inoltre|Poi|Così|Ele|Ela|Eles|Elas|Isso|Isto|Mas|E"
    r"|Unfortunately|Fortunately|Now|Porém|Além disso|Também|Assim"
    r"|Hij|Zij|Ze|Dat|Dit|Maar|En|Echter|Daarom|Ook"
    r"|Он|Она|Они|Это|Но|И|Однако|Также|Он[аи]? же)\b"
    r"|(?:他们?|她们?|它们?|但是?|而且"
    r"|此外|然而|彼(?:女|ら)?は|しかし|また|そして|これ|それ|لكن |وهو |وهي |كما |هو |هي )"
)
"""Starts that lean on the sentence before."""
_TO_READER = regex(
    r"\b(?:I|I['’]m|I['’]ve|we|We|our|Our|us|my|My|you|You|your|Your"
    r"|yourself|wir|Wir|unser\w*|ich|Ich|nous|Nous|notre|je|vous"
    r"|votre|nosotros|nuestr[oa]s?|usted|noi|nostr[oaie]|nós|noss[oa]s?|wij|Wij|onze|jij|мы|Мы|наш\w*|вы|Вы)\b"
    r"|我们?|你们?|您|私|نحن|أنتم"
)
"""Words of somebody who speaks for himself, or to the reader."""
_LABEL = regex(
    r"\s*(?:[*•·▪–—-]\s|\(?\(?[A-Z]{2,5}\)?\)?\s?:|[A-ZÀ-Þ]\w+ ?:\s|\d{1,2}[.)]\s|"
    r"(?:(?:file|undated|courtesy|stock) )?(?:photo|image|picture|video|screenshot|map|graphic|illustration)s? "
    r"(?:of|by|from|shows?|courtesy|credit)\b"
    r"|(?:first|second|third|one|two|three|four|five),\s)",
    re.IGNORECASE,
)
"""Starts of list lines, captions, questions and answers."""
_ORDER = regex(
    r"(?:Review|Imagine|Consider|Note|See|Check|Make|Use|Try|Find|Visit|Learn|Remember|Let|Please|Click|Read|Watch|Follow"
    r"|Join|Contact|Call|Ask|Think|Look|Start|Keep|Do|Don['’]t|Take"
    r"|Get|Go|Download|Subscribe|Register|Apply)\b(?! [A-Z])"
)
"""English orders to the reader."""
_TORN_END = regex(r"(?:\s[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|No|vs))\.$")
_FILLER = regex(
    r"developing story|stay tuned|read more|sign up|click here|reached out|all rights reserved", re.IGNORECASE
)
_ENDS = regex(rf"(?![?？؟…])[{STOPS}][”\"’»)」』]*$|[.!][”\"’] ?»$|[”\"»]$")
_ASKS = regex(r"[?？؟]")
_SPEECH = regex('[“”"«»„「」]')
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"|„[^“]*“|«[^»]*»|»[^«]*«|「[^」]*」")
_UNSPACED = regex(r"[\u3041-\u30ff\u3400-\u9fff]")
_SYLLABLES, _IN_WORD = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 5
"""Signs of Thai, Lao, Burmese and Khmer, and how many a word has."""
_NUMBER = regex(r"\d")
_NAME = regex(r"(?<=[a-z,] )[A-Z]\w+")


class Point(Value):
    """A sentence worth a key point."""

    text: str
    """The sentence."""
    quote: str
    """Its receipt: the sentence, or its first words where it is long."""


class _PointCandidate(Value):
    place: int
    text: str
    vector: Mapping[str, float]
    score: float


def key_points(paragraphs: Sequence[str]) -> tuple[Point, ...]:
    """The sentences that say most, in the order of the text.

    Position, TF-IDF centrality, likeness to the lead, and names and numbers count for a sentence, and words of others
    in it against it. Speech without its speaker, questions, orders, captions, list lines, words to the reader, torn
    sentences and those that lean on the one before are none. Of sentences that are alike only the best is taken
    (maximal marginal relevance, Carbonell and Goldstein 1998).
    """
    chosen: list[_PointCandidate] = []
    for candidate in sorted(_candidates(paragraphs), key=lambda c: (-c.score, c.place)):
        if len(chosen) == MOST:
            break
        if candidate.score > 0 and all(_cosine(candidate.vector, other.vector) <= _LIKE for other in chosen):
            chosen.append(candidate)
    return tuple(Point(c.text, _receipt(c.text)) for c in sorted(chosen, key=lambda c: c.place))


def _candidates(paragraphs: Sequence[str]) -> list[_PointCandidate]:
    sentences: list[tuple[int, int, str]] = []
    inside: list[bool] = []
    for number, paragraph in enumerate(paragraphs):
        starts = (*sure_starts(paragraph), len(paragraph))
        for order, (left, right) in enumerate(pairwise(starts)):
            text = paragraph[left:right].strip()
            if text:
                sentences.append((number, order, text))
                inside.append(_is_speech(paragraph, left, right))
    terms = [[w for w in words_of(text) if w not in STOP and len(w) > 2] for _, _, text in sentences]
    spread = Counter(word for words in terms for word in set(words))
    total = len(sentences)
    rarity = {word: log(1 + total / count) for word, count in spread.items()}
    vectors = [_unit(Counter(words), rarity) for words in terms]
    centre = _unit(Counter(word for words in terms for word in words), rarity)
    out: list[_PointCandidate] = []
    for place, ((number, order, text), vector) in enumerate(zip(sentences, vectors, strict=True)):
        fits = _SHORTEST <= _size(text) <= _LONGEST and _ENDS.search(text)
        if not fits or inside[place] or _is_no_point(text):
            continue
        score = _cosine(vector, centre) + 0.5 * _cosine(vector, vectors[0])
        score += 0.5 / (1 + number) + 0.2 * (order == 0)
        score += 0.08 * min(3, len(_NAME.findall(text))) + 0.12 * bool(_NUMBER.search(text))
        score -= 0.6 * bool(_SPEECH.search(text)) + 0.5 * bool(_TO_READER.search(text))
        out.append(_PointCandidate(place, text, vector, score))
    return out


def _is_no_point(text: str) -> bool:
    """Whether words are no news, lean on others, are torn, or speak to the reader."""
    return bool(
        _FILLER.search(text)
        or text.split()[0].islower()
        or any(pattern.match(text) for pattern in (_LEANS, _LABEL, _ORDER))
        or _TO_READER.search(_QUOTED.sub("", text))
        or _TORN_END.search(text)
        or _ASKS.search(text)
        or why_aside(text)
    )


def _is_speech(paragraph: str, left: int, right: int) -> bool:
    """Whether a sentence of a paragraph is somebody's speech, with the name of the speaker elsewhere."""
    sentence = paragraph[left:right].strip()
    before = paragraph[:left]
    opened = (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("«") > before.count("»")
    )
    whole = sentence[0] in '“"«„「' and (not _is_closed(sentence) or sentence[-1] in '”"»“」')
    return opened or before.count("「") > before.count("」") or whole


def _size(text: str) -> int:
    """How many words a text has; of scripts without blanks two characters, or five signs, count as one."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2 + len(_SYLLABLES.findall(text)) // _IN_WORD


def _unit(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Term counts weighted by rarity, as a vector of length 1: its dot products are cosines."""
    weights = {word: count * rarity[word] for word, count in counts.items()}
    norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


def _receipt(text: str, words: int = 30) -> str:
    """The words that prove a point: its sentence, or of a long one what is before a comma; no half quotation."""
    parts = text.split(" ")
    if len(parts) <= words:
        return text
    ends = [n for n in range(12, words + 1) if parts[n - 1][-1:] in ",;:"]
    whole = (" ".join(parts[:n]) for n in reversed(ends))
    return next((part.rstrip(",;:") for part in whole if _is_closed(part)), text)


def _is_closed(text: str) -> bool:
    german = "„" in text
    return (
        text.count('"') % 2 == 0
        and text.count("„") + text.count("»") == german * text.count("“") + text.count("«")
        and (german or text.count("“") == text.count("”"))
    )


def suggested_tags(text: str, keywords: Sequence[tuple[str, tuple[str, ...]]], most: int = 4) -> tuple[str, ...]:
    """Tags whose keywords are in a text, those with most hits first; ``keywords`` are tag and lower-case phrases."""
    plain = f" {' '.join(words_of(text))} "
    hits: dict[str, int] = {}
    for tag, phrases in keywords:
        count = sum(plain.count(f" {' '.join(words_of(phrase))} ") for phrase in phrases)
        if count >= 2 or (count and len(plain) < 1500):
            hits[tag] = count
    return tuple(sorted(hits, key=lambda tag: (-hits[tag], tag))[:most])
