"""Figures and numbers of public briefs that have changed, and the corrections that tell readers of them."""
