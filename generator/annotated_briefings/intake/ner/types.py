"""What a name is: a company, a person, a place, an authority, a product, a law or an event."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.ner.lexicon import (
    COMPANY_PARTS,
    EVENT_PARTS,
    GOVERNMENT_PARTS,
    LAW_PARTS,
    ORGANISATION_PARTS,
    PLACE_PARTS,
    bare,
    first_names,
    known_names,
    places,
)

_COMPANY = regex(
    r"\b(?:compan(?:y|ies)|firms?|start-?ups?|giants?|makers?|rivals?|retailers?|manufacturers?|suppliers?|subsidiary|"
    r"parent|owner|unicorn|chipmakers?|automakers?|carmakers?|investors?|insurer|lender|airline)\s+(?:\w+\s+)?$",
    re.I,
)
_COMPANY_AFTER = regex(
    r"(?:['’]s)?\s+(?:shares|shipments|products|customers|deliveries|revenue|founder|co-founder|ceo|chief executive|"
    r"stock|employees|sales|headquarters|subsidiary|factories|workers)\b|,\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,4}"
    r"(?:company|firm|startup|start-up|maker|manufacturer|giant|supplier|retailer|chipmaker|automaker)\b"
    r"|-(?:owned|backed)",
    re.I,
)
_PRODUCT = regex(
    r"\b(?:apps?|platforms?|services?|models?|chips?|chatbots?|phones?|smartphones?|devices?|browser|game|software|"
    r"operating system|versions? of|search engine|processors?|launched|unveiled|released)\s+"
    r"(?:called\s+|the\s+|named\s+)?$",
    re.I,
)
_PRODUCT_AFTER = regex(
    r"\s+(?:apps?|platform|model|chips?|chatbot|smartphones?|phones?|devices?|software|operating system|processors?|"
    r"users|search engine)\b",
    re.I,
)
_PERSON = regex(
    r"\b(?:mr|mrs|ms|dr|sir|president|minister|senator|sen|rep|gov|governor|mayor|judge|ceo|cto|cfo|founder|executive|"
    r"analyst|chairman|professor|director|spokes\w+|secretary|partner|economist|chief)\.?,?\s+$",
    re.I,
)
_PERSON_AFTER = regex(
    r",?\s+(?:who|whose|told|said|says|wrote|tweeted|added|aged)\b|,\s+(?:the\s+|a\s+|an\s+)?(?:[\w-]+\s+){0,4}"
    r"(?:ceo|cto|cfo|chief|founder|co-founder|president|minister|director|professor|analyst|partner|chair\w*|spokes\w+|"
    r"secretary|senator|governor|mayor|lawyer|attorney|economist|researcher)\b",
    re.I,
)
_LEGAL_FORM = regex(
    r".*[^\W_].*[\s,](?:GmbH(?: & Co\.? KG(?:aA)?)?|AG|KG|KGaA|OHG|SE|Ltd|Limited|LLC|LLP"
    r"|PLC|plc|Inc|Corp|S\.?A|S\.?A\.?S"
    r"|S\.?A\.?R\.?L|SARL|S\.?[rR]\.?[lL]|S\.?[pP]\.?A|S\.?L|B\.?V|N\.?V|AB|ASA?|A/S|ApS|Oyj?"
    r"|Sp\. z o\.o|s\.r\.o|a\.s|Kft"
    r"|Ltda|Lda|Pty|Pte|ООО|ОАО|ПАО)\.?"
)
"""A name that ends in the legal form of a company."""
_PLACE = regex(r"\b(?:in|across|near|throughout|outside|from|to)\s+(?:the\s+)?$", re.I)
_BASED = regex(r"[-–](?:based|headquartered|born)")


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the legal form of a company, such as `GmbH`, `Ltd` or `S.A.`: nothing else has one."""
    return _LEGAL_FORM.fullmatch(name.strip()) is not None


def type_of(name: str, kinds: Mapping[str, int], contexts: Sequence[tuple[str, str]]) -> str:
    """The likeliest type of a name, from its words, the tagger's votes and the words around it."""
    if has_legal_form(name):
        return "company"
    score = dict.fromkeys(("company", "person", "place", "organisation", "government", "product", "law", "event"), 0.0)
    total = sum(kinds.values()) or 1
    share = {kind: kinds.get(kind, 0) / total for kind in ("PER", "ORG", "LOC", "MISC")}
    # One word alone is seldom a person in news: surnames have joined their full names by now.
    score["person"] += (1.5 if " " in name else 0.5) * share["PER"]
    score["place"] += 1.5 * share["LOC"]
    score["company"] += 1.2 * share["ORG"]
    score["organisation"] += share["ORG"]
    score["product"] += 1.2 * share["MISC"]
    score["company"] += 0.3
    _by_words(name, score)
    for before, after in contexts[:20]:
        weight = 1.2 / min(len(contexts), 20)
        score["company"] += weight * (1.5 * bool(_COMPANY.search(before)) + 1.5 * bool(_COMPANY_AFTER.match(after)))
        score["product"] += weight * (1.5 * bool(_PRODUCT.search(before)) + 1.2 * bool(_PRODUCT_AFTER.match(after)))
        score["person"] += (
            weight * (2 * bool(_PERSON.search(before)) + bool(_PERSON_AFTER.match(after))) * (1 if " " in name else 0.5)
        )
        score["place"] += weight * (0.5 * bool(_PLACE.search(before)) + 2 * bool(_BASED.match(after)))
    return max(score, key=lambda kind: score[kind])


def _by_words(name: str, score: dict[str, float]) -> None:
    words = [bare(word) for word in name.split()]
    low = " ".join(words)
    if low in known_names():
        score[known_names()[low]] += 4
    if low in places():
        score["place"] += 3
    last = words[-1]
    for kind, parts, weight in (
        ("company", COMPANY_PARTS, 2.0),
        ("government", GOVERNMENT_PARTS, 3.0),
        ("organisation", ORGANISATION_PARTS, 2.5),
        ("law", LAW_PARTS, 3.0),
        ("event", EVENT_PARTS, 2.5),
        ("place", PLACE_PARTS, 2.0),
    ):
        if (last in parts and (len(words) > 1 or kind == "government")) or (
            len(words) > 2 and words[1] == "of" and words[0] in parts
        ):
            score[kind] += weight
    if "&" in words:
        score["company"] += 3
    elif 2 <= len(words) <= 4 and words[0] in first_names() and not re.search(r"\d", name):
        score["person"] += 2.5
    if re.search(r"\d", name):
        score["product"] += 1.2
