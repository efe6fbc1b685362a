"""SiteContext of all files, indexed and connected: the catalog, mentions, relations, figures and the schedule."""
