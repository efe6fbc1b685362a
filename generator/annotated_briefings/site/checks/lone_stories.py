"""Stories that one brief alone names: each is likely a slip, or begins a story."""

from collections import Counter
from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Absent, Finding, Rule, Severity, rule
from annotated_briefings.base.site_files import BRIEF, STORIES
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.site.checks.each_brief import meant_story
from annotated_briefings.site.checks.similar_names import near_keys
from annotated_briefings.site.checks.whole_site import WholeSite


@rule("lone-story", Severity.HINT, "a story that no other brief and no list names")
def lone_story(site: WholeSite) -> Iterator[Finding]:
    """A story needs no entry in `stories.yaml`, and the first brief of one is alone for a while. It is reported where
    another brief names a story of nearly this id, or where `stories.yaml` lists the stories of the site.

    ```
    briefings/a.md:5:8: hint[lone-story]: no other brief and no list has the story `harbour-tolls`
        5 | story: harbour-tolls
          |        ^^^^^^^^^^^^^
      help: if it is a new one, list it in briefings/stories.yaml: `harbour-tolls: {title: ...}`
    ```
    """
    declared = site.catalog.story_of
    public = {brief.story for brief in site.catalog.briefs}
    naming = [brief for brief in (*site.catalog.briefs, *site.held) if brief.story]
    counts = Counter(brief.story for brief in naming)
    first: dict[str, str] = {}
    for brief in sorted(naming, key=lambda one: (counts[one.story] == 1, one.path)):
        name, story, keys = brief.story_name, brief.story, near_keys(brief.story)
        near = next((first[key] for key in keys if key in first), "")
        for key in keys:
            first.setdefault(key, story)
        if name is None or counts[story] > 1 or story in declared or meant_story(story, declared):
            continue
        if near and story in public and near in public:
            # `similar-name` reports both.
            continue
        new = f"if it is a new one, list it in {STORIES}: {in_code(f'{story}: {{title: ...}}')}" if declared else ""
        if near or new:
            message = f"no other brief and no list has the story `{name.text}`"
            absent = Absent((name.text, story), (STORIES, BRIEF))
            yield Finding(message, name.place, f"did you mean `{near}`?" if near else new, absent)


RULES: tuple[Rule[WholeSite], ...] = (lone_story,)
"""The rule of this module."""
