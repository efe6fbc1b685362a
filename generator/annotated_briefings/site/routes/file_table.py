"""The table of files for programs: each kind of file once, but feeds, which belong to pages."""

from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.host_files import fingerprinted_folders, header_rules
from annotated_briefings.site.exports.machine_files import feed_list, manifest, robots, text_list
from annotated_briefings.site.exports.markdown_twins import markdown_twin, page_markdown
from annotated_briefings.site.exports.news_sitemap import news_sitemap
from annotated_briefings.site.exports.social_picture import PictureView, picture_view
from annotated_briefings.site.exports.web_annotations import annotation_collection, annotation_page
from annotated_briefings.site.routes import headlines, keys
from annotated_briefings.site.routes.links import feed_groups, listed
from annotated_briefings.site.routes.route import Route
from annotated_briefings.site.views import lists


def _brief(context: SiteContext, key: str) -> Brief:
    return context.catalog.brief_of[key]


def _brief_origin(context: SiteContext, key: str) -> str:
    return _brief(context, key).path


def _text(text: str) -> tuple[lists.TextView]:
    """The view of a file that has its finished text."""
    return (lists.TextView(text),)


_NEWS = Route(
    name="news sitemap",
    address="/sitemap-news.xml",
    template="sitemap-news.xml",
    view=lists.NewsSitemapView,
    shows="the briefs of the last two days, for search engines that list news",
    views=lambda context, _: (news_sitemap(context),),
    needs=("base_url", "news_sitemap"),
)
FILES = (
    Route(
        name="twin",
        entries=keys.no_entries,
        address="/briefs/{slug}/index.md",
        view=lists.TextView,
        shows="a brief as Markdown",
        views=lambda context, key: _text(markdown_twin(context, _brief(context, key))),
        keys=keys.BRIEFS,
        texts=headlines.own,
        headlines=headlines.around,
        origin=_brief_origin,
        part="markdown",
    ),
    Route(
        name="own page as Markdown",
        address="/{slug}/index.md",
        view=lists.TextView,
        shows="a page of the site's own as Markdown",
        views=lambda context, key: _text(page_markdown(context, context.catalog.pages[key].text)),
        keys=keys.OWN_PAGES,
        origin=lambda context, key: context.catalog.pages[key].text.path,
        part="markdown",
    ),
    Route(
        name="annotations of a brief",
        entries=keys.no_entries,
        address="/briefs/{slug}/annotations.json",
        view=lists.TextView,
        shows="the notes of a brief as W3C Web Annotations",
        views=lambda context, key: _text(annotation_page(context, _brief(context, key))),
        keys=keys.ANNOTATED,
        texts=headlines.own,
        headlines=headlines.own,
        origin=_brief_origin,
        part="annotations",
        needs=("base_url",),
    ),
    Route(
        name="annotations",
        entries=keys.no_entries,
        address="/annotations.json",
        view=lists.TextView,
        shows="where the notes of all briefs are",
        views=lambda context, _: _text(annotation_collection(context)),
        texts=keys.no_texts,
        part="annotations",
        needs=("base_url",),
    ),
    Route(
        name="picture",
        entries=keys.no_entries,
        address="/briefs/{slug}/card.png",
        view=PictureView,
        shows="the picture of a brief for other sites",
        views=lambda context, key: (picture_view(context, _brief(context, key)),),
        keys=keys.BRIEFS,
        texts=keys.no_texts,
        headlines=headlines.own,
        origin=_brief_origin,
        needs=("base_url", "social_images"),
    ),
    Route(
        name="manifest",
        address="/site.webmanifest",
        view=lists.TextView,
        shows="the web app manifest",
        views=lambda context, _: _text(manifest(context)),
        texts=keys.no_texts,
    ),
    Route(
        name="text list",
        address="/llms.txt",
        template="llms.txt",
        view=lists.ListView,
        shows="the newest briefs as Markdown, and the lists",
        views=lambda context, _: (text_list(context, listed(context, "text_list")),),
        texts=keys.no_texts,
    ),
    Route(
        name="headers",
        address="/_headers",
        view=lists.TextView,
        shows="response headers for hosts that read them",
        views=lambda context, _: _text(
            header_rules(fingerprinted_folders(context.catalog.files, context.catalog.pages))
        ),
        texts=keys.no_texts,
        needs=("header_file",),
    ),
    Route(
        name="no jekyll",
        address="/.nojekyll",
        view=lists.TextView,
        shows="nothing; GitHub Pages then publishes all files as they are",
        views=lambda _, __: _text(""),
        texts=keys.no_texts,
        needs=("jekyll_file",),
    ),
    Route(
        name="feed list",
        address="/opml.xml",
        template="opml.xml",
        view=lists.ListView,
        shows="all feeds",
        views=lambda context, _: (feed_list(context, feed_groups(context)),),
        texts=keys.no_texts,
        needs=("base_url",),
    ),
    _NEWS,
    Route(
        name="robots",
        address="/robots.txt",
        template="robots.txt",
        view=lists.SitemapView,
        shows="where crawlers find the sitemaps",
        views=lambda context, _: (robots(context, _NEWS.address if _NEWS.is_made(context) else ""),),
        texts=keys.no_texts,
    ),
)
