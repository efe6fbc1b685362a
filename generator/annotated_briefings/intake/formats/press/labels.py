"""What press databases call their fields: the names that only they use, and codes of two letters."""

from collections.abc import Mapping

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels import LabelRole, is_database_field, role_of

TEXT, SUMMARY, OTHER, COVER, TITLE = "text", "summary", "other", "cover", "title"
_ROLES = {
    LabelRole.TITLE: TITLE,
    LabelRole.TEXT: TEXT,
    LabelRole.SUMMARY: SUMMARY,
    LabelRole.AUTHOR: "author",
    LabelRole.BY: "author",
    LabelRole.OUTLET: "outlet",
    LabelRole.PUBLISHED: "published",
    LabelRole.URL: "url",
    LabelRole.LANGUAGE: "language",
}
"""The roles of fields, by what their labels name; those of all others have the role ``other``."""
_NAMES: Mapping[str, str] = {
    TEXT: "brødtext",
    TITLE: "hlead",
    "outlet": "publication info|publication information|media|publication source",
    "url": ("document url|persistent link|persistent url|dauerhafte adresse des dokuments|adresse des dokuments"),
    COVER: (
        "user name|date and time|job number|client/matter|client|search terms|search type|narrowed by"
        "|content type|download request|time of request|send to|terms|project id|number of documents|documents"
        "|delivered by|requested by|report created|search query|query|citation style|all of these words"
        "|none of these words|at least one of these words|exact phrase|results found|timestamp|duplicates"
        "|region(s)|download-anforderung|zeitpunkt der anforderung|suchbegriffe|suchanfrage|suchart"
        "|eingegrenzt nach|benutzername|auftragsnummer|datum und uhrzeit|datum und zeit|inhaltstyp"
        "|anzahl der dokumente|trefferzahl|nom d'utilisateur|nom d’utilisateur|date et heure|numéro de la tâche"
        "|termes de recherche|type de recherche|type de contenu|restreint par|heure de la demande"
        "|critères de recherche|sauvegardé par|recherche|nombre de documents|nombre de résultats"
        "|nombre de usuario|fecha y hora|número de trabajo|términos de búsqueda|tipo de búsqueda|limitado por"
        "|criterios de búsqueda|resultados|nome utente|data e ora|termini di ricerca|tipo di ricerca"
        "|criteri di ricerca|zoektermen|zoekopdracht|gebruikersnaam|datum en tijd|searched for|databases searched"
        "|search strategy|your search|print request"
    ),
}
"""What names of fields mean that only databases use; names are parted by bars. All others are in the one table of such
fields."""
_BY_NAME = {bare_key(name): role for role, names in reversed(tuple(_NAMES.items())) for name in names.split("|")}
_CODES = {
    "HD": TITLE, "TI": TITLE, "LP": TEXT, "TD": TEXT, "TX": TEXT, "FT": TEXT, "BY": "author", "AU": "author",
    "SN": "outlet", "SO": "outlet", "JN": "outlet", "PD": "published", "DT": OTHER, "LA": "language",
    "AB": SUMMARY, "UR": "url",
    **dict.fromkeys("SE CR WC ET SC ED PG CY CT RF CO IN NS RE IPC IPD PUB AN CLM VOL ART IS PY DE RA".split(), OTHER),
}  # fmt: skip
"""What the codes of fields mean that some databases write instead of names."""
_NAMED = regex(r"(?P<name>[^\W\d_][^:：=.!?\"“”]{0,48}?)\s?[:：](?:\s*=)?(?=\s|$|[^/\s\d])\s*(?P<value>.*)")
_CODED = regex(r"(?P<code>[A-Z]{2,3})(?:\s+(?P<value>\S.*))?")
_ALONE = frozenset(
    bare_key(name)
    for name in (
        "body|full text|graphic|graphics|classification|notes|note|correction|correction-date|series|highlight|volltext"
        "|grafik|textkörper|texte intégral|corps|texte|texto completo|cuerpo|testo integrale|corpo|abstract|text"
        "|zusammenfassung|résumé|resumen|article|load-date|illustration|illustrations|bildunterschrift|hauptteil"
    ).split("|")
)
"""Names that are on a line of their own, without a colon."""
_ALSO_COVER = frozenset(bare_key(name) for name in ("company", "industry"))
"""Fields of documents that a cover may have too: it lists what was asked for."""
_BODIES = frozenset(bare_key(name) for name in "body|textkörper|corps|cuerpo|corpo|hauptteil|article".split("|"))


class Label(Value):
    """The field that a line begins."""

    key: str
    """The name of the field, without what people spell in several ways."""
    role: str
    """``title``, ``text``, ``summary``, ``author``, ``outlet``, ``published``, ``url``, ``language``, ``cover`` or
    ``other``."""
    value: str
    """What follows it on its line."""
    coded: bool = False
    """Whether it is a code of two letters."""

    @property
    def on_covers(self) -> bool:
        """Whether a cover may have it."""
        return self.role == COVER or (self.key in _ALSO_COVER and not self.coded)


def named_label(line: str) -> Label | None:
    """The field that a line begins by its name; None for a line that begins none."""
    found = _NAMED.fullmatch(line)
    if found is None:
        key = bare_key(line) if len(line) < 24 else ""
        return Label(key, TEXT if key in _BODIES else _role(line), "") if key in _ALONE else None
    role = _role(found["name"])
    return Label(bare_key(found["name"]), role, found["value"].strip()) if role else None


def _role(name: str) -> str:
    """What the name of a field means; empty for any other words."""
    own = _BY_NAME.get(bare_key(name), "") or (OTHER if is_database_field(name) else "")
    meant = "" if own else role_of(name)
    return own or (_ROLES.get(meant, OTHER) if meant else "")


def coded_label(line: str) -> Label | None:
    """The field that a line begins by its code; None for a line that begins none."""
    found = _CODED.fullmatch(line)
    role = _CODES.get(found["code"], "") if found else ""
    return Label(found["code"], role, (found["value"] or "").strip(), True) if found and role else None
