"""Words before the name of a writer, in the languages of the table and in others: they count in a place for writers."""

import re
from functools import cache

from annotated_briefings.intake.labels.lines import is_name
from annotated_briefings.intake.labels.table import LabelRole, labels_of

_BY = (
    "by|von|vom|par|por|di|da|per|door|av|af|przez|od|de|eftir|skrifað af|skrivet av|skrevet af|skrevet av|skriven av"
    "|geschreven door|geschrieben von|verfasst von|écrit par|rédigé par|escrito por|scritto da|scris de|napisał"
    "|napisała|napsal|napsala|napísal|napísala|napisao|napisala|piše|piše nam|kirjoittanut|teksti|kirjutas|autors"
    "|autore|autorė|sagatavoja|parengė|írta|yazan|haber|γράφει ο|γράφει η|του|της|από|автор|автори|пише|пишува"
    "|написав|написала|написал|от|від|текст|egilea|gan|le|nga|prej|oleh|penulis|bởi|tác giả|viết bởi|โดย|द्वारा|লিখেছেন"
    "|از|نوشته|به قلم|بقلم|كتب|كتبت|מאת|na|mwandishi|ni|isinulat ni|文|作者|글"
)
"""What languages write right before a writer."""


def without_lead_word(text: str) -> str:
    """The names of a text that a page has in a place for writers, without the words before them, in any language;
    any other text as it is."""
    found = _leads().match(text)
    rest = text[found.end() :].strip() if found else ""
    return rest if rest and is_name(rest) else text


@cache
def _leads() -> re.Pattern[str]:
    words = {*_BY.split("|"), *labels_of(LabelRole.BY, LabelRole.AUTHOR)}
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, longest))})(?:\s*[:：／/]\s*|\s+)(?=\S)", re.IGNORECASE)
