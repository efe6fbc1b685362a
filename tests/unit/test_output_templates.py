"""Our code for templates does what Jinja's does."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined, TemplateRuntimeError, TemplateSyntaxError

from annotated_briefings.base.source import Source
from annotated_briefings.output.templates import Compiled, TemplateSet, environment_of

TEMPLATES = {
    "plain": "{{ a }} {{ b }} {{ n }} {{ none }} {{ html|safe }}",
    "macro": "{% macro m(x, y='<') %}[{{ x }}{{ y }}]{% endmacro %}{{ m(a) }}{{ m(a, y=b) }}{{ m(x=n) }}",
    "caller": "{% macro m() %}<b>{{ caller() }}</b>{% endmacro %}{% call m() %}{{ a }}{% endcall %}",
    "keyword": "{{ dict(a=1, **{'b': 2})['b'] }} {{ dict(**{'class': a})['class'] }} {{ range(*[1, 3])|list }}",
    "reserved": "{{ dict(class=a, **{})['class'] }} {{ dict(class=a)['class'] }}",
    "loop": "{% for x in items recursive %}{{ loop.index }}{{ x }}{% if x is iterable and x is not string %}"
    "{{ loop(x) }}{% endif %}{% endfor %}",
    "set": "{% set s %}<i>{{ a }}</i>{% endset %}{{ s }} {{ s ~ a }} {{ [a, b]|join('&') }}",
    "inner": "{% macro m() %}{% for x in items %}{{ up(x) }}{% endfor %}{% endmacro %}{{ m() }} {{ up(x=a) }}",
    "child": "{% extends 'base' %}{% block one %}{{ super() }}{{ up(a) }}{% endblock %}",
    "base": "<p>{% block one %}{{ a }}{% endblock %}{% block two %}{{ self.one() }}{% endblock %}</p>",
    "if extends": "before {{ a }}{% if n %}{% extends 'base' %}{% endif %}{% block one %}{{ b }}{% endblock %}after",
    "no extends": "before {{ a }}{% if none %}{% extends 'base' %}{% endif %}{% block one %}{{ b }}{% endblock %}after",
    "grandchild": "{% extends 'child' %}{% block one %}<{{ super() }}>{% endblock %}{% block two %}{% if n %}"
    "{% block three %}{{ a }}{% endblock %}{% endif %}{% endblock %}",
    "scoped": "{% for x in items %}{% block item scoped %}{{ x }}{{ loop.index }}{% endblock %}{% endfor %}",
    "unscoped": "{% for x in items %}{% block item %}{{ x is defined }}{% endblock %}{% endfor %}",
    "required": "{% block one required %}{% endblock %}",
    "required child": "{% extends 'required' %}{% block one %}{{ a }}{% endblock %}",
    "include": "{% block one %}{% for x in items %}{% include 'plain' %}{% include ['no', 'plain'] %}"
    "{% include 'no' ignore missing %}{% endfor %}{% endblock %}",
    "alone": "<h1>{{ a }}</h1>{% include 'parts' without context %}{% include 'b' without context %}<p>end</p>",
    "alone in a block": "<{% block one %}{{ n }}{% include 'b' without context %}{{ b }}{% endblock %}>",
    "alone in a loop": "{% for x in items %}{{ loop.index }}{% if n %}{% include 'b' without context %}{% endif %}"
    "{% endfor %}",
    "b": "[b]",
    "shared": "{% import 'parts' as k with context %}{% block one %}{% from 'parts' import m %}{{ m(n) }}{% endblock %}"
    "{{ k.m(a) }}",
    "filter": "{% block one %}{% filter upper %}{{ a }}{% include 'plain' %}{% endfilter %}{% endblock %}",
    "with": "{% set k = namespace(x=1) %}{% with y = a %}{% set k.x = y %}{{ y }}{% endwith %}{{ k.x }}"
    "{% block one %}{% for x in items recursive %}{{ loop.depth }}{% if x is not string %}{{ loop(x) }}"
    "{% endif %}{% else %}none{% endfor %}{% endblock %}",
    "empty": "{% extends 'base' %}{% block one %}{% endblock %}",
    "import": "{% from 'parts' import m %}{{ m(a, b) }}{% import 'parts' as k %}{{ k.m(b) }}",
    "parts": "{% macro m(x, y='<') %}[{{ x }}{{ y }}]{% endmacro %}",
    "escaped": "{% autoescape false %}{{ a }}{% endautoescape %}{{ a|e }} {{ a|upper }}",
    "missing": "{{ nothing() }}",
    "lost": "{{ a.nothing }}",
    "field": "{{ thing.first }} {{ thing.nothing is defined }} {{ thing.items }} {{ made().first }} {{ n.real.imag }}",
    "variadic": "{% macro m(x) %}{{ x }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1, y=2) }}",
    "too many": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}",
    "too few": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}",
    "none at all": "{% macro m() %}{{ a }}{% endmacro %}{{ m() }}{{ m.name }}",
    "handed on": "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ items|map('string')|map('upper')|map(attribute='0')|list }}"
    "{% set k = m %}{{ k(a) }}{{ [m][0](b) }}",
}
VALUES = {
    "a": "a<&'\">",
    "b": "plain",
    "n": 3,
    "none": None,
    "html": "<b>",
    "items": ["<", ["x", "&"]],
    "up": lambda x: f"<{x}>",
    "thing": {"first": "<1>", "items": 2},
    "made": lambda: SimpleNamespace(first="&"),
}


def rendered(environment: Environment, name: str) -> str:
    try:
        return environment.get_template(name).render(VALUES)
    except (TemplateRuntimeError, TypeError) as error:
        return f"wrong: {error}"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_comes_out_as_with_jinja_itself(name: str) -> None:
    sources = tuple(Source(f"templates/{key}", text) for key, text in TEMPLATES.items())
    ours = environment_of(TemplateSet((), sources), None)
    jinja = Environment(
        loader=ours.loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    assert rendered(ours, name) == rendered(jinja, name)
    assert rendered(ours, name).startswith("wrong") == (name in ("missing", "lost", "too many", "too few", "required"))


def test_compiled_templates_are_taken_over_and_a_changed_one_is_not() -> None:
    def made(text: str, known: Compiled) -> str:
        return environment_of(TemplateSet((), (Source("templates/x", text),)), known).get_template("x").render()

    first = Compiled({})
    assert made("one", first) == "one"
    assert len(first.fresh) == 1
    second = Compiled(first.fresh)
    assert made("one", second) == "one"
    assert second.fresh == {}
    assert made("two", second) == "two"
    assert len(second.fresh) == 1
    # What is no compiled template is compiled again.
    third = Compiled(dict.fromkeys(first.fresh, b"rubbish"))
    assert made("one", third) == "one"
    assert len(third.fresh) == 1


def test_environments_share_the_code_of_a_text_and_nothing_else() -> None:
    text = "{{ word }} {% include 'y' %}"
    result = []
    for word, inner in (("one", "in"), ("two", "in"), ("three", "changed")):
        templates = TemplateSet((), (Source("templates/x", text), Source("templates/y", inner)))
        environment = environment_of(templates, None)
        environment.globals = {"word": word}
        result.append(environment.get_template("x").render())
    assert result == ["one in", "two in", "three changed"]
    assert environment.compile(text, "x", "templates/x") is environment_of(templates, None).compile(
        text, "x", "templates/x"
    )


def test_a_text_of_the_same_words_is_escaped_by_the_ending_of_its_name() -> None:
    sources = tuple(Source(f"templates/x.{ending}", "{{ a }}") for ending in ("html", "txt"))
    environment = environment_of(TemplateSet((), sources), None)
    assert [environment.get_template(f"x.{ending}").render(a="<") for ending in ("html", "txt")] == ["&lt;", "<"]


def test_a_broken_template_is_broken_each_time_and_names_its_own_file_and_line() -> None:
    for path in ("templates/x", "templates/z"):
        for _ in range(2):
            name = path.removeprefix("templates/")
            environment = environment_of(TemplateSet((), (Source(path, "\n{% broken %}"),)), None)
            with pytest.raises(TemplateSyntaxError) as caught:
                environment.get_template(name)
            assert (caught.value.filename, caught.value.name, caught.value.lineno) == (path, name, 2)
