"""Waiting until an expression is true in a page, whatever the page's content security policy forbids.

Playwright's own `wait_for_function` evaluates its text again and again in the page. A policy without `unsafe-eval`
allows that the first time alone, so a test with it passes only where the expression is already true.
"""

from playwright.sync_api import Error, Page

SECONDS = 20

# The expression is part of a function that is compiled once, from outside the page, and then only called.
_LOOKING = """() => new Promise((found, late) => {
  const last = performance.now() + %d;
  const look = () => {
    if (%s) found(true);
    else if (performance.now() > last) late(new Error("not true in time"));
    else setTimeout(look, 16);
  };
  look();
})"""


def wait_until(page: Page, expression: str) -> None:
    """Return when the JavaScript `expression` is true in `page`; a page that is loaded meanwhile is asked anew.

    Raises the error of the browser when the expression fails, and after `SECONDS` without its being true.
    """
    while True:
        try:
            page.evaluate(_LOOKING % (SECONDS * 1000, expression))
        except Error as error:
            if "Execution context was destroyed" not in error.message:
                raise
            page.wait_for_load_state()
        else:
            return
