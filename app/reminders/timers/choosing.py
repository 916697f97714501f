"""Which of the tasks this operating system knows."""

import os
import sys
from pathlib import Path

from app.paths import AppPaths
from app.reminders.running import Runner, run
from app.reminders.timers.launchd import LaunchdAgent
from app.reminders.timers.program import program, variables
from app.reminders.timers.systemd import SystemdTimer, unit_folder
from app.reminders.timers.windows import WindowsTask
from app.services.reminding.timing import Timers


def timers_here(paths: AppPaths, runner: Runner = run, platform: str = sys.platform) -> Timers:
    """The `Timers` of `platform`; Linux and its kin have systemd."""
    words, told = program(), variables()
    if platform in {"win32", "cygwin"}:
        return WindowsTask(paths.data / "irplan-remind.xml", words, told, runner)
    if platform == "darwin":
        user = os.getuid() if hasattr(os, "getuid") else 0
        agents = Path.home() / "Library" / "LaunchAgents"
        return LaunchdAgent(agents, words, told, runner, f"gui/{user}")
    return SystemdTimer(unit_folder(), words, told, runner)
