"""One thing to do by a day, and how near that day is."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.lifecycle.reminding.days import days_after


class Subject(Enum):
    """What a reminder is about."""

    REVIEW_START = "review-start"
    REVIEW = "review"
    AFTERWARDS = "afterwards"
    CONTACT = "contact"
    EXERCISE = "exercise"
    ACTION = "action"
    LESSON = "lesson"
    RETENTION = "retention"


class Stage(Enum):
    """How near its day is, the most pressing last; each is told of once."""

    AHEAD = "ahead"
    SOON = "soon"
    DUE = "due"
    OVERDUE = "overdue"

    @property
    def pressing(self) -> bool:
        """Whether it is to be done today or should have been."""
        return self in {Stage.DUE, Stage.OVERDUE}


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do; `key` and `due` say which, whatever else about it changes.

    `due` is the day as it is counted, `moved` the working day it is done on instead (None: the
    same). `about` is the record it concerns, as `kind/id`; blank for the whole plan. `who` is the
    person to call, or who has to act; blank where nobody is named.
    """

    key: str
    subject: Subject
    due: date
    title: str
    details: str = ""
    about: str = ""
    who: str = ""
    moved: date | None = None

    @property
    def on(self) -> date:
        """The day it is done on."""
        return self.moved or self.due

    def stage(self, today: date, warn_before: int) -> Stage:
        """How near it is on `today`, when one is warned so many days before."""
        if today > self.on:
            return Stage.OVERDUE
        if today == self.on:
            return Stage.DUE
        return Stage.SOON if days_after(today, warn_before) >= self.on else Stage.AHEAD
