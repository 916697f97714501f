"""Which requirements stand under which, told by their ids."""

from collections.abc import Sequence


def depths(ids: Sequence[str]) -> tuple[int, ...]:
    """How many of `ids` each one stands under: GV 0, GV.OC 1, GV.OC-01 2."""
    known = set(ids)
    return tuple(sum(above in known for above in _above(name)) for name in ids)


def _above(name: str) -> list[str]:
    """Every id that `name` could stand under."""
    return [name[:at] for at in range(1, len(name)) if _parts(name[at - 1], name[at])]


def _parts(before: str, after: str) -> bool:
    """Whether an id may end before `after`; IR-1 is no part of IR-10, but of IR-1a."""
    if not before.isalnum():
        return False
    return not after.isalnum() or (before.isdigit() and after.isalpha())
