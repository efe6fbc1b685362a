"""What is looked up of one language changes no other."""

import json
import subprocess
import sys

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
