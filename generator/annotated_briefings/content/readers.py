"""Readers of single fields of briefs and registry files: what they mean, and what can be wrong with them."""

from typing import Any
from unicodedata import normalize

from annotated_briefings.base.names import MOST_BYTES, address_part
from annotated_briefings.base.paths import file_stem, is_slug, is_web_address, slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_kinds import address_remedy
from annotated_briefings.base.yaml.field_table import Field
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.patch import value_at
from annotated_briefings.content.markdown.blocks import inline_html
from annotated_briefings.content.markdown.text import Body
from annotated_briefings.content.model import Ref, SourceRef


class Around(Value):
    """What the readers of a brief's fields may look at besides their own field."""

    source: Source
    """The file."""
    body: Body
    """The text of the brief."""
    title: str
    """Its headline."""
    language: str
    """Its language; empty where neither it nor its site names one."""
    sources: tuple[SourceRef, ...]
    """Its sources."""


_MAIL = regex(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"'.]+")


def read_slug(fields: Fields, field: Field, around: Around) -> str:
    """The last part of the address: as written, or from the name of the file."""
    written = fields.word(field.name)
    if written:
        # Two spellings of one letter would be two addresses here and one file elsewhere.
        written = normalize("NFC", written)
        fits = len(written.encode()) <= MOST_BYTES
        if is_slug(written) and "/" not in written and fits:
            return written
        fields.report(
            "wrong-type",
            f"`{written}` cannot be used in an address"
            if fits
            else f"`{written[:40]}...` is longer than {MOST_BYTES} bytes, which no address can be",
            fields.place(field.name),
            f"write it as `{address_part(written) if slugify(written) else _slug_of_file(around)}`",
        )
    return _slug_of_file(around)


def _slug_of_file(around: Around) -> str:
    """The last part of the address of a brief without a slug."""
    name = file_stem(around.source.path)
    return slugify(name) or slugify(around.title) or address_part(name) or address_part(around.title) or "brief"


def read_story(fields: Fields, field: Field, _: Any) -> tuple[str, Ref | None]:
    """The id of a story, and how it is spelled."""
    story = fields.text(field.name)
    return address_part(story, fields.word("lang")), Ref(story, fields.place(field.name)) if story else None


def read_inline(fields: Fields, field: Field, _: Any) -> str:
    """One line of Markdown as HTML."""
    return inline_html(fields.text(field.name, markdown=True))


def read_lines(fields: Fields, field: Field, _: Any) -> tuple[str, ...]:
    """Lines of Markdown as HTML."""
    return tuple(inline_html(text) for text in fields.texts(field.name))


def read_refs(fields: Fields, field: Field, _: Any) -> tuple[Ref, ...]:
    """Names with their places."""
    return tuple(Ref(text, place) for text, place in fields.placed_texts(field.name, names=True))


def read_ref(fields: Fields, field: Field, _: Any) -> Ref | None:
    """One name with its place."""
    name = fields.text(field.name)
    return Ref(name, fields.place(field.name)) if name else None


def read_paths(fields: Fields, field: Field, _: Any) -> tuple[Ref, ...]:
    """Addresses within the site with their places; comments may follow them."""
    return tuple(Ref(text, place) for text, place in fields.placed_texts(field.name, words=True))


def read_aliases(fields: Fields, field: Field, _: Any) -> tuple[str, ...]:
    """Other names of a brief. In other generators the field holds addresses, which are reported."""
    texts = fields.texts(field.name, names=True)
    addresses = [text for text in texts if text.startswith("/") or "://" in text]
    if addresses:
        key = next(key for key, _ in fields.mapping.pairs if key.text == field.name)
        place = Place(fields.source.path, key.line, key.column, len(key.text))
        message = f"`{field.name}` are names, and `{addresses[0]}` is an address"
        fields.report("unknown-key", message, place, "did you mean `redirect_from`?")
    return tuple(text for text in texts if text not in addresses)


def read_entities(fields: Fields, field: Field, _: Any) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """Entities a brief is about and those it mentions; a plain list means mentions."""
    if not fields.is_mapping(field.name):
        return (), read_refs(fields, field, None)
    inner = fields.inner(field.name)
    if inner is None:
        return (), ()
    about, mentions = (read_refs(inner, one, None) for one in field.inner)
    inner.finish()
    return about, mentions


def read_imported(fields: Fields, field: Field, _: Any) -> tuple[tuple[str, ...], str, tuple[str, ...], str]:
    """What import wrote: the articles that the brief stands for, its confidence, what it concluded itself, and
    the story that it suggests; the rest is its own business."""
    inner = fields.inner(field.name)
    if inner is None:
        return (), "", (), ""
    fields.disregard(field.name)
    folded = value_at(inner.mapping, ("folded",))
    copies = (
        [str(entry.get("id", "")) for entry in folded if isinstance(entry, dict)] if isinstance(folded, list) else []
    )
    names = value_at(inner.mapping, ("derived",))
    derived = tuple(map(str, names)) if isinstance(names, list) else ()
    story = value_at(inner.mapping, ("suggested", "story"))
    articles = tuple(filter(None, (inner.text("id"), *copies)))
    return articles, inner.text("confidence"), derived, story if isinstance(story, str) else ""


def read_source_number(fields: Fields, field: Field, around: Around) -> int:
    """The number of a source, from 1; 0 when none is named."""
    written, place = fields.word(field.name), fields.place(field.name)
    named = [n for n, source in enumerate(around.sources, 1) if written in (source.outlet, source.title, source.url)]
    if written and named:
        fields.report("wrong-type", f"`{field.name}` must be the number of a source", place, f"write `{named[0]}`")
        return 0
    number = fields.number(field.name, 0)
    if number > len(around.sources) or (written and written.isdigit() and not number):
        count = len(around.sources)
        known = f"this brief has {count} of them; they are counted from 1" if count else "this brief names no sources"
        fields.report("wrong-type", f"there is no source {number}", place, known)
        return 0
    return number


def read_weight(fields: Fields, field: Field, _: Any) -> int | None:
    """A place among others, the lowest first; None where none is given."""
    weight = fields.number(field.name, -1, f"write a number from 0, such as `{field.name}: 1` for the first place")
    return None if weight < 0 else weight


def read_role(fields: Fields, field: Field, _: Any) -> str:
    """The role of a source; ``original`` where none is given."""
    return fields.text(field.name, "original")


def read_status(fields: Fields, field: Field, _: Any) -> bool:
    """Whether a note is public."""
    return fields.choice(field.name, field.choices, field.choices[0]) == "public"


# Fields of the registry files; the third argument is the id of the entry.


def read_name(fields: Fields, field: Field, key: str) -> str:
    """The name of an entity; its id where it has none."""
    return fields.text(field.name) or key


def read_entity_type(fields: Fields, field: Field, _: Any) -> str:
    """The type of an entity."""
    return fields.choice(field.name, field.choices, "organisation")


def read_label(fields: Fields, field: Field, key: str) -> str:
    """The label of a tag; the last part of its slug where it has none."""
    return fields.text(field.name) or key.rpartition("/")[2].replace("-", " ")


def read_wider_tag(fields: Fields, field: Field, key: str) -> str:
    """The wider tag: as written, or from the slug."""
    return fields.word(field.name) or key.rpartition("/")[0]


def read_keywords(fields: Fields, field: Field, _: Any) -> tuple[str, ...]:
    """Words in lower case."""
    return tuple(word.lower() for word in fields.texts(field.name, names=True))


def read_story_title(fields: Fields, field: Field, key: str) -> str:
    """The title of a story; its id in words where it has none."""
    return fields.text(field.name) or story_title(key)


def story_title(story: str) -> str:
    """The title of a story that no list declares: its id in words."""
    words = story.rpartition("/")[2].replace("-", " ")
    return words[:1].upper() + words[1:]


def read_entry_address(fields: Fields, field: Field, _: Any) -> str:
    """A web address; left out where the text is none."""
    text = fields.word(field.name)
    return text if text and _is_address(fields, field.name, text) else ""


def read_addresses(fields: Fields, field: Field, _: Any) -> tuple[str, ...]:
    """Web addresses; what is none is left out."""
    return tuple(text for text in fields.texts(field.name, words=True) if _is_address(fields, field.name, text))


def read_mail(fields: Fields, field: Field, _: Any) -> str:
    """A mail address; empty where the text is none, which is reported."""
    text = fields.word(field.name)
    if text and not _MAIL.fullmatch(text):
        where = fields.place(field.name)
        fields.report("wrong-type", f"`{text}` is no mail address", where, "write it as `name@example.org`")
        return ""
    return text


def _is_address(fields: Fields, key: str, text: str) -> bool:
    """Whether a text is a web address; reported where it is none."""
    if is_web_address(text):
        return True
    message = f"`{shortened(text)}` is not a web address"
    fields.report("wrong-type", message, fields.place(key), f"{address_remedy(text)}; it is left out until then")
    return False
