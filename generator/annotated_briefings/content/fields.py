"""The tables of fields: each key of a brief's front matter and of the registry files, once.

Made from them: reading and unknown keys (``parse``, ``entries``, ``registry``), JSON Schemas (``schema``), the lists in
docs/briefings/brief-format.md, Markdown twins, feeds, search records and JSON-LD (``site.exports``), the leak check
(``site.checks.unpublished_text``), what ``briefings new`` and import write, and forms (``form_of``). The tables of
entries are in ``entry_fields``; what walks over all of them is in ``from_fields``.

The order of a table is that in which its fields are written, documented and shown.
"""

from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_kinds import (
    ADDRESS,
    ANY_TEXT,
    CHOICE,
    DATE,
    FLAG,
    LANGUAGE,
    MANY,
    MOMENT,
    PROSE,
    TEXT,
    TEXTS,
    WORD,
    count_kind,
    group,
    groups,
    mapping_or,
)
from annotated_briefings.base.yaml.field_table import (
    Copy,
    Field,
    Markdown,
    Part,
    Table,
    with_other_names,
)
from annotated_briefings.content import entries, other_names, readers
from annotated_briefings.content.entry_fields import (
    ANNOTATION,
    ANSWER,
    CORRECTION,
    ENTITIES,
    FIGURE,
    IMAGE,
    IMPORTED,
    KEY_POINT,
    LINES,
    NAME,
    NO,
    REFS,
    SOURCE,
    WORDS,
    read_by,
)
from annotated_briefings.content.model import ENTITY_TYPES

_ENTITIES = replace(
    group(readers.read_entities),
    name="a list of names, or two of them",
    schema=lambda field: mapping_or(MANY, field),
)
_IMPORTED = replace(
    group(readers.read_imported), name="written by import", schema=lambda _: {"type": "object"}, widget="hidden"
)

BRIEF: Table = with_other_names(
    (
        Field("title", TEXT, WORDS, "the headline", "Oppo closes its chip unit", required=True, json_ld="headline"),
        Field(
            "id",
            WORD,
            NO,
            "what feeds and data know it by through every rename; written by `new` and `import`, never changed",
            "3f9c2a71d08e",
        ),
        Field(
            "slug",
            read_by(WORD, readers.read_slug),
            NO,
            "last part of the address; from the name of the file where it is left out",
            "oppo-closes-chip-unit",
        ),
        Field("date", DATE, NO, "date of the news, as precisely as known", "2023-05-12"),
        Field("updated", DATE, NO, "the last change that readers should know of", "2023-05-14"),
        Field("lead", FLAG, NO, "whether it comes first on its day, and so on the front page", "true"),
        Field(
            "weight",
            count_kind({"type": "integer", "minimum": 0}, readers.read_weight),
            NO,
            "its place on its day where there is an order: 1 before 2, both before briefs without one",
            "2",
        ),
        Field(
            "summary",
            PROSE,
            WORDS,
            "one or two sentences for lists, feeds and search results",
            "Some sentences for those who read no further.",
            json_ld="description",
            new="",
        ),
        Field(
            "key_points",
            replace(groups(entries.read_key_points, ANY_TEXT), markdown=Markdown.INLINE),
            WORDS,
            "points, each with its receipt; a text alone is a point without one",
            inner=KEY_POINT,
            part=Part.BEFORE,
            new="[]",
        ),
        Field(
            "why_it_matters",
            LINES,
            WORDS,
            "why readers should care",
            "It was the *third* of its kind.",
            part=Part.BEFORE,
        ),
        Field(
            "figures",
            groups(entries.read_figures),
            WORDS,
            "numbers worth knowing, each with its receipt",
            inner=FIGURE,
            part=Part.AFTER,
            left_out_of=(Copy.FEED,),
        ),
        Field(
            "what_next",
            LINES,
            WORDS,
            "what is expected to happen",
            "The court decides in May.",
            part=Part.AFTER,
            section="next",
        ),
        Field(
            "unknowns",
            LINES,
            WORDS,
            "open questions",
            '["Who takes over the staff?"]',
            part=Part.AFTER,
            heading="questions",
        ),
        Field(
            "answers",
            replace(groups(entries.read_answers, ANY_TEXT), markdown=Markdown.INLINE),
            WORDS,
            "questions of other briefs that this one answers; a text alone is the question",
            inner=ANSWER,
        ),
        Field(
            "entities",
            _ENTITIES,
            NAME,
            "what the brief is about, and what it merely names; a plain list means mentions",
            fills=("about", "mentions"),
            inner=ENTITIES,
            new="{about: [], mentions: []}",
        ),
        Field("tags", REFS, NAME, "subject labels", "[semiconductors, business/closures]", new="[]"),
        Field(
            "story",
            read_by(WORD, readers.read_story),
            NO,
            "id of the story that it belongs to",
            "chinese-chip-design",
            fills=("story", "story_name"),
        ),
        Field("author", REFS, NAME, "who wrote it: initials of people.yaml, or names", "[RL, Ann Reed]"),
        Field("reviewed_by", REFS, NAME, "who checked it before it was published, likewise", "[TK]"),
        Field(
            "corrections",
            groups(entries.read_corrections),
            WORDS,
            "what was wrong and was put right",
            inner=CORRECTION,
            part=Part.AFTER,
            left_out_of=(Copy.SEARCH,),
            json_ld="correction",
        ),
        Field(
            "sources",
            groups(entries.read_sources),
            WORDS,
            "where the facts come from; other fields count them from 1",
            inner=SOURCE,
            part=Part.AFTER,
            left_out_of=(Copy.SEARCH,),
            json_ld="citation",
            new="[]",
        ),
        Field(
            "annotations",
            groups(entries.read_annotations),
            WORDS,
            "notes, each fixed to words of the text",
            inner=ANNOTATION,
            new="[]",
        ),
        Field(
            "translation_of",
            read_by(WORD, readers.read_ref),
            NO,
            "the brief in another language that it is a translation of",
            "chipsparte-geschlossen",
        ),
        Field("lang", LANGUAGE, NO, "language tag, where it is not that of the site", "en", fills=("language",)),
        Field("draft", FLAG, NO, "never published while true", "false", holds_back=True, new="true"),
        Field("publish_at", MOMENT, NO, "not published before", "2023-05-12T10:00:00+02:00", holds_back=True),
        Field(
            "embargo_until",
            MOMENT,
            NO,
            "not published before, whatever other fields say",
            "2023-05-12T10:00:00+02:00",
            holds_back=True,
        ),
        Field("expires_at", MOMENT, NO, "not published from then on", "2043-05-12T00:00:00Z", holds_back=True),
        Field(
            "aliases",
            read_by(TEXTS, readers.read_aliases),
            NO,
            "other names under which `[[...]]` finds it, as in Obsidian",
            "[Zeku closes]",
        ),
        Field(
            "redirect_from", read_by(REFS, readers.read_paths), NO, "old addresses that lead here", "[/old/address/]"
        ),
        Field("image", group(entries.read_image), WORDS, "a picture", inner=IMAGE),
        Field(
            "imported",
            _IMPORTED,
            NO,
            "what import knows of the article; leave it as it is",
            fills=("articles", "confidence", "derived", "suggested_story"),
            inner=IMPORTED,
        ),
    ),
    other_names.BRIEF,
)
"""Front matter of a brief."""

ENTITY: Table = with_other_names(
    (
        Field("name", read_by(TEXT, readers.read_name), NAME, "the name shown", "Oppo"),
        Field("type", read_by(CHOICE, readers.read_entity_type), NO, "what it is", "company", choices=ENTITY_TYPES),
        Field("aliases", TEXTS, NAME, "other names, linked in texts too", "[Guangdong Oppo]"),
        Field("description", PROSE, WORDS, "one or two sentences", "A maker of phones."),
        Field(
            "same_as",
            read_by(TEXTS, readers.read_addresses),
            NO,
            "addresses of the same thing elsewhere, such as Wikidata",
            '["https://www.wikidata.org/wiki/Q1"]',
        ),
        Field("website", read_by(ADDRESS, readers.read_entry_address), NO, "its own site", '"https://oppo.example/"'),
        Field("ticker", TEXT, NAME, "stock symbol", "OPP"),
        Field("parent", WORD, NO, "id of the entity that it belongs to", "bbk"),
        Field("was", TEXTS, NAME, "former names, still linked; their addresses lead here", "[Oppo Electronics]"),
        Field("merged_into", WORD, NO, "id of the entity that took its place", "oppo-group"),
        Field("ambiguous", TEXTS, NAME, "names that count only where a brief lists the entity", "[Reno]"),
        Field(
            "requires", TEXTS, NO, "words of which one must occur in a brief before any name counts", "[phone, chip]"
        ),
    ),
    other_names.ENTITY,
)
"""An entry of briefings/entities.yaml."""
TAG: Table = with_other_names(
    (
        Field("label", read_by(TEXT, readers.read_label), NAME, "the label shown", "Semiconductors"),
        Field("aliases", TEXTS, NAME, "other labels that mean the same", "[chips]"),
        Field("parent", read_by(WORD, readers.read_wider_tag), NO, "slug of the wider tag", "business"),
        Field("description", PROSE, WORDS, "one or two sentences", "Who makes chips, and for whom."),
        Field(
            "keywords",
            read_by(TEXTS, readers.read_keywords),
            NO,
            "words that suggest the tag during import",
            "[wafer, fab]",
        ),
    ),
    other_names.TAG,
)
"""An entry of briefings/tags.yaml."""
STORY: Table = with_other_names(
    (
        Field("title", read_by(TEXT, readers.read_story_title), WORDS, "its title", "Chip design in China"),
        Field("description", PROSE, WORDS, "one or two sentences", "Who designs chips, and who gives up."),
    ),
    other_names.STORY,
)
"""An entry of briefings/stories.yaml."""

PERSON: Table = with_other_names(
    (
        Field("name", read_by(TEXT, readers.read_name), NAME, "the name shown", "Rosa Lind"),
        Field("initials", TEXT, NAME, "what briefs and notes may name the person by", "RL"),
        Field("role", TEXT, NAME, "what the person does", "Energy editor"),
        Field("description", PROSE, WORDS, "one or two sentences", "Writes about power from the sea."),
        Field(
            "page",
            read_by(ADDRESS, readers.read_entry_address),
            NO,
            "a page of the person elsewhere",
            '"https://lind.example/"',
        ),
        Field("mail", read_by(TEXT, readers.read_mail), NO, "mail address, which is not shown", "rosa@desk.example"),
        Field("show_mail", FLAG, NO, "whether readers see the mail address", "true"),
    ),
    other_names.PERSON,
)
"""An entry of briefings/people.yaml."""
