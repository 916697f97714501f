"""Tooltips: always plain text, in lines a screen has room for, whatever is in them."""

from textwrap import wrap
from typing import Final

LONGEST_TIP: Final = 800
"""More letters than this are no tip any more."""

LINE: Final = 100
"""Letters; the tooltip of a plain text breaks no line by itself."""


def plain_tip(text: str) -> str:
    """`text` for a tooltip, which would render what looks like HTML in it; cut when long."""
    shown = text if len(text) <= LONGEST_TIP else f"{text[:LONGEST_TIP].rstrip()}\u2026"
    plain = shown.replace("<", "\u2039").replace("&lt;", "&\u2060lt;")
    return "\n".join(map(_broken, plain.splitlines()))


def _broken(line: str) -> str:
    """`line` in lines of `LINE` letters at most; most are one already, which is seen at once."""
    if len(line) <= LINE and "\t" not in line:
        return line.rstrip()
    return "\n".join(wrap(line, LINE))
