"""The daily task, installed for real into folders of the test; `systemctl` only says yes."""

import json
import sys
from pathlib import Path

import pytest

from app.cli.exits import FAILED, FINE, USAGE
from app.paths import HOME_VARIABLE
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other tasks")


@pytest.fixture
def units(tmp_path, monkeypatch):
    """Where units are written; `systemctl` on the search path notes what it is told."""
    tools = tmp_path / "bin"
    tools.mkdir()
    tool = tools / "systemctl"
    tool.write_text(f'#!/bin/sh\necho "$@" >>"{tmp_path}/told"\n', "utf-8")
    tool.chmod(0o700)
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "config" / "systemd" / "user"


def test_the_task_is_installed_shown_and_removed(begun, units, tmp_path):
    installed = irplan("remind", "--install", "--at", "8:05", "--mail", begun)
    service = (units / "irplan-remind.service").read_text("utf-8")
    timer = (units / "irplan-remind.timer").read_text("utf-8")
    status = irplan("remind", "--status")
    removed = irplan("remind", "--uninstall")

    assert (installed.code, installed.err) == (FINE, "")
    assert f"Written: {units / 'irplan-remind.timer'}" in installed.out
    assert "Runs every day at 08:05." in installed.out
    assert f'"remind" "--mail" "--" "{begun}"' in service
    assert f'Environment="IRPLAN_HOME={tmp_path / "home"}"' in service
    assert "OnCalendar=*-*-* 08:05:00" in timer
    assert "Daily task (systemd): installed" in status.out
    assert f"Removed: {units / 'irplan-remind.timer'}" in removed.out
    assert [*units.iterdir()] == []
    assert "enable --now irplan-remind.timer" in (tmp_path / "told").read_text("utf-8")


def test_without_a_way_named_notices_are_shown(begun, units):
    irplan("remind", "--install", begun)

    assert '"remind" "--notify" "--"' in (units / "irplan-remind.service").read_text("utf-8")


def test_plans_are_kept_by_their_whole_path(begun, units, monkeypatch):
    monkeypatch.chdir(begun.parent)

    irplan("remind", "--install", Path(begun.name))

    assert f'"{begun}"' in (units / "irplan-remind.service").read_text("utf-8")


def test_a_plan_that_cannot_be_opened_is_not_installed(units, tmp_path):
    run = irplan("remind", "--install", tmp_path / "missing.irplan")

    assert run.code == FAILED
    assert "plan-file.missing" in run.err
    assert not units.exists()


def test_what_the_system_refuses_leaves_nothing(begun, units, tmp_path):
    (tmp_path / "bin" / "systemctl").write_text("#!/bin/sh\necho No bus >&2\nexit 1\n", "utf-8")

    run = irplan("remind", "--install", begun)

    assert run.code == FAILED
    assert "reminders.timer-failed: " in run.err
    assert "No bus" in run.err
    assert [*units.iterdir()] == []


@pytest.mark.parametrize(
    "words",
    [
        ("--install",),
        ("--install", "--uninstall"),
        ("--install", "--at", "25:00", "x.irplan"),
        ("--install", "--at", "nine", "x.irplan"),
        ("--install", "--at", "-1:00", "x.irplan"),
    ],
)
def test_wrong_words_are_told(units, words):
    assert irplan("remind", *words).code == USAGE
    assert not units.exists()


def test_without_a_task_there_is_none_to_show_or_remove(units):
    assert irplan("remind", "--status").out == "Daily task (systemd): not installed\n"
    assert irplan("remind", "--uninstall").out == "No daily task is installed.\n"


def test_the_status_is_data_too(begun, units):
    irplan("remind", "--install", begun)
    irplan("remind", begun, "--notify")

    data = json.loads(irplan("remind", "--status", "--json").out)

    assert data["timer"]["installed"] is True
    assert len(data["timer"]["files"]) == 2
    assert data["last_run"]["outcome"] == "nothing new was sent."
    assert data["failures"] == []
