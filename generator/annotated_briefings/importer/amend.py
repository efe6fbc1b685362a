"""The smallest change of a brief that names its copies: the text stays, its sources and what import knows of it change.

In a draft that is as import wrote it, the whole lists are written anew, so that the file is the same as if all copies
had come together. In any other, sources that are missing are added to the list and nothing else is touched.
"""

import re
from collections.abc import Mapping
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.patch import Append, value_at
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.content.entry_fields import IMPORTED
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.intake.compose import TEXT_ROLE, WriteFields, copy_sources, folded_record
from annotated_briefings.intake.pipeline import Amended

_SOURCES = regex(r"^sources:\n(?P<own>  - .*\n(?:    .*\n)*)(?P<copies>(?:  - .*\n(?:    .*\n)*)*)", re.MULTILINE)
_SLUG = regex(r"^slug: .*\n", re.MULTILINE)
_IMPORTED = regex(r"^imported:\n(?:  .*\n)*", re.MULTILINE)
_ROLE = regex(r"(?<=^    role: )(?:original|copy|text)$", re.MULTILINE)
_SUGGESTED = regex(r"^  suggested:.*\n(?:    .*\n)*", re.MULTILINE)
_KEYS = [field.name for field in IMPORTED]
_BEHIND = regex(rf"^  (?:{'|'.join(_KEYS[_KEYS.index('suggested') + 1 :])}):", re.MULTILINE)
"""What import records of a brief behind what it suggests."""
_LISTS = regex(r"^  (?:folded|versions):.*\n(?:    .*\n)*", re.MULTILINE)


def rewritten(text: str, change: Amended, write: WriteFields) -> str:
    """A brief as import wrote it, with other copies, likenesses and another slug than before."""
    front, mark, body = text.partition("\n---\n")
    front += "\n"
    copies = "".join(f"{line}\n" for line in write({"sources": copy_sources(change.others, change.original)})[1:])
    role = "original" if change.original else TEXT_ROLE
    front = _SOURCES.sub(lambda m: f"sources:\n{_ROLE.sub(role, m['own'])}{copies}", front, count=1)
    front = _SLUG.sub(lambda _: "".join(f"{line}\n" for line in write({"slug": change.slug})), front, count=1)
    lists = {"folded": list(map(folded_record, change.folded)), "versions": change.versions}
    lines = write({"imported": {key: value for key, value in lists.items() if value}})[1:]
    added = "".join(f"{line}\n" for line in lines)
    front = _IMPORTED.sub(lambda m: _LISTS.sub("", m[0]) + added, front, count=1)
    return front.removesuffix("\n") + mark + body


def with_suggestion(text: str, story: str, write: WriteFields) -> str:
    """A brief as import wrote it, with the suggestion of another story, or of none."""
    front, mark, body = text.partition("\n---\n")
    lines = write({"imported": {"suggested": {"story": story}}})[1:] if story else []
    line = "".join(f"{one}\n" for one in lines)

    def changed(found: re.Match[str]) -> str:
        record = _SUGGESTED.sub("", found[0])
        at = _BEHIND.search(record)
        end = at.start() if at else len(record)
        return record[:end] + line + record[end:]

    return _IMPORTED.sub(changed, front + "\n", count=1).removesuffix("\n") + mark + body


def with_sources(text: str, change: Amended) -> str | None:
    """A brief that an editor has touched, with the sources that it lacks; None where they cannot be added safely."""
    front = text.removeprefix("---\n").partition("\n---")[0]
    node, _ = read_yaml(Source("", front), front)
    there = value_at(node, ("sources",)) or []
    known = {_facts(entry) for entry in there if isinstance(entry, Mapping)}
    missing = [e | {"role": "copy"} for e in copy_sources(change.others, change.original) if _facts(e) not in known]
    if not missing:
        return text
    return patch_front_matter(text, [Append(("sources",), tuple(missing))])


def _facts(entry: Mapping[str, Any]) -> tuple[str, ...]:
    if entry.get("url"):
        return (str(entry["url"]),)
    return str(entry.get("outlet", "")), str(entry.get("title", ""))
