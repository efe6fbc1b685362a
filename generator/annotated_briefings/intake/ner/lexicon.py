"""Words that say what a name is: parts of names of companies, authorities and places, roles, nationalities."""

from functools import cache

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex

MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat "
    "sun christmas easter ramadan".split()
)
NATIONS = frozenset(
    "afghan african albanian algerian american americans angolan arab arabic argentine argentinian armenian asian "
    "asians australian australians austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian "
    "brazilians british britons bulgarian burmese cambodian canadian canadians catholic chilean chinese christian "
    "colombian congolese croatian cuban cypriot czech danish democrat democratic democrats dutch ecuadorian egyptian "
    "emirati english eritrean estonian ethiopian european europeans filipino finnish french georgian german germans "
    "ghanaian greek guatemalan haitian hispanic honduran hungarian icelandic indian indians indonesian iranian "
    "iranians iraqi iraqis irish islamic israeli israelis italian italians jamaican japanese jewish jews jordanian "
    "kazakh kenyan korean koreans kurdish kurds kuwaiti latin latvian lebanese libyan lithuanian malaysian malian "
    "maltese mexican mexicans moldovan mongolian moroccan muslim muslims nepalese nigerian nordic norwegian orthodox "
    "pakistani palestinian palestinians panamanian paraguayan persian peruvian polish portuguese protestant qatari "
    "republican republicans romanian russian russians rwandan saudi scottish serbian singaporean slovak slovenian "
    "somali spanish sudanese sunni swedish swiss syrian syrians taiwanese tamil thai tibetan tunisian turkish "
    "ugandan ukrainian ukrainians uruguayan uzbek venezuelan vietnamese welsh western yemeni zambian "
    "zimbabwean".split()
)
"""Adjectives and peoples: they name no entity of their own."""
ROLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame rev reverend father sister brother president vice minister "
    "prime chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor judge "
    "justice general gen colonel col captain capt lieutenant lt major maj sergeant sgt admiral commander officer chief "
    "ceo cfo cto coo executive chairman chairwoman chairperson chair director founder co-founder cofounder partner "
    "manager analyst economist spokesman spokeswoman spokesperson attorney lawyer prosecutor ambassador king queen "
    "prince princess pope bishop archbishop imam sheikh coach striker midfielder actor actress singer author editor "
    "reporter journalist researcher scientist astronaut engineer head leader deputy assistant former acting "
    "councillor counsellor undersecretary premier".split()
)
COMPANY_PARTS = frozenset(
    "inc corp corporation co ltd limited llc gmbh ag plc sa nv bv ab oy spa kk holdings holding group bank motors "
    "motor airlines airways air electronics technologies technology tech systems software semiconductor semiconductors "
    "pharmaceuticals pharma energy oil petroleum steel automotive partners capital ventures securities insurance "
    "entertainment pictures records studios media labs industries international enterprises retail stores foods "
    "brewery telecom telecommunications wireless mobile networks solutions logistics shipping railways".split()
)
GOVERNMENT_PARTS = frozenset(
    "ministry department agency commission council administration authority bureau senate parliament congress house "
    "court police army navy force forces guard customs treasury embassy office cabinet assembly government kremlin "
    "pentagon fbi cia nsa fda fcc ftc epa nasa irs sec nhtsa faa fema dhs doj cac".split()
)
ORGANISATION_PARTS = frozenset(
    "university college institute school academy association society union federation foundation fund organization "
    "organisation club fc united league committee party church museum library hospital center centre network alliance "
    "coalition times journal post news press agency herald tribune gazette magazine review team band orchestra "
    "council forum initiative movement charity trust observatory laboratory".split()
)
PLACE_PARTS = frozenset(
    "isle isles "
    "city county province state states island islands river lake sea ocean bay gulf mountain mountains mount valley "
    "desert peninsula street avenue road square park bridge airport station port harbour harbor north south east west "
    "northern southern eastern western central district republic kingdom coast beach hills forest canal strait".split()
)
LAW_PARTS = frozenset(
    "act law bill treaty agreement directive regulation convention protocol amendment accord code rule".split()
)
EVENT_PARTS = frozenset(
    "war cup games olympics championship championships festival summit conference expo fair election elections day "
    "award awards prize prix open tournament congress riots protests revolution hurricane typhoon storm".split()
)
JOINERS = frozenset({"of", "and", "for", "the", "de", "van", "von", "del", "la", "al", "bin", "&", "in", "on"})
"""Small words inside names."""
_POSSESSIVE = regex(r"['’]s?$")


@cache
def places() -> frozenset[str]:
    """Lower-case names of countries, their regions and larger cities (derived from GeoNames, CC BY 4.0)."""
    text = package_text("intake.ner", "places.txt")
    return frozenset(line for line in text.split("\n") if line)


@cache
def first_names() -> frozenset[str]:
    """Lower-case given names."""
    text = package_text("intake.ner", "given_names.txt")
    return frozenset(text.split())


@cache
def surnames() -> frozenset[str]:
    """Lower-case surnames (from the Python package Faker, as most of the given names are)."""
    return frozenset(package_text("intake.ner", "surnames.txt").split())


@cache
def common_words() -> frozenset[str]:
    """English words that are mostly written small (learned from the texts that NOTICE names)."""
    return frozenset(package_text("intake.ner", "common_words.txt").split())


@cache
def known_names() -> dict[str, str]:
    """Lower-case names that everybody knows, with their types."""
    text = package_text("intake.ner", "known_names.txt")
    rows = (line.split(": ", 1) for line in text.split("\n") if line)
    return {name: kind for kind, names in rows for name in names.split(", ")}


def bare(word: str) -> str:
    """A word in lower case, without a possessive ending and a full stop."""
    return _POSSESSIVE.sub("", word).rstrip(".").lower()
