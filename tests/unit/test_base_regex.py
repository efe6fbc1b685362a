"""Regular expressions that are compiled when they are first used behave as those of the standard library."""

import copy
import pickle
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.regex import regex

PATTERNS = (r"\w+", r"(?P<day>\d+)\.(?P<month>\d+)", r"^a|b$", r"", r"(x)?y", "[äöü]")
FLAGS = (0, re.IGNORECASE, re.MULTILINE | re.VERBOSE)


@given(st.sampled_from(PATTERNS), st.sampled_from(FLAGS), st.text("ab xyÄ1.2\n", max_size=30), st.booleans())
def test_every_method_gives_what_the_compiled_one_gives(pattern: str, flags: int, text: str, again: bool) -> None:
    plain, lazy = re.compile(pattern, flags), regex(pattern, flags)
    for _ in range(2 if again else 1):
        for name in ("match", "search", "fullmatch"):
            one, other = getattr(plain, name)(text), getattr(lazy, name)(text)
            assert (one and one.span()) == (other and other.span())
        assert [m.groups() for m in lazy.finditer(text)] == [m.groups() for m in plain.finditer(text)]
        assert lazy.findall(text) == plain.findall(text)
        assert lazy.split(text) == plain.split(text)
        assert lazy.sub("-", text) == plain.sub("-", text)
        assert lazy.subn("-", text, 1) == plain.subn("-", text, 1)
    assert (lazy.pattern, lazy.flags, lazy.groups) == (plain.pattern, plain.flags, plain.groups)
    assert lazy.groupindex == plain.groupindex


@pytest.mark.parametrize("name", [name for name in dir(re.compile("a")) if name[0] != "_" and name != "scanner"])
def test_it_has_every_documented_attribute(name: str) -> None:
    assert getattr(regex("a"), name) is not None


def test_texts_of_bytes_have_patterns_of_bytes() -> None:
    assert regex(rb"\d+").sub(b"", b"a1b22") == b"ab"


def test_equal_ones_are_equal_before_and_after_their_first_use_and_when_they_are_copied_or_sent() -> None:
    one, other = regex("a+", re.IGNORECASE), regex("a+", re.IGNORECASE)
    one.match("a")
    assert one == other
    assert hash(one) == hash(other)
    assert one != regex("a+")
    for copied in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert copied == one
        assert copied.findall("AAb") == ["AA"]


def test_a_library_that_looks_for_the_methods_of_a_pattern_takes_it_for_one() -> None:
    page = BeautifulSoup("<p class='ab'>one</p><p>two</p>", "html.parser")
    assert [found.text for found in page.find_all("p", class_=regex("^a"))] == ["one"]
    assert [found.text for found in page.find_all("p", string=regex("w"))] == ["two"]


def test_a_wrong_one_is_refused_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


LOADED = """
import gc, importlib, pkgutil, re, warnings, annotated_briefings
warnings.simplefilter("error")
for module in pkgutil.walk_packages(annotated_briefings.__path__, "annotated_briefings."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from annotated_briefings.base.regex import LazyPattern
found = [one for one in gc.get_objects() if isinstance(one, LazyPattern)]
compiled = {one.pattern for one in found if "compiled" in vars(one)}
for one in found:
    re.compile(one.pattern, one._flags)
print(len(found), *compiled, sep="\\n")
"""


@pytest.mark.slow
def test_all_of_the_package_can_be_compiled_and_hardly_any_is_while_it_is_loaded() -> None:
    done = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, text=True, check=True)
    count, *compiled = done.stdout.splitlines()
    assert int(count) > 1000
    # Small ones, with which tables of words are read.
    assert len(compiled) < 12, compiled
