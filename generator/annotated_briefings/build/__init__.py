"""A site built from its folder into the output folder."""

from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build

__all__ = ["BuildReport", "BuildRequest", "build"]
