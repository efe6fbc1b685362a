"""Files that are part of this package, such as trained weights and word lists: the same bytes on every machine."""

from importlib.resources import files


def package_bytes(package: str, name: str) -> bytes:
    """The bytes of a file beside the modules of ``package``, a name below ``annotated_briefings``."""
    return (files(f"annotated_briefings.{package}") / name).read_bytes()


def package_text(package: str, name: str) -> str:
    """The same as UTF-8 text."""
    return package_bytes(package, name).decode("utf-8")
