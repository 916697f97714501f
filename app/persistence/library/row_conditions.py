"""Conditions on the records of one table, as tests of elements state them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.domain.judgement.elements.element import (
    Bounds,
    Is,
    Lasts,
    Mentions,
    RowCondition,
    Since,
)
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Kind
from app.persistence.library.field_paths import NotAField, types_at, value_at
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated_choice
from app.persistence.library.schema.elements import (
    CONDITIONS,
    ConditionOnRow,
    IsFile,
    LastsFile,
    MentionsFile,
    SinceFile,
)


def read_conditions(
    kind: Kind, rows: Placed[list[dict[str, Any]]], problems: Problems
) -> tuple[RowCondition, ...]:
    """The conditions on records of `kind` in the list `rows`, whose place is its own."""
    return tuple(
        condition
        for at, row in enumerate(rows.item)
        for condition in _condition(kind, Placed(rows.file, f"{rows.place}[{at}]", row), problems)
    )


def _condition(
    kind: Kind, row: Placed[dict[str, Any]], problems: Problems
) -> Iterator[RowCondition]:
    file = validated_choice(CONDITIONS, row, problems)
    if file is None:
        return
    try:
        yield _declared(kind, file)
    except NotAField as error:
        problems.note(row.file, row.place, str(error))


def _declared(kind: Kind, file: ConditionOnRow) -> RowCondition:
    match file:
        case IsFile(field=field, is_=values):
            return Is(field, tuple(value_at(kind, field, value) for value in values))
        case MentionsFile(fields=fields, mentions=words):
            for field in fields:
                _expect(kind, field, str, "text")
            return Mentions(tuple(fields), tuple(words))
        case SinceFile(field=field, months=months):
            _expect(kind, field, date, "a date")
            return Since(field, months)
        case LastsFile(lasts=field, at_least=least, at_most=most):
            _expect(kind, field, Duration, "a span of time")
            return Lasts(field, Bounds(least, most))


def _expect(kind: Kind, field: str, wanted: type, called: str) -> None:
    if wanted not in types_at(kind, field):
        raise NotAField(f"'{field}' of {kind.value} is not {called}")
