"""Social cards: pictures of briefs that other sites show with a link, and their font."""

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place, StaticFile
from annotated_briefings.output.images import dimensions
from annotated_briefings.output.social_cards import CardJob, can_show, is_font
from annotated_briefings.project.load import Loaded
from annotated_briefings.project.package_data import card_font
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.social_picture import PictureView
from annotated_briefings.storage.static_files import content_of, opened


def pictured(context: SiteContext) -> bool:
    """Whether briefs have social cards: the site needs a web address, and the settings may switch them off."""
    return bool(context.config.social_images and context.config.base_url)


def picture_job(view: PictureView, font: bytes) -> CardJob:
    """The card with some texts, to be drawn with a font."""
    return CardJob(view.title, view.kicker, view.foot, font, view.rtl)


def picture_font(context: SiteContext, loaded: Loaded) -> bytes:
    """The font of the social cards."""
    return _font(context, loaded)[0]


def font_faults(context: SiteContext, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """What is wrong with the font in the settings, and headlines with letters that it lacks."""
    font, found = _font(context, loaded)
    foreign = (brief.title for brief in context.catalog.briefs if not brief.title.isascii())
    lacking = [title for title in foreign if not can_show(title, font)]
    if lacking:
        count = "a headline" if len(lacking) == 1 else f"{len(lacking)} headlines, such as"
        found += (
            report(
                "blank-picture",
                f"the font of pictures lacks letters of {count} `{lacking[0]}`",
                Place("site.yaml", 1, 1),
                help="put a font that has them into static/ and name it in "
                "`social_font`; until then the picture for other sites has no headline",
                source=loaded.settings,
            ),
        )
    return found


def measured(_: None, file: StaticFile) -> tuple[int, int] | None:
    """Width and height of a static file that is a picture; None where they cannot be told."""
    try:
        with opened(file) as stream:
            return dimensions(file.name, stream)
    except OSError:
        return None


def _font(context: SiteContext, loaded: Loaded) -> tuple[bytes, tuple[Diagnostic, ...]]:
    name = context.config.social_font
    own = next((content_of(file) for file in loaded.static if file.name == name), b"") if name else b""
    if not name or is_font(own):
        return own or card_font(), ()
    fault = "is no font" if own else "does not exist"
    return card_font(), (
        report(
            "config",
            f"`static/{name}` {fault}",
            Place("site.yaml", 1, 1),
            help="name a .ttf or .otf file under static/ in `social_font`, or take it out",
            source=loaded.settings,
        ),
    )
