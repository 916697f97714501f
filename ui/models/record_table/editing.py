"""Edits of single cells and of several rows at once, each of them one undo step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import ChangeSet, difference, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan, kind_of
from ui.bridge.session import PlanBridge
from ui.models.record_edits import kept
from ui.models.record_links import named_among, without
from ui.models.record_names import record_name
from ui.models.record_table.columns import Column

ORIGIN = "record_table"
LONGEST = 44
"""Letters of a name in the words of an undo step."""


def keep(bridge: PlanBridge, record: Any, column: Column, value: Any) -> bool:  # noqa: ANN401
    """Put `value` into the field of `column`; False when that changes nothing."""
    if bridge.read_only:
        return False
    edited = replace(record, **{column.name: value})
    name = _short(record_name(bridge.plan, kind_of(edited), edited))
    label = QCoreApplication.translate("Table", "{0}: {1}").format(name, column.heading)
    bridge.end_merge()
    return bridge.apply(kept(bridge.plan, edited), label, ORIGIN)


def removal_of(plan: Plan, kind: Kind, keys: Sequence[RecordId]) -> ChangeSet:
    """Takes the records out, and every mention of them in other records."""
    going = frozenset(keys)
    named = named_among(plan, kind, going)
    rest = plan
    for key in keys:
        if key in named:
            rest = without(rest, kind, key)
    left = (key for key in keys if key in rest.table(kind) and key not in named)
    return (*difference(plan, rest), *(remove(plan, kind, key) for key in left))


def _short(name: str) -> str:
    """The name where there is room for one line."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}\u2026"
