"""What is looked up of one language changes no other."""

import json
import subprocess
import sys

import pytest

LANGUAGES = ("de", "ja", "he", "ar", "fr", "ko", "th", "pl", "yue", "zh_Hant", "de_AT", "pt_BR", "en", "zh")
SHOW = """if True:
    import json, sys
    from annotated_briefings.base.meant.locales import Locale
    def names(language):
        found = Locale.parse(language)
        return [list(table[context][width].values()) for table in (found.months, found.days, found.quarters)
                for context in ("format", "stand-alone") for width in ("wide", "abbreviated", "narrow")]
    print(json.dumps([names(language) for language in sys.argv[1].split()]))
"""


def names(*languages: str) -> list[list[list[str]]]:
    run = subprocess.run([sys.executable, "-c", SHOW, " ".join(languages)], capture_output=True, check=True)
    found: list[list[list[str]]] = json.loads(run.stdout)
    return found


def test_names_of_months_and_days_do_not_depend_on_the_languages_that_were_read_before() -> None:
    forwards = dict(zip(LANGUAGES, names(*LANGUAGES), strict=True))
    backwards = dict(zip(reversed(LANGUAGES), names(*reversed(LANGUAGES)), strict=True))
    assert forwards == backwards
    assert forwards["de"] == names("de")[0]


MANY = (
    "af ar bg bn ca cs cy da de el es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km ko lt lv mk nb "
    "nl pl pt"
)
COUNT = """if True:
    import gc, json, sys, weakref
    from annotated_briefings.base.meant import locales, zones
    from annotated_briefings.base.meant.languages import is_language, language_meant
    from annotated_briefings.base.numbers.scale_words import scale_of
    from annotated_briefings.intake.agencies.relative_times import _ages
    from annotated_briefings.intake.cleaning.world_days import day_in_words, is_weekday

    class Data(dict):
        pass

    def read(name, merge_inherited=True):
        data = Data(original(name, merge_inherited))
        made.append(weakref.ref(data))
        return data

    original, locales._read, made = locales._read, read, []
    def use():
        for language in sys.argv[1].split():
            scale_of("million", language)
            _ages(language)
        zones._names(), is_language("de-AT"), language_meant("Deutsch"), is_weekday("lundi")
        day_in_words("3 lipca 2026")
        gc.collect()
        return len(made), sum(one() is not None for one in made)
    print(json.dumps([use(), use()]))
"""


@pytest.mark.slow
def test_forty_languages_leave_the_data_of_few_and_are_read_once() -> None:
    assert len(MANY.split()) == 40
    run = subprocess.run([sys.executable, "-c", COUNT, MANY], capture_output=True, check=True)
    (read, kept), (read_again, kept_again) = json.loads(run.stdout)
    assert read > 140
    assert max(kept, kept_again) <= 5
    assert read_again == read
