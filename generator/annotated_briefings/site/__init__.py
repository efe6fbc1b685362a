"""All facts in, pages to publish out (pure)."""
