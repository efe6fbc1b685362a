"""Files for programs: feeds, JSON-LD, Markdown twins, annotations, sitemaps and search records."""
