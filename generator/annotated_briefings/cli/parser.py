"""A parser of command lines whose errors are in the form of all our messages: the fact, and what to do about it."""

import argparse
import re
from ast import literal_eval
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from annotated_briefings.base.diagnostics import did_you_mean
from annotated_briefings.base.regex import regex
from annotated_briefings.cli.options import Usage
from annotated_briefings.cli.run_command import USAGE, write_usage

_CHOICE = regex(r"argument (?P<of>.+?): invalid choice: (?P<given>'.*'|\".*\") \(choose from (?P<known>.*)\)")
"""What argparse says of a word that is none of those it knows."""
_GROUP = "WHAT"
"""The place of a subcommand in the usage text."""
_OTHERS = {
    **dict.fromkeys(("preview", "watch", "start", "server", "dev", "open"), "serve"),
    **dict.fromkeys(("publish", "generate", "render", "make", "compile"), "build"),
    **dict.fromkeys(("lint", "validate", "test", "verify", "doctor"), "check"),
    **dict.fromkeys(("create", "add", "write"), "new"),
    **dict.fromkeys(("todo", "todos", "tasks"), "status"),
    **dict.fromkeys(("entity", "names"), "entities"),
    **dict.fromkeys(("mail", "newsletter", "email"), "digest"),
}
"""What other tools call our commands."""
_FORMS: tuple[tuple[re.Pattern[str], Callable[[Mapping[str, str], str], Usage]], ...] = (
    (
        regex(r"the following arguments are required: (?P<names>.+)"),
        lambda m, call: Usage(_missing(m["names"]), _completed(m["names"], call)),
    ),
    (
        regex(r"argument (?P<of>.+?): expected .*argument.*"),
        lambda m, call: Usage(f"`{m['of']}` is given without a value", f"the call is `{call}`"),
    ),
    (
        regex(r"argument (?P<of>.+?): ignored explicit argument (?P<given>.+)"),
        lambda m, _: Usage(f"`{m['of']}` takes no value", f"write `{m['of']}` alone"),
    ),
    (
        regex(r"argument (?P<of>.+?): invalid int value: (?P<given>.+)"),
        lambda m, _: Usage(
            f"`{literal_eval(m['given'])}` is not a whole number", f"write it in digits, such as `{m['of']} 2`"
        ),
    ),
    (
        regex(r"argument (?P<of>.+?): not allowed with argument (?P<other>.+)"),
        lambda m, _: Usage(f"`{m['of']}` and `{m['other']}` are both given", "take one of them out"),
    ),
    (
        regex(r"argument (?P<of>.+?): (?P<fact>[^;]+); (?P<remedy>.+)", re.DOTALL),
        lambda m, _: Usage(f"`{m['of']}`: {m['fact']}", m["remedy"]),
    ),
)
"""Other errors of argparse, and ours for them, from the parts of its text and the way a command is called."""


def _missing(names: str) -> str:
    """That arguments are not given, which argparse names in a list."""
    each = [f"`{name}`" for name in names.split(", ")]
    return f"{' and '.join(filter(None, (', '.join(each[:-1]), each[-1])))} {'is' if len(each) == 1 else 'are'} missing"


def _completed(names: str, call: str) -> str:
    """How a call goes that lacks arguments."""
    if names in ("COMMAND", _GROUP):
        return f"`{call.partition(' [')[0].partition(f' {names}')[0]} --help` lists all commands"
    return f"the call is `{call}`"


def _options_of(parser: argparse.ArgumentParser) -> set[str]:
    """The options of a parser, and of the commands below it that have been loaded."""
    found: set[str] = set()
    for action in parser._actions:
        found.update(name for name in action.option_strings if name.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            found.update(*map(_options_of, action.choices.values()))
    return found


class Parser(argparse.ArgumentParser):
    """A parser that suggests the word that may be meant."""

    def options_of_call(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options of a call; a call that is wrong is printed as such, and the process ends with status 2."""
        options, more = self.parse_known_args(arguments)
        if more:
            self._refuse(self._unknown(more, options))
        return options

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the call, and exit with status 2."""
        if found := _CHOICE.fullmatch(message):
            self._refuse(self._no_choice(found["of"], literal_eval(found["given"]), found["known"]))
        call = " ".join(self.format_usage().removeprefix("usage: ").replace(" [-h]", "").split())
        for form, error in _FORMS:
            if match := form.fullmatch(message):
                self._refuse(error(match.groupdict(), call))
        self._refuse(Usage(message, f"the call is `{call}`"))

    def _unknown(self, more: Sequence[str], options: argparse.Namespace) -> Usage:
        """What is wrong with arguments that a command does not take."""
        names = (self.prog, getattr(options, "command", None), getattr(options, "what", None))
        called = " ".join(name for name in names if isinstance(name, str))
        shown = f"`{called} --help` shows what it takes"
        given = next((one for one in more if one.startswith("-")), "").partition("=")[0]
        if not given:
            return Usage(f"`{called}` does not take `{more[0]}`", shown)
        if given in self._option_string_actions:
            return Usage(
                f"`{given}` comes before the command", f"write `{self.prog} {given} ...`, and the command after it"
            )
        meant = did_you_mean(given, sorted(_options_of(self)))
        return Usage(f"there is no option `{given}`", meant or shown)

    def _no_choice(self, of: str, given: str, names: str) -> Usage:
        """That a word is none of those that argparse names in a list."""
        known = re.findall(r"[\w-]+", names)
        close = did_you_mean(given, known)
        if of == "COMMAND" and (other := _OTHERS.get(given.casefold())):
            close = f"did you mean `{other}`?"
        if of in ("COMMAND", _GROUP):
            words = f"{self.prog} {given}".partition(" ")[2]
            return Usage(f"there is no command `{words}`", close or f"`{self.prog} --help` lists all commands")
        listed = ", ".join(f"`{word}`" for word in known)
        return Usage(f"`{given}` is not a value of `{of}`", close or f"use one of {listed}")

    def _refuse(self, error: Usage) -> NoReturn:
        write_usage(error)
        self.exit(USAGE)
