"""What the cells of a table of records say."""

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from html import escape
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.roles import RaciAssignment
from ui.bridge.words import day
from ui.models.record_moments import typed_moment, zone_of
from ui.models.record_names import name_of, record_name, table_words
from ui.models.record_options import confidence_options
from ui.models.record_shapes import (
    AboutShape,
    CalledShape,
    ChoiceShape,
    ConfidenceShape,
    DayShape,
    FlagShape,
    LinesShape,
    LinkShape,
    ListShape,
    MomentShape,
    PartsShape,
    RaciShape,
    RegimeShape,
    Shape,
    YesNoShape,
)
from ui.models.record_table.columns import Column
from ui.models.record_words import choice_text

LONGEST_TIP: Final = 800
BETWEEN: Final = "; "
"""Stands between the items of a list."""


class CellWords:
    """Looks words of choices up once, since a table asks for them thousands of times.

    `regimes` are the names of those of the library, by id.
    """

    def __init__(self, regimes: Mapping[str, str] | None = None) -> None:
        self._choices: dict[Enum, str] = {}
        self._regimes = regimes or {}

    def text(self, plan: Plan, record: Any, column: Column) -> str:  # noqa: ANN401 - any record
        """What the cell of `record` in `column` says; blank when nothing is stated."""
        if isinstance(column.shape, CalledShape):
            return record_name(plan, Kind.TREE_NODE, record)
        return self._said(plan, getattr(record, column.name), column.shape)

    def _said(self, plan: Plan, value: Any, shape: Shape) -> str:  # noqa: ANN401 - any field
        match shape:
            case ChoiceShape():
                return self._choice(value)
            case LinkShape():
                return "" if value is None else name_of(plan, shape.kind, value)
            case RegimeShape():
                return self._regimes.get(value, value)
            case LinesShape() | ListShape() | PartsShape() | RaciShape():
                return BETWEEN.join(self._item(plan, item, shape) for item in value)
            case _:
                return _simple(plan, value, shape)

    def _item(self, plan: Plan, item: Any, shape: Shape) -> str:  # noqa: ANN401 - any item
        match shape:
            case ListShape():
                return self._said(plan, item, shape.item)
            case PartsShape() | RaciShape():
                return self._part(plan, item)
            case _:
                return str(item)

    def _choice(self, member: Enum) -> str:
        if member not in self._choices:
            self._choices[member] = choice_text(member)
        return self._choices[member]

    def _part(self, plan: Plan, part: Any) -> str:  # noqa: ANN401 - any part of a record
        if isinstance(part, RaciAssignment):
            return f"{part.part.value}: {name_of(plan, Kind.ROLE, part.role)}"
        found = (getattr(part, field.name) for field in fields(part))
        said = (self._choice(item) if isinstance(item, Enum) else item for item in found)
        return " ".join([text for text in said if isinstance(text, str) and text][:2])


def said_cell(heading: str, text: str, row: int, rows: int) -> str:
    """What a screen reader says of a cell; `row` is counted from 1."""
    stated = text or QCoreApplication.translate("Table", "not stated")
    place = QCoreApplication.translate("Table", "row {0} of {1}").format(row, rows)
    return f"{heading}, {stated}, {place}"


def said_heading(heading: str, order: Qt.SortOrder | None) -> str:
    """What a screen reader says of a heading; `order` is that of its rows, if they have it."""
    translate = QCoreApplication.translate
    match order:
        case None:
            return heading
        case Qt.SortOrder.AscendingOrder:
            return translate("Table", "{0}, sorted").format(heading)
        case _:
            return translate("Table", "{0}, sorted, last first").format(heading)


def as_tip(text: str) -> str:
    """`text` letter by letter in a tooltip, which would take marks in it for its own; shortened."""
    if not text:
        return ""
    shown = text if len(text) <= LONGEST_TIP else f"{text[:LONGEST_TIP].rstrip()}\u2026"
    return "".join(f"<p>{escape(line)}</p>" for line in shown.splitlines() if line.strip())


def about_text(plan: Plan, about: str) -> str:
    """What an action is about, in words."""
    table, _, key = about.partition("/")
    if not key:
        return QCoreApplication.translate("Records", "The whole plan")
    try:
        kind = Kind(table)
    except ValueError:
        return about
    one = _section() if kind is Kind.SECTION else table_words(kind).one
    return f"{one}: {_title(plan, kind, RecordId(key))}"


def _title(plan: Plan, kind: Kind, key: RecordId) -> str:
    section = plan.sections.get(key) if kind is Kind.SECTION else None
    return section.title if section is not None else name_of(plan, kind, key)


def _section() -> str:
    return QCoreApplication.translate("Records", "Section")


def _simple(plan: Plan, value: Any, shape: Shape) -> str:  # noqa: ANN401 - any field
    match shape:
        case FlagShape() | YesNoShape():
            return _flag(value)
        case DayShape():
            return "" if value is None else day(value)
        case MomentShape():
            return typed_moment(value, zone_of(plan.profile))
        case AboutShape():
            return about_text(plan, value)
        case ConfidenceShape():
            return _confidences().get(value, value)
        case _:
            return "" if value is None else str(value)


def _flag(value: bool | None) -> str:
    if value is None:
        return ""
    translate = QCoreApplication.translate
    return translate("Records", "Yes") if value else translate("Records", "No")


def _confidences() -> Mapping[object, str]:
    return {option.value: option.text for option in confidence_options()}
