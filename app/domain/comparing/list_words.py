"""What changed in a list: which entries came, went, or now say something else."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.comparing.change_words import value_change
from app.domain.comparing.text_words import text_change
from app.domain.comparing.value_words import (
    KNOWN_BY,
    Spot,
    is_free_text,
    is_long,
    part_words,
    worded,
)


def list_change(before: Sequence[Any], after: Sequence[Any], old: Spot, new: Spot) -> str:
    """What came and went, in the order of the lists; another order if nothing else changed."""
    gone, come = _left_over(before, after), _left_over(after, before)
    if not gone and not come:
        return f"order changed to {worded(list(after), new)}"
    if isinstance((gone + come)[0], dict):
        return "; ".join(_parts(gone, come, old, new))
    if len(gone) == len(come) == 1 and is_free_text(gone[0], old) and _is_long(gone[0], come[0]):
        return f"{worded(come[0], new)} {text_change(gone[0], come[0])}"
    added = [f"{worded(item, new)} added" for item in come]
    return ", ".join(added + [f"{worded(item, old)} removed" for item in gone])


def _is_long(before: str, after: str) -> bool:
    return is_long(before) or is_long(after)


def _left_over(entries: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The entries that the others do not have, or not as often."""
    rest, over = list(others), []
    for entry in entries:
        if entry in rest:
            rest.remove(entry)
        else:
            over.append(entry)
    return over


def _parts(gone: list[Any], come: list[Any], old: Spot, new: Spot) -> Iterator[str]:
    known_by = KNOWN_BY[new.field]
    rest = list(gone)
    for part in come:
        before = next((one for one in rest if one[known_by] == part[known_by]), None)
        if before is None:
            yield f"{worded(part, new)} added"
        else:
            rest.remove(before)
            changes = ", ".join(_part_changes(before, part, old, new))
            yield f"{worded(part[known_by], new.inside(known_by))}, {changes}"
    for part in rest:
        yield f"{worded(part, old)} removed"


def _part_changes(
    before: dict[str, Any], after: dict[str, Any], old: Spot, new: Spot
) -> Iterator[str]:
    for field, word in part_words(new).items():
        was, becomes = before.get(field), after.get(field)
        if was != becomes:
            yield f"{word} {value_change(was, becomes, old.inside(field), new.inside(field))}"
