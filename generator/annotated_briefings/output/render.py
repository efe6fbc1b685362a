"""Rendering pages with Jinja templates."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from traceback import walk_tb
from typing import cast

from jinja2 import (
    Environment,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup, escape

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.i18n import PLACEHOLDER, Words, direction_of
from annotated_briefings.base.paths import relative_url, served_address
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, field_names
from annotated_briefings.output.pictures import clean_text, left_out
from annotated_briefings.output.templates import BUILT_IN, FOLDER, Compiled, Loader, TemplateSet, environment_of
from annotated_briefings.site.routes import FileView, Page

_NOT_XML = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold, not even escaped."""
_BRIEFS = (".md", ".markdown")
NAMES = ("page", "site", "url", "asset", "t", "number", "month", "language", "direction", "direction_of")
"""What every template sees."""


class Output(Value):
    """One finished file."""

    path: str
    """File in the output folder."""
    data: bytes
    """Its bytes."""
    origin: str
    """Path of the file it comes from, for messages."""


class _MissingText(Exception):
    """A template asked for a text that the catalogue lacks, or left a value of it out; its argument says which."""


class _MissingAsset(Exception):
    """A template asked for a static file that does not exist."""


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[str, ...]:
    """A text of the interface cut at its placeholders: every second piece is the name of a value."""
    return tuple(PLACEHOLDER.split(escape(text)))


def _speaker(words: Words) -> Callable[..., Markup]:
    """What templates call to say something: ``t("key", name=value)``."""
    single = ((key, forms[0][1]) for key, forms in words.texts if len(forms) == 1)
    plain = {key: Markup(escape(text)) for key, text in single if "{" not in text}

    counted: dict[tuple[str, object], Markup] = {}

    def translated(key: str, **values: object) -> Markup:
        if not values and key in plain:
            # Most texts have no values; these are a third of the time of rendering a page otherwise.
            return plain[key]
        if len(values) == 1 and isinstance(number := values.get("n"), int):
            # Most others count something, and most counts are small.
            known = counted.get((key, number))
            if known is None:
                known = counted[key, number] = filled(key, values)
            return known
        return filled(key, values)

    def filled(key: str, values: dict[str, object]) -> Markup:
        if not words.has(key):
            raise _MissingText(f"words.yaml has no text `{key}`")
        pieces = _pieces(words.form(key, values))
        try:
            return Markup(
                "".join(
                    escape(words.shown(values[piece])) if place % 2 else piece for place, piece in enumerate(pieces)
                )
            )
        except KeyError as error:
            raise _MissingText(f"the text `{key}` needs a value for `{error.args[0]}`") from error

    return translated


class PageRenderer:
    """Renders the pages of one site: everything that they have in common, looked up once."""

    def __init__(
        self,
        templates: TemplateSet,
        site: object,
        assets: tuple[tuple[str, str], ...],
        base_path: str,
        compiled: Compiled | None = None,
    ) -> None:
        """``site`` is what every template sees under that name, ``assets`` are names of static files and their
        fingerprinted paths, ``base_path`` is where the site is served; only pages that are served anywhere need it.
        ``compiled`` holds templates that were compiled before, and takes those that are compiled now."""
        self._templates = templates
        self._compiled = compiled
        self._site = site
        self._assets = dict(assets)
        self._base_path = base_path
        self._address, self._anywhere = "/", False
        self._environments: dict[str, tuple[Words, Environment]] = {}

    def prepare(self, names: Iterable[str], words: Words) -> None:
        """Compile templates before they are needed, so that worker processes have them from the start."""
        for name in names:
            try:
                self._spoken(words).get_template(name)
            except (TemplateSyntaxError, TemplateNotFound):
                continue  # reported when a page is rendered with it

    def render(self, page: Page, words: Words) -> tuple[Output | None, tuple[Diagnostic, ...]]:
        """Render one page with the words of a language; a template that fails gives a diagnostic and no output."""
        if not page.template:
            text = clean_text(cast(FileView, page.view).text)
            return Output(page.path, text.encode("utf-8", "replace"), page.origin), ()
        environment = self._spoken(words)
        try:
            template = environment.get_template(page.template)
        except TemplateSyntaxError as error:
            return None, (_syntax_error(error, environment),)
        except TemplateNotFound as error:
            return None, (_not_found(error, page, environment),)
        self._address = served_address(page.path)
        self._anywhere = page.path == "404.html"
        return self._filled(page, template, environment)

    def _spoken(self, words: Words) -> Environment:
        """The templates in the words of one language: small parts that pages share are made ready once for all."""
        known, environment = self._environments.get(words.language, (None, None))
        # A preview outlives changes of the words.
        if environment is None or known != words:
            environment = environment_of(self._templates, self._compiled)
            self._environments[words.language] = (words, environment)
            environment.globals = {
                "site": self._site,
                "url": self._url,
                "asset": self._asset,
                "t": _speaker(words),
                "number": words.number,
                "month": words.month,
                "language": words.language,
                "direction": words.direction,
                "direction_of": direction_of,
                **BUILT_IN,
            }
        return environment

    def _url(self, target: str) -> str:
        """An address of the site as the page that is being rendered has to write it."""
        if not target.startswith("/") or target.startswith("//"):
            return target
        if self._anywhere:
            return self._base_path + target[1:]
        return relative_url(self._address, target)

    def _asset(self, name: str) -> str:
        path = self._assets.get(name)
        if path is None:
            raise _MissingAsset(name)
        return self._url("/" + path)

    def _filled(
        self, page: Page, template: Template, environment: Environment
    ) -> tuple[Output | None, tuple[Diagnostic, ...]]:
        try:
            text = template.render(page=page.view)
        except TemplateSyntaxError as error:
            return None, (_syntax_error(error, environment),)
        except TemplateNotFound as error:
            return None, (_not_found(error, page, environment),)
        except _MissingText as error:
            place = _template_place(error)
            return None, (
                report(
                    "template",
                    f"{error} (while rendering {page.path})",
                    place,
                    help="see the texts in words.yaml",
                    source=_source_of(place, environment),
                ),
            )
        except _MissingAsset as error:
            name = str(error)
            hint = did_you_mean(name, list(self._assets)) or "put it into static/, or take the call out"
            return None, (
                report(
                    "template",
                    f"there is no static file `{name}`",
                    _template_place(error),
                    help=hint,
                    source=_source_of(_template_place(error), environment),
                ),
            )
        except UndefinedError as error:
            place = _template_place(error)
            message, hint = _undefined(str(error), page)
            return None, (report("template", message, place, help=hint, source=_source_of(place, environment)),)
        except Exception as error:  # a template may do anything; its fault must not end the build
            place = _template_place(error)
            message = f"{str(error) or type(error).__name__} (while rendering {page.path} from {page.origin})"
            return None, (
                report(
                    "template",
                    message,
                    place,
                    help="correct the template at this line",
                    source=_source_of(place, environment),
                ),
            )
        if page.path.endswith(".xml"):
            text = _NOT_XML.sub("", text)
        # Editors may write pictures into texts as addresses; they hold what every picture holds.
        made = clean_text(text)
        lost = left_out(text, made) if page.origin.endswith(_BRIEFS) and page.path.endswith(".html") else 0
        return Output(page.path, made.encode("utf-8", "replace"), page.origin), (_left_out(page),) if lost > 0 else ()


def _left_out(page: Page) -> Diagnostic:
    return report(
        "picture-metadata",
        f"a picture written into `{page.origin}` holds data of its camera or program that cannot be taken out",
        Place(page.origin),
        help="it is left out; save it as a JPEG, PNG or WebP file beside the brief",
    )


page_renderer = lru_cache(maxsize=4)(PageRenderer)
"""The same renderer for the same site: its templates are compiled once."""


def _undefined(message: str, page: Page) -> tuple[str, str]:
    """Our words for what Jinja says about a name or field that does not exist."""
    field = re.fullmatch(r"'[\w.]*?(\w+) object' has no attribute '(\w+)'", message)
    name = re.fullmatch(r"'(\w+)' is undefined", message)
    where = f" (while rendering {page.path} from {page.origin})"
    if field:
        kind = type(page.view)
        hint = did_you_mean(
            field[2], field_names(kind) if issubclass(kind, Value) and kind.__name__ == field[1] else ()
        )
        return f"{field[1]} has no field `{field[2]}`{where}", hint or "see the fields of its view in generator/site"
    if name:
        hint = did_you_mean(name[1], NAMES)
        return f"there is no `{name[1]}`{where}", hint or "templates see " + ", ".join(f"`{n}`" for n in NAMES)
    return message + where, "correct the template at this line"


def _template_place(error: BaseException) -> Place:
    """The innermost template line of an exception."""
    place = Place(FOLDER)
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(FOLDER):
            place = Place(frame.f_code.co_filename, line, 1)
    return place


def _source_of(place: Place, environment: Environment) -> Source | None:
    loader = environment.loader
    assert isinstance(loader, Loader)
    # The user's template of this name is the one in use, unless the shipped one was asked for by prefix.
    return loader.sources.get(place.path.removeprefix(FOLDER))


def _syntax_error(error: TemplateSyntaxError, environment: Environment) -> Diagnostic:
    place = Place(error.filename or FOLDER + (error.name or ""), error.lineno, 1)
    message = (error.message or "the template cannot be read").rstrip(".")
    return report(
        "template",
        message[:1].lower() + message[1:],
        place,
        help="correct the template at this line",
        source=_source_of(place, environment),
    )


def _not_found(error: TemplateNotFound, page: Page, environment: Environment) -> Diagnostic:
    name = str(error.name or page.template)
    needed = f"{page.path} needs it" if name == page.template else f"`{page.template}` asks for it"
    hint = did_you_mean(name, environment.list_templates()) or "put it back, or take your own templates/ folder away"
    return report("missing-template", f"there is no template `{name}`; {needed}", Place(FOLDER + name), help=hint)
