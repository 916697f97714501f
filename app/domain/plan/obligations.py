"""Duties to notify: the regimes the organisation has adopted, as it adopted them."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class ObligationStep:
    """One notice: due `within` from `clock_start` (None: without undue delay, as `timing` says)."""

    name: str
    within: Duration | None = None
    clock_start: str = ""
    timing: str = ""


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty to notify, frozen when adopted; `regime` is blank for a contract or own rule.

    `confidence` is high, medium or memory, as the source was read; `verified_on` says when.
    """

    id: RecordId
    name: str
    recipient: str = ""
    trigger: str = ""
    steps: tuple[ObligationStep, ...] = ()
    regime: str = ""
    decision_owner: RecordId | None = None
    contact: RecordId | None = None
    content: tuple[str, ...] = ()
    message: RecordId | None = None
    citation: str = ""
    confidence: str = ""
    verified_on: date | None = None
    exceptions: str = ""


@dataclass(frozen=True, slots=True)
class NotificationDecision:
    """Whether to notify of one incident under one obligation, decided by a person; `at` is UTC.

    `incident` is the organisation's own reference, `notify` None as long as nobody has decided.
    """

    id: RecordId
    obligation: RecordId
    incident: str = ""
    notify: bool | None = None
    by: str = ""
    at: datetime | None = None
    reason: str = ""
