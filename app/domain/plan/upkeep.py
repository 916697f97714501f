"""How a plan is kept alive: who approves it, how often it is looked at, what is kept how long."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.ids import RecordId

UPKEEP_ID = RecordId("upkeep")
"""The one such record of a plan; a plan without it is kept as `Upkeep()` says."""


class ApprovalRule(Enum):
    """Whose approvals make a version valid, of those named when it is submitted."""

    ANY = "any"
    ALL = "all"
    ORDER = "order"
    QUORUM = "quorum"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is agreed about reviews, approval and reminders.

    `reviews` is how many people review a version before it is approved, `quorum` how many approve
    where the rule is one. `start_before` is in days before the reviewed plan must be effective,
    `warn_before` in days before anything is due, `verify_every` in days between two checks of a
    contact, `exercise_every` in months, `kept_for` in months a superseded version is kept (None:
    for good). With `working_days` dates move off weekends and the public holidays of `region`
    (an ISO 3166 code; blank: the first jurisdiction).
    """

    id: RecordId = UPKEEP_ID
    approval: ApprovalRule = ApprovalRule.ALL
    quorum: int = 1
    reviews: int = 1
    start_before: int = 42
    warn_before: int = 14
    verify_every: int = 90
    exercise_every: int = 12
    kept_for: int | None = None
    working_days: bool = False
    region: str = ""
