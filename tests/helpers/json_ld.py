"""JSON-LD as PyLD reads it, with the context of Web Annotations that ships with the product."""

import json
from collections.abc import Mapping
from typing import Any

from pyld import jsonld

from annotated_briefings.base.package_files import package_text

ADDRESS = "http://www.w3.org/ns/anno.jsonld"
CONTEXT: dict[str, Any] = json.loads(package_text("intake", "annotation_context.json"))


def load(url: str, _options: Mapping[str, Any]) -> dict[str, Any]:
    """The one context that is known; nothing is fetched."""
    assert url in (ADDRESS, ADDRESS.replace("http:", "https:")), url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(document: Any) -> Any:
    """A document with every name as an address."""
    return jsonld.expand(document, {"documentLoader": load})


def compacted(document: Any) -> Any:
    """A document in the names of the context of Web Annotations, all nodes in a list."""
    return jsonld.compact(document, CONTEXT, {"documentLoader": load, "graph": True})
