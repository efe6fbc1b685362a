"""The people of records: names by ids that other records have for them, accounts, and who answers whom."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotated_briefings.intake.formats.records.keys import folded, key_of, values_of
from annotated_briefings.intake.formats.records.values import address, words

_LISTS = frozenset(map(key_of, "users authors people contributors accounts staff included entry".split()))
_LINKS = frozenset(map(key_of, "posts_authors post_authors".split()))
_DEEPEST = 8
_WRITER = frozenset(("author", "person", "writer", "contributor"))
_ANSWERED = ("inReplyTo", "in_reply_to_id", "in_reply_to_status_id", "in_reply_to_status_id_str")
_ANSWERED_ACCOUNTS = ("in_reply_to_account_id", "in_reply_to_user_id", "in_reply_to_user_id_str")
_OWN_ACCOUNTS = ("account.id", "user.id", "user.id_str")
_ACTORS = ("actor", "attributedTo")
"""Names of ActivityPub (https://www.w3.org/TR/activitypub/), of Mastodon and of Twitter."""


def people_of(value: Any) -> Mapping[str, str]:
    """Names by the ids of people, and by `post:` and the ids of the posts that a table of links gives them."""
    people: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for key, items in _lists(value, _DEEPEST):
        for item in map(folded, (one for one in items if isinstance(one, Mapping))):
            named = item if item.get("name") else folded(item.get("attributes") or item.get("fields") or {})
            identity = words(item.get("id")) or words(folded(item.get("sys") or {}).get("id"))
            if key in _LISTS and identity and words(named):
                people[identity] = words(named)
            elif key in _LINKS:
                links.append((words(item.get("postid")), words(item.get("authorid"))))
    by_post: dict[str, list[str]] = {}
    for post, author in links:
        if author in people:
            by_post.setdefault(post, []).append(people[author])
    return people | {f"post:{post}": "; ".join(names) for post, names in by_post.items()}


def writers_of_records(records: Iterable[Any]) -> Mapping[str, str]:
    """Names by their ids of the writers who are records among the others, as content stores keep them."""
    held = [folded(one) for one in records if isinstance(one, Mapping)]
    writers = (one for one in held if words(one.get("type")).lower() in _WRITER)
    return {identity: words(one) for one in writers if (identity := words(one.get("id"))) and words(one)}


def answers_another(found: list[dict[str, Any]]) -> bool:
    """Whether a post answers one of somebody else; who answers themselves goes on."""
    answered = next((address(one) or words(one) for one in values_of(found, _ANSWERED)), "")
    account = next(map(words, values_of(found, _ANSWERED_ACCOUNTS)), "")
    own = list(map(words, values_of(found, _OWN_ACCOUNTS)))
    actors = [one for value in values_of(found, _ACTORS) if (one := address(value))]
    themselves = account in own if account else any(answered.startswith(f"{one.rstrip('/')}/") for one in actors)
    return bool(answered) and not themselves


def account_of(found: list[dict[str, Any]]) -> str:
    """The name of the account that published a message of a social network: its outlet."""
    if not any(values_of(found, ("actor",))) or not any("actor" in layer and "object" in layer for layer in found):
        return ""
    actor = next(iter(values_of(found, _ACTORS)))
    if isinstance(actor, Mapping):
        return words(actor.get("name") or actor.get("preferredUsername"))
    return address(actor).rstrip("/").rpartition("/")[2].lstrip("@")


def _lists(value: Any, depth: int) -> Iterator[tuple[str, list[Any]]]:
    if not depth:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, list) and key_of(str(key)) in _LISTS | _LINKS:
                yield key_of(str(key)), inner
            else:
                yield from _lists(inner, depth - 1)
    elif isinstance(value, list) and len(value) < 10:
        for inner in value:
            yield from _lists(inner, depth - 1)
