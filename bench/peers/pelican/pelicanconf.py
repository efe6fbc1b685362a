"""The same pages with Pelican; its authors stand for entities."""

SITENAME = "Bench"
SITEURL = ""
AUTHOR = "Desk"
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["briefs"]
THEME = "theme"
TIMEZONE = "UTC"
ARTICLE_URL, ARTICLE_SAVE_AS = "briefs/{slug}/", "briefs/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "entities/{slug}/", "entities/{slug}/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "entities/", "entities/index.html"
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = DRAFT_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "authors", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"index": 50, "tag": 50, "author": 50}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_DOMAIN = "https://briefs.example"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extensions": ["footnotes", "tables", "meta"], "output_format": "html5"}
