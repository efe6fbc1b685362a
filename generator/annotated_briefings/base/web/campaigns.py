"""What of a web address only says by which way somebody came, and addresses without it."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.web.normal_form import normal_parts

_CAMPAIGN = regex(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_[a-z]+|igsh(?:id)?"
    r"|ref_(?:src|url)|cmp(?:id)?|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team|\w+)|ns_\w+"
    r"|xtor|wt[._]\w+"
    r"|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|vero_\w+|oly_(?:enc|anon)_id|smid|sref|s_cid|icid|ocid|ito|ncid"
    r"|campaign_?id|mbid|(?:pk|mtm|matomo|piwik|hsa|stm|trk)_\w+|trk|__twitter_impression|guc(?:counter|e_\w+)"
    r"|soc_(?:src|trk)|cx_\w+|ss_(?:source|campaign_\w+)|ck_subscriber_id|sfmc_\w+|bxid|esrc|_ke|_kx|dm_i|elqtrack\w*"
    r"|emci|emdi|ceid|nl(?:id|_\w+)|user_?id|subscriber(?:_?id)?|sub_?id|recipient(?:_?id)?|contact_?id"
    r"|email_?(?:id|hash)",
    re.IGNORECASE,
)
"""Parameters that say by which way, or as whom, somebody came."""
_WAY = regex(r"ref|source|src|from|via|partner|channel|medium", re.IGNORECASE)
_WAYS = regex(
    r"(?:rss|feed|atom|news-?letter|e?mail|twitter|facebook|linkedin|social|share|sharing|whatsapp"
    r"|home(?:page)?)[\w.-]*|x",
    re.IGNORECASE,
)


def is_campaign(name: str, value: str = "") -> bool:
    """Whether a parameter of an address only says by which way somebody came."""
    return bool(_CAMPAIGN.fullmatch(name)) or bool(_WAY.fullmatch(name) and _WAYS.fullmatch(value))


def plain_address(url: str) -> str:
    """A web address in normal form, without what changes from one link to the next: scheme, ``www``, fragment,
    tracking, last slash."""
    parts = normal_parts(url)
    query = "&".join(sorted(p for p in parts.query.split("&") if p and not is_campaign(*p.partition("=")[::2])))
    return parts.host.removeprefix("www.") + parts.path.rstrip("/") + (f"?{query}" if query else "")
