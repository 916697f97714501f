"""Notices on the desktop, through the tool that each system brings."""

import sys
from html import escape
from typing import Final

from app.domain.errors import IrplanError
from app.reminders.running import Runner, run
from app.services.reminding.delivering import ChannelAbsent
from app.services.reminding.ledger import Route
from app.services.reminding.messages import Message

TITLE_VARIABLE: Final = "IRPLAN_NOTICE_TITLE"
TEXT_VARIABLE: Final = "IRPLAN_NOTICE_TEXT"

_OSASCRIPT: Final = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)
_POWERSHELL: Final = f"""\
$ErrorActionPreference = 'Stop'
$null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, \
ContentType = WindowsRuntime]
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent(\
[Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$lines = $toast.GetElementsByTagName('text')
$null = $lines.Item(0).AppendChild($toast.CreateTextNode($env:{TITLE_VARIABLE}))
$null = $lines.Item(1).AppendChild($toast.CreateTextNode($env:{TEXT_VARIABLE}))
$host_id = '{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\\WindowsPowerShell\\v1.0\\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($host_id).Show(\
[Windows.UI.Notifications.ToastNotification]::new($toast))
"""
"""The texts come in by the environment, so that nothing of them is ever taken for a script."""


class NoticeFailed(IrplanError):
    """The desktop did not take a notice."""

    code = "reminders.notice-failed"


class DesktopChannel:
    """A `Channel` to whoever sits at this computer."""

    route: Final = Route("desktop")

    def __init__(self, runner: Runner = run, platform: str = sys.platform) -> None:
        self._runner = runner
        self._platform = platform

    def send(self, letter: Message) -> None:
        """Show the short form of `letter`.

        Raises:
            ChannelAbsent: this computer has no tool for it.
            NoticeFailed: the tool failed, with why.
        """
        words, variables = self._words(letter.subject, letter.brief)
        ran = self._runner(words, variables)
        if ran.missing:
            raise ChannelAbsent(
                f"No notice can be shown here: {words[0]} is not installed. Mail and calendar "
                "files still work."
            )
        if not ran.fine:
            raise NoticeFailed(f"{words[0]} could not show the notice: {ran.why}.")

    def _words(self, title: str, text: str) -> tuple[list[str], dict[str, str]]:
        if self._platform == "darwin":
            lines = [word for line in _OSASCRIPT for word in ("-e", line)]
            return ["osascript", *lines, "--", title, text], {}
        if self._platform in {"win32", "cygwin"}:
            words = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL]
            return words, {TITLE_VARIABLE: title, TEXT_VARIABLE: text}
        return ["notify-send", "--app-name=irplan", "--", title, _markup(text)], {}


def _markup(text: str) -> str:
    """`text` for notify-send, which reads escapes, and whose listeners read markup."""
    return escape(text, quote=False).replace("\\", "\\\\")
