"""The texts of the interface in every language that is included."""

import re
from pathlib import Path

import pytest
import yaml
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.dates import When
from annotated_briefings.base.i18n import FIRST, Words, direction_of, read_words, words_for, words_of
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Part
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.model import ENTITY_TYPES, KINDS
from annotated_briefings.site.model.receipts import ReceiptKind

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "generator" / "annotated_briefings" / "site"
TEXT = (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")
CATALOGUE, FOUND = read_words(Source("templates/words.yaml", TEXT), None)
LANGUAGES = tuple(CATALOGUE)
WRITTEN = yaml.safe_load(TEXT)
"""What the file has under each language."""


def used_keys() -> set[str]:
    """Keys that templates and views ask for."""
    templates = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "templates").rglob("*.html"))
    code = "".join(p.read_text(encoding="utf-8") for p in SITE.rglob("*.py"))
    plain = set(re.findall(r'\bt\("([a-z_]+)"', templates)) | set(re.findall(r'text\(\s*"([a-z_]+)"', code))
    plain |= {key for pair in re.findall(r'empty\("([a-z_]+)", "([a-z_]+)"', templates) for key in pair}
    navigation = {
        "briefs",
        "stories",
        "entities",
        "tags",
        "notes",
        "search",
        "sources",
        "figures",
        "questions",
        "corrections",
    }
    return plain - {"kind_", "peak_"} | navigation | {"author", "entity", "tag", "source", "year"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_language_has_every_text_of_its_own(language: str) -> None:
    assert FOUND == ()
    texts = dict(CATALOGUE[language].texts)
    # The catalogue puts the English text where one is missing: what counts is what the file has.
    missing = sorted(WRITTEN[FIRST].keys() - WRITTEN[language].keys())
    assert not missing, f"write these texts under `{language}:` in templates/words.yaml: {', '.join(missing)}"
    same = {
        "as_markdown",
        "colon",
        "comma",
        "full_stop",
        "list_comma",
        "of_whom",
        "quoted",
        "sentence_space",
        "website",
    }
    if language != FIRST:
        first = dict(CATALOGUE[FIRST].texts)
        copied = {key for key in texts if texts[key] == first[key]} - same
        # Related languages share some words, such as `person`.
        assert len(copied) <= 0.05 * len(texts), f"these texts are still the English ones: {sorted(copied)}"


def test_the_texts_are_those_that_pages_ask_for_and_no_others() -> None:
    # Keys that are put together, or stand in a table: one for each value that they are made of.
    made = {f"{prefix}_{kind}" for prefix in ("type", "types") for kind in ENTITY_TYPES}
    made |= {f"kind_{kind}" for kind in KINDS}
    made |= {f"role_{role}" for role in ("original", "copy", "text", "version")}
    made |= {f"held_{why}" for why in ("draft", "embargo", "publish", "expired")}
    made |= {f"peak_{span}" for span in ("months", "quarters", "years")}
    made |= {f"n_{span}" for span in ("days", "weeks", "months", "years")}
    made |= {f"receipt_{kind}{end}" for kind in ReceiptKind for end in ("", "_is")}
    made |= {field.heading or field.name for field in BRIEF if field.part is not Part.NONE or field.section}
    made |= {f"{field.name}_{one.name}" for field in BRIEF if field.kind.entry for one in field.inner}
    listed = {key for key, _ in CATALOGUE[FIRST].texts}
    assert sorted((used_keys() | made) - listed) == [], "write these texts in templates/words.yaml, in every language"
    assert sorted(listed - used_keys() - made) == [], "nothing shows these texts of templates/words.yaml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_keeps_the_placeholders_of_the_first_language(language: str) -> None:
    def names(forms: tuple[tuple[str, str], ...]) -> set[str]:
        return {name for _, text in forms for name in re.findall(r"\{(\w+)\}", text)}

    first = dict(CATALOGUE[FIRST].texts)
    for key, forms in CATALOGUE[language].texts:
        wanted = names(first[key])
        assert names(forms) <= wanted, key
        # A plural form such as "one brief" may leave its number out; anything else must be there.
        assert wanted - names(forms) <= {"n"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_counts_has_every_plural_form_of_its_language(language: str) -> None:
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    for key, texts in CATALOGUE[language].texts:
        written = {form for form, _ in texts}
        # One text for all numbers is right too; `zero` is how people say that there is none.
        wanted = ", ".join(f"`{form}:`" for form in sorted(forms - {"zero"}))
        assert written - {"zero"} in ({"other"}, forms - {"zero"}), (
            f"write `{key}` under `{language}:` with the forms {wanted}, or as one text for all numbers"
        )


def test_french_has_a_no_break_space_at_its_marks() -> None:
    texts = [text for _, forms in CATALOGUE["fr"].texts for _, text in forms]
    assert [text for text in texts if re.search("(?<!\u00a0)[:;?!»]|«(?!\u00a0)", text)] == []


def test_no_line_ends_between_a_number_and_its_word_in_any_language() -> None:
    own = Source("words.yaml", "hu:\n  page_n: '{number} oldal'\n  found: 'találat: {count}'\n")
    catalogue = read_words(Source("templates/words.yaml", TEXT), own)[0]
    texts = [(tag, text) for tag, words in catalogue.items() for _, forms in words.texts for _, text in forms]
    number = r"\{(?:n|number|count)\}"
    assert [found for found in texts if re.search(rf"{number} \w|\w {number}(?!\u00a0)", found[1])] == []
    assert sum("\u00a0" in text for _, text in texts) > 100
    assert catalogue["hu"].text("page_n", number=3) == "3\u00a0oldal"
    assert catalogue["de"].text("page_n", number=3) == "Seite\u00a03"


@pytest.mark.parametrize("when", [When(2026), When(2026, 3), When(2026, 3, 11)])
def test_a_date_of_any_precision_fits_into_its_text(when: When) -> None:
    for words in CATALOGUE.values():
        for key in ("as_of", "open_since", "updated", "from_to"):
            day = words.date(when)
            result = words.text(key, date=day, first=day, last=day)
            article = rf"\b(?:le|au|du|de|el|al|del|am|vom|zum|on) {re.escape(day)}"
            assert not re.search(article, result), result


def test_what_readers_do_with_a_topic_a_page_of_feeds_and_its_links_have_different_words() -> None:
    for words in CATALOGUE.values():
        result = [words.text(key) for key in ("follow", "follow_this", "following", "feeds", "you_follow")]
        assert len(set(result)) == len(result), result


def test_numbers_choose_their_plural_form() -> None:
    def briefs(language: str, number: int) -> str:
        return CATALOGUE[language].text("n_briefs", n=number)

    assert [briefs("en", n) for n in (0, 1, 2)] == ["0\u00a0briefs", "1\u00a0brief", "2\u00a0briefs"]
    assert [briefs("fr", n) for n in (0, 1, 2, 10**6)] == [
        "0\u00a0brève",
        "1\u00a0brève",
        "2\u00a0brèves",
        "1\u202f000\u202f000\u00a0de brèves",
    ]
    assert [briefs("es", n) for n in (0, 1, 2, 10**6)] == [
        "0\u00a0resúmenes",
        "1\u00a0resumen",
        "2\u00a0resúmenes",
        "1.000.000\u00a0de resúmenes",
    ]
    assert [briefs("zh", n) for n in (1, 2)] == ["1\u00a0篇简报", "2\u00a0篇简报"]
    assert [briefs("ar", n) for n in (1, 2, 3, 11)] == ["موجز واحد", "موجزان", "3\u00a0موجزات", "11\u00a0موجزًا"]
    assert CATALOGUE["en"].text("n_sources", n=0) == "no sources"


def test_numbers_and_dates_are_written_as_people_of_the_language_write_them() -> None:
    day, month, year = When(2023, 5, 12), When(2023, 5), When(2023)
    shown = {tag: [w.date(d) for d in (day, month, year)] for tag, w in CATALOGUE.items()}
    assert shown["en"] == ["May 12, 2023", "May 2023", "2023"]
    assert shown["de"] == ["12. Mai 2023", "Mai 2023", "2023"]
    assert shown["zh"] == ["2023年5月12日", "2023年5月", "2023"]
    assert shown["fr"] == ["12 mai 2023", "mai 2023", "2023"]
    assert shown["es"] == ["12 de mayo de 2023", "mayo de 2023", "2023"]
    assert shown["ar"] == ["12 مايو 2023", "مايو 2023", "2023"]
    assert [CATALOGUE[tag].number(12345) for tag in ("en", "de")] == ["12,345", "12.345"]
    assert CATALOGUE["de"].join(["Acme", "Beta", "Gamma"]) == "Acme, Beta und Gamma"


def test_a_region_keeps_the_texts_of_its_language_and_has_its_own_dates() -> None:
    british = words_for(CATALOGUE, "en-GB")
    assert british is not None
    assert british.text("notes") == "Notes"
    assert british.date(When(2023, 5, 12)) == "12 May 2023"
    assert words_for(CATALOGUE, "nl") is None


@pytest.mark.parametrize(
    ("language", "day", "number", "direction"),
    [
        ("nl", "12 mei 2023", "12.345", "ltr"),
        ("pl", "12 maja 2023", "12\u00a0345", "ltr"),
        ("ja", "2023年5月12日", "12,345", "ltr"),
        ("he", "12 במאי 2023", "12,345", "rtl"),
        ("fa", "12 مهٔ 2023", "12,345", "rtl"),
        ("pt-BR", "12 de maio de 2023", "12.345", "ltr"),
        ("sv", "12 maj 2023", "12\u00a0345", "ltr"),
        ("arz", "May 12, 2023", "12,345", "rtl"),
        ("xx-none", "May 12, 2023", "12,345", "ltr"),
    ],
)
def test_a_language_without_words_has_its_own_dates_numbers_and_direction(
    language: str, day: str, number: str, direction: str
) -> None:
    words = words_of(CATALOGUE, language)
    assert words.text("notes") == "Notes"
    assert [words.date(When(2023, 5, 12)), words.number(12345), words.direction] == [day, number, direction]
    assert words.language == (language if language != "xx-none" else "en")


@pytest.mark.parametrize(
    ("direction", "tags"),
    [
        ("rtl", "ar he fa ur-PK ckb dv yi ug khw glk aeb arz ku-Arab ha-Arab ff-Adlm pa-PK az-IR uz-AF PA-pk rhg"),
        ("ltr", "en zh-Hant de-AT ku pa az uz ar-Latn he-Latn sd-Deva ug-Cyrl tlh eo no-such-tag -"),
    ],
)
def test_a_language_runs_as_the_script_that_its_tag_names_or_that_most_people_write_it_in(
    direction: str, tags: str
) -> None:
    assert {tag: direction_of(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), direction)
    assert direction_of("") == "ltr"


@pytest.mark.slow
@pytest.mark.slowest  # It reads a thousand files of Babel, and changes with a release of Babel alone.
def test_every_language_of_cldr_runs_as_it_says_there() -> None:
    tags = [name.replace("_", "-") for name in localedata.locale_identifiers()]
    there = {tag: str(Locale.parse(tag, sep="-").text_direction) for tag in tags}
    # Mongolian letters run from top to bottom, for which HTML has no direction.
    assert {tag for tag in tags if direction_of(tag) != there[tag]} == {tag for tag in tags if there[tag] == "ttb"}


def test_a_sites_own_texts_change_single_ones_and_add_languages() -> None:
    own = Source("templates/words.yaml", "en:\n  notes: Remarks\nnl:\n  notes: Opmerkingen\n")
    made, found = read_words(Source("words.yaml", TEXT), own)
    assert found == ()
    assert made["en"].text("notes") == "Remarks"
    assert made["en"].text("tags") == "Tags"
    assert (made["nl"].text("notes"), made["nl"].text("tags")) == ("Opmerkingen", "Tags")


@given(st.text(max_size=200))
def test_reading_any_text_as_a_catalogue_never_raises(text: str) -> None:
    made, _ = read_words(Source("words.yaml", "en: {notes: Notes}"), Source("templates/words.yaml", text))
    assert isinstance(made[FIRST], Words)


@given(st.text(max_size=30), st.dates())
def test_any_language_tag_gives_a_date(tag: str, day: object) -> None:
    assert Words(tag, "", ()).date(When(day.year, day.month, day.day))  # type: ignore[attr-defined]


def test_french_words_have_a_space_that_breaks_no_line_beside_signs_of_two_parts() -> None:
    texts = [text for _, forms in CATALOGUE["fr"].texts for _, text in forms]
    bare = re.compile("(?<![\u00a0\u202f])[:;?!»]|«(?![\u00a0\u202f])")
    assert [text for text in texts if bare.search(text)] == []


TEMPLATES = sorted((ROOT / "templates").rglob("*.html")) + sorted((ROOT / "templates").rglob("*.txt"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_signs_between_values_of_a_page_are_words_of_its_language(path: Path) -> None:
    """A colon of a template is an English one on every page; `t("colon")` is that of the language."""
    assert re.findall(r"\}\}[:;?!](?=[ <])(?!//)", path.read_text(encoding="utf-8")) == []
