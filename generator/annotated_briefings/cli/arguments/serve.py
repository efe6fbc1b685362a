"""Options of ``briefings serve``."""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``serve``."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="first port to try (default: 8000)")
    parser.add_argument(
        "--allow-host",
        dest="allowed",
        metavar="NAME",
        action="append",
        default=[],
        help="answer under this name too, such as that of a tunnel",
    )
    parser.add_argument("--no-drafts", dest="drafts", action="store_false", help="leave unpublished briefs out")
    parser.add_argument(
        "--as",
        dest="person",
        metavar="NAME",
        default="",
        help="sign notes, new briefs and reviews of the desk so: initials, id or name of briefings/people.yaml",
    )
    parser.add_argument("--search", action="store_true", help="rebuild the search index at every change, too")
    parser.set_defaults(run="serve")
