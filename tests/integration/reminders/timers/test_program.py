import os
import sys
from pathlib import Path

from app.reminders.timers.program import program, variables


def test_a_checkout_is_started_by_its_own_launcher(tmp_path):
    name = "irplan.cmd" if os.name == "nt" else "irplan"
    (tmp_path / name).write_text("")

    assert program(tmp_path / "app") == (str(tmp_path / name),)
    assert Path(program()[0]).is_absolute()


def test_an_installed_package_is_started_as_a_module(tmp_path):
    assert program(tmp_path / "app") == (sys.executable, "-P", "-m", "app.cli")


def test_a_frozen_program_is_started_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert program() == (sys.executable,)


def test_only_variables_that_say_where_things_are_are_handed_on():
    told = {"IRPLAN_HOME": "/h", "IRPLAN_VENV": "", "PATH": "/bin", "TOKEN": "x"}

    assert variables(told) == {"IRPLAN_HOME": "/h"}
