"""An agent of the user's launchd; written from launchd.plist(5), not tried on macOS."""

import plistlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from app.reminders.running import Ran, Runner
from app.reminders.timers.files import check_words, discard, place
from app.services.reminding.timing import Installed, Task, TimerFailed, TimerStatus

LABEL: Final = "irplan.remind"


class LaunchdAgent:
    """`Timers` of macOS; `domain` is such as `gui/501`."""

    def __init__(
        self,
        folder: Path,
        program: tuple[str, ...],
        variables: Mapping[str, str],
        runner: Runner,
        domain: str,
    ) -> None:
        self._file = folder / f"{LABEL}.plist"
        self._program = program
        self._variables = variables
        self._runner = runner
        self._domain = domain

    def install(self, task: Task) -> Installed:
        """Write the agent and have launchd load it."""
        words = (*self._program, *task.words)
        check_words((*words, *self._variables.values()))
        place({self._file: plistlib.dumps(agent(words, self._variables, task))})
        self._launchctl("bootout", f"{self._domain}/{LABEL}")
        ran = self._launchctl("bootstrap", self._domain, str(self._file))
        if ran.missing:
            advice = "launchctl is not there: nothing runs this task here."
            return Installed((self._file,), enabled=False, advice=advice)
        if not ran.fine:
            discard((self._file,))
            raise TimerFailed(
                f"launchd did not take the agent, and its file is removed again: {ran.why}."
            )
        return Installed((self._file,), enabled=True)

    def uninstall(self) -> tuple[Path, ...]:
        """Have launchd forget the agent, and remove its file."""
        if self._file.is_file():
            self._launchctl("bootout", f"{self._domain}/{LABEL}")
        return discard((self._file,))

    def status(self) -> TimerStatus:
        """What launchd says of the agent; it tells no times, but the file tells the next."""
        if not self._file.is_file():
            return TimerStatus("launchd")
        ran = self._launchctl("print", f"{self._domain}/{LABEL}")
        return TimerStatus(
            "launchd",
            installed=True,
            enabled=ran.fine,
            next_run=_every_day(self._file) if ran.fine else "",
            files=(self._file,),
        )

    def _launchctl(self, *words: str) -> Ran:
        return self._runner(("launchctl", *words), {})


def agent(words: tuple[str, ...], variables: Mapping[str, str], task: Task) -> dict[str, Any]:
    """The agent as launchd reads it."""
    return {
        "Label": LABEL,
        "ProgramArguments": list(words),
        "EnvironmentVariables": dict(variables),
        "StartCalendarInterval": {"Hour": task.at.hour, "Minute": task.at.minute},
        "ProcessType": "Background",
    }


def _every_day(file: Path) -> str:
    try:
        at = plistlib.loads(file.read_bytes())["StartCalendarInterval"]
        return f"every day at {at['Hour']:02d}:{at['Minute']:02d}"
    except (OSError, plistlib.InvalidFileException, ValueError, KeyError, TypeError):
        return ""
