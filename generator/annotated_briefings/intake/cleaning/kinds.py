"""Kinds of things in exports: which of them are no articles."""

from collections.abc import Iterable

from annotated_briefings.base.hold_back import bare_key

NO_TEXT = "it has no text"
"""Why an entry is left out that says nothing."""
ONLY_POSTS = "only posts are articles"
"""Why other kinds are left out."""
_NEVER = {
    bare_key(name): shown
    for shown, names in {
        "attachment": "attachment media image photo_attachment file inherit",
        "revision": "revision autosave",
        "menu item": "nav_menu_item menu menu_item wp_navigation",
        "comment": "comment reply_comment pingback trackback",
        "reply": "reply",
        "category": "category categories tag taxonomy taxonomy_term",
        "writer": "author user",
        "setting": "setting siteconfig template theme wp_template wp_template_part wp_global_styles custom_css "
        "customize_changeset oembed_cache wp_font_family wp_font_face acf-field acf-field-group user_request",
        "block": "wp_block",
        "form": "wpcf7_contact_form feedback",
        "service message": "service",
        "poll": "poll quiz",
        "boost": "Announce reblog boost",
    }.items()
    for name in names.split()
}
"""Kinds that are no article in any export, and what they are called."""
_SETTINGS = ("settings", "navigation", "redirect")
"""How kinds end that are no text, such as `siteSettings`."""
_PAGES = frozenset(("page", "pages", "staticpage"))
_POSTS = frozenset("post posts article news story blogpost blogposting newsarticle".split())


def kind_left_out(kinds: Iterable[str], *, posts: bool, whole: bool = True) -> str:
    """What a thing is whose export calls it by some kinds, where it is no article; empty for articles.

    Where there are ``posts`` beside them pages are left out, and so is what is of another kind and has a description
    but no ``whole`` text.
    """
    some = list(kinds)
    for kind in some:
        key = bare_key(kind)
        if key in _NEVER:
            return _NEVER[key]
        if key.endswith(_SETTINGS):
            return "setting"
        if posts and key in _PAGES:
            return "page"
    return some[0] if posts and some and not whole and not is_post(some) else ""


def is_post(kinds: Iterable[str]) -> bool:
    """Whether one of some kinds is that of a post."""
    return any(bare_key(kind) in _POSTS for kind in kinds)
