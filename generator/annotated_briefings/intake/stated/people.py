"""Authors as people know them: names without labels, addresses, days, offices and menus around them."""

import re
from collections import Counter

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.labels import LabelRole, labelled_line
from annotated_briefings.intake.ner.lexicon import ROLES, first_names, surnames
from annotated_briefings.intake.ner.person_names import PARTICLES

_MAIL = regex(
    r"(?:mailto:)?[\w.+%'-]+(?:@|%40|\s?[(\[{](?:at|ät|arroba)[)\]}]\s?)[\w-]+(?:(?:\.|\s?[(\[]dot[)\]]\s?)[\w-]+)+",
    re.IGNORECASE,
)
_ADDRESS = regex(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LINK = regex(r"\[([^\]]*)\]\([^)]*\)")
_HANDLE = regex(r"(?<!\w)@\w+")
_BRACKETS = regex(r"[(\[<][^()\[\]<>]*[)\]>]")
_NUMERIC_DAY = r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d"
_MONTH = (
    r"(?:jan|feb|f[ée]v|m[äa]r|mars|apr|avr|abr|ma[iy]|jun|juin|jul|juil|aug|ao[uû]|ago|sep|o[ck]t|nov|de[czs]|d[ée]c"
    r"|ene|enero|marzo|mayo)[^\W\d_]{0,7}\.?"
)
_DAY = regex(
    rf"(?:{_NUMERIC_DAY}|\b\d{{1,2}}(?:\.|st|nd|rd|th)?(?: de)? {_MONTH}|\b{_MONTH} \d{{1,2}}\b"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d+ ?min)",
    re.IGNORECASE,
)
_LABEL = regex(
    r"\s*(?:(?:view|see|show|read|browse)?\s*(?:all |more )?(?:posts|articles|stories|news|entries)? ?(?:written )?"
    r"(?<=[a-z] )(?:by|from)\b|(?:posted|published|written|reported|edited|submitted|compiled|story|words|text)"
    r"(?: by\b|\s*:)"
    r"|(?:about|meet|contact|follow|more (?:from|by|about))(?: the)?(?: author)?\b(?!\s*$)\s*:?"
    r"|(?:about )?(?:the )?(?:authors?|autor(?:in|en|es|a)?|auteure?s?|byline|creator|writers?|reporter"
    r"|reporters)\s*[:=]"
    r"|(?:geschrieben|verfasst|veröffentlicht|erstellt|ein (?:beitrag|artikel)|text|artikel|beitrag)(?: von\b|\s*:)"
    r"|(?:alle (?:beiträge|artikel) )?von (?!der |den |dem )(?-i:(?=[A-ZÄÖÜ]))|folgen sie\b"
    r"|(?:publié|écrit|rédigé|posté|propos recueillis)(?:e?s?) par\b|(?:tous les articles (?:de|par))\b|par\b"
    r"|suivre\b"
    r"|(?:publicado|escrito|redactado|texto)(?: por\b|\s*:)|(?:todos los artículos de)\b|por\b|seguir a\b"
    r"|(?:article |texte |reportage )?(?:écrit|rédigé|signé) par\b|door "
    r"(?:onze (?:redacteur|verslaggever|correspondent)\w* )?"
    r"(?-i:(?=[A-Z]))|(?:scritto|a cura) (?:da|di)\b"
    r"|[\[【(（]?(?:本报|本報|本社)?(?:记者|記者|作者|撰文|撰稿|文|編集委員"
    r"|筆者)"
    r"(?:[/：:／]|\s(?=\S))|(?:автор|текст|корреспондент)(?:ы)?\s*:|(?:كتب|كتبت|الكاتب|إعداد)\s*:|بقلم\s*:?"
    r"|by\b|di\b(?= [A-Z]\w+ [A-Z]))[\s:：/／]*",
    re.IGNORECASE,
)
_TAIL = regex(
    r"(?:\s+(?:follow|folgen|suivre|seguir|updated|published|posted|aktualisiert|view|profile|email|e-mail"
    r"|biography|bio)"
    r"(?:\s.*)?"
    r"|\s+(?-i:in|for|at|on|of|am|um|aus|für|bei|à|pour|en|para|desde)\s+[^\W_].*|\s+(?-i:le|el)\s+\d.*"
    r"|(?-i:(?<=[A-ZÀ-Þ]{2})\s+(?:IN|FOR|AT|ON|AUS|BEI|DESDE)\s+[A-ZÀ-Þ\d].*)"
    r"|\s+[-–—|·•/]\s.*|\s*[-–—|·•:]\s*)$",
    re.IGNORECASE,
)
_KIND = regex(
    r"\s*(?:(?:[^\W\d_]+ ){1,3}by\s+(?-i:(?=[A-ZÀ-Þ]))|(?:eine? )?(?:kommentar|gastbeitrag|gastkommentar"
    r"|analyse|bericht|interview|reportage"
    r"|essay|meinung|kolumne|rezension|kritik|porträt)\s+von\s+|(?:[^\W\d_]+ ?){1,2}:\s+(?-i:(?=[A-ZÀ-Þ])))",
    re.IGNORECASE,
)
"""What an article is, before the name of its writer."""
_PARTS = regex(
    r"\s*(?:;|\||•|·|/|、)\s*|\s+(?:and|&|und|et|(?-i:y|e|en|(?<=[A-ZÀ-Þ]{2}\s)[YE](?=\s[A-ZÀ-Þ]{2}))|og|och)\s+"
    r"|\s+(?:with|mit|avec|con)\s+(?-i:(?=[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_SUFFIX = regex(r",\s*((?:jr|sr|ph\.?d|m\.?d|ii|iii|iv)\b\.?)", re.IGNORECASE)
_NONE = frozenset(
    "admin administrator root webmaster unknown anonymous anonym anonyme anónimo none null nil n/a name author "
    "authors "
    "autor autorin auteur byline user guest default editor1 subscribe follow share contact about home menu login "
    "comments comment print email e-mail search profile biography bio wordpress more archive archives archiv "
    "undefined "
    "test me nobody various author's redaktion rédaction redacción redazione redactie redação redacao "
    "agencies agency agenturen agences agencias "
    "newsroom newsdesk dpa afp apa ap efe ansa lusa anp belga keystone-sda 编辑部 本报讯 редакция".split()
)
_MENU = regex(
    r"(?:view|show|read|see|share|follow|subscribe|contact|about|more|log|sign|click|send|print|e-?mail|copy"
    r"|leave|add"
    r"|comments?|authority|archiv|alle|mehr|zum|zur|tous|voir|ver|más|save|skip|search|edit|authors?)\b",
    re.IGNORECASE,
)
_OFFICE = regex(
    r"\b(?:staff|senior|chief|writer|reporter|editor|correspondent|columnist|journalist|photographer|freelance\w*|"
    r"contributor|contributing|special to|redakteur\w*|korrespondent\w*|journaliste|correspondant\w*|redactor\w*|"
    r"corresponsal|periodista|updated|published|posted|professor|ceo|analyst)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "van von der den de del della di da do dos das du la le los las el al ul bin ibn ben bint ter ten te zu zum "
    "zur y e i "
    "af av of the st staff newsroom desk team agencies agency editors correspondents redaktion "
    "rédaction redacción".split()
)
_PAPER = regex(
    r"(?:The|Der|Die|Das|Le|La|El|Il)\s|.*(?:Times|Post|Gazette|Courier|News|Herald|Journal|Tribune|Wire|Press|Daily|"
    r"Guardian|Observer|Chronicle|Telegraph|Mirror|Magazine|Bulletin|Zeitung|Anzeiger|Kurier|Rundschau|Nachrichten|"
    r"Letter)\b"
)
_OTHER = regex(
    r"\s*(?:(?:more|share|about|contact|follow|view)\b(?:.*\b(?:this|on|us)\b|[^:]*\bthe author\b[^:]*$)|(?:photo"
    r"|photograph|foto"
    r"|image|bild"
    r"|picture|illustration|graphic)s?(?:\s+by\b|\s*:))",
    re.IGNORECASE,
)
"""What is no name of a writer at all, whatever follows."""
_PROFILE = regex(
    r"^\s*(?:view |see |all of )?(.+?)['’]s (?:profile|page|articles|stories|posts|archive|latest)\b.*$", re.I
)
_NO_LETTER_END = regex(r"(?:\s+[^\w\s.,'’()-]+)+\s*$")
"""Pictures and signs behind a name."""
_AGENCY = regex(
    r"\s*(?:,|/|\b(?:mit|und|avec|et|con|y|with|and)\b)\s*(?:Material (?:von|der) )?(?:dpa|apa|sid|epd|kna|afp)$"
)
"""An agency behind a writer, as papers write it: in small letters."""
_EDITED = regex(
    r"[;.]?\s*\b(?:additional reporting|editing|edited|redigiert|bearbeitet|editado|édité|photos?|fotos?)"
    r"(?: by| von| par| por)?\b:?.*$",
    re.IGNORECASE,
)
"""Who edited a text or took its pictures, behind its writers."""
_ELIDED = regex(r"[a-z]{1,2}['’][A-ZÉ]")
_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*")
_JOINS = frozenset(
    "by von par por door di and und et y e en og och with mit avec con the author autor autorin auteur autore autora "
    "byline in at for on".split()
)
"""Words of a byline that say nothing by themselves."""
_LONGEST = 60
_MOST_WORDS = 6
_WIKILINK = regex(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")
"""How note programs write the name of a person: as a link to the note about them."""

_BY = regex(r"(?:by|par|por|door|words|text|texte|texto)\b(?!,)", re.IGNORECASE)
"""Words behind which a name begins with its given name."""
_WRITTEN_BY = regex(r"^\s*(?:מאת|بقلم)\s*[:：]?\s*")
"""The same in scripts without capitals."""
_NAME_WORD = regex(r"[^\W\d_a-z](?:[^\W\d_]|['’.-])*|d['’][^\W\d_]+")
_INITIAL = regex(r"[^\W\d_a-z]\.?(?:-?[^\W\d_a-z]\.)*")
_MOST_SURNAMES, _MOST_GIVEN = 3, 3


def without_mail(text: str) -> str:
    """A text without mail addresses and what encloses them."""
    return re.sub(r"[<(\[]\s*[>)\]]", "", _MAIL.sub("", text)).strip()


_LABELLED = 140
"""Characters of a byline that may begin with a label."""


def people(text: str) -> str:
    """The names that a byline holds, in its order, as `A, B, C`; empty where it holds none."""
    label = labelled_line(text) if len(text) <= _LABELLED else None
    text = label.value if label and label.role == LabelRole.AUTHOR and not label.dashed else text
    text = _WRITTEN_BY.sub("", _WIKILINK.sub(lambda link: link[2] or link[1], text))
    text = _LINK.sub(r"\1", " ".join(re.sub(r"\s*\n\s*", "; ", text.strip()).split()))
    bare = _ADDRESS.sub("", _MAIL.sub("", text))
    inside = re.fullmatch(r"\s*\(([^()]+)\)\s*", bare)
    # `name@host (Name)` is how RSS writes an author.
    bare = inside[1] if inside else _BRACKETS.sub(" ", bare)
    bare = _SUFFIX.sub(r" \1", _HANDLE.sub("", bare).strip(" \t\"'“”„<>"))
    bare = _AGENCY.sub("", bare)
    edited = _EDITED.search(bare)
    bare = bare[: edited.start()] if edited and edited.start() > 3 else bare
    names: list[str] = []
    for item in () if _OTHER.match(bare) else (_surname_last(bare) or _unlabelled(bare)).split(";"):
        parts = [_surname_last(part) or part for part in _PARTS.split(item)]
        names += map(_name, _turned(item, [piece for part in parts for piece in part.split(",")]))
    kept = [name for name in dict.fromkeys(names) if name]
    # The paper, the agencies and the office after the name of a writer: they are no second writer.
    return ", ".join(name for number, name in enumerate(kept) if not number or _is_second(name, kept[0]))


def rest_of_byline(text: str, *names: str) -> str:
    """The words of a byline that are in none of the names taken from it, nor joins or labels them; in their order."""
    bare = _ADDRESS.sub(" ", _MAIL.sub(" ", _WIKILINK.sub(lambda link: link[2] or link[1], _LINK.sub(r"\1", text))))
    left = Counter(word.casefold() for name in names for word in _WORD.findall(name))
    rest: list[str] = []
    for word in _WORD.findall(bare):
        if left[word.casefold()]:
            left[word.casefold()] -= 1
        elif word.casefold() not in _JOINS:
            rest.append(word)
    return " ".join(rest)


def _is_second(name: str, first: str) -> bool:
    if " " in first and " " not in name and name.isascii():
        # A place or an agency behind a whole name.
        return False
    return not (_PAPER.match(name) or name.islower() or all(word in ROLES for word in name.lower().split()))


def _turned(text: str, pieces: list[str]) -> list[str]:
    """`Falk, Hanne` is one name with its parts turned; two papers are not."""
    words = [piece.strip() for piece in pieces]
    single = (
        len(words) == 2
        and text.count(",") == 1
        and all(re.fullmatch(r"[^\W\d_a-z](?:[^\W\d_]|['’])+", w) for w in words)
    )
    if single and not any(word.isupper() or _PAPER.match(word) or word == "Reuters" for word in words):
        return [f"{words[1]} {words[0]}"]
    return words


def _unlabelled(text: str) -> str:
    before = None
    while before != text:
        before = text
        label = _LABEL.match(text) or _KIND.match(text)
        if label and label.end() and label.end() < len(text):
            text = text[label.end() :]
    return text


def _name(piece: str) -> str:
    if _OTHER.match(piece):
        return ""
    text = _PROFILE.sub(r"\1", _NO_LETTER_END.sub("", _unlabelled(piece)))
    text = text.strip(" \t\"'“”„<>.:-–—") + ("." if piece.rstrip().endswith("r.") else "")
    day = _DAY.search(text)
    if day:
        text = re.sub(r"\s+(?:on|at|am|um|le|el|à|den|vom)?\s*(?:\w+day|\w+tag)?,?\s*$", "", text[: day.start()] + " ")
    before = None
    while before != text:
        before = text
        text = _TAIL.sub("", text).strip(" ,")
    words = text.split()
    if not words or len(text) > _LONGEST or len(words) > _MOST_WORDS or text.casefold() in _NONE:
        return ""
    if not any(c.isalpha() for c in text) or any(c.isdigit() for c in text):
        return ""
    small = [word for word in words if word[0].islower() and word.casefold() not in _SMALL and not _ELIDED.match(word)]
    whole_small = text.islower() and len(words) <= 2
    if (small and not whole_small) or (_MENU.match(text) and (small or len(words) == 1 or whole_small)):
        return ""
    office = _OFFICE.search(text)
    if office and not text.endswith(" staff"):
        text = text[: office.start()].strip(" ,-–—")
        return text if " " in text else ""
    return text


def _surname_last(text: str) -> str:
    """A name that states its surname first, with its given name first; empty for any other text.

    `Berg Holm, Anna` is such a name, `Anna Berg, Florence` and `Berg Holm, Madrid` are none: what is behind the comma
    consists of given names and initials, what is before it does not begin with one.
    """
    surname, comma, given = text.strip().partition(",")
    words, names = surname.split(), given.split()
    main = [word for word in words if word not in PARTICLES]
    if not comma or not words or not names or _BY.match(text.strip()) or len(names) > _MOST_GIVEN:
        return ""
    if not 1 <= len(main) <= _MOST_SURNAMES or not all(map(_NAME_WORD.fullmatch, main)):
        return ""
    if not all(_is_given(name) or (n and name in PARTICLES) for n, name in enumerate(names)):
        return ""
    own = next((word for word in words if word.lower() not in PARTICLES), "")
    if not own or (_is_given(own) and len(words) > 1 and words[0].lower() not in PARTICLES):
        return ""
    if len(words) == len(names) == 1 and own.lower() in first_names() and not _is_surname(own, names[0]):
        # `Jane, Anna` may be two people.
        return ""
    return f"{' '.join(names)} {' '.join(words)}"


def _is_surname(word: str, beside: str) -> bool:
    """Whether a word that is a given name too is rather a surname than the one beside it."""
    return word.lower() in surnames() and beside.lower() not in surnames()


def _is_given(word: str) -> bool:
    """Whether a word is a given name or the initial of one."""
    if _INITIAL.fullmatch(word):
        return True
    return bool(_NAME_WORD.fullmatch(word)) and all(part in first_names() for part in word.lower().split("-"))
