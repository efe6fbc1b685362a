"""The pages of the desk that their scripts fill; only editors see them, and only on their own machine."""

from html import escape

from annotated_briefings.preview.page_answer import FILES, HOME, POLICY, Response, answer

SECTIONS = {
    "today": "Today",
    "drafts": "Drafts",
    "versions": "Changed sources",
    "copies": "Copies",
    "places": "Unsure places",
    "notes": "Notes",
    "quotes": "Quotes",
    "names": "Names",
}
"""The lists, by the last part of their address."""
NEW = f"{HOME}new/"
"""Where new briefs begin."""
DIGEST = f"{HOME}digest/"
"""Where digests are made."""


def desk_header(current: str) -> str:
    """The head of each page of the desk; ``current`` is the list that is shown, ``new`` or ``digest``."""
    addresses = {"today": HOME}
    links = "\n".join(
        f'<a href="{addresses.get(name, HOME + name + "/")}" data-section="{name}"'
        f"{' aria-current=page' if name == current else ''}>{escape(label)}<span></span></a>"
        for name, label in {**SECTIONS, "new": "New", "digest": "Digest"}.items()
    )
    return f"""<header>
<a class="home" href="/">Site</a>
<nav aria-label="Desk">
{links}
</nav>
</header>"""


def _head(title: str, token: str, script: str, *, section: str = "", more: str = "") -> str:
    """The beginning of each page of the desk that a script draws."""
    list_of = f' data-section="{section}"' if section else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)} · Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FILES}desk.css">
<link rel="stylesheet" href="{FILES}review.css">
{more}<meta name="desk" content="" data-token="{escape(token)}"{list_of}>
<script type="module" src="{FILES}{script}.js"></script>
</head>
"""


def script_page(name: str, title: str, token: str) -> Response:
    """The page ``new`` or ``digest``; what is on it is drawn by its script."""
    style = f'<link rel="stylesheet" href="{FILES}new.css">\n'
    page = f"""{_head(title, token, name, more=style)}<body class="desk-new review">
{desk_header(name)}
<main id="{name}" class="desk">
<h1>{escape(title)}</h1>
<noscript><p>This page needs its script.</p></noscript>
</main>
</body>
</html>
"""
    return answer("200 OK", page.encode(), "text/html", ("Content-Security-Policy", POLICY))


def list_page(section: str, token: str) -> str:
    """The page of a list."""
    return f"""{_head(SECTIONS[section], token, "list", section=section)}<body class="review">
<a class="skip" href="#list">Skip to the list</a>
{desk_header(section)}
<main>
<div class="top">
<h1>{escape(SECTIONS[section])}</h1>
<p id="count" role="status"></p>
<div id="steps" class="desk desk-row" role="group" aria-label="Steps of the desk"></div>
</div>
<div id="tools" class="desk"></div>
<div id="list" class="desk" tabindex="-1"><p class="quiet">Loading …</p></div>
<noscript><p>The desk needs JavaScript; briefings status lists the same.</p></noscript>
</main>
</body>
</html>
"""
