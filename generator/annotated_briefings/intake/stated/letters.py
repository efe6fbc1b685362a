"""Letters without the one who got them: addresses, names and keys of a receiver, from the headers of a letter or from
header lines in a text, and the lines that speak to nobody else."""

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Sequence
from email.utils import getaddresses
from hashlib import md5, sha1, sha256
from itertools import pairwise
from unicodedata import normalize
from urllib.parse import unquote

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import replace
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.address_keys import Receiver, random_length
from annotated_briefings.intake.stated.addresses import GONE, clean_text, without_gone
from annotated_briefings.intake.stated.asides import why_aside

WHY = "the address of its receiver"
"""Why a line that names the receiver of a letter is no text."""
_TO = regex(
    r"(?:(?:resent|envelope|delivered|apparently|forwarded|original|x)-)*(?:to|cc|bcc|rcpt(?:-to)?|receiver|recipient"
    r"|envelope-to)",
    re.IGNORECASE,
)
"""Headers that hold the addresses of receivers."""
_LISTS = regex(
    r"list-(?:unsubscribe|subscribe|owner|help)|(?:x-)?[\w-]*unsub[\w-]*|return-path|errors-to", re.IGNORECASE
)
"""Headers that hold addresses by which one reader leaves, or by which a letter comes back."""
_IDS = regex(
    r"(?:x-)?[\w-]*(?:subscriber|recipient|contact|member|customer|reader|user|abonnent)-?(?:id|key|hash|uid"
    r"|token|number)",
    re.IGNORECASE,
)
_TO_LINE = regex(
    r"(?:to|cc|bcc|delivered-to|x-original-to|sent to|an|kopie|empfänger|à|a|cci?|destinataire|para|cco?|destinatario"
    r"|per|aan|do|till|кому|копия|kime|alıcı|bilgi|收件人|抄送|收件者|宛先|받는 ?사람|참조|إلى"
    r"|نسخة)\s?[:：]\s*(?P<whom>\S.*@.*)",
    re.IGNORECASE,
)
"""A header line of a letter that was pasted into a text."""
GREETS = regex(
    r"(?:dear|hi|hello|hey|good (?:morning|day|evening)|welcome(?: back)?|for|hallo|guten|liebe[rs]?"
    r"|sehr geehrte[rs]?"
    r"|moin|bonjour|bonsoir|salut|cher|chère|hola|estimad[oa]|querid[oa]|buen[oa]s|ciao|caro|cara|gentile|salve"
    r"|olá|oi"
    r"|car[oa]|prezad[oa]|beste|geachte|goede\w*|cześć|witaj|dzień|drog[ia]|szanown\w+|hej|bäst\w+|kära|здравствуйте"
    r"|привет|уважаем\w+|merhaba|sayın|sevgili|亲爱的|尊敬的|您好|你好|مرحبا|عزيزي|السيد|안녕하세요"
    r"|안녕하십니까|お世話に\w+|こんにちは|おはよう\w*|hallå|dobrý|bună|γεια|kedves|tisztelt|tere|labas|sveiki)\b",
    re.IGNORECASE,
)
"""How letters greet."""
_UNSEEN = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_AT = regex(
    r"\s?[\[({<]\s?(?:at|ät|arroba|chez|chiocciola|kukac|собака)\s?[\])}>]\s?|\s(?:at|\(at\))\s(?=[\w-]+(?:\."
    r"|\sdot\s))",
    re.IGNORECASE,
)
_DOT = regex(r"\s?[\[({]\s?(?:dot|punkt|point|punto|ponto)\s?[\])}]\s?", re.IGNORECASE)
_MAIL = regex(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_GREETING = 7
"""Words of a line that greets."""
_LONG = 40
"""Words of a paragraph with marks of Markdown that is more than a line to its receiver."""
_LEAST_KEY = 6


def read_receiver(headers: Iterable[tuple[str, str]]) -> Receiver:
    """By what the headers of a letter know its receiver."""
    whom: list[str] = []
    keys: set[str] = set()
    for name, value in headers:
        if _TO.fullmatch(name):
            whom.append(value)
        elif _LISTS.fullmatch(name):
            keys |= set(_keys_of(value))
        elif _IDS.fullmatch(name) and len(value.strip()) >= _LEAST_KEY:
            keys.add(value.strip().casefold())
    return _reader(getaddresses(whom), keys)


def read_receiver_of_text(lines: Iterable[str]) -> Receiver:
    """By what header lines in a text know the receiver of a letter that was pasted into it."""
    found = (_TO_LINE.fullmatch(line.strip()) for line in lines if "@" in line and len(line) < 400)
    return _reader(getaddresses([match["whom"] for match in found if match]), set())


def _reader(whom: Iterable[tuple[str, str]], keys: set[str]) -> Receiver:
    pairs = [(name, address.strip().casefold()) for name, address in whom if "@" in address]
    addresses = dict.fromkeys(address for _, address in pairs)
    for address in tuple(addresses):
        local, _, host = address.partition("@")
        if "+" in local:
            addresses[f"{local.partition('+')[0]}@{host}"] = None
    names = dict.fromkeys(" ".join(name.casefold().split()) for name, _ in pairs if len(name.split()) > 1)
    for address in addresses:
        raw = address.encode()
        keys |= {md5(raw, usedforsecurity=False).hexdigest(), sha1(raw, usedforsecurity=False).hexdigest()}
        keys |= {sha256(raw).hexdigest(), address.replace("@", "=")}
        # Base 64 is compared in lower case, as everything is: what is found too much is random text.
        keys |= {code(raw).decode().rstrip("=").casefold() for code in (b64encode, urlsafe_b64encode)}
    return Receiver(tuple(addresses), tuple(names), tuple(sorted(keys)))


def _keys_of(value: str) -> Iterator[str]:
    """The parts of the addresses that a header names which are no words."""
    for address in re.findall(r"<([^<>]+)>", value) or [value]:
        for piece in re.split(r"[/?&=#:;,@+]", unquote(address).partition("://")[2] or address):
            if len(piece) >= _LEAST_KEY and (random_length(piece) >= _LEAST_KEY or any(map(str.isdigit, piece))):
                yield piece.casefold()


def without_receiver(paragraph: Paragraph, reader: Receiver) -> Iterator[Paragraph]:
    """A paragraph without addresses that lead by the reader, and without the sentences that name the reader: those are
    marked, each as a paragraph of its own."""
    whom = _TO_LINE.fullmatch(paragraph.text)
    if whom and _MAIL.search(whom["whom"]) and not paragraph.aside:
        yield replace(paragraph, aside=WHY)
        return
    if not reader.addresses and not reader.keys:
        yield paragraph
        return
    paragraph = replace(
        paragraph, text=clean_text(paragraph.text, reader), markdown=clean_text(paragraph.markdown, reader)
    )
    if paragraph.aside or not _names(paragraph.text, reader):
        yield paragraph if paragraph.aside or not _names(paragraph.markdown, reader) else _cut(paragraph, reader)
        return
    sentences = _sentences(paragraph.text)
    kept = [one for one in sentences if not _names(one, reader) and not why_aside(one)]
    long = len(paragraph.text.split()) > _LONG or "\n" in paragraph.markdown
    if paragraph.markdown and (kept or long):
        yield _cut(paragraph, reader)
        yield Paragraph(", ".join(_found(paragraph.text, reader)), paragraph.line, paragraph.last_line, aside=WHY)
    elif not kept or paragraph.heading:
        yield replace(paragraph, aside=WHY)
    else:
        for names, run in _runs(sentences, reader):
            yield replace(paragraph, text=run, aside=WHY if names else "")


def without_their_address(text: str, reader: Receiver) -> str:
    """A headline or another short text without the addresses of a reader."""
    return " ".join(without_gone(_gone(text, reader)).split()) if _names(text, reader) else text


def _runs(sentences: Sequence[str], reader: Receiver) -> Iterator[tuple[bool, str]]:
    """Sentences joined to runs of those that name the reader and of those that do not."""
    runs: list[tuple[bool, list[str]]] = []
    for sentence in sentences:
        names = _names(sentence, reader)
        if not runs or runs[-1][0] != names:
            runs.append((names, []))
        runs[-1][1].append(sentence)
    yield from ((names, " ".join(run)) for names, run in runs)


def _sentences(text: str) -> tuple[str, ...]:
    cuts = (*sentence_starts(text), len(text))
    return tuple(text[a:b].strip() for a, b in pairwise(cuts) if text[a:b].strip())


def _plain(text: str) -> str:
    """A text in the form in which addresses in it are compared."""
    text = _UNSEEN.sub("", normalize("NFKC", text)).replace("\\", "").casefold()
    return unquote(_DOT.sub(".", _AT.sub("@", text)))


def _names(text: str, reader: Receiver) -> bool:
    """Whether a text names the reader: by an address, or by name in a line that greets."""
    plain = _plain(text)
    if reader.is_in(plain):
        return True
    words = re.findall(r"[\w'’-]+", plain)
    greets = len(words) <= _GREETING and not plain.endswith((".", "?")) and bool(GREETS.match(plain))
    return greets and any(name in plain or name.split()[0] in words[1:] for name in reader.names)


def _found(text: str, reader: Receiver) -> tuple[str, ...]:
    plain = _plain(text)
    return tuple(address for address in reader.addresses if address in plain)


def _cut(paragraph: Paragraph, reader: Receiver) -> Paragraph:
    text, markdown = (without_gone(_gone(one, reader)) for one in (paragraph.text, paragraph.markdown))
    return replace(paragraph, text=text, markdown=markdown)


def _gone(text: str, reader: Receiver) -> str:
    """A text with a sign in place of each address of the reader, however it is written."""
    for one in (*reader.addresses, *reader.keys):
        between = "[\u00ad\u200b-\u200f\u2060\ufeff\\\\]*"
        signs = (r"(?:@|%40|\s?[\[({<]?\s?at\s?[\])}>]?\s?)" if sign == "@" else re.escape(sign) for sign in one)
        text = re.sub(between.join(signs), GONE, text, flags=re.IGNORECASE)
    return text
