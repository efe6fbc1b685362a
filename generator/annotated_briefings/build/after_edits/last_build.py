"""What is known of the last build, and which files were edited since, where a build may begin with a kept site."""

from collections.abc import Mapping, Set
from datetime import datetime
from typing import NamedTuple

from annotated_briefings.base.site_files import BRIEFINGS, ENTITIES
from annotated_briefings.build.after_edits.kept_site import keep_site
from annotated_briefings.build.pipeline import FullBuild
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.up_to_date import Done, FileDigest, ReadFiles, request_key
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo
from annotated_briefings.project.load import is_brief

STAGE = "last build"
"""Stage of what is known of the last build in the cache."""


class LastBuild(NamedTuple):
    """What is known of the last build, be it a full one or one after edits of texts."""

    made: str
    """The fingerprint of the files of the last full build."""
    digests: Mapping[str, FileDigest]
    """The files of the last build."""
    edited: Mapping[str, str]
    """Files that were edited since the last full build, and the digests of the texts of briefs."""
    entries: Set[str]
    """Entities of which pages show something else than after the last full build."""
    done: Done
    """What it did."""


class EditedBuild(NamedTuple):
    """A build after edits of texts."""

    report: BuildReport
    """What it did."""
    valid_until: datetime | None
    """The next moment at which time alone changes something; None when it never does."""
    made: str
    """See ``LastBuild.made``."""
    edited: Mapping[str, str]
    """See ``LastBuild.edited``."""
    entries: Set[str]
    """See ``LastBuild.entries``."""


def remember_last(request: BuildRequest, files: ReadFiles, done: Done, build: EditedBuild | FullBuild) -> None:
    """Cache what the next build needs to begin with the texts that were edited; ``build`` is the last one, of some
    files."""
    key = request_key(request)
    with Store(request.root / ".cache") as store:
        if isinstance(build, EditedBuild):
            last = LastBuild(build.made, files.digests, build.edited, build.entries, done)
        elif build.made and keep_site(Memo(store), key, files.fingerprint, build.made):
            last = LastBuild(files.fingerprint, files.digests, {}, frozenset(), done)
        else:
            return
        store.put_many(STAGE, {key: last})


def edited_files(before: Mapping[str, FileDigest], now: Mapping[str, FileDigest]) -> frozenset[str]:
    """The files that differ: the registry of entities, and briefs of which only the headline or the text behind the
    front matter differs; none where any other file does."""
    names = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    for name in names:
        old, new = before.get(name), now.get(name)
        front = old and new and old.front and old.front == new.front
        is_text = front and name.startswith(f"{BRIEFINGS}/") and is_brief(name)
        if not (is_text or (old and new and name == ENTITIES)):
            return frozenset()
    return frozenset(names)
