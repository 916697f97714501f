"""Review sessions: what was walked through, by whom, and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.plan.ids import RecordId


class Occasion(Enum):
    """Why a review session is held."""

    DUE = "due"
    INCIDENT = "incident"
    REORGANISATION = "reorganisation"
    REGULATION = "regulation"
    EXERCISE = "exercise"
    STALENESS = "staleness"
    OTHER = "other"


class Topic(Enum):
    """What an item of the agenda comes from, in the order they are walked through."""

    OVERDUE = "overdue"
    CHANGE = "change"
    DRIFT = "drift"
    ACTION = "action"
    LESSON = "lesson"
    FINDING = "finding"
    CONTACT = "contact"
    SECTION = "section"


class Choice(Enum):
    """What is decided about an item."""

    OPEN = "open"
    KEEP = "keep"
    CHANGE = "change"
    ACTION = "action"
    NOT_APPLICABLE = "not-applicable"


class Outcome(Enum):
    """What a call to a contact brought."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    NOT_REACHED = "not-reached"


class Verdict(Enum):
    """What a session ends with."""

    NO_CHANGE = "no-change"
    NEW_VERSION = "new-version"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item; `about` is `kind/id`, blank for the whole plan, and `key` never changes.

    `why` says why it is on the agenda. `note` is what was decided, `owner` and `due` belong to an
    action, whose record is `action`.
    """

    key: str
    topic: Topic
    title: str
    why: str = ""
    about: str = ""
    choice: Choice = Choice.OPEN
    note: str = ""
    owner: str = ""
    due: date | None = None
    action: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody invited; `role` is the function in which they attend."""

    name: str
    role: str = ""
    present: bool = False


@dataclass(frozen=True, slots=True)
class ContactCheck:
    """A call to a person of the plan during the session; `name` stays when the person goes.

    `on` is the day of the call; `last_on` and `last_by` are the verification that the person's
    record stated before it.
    """

    person: RecordId
    name: str
    outcome: Outcome = Outcome.OPEN
    note: str = ""
    on: date | None = None
    last_on: date | None = None
    last_by: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSession:
    """A review session; nothing of it changes once it is closed.

    `baseline` is the version the plan is compared with, blank before the first. `seconds` is how
    long it ran, pauses left out. Times are UTC; `closed_at` is None while it runs or rests.
    """

    id: RecordId
    title: str
    occasion: Occasion
    started_at: datetime
    chair: str = ""
    secretary: str = ""
    baseline: str = ""
    attendance: tuple[Attendance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    contacts: tuple[ContactCheck, ...] = ()
    decisions: tuple[str, ...] = ()
    seconds: int = 0
    closed_at: datetime | None = None
    verdict: Verdict | None = None
    conclusion: str = ""
    next_on: date | None = None
    content: str = ""
