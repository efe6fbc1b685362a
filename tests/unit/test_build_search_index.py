"""The search index: what is in it, and what is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import Case, settled_site

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.project.derive import DeriveOptions, derive_site
from annotated_briefings.site.exports.search_names import search_names

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.slow
def test_nothing_that_is_held_back_enters_the_index(tmp_path: Path) -> None:
    settled_site(tmp_path)
    held = "embargo_until: 2027-01-01T00:00:00Z"
    for name, line in (("held", held), ("draft", "draft: true"), ("open", "draft: no")):
        note = "annotations:\n  - {quote: words, status: draft, note: Whispered remark.}\n"
        names = f"entities: [Ent{name}]\ntags: [tag{name}]\nstory: Story {name}\nsources: [{{outlet: Out{name}}}]\n"
        text = f"---\ntitle: {name}\ndate: 2026-04-01\n{line}\n{names}{note}---\nThe words of {name}: xyzzy{name}.\n"
        (tmp_path / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "briefings" / "entities.yaml").write_text(
        "".join(f"ent{name}: {{name: Ent{name}, type: company}}\n" for name in ("held", "draft", "open")), "utf-8"
    )
    build(BuildRequest(tmp_path, NOW))
    folder = tmp_path / "_site" / "search"
    text = "".join(path.read_text("utf-8") for path in folder.rglob("*.js")).casefold()
    for kind in ("xyzzy", "ent", "tag", "story ", "out"):
        assert f"{kind}open" in text
        assert f"{kind}held" not in text
        assert f"{kind}draft" not in text
    assert "whispered" not in text


@pytest.mark.slow
def test_a_site_may_do_without_a_search(tmp_path: Path) -> None:
    settled_site(tmp_path)
    path = tmp_path / "site.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nsearch: false\n", encoding="utf-8")
    build(BuildRequest(tmp_path, NOW))
    assert not (tmp_path / "_site" / "search").exists()
    assert b"/search/" not in (tmp_path / "_site" / "index.html").read_bytes()


@pytest.mark.slow
def test_words_that_a_public_page_has_too_leave_the_index_there(tmp_path: Path) -> None:
    site = Case(tmp_path)
    note = "annotations: [{quote: one short, status: draft, note: Never published.}]"
    site.brief("a", f"title: A\n{note}", "One short day.\n")
    for text in ("A letter is never published.", "Nothing else."):
        site.write("pages/how.md", f"---\ntitle: How we work\n---\n{text}\n")
        assert "search/index.js" in site.build(search=True).files()


def test_tags_and_people_are_found_by_their_other_names(case: Case) -> None:
    case.write("briefings/tags.yaml", "ferry-strike: {label: Ferry strike, aliases: [boat strike]}\n")
    case.write("briefings/people.yaml", "rosa-lind: {name: Rosa Lind, initials: RL}\n")
    case.brief("a", "title: A\ndate: 2026-01-02\ntags: [ferry-strike]\nauthor: RL")
    derived = derive_site(case.root, DeriveOptions(case.root, NOW))
    others = {name.name: name.others for name in search_names(derived.context)}
    assert (others["Ferry strike"], others["Rosa Lind"]) == (("boat strike",), ("RL",))
