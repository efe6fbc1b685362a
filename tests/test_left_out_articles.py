"""Articles that a decision leaves out: in every format each is named with its headline and what brings it back."""

import json
from pathlib import Path

import pytest
from command_line import site_with_a_draft
from format_writers import WRITERS, Block

from annotated_briefings.importer.deciding.reject import reject
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.formats.kinds import format_named

TEXT = (
    "The old pier of Torvik was closed on Monday after divers had found cracks in nine of its posts below the water.",
    "The harbour master said that the ferry to the islands leaves from the fish quay until the posts are replaced.",
    "A firm from the next town wants to begin with the work in April, and the council pays for it from its savings.",
)


def bring(site: Path, name: str, data: bytes) -> ImportReport:
    path = site.parent / name
    path.write_bytes(data)
    return run_import(ImportRequest(root=site, paths=(path,)))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = site_with_a_draft(tmp_path / "site")
    (root / "briefings" / "a.md").unlink()
    record = {"title": "Pier", "text": "\n\n".join(TEXT), "url": "https://courier.example/pier", "date": "2026-03-03"}
    assert len(bring(root, "first.jsonl", json.dumps(record).encode()).created) == 1
    return root


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(WRITERS.keys() - {"zip"}))
def test_a_rejected_article_is_named_with_its_headline_and_the_decision(site: Path, form: str) -> None:
    [path] = (site / "briefings").rglob("*.md")
    identity = path.read_text("utf-8").partition("imported:\n  id: ")[2].split()[0].strip("\"'")
    assert reject(site, [path.relative_to(site).as_posix()]).deleted
    done = bring(site, f"again{format_named(form).endings[0]}", WRITERS[form]([Block("p", text) for text in TEXT]))
    assert done.created == ()
    [(_, why)] = done.refused
    rest = f"; to have it, take `reject: {identity}` out of briefings/decisions.yaml and import it again"
    assert why.endswith(rest)
    assert why.startswith(("an editor rejected it: `Pier`", f"an editor rejected it: `{TEXT[0][:40]}"))


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(WRITERS.keys() - {"zip"}))
def test_an_article_whose_brief_was_deleted_is_named_with_its_headline_and_the_command(site: Path, form: str) -> None:
    [path] = (site / "briefings").rglob("*.md")
    path.unlink()
    done = bring(site, f"again{format_named(form).endings[0]}", WRITERS[form]([Block("p", text) for text in TEXT]))
    assert done.created == ()
    named = [one.title for one in done.gone] + [why for _, why in done.refused if "`briefings import --again`" in why]
    assert len(named) == 1
    assert "Pier" in named[0] or TEXT[0][:20] in named[0]


def feed(text: str) -> bytes:
    item = f"<title>Pier</title><link>https://courier.example/pier</link><description>{text} Read more</description>"
    return f'<rss version="2.0"><channel><title>The Courier</title><item>{item}</item></channel></rss>'.encode()


@pytest.mark.parametrize("rejected", [True, False])
@pytest.mark.parametrize("teaser_first", [True, False])
def test_a_teaser_and_its_whole_text_stay_away_with_one_another(site: Path, rejected: bool, teaser_first: bool) -> None:
    whole = json.dumps({"title": "Pier", "text": "\n\n".join(TEXT), "url": "https://courier.example/pier"}).encode()
    if teaser_first:
        [path] = (site / "briefings").rglob("*.md")
        path.unlink()
        (site / "briefings" / "imports.jsonl").unlink()
        assert len(bring(site, "feed.xml", feed(TEXT[0])).created) == 1
    [path] = (site / "briefings").rglob("*.md")
    name = path.relative_to(site).as_posix()
    if rejected:
        assert reject(site, [name]).deleted == (name,)
    else:
        path.unlink()
    done = bring(site, "later.jsonl", whole) if teaser_first else bring(site, "later.xml", feed(TEXT[0]))
    assert done.created == ()
    [(_, why)] = done.refused
    what = "its earlier version" if teaser_first else "the article of which it is the beginning"
    start = f"an editor rejected {what}: `Pier`; to have it, take `reject: "
    deleted = (
        f"`Pier`: the brief of its earlier version, {name}, was deleted; `briefings import --again` with this file"
    )
    assert why.startswith(start if rejected else deleted)


@pytest.mark.parametrize("public", [True, False])
def test_a_known_text_that_comes_again_held_closes_its_draft_and_names_its_public_brief(
    site: Path, public: bool
) -> None:
    [path] = (site / "briefings").rglob("*.md")
    if public:
        path.write_text(path.read_text("utf-8").replace("draft: true", "draft: false"), "utf-8")
    record = {"title": "Pier", "text": "\n\n".join(TEXT), "url": "https://courier.example/pier", "date": "2026-03-03"}
    done = bring(site, "held.jsonl", json.dumps(record | {"status": "embargoed"}).encode())
    named = (path.relative_to(site).as_posix(), "it is public, and its source holds it back now (`embargoed`)")
    assert done.unmerged == ((named,) if public else ())
    assert ("\n  held: embargoed\n" in path.read_text("utf-8")) == (not public)
