"""How items of an agenda are named and spelled."""

from collections.abc import Iterable
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind

LONGEST: Final = 90
"""Letters of a title that is quoted from a record."""

MOST_NAMED: Final = 6
"""Names that a sentence lists; the rest are counted."""


def about(kind: Kind, key: str) -> str:
    """Names a record, as `AgendaItem.about` does."""
    return f"{kind.value}/{key}"


def record_meant(text: str) -> tuple[Kind, RecordId] | None:
    """The record that `about` names; None when it names none."""
    kind, _, key = text.partition("/")
    if not key or kind not in _KINDS:
        return None
    return Kind(kind), RecordId(key)


def short(text: str) -> str:
    """`text` on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    kept = line[:LONGEST].rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,;:.')}\u2026"


def begun(text: str) -> str:
    """`text` with a capital letter."""
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str]) -> str:
    """The names in one line, such as `Ann, Bo and 3 more`."""
    known = [name for name in (short(name) for name in names) if name]
    shown, rest = known[:MOST_NAMED], len(known) - MOST_NAMED
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


_KINDS: Final = frozenset(kind.value for kind in Kind)
