"""A task of the Windows Task Scheduler. Written from its schema, not tried on Windows."""

import csv
import io
import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from app.reminders.running import Ran, Runner
from app.reminders.timers.files import check_words, discard, place
from app.services.reminding.timing import (
    Installed,
    Task,
    TimerFailed,
    TimerNotPossible,
    TimerStatus,
)

NAME: Final = "irplan-remind"
SPACE: Final = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_NEXT_RUN, _LAST_RUN, _COLUMNS = 2, 5, 6
"""Places in a row of `schtasks /Query /V /FO CSV`, whose heads are in the system's language."""


class WindowsTask:
    """`Timers` of Windows; the task is kept in `file` for whoever wants to look at it."""

    def __init__(
        self, file: Path, program: tuple[str, ...], variables: Mapping[str, str], runner: Runner
    ) -> None:
        self._file = file
        self._program = program
        self._variables = variables
        self._runner = runner

    def install(self, task: Task) -> Installed:
        """Write the task and have the scheduler take it."""
        words = (*self._program, *task.words)
        check_words(words)
        self._check(words)
        place({self._file: task_xml(words, task)})
        ran = self._schtasks("/Create", "/TN", NAME, "/XML", str(self._file), "/F")
        if ran.missing:
            advice = "schtasks is not there: nothing runs this task here."
            return Installed((self._file,), enabled=False, advice=advice)
        if not ran.fine:
            discard((self._file,))
            raise TimerFailed(
                f"Windows did not take the task, and its file is removed again: {ran.why}."
            )
        return Installed((self._file,), enabled=True)

    def uninstall(self) -> tuple[Path, ...]:
        """Have the scheduler forget the task, and remove its file."""
        if self._file.is_file():
            self._schtasks("/Delete", "/TN", NAME, "/F")
        return discard((self._file,))

    def status(self) -> TimerStatus:
        """What the scheduler says of the task."""
        if not self._file.is_file():
            return TimerStatus("Task Scheduler")
        ran = self._schtasks("/Query", "/TN", NAME, "/V", "/FO", "CSV", "/NH")
        rows = [row for row in csv.reader(io.StringIO(ran.output)) if len(row) >= _COLUMNS]
        row = rows[0] if ran.fine and rows else [""] * _COLUMNS
        return TimerStatus(
            "Task Scheduler",
            installed=True,
            enabled=ran.fine,
            last_run=row[_LAST_RUN],
            next_run=row[_NEXT_RUN],
            files=(self._file,),
        )

    def _check(self, words: tuple[str, ...]) -> None:
        """The scheduler hands on no variables, and puts variables in for what is between `%`."""
        if self._variables:
            names = ", ".join(self._variables)
            raise TimerNotPossible(
                f"The Windows Task Scheduler cannot hand on {names}: start irplan without it, or "
                "make the task by hand."
            )
        if any("%" in word for word in words):
            raise TimerNotPossible(
                "The Windows Task Scheduler changes paths with % in them: rename the file."
            )

    def _schtasks(self, *words: str) -> Ran:
        return self._runner(("schtasks", *words), {})


def task_xml(words: tuple[str, ...], task: Task) -> bytes:
    """The task as the scheduler reads it: UTF-16, with the words quoted as Windows parts them."""
    ET.register_namespace("", SPACE)
    root = ET.Element(f"{{{SPACE}}}Task", {"version": "1.2"})
    about = _below(root, "RegistrationInfo")
    _below(about, "Description", "Reminders of incident response plans (irplan)")
    trigger = _below(_below(root, "Triggers"), "CalendarTrigger")
    start = datetime.combine(date(2026, 1, 1), task.at)
    _below(trigger, "StartBoundary", start.isoformat())
    _below(_below(trigger, "ScheduleByDay"), "DaysInterval", "1")
    settings = _below(root, "Settings")
    _below(settings, "MultipleInstancesPolicy", "IgnoreNew")
    _below(settings, "DisallowStartIfOnBatteries", "false")
    _below(settings, "StopIfGoingOnBatteries", "false")
    _below(settings, "StartWhenAvailable", "true")
    _below(settings, "ExecutionTimeLimit", "PT15M")
    command = _below(_below(root, "Actions"), "Exec")
    _below(command, "Command", words[0])
    _below(command, "Arguments", subprocess.list2cmdline(words[1:]))
    made: bytes = ET.tostring(root, encoding="utf-16", xml_declaration=True)
    return made


def _below(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    made = ET.SubElement(parent, f"{{{SPACE}}}{name}")
    made.text = text or None
    return made
