"""The order of rows by what stands in a column: by value, with nothing stated last."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.span_order import most_minutes
from ui.models.record_order import RANKED
from ui.models.record_shapes import ChoiceShape, LinkShape
from ui.models.record_table.columns import Column
from ui.models.record_table.folding import folded

Words = Callable[[Any, Column], str]
"""What a record says in a column."""

_NUMBERS = re.compile(r"(\d{1,15})")


def sorted_keys(
    plan: Plan, records: Sequence[Any], column: Column, words: Words, *, downwards: bool
) -> list[RecordId]:
    """The ids of `records` by what they say in `column`; equals keep their order."""
    keyed = [(sort_key(plan, record, column, words), record.id) for record in records]
    stated = [pair for pair in keyed if pair[0] is not None]
    stated.sort(key=lambda pair: pair[0], reverse=downwards)  # type: ignore[arg-type, return-value]
    return [key for _, key in stated] + [key for found, key in keyed if found is None]


def sort_key(
    plan: Plan,
    record: Any,  # noqa: ANN401 - any record
    column: Column,
    words: Words,
) -> tuple[Any, ...] | None:
    """What a record is put in order by, comparable within a column; None when nothing is stated."""
    value = getattr(record, column.name)
    if value in (None, "", ()):
        return None
    if isinstance(column.shape, ChoiceShape):
        return (list(column.shape.options).index(value),)
    return _of_value(value) or _of_link(plan, value, column) or natural(words(record, column))


def _of_value(value: object) -> tuple[Any, ...] | None:
    """Of flags, numbers, days, moments and spans; None for all else."""
    found: tuple[Any, ...] | None = None
    match value:
        case bool():
            found = (not value,)
        case int():
            found = (value,)
        case datetime():
            found = (value.timestamp(),)
        case date():
            found = (value.toordinal(),)
        case Duration():
            found = (most_minutes(value), value.unit.value)
        case _:
            pass
    return found


@lru_cache(maxsize=20_000)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A text so that `step 2` comes before `step 10`, whatever the case and accents."""
    return tuple(_pieces(_NUMBERS.split(folded(text))))


def _pieces(parts: Iterable[str]) -> Iterable[tuple[int, int, str]]:
    for part in parts:
        if part.isascii() and part.isdigit():
            yield 0, int(part), ""
        elif part:
            yield 1, 0, part


def _of_link(plan: Plan, value: object, column: Column) -> tuple[Any, ...] | None:
    """Levels go by their rank."""
    shape = column.shape
    if not isinstance(shape, LinkShape) or shape.kind not in RANKED:
        return None
    level: Any = plan.find(shape.kind, RecordId(str(value)))
    return None if level is None else ((0, level.rank, ""),)
