"""Units for systemd, checked by systemd's own tool and by a reader of ours."""

import shutil
import subprocess
from datetime import time
from pathlib import Path

import pytest

from app.reminders.running import Ran
from app.reminders.timers.systemd import SystemdTimer, service_text, timer_text, unit_folder
from app.services.reminding.timing import Task, TimerFailed, TimerNotPossible

PROGRAM = ("/bin/true",)
HOSTILE = "/p/a b/100% \"$HOME\" \\x ${USER} %h 'q' #;.irplan"
TASK = Task((Path(HOSTILE),), time(8, 30), mail=True)


@pytest.fixture
def timer(tmp_path, runner):
    return SystemdTimer(tmp_path / "systemd" / "user", PROGRAM, {}, runner)


def values(text: str, key: str) -> list[str]:
    lines = (line.partition("=") for line in text.splitlines())
    return [value for name, _, value in lines if name == key]


def words_of(command: str) -> list[str]:
    """What systemd makes of a command: quotes, then specifiers, then variables."""
    words, at = [], 0
    while at < len(command):
        assert command[at] == '"'
        word, at = "", at + 1
        while command[at] != '"':
            at += command[at] == "\\"
            word += command[at]
            at += 1
        at += 2
        words.append(word.replace("%%", "%").replace("$$", "$"))
    return words


def test_the_words_arrive_at_the_program_as_they_are():
    words = (*PROGRAM, *TASK.words)

    (command,) = values(service_text(words, {}), "ExecStart")

    assert words_of(command) == list(words)
    assert "$HOME" not in command.replace("$$", "")
    assert "%h" not in command.replace("%%", "")


def test_a_program_whose_path_has_a_dollar_is_not_doubled():
    (command,) = values(service_text(("/o$p/x", "a$b"), {}), "ExecStart")

    assert command == '"/o$p/x" "a$$b"'


def test_variables_are_handed_on():
    text = service_text(PROGRAM, {"IRPLAN_HOME": "/a b/50%"})

    assert values(text, "Environment") == ['"IRPLAN_HOME=/a b/50%%"']


def test_it_runs_every_day_and_later_where_the_computer_was_off():
    text = timer_text(time(8, 5))

    assert values(text, "OnCalendar") == ["*-*-* 08:05:00"]
    assert values(text, "Persistent") == ["true"]
    assert values(text, "WantedBy") == ["timers.target"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_nothing_wrong(tmp_path):
    service, timer = tmp_path / "irplan-remind.service", tmp_path / "irplan-remind.timer"
    service.write_text(service_text((*PROGRAM, *TASK.words), {"IRPLAN_HOME": "/a b/%"}), "utf-8")
    timer.write_text(timer_text(time(8, 30)), "utf-8")

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(service), str(timer)],
        capture_output=True,
        text=True,
        check=False,
    )
    calendar = subprocess.run(
        ["systemd-analyze", "calendar", "*-*-* 08:30:00"], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert calendar.returncode == 0


def test_installing_writes_both_files_and_enables_the_timer(timer, runner):
    done = timer.install(TASK)

    assert done.enabled
    assert [path.name for path in done.files] == ["irplan-remind.service", "irplan-remind.timer"]
    assert all(path.is_file() for path in done.files)
    assert runner.calls == [
        ("systemctl", "--user", "daemon-reload"),
        ("systemctl", "--user", "enable", "--now", "irplan-remind.timer"),
    ]
    assert "enable-linger" in done.advice


@pytest.mark.parametrize("step", ["daemon-reload", "enable"])
def test_what_systemd_does_not_take_is_removed_again(timer, runner, step):
    runner.answers[step] = Ran(1, "", "Failed to connect to bus: No medium found\n")

    with pytest.raises(TimerFailed, match="removed again: Failed to connect to bus"):
        timer.install(TASK)

    assert not timer.status().installed
    assert timer.status().files == ()


def test_without_systemctl_the_files_stay_and_one_is_told(timer, runner):
    runner.answers["systemctl"] = Ran(None)

    done = timer.install(TASK)

    assert not done.enabled
    assert "systemctl is not installed" in done.advice
    assert all(path.is_file() for path in done.files)


def test_a_path_with_a_line_break_is_refused_before_anything_is_written(timer, runner):
    with pytest.raises(TimerNotPossible, match="rename the file"):
        timer.install(Task((Path("/p/x\nExecStart=/bin/evil"),)))

    assert runner.calls == []
    assert timer.status().files == ()


def test_installing_again_replaces_what_was_there(timer):
    timer.install(Task((Path("/old.irplan"),)))
    done = timer.install(Task((Path("/new.irplan"),)))

    text = done.files[0].read_text("utf-8")
    assert "/new.irplan" in text
    assert "/old.irplan" not in text


def test_uninstalling_stops_the_timer_and_removes_both_files(timer, runner):
    files = timer.install(TASK).files
    runner.calls.clear()

    assert timer.uninstall() == files
    assert runner.calls[0] == ("systemctl", "--user", "disable", "--now", "irplan-remind.timer")
    assert not any(path.exists() for path in files)
    runner.calls.clear()
    assert timer.uninstall() == ()
    assert runner.calls == []


def test_the_status_tells_what_systemd_says(timer, runner):
    timer.install(TASK)
    runner.answers["show"] = Ran(
        0,
        "LastTriggerUSec=n/a\nNextElapseUSecRealtime=Mon 2026-11-23 08:30:00 CET\n"
        "UnitFileState=enabled\n",
    )

    status = timer.status()

    assert (status.installed, status.enabled) == (True, True)
    assert (status.last_run, status.next_run) == ("", "Mon 2026-11-23 08:30:00 CET")
    assert len(status.files) == 2


def test_a_timer_that_systemd_does_not_run_is_not_enabled(timer, runner):
    timer.install(TASK)
    runner.answers["show"] = Ran(1, "UnitFileState=enabled\n")

    assert not timer.status().enabled
    timer.status().files[0].unlink()
    assert not timer.status().installed


def test_units_lie_where_the_user_keeps_settings():
    assert unit_folder({"XDG_CONFIG_HOME": "/c"}) == Path("/c/systemd/user")
    assert unit_folder({"XDG_CONFIG_HOME": "relative"}) == unit_folder({})
    assert unit_folder({}) == Path.home() / ".config" / "systemd" / "user"
