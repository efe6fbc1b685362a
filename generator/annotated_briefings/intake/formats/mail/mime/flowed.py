"""Plain text whose lines go on where they end in a blank (RFC 3676)."""


def unflowed(text: str, *, joined: bool) -> str:
    """Such a text with those lines joined; with ``joined`` the blank at a line end is no part of the text (DelSp)."""
    out: list[str] = []
    for line in text.split("\n"):
        above = out[-1] if out else ""
        if above.endswith(" ") and above != "-- " and _depth(above) == _depth(line) and line.strip("> "):
            out[-1] = (above[:-1] if joined else above) + line[_depth(line) :].removeprefix(" ")
        else:
            out.append(line)
    return "\n".join(out)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(">"))
