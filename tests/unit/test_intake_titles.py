"""Headlines without the furniture of their sites."""

import pytest

from annotated_briefings.intake.stated.outlets import headline


@pytest.mark.parametrize(
    ("title", "outlet", "plain"),
    [
        ("Second crane for Vessby | The Courier", "The Courier", "Second crane for Vessby"),
        ("Second crane for Vessby | Business | The Courier", "The Courier", "Second crane for Vessby"),
        ("Second crane for Vessby - courier.com", "", "Second crane for Vessby"),
        ("Second crane for Vessby – live", "", "Second crane for Vessby"),
        ("Second crane for Vessby – as it happened | The Courier", "The Courier", "Second crane for Vessby"),
        ("LIVE: Second crane for Vessby", "", "Second crane for Vessby"),
        ("(3) Second crane for Vessby", "", "Second crane for Vessby"),
        ("Second crane for Vessby (24 comments)", "", "Second crane for Vessby"),
        ("🚨 Second crane for Vessby 🏗️", "", "Second crane for Vessby"),
        ("Politics | Second crane for Vessby", "", "Second crane for Vessby"),
        ("Zweiter Kran für Vessby » Wirtschaft » Der Kurier", "Der Kurier", "Zweiter Kran für Vessby"),
        ("维斯比购买第二台起重机 - 港报", "港报", "维斯比购买第二台起重机"),
        ("Crane - the movie", "The Courier", "Crane - the movie"),
        ("A harbour divided - politics", "", "A harbour divided - politics"),
        ("The Courier", "The Courier", "The Courier"),
        ("We live | on cranes", "", "We live | on cranes"),
        ("Vessby 2 – Halden 1", "", "Vessby 2 – Halden 1"),
    ],
)
def test_a_headline_loses_what_its_site_writes_around_it_and_nothing_else(title: str, outlet: str, plain: str) -> None:
    assert headline(title, outlet) == plain
