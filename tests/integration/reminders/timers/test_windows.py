"""Tasks for the Windows scheduler, read back as XML, the command as Windows parts it."""

import re
from datetime import time
from pathlib import Path, PureWindowsPath

import pytest
from lxml import etree

from app.reminders.running import Ran
from app.reminders.timers.windows import NAME, SPACE, WindowsTask
from app.services.reminding.timing import Task, TimerFailed, TimerNotPossible

HOSTILE = PureWindowsPath("C:\\Plans & more\\<x> $y 'q' \u00fc\\")
TASK = Task((Path(str(HOSTILE)),), time(8, 5))
PROGRAM = ("C:\\Program Files\\irplan\\python.exe", "-P", "-m", "app.cli")


@pytest.fixture
def scheduler(tmp_path, runner):
    return WindowsTask(tmp_path / "data" / "irplan-remind.xml", PROGRAM, {}, runner)


def read(file):
    tree = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False))
    return lambda path: tree.findtext(path.replace("/", f"/{{{SPACE}}}"))


def parted(line: str) -> list[str]:
    """Words by the rules of the Microsoft C runtime, for lines without quotes in a word."""
    found = re.findall(r'"([^"]*?)(\\*)"(?= |$)|(\S+)', line)
    return [bare or f"{inside}{slashes[: len(slashes) // 2]}" for inside, slashes, bare in found]


def test_installing_writes_a_task_and_hands_it_over(scheduler, runner):
    done = scheduler.install(TASK)

    (file,) = done.files
    text = read(file)
    assert file.read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert text("./Actions/Exec/Command") == PROGRAM[0]
    assert parted(text("./Actions/Exec/Arguments")) == [*PROGRAM[1:], *TASK.words]
    assert text("./Triggers/CalendarTrigger/StartBoundary").endswith("T08:05:00")
    assert text("./Triggers/CalendarTrigger/ScheduleByDay/DaysInterval") == "1"
    assert text("./Settings/StartWhenAvailable") == "true"
    assert done.enabled
    assert runner.calls == [
        ("schtasks", "/Create", "/TN", NAME, "/XML", str(file), "/F"),
    ]


def test_what_windows_does_not_take_is_removed_again(scheduler, runner):
    runner.answers["/Create"] = Ran(1, "", "ERROR: Access is denied.")

    with pytest.raises(TimerFailed, match="Access is denied"):
        scheduler.install(TASK)

    assert not scheduler.status().installed


def test_without_the_scheduler_one_is_told(scheduler, runner):
    runner.answers["schtasks"] = Ran(None)

    assert not scheduler.install(TASK).enabled


@pytest.mark.parametrize("path", ["C:\\100%\\x.irplan", "C:\\%TEMP%\\x.irplan", "C:\\a\nb"])
def test_paths_that_the_scheduler_would_change_are_refused(scheduler, runner, path):
    with pytest.raises(TimerNotPossible, match="rename the file"):
        scheduler.install(Task((Path(path),)))

    assert runner.calls == []


def test_variables_that_cannot_be_handed_on_are_told(tmp_path, runner):
    made = WindowsTask(tmp_path / "x.xml", PROGRAM, {"IRPLAN_HOME": "D:\\portable"}, runner)

    with pytest.raises(TimerNotPossible, match="IRPLAN_HOME"):
        made.install(TASK)


def test_uninstalling_forgets_and_removes(scheduler, runner):
    (file,) = scheduler.install(TASK).files
    runner.calls.clear()

    assert scheduler.uninstall() == (file,)
    assert runner.calls == [("schtasks", "/Delete", "/TN", NAME, "/F")]
    assert scheduler.uninstall() == ()


def test_the_status_is_read_by_place_since_heads_are_translated(scheduler, runner):
    scheduler.install(TASK)
    runs = ("24.11.2026 08:05:00", "23.11.2026 08:05:01")
    row = ("PC", "\\irplan-remind", runs[0], "Bereit", "Interaktiv", runs[1], "0")
    runner.answers["/Query"] = Ran(0, ",".join(f'"{cell}"' for cell in row) + "\r\n")

    status = scheduler.status()

    assert (status.installed, status.enabled) == (True, True)
    assert status.next_run == "24.11.2026 08:05:00"
    assert status.last_run == "23.11.2026 08:05:01"
    runner.answers["/Query"] = Ran(1, "", "ERROR: The system cannot find the file specified.")
    assert not scheduler.status().enabled
