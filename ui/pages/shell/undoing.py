"""Undo and redo of the window: the step, and the place where it is seen."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.models.targets import Place
from ui.models.undo_places import place_of_change

FOLLOWING: Final = frozenset(
    {"sections", "interview", "people", "trees", "playbooks", "programme", "coverage"}
)
"""Pages that turn to what an undo changed by themselves, while they are shown."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or done again: `said` tells it; `place`, if any, is to be gone to."""

    said: str
    place: Place | None


def step(bridge: PlanBridge, area: str, *, again: bool = False) -> Undone | None:
    """Take the last step back, or do it `again`, on the page `area`; None when there is none."""
    taken: list[Change] = []
    leave = bridge.open_plan.session.subscribe(taken.append)
    try:
        done = bridge.redo() if again else bridge.undo()
    finally:
        leave()
    if not done:
        return None
    change = taken[-1]
    place = place_of_change(change, bridge.plan, area)
    there = place is not None and place.area == area and area in FOLLOWING
    return Undone(_said(change.label, again=again), None if there else place)


def _said(label: str, *, again: bool) -> str:
    if again:
        return QCoreApplication.translate("Undoing", "Done again: {0}").format(label)
    return QCoreApplication.translate("Undoing", "Undone: {0}").format(label)
