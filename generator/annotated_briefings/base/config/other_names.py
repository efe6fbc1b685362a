"""What other site generators call our settings: an unknown key of such a name is told which one is meant."""

OTHER_NAMES = {
    "title": "name site_title sitename",
    "description": "tagline subtitle summary",
    "base_url": "url baseurl site_url siteurl site root address domain",
    "language": "lang locale languagecode default_language",
    "time_zone": "timezone tz",
    "contact": "email mail contact_email feedback",
    "subscribe_url": "newsletter subscribe newsletter_url",
    "editor": "author publisher organisation organization",
    "footer": "copyright",
}
