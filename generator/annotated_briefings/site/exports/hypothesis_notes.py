"""Notes as Hypothesis has them: annotations of its API, in the file that its client exports and imports.

https://h.readthedocs.io/en/latest/api-reference/v1/. They are made from our Web Annotations: both say the same.
"""

import json
from collections.abc import Iterable
from typing import Any

from annotated_briefings.base.paths import slugify, split_url
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.web_annotations import annotations_of

_EVERYBODY = "group:__world__"
_DRAFT = "draft"
_DESK, _UNNAMED = "desk", "unnamed"
"""The account under which a site exports, and that of notes without an author."""


def hypothesis_document(context: SiteContext, briefs: Iterable[Brief]) -> str:
    """The notes of some briefs as one file."""
    host = split_url(context.config.base_url).hostname or "localhost"
    rows = [_row(item, brief.title, host) for brief in briefs for item in annotations_of(context, brief)]
    # The person who exports is not named as an author.
    whole = {"export_userid": f"acct:{_DESK}@{host}", "client_version": "briefings", "annotations": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _row(item: dict[str, Any], title: str, host: str) -> dict[str, Any]:
    *answered, on = item["target"] if isinstance(item["target"], list) else [item["target"]]
    remarks = [body["value"] for body in item["body"] if body["purpose"] == "commenting"]
    tags = [body["value"] for body in item["body"] if body["purpose"] == "tagging"]
    # Hypothesis knows no selector within another one.
    *_, last = on.get("selector", [{}])
    quoted = {"selector": [last["refinedBy"]]} if last else {}
    name = item.get("creator", {}).get("name", "")
    account = f"acct:{slugify(name) or _UNNAMED}@{host}"
    # A draft is for its author alone.
    readers = [account if _DRAFT in tags else _EVERYBODY]
    row: dict[str, Any] = {
        "id": item["id"],
        "user": account,
        "user_info": {"display_name": name or None},
        "uri": on["source"],
        "text": "\n".join(remarks),
        "tags": tags,
        "group": "__world__",
        "permissions": {"read": readers, "admin": [account], "update": [account], "delete": [account]},
        "target": [{"source": on["source"], **quoted}],
        "document": {"title": [title]},
        "links": {"html": item["id"], "incontext": item["id"]},
        "flagged": False,
        "hidden": False,
    }
    if "created" in item:
        row |= {"created": item["created"], "updated": item["created"]}
    return row | ({"references": answered} if answered else {})
