"""What the engine says of a notice: a time, no numeric limit, or what it needs to know."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.domain.judgement.regimes import ClockStart


@dataclass(frozen=True, slots=True)
class Timed:
    """A notice with a time; for an `embargo` it may not go out before, else not after.

    `at` and `counted_from` are in UTC, `zone` is the recipient's IANA zone. A `projected` time
    is the latest possible one: it counts from the limit of a notice not yet submitted.
    """

    at: datetime
    zone: str
    start: ClockStart
    counted_from: datetime
    embargo: bool = False
    projected: bool = False

    @property
    def local(self) -> datetime:
        """The time on the recipient's wall."""
        return self.at.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class NoLimit:
    """A notice without a numeric limit; `words` is what the regime says instead."""

    words: str


@dataclass(frozen=True, slots=True)
class Need:
    """A moment that is not given; `step` is the notice whose submission it is, else blank."""

    start: ClockStart
    step: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A notice whose clock cannot be read until one of `needs` is given."""

    needs: tuple[Need, ...]


Result = Timed | NoLimit | Missing


@dataclass(frozen=True, slots=True)
class Deadline:
    """One notice; `rule` is the limit in words, `remarks` are sentences to read before relying.

    `duty` is the id of the regime, or of the obligation of a plan.
    """

    duty: str
    duty_name: str
    step: str
    name: str
    recipient: str
    result: Result
    rule: str
    remarks: tuple[str, ...] = ()
