import pytest

from app.paths import AppPaths
from app.reminders.timers.choosing import timers_here
from app.reminders.timers.launchd import LaunchdAgent
from app.reminders.timers.systemd import SystemdTimer
from app.reminders.timers.windows import WindowsTask


@pytest.mark.parametrize(
    ("platform", "kind"),
    [
        ("linux", SystemdTimer),
        ("freebsd14", SystemdTimer),
        ("darwin", LaunchdAgent),
        ("win32", WindowsTask),
    ],
)
def test_each_system_has_its_own(tmp_path, runner, platform, kind):
    assert isinstance(timers_here(AppPaths.below(tmp_path), runner, platform), kind)
