"""Characters a Word file cannot hold, or must not, made visible."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was taken out, so that nobody believes the text is complete."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ILLEGIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: most of them XML forbids
    "\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"  # reorder or annotate what a reader sees
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)


def legible(text: str) -> str:
    """`text` with line ends as newlines and every forbidden character as U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return _ILLEGIBLE.sub(REPLACEMENT, _BREAKS.sub("\n", text))


def one_line(text: str, longest: int = 0) -> str:
    """`text` on a single line, cut after `longest` characters unless that is 0."""
    line = " ".join(legible(text).split())
    return line if not longest or len(line) <= longest else line[: longest - 1] + "…"
