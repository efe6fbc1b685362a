"""What the names of files and of their folders say of who may read a text: `DRAFT - harbour.txt`, `Confidential/`.

A mark is set apart from the words of a name: by brackets, a dash, capitals, or because it is all of the name.
`nba-draft-2026.txt` and `embargo-on-oil.txt` name what their texts are about.
"""

import re
from unicodedata import normalize

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.meant.states import draft_word
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.banners import closes, is_mark_word
from annotated_briefings.intake.stated.closed.title_marks import parted_title
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.marks.held import Mark, joined
from annotated_briefings.intake.stated.moments import read_until

_FOLDERS = frozenset(
    "draft drafts entwurf entwürfe brouillon brouillons borrador borradores bozza bozze rascunho rascunhos concept "
    "concepten kladde kladder utkast szkic szkice черновик черновики taslak taslaklar 草稿 草稿箱 下書き 초안 "
    "مسودة مسودات unpublished embargo embargos embargoes embargoed sperrfrist gesperrt internal intern interno interne "
    "private privat privé privado privato confidential secret geheim unsent wip 未发布 未發布 禁运".split()
)
"""Names of folders in which people keep what is not public."""
_TOPICS = frozenset("personal projet проект projekt hold hidden preliminary sensitive classified restricted".split())
"""Words that close a text at its top, and are names of folders and files about anything."""
_GLUED = frozenset(
    "donotpublish donotuse donotrelease donotshare nopublish notforpublication notforrelease nichtveröffentlichen "
    "nepaspublier nepasdiffuser nopublicar nietpubliceren offtherecord internalonly internaluseonly deskonly".split()
)
"""Phrases as people write them in one word."""
_FILE = regex(r"(?P<stem>.+)\.[A-Za-z]\w{0,7}(?:#[^/]*)?")
_APART = regex(r"[\s_-]+")
_VERSIONED = regex(r"[-_ .](?:v|rev|ver|version|vers|fassung|versión)[-_ .]?\d[\d.]*$", re.IGNORECASE)
_DOTS = regex(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_LOWER = regex(r"[^\W\d_A-Z]")
_MOST_WORDS = 6


def file_mark(name: str) -> Mark:
    """What a name, with the names of the folders and archives around it, says of who may read the file."""
    if "://" in name:
        return Mark()
    *outer, last = [part for part in re.split(r"[/\\]", normalize("NFC", name)) if part not in ("", ".", "..")] or [""]
    return joined((*(_folder_mark(part) for part in outer), _mark("file", _of_file(_stem(last)))))


def _folder_mark(name: str) -> Mark:
    stem = _stem(name)
    if stem != name:
        return _mark("file", _of_file(stem))
    plain = " ".join(_APART.sub(" ", name.strip(" _.")).split())
    shut = plain.lower() in _FOLDERS or bare_key(plain) in _GLUED or _shuts(plain)
    return _mark("folder", plain if shut else _of_file(name))


def _mark(kind: str, shown: str) -> Mark:
    if not shown:
        return Mark()
    until = read_until(shown)
    return Mark("" if until else f"the {kind} name says `{shown}`", until)


def _stem(name: str) -> str:
    """A name without its endings, and without the number of an article in its file."""
    found = _FILE.fullmatch(name)
    return found["stem"] if found else name


def _of_file(stem: str) -> str:
    """The mark in the name of a file, or nothing."""
    plain = " ".join(_APART.sub(" ", stem).split())
    if bare_key(plain) in _GLUED or closes(plain, near_top=False) or is_mark_word(_VERSIONED.sub("", plain)):
        return plain
    mixed = " " in stem or ("-" in stem and "_" in stem)
    apart = _DOTS.sub(" - ", stem.replace("_", " - ") if mixed else stem)
    marks = parted_title(apart).marks
    return " ".join(mark.strip(" -–—:") for mark in marks) or _loud(stem) or _last(stem) or draft_word(stem)


def _loud(stem: str) -> str:
    """Words in capitals at the start or the end of a name that is not in capitals."""
    words = [word for word in _APART.split(stem) if word]
    if not _LOWER.search(stem):
        return ""
    for ordered in (words, words[::-1]):
        run: list[str] = []
        for word in ordered:
            if _LOWER.search(word) or len(run) == _MOST_WORDS:
                break
            run.append(word)
        shown = " ".join(run if ordered is words else run[::-1])
        if shown and (bare_key(shown) in _GLUED or _shuts(shown)):
            return shown
    return ""


def _last(stem: str) -> str:
    """Words at the end of a name that can only be a mark: a phrase, or a version of a draft."""
    words = [word for word in _APART.split(_VERSIONED.sub("", stem)) if word]
    versioned = _VERSIONED.search(stem) is not None
    underlined = stem.count("_") == 1 and " " not in stem
    if len(words) > 1 and is_mark_word(words[-1]) and (versioned or (underlined and stem.endswith(f"_{words[-1]}"))):
        return words[-1]
    tails = (" ".join(words[-count:]) for count in range(min(_MOST_WORDS, len(words) - 1), 1, -1))
    return next((tail for tail in tails if closes(tail, near_top=False)), "")


def _shuts(text: str) -> bool:
    return text.lower() not in _TOPICS and (closes(text) or is_embargo(text))
