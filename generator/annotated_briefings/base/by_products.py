"""Files that programs leave beside the files that people work on: no part of a site, wherever they lie."""

import re
import unicodedata

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
    )
)
"""Whole names in small letters, of files and folders."""
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
    # Copies of file services, locks of office and design programs, rescued texts.
    r".*\(.*(?:conflicted copy|in conflict|konfliktkopie|copie en conflit|copia en conflicto).*\)(\..*)?",
    r".*\.(lck|dwl2?|save|save\.\d+)",
    # Keys and stores of passwords, which nobody means to publish.
    r"id_(rsa|dsa|ecdsa|ed25519)(_sk)?",
    r".*\.(kdbx?|ppk|keystore|jks|p12|pfx)",
)
_PATTERN = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE | re.DOTALL)


def is_by_product(name: str) -> bool:
    """Whether a file or folder of this name is what an editor, a system or an archive program left behind; such a word
    within a name (``bak.txt``, ``4913.pdf``) says nothing."""
    plain = unicodedata.normalize("NFC", name)
    return plain.casefold() in _NAMES or _PATTERN.fullmatch(plain) is not None
