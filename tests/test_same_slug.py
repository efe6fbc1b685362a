"""Two or three briefs with one slug, in any order and with anything in them: one is published, as if it were alone."""

import random
from pathlib import Path

import pytest
from small_site import NOW, Case

from annotated_briefings.base.source import Source
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.project.derive import DeriveOptions, derive
from annotated_briefings.project.edits.one_brief import derive_one
from annotated_briefings.project.load import load_site
from annotated_briefings.reports.status import site_status
from annotated_briefings.storage.static_files import Digests

FACTS = (
    "roughly 900 homes",
    "two more machines will follow",
    "the quay is 40 metres long",
    "the ferry sails at noon",
    "the cost is 12 million euros",
)
SLUGS = ("tide", "tide", "tide", "Tide", "TIDE")


def a_brief(dice: random.Random, number: int) -> tuple[str, str]:
    """Front matter and text of a brief with points, figures and notes of its own."""
    facts = dice.sample(FACTS, dice.randint(1, len(FACTS)))
    lines = [f"title: Report {number}", f"slug: {dice.choice(SLUGS)}"]
    if dice.random() < 0.8:
        lines.append(f"date: 2026-0{dice.randint(1, 3)}-1{dice.randint(0, 3)}")
    if dice.random() < 0.2:
        lines.append("draft: true")
    if dice.random() < 0.2:
        lines.append("tags: [power]\nstory: tides\nentities: {about: [Tideworks]}")
    if dice.random() < 0.6:
        lines.append("sources: [{outlet: Courier, title: Tides}]")
        source = ", source: 1"
    else:
        source = ""
    points = dice.sample(facts, dice.randint(0, len(facts)))
    if points:
        lines.append("key_points:")
        lines += [f"  - {{text: Point {n}., quote: {quote}{source}}}" for n, quote in enumerate(points)]
    if dice.random() < 0.4:
        lines.append("figures: [{value: 12, unit: million euros, what: cost, quote: the cost is 12 million euros}]")
    notes = dice.sample(facts, dice.randint(0, len(facts)))
    if notes:
        lines.append("annotations:")
        lines += [f"  - {{quote: {quote}, author: ED, date: 2026-03-15, note: Remark {number}.}}" for quote in notes]
    if dice.random() < 0.3:
        lines.append("unknowns: [Who pays?]")
    return "\n".join(lines), " ".join(f"It says that {fact}." for fact in facts) + "\n"


def published(case: Case) -> dict[str, bytes]:
    files = (case.root / "_site").rglob("*")
    return {
        file.relative_to(case.root).as_posix(): file.read_bytes()
        for file in files
        if file.is_file() and file.name != MANIFEST
    }


SETTINGS = "title: Case\nbase_url: https://pages.example\nsocial_images: false\n"


@pytest.mark.parametrize("seed", range(10))
def test_one_brief_of_a_slug_is_published_as_if_it_were_alone(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    written = {name: a_brief(dice, n) for n, name in enumerate(dice.sample(["a", "m", "z"], dice.choice([2, 3, 3])))}
    both = Case(tmp_path / "both", SETTINGS)
    for name, (head, body) in written.items():
        both.brief(name, head, body)
    report = both.build().report
    assert report is not None
    left_out = {
        one.place.path.split("/")[-1].removesuffix(".md") for one in report.diagnostics if one.code == "duplicate-slug"
    }
    public = [name for name, (head, _) in written.items() if "draft: true" not in head]
    assert report.briefs == min(1, len(public))
    assert len(left_out) == max(0, len(public) - 1)

    alone = Case(tmp_path / "alone", SETTINGS)
    for name, (head, body) in written.items():
        if name not in left_out and "draft: true" not in head:
            alone.brief(name, head, body)
    alone.build()
    assert published(both) == published(alone)

    both.build(drafts=True)
    site_status(both.root, NOW)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("drafts", [False, True])
def test_a_saved_brief_of_a_shared_slug_is_shown_like_any_other(tmp_path: Path, seed: int, drafts: bool) -> None:
    dice = random.Random(1000 + seed)
    case = Case(tmp_path, SETTINGS)
    names = ["a", "m", "z"]
    for n, name in enumerate(names):
        case.brief(name, *a_brief(dice, n))
    options = DeriveOptions(case.root, NOW, drafts=drafts, keep_last_good=True)
    before = derive(load_site(case.root, Digests()), options, InMemory())
    name = dice.choice(names)
    saved = case.brief(name, *a_brief(dice, 7))
    quick = derive_one(before, Source(f"briefings/{name}.md", saved.read_text(encoding="utf-8")), options)
    whole = derive(load_site(case.root, Digests()), options, InMemory(), before)
    for derived in (quick, whole):
        for brief in derived.context.catalog.briefs:
            judged = derived.context.verdicts(brief)
            assert (len(judged.points), len(judged.figures)) == (len(brief.key_points), len(brief.figures))
