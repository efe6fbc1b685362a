"""What the readers of all formats raise for a file that must not be published as it is."""


class Unclear(Exception):
    """A file whose metadata are not where they can be found."""
