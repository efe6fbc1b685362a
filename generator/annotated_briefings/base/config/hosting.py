"""The host that serves a site: what it reads beside the pages, and how much it takes.

Figures as their documentation gives them in November 2026.
"""

from annotated_briefings.base.diagnostics import did_you_mean
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_table import Field, Kind, TextUse, one_line
from annotated_briefings.base.yaml.mapping import Fields


class Host(Value):
    """What a host reads and takes."""

    label: str
    """What it is called."""
    redirects: str = ""
    """The status of a rule in ``_redirects``; empty where the host does not read that file."""
    most_redirects: int = 0
    """Rules of that file that it reads; 0 for any number."""
    headers: bool = False
    """Whether it reads ``_headers``."""
    access_file: bool = False
    """Whether it reads ``.htaccess``."""
    jekyll: bool = False
    """Whether it leaves files out unless there is a ``.nojekyll``."""
    files: int = 0
    """Most files; 0 for no limit that is known."""
    file_bytes: int = 0
    """Most bytes of one file; 0 for no limit that is known."""
    site_bytes: int = 0
    """Most bytes of all files; 0 for no limit that is known."""


ANY = Host("any host", redirects="301", headers=True, jekyll=True)
"""Where no host is named: the files of all hosts that do no harm on others."""
HOSTS = {
    # Netlify serves a file where there is one unless a rule is forced; the page that redirects is such a file.
    "netlify": Host("Netlify", redirects="301!", headers=True),
    "cloudflare": Host(
        "Cloudflare Pages", redirects="301", most_redirects=2_000, headers=True, files=20_000, file_bytes=25 * 1024**2
    ),
    "github": Host("GitHub Pages", jekyll=True, file_bytes=100 * 1024**2, site_bytes=1024**3),
    "apache": Host("Apache", access_file=True),
    "nginx": Host("nginx"),
    "caddy": Host("Caddy"),
    "s3": Host("S3"),
}
"""The hosts that ``host:`` may name."""
_ANY_NAME = "any"


def _read_host(fields: Fields, field: Field, _: object) -> str:
    text = fields.word(field.name).lower()
    if text in ("", _ANY_NAME):
        return ""
    if text not in HOSTS:
        remedy = did_you_mean(text, HOSTS) or f"the hosts are {', '.join(HOSTS)}; leave it out for another one"
        fields.report("config", f"nothing is known of a host `{text}`", fields.place(field.name), remedy)
        return ""
    return text


HOST = Field(
    "host",
    Kind("a host", _read_host, lambda field: {"enum": list(field.choices)}, "text", one_line),
    TextUse.NO,
    "the host that serves the site: its files for redirects and headers are made, and its limits watched",
    "netlify",
    choices=(_ANY_NAME, *HOSTS),
)
"""The setting."""
