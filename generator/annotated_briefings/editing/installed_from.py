"""Where this copy of the program was installed from, so that other machines can install the same."""

from importlib.metadata import PackageNotFoundError, distribution
from json import loads

from annotated_briefings import __version__

_NAME = "annotated-briefings"
_LOCAL = f"./wheels/annotated_briefings-{__version__}-py3-none-any.whl"
_HEAD = """\
# The program that builds this site. Other machines install it with: pip install -r requirements.txt
"""
_HELP = f"""\
# The copy that wrote this file came from a folder of your machine. Put its wheel into this repository:
#   pip wheel --no-deps -w wheels FOLDER_OF_ANNOTATED_BRIEFINGS
# or name a git address that the other machines can read:
#   {_NAME} @ git+https://GIT_HOST/OWNER/annotated-briefings@TAG_OR_COMMIT
"""


def requirements() -> str:
    """The requirements file of a new site."""
    try:
        return requirements_of(distribution(_NAME).read_text("direct_url.json"))
    except PackageNotFoundError:
        return _HEAD + _HELP + _LOCAL + "\n"


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
