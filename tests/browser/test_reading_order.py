"""Words of the page beside a text that runs the other way: each of their lines is in the order of its own language."""

import pytest
from playwright.sync_api import Browser
from small_site import NOW, Case
from web_server import Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

TEXTS = {
    "he": "המועצה הסכימה לתוכנית",
    "fa": "شورا با طرح موافقت کرد",
    "ja": "港湾局は計画に同意した",
    "pl": "Rada przyjęła plan",
}
TURNED = {"en": ("he", "fa"), "ar": ("ja", "pl")}
"""For the language of a site: languages of briefs that are written in the other direction."""
MISPLACED = r"""() => {
  const rtl = document.documentElement.dir === 'rtl', found = [];
  const own = rtl ? /[\u0600-\u06ff]/ : /[A-Za-z]/, other = rtl ? /[A-Za-z\u3000-\u9fff]/ : /[\u0590-\u06ff]/;
  document.querySelectorAll('.brief details').forEach(e => { e.open = true });
  const walk = document.createTreeWalker(document.querySelector('.brief'), NodeFilter.SHOW_TEXT);
  const rect = (node, at) => { const range = document.createRange(); range.setStart(node, at);
    range.setEnd(node, at + 1); return range.getBoundingClientRect() };
  for (let node; (node = walk.nextNode());) {
    const text = node.data.trimEnd(), at = text.length - 1;
    if (at < 1 || !own.test(text) || other.test(text) || !/[.?!:\u061f\u060c]/.test(text[at])) continue;
    if (!node.parentElement.checkVisibility()) continue;
    const last = rect(node, at), before = rect(node, at - 1);
    if (last.top === before.top && (rtl ? last.left > before.left : last.left < before.left)) found.push(text);
  }
  const parts = [...document.querySelectorAll('.citation > bdi')].map(e => e.getClientRects());
  parts.slice(1).forEach((next, n) => {
    const end = parts[n][parts[n].length - 1], start = next[0];
    if (Math.abs(end.top - start.top) < 4 && (rtl ? start.right > end.left + 2 : start.left < end.right - 2)) {
      found.push('citation ' + n) }
  });
  return found }"""
"""Sentences of the page whose last sign is not where they end, and parts of a citation that are out of order."""


@pytest.mark.parametrize("language", sorted(TURNED))
def test_every_line_of_words_of_the_page_ends_where_its_language_ends_it(
    browser: Browser, served: Served, tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    name = f"turned-{language}"
    settings = (
        f"title: Harbour News\nbase_url: https://h.example/some/{name}\nlanguage: {language}\ncontact: a@h.example\n"
    )
    case = Case(tmp_path_factory.mktemp(name), settings)
    for tongue in TURNED[language]:
        text = TEXTS[tongue]
        case.write(
            f"briefings/in-{tongue}.md",
            f"---\ntitle: {text}\ndate: 2026-03-01\nlang: {tongue}\nauthor: RL\nkey_points: [{text}]\n"
            f"summary: {text}\nwhy_it_matters: {text}\nwhat_next: {text}\nunknowns: ['{text}']\n"
            f"figures: [{{value: 12, what: {text}, as_of: 2026-02}}]\n"
            f"corrections: [{{date: 2026-03-02, was: one, now: two, why: {text}}}]\n"
            f"sources: [{{outlet: Port Times, title: {text}, url: 'https://p.example/1'}}, {{outlet: Bay, title: B}}]\n"
            f"annotations: [{{quote: {text[:6]}, note: {text}, author: RL}}]\n---\n\n{text}.\n",
        )
    output = served.folder.parent / name
    assert not build(BuildRequest(case.root, NOW, output=output, search=False)).failed
    page = browser.new_page()
    wrong = {}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for tongue in TURNED[language]:
            page.goto(f"{served.base.removesuffix('base')}{name}/briefs/in-{tongue}/")
            assert page.locator(".brief[dir] .citation").count() == 1
            if found := page.evaluate(MISPLACED):
                wrong[tongue, width] = found
    page.close()
    assert wrong == {}
