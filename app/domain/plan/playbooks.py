"""Playbooks: what to do, in order, for one kind of incident."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId


class Phase(Enum):
    """Where in the response a step belongs (NIST SP 800-61r3: detect, respond, recover)."""

    FIRST_MINUTES = "first-minutes"
    ANALYSE = "analyse"
    CONTAIN = "contain"
    ERADICATE = "eradicate"
    RECOVER = "recover"
    COMMUNICATE = "communicate"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Playbook:
    """A procedure for one kind of incident; `floor` is the least severity it starts at.

    `techniques` are MITRE ATT&CK ids; `questions` are what analysis must answer; `duties` are
    the kinds of duty to notify that this incident can touch, each with what decides it.
    """

    id: RecordId
    name: str
    trigger: str = ""
    category: RecordId | None = None
    floor: RecordId | None = None
    questions: tuple[str, ...] = ()
    recovery_criteria: tuple[str, ...] = ()
    closure: str = ""
    metrics: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepBranch:
    """One answer to the decision of a step, such as `Yes`, and where it leads.

    `to` is a step of the same playbook. Without one the answer leads on to the next step, or
    closes the playbook where it `ends`.
    """

    answer: str
    to: RecordId | None = None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class PlaybookStep:
    """One step; `role` is a role id, `within` counts from the trigger (None: not decided).

    `decision` names what must be decided here, `criteria` what it is decided by, `decided_by`
    the role that decides (None: whoever does the step), `branches` where each answer leads (none:
    on to the next step, whatever is decided). `side_effect` is the harm the step does besides
    its purpose; `message` the prepared message it uses.
    """

    id: RecordId
    playbook: RecordId
    phase: Phase
    action: str
    role: RecordId | None = None
    within: Duration | None = None
    evidence: str = ""
    decision: str = ""
    criteria: str = ""
    decided_by: RecordId | None = None
    side_effect: str = ""
    message: RecordId | None = None
    branches: tuple[StepBranch, ...] = ()
