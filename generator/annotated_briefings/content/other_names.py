"""What other tools, and people who write in other languages, call the keys of briefs and registries.

None of them is read: an unknown key of such a name is told which one is meant. The names of other tools are those of
the front matter of Hugo, Jekyll, Eleventy, Astro and Obsidian, and of exports of content management systems.
"""

_TITLE = (
    "name headline heading subject caption titel überschrift schlagzeile titre título titulo titular titolo tytuł "
    "заголовок название 标题 標題 題名 タイトル 見出し 제목 عنوان"
)
_TEXT = (
    "description desc excerpt abstract teaser zusammenfassung vorspann résumé resume resumen sommario 摘要 概要 要約"
)
_LANGUAGE = "language locale sprache idioma langue taal język язык 语言 語言 言語"
BRIEF = {
    "title": _TITLE,
    "slug": "permalink url_slug route",
    "date": "datum fecha data created created_at creation_date day 日期 日付 تاريخ",
    "updated": "lastmod last_modified last_updated modified modified_at updated_at changed",
    "lead": "featured top pinned sticky aufmacher topstory top_story",
    "weight": "order position rank priority sort sort_order menu_order gewicht reihenfolge",
    "summary": _TEXT + " lead_text subtitle standfirst tldr overview",
    "key_points": "points highlights takeaways key_takeaways bullets kernpunkte keypoint",
    "why_it_matters": "why relevance context so_what",
    "figures": "numbers stats statistics data_points zahlen",
    "what_next": "next outlook next_steps",
    "unknowns": "questions open_questions",
    "entities": "entity people persons companies organisations organizations names",
    "tags": "tag categories category keywords labels topics topic subjects schlagwörter etiquetas 标签 標籤 タグ",
    "story": "stories series serie thread dossier collection",
    "author": "authors by byline writer writers written_by autor auteur autore 作者 الكاتب",
    "reviewed_by": "reviewer reviewers checked_by edited_by editor editors redaktion",
    "corrections": "correction errata erratum",
    "sources": "references links citations quellen fuentes quelle fonti",
    "annotations": "annotation notes note comments anmerkungen",
    "lang": _LANGUAGE,
    "expires_at": "expiry expires expirydate expiry_date expiration valid_until",
    "aliases": "alias aka also_known_as other_names",
    "redirect_from": "redirects redirect old_urls old_url",
    "image": "cover featured_image thumbnail picture photo header_image hero hero_image banner og_image bild imagen",
}
"""Of the front matter of a brief."""
PAGE = {
    "title": _TITLE,
    "description": _TEXT.removeprefix("description ") + " summary lead_text subtitle standfirst tldr overview",
    "lang": _LANGUAGE,
    "nav": "menu in_menu main_menu show_in_menu in_nav navigation hauptmenü menü",
    "order": "weight position rank nav_order menu_order sort_order reihenfolge",
    "expires_at": BRIEF["expires_at"],
}
"""Of the front matter of a page of the site's own."""
KEY_POINT = {"text": "point claim statement", "quote": "receipt evidence proof quotation", "source": "src from"}
"""Of a key point."""
FIGURE = {
    "value": "number amount figure",
    "unit": "units currency",
    "what": "label description measures name",
    "as_of": "date year",
    "quote": "receipt evidence proof",
}
"""Of a figure."""
SOURCE = {
    "outlet": "publisher publication site website medium newspaper name",
    "title": "headline",
    "url": "link href address web uri",
    "author": "by byline creator writer authors",
    "published": "date datum day",
    "lang": _LANGUAGE,
    "licence": "license rights",
}
"""Of a source."""
ANNOTATION = {
    "quote": "exact passage selection highlight target anchor words",
    "kind": "type category",
    "author": "by who writer user",
    "date": "created day when",
    "note": "text comment remark body content message",
}
"""Of a note."""
CORRECTION = {
    "was": "old before wrong",
    "now": "new after right corrected",
    "why": "reason because",
    "date": "day when",
}
"""Of a correction."""
IMAGE = {"src": "file path url source image", "alt": "description caption title text", "credit": "copyright author by"}
"""Of a picture."""
ENTITY = {
    "name": "title label",
    "type": "kind category class",
    "aliases": "alias aka also_known_as synonyms nicknames other_names",
    "description": "summary about bio desc",
    "same_as": "sameas wikidata wikipedia links link",
    "website": "url homepage site web",
    "parent": "owner part_of belongs_to parent_company",
    "was": "former formerly previous_names old_names",
}
"""Of an entity."""
TAG = {
    "label": "name title",
    "aliases": "alias synonyms also",
    "parent": "broader above category",
    "description": "summary about desc",
}
"""Of a tag."""
STORY = {"title": "name label headline", "description": "summary about desc"}
"""Of a story."""
PERSON = {
    "name": "full_name title label",
    "initials": "short kürzel abbreviation sign",
    "role": "job position job_title function",
    "description": "bio about text",
    "page": "url website homepage link",
    "mail": "email e_mail address",
    "show_mail": "mail_public public_mail show_email",
}
"""Of an entry of people.yaml."""
