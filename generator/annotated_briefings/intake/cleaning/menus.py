"""Rows of links that a page has above its text, copied as one line: `News | Sport | Weather`."""

import re

from annotated_briefings.base.regex import regex

MENU = "a menu"
"""Why such a row is no text."""
_BAR = regex(r"\s*[|｜│¦]\s*|\s+[·•›»>/]\s+")
_SENTENCE_SIGNS = regex(r"[\d@.!?:;]")
"""What a line has that states something."""
_FEWEST, _MANY = 3, 5
"""Links of a row in which one must have the name of a section, and of one that is a menu whatever its names are."""
_WORDS, _LONGEST = 4, 28
"""Words and characters of the name of a link at most."""
_BY = regex(r"(?:by|von|par|por|di|door|av|af|od|от|автор)\s", re.IGNORECASE)
_NAMES = frozenset(
    name.strip()
    for name in (
        # English
        "news, home, front page, world, national, local, politics, business, economy, money, markets, sport, sports, "
        "culture, arts, opinion, comment, weather, science, tech, technology, health, travel, lifestyle, video, "
        "podcasts, latest, search, menu, subscribe, sign in, log in, contact, about us, "
        # German
        "startseite, nachrichten, politik, wirtschaft, kultur, wetter, meinung, panorama, ausland, inland, regional, "
        "lokales, wissen, wissenschaft, gesundheit, reise, reisen, feuilleton, gesellschaft, anmelden, abo, suche, "
        "finanzen, digital, "
        # French
        "à la une, accueil, actualités, actualité, politique, économie, société, monde, international, sciences, "
        "santé, météo, opinions, planète, régions, faits divers, se connecter, s'abonner, le direct, en direct, "
        # Spanish and Portuguese
        "portada, inicio, noticias, política, economía, deportes, cultura, sociedad, internacional, mundo, opinión, "
        "el tiempo, ciencia, salud, sucesos, início, últimas, notícias, economia, esporte, esportes, desporto, "
        "sociedade, opinião, saúde, tempo, país, "
        # Italian
        "prima pagina, cronaca, esteri, cronache, spettacoli, meteo, scienza, salute, politica, abbonati, accedi, "
        # Dutch and the languages of the north
        "voorpagina, nieuws, binnenland, buitenland, politiek, cultuur, weer, opinie, wetenschap, nyheter, nyheder, "
        "kultur, debatt, debat, ekonomi, økonomi, väder, vejr, vær, inrikes, utrikes, indland, udland, innenriks, "
        "uutiset, kotimaa, ulkomaat, talous, urheilu, kulttuuri, sää, "
        # Polish, Czech, Russian, Ukrainian, Turkish, Greek
        "wiadomości, kraj, świat, polityka, gospodarka, pogoda, nauka, zprávy, domácí, svět, ekonomika, počasí, "
        "новости, главная, политика, экономика, общество, спорт, культура, мир, наука, погода, новини, економіка, "
        "gündem, dünya, siyaset, spor, kültür, hava durumu, πολιτική, οικονομία, κόσμος, αθλητικά, "
        # Scripts without blanks, Korean, Arabic, Hebrew
        "首页, 首頁, 新闻, 新聞, 政治, 财经, 財經, 经济, 經濟, 体育, 體育, 国际, 國際, 国内, "
        "科技, 文化, 社会, 社會, 娱乐, "
        "トップ, ニュース, 経済, 国際, スポーツ, 社会, 天気, 홈, 뉴스, 정치, 경제, 사회, 문화, 스포츠, 국제, 날씨, "
        "الرئيسية, أخبار, سياسة, اقتصاد, رياضة, ثقافة, العالم, طقس, חדשות, פוליטיקה, כלכלה, ספורט"
    ).split(",")
)
"""What papers call their sections and the links of their menus."""


def is_menu_row(line: str) -> bool:
    """Whether a line is a row of links: short names between bars, one of which is that of a section; five names are a
    menu whatever they are. A row with a figure, a sentence or a byline in it states something, and is none."""
    if _SENTENCE_SIGNS.search(line):
        return False
    names = [part for part in _BAR.split(line.strip()) if part]
    if len(names) < _FEWEST or any(c.isdigit() for c in line):
        return False
    if any(len(name.split()) > _WORDS or len(name) > _LONGEST or _BY.match(name) for name in names):
        return False
    known = sum(name.casefold().strip(" ,-–—").replace("’", "'") in _NAMES for name in names)
    return known > len(names) // 4 or (len(names) >= _MANY and not any(name[:1].islower() for name in names))
