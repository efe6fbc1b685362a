"""Templates read, compiled and looked up; with `render`, the only home of Jinja."""

from collections.abc import Iterable, Mapping, MutableMapping
from functools import lru_cache
from keyword import iskeyword
from types import CodeType
from typing import Any, Literal, NamedTuple, cast, overload

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from annotated_briefings.base.digest import digest
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value

DEFAULT = "default:"
"""Prefix of a template name that always means the shipped one."""
FOLDER = "templates/"
"""What the paths of templates start with."""


class TemplateSet(Value):
    """All templates: a user's own replace shipped ones of the same name."""

    user: tuple[Source, ...]
    """The user's, with paths that start with ``templates/``."""
    shipped: tuple[Source, ...]
    """Ours, likewise."""


def by_name(templates: TemplateSet) -> dict[str, Source]:
    """Every name by which a template can be asked for."""
    shipped = {source.path.removeprefix(FOLDER): source for source in templates.shipped}
    own = {source.path.removeprefix(FOLDER): source for source in templates.user}
    return shipped | own | {DEFAULT + name: source for name, source in shipped.items()}


class Loader(BaseLoader):
    """Templates from memory; file names are kept so that errors carry them."""

    def __init__(self, templates: TemplateSet) -> None:
        self.sources = by_name(templates)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:  # noqa: ARG002
        """The text of a template and its file name, for Jinja."""
        source = self.sources.get(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.path, None

    def list_templates(self) -> list[str]:
        """Every name, for suggestions."""
        return sorted(self.sources)


class Compiled(BytecodeCache):
    """Compiled templates by name and digest of their text; compiling them takes half a second."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self.fresh: dict[str, bytes] = {}
        """Those that were not known."""
        self._known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find a template that was compiled before; Jinja sees by itself what another version of Python made."""
        name = f"{bucket.key}-{bucket.checksum}"
        found = self._known.get(name) or self.fresh.get(name)
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self.fresh[f"{bucket.key}-{bucket.checksum}"] = bucket.bytecode_to_string()


class _TemplateCode(CodeGenerator):
    """Jinja's code for templates without what it does at every call and every output for uses that we do not have: a
    third of the time of rendering a page."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Look once for what `blockvisit` asks about each block."""
        self._includes_at_once = _gives_on_at_once(node)
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A function or a macro by its name is called as it is: none of ours asks for the context, none is async."""
        plain = isinstance(node.node, nodes.Name) and not (forward_caller or node.dyn_args or node.dyn_kwargs)
        if not plain or any(iskeyword(keyword.key) for keyword in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for place, argument in enumerate((*node.args, *node.kwargs)):
            if place:
                self.write(", ")
            self.visit(argument, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A field is read at once, and looked for as Jinja does only where there is none of that name."""
        held, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr({held} := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr({held}, {node.attr!r}))")

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        """What a template or a block of it writes is gathered in a list and given on whole: piece by piece it would go
        through a generator for each template and block that it is in."""
        parts = list(body)
        if frame.buffer is not None or (self._includes_at_once and _gives_on_at_once(nodes.Template(parts))):
            super().blockvisit(parts, frame)
            return
        self.buffer(frame)
        super().blockvisit(parts, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def write_commons(self) -> None:
        """Names that every function of a template can use."""
        super().write_commons()
        self.writeline("shown = environment.shown")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro that is called with values alone does without what Jinja does for others."""
        self.write("environment.quick_")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _gives_on_at_once(node: nodes.Node) -> bool:
    """Whether there is an include without context in a part of a template: Jinja gives it on at once, whatever waits in
    a list."""
    return any(not found.with_context for found in node.find_all(nodes.Include))


def _shown(value: object) -> str:
    """A value as it is written in HTML; most are texts in which nothing is to be escaped, or HTML already."""
    kind = type(value)
    if kind is Markup:
        return cast(Markup, value)
    if kind is str:
        text = cast(str, value)
        # One look for each character, which takes a third of the time of a pattern with all five.
        if not ("&" in text or "<" in text or ">" in text or '"' in text or "'" in text):
            return text
    return escape(value)


class _Macro(Macro):
    def __call__(self, *args: Any, **kwargs: Any) -> str:
        left = self._argument_count - len(args)
        plain = not (kwargs or left < 0 or self.caller or self.catch_kwargs or self.catch_varargs)
        if plain and not (args and isinstance(args[0], EvalContext)):
            text = self._func(*args, *(missing,) * left)
            # Markup() looks first whether it is given HTML already, which takes three times as long.
            return str.__new__(Markup, text) if self._default_autoescape else text
        return super().__call__(*args, **kwargs)


class _Environment(Environment):
    code_generator_class = _TemplateCode
    shown = staticmethod(_shown)
    quick_Macro = _Macro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One table of what every template sees, where Jinja makes a chain of two and looks each name up in both."""
        return {**self.globals, **(d or {})}

    @overload
    def compile(
        self,
        source: str | nodes.Template,
        name: str | None = None,
        filename: str | None = None,
        raw: Literal[False] = False,
        defer_init: bool = False,
    ) -> CodeType: ...

    @overload
    def compile(
        self,
        source: str | nodes.Template,
        name: str | None = None,
        filename: str | None = None,
        raw: Literal[True] = ...,
        defer_init: bool = False,
    ) -> str: ...

    def compile(
        self,
        source: str | nodes.Template,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> str | CodeType:
        """A text is compiled once in a process: a preview goes on after a change of settings, pictures or words, or of
        another template, without compiling all of them again, which takes two tenths of a second."""
        if isinstance(source, str) and not (raw or defer_init):
            return _compiled_text(source, name, filename)
        return super().compile(source, name, filename, raw=raw, defer_init=defer_init)  # type: ignore[call-overload, no-any-return]


@lru_cache(maxsize=512)
def _compiled_text(source: str, name: str | None, filename: str | None) -> CodeType:
    """The code of a template, which depends on nothing that an environment knows of a page.

    Raises TemplateSyntaxError.
    """
    return Environment.compile(environment_of(TemplateSet((), ()), None), source, name, filename)


def environment_of(templates: TemplateSet, compiled: Compiled | None) -> Environment:
    """An environment with all templates, in which nothing is known yet of a page."""
    return _Environment(
        loader=Loader(templates),
        bytecode_cache=compiled,
        undefined=StrictUndefined,
        autoescape=_escapes,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


BUILT_IN = Environment().globals
"""What Jinja itself gives to templates, such as ``range`` and ``namespace``."""


def _escapes(name: str | None) -> bool:
    return name is None or not name.endswith(".txt")


EVERY = "*"
"""Stands for a reference that is computed while rendering: it may lead to any template, or to any static file."""


class Asked(NamedTuple):
    """What a template asks for."""

    templates: tuple[str, ...]
    """Names of the templates that it refers to."""
    assets: tuple[str, ...]
    """Names of the static files that it shows."""


@lru_cache(maxsize=512)
def asked_by(source: Source) -> Asked:
    """What a template asks for; a broken one asks for nothing."""
    try:
        tree = Environment().parse(source.text)
    except TemplateSyntaxError:
        return Asked((), ())
    references = {EVERY if name is None else name for name in meta.find_referenced_templates(tree)}
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
    plain = {
        id(call.node): str(call.args[0].value)
        for call in calls
        if len(call.args) == 1 and isinstance(call.args[0], nodes.Const) and not (call.dyn_args or call.kwargs)
    }
    uses = [name for name in tree.find_all(nodes.Name) if name.name == "asset"]
    return Asked(tuple(sorted(references)), tuple(sorted({plain.get(id(name), EVERY) for name in uses})))


def template_digests(templates: TemplateSet, asked: Mapping[Source, Asked], names: tuple[str, ...]) -> dict[str, str]:
    """For each template name the digest of its text and of all templates it refers to, however deep."""
    sources = by_name(templates)
    known = {
        name: tuple(sorted(sources)) if EVERY in asked[source].templates else asked[source].templates
        for name, source in sources.items()
    }
    return {name: digest(*(sources[n] for n in _closure(name, known))) for name in names}


def _closure(name: str, references: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    seen: set[str] = set()
    todo = [name]
    while todo:
        current = todo.pop()
        if current in references and current not in seen:
            seen.add(current)
            todo += references[current]
    return tuple(sorted(seen))
