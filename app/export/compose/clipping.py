"""Texts that are too long for their place, cut after a word."""

from typing import Final

ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


def clipped(text: str, most: int) -> str:
    """`text`, or the words of its first `most` characters and an ellipsis.

    A word that alone is longer than half of them is cut where they end.
    """
    if len(text) <= most:
        return text
    kept = text[:most]
    if not text[most].isspace() and " " in kept[most // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" ,;:.") + ELLIPSIS
