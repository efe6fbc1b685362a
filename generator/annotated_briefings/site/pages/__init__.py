"""Views of the pages that readers see."""
