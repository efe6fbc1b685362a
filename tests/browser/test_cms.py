"""The page that `init --cms` writes opens the form of Sveltia CMS, from files of the folder alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect
from programs import lacking

from annotated_briefings.content.cms.sveltia import sveltia_config, sveltia_page

PROGRAM = Path(__file__).parents[1] / "validators/node_modules/@sveltia/cms/dist/sveltia-cms.js"


@pytest.mark.slow
def test_the_page_opens_the_form_or_says_what_it_lacks(browser: Browser) -> None:
    if not PROGRAM.exists():
        lacking("@sveltia/cms")
    files = {"": ("text/html", sveltia_page()), "config.yml": ("text/yaml", sveltia_config())}

    def answer(route: Route) -> None:
        folder, _, name = route.request.url.partition("?")[0].rpartition("/")
        if folder != "http://localhost/admin":
            route.abort()
        elif name in files:
            route.fulfill(content_type=files[name][0], body=files[name][1])
        else:
            route.fulfill(status=404)

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto("http://localhost/admin/")
    expect(page.locator("body")).to_have_text(
        "Put sveltia-cms.js of the npm package @sveltia/cms into this folder, and load the page again."
    )
    files["sveltia-cms.js"] = ("text/javascript", PROGRAM.read_text(encoding="utf-8"))
    page.reload()
    expect(page.get_by_role("button", name="Work with Local Repository")).to_be_visible(timeout=20_000)
    page.close()
