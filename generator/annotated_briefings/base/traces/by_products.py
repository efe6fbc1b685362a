"""Files that programs leave beside the files that people work on: no part of a site, wherever they lie."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from annotated_briefings.base.regex import regex

_NAMES = frozenset(
    (
        "4913",
        "thumbs.db",
        "thumbs.db:encryptable",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "iconcache.db",
        "icon\r",
        "node_modules",
        "bower_components",
        "__macosx",
        "__pycache__",
        "$recycle.bin",
        "recycler",
        "system volume information",
        "lost+found",
        "@eadir",
        "network trash folder",
        "temporary items",
        "nohup.out",
        "npm-debug.log",
        "yarn-error.log",
        "debug.log",
    )
)
"""Whole names in small letters, of files and folders."""
_COPY = (
    "copy|kopie|copie|copia|cópia|kopia|kopi|kopio|kópia|kopija|másolat|koopia|kopya|αντίγραφο|копия|копія|копие|копија|"
    "コピー|副本|复制|複製|복사본|نسخة|עותק|salinan|bản sao|प्रति"
)
"""What file managers call a copy, in the languages of systems."""
_OF = (
    "copy (?:\\(\\d+\\) )?of|kopie (?:\\(\\d+\\) )?v[ao]n|copie (?:\\(\\d+\\) )?de|copia (?:\\(\\d+\\) )?d[ei]|"
    "cópia (?:\\(\\d+\\) )?de|copia de seguridad de|kopi (?:\\(\\d+\\) )?a[fv]|kopia (?:\\(\\d+\\) )?av|"
    "αντίγραφο (?:\\(\\d+\\) )?(?:του|από)|másolat (?:\\(\\d+\\) )?-|salinan dari|bản sao của"
)
_BARE_OF = "Kopia|Копия|Копія|Kopie"
"""The same where no word follows that means `of`: only with a capital, as systems write it."""
_CONFLICT = (
    "(?:sf)?conflict\\w*|konflikt\\w*|conflit\\w*|conflitto|conflito|конфликт\\w*|конфлікт\\w*|競合|冲突|衝突|충돌"
)
_ENDING = r"\.\w{1,9}"
_EARLIER = "bak|backup|orig|rej|old|save|tmp|temp"
_PATTERNS = (
    # Hidden files, those of Emacs (#a.md#) and most backups (a.md~).
    r"[.#].*",
    r".*~",
    # Owner files of office programs (~$a.docx), and their drafts (~WRL0001.tmp).
    r"~[$].*",
    r"~wr[a-z]\d+\..*",
    # Swap and temporary files; what merges, patches and editors keep of an earlier state.
    r".*\.(sw[k-px]|tmp|temp|bak|backup|orig|rej|old|autosave|kate-swp|crdownload|part|pyc)",
    r".*\.(orig|bak|backup|r)\.?\d+",
    r".*\.mine",
    r"(?-i:.*[._](BASE|LOCAL|REMOTE|BACKUP)[._]\d+(\..*)?)",
    r".*\.sync-conflict-\d{8}-\d{6}.*",
    # The same before the ending of a file, or tied to it; both sides of a merge.
    rf".*[^.]\.(?:{_EARLIER}){_ENDING}",
    rf".*{_ENDING}[_-](?:{_EARLIER})\d*",
    rf".*{_ENDING}~[\w./-]+",
    # What programs write when they fail, and while they fetch.
    r"core\.\d+|hs_err_pid\d+\.log|.*\.(crswap|download|textclipping)",
    # Copies of file services: with the word for a conflict, and a day or the word for a copy.
    r".*\(.*(?:conflicted copy|in conflict|konfliktkop\w*|copie en conflit|copia en conflicto).*\)(\..*)?",
    rf".*\((?:.*\b)?(?:{_CONFLICT})\b.*(?:\d{{4}}|{_COPY}).*\)(\..*)?",
    rf".*\((?:.*\b)?(?:\d{{4}}|{_COPY})\b.*(?:{_CONFLICT}).*\)(\..*)?",
    r".*[_-]conflict-\d{8}-\d{6}.*",
    rf"(?-i:.*-(?:DESKTOP|LAPTOP)-[0-9A-Z]{{7}}{_ENDING})",
    # Copies of file managers.
    rf"(?:{_OF}) .+{_ENDING}",
    rf"(?-i:(?:{_BARE_OF}) (?:\(\d+\) )?\S+{_ENDING})",
    rf".+ [-–—] (?:{_COPY})(?: ?\(\d+\))?{_ENDING}",
    rf".+ ?(?:のコピー|的副本|\((?:another |\d+\w\w )?(?:{_COPY})(?: \d+)?\)){_ENDING}",
    # Locks of office and design programs, rescued texts.
    r".*\.(lck|dwl2?|save|save\.\d+)",
    # Working files of design, film and writing programs, with all that was ever on their layers and pages; stores of
    # mail, of notes and of databases; settings and values of programs.
    r".*[^.]\.(psb|idml|indt|qx[pd]|afdesign|afphoto|afpub|sketch|fig|xd|blend\d*|aepx?|prproj|kra|cdr|scrivx?)",
    r".*[^.]\.(accdb|mdb|pst|ost|nsf|onetoc2|onepkg|pickle|pkl|env)",
    # Keys and stores of passwords, which nobody means to publish.
    r"(.*[-_.])?(priv(ate)?[-_.]?)?key\d*\.pem",
    r"id_(rsa|dsa|ecdsa|ed25519)(_sk)?",
    r".*\.(kdbx?|ppk|keystore|jks|p12|pfx)",
)
_PATTERN = regex("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE | re.DOTALL)


_OF_NEIGHBOUR = regex(
    rf"(?P<copied>.+?) (?:{_COPY})(?: \d+)?(?P<ending>{_ENDING})"
    r"|(?P<fetched>.+?) ?\(\d+\)(?P<ending2>\.(?:md|markdown|txt|html?))",
    re.IGNORECASE,
)
"""A copy that may be an honest name: `hard copy.pdf`, `chapter (1).md`. It is one beside the file that it is of."""


def copies_among(names: Collection[str]) -> frozenset[str]:
    """Those files of one folder that file managers and browsers named as copies of others there: `plan copy.md` and
    `plan (1).md` beside `plan.md`."""
    likely = [name for name in names if may_be_copy(name)]
    plain = {unicodedata.normalize("NFC", name).casefold() for name in names} if likely else set()
    found: set[str] = set()
    for name in likely:
        copy = _OF_NEIGHBOUR.fullmatch(unicodedata.normalize("NFC", name))
        if copy:
            stem, ending = copy["copied"] or copy["fetched"], copy["ending"] or copy["ending2"]
            found.update({name} if f"{stem}{ending}".casefold() in plain else ())
    return frozenset(found)


def may_be_copy(name: str) -> bool:
    """Whether ``copies_among`` may find a name among others: without it, nobody needs to list the others."""
    return " " in name or "(" in name


@lru_cache(maxsize=4096)
def is_by_product(name: str) -> bool:
    """Whether a file or folder of this name is what an editor, a system or an archive program left behind; such a word
    within a name (``bak.txt``, ``4913.pdf``) says nothing."""
    plain = unicodedata.normalize("NFC", name)
    return plain.casefold() in _NAMES or _PATTERN.fullmatch(plain) is not None
