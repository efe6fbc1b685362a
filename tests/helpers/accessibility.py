"""What axe finds wrong with a page."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": _TAGS}
"""Every rule of WCAG up to 2.2 AA, and of good practice."""
_OF_COLOURS = ["color-contrast", "link-in-text-block"]
COLOURS = {"type": "rule", "values": _OF_COLOURS}
"""The rules about colours: all that another colour scheme of the same page can break."""
_ALL_DRAWN = """
if (!axe.allDrawn) {
  const all = new CSSStyleSheet();
  all.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, all];
  axe.allDrawn = true;
}"""
"""Draw what is outside the window too: until it is drawn it may have the colours of another scheme."""
_PASS_OVER_ALIKE = """
const looks = new Map([[null, ""]]), times = new Map(known.split(" ").map(look => [look, 2]));
const short = text => {
  let one = 1, other = 2;
  for (const sign of text) {
    one = Math.imul(one ^ sign.codePointAt(0), 2654435761);
    other = Math.imul(other ^ sign.codePointAt(0), 1597334677);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
};
for (const one of document.querySelectorAll("*")) {
  const s = getComputedStyle(one);
  const attributes = one.getAttributeNames().filter(name => /^(class|role|aria-.*)$/.test(name));
  const look = short(JSON.stringify([looks.get(one.parentElement), one.localName,
    attributes.map(name => /^(class|role|aria-current)$/.test(name) ? one.getAttribute(name) : name),
    s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.textShadow, s.fontSize, s.fontWeight,
    s.display, s.visibility, s.position, s.textDecorationLine, s.borderBottomWidth]));
  looks.set(one, look);
  times.set(look, (times.get(look) ?? 0) + 1);
  one.toggleAttribute("data-like-two-before", times.get(look) > 2);
}
axe.configure({rules: [
  {id: "color-contrast", selector: "*:not([data-like-two-before])"},
  {id: "link-in-text-block", selector: "a[href]:not([data-like-two-before])"},
]});"""
"""Leave out of the rules about colours, which take most of the time, what looks as two elements before it do, within
parents that do, or as some on a page before: of the hundreds of entries of a list, two are asked about."""
_ASK = f"""async ([only, rules, known]) => {{{_ALL_DRAWN}{_PASS_OVER_ALIKE}
  const result = await axe.run(document, {{runOnly: only, rules, resultTypes: ["violations"], selectors: false}});
  const found = result.violations.map(v => [location.pathname, v.id, v.nodes[0].html]);
  return [found, [...new Set(looks.values())].join(" ")];
}}"""
_faultless: set[str] = set()
"""How elements look whose colours broke no rule."""


def faults(page: Page, only: Mapping[str, object] = ALL, *, but: Sequence[str] = ()) -> list[Any]:
    """The rules that a page breaks as it is now, but for some: its path, the rule and the first element."""
    if not page.evaluate("() => 'axe' in window"):
        # A page that is gone to next has it when it is loaded, which takes a fraction of the time.
        page.add_init_script(_AXE)
        page.evaluate(_AXE)
    rules = {rule: {"enabled": False} for rule in but}
    found, looks = page.evaluate(_ASK, [only, rules, " ".join(_faultless)])
    if not found and not but:
        _faultless.update(looks.split())
    return list(found)


def faults_at_another_width(page: Page) -> list[Any]:
    """The rules that a page breaks in a window of another width, which changes no colour."""
    return faults(page, but=_OF_COLOURS)


def faults_in_all_colours(page: Page) -> list[Any]:
    """The same in light and in dark colours."""
    page.emulate_media(color_scheme="light")
    found = faults(page)
    page.emulate_media(color_scheme="dark")
    return found + faults(page, COLOURS)
