"""The page of the desk that its script fills with a list; only editors see it, and only on their own machine."""

from collections.abc import Mapping
from html import escape

from annotated_briefings.preview.page_answer import FILES, HOME

NEW = f"{HOME}new/"
"""Where new briefs begin."""


def list_page(section: str, sections: Mapping[str, str], token: str) -> str:
    """The page of a list; ``sections`` are the lists by the last parts of their addresses."""
    links = "\n".join(
        f'<a href="{HOME}{"" if name == "today" else f"{name}/"}" data-section="{name}"'
        f"{' aria-current=page' if name == section else ''}>{escape(label)}<span></span></a>"
        for name, label in sections.items()
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(sections[section])} · Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FILES}desk.css">
<link rel="stylesheet" href="{FILES}review.css">
<meta name="desk" content="" data-token="{escape(token)}" data-section="{section}">
<script type="module" src="{FILES}list.js"></script>
</head>
<body class="review">
<a class="skip" href="#list">Skip to the list</a>
<header>
<a class="home" href="/">Site</a>
<nav aria-label="Desk">
{links}
</nav>
<a class="home" href="{NEW}">New</a>
</header>
<main>
<div class="top">
<h1>{escape(sections[section])}</h1>
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
