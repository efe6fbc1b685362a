"""Other programs find the text of each published note on its page: the matchers of Apache Annotator and of Hypothesis,
in a real browser."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from awkward_site import SETTINGS, fill
from playwright.sync_api import Browser, Page
from programs import lacking, need
from small_site import NOW, Case
from web_server import ROOT, Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

TOOLS = ROOT / "tests" / "validators"
FOUND = """async selectors => {
  const one = range => {
    const start = range.startContainer, parent = start.nodeType === 3 ? start.parentElement : start;
    const marks = [...document.querySelectorAll(".text mark")].filter(mark => range.intersectsNode(mark));
    return [range.toString(), parent.closest(".text") !== null, marks.map(mark => mark.dataset.note ?? mark.id)] };
  const last = await matchers.hypothesis(selectors).then(range => [range], () => []);
  const ranges = [...(await matchers.apache(selectors)), last];
  return ranges.map(found => found.map(one)) }"""


@pytest.fixture(scope="module")
def script() -> str:
    """Both matchers, as a script for a page."""
    need("node")
    if not (TOOLS / "node_modules" / "@apache-annotator" / "selector").exists():
        lacking("@apache-annotator: run `make validators`")
    done = subprocess.run(["node", TOOLS / "matchers.mjs"], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page()
    yield made
    made.close()


def _all_found(page: Page, site: Served, script: str) -> tuple[int, int]:
    count, lost, faults = 0, 0, []
    for notes in sorted(site.folder.glob("briefs/*/annotations.json")):
        page.goto(f"{site.base}/briefs/{notes.parent.name}/")
        page.evaluate(script + "; window.matchers = matchers")
        for item in json.loads(notes.read_text("utf-8"))["items"]:
            target = item["target"][-1] if isinstance(item["target"], list) else item["target"]
            if "selector" in target:
                count += 1
                selectors = target["selector"]
                refined = selectors[-1]["refinedBy"]
                *quoted, within, by_hypothesis = page.evaluate(FOUND, selectors)
                mark = f"note-{item['id'].rpartition('#note-')[2]}"
                for found in (*quoted, within, by_hypothesis):
                    for one in found:
                        one[2] = mark in one[2]
                right = [refined["exact"], True, True]
                if not quoted:
                    # A note that is not in the text: its words beside the note are not taken for it.
                    lost += 1
                    good = by_hypothesis == [] and all(in_text for _, in_text, _ in within)
                elif quoted == [[right]]:
                    good = within == by_hypothesis == [right]
                else:
                    # A key point has the same words: who knows no selectors within others may take those.
                    good = within == [right] and right in quoted[0] and by_hypothesis[0][0] == refined["exact"]
                if not good:
                    faults.append((notes.parent.name, refined["exact"], quoted, within, by_hypothesis))
    assert faults == []
    return count, lost


def test_both_find_each_note_of_the_golden_site(page: Page, served: Served, script: str) -> None:
    count, lost = _all_found(page, served, script)
    assert (count > 5, lost) == (True, 1)


def test_both_find_each_note_of_pages_that_are_hard_to_lay_out(
    page: Page, served: Served, script: str, tmp_path: Path
) -> None:
    case = fill(Case(tmp_path, SETTINGS.format("matched").replace(", annotations", "")))
    output = served.folder.parent / "matched"
    assert not build(BuildRequest(case.root, NOW, output=output, search=False)).failed
    count, lost = _all_found(page, Served(served.base.removesuffix("base") + "matched", output), script)
    # Two notes whose words are gone, and one whose word is there twice.
    assert (count > 50, lost) == (True, 3)
