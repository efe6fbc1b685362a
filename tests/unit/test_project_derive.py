"""There is one derivation of the site context, and what it reuses changes nothing but the time."""

import ast
import dataclasses
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings.base.source import Source
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import InMemory, Memo
from annotated_briefings.project.derive import Checks, Derived, DeriveOptions, derive, derive_one, derive_site
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.storage.static_files import Digests

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "annotated_briefings"
GOLDEN = ROOT / "tests" / "golden" / "site"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
TURBINE = "briefings/2026/second-turbine.md"
GERMAN = "briefings/2026/zweite-turbine.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN, tmp_path / "site")
    return tmp_path / "site"


def load(site: Path) -> Loaded:
    return load_site(site, Digests())


def changed(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text(encoding="utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), encoding="utf-8")


def same(one: Derived, other: Derived) -> list[str]:
    """Names of the parts in which two derivations differ."""
    names = [field.name for field in dataclasses.fields(one.context) if field.compare]
    context = [name for name in names if getattr(one.context, name) != getattr(other.context, name)]
    parts = ("loaded", "held", "broken", "pictures", "registry", "parsed", "briefs", "mentions")
    own = [name for name in parts if getattr(one, name) != getattr(other, name)]
    return context + own + (["diagnostics"] if set(one.diagnostics) != set(other.diagnostics) else [])


def removed(site: Path) -> None:
    (site / TURBINE).unlink()


def added(site: Path) -> None:
    (site / "briefings" / "2026" / "new.md").write_text("---\ntitle: New\n---\nTideworks.\n", encoding="utf-8")


def broken(site: Path) -> None:
    changed(site, TURBINE, "title:", "titel:")


def picture(site: Path) -> None:
    changed(site, "static/img/weser.svg", 'width="400"', 'width="420"')


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "a word": lambda site: changed(site, TURBINE, "were ordered from", "were bought from"),
    "a name in a text": lambda site: changed(site, GERMAN, "Tideworks soll sie", "Harbour City soll sie"),
    "a draft": lambda site: changed(site, GERMAN, "lang: de\ndate", "lang: de\ndraft: true\ndate"),
    "a tag": lambda site: changed(site, GERMAN, "tags: [tidal-power]", "tags: [energy]"),
    "the registry": lambda site: changed(site, "briefings/entities.yaml", "Chief executive", "Head"),
    "a name in the registry": lambda site: changed(site, "briefings/entities.yaml", "Tideworks", "Tidalworks"),
    "the tag list": lambda site: changed(site, "briefings/tags.yaml", "label: Energy", "label: Power"),
    "the settings": lambda site: changed(site, "site.yaml", "title: ", "title: New "),
    "a picture": picture,
    "a broken brief": broken,
    "a removed brief": removed,
    "a new brief": added,
}


@pytest.mark.parametrize("drafts", [True, False])
@pytest.mark.parametrize("edit", EDITS)
def test_what_is_reused_from_an_earlier_derivation_or_a_cache_changes_nothing(
    site: Path, edit: str, drafts: bool
) -> None:
    options = DeriveOptions(site, NOW, drafts=drafts)
    with Store(site / ".cache") as store:
        first = derive(load(site), options, Memo(store))
        EDITS[edit](site)
        loaded = load(site)
        clean = derive(loaded, options, InMemory())
        assert same(derive(loaded, options, InMemory(), first), clean) == []
        assert same(derive(loaded, options, Memo(store), first), clean) == []
        assert same(derive(loaded, options, Memo(store)), clean) == []


def test_the_facts_of_one_changed_brief_are_those_of_a_whole_derivation(site: Path) -> None:
    options = DeriveOptions(site, NOW)
    first = derive(load(site), options, InMemory())
    changed(site, TURBINE, "were ordered from", "were bought by Harbour City from")
    quick = derive_one(first, Source(TURBINE, (site / TURBINE).read_text(encoding="utf-8")), options)
    whole = derive(load(site), options, InMemory())
    slug = "second-turbine"
    assert quick.context.catalog.brief_of[slug] == whole.context.catalog.brief_of[slug]
    for name in ("mentions", "about", "named", "tags"):
        assert getattr(quick.context.web, name)[slug] == getattr(whole.context.web, name)[slug]
    assert quick.context.receipts == whole.context.receipts
    assert quick.loaded == whole.loaded
    # Bringing the rest up to date gives all that a derivation from nothing gives.
    assert same(derive(quick.loaded, options, InMemory(), quick), whole) == []
    # What was derived before is a value: it is as it was.
    assert same(first, derive(first.loaded, options, InMemory())) == []


@pytest.mark.parametrize("story", ["story: another-one", "lead_in: none"])
def test_a_brief_that_changes_its_story_is_at_once_in_that_one_alone(site: Path, story: str) -> None:
    options = DeriveOptions(site, NOW)
    first = derive(load(site), options, InMemory())
    changed(site, TURBINE, "story: Second turbine", story)
    quick = derive_one(first, Source(TURBINE, (site / TURBINE).read_text(encoding="utf-8")), options)
    whole = derive(load(site), options, InMemory())
    assert quick.context.web.briefs_in_story == whole.context.web.briefs_in_story


def test_a_context_made_from_another_starts_with_empty_caches(site: Path) -> None:
    context = derive_site(site, DeriveOptions(site, NOW, checks=Checks.NONE)).context
    context.prepare()
    context.related("second-turbine")
    assert context.caches.cards
    assert context.caches.related
    other = dataclasses.replace(context, drafts=True)
    assert not other.caches.cards
    assert not other.caches.related


def test_only_the_derivation_makes_a_site_context() -> None:
    """Else a field that one caller forgets gives the preview or the e-mail digest another site than the build."""
    callers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        # Parsing all modules takes seconds; a call of either has its name in the text.
        if re.search(r"\b(SiteContext|connect)\b", text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("SiteContext", "connect")
    }
    assert callers == {"project/derive.py"}


def test_what_figures_measure_is_kept_over_an_edit_of_a_text_and_found_anew_after_one_of_a_figure(
    tmp_path: Path,
) -> None:
    site = Case(tmp_path / "site")
    figure = "figures: [{value: 9, unit: ships, what: ships in port}]"
    for name in ("a", "b"):
        site.brief(name, f"title: {name}\ndate: 2026-04-01\n{figure}")
    options = DeriveOptions(site.root, datetime(2026, 5, 1, tzinfo=UTC))
    derived = derive_site(site.root, options)
    known = derived.context.quantities
    path = "briefings/a.md"
    text = (site.root / path).read_text(encoding="utf-8")
    edited = derive_one(derived, Source(path, text + "\nMore words.\n"), options)
    assert edited.context.quantities is known
    changed = derive_one(edited, Source(path, text.replace("value: 9", "value: 8")), options)
    assert changed.context.quantities is not known
    assert {reading.figure.value for reading in changed.context.quantities["a", 0].readings} == {"8", "9"}
