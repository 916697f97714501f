"""Versions, open actions, comments and findings accepted with a reason."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Version:
    """One issued version; `number` is major.minor. Blank names are not stated."""

    id: RecordId
    number: str
    issued_on: date | None = None
    summary: str = ""
    material: bool = True
    author: str = ""
    reviewers: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()


class ActionState(Enum):
    """Whether an action still waits for somebody."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do about a record; `about` is `kind/id`, blank for the whole plan."""

    id: RecordId
    text: str
    owner: str = ""
    due: date | None = None
    state: ActionState = ActionState.OPEN
    about: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a record by a named person; `at` is UTC."""

    id: RecordId
    about: str
    author: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding somebody decided to live with; `id` is the finding's code and record."""

    id: RecordId
    reason: str
    by: str
    on: date
