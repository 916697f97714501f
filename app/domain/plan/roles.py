"""Roles of the response organisation and who answers for which activity."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.ids import RecordId


class RoleTier(Enum):
    """The level a role acts on."""

    BOARD = "board"
    CRISIS = "crisis"
    INCIDENT = "incident"
    TECHNICAL = "technical"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Role:
    """A function somebody fills in an incident; `holder` and `deputies` are person ids.

    `granted_by` says who gave the authority; blank means not stated.
    """

    id: RecordId
    name: str
    tier: RoleTier = RoleTier.INCIDENT
    duties: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    granted_by: str = ""
    competence: str = ""
    holder: RecordId | None = None
    deputies: tuple[RecordId, ...] = ()


class Raci(Enum):
    """Responsible, accountable, consulted, informed."""

    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    CONSULTED = "C"
    INFORMED = "I"


@dataclass(frozen=True, slots=True)
class RaciAssignment:
    """The part one role plays in an activity."""

    role: RecordId
    part: Raci


@dataclass(frozen=True, slots=True)
class RaciActivity:
    """One row of the RACI table."""

    id: RecordId
    activity: str
    assignments: tuple[RaciAssignment, ...] = ()
