"""The record of what was told, as a port: nothing is told twice."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Route:
    """A way to somebody: `channel` is such as `mail`, `recipient` an address, or blank."""

    channel: str
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What was told of a reminder: how near it was, by the day it is counted to."""

    plan: str
    key: str
    due: date
    stage: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a calendar file, by its key; `on` is the day it stood on."""

    key: str
    on: date
    title: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Something could not be told `attempts` times in a row; it is tried again at `retry_at`."""

    route: Route
    reason: str
    attempts: int
    at: datetime
    retry_at: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A run of `irplan remind`; `outcome` is one sentence."""

    at: datetime
    outcome: str


class Turn(Protocol):
    """The ledger while nobody else may tell anything by the same route."""

    def told(self) -> frozenset[Fact]:
        """All that was told by this route."""

    def failure(self) -> Failure | None:
        """The failure that this route is recovering from."""

    def tell(self, facts: tuple[Fact, ...], at: datetime) -> None:
        """Note that `facts` were told, and that the route works."""

    def fail(self, failure: Failure) -> None:
        """Note that the route does not work."""


class Ledger(Protocol):
    """What was told, by which way, and what failed; it outlives the process."""

    def turn(self, route: Route) -> AbstractContextManager[Turn]:
        """The ledger for one message by `route`; what was noted is kept when it ends well.

        Raises:
            IrplanError: it cannot be read or written, or somebody else is telling for long.
        """

    def told(self, route: Route) -> frozenset[Fact]:
        """All that was told by `route`."""

    def failures(self) -> tuple[Failure, ...]:
        """The routes that do not work, and why."""

    def clear_failure(self, route: Route) -> None:
        """Let the next run try `route` at once."""

    def note_run(self, run: Run) -> None:
        """Keep the outcome of a run."""

    def last_run(self) -> Run | None:
        """The run before."""

    def plans(self) -> tuple[Path, ...]:
        """The plan files of the daily task; none while there is no task."""

    def keep_plans(self, plans: tuple[Path, ...]) -> None:
        """Note which plan files the daily task has."""

    def exported(self, plan: str) -> tuple[Entry, ...]:
        """The entries of the calendar file that was last written of `plan`."""

    def export(self, plan: str, entries: tuple[Entry, ...]) -> None:
        """Keep the entries of a calendar file in place of the last."""
