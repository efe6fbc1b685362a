"""Pictures of briefs for other sites: what they show, and with which font."""

from generator.base.diagnostics import Diagnostic, report
from generator.base.source import Place
from generator.output.social import CardJob, is_font
from generator.run.loading import Loaded
from generator.run.theme import card_font
from generator.site.facts import Facts


def picture_jobs(facts: Facts, loaded: Loaded) -> tuple[tuple[str, str, CardJob], ...]:
    """Output path, brief file and picture of each brief; none where the site has no web address or wants none."""
    if not (facts.config.social_images and facts.config.base_url):
        return ()
    font = _font(facts, loaded)[0]
    out: list[tuple[str, str, CardJob]] = []
    for brief in facts.catalog.briefs:
        words = facts.speaks(brief)
        tags = facts.web.tags[brief.slug]
        kicker = facts.story_link(brief.story).text if brief.story else facts.tag_link(tags[0]).text if tags else ""
        foot = " · ".join([facts.config.title, *([words.date(brief.date)] if brief.date else [])])
        job = CardJob(brief.title, kicker, foot, font, words.direction == "rtl")
        out.append((f"briefs/{brief.slug}/card.png", brief.path, job))
    return tuple(out)


def font_faults(facts: Facts, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """What is wrong with the font that the settings ask for."""
    return _font(facts, loaded)[1]


def _font(facts: Facts, loaded: Loaded) -> tuple[bytes, tuple[Diagnostic, ...]]:
    name = facts.config.social_font
    own = dict(loaded.static).get(name, b"") if name else b""
    if not name or is_font(own):
        return own or card_font(), ()
    fault = "is no font" if own else "does not exist"
    return card_font(), (report("config", f"`static/{name}` {fault}", Place("site.yaml", 1, 1),
                                help="name a .ttf or .otf file under static/ in `social_font`, or take it out",
                                source=loaded.settings),)
