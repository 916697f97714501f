"""The limits and spellings on which the reader, the writer and the normal form agree."""

import re
import string
from enum import Enum

MAX_DEPTH = 6
"""Levels of nested lists; what is deeper joins the last level."""

MAX_COLUMNS = 32
"""Columns of a table; what is further right joins the last column."""

BLANK = " \t"
"""The only characters that count as indentation and as the edge of a line."""

PUNCTUATION = frozenset(string.punctuation)
"""What a backslash makes literal."""

VARIABLE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*+")


class Start(Enum):
    """What the first characters of a line open."""

    HEADING = "heading"
    QUOTE = "quote"
    FENCE = "fence"
    RULE = "rule"
    LIST = "list"


def start_of(line: str) -> Start | None:
    """What `line` opens, whatever its indentation; None for running text and table rows."""
    found = _START.match(line)
    return _STARTS[found.lastgroup] if found else None


_STARTS: dict[str | None, Start] = {start.value: start for start in Start}
_START = re.compile(
    r"""[ \t]*+(?:
        (?P<heading>\#{1,6}(?=[ \t]|\Z))
      | (?P<quote>>)
      | (?P<fence>`{3,}+(?=[^`]*+\Z)|~{3,}+)
      | (?P<rule>(?:-[ \t]*+){3,}+\Z|(?:\*[ \t]*+){3,}+\Z|(?:_[ \t]*+){3,}+\Z)
      | (?P<list>(?:[-*+]|[0-9]{1,9}+[.)])(?=[ \t]|\Z))
    )""",
    re.VERBOSE,
)
