"""A task of the operating system that runs `irplan remind` every day, as a port."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import ClassVar, Protocol

from app.domain.errors import IrplanError

DEFAULT_AT = time(9, 0)
"""When reminders are sent unless somebody says otherwise, by the computer's clock."""


class TimerFailed(IrplanError):
    """The operating system did not take the task; nothing is left of it."""

    code: ClassVar[str] = "reminders.timer-failed"


class TimerNotPossible(IrplanError):
    """This system has no way to run the task, or not with such a path."""

    code: ClassVar[str] = "reminders.timer-not-possible"


@dataclass(frozen=True, slots=True)
class Task:
    """What is run every day `at` a time: `irplan remind` for `plans`, with these channels."""

    plans: tuple[Path, ...]
    at: time = DEFAULT_AT
    mail: bool = False
    notify: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the command line behind `irplan`."""
        flags = (*(("--mail",) if self.mail else ()), *(("--notify",) if self.notify else ()))
        return ("remind", *flags, "--", *(str(plan) for plan in self.plans))


@dataclass(frozen=True, slots=True)
class Installed:
    """What installing did: the `files` it wrote, and whether the system runs the task.

    `advice` says what is left to do; blank when nothing is.
    """

    files: tuple[Path, ...]
    enabled: bool
    advice: str = ""


@dataclass(frozen=True, slots=True)
class TimerStatus:
    """How the task stands; times are in the system's own words, blank where it does not say."""

    system: str
    installed: bool = False
    enabled: bool = False
    last_run: str = ""
    next_run: str = ""
    files: tuple[Path, ...] = ()


class Timers(Protocol):
    """The operating system's way to run something every day."""

    def install(self, task: Task) -> Installed:
        """Have `task` run every day, in place of an earlier one.

        Raises:
            IrplanError: it cannot be written, or was not taken; then nothing is left of it.
        """

    def uninstall(self) -> tuple[Path, ...]:
        """Stop it, and remove its files, which are given back; none where there was no task."""

    def status(self) -> TimerStatus:
        """Whether there is a task, and when it runs."""
