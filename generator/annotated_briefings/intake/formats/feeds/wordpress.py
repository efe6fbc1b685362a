"""Texts of WordPress and its relatives: paragraphs that only blank lines part, short codes, marks of blocks."""

import re

from annotated_briefings.base.regex import regex

_CODE = r"\[(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:\s+[^\[\]]*|=[^\[\]]*)?)/?\]"
_SHORT_CODE = regex(_CODE)
_KNOWN = frozenset(
    "caption wp_caption gallery embed audio video playlist contact-form contact-form-7 code sourcecode quote youtube "
    "vimeo twitter instagram facebook googlemaps soundcloud spotify tiktok gravityform ninja_form mc4wp_form "
    "newsletter_form recaptcha sc_embed_player poll ad ads adrotate adinserter toc ez-toc more nextpage footnote "
    "footnotes pullquote dropcap columns column row button alert tabs tab accordion toggle spoiler slideshow slider "
    "rev_slider layerslider table tablepress ngg nggallery jetpack_subscription_form latest-posts related_posts "
    "block reblex embedyt fusion_text fusion_builder_container fusion_builder_row fusion_builder_column".split()
)
_BUILDERS = ("vc_", "et_pb_", "fl_", "fusion_", "av_", "cs_", "su_", "mk_", "td_", "tdb_", "wpbb-", "elementor", "wp_")
"""How the short codes of page builders begin."""
_ATTRIBUTE = regex(r"""\s[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|“[^”]*”|&quot;.*?&quot;|[^\s"'\]]+)""")
_CAPTION = regex(r"""\bcaption\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_EMBEDS = frozenset(("embed", "audio", "video", "youtube", "code", "sourcecode"))
_MARKS = regex(r"<!--\s*/?wp:.*?-->|<!--\s*(?:more\b.*?|nextpage|noteaser)\s*-->", re.DOTALL)
_BLOCK = (
    r"(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|iframe|video|audio)"
)
_AROUND = regex(rf"(</?{_BLOCK}\b[^<>]*>)", re.IGNORECASE)
_VERBATIM = regex(r"(<(?P<tag>pre|script|style|table|ul|ol|dl)\b.*?</(?P=tag)\s*>)", re.IGNORECASE | re.DOTALL)
_WRAPS = regex(r"(</?(?:div|section|article|center|blockquote|main|aside)\b[^<>]*>)", re.IGNORECASE)
_GAP = regex(r"(?:[ \t]*\r?\n){2,}")


def post_html(text: str) -> str:
    """The HTML of a post as its content management system shows it."""
    return paragraphed(without_short_codes(_MARKS.sub("", text)))


def without_short_codes(text: str) -> str:
    """A text without short codes; what they enclose stays, and captions that they state."""
    return _SHORT_CODE.sub(_shown, text) if "[" in text else text


def _shown(match: re.Match[str]) -> str:
    name, rest = match["name"].lower(), match["rest"]
    if name not in _KNOWN and not name.startswith(_BUILDERS) and not _ATTRIBUTE.match(rest):
        return match[0]
    # A blank line keeps what the code encloses apart from the text around it.
    caption = _CAPTION.search(rest)
    return f"\n\n{caption[1] or caption[2] or ''}\n\n" if caption else "\n\n"


def paragraphed(html: str) -> str:
    """HTML in which blank lines part paragraphs where it does not say so itself."""
    html = html.replace("\r\n", "\n").replace("\r", "\n")
    if not _GAP.search(html.strip()):
        return html
    parts = _VERBATIM.split(html)
    # The split gives text, element, name of the element, text, ...
    out = [part if number % 3 == 1 else _parted(part) for number, part in enumerate(parts) if number % 3 != 2]
    return "".join(out)


def _parted(text: str) -> str:
    """Text between elements whose blank lines count for nothing: each run without a block is a paragraph."""
    out: list[str] = []
    for piece in _GAP.split(_WRAPS.sub(r"\n\n\1\n\n", text)):
        if not piece.strip():
            continue
        out.append(piece if _AROUND.search(piece) else f"<p>{piece}</p>")
    return "\n".join(out)
