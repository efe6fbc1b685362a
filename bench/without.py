"""``python -m bench.without TRICK[,TRICK] COMMAND ...``: a command of the product with some of its tricks turned off.

A trick is code that is there for speed alone. Each is replaced here by the plain code that it stands for, before the
product imports what uses it; what is written must stay the same.
"""

import dataclasses
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from datetime import date
from enum import Enum
from functools import cache
from hashlib import blake2b
from importlib import import_module
from marshal import dumps
from pathlib import Path
from pkgutil import walk_packages
from secrets import token_hex
from types import ModuleType
from typing import Any


class _StandardMeta(type):
    """Makes each class of values a frozen dataclass of the standard library with slots."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: bool) -> Any:
        made = super().__new__(cls, name, bases, body)
        if "__slots__" in body:
            return made
        return dataclasses.dataclass(frozen=True, slots=True, order=options.get("order", False))(made)


class _Standard(metaclass=_StandardMeta):
    """A value by the standard library."""


def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _plain(value: Any) -> Any:
    """Nested tuples of what marshal writes in one form only."""
    if dataclasses.is_dataclass(value):
        return (type(value).__name__, *(_plain(getattr(value, name)) for name in _names(value)))
    if isinstance(value, tuple | list):
        return ("t", *map(_plain, value))
    if isinstance(value, set | frozenset):
        return ("s", *sorted(map(_plain, value)))
    if isinstance(value, Mapping):
        return ("m", *sorted((name, _plain(part)) for name, part in value.items()))
    if isinstance(value, Enum):
        return ("e", value.name)
    return ("d", value.isoformat()) if isinstance(value, date) else value


def patterns() -> None:
    """Every regular expression compiled while its module is loaded."""
    module: Any = import_module("annotated_briefings.base.regex")
    module.regex = re.compile


def values() -> None:
    """Dataclasses of the standard library, and digests of what they hold, instead of msgspec."""
    module: Any = ModuleType("annotated_briefings.base.values")
    module.Value, module.replace, module.field_names = _Standard, dataclasses.replace, _names
    module.as_data = dataclasses.asdict
    sys.modules[module.__name__] = module
    # What takes no digest of values is the same.
    entry_digest = import_module("annotated_briefings.base.digest").entry_digest
    other: Any = ModuleType("annotated_briefings.base.digest")
    other.entry_digest = entry_digest
    # The second form of marshal has no references, so that its bytes depend on the values alone.
    other.digest = lambda *parts: blake2b(dumps(_plain(parts), 2), digest_size=16).hexdigest()
    sys.modules[other.__name__] = other


def templates() -> None:
    """Jinja as it is."""
    from jinja2 import Environment

    module: Any = import_module("annotated_briefings.output.templates")
    module._Environment = Environment


def markdown() -> None:
    """markdown-it as it is, with the rule for wikilinks and the places where they are written."""
    from bench.plain_markdown import plain_parser

    wikilinks: Any = import_module("annotated_briefings.content.markdown.wikilinks")
    blocks: Any = import_module("annotated_briefings.content.markdown.blocks")

    def inline(state: Any) -> None:
        places, before = wikilinks.source_map(state.env), ""
        for token in state.tokens:
            if token.type == "inline":
                if places:
                    places.enter(token, state.env, before in ("td_open", "th_open"))
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            before = token.type

    @cache
    def parser() -> Any:
        found = plain_parser()
        rules = found.inline.ruler
        known = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))
        rules.at("wikilink", wikilinks.wikilink_rule)
        rules.at("footnote_inline", wikilinks.located_footnote(known["footnote_inline"]))
        found.core.ruler.at("inline", inline)
        return found

    blocks.quick_parser = parser


def late_imports() -> None:
    """All modules imported at the start."""
    package = import_module("annotated_briefings")
    for module in walk_packages(package.__path__, "annotated_briefings."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def early_end() -> None:
    """No look at whether anything has changed before a build begins."""
    module: Any = import_module("annotated_briefings.build.run")
    module.earlier_report = lambda *_: None


def collector() -> None:
    """The garbage collector of Python as it runs by itself."""
    module: Any = import_module("annotated_briefings.build.run")
    module.without_collector = nullcontext


def unchanged_units() -> None:
    """All units are planned, whatever has changed."""
    module: Any = import_module("annotated_briefings.build.schedule_units")
    module.unchanged = lambda *_: None


def headlines() -> None:
    """Another headline anywhere may change every page."""
    facts: Any = import_module("annotated_briefings.site.routes.unit_facts").UnitFacts
    facts.headlines_of = lambda self, _: self.headlines


def entries() -> None:
    """Another entry of an entity may change every page."""
    facts: Any = import_module("annotated_briefings.site.routes.unit_facts").UnitFacts
    facts._entries_of = lambda self, _: self.entries


def known_pages() -> None:
    """The records of all pages are read from the cache."""
    pages: Any = import_module("annotated_briefings.build.known_pages").KnownPages
    pages.without = lambda self, _: self.every()


def edited_texts() -> None:
    """The whole site is derived and planned after each edit of a text."""
    module: Any = import_module("annotated_briefings.build.after_edits.edited_build")
    module.build_edited = lambda *_: None


def edited_headlines() -> None:
    """The whole site is derived and planned after each edit of a headline."""
    module: Any = import_module("annotated_briefings.project.edits.edited_texts")
    module.with_other_headline = lambda *_: None


def edited_entries() -> None:
    """The whole site is derived and planned after each edit of an entry of the registry."""
    module: Any = import_module("annotated_briefings.build.after_edits.edited_build")
    module.with_edited_entries = lambda *_: None


def search_parts() -> None:
    """The words of all briefs are cut anew for the search."""
    module: Any = import_module("annotated_briefings.build.search_index")
    module.group_inputs = lambda *_: lambda _: (token_hex(),)


def search_pieces() -> None:
    """Every text is cut into words for the search as a whole."""
    places: Any = import_module("annotated_briefings.output.search.pieces").WordPlaces
    places.add = places.add_words


def earlier_finds() -> None:
    """Every file is searched for all that is not public when anything of it has changed."""
    watch: Any = import_module("annotated_briefings.output.leaks").Watch

    def searched(self: Any, ident: str, hits: Any, read: Any) -> Any:  # noqa: ARG001
        output = read()
        return self.hits(output) if output else None

    watch.hits_since = searched


def leak_check() -> None:
    """Nothing is searched for what is not public."""
    module: Any = import_module("annotated_briefings.build.pipeline")
    module.watch_for = lambda *_: None


def nothing() -> None:
    """The product as it is."""


TRICKS: dict[str, tuple[Callable[[], None], str]] = {
    "as it is": (nothing, ""),
    "patterns": (patterns, "`base/regex.py`: regular expressions are compiled when they are first used"),
    "values": (values, "`base/values.py`, `base/digest.py`: msgspec for values and digests"),
    "templates": (templates, "`output/templates.py`: the code that templates are compiled to"),
    "markdown": (markdown, "`content/markdown/`: short cuts for common Markdown"),
    "late imports": (late_imports, "`cli/`, `build/run.py`: modules are imported when they are needed"),
    "early end": (early_end, "`build/up_to_date.py`: a look at whether anything has changed"),
    "collector": (collector, "`engine/collector.py`: no search for circles of objects during a build"),
    "unchanged units": (unchanged_units, "`build/unchanged_units.py`: units that cannot have changed are not planned"),
    "headlines": (headlines, "`site/routes/headlines.py`: another headline changes only pages that may show it"),
    "entries": (entries, "`Route.entries`: another entry of an entity changes only pages that may show it"),
    "known pages": (known_pages, "`build/known_pages.py`: the records of pages that cannot have changed are not read"),
    "edited texts": (edited_texts, "`build/after_edits/`: an edit of a text begins with the site of an earlier build"),
    "edited headlines": (edited_headlines, "`project/edits/edited_headlines.py`: so does an edit of a headline"),
    "edited entries": (edited_entries, "`project/edits/edited_entries.py`: and an edit of an entry of the registry"),
    "search parts": (search_parts, "`build/search_index.py`: of the search only the group of an edited brief is made"),
    "search pieces": (search_pieces, "`output/search/pieces.py`: what is between two blanks is cut into words once"),
    "earlier finds": (earlier_finds, "`output/leaks.py`: a file is searched for new words of drafts alone"),
}
"""What turns each trick off, and what it is."""
PARTS = {"leak check": leak_check}
"""What turns off parts of a build that are no tricks, to see what they cost (`bench/leak_check.py`)."""


def main() -> int:
    """Turn tricks off, and run a command."""
    for trick in sys.argv[1].split(","):
        (PARTS.get(trick) or TRICKS[trick][0])()
    sys.argv = ["briefings", *sys.argv[2:]]
    result: int = import_module("annotated_briefings.cli.main").main()
    return result


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "generator"))
    sys.exit(main())
