"""What a person changes about people, parties and roles, each one step of the plan's history."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import Role
from app.services.clock import today
from app.services.people import assigning
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.models.record_names import name_of, record_name

ORIGIN = "people_page"


class PeopleEdits:
    """Typing in one field of one record is one step."""

    def __init__(self, bridge: PlanBridge, desk: Desk) -> None:
        self.bridge = bridge
        self.desk = desk

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.bridge.plan

    @property
    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.desk.workshop.clock.now()

    @property
    def today(self) -> date:
        """The present day."""
        return today(self.desk.workshop.clock)

    @property
    def person(self) -> str:
        """Who works with the plan; blank when nobody has said so."""
        return self.desk.settings.person.strip()

    def set_field(self, kind: Kind, key: RecordId, field: str, value: object) -> None:
        """Give one field of a record another value, unless the record is gone."""
        record: Any = self.plan.find(kind, key)
        if record is None or self.bridge.read_only:
            return
        changed: dict[str, Any] = {field: value}
        label = _tr("Edit {0}").format(_short(record_name(self.plan, kind, record)))
        merge = f"{ORIGIN}:{kind.value}:{key}:{field}"
        self.bridge.apply((put(self.plan, replace(record, **changed)),), label, ORIGIN, merge)

    def verify(self, kind: Kind, key: RecordId) -> None:
        """Note that the contact was checked today."""
        record: Any = self.plan.find(kind, key)
        if record is None or self.bridge.read_only:
            return
        checked = replace(record, verified_on=self.today, verified_by=self.person)
        label = _tr("Verify {0}").format(_short(record_name(self.plan, kind, record)))
        self.bridge.apply((put(self.plan, checked),), label, ORIGIN)

    def hold(self, role: Role, person: RecordId | None) -> None:
        """Give the role to somebody, or to nobody."""
        label = _tr("Holder of {0}").format(_short(role.name))
        self._assign(assigning.hold(self.plan, role.id, person), label)

    def deputise(self, role: Role, person: RecordId) -> None:
        """Add a deputy at the end."""
        label = _tr("Add a deputy for {0}").format(_short(role.name))
        self._assign(assigning.deputise(self.plan, role.id, person), label)

    def relieve(self, role: Role, person: RecordId) -> None:
        """Take somebody off the deputies."""
        name = _short(name_of(self.plan, Kind.PERSON, person))
        label = _tr("{0} deputises for {1} no more").format(name, _short(role.name))
        self._assign(assigning.relieve(self.plan, role.id, person), label)

    def reorder(self, role: Role, at: int, step: int) -> None:
        """Let a deputy take over earlier or later."""
        label = _tr("Order of the deputies for {0}").format(_short(role.name))
        self._assign(assigning.reorder(self.plan, role.id, at, step), label)

    def _assign(self, changes: ChangeSet, label: str) -> None:
        if not self.bridge.read_only:
            self.bridge.apply(changes, label, ORIGIN)


def _short(name: str) -> str:
    return name if len(name) <= 44 else f"{name[:43].rstrip()}\u2026"


def _tr(text: str) -> str:
    return QCoreApplication.translate("People", text)
