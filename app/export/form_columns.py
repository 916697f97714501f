"""How the columns of a blank table share its width: a longer head announces longer entries."""

from collections.abc import Sequence

_SHORTEST = 9
"""Characters that even the shortest head counts for: a time has to be written below it."""


def column_weights(columns: Sequence[str]) -> tuple[float, ...]:
    """The weight of each column, relative to its neighbours."""
    return tuple(float(max(len(head), _SHORTEST)) for head in columns)
