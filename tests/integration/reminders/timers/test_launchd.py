"""Agents for launchd, read back as property lists."""

import plistlib
from datetime import time
from pathlib import Path

import pytest

from app.reminders.running import Ran
from app.reminders.timers.launchd import LABEL, LaunchdAgent
from app.services.reminding.timing import Task, TimerFailed, TimerNotPossible

HOSTILE = '/p/a b/<x> & "q" $HOME % \u00fc.irplan'
TASK = Task((Path(HOSTILE),), time(8, 5), mail=True)


@pytest.fixture
def agent(tmp_path, runner):
    program = ("/opt/irplan",)
    variables = {"IRPLAN_HOME": "/a & b"}
    return LaunchdAgent(tmp_path / "LaunchAgents", program, variables, runner, "gui/501")


def test_installing_writes_an_agent_and_loads_it(agent, runner):
    done = agent.install(TASK)

    (file,) = done.files
    read = plistlib.loads(file.read_bytes())
    assert read["Label"] == LABEL
    assert read["ProgramArguments"] == ["/opt/irplan", *TASK.words]
    assert read["EnvironmentVariables"] == {"IRPLAN_HOME": "/a & b"}
    assert read["StartCalendarInterval"] == {"Hour": 8, "Minute": 5}
    assert done.enabled
    assert runner.calls[-1] == ("launchctl", "bootstrap", "gui/501", str(file))


def test_an_agent_that_is_loaded_already_is_put_out_first(agent, runner):
    runner.answers["bootout"] = Ran(3, "", "No such process")

    agent.install(TASK)

    assert runner.calls[0] == ("launchctl", "bootout", f"gui/501/{LABEL}")


def test_what_launchd_does_not_take_is_removed_again(agent, runner):
    runner.answers["bootstrap"] = Ran(5, "", "Bootstrap failed: 5: Input/output error")

    with pytest.raises(TimerFailed, match="Input/output error"):
        agent.install(TASK)

    assert agent.status().files == ()


def test_without_launchctl_one_is_told(agent, runner):
    runner.answers["launchctl"] = Ran(None)

    done = agent.install(TASK)

    assert not done.enabled
    assert "launchctl" in done.advice


def test_a_path_with_controls_is_refused(agent):
    with pytest.raises(TimerNotPossible):
        agent.install(Task((Path("/p/\x07"),)))


def test_uninstalling_unloads_and_removes(agent, runner):
    (file,) = agent.install(TASK).files
    runner.calls.clear()

    assert agent.uninstall() == (file,)
    assert runner.calls == [("launchctl", "bootout", f"gui/501/{LABEL}")]
    assert agent.uninstall() == ()


def test_the_status_tells_what_is_known(agent, runner):
    assert not agent.status().installed
    (file,) = agent.install(TASK).files

    assert agent.status().enabled
    assert agent.status().next_run == "every day at 08:05"
    runner.answers["print"] = Ran(113, "", "Could not find service")
    assert not agent.status().enabled
    assert agent.status().next_run == ""
    runner.answers.clear()
    file.write_bytes(b"nonsense")
    assert agent.status().next_run == ""
