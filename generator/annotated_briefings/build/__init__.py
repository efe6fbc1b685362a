"""A site built from its folder into the output folder."""
