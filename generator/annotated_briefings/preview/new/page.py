"""The page for new briefs; what is on it is drawn by its script."""

from html import escape

from annotated_briefings.preview.page_answer import FILES, POLICY, Response, answer
from annotated_briefings.preview.review.shell import desk_header


def new_page(token: str) -> Response:
    """The page."""
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>New · Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FILES}desk.css">
<link rel="stylesheet" href="{FILES}review.css">
<link rel="stylesheet" href="{FILES}new.css">
<meta name="desk" content="" data-token="{escape(token)}">
<script type="module" src="{FILES}new.js"></script>
</head>
<body class="desk-new review">
{desk_header("new")}
<main id="new" class="desk">
<h1>New</h1>
<noscript><p>This page needs its script.</p></noscript>
</main>
</body>
</html>
"""
    return answer("200 OK", page.encode(), "text/html", ("Content-Security-Policy", POLICY))
