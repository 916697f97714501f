"""A timer of the user's systemd (systemd.unit(5), systemd.timer(5), systemd.syntax(7))."""

import os
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Final

from app.reminders.running import Ran, Runner
from app.reminders.timers.files import check_words, discard, place
from app.services.reminding.timing import Installed, Task, TimerFailed, TimerStatus

NAME: Final = "irplan-remind"
_SERVICE: Final = f"{NAME}.service"
_TIMER: Final = f"{NAME}.timer"
_LINGER: Final = (
    "It runs while you are logged in. So that it runs without that, too: loginctl enable-linger"
)


def unit_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the user's own units lie."""
    stated = environment.get("XDG_CONFIG_HOME", "")
    config = Path(stated) if Path(stated).is_absolute() else Path.home() / ".config"
    return config / "systemd" / "user"


class SystemdTimer:
    """`Timers` of a Linux desktop."""

    def __init__(
        self, folder: Path, program: tuple[str, ...], variables: Mapping[str, str], runner: Runner
    ) -> None:
        self._service = folder / _SERVICE
        self._timer = folder / _TIMER
        self._program = program
        self._variables = variables
        self._runner = runner

    def install(self, task: Task) -> Installed:
        """Write service and timer, and have systemd run them."""
        words = (*self._program, *task.words)
        check_words((*words, *self._variables.values()))
        place(
            {
                self._service: service_text(words, self._variables).encode(),
                self._timer: timer_text(task.at).encode(),
            }
        )
        files = (self._service, self._timer)
        for command in (("daemon-reload",), ("enable", "--now", _TIMER)):
            ran = self._systemctl(*command)
            if ran.missing:
                advice = "systemctl is not installed: nothing runs this task here."
                return Installed(files, enabled=False, advice=advice)
            if not ran.fine:
                discard(files)
                self._systemctl("daemon-reload")
                raise TimerFailed(
                    f"systemd did not take the timer, and its files are removed again: {ran.why}."
                )
        return Installed(files, enabled=True, advice=_LINGER)

    def uninstall(self) -> tuple[Path, ...]:
        """Stop the timer and remove both files."""
        files = (self._service, self._timer)
        if any(file.is_file() for file in files):
            self._systemctl("disable", "--now", _TIMER)
        removed = discard(files)
        if removed:
            self._systemctl("daemon-reload")
        return removed

    def status(self) -> TimerStatus:
        """What systemd says of the timer."""
        files = tuple(file for file in (self._service, self._timer) if file.is_file())
        if not files:
            return TimerStatus("systemd")
        shown = self._systemctl(
            "show", _TIMER, "--property=LastTriggerUSec,NextElapseUSecRealtime,UnitFileState"
        )
        said = dict(line.split("=", 1) for line in shown.output.splitlines() if "=" in line)
        return TimerStatus(
            "systemd",
            installed=len(files) == 2,
            enabled=shown.fine and said.get("UnitFileState") == "enabled",
            last_run=_moment(said.get("LastTriggerUSec", "")),
            next_run=_moment(said.get("NextElapseUSecRealtime", "")),
            files=files,
        )

    def _systemctl(self, *words: str) -> Ran:
        return self._runner(("systemctl", "--user", *words), {"LC_ALL": "C"})


def service_text(words: tuple[str, ...], variables: Mapping[str, str]) -> str:
    """The unit that runs `words` once."""
    program, *arguments = words
    command = " ".join((_quoted(program), *(_quoted(word, dollars=True) for word in arguments)))
    told = "".join(f"Environment={_quoted(f'{name}={is_}')}\n" for name, is_ in variables.items())
    return (
        "[Unit]\n"
        "Description=Reminders of incident response plans (irplan)\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"{told}"
        f"ExecStart={command}\n"
    )


def timer_text(at: time) -> str:
    """The unit that starts the other every day, later where the computer was off."""
    return (
        "[Unit]\n"
        "Description=Reminders of incident response plans every day (irplan)\n"
        "\n"
        "[Timer]\n"
        f"OnCalendar=*-*-* {at:%H:%M}:00\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def _quoted(word: str, *, dollars: bool = False) -> str:
    """`word` in quotes, with what systemd reads in them doubled or escaped.

    Variables are put in for `$` among the arguments, but not in the program's own name.
    """
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{text.replace("$", "$$") if dollars else text}"'


def _moment(said: str) -> str:
    return "" if said in {"", "0", "n/a", "infinity"} else said
