"""The moments of an incident that start clocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.judgement.regimes import ClockStart

YEARS = range(1990, 2200)
"""Years a moment may lie in; beyond them no holiday is known."""


class MomentNaive(IrplanError):
    """A moment without an offset from UTC; guessing it could cost a deadline."""

    code: ClassVar[str] = "clocks.naive-time"


class MomentUnreadable(IrplanError):
    """A moment that is no ISO 8601 date and time, or lies in no sensible year."""

    code: ClassVar[str] = "clocks.unreadable-time"


@dataclass(frozen=True, slots=True)
class Moments:
    """When what happened, and when which notice was submitted, by `(duty id, step id)`.

    Raises:
        MomentNaive: One of them has no offset from UTC.
        MomentUnreadable: One of them lies in no sensible year.
    """

    at: Mapping[ClockStart, datetime] = field(default_factory=dict)
    submitted: Mapping[tuple[str, str], datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for start, moment in self.at.items():
            _check(moment, start.value)
        for (duty, step), moment in self.submitted.items():
            _check(moment, f"{duty}/{step}")

    def of(self, start: ClockStart) -> datetime | None:
        """The moment of `start` in UTC; None if it is not given."""
        moment = self.at.get(start)
        return None if moment is None else moment.astimezone(UTC)

    def submission(self, duty: str, step: str) -> datetime | None:
        """When the notice was submitted, in UTC; None if it is not given."""
        moment = self.submitted.get((duty, step))
        return None if moment is None else moment.astimezone(UTC)


def moment_from(text: str, name: str) -> datetime:
    """The moment written in ISO 8601 with its offset; `name` stands in the sentences.

    Raises:
        MomentNaive: It has no offset from UTC.
        MomentUnreadable: It is no date and time.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise MomentUnreadable(
            f"The time {text!r} of {name} cannot be read; write it as 2026-11-20T16:40+01:00.",
            moment=name,
        ) from error
    _check(moment, name)
    return moment


def _check(moment: datetime, name: str) -> None:
    if moment.utcoffset() is None:
        raise MomentNaive(
            f"The time {moment.isoformat()} of {name} has no offset from UTC; add one such as "
            "+01:00, or Z for UTC.",
            moment=name,
        )
    if moment.year not in YEARS:
        raise MomentUnreadable(
            f"The year {moment.year} of {name} is out of reach; give one from {YEARS[0]} "
            f"to {YEARS[-1]}.",
            moment=name,
        )
