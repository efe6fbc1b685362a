"""Main text of saved pages, beside the extractor alone: articles are put into pages of many kinds.

    python -m bench.pages articles.jsonl [--each 40]

The articles are in the form that ``bench.train_segmenter`` reads; the pages around them are made here: menus, teasers,
boxes, captions, comments, footers, and the ways in which content systems mark up a text. Words count, in their order.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

import trafilatura

from annotated_briefings.intake.formats.web import read_page
from bench.dumps import Article, load

TEASERS = (
    "Ferry fares to rise again in the spring",
    "Five recipes for a cold weekend",
    "Watch: the crane that lifts a house",
    "Council puts off its vote on the dam",
    "What we know about the fire at the mill",
    "Opinion: nobody needs another ring road",
)
MENU = ("Home", "News", "Business", "Sport", "Weather", "Opinion", "Video", "Log in", "Subscribe")
COMMENTS = (
    "I have lived here for thirty years and never saw the like of it. Somebody should resign.",
    "Thanks for this report, the best I have read on the matter so far.",
)
Part = tuple[str, str]


def parts(article: Article) -> list[Part]:
    """The kinds and texts of an article's paragraphs; every sixth that is short is a point of a list."""
    out: list[Part] = []
    for n, text in enumerate(article.paragraphs):
        point = 0 < n < len(article.paragraphs) - 1 and len(text.split()) < 25 and n % 2 == 0
        out.append(("head" if n in article.heads else "li" if point else "p", text))
    return out


def linked(text: str, rng: random.Random) -> str:
    """A paragraph as HTML, sometimes with a link or a mark in it."""
    words = text.split()
    if len(words) > 12 and rng.random() < 0.5:
        at = rng.randrange(2, len(words) - 6)
        tag = rng.choice((("<a href='/x/1'>", "</a>"), ("<b>", "</b>"), ("<i>", "</i>"), ("<span class=x>", "</span>")))
        inner = escape(" ".join(words[at : at + 3]))
        return f"{escape(' '.join(words[:at]))} {tag[0]}{inner}{tag[1]} {escape(' '.join(words[at + 3 :]))}"
    return escape(text)


def body(article: Article, rng: random.Random, paragraph: str) -> str:
    """The text of an article; ``paragraph`` is the element of its paragraphs, or ``br``."""
    out: list[str] = []
    points: list[str] = []
    for kind, text in (*parts(article), ("p", "")):
        if kind != "li" and points:
            out.append("<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>")
            points = []
        if kind == "li":
            points.append(linked(text, rng))
        elif kind == "head":
            out.append(f"<h2>{escape(text)}</h2>")
        elif text and paragraph == "br":
            out.append(linked(text, rng) + "<br><br>")
        elif text:
            out.append(f"<{paragraph}>{linked(text, rng)}</{paragraph.split()[0]}>")
    return "\n".join(out)


def headline(article: Article) -> str:
    return f"<h1>{escape(article.title)}</h1>"


def menu(rng: random.Random) -> str:
    return "<ul class=menu>" + "".join(f"<li><a href=/{n}>{n}</a></li>" for n in rng.sample(MENU, 6)) + "</ul>"


def related(rng: random.Random, tag: str = "div class=related") -> str:
    links = "".join(f"<li><a href='/t/{n}'>{one}</a></li>" for n, one in enumerate(rng.sample(TEASERS, 3)))
    return f"<{tag}><h3>More on this story</h3><ul>{links}</ul></{tag.split()[0]}>"


def between(text: str, box: str) -> str:
    """A text with a box after its second block."""
    lines = text.split("\n")
    return "\n".join([*lines[:2], box, *lines[2:]])


def plain(a: Article, rng: random.Random) -> str:
    head = f"<header><nav>{menu(rng)}</nav></header>"
    foot = "<footer><p>© 2026 The Quay. All rights reserved.</p></footer>"
    return f"{head}<article>{headline(a)}{body(a, rng, 'p')}</article>{foot}"


def divs(a: Article, rng: random.Random) -> str:
    story = f"<div class=story>{headline(a)}{body(a, rng, 'div')}</div>"
    return f"<div id=top>{menu(rng)}</div><div class=content>{story}{related(rng)}</div><div id=end>{menu(rng)}</div>"


def breaks(a: Article, rng: random.Random) -> str:
    cells = (menu(rng), headline(a) + body(a, rng, "br"), related(rng))
    return "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"


def boxed(a: Article, rng: random.Random) -> str:
    form = "<form><input><button>Go</button></form>"
    box = f"<aside class=promo><h4>Sign up</h4><p>Get the morning letter, free of charge.</p>{form}</aside>"
    head = f"<header>{headline(a)}<p class=byline>By Ada Quill</p><time>3 March 2026</time></header>"
    article = f"<article>{head}{between(body(a, rng, 'p'), box)}</article>"
    return f"<nav>{menu(rng)}</nav><main>{article}{related(rng, 'section')}</main>"


def pictured(a: Article, rng: random.Random) -> str:
    caption = "<figcaption>The crane on Monday. Photograph: Port Agency</figcaption>"
    picture = f"<figure><img src=/i/1.jpg alt='A crane'>{caption}</figure>"
    share = "<div class=share><a href=#>Share</a> <a href=#>Tweet</a> <a href=#>Print</a></div>"
    story = f"{headline(a)}{share}{picture}{between(body(a, rng, 'p'), picture)}{share}"
    return f"<div class=nav>{menu(rng)}</div><div itemprop=articleBody>{story}</div>{related(rng)}"


def wrapped(a: Article, rng: random.Random) -> str:
    lines = body(a, rng, "p").split("\n")
    inner = "\n".join(f"<section><div class=text-block>{line}</div></section>" for line in lines)
    story = f"{headline(a)}{between(inner, related(rng))}"
    return f"<div role=navigation>{menu(rng)}</div><div><div><div>{story}</div></div></div>"


def commented(a: Article, rng: random.Random) -> str:
    comments = "".join(f"<li class=comment><p>{one}</p></li>" for one in COMMENTS)
    post = f"<div class=post>{headline(a)}<div class=entry-content>{body(a, rng, 'p')}</div></div>"
    return f"<div>{menu(rng)}</div>{post}<div id=comments><h3>2 comments</h3><ol>{comments}</ol></div>"


def formed(a: Article, rng: random.Random) -> str:
    story = f"<div class=body>{headline(a)}{body(a, rng, 'p')}</div>"
    return f"<form id=aspnet action=/><div>{menu(rng)}</div>{story}<div>{related(rng)}</div></form>"


def quoted(a: Article, rng: random.Random) -> str:
    longest = max((text for kind, text in parts(a) if kind == "p"), key=len)
    pull = f"<blockquote class=pullquote><p>{escape(' '.join(longest.split()[:14]))}</p></blockquote>"
    return f"<nav>{menu(rng)}</nav><article>{headline(a)}{between(body(a, rng, 'p'), pull)}</article>{related(rng)}"


def embedded(a: Article, rng: random.Random) -> str:
    lines = body(a, rng, "p").split("\n")
    lines[len(lines) // 2] = f"<div class=embed>{lines[len(lines) // 2]}</div>"
    story = "\n".join((headline(a), *lines))
    return f"<nav>{menu(rng)}</nav><article>{story}</article>{related(rng)}"


KINDS: tuple[Callable[[Article, random.Random], str], ...] = (
    plain, divs, breaks, boxed, pictured, wrapped, commented, formed, quoted, embedded,
)  # fmt: skip


def pages(articles: Sequence[Article], each: int, seed: int) -> Iterator[tuple[str, Article, str]]:
    """Pages, each with its kind and article."""
    rng = random.Random(seed)
    for kind in KINDS:
        for article in rng.sample(list(articles), each):
            title = escape(article.title)
            yield (
                kind.__name__,
                article,
                f"<html><head><title>{title}</title></head><body>{kind(article, rng)}</body></html>",
            )


def same_words(gold: str, found: str) -> tuple[int, int, int]:
    """Words that both texts have in the same order, and the words of each."""
    a, b = gold.split(), found.split()
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks), len(a), len(b)


def ours(html: str) -> str:
    documents, _ = read_page("page.html", html)
    return " ".join(p.text for document in documents for p in document.paragraphs if not p.aside)


def extractor(html: str) -> str:
    found = trafilatura.extract(
        html, favor_precision=True, include_comments=False, include_links=True, include_tables=True
    )
    return found or ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--each", type=int, default=40)
    given = parser.parse_args()
    totals: dict[tuple[str, str], Counter[str]] = {}
    for kind, article, html in pages(load(*given.articles), given.each, 7):
        gold = " ".join(article.paragraphs)
        for name, read in (("ours", ours), ("extractor", extractor)):
            same, own, found = same_words(gold, read(html))
            total = totals.setdefault((kind, name), Counter())
            total.update(same=same, gold=own, found=found, lost=int(own - same > own // 10), pages=1)
    print(f"{'pages':12}{'':12}{'P':>7}{'R':>7}{'F1':>7}{'lost':>6}")
    for (kind, name), total in totals.items():
        p, r = total["same"] / max(1, total["found"]), total["same"] / total["gold"]
        print(f"{kind:12}{name:12}{p:7.3f}{r:7.3f}{2 * p * r / max(1e-9, p + r):7.3f}{total['lost']:6}")


if __name__ == "__main__":
    main()
