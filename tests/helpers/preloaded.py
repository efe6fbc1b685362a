"""Processes that are handed everything, as spawned ones are, but have imported the program when they start."""

from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext

_MODULES = ["annotated_briefings.build.run", "annotated_briefings.importer.run"]


def preloaded(_: str = "") -> BaseContext:
    """In place of ``get_context("spawn")``, where one server for the whole test run imports the program."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(_MODULES)
    return context
