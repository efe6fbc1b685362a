"""Who a message is from: a person is its writer and never its outlet; offices, services and lists are neither."""

import re
from email.utils import parseaddr

from annotated_briefings.base.meant.offices import is_body, is_office, without_offices
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.lexicon import first_names
from annotated_briefings.intake.ner.person_names import are_people
from annotated_briefings.intake.stated.outlets import PAPER, outlet_name
from annotated_briefings.intake.stated.people import people

_PROVIDERS = regex(
    r"(?:.*\.)?(?:"
    # Mailboxes that anybody may have.
    r"gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|web|mail|email|posteo"
    r"|mailbox"
    r"|freenet|t-online|arcor|proton|protonmail|pm|tutanota|tuta|fastmail|hey|zoho|yandex|rambler|inbox|orange"
    r"|wanadoo|free"
    r"|laposte|sfr|libero|virgilio|tiscali|alice|terra|telefonica|uol|bol|ziggo|kpnmail|xs4all|planet|bluewin"
    r"|hispeed|wp|o2"
    r"|onet|interia|seznam|centrum|naver|daum|hanmail|qq|163|126|sina|foxmail|docomo|ezweb|nifty|btinternet|comcast"
    r"|verizon"
    # Lists, and services that send letters or host them.
    r"|googlegroups|groups|yahoogroups|freelists|listserv|simplelists|topica|mailchimp|mailchimpapp|mcsv|rsgsv"
    r"|list-manage"
    r"|campaign-archive|substack|substackmail|beehiiv|buttondown|convertkit|convertkit-mail\d*|kit|ghost|mailgun"
    r"|amazonses"
    r"|sendgrid|ccsend|constantcontact|cmail\d*|createsend\d*|hubspotemail|sendinblue|brevo|mailjet|klaviyomail"
    r"|mailerlite"
    r"|getresponse|aweber|medium|wordpress|blogger|tumblr|feedburner|feedblitz|rapidmail|cleverreach|mailpoet"
    r"|tinyletter|revue"
    r")(?:\.(?:com?|net|org|[a-z]{2}))?\.[a-z]{2,5}"
    r"|(?:lists?|listserv|mailman|groups)\.[\w.-]+",
    re.IGNORECASE,
)
"""Domains that say nothing of who published a text."""
_SERVICE = regex(
    r"(?:www|e|em|mail|mails|email|e-?mail|mailer|mailing|news|newsletters?|letters?|info|send|lists?|reply"
    r"|bounces?|mkt"
    r"|marketing|click|go|updates?|smtp|mx\d*)\.(?=[\w-]+\.)",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:no|do[- ]?not|nicht|ne[- ]?pas|no[- ]?responder)[- ._]?(?:reply|antworten|répondre|repondre)?|newsletters?"
    r"|news ?desk"
    r"|news ?room|news ?team|(?:the )?(?:editors?|editorial(?: team| desk| staff)?|team|staff|desk|press(?: office"
    r"| team"
    r"| service)?|communications?|media(?: relations| office| team)?|mailer|info(?:rmation)?|contact|support"
    r"|admin(?:istrator)?"
    r"|subscriptions?|alerts?|updates?|notifications?|web ?master|post ?master|mailing list|list)|redaktion"
    r"|nachrichten"
    r"|pressestelle|presse(?:dienst)?|rédaction|la rédaction|service de presse|redacción|la redacción|redazione"
    r"|la redazione"
    r"|redactie|redação|prensa|ufficio stampa|редакция|编辑部|編集部|التحرير"
)
_ONLY_OFFICE = regex(_OFFICE, re.IGNORECASE)
_IN_NAMES = r"(?:press|presse|prensa|media|communications?|news|nachrichten|info|information|updates?|alerts?)"
"""Offices whose words are also parts of the names of papers: `Press Gazette`."""
_WITH_OFFICE = regex(
    rf"(?P<name>.+?)(?:\s+(?!{_IN_NAMES}$)|[\s,|·–—:-]*[,|·–—:-]\s*)(?:{_OFFICE})"
    rf"|(?!{_IN_NAMES}\s+\w)(?:{_OFFICE})[\s,|·–—:-]+(?P<rest>.+)",
    re.IGNORECASE,
)
_PUBLICATION = regex(
    r"\b(?:the|times|post|gazette|courier|news|herald|journal|tribune|wire|press|daily|weekly|monthly|guardian"
    r"|observer|chronicle"
    r"|telegraph|mirror|magazine|bulletin|letters?|newsletter|briefs?|briefings?|reports?|notes|digest|updates?"
    r"|alerts?|today"
    r"|tonight|morning|evening|review|media|blog|podcast|radio|tv|desk|team|monitor|register|standard|star"
    r"|independent|dispatch"
    r"|insider|watch|weekly|roundup|edition|agency|agentur|zeitung|anzeiger|kurier|rundschau|nachrichten|blatt|bote"
    r"|rundbrief"
    r"|brief|presse|magazin|wochenblatt|journal|lettre|infos?|actualités|dépêche|courrier|quotidien|diario|boletín"
    r"|noticias"
    r"|correo|carta|prensa|giornale|corriere|gazzetta|notizie|krant|dagblad|nieuws|jornal|notícias|university"
    r"|institute|museum"
    r"|council|ministry|department|office|bank|group|company|inc|ltd|gmbh|foundation|association|society|union"
    r"|party|harbour"
    r"|port|city|town|club)\b",
    re.IGNORECASE,
)
_COMPANY = regex(
    r"(?:^|\s|,)(?:Oyj?|Abp?|AB|ASA?|A/S|ApS|AG|GmbH|KG(?:aA)?|SE|SAS?|S\.A\.?S?\.?|S/A"
    r"|SpA|S\.p\.A\.?|S\.?r\.?l\.?|SL|S\.L\.?"
    r"|S\.?L\.?U\.?|BV|B\.V\.?|NV|N\.V\.?|Ltda?\.?|Limited|PLC|plc|LLC|LLP|Inc\.?|Corp\.?|Kft\.?|Zrt\.?|Nyrt\.?"
    r"|sp\. z o\.\s?o\.?|a\.s\.?|s\.r\.o\.?|d\.o\.o\.?|d\.d\.?|j\.d\.o\.o\.?|OÜ|UAB|SIA|ehf\.?"
    r"|hf\.?|Lda\.?|Tbk\.?|Sdn\.? Bhd\.?"
    r"|A\.Ş\.?|AŞ|Ltd\. Şti\.?"
    r"|S\.C\.|SRL|EOOD|OOD|АД|ЕАД|ООД|ЕООД|АО|ПАО|ООО|ОАО|ЗАО|ТОВ|ПАТ|ПрАТ|ДП|ΑΕ|Α\.Ε\.|ΕΠΕ)(?=$|[\s,.])"
    r"|^(?:ООО|АО|ПАО|ОАО|ТОВ|ПрАТ|PT|CV|S\.C\.|SC|UAB|SIA|AS|OÜ)\s|株式会社|有限公司|股份公司|주식회사|\(주\)"
)
"""The legal forms of companies, before or behind their names."""
_PART = r"(?:[A-ZÀ-ÞА-Я][\w'’-]*\.?|van|von|der|den|de|del|della|di|da|du|la|le|bin|ibn|al|zu|ter)"
_NAME = regex(rf"(?:(?:dr|prof|mr|mrs|ms|herr|frau|mme|m|sra?)\.? )?{_PART}(?: {_PART}){{1,4}}", re.IGNORECASE)
_WITH_OUTLET = regex(
    r"(?P<a>[^|(]+?)(?:\s+(?:at|from|@|von|bei|chez|de chez|for|für)\s+|\s*[|·•]\s*|\s+[-–—]\s+|\s*,\s+(?=\S+ \S)"
    r"|\s*\()"
    r"(?P<b>[^)]+)\)?"
)
_TITLE = regex(r"(?:dr|prof|mr|mrs|ms|herr|frau|mme)\.? |(?:[A-Z]\. ?)+[A-Z]", re.IGNORECASE)
_WITH_ADDRESS = regex(r"\s*(?P<name>[^<>\"@]*,[^<>\"@]*?)\s*<(?P<mail>[^<>\s]+@[^<>\s]+)>\s*")
_VIA = regex(r"\s+(?:via|über)\s+.+$", re.IGNORECASE)


class Sender(Value):
    """What the sender of a message says of a text."""

    author: str = ""
    """The person who sent it; empty for an office, a paper or a service."""
    outlet: str = ""
    """Who published it; empty where only a person, a list or a provider of mail is named."""


def read_sender(stated: str) -> Sender:
    """The writer and the outlet that a header `From` names."""
    # Many programs do not quote a name with a comma.
    found = _WITH_ADDRESS.fullmatch(stated)
    name, mail = (found["name"], found["mail"]) if found else parseaddr(stated)
    if "@" not in stated:
        # Programs that save a letter as text write the name alone.
        name, mail = stated.strip("<>"), ""
    name = " ".join(name.split()).strip(" \"'“”„")
    local, _, domain = mail.lower().rpartition("@")
    host = _publisher(domain)
    shared = bool(domain) and not host
    listed = bool(_VIA.search(name))
    name = _VIA.sub("", name)
    own = bool(name) and _letters(name) == _letters(host.partition(".")[0])
    if not name or "@" in name or ((_ONLY_OFFICE.fullmatch(name) or is_office(name)) and not own):
        return Sender(outlet=host)
    parts = (name,) if own or _is_known_person(name) else without_offices(name)
    bodies = [part for part in parts if is_body(part) and not _is_known_person(part)]
    if bodies:
        writers = [part for part in parts if part not in bodies and _may_be_person(part)]
        return Sender(people(writers[0]) if writers else "", outlet_name(bodies[0]))
    name = ", ".join(parts)
    if parted := _WITH_OUTLET.fullmatch(name):
        for person, other in ((parted["a"], parted["b"]), (parted["b"], parted["a"])):
            if _may_be_person(person) and not _may_be_person(other):
                return Sender(people(person), "" if _ONLY_OFFICE.fullmatch(other) else outlet_name(other))
        if len(parted["a"].split()) == 1 and _letters(parted["b"]) and _letters(parted["b"]) in _letters(domain):
            # Somebody who gives his first name alone.
            return Sender(outlet=outlet_name(parted["b"]))
    if (office := _WITH_OFFICE.fullmatch(name)) and len(office["name"] or office["rest"]) > 2:
        name = office["name"] or office["rest"]
        return Sender(outlet=outlet_name(name))
    if len(name.split()) > 1 and _letters(name) == _letters(local) and not _PUBLICATION.search(name):
        return Sender(people(name), host)
    if _COMPANY.search(name):
        return Sender(outlet=outlet_name(name))
    known = "," in name or name.split()[0].lower() in first_names()
    if not _may_be_person(name) or (not known and (any(map(PAPER.fullmatch, name.split())) or not are_people(name))):
        return Sender(outlet=outlet_name(name) or host)
    if _is_person(name, local, domain, shared=shared or listed):
        return Sender(people(name), "" if listed else host)
    if _letters(name) in _letters(domain) or any(_letters(word) in _letters(domain) for word in name.split()):
        return Sender(outlet=outlet_name(name))
    # Two capitalised words may be a person or a paper: the domain is certain.
    return Sender(outlet=host or outlet_name(name))


def _publisher(domain: str) -> str:
    """The host of a publisher, without the name of the machine that sends its letters; empty for everybody's."""
    host = _SERVICE.sub("", domain.strip(" <>"))
    return "" if not host or _PROVIDERS.fullmatch(domain) or _PROVIDERS.fullmatch(host) else host


def _is_known_person(name: str) -> bool:
    """Whether a name begins as those of people do: `Ville Aro`, and not `Ville de Lyon`."""
    first, *rest = name.rpartition(", ")[2].split()
    return (
        first.lower() in first_names()
        and _may_be_person(name)
        and not (is_body(first) and rest[:1] and rest[0].islower())
    )


def _may_be_person(name: str) -> bool:
    """Whether a name has the form of a person's."""
    turned = re.fullmatch(r"([^,]+), ([^,]+)", name)
    plain = f"{turned[2]} {turned[1]}" if turned else name
    words = plain.split()
    proper = all(word[0].isupper() for word in (words[0], words[-1])) if words else False
    return bool(proper and _NAME.fullmatch(plain) and not _PUBLICATION.search(plain))


def _is_person(name: str, local: str, domain: str, *, shared: bool) -> bool:
    """Whether a name of that form is a person's, by how it is written and by the address beside it."""
    if shared or "," in name or _TITLE.match(name) or name.split()[0].lower() in first_names():
        return True
    if _letters(name) in _letters(domain):
        return False
    own = _letters(local)
    return any(len(part) > 2 and part in own for part in map(_letters, name.split()))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
