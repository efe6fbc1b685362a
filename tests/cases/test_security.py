"""Texts that somebody wrote to do harm."""

import resource
from itertools import pairwise

import pytest
from small_site import HARM, Case, hostile


def dangers(case: Case) -> list[str]:
    """What could run or load something on a page."""
    found: list[str] = []
    for path in case.files():
        if not path.endswith(".html"):
            continue
        page = case.page(path)
        for tag in page.find_all(True):
            for name, value in tag.attrs.items():
                text = "".join(value).lower() if isinstance(value, list) else str(value).lower()
                scheme = "".join(text.split())
                if name.startswith("on") or name in ("style", "srcdoc", "formaction", "xlink:href"):
                    found.append(f"{path}: {tag.name} {name}")
                if name in ("href", "src", "action") and scheme.startswith(("javascript:", "vbscript:", "data:")):
                    found.append(f"{path}: {tag.name} {name}={value}")
        scripts = [s for s in page.find_all("script") if s.get("type") != "application/ld+json"]
        found += [f"{path}: script" for s in scripts if not s.get("src") or s.string]
        found += [f"{path}: svg" for tag in page.find_all("svg") if tag.find_parent(class_="text")]
        found += [f"{path}: {tag.name}" for tag in page.find_all(["iframe", "object", "embed", "base", "math"])]
        found += [f"{path}: form" for tag in page.find_all("form") if tag.find_parent("article")]
        # A page that leads on to another one of the site is no danger, whatever name it has.
        found += [
            f"{path}: {tag}"
            for tag in page.find_all("meta", attrs={"http-equiv": "refresh"})
            if "evil" in str(tag) and not str(tag.get("content", "")).startswith("0; url=../")
        ]
    return found


@pytest.mark.parametrize("harm", HARM)
def test_nothing_runs_whatever_stands_in_a_brief(case: Case, harm: str) -> None:
    """No field of a brief, an entity, a tag or the settings can put a script, a frame or a foreign link on a page
    or into a feed. (SE-11)
    """
    quoted = hostile(case, "a", harm)
    # Where only an address may stand, it is refused or harmless.
    case.brief("b", f"title: B\nsources: [{{outlet: S, url: {quoted}}}]")
    case.brief("c", f"title: C\nimage: {{src: {quoted}, alt: A}}")
    case.brief("d", f"title: D\nredirect_from: [{quoted}]\nslug: {quoted}\nstory: {quoted}\nlang: {quoted}")
    case.build()
    assert "briefs/a/index.html" in case.files()
    assert dangers(case) == []


@pytest.mark.parametrize("harm", HARM[:14])
def test_nothing_runs_whatever_was_collected(case: Case, harm: str) -> None:
    """No imported text can put a script, a frame or a foreign link on a page or into a feed. (SE-11)"""
    page = (
        f"<html><head><title>{harm}</title></head><body><article><h1>{harm}</h1><p>A sentence of some words that "
        f"make an article, and then {harm} and more to read.</p><p>{harm}</p></article></body></html>"
    )
    case.take_in("page.html", page)
    case.take_in(
        "item.xml",
        '<rss version="2.0"><channel><title>W</title><item><title><![CDATA[' + harm + "]]></title>"
        "<guid>1</guid><description><![CDATA[Some words of an item. "
        + harm
        + "]]></description></item></channel></rss>",
    )
    case.build()
    assert dangers(case) == []


def test_aliases_that_grow_without_end_are_refused_at_once(case: Case) -> None:
    """YAML aliases that would expand to billions of items are refused by name, and the other briefs are built.
    (SE-06)
    """
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    names = "abcdefgh"
    for earlier, name in pairwise(names):
        lines.append(f"{name}: &{name} [{','.join([f'*{earlier}'] * 9)}]")
    case.write("briefings/a.md", "---\ntitle: Bomb\n" + "\n".join(lines) + "\ntags: [*h,*h]\n---\n\nx\n")
    case.write("briefings/b.md", "---\ntitle: Self\nself: &s {k: *s}\n---\n\nx\n")
    case.brief("c", "title: C\ndate: 2026-10-05")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    case.build()
    assert case.reported("yaml")[0].startswith("briefings/a.md:")
    assert [line for line in case.reported() if line.startswith("briefings/b.md:")]
    assert "briefs/c/index.html" in case.files()
    # In kilobytes; what the text says would take a hundred times as much.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
