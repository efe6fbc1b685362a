"""Where this copy of the program was installed from, and what it needs to build a site, so that other machines can
install the same."""

from importlib.metadata import PackageNotFoundError, distribution
from json import loads

from annotated_briefings import __version__
from annotated_briefings.base.regex import regex

_NAME = "annotated-briefings"
_LOCAL = f"./wheels/annotated_briefings-{__version__}-py3-none-any.whl"
_HEAD = """\
# The program that builds this site, and what it needs for that. Other machines install it with:
#   pip install --no-deps -r requirements.txt
"""
_BUILDS = (
    "babel",
    "filelock",
    "font-source-serif-pro",
    "jinja2",
    "linkify-it-py",
    "markdown-it-py",
    "mdit-py-plugins",
    "msgspec",
    "pillow",
    "platformdirs",
    "pyyaml",
    "rapidfuzz",
    "rcssmin",
    "selectolax",
    "tqdm",
    "tzdata",
)
"""The required packages without which no site is built or checked; all others are for import, preview and mail."""
_NAMED = regex(r"[\w.-]+")
_HELP = f"""\
# The copy that wrote this file came from a folder of your machine. Put its wheel into this repository:
#   pip wheel --no-deps -w wheels FOLDER_OF_ANNOTATED_BRIEFINGS
# or name a git address that the other machines can read:
#   {_NAME} @ git+https://GIT_HOST/OWNER/annotated-briefings@TAG_OR_COMMIT
"""


def requirements() -> str:
    """The requirements file of a new site."""
    try:
        text = requirements_of(distribution(_NAME).read_text("direct_url.json"))
    except PackageNotFoundError:
        text = _HEAD + _HELP + _LOCAL + "\n"
    return text + "".join(f"{line}\n" for line in sorted(_needed()))


def _needed() -> set[str]:
    """The packages that a build needs, with those that they need, each as it is installed here."""
    try:
        own = distribution(_NAME).requires or []
    except PackageNotFoundError:
        own = list(_BUILDS)
    todo = [one for one in own if _name(one) in _BUILDS]
    found: dict[str, str] = {}
    while todo:
        one = todo.pop()
        name, marker = _name(one), one.partition(";")[2].strip()
        if name in found or "extra ==" in marker:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            # It is for other machines than this one.
            found[name] = one
            continue
        found[name] = f"{name}=={package.version}" + (f"; {marker}" if marker else "")
        todo += package.requires or []
    return set(found.values())


def _name(requirement: str) -> str:
    found = _NAMED.match(requirement)
    return found[0].lower() if found else requirement


def requirements_of(direct_url: str | None) -> str:
    """The requirements file for a copy with this ``direct_url.json``.

    That file says what pip was asked to install (PEP 610); there is none for what came from a package index.
    """
    if direct_url is None:
        return f"{_HEAD}{_NAME}=={__version__}\n"
    origin = loads(direct_url)
    url = origin["url"]
    if url.startswith("file:"):
        return _HEAD + _HELP + _LOCAL + "\n"
    vcs = origin.get("vcs_info")
    source = f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else url
    folder = origin.get("subdirectory")
    return f"{_HEAD}{_NAME} @ {source}{f'#subdirectory={folder}' if folder else ''}\n"
