"""Names of publishers, and headlines, without what formats and sites put beside them: section, channel, counts."""

import re

from annotated_briefings.base.paths import has_web_scheme, host_of
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.labels import PageRole, is_count, page_line
from annotated_briefings.intake.ner.lexicon import first_names
from annotated_briefings.intake.stated.people import without_mail

_HOST = regex(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})/?", re.IGNORECASE)
_PARTS = regex(r"\s+(?:[-–—|»›>·•:]|::)\s+|\s*[|»›]\s*|:\s+|\s+::\s+")
_SECTION = frozenset(
    "substack medium mailchimp beehiiv wordpress blogger buttondown ghost "
    "news latest top stories story headlines headline breaking home homepage world national international local "
    "business "
    "sport sports politics opinion culture technology tech science health weather economy markets finance lifestyle "
    "entertainment travel articles article all feed feeds rss atom xml blog main front page recent posts updates "
    "europe "
    "asia africa americas us uk world's today's today and & the of most read popular und der die das le la les "
    "el los "
    "las et y aus de du des schlagzeilen nachrichten startseite politik wirtschaft kultur wissen gesundheit wetter "
    "panorama aktuelle aktuell aktuelles meldungen alle welt inland ausland actualités actualité accueil une à "
    "à-la-une "
    "monde économie politique "
    "culture santé dernières nouvelles infos noticias últimas ultimas portada inicio economía política cultura salud "
    "deportes mundo titulares english content channel channels tops section sections entries".split()
)
_SECTION_HEAD = regex(
    r"(?:nachrichten|news|actualités|noticias|neues|alles)(?:,| and| und| et| y| aus| from| about| de| für| zu| on) ",
    re.IGNORECASE,
)
_SMALL = frozenset("and & the of und der die das le la les el los las et y aus de du des".split())
_THINGS = frozenset(
    "look letter report view voice dispatch postcard live made night day house lunch dinner breakfast tea live hello "
    "greeting life war work art house school room bank church university institute museum court council department "
    "ministry office society academy best word note story tale bread song book city town state bureau centre "
    "center".split()
)
_VIA = regex(r"\s+(?:via|über) [\w .]+$", re.IGNORECASE)
_SLOGAN = regex(r"[a-zà-ÿ][\w-]*(?: [\w-]+){2,}")
_FEED = regex(
    r"(?:\s*\((?:rss|atom|feed|rss feed)\)"
    r"|\s+(?:(?:flux|fil|feed|canal|fuente|fonte|kanal)[\s-]+)?(?:rss|atom)(?:[\s-]*feed)?|\s+feed)\s*$",
    re.IGNORECASE,
)
_COMMENTS = regex(r"(?:comments (?:on|for)|kommentare zu|commentaires sur|comentarios en):?\s+", re.IGNORECASE)
_WRITER = regex(
    r"(?P<writer>\S+(?: \S+)?)(?: \w+\.)? (?:at|from|@|von|bei|chez|via) (?P<outlet>(?:the )?\S.*)", re.IGNORECASE
)


PAPER = regex(
    r".*(?:times|post|gazette|courier|news|herald|journal|tribune|wire|press|daily|weekly|guardian|observer|chronicle"
    r"|telegraph|mirror|ledger|bulletin|agency|radio|tv|zeitung|anzeiger|kurier|rundschau|nachrichten|blatt|presse|agentur"
    r"|figaro|monde|dépêches?|nouvelles|diario|noticias|periódico|gaceta|agencia|corriere|gazzetta|giornale|mattino"
    r"|agenzia|jornal|folha|notícias|krant|dagblad|courant|tidning\w*|bladet|avisen|gazeta|dziennik|новости|газета|вестник"
    r"|echo|eco|bote|stimme|phare|farol|zpravodaj|listy|noviny|glasnik|vjesnik|vesnik|hírlap|napló|kurír|kurier|courrier"
    r"|ziņas|vēstis|rīts|žinios|sõna|sanomat|sanat|uutiset|vestnik|вісник|новини|газета|листок|сесі|sesi|postası|gazetesi"
    r"|ziarul|monitorul|posten|fréttir|nuacht|journalen|огласник|весник|дневник|правда|голос"
    r"|известия|haber|gazetesi|ajansı|日报|日報|晚报|晚報|新闻|通讯社|新聞|通信|신문|일보|뉴스|통신|صحيفة|جريدة|وكالة|الأخبار)\W*",
    re.IGNORECASE,
)
"""The form of the names of papers and agencies: how they end."""
_PROGRAM = regex(
    r"(?:mobile |the )?web(?: ?(?:app|client|site|page))?|print|online|e-?paper"
    r"|(?:twitter|x|mastodon|instagram|facebook|bluesky|tumblr) (?:web (?:app|client)|for [\w ]+|lite|mobile)"
    r"|tweetdeck(?: web app)?|hootsuite(?: inc\.)?|buffer|ifttt|zapier(?:\.com)?|echofon|tweetbot[\w ]*|ivory[\w ]*"
    r"|tusky",
    re.IGNORECASE,
)
"""The programs with which posts are written, and kinds of media: none of them is a publisher."""


def outlet_name(text: str) -> str:
    """The name of a publisher out of a channel's title, a sender or a site's address; empty where it holds none."""
    text = " ".join(text.split())
    if is_count(text):
        return ""
    named = _VIA.sub("", without_mail(text)).strip(" \t\"'“”„<>")
    named = named[1:-1] if re.fullmatch(r"\([^()]+\)", named) else named
    if not named and "@" in text:
        return re.sub(r"[>)\"'].*", "", text.rpartition("@")[2]).strip().lower()
    host = _HOST.fullmatch(named)
    if host:
        return host[1].lower()
    if _PROGRAM.fullmatch(named):
        return ""
    if has_web_scheme(named):
        return host_of(named)
    named = _FEED.sub("", _COMMENTS.sub("", named))
    inside = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", named)
    named = inside[1] if inside and is_section(inside[2]) else named
    if not re.fullmatch(r"[\w ]+", named):
        named = _without_sections(named)
    elif is_section(named):
        return ""
    writer = _WRITER.fullmatch(named)
    if writer and _is_writer(writer["writer"]):
        named = writer["outlet"]
    return named.strip(" -–—|:·•»›")


def _is_writer(text: str) -> bool:
    """Whether a word or two before `at` or `from` name a person and no thing: `Letters from`, `Look at`."""
    first = text.split()[0]
    plain = first.istitle() and not first.endswith("s") and first.lower() not in _THINGS | _SECTION
    return first.lower() in first_names() or (plain and all(word.istitle() for word in text.split()))


def _without_sections(text: str) -> str:
    """The part of a title that is no section of a paper; the whole where each part may be a name."""
    parts = [part for part in _PARTS.split(text) if part]
    parts = [part for part in dict.fromkeys(parts) if not _SLOGAN.match(part) or part == parts[0]]
    if len(parts) == 1:
        return parts[0]
    kept = [part for part in parts if not (is_section(part) or (len(parts) > 1 and _SECTION_HEAD.match(part)))]
    if not kept:
        return ""
    return text if len(kept) == len(parts) or len(kept) > 1 else kept[0]


def is_section(text: str) -> bool:
    """Whether a text is the name of a section of papers, such as `Sport` or `World news`."""
    words = re.findall(r"[^\s,/]+", text.casefold())
    return all(word in _SECTION for word in words) and any(word not in _SMALL for word in words)


_SIGNS = r"[\s\u2190-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff]"
_AROUND = regex(rf"^{_SIGNS}+|{_SIGNS}+$")
"""Blanks, arrows and small pictures."""
_COUNT = regex(
    r"^\(\d{1,3}\+?\)\s+(?=\S)|\s*(?:\(\d{1,4} ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti"
    r"|reacties)\)"
    r"|\[\d{1,4} ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)\])$",
    re.IGNORECASE,
)
"""How many messages wait, in the title of a browser; how many comments there are."""
_LIVE = regex(
    r"\s*(?:[-–—|:]\s*)(?:live|live updates|live blog|liveblog|liveticker|as it happened|en direct|en vivo|in diretta"
    r"|ao vivo|trực tiếp)$|^(?:live|liveblog|liveticker|en direct|en vivo|in diretta|ao vivo)\s*[-–—|:]\s+",
    re.IGNORECASE,
)
_TITLE_PARTS = regex(r"(\s+(?:[|»·•]|::)\s+|\s+[-–—]\s+)")
_SITE_HOST = regex(r"(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|de|fr|es|it|nl|at|ch|br|pt|ru|cn|jp|info|news|tv|co\.uk)")


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def headline(title: str, outlet: str) -> str:
    """A title without the furniture of its site; ``outlet`` is the name of the site, where it is known."""
    before = None
    while before != title:
        before = title
        for pattern in (_AROUND, _COUNT, _LIVE):
            title = pattern.sub("", title) or title
        title = _without_parts(title, outlet)
    return title


def _without_parts(title: str, outlet: str) -> str:
    """A title without its first or last part, where that is the site, its host, or one of its sections."""
    parts = _TITLE_PARTS.split(title)
    if len(parts) < 3:
        return title
    if _is_furniture(parts[-1], outlet, parts[-2]):
        return "".join(parts[:-2])
    return "".join(parts[2:]) if _is_furniture(parts[0], outlet, parts[1]) else title


def _is_furniture(part: str, outlet: str, sign: str) -> bool:
    named = bool(outlet) and _letters(part) == _letters(outlet)
    # Behind a dash a section may be a word of the headline: `A divided nation - politics`.
    section = is_section(part) and any(mark in sign for mark in "|»")
    printed = page_line(part) == PageRole.PRINT
    return named or section or printed or _SITE_HOST.fullmatch(part.strip()) is not None
