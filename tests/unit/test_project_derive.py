"""There is one derivation of the site context, and what it reuses changes nothing but the time."""

import ast
import dataclasses
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from small_site import Case

from annotated_briefings.base.source import Source
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import InMemory, Memo
from annotated_briefings.project.derive import Checks, Derived, DeriveOptions, derive, derive_site
from annotated_briefings.project.edits.one_brief import derive_one, derive_without
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.site.model.periods import has_period, period_key
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
    assert callers == {"project/derive.py", "project/edits/one_brief.py"}


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


def test_what_figures_measure_is_kept_where_a_line_is_added_above_them(tmp_path: Path) -> None:
    site = Case(tmp_path / "site")
    rest = "figures: [{value: 9, unit: ships, what: ships in port, quote: 9 ships}]\nsources: [{outlet: Port News}]"
    site.brief("a", f"title: a\ndate: 2026-04-01\n{rest}", "The port has 9 ships.")
    options = DeriveOptions(site.root, datetime(2026, 5, 1, tzinfo=UTC))
    derived = derive_site(site.root, options)
    known, path = derived.context.quantities, "briefings/a.md"
    text = (site.root / path).read_text(encoding="utf-8")
    moved = text.replace("date:", "tags: [ports]\ndate:").replace("The port", "Today the port")
    edited = derive_one(derived, Source(path, moved), options)
    assert edited.context.quantities is known
    other = derive_one(derived, Source(path, text.replace("Port News", "Sea News")), options)
    assert other.context.quantities is not known


@pytest.mark.parametrize("date", ["2026-06-30", "2026-06", "2026", "2019-01-01", "2026-04-01T09:00:00Z"])
@pytest.mark.parametrize("more", ["", "\nlead: true", "\nweight: 2"])
def test_a_brief_that_changes_its_day_or_headline_has_its_place_at_once(tmp_path: Path, date: str, more: str) -> None:
    site = Case(tmp_path / "site")
    for number in range(9):
        site.brief(f"b{number}", f"title: B {number}\ndate: 2026-04-0{1 + number // 3}")
    options = DeriveOptions(site.root, datetime(2026, 7, 1, tzinfo=UTC))
    first = derive_site(site.root, options)
    site.brief("b4", f"title: A new headline\ndate: {date}{more}")
    text = (site.root / "briefings" / "b4.md").read_text(encoding="utf-8")
    quick = derive_one(first, Source("briefings/b4.md", text), options).context
    whole = derive_site(site.root, options).context
    assert [brief.slug for brief in quick.catalog.briefs] == [brief.slug for brief in whole.catalog.briefs]
    for key in ("2026", "2026/06", "2026/06/30", "2026/04/02", "2026/04/31", "2019", "2018", "2027/01"):
        found = key in map(period_key, whole.periods.members)
        assert has_period(quick.catalog.briefs, whole.config.makes("days"), key) is found


@pytest.mark.parametrize(
    "more", ["", "story: Second turbine\n", "entities: [Tideworks]\ntags: [brand-new]\nauthor: X Y\n"]
)
def test_a_new_brief_has_its_page_at_once_and_all_else_follows(site: Path, more: str) -> None:
    options = DeriveOptions(site, NOW)
    first = derive(load(site), options, InMemory())
    text = f"---\ntitle: New\ndate: 2026-04-02\n{more}---\nTideworks builds.\n"
    path = "briefings/2026/new.md"
    (site / path).write_text(text, encoding="utf-8")
    quick = derive_one(first, Source(path, text), options)
    whole = derive(load(site), options, InMemory())
    assert quick.loaded == whole.loaded
    assert quick.context.catalog.brief_of["new"] == whole.context.catalog.brief_of["new"]
    assert [b.slug for b in quick.context.catalog.briefs] == [b.slug for b in whole.context.catalog.briefs]
    for name in ("mentions", "about", "named"):
        assert getattr(quick.context.web, name)["new"] == getattr(whole.context.web, name)["new"]
    assert same(derive(quick.loaded, options, InMemory(), quick), whole) == []
    (site / path).unlink()
    again = derive_one(derive_without(quick, path), Source(path, text), options)
    assert again.context.catalog.briefs == quick.context.catalog.briefs
    assert again.loaded == quick.loaded
    gone = derive_without(quick, path)
    assert gone.loaded == first.loaded
    assert same(derive(gone.loaded, options, InMemory(), gone), derive(load(site), options, InMemory())) == []


@pytest.mark.parametrize("slug", ["second-turbine", "Second-Turbine"])
def test_a_new_brief_does_not_take_the_address_of_another(site: Path, slug: str) -> None:
    options = DeriveOptions(site, NOW)
    first = derive(load(site), options, InMemory())
    text = f"---\ntitle: New\nslug: {slug}\ndate: 2026-04-02\n---\nTideworks builds.\n"
    quick = derive_one(first, Source("briefings/2026/new.md", text), options)
    assert quick.context is first.context


def a_brief(random: Random, name: str) -> str:
    """A brief that names things which may be there or not."""
    word = random.choice(["Alpha", "Beta", "alpha", "Gamma"])
    front = [f"title: {word} {random.randrange(2)}", f"date: 2026-04-0{random.randrange(1, 4)}"]
    front += random.sample(
        [
            f"entities: [{random.choice(['Acme', 'Bolt', 'Akme'])}]",
            f"tags: [{random.choice(['energy', 'enrgy', 'ports'])}]",
            f"author: {random.choice(['RL', 'RQ'])}",
            f"story: {random.choice(['one', 'One', 'two'])}",
            f"draft: {random.choice(['true', 'false'])}",
            f"summary: See [[{random.choice(['Beta 1', 'Acme', 'nothing'])}]].",
            f"slug: {random.choice(['same', name])}",
        ],
        3,
    )
    links = [f"[[{target}]]" for target in random.choices(["Alpha 0", "beta 1", "Gamma 1", "c", "Acme", "#Part"], k=3)]
    return "---\n" + "\n".join(front) + "\n---\n# Part\n\n" + " ".join([*links, "[a file](b.md#part)"]) + "\n"


@pytest.mark.parametrize("seed", range(3))
def test_one_edit_after_another_is_found_wrong_as_in_a_site_that_is_read_anew(tmp_path: Path, seed: int) -> None:
    random, site = Random(seed), Case(tmp_path / "site")
    options = DeriveOptions(site.root, NOW, drafts=bool(seed % 2))
    derived: Derived | None = None
    for _ in range(15):
        name = random.choice("abcdef")
        path = site.root / "briefings" / f"{name}.md"
        lists = {
            "entities.yaml": [f"{one}: {{name: {one.title()}, type: company}}" for one in ("acme", "bolt", "gamma-1")],
            "tags.yaml": ["energy: {label: Energy}", "ports: {label: Ports}"],
            "people.yaml": ["rl: {name: R L, initials: RL}"],
            "stories.yaml": ["one: {title: One}", "two: {title: Two}"],
        }
        kind = random.choice(["brief", "brief", "brief", "gone", *lists])
        path.parent.mkdir(exist_ok=True)
        if kind == "brief":
            path.write_text(a_brief(random, name), encoding="utf-8")
        elif kind == "gone":
            path.unlink(missing_ok=True)
        else:
            entries = random.sample(lists[kind], random.randrange(len(lists[kind]) + 1))
            (path.parent / kind).write_text("".join(f"{one}\n" for one in entries), encoding="utf-8")
        loaded = load(site.root)
        derived = derive(loaded, options, InMemory(), derived)
        assert same(derived, derive(loaded, options, InMemory())) == []
