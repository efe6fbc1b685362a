"""Two negations that are one denial, as in `никто не пришёл`, and two that cancel each other, as in `не мог не прийти`.

In many languages a word such as `nobody` goes with the negation of its verb. Two negations of verbs are two denials.
"""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex

_OF_VERBS = frozenset(
    "no non não ne n' не нет нема няма немає nie nije nisu nisam није нису нисам δεν δε μην μη nu nem لا لم لن".split()
)
"""Negations of verbs."""
_BEFORE_VERBS = frozenset("nadie nunca jamás ningún ninguna ninguno nessuno nessuna mai ninguém nenhum nenhuma".split())
"""Words that deny alone where they are before the verb: `nadie puede no ir` denies twice."""
_NOBODY = regex(
    r"(?:ник(?:то|ого|ому|ем|ой|огда|ак\w*|о|ад|аде)|нич(?:его|то|ему|ем)|ништ[ао]|нищо|нигде|ніх?(?:то|кого|кому|коли|чого)"
    r"|нік(?:ого|ому|оли)|нічого|ni(?:kt|kogo|komu|kim|gdy|c|czego|czemu|kdo|kto|koho|kdy|kdo|čeho|tko|ko|kad|kada|šta|što)"
    r"|žádn\w+|žiadn\w+|żad\w+|κανείς|κανένας?|κανέναν?|καμ[ιί]α|τίποτα|ποτέ|nimeni|nimic|niciodată|senki\w*|semmi\w*|soha"
    r"|nunca|nada|nadie|ningún|ningun[oa]?|jamás|mai|nessun[oa]?|niente|nulla|ninguém|nenhum\w*|pas|jamais|rien|personne"
    r"|aucune?|plus|guère)(?![\w-])"
)
"""Words such as `nobody` and `nothing`, which go with the negation of a verb."""
_NEGATED_VERB = regex(r"(?:не|ні|nie|nije|nisu|није|нису|δεν?|nu|nem|sem|ne|n')(?![\w-])|n'|ne\w{3}|nie\w{4}")
_NOT = regex(r"(?<![\w'-])(?:не|nie|није|нису|nije|nisu|δεν?|nu|nem|sem|ne)(?![\w-])")


def denials_before(found: Sequence[str], passage: str, has_that: bool) -> int:
    """How many denials the negations before a passage are, in a language in which two may be one; ``has_that`` tells
    whether a word such as `that` begins another clause between them and the passage."""
    of_verbs = [word for word in found if _is_of_verb(word)]
    if not found:
        return 0
    if not has_that and not of_verbs and found[-1] not in _BEFORE_VERBS and _is_negated(passage):
        return 0
    if not has_that and len(found) == len(of_verbs) == 1 and _NOBODY.match(passage):
        return 0
    alone = bool(of_verbs) and found[0] in _BEFORE_VERBS
    return max(1, len(of_verbs) + alone)


def _is_of_verb(word: str) -> bool:
    return word in _OF_VERBS or word.startswith("n'")


def _is_negated(passage: str) -> bool:
    """Whether the first clause of a passage has the negation of its verb."""
    clause = re.split(r"[,;:.!?]", passage, maxsplit=1)[0]
    return bool(_NEGATED_VERB.match(clause) or _NOT.search(clause))
