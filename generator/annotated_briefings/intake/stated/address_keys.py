"""Which parts of a web address are keys: what opens a page to one reader, or says who the reader is.

A part is judged by what it is called and by what it looks like: words and numbers say something, long random text is a
key whatever it is called.
"""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from unicodedata import normalize

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_KEYS = regex(
    r".*token|.*jwt|upn|.*passw(?:or)?d|passcode|pwd|.*secret|.*apikey|o?auth|o?auth(?:n|z|key|code|user|hash|cookie)"
    r"|authorization|authenticat\w+|credentials?|.*signature|hmac|.*nonce|otp|unlockedarticlecode"
    r"|gift(?:id|code|key|hash|article|link)|x(?:amz|goog|oss|cos|bce|tos)\w+|awsaccesskeyid|googleaccessid|ossaccesskeyid"
    r"|keypairid|accesskey(?:id)?|accesscode|hdn(?:ea|ts|tl)|phpsessid|jsessionid|aspsessionid\w*|aspnetsessionid|cfid"
    r"|sess(?:ion)?(?:id|key|hash|cookie)|magic(?:link|key|code)|previewid|resourcekey|invit(?:e|ation)(?:code|id|key)"
    r"|samlrequest|samlresponse|relaystate|share(?:key|code)|privatekey|publickey|viewkey|securitycode|securekey"
    r"|confirmation(?:code|key)|verification(?:code|key)|activation(?:code|key)|resetcode|resetkey|unlock(?:code|key)?"
    r"|oobcode|.*ticketid|loginhint",
)
"""Names of parameters, without what people spell in several ways, that hold nothing but keys."""
_MAY_BE_KEYS = regex(
    r"k|key|session|sess|sid|s?sig|gift|code|hash|hsh|ticket|pass|invite|invitation|share|tk|st|login|access|unlock|magic"
    r"|uid|eid|rid|cid|mid|lid|jid|sub|member(?:id)?|reader(?:id)?|customer(?:id|no)?|account(?:id|no)?|client(?:id)?"
    r"|visitor(?:id)?|device(?:id)?|profile(?:id)?|person(?:id)?|abo(?:nr|nummer)?|checksum|cs|crc|mac|verify|confirm"
    r"|uniqid|uuid|guest|preview",
)
"""Names of parameters that hold keys or something else, which their values tell."""
_CONTENT = frozenset(
    "id v p q query search list article articleid story storyid doc docid document documentid file fileid item itemid "
    "page pageid post postid news newsid content contentid video videoid vid guid isbn doi pmid uri path title name "
    "slug rev oldid commit sha filename image img fbid storyfbid set docket lei iban ecli celex isin text keyword "
    "keywords tag tags category section topic lang format date from to start end sort filter view".split()
)
"""Names of parameters whose values say which page is meant, also where they look like random text."""
_RANDOM = 16
"""Random characters from which on a value under an unknown name is a key: less than that numbers many things."""
_MIXED = regex(r"(?=.*\d)(?=.*[A-Za-z])")
_HUMP = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")
_VOWEL = regex(r"[aeiouyäöüáéíóúàèùâêîôûåæøœ]|[^\x00-\x7f]", re.IGNORECASE)
_CLUSTER = regex(r"[bcdfghjklmnpqrstvwxz]{6}", re.IGNORECASE)
_NUMBERED = regex(r"([A-Za-z]{1,24})(\d{1,4})|(\d{1,4})([A-Za-z]{1,12})|([A-Za-z]{3,24})(\d+)|\d{8}T\d{4,6}Z?")
_UUID = regex(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MAIL = regex(r"(?<![\w.+'@-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_LONGEST_WORD = 30


def is_key(name: str, value: str) -> bool:
    """Whether a parameter of an address is a key, by its name and by what its value looks like."""
    bare = re.sub(r"[\W_]+", "", normalize("NFKC", name).casefold())
    if not value:
        # A name alone, as in `?9f3a77ab...`, is a value.
        return random_length(name) >= _RANDOM
    if _KEYS.fullmatch(bare) or holds_object(value):
        return True
    random = random_length(value)
    if _MAY_BE_KEYS.fullmatch(bare):
        return random >= (4 if _MIXED.search(value) else 8) or (len(value) > 3 and bool(_MIXED.search(value)))
    return random >= _RANDOM and bare not in _CONTENT


def random_length(text: str) -> int:
    """How many characters of a text are random: no words, no numbers, no numbered words."""
    if _UUID.fullmatch(text):
        return len(text)
    return sum(len(run) for run in re.findall(r"[^\W_]+", text) if not _is_meaningful(run))


def _is_meaningful(run: str) -> bool:
    """Whether a run of letters and digits is a number or a word, or a word with a number."""
    if run.isdigit():
        return len(run) < 20
    if run.isalpha():
        return _is_word(run)
    numbered = _NUMBERED.fullmatch(run)
    return numbered is not None and all(_is_word(part) for part in numbered.groups() if part and part.isalpha())


def _is_word(letters: str) -> bool:
    humps = _HUMP.findall(letters)
    if len(letters) <= 5 and len(humps) <= 2:
        return True
    if len(letters) > 3 * len(humps) - 1 and len(humps) <= 8 and "".join(humps) == letters:
        return all(
            len(hump) <= _LONGEST_WORD and (len(hump) <= 5 or (bool(_VOWEL.search(hump)) and not _CLUSTER.search(hump)))
            for hump in humps
        )
    return False


def holds_object(value: str) -> bool:
    """Whether a value is an object of a program in base 64: such as ``eyJ...``, a signed one."""
    return decoded(value).startswith(("{", "[{")) if len(value) >= 8 else False


def decoded(value: str) -> str:
    """What a value says in base 64, up to its first point; the value itself where it is nothing of the kind."""
    piece = value.partition(".")[0].rstrip("=")
    if len(piece) >= 8 and re.fullmatch(r"[\w-]+", piece):
        try:
            text = urlsafe_b64decode(piece + "=" * (-len(piece) % 4)).decode("utf-8")
        except (Error, ValueError):
            return value
        return text if text.isprintable() else value
    return value


def holds_mail_address(text: str) -> bool:
    """Whether a text holds a mail address, also in base 64, and as lists of letters write it into paths."""
    text = text.replace("--at--", "@")
    return bool(_MAIL.search(text) or (len(text) > 7 and _MAIL.search(decoded(text))))


class Receiver(Value):
    """By what a letter knows the one who gets it; all in lower case."""

    addresses: tuple[str, ...] = ()
    """Mail addresses."""
    names: tuple[str, ...] = ()
    """Names beside those addresses, of two words and more."""
    keys: tuple[str, ...] = ()
    """Ids and digests that stand for the reader in addresses."""

    def is_in(self, text: str) -> bool:
        """Whether a text holds an address or a key of the reader."""
        plain = text.casefold()
        return any(one in plain for one in self.addresses) or any(one in plain for one in self.keys)


NO_RECEIVER = Receiver()
"""The reader of what is no letter."""
