"""Whether a sentence before a passage tells that what follows happens in an exercise, a novel or a film."""

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.regex import regex

_STORY = (
    r"(?:scenario|simulation|novel|movie|film|thriller|sitcom|screenplay|fairy tale|video ?game|planspiel|szenario"
    r"|roman|krimi"
    r"|drehbuch|spielfilm|computerspiel|scénario|simulacre|conte|jeu vidéo|escenario|novela|película|guion|simulacro"
    r"|videojuego"
    r"|romanzo|copione|videogioco|simulazione|cenário|romance|filme|scenari\w*|oefening|övning\w*|øvelse\w*"
    r"|roman\w{0,3}"
    r"|powieś\w+|film\w{0,3}|ćwicze\w+|scénář\w*|román\w*|cvičení|сценари\w+|роман\w*|фильм\w*|учени\w+|сценарі\w+"
    r"|фільм\w*|навчан\w+"
    r"|drill|exercise|übung)"
)
_IN = (
    r"(?:in|under|according to|im|in der|laut|dans|selon|d'après|en|según|durante|nel|nella|secondo|no|na|segundo|em"
    r"|volgens|i"
    r"|enligt|ifølge|w|według|v|ve|podle|в|во|по|у|за)"
)
_ARTICLE = (
    r"(?:\s(?:the|this|that|his|her|its|their|dem|diesem|der|le|la|l'|ce|cet|cette|el|este|esta|het|de|dit"
    r"|deze|det|denne|den))?"
)
_FRAME = regex(rf"\W*{_IN}{_ARTICLE}\s*{_STORY}(?!\w)")
_BOOK = regex(
    rf"\W*(?:{_IN}{_ARTICLE}\s*(?:book|story|play|series|show|game|tale|buch|stück|serie|spiel|geschichte|livre|série"
    rf"|pièce|histoire"
    r"|jeu|libro|serie|obra|historia|juego|racconto|gioco|storia|livro|série|boek|verhaal|spel|bok\w*|pjäs\w*|bog\w*"
    r"|spil\w*"
    r"|książ\w+|książce|grze|knize|knih\w+|hře|книг\w+|пьес\w+|сериал\w*|игр\w+|книз\w+|п'єс\w+|грі)(?!\w)|in it,"
    r"|darin |y en ella,?)"
)
_NAMED = regex(rf"(?<!\w){_STORY}(?!\w)|(?<!\w)(?:gioco|spiel|game|jeu|juego)(?!\w)")
_LASTS = 2
"""Sentences that a frame goes on for."""


def is_of_a_story(around: Surroundings) -> bool:
    """Whether a passage is told of what happens in a story or an exercise, which a sentence before it or the beginning
    of its own names."""
    sentences = (*around.before, around.head)
    for number, one in enumerate(reversed(sentences)):
        if number > _LASTS:
            return False
        is_own = number == 0
        if _FRAME.match(one) and not is_own:
            return True
        if _BOOK.match(one) and any(map(_NAMED.search, sentences[: len(sentences) - 1 - number])):
            return True
    return False
