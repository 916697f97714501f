"""What a person is told before somebody the plan counts on is removed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import Role
from app.services.people.assigning import left_empty, left_without_deputy
from ui.dialogs.record.removal import consequences


def removal_text(plan: Plan, person: RecordId, changes: ChangeSet) -> str:
    """What is left without a holder or deputy, then what else changes; blank for nothing."""
    said = (*_left(plan, person), consequences(plan, Kind.PERSON, person, changes))
    return "\n".join(filter(None, said))


def _left(plan: Plan, person: RecordId) -> Iterator[str]:
    translate = QCoreApplication.translate
    empty, alone = left_empty(plan, person), left_without_deputy(plan, person)
    if empty:
        yield translate("People", "Nobody will hold: {0}.").format(_names(empty))
    if alone:
        yield translate("People", "Nobody will deputise for: {0}.").format(_names(alone))


def _names(roles: Sequence[Role]) -> str:
    return ", ".join(role.name for role in roles)
