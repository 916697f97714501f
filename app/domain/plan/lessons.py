"""What using the plan taught: activations in incidents, lessons of them and of exercises."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Activation:
    """The plan was used in an incident; times are UTC, `ended_at` None while it goes on.

    `exercised` names the records used as `kind/id`; `followed` says where the response departed
    from the plan and why.
    """

    id: RecordId
    name: str
    started_at: datetime | None = None
    ended_at: datetime | None = None
    category: RecordId | None = None
    severity: RecordId | None = None
    summary: str = ""
    followed: str = ""
    attendees: tuple[str, ...] = ()
    exercised: tuple[str, ...] = ()
    owner: str = ""


class LessonState(Enum):
    """What became of a lesson."""

    OPEN = "open"
    ADOPTED = "adopted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something found in an exercise or an incident, `source` as `kind/id`.

    `about` is the record it concerns, `proposal` the text that record is to have in future;
    `decision` says why it was adopted or rejected.
    """

    id: RecordId
    text: str
    source: str = ""
    about: str = ""
    proposal: str = ""
    owner: str = ""
    due: date | None = None
    state: LessonState = LessonState.OPEN
    decision: str = ""
