"""Chats: lines with a time and a speaker. They are no articles, and say of themselves how many messages they hold."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given

_DATE = r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?)"
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?"
_DAYS = r"(?:today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|\w+day)"
_STAMPED = regex(
    rf"\[?{_DATE},?\s+(?:um\s|at\s|à\s)?{_TIME}\]?\s*(?:[-–—]\s*)?(?:(?P<who>[^:\[\]]{{1,40}}):(?:\s|$))?(?P<text>.*)"
    rf"|\[{_TIME}\]\s*<(?P<nick>[^<>]{{1,30}})>\s*(?P<said>.*)",
    re.IGNORECASE,
)
"""A message on a line with its time, as WhatsApp, Signal and others export it."""
_EXPORTED = regex(
    rf"\[{_DATE},?\s+\d{{1,2}}[:.]\d\d[:.]\d\d(?:\s?[ap]\.?\s?m\.?)?\]\s[^:\[\]]{{1,40}}:\s", re.IGNORECASE
)
_HEADED = regex(
    rf"(?P<who>[^\d\[\]:|]{{1,40}}?)\s*[,|—–·-]?\s*\[?(?:(?:{_DATE}|{_DAYS}),?\s*(?:at\s|um\s|à\s)?)?{_TIME}\]?"
    rf"|\[(?:{_DATE},?\s+)?{_TIME}\]\s*(?P<after>[^:\[\]]{{1,40}}?):?",
    re.IGNORECASE,
)
"""A line above messages that names their speaker and time, as Slack, Discord, Teams and Telegram show it."""
_ALONE = regex(_TIME, re.IGNORECASE)
_NAME = regex(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}")
_CONTROL = regex(
    r"\s*(?:messages and calls are end-to-end encrypted|nachrichten und anrufe sind ende-zu-ende|les messages et les"
    r" appels sont chiffrés|los mensajes y las llamadas están cifrados)\b.*",
    re.IGNORECASE,
)
_FEWEST, _PEOPLE, _PER_MESSAGE = 3, 2, 6
"""Messages and speakers of a chat, and lines for each message where its time is on a line of its own."""
REMEDY = "copy what it reports, without names and times"


class _ChatLine(Value):
    who: str
    """The speaker; empty for what the program says."""
    headed: bool
    """Whether the words follow on the next lines."""


def read_chat(lines: Sequence[str]) -> Outline | None:
    """A chat, left out with the number of its messages and speakers; None for any other text."""
    written = [line for line in lines if line]
    found = [message for above, line in pairwise(("", *written)) if (message := _message(above, line)) is not None]
    people = {message.who for message in found if message.who}
    if len(found) < _FEWEST or len(people) < (1 if _is_exported(written) else _PEOPLE):
        return None
    headed = [message for message in found if message.headed]
    if 2 * (len(found) - len(headed)) < len(written) and len(found) * _PER_MESSAGE < len(written):
        return None
    if len(headed) == len(found) and len(people) == len(found) > _FEWEST:
        # Nobody speaks twice: these may be any lines that end in a time.
        return None
    messages = sum(1 for message in found if message.who)
    persons = f"{len(people)} people" if len(people) > 1 else "1 person"
    why = f"it is a chat of {persons} with {messages} messages: {REMEDY}"
    text = {n: line for n, line in enumerate(lines) if line}
    return Outline((ArticleLines(given=Given(), text=text, left={}, apart=True, left_out=why),), {})


def _is_exported(written: Sequence[str]) -> bool:
    """Whether a program has exported a text that begins with a message: each message has its day and its second."""
    return bool(_EXPORTED.match(written[0])) and sum(bool(_EXPORTED.match(line)) for line in written) >= _FEWEST


def _message(above: str, line: str) -> _ChatLine | None:
    if _ALONE.fullmatch(line):
        # A name, and the time below it.
        return _ChatLine(who=above, headed=True) if _NAME.fullmatch(above) else None
    found = _STAMPED.fullmatch(line)
    if found and _CONTROL.fullmatch(found["text"] or ""):
        return _ChatLine(who="", headed=False)
    if found and (found["who"] or found["nick"]):
        return _ChatLine(who=(found["who"] or found["nick"] or "").strip(" ~"), headed=False)
    headed = _HEADED.fullmatch(line) if len(line) <= 80 else None
    who = (headed["who"] or headed["after"] or "").strip(" ~,—–-·|") if headed else ""
    if who and len(who.split()) <= 5 and any(map(str.isalpha, who)) and who[-1] not in ".!?":
        return _ChatLine(who=who, headed=True)
    return None
