"""Labels of lines below a headline, in many languages: those of a writer, those of an outlet, and others."""

import re

from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value

AUTHOR, OUTLET, OTHER = "author", "outlet", ""
_LABELS = {
    AUTHOR: (
        "author|authors|byline|by|writer|written by|reporter|words by|autor|autorin|autoren|verfasser|verfasserin|von"
        "|auteur|auteure|auteurs|par|autora|autores|por|autore|autrice|autori|di|door|schrijver|författare|skribent|av"
        "|forfatter|journalist|af|kirjoittaja|toimittaja|höfundur|autors|autorius|rašė|szerző|írta|újságíró|napsal"
        "|napsala|autoři|dziennikarz|autorka|napisał|napisała|avtor|autorul|scris de|yazar|yazan|muhabir|müəllif"
        "|muallif|nga|autori|egilea|egileak|awdur|gan|údar|oleh|penulis|tác giả|may-akda|mwandishi|umwanditsi"
        "|qoraaga|marubuci"
        "|автор|авторы|автори|автора|текст|корреспондент|кореспондент|журналіст|новинар|аўтар|муаллиф|муаллифлар"
        "|авторҙар|зохиогч|сэтгүүлч|συντάκτης|συντάκτρια|συγγραφέας|γράφει|հեղինակ|ავტორი|מאת|כותב|כותבת"
        "|بقلم|الكاتب|كاتب|كتب|كتبت|المؤلف|إعداد|نویسنده|نوشته|به قلم|گزارش|تحریر|مصنف|نامہ نگار|ليکوال|نووسەر"
        "|लेखक|लेखिका|लेखन|संवाददाता|रिपोर्टर|पत्रकार|লেখক|প্রতিবেদক|লেখা|લેખક|ਲੇਖਕ|எழுதியவர்|ஆசிரியர்|రచయిత|ಲೇಖಕ|ಲೇಖಕರು"
        "|ലേഖകൻ|ලේඛක|කතුවරයා|ရေးသားသူ|စာရေးသူ|ผู้เขียน|โดย|เรื่อง|ຜູ້ຂຽນ|ໂດຍ|អ្នកនិពន្ធ|ដោយ|ጸሐፊ|ደራሲ|ዘጋቢ"
        "|作者|记者|記者|撰文|撰稿|执笔|執筆|執筆者|筆者|文|글|글쓴이|기자|저자"
    ),
    OUTLET: (
        "source|outlet|newspaper|publication|publisher|published in|published by|quelle|zeitung|medium|erschienen in"
        "|journal|publié dans|fuente|periódico|medio|publicado en|fonte|testata|jornal|bron|krant|källa|tidning|kilde"
        "|avis|lähde|heimild|forrás|zdroj|źródło|gazeta|izvor|vir|sursa|sursă|kaynak|gazete|mənbə|manba|burimi|iturria"
        "|ffynhonnell|foinse|sumber|nguồn|chanzo|источник|джерело|издание|видання|извор|крыніца|эх сурвалж|πηγή|աղբյուր"
        "|წყარო|מקור|المصدر|مصدر|الصحيفة|منبع|ماخذ|سرچینه|स्रोत|स्त्रोत|সূত্র|સ્રોત|ਸਰੋਤ|ஆதாரம்|మూలం|ಮೂಲ|ഉറവിടം|මූලාශ්‍රය"
        "|အရင်းအမြစ်|ที่มา|แหล่งที่มา|ທີ່ມາ|ប្រភព|ምንጭ|来源|來源|稿源|消息来源|出典|掲載紙|掲載元|출처"
    ),
}
"""What labels before a colon or a dash mean; the labels of each kind are parted by bars."""
_MEANING = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:：՝|·•\d]{0,28}?)(?:\s*[:：՝]\s*|(?P<dash>\s+[-–—]\s+))(?P<value>\S.*)")
_LABEL_WORDS = 4
_ALONE = (
    r"מאת|بقلم|به قلم|نوشته|نوشتهٔ|โดย|ໂດຍ|ដោយ|লেখক|"
    r"Γράφει (?:ο|η)|Oleh|Gan|Nga"
)
_BEFORE = re.compile(rf"(?:{_ALONE})\s+(?P<value>\S.*)")
"""Words right before a writer, without a colon."""
_PREFIXED = re.compile(r"በ(?P<value>[\u1200-\u137f]+(?: [\u1200-\u137f]+){1,2})")
"""Amharic writes `by` as the first letter of the name."""
_NO_NAME = re.compile(rf"\d|[{STOPS}።;]$|[:：@/]")
_NAME_WORDS, _NAME_LONG, _CAPITAL_WORDS = 6, 60, 2


class HeadLabel(Value):
    """A line that begins with a label."""

    kind: str
    """``author``, ``outlet``, or empty for a label of something else."""
    value: str
    """What is behind it."""
    dashed: bool
    """Whether a dash parts them, as it does the halves of some names too."""


def read_label(line: str) -> HeadLabel | None:
    """The label that a line begins with, and its value; None for a line that begins with none."""
    found = _LABELLED.fullmatch(line.strip())
    if found is None or len(found["label"].split()) > _LABEL_WORDS:
        return None
    return HeadLabel(_MEANING.get(found["label"].strip().casefold(), OTHER), found["value"], bool(found["dash"]))


def labelled_writer(line: str, *, below_headline: bool = False) -> str:
    """The names of a line that is nothing but a label for a writer and names, in scripts without capitals a word such
    as `by` and names; empty for any other. ``below_headline`` where the line cannot be a headline itself."""
    label = read_label(line)
    if label:
        return label.value if label.kind == AUTHOR and _is_name(label.value) else ""
    found = _BEFORE.fullmatch(line.strip()) or (_PREFIXED.fullmatch(line.strip()) if below_headline else None)
    return found["value"] if found and _is_name(found["value"]) else ""


def _is_name(text: str) -> bool:
    """Whether words may be names: few, no sentence, and each with a capital in scripts that have any."""
    words = text.split()
    if len(words) > _NAME_WORDS or len(text) > _NAME_LONG or _NO_NAME.search(text):
        return False
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return not cased or (len(cased) >= _CAPITAL_WORDS and cased[0][0].isupper() and cased[-1][0].isupper())
