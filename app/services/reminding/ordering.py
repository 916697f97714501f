"""What a run is asked to do, and how the reminders of this computer stand."""

from dataclasses import dataclass
from pathlib import Path

from app.services.reminding.ledger import Failure, Run
from app.services.reminding.timing import TimerStatus

MONDAY = 0
"""When a weekly letter goes out unless the settings say otherwise."""


@dataclass(frozen=True, slots=True)
class Order:
    """By which ways to tell; `digest` writes one letter a week about everything.

    `dry_run` tells nothing and notes nothing, `at_once` does not wait after a failure.
    """

    mail: bool = False
    notify: bool = False
    digest: bool = False
    dry_run: bool = False
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The daily task and its plans, the last run (None: there was none), what does not work."""

    timer: TimerStatus
    last_run: Run | None
    failures: tuple[Failure, ...]
    plans: tuple[Path, ...] = ()
