"""Why the playbooks suggest a part, in the words of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.plan.plan import Plan
from app.domain.plan.roles import RaciAssignment
from app.services.raci.generating import Standing
from app.services.raci.reasoning import Reason, Why
from ui.models.raci_words import role_name


def reason_text(plan: Plan, reason: Reason) -> str:
    """A part of a role and what it is taken from."""
    words = {
        Why.DECIDES: _tr("decides {n} of {of} decisions"),
        Why.LEADS: _tr("leads, and the playbooks name nobody else who decides"),
        Why.BUSIEST: _tr("does most of the steps ({n} of {of})"),
        Why.ACTS: _tr("does {n} of {of} steps"),
        Why.ALONE: _tr("does the work too, since nobody else is named"),
        Why.HELPS: _tr("does few of the steps ({n} of {of})"),
        Why.DECIDES_TOO: _tr("decides {n} of {of} decisions, though not most"),
        Why.ADDRESSED: _tr("is addressed by {n} of {of} prepared messages"),
        Why.INFORMED: _tr("is informed at the level of {n} of {of} playbooks"),
    }
    why = words[reason.why].replace("{n}", str(reason.count)).replace("{of}", str(reason.of))
    return f"{reason.part.value}  {role_name(plan, reason.role)}: {why}."


def kept_text(plan: Plan, kept: Sequence[RaciAssignment]) -> str:
    """What stays as it is; blank when the row is new."""
    if not kept:
        return ""
    parts = ", ".join(f"{item.part.value} {role_name(plan, item.role)}" for item in kept)
    return _tr("Kept as it is: {0}.").format(parts)


def standing_text(standing: Standing) -> str:
    """How a proposal stands to the table."""
    words = {
        Standing.NEW: _tr("new"),
        Standing.MENDS: _tr("gives what is missing"),
        Standing.ADDS: _tr("adds to a row"),
        Standing.COMPLETE: _tr("in the table"),
    }
    return words[standing]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Raci", text)
